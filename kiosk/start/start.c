#include "start/start.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "start/asking.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "ui/notice.h"
#include "words/words.h"

enum {
    CARD_MOST_W = 928,
    CARD_H = 208,
    NEW_Y = 64,
    RECENTS_HEAD_Y = 320,
    RECENTS_Y = 376,
    RECENT_H = 112,
    RECENT_PITCH = 128,
    EMPTY_H = 368,
    EXAMPLE_Y = 808,
    PADDING = 48,
    TROUBLE_Y = 704, /* of what went wrong, below the welcome */
};

static void draw_welcome(struct draw_list *list, double x, double w,
                         const struct start_screen *screen)
{
    mark_logo(list, x, 64, 160);
    int size = draw_width(list, BOLD(144), word(WORD_APP_NAME)) <= w + 7 ? 144 : 96;
    draw_text(list, x - size / 20.0, 272, BOLD(size), ALIGN_LEFT, TOKEN_INK, word(WORD_APP_NAME));
    draw_paragraph(list, x, 440, fmin(w, 760), 4, REGULAR(48), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK2, word(WORD_START_LINE));
    if (screen->trouble[0])
        notice_draw(list, x, TROUBLE_Y, w,
                    (struct notice){.line = word(WORD_START_NOT_OPENED),
                                    .more = screen->trouble,
                                    .size = 28,
                                    .strong = true});
    draw_text_within(list, x, 936, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_START_KEYS_MOVE));
    draw_text_within(list, x, 984, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_START_KEYS_MORE));
}

/* One of the two large cards: a title, a line and an arrow. */
static bool run_card(struct ui *ui, const char *name, double x, double y, double w, bool primary,
                     const char *title, const char *line)
{
    ui_id id = ui_id_of(name, 0);
    struct draw_list *list = ui->list;
    bool done = ui_area(ui, id, x, y, w, CARD_H, 16, 4, 0);
    enum token ink = primary ? TOKEN_ON_ACCENT : TOKEN_INK;
    bool held = ui_held(ui, id), hovered = ui_hovered(ui, id);
    if (primary)
        draw_round(list, x, y, w, CARD_H, 16,
                   held      ? TOKEN_ACCENT_PRESSED
                   : hovered ? TOKEN_ACCENT_HOVER
                             : TOKEN_ACCENT);
    else
        draw_outline(list, x, y, w, CARD_H, 16, 2, TOKEN_OUTLINE,
                     held      ? TOKEN_SUNKEN
                     : hovered ? TOKEN_TINT
                               : TOKEN_PAPER);
    double text_w = w - 2 * PADDING - 64 - 32;
    double top = y + (draw_width(list, REGULAR(28), line) > text_w ? 36 : 54);
    draw_text_within(list, x + PADDING, top, text_w, SEMIBOLD(48), ALIGN_LEFT, ink, title);
    draw_paragraph(list, x + PADDING, top + 64, text_w, 2, REGULAR(28), ALIGN_LEFT, WRAP_BALANCED,
                   primary ? TOKEN_ON_ACCENT : TOKEN_INK2, line);
    icon_draw(list, ICON_RIGHT, x + w - PADDING - 64, y + (CARD_H - 64) / 2.0, 64, 2, ink);
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
    draw_text_within(list, left, y + 64, right - draw_width(list, REGULAR(24), ratings) - 32 - left,
                     REGULAR(24), ALIGN_LEFT, TOKEN_INK2, schools);
}

/* Returns which recent review was chosen, -1 for none. */
static int run_recents(struct ui *ui, double x, double w, const struct start_given *given)
{
    struct draw_list *list = ui->list;
    int chosen = -1;
    draw_text_within(list, x + PADDING, RECENTS_HEAD_Y, w - PADDING, SEMIBOLD(28), ALIGN_LEFT,
                     TOKEN_INK, word(WORD_START_RECENT));
    if (given->recent_count <= 0) {
        draw_frame(list, x, RECENTS_Y, w, EMPTY_H, 16, 2, TOKEN_LINE);
        draw_text_within(list, x + PADDING, RECENTS_Y + 122, w - 2 * PADDING, SEMIBOLD(36),
                         ALIGN_LEFT, TOKEN_INK, word(WORD_START_NONE));
        draw_paragraph(list, x + PADDING, RECENTS_Y + 174, w - 2 * PADDING, 3, REGULAR(28),
                       ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2, word(WORD_START_NONE_MORE));
    }
    for (int i = 0; i < given->recent_count && i < START_RECENTS; i++) {
        const struct start_recent *recent = &given->recents[i];
        ui_id id = ui_id_of("start-recent", i);
        double y = RECENTS_Y + i * RECENT_PITCH;
        bool off = recent->damaged && !recent->copy[0];
        if (ui_area(ui, id, x, y, w, RECENT_H, 16, 4, off ? UI_OFF : 0))
            chosen = i;
        enum token fill = ui_held(ui, id)      ? TOKEN_SUNKEN
                          : ui_hovered(ui, id) ? TOKEN_TINT
                                               : TOKEN_SURFACE;
        if (recent->damaged) {
            draw_outline(list, x, y, w, RECENT_H, 16, 2, TOKEN_INK, fill);
            draw_damaged(list, x, y, w, recent);
        } else {
            draw_round(list, x, y, w, RECENT_H, 16, fill);
            draw_recent(list, x, y, w, recent);
        }
    }
    return chosen;
}

static struct start_outcome run_front(struct ui *ui, const struct layout *layout,
                                      struct start_screen *screen, const struct start_given *given)
{
    struct start_outcome outcome = {.choice = START_NOTHING};
    double content = layout->right - layout->left;
    double w = fmin(CARD_MOST_W, floor(content * 0.518)), x = layout->right - w;
    draw_welcome(ui->list, layout->left, x - 48 - layout->left, screen);
    ui_group(ui, ui_id_of("start-cards", 0), 1);
    bool begin = run_card(ui, "start-new", x, NEW_Y, w, true, word(WORD_START_NEW),
                          word(WORD_START_NEW_MORE));
    int recent = run_recents(ui, x, w, given);
    bool example = run_card(ui, "start-example", x, EXAMPLE_Y, w, false, word(WORD_START_EXAMPLE),
                            word(WORD_START_EXAMPLE_MORE));
    ui_group_end(ui);
    ui_focus_first(ui, ui_id_of("start-new", 0));
    if (begin)
        asking_open(ui, screen, given);
    else if (recent >= 0)
        outcome = (struct start_outcome){.choice = START_OPEN, .recent = recent};
    else if (example)
        outcome.choice = START_EXAMPLE;
    else if (ui_letter(ui, 'q', 0))
        outcome.choice = START_QUIT;
    else if (ui_letter(ui, 't', 0))
        outcome.choice = START_THEME;
    return outcome;
}

struct start_outcome start_draw(struct ui *ui, const struct layout *layout,
                                struct start_screen *screen, const struct start_given *given)
{
    if (screen->dropped && !screen->asking)
        asking_open(ui, screen, given);
    screen->dropped = false;
    if (screen->asking)
        return asking_draw(ui, layout, screen, given);
    return run_front(ui, layout, screen, given);
}

void start_drop(struct start_screen *screen, const char *path)
{
    text_copy(screen->import, sizeof screen->import, path);
    screen->dropped = true;
}
