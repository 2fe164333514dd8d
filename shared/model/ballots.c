#include "model/ballots.h"

#include "base/text.h"
#include "model/actions.h"

bool ballot_exists(const struct model *m, ballot_id ballot)
{
    return ballot >= 1 && ballot <= m->ballot_count && m->ballots[ballot].state != BALLOT_NONE;
}

bool ballot_is_under_way(const struct model *m, ballot_id ballot)
{
    return ballot_exists(m, ballot) &&
           (m->ballots[ballot].state == BALLOT_OPEN || m->ballots[ballot].state == BALLOT_CLOSED);
}

ballot_id ballot_open_one(const struct model *m)
{
    for (ballot_id b = 1; b <= m->ballot_count; b++)
        if (m->ballots[b].state == BALLOT_OPEN)
            return b;
    return 0;
}

bool ballot_holds_action(const struct model *m, action_id action)
{
    for (ballot_id b = 1; b <= m->ballot_count; b++) {
        const struct ballot_content *content = &m->ballots[b].content;
        if (!ballot_is_under_way(m, b) || content->about != ABOUT_ACTIONS)
            continue;
        for (unsigned i = 0; i < content->option_count; i++)
            if (content->things[i] == action)
                return true;
    }
    return false;
}

/* What is voted on can be an option: there, and not part of another by now. */
static bool is_option(const struct model *m, enum about about, uint16_t thing)
{
    if (about == ABOUT_CONDITIONS)
        return model_has_condition(m, thing);
    return action_is_public(m, thing) && m->actions[thing].state != ACTION_PARKED;
}

static enum refusal check_typed(const struct ballot_content *c)
{
    for (unsigned i = 0; i < c->option_count; i++) {
        if (!c->texts[i][0] || c->things[i])
            return REFUSAL_BALLOT_TERMS;
        for (unsigned j = 0; j < i; j++)
            if (text_same(c->texts[i], c->texts[j]))
                return REFUSAL_OPTION_TWICE;
    }
    return REFUSAL_NONE;
}

static enum refusal check_things(const struct model *m, const struct ballot_content *c)
{
    for (unsigned i = 0; i < c->option_count; i++) {
        if (!is_option(m, (enum about)c->about, c->things[i]) || c->texts[i][0])
            return REFUSAL_BALLOT_TERMS;
        for (unsigned j = 0; j < i; j++)
            if (c->things[i] == c->things[j])
                return REFUSAL_OPTION_TWICE;
    }
    return REFUSAL_NONE;
}

static enum refusal check_list(const struct model *m, const struct ballot_content *c)
{
    if (c->option_count > OPTIONS_MAX)
        return REFUSAL_OPTIONS_MANY;
    for (unsigned i = c->option_count; i < OPTIONS_MAX; i++)
        if (c->things[i] || c->texts[i][0])
            return REFUSAL_BALLOT_TERMS;
    return c->about == ABOUT_TYPED ? check_typed(c) : check_things(m, c);
}

static bool method_fits(const struct ballot_content *c)
{
    bool dots = c->method == METHOD_DOTS, scores = c->method == METHOD_SCORES;
    if (dots ? c->budget < 1 || c->budget > BUDGET_MAX || c->limit < 1 || c->limit > c->budget
             : c->budget || c->limit)
        return false;
    for (unsigned i = 0; i < CRITERIA_MAX; i++)
        if (scores != (c->criteria[i][0] != '\0'))
            return false;
    return c->method < METHOD_COUNT;
}

enum refusal ballot_check_terms(const struct model *m, const struct ballot_content *content)
{
    if (!content->question[0])
        return REFUSAL_TEXT_EMPTY;
    if (content->about >= ABOUT_COUNT || !method_fits(content))
        return REFUSAL_BALLOT_TERMS;
    if (content->again &&
        (!ballot_exists(m, content->again) || m->ballots[content->again].state != BALLOT_REVEALED))
        return REFUSAL_BALLOT_TERMS;
    return check_list(m, content);
}

enum refusal ballot_check_options(const struct model *m, const struct ballot_content *content)
{
    if (content->option_count < 2)
        return REFUSAL_OPTIONS_FEW;
    return check_list(m, content);
}

enum refusal ballot_settle(const struct model *m, struct ballot_content *content)
{
    uint16_t most = content->about == ABOUT_CONDITIONS ? m->condition_count : m->action_count;
    for (uint16_t thing = 1; thing <= most && content->about != ABOUT_TYPED; thing++) {
        if (!is_option(m, (enum about)content->about, thing) ||
            (content->about == ABOUT_ACTIONS && m->actions[thing].state != ACTION_PROPOSED))
            continue;
        if (content->option_count == OPTIONS_MAX)
            return REFUSAL_OPTIONS_MANY;
        content->things[content->option_count++] = thing;
    }
    return REFUSAL_NONE;
}

/* The most that a single mark can be, where its method alone says so. */
static unsigned mark_most(const struct ballot_content *c)
{
    return c->method == METHOD_APPROVAL ? 1 : c->method == METHOD_RANKING ? OPTIONS_MAX : UINT8_MAX;
}

/* Both criteria or neither. */
static bool is_scores(uint8_t mark)
{
    unsigned first = MARK_SCORE(mark, 0), second = MARK_SCORE(mark, 1);
    return mark == 0 || (first >= 1 && first <= SCORE_MAX && second >= 1 && second <= SCORE_MAX);
}

enum refusal ballot_check_marks(const struct ballot_content *content, const struct marks *marks)
{
    unsigned sum = 0;
    bool any = false;
    for (unsigned i = 0; i < OPTIONS_MAX; i++) {
        uint8_t mark = marks->of[i];
        if (mark && i >= content->option_count)
            return REFUSAL_NO_OPTION;
        if (content->method == METHOD_DOTS && mark > content->limit)
            return REFUSAL_OVER_LIMIT;
        if (mark > mark_most(content) || (content->method == METHOD_SCORES && !is_scores(mark)))
            return REFUSAL_MARK_RANGE;
        sum += mark;
        any = any || mark;
    }
    if (content->method == METHOD_DOTS && sum > content->budget)
        return REFUSAL_OVER_BUDGET;
    return any ? REFUSAL_NONE : REFUSAL_PAPER_EMPTY;
}
