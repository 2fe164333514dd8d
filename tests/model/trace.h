#ifndef PLENARY_TESTS_MODEL_TRACE_H
#define PLENARY_TESTS_MODEL_TRACE_H

/* Events as lines of text, for goldens and for comparing two runs. Nothing of an event is left out
 * but its secret. */

#include "model/event.h"

#include <stddef.h>

struct trace {
    int64_t start_ms; /* times are printed as milliseconds since */
    size_t used;
    char text[1 << 20]; /* lines beyond are lost; the last one then ends in the middle */
};

void trace_add(struct trace *t, const struct event *e);

#endif
