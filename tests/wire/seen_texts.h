#ifndef PLENARY_TESTS_WIRE_SEEN_TEXTS_H
#define PLENARY_TESTS_WIRE_SEEN_TEXTS_H

/* For test_privacy.c: texts that the driver plants, looked for in the very bytes of an item. */

#include "model/project.h"

void seen_texts(struct audience audience, const uint8_t *bytes, size_t length,
                const struct item *item);

#endif
