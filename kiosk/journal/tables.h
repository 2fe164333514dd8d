#ifndef PLENARY_JOURNAL_TABLES_H
#define PLENARY_JOURNAL_TABLES_H

/* The plain tables of a workshop file, for anyone with the sqlite3 shell:
 *
 *   sqlite3 NAME.plenary 'select * from rating'
 *
 * They say again what the records say, so they may be cleared and filled anew at any time. Rows
 * are put as part of the batch (journal/journal.h), a row of the same key replacing the old one.
 * Texts are borrowed as there, UTF-8, at most JOURNAL_TEXT_MAX bytes, never NULL. The tables hold
 * nothing that a journal keeps secret, and no totals: a school is not a sum. */

#include <stdbool.h>
#include <stdint.h>

#include "journal/journal.h"

enum { JOURNAL_TEXT_MAX = 4096 };

/* There is one. */
struct journal_workshop_row {
    const char *title;
    const char *pack;   /* the content pack's id */
    const char *agenda; /* its agenda's id */
    int64_t made_at_ms;
};

struct journal_school_row {
    uint16_t id; /* the key, from 1 */
    const char *name;
    bool consent_room;
    bool consent_summary;
    bool consent_la;
};

/* Numbers that are 0 mean "not said" and show as NULL. */
struct journal_rating_row {
    uint16_t school;       /* key, with condition */
    const char *condition; /* the pack's id for it */
    uint8_t now;
    uint8_t target;
    uint8_t months; /* until the target */
    const char *note;
    const char *state; /* a word, "proposed" or "agreed" */
    const char *agreed_with;
};

void journal_put_workshop(struct journal *journal, const struct journal_workshop_row *row);
void journal_put_school(struct journal *journal, const struct journal_school_row *row);
void journal_put_rating(struct journal *journal, const struct journal_rating_row *row);

/* What sees the rows: any may be NULL, to skip that table. An answer other than OK ends the reading
 * and is returned by it. */
struct journal_reader {
    void *context;
    enum error (*workshop)(void *context, const struct journal_workshop_row *row);
    enum error (*school)(void *context, const struct journal_school_row *row);
    enum error (*rating)(void *context, const struct journal_rating_row *row);
};

/* Reads the committed rows: the workshop, schools by id, ratings by school and condition.
 * ERROR_DAMAGED when a row is not such as could have been put. No batch may be under way. */
CHECKED enum error journal_read_tables(struct journal *journal, const struct journal_reader *reader,
                                       struct trouble *trouble);

#endif
