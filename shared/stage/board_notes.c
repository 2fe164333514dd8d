#include "stage/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "stage/header.h"

enum { HOPS = 8 }; /* from a note to its card */

note_id board_card_of(const struct room *room, note_id note)
{
    for (int i = 0; i < HOPS; i++) {
        const struct note_item *item = &room->notes[note];
        if (item->state != NOTE_SHOWN)
            return 0;
        note_id to = item->merged ? item->merged : item->parent;
        if (!to)
            return note;
        note = to;
    }
    return 0;
}

static int by_key(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

/* True when groups are at work: then what they took up is what the room looks at. */
static bool groups_at_work(const struct room *room, uint8_t board)
{
    const struct agenda_step *step = header_step(room);
    if (step->how != HOW_TWOS_THREES && step->how != HOW_GROUPS)
        return false;
    for (int i = 1; i <= NOTES_MAX; i++)
        if (room->notes[i].state == NOTE_SHOWN && room->notes[i].board == board &&
            room->notes[i].group && board_card_of(room, (note_id)i) == i)
            return true;
    return false;
}

/* Puts the notes with cards of their own into `keys`, by heading, order and number. */
static uint16_t collect(struct board *board, uint64_t keys[NOTES_MAX])
{
    const struct room *room = board->room;
    uint16_t count = 0;
    for (int i = 1; i <= NOTES_MAX; i++) {
        const struct note_item *note = &room->notes[i];
        if (note->state != NOTE_SHOWN || note->board != board->id)
            continue;
        note_id card = board_card_of(room, (note_id)i);
        if (card != i) {
            (note->merged ? board->alike : board->suggestions)[card]++;
            continue;
        }
        if (note->heading < 1 || note->heading > board->item->content.heading_count)
            continue;
        board->total[note->heading]++;
        if (!board->taken_up || note->group)
            keys[count++] =
                (uint64_t)note->heading << 32 | (uint64_t)note->order << 16 | (uint64_t)i;
    }
    return count;
}

bool board_read(struct board *board, const struct draw_list *list, const struct stage_frame *frame)
{
    uint64_t keys[NOTES_MAX];
    const struct room *room = frame->room;
    const struct agenda_step *step = header_step(room);
    if (!step || step->subject < 1 || step->subject > BOARDS_MAX ||
        room->boards[step->subject].content.heading_count == 0)
        return false;
    memset(board, 0, sizeof *board);
    board->frame = frame;
    board->room = room;
    board->id = step->subject;
    board->item = &room->boards[step->subject];
    board->metrics = frame->metrics;
    board->u = list ? list->u : frame->layout.u;
    board->taken_up = groups_at_work(room, board->id);
    uint16_t count = collect(board, keys), at = 0;
    qsort(keys, count, sizeof *keys, by_key);
    for (uint16_t heading = 1; heading <= HEADINGS_MAX + 1; heading++) {
        board->first[heading] = at;
        for (; at < count && keys[at] >> 32 == heading; at++)
            board->notes[at] = (note_id)(keys[at] & UINT16_MAX);
    }
    return true;
}

int board_lines(const struct board *board, struct type type, double w, int most, const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, board->metrics, board->u, type, w, most, WRAP_GREEDY, text);
    return lines.ellipsis ? 0 : lines.count;
}

enum align board_align(const char *text)
{
    return text_leftward(text) ? ALIGN_RIGHT : ALIGN_LEFT;
}
