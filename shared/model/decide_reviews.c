#include "model/deciding.h"

#include "base/day.h"
#include "base/text.h"

static bool is_known(const struct model *m, const struct review_change *c)
{
    for (review_id r = 1; r <= m->review_count; r++)
        if (m->reviews[r].day == c->day && text_same(m->reviews[r].title, c->title))
            return true;
    return false;
}

enum refusal decide_add_review(struct deciding *d)
{
    const struct review_change *c = &d->command->change.review;
    if (d->model->review_count == REVIEWS_MAX)
        return REFUSAL_REVIEWS_FULL;
    if (c->day == 0 || c->day > day_of_time(d->now_ms))
        return REFUSAL_REVIEW_DAY;
    if (is_known(d->model, c))
        return REFUSAL_REVIEW_TWICE;
    struct event *e = deciding_add(d, EVENT_REVIEW_ADDED, &d->command->change);
    e->change.review.review = (review_id)(d->model->review_count + 1);
    return deciding_name(c->title);
}

enum refusal decide_add_past(struct deciding *d)
{
    const struct past_change *c = &d->command->change.past;
    if (!model_has_review(d->model, c->review))
        return REFUSAL_NO_REVIEW;
    if (!model_has_school(d->model, c->school))
        return REFUSAL_NO_SCHOOL;
    const struct event *e = deciding_add(d, EVENT_PAST_ADDED, &d->command->change);
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_RATING_RANGE;
}

enum refusal decide_remove_review(struct deciding *d)
{
    if (!model_has_review(d->model, d->command->change.review.review))
        return REFUSAL_NO_REVIEW;
    struct event *e = deciding_add(d, EVENT_REVIEW_REMOVED, NULL);
    e->change.review.review = d->command->change.review.review;
    return REFUSAL_NONE;
}
