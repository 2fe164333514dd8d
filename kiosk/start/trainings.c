#include "start/trainings.h"

#include <math.h>
#include <stdio.h>

#include "start/asking.h"
#include "start/talks.h"
#include "ui/button.h"
#include "ui/notice.h"
#include "words/words.h"

enum {
    HEAD_Y = 64,
    NOTICE_Y = 640,
    FOOT_Y = 968,
    CARDS_Y = 116,
    CARD_TOP = 60, /* of the lines that tell what a rehearsal is about */
    CARD_FOOT = 12,
    CARD_GAP = 12,
    LINES = 2,     /* of them where there are many rehearsals, */
    LINES_FEW = 4, /* and up to so many: */
    FEW = 3,
    SHOWN = 5,       /* on the page, */
    SHOWN_PAGED = 4, /* and beside the buttons that turn it */
    ALONE_Y = 872,
    ALONE_H = 144,
    PADDING = 40,
};

/* The rehearsals that can be begun, as places in the catalogue; how many. */
static int list_usable(const struct rehearsal_catalogue *packs, int list[REHEARSALS_MAX])
{
    int count = 0;
    for (int i = 0; packs && i < packs->count && i < REHEARSALS_MAX; i++)
        if (packs->entries[i].id[0])
            list[count++] = i;
    return count;
}

/* What went wrong: with what was asked for, else with a pack. */
static void draw_trouble(struct ui *ui, double x, double w, const struct start_screen *screen,
                         const struct rehearsal_catalogue *packs)
{
    struct notice notice = {.line = word(WORD_START_NOT_BEGUN),
                            .more = screen->trouble,
                            .size = 28,
                            .strong = screen->trouble[0] != '\0'};
    for (int i = 0; !notice.more[0] && packs && i < packs->count; i++)
        if (!packs->entries[i].id[0]) {
            notice.line = word(WORD_TRAIN_FAULTY);
            notice.more = packs->entries[i].trouble.text;
        }
    if (notice.more[0])
        notice_draw(ui->list, x, NOTICE_Y, w, notice);
}

static bool run_card(struct ui *ui, int i, double x, double y, double w, int lines,
                     const struct rehearsal_entry *entry)
{
    struct draw_list *list = ui->list;
    ui_id id = ui_id_of("rehearsal", i);
    char size[64];
    double h = CARD_TOP + lines * type_line(24) + CARD_FOOT;
    bool done = ui_area(ui, id, x, y, w, h, 16, 4, 0);
    draw_outline(list, x, y, w, h, 16, 2, TOKEN_OUTLINE,
                 ui_held(ui, id)      ? TOKEN_SUNKEN
                 : ui_hovered(ui, id) ? TOKEN_TINT
                                      : TOKEN_SURFACE);
    snprintf(size, sizeof size, word(WORD_TRAIN_SIZE), entry->school_count, entry->role_count);
    double size_w = draw_width(list, REGULAR(24), size), text_w = w - 2 * PADDING;
    draw_text_within(list, x + PADDING, y + 14, text_w - size_w - 24, SEMIBOLD(36), ALIGN_LEFT,
                     TOKEN_INK, entry->title);
    draw_text(list, x + w - PADDING, y + 22, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, size);
    draw_paragraph(list, x + PADDING, y + CARD_TOP, text_w, lines, REGULAR(24), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK2, entry->about);
    return done;
}

static void turn_page(struct ui *ui, double x, double y, double w, struct start_screen *screen,
                      int pages)
{
    char text[64];
    int *page = &screen->rehearsal_page;
    snprintf(text, sizeof text, word(WORD_PAGE), *page + 1, pages);
    bool back = button_icon(ui, ui_id_of("rehearsals-back", 0), x, y, 48, ICON_LEFT, *page == 0);
    bool next = button_icon(ui, ui_id_of("rehearsals-next", 0), x + w - 48, y, 48, ICON_RIGHT,
                            *page == pages - 1);
    draw_text(ui->list, x + w / 2, y + 8, REGULAR(24), ALIGN_CENTRE, TOKEN_INK2, text);
    if ((back || ui_pressed(ui, KEY_PAGE_UP, 0)) && *page > 0)
        --*page;
    else if ((next || ui_pressed(ui, KEY_PAGE_DOWN, 0)) && *page < pages - 1)
        ++*page;
}

/* Which of the catalogue was chosen; -1: none. */
static int run_rehearsals(struct ui *ui, double x, double w, struct start_screen *screen,
                          const struct rehearsal_catalogue *packs)
{
    int list[REHEARSALS_MAX], count = list_usable(packs, list), chosen = -1;
    int lines = count > FEW ? LINES : LINES_FEW;
    double pitch = CARD_TOP + lines * type_line(24) + CARD_FOOT + CARD_GAP;
    int shown = count > SHOWN ? SHOWN_PAGED : SHOWN, pages = (count + shown - 1) / shown;
    draw_text_within(ui->list, x + PADDING, HEAD_Y, w - PADDING, SEMIBOLD(28), ALIGN_LEFT,
                     TOKEN_INK, word(WORD_TRAIN_PLAYED));
    if (count == 0)
        draw_text_within(ui->list, x + PADDING, CARDS_Y, w - PADDING, REGULAR(28), ALIGN_LEFT,
                         TOKEN_INK2, word(WORD_TRAIN_PLAYED_NONE));
    for (int i = 0; i < shown && screen->rehearsal_page * shown + i < count; i++) {
        int at = list[screen->rehearsal_page * shown + i];
        if (run_card(ui, i, x, CARDS_Y + i * pitch, w, lines, &packs->entries[at]))
            chosen = at;
    }
    if (pages > 1)
        turn_page(ui, x, CARDS_Y + shown * pitch, w, screen, pages);
    return chosen;
}

struct start_outcome trainings_draw(struct ui *ui, const struct layout *layout,
                                    struct start_screen *screen, const struct start_given *given)
{
    struct start_outcome outcome = {.choice = START_NOTHING};
    double w = fmin(928, floor((layout->right - layout->left) * 0.518)), x = layout->right - w;
    double left = layout->left, text_w = x - 48 - left;
    double y = HEAD_Y + draw_paragraph(ui->list, left, HEAD_Y, text_w, 2, SEMIBOLD(48), ALIGN_LEFT,
                                       WRAP_BALANCED, TOKEN_INK, word(WORD_START_EXAMPLE));
    draw_paragraph(ui->list, left, y + 16, fmin(text_w, 760), 8, REGULAR(36), ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK2, word(WORD_TRAIN_WHY));
    draw_trouble(ui, left, text_w, screen, given->rehearsals);
    ui_group(ui, ui_id_of("trainings", 0), 1);
    int chosen = run_rehearsals(ui, x, w, screen, given->rehearsals);
    bool alone = start_card(ui, "training-alone", x, ALONE_Y, w, ALONE_H, false,
                            word(WORD_TRAIN_ALONE), word(WORD_TRAIN_ALONE_MORE));
    ui_group_end(ui);
    bool back =
        button_run(ui, ui_id_of("trainings-back", 0), left, FOOT_Y,
                   (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_START_BACK)});
    int list[REHEARSALS_MAX];
    ui_focus_first(ui, list_usable(given->rehearsals, list) ? ui_id_of("rehearsal", 0)
                                                            : ui_id_of("training-alone", 0));
    if (alone) {
        asking_open(ui, screen, given, START_FOR_TRAINING);
    } else if (chosen >= 0) {
        outcome = (struct start_outcome){.choice = START_REHEARSE, .rehearsal = chosen};
    } else if (back || ui_pressed(ui, KEY_ESCAPE, 0)) {
        screen->page = START_FRONT;
        screen->trouble[0] = '\0';
        ui_focus(ui, ui_id_of("start-example", 0));
    }
    return outcome;
}
