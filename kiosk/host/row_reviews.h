#ifndef PLENARY_HOST_ROW_REVIEWS_H
#define PLENARY_HOST_ROW_REVIEWS_H

/* Within host/ only: makers and finders (host/row_tables.h) of the tables of earlier reviews. What
 * a row is named by: review: review; past_rating: review, school, condition. */

#include "host/row_tables.h"

bool row_make_review(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_review(struct row_key *key, const struct model *model, const struct journal_row *row);

bool row_make_past_rating(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_past_rating(struct row_key *key, const struct model *model,
                          const struct journal_row *row);

#endif
