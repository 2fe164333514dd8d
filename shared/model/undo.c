#include "model/undo.h"

#include "model/actions.h"
#include "model/applying.h"
#include "model/fitting.h"

#include <string.h>

static const struct {
    uint8_t kind, thing;
} undoables[UNDOABLE_COUNT] = {
#define X(name, word, event, thing) [UNDOABLE_##name] = {EVENT_##event, UNDO_##thing},
    UNDOABLE_LIST(X)
#undef X
};

const struct undo_step *undo_next(const struct model *m, bool again)
{
    const struct undo *undo = &m->undo;
    if (again)
        return undo->done < undo->count ? &undo->steps[undo->done] : NULL;
    return undo->done > 0 ? &undo->steps[undo->done - 1] : NULL;
}

/* What a facilitator asked for; what the kiosk does by itself, such as taking in a file, has no
 * command's number. A change to what a 1-to-1 settled is none: it was none in version 0.2, whose
 * files count their steps. */
static bool is_step(const struct model *m, const struct event *e, uint8_t *undoable)
{
    bool note = e->kind == EVENT_NOTE_EDITED || e->kind == EVENT_NOTE_REMOVED;
    if (!e->command || !model_is_facilitator(m, e->seat) || (note && e->change.note.on))
        return false;
    if (e->kind == EVENT_ACTION_CHANGED && m->actions[e->change.action.action].state == ACTION_OWN)
        return false;
    for (*undoable = 0; *undoable < UNDOABLE_COUNT; ++*undoable)
        if (undoables[*undoable].kind == e->kind)
            return true;
    return false;
}

enum undo_thing undo_thing(const struct undo_step *step)
{
    return (enum undo_thing)undoables[step->undoable].thing;
}

/* Which thing of its kind the event changes. */
static void name_thing(struct undo_step *step, const struct event *e)
{
    const union change *c = &e->change;
    switch (undo_thing(step)) {
    case UNDO_PLACE:
    case UNDO_PLAN:
    case UNDO_RANKS:
        break;
    case UNDO_RATING:
        step->a = c->rating.condition;
        step->b = c->rating.school;
        break;
    case UNDO_BOARD:
        step->a = c->board_set.board;
        break;
    case UNDO_NOTE:
        step->a = c->note.note;
        break;
    case UNDO_FINDING:
        step->a = c->finding.kind;
        step->b = c->finding.number;
        break;
    case UNDO_ACTION:
        step->a = c->action.action;
        break;
    case UNDO_BALLOT:
        step->a = c->ballot.ballot;
        break;
    case UNDO_PRIORITIES:
        break;
    }
}

/* Copies the step's thing as it is now, without who wrote it. */
static void take(const struct model *m, const struct undo_step *step, union undo_state *out)
{
    memset(out, 0, sizeof *out);
    switch (undo_thing(step)) {
    case UNDO_PLACE:
        out->place = m->place;
        break;
    case UNDO_PLAN:
        for (uint8_t i = 1; i <= m->item_count; i++)
            out->plan[i] = m->items[i].start;
        break;
    case UNDO_RATING:
        memcpy(&out->rating, &m->ratings[step->a][step->b], sizeof out->rating);
        break;
    case UNDO_BOARD:
        memcpy(&out->board, &m->boards[step->a], sizeof out->board);
        break;
    case UNDO_NOTE:
        memcpy(&out->note, &m->notes[step->a], sizeof out->note);
        memset(&out->note.author, 0, sizeof out->note.author);
        out->note.author_event = 0;
        out->note.next_own = 0;
        break;
    case UNDO_FINDING:
        memcpy(&out->finding, &m->findings[step->a][step->b], sizeof out->finding);
        break;
    case UNDO_RANKS:
        for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
            for (unsigned n = 1; n <= CONDITIONS_MAX; n++)
                out->ranks[kind][n] = m->findings[kind][n].rank;
        break;
    case UNDO_ACTION:
        memcpy(&out->action, &m->actions[step->a], sizeof out->action);
        break;
    case UNDO_BALLOT:
        out->ballot.state = m->ballots[step->a].state;
        memcpy(&out->ballot.content, &m->ballots[step->a].content, sizeof out->ballot.content);
        break;
    case UNDO_PRIORITIES:
        memcpy(&out->priorities, &m->priorities, sizeof out->priorities);
        break;
    }
}

/* Leaves out what may differ without anybody having changed the thing: numbers of revisions, the
 * order that others push about, what the local authority answered beside it, and whether an owner
 * has said yes. */
static void strip(enum undo_thing thing, union undo_state *state)
{
    if (thing == UNDO_RATING) {
        state->rating.revision = 0;
    } else if (thing == UNDO_NOTE) {
        state->note.revision = 0;
        state->note.edits = 0;
        state->note.order = 0;
    } else if (thing == UNDO_FINDING) {
        state->finding.revision = 0;
        state->finding.answer_revision = 0;
        memset(state->finding.answer, 0, sizeof state->finding.answer);
    } else if (thing == UNDO_ACTION) {
        state->action.revision = 0;
        state->action.accepted = false;
        state->action.declined = false;
    } else if (thing == UNDO_PRIORITIES) {
        state->priorities.revision = 0;
    }
}

static bool is_as(const struct model *m, const struct undo_step *step,
                  const union undo_state *wanted)
{
    union undo_state now, then;
    take(m, step, &now);
    memcpy(&then, wanted, sizeof then);
    strip(undo_thing(step), &now);
    strip(undo_thing(step), &then);
    return memcmp(&now, &then, sizeof now) == 0;
}

bool undo_fits(const struct model *m, uint32_t serial, bool again)
{
    const struct undo_step *step = undo_next(m, again);
    if (!step || step->serial != serial || !is_as(m, step, again ? &step->before : &step->after))
        return false;
    const union undo_state *to = again ? &step->after : &step->before;
    return undo_thing(step) != UNDO_PLACE || fitting_has_place(m, &to->place);
}

/* Answers and writers stay as they are now; revisions count on. */
static void put_rating(struct model *m, struct rating *rating, const struct rating *to)
{
    uint32_t revision = rating->revision;
    memcpy(rating, to, sizeof *rating);
    rating->revision = revision;
    applying_refresh_unnamed(m);
}

static void put_board(struct model *m, uint8_t board, const struct board *to)
{
    if (to->state == BOARD_CLOSED && m->boards[board].state != BOARD_CLOSED)
        applying_close_board(m, board);
    memcpy(&m->boards[board], to, sizeof *to);
}

static void put_finding(struct finding *finding, const struct finding *to)
{
    struct finding now = *finding;
    memcpy(finding, to, sizeof *finding);
    finding->revision = now.revision + 1;
    finding->answer_revision = now.answer_revision;
    memcpy(finding->answer, now.answer, sizeof finding->answer);
}

/* What the owner said stays, as long as it is the same one. */
static void put_action(struct action *action, const struct action *to)
{
    struct action now = *action;
    memcpy(action, to, sizeof *action);
    action->revision = now.revision + 1;
    if (action_same_owner(&now.content, &to->content)) {
        action->accepted = now.accepted;
        action->declined = now.declined;
    }
}

static void put_ballot(struct ballot *ballot, const struct ballot_undo *to)
{
    ballot->state = to->state;
    ballot->revision++;
    memcpy(&ballot->content, &to->content, sizeof ballot->content);
}

static void put_priorities(struct priorities_change *priorities, const struct priorities_change *to)
{
    uint32_t revision = priorities->revision;
    memcpy(priorities, to, sizeof *priorities);
    priorities->revision = revision + 1;
}

static void put(struct model *m, const struct undo_step *step, const union undo_state *to,
                int64_t at_ms)
{
    switch (undo_thing(step)) {
    case UNDO_PLACE:
        applying_go(m, to->place, at_ms);
        break;
    case UNDO_PLAN:
        for (uint8_t i = 1; i <= m->item_count; i++)
            m->items[i].start = to->plan[i];
        m->plan_revision++;
        break;
    case UNDO_RATING:
        put_rating(m, &m->ratings[step->a][step->b], &to->rating);
        break;
    case UNDO_BOARD:
        put_board(m, (uint8_t)step->a, &to->board);
        break;
    case UNDO_NOTE:
        applying_put_note(m, step->a, &to->note);
        break;
    case UNDO_FINDING:
        put_finding(&m->findings[step->a][step->b], &to->finding);
        break;
    case UNDO_RANKS:
        for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
            for (unsigned n = 1; n <= CONDITIONS_MAX; n++)
                m->findings[kind][n].rank = to->ranks[kind][n];
        break;
    case UNDO_ACTION:
        put_action(&m->actions[step->a], &to->action);
        break;
    case UNDO_BALLOT:
        put_ballot(&m->ballots[step->a], &to->ballot);
        break;
    case UNDO_PRIORITIES:
        put_priorities(&m->priorities, &to->priorities);
        break;
    }
}

struct undo_step *undo_note(struct model *m, const struct event *e)
{
    struct undo *undo = &m->undo;
    uint8_t undoable;
    if (!is_step(m, e, &undoable))
        return NULL;
    /* what was taken back before cannot be done again after this */
    memset(undo->steps + undo->done, 0, (UNDO_MAX - undo->done) * sizeof *undo->steps);
    if (undo->done == UNDO_MAX) {
        memmove(undo->steps, undo->steps + 1, (UNDO_MAX - 1) * sizeof *undo->steps);
        undo->done--;
    }
    struct undo_step *step = &undo->steps[undo->done++];
    undo->count = undo->done;
    memset(step, 0, sizeof *step);
    step->serial = ++undo->last_serial;
    step->undoable = undoable;
    name_thing(step, e);
    take(m, step, &step->before);
    return step;
}

void undo_keep(const struct model *m, struct undo_step *step)
{
    take(m, step, &step->after);
}

void apply_undone(struct model *m, const struct event *e)
{
    const struct undo_step *step = undo_next(m, false);
    put(m, step, &step->before, e->at_ms);
    m->undo.done--;
}

void apply_redone(struct model *m, const struct event *e)
{
    const struct undo_step *step = undo_next(m, true);
    put(m, step, &step->after, e->at_ms);
    m->undo.done++;
}
