#include "model/applying.h"

#include <string.h>

void apply_review_added(struct model *m, const struct event *e)
{
    struct review *review = &m->reviews[++m->review_count];
    review->day = e->change.review.day;
    memcpy(review->title, e->change.review.title, sizeof review->title);
}

void apply_past_added(struct model *m, const struct event *e)
{
    const struct past_change *c = &e->change.past;
    m->reviews[c->review].pasts[c->school] = c->past;
}

void apply_review_removed(struct model *m, const struct event *e)
{
    memset(&m->reviews[e->change.review.review], 0, sizeof m->reviews[0]);
}
