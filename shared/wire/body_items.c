#include "wire/flat.h"

#include "analysis/summary.h"
#include "model/model.h"

#include <string.h>

/* What a room is made of. */

#define WORKSHOP(N, R, T)                                                                          \
    T(title, 0)                                                                                    \
    T(language, 0)                                                                                 \
    R(school_count, SCHOOLS_MAX + 1)                                                               \
    R(condition_count, CONDITIONS_MAX + 1)                                                         \
    R(item_count, AGENDA_MAX + 1)                                                                  \
    R(board_count, BOARDS_MAX + 1)                                                                 \
    R(question_count, QUESTIONS_MAX + 1)                                                           \
    N(plan_revision)                                                                               \
    N(waiting) N(day) N(hide_timers) N(room_named) N(named) N(count_proposed) N(closed) N(training)
FLAT(workshop, plenary_Workshop, struct workshop_item, WORKSHOP)
#define SCHOOL(N, R, T) T(name, 0) N(here) N(away) N(people)
FLAT(school, plenary_School, struct school_item, SCHOOL)
#define CELL(N, R, T)                                                                              \
    R(state, RATING_STATE_COUNT)                                                                   \
    R(now, RATING_MAX + 1) R(target, RATING_MAX + 1) R(months, MONTHS_MAX + 1)
FLAT(cell, plenary_Cell, struct cell_item, CELL)
#define PROGRESS(N, R, T) N(agreed) N(proposed) N(to_come)
FLAT(progress, plenary_Progress, struct progress_item, PROGRESS)
#define SEAT(N, R, T)                                                                              \
    R(role, ROLE_COUNT)                                                                            \
    R(presence, PRESENCE_COUNT)                                                                    \
    N(speaks)                                                                                      \
    R(group, GROUPS_MAX + 1) R(people, LAPTOP_MAX + 1) R(school, SCHOOLS_MAX + 1) T(name, 0)
FLAT(seat, plenary_Seat, struct seat_item, SEAT)
#define CODE(N, R, T)                                                                              \
    R(kind, CODE_KIND_COUNT) R(school, SCHOOLS_MAX + 1) R(seat, SEATS_MAX + 1) T(symbols, 0)
FLAT(code, plenary_Code, struct code_item, CODE)
#define ME(N, R, T)                                                                                \
    R(seat, SEATS_MAX + 1)                                                                         \
    R(role, ROLE_COUNT)                                                                            \
    N(speaks)                                                                                      \
    R(group, GROUPS_MAX + 1) R(people, LAPTOP_MAX + 1) R(school, SCHOOLS_MAX + 1) T(name, 0)
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
#define UNDO(N, R, T) N(undo) N(redo) R(undo_what, UNDOABLE_COUNT) R(redo_what, UNDOABLE_COUNT)
FLAT(undo, plenary_Undo, struct undo_item, UNDO)

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
    R(band, BAND_COUNT)                                                                            \
    R(target_counted, SCHOOLS_MAX + 1)                                                             \
    R(target_average, RATING_MAX * 10 + 1) R(target_band, BAND_COUNT)

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
