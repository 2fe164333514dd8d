#ifndef PLENARY_HOST_ROW_TRAINING_H
#define PLENARY_HOST_ROW_TRAINING_H

/* Within host/ only: makers and finders (host/row_tables.h) of the tables of trainings. What a row
 * is named by: training: 1; role: character; moment: its number. */

#include "host/row_tables.h"

bool row_make_training(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_training(struct row_key *key, const struct model *model,
                       const struct journal_row *row);

bool row_make_role(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_role(struct row_key *key, const struct model *model, const struct journal_row *row);

bool row_make_moment(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_moment(struct row_key *key, const struct model *model, const struct journal_row *row);

#endif
