#include "model/projecting.h"

#include "model/actions.h"
#include "model/notes.h"

#include <string.h>

/* ---- support */

/* What counting needs to know of the whole, looked up once. */
struct counting {
    const struct model *m;
    bool has_parts[ACTIONS_MAX + 1];
    bool voted_on[ACTIONS_MAX + 1];    /* an option of a vote that is revealed */
    uint8_t seated[SEATS_MAX / 8 + 1]; /* a bit for each seat that was not removed */
};

static void note_votes(struct counting *c)
{
    for (ballot_id b = 1; b <= c->m->ballot_count; b++) {
        const struct ballot *ballot = &c->m->ballots[b];
        if (ballot->state != BALLOT_REVEALED || ballot->content.about != ABOUT_ACTIONS)
            continue;
        for (unsigned i = 0; i < ballot->content.option_count; i++)
            c->voted_on[ballot->content.things[i]] = true;
    }
}

static void start_counting(struct counting *c, const struct model *m)
{
    memset(c, 0, sizeof *c);
    c->m = m;
    note_votes(c);
    for (action_id i = 1; i <= m->action_count; i++)
        if (action_exists(m, i) && !action_stands_alone(m, i))
            c->has_parts[action_root(m, i)] = true;
    for (seat_id s = 1; s <= m->seat_count; s++)
        c->seated[s / 8] |= (uint8_t)(!m->seats[s].removed << s % 8);
}

static unsigned bits_of(uint8_t byte)
{
    unsigned count = 0;
    for (; byte; byte = (uint8_t)(byte & (byte - 1)))
        count++;
    return count;
}

/* Everybody who supports an action or a part of it, once each. */
static uint16_t count_supports(const struct counting *c, action_id action)
{
    struct supports all = c->m->supports[action];
    unsigned count = 0;
    for (action_id i = 1; c->has_parts[action] && i <= c->m->action_count; i++) {
        if (i == action || !action_exists(c->m, i) || action_root(c->m, i) != action)
            continue;
        all.by_hand = (uint16_t)(all.by_hand + c->m->supports[i].by_hand);
        for (size_t byte = 0; byte < sizeof all.seats; byte++)
            all.seats[byte] |= c->m->supports[i].seats[byte];
    }
    for (size_t byte = 0; byte < sizeof all.seats; byte++)
        if (all.seats[byte])
            count += bits_of(all.seats[byte] & c->seated[byte]);
    return (uint16_t)(count + all.by_hand);
}

/* ---- actions */

/* The owner's name; of a seat without one, its school's. */
static void name_owner(const struct model *m, struct action_content *content)
{
    if (content->owner != OWNER_SEAT)
        return;
    const struct seat *seat = &m->seats[content->owner_seat];
    const char *name = seat->name[0] ? seat->name : m->schools[seat->school].name;
    memcpy(content->owner_name, name, sizeof content->owner_name);
}

static struct action_item *start_action(struct projecting *p, action_id i)
{
    const struct action *action = &p->model->actions[i];
    struct action_item *item = projecting_start(p, ITEM_ACTION, i, 0);
    item->state = action->state;
    item->revision = action->revision;
    return item;
}

/* Which note it came from, others than the facilitator are told where they can read that; that it
 * came from a finding, where that is not hidden from them. */
static void hide_source(const struct projecting *p, struct action_content *content)
{
    const struct model *m = p->model;
    if (projecting_for_facilitator(p))
        return;
    if (content->source == SOURCE_NOTE && !note_is_public(m, content->source_a))
        content->source_a = 0;
    if (content->source != SOURCE_FINDING ||
        !m->findings[content->source_a][content->source_b].hidden)
        return;
    content->source = SOURCE_NONE;
    content->source_a = 0;
    content->source_b = 0;
}

/* All there is to say of one, but for who proposed it and which seat its owner is. */
static struct action_item *start_whole(struct projecting *p, const struct counting *c, action_id i)
{
    const struct action *action = &p->model->actions[i];
    struct action_item *item = start_action(p, i);
    item->progress = action->progress;
    item->earlier = action->earlier;
    item->accepted = action->accepted;
    item->declined = action->declined;
    item->supports = count_supports(c, i);
    memcpy(&item->content, &action->content, sizeof item->content);
    name_owner(p->model, &item->content);
    hide_source(p, &item->content);
    item->content.owner_seat = 0;
    return item;
}

static void put_words(struct action_item *item, const struct action *action)
{
    memcpy(item->content.text, action->content.text, sizeof item->content.text);
}

/* What a result speaks of everybody may read, whatever has become of it: of one that is not there
 * otherwise its words are all there is. */
static void give_words(struct projecting *p, const struct counting *c, action_id i)
{
    if (!c->voted_on[i])
        return;
    put_words(projecting_start(p, ITEM_ACTION, i, 0), &p->model->actions[i]);
    projecting_emit(p);
}

void project_all_actions(struct projecting *p)
{
    const struct model *m = p->model;
    struct counting c;
    start_counting(&c, m);
    for (action_id i = 1; i <= m->action_count; i++) {
        if (!action_exists(m, i)) {
            give_words(p, &c, i);
            continue;
        }
        struct action_item *item = start_whole(p, &c, i);
        action_id root = action_root(m, i);
        item->merged = root == i ? 0 : root;
        item->proposer = m->actions[i].proposer;
        item->content.owner_seat = m->actions[i].content.owner_seat;
        projecting_emit(p);
    }
}

void project_public_actions(struct projecting *p)
{
    const struct model *m = p->model;
    struct counting c;
    start_counting(&c, m);
    for (action_id i = 1; i <= m->action_count; i++) {
        bool waits = m->actions[i].state == ACTION_WAITING;
        if (!action_exists(m, i) || waits || !action_is_public(m, action_root(m, i))) {
            give_words(p, &c, i);
            continue;
        }
        if (action_stands_alone(m, i)) {
            start_whole(p, &c, i);
        } else {
            struct action_item *item = start_action(p, i);
            item->merged = action_root(m, i);
            if (c.voted_on[i])
                put_words(item, &m->actions[i]);
        }
        projecting_emit(p);
    }
}

void project_school_actions(struct projecting *p)
{
    const struct model *m = p->model;
    struct counting c;
    start_counting(&c, m);
    for (action_id i = 1; i <= m->action_count; i++) {
        const struct action *action = &m->actions[i];
        if (!action_exists(m, i) || action->state != ACTION_OWN ||
            action->content.school != p->audience.id)
            continue;
        start_whole(p, &c, i);
        projecting_emit(p);
    }
}

/* ---- what one seat has to do with them */

static bool is_asked(const struct model *m, action_id i, seat_id seat)
{
    const struct action *action = &m->actions[i];
    return (action->state == ACTION_PROPOSED || action->state == ACTION_ADOPTED) &&
           action_stands_alone(m, i) && action_is_owner(m, &action->content, seat);
}

/* Who supports a part of what waits by now learns of neither. */
static void project_own_action(struct projecting *p, action_id i, bool supported)
{
    const struct action *action = &p->model->actions[i];
    supported = supported && action->state != ACTION_WAITING;
    bool proposed = action->proposer == p->audience.id,
         asked = is_asked(p->model, i, p->audience.id);
    if (!proposed && !asked && !supported)
        return;
    struct own_action_item *item = projecting_start(p, ITEM_OWN_ACTION, i, 0);
    item->proposed = proposed;
    item->asked = asked;
    item->supported = supported;
    item->state = action->state;
    item->revision = action->revision;
    if (proposed && action->state == ACTION_WAITING) {
        memcpy(&item->content, &action->content, sizeof item->content);
        name_owner(p->model, &item->content);
        if (item->content.owner_seat != p->audience.id)
            item->content.owner_seat = 0;
    }
    projecting_emit(p);
}

void project_own_actions(struct projecting *p)
{
    const struct model *m = p->model;
    seat_id seat = p->audience.id;
    bool supported[ACTIONS_MAX + 1] = {false};
    if (!model_has_seat(m, seat))
        return;
    for (action_id i = 1; i <= m->action_count; i++)
        if (action_has_support(m, i, seat) && action_exists(m, i))
            supported[action_root(m, i)] = true;
    for (action_id i = 1; i <= m->action_count; i++)
        if (action_exists(m, i) && m->actions[i].state != ACTION_OWN)
            project_own_action(p, i, supported[i]);
}
