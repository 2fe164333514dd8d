/* Notes under headings. Each heading has a well, one to three side by side, four to six in two
 * rows; in a well cards stand in columns, oldest top left, filled from left to right. What a well
 * cannot hold is on its further pages, the newest on the first: cards are never laid over each
 * other, and their text is never made too small to read. */

#include <math.h>
#include <stdio.h>

#include "stage/board.h"
#include "stage/header.h"
#include "stage/rail.h"
#include "stage/well.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    SIDE_BY_SIDE = 3, /* headings; more stand in two rows */
    WELL_GAP = 32,
    WELL_PAD = 24,
    HEAD_TOP = 16,
    HEAD_GAP = 16, /* under the heading */
};

/* Where the wells of a page stand: of all headings, or of one. */
struct wells {
    double x, y, w, h; /* of the first */
    int across, down;
    int first, count; /* headings */
};

static struct wells wells_of(const struct board *board, double top, int first, int count)
{
    const struct layout *layout = &board->frame->layout;
    struct wells wells = {.x = layout->left, .y = fmax(top, 168), .first = first, .count = count};
    wells.down = count > SIDE_BY_SIDE ? 2 : 1;
    wells.across = (count + wells.down - 1) / wells.down;
    wells.w = floor((layout->right - layout->left - (wells.across - 1) * WELL_GAP) / wells.across);
    wells.h =
        floor((stage_bottom(board->frame) - wells.y - (wells.down - 1) * CARD_GAP) / wells.down);
    return wells;
}

/* How a heading stands: large on one line where it fits, else smaller on two or three. */
static const struct head {
    int size, lines;
} heads[] = {{36, 1}, {28, 2}, {24, 3}};

static const struct head *head_of(const struct board *board, double w, const char *heading)
{
    const struct head *head = heads;
    while (head < &heads[2] && !board_lines(board, SEMIBOLD(head->size), w, head->lines, heading))
        head++;
    return head;
}

static double head_width(const struct wells *wells)
{
    enum { COUNT_W = 112 };
    return wells->w - 2 * WELL_PAD - COUNT_W;
}

static double head_height(const struct board *board, const struct wells *wells, int row)
{
    double most = type_line(36);
    for (int i = row * wells->across; i < (row + 1) * wells->across && i < wells->count; i++) {
        const char *heading = board->item->content.headings[wells->first + i - 1];
        const struct head *head = head_of(board, head_width(wells), heading);
        most = fmax(most, head->lines * type_line(head->size));
    }
    return most;
}

static struct well well_of(const struct board *board, const struct wells *wells, int heading)
{
    int at = heading - wells->first, column = at % wells->across, row = at / wells->across;
    struct well well = {.heading = heading};
    double head = HEAD_TOP + head_height(board, wells, row) + HEAD_GAP;
    well.x = wells->x + column * (wells->w + WELL_GAP) + WELL_PAD;
    well.y = wells->y + row * (wells->h + CARD_GAP) + head;
    well.w = wells->w - 2 * WELL_PAD;
    well.h = wells->h - head - WELL_PAD;
    return well;
}

static void draw_head(struct draw_list *list, const struct board *board, const struct wells *wells,
                      const struct well *well)
{
    const char *heading = board->item->content.headings[well->heading - 1];
    const struct head *head = head_of(board, head_width(wells), heading);
    int row = (well->heading - wells->first) / wells->across;
    int cards = board->first[well->heading + 1] - board->first[well->heading];
    int total = board->total[well->heading];
    double y = wells->y + row * (wells->h + CARD_GAP) + HEAD_TOP;
    char count[32];
    draw_paragraph(list, well->x, y, head_width(wells), head->lines, SEMIBOLD(head->size),
                   ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, heading);
    if (cards != total)
        snprintf(count, sizeof count, word(WORD_PAGE), cards, total);
    else
        snprintf(count, sizeof count, "%d", total);
    draw_text(list, well->x + well->w, y + 4, type_tabular(REGULAR(28)), ALIGN_RIGHT, TOKEN_INK2,
              count);
}

static void draw_more(struct draw_list *list, const struct board *board, const struct well *well,
                      bool paged)
{
    int cards = board->first[well->heading + 1] - board->first[well->heading];
    int more = cards - (well->end - well->first);
    char text[64];
    if (well->pages < 2)
        return;
    double y = well->y + well->h + 12;
    snprintf(text, sizeof text, word(WORD_BOARD_MORE), more);
    draw_text(list, well->x, y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2, text);
    snprintf(text, sizeof text, word(WORD_PAGE), well->page + 1, well->pages);
    if (paged)
        draw_text(list, well->x + well->w, y, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, text);
}

static void draw_well(struct draw_list *list, const struct board *board, const struct wells *wells,
                      int heading, int page)
{
    struct well well = well_of(board, wells, heading);
    int row = (heading - wells->first) / wells->across;
    draw_round(list, well.x - WELL_PAD, wells->y + row * (wells->h + CARD_GAP), wells->w, wells->h,
               16, TOKEN_SUNKEN);
    well_turn_to(board, &well, page);
    draw_head(list, board, wells, &well);
    for (int i = 0; i < well.end - well.first; i++) {
        const struct placed *placed = &well.cards[i];
        card_draw(list, board, board->notes[well.first + i],
                  well.x + placed->column * (placed->card.w + CARD_GAP), well.y + placed->y,
                  &placed->card);
    }
    draw_more(list, board, &well, wells->down == 1);
}

/* Which wells a page shows, and which page of them. Up to three headings are turned together. More
 * stand in wells too small for that: their first page shows all, and where that leaves anything
 * out, further pages show one heading after the other in a well of its own. */
struct spread {
    struct wells wells;
    int page;  /* of the wells' own */
    int pages; /* of the board */
};

static int pages_of(const struct board *board, const struct wells *wells)
{
    int pages = 1;
    for (int i = 0; i < wells->count; i++) {
        struct well well = well_of(board, wells, wells->first + i);
        well_turn_to(board, &well, 0);
        pages = well.pages > pages ? well.pages : pages;
    }
    return pages;
}

static struct spread spread_of(const struct board *board, double top)
{
    int headings = board->item->content.heading_count;
    struct spread all = {.wells = wells_of(board, top, 1, headings)};
    all.pages = pages_of(board, &all.wells);
    if (headings <= SIDE_BY_SIDE) {
        all.page = stage_page(board->frame, all.pages);
        return all;
    }
    if (all.pages == 1)
        return all;
    all.pages = 1;
    struct spread shown = all;
    for (int heading = 1; heading <= headings; heading++) {
        struct wells one = wells_of(board, top, heading, 1);
        int pages = board->total[heading] ? pages_of(board, &one) : 0;
        if (pages && board->frame->page >= all.pages) {
            shown.wells = one;
            shown.page = board->frame->page - all.pages;
        }
        all.pages += pages;
    }
    shown.pages = all.pages;
    return shown;
}

/* Nothing on it yet: the question alone, and under which headings answers go. */
static void draw_empty(struct draw_list *list, const struct board *board, double top)
{
    static const int sizes[] = {64, 48, 36};
    const struct board_content *content = &board->item->content;
    const struct layout *layout = &board->frame->layout;
    double y = fmax(top, 168), h = stage_bottom(board->frame) - y, pad = 48;
    double x = layout->left, w = layout->right - x, inner = fmin(w - 2 * pad, 1400);
    draw_round(list, x, y, w, h, 16, TOKEN_SUNKEN);
    int step = 0, lines = 0;
    for (;; step++) {
        lines = board_lines(board, SEMIBOLD(sizes[step]), inner, 4, content->question);
        if (lines || step == 2)
            break;
    }
    struct type type = SEMIBOLD(sizes[step]);
    double text_h = (lines ? lines : 4) * type_line(type.size);
    bool headed = content->heading_count > 1;
    double whole_h = text_h + (headed ? 32 + 44 * content->heading_count : 0);
    y += fmax(24, (h - whole_h) / 2);
    draw_paragraph(list, x + pad, y, inner, 4, type, ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                   content->question);
    y += text_h + 32;
    for (int i = 0; headed && i < content->heading_count; i++, y += type_line(36)) {
        mark_bullet(list, x + pad, y, 36);
        draw_text_within(list, x + pad + 28, y, w - 2 * pad - 28, REGULAR(36), ALIGN_LEFT,
                         TOKEN_INK2, content->headings[i]);
    }
}

/* A board whose notes are nobody else's: only how many there are. */
static void draw_personal(struct draw_list *list, const struct board *board, double top)
{
    const struct layout *layout = &board->frame->layout;
    double y = fmax(top, 168), h = stage_bottom(board->frame) - y, x = layout->left;
    double w = layout->right - x;
    int count = board->item->notes;
    char text[12];
    draw_round(list, x, y, w, h, 16, TOKEN_SURFACE);
    snprintf(text, sizeof text, "%d", count);
    y += (h - 152 - 44 - 16 - 36) / 2;
    draw_text(list, x + w / 2, y, BOLD(144), ALIGN_CENTRE, TOKEN_INK, text);
    draw_text(list, x + w / 2, y + 152, MEDIUM(36), ALIGN_CENTRE, TOKEN_INK,
              word(count == 1 ? WORD_BOARD_PERSONAL_ONE : WORD_BOARD_PERSONAL));
    draw_text_within(list, x + 48, y + 152 + 60, w - 96, REGULAR(28), ALIGN_CENTRE, TOKEN_INK2,
                     word(WORD_BOARD_PERSONAL_MORE));
}

static bool is_empty(const struct board *board)
{
    for (int heading = 1; heading <= HEADINGS_MAX; heading++)
        if (board->total[heading])
            return false;
    return true;
}

/* The note that is brought up large, or 0. */
static note_id large_note(const struct board *board)
{
    note_id note = board->room->view.note;
    note = note <= NOTES_MAX ? board_card_of(board->room, note) : 0;
    return note && board->room->notes[note].board == board->id ? note : 0;
}

static const char *says(const struct board *board)
{
    if (board->item->state == BOARD_CLOSED)
        return word(WORD_BOARD_CLOSED);
    if (board->item->state != BOARD_OPEN)
        return "";
    return word(board->item->content.personal ? WORD_BOARD_ADD_PERSONAL
                : board->item->held           ? WORD_BOARD_ADD_HELD
                                              : WORD_BOARD_ADD);
}

/* The header of a board. The title is the question, but where that stands alone in the well. */
static struct header_look look_of(const struct draw_list *list, const struct board *board)
{
    const struct room *room = board->room;
    const char *title = board->item->content.question;
    if (!title[0] || (is_empty(board) && !board->item->content.personal))
        title = room->items[room->place.item].title;
    return header_measure(list, board->frame, title, says(board));
}

void stage_board_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct board board;
    if (!board_read(&board, list, frame)) {
        stage_briefing_draw(list, frame);
        return;
    }
    struct header_look look = look_of(list, &board);
    note_id large = large_note(&board);
    header_draw_step(list, frame, &look);
    if (board.item->content.personal) {
        draw_personal(list, &board, look.end);
    } else if (large) {
        board_large_draw(list, &board, large, look.end);
    } else if (is_empty(&board)) {
        draw_empty(list, &board, look.end);
    } else {
        struct cards_measured measured = {0};
        board.measured = &measured;
        struct spread spread = spread_of(&board, look.end);
        for (int i = 0; i < spread.wells.count; i++)
            draw_well(list, &board, &spread.wells, spread.wells.first + i, spread.page);
    }
    rail_draw(list, frame);
}

int stage_board_pages(const struct stage_frame *frame)
{
    struct board board;
    if (!board_read(&board, NULL, frame) || board.item->content.personal || is_empty(&board))
        return 1;
    struct header_look look = look_of(NULL, &board);
    note_id large = large_note(&board);
    if (large)
        return board_large_pages(&board, large, look.end);
    struct cards_measured measured = {0};
    board.measured = &measured;
    return spread_of(&board, look.end).pages;
}
