#ifndef PLENARY_TESTS_CONTENT_WRITTEN_H
#define PLENARY_TESTS_CONTENT_WRITTEN_H

/* A file that tests write a pack into, and the pack that is read from it. */

#include "base/error.h"
#include "model/pack.h"

struct written {
    char path[40];
    struct pack *pack;
};

/* Around a group of tests, whose *state is then a struct written. */
int written_set_up(void **state);
int written_tear_down(void **state);

/* Writes that text and reads it. */
CHECKED enum error written_load(struct written *written, const char *text, struct trouble *trouble);

#endif
