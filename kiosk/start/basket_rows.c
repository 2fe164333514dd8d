#include "start/basket_rows.h"

#include <math.h>
#include <stdio.h>

#include "words/words.h"

/* Which rows there are, and which of them are in sight. */

enum {
    BAR = 16,   /* kept free for the sign of how far down this is */
    RING = 4,   /* the focus ring reaches beyond a row */
    BELOW = 40, /* the line that says there is more */
};

static void add_rows(struct basket_rows *r, enum basket_row_kind kind, int count,
                     const char *heading)
{
    if (count > 0 && heading)
        r->row[r->count++] = (struct basket_row){.kind = BASKET_ROW_HEADING, .text = heading};
    for (int i = 0; i < count && r->count < BASKET_ROWS_MAX; i++)
        r->row[r->count++] = (struct basket_row){.kind = kind, .index = i};
}

/* What needs somebody comes first. */
static void list_rows(struct basket_rows *r)
{
    const struct basket *basket = r->basket;
    add_rows(r, BASKET_ROW_TROUBLE, basket->trouble[0] != '\0', NULL);
    add_rows(r, BASKET_ROW_REFUSED, basket->refused_count, NULL);
    add_rows(r, BASKET_ROW_QUESTION, basket->question_count, word(WORD_BASKET_ASKS));
    add_rows(r, BASKET_ROW_THING, basket->thing_count, word(WORD_BASKET_THINGS));
    add_rows(r, BASKET_ROW_LINE, basket->line_count, NULL);
    add_rows(r, BASKET_ROW_REVIEW, r->given->review_count, word(WORD_BASKET_REVIEWS));
    for (int i = 0; i < r->count; i++) {
        struct basket_row *row = &r->row[i];
        row->h = basket_row_how[row->kind].height(r, row->index) + BASKET_GAP;
    }
}

/* How many rows from `first` on fit into h. */
static int fitting(const struct basket_rows *r, int first, double h)
{
    int i = first;
    for (; i < r->count && (h -= r->row[i].h) >= -BASKET_GAP; i++)
        ;
    return i - first;
}

/* The first row when the last one is in sight. */
static int last_top(const struct basket_rows *r, double h)
{
    int top = r->count;
    while (top > 0 && (h -= r->row[top - 1].h) >= -BASKET_GAP)
        top--;
    return top < r->count ? top : r->count > 0 ? r->count - 1 : 0;
}

static bool has_focus(const struct basket_rows *r, const struct basket_row *row)
{
    static const char *const others[] = {"basket-out", "basket-day", "basket-called"};
    const char *widget = basket_row_how[row->kind].widget;
    bool there = widget && ui_focused(r->ui, ui_id_of(widget, row->index));
    for (size_t i = 0; row->kind == BASKET_ROW_THING && i < sizeof others / sizeof *others; i++)
        there |= ui_focused(r->ui, ui_id_of(others[i], row->index));
    return there;
}

/* Page keys and the wheel move the rows; a focus that has just come to one brings it into sight. */
static int scroll(struct basket_rows *r, double h)
{
    struct basket *b = r->basket;
    int top = b->top, last = last_top(r, h), shown = fitting(r, top, h);
    for (int i = 0; i < r->ui->input->count; i++)
        if (r->ui->input->event[i].kind == INPUT_WHEEL && !r->ui->popup.item)
            top -= r->ui->input->event[i].turn;
    if (ui_pressed(r->ui, KEY_PAGE_DOWN, 0))
        top += shown > 0 ? shown : 1;
    if (ui_pressed(r->ui, KEY_PAGE_UP, 0))
        for (int to = top; top > 0 && fitting(r, top - 1, h) > to - top;)
            top--;
    top = top > last ? last : top;
    top = top < 0 ? 0 : top;
    for (int i = 0; b->followed != r->ui->focus && i < r->count; i++) {
        if (!has_focus(r, &r->row[i]))
            continue;
        top = i < top ? i : top;
        while (i >= top + fitting(r, top, h) && top < i)
            top++;
    }
    b->followed = r->ui->focus;
    return b->top = top;
}

/* How far down this is, at the right, and that there is more. */
static void draw_bar(const struct basket_rows *r, struct basket_box box, int shown)
{
    int top = r->basket->top, below = r->count - top - shown;
    char text[64];
    double track = box.h - 8, thumb = fmax(48, track * shown / r->count);
    double at = box.y + (track - thumb) * top / (r->count - shown);
    draw_round(r->ui->list, box.x + box.w - 6, at, 6, thumb, 3, TOKEN_OUTLINE);
    snprintf(text, sizeof text, word(below ? WORD_BASKET_ROWS_MORE : WORD_BASKET_ROWS_LAST), below);
    draw_text_within(r->ui->list, box.x, box.y + box.h - type_line(r->ui->style->line_size), r->w,
                     REGULAR(r->ui->style->line_size), ALIGN_LEFT, TOKEN_INK2, text);
}

struct basket_outcome basket_rows(struct ui *ui, struct basket_box box, struct basket *basket,
                                  const struct basket_given *given)
{
    struct basket_rows r = {.ui = ui, .basket = basket, .given = given, .x = box.x + RING};
    r.w = box.w - 2 * RING - BAR;
    list_rows(&r);
    double y = box.y + RING, h = box.h - RING;
    bool whole = fitting(&r, 0, h) == r.count;
    h -= whole ? 0 : BELOW;
    int top = scroll(&r, h), shown = fitting(&r, top, h);
    for (int i = 0; i < r.count; i++) {
        const struct basket_row *row = &r.row[i];
        bool in_sight = i >= top && i < top + shown;
        if (in_sight)
            basket_row_how[row->kind].run(&r, row, y);
        else if (basket_row_how[row->kind].widget)
            ui_area(ui, ui_id_of(basket_row_how[row->kind].widget, row->index), -9999, 0, 0, 0, 0,
                    0, 0);
        y += in_sight ? row->h : 0;
    }
    if (!whole)
        draw_bar(&r, box, shown);
    return r.outcome;
}
