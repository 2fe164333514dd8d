#include "model/fitting.h"

#include "model/ballots.h"
#include "model/papers.h"
#include "model/rounds.h"

#include <string.h>

/* A paper's secret may have been wiped: that its marks are there is never asked, only that those
 * which are can be counted. */

bool ballot_added_fits(const struct model *m, const struct event *e)
{
    const struct ballot_change *c = &e->change.ballot;
    return c->ballot == m->ballot_count + 1 && m->ballot_count < BALLOTS_MAX &&
           ballot_check_terms(m, &c->content) == REFUSAL_NONE;
}

static bool is_prepared(const struct model *m, ballot_id ballot)
{
    return ballot_exists(m, ballot) && m->ballots[ballot].state == BALLOT_PREPARED;
}

bool ballot_changed_fits(const struct model *m, const struct event *e)
{
    const struct ballot_change *c = &e->change.ballot;
    return is_prepared(m, c->ballot) && ballot_check_terms(m, &c->content) == REFUSAL_NONE;
}

bool ballot_removed_fits(const struct model *m, const struct event *e)
{
    return is_prepared(m, e->change.ballot.ballot);
}

static bool first_opening_fits(const struct model *m, const struct ballot_set_change *c)
{
    struct ballot_content content = m->ballots[c->ballot].content;
    if (c->option_count && (content.option_count || content.about == ABOUT_TYPED))
        return false;
    if (c->option_count) {
        content.option_count = c->option_count;
        memcpy(content.things, c->things, sizeof content.things);
    }
    return ballot_check_options(m, &content) == REFUSAL_NONE;
}

bool ballot_set_fits(const struct model *m, const struct event *e)
{
    const struct ballot_set_change *c = &e->change.ballot_set;
    if (!ballot_exists(m, c->ballot))
        return false;
    enum ballot_state now = (enum ballot_state)m->ballots[c->ballot].state;
    if (c->state == BALLOT_OPEN && ballot_open_one(m))
        return false;
    if (c->state == BALLOT_OPEN && now == BALLOT_PREPARED)
        return first_opening_fits(m, c);
    return c->option_count == 0 && ((c->state == BALLOT_OPEN && now == BALLOT_CLOSED) ||
                                    (c->state == BALLOT_CLOSED && now == BALLOT_OPEN));
}

/* Nothing was counted more often than there are papers, nor for what is no option. */
static bool tally_fits(const struct ballot_tally *t, uint8_t options)
{
    bool fits = t->papers <= PAPERS_MAX && t->by_hand <= t->papers;
    for (unsigned i = 0; i <= OPTIONS_MAX; i++) {
        unsigned most = i >= 1 && i <= options ? t->papers : 0;
        fits = fits && t->chosen[i] <= most && t->points[i] <= most * BUDGET_MAX;
        for (unsigned j = 0; j <= OPTIONS_MAX; j++)
            fits = fits && t->above[i][j] <= (j >= 1 && j <= options ? most : 0);
        for (unsigned s = 0; s <= SCORE_MAX; s++)
            for (unsigned c = 0; c < CRITERIA_MAX; c++)
                fits = fits && t->scores[c][i][s] <= (s ? most : 0);
    }
    return fits;
}

bool ballot_revealed_fits(const struct model *m, const struct event *e)
{
    const struct ballot_reveal_change *c = &e->change.ballot_reveal;
    return ballot_exists(m, c->ballot) && m->ballots[c->ballot].state == BALLOT_CLOSED &&
           tally_fits(&c->tally, m->ballots[c->ballot].content.option_count);
}

static bool owner_fits(const struct model *m, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    uint8_t people = m->seats[e->seat].people;
    if (c->by_hand ? !model_is_facilitator(m, e->seat) : !rounds_is_asked(m, e->seat))
        return false;
    if (m->ballots[c->ballot].content.by_school)
        return c->slot == 0 && model_has_school(m, c->school);
    if (c->by_hand)
        return c->slot >= 1 && (c->school == 0 || model_has_school(m, c->school));
    return c->school == 0 && c->slot >= 1 && c->slot <= (people ? people : 1);
}

static bool marks_fit(const struct event *e, const struct ballot_content *content)
{
    static const struct marks none;
    struct marks secret;
    if (content->named)
        return e->secret.length == 0 &&
               ballot_check_marks(content, &e->change.paper.marks) == REFUSAL_NONE;
    if (memcmp(&e->change.paper.marks, &none, sizeof none) != 0)
        return false;
    memcpy(secret.of, e->secret.bytes, sizeof secret.of);
    return e->secret.length == 0 || (e->secret.length == OPTIONS_MAX &&
                                     ballot_check_marks(content, &secret) == REFUSAL_NONE);
}

bool paper_cast_fits(const struct model *m, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    if (!ballot_exists(m, c->ballot) || m->ballots[c->ballot].state != BALLOT_OPEN ||
        !owner_fits(m, e) || !marks_fit(e, &m->ballots[c->ballot].content))
        return false;
    return paper_meant(m, e->seat, c) || paper_place(m);
}

bool paper_withdrawn_fits(const struct model *m, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    if (!ballot_exists(m, c->ballot) || m->ballots[c->ballot].state != BALLOT_OPEN)
        return false;
    uint16_t paper = owner_fits(m, e) ? paper_meant(m, e->seat, c) : 0;
    return paper != 0;
}

bool priorities_fits(const struct model *m, const struct event *e)
{
    const struct priorities_change *c = &e->change.priorities;
    bool fits = c->count <= PRIORITIES_MAX && c->revision == m->priorities.revision + 1 &&
                (c->ballot == 0 || ballot_exists(m, c->ballot));
    for (unsigned i = 0; fits && i < c->count; i++)
        fits = c->list[i].condition ? model_has_condition(m, c->list[i].condition)
                                    : c->list[i].text[0] != '\0';
    return fits;
}
