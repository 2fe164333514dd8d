#include "model/applying.h"

#include "model/ballots.h"
#include "model/papers.h"

#include <string.h>

/* Papers come and go by what their events say of them. Whether a paper's marks are still kept with
 * its event changes nothing else, so that a file whose secrets have been wiped gives the same state
 * as the hour in which it was written. */

/* Whose list a paper is on. */
static struct seat *keeper(struct model *m, const struct paper *paper)
{
    return &m->seats[paper->by_hand ? SEAT_KIOSK : paper->seat];
}

static void chain(struct model *m, uint16_t paper)
{
    struct seat *seat = keeper(m, &m->papers[paper]);
    m->papers[paper].next_own = seat->own_paper;
    seat->own_paper = paper;
}

static void unchain(struct model *m, uint16_t paper)
{
    uint16_t *link = &keeper(m, &m->papers[paper])->own_paper;
    while (*link && *link != paper)
        link = &m->papers[*link].next_own;
    *link = m->papers[paper].next_own;
}

static void mark_part(struct model *m, ballot_id ballot, seat_id seat, bool took)
{
    uint8_t *byte = &m->ballots[ballot].took_part[seat / 8];
    uint8_t bit = (uint8_t)(1U << seat % 8);
    *byte = (uint8_t)(took ? *byte | bit : *byte & ~bit);
}

/* The seat takes part as long as a paper of it is there. */
static void review_part(struct model *m, ballot_id ballot, seat_id seat)
{
    bool took = false;
    for (uint16_t p = m->seats[seat].own_paper; p && !took; p = m->papers[p].next_own)
        took = m->papers[p].ballot == ballot && !m->papers[p].by_hand;
    mark_part(m, ballot, seat, took);
}

/* Empties a place. */
static void clear(struct model *m, uint16_t paper)
{
    memset(&m->papers[paper], 0, sizeof m->papers[paper]);
    if (paper < m->paper_free)
        m->paper_free = paper;
}

/* Takes a paper out of its place and off every list, and with it that its seat took part. */
static void take_out(struct model *m, uint16_t paper)
{
    struct paper was = m->papers[paper];
    struct ballot *ballot = &m->ballots[was.ballot];
    unchain(m, paper);
    clear(m, paper);
    if (ballot->content.by_school)
        ballot->school_papers[was.school] = 0;
    if (!was.by_hand)
        review_part(m, was.ballot, was.seat);
}

void apply_paper_cast(struct model *m, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    struct ballot *ballot = &m->ballots[c->ballot];
    uint16_t place = paper_meant(m, e->seat, c);
    if (place)
        take_out(m, place);
    else
        place = m->paper_free = paper_place(m); /* and after this the next */
    struct paper *paper = &m->papers[place];
    paper->ballot = c->ballot;
    paper->by_hand = c->by_hand;
    paper->slot = c->slot;
    paper->seat = e->seat;
    paper->school = c->by_hand || ballot->content.by_school ? c->school : m->seats[e->seat].school;
    paper->marks = c->marks;
    if (e->secret.length) {
        paper->event = m->event_count + 1;
        memcpy(paper->marks.of, e->secret.bytes, sizeof paper->marks.of);
    }
    chain(m, place);
    if (place > m->paper_count)
        m->paper_count = place;
    if (ballot->content.by_school)
        ballot->school_papers[c->school] = place;
    if (!c->by_hand)
        mark_part(m, c->ballot, e->seat, true);
    else if (c->slot > ballot->hand_count)
        ballot->hand_count = c->slot;
}

void apply_paper_withdrawn(struct model *m, const struct event *e)
{
    take_out(m, paper_meant(m, e->seat, &e->change.paper));
}

/* Who took part stays. */
void applying_forget_papers(struct model *m, ballot_id ballot)
{
    for (seat_id s = 0; s <= m->seat_count; s++)
        for (uint16_t *link = &m->seats[s].own_paper; *link;) {
            struct paper *paper = &m->papers[*link];
            if (paper->ballot != ballot) {
                link = &paper->next_own;
                continue;
            }
            uint16_t gone = *link;
            *link = paper->next_own;
            clear(m, gone);
        }
    memset(m->ballots[ballot].school_papers, 0, sizeof m->ballots[ballot].school_papers);
}

void applying_take_papers_away(struct model *m, seat_id seat)
{
    for (uint16_t p = m->seats[seat].own_paper, next; p; p = next) {
        const struct paper *paper = &m->papers[p];
        next = paper->next_own;
        if (ballot_is_under_way(m, paper->ballot) && !m->ballots[paper->ballot].content.by_school)
            take_out(m, p);
    }
}

/* A school's is the school's wherever its people sit. */
void applying_hide_papers(struct model *m, seat_id seat)
{
    for (uint16_t p = m->seats[seat].own_paper; p; p = m->papers[p].next_own)
        m->papers[p].moved = !m->ballots[m->papers[p].ballot].content.by_school;
}
