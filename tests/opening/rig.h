#ifndef PLENARY_TESTS_OPENING_RIG_H
#define PLENARY_TESTS_OPENING_RIG_H

/* A folder of workshops of a test's own, and workshops begun in it. */

#include <dirent.h>
#include <stdlib.h>

#include "journal/scratch.h"
#include "link/seeded.h"
#include "opening/opening.h"
#include "testing.h"

#define EXAMPLES TEST_SOURCE_DIR "/../../assets/examples/"
#define AGENDA   "cluster-workshop"

static inline int rig_setup(void **state)
{
    int failed = scratch_setup(state);
    const struct scratch *scratch = *state;
    return failed || setenv("PLENARY_WORKSHOPS", scratch->folder, 1);
}

/* Opens or begins; the report is the last call's. */
static inline enum error rig_open(struct store **store, const struct opening *asked,
                                  struct opening_report **report, struct trouble *trouble)
{
    static struct opening_report last;
    static uint64_t seed = 99;
    struct link_random random = seeded(&seed);
    *report = &last;
    *trouble = (struct trouble){0};
    return opening_do(store, &last, asked, &random, trouble);
}

/* Entries of the folder, "." and ".." left out. */
static inline unsigned rig_entries(const char *folder)
{
    unsigned count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

#endif
