#include "start/start.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "start/asking.h"
#include "start/planning.h"
#include "start/talks.h"
#include "start/trainings.h"
#include "ui/button.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "ui/notice.h"
#include "words/words.h"

enum {
    CARD_MOST_W = 928,
    NEW_Y = 64,
    NEW_H = 184,
    RECENTS_HEAD = 48, /* above the first */
    RECENTS_Y = 328,
    RECENT_H = 108,
    RECENT_PITCH = 120,
    EMPTY_H = 348,
    TALKS_Y = 712,
    TRAINING_Y = 872,
    SMALL_H = 144,
    PADDING = 48,
    BRING_Y = 848,
    BRING_H = 64,
    FORMS_GAP = 16,
    STACKED_H = 44,  /* below the longest notice */
    FOOT_Y = 1048,   /* of the basket */
    TROUBLE_Y = 640, /* of what went wrong, below the welcome */
};

static void draw_welcome(struct draw_list *list, double x, double w,
                         const struct start_screen *screen)
{
    mark_logo(list, x, 64, 160);
    int size = draw_width(list, BOLD(144), word(WORD_APP_NAME)) <= w + 7 ? 144 : 96;
    draw_text(list, x - size / 20.0, 272, BOLD(size), ALIGN_LEFT, TOKEN_INK, word(WORD_APP_NAME));
    draw_paragraph(list, x, 440, fmin(w, 760), 4, REGULAR(48), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK2, word(WORD_START_LINE));
    struct notice notice = {
        .line = word(WORD_START_NOT_OPENED), .more = screen->trouble, .size = 28, .strong = true};
    if (!screen->trouble[0]) {
        notice.line = word(screen->forms.failed ? WORD_FORMS_NOT_SAVED : WORD_FORMS_SAVED);
        notice.more = screen->forms.text;
        notice.strong = screen->forms.failed;
    }
    if (notice.more[0])
        notice_draw(list, x, TROUBLE_Y, w, notice);
    draw_text_within(list, x, 936, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_START_KEYS_MOVE));
    draw_text_within(list, x, 984, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_START_KEYS_MORE));
}

bool start_card(struct ui *ui, const char *name, double x, double y, double w, double h,
                bool primary, const char *title, const char *line)
{
    ui_id id = ui_id_of(name, 0);
    struct draw_list *list = ui->list;
    bool done = ui_area(ui, id, x, y, w, h, 16, 4, 0);
    enum token ink = primary ? TOKEN_ON_ACCENT : TOKEN_INK;
    bool held = ui_held(ui, id), hovered = ui_hovered(ui, id);
    if (primary)
        draw_round(list, x, y, w, h, 16,
                   held      ? TOKEN_ACCENT_PRESSED
                   : hovered ? TOKEN_ACCENT_HOVER
                             : TOKEN_ACCENT);
    else
        draw_outline(list, x, y, w, h, 16, 2, TOKEN_OUTLINE,
                     held      ? TOKEN_SUNKEN
                     : hovered ? TOKEN_TINT
                               : TOKEN_PAPER);
    double text_w = w - 2 * PADDING - 64 - 32;
    /* a line too long for one, or a title: both a size smaller */
    bool wraps = draw_width(list, REGULAR(28), line) > text_w ||
                 draw_width(list, SEMIBOLD(48), title) > text_w;
    int size = wraps ? 36 : 48, line_size = wraps ? 24 : 28;
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, REGULAR(line_size), text_w, 2, WRAP_BALANCED, line);
    double text_h = type_line(size) + 4 + lines.count * type_line(line_size);
    double top = y + floor((h - text_h) / 2);
    draw_text_within(list, x + PADDING, top, text_w, SEMIBOLD(size), ALIGN_LEFT, ink, title);
    draw_paragraph(list, x + PADDING, top + type_line(size) + 4, text_w, 2, REGULAR(line_size),
                   ALIGN_LEFT, WRAP_BALANCED, primary ? TOKEN_ON_ACCENT : TOKEN_INK2, line);
    icon_draw(list, ICON_RIGHT, x + w - PADDING - 64, y + (h - 64) / 2.0, 64, 2, ink);
    return done;
}

/* A file that will not open: what it was, and which copy will. */
static void draw_damaged(struct draw_list *list, double x, double y, double w,
                         const struct start_recent *recent)
{
    char says[256];
    if (recent->copy[0])
        snprintf(says, sizeof says, word(WORD_START_DAMAGED_COPY), recent->copy);
    else
        snprintf(says, sizeof says, "%s", word(WORD_START_DAMAGED));
    mark_bang(list, x + PADDING + 20, y + RECENT_H / 2.0, 40);
    double text_x = x + PADDING + 64, text_w = w - 2 * PADDING - 64;
    draw_text_within(list, text_x, y + 18, text_w, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     recent->title);
    draw_text_within(list, text_x, y + 60, text_w, REGULAR(24), ALIGN_LEFT, TOKEN_INK, says);
}

static void draw_recent(struct draw_list *list, double x, double y, double w,
                        const struct start_recent *recent)
{
    char schools[64], ratings[64];
    snprintf(schools, sizeof schools,
             word(recent->schools == 1 ? WORD_START_SCHOOL : WORD_START_SCHOOLS), recent->schools);
    if (recent->closed)
        snprintf(ratings, sizeof ratings, "%s", word(WORD_START_FINISHED));
    else
        snprintf(ratings, sizeof ratings, word(WORD_START_AGREED), recent->agreed, recent->all);
    double right = x + w - PADDING, left = x + PADDING;
    draw_text(list, right, y + 22, MEDIUM(28), ALIGN_RIGHT, TOKEN_INK, recent->when);
    draw_text(list, right, y + 64, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, ratings);
    draw_text_within(list, left, y + 16,
                     right - draw_width(list, MEDIUM(28), recent->when) - 32 - left, SEMIBOLD(36),
                     ALIGN_LEFT, TOKEN_INK, recent->title);
    if (recent->training) {
        draw_text(list, left, y + 64, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                  word(WORD_TRAINING_MARK));
        left += draw_width(list, SEMIBOLD(24), word(WORD_TRAINING_MARK)) + 16;
    }
    draw_text_within(list, left, y + 64, right - draw_width(list, REGULAR(24), ratings) - 32 - left,
                     REGULAR(24), ALIGN_LEFT, TOKEN_INK2, schools);
}

int start_recents(struct ui *ui, double x, double y, double w, const struct start_given *given)
{
    struct draw_list *list = ui->list;
    int chosen = -1;
    draw_text_within(list, x + PADDING, y - RECENTS_HEAD, w - PADDING, SEMIBOLD(28), ALIGN_LEFT,
                     TOKEN_INK, word(WORD_START_RECENT));
    if (given->recent_count <= 0) {
        draw_frame(list, x, y, w, EMPTY_H, 16, 2, TOKEN_LINE);
        draw_text_within(list, x + PADDING, y + 122, w - 2 * PADDING, SEMIBOLD(36), ALIGN_LEFT,
                         TOKEN_INK, word(WORD_START_NONE));
        draw_paragraph(list, x + PADDING, y + 174, w - 2 * PADDING, 3, REGULAR(28), ALIGN_LEFT,
                       WRAP_BALANCED, TOKEN_INK2, word(WORD_START_NONE_MORE));
    }
    for (int i = 0; i < given->recent_count && i < START_RECENTS; i++) {
        const struct start_recent *recent = &given->recents[i];
        ui_id id = ui_id_of("start-recent", i);
        double row_y = y + i * RECENT_PITCH;
        bool off = recent->damaged && !recent->copy[0];
        if (ui_area(ui, id, x, row_y, w, RECENT_H, 16, 4, off ? UI_OFF : 0))
            chosen = i;
        enum token fill = ui_held(ui, id)      ? TOKEN_SUNKEN
                          : ui_hovered(ui, id) ? TOKEN_TINT
                                               : TOKEN_SURFACE;
        if (recent->damaged) {
            draw_outline(list, x, row_y, w, RECENT_H, 16, 2, TOKEN_INK, fill);
            draw_damaged(list, x, row_y, w, recent);
        } else {
            draw_round(list, x, row_y, w, RECENT_H, 16, fill);
            draw_recent(list, x, row_y, w, recent);
        }
    }
    return chosen;
}

/* Quieter ways, under the welcome: beside one another where there is room, else one above the
 * other. */
static enum start_choice run_quiet(struct ui *ui, double x, double w)
{
    struct button bring = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_BRING_OFFER), .height = BRING_H};
    struct button forms = {.kind = BUTTON_QUIET, .text = word(WORD_FORMS_OFFER), .height = BRING_H};
    double bring_w = button_width(ui, bring);
    bool beside = bring_w + FORMS_GAP + button_width(ui, forms) <= w;
    double bring_y = BRING_Y;
    if (!beside) {
        bring.height = forms.height = STACKED_H;
        bring_y = BRING_Y + BRING_H - STACKED_H;
    }
    ui_id forms_id = ui_id_of("start-forms", 0);
    ui_group(ui, ui_id_of("start-quiet", 0), beside ? 0 : 1);
    bool writes = !beside && button_run(ui, forms_id, x, bring_y - STACKED_H - 2, forms);
    bool brings = button_run(ui, ui_id_of("start-bring", 0), x, bring_y, bring);
    writes |= beside && button_run(ui, forms_id, x + bring_w + FORMS_GAP, bring_y, forms);
    ui_group_end(ui);
    return brings ? START_BRING : writes ? START_FORMS : START_NOTHING;
}

static struct start_outcome run_front(struct ui *ui, const struct layout *layout,
                                      struct start_screen *screen, const struct start_given *given)
{
    struct start_outcome outcome = {.choice = START_NOTHING};
    double content = layout->right - layout->left;
    double w = fmin(CARD_MOST_W, floor(content * 0.518)), x = layout->right - w;
    draw_welcome(ui->list, layout->left, x - 48 - layout->left, screen);
    ui_group(ui, ui_id_of("start-cards", 0), 1);
    bool begin = start_card(ui, "start-new", x, NEW_Y, w, NEW_H, true, word(WORD_START_NEW),
                            word(WORD_START_NEW_MORE));
    int recent = start_recents(ui, x, RECENTS_Y, w, given);
    bool talks = start_card(ui, "start-talks", x, TALKS_Y, w, SMALL_H, false,
                            word(WORD_START_TALKS), word(WORD_START_TALKS_MORE));
    bool training = start_card(ui, "start-example", x, TRAINING_Y, w, SMALL_H, false,
                               word(WORD_START_EXAMPLE), word(WORD_START_EXAMPLE_MORE));
    ui_group_end(ui);
    enum start_choice quiet = run_quiet(ui, layout->left, x - 48 - layout->left);
    ui_focus_first(ui, ui_id_of("start-new", 0));
    if (begin)
        asking_open(ui, screen, given, START_FOR_REVIEW);
    else if (recent >= 0)
        outcome = (struct start_outcome){.choice = START_OPEN, .recent = recent};
    else if (talks)
        screen->page = START_TALKS;
    else if (training)
        screen->page = START_TRAININGS;
    else if (quiet)
        outcome.choice = quiet;
    else if (ui_letter(ui, 'p', 0))
        outcome.choice = START_FORMS;
    else if (ui_letter(ui, 'q', 0))
        outcome.choice = START_QUIT;
    else if (ui_letter(ui, 't', 0))
        outcome.choice = START_THEME;
    return outcome;
}

/* What was dropped, with the page that takes it behind it. */
static void bring_up_basket(struct ui *ui, struct start_screen *screen,
                            const struct start_given *given)
{
    bool asked = screen->page == START_ASKING || screen->page == START_BASKET;
    if (!asked || screen->purpose == START_FOR_TRAINING)
        asking_open(ui, screen, given,
                    screen->page == START_TALKS ? START_FOR_TALKS : START_FOR_REVIEW);
    screen->page = START_BASKET;
    given->basket->arrived = true;
}

static struct start_outcome run_basket(struct ui *ui, const struct layout *layout,
                                       struct start_screen *screen, const struct start_given *given)
{
    struct basket_box box = {layout->left, 40, layout->right - layout->left, FOOT_Y - 40};
    struct start_outcome outcome = {
        .choice = START_BROUGHT, .brought = basket_draw(ui, box, given->basket, &given->brought)};
    if (outcome.brought.choice == BASKET_TAKE || outcome.brought.choice == BASKET_BACK) {
        screen->page = START_ASKING;
        ui_focus(ui, ui_id_of("asking-basket", 0));
    }
    return outcome;
}

struct start_outcome start_draw(struct ui *ui, const struct layout *layout,
                                struct start_screen *screen, const struct start_given *given)
{
    if (screen->dropped && given->basket)
        bring_up_basket(ui, screen, given);
    screen->dropped = false;
    switch (screen->page) {
    case START_FRONT:
        break;
    case START_TALKS:
        return talks_draw(ui, layout, screen, given);
    case START_TRAININGS:
        return trainings_draw(ui, layout, screen, given);
    case START_ASKING:
        return asking_draw(ui, layout, screen, given);
    case START_BASKET:
        return run_basket(ui, layout, screen, given);
    case START_PLANNING:
        planning_draw(ui, layout, screen);
        return (struct start_outcome){.choice = START_NOTHING};
    }
    return run_front(ui, layout, screen, given);
}

void start_drop(struct start_screen *screen)
{
    screen->dropped = true;
}
