/* The wells of a board: a heading each, its notes in rows and pages. The whole is one widget, so
 * that one key moves from any note to any other (board_hands.c). */

#include "console/wells.h"

#include <math.h>
#include <stdio.h>

#include "ui/button.h"
#include "ui/mark.h"

enum {
    GAP = 16,          /* between wells */
    FOOT = 52,         /* its pages, where they stand below the notes */
    TITLE_WIDTH = 400, /* of a well that has room for both beside each other */
    ROW_GAP = 6,
    SIDE = 64,  /* of a row, for its signs */
    DENSE = 72, /* rows of two lines of 20 */
    ROOMY = 84, /* rows of two lines of 24, where all notes fit on one page */
};

ui_id wells_id(void)
{
    return ui_id_of("board-list", 0);
}

int wells_pages(const struct shelf *shelf, const struct wells *wells, int heading)
{
    int count = shelf_count(shelf, heading);
    return count ? (count + wells->rows - 1) / wells->rows : 1;
}

static struct wells lay_out(const struct shelf *shelf, double x, double y, double w, double h)
{
    int down = shelf->headings > 3 ? 2 : 1, most = 0;
    struct wells wells = {.x = x, .y = y, .across = (shelf->headings + down - 1) / down};
    wells.w = floor((w - (wells.across - 1) * GAP) / wells.across);
    wells.h = floor((h - (down - 1) * GAP) / down);
    for (int heading = 1; heading <= shelf->headings; heading++)
        most = shelf_count(shelf, heading) > most ? shelf_count(shelf, heading) : most;
    wells.foot = wells.w < TITLE_WIDTH;
    double inside = wells.h - WELLS_HEAD - (wells.foot ? FOOT : WELLS_PADDING);
    bool roomy = most * (ROOMY + ROW_GAP) <= inside && wells.w > 380;
    wells.row = (roomy ? ROOMY : DENSE) + ROW_GAP;
    wells.size = roomy ? 24 : 20;
    wells.rows = (int)(inside / wells.row);
    if (!roomy) /* what is left over goes to the rows */
        wells.row = floor(inside / wells.rows);
    return wells;
}

void wells_box(const struct wells *wells, int heading, double *x, double *y)
{
    *x = wells->x + (heading - 1) % wells->across * (wells->w + GAP);
    *y = wells->y + floor((heading - 1) / (double)wells->across) * (wells->h + GAP);
}

/* Keeps every heading on a page that it has, and the chosen note's on the page with that note. */
static void turn_pages(struct console *c, const struct shelf *shelf, const struct wells *wells)
{
    struct console_board *b = &c->board;
    int at = shelf_find(shelf, b->chosen);
    if (at >= 0 && !b->turned)
        b->page[b->heading - 1] = (at - shelf->first[b->heading - 1]) / wells->rows;
    for (int heading = 1; heading <= shelf->headings; heading++) {
        int last = wells_pages(shelf, wells, heading) - 1;
        if (b->page[heading - 1] > last)
            b->page[heading - 1] = last;
    }
}

void wells_turn(struct console *c, const struct shelf *shelf, const struct wells *wells,
                int heading, int by)
{
    int page = c->board.page[heading - 1] + by;
    if (page < 0 || page >= wells_pages(shelf, wells, heading))
        return;
    c->board.page[heading - 1] = page;
    c->board.turned = true;
}

/* ---- drawing ---- */

static void draw_star(struct draw_list *list, double x, double y, double size)
{
    double points[20];
    for (int i = 0; i < 10; i++)
        mark_on_circle(&points[2 * i], &points[2 * i + 1], x + size / 2, y + size / 2,
                       i % 2 ? size * 0.22 : size / 2, i, 10);
    draw_polygon(list, points, 10, TOKEN_ACCENT);
}

/* At the right end of a row: to be taken up, whose group, how many are part of it, suggestions. */
static void draw_signs(struct draw_list *list, const struct shelf *shelf, note_id note,
                       double right, double y)
{
    const struct note_item *item = &shelf->room->notes[note];
    char text[8];
    double at = right;
    if (item->group) {
        snprintf(text, sizeof text, "%u", item->group);
        double w = fmax(28, draw_width(list, SEMIBOLD(20), text) + 12);
        draw_frame(list, at - w, y, w, 28, 14, 2, TOKEN_OUTLINE);
        draw_text(list, at - w / 2, y, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_INK, text);
        at -= w + 4;
    }
    if (item->starred)
        draw_star(list, at - 26, y + 1, 26);
    at = right;
    if (shelf->alike[note]) {
        snprintf(text, sizeof text, "+%u", shelf->alike[note]);
        draw_text(list, at, y + 30, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK2, text);
        at -= draw_width(list, SEMIBOLD(20), text) + 8;
    }
    if (shelf->hints[note]) {
        snprintf(text, sizeof text, "%u", shelf->hints[note]);
        draw_text(list, at, y + 30, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK2, text);
        at -= draw_width(list, SEMIBOLD(20), text) + 4;
        const double corner[] = {at - 12, y + 36, at - 12, y + 46, at - 2, y + 46};
        draw_line(list, corner, 3, 2, TOKEN_INK2);
        at -= 20;
    }
    if (shelf->acted[note])
        mark_tick(list, at - 12, y + 44, 24, TOKEN_ACCENT, TOKEN_ON_ACCENT);
}

static void draw_note(struct console *c, const struct shelf *shelf, const struct wells *wells,
                      note_id note, double x, double y)
{
    struct draw_list *list = c->ui->list;
    const struct note_item *item = &shelf->room->notes[note];
    double w = wells->w - 2 * WELLS_PADDING, h = wells->row - ROW_GAP;
    bool chosen = note == c->board.chosen, waits = item->state == NOTE_WAITING;
    enum token fill = chosen ? TOKEN_TINT : waits ? TOKEN_SUNKEN : TOKEN_NOTE;
    if (!waits)
        draw_round(list, x, y + 2, w, h, 8, TOKEN_SHADE);
    draw_outline(list, x, y, w, h, 8, chosen || note == c->board.joining ? 3 : 2,
                 chosen || note == c->board.joining ? TOKEN_ACCENT
                 : waits                            ? TOKEN_OUTLINE
                                                    : fill,
                 fill);
    int line = type_line(wells->size);
    struct type_lines lines;
    bool has_signs = item->group || item->starred || shelf->alike[note] || shelf->hints[note] ||
                     shelf->acted[note];
    double text_w = w - 24 - (has_signs ? SIDE : 0);
    type_wrap(&lines, list->metrics, list->u, REGULAR(wells->size), text_w, 2, WRAP_GREEDY,
              item->text);
    draw_paragraph(list, x + 12, y + (h - lines.count * line) / 2, text_w, 2, REGULAR(wells->size),
                   ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, item->text);
    draw_signs(list, shelf, note, x + w - 8, y + (h - 60) / 2);
    if (chosen && ui_focused(c->ui, wells_id()))
        ui_ring(c->ui, x, y, w, h, 8, 0);
}

/* "2 of 21" between its two buttons, at the right end of a heading. Returns where it begins. */
static double draw_pager(struct console *c, const struct shelf *shelf, const struct wells *wells,
                         int heading, double right, double y)
{
    int pages = wells_pages(shelf, wells, heading), page = c->board.page[heading - 1];
    char text[32];
    if (pages < 2)
        return right;
    snprintf(text, sizeof text, word(WORD_BOARDS_PAGE), page + 1, pages);
    double w = draw_width(c->ui->list, type_tabular(REGULAR(20)), text);
    if (button_icon(c->ui, ui_id_of("board-on", heading), right - 36, y, 36, ICON_RIGHT,
                    page == pages - 1))
        wells_turn(c, shelf, wells, heading, 1);
    draw_text(c->ui->list, right - 48, y + 4, type_tabular(REGULAR(20)), ALIGN_RIGHT, TOKEN_INK2,
              text);
    if (button_icon(c->ui, ui_id_of("board-back", heading), right - 96 - w, y, 36, ICON_LEFT,
                    page == 0))
        wells_turn(c, shelf, wells, heading, -1);
    return right - 108 - w;
}

static void draw_heading(struct console *c, const struct shelf *shelf, const struct wells *wells,
                         int heading, double x, double y)
{
    struct draw_list *list = c->ui->list;
    char count[16];
    snprintf(count, sizeof count, "%d", shelf_count(shelf, heading));
    double right = x + wells->w - WELLS_PADDING;
    double pager =
        draw_pager(c, shelf, wells, heading, right, wells->foot ? y + wells->h - FOOT + 10 : y + 6);
    right = wells->foot ? right : pager;
    double w = draw_width(list, REGULAR(24), count);
    draw_text(list, right, y + 8, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, count);
    draw_text_within(list, x + WELLS_PADDING, y + 8, right - w - 12 - x - WELLS_PADDING,
                     SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                     shelf->room->boards[shelf->board].content.headings[heading - 1]);
}

static void draw_well(struct console *c, const struct shelf *shelf, const struct wells *wells,
                      int heading)
{
    struct draw_list *list = c->ui->list;
    double x, y;
    wells_box(wells, heading, &x, &y);
    draw_round(list, x, y, wells->w, wells->h, 8, TOKEN_SUNKEN);
    if (heading == c->board.heading && !c->board.chosen && ui_focused(c->ui, wells_id()))
        ui_ring(c->ui, x, y, wells->w, wells->h, 8, 0);
    int first = shelf->first[heading - 1] + c->board.page[heading - 1] * wells->rows;
    int last =
        first + wells->rows < shelf->first[heading] ? first + wells->rows : shelf->first[heading];
    for (int i = first; i < last; i++)
        draw_note(c, shelf, wells, shelf->note[i], x + WELLS_PADDING,
                  y + WELLS_HEAD + (i - first) * wells->row);
    if (!shelf_count(shelf, heading))
        draw_paragraph(list, x + WELLS_PADDING, y + WELLS_HEAD, wells->w - 2 * WELLS_PADDING, 3,
                       REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                       word(shelf->room->boards[shelf->board].content.personal
                                ? WORD_BOARDS_PRIVATE
                                : WORD_BOARDS_EMPTY));
}

/* The note under the pointer, and the line where it would stand. */
static void draw_drag(struct console *c, const struct shelf *shelf, const struct wells *wells)
{
    struct draw_list *list = c->ui->list;
    double px = c->ui->pointer_x, py = c->ui->pointer_y, x, y, w = wells->w - 2 * WELLS_PADDING;
    int at, heading = wells_under(c, shelf, wells, px, py, true, &at);
    if (!c->board.dragging || !c->board.chosen)
        return;
    if (heading) {
        wells_box(wells, heading, &x, &y);
        double row = at - c->board.page[heading - 1] * wells->rows;
        draw_rect(list, x + WELLS_PADDING, y + WELLS_HEAD + row * wells->row - ROW_GAP / 2.0 - 2, w,
                  4, TOKEN_ACCENT);
    }
    draw_outline(list, px + 8, py + 8, w * 0.75, 48, 8, 3, TOKEN_ACCENT, TOKEN_TINT);
    draw_text_within(list, px + 20, py + 16, w * 0.75 - 24, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                     shelf->room->notes[c->board.chosen].text);
}

void board_list_draw(struct console *c, const struct shelf *shelf, double x, double y, double w,
                     double h)
{
    struct wells wells = lay_out(shelf, x, y, w, h);
    if (!c->ui->focus) /* arrows are for notes, whatever was pointed at */
        ui_focus(c->ui, wells_id());
    if (ui_area(c->ui, wells_id(), x, y, w, h, 8, 0, UI_ARROWS | UI_PLAIN) && c->ui->keyed)
        board_enlarge(c);
    wells_obey(c, shelf, &wells);
    turn_pages(c, shelf, &wells);
    for (int heading = 1; heading <= shelf->headings; heading++)
        draw_well(c, shelf, &wells, heading);
    for (int heading = 1; heading <= shelf->headings; heading++) {
        double left, top;
        wells_box(&wells, heading, &left, &top);
        draw_heading(c, shelf, &wells, heading, left, top);
    }
    draw_drag(c, shelf, &wells);
}
