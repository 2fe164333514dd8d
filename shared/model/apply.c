#include "model/applying.h"

#include "model/undo.h"

#include <assert.h>
#include <string.h>

/* One small function per kind of event, found through the table at the end. */

static void apply_created(struct model *m, const struct event *e)
{
    const struct workshop_change *c = &e->change.workshop;
    m->created = true;
    m->training = c->training;
    m->conducting.pace = c->training;
    memcpy(m->id, c->id, sizeof m->id);
    memcpy(m->title, c->title, sizeof m->title);
    memcpy(m->pack, c->pack, sizeof m->pack);
    memcpy(m->agenda, c->agenda, sizeof m->agenda);
    memcpy(m->language, c->language, sizeof m->language);
}

static void apply_condition_added(struct model *m, const struct event *e)
{
    m->condition_count++;
    m->conditions[m->condition_count] = e->change.condition.content;
}

static void apply_school_added(struct model *m, const struct event *e)
{
    m->school_count++;
    memcpy(m->schools[m->school_count].name, e->change.school.name, NAME_SIZE);
}

static void apply_school_renamed(struct model *m, const struct event *e)
{
    memcpy(m->schools[e->change.school.school].name, e->change.school.name, NAME_SIZE);
}

static void apply_setting_made(struct model *m, const struct event *e)
{
    m->settings[e->change.setting.setting] = e->change.setting.on;
    applying_refresh_unnamed(m);
}

/* A closed workshop lets nobody in any more: codes and tokens are forgotten, and who wrote what. */
static void apply_closed(struct model *m, const struct event *e)
{
    (void)e;
    m->closed = true;
    for (uint16_t i = 1; i <= m->code_count; i++) {
        m->codes[i].retired = true;
        m->codes[i].symbols = (struct secret){0};
    }
    for (seat_id s = 1; s <= m->seat_count; s++)
        m->seats[s].token_hash = (struct secret){0};
    for (uint8_t b = 1; b <= m->board_count; b++)
        applying_close_board(m, b);
    applying_close_rounds(m);
    applying_close_ballots(m);
}

static applier *const appliers[EVENT_COUNT] = {
    [EVENT_CREATED] = apply_created,
    [EVENT_CONDITION_ADDED] = apply_condition_added,
    [EVENT_AGENDA_ITEM_ADDED] = apply_agenda_item_added,
    [EVENT_SCHOOL_ADDED] = apply_school_added,
    [EVENT_SCHOOL_RENAMED] = apply_school_renamed,
    [EVENT_SEAT_JOINED] = apply_seat_joined,
    [EVENT_SEAT_MOVED] = apply_seat_moved,
    [EVENT_SEAT_NAMED] = apply_seat_named,
    [EVENT_SEAT_PLACED] = apply_seat_placed,
    [EVENT_SEAT_ADMITTED] = apply_seat_admitted,
    [EVENT_SEAT_REMOVED] = apply_seat_removed,
    [EVENT_CODE_ISSUED] = apply_code_issued,
    [EVENT_CODE_RETIRED] = apply_code_retired,
    [EVENT_RATING_PROPOSED] = apply_rating_proposed,
    [EVENT_RATING_WITHDRAWN] = apply_rating_withdrawn,
    [EVENT_RATING_AGREED] = apply_rating_agreed,
    [EVENT_RATING_AGREED_IN_PERSON] = apply_rating_agreed_in_person,
    [EVENT_CONSENT_GIVEN] = apply_consent_given,
    [EVENT_PLACE_REACHED] = apply_place_reached,
    [EVENT_TIMER_SET] = apply_timer_set,
    [EVENT_VIEW_CHOSEN] = apply_view_chosen,
    [EVENT_SETTING_MADE] = apply_setting_made,
    [EVENT_CLOSED] = apply_closed,
    [EVENT_BOARD_ADDED] = apply_board_added,
    [EVENT_QUESTION_ADDED] = apply_question_added,
    [EVENT_RATING_REOPENED] = apply_rating_reopened,
    [EVENT_BOARD_SET] = apply_board_set,
    [EVENT_NOTE_ADDED] = apply_note_added,
    [EVENT_NOTE_EDITED] = apply_note_edited,
    [EVENT_NOTE_REMOVED] = apply_note_removed,
    [EVENT_NOTE_MOVED] = apply_note_moved,
    [EVENT_NOTE_MERGED] = apply_note_merged,
    [EVENT_NOTE_STARRED] = apply_note_starred,
    [EVENT_NOTE_APPROVED] = apply_note_approved,
    [EVENT_NOTE_ASSIGNED] = apply_note_assigned,
    [EVENT_NOTES_DEALT] = apply_notes_dealt,
    [EVENT_SEAT_GROUPED] = apply_seat_grouped,
    [EVENT_AGENDA_ITEM_CHANGED] = apply_agenda_item_changed,
    [EVENT_AGENDA_REPLANNED] = apply_agenda_replanned,
    [EVENT_UNDONE] = apply_undone,
    [EVENT_REDONE] = apply_redone,
    [EVENT_SLIP_FILLED] = apply_slip_filled,
    [EVENT_SLIP_CHANGED] = apply_slip_changed,
    [EVENT_ROUND_CALLED] = apply_round_called,
    [EVENT_FINDING_WORDED] = apply_finding_worded,
    [EVENT_FINDING_SET] = apply_finding_set,
    [EVENT_FINDING_RANKED] = apply_finding_ranked,
    [EVENT_FINDING_ANSWERED] = apply_finding_answered,
    [EVENT_ACTION_ADDED] = apply_action_added,
    [EVENT_ACTION_CHANGED] = apply_action_changed,
    [EVENT_ACTION_REMOVED] = apply_action_removed,
    [EVENT_ACTION_SET] = apply_action_set,
    [EVENT_ACTION_MERGED] = apply_action_merged,
    [EVENT_ACTION_SUPPORTED] = apply_action_supported,
    [EVENT_ACTION_ACCEPTED] = apply_action_accepted,
    [EVENT_ACTION_PROGRESSED] = apply_action_progressed,
    [EVENT_BALLOT_ADDED] = apply_ballot_added,
    [EVENT_BALLOT_CHANGED] = apply_ballot_changed,
    [EVENT_BALLOT_REMOVED] = apply_ballot_removed,
    [EVENT_BALLOT_SET] = apply_ballot_set,
    [EVENT_BALLOT_REVEALED] = apply_ballot_revealed,
    [EVENT_PAPER_CAST] = apply_paper_cast,
    [EVENT_PAPER_WITHDRAWN] = apply_paper_withdrawn,
    [EVENT_SEAT_SHARED] = apply_seat_shared,
    [EVENT_PRIORITIES_SET] = apply_priorities_set,
    [EVENT_REVIEW_ADDED] = apply_review_added,
    [EVENT_PAST_ADDED] = apply_past_added,
    [EVENT_REVIEW_REMOVED] = apply_review_removed,
    [EVENT_CHARACTER_ADDED] = apply_character_added,
    [EVENT_CHARACTER_PLAYED] = apply_character_played,
    [EVENT_MOMENT_ADDED] = apply_moment_added,
    [EVENT_CONDUCTED] = apply_conducted,
};

/* Notes that a command of this seat has been obeyed. */
static void remember_command(struct seat *seat, uint32_t command)
{
    if (command > seat->last_command) {
        uint32_t steps = command - seat->last_command;
        seat->recent = steps < COMMANDS_REMEMBERED ? seat->recent << steps | 1 : 1;
        seat->last_command = command;
    } else if (seat->last_command - command < COMMANDS_REMEMBERED) {
        seat->recent |= UINT64_C(1) << (seat->last_command - command);
    }
}

/* The day of a workshop is that on which these last happened. */
static bool is_held(const struct event *event)
{
    return event->kind == EVENT_CREATED || event->kind == EVENT_PLACE_REACHED ||
           event->kind == EVENT_RATING_AGREED || event->kind == EVENT_RATING_AGREED_IN_PERSON;
}

void model_apply(struct model *model, const struct event *event)
{
    assert(model_fits(model, event));
    if (event->command)
        remember_command(&model->seats[event->seat], event->command);
    struct undo_step *step = undo_note(model, event);
    appliers[event->kind](model, event);
    if (step)
        undo_keep(model, step);
    if (is_held(event) && event->at_ms > model->held_ms)
        model->held_ms = event->at_ms;
    model->event_count++;
}
