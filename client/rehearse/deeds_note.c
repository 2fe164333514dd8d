#include "rehearse/parts.h"

#include "base/text.h"

#include <string.h>

/* Notes: each line once, under its heading, as many as somebody of that kind would put up. */

static const char anything[] = "anything";

/* The board that is written on now: that of the step the room is at, or a personal one that is open
 * at the end. 0: none. */
static uint8_t board_here(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    uint8_t step = room->place.step;
    if (room->place.item && step >= 1 && step <= item->step_count &&
        item->steps[step - 1].stage == STAGE_BOARD) {
        uint8_t board = item->steps[step - 1].subject;
        return board <= BOARDS_MAX && room->boards[board].state == BOARD_OPEN ? board : 0;
    }
    for (uint8_t b = 1; b <= BOARDS_MAX && room_stage(room) == STAGE_EVALUATION; b++)
        if (room->boards[b].state == BOARD_OPEN && room->boards[b].content.personal)
            return b;
    return 0;
}

/* The heading of that board by its name, from 1; 0: it has none such. */
static uint8_t heading_of(const struct board_content *board, const char *name)
{
    for (uint8_t h = 0; h < board->heading_count && h < HEADINGS_MAX; h++)
        if (text_same(board->headings[h], name))
            return (uint8_t)(h + 1);
    return 0;
}

/* Under which heading these lines go on the board; 0: nowhere. Lines under the board's own id, and
 * those for any board, go under one of its headings. */
static uint8_t place_of(const struct player *p, const struct board_content *board, uint8_t says,
                        uint8_t line)
{
    const char *under = p->role->says[says].under;
    uint8_t heading = heading_of(board, under);
    bool any = strcmp(under, board->id) == 0 || text_same(under, anything);
    return heading || !any || !board->heading_count
               ? heading
               : (uint8_t)(1 +
                           player_choice(p, DOING_NOTE, says * 16U + line, board->heading_count));
}

/* Lines for any board are kept for boards that there is nothing else to say on. */
static bool has_own_lines(const struct player *p, const struct board_content *board)
{
    for (uint8_t s = 0; s < p->role->says_count; s++)
        if (!text_same(p->role->says[s].under, anything) && place_of(p, board, s, 0))
            return true;
    return false;
}

static bool is_there(const struct room *room, const char *text)
{
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if (room->own_notes[n].state != NOTE_NONE && strcmp(room->own_notes[n].text, text) == 0)
            return true;
    return false;
}

static unsigned own_notes_on(const struct room *room, uint8_t board)
{
    unsigned count = 0;
    for (note_id n = 1; n <= NOTES_MAX; n++)
        count += room->own_notes[n].state != NOTE_NONE && room->own_notes[n].board == board;
    return count;
}

static void write_note(struct command *command, uint8_t board, uint8_t heading, const char *text)
{
    command->kind = COMMAND_ADD_NOTE;
    command->change.note.board = board;
    command->change.note.heading = heading;
    text_copy(command->change.note.text, NOTE_SIZE, text);
}

/* The next line of one of its headings that it has not posted; false: none. */
static bool next_line(const struct player *p, const struct room *room, uint8_t board, uint8_t says,
                      struct act *act)
{
    const struct rehearsal_says *lines = &p->role->says[says];
    const struct board_content *content = &room->boards[board].content;
    if (text_same(lines->under, anything) && has_own_lines(p, content))
        return false;
    for (uint8_t i = 0; i < lines->line_count; i++) {
        uint32_t subject = says * 16U + i;
        uint8_t heading = place_of(p, content, says, i);
        /* of the lines for one heading the first is always said */
        bool would =
            i == 0 || player_would(p, DOING_NOTE, subject + 1024, temper_of(p->temperament)->notes);
        if (!heading || !would || player_has_done(p, DOING_NOTE, subject) ||
            is_there(room, lines->lines[i]))
            continue;
        write_note(&act->command, board, heading, lines->lines[i]);
        act->subject = subject;
        act->once = true;
        return true;
    }
    return false;
}

bool deed_note(const struct player *p, const struct room *room, struct act *act)
{
    uint8_t board = board_here(room);
    if (!p->role || !board || own_notes_on(room, board) >= temper_of(p->temperament)->most)
        return false;
    unsigned first = player_choice(p, DOING_NOTE, 2048U + board, REHEARSAL_SAYS_MAX);
    for (unsigned i = 0; i < p->role->says_count; i++) {
        uint8_t says = (uint8_t)((first + i) % p->role->says_count);
        if (next_line(p, room, board, says, act))
            return true;
    }
    return false;
}

bool deed_note_under(const struct room *room, const char *heading, const char *text,
                     struct command *command)
{
    uint8_t always = 0;
    for (uint8_t b = 1; b <= BOARDS_MAX; b++) {
        const struct board_item *board = &room->boards[b];
        if (board->state != BOARD_OPEN || board->content.personal)
            continue;
        uint8_t found = heading_of(&board->content, heading);
        if (found) {
            write_note(command, b, found, text);
            return true;
        }
        always = board->content.always ? b : always;
    }
    if (!always)
        return false;
    write_note(command, always, 1, text);
    return true;
}
