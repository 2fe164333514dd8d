#include "model/projecting.h"

#include "model/author.h"
#include "model/notes.h"
#include "model/undo.h"

#include <string.h>

/* Who may read a note: what waits is the facilitator's alone, what is personal nobody's but its
 * writer's until its board has closed, and then the facilitator's. Who wrote one is nobody's. */

static void project_board(struct projecting *p, uint8_t b)
{
    const struct model *m = p->model;
    struct board_item *board = projecting_start(p, ITEM_BOARD, b, 0);
    board->state = m->boards[b].state;
    board->held = m->boards[b].held;
    board->content = m->boards[b].content;
    for (note_id n = 1; n <= m->note_count; n++) {
        if (m->notes[n].board != b || !note_exists(m, n))
            continue;
        bool waits = m->notes[n].state == NOTE_WAITING;
        bool to_read = projecting_for_facilitator(p) && note_is_facilitators(m, n);
        board->notes = (uint16_t)(board->notes + (!waits && !m->notes[n].parent));
        board->waiting = (uint16_t)(board->waiting + (waits && to_read));
    }
    projecting_emit(p);
}

void project_boards(struct projecting *p)
{
    const struct model *m = p->model;
    for (uint8_t b = 1; b <= m->board_count; b++)
        project_board(p, b);
    for (uint8_t q = 1; q <= m->question_count; q++) {
        struct question_item *question = projecting_start(p, ITEM_QUESTION, q, 0);
        memcpy(question->text, m->questions[q], sizeof question->text);
        projecting_emit(p);
    }
}

/* A suggestion is told with the card that it is on, and a merged note with the one it is part of,
 * so that nobody has to follow a chain. */
static void project_note(struct projecting *p, note_id n)
{
    const struct model *m = p->model;
    const struct note *from = &m->notes[n];
    note_id card = note_card(m, n);
    struct note_item *note = projecting_start(p, ITEM_NOTE, n, 0);
    note->board = from->board;
    note->heading = m->notes[card].heading;
    note->state = from->state;
    note->starred = from->starred;
    note->group = from->group;
    note->parent = from->parent ? card : 0;
    note->merged = from->parent || card == n ? 0 : card;
    note->order = from->order;
    note->revision = from->revision;
    memcpy(note->text, from->text, sizeof note->text);
    memcpy(note->by, from->by, sizeof note->by);
    projecting_emit(p);
}

void project_notes(struct projecting *p)
{
    const struct model *m = p->model;
    for (note_id n = 1; n <= m->note_count; n++)
        if (projecting_for_facilitator(p) ? note_is_facilitators(m, n) : note_is_public(m, n))
            project_note(p, n);
}

void project_own_notes(struct projecting *p)
{
    const struct model *m = p->model;
    if (!model_has_seat(m, p->audience.id))
        return;
    for (note_id n = m->seats[p->audience.id].own_note; n; n = m->notes[n].next_own) {
        if (m->notes[n].withdrawn || !author_is_here(m->notes[n].author) ||
            m->boards[m->notes[n].board].state != BOARD_OPEN)
            continue;
        struct own_note_item *own = projecting_start(p, ITEM_OWN_NOTE, n, 0);
        own->board = m->notes[n].board;
        own->heading = m->notes[n].heading;
        own->state = m->notes[n].state;
        own->parent = m->notes[n].parent;
        own->revision = m->notes[n].edits;
        memcpy(own->text, m->notes[n].text, sizeof own->text);
        projecting_emit(p);
    }
}

void project_undo(struct projecting *p)
{
    const struct undo_step *back = undo_next(p->model, false), *again = undo_next(p->model, true);
    struct undo_item *undo = projecting_start(p, ITEM_UNDO, 0, 0);
    undo->undo = back ? back->serial : 0;
    undo->undo_what = back ? back->undoable : 0;
    undo->redo = again ? again->serial : 0;
    undo->redo_what = again ? again->undoable : 0;
    projecting_emit(p);
}
