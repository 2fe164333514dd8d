#include "model/fitting.h"

/* What an event must be for apply to take it: the ids it names exist, or are the next free ones,
 * and its numbers are in range. Texts have been checked where they were read. */

static bool workshop_fits(const struct model *m, const struct event *e)
{
    (void)e;
    return !m->created;
}

static bool scale_fits(const struct condition *c)
{
    return c->prompt_count <= PROMPTS_MAX && c->resource_count <= RESOURCES_MAX && c->name[0];
}

static bool condition_fits(const struct model *m, const struct event *e)
{
    return e->change.condition.condition == m->condition_count + 1 &&
           m->condition_count < CONDITIONS_MAX && scale_fits(&e->change.condition.content);
}

static bool new_school_fits(const struct model *m, const struct event *e)
{
    return e->change.school.school == m->school_count + 1 && m->school_count < SCHOOLS_MAX &&
           e->change.school.name[0];
}

static bool school_fits(const struct model *m, const struct event *e)
{
    return model_has_school(m, e->change.school.school) && e->change.school.name[0];
}

static bool join_fits(const struct model *m, const struct event *e)
{
    const struct join_change *c = &e->change.join;
    return c->seat == m->seat_count + 1 && m->seat_count < SEATS_MAX && c->role > ROLE_NONE &&
           c->role < ROLE_COUNT && c->code <= m->code_count &&
           (c->school == 0 || model_has_school(m, c->school));
}

static bool move_fits(const struct model *m, const struct event *e)
{
    return e->change.join.seat >= 1 && model_has_seat(m, e->change.join.seat) &&
           e->change.join.code >= 1 && e->change.join.code <= m->code_count;
}

static bool seat_fits(const struct model *m, const struct event *e)
{
    const struct seat_change *c = &e->change.seat;
    return c->seat >= 1 && model_has_seat(m, c->seat) &&
           (c->school == 0 || model_has_school(m, c->school));
}

static bool grouped_fits(const struct model *m, const struct event *e)
{
    return seat_fits(m, e) && e->change.seat.group <= GROUPS_MAX;
}

static bool shared_fits(const struct model *m, const struct event *e)
{
    return seat_fits(m, e) && e->change.seat.people >= 1 && e->change.seat.people <= LAPTOP_MAX;
}

/* A code is shown and typed: capitals and digits. Once wiped there are none. */
static bool symbols_fit(const struct secret *symbols)
{
    for (unsigned i = 0; i < symbols->length; i++) {
        uint8_t c = symbols->bytes[i];
        if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'))
            return false;
    }
    return symbols->length == CODE_LENGTH || symbols->length == 0;
}

static bool new_code_fits(const struct model *m, const struct event *e)
{
    const struct code_change *c = &e->change.code;
    return c->code == m->code_count + 1 && m->code_count < CODES_MAX && c->kind < CODE_KIND_COUNT &&
           (c->school == 0 || model_has_school(m, c->school)) && c->seat <= m->seat_count &&
           symbols_fit(&e->secret);
}

static bool code_fits(const struct model *m, const struct event *e)
{
    return e->change.code.code >= 1 && e->change.code.code <= m->code_count;
}

static bool cell_fits(const struct model *m, const struct rating_change *c)
{
    return model_has_school(m, c->school) && model_has_condition(m, c->condition);
}

static bool figure_fits(const struct figure *f)
{
    return f->now >= 1 && f->now <= RATING_MAX &&
           (f->target == 0 || (f->target >= f->now && f->target <= RATING_MAX)) &&
           f->months <= MONTHS_MAX && (f->months == 0 || f->target > 0);
}

static bool proposed_fits(const struct model *m, const struct event *e)
{
    const struct rating_change *c = &e->change.rating;
    return cell_fits(m, c) && c->side < SIDE_COUNT && figure_fits(&c->figure) &&
           c->revision == m->ratings[c->condition][c->school].revision + 1;
}

static bool agreed_fits(const struct model *m, const struct event *e)
{
    const struct rating_change *c = &e->change.rating;
    return cell_fits(m, c) && c->side < SIDE_COUNT && c->revision > 0 &&
           m->ratings[c->condition][c->school].proposals[c->side].revision == c->revision;
}

static bool in_person_fits(const struct model *m, const struct event *e)
{
    const struct rating_change *c = &e->change.rating;
    return cell_fits(m, c) && figure_fits(&c->figure) &&
           c->revision == m->ratings[c->condition][c->school].revision + 1;
}

static bool reopened_fits(const struct model *m, const struct event *e)
{
    const struct rating_change *c = &e->change.rating;
    return cell_fits(m, c) && c->side == SIDE_MANAGER &&
           m->ratings[c->condition][c->school].settled &&
           c->revision == m->ratings[c->condition][c->school].revision + 1;
}

static bool consent_fits(const struct model *m, const struct event *e)
{
    const struct consent_change *c = &e->change.consent;
    return model_has_school(m, c->school) && c->scopes < 1 << SCOPE_COUNT &&
           c->answer < ANSWER_COUNT;
}

static bool setting_fits(const struct model *m, const struct event *e)
{
    (void)m;
    return e->change.setting.setting < SETTING_COUNT;
}

static fitting *const fittings[EVENT_COUNT] = {
    [EVENT_CREATED] = workshop_fits,
    [EVENT_CONDITION_ADDED] = condition_fits,
    [EVENT_AGENDA_ITEM_ADDED] = agenda_fits,
    [EVENT_SCHOOL_ADDED] = new_school_fits,
    [EVENT_SCHOOL_RENAMED] = school_fits,
    [EVENT_SEAT_JOINED] = join_fits,
    [EVENT_SEAT_MOVED] = move_fits,
    [EVENT_SEAT_NAMED] = seat_fits,
    [EVENT_SEAT_PLACED] = seat_fits,
    [EVENT_SEAT_ADMITTED] = seat_fits,
    [EVENT_SEAT_REMOVED] = seat_fits,
    [EVENT_CODE_ISSUED] = new_code_fits,
    [EVENT_CODE_RETIRED] = code_fits,
    [EVENT_RATING_PROPOSED] = proposed_fits,
    [EVENT_RATING_WITHDRAWN] = agreed_fits,
    [EVENT_RATING_AGREED] = agreed_fits,
    [EVENT_RATING_AGREED_IN_PERSON] = in_person_fits,
    [EVENT_CONSENT_GIVEN] = consent_fits,
    [EVENT_PLACE_REACHED] = place_fits,
    [EVENT_TIMER_SET] = timer_fits,
    [EVENT_VIEW_CHOSEN] = view_fits,
    [EVENT_SETTING_MADE] = setting_fits,
    [EVENT_CLOSED] = setting_fits,
    [EVENT_BOARD_ADDED] = board_fits,
    [EVENT_QUESTION_ADDED] = question_fits,
    [EVENT_RATING_REOPENED] = reopened_fits,
    [EVENT_BOARD_SET] = board_set_fits,
    [EVENT_NOTE_ADDED] = note_added_fits,
    [EVENT_NOTE_EDITED] = note_edited_fits,
    [EVENT_NOTE_REMOVED] = note_fits,
    [EVENT_NOTE_MOVED] = note_moved_fits,
    [EVENT_NOTE_MERGED] = note_merged_fits,
    [EVENT_NOTE_STARRED] = note_fits,
    [EVENT_NOTE_APPROVED] = note_fits,
    [EVENT_NOTE_ASSIGNED] = note_assigned_fits,
    [EVENT_NOTES_DEALT] = notes_dealt_fits,
    [EVENT_SEAT_GROUPED] = grouped_fits,
    [EVENT_AGENDA_ITEM_CHANGED] = changed_agenda_fits,
    [EVENT_AGENDA_REPLANNED] = replan_fits,
    [EVENT_UNDONE] = undone_fits,
    [EVENT_REDONE] = redone_fits,
    [EVENT_SLIP_FILLED] = slip_filled_fits,
    [EVENT_SLIP_CHANGED] = slip_changed_fits,
    [EVENT_ROUND_CALLED] = round_called_fits,
    [EVENT_FINDING_WORDED] = finding_worded_fits,
    [EVENT_FINDING_SET] = finding_set_fits,
    [EVENT_FINDING_RANKED] = finding_ranked_fits,
    [EVENT_FINDING_ANSWERED] = finding_answered_fits,
    [EVENT_ACTION_ADDED] = action_added_fits,
    [EVENT_ACTION_CHANGED] = action_changed_fits,
    [EVENT_ACTION_REMOVED] = action_fits,
    [EVENT_ACTION_SET] = action_set_fits,
    [EVENT_ACTION_MERGED] = action_merged_fits,
    [EVENT_ACTION_SUPPORTED] = action_fits,
    [EVENT_ACTION_ACCEPTED] = action_fits,
    [EVENT_ACTION_PROGRESSED] = action_progressed_fits,
    [EVENT_BALLOT_ADDED] = ballot_added_fits,
    [EVENT_BALLOT_CHANGED] = ballot_changed_fits,
    [EVENT_BALLOT_REMOVED] = ballot_removed_fits,
    [EVENT_BALLOT_SET] = ballot_set_fits,
    [EVENT_BALLOT_REVEALED] = ballot_revealed_fits,
    [EVENT_PAPER_CAST] = paper_cast_fits,
    [EVENT_PAPER_WITHDRAWN] = paper_withdrawn_fits,
    [EVENT_SEAT_SHARED] = shared_fits,
    [EVENT_PRIORITIES_SET] = priorities_fits,
    [EVENT_REVIEW_ADDED] = review_added_fits,
    [EVENT_PAST_ADDED] = past_added_fits,
    [EVENT_REVIEW_REMOVED] = review_removed_fits,
    [EVENT_CHARACTER_ADDED] = character_fits,
    [EVENT_CHARACTER_PLAYED] = play_fits,
    [EVENT_MOMENT_ADDED] = moment_fits,
    [EVENT_CONDUCTED] = conduct_fits,
};

bool model_fits(const struct model *model, const struct event *event)
{
    return (unsigned)event->kind < EVENT_COUNT && event->seat <= model->seat_count &&
           (model->created || event->kind == EVENT_CREATED) && event->at_ms >= -TIME_MOST_MS &&
           event->at_ms <= TIME_MOST_MS && event->secret.length <= SECRET_SIZE &&
           fittings[event->kind] && fittings[event->kind](model, event);
}
