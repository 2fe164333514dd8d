#include "model/fitting.h"

#include "base/day.h"

bool review_added_fits(const struct model *m, const struct event *e)
{
    const struct review_change *c = &e->change.review;
    return c->review == m->review_count + 1 && m->review_count < REVIEWS_MAX && c->day > 0 &&
           c->day <= DAY_LAST && c->title[0];
}

/* Nothing is said of conditions that are not there. */
bool past_added_fits(const struct model *m, const struct event *e)
{
    const struct past_change *c = &e->change.past;
    bool fits = model_has_review(m, c->review) && model_has_school(m, c->school);
    for (unsigned i = 0; fits && i <= CONDITIONS_MAX; i++) {
        unsigned most = i >= 1 && i <= m->condition_count ? RATING_MAX : 0;
        fits = c->past.now[i] <= most && c->past.target[i] <= most;
    }
    return fits;
}

bool review_removed_fits(const struct model *m, const struct event *e)
{
    return model_has_review(m, e->change.review.review);
}
