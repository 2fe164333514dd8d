#include "model/papers.h"

#include "model/ballots.h"

#include <string.h>

_Static_assert(PAPERS_MAX *BUDGET_MAX <= UINT16_MAX, "all dots on one option can be counted");

uint16_t paper_of_seat(const struct model *m, ballot_id ballot, seat_id seat, uint16_t slot)
{
    for (uint16_t p = m->seats[seat].own_paper; p; p = m->papers[p].next_own)
        if (m->papers[p].ballot == ballot && m->papers[p].slot == slot)
            return p;
    return 0;
}

uint16_t paper_by_hand(const struct model *m, ballot_id ballot, uint16_t slot)
{
    for (uint16_t p = m->seats[SEAT_KIOSK].own_paper; p; p = m->papers[p].next_own)
        if (m->papers[p].ballot == ballot && (slot == 0 || m->papers[p].slot == slot))
            return p;
    return 0;
}

uint16_t paper_elsewhere(const struct model *m, ballot_id ballot, seat_id seat, school_id school)
{
    for (uint16_t p = m->seats[seat].own_paper; p; p = m->papers[p].next_own)
        if (m->papers[p].ballot == ballot && m->papers[p].school != school && paper_counts(m, p))
            return p;
    return 0;
}

uint16_t paper_meant(const struct model *m, seat_id seat, const struct paper_change *change)
{
    if (m->ballots[change->ballot].content.by_school)
        return m->ballots[change->ballot].school_papers[change->school];
    return change->by_hand ? paper_by_hand(m, change->ballot, change->slot)
                           : paper_of_seat(m, change->ballot, seat, change->slot);
}

bool paper_is_beyond(const struct model *m, seat_id seat, uint8_t people)
{
    for (uint16_t p = m->seats[seat].own_paper; p; p = m->papers[p].next_own)
        if (m->papers[p].slot > people && ballot_is_under_way(m, m->papers[p].ballot) &&
            paper_counts(m, p))
            return true;
    return false;
}

uint16_t paper_place(const struct model *m)
{
    for (uint16_t p = m->paper_free ? m->paper_free : 1; p <= m->paper_count; p++)
        if (!m->papers[p].ballot)
            return p;
    return m->paper_count < PAPERS_MAX ? (uint16_t)(m->paper_count + 1) : 0;
}

bool paper_counts(const struct model *m, uint16_t paper)
{
    const struct paper *p = &m->papers[paper];
    return p->ballot && (p->event || m->ballots[p->ballot].content.named);
}

/* An option without a place comes after all that have one. What is no option comes before
 * everything, so that each row can be added whole: with thousands of papers that is what takes
 * time.
 */
static void add_ranks(struct ballot_tally *out, const struct marks *marks, unsigned count)
{
    int16_t rank[OPTIONS_MAX];
    for (unsigned i = 0; i < OPTIONS_MAX; i++)
        rank[i] = i >= count ? 0 : marks->of[i] ? marks->of[i] : OPTIONS_MAX + 1;
    for (unsigned i = 0; i < count; i++) {
        uint16_t *row = out->above[i + 1] + 1;
        for (unsigned j = 0; j < OPTIONS_MAX; j++)
            row[j] = (uint16_t)(row[j] + (rank[i] < rank[j]));
    }
}

static void add_scores(struct ballot_tally *out, unsigned option, uint8_t mark)
{
    for (unsigned c = 0; c < CRITERIA_MAX; c++)
        out->scores[c][option][MARK_SCORE(mark, c)]++;
}

static void add_paper(struct ballot_tally *out, const struct ballot_content *content,
                      const struct paper *paper)
{
    out->papers++;
    out->by_hand = (uint16_t)(out->by_hand + paper->by_hand);
    for (unsigned i = 1; i <= content->option_count; i++) {
        uint8_t mark = paper->marks.of[i - 1];
        out->chosen[i] = (uint16_t)(out->chosen[i] + (mark != 0));
        if (content->method == METHOD_DOTS || content->method == METHOD_APPROVAL)
            out->points[i] = (uint16_t)(out->points[i] + mark);
        if (content->method == METHOD_SCORES && mark)
            add_scores(out, i, mark);
    }
    if (content->method == METHOD_RANKING)
        add_ranks(out, &paper->marks, content->option_count);
}

void paper_tally(struct ballot_tally *out, const struct model *m, ballot_id ballot)
{
    memset(out, 0, sizeof *out);
    for (uint16_t p = 1; p <= m->paper_count; p++)
        if (m->papers[p].ballot == ballot && paper_counts(m, p))
            add_paper(out, &m->ballots[ballot].content, &m->papers[p]);
}
