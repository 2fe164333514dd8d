#include "wire/flat.h"

#include <string.h>

/* The bodies of commands and events. */

#define SCHOOL_CHANGE(N, R, T) N(school) T(name, NAME_VISIBLE)
FLAT(school_change, plenary_SchoolChange, struct school_change, SCHOOL_CHANGE)
#define SEAT_CHANGE(N, R, T) N(seat) N(school) N(speaks) N(group) N(people) T(name, NAME_VISIBLE)
FLAT(seat_change, plenary_SeatChange, struct seat_change, SEAT_CHANGE)
#define CODE_CHANGE(N, R, T) N(code) N(kind) N(school) N(seat)
FLAT(code_change, plenary_CodeChange, struct code_change, CODE_CHANGE)
#define CONSENT_CHANGE(N, R, T) N(school) N(scopes) N(answer)
FLAT(consent_change, plenary_ConsentChange, struct consent_change, CONSENT_CHANGE)
#define TIMER_CHANGE(N, R, T) N(action) N(item) N(running) N(milliseconds)
FLAT(timer_change, plenary_TimerChange, struct timer_change, TIMER_CHANGE)
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
#define REPLAN_CHANGE(N, R, T) N(item) N(minutes) N(revision)
FLAT(replan_change, plenary_ReplanChange, struct replan_change, REPLAN_CHANGE)
#define UNDO_CHANGE(N, R, T) N(serial)
FLAT(undo_change, plenary_UndoChange, struct undo_change, UNDO_CHANGE)
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
AROUND(board_change, plenary_BoardChange, struct board_change, board, board_content)

void agenda_change_out(plenary_AgendaChange *w, const struct agenda_change *m)
{
    w->item = m->item;
    w->revision = m->revision;
    w->has_content = true;
    agenda_item_out(&w->content, &m->content);
}

enum refusal agenda_change_in(struct agenda_change *m, const plenary_AgendaChange *w)
{
    m->item = w->item;
    m->revision = w->revision;
    return agenda_item_in(&m->content, &w->content);
}

#define WORKSHOP_CHANGE(N, R, T)                                                                   \
    T(title, TITLE_VISIBLE) T(pack, 0) T(agenda, 0) T(language, 0) N(training)

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
