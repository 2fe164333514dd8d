#ifndef PLENARY_HOST_ROW_VOTES_H
#define PLENARY_HOST_ROW_VOTES_H

/* Within host/ only: makers and finders (host/row_tables.h) of the tables of votes and of the plan.
 * What a row is named by: plan: action; ballot: ballot; option: ballot, option; named_vote: paper,
 * option; took_part: ballot, seat; priority: place. */

#include "host/row_tables.h"

bool row_make_plan(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_plan(struct row_key *key, const struct model *model, const struct journal_row *row);

bool row_make_ballot(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_ballot(struct row_key *key, const struct model *model, const struct journal_row *row);

bool row_make_option(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_option(struct row_key *key, const struct model *model, const struct journal_row *row);

bool row_make_named_vote(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_named_vote(struct row_key *key, const struct model *model,
                         const struct journal_row *row);

bool row_make_took_part(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_took_part(struct row_key *key, const struct model *model,
                        const struct journal_row *row);

bool row_make_priority(struct journal_row *row, const struct model *model, struct row_key key);
bool row_find_priority(struct row_key *key, const struct model *model,
                       const struct journal_row *row);

#endif
