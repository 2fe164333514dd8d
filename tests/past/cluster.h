#ifndef PLENARY_TESTS_PAST_CLUSTER_H
#define PLENARY_TESTS_PAST_CLUSTER_H

/* Workshop files of small clusters, and what bringing reviews into one says. Everything fails the
 * test when it cannot. */

#include "journal/scratch.h"
#include "past/past.h"

/* Days of the tests (base/day.h): 15 October 2008, 12 May 2009, 20 October 2009. */
enum { AUTUMN_2008 = 14167, SPRING_2009 = 14376, AUTUMN_2009 = 14537 };

enum { CLUSTER_PATH_SIZE = 192, CLUSTER_SAID_SIZE = 8192 };

void cluster_path(char to[CLUSTER_PATH_SIZE], const struct scratch *scratch, const char *name);
void cluster_write(char path[CLUSTER_PATH_SIZE], const struct scratch *scratch, const char *name,
                   const char *text);

/* A workshop begun on that day. Conditions as "id=Name|id=Name", schools as "Ashby|Birch". */
struct store *cluster_make(const char *path, const char *title, uint32_t day,
                           const char *conditions, const char *schools);
struct store *cluster_open(const char *path);
int64_t cluster_ms(uint32_t day);

/* The manager proposes; manager and school agree, on that day. Conditions from 1. */
void cluster_propose(struct store *store, const char *school, int condition, int now, int target);
void cluster_agree(struct store *store, const char *school, int condition, int now, int target,
                   uint32_t day);

/* Closes the file. */
void cluster_end(struct store **store);

/* The facilitator's room, the caller's; a set for it, with the store's own file as its place. */
struct room *cluster_room(struct store *store);
struct past_set *cluster_past(struct store *store);

void cluster_read(struct past_set *past, const char *path);
/* Of a CSV. */
void cluster_read_csv(struct past_set *past, const char *path, uint32_t day, const char *title);
/* Refused with that error and these words; the set is as it was. */
void cluster_refuses(struct past_set *past, const struct past_source *source, enum error wanted,
                     const char *words);

/* What past_tell says, a line each. */
void cluster_tell(char to[CLUSTER_SAID_SIZE], const struct past_set *past, struct store *store);

/* Takes all in on that day; what past_sum says must be so. */
void cluster_take(struct store *store, const struct past_set *past, uint32_t day, const char *sum);

/* "Ashby 4/6 -/- 5/- | Birch ...": what a review holds by now, schools in alphabetical order. */
void cluster_says(struct store *store, review_id review, const char *wanted);

#endif
