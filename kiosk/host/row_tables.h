#ifndef PLENARY_HOST_ROW_TABLES_H
#define PLENARY_HOST_ROW_TABLES_H

/* Within host/ only: how the rows of each plain table come from the state. A row is named by up to
 * three numbers: a, b and c stand for what its key says. Each table has a maker, which fills in the
 * row of those numbers and says whether the table has it, and a finder, which gets the numbers back
 * from a row's key. */

#include "journal/tables.h"
#include "model/model.h"

struct row_key {
    uint16_t a, b, c;
};

struct row_table {
    bool (*make)(struct journal_row *row, const struct model *model, struct row_key key);
    bool (*find)(struct row_key *key, const struct model *model, const struct journal_row *row);
    struct row_key least, most; /* the keys there can be */
};

const struct row_table *row_table(enum journal_table table);

#endif
