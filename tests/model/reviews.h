#ifndef PLENARY_TESTS_MODEL_REVIEWS_H
#define PLENARY_TESTS_MODEL_REVIEWS_H

/* Commands about earlier reviews. */

#include "model/bench.h"

struct command ask_review(uint32_t day, const char *title);
/* That school said this of every one of three conditions, with a target of one more. */
struct command ask_past(review_id review, school_id school, uint8_t now);
struct command ask_remove_review(review_id review);

/* Of that many days ago; its id. */
review_id bench_review(struct bench *b, unsigned days_ago, const char *title);

#endif
