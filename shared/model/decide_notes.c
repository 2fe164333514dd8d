#include "model/deciding.h"

#include "model/author.h"
#include "model/notes.h"

#include <string.h>

/* What people do with notes. Those of participants are unsigned: their events name nobody, and they
 * can change their own for as long as their board is open. The facilitator writes for people
 * without a laptop, on any board at any time, and may put right or take down whatever can be read.
 */

static bool by_facilitator(const struct deciding *d)
{
    return model_is_facilitator(d->model, d->seat);
}

static enum refusal check_place(const struct deciding *d, const struct note_change *c)
{
    const struct model *m = d->model;
    if (!board_exists(m, c->board))
        return REFUSAL_NO_BOARD;
    if (m->seats[d->seat].role == ROLE_DISPLAY)
        return REFUSAL_NOT_ALLOWED;
    if (!by_facilitator(d) && m->boards[c->board].state != BOARD_OPEN)
        return REFUSAL_BOARD_CLOSED;
    if (!c->parent)
        return board_has_heading(m, c->board, c->heading) ? REFUSAL_NONE : REFUSAL_NO_HEADING;
    bool there = note_is_card(m, c->parent) && note_is_public(m, c->parent) &&
                 m->notes[c->parent].board == c->board;
    return there ? REFUSAL_NONE : REFUSAL_NO_NOTE;
}

static enum refusal check_room(const struct deciding *d)
{
    unsigned own = 0;
    for (note_id n = d->model->seats[d->seat].own_note; n; n = d->model->notes[n].next_own)
        own++;
    if (own >= NOTES_EACH)
        return REFUSAL_NOTES_ENOUGH;
    return d->model->note_count < NOTES_MAX ? REFUSAL_NONE : REFUSAL_NOTES_FULL;
}

/* Who signs does so with the name of their seat; the facilitator with that of whoever it is for. */
static const char *signature(const struct deciding *d, const struct note_change *c)
{
    return c->by[0] && !by_facilitator(d) ? d->model->seats[d->seat].name : c->by;
}

enum refusal decide_add_note(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    const struct model *m = d->model;
    enum refusal refusal = check_place(d, c);
    if (refusal == REFUSAL_NONE && !c->text[0])
        refusal = REFUSAL_TEXT_EMPTY;
    if (refusal == REFUSAL_NONE)
        refusal = check_room(d);
    const char *by = signature(d, c);
    if (refusal == REFUSAL_NONE && c->by[0])
        refusal = deciding_name(by);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct board *board = &m->boards[c->board];
    struct event *e = deciding_add(d, EVENT_NOTE_ADDED, NULL);
    struct note_change *note = &e->change.note;
    note->note = (note_id)(m->note_count + 1);
    note->board = c->board;
    note->heading = c->parent ? m->notes[c->parent].heading : c->heading;
    note->parent = c->parent;
    note->on = by_facilitator(d) || !board->held || board->content.personal;
    memcpy(note->text, c->text, sizeof note->text);
    memcpy(note->by, by, sizeof note->by);
    if (!by_facilitator(d))
        deciding_unsign(d, e, true);
    return REFUSAL_NONE;
}

/* One's own on an open board; for the facilitator what can be read. A note that was removed before
 * is given as it was: asking twice is no fault. */
static enum refusal check_note(const struct deciding *d, const struct note_change *c)
{
    const struct model *m = d->model;
    if (c->note < 1 || c->note > m->note_count)
        return REFUSAL_NO_NOTE;
    const struct note *note = &m->notes[c->note];
    if (by_facilitator(d))
        return note->state == NOTE_REMOVED || note_is_facilitators(m, c->note) ? REFUSAL_NONE
                                                                               : REFUSAL_NO_NOTE;
    if (m->boards[note->board].state != BOARD_OPEN)
        return REFUSAL_BOARD_CLOSED;
    bool own = note->author.seat == d->seat && author_is_here(note->author);
    return own ? REFUSAL_NONE : REFUSAL_OTHER_NOTE;
}

static struct event *add_change(struct deciding *d, enum event_kind kind)
{
    struct event *e = deciding_add(d, kind, NULL);
    e->change.note.note = d->command->change.note.note;
    e->change.note.on = !by_facilitator(d);
    if (!by_facilitator(d))
        deciding_unsign(d, e, false);
    return e;
}

enum refusal decide_edit_note(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    enum refusal refusal = check_note(d, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct note *note = &d->model->notes[c->note];
    if (note->state == NOTE_REMOVED)
        return REFUSAL_NO_NOTE;
    if (!c->text[0])
        return REFUSAL_TEXT_EMPTY;
    if (strcmp(note->text, c->text) == 0)
        return REFUSAL_NONE;
    uint32_t seen = by_facilitator(d) ? note->revision : note->edits;
    if (c->revision != seen)
        return REFUSAL_CHANGED;
    struct event *e = add_change(d, EVENT_NOTE_EDITED);
    e->change.note.revision = c->revision;
    memcpy(e->change.note.text, c->text, sizeof c->text);
    return REFUSAL_NONE;
}

/* What others suggested is not withdrawn with the note it is to. */
static bool others_wrote_to(const struct model *m, note_id note, seat_id seat)
{
    for (note_id n = 1; n <= m->note_count; n++)
        if (m->notes[n].parent == note && note_exists(m, n) && m->notes[n].author.seat != seat)
            return true;
    return false;
}

enum refusal decide_remove_note(struct deciding *d)
{
    const struct note_change *c = &d->command->change.note;
    enum refusal refusal = check_note(d, c);
    if (refusal != REFUSAL_NONE || d->model->notes[c->note].state == NOTE_REMOVED)
        return refusal;
    if (by_facilitator(d) && c->revision != d->model->notes[c->note].revision)
        return REFUSAL_CHANGED;
    if (!by_facilitator(d) && others_wrote_to(d->model, c->note, d->seat))
        return REFUSAL_NOTE_TAKEN_UP;
    add_change(d, EVENT_NOTE_REMOVED);
    return REFUSAL_NONE;
}
