#ifndef PLENARY_TESTS_ROOMS_REVIEWS_H
#define PLENARY_TESTS_ROOMS_REVIEWS_H

/* Earlier reviews for rooms (rooms.h), so many months apart before one that was held on 14 June
 * 2010: what schools said then follows from what they say now by a fixed rule, some more, most
 * less, some nothing. The latest lacks every tenth school, and the first condition has no goals. */

#include "rooms/rooms.h"

/* The day of this review, and of the latest of the earlier ones: 12 May 2009. */
enum { ROOMS_DAY = 14774, ROOMS_EARLIER_DAY = 14376 };

/* Adds `count` of them (0 to REVIEWS_MAX), after ratings. With any, the model's own day becomes
 * ROOMS_DAY. */
void rooms_reviews(struct model *model, int count);

#endif
