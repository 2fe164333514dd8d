#include "model/deciding.h"

#include "model/notes.h"

#include <stddef.h>

/* What the facilitator does with boards and with the notes on them. A command about a note names
 * the revision that was seen, so that of two facilitators the later one is told. */

enum refusal decide_add_board(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_BOARD_ADDED, &d->command->change);
    e->change.board.board = (uint8_t)(d->model->board_count + 1);
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NO_BOARD;
}

enum refusal decide_add_question(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_QUESTION_ADDED, &d->command->change);
    e->change.question.question = (uint8_t)(d->model->question_count + 1);
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NOT_UNDERSTOOD;
}

enum refusal decide_set_board(struct deciding *d)
{
    const struct board_set_change *c = &d->command->change.board_set;
    if (!board_exists(d->model, c->board))
        return REFUSAL_NO_BOARD;
    const struct board *board = &d->model->boards[c->board];
    if (c->state != board->state && c->state != BOARD_OPEN && c->state != BOARD_CLOSED)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->state != board->state || c->held != board->held)
        deciding_add(d, EVENT_BOARD_SET, &d->command->change);
    return REFUSAL_NONE;
}

/* The note of the command, as the facilitator may see it; NULL when it is not there. */
static const struct note *note_of(const struct deciding *d)
{
    note_id note = d->command->change.note.note;
    return note_is_facilitators(d->model, note) ? &d->model->notes[note] : NULL;
}

static enum refusal check_note(const struct deciding *d)
{
    const struct note *note = note_of(d);
    if (!note)
        return REFUSAL_NO_NOTE;
    return d->command->change.note.revision == note->revision ? REFUSAL_NONE : REFUSAL_CHANGED;
}

/* Another card of the same board. */
static bool is_other_card(const struct deciding *d, note_id other)
{
    const struct note_change *c = &d->command->change.note;
    return other != c->note && note_is_card(d->model, other) &&
           note_is_facilitators(d->model, other) &&
           d->model->notes[other].board == d->model->notes[c->note].board;
}

static struct event *add_change(struct deciding *d, enum event_kind kind)
{
    struct event *e = deciding_add(d, kind, NULL);
    e->change.note.note = d->command->change.note.note;
    return e;
}

enum refusal decide_move_note(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    const struct model *m = d->model;
    enum refusal refusal = check_note(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!note_is_card(m, c->note))
        return REFUSAL_NOT_UNDERSTOOD;
    if (!board_has_heading(m, m->notes[c->note].board, c->heading))
        return REFUSAL_NO_HEADING;
    if (c->other && (!is_other_card(d, c->other) || m->notes[c->other].heading != c->heading))
        return REFUSAL_CHANGED;
    struct event *e = add_change(d, EVENT_NOTE_MOVED);
    e->change.note.heading = c->heading;
    e->change.note.other = c->other;
    return REFUSAL_NONE;
}

enum refusal decide_merge_note(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    const struct model *m = d->model;
    enum refusal refusal = check_note(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->notes[c->note].parent)
        return REFUSAL_NOT_UNDERSTOOD;
    if (c->other == m->notes[c->note].merged)
        return REFUSAL_NONE;
    if (c->other && !is_other_card(d, c->other))
        return REFUSAL_CHANGED;
    add_change(d, EVENT_NOTE_MERGED)->change.note.other = c->other;
    return REFUSAL_NONE;
}

enum refusal decide_star_note(struct deciding *d)
{
    const struct note *note = note_of(d);
    bool on = d->command->change.note.on;
    if (!note)
        return REFUSAL_NO_NOTE;
    if (note->starred != on)
        add_change(d, EVENT_NOTE_STARRED)->change.note.on = on;
    return REFUSAL_NONE;
}

enum refusal decide_approve_note(struct deciding *d)
{
    const struct note *note = note_of(d);
    bool on = d->command->change.note.on;
    if (!note)
        return REFUSAL_NO_NOTE;
    if (note->state == (on ? NOTE_SHOWN : NOTE_WAITING))
        return REFUSAL_NONE;
    /* nobody is to let through what its writer has changed since they read it */
    if (on && d->command->change.note.revision != note->revision)
        return REFUSAL_CHANGED;
    add_change(d, EVENT_NOTE_APPROVED)->change.note.on = on;
    return REFUSAL_NONE;
}

enum refusal decide_assign_note(struct deciding *d)
{
    uint8_t group = d->command->change.note.group;
    enum refusal refusal = check_note(d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (group > GROUPS_MAX)
        return REFUSAL_NO_GROUP;
    if (note_of(d)->group != group)
        add_change(d, EVENT_NOTE_ASSIGNED)->change.note.group = group;
    return REFUSAL_NONE;
}

enum refusal decide_deal_notes(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    if (!board_exists(d->model, c->board))
        return REFUSAL_NO_BOARD;
    if (c->group < 1 || c->group > GROUPS_MAX)
        return REFUSAL_NO_GROUP;
    struct event *e = deciding_add(d, EVENT_NOTES_DEALT, NULL);
    e->change.note.board = c->board;
    e->change.note.group = c->group;
    return REFUSAL_NONE;
}
