/* What a school leader hears first: why this is done and what becomes of the answers. */

#include <math.h>

#include "console/talk_parts.h"

enum { TEXTS = 5, GAP = 32, PADDING = 32, COLUMNS = 2 };

static const struct {
    enum word title, more;
} texts[TEXTS] = {
    {WORD_TALK_WHY_1, WORD_TALK_WHY_1_MORE}, {WORD_TALK_WHY_2, WORD_TALK_WHY_2_MORE},
    {WORD_TALK_WHY_3, WORD_TALK_WHY_3_MORE}, {WORD_TALK_WHY_4, WORD_TALK_WHY_4_MORE},
    {WORD_TALK_WHY_5, WORD_TALK_WHY_5_MORE},
};

static double text_height(const struct draw_list *list, double w, struct type type,
                          const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w, TYPE_MAX_LINES, WRAP_GREEDY, text);
    return lines.count * type_line(type.size);
}

/* One card across `w`; returns its height. The last is as wide as the page. */
static double card_height(const struct draw_list *list, int i, double w)
{
    return 2 * PADDING + text_height(list, w - 2 * PADDING, SEMIBOLD(28), word(texts[i].title)) +
           8 + text_height(list, w - 2 * PADDING, REGULAR(24), word(texts[i].more));
}

static void draw_card(struct draw_list *list, int i, double x, double y, double w, double h)
{
    double inside = w - 2 * PADDING;
    draw_round(list, x, y, w, h, 16, TOKEN_SURFACE);
    y += PADDING;
    y += draw_paragraph(list, x + PADDING, y, inside, TYPE_MAX_LINES, SEMIBOLD(28), ALIGN_LEFT,
                        WRAP_GREEDY, TOKEN_INK, word(texts[i].title));
    draw_paragraph(list, x + PADDING, y + 8, inside, TYPE_MAX_LINES, REGULAR(24), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK, word(texts[i].more));
}

static void draw_cards(struct console *c, double y)
{
    struct draw_list *list = c->ui->list;
    double w = floor((c->w - GAP) / COLUMNS);
    for (int i = 0; i < TEXTS; i += COLUMNS) {
        bool alone = i + 1 == TEXTS;
        double h = card_height(list, i, alone ? c->w : w);
        double other = alone ? 0 : card_height(list, i + 1, w);
        h = h > other ? h : other;
        draw_card(list, i, c->x, y, alone ? c->w : w, h);
        if (!alone)
            draw_card(list, i + 1, c->x + w + GAP, y, w, h);
        y += h + 24;
    }
}

void talk_why_draw(struct console *c)
{
    bool begun = c->sight.room->progress[c->talk.school].agreed > 0;
    talk_head_draw(c);
    draw_text_within(c->ui->list, c->x, c->y + TALK_HEAD + 16, c->w, SEMIBOLD(48), ALIGN_LEFT,
                     TOKEN_INK, word(WORD_TALK_WHY));
    draw_cards(c, c->y + TALK_HEAD + 88);
    talk_foot_draw(c);
    double right = c->x + c->w;
    struct button begin = {.kind = BUTTON_PRIMARY,
                           .text = word(begun ? WORD_TALK_CARRY_ON : WORD_TALK_BEGIN),
                           .icon = ICON_RIGHT};
    if (talk_foot_button(c, "talk-begin", &right, begin) || ui_pressed(c->ui, KEY_PAGE_DOWN, 0))
        talk_go(c, c->talk.condition);
    if (c->talk.arrived)
        ui_focus(c->ui, ui_id_of("talk-begin", 0));
}
