#include "host/rows.h"

#include "host/row_tables.h"
#include "model/actions.h"
#include "model/undo.h"

#include <assert.h>

/* One event's rows on their way into the file. */
struct putting {
    struct journal *journal;
    const struct model *model;
    const struct event *event;
};

static void put(const struct putting *p, enum journal_table table, unsigned a, unsigned b,
                unsigned c)
{
    struct journal_row row = {.table = table};
    struct row_key key = {(uint16_t)a, (uint16_t)b, (uint16_t)c};
    if (table == JOURNAL_WORKSHOP)
        row.workshop.made_at_ms = p->event->at_ms;
    if (row_table(table)->make(&row, p->model, key))
        journal_put_row(p->journal, &row);
    else
        journal_remove_row(p->journal, &row);
}

/* The same for a row of a table that says nothing of the thing before: most of such a table's keys
 * have no row, and there is nothing to remove. */
static void put_first(const struct putting *p, enum journal_table table, unsigned a, unsigned b)
{
    struct journal_row row = {.table = table};
    struct row_key key = {(uint16_t)a, (uint16_t)b, 0};
    if (row_table(table)->make(&row, p->model, key))
        journal_put_row(p->journal, &row);
}

/* All notes of a board; 0: of all boards. */
static void put_notes(const struct putting *p, uint8_t board)
{
    for (note_id n = 1; n <= p->model->note_count; n++)
        if (!board || p->model->notes[n].board == board)
            put(p, JOURNAL_NOTE, n, 0, 0);
}

static void put_findings(const struct putting *p)
{
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        for (unsigned number = 1; number <= CONDITIONS_MAX; number++)
            put(p, JOURNAL_FINDING, kind, number, 0);
}

static void put_tallies(const struct putting *p, uint8_t kind, uint8_t subject)
{
    for (unsigned value = 1; value <= RATING_MAX; value++)
        put(p, JOURNAL_TALLY, kind, subject, value);
}

static void put_objectives(const struct putting *p)
{
    for (uint8_t i = 1; i <= OBJECTIVES_MAX; i++)
        put_tallies(p, SLIP_OBJECTIVE, i);
}

static void put_round(const struct putting *p)
{
    const struct round_change *round = &p->event->change.round;
    if (round->kind == SLIP_OBJECTIVE)
        put_objectives(p);
    else
        put_tallies(p, round->kind, round->subject);
}

/* ---- actions */

static void put_action(const struct putting *p, action_id action)
{
    put(p, JOURNAL_ACTION, action, 0, 0);
    put(p, JOURNAL_PLAN, action, 0, 0);
}

/* What joins or leaves another changes who supports that; when it is removed its parts stand alone;
 * and the support of a seat that is given up counts no more. */
static void put_plan(const struct putting *p)
{
    for (action_id a = 1; a <= p->model->action_count; a++)
        put(p, JOURNAL_PLAN, a, 0, 0);
}

/* Support that is taken back is taken from the parts too. */
static void put_supported(const struct putting *p, action_id action)
{
    for (action_id a = 1; a <= p->model->action_count; a++)
        if (action_root(p->model, a) == action)
            put(p, JOURNAL_PLAN, a, 0, 0);
}

/* ---- ballots */

static void put_ballot(const struct putting *p, ballot_id ballot)
{
    put(p, JOURNAL_BALLOT, ballot, 0, 0);
    for (unsigned option = 1; option <= OPTIONS_MAX; option++)
        put(p, JOURNAL_BALLOT_OPTION, ballot, option, 0);
}

static void put_ballots(const struct putting *p)
{
    for (ballot_id b = 1; b <= p->model->ballot_count; b++)
        put_ballot(p, b);
}

/* What was voted on is told in its newest words. */
static void put_options_about(const struct putting *p, enum about about, uint16_t thing)
{
    for (ballot_id b = 1; b <= p->model->ballot_count; b++) {
        const struct ballot_content *content = &p->model->ballots[b].content;
        for (unsigned option = 1; option <= content->option_count; option++)
            if (content->about == about && content->things[option - 1] == thing)
                put(p, JOURNAL_BALLOT_OPTION, b, option, 0);
    }
}

static void put_named_vote(const struct putting *p, uint16_t paper)
{
    for (unsigned option = 1; option <= OPTIONS_MAX; option++)
        put_first(p, JOURNAL_NAMED_VOTE, paper, option);
}

static void put_revealed(const struct putting *p, ballot_id ballot)
{
    put_ballot(p, ballot);
    for (seat_id s = 1; s <= p->model->seat_count; s++)
        put_first(p, JOURNAL_TOOK_PART, ballot, s);
    for (uint16_t paper = 1; paper <= p->model->paper_count; paper++)
        if (p->model->papers[paper].ballot == ballot)
            put_named_vote(p, paper);
}

/* ---- earlier reviews */

static void put_past(const struct putting *p, review_id review, school_id school)
{
    for (condition_id c = 1; c <= p->model->condition_count; c++)
        put(p, JOURNAL_PAST_RATING, review, school, c);
}

static void put_review(const struct putting *p, review_id review)
{
    put(p, JOURNAL_REVIEW, review, 0, 0);
    for (school_id s = 1; s <= p->model->school_count; s++)
        put_past(p, review, s);
}

/* ---- roles of a training */

/* A role ends with what becomes of its seat, and when that takes up another one. */
static void put_roles(const struct putting *p)
{
    for (character_id i = 1; i <= p->model->character_count; i++)
        put(p, JOURNAL_ROLE, i, 0, 0);
}

/* ---- priorities and people */

static void put_priorities(const struct putting *p)
{
    for (unsigned place = 1; place <= PRIORITIES_MAX; place++)
        put(p, JOURNAL_PRIORITY, place, 0, 0);
}

static void put_owned(const struct putting *p, enum owner_kind kind, uint16_t owner)
{
    for (action_id a = 1; a <= p->model->action_count; a++) {
        const struct action_content *content = &p->model->actions[a].content;
        if (content->owner == kind &&
            (kind == OWNER_SEAT ? content->owner_seat : content->owner_school) == owner)
            put(p, JOURNAL_PLAN, a, 0, 0);
    }
}

/* Somebody has another name or school: where they are told of by it. */
static void put_person(const struct putting *p, seat_id seat)
{
    put_owned(p, OWNER_SEAT, seat);
    for (ballot_id b = 1; b <= p->model->ballot_count; b++)
        put_first(p, JOURNAL_TOOK_PART, b, seat);
    for (uint16_t paper = p->model->seats[seat].own_paper; paper;
         paper = p->model->papers[paper].next_own)
        put_named_vote(p, paper);
}

/* A school has another name: seats without one are told of by their school's. */
static void put_school(const struct putting *p, school_id school)
{
    put(p, JOURNAL_SCHOOL, school, 0, 0);
    put_owned(p, OWNER_SCHOOL, school);
    for (seat_id s = 1; s <= p->model->seat_count; s++)
        if (p->model->seats[s].school == school)
            put_owned(p, OWNER_SEAT, s);
}

/* ---- steps taken back */

/* The step that has just been taken back or done again, and the thing it changed. */
static void put_undone(const struct putting *p)
{
    const struct undo *undo = &p->model->undo;
    unsigned at = p->event->kind == EVENT_UNDONE ? undo->done : undo->done - 1U;
    assert(at < undo->count && undo->steps[at].serial == p->event->change.undo.serial);
    const struct undo_step *step = &undo->steps[at];
    switch (undo_thing(step)) {
    case UNDO_PLACE:
    case UNDO_PLAN:
        break;
    case UNDO_RATING:
        put(p, JOURNAL_RATING, step->a, step->b, 0);
        break;
    case UNDO_BOARD:
        put_notes(p, (uint8_t)step->a);
        break;
    case UNDO_NOTE:
        put(p, JOURNAL_NOTE, step->a, 0, 0);
        break;
    case UNDO_FINDING:
        put(p, JOURNAL_FINDING, step->a, step->b, 0);
        break;
    case UNDO_RANKS:
        put_findings(p);
        break;
    case UNDO_ACTION:
        put_action(p, step->a);
        put_plan(p);
        put_options_about(p, ABOUT_ACTIONS, step->a);
        break;
    case UNDO_BALLOT:
        put_ballot(p, (ballot_id)step->a);
        break;
    case UNDO_PRIORITIES:
        put_priorities(p);
        break;
    }
}

/* ---- after an event */

/* Of what is decided together, of earlier reviews, and of roles. */
static void put_decided(const struct putting *p)
{
    const union change *c = &p->event->change;
    switch (p->event->kind) {
    case EVENT_ACTION_ADDED:
    case EVENT_ACTION_SET:
    case EVENT_ACTION_ACCEPTED:
    case EVENT_ACTION_PROGRESSED:
        put_action(p, c->action.action);
        break;
    case EVENT_ACTION_SUPPORTED:
        put_supported(p, c->action.action);
        break;
    case EVENT_ACTION_CHANGED:
        put_action(p, c->action.action);
        put_options_about(p, ABOUT_ACTIONS, c->action.action);
        break;
    case EVENT_ACTION_REMOVED:
        put_action(p, c->action.action);
        put_plan(p);
        break;
    case EVENT_ACTION_MERGED:
        put_plan(p);
        break;
    case EVENT_SEAT_REMOVED:
        put_plan(p);
        put_roles(p);
        break;
    case EVENT_BALLOT_ADDED:
    case EVENT_BALLOT_CHANGED:
    case EVENT_BALLOT_REMOVED:
        put_ballot(p, c->ballot.ballot);
        break;
    case EVENT_BALLOT_SET:
        put_ballot(p, c->ballot_set.ballot);
        break;
    case EVENT_BALLOT_REVEALED:
        put_revealed(p, c->ballot_reveal.ballot);
        break;
    case EVENT_PRIORITIES_SET:
        put_priorities(p);
        break;
    case EVENT_REVIEW_ADDED:
        put(p, JOURNAL_REVIEW, c->review.review, 0, 0);
        break;
    case EVENT_PAST_ADDED:
        put_past(p, c->past.review, c->past.school);
        break;
    case EVENT_REVIEW_REMOVED:
        put_review(p, c->review.review);
        break;
    case EVENT_CHARACTER_ADDED:
        put(p, JOURNAL_ROLE, c->character.character, 0, 0);
        break;
    case EVENT_CHARACTER_PLAYED:
    case EVENT_SEAT_MOVED:
        put_roles(p);
        break;
    case EVENT_MOMENT_ADDED:
        put(p, JOURNAL_MOMENT, c->moment.moment, 0, 0);
        break;
    default:
        break;
    }
}

void rows_put(struct journal *journal, const struct model *model, const struct event *event)
{
    const struct putting p = {journal, model, event};
    const union change *c = &event->change;
    switch (event->kind) {
    case EVENT_CREATED:
        put(&p, JOURNAL_WORKSHOP, 1, 0, 0);
        put(&p, JOURNAL_TRAINING, 1, 0, 0);
        break;
    case EVENT_SCHOOL_ADDED:
    case EVENT_SCHOOL_RENAMED:
        put_school(&p, c->school.school);
        break;
    case EVENT_SEAT_NAMED:
    case EVENT_SEAT_PLACED:
        put_person(&p, c->seat.seat);
        put_roles(&p);
        break;
    case EVENT_CONSENT_GIVEN:
        put(&p, JOURNAL_SCHOOL, c->consent.school, 0, 0);
        break;
    case EVENT_RATING_PROPOSED:
    case EVENT_RATING_WITHDRAWN:
    case EVENT_RATING_AGREED:
    case EVENT_RATING_AGREED_IN_PERSON:
    case EVENT_RATING_REOPENED:
        put(&p, JOURNAL_RATING, c->rating.condition, c->rating.school, 0);
        break;
    case EVENT_NOTE_ADDED:
    case EVENT_NOTE_EDITED:
    case EVENT_NOTE_REMOVED:
    case EVENT_NOTE_MOVED:
    case EVENT_NOTE_MERGED:
    case EVENT_NOTE_STARRED:
    case EVENT_NOTE_APPROVED:
    case EVENT_NOTE_ASSIGNED:
        put(&p, JOURNAL_NOTE, c->note.note, 0, 0);
        break;
    case EVENT_NOTES_DEALT:
        put_notes(&p, c->note.board);
        break;
    case EVENT_BOARD_SET:
        put_notes(&p, c->board_set.board);
        break;
    case EVENT_CLOSED:
        put_notes(&p, 0);
        put_objectives(&p);
        put_ballots(&p);
        break;
    case EVENT_ROUND_CALLED:
        put_round(&p);
        break;
    case EVENT_FINDING_RANKED: /* others move down */
        put_findings(&p);
        break;
    case EVENT_FINDING_WORDED:
    case EVENT_FINDING_SET:
    case EVENT_FINDING_ANSWERED:
        put(&p, JOURNAL_FINDING, c->finding.kind, c->finding.number, 0);
        break;
    case EVENT_UNDONE:
    case EVENT_REDONE:
        put_undone(&p);
        break;
    default:
        put_decided(&p);
        break;
    }
}
