#include "host/row_reviews.h"

#include "base/day.h"

#include <stdio.h>
#include <string.h>

bool row_make_review(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct review *review = &model->reviews[key.a];
    day_write_iso(row->date, review->day);
    row->review =
        (struct journal_review_row){.id = key.a, .day = row->date, .title = review->title};
    return model_has_review(model, (review_id)key.a);
}

bool row_find_review(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    key->a = (uint16_t)row->review.id;
    return row->review.id >= 1 && row->review.id <= REVIEWS_MAX;
}

bool row_make_past_rating(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct past *past = &model->reviews[key.a].pasts[key.b];
    row->past_rating = (struct journal_past_rating_row){.review = key.a,
                                                        .school = key.b,
                                                        .condition = model->conditions[key.c].id,
                                                        .now = past->now[key.c],
                                                        .target = past->target[key.c]};
    return past->now[key.c] || past->target[key.c];
}

bool row_find_past_rating(struct row_key *key, const struct model *model,
                          const struct journal_row *row)
{
    const struct journal_past_rating_row *past = &row->past_rating;
    if (past->review < 1 || past->review > REVIEWS_MAX || past->school < 1 ||
        past->school > SCHOOLS_MAX)
        return false;
    key->a = (uint16_t)past->review;
    key->b = (uint16_t)past->school;
    for (key->c = 1; key->c <= model->condition_count; key->c++)
        if (strcmp(model->conditions[key->c].id, past->condition) == 0)
            return true;
    return false;
}
