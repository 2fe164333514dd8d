#include "wire/flat.h"

#include <string.h>

/* Votes, priorities and actions: in commands, events and the room. */

/* ---- actions */

#define ACTION_CONTENT(N, R, T)                                                                    \
    N(condition)                                                                                   \
    R(level, ACTION_LEVEL_COUNT)                                                                   \
    N(school)                                                                                      \
    R(months, MONTHS_MAX + 1)                                                                      \
    N(due)                                                                                         \
    R(owner, OWNER_COUNT)                                                                          \
    N(owner_seat)                                                                                  \
    N(owner_school)                                                                                \
    R(source, SOURCE_COUNT)                                                                        \
    N(source_a)                                                                                    \
    N(source_b)                                                                                    \
    T(text, NOTE_VISIBLE)                                                                          \
    T(owner_name, NAME_VISIBLE)                                                                    \
    T(helpers, 0) T(measure, NOTE_VISIBLE) T(resources, NOTE_VISIBLE)
FLAT(action_content, plenary_ActionContent, struct action_content, ACTION_CONTENT)

#define ACTION_CHANGE(N, R, T)                                                                     \
    N(action)                                                                                      \
    N(other)                                                                                       \
    N(revision)                                                                                    \
    R(state, ACTION_STATE_COUNT) R(progress, PROGRESS_COUNT) N(earlier) N(on) N(sure) N(accepted)

void action_change_out(plenary_ActionChange *w, const struct action_change *m)
{
    ACTION_CHANGE(OUT_N, OUT_R, OUT_T)
    w->has_content = true;
    action_content_out(&w->content, &m->content);
}

/* As files of version 0.2 have it: the actions of a 1-to-1. */
static enum refusal old_content_in(struct action_content *m, const plenary_ActionChange *w)
{
    if (w->months > MONTHS_MAX)
        return REFUSAL_NOT_UNDERSTOOD;
    m->school = w->school;
    m->condition = w->condition;
    m->months = w->months;
    return take_text(m->text, sizeof m->text, NOTE_VISIBLE, w->text);
}

enum refusal action_change_in(struct action_change *m, const plenary_ActionChange *w)
{
    ACTION_CHANGE(IN_N, IN_R, IN_T)
    return w->has_content ? action_content_in(&m->content, &w->content)
                          : old_content_in(&m->content, w);
}

#define ACTION(N, R, T)                                                                            \
    R(state, ACTION_STATE_COUNT)                                                                   \
    R(progress, PROGRESS_COUNT)                                                                    \
    N(earlier)                                                                                     \
    N(accepted) N(declined) R(merged, ACTIONS_MAX + 1) N(supports) N(proposer) N(revision)

void action_out(plenary_Action *w, const struct action_item *m)
{
    ACTION(OUT_N, OUT_R, OUT_T)
    w->has_content = true;
    action_content_out(&w->content, &m->content);
}

/* What screens look up by id must be an id that tables have: so too with a ballot's options. */
static bool content_is_shown(const struct action_content *m)
{
    return m->condition <= CONDITIONS_MAX && m->school <= SCHOOLS_MAX &&
           m->owner_school <= SCHOOLS_MAX && m->owner_seat <= SEATS_MAX;
}

enum refusal action_in(struct action_item *m, const plenary_Action *w)
{
    ACTION(IN_N, IN_R, IN_T)
    enum refusal refusal = action_content_in(&m->content, &w->content);
    return refusal != REFUSAL_NONE || content_is_shown(&m->content) ? refusal
                                                                    : REFUSAL_NOT_UNDERSTOOD;
}

#define OWN_ACTION(N, R, T)                                                                        \
    N(proposed) N(asked) N(supported) R(state, ACTION_STATE_COUNT) N(revision)

void own_action_out(plenary_OwnAction *w, const struct own_action_item *m)
{
    OWN_ACTION(OUT_N, OUT_R, OUT_T)
    w->has_content = true;
    action_content_out(&w->content, &m->content);
}

enum refusal own_action_in(struct own_action_item *m, const plenary_OwnAction *w)
{
    OWN_ACTION(IN_N, IN_R, IN_T)
    enum refusal refusal = action_content_in(&m->content, &w->content);
    return refusal != REFUSAL_NONE || content_is_shown(&m->content) ? refusal
                                                                    : REFUSAL_NOT_UNDERSTOOD;
}

/* ---- priorities */

#define PRIORITY(N, R, T) R(condition, CONDITIONS_MAX + 1) T(text, NAME_VISIBLE)
FLAT(priority, plenary_Priority, struct priority, PRIORITY)

void priorities_change_out(plenary_PrioritiesChange *w, const struct priorities_change *m)
{
    w->revision = m->revision;
    w->ballot = m->ballot;
    w->list_count = m->count;
    for (unsigned i = 0; i < m->count; i++)
        priority_out(&w->list[i], &m->list[i]);
}

enum refusal priorities_change_in(struct priorities_change *m, const plenary_PrioritiesChange *w)
{
    if (w->ballot > BALLOTS_MAX)
        return REFUSAL_NO_BALLOT;
    m->revision = w->revision;
    m->ballot = w->ballot;
    m->count = (uint8_t)w->list_count;
    enum refusal refusal = REFUSAL_NONE;
    for (unsigned i = 0; i < w->list_count && refusal == REFUSAL_NONE; i++)
        refusal = priority_in(&m->list[i], &w->list[i]);
    return refusal;
}

/* ---- ballots */

#define BALLOT_CONTENT(N, R, T)                                                                    \
    T(id, 0)                                                                                       \
    T(question, 0)                                                                                 \
    R(method, METHOD_COUNT)                                                                        \
    R(about, ABOUT_COUNT)                                                                          \
    N(by_school)                                                                                   \
    N(named)                                                                                       \
    R(budget, BUDGET_MAX + 1)                                                                      \
    R(limit, BUDGET_MAX + 1) R(again, BALLOTS_MAX + 1) R(option_count, OPTIONS_MAX + 1)

void ballot_content_out(plenary_BallotContent *w, const struct ballot_content *m)
{
    BALLOT_CONTENT(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(criteria, m->method == METHOD_SCORES ? CRITERIA_MAX : 0U)
    OUT_TEXTS(texts, m->about == ABOUT_TYPED ? m->option_count : 0U)
    w->things_count = m->about == ABOUT_TYPED ? 0 : m->option_count;
    memcpy(w->things, m->things, sizeof w->things);
}

enum refusal ballot_content_in(struct ballot_content *m, const plenary_BallotContent *w)
{
    enum refusal refusal = REFUSAL_NONE;
    BALLOT_CONTENT(IN_N, IN_R, IN_T)
    IN_TEXTS(criteria)
    for (unsigned i = 0; i < w->texts_count && refusal == REFUSAL_NONE; i++)
        refusal = take_text(m->texts[i], sizeof m->texts[i], NAME_VISIBLE, w->texts[i]);
    memcpy(m->things, w->things, w->things_count * sizeof *m->things);
    bool typed = m->about == ABOUT_TYPED;
    bool whole = w->texts_count == (typed ? m->option_count : 0) &&
                 w->things_count == (typed ? 0 : m->option_count);
    return refusal == REFUSAL_NONE && !whole ? REFUSAL_NOT_UNDERSTOOD : refusal;
}

void ballot_change_out(plenary_BallotChange *w, const struct ballot_change *m)
{
    w->ballot = m->ballot;
    w->revision = m->revision;
    w->has_content = true;
    ballot_content_out(&w->content, &m->content);
}

enum refusal ballot_change_in(struct ballot_change *m, const plenary_BallotChange *w)
{
    m->ballot = w->ballot;
    m->revision = w->revision;
    return ballot_content_in(&m->content, &w->content);
}

void ballot_set_change_out(plenary_BallotSetChange *w, const struct ballot_set_change *m)
{
    w->ballot = m->ballot;
    w->state = m->state;
    w->option_count = m->option_count;
    w->things_count = m->option_count;
    memcpy(w->things, m->things, sizeof w->things);
}

enum refusal ballot_set_change_in(struct ballot_set_change *m, const plenary_BallotSetChange *w)
{
    if (w->state >= BALLOT_STATE_COUNT || w->option_count != w->things_count)
        return REFUSAL_NOT_UNDERSTOOD;
    m->ballot = w->ballot;
    m->state = w->state;
    m->option_count = w->option_count;
    memcpy(m->things, w->things, w->things_count * sizeof *m->things);
    return REFUSAL_NONE;
}

/* The lists of a tally stand without their first, empty entries; those of other methods are left
 * out. */
void ballot_tally_out(plenary_BallotTally *w, const struct ballot_tally *m)
{
    w->papers = m->papers;
    w->by_hand = m->by_hand;
    w->chosen_count = w->points_count = OPTIONS_MAX;
    memcpy(w->chosen, m->chosen + 1, sizeof w->chosen);
    memcpy(w->points, m->points + 1, sizeof w->points);
    bool ranked = false, scored = false;
    for (unsigned i = 0; i < OPTIONS_MAX; i++) {
        for (unsigned j = 0; j < OPTIONS_MAX; j++) {
            w->above[i * OPTIONS_MAX + j] = m->above[i + 1][j + 1];
            ranked |= m->above[i + 1][j + 1] != 0;
        }
        for (unsigned c = 0; c < CRITERIA_MAX; c++)
            for (unsigned s = 0; s < SCORE_MAX; s++) {
                w->scores[(c * OPTIONS_MAX + i) * SCORE_MAX + s] = m->scores[c][i + 1][s + 1];
                scored |= m->scores[c][i + 1][s + 1] != 0;
            }
    }
    w->above_count = ranked ? OPTIONS_MAX * OPTIONS_MAX : 0;
    w->scores_count = scored ? CRITERIA_MAX * OPTIONS_MAX * SCORE_MAX : 0;
}

/* A list is whole or not there. */
static bool lists_are_whole(const plenary_BallotTally *w)
{
    return (w->chosen_count == 0 || w->chosen_count == OPTIONS_MAX) &&
           (w->points_count == 0 || w->points_count == OPTIONS_MAX) &&
           (w->above_count == 0 || w->above_count == OPTIONS_MAX * OPTIONS_MAX) &&
           (w->scores_count == 0 || w->scores_count == CRITERIA_MAX * OPTIONS_MAX * SCORE_MAX);
}

enum refusal ballot_tally_in(struct ballot_tally *m, const plenary_BallotTally *w)
{
    if (!lists_are_whole(w))
        return REFUSAL_NOT_UNDERSTOOD;
    m->papers = w->papers;
    m->by_hand = w->by_hand;
    memcpy(m->chosen + 1, w->chosen, w->chosen_count * sizeof *m->chosen);
    memcpy(m->points + 1, w->points, w->points_count * sizeof *m->points);
    for (unsigned i = 0; i < w->above_count; i++)
        m->above[i / OPTIONS_MAX + 1][i % OPTIONS_MAX + 1] = w->above[i];
    for (unsigned i = 0; i < w->scores_count; i++) {
        unsigned option = i / SCORE_MAX % OPTIONS_MAX;
        m->scores[i / SCORE_MAX / OPTIONS_MAX][option + 1][i % SCORE_MAX + 1] = w->scores[i];
    }
    return REFUSAL_NONE;
}

void ballot_reveal_change_out(plenary_BallotRevealChange *w, const struct ballot_reveal_change *m)
{
    w->ballot = m->ballot;
    w->has_tally = true;
    ballot_tally_out(&w->tally, &m->tally);
}

enum refusal ballot_reveal_change_in(struct ballot_reveal_change *m,
                                     const plenary_BallotRevealChange *w)
{
    m->ballot = w->ballot;
    return ballot_tally_in(&m->tally, &w->tally);
}

#define BALLOT(N, R, T) R(state, BALLOT_STATE_COUNT) N(revision)

void ballot_out(plenary_Ballot *w, const struct ballot_item *m)
{
    BALLOT(OUT_N, OUT_R, OUT_T)
    w->has_content = true;
    ballot_content_out(&w->content, &m->content);
}

static bool options_are_shown(const struct ballot_content *m)
{
    unsigned most = m->about == ABOUT_CONDITIONS ? CONDITIONS_MAX : ACTIONS_MAX;
    for (unsigned i = 0; i < m->option_count; i++)
        if (m->things[i] > most)
            return false;
    return true;
}

enum refusal ballot_in(struct ballot_item *m, const plenary_Ballot *w)
{
    BALLOT(IN_N, IN_R, IN_T)
    enum refusal refusal = ballot_content_in(&m->content, &w->content);
    return refusal != REFUSAL_NONE || options_are_shown(&m->content) ? refusal
                                                                     : REFUSAL_NOT_UNDERSTOOD;
}

#define TURNOUT(N, R, T) N(voted) N(expected) N(by_hand) N(shared)
FLAT(turnout, plenary_Turnout, struct turnout_item, TURNOUT)

/* ---- papers */

#define MARKS_OUT                                                                                  \
    w->marks.size = OPTIONS_MAX;                                                                   \
    memcpy(w->marks.bytes, m->marks.of, OPTIONS_MAX);                                              \
    while (w->marks.size && !w->marks.bytes[w->marks.size - 1])                                    \
        w->marks.size--;
#define MARKS_IN memcpy(m->marks.of, w->marks.bytes, w->marks.size);

#define PAPER_CHANGE(N, R, T) N(ballot) N(slot) N(school) N(by_hand)

void paper_change_out(plenary_PaperChange *w, const struct paper_change *m)
{
    PAPER_CHANGE(OUT_N, OUT_R, OUT_T)
    MARKS_OUT
}

enum refusal paper_change_in(struct paper_change *m, const plenary_PaperChange *w)
{
    PAPER_CHANGE(IN_N, IN_R, IN_T)
    MARKS_IN
    return REFUSAL_NONE;
}

#define OWN_PAPER(N, R, T) N(cast) N(hidden)

void own_paper_out(plenary_OwnPaper *w, const struct own_paper_item *m)
{
    OWN_PAPER(OUT_N, OUT_R, OUT_T)
    MARKS_OUT
}

enum refusal own_paper_in(struct own_paper_item *m, const plenary_OwnPaper *w)
{
    OWN_PAPER(IN_N, IN_R, IN_T)
    MARKS_IN
    return REFUSAL_NONE;
}

#define NAMED_PAPER(N, R, T)                                                                       \
    R(ballot, BALLOTS_MAX + 1) N(by_hand) N(slot) R(school, SCHOOLS_MAX + 1) T(name, 0)

void named_paper_out(plenary_NamedPaper *w, const struct named_paper_item *m)
{
    NAMED_PAPER(OUT_N, OUT_R, OUT_T)
    MARKS_OUT
}

enum refusal named_paper_in(struct named_paper_item *m, const plenary_NamedPaper *w)
{
    enum refusal refusal;
    NAMED_PAPER(IN_N, IN_R, IN_T)
    MARKS_IN
    return refusal;
}
