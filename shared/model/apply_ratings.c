#include "model/applying.h"

#include <string.h>

static struct rating *rating_of(struct model *m, const struct event *e)
{
    return &m->ratings[e->change.rating.condition][e->change.rating.school];
}

/* The value that an unnamed view counts for one school. */
static uint8_t counted_value(const struct model *m, const struct rating *rating)
{
    if (rating->settled)
        return rating->agreed.now;
    if (!m->settings[SETTING_COUNT_PROPOSED])
        return 0;
    const struct figure *shown = model_shown_figure(rating);
    return shown ? (uint8_t)(shown->now | UNNAMED_PROPOSED) : 0;
}

static bool same_value(uint8_t a, uint8_t b)
{
    return (a & ~UNNAMED_PROPOSED) == (b & ~UNNAMED_PROPOSED);
}

/* Lets one view of one condition move on if nobody can be read off the change. That a figure is now
 * agreed which was proposed changes no figure, and is taken at once. */
static void refresh_view(struct model *m, enum naming naming, condition_id condition)
{
    struct unnamed *view = &m->unnamed[naming][condition];
    bool named = model_named(m, naming);
    uint8_t fresh[SCHOOLS_MAX + 1] = {0};
    uint16_t changed = 0, agreed = 0;
    for (school_id s = 1; s <= m->school_count; s++) {
        fresh[s] = counted_value(m, &m->ratings[condition][s]);
        changed = (uint16_t)(changed + !same_value(fresh[s], view->figures[s]));
        agreed = (uint16_t)(agreed + m->ratings[condition][s].settled);
    }
    bool moves = named || !view->seen || changed >= 2;
    for (school_id s = 1; s <= m->school_count; s++)
        if (moves || same_value(fresh[s], view->figures[s]))
            view->figures[s] = fresh[s];
    view->seen = view->seen || named || agreed >= UNNAMED_LEAST;
}

static void refresh_unnamed(struct model *m, condition_id condition)
{
    for (unsigned naming = 0; naming < NAMING_COUNT; naming++)
        refresh_view(m, (enum naming)naming, condition);
}

void applying_refresh_unnamed(struct model *m)
{
    for (condition_id c = 1; c <= m->condition_count; c++)
        refresh_unnamed(m, c);
}

void apply_rating_proposed(struct model *m, const struct event *e)
{
    struct rating *rating = rating_of(m, e);
    const struct rating_change *c = &e->change.rating;
    rating->revision = c->revision;
    rating->proposals[c->side] = (struct proposal){.revision = c->revision, .figure = c->figure};
    refresh_unnamed(m, c->condition);
}

void apply_rating_withdrawn(struct model *m, const struct event *e)
{
    rating_of(m, e)->proposals[e->change.rating.side] = (struct proposal){0};
    refresh_unnamed(m, e->change.rating.condition);
}

static void settle(struct model *m, const struct event *e, const struct figure *figure)
{
    struct rating *rating = rating_of(m, e);
    rating->agreed = *figure;
    rating->settled = true;
    rating->agreed_ms = e->at_ms;
    memcpy(rating->agreed_with, e->change.rating.with, sizeof rating->agreed_with);
    memset(rating->proposals, 0, sizeof rating->proposals);
    refresh_unnamed(m, e->change.rating.condition);
}

void apply_rating_agreed(struct model *m, const struct event *e)
{
    struct figure figure = rating_of(m, e)->proposals[e->change.rating.side].figure;
    settle(m, e, &figure);
}

void apply_rating_agreed_in_person(struct model *m, const struct event *e)
{
    rating_of(m, e)->revision = e->change.rating.revision;
    settle(m, e, &e->change.rating.figure);
}

/* What was agreed stands as the manager's proposal again. */
void apply_rating_reopened(struct model *m, const struct event *e)
{
    struct rating *rating = rating_of(m, e);
    rating->revision = e->change.rating.revision;
    rating->proposals[SIDE_MANAGER].revision = rating->revision;
    rating->proposals[SIDE_MANAGER].figure = rating->agreed;
    rating->settled = false;
    memset(&rating->agreed, 0, sizeof rating->agreed);
    rating->agreed_ms = 0;
    memset(rating->agreed_with, 0, sizeof rating->agreed_with);
    refresh_unnamed(m, e->change.rating.condition);
}

void apply_consent_given(struct model *m, const struct event *e)
{
    const struct consent_change *c = &e->change.consent;
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        if (c->scopes & 1U << scope)
            m->schools[c->school].consent[scope] = c->answer;
    applying_refresh_unnamed(m);
}
