#ifndef PLENARY_TESTS_FUZZ_REWIND_H
#define PLENARY_TESTS_FUZZ_REWIND_H

/* Memory that is put back as it was, at the cost of the pages that were written to: for state of
 * many megabytes of which an input changes little. */

#include <stddef.h>

/* A copy of `size` bytes, for good. */
void *rewind_keep(const void *from, size_t size);

/* Makes it what it was when it was kept. */
void rewind_back(void *kept, size_t size);

#endif
