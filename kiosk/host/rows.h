#ifndef PLENARY_HOST_ROWS_H
#define PLENARY_HOST_ROWS_H

/* The plain tables of the workshop file (journal/tables.h), kept in step with the state. */

#include "journal/journal.h"
#include "model/model.h"

/* Puts the rows that `event`, just applied to `model`, has changed. */
void rows_put(struct journal *journal, const struct model *model, const struct event *event);

/* ERROR_OK when the tables say just what the state says; else ERROR_DAMAGED, and `trouble` names
 * the first difference. */
CHECKED enum error rows_compare(struct journal *journal, const struct model *model,
                                struct trouble *trouble);

#endif
