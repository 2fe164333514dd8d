#include "model/driver.h"

#include "model/ballots.h"

#include <stdio.h>
#include <string.h>

/* A vote whose terms fit together, but for one that may be spoilt. */
static void fill_ballot(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    struct ballot_change *b = &c->change.ballot;
    enum command_kind kind = c->kind;
    uint16_t ballot = driver_id(d, m->ballot_count);
    *c = ask_add_ballot((enum method)driver_pick(d, METHOD_COUNT), driver_pick(d, 2) ? 3 : 0);
    c->kind = kind;
    b->ballot = (ballot_id)ballot;
    if (ballot <= m->ballot_count)
        b->revision = m->ballots[ballot].revision - (driver_pick(d, 8) == 0);
    struct ballot_content *content = &b->content;
    memset(content->question, 0, sizeof content->question);
    snprintf(content->question, sizeof content->question, "question %u", driver_pick(d, 50));
    content->by_school = driver_pick(d, 3) == 0;
    content->named = driver_pick(d, 2);
    if (driver_pick(d, 8) == 0)
        content->again = (uint8_t)driver_id(d, m->ballot_count);
    if (content->about == ABOUT_CONDITIONS && driver_pick(d, 3) == 0)
        content->about = ABOUT_ACTIONS;
    if (content->about != ABOUT_TYPED && driver_pick(d, 2)) {
        content->option_count = 3;
        for (unsigned i = 0; i < 3; i++)
            content->things[i] = (uint16_t)(i + 1);
    }
    switch (driver_pick(d, 20)) {
    case 0:
        content->budget = (uint8_t)driver_pick(d, 12);
        break;
    case 1:
        content->things[0] = driver_id(d, 9);
        break;
    case 2:
        content->method = METHOD_COUNT;
        break;
    default:
        break;
    }
}

/* Mostly the one under way. */
static ballot_id pick_ballot(struct driver *d)
{
    const struct model *m = d->bench->model;
    for (ballot_id b = 1; b <= m->ballot_count && driver_pick(d, 9); b++)
        if (m->ballots[b].state == BALLOT_OPEN || m->ballots[b].state == BALLOT_CLOSED)
            return b;
    return (ballot_id)driver_id(d, m->ballot_count);
}

/* Open for a while, so that papers come together. */
static void fill_set(struct driver *d, struct command *c)
{
    uint8_t state = driver_number(d, BALLOT_OPEN, BALLOT_REVEALED);
    if (state == BALLOT_CLOSED && driver_pick(d, 3))
        state = BALLOT_OPEN;
    *c = ask_set_ballot(pick_ballot(d), (enum ballot_state)state);
}

static uint8_t pick_mark(struct driver *d, const struct ballot_content *content)
{
    if (content->method == METHOD_RANKING) /* few places, so that some are alike */
        return (uint8_t)driver_pick(d, content->option_count + 1U);
    if (content->method == METHOD_SCORES)
        return driver_pick(d, 4) ? MARK_SCORES(1 + driver_pick(d, 5), 1 + driver_pick(d, 5)) : 0;
    return (uint8_t)driver_pick(d, 2);
}

static struct marks pick_dots(struct driver *d, const struct ballot_content *content)
{
    struct marks marks = {0};
    for (uint32_t left = 1 + driver_pick(d, content->budget); left > 0; left--) {
        uint8_t *mark = &marks.of[driver_pick(d, content->option_count)];
        *mark = (uint8_t)(*mark + (*mark < content->limit));
    }
    return marks;
}

struct marks driver_marks(struct driver *d, const struct ballot_content *content)
{
    struct marks marks = {0};
    if (content->method == METHOD_DOTS)
        return pick_dots(d, content);
    while (ballot_check_marks(content, &marks) == REFUSAL_PAPER_EMPTY)
        for (unsigned i = 0; i < content->option_count; i++)
            marks.of[i] = pick_mark(d, content);
    return marks;
}

static void fill_paper(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    struct paper_change *p = &c->change.paper;
    p->ballot = pick_ballot(d);
    bool own = seat && seat <= m->seat_count;
    p->school = own && driver_pick(d, 9) ? m->seats[seat].school : driver_id(d, m->school_count);
    p->slot = driver_number(d, 1, own && m->seats[seat].people ? m->seats[seat].people : 1);
    if (seat == SEAT_KIOSK && driver_pick(d, 2))
        p->slot = 0;
    if (ballot_is_under_way(m, p->ballot))
        p->marks = driver_marks(d, &m->ballots[p->ballot].content);
    if (driver_pick(d, 20) == 0)
        p->marks.of[driver_pick(d, 5)] = (uint8_t)driver_pick(d, 256);
}

static void fill_priorities(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    struct priorities_change *p = &c->change.priorities;
    p->revision = m->priorities.revision - (driver_pick(d, 8) == 0);
    p->ballot = driver_pick(d, 2) ? (ballot_id)driver_id(d, m->ballot_count) : 0;
    p->count = (uint8_t)driver_pick(d, 4);
    for (unsigned i = 0; i < p->count; i++) {
        if (driver_pick(d, 3))
            p->list[i].condition = driver_id(d, m->condition_count);
        else
            snprintf(p->list[i].text, NAME_SIZE, "priority %u", driver_pick(d, 9));
    }
}

bool driver_fill_vote(struct driver *d, struct command *c, seat_id seat)
{
    switch (c->kind) {
    case COMMAND_ADD_BALLOT:
    case COMMAND_CHANGE_BALLOT:
    case COMMAND_REMOVE_BALLOT:
        fill_ballot(d, c);
        return true;
    case COMMAND_SET_BALLOT:
        fill_set(d, c);
        return true;
    case COMMAND_CAST_PAPER:
    case COMMAND_WITHDRAW_PAPER:
        fill_paper(d, c, seat);
        return true;
    case COMMAND_SHARE_SEAT:
        *c = ask_share(driver_pick(d, 2) ? seat : driver_id(d, d->bench->model->seat_count),
                       driver_number(d, 1, 3));
        return true;
    case COMMAND_SET_PRIORITIES:
        fill_priorities(d, c);
        return true;
    default:
        return false;
    }
}
