/* One note brought up large, for the whole room to speak of: its text at the left, at the right
 * what groups suggest to it and what others wrote alike. Type goes down the scale until all fits;
 * what does not even then is paged. */

#include <math.h>
#include <stdio.h>

#include "stage/board.h"
#include "stage/rail.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    PAD = 56,
    GAP = 48, /* between note and list */
    LEAST_LIST = 512,
    ENTRY_GAP = 16,
    INDENT = 32,
    HEAD_GAP = 8, /* under a heading of the list */
    PAGE_LINE = 40,
    LINES_MOST = 12,
    FOOT_MOST = 120,
};

/* One note large: where its card and its list stand. */
struct large {
    const struct board *board;
    note_id note;
    double x, y, w, h;
    double list_x, list_w; /* none where list_w is 0 */
    int size;              /* of the list's type */
    int pages, page;
};

/* The next entry of the list after `from`: suggestions first, then those alike; 0 at the end. */
static note_id next_entry(const struct large *l, note_id from)
{
    const struct note_item *notes = l->board->room->notes;
    bool alike = from && notes[from].merged;
    for (int pass = alike; pass < 2; pass++) {
        for (int i = from + 1; i <= NOTES_MAX; i++)
            if (i != l->note && (notes[i].merged != 0) == pass &&
                board_card_of(l->board->room, (note_id)i) == l->note)
                return (note_id)i;
        from = 0;
    }
    return 0;
}

static double entry_height(const struct large *l, note_id entry, int size)
{
    int lines = board_lines(l->board, REGULAR(size), l->list_w - INDENT, LINES_MOST,
                            l->board->room->notes[entry].text);
    return (lines ? lines : LINES_MOST) * type_line(size) + ENTRY_GAP;
}

static double head_height(const struct large *l, note_id entry, note_id before)
{
    const struct note_item *notes = l->board->room->notes;
    bool first = !before || (notes[before].merged != 0) != (notes[entry].merged != 0);
    return first ? type_line(28) + HEAD_GAP + (before ? ENTRY_GAP : 0) : 0;
}

/* The last entry that fits on a page whose first is the one after `from`; at least one. */
static note_id page_end(const struct large *l, note_id from, double most)
{
    double used = 0;
    note_id last = from, before = 0;
    for (note_id at; (at = next_entry(l, last)) != 0; before = last = at) {
        used += head_height(l, at, before) + entry_height(l, at, l->size);
        if (used - ENTRY_GAP > most && before)
            break;
    }
    return last;
}

static void measure_list(struct large *l)
{
    note_id last = 0;
    l->pages = 1;
    for (l->size = 36; l->size >= 28; l->size -= 8)
        if (next_entry(l, page_end(l, 0, l->h)) == 0)
            return;
    l->size = 28;
    for (l->pages = 0; next_entry(l, last); l->pages++)
        last = page_end(l, last, l->h - PAGE_LINE);
    l->page = stage_page(l->board->frame, l->pages);
}

static struct large large_of(const struct board *board, note_id note, double top)
{
    const struct layout *layout = &board->frame->layout;
    struct large l = {.board = board, .note = note, .x = layout->left, .pages = 1};
    double content = layout->right - layout->left;
    l.y = fmax(top, 168);
    l.h = stage_bottom(board->frame) - l.y;
    l.w = content;
    if (board->suggestions[note] || board->alike[note]) {
        l.list_w = fmax(LEAST_LIST, floor(content * 0.44));
        l.w = content - l.list_w - GAP;
        l.list_x = l.x + l.w + GAP;
        measure_list(&l);
    }
    return l;
}

static void draw_note(struct draw_list *list, const struct large *l)
{
    static const int sizes[] = {96, 64, 48, 36, 28};
    const struct board *board = l->board;
    const struct note_item *note = &board->room->notes[l->note];
    const char *heading = note->heading >= 1 && note->heading <= board->item->content.heading_count
                              ? board->item->content.headings[note->heading - 1]
                              : "";
    double x = l->x + PAD, w = l->w - 2 * PAD;
    double foot = fmin(FOOT_MOST, card_foot(NULL, board, l->note, 0, 0, w, 0));
    double y = l->y + PAD + type_line(28) + 16, end = l->y + l->h - PAD - foot - (foot ? 16 : 0);
    draw_round(list, l->x, l->y + 4, l->w, l->h, 16, TOKEN_SHADE);
    draw_round(list, l->x, l->y, l->w, l->h, 16, TOKEN_NOTE);
    draw_text_within(list, x, l->y + PAD, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, heading);
    int step = 0, lines = 0, most = 1;
    for (;; step++) {
        most = (int)fmax(1, fmin(LINES_MOST, floor((end - y) / type_line(sizes[step]))));
        lines = board_lines(board, SEMIBOLD(sizes[step]), w, most, note->text);
        if (lines || step == 4)
            break;
    }
    double h = (lines ? lines : most) * type_line(sizes[step]);
    draw_paragraph(list, x, y + fmax(0, (end - y - h) / 2), w, most, SEMIBOLD(sizes[step]),
                   board_align(note->text), WRAP_BALANCED, TOKEN_INK, note->text);
    card_foot(list, board, l->note, x, end + 16, w, 0);
}

static void draw_list_of(struct draw_list *list, const struct large *l)
{
    const struct note_item *notes = l->board->room->notes;
    double y = l->y, most = l->h - (l->pages > 1 ? PAGE_LINE : 0);
    note_id from = 0, before = 0;
    for (int page = 0; page < l->page; page++)
        from = page_end(l, from, most);
    note_id last = page_end(l, from, most);
    for (note_id at = from; at != last;) {
        at = next_entry(l, at);
        double head = head_height(l, at, before);
        if (head > 0) {
            y += head - type_line(28) - HEAD_GAP;
            draw_text(list, l->list_x, y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK2,
                      word(notes[at].merged ? WORD_BOARD_LIST_ALIKE : WORD_BOARD_LIST));
            y += type_line(28) + HEAD_GAP;
        }
        mark_bullet(list, l->list_x, y, l->size);
        draw_paragraph(list, l->list_x + INDENT, y, l->list_w - INDENT, LINES_MOST,
                       REGULAR(l->size), board_align(notes[at].text), WRAP_BALANCED, TOKEN_INK,
                       notes[at].text);
        y += entry_height(l, at, l->size);
        before = at;
    }
    char text[32];
    snprintf(text, sizeof text, word(WORD_PAGE), l->page + 1, l->pages);
    if (l->pages > 1)
        draw_text(list, l->list_x + l->list_w, l->y + l->h - 32, REGULAR(24), ALIGN_RIGHT,
                  TOKEN_INK2, text);
}

void board_large_draw(struct draw_list *list, const struct board *board, note_id note, double top)
{
    struct large l = large_of(board, note, top);
    draw_note(list, &l);
    if (l.list_w > 0)
        draw_list_of(list, &l);
}

int board_large_pages(const struct board *board, note_id note, double top)
{
    return large_of(board, note, top).pages;
}
