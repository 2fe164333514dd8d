#ifndef PLENARY_JOURNAL_CHANGES_H
#define PLENARY_JOURNAL_CHANGES_H

/* Within journal/ only: what a batch of the journal in memory changes, and lists of that. A change
 * owns its texts and bytes; committed, records and rows move from the batch into the disk's lists,
 * of which that of a table has one row a key, in the order of the keys. */

#include <stdbool.h>

#include "journal/backend.h"

enum change_kind { CHANGE_RECORD, CHANGE_WIPE, CHANGE_ROW, CHANGE_NO_ROW };

struct change {
    enum change_kind kind;
    int64_t wiped; /* CHANGE_WIPE: the record, 0 for all */
    char *texts[JOURNAL_COLUMNS_MAX];
    uint8_t *body, *secret;
    union {
        struct journal_record record;
        struct journal_row row; /* of one that is removed, only the key */
    };
};

struct changes {
    struct change *at;
    size_t count, size;
};

/* Duplicates the texts that the row points to (of its key, or of the whole row), and makes it point
 * to its own; and so with bytes. False when there is no memory: what the change owns by then goes
 * with it. */
CHECKED bool change_own_texts(struct change *change, bool whole);
CHECKED bool change_own_bytes(uint8_t **own, const uint8_t **bytes, size_t length);
void change_free(struct change *change);

/* Room for so many more. ERROR_MEMORY. */
CHECKED enum error changes_reserve(struct changes *list, size_t more);

/* Frees the changes; and the list too. */
void changes_clear(struct changes *list);
void changes_free(struct changes *list);

/* Of a table's list: moves a row in, for which there is room, in place of the one that has its key;
 * takes the row of that key out, if there is one. */
void changes_put(struct changes *list, const struct change *change);
void changes_remove(struct changes *list, const struct journal_row *row);

#endif
