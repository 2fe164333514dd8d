#include "wire/body.h"

#include "analysis/summary.h"
#include "base/text.h"

#include "model/model.h"

#include <string.h>

/* Most bodies are flat: their fields are listed once, and both directions are made from the list.
 * N number, R number below a count, T text of at most so many visible characters (0: as many as
 * fit). */

static enum refusal take_text(char *to, size_t size, size_t visible, const char *from)
{
    switch (text_take(to, size, visible, from, strlen(from))) {
    case TEXT_LONG:
        return REFUSAL_TEXT_LONG;
    case TEXT_NOT_UTF8:
        return REFUSAL_TEXT_BROKEN;
    default:
        return REFUSAL_NONE;
    }
}

#define OUT_N(field)        w->field = m->field;
#define OUT_R(field, count) w->field = m->field;
#define OUT_T(field, visible)                                                                      \
    _Static_assert(sizeof w->field == sizeof m->field, "plenary.options and limits.h differ");     \
    text_copy(w->field, sizeof w->field, m->field);
#define IN_N(field) m->field = w->field;
#define IN_R(field, count)                                                                         \
    if (w->field >= (count))                                                                       \
        return REFUSAL_NOT_UNDERSTOOD;                                                             \
    m->field = w->field;
#define IN_T(field, visible)                                                                       \
    if ((refusal = take_text(m->field, sizeof m->field, visible, w->field)) != REFUSAL_NONE)       \
        return refusal;

#define FLAT(name, wire, ours, FIELDS)                                                             \
    void name##_out(wire *w, const ours *m)                                                        \
    {                                                                                              \
        FIELDS(OUT_N, OUT_R, OUT_T)                                                                \
    }                                                                                              \
    enum refusal name##_in(ours *m, const wire *w)                                                 \
    {                                                                                              \
        enum refusal refusal = REFUSAL_NONE;                                                       \
        FIELDS(IN_N, IN_R, IN_T)                                                                   \
        return refusal;                                                                            \
    }

#define FIGURE(N, R, T) N(now) N(target) N(months) T(note, NOTE_VISIBLE)
FLAT(figure, plenary_Figure, struct figure, FIGURE)
#define RESOURCE(N, R, T) T(title, 0) T(kind, 0) T(offered_by, 0) T(where, 0)
FLAT(resource, plenary_Resource, struct resource, RESOURCE)
#define WORKSHOP_CHANGE(N, R, T) T(title, TITLE_VISIBLE) T(pack, 0) T(agenda, 0) T(language, 0)
#define SCHOOL_CHANGE(N, R, T)   N(school) T(name, NAME_VISIBLE)
FLAT(school_change, plenary_SchoolChange, struct school_change, SCHOOL_CHANGE)
#define SEAT_CHANGE(N, R, T) N(seat) N(school) N(speaks) N(group) T(name, NAME_VISIBLE)
FLAT(seat_change, plenary_SeatChange, struct seat_change, SEAT_CHANGE)
#define CODE_CHANGE(N, R, T) N(code) N(kind) N(school) N(seat)
FLAT(code_change, plenary_CodeChange, struct code_change, CODE_CHANGE)
#define CONSENT_CHANGE(N, R, T) N(school) N(scopes) N(answer)
FLAT(consent_change, plenary_ConsentChange, struct consent_change, CONSENT_CHANGE)
#define PLACE(N, R, T) R(item, AGENDA_MAX + 1) R(step, STEPS_MAX + 1)
FLAT(place, plenary_Place, struct place, PLACE)
#define TIMER_CHANGE(N, R, T) N(action) N(item) N(running) N(milliseconds)
FLAT(timer_change, plenary_TimerChange, struct timer_change, TIMER_CHANGE)
#define VIEW(N, R, T)                                                                              \
    N(targets)                                                                                     \
    N(by_average)                                                                                  \
    N(blank)                                                                                       \
    N(frozen) R(larger, LARGER_MOST + 1) R(focus, CONDITIONS_MAX + 1) N(page)                      \
        R(note, NOTES_MAX + 1) R(finding_kind, FINDING_COUNT) R(finding, CONDITIONS_MAX + 1)
FLAT(view, plenary_View, struct view, VIEW)
#define SETTING_CHANGE(N, R, T) N(setting) N(on)
FLAT(setting_change, plenary_SettingChange, struct setting_change, SETTING_CHANGE)
#define QUESTION_CHANGE(N, R, T) N(question) T(text, 0)
FLAT(question_change, plenary_QuestionChange, struct question_change, QUESTION_CHANGE)
#define BOARD_SET_CHANGE(N, R, T) N(board) R(state, BOARD_STATE_COUNT) N(held)
FLAT(board_set_change, plenary_BoardSetChange, struct board_set_change, BOARD_SET_CHANGE)
#define NOTE_CHANGE(N, R, T)                                                                       \
    N(note)                                                                                        \
    N(board)                                                                                       \
    N(heading)                                                                                     \
    N(parent) N(other) N(revision) N(group) N(on) T(text, NOTE_VISIBLE) T(by, NAME_VISIBLE)
FLAT(note_change, plenary_NoteChange, struct note_change, NOTE_CHANGE)
#define SLIP_CHANGE(N, R, T) N(slip) R(kind, SLIP_COUNT) N(subject) N(school) N(value)
FLAT(slip_change, plenary_SlipChange, struct slip_change, SLIP_CHANGE)
#define ROUND_CHANGE(N, R, T) R(kind, SLIP_COUNT) N(subject) R(state, ROUND_STATE_COUNT)
FLAT(round_change, plenary_RoundChange, struct round_change, ROUND_CHANGE)
#define FINDING_CHANGE(N, R, T)                                                                    \
    R(kind, FINDING_COUNT) N(number) N(revision) N(hidden) N(for_la) N(rank) T(text, NOTE_VISIBLE)
FLAT(finding_change, plenary_FindingChange, struct finding_change, FINDING_CHANGE)
#define ACTION_CHANGE(N, R, T)                                                                     \
    N(action) N(school) N(condition) R(months, MONTHS_MAX + 1) N(revision) T(text, NOTE_VISIBLE)
FLAT(action_change, plenary_ActionChange, struct action_change, ACTION_CHANGE)
#define REPLAN_CHANGE(N, R, T) N(item) N(minutes)
FLAT(replan_change, plenary_ReplanChange, struct replan_change, REPLAN_CHANGE)
#define UNDO_CHANGE(N, R, T) N(serial)
FLAT(undo_change, plenary_UndoChange, struct undo_change, UNDO_CHANGE)
#define WORKSHOP(N, R, T)                                                                          \
    T(title, 0)                                                                                    \
    T(language, 0)                                                                                 \
    R(school_count, SCHOOLS_MAX + 1)                                                               \
    R(condition_count, CONDITIONS_MAX + 1)                                                         \
    R(item_count, AGENDA_MAX + 1)                                                                  \
    R(board_count, BOARDS_MAX + 1)                                                                 \
    R(question_count, QUESTIONS_MAX + 1)                                                           \
    N(hide_timers) N(room_named) N(named) N(count_proposed) N(closed)
FLAT(workshop, plenary_Workshop, struct workshop_item, WORKSHOP)
#define SCHOOL(N, R, T) T(name, 0) N(here) N(away)
FLAT(school, plenary_School, struct school_item, SCHOOL)
#define CELL(N, R, T)                                                                              \
    R(state, RATING_STATE_COUNT)                                                                   \
    R(now, RATING_MAX + 1) R(target, RATING_MAX + 1) R(months, MONTHS_MAX + 1)
FLAT(cell, plenary_Cell, struct cell_item, CELL)
#define PROGRESS(N, R, T) N(agreed) N(proposed) N(to_come)
FLAT(progress, plenary_Progress, struct progress_item, PROGRESS)
#define SEAT(N, R, T)                                                                              \
    R(role, ROLE_COUNT)                                                                            \
    R(presence, PRESENCE_COUNT) N(speaks) N(group) R(school, SCHOOLS_MAX + 1) T(name, 0)
FLAT(seat, plenary_Seat, struct seat_item, SEAT)
#define CODE(N, R, T)                                                                              \
    R(kind, CODE_KIND_COUNT) R(school, SCHOOLS_MAX + 1) R(seat, SEATS_MAX + 1) T(symbols, 0)
FLAT(code, plenary_Code, struct code_item, CODE)
#define ME(N, R, T)                                                                                \
    R(seat, SEATS_MAX + 1)                                                                         \
    R(role, ROLE_COUNT) N(speaks) N(group) R(school, SCHOOLS_MAX + 1) T(name, 0)
FLAT(me, plenary_Me, struct me_item, ME)
#define QUESTION(N, R, T) T(text, 0)
FLAT(question, plenary_Question, struct question_item, QUESTION)
#define NOTE(N, R, T)                                                                              \
    R(board, BOARDS_MAX + 1)                                                                       \
    R(heading, HEADINGS_MAX + 1)                                                                   \
    R(state, NOTE_STATE_COUNT)                                                                     \
    N(starred)                                                                                     \
    R(group, GROUPS_MAX + 1)                                                                       \
    R(parent, NOTES_MAX + 1) R(merged, NOTES_MAX + 1) N(order) N(revision) T(text, 0) T(by, 0)
FLAT(note, plenary_Note, struct note_item, NOTE)
#define OWN_NOTE(N, R, T)                                                                          \
    R(board, BOARDS_MAX + 1)                                                                       \
    R(heading, HEADINGS_MAX + 1)                                                                   \
    R(state, NOTE_STATE_COUNT) R(parent, NOTES_MAX + 1) N(revision) T(text, 0)
FLAT(own_note, plenary_OwnNote, struct own_note_item, OWN_NOTE)
#define ROUND(N, R, T)                                                                             \
    R(subject, CONDITIONS_MAX + 1) R(state, ROUND_STATE_COUNT) N(answered) N(asked)
FLAT(round, plenary_Round, struct round_item, ROUND)
#define MISSING(N, R, T) N(count)
FLAT(missing, plenary_Missing, struct missing_item, MISSING)
#define OWN_SLIP(N, R, T) R(value, RATING_MAX + 1)
FLAT(own_slip, plenary_OwnSlip, struct own_slip_item, OWN_SLIP)
#define FINDING(N, R, T)                                                                           \
    N(hidden) N(for_la) N(rank) N(revision) N(answer_revision) T(text, 0) T(answer, 0)
FLAT(finding, plenary_Finding, struct finding_item, FINDING)
#define ACTION(N, R, T)                                                                            \
    R(school, SCHOOLS_MAX + 1)                                                                     \
    R(condition, CONDITIONS_MAX + 1) R(months, MONTHS_MAX + 1) N(revision) T(text, 0)
FLAT(action, plenary_Action, struct action_item, ACTION)
#define UNDO(N, R, T) N(undo) N(redo) R(undo_what, UNDOABLE_COUNT) R(redo_what, UNDOABLE_COUNT)
FLAT(undo, plenary_Undo, struct undo_item, UNDO)

/* Lists of texts. */
#define OUT_TEXTS(list, count)                                                                     \
    w->list##_count = (pb_size_t)(count);                                                          \
    for (unsigned i = 0; i < (count); i++)                                                         \
        text_copy(w->list[i], sizeof w->list[i], m->list[i]);
#define IN_TEXTS(list)                                                                             \
    for (unsigned i = 0; i < w->list##_count; i++)                                                 \
        if ((refusal = take_text(m->list[i], sizeof m->list[i], 0, w->list[i])) != REFUSAL_NONE)   \
            return refusal;

#define CONTENT(N, R, T) T(id, 0) T(name, 0) T(tight, 0) T(question, 0)

void content_out(plenary_Condition *w, const struct condition *m)
{
    CONTENT(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(prompts, m->prompt_count)
    OUT_TEXTS(scale, SCALE_COUNT)
    w->resources_count = m->resource_count;
    for (unsigned i = 0; i < m->resource_count; i++)
        resource_out(&w->resources[i], &m->resources[i]);
}

enum refusal content_in(struct condition *m, const plenary_Condition *w)
{
    enum refusal refusal;
    CONTENT(IN_N, IN_R, IN_T)
    IN_TEXTS(prompts)
    IN_TEXTS(scale)
    m->prompt_count = (uint8_t)w->prompts_count;
    m->resource_count = (uint8_t)w->resources_count;
    for (unsigned i = 0; i < w->resources_count; i++)
        if ((refusal = resource_in(&m->resources[i], &w->resources[i])) != REFUSAL_NONE)
            return refusal;
    return m->name[0] ? REFUSAL_NONE : REFUSAL_NAME_EMPTY;
}

#define AGENDA_ITEM(N, R, T)                                                                       \
    T(id, 0)                                                                                       \
    T(title, 0)                                                                                    \
    R(start, 24 * 60) N(minutes) N(group_size) T(lead_in, 0) T(ground_rule, 0) T(notes, 0)

#define AGENDA_STEP(N, R, T) R(how, HOW_COUNT) N(minutes) N(subject) T(ask, 0)

void agenda_step_out(plenary_AgendaStep *w, const struct agenda_step *m)
{
    AGENDA_STEP(OUT_N, OUT_R, OUT_T)
    w->stage = (plenary_Stage)m->stage;
}

enum refusal agenda_step_in(struct agenda_step *m, const plenary_AgendaStep *w)
{
    enum refusal refusal = REFUSAL_NONE;
    AGENDA_STEP(IN_N, IN_R, IN_T)
    m->stage = (uint8_t)w->stage;
    return (unsigned)w->stage < STAGE_COUNT ? refusal : REFUSAL_NOT_UNDERSTOOD;
}

/* Steps of files from before they had more to say than their stage. */
static enum refusal old_steps_in(struct agenda_item *m, const plenary_AgendaItem *w)
{
    for (unsigned i = 0; i < w->steps_count; i++) {
        if ((unsigned)w->steps[i] >= STAGE_COUNT)
            return REFUSAL_NOT_UNDERSTOOD;
        m->steps[i].stage = (uint8_t)w->steps[i];
    }
    m->step_count = (uint8_t)w->steps_count;
    return w->steps_count ? REFUSAL_NONE : REFUSAL_NOT_UNDERSTOOD;
}

void agenda_item_out(plenary_AgendaItem *w, const struct agenda_item *m)
{
    AGENDA_ITEM(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(objectives, m->objective_count)
    w->parts_count = m->step_count;
    for (unsigned i = 0; i < m->step_count; i++)
        agenda_step_out(&w->parts[i], &m->steps[i]);
}

enum refusal agenda_item_in(struct agenda_item *m, const plenary_AgendaItem *w)
{
    enum refusal refusal;
    AGENDA_ITEM(IN_N, IN_R, IN_T)
    IN_TEXTS(objectives)
    m->objective_count = (uint8_t)w->objectives_count;
    if (!w->parts_count)
        return old_steps_in(m, w);
    m->step_count = (uint8_t)w->parts_count;
    for (unsigned i = 0; i < w->parts_count && refusal == REFUSAL_NONE; i++)
        refusal = agenda_step_in(&m->steps[i], &w->parts[i]);
    return refusal;
}

#define BOARD_CONTENT(N, R, T) T(id, 0) T(question, 0) N(held) N(always) N(personal)

void board_content_out(plenary_BoardContent *w, const struct board_content *m)
{
    BOARD_CONTENT(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(headings, m->heading_count)
}

enum refusal board_content_in(struct board_content *m, const plenary_BoardContent *w)
{
    enum refusal refusal = REFUSAL_NONE;
    BOARD_CONTENT(IN_N, IN_R, IN_T)
    IN_TEXTS(headings)
    m->heading_count = (uint8_t)w->headings_count;
    return w->headings_count ? REFUSAL_NONE : REFUSAL_NOT_UNDERSTOOD;
}

#define BOARD(N, R, T) R(state, BOARD_STATE_COUNT) N(held) N(notes) N(waiting)

void board_out(plenary_Board *w, const struct board_item *m)
{
    BOARD(OUT_N, OUT_R, OUT_T)
    w->has_content = true;
    board_content_out(&w->content, &m->content);
}

enum refusal board_in(struct board_item *m, const plenary_Board *w)
{
    BOARD(IN_N, IN_R, IN_T)
    return board_content_in(&m->content, &w->content);
}

#define TALLY(N, R, T) N(count) R(median, 2 * RATING_MAX + 1) N(differs)

void tally_out(plenary_Tally *w, const struct tally_item *m)
{
    TALLY(OUT_N, OUT_R, OUT_T)
    w->values_count = RATING_MAX;
    memcpy(w->values, m->values + 1, sizeof w->values);
}

enum refusal tally_in(struct tally_item *m, const plenary_Tally *w)
{
    TALLY(IN_N, IN_R, IN_T)
    for (unsigned v = 0; v < w->values_count; v++)
        m->values[v + 1] = w->values[v];
    return REFUSAL_NONE;
}

/* Changes that hold another body. */
#define AROUND(name, wire, ours, number, inner)                                                    \
    void name##_out(wire *w, const ours *m)                                                        \
    {                                                                                              \
        w->number = m->number;                                                                     \
        w->has_content = true;                                                                     \
        inner##_out(&w->content, &m->content);                                                     \
    }                                                                                              \
    enum refusal name##_in(ours *m, const wire *w)                                                 \
    {                                                                                              \
        m->number = w->number;                                                                     \
        return inner##_in(&m->content, &w->content);                                               \
    }
AROUND(condition_change, plenary_ConditionChange, struct condition_change, condition, content)
AROUND(agenda_change, plenary_AgendaChange, struct agenda_change, item, agenda_item)
AROUND(board_change, plenary_BoardChange, struct board_change, board, board_content)

void workshop_change_out(plenary_WorkshopChange *w, const struct workshop_change *m)
{
    WORKSHOP_CHANGE(OUT_N, OUT_R, OUT_T)
    memcpy(w->id, m->id, sizeof m->id);
}

enum refusal workshop_change_in(struct workshop_change *m, const plenary_WorkshopChange *w)
{
    enum refusal refusal;
    WORKSHOP_CHANGE(IN_N, IN_R, IN_T)
    memcpy(m->id, w->id, sizeof m->id);
    return REFUSAL_NONE;
}

#define JOIN_CHANGE(N, R, T)                                                                       \
    N(seat) N(code) R(role, ROLE_COUNT) N(school) N(speaks) T(name, NAME_VISIBLE)

void join_change_out(plenary_JoinChange *w, const struct join_change *m)
{
    JOIN_CHANGE(OUT_N, OUT_R, OUT_T)
    memcpy(w->token_id, m->token_id, sizeof m->token_id);
}

enum refusal join_change_in(struct join_change *m, const plenary_JoinChange *w)
{
    enum refusal refusal;
    JOIN_CHANGE(IN_N, IN_R, IN_T)
    memcpy(m->token_id, w->token_id, sizeof m->token_id);
    return REFUSAL_NONE;
}

#define RATING_CHANGE(N, R, T) N(school) N(condition) N(side) N(revision) T(with, NAME_VISIBLE)

void rating_change_out(plenary_RatingChange *w, const struct rating_change *m)
{
    RATING_CHANGE(OUT_N, OUT_R, OUT_T)
    w->has_figure = m->figure.now != 0;
    figure_out(&w->figure, &m->figure);
}

enum refusal rating_change_in(struct rating_change *m, const plenary_RatingChange *w)
{
    enum refusal refusal;
    RATING_CHANGE(IN_N, IN_R, IN_T)
    return figure_in(&m->figure, &w->figure);
}

void proposal_out(plenary_Proposal *w, const struct proposal *m)
{
    w->revision = m->revision;
    w->has_figure = m->revision != 0;
    figure_out(&w->figure, &m->figure);
}

/* A figure on the kiosk's way out is whole, or not there. */
static bool figure_is_shown(const struct figure *f)
{
    return f->now <= RATING_MAX && f->target <= RATING_MAX && f->months <= MONTHS_MAX;
}

enum refusal proposal_in(struct proposal *m, const plenary_Proposal *w)
{
    m->revision = w->revision;
    enum refusal refusal = figure_in(&m->figure, &w->figure);
    if (refusal == REFUSAL_NONE &&
        (!figure_is_shown(&m->figure) || (w->revision && !m->figure.now)))
        return REFUSAL_RATING_RANGE;
    return refusal;
}

void talk_out(plenary_Talk *w, const struct talk_item *m)
{
    w->settled = m->settled;
    w->agreed_ms = m->agreed_ms;
    text_copy(w->agreed_with, sizeof w->agreed_with, m->agreed_with);
    w->has_agreed = m->settled;
    figure_out(&w->agreed, &m->agreed);
    w->has_school = m->proposals[SIDE_SCHOOL].revision != 0;
    w->has_manager = m->proposals[SIDE_MANAGER].revision != 0;
    proposal_out(&w->school, &m->proposals[SIDE_SCHOOL]);
    proposal_out(&w->manager, &m->proposals[SIDE_MANAGER]);
}

enum refusal talk_in(struct talk_item *m, const plenary_Talk *w)
{
    m->settled = w->settled;
    m->agreed_ms = w->agreed_ms;
    enum refusal refusal = take_text(m->agreed_with, sizeof m->agreed_with, 0, w->agreed_with);
    if (refusal == REFUSAL_NONE)
        refusal = figure_in(&m->agreed, &w->agreed);
    if (refusal == REFUSAL_NONE)
        refusal = proposal_in(&m->proposals[SIDE_SCHOOL], &w->school);
    if (refusal == REFUSAL_NONE)
        refusal = proposal_in(&m->proposals[SIDE_MANAGER], &w->manager);
    if (refusal == REFUSAL_NONE && (!figure_is_shown(&m->agreed) || (m->settled && !m->agreed.now)))
        return REFUSAL_RATING_RANGE;
    return refusal;
}

#define TIMER(N, R, T) N(shown) N(running) N(ends_ms) N(left_ms) N(whole_ms)

void timer_out(plenary_Timer *w, const struct timer_item *m)
{
    TIMER(OUT_N, OUT_R, OUT_T)
}

/* Near enough to be moved into local time. */
static bool time_is_near(int64_t ms)
{
    return ms >= -2 * TIME_MOST_MS && ms <= 2 * TIME_MOST_MS;
}

enum refusal timer_in(struct timer_item *m, const plenary_Timer *w)
{
    if (!time_is_near(w->ends_ms) || !time_is_near(w->left_ms) || !time_is_near(w->whole_ms))
        return REFUSAL_NOT_UNDERSTOOD;
    TIMER(IN_N, IN_R, IN_T)
    return REFUSAL_NONE;
}

#define SUMMARY(N, R, T)                                                                           \
    R(counted, SCHOOLS_MAX + 1)                                                                    \
    R(of, SCHOOLS_MAX + 1)                                                                         \
    N(has_figures)                                                                                 \
    R(total, SCHOOLS_MAX *RATING_MAX + 1)                                                          \
    R(average, RATING_MAX * 10 + 1)                                                                \
    R(band, BAND_COUNT) R(target_counted, SCHOOLS_MAX + 1) R(target_average, RATING_MAX * 10 + 1)  \
        R(target_band, BAND_COUNT)

void summary_out(plenary_Summary *w, const struct summary_item *m)
{
    SUMMARY(OUT_N, OUT_R, OUT_T)
    w->spread_count = m->has_figures ? RATING_MAX : 0;
    memcpy(w->spread, m->spread + 1, sizeof w->spread);
}

enum refusal summary_in(struct summary_item *m, const plenary_Summary *w)
{
    SUMMARY(IN_N, IN_R, IN_T)
    for (unsigned v = 0; v < w->spread_count; v++) {
        if (w->spread[v] > SCHOOLS_MAX)
            return REFUSAL_NOT_UNDERSTOOD;
        m->spread[v + 1] = w->spread[v];
    }
    return REFUSAL_NONE;
}

void consent_out(plenary_Consent *w, const struct consent_item *m)
{
    w->answers_count = SCOPE_COUNT;
    memcpy(w->answers, m->answers, sizeof w->answers);
}

enum refusal consent_in(struct consent_item *m, const plenary_Consent *w)
{
    for (unsigned i = 0; i < w->answers_count; i++) {
        if (w->answers[i] >= ANSWER_COUNT)
            return REFUSAL_NOT_UNDERSTOOD;
        m->answers[i] = w->answers[i];
    }
    return REFUSAL_NONE;
}

#define KIOSK(N, R, T) T(address, 0) N(port) T(trouble, 0)

void kiosk_out(plenary_Kiosk *w, const struct kiosk_item *m)
{
    KIOSK(OUT_N, OUT_R, OUT_T)
    w->settings_count = SETTING_COUNT;
    memcpy(w->settings, m->settings, sizeof w->settings);
}

enum refusal kiosk_in(struct kiosk_item *m, const plenary_Kiosk *w)
{
    enum refusal refusal;
    KIOSK(IN_N, IN_R, IN_T)
    for (unsigned i = 0; i < w->settings_count; i++)
        m->settings[i] = w->settings[i];
    return REFUSAL_NONE;
}
