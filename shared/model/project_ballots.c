#include "model/projecting.h"

#include "model/ballots.h"
#include "model/papers.h"
#include "model/rounds.h"

#include <string.h>

/* Before a vote is revealed nothing of a paper leaves here but that there is one, and to its own
 * people what is on it. */

void project_ballots(struct projecting *p)
{
    const struct model *m = p->model;
    for (ballot_id b = 1; b <= m->ballot_count; b++) {
        if (!ballot_exists(m, b))
            continue;
        struct ballot_item *item = projecting_start(p, ITEM_BALLOT, b, 0);
        item->state = m->ballots[b].state;
        item->revision = m->ballots[b].revision;
        item->content = m->ballots[b].content;
        projecting_emit(p);
        if (m->ballots[b].state != BALLOT_REVEALED)
            continue;
        *(struct ballot_tally *)projecting_start(p, ITEM_BALLOT_TALLY, b, 0) = m->ballots[b].tally;
        projecting_emit(p);
    }
}

/* Who is here, by school ([0]: of no school). */
struct voters {
    struct turnout_item people[SCHOOLS_MAX + 1]; /* expected and shared alone */
    bool speaks[SCHOOLS_MAX + 1];                /* somebody is here who speaks for the school */
};

static bool is_here(const struct projecting *p, seat_id seat)
{
    return rounds_is_asked(p->model, seat) && p->live->presence[seat] == PRESENCE_HERE;
}

static void count_voters(struct voters *out, const struct projecting *p)
{
    const struct model *m = p->model;
    memset(out, 0, sizeof *out);
    for (seat_id s = 1; s <= m->seat_count; s++) {
        if (!is_here(p, s))
            continue;
        const struct seat *seat = &m->seats[s];
        struct turnout_item *people = &out->people[seat->school];
        unsigned more = seat->people ? seat->people - 1U : 0;
        people->expected = (uint16_t)(people->expected + more + 1);
        people->shared = (uint16_t)(people->shared + more);
        out->speaks[seat->school] = out->speaks[seat->school] || seat->speaks;
    }
}

/* A paper of somebody who is not here was expected as well. */
static void add_paper(struct turnout_item turnouts[SCHOOLS_MAX + 1], const struct projecting *p,
                      const struct paper *paper)
{
    school_id school = paper->by_hand ? paper->school : p->model->seats[paper->seat].school;
    struct turnout_item *turnout = &turnouts[school];
    bool besides = paper->by_hand || !is_here(p, paper->seat);
    turnout->voted++;
    turnout->by_hand = (uint16_t)(turnout->by_hand + paper->by_hand);
    turnout->expected = (uint16_t)(turnout->expected + besides);
    turnout->shared = (uint16_t)(turnout->shared + (besides && !paper->by_hand && paper->slot > 1));
}

static void count_by_person(struct turnout_item turnouts[SCHOOLS_MAX + 1],
                            const struct projecting *p, const struct voters *voters, ballot_id b)
{
    const struct model *m = p->model;
    memcpy(turnouts, voters->people, sizeof voters->people);
    for (uint16_t i = 1; i <= m->paper_count && ballot_is_under_way(m, b); i++)
        if (m->papers[i].ballot == b && paper_counts(m, i))
            add_paper(turnouts, p, &m->papers[i]);
}

static void count_by_school(struct turnout_item turnouts[SCHOOLS_MAX + 1],
                            const struct projecting *p, const struct voters *voters, ballot_id b)
{
    const struct model *m = p->model;
    memset(turnouts, 0, (SCHOOLS_MAX + 1) * sizeof *turnouts);
    for (school_id s = 1; s <= m->school_count; s++) {
        uint16_t paper = m->ballots[b].school_papers[s];
        bool voted = paper && paper_counts(m, paper);
        turnouts[s].voted = voted;
        turnouts[s].expected = voted || voters->speaks[s];
        turnouts[s].by_hand = voted && m->papers[paper].by_hand;
    }
}

static void give_turnout(struct projecting *p, ballot_id b, school_id school,
                         const struct turnout_item *turnout)
{
    *(struct turnout_item *)projecting_start(p, ITEM_TURNOUT, b, school) = *turnout;
    projecting_emit(p);
}

static void project_turnout(struct projecting *p, const struct voters *voters, ballot_id b)
{
    struct turnout_item turnouts[SCHOOLS_MAX + 1], all = {0};
    (p->model->ballots[b].content.by_school ? count_by_school : count_by_person)(turnouts, p,
                                                                                 voters, b);
    for (school_id s = 0; s <= p->model->school_count; s++) {
        struct turnout_item *one = &turnouts[s];
        all.voted = (uint16_t)(all.voted + one->voted);
        all.expected = (uint16_t)(all.expected + one->expected);
        all.by_hand = (uint16_t)(all.by_hand + one->by_hand);
        all.shared = (uint16_t)(all.shared + one->shared);
        one->by_hand = 0;
        if (s && one->expected && projecting_for_facilitator(p))
            give_turnout(p, b, s, one);
    }
    give_turnout(p, b, 0, &all);
}

/* Of a revealed vote those who voted: who else is here since then says nothing about it. */
void project_turnouts(struct projecting *p)
{
    const struct model *m = p->model;
    struct voters voters;
    if (m->ballot_count)
        count_voters(&voters, p);
    for (ballot_id b = 1; b <= m->ballot_count; b++) {
        const struct ballot_tally *tally = &m->ballots[b].tally;
        struct turnout_item all = {
            .voted = tally->papers, .expected = tally->papers, .by_hand = tally->by_hand};
        if (!ballot_exists(m, b))
            continue;
        if (m->ballots[b].state == BALLOT_REVEALED)
            give_turnout(p, b, 0, &all);
        else
            project_turnout(p, &voters, b);
    }
}

static void give_own(struct projecting *p, uint16_t paper, uint16_t slot)
{
    const struct paper *from = &p->model->papers[paper];
    struct own_paper_item *own = projecting_start(p, ITEM_OWN_PAPER, from->ballot, slot);
    own->cast = true;
    own->hidden = from->moved;
    if (!from->moved)
        own->marks = from->marks;
    projecting_emit(p);
}

void project_school_papers(struct projecting *p)
{
    const struct model *m = p->model;
    for (ballot_id b = 1; b <= m->ballot_count && model_has_school(m, p->audience.id); b++) {
        uint16_t paper = m->ballots[b].school_papers[p->audience.id];
        if (paper && ballot_is_under_way(m, b) && paper_counts(m, paper))
            give_own(p, paper, 0);
    }
}

void project_own_papers(struct projecting *p)
{
    const struct model *m = p->model;
    seat_id seat = p->audience.id;
    if (!rounds_is_asked(m, seat))
        return;
    for (uint16_t i = m->seats[seat].own_paper; i; i = m->papers[i].next_own) {
        const struct paper *paper = &m->papers[i];
        if (!m->ballots[paper->ballot].content.by_school && ballot_is_under_way(m, paper->ballot) &&
            paper_counts(m, i))
            give_own(p, i, paper->slot);
    }
}

/* Who reads what is written is told who chose what only where names are on for them: the room's
 * yes to a vote by name is not theirs. */
void project_named_papers(struct projecting *p)
{
    const struct model *m = p->model;
    for (uint16_t i = 1; i <= m->paper_count && (p->named || !projecting_is_written(p)); i++) {
        const struct paper *paper = &m->papers[i];
        if (!paper->ballot || m->ballots[paper->ballot].state != BALLOT_REVEALED)
            continue;
        bool by_school = m->ballots[paper->ballot].content.by_school;
        bool alone = paper->slot == 1 && m->seats[paper->seat].people <= 1 && !paper->by_hand;
        struct named_paper_item *item = projecting_start(p, ITEM_NAMED_PAPER, i, 0);
        item->ballot = paper->ballot;
        item->by_hand = paper->by_hand;
        item->slot = alone ? 0 : paper->slot;
        item->school = paper->school;
        if (!by_school && !paper->by_hand)
            memcpy(item->name, m->seats[paper->seat].name, sizeof item->name);
        item->marks = paper->marks;
        projecting_emit(p);
    }
}

void project_priorities(struct projecting *p)
{
    if (!p->model->priorities.revision)
        return;
    *(struct priorities_change *)projecting_start(p, ITEM_PRIORITIES, 0, 0) = p->model->priorities;
    projecting_emit(p);
}
