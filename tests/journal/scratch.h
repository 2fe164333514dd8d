#ifndef PLENARY_TESTS_JOURNAL_SCRATCH_H
#define PLENARY_TESTS_JOURNAL_SCRATCH_H

/* A folder of its own for each test, and what the tests of the journal share. */

#include <stdbool.h>

#include "journal/journal.h"

struct scratch {
    char folder[64];
    char path[128]; /* "FOLDER/Ashby.plenary", not there yet */
};

/* cmocka's setup and teardown; *state is a struct scratch. Teardown removes folder and contents. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

struct bytes {
    uint8_t *at;
    size_t length;
};

struct bytes bytes_read(const char *path); /* fails the test when it cannot; freed by the caller */
void bytes_write(const char *path, const uint8_t *at, size_t length);
bool bytes_same(const char *path, struct bytes as);

/* True when `mark` stands in any file of the folder or its folders, in name or content. */
bool scratch_holds(const char *folder, const void *mark, size_t length);

/* Puts a record whose content follows from its seq, with a secret when `secret` says something. */
void put_numbered(struct journal *journal, int64_t seq, const char *secret);

/* A journal_visit that fails the test unless the record is such; context: int64_t *, counts. */
enum error expect_numbered(void *context, const struct journal_record *record);

/* Fails the test unless the journal replays exactly records 1 to `last`. */
void expect_replay(struct journal *journal, int64_t last);

#endif
