#include "lines/forms.h"
#include "words/words.h"

/* Boards and what is written to them. */

static bool take_note_text(struct lines_reader *r)
{
    struct note_change *c = &r->command->change.note;
    return lines_take_named(r, "by", c->by, sizeof c->by, NAME_VISIBLE) &&
           lines_take_text(r, c->text, sizeof c->text, NOTE_VISIBLE);
}

bool read_note_add(struct lines_reader *r)
{
    struct note_change *c = &r->command->change.note;
    r->command->kind = COMMAND_ADD_NOTE;
    return lines_take_board(r, &c->board) && lines_take_heading(r, &c->heading, c->board) &&
           take_note_text(r);
}

bool read_note_suggest(struct lines_reader *r)
{
    struct note_change *c = &r->command->change.note;
    unsigned parent;
    r->command->kind = COMMAND_ADD_NOTE;
    if (!lines_take_note(r, &parent))
        return false;
    c->parent = (note_id)parent;
    c->board = r->room->notes[parent].board;
    return take_note_text(r);
}

/* A command about a note names it as it was seen: one's own by its own count of changes. */
static bool begin_note(struct lines_reader *r, enum command_kind kind)
{
    struct note_change *c = &r->command->change.note;
    unsigned note;
    r->command->kind = kind;
    if (!lines_take_note(r, &note))
        return false;
    c->note = (note_id)note;
    c->revision =
        lines_is_facilitator(r) ? r->room->notes[note].revision : r->room->own_notes[note].revision;
    return true;
}

bool read_note_edit(struct lines_reader *r)
{
    return begin_note(r, COMMAND_EDIT_NOTE) &&
           lines_take_text(r, r->command->change.note.text, NOTE_SIZE, NOTE_VISIBLE);
}

bool read_note_remove(struct lines_reader *r)
{
    return begin_note(r, COMMAND_REMOVE_NOTE);
}

bool read_note_move(struct lines_reader *r)
{
    struct note_change *c = &r->command->change.note;
    unsigned other = 0;
    if (!begin_note(r, COMMAND_MOVE_NOTE) ||
        !lines_take_heading(r, &c->heading, r->room->notes[c->note].board) ||
        (lines_take(r, "before") && !lines_take_note(r, &other)))
        return false;
    c->other = (note_id)other;
    return true;
}

bool read_note_merge(struct lines_reader *r)
{
    unsigned other;
    if (!begin_note(r, COMMAND_MERGE_NOTE) || !lines_take_note(r, &other))
        return false;
    r->command->change.note.other = (note_id)other;
    return true;
}

bool read_note_part(struct lines_reader *r)
{
    return begin_note(r, COMMAND_MERGE_NOTE);
}

static bool read_switch(struct lines_reader *r, enum command_kind kind)
{
    if (!begin_note(r, kind))
        return false;
    r->command->change.note.on = !lines_take(r, "off");
    return true;
}

bool read_note_star(struct lines_reader *r)
{
    return read_switch(r, COMMAND_STAR_NOTE);
}

bool read_note_approve(struct lines_reader *r)
{
    return read_switch(r, COMMAND_APPROVE_NOTE);
}

bool read_note_assign(struct lines_reader *r)
{
    unsigned group;
    if (!begin_note(r, COMMAND_ASSIGN_NOTE) || !lines_take_group(r, &group))
        return false;
    r->command->change.note.group = (uint8_t)group;
    return true;
}

bool read_deal(struct lines_reader *r)
{
    unsigned groups;
    r->command->kind = COMMAND_DEAL_NOTES;
    if (!lines_take_board(r, &r->command->change.note.board) || !lines_take_group(r, &groups))
        return false;
    r->command->change.note.group = (uint8_t)groups;
    return true;
}

/* A board is set as a whole: what is not named stays as it is. */
static struct board_set_change *begin_board(struct lines_reader *r)
{
    struct board_set_change *c = &r->command->change.board_set;
    r->command->kind = COMMAND_SET_BOARD;
    if (!lines_take_board(r, &c->board))
        return NULL;
    c->state = r->room->boards[c->board].state;
    c->held = r->room->boards[c->board].held;
    return c;
}

static bool read_board(struct lines_reader *r, enum board_state state)
{
    struct board_set_change *c = begin_board(r);
    if (c)
        c->state = (uint8_t)state;
    return c != NULL;
}

bool read_board_open(struct lines_reader *r)
{
    return read_board(r, BOARD_OPEN);
}

bool read_board_close(struct lines_reader *r)
{
    return read_board(r, BOARD_CLOSED);
}

bool read_board_hold(struct lines_reader *r)
{
    struct board_set_change *c = begin_board(r);
    return c && lines_take_either(r, &c->held, "on", "off", word(WORD_LINES_ON_OFF));
}
