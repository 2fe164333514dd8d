#ifndef PLENARY_TESTS_MERGE_SITE_H
#define PLENARY_TESTS_MERGE_SITE_H

/* One laptop with its workshop in memory, and merging from laptop to laptop without files. */

#include "journal/memory.h"
#include "link/seeded.h"
#include "merge/merge.h"

enum { SITE_CONDITIONS = 3 };

struct site {
    struct journal_disk *disk;
    struct store *store;
    uint64_t seed;
};

/* A workshop with conditions "c1" to "c3" and the schools named between commas. */
void site_open(struct site *site, const char *schools);
void site_close(struct site *site);

const struct model *site_model(const struct site *site);
school_id site_school(const struct site *site, const char *name); /* 0: none */

/* The manager proposes; manager and school agree face to face at that time. */
void site_propose(struct site *site, const char *school, int condition, int now, int target);
void site_agree(struct site *site, const char *school, int condition, int now, int target,
                const char *with, int64_t at_ms);
/* Of condition 1, by the manager. */
void site_add_action(struct site *site, const char *school, const char *text, int months);
void site_answer(struct site *site, const char *school, enum answer answer);
void site_do(struct site *site, const struct command *command, int64_t at_ms);

/* Compares; the sites' models are borrowed. The caller destroys the merge. */
struct merge *site_compare(const struct site *into, const struct site *const *from, unsigned count);

/* Compares and applies; what came in. */
struct merge_report site_merge(struct site *into, const struct site *const *from, unsigned count,
                               enum merge_rule rule);

/* Everything that merging looks at, as text and by name, so that two workshops can be compared. */
enum { SITE_TEXT_SIZE = 1 << 16 };
void site_write(char to[SITE_TEXT_SIZE], const struct site *site);

#endif
