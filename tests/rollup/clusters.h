#ifndef PLENARY_TESTS_ROLLUP_CLUSTERS_H
#define PLENARY_TESTS_ROLLUP_CLUSTERS_H

/* Workshop files as a roll-up reads them, made fast and the same for the same seed: schools, all
 * conditions of the real pack rated, findings marked for the local authority. Whatever goes wrong
 * ends the program. */

#include <stdbool.h>
#include <stdint.h>

#include "model/pack.h"

/* What is zero is made by a rule. */
struct clusters_spec {
    const char *path;  /* must not be there yet */
    const char *title; /* NULL: "Cluster 7" of seed 7 */
    uint64_t seed;     /* ids and ratings follow from it */
    unsigned schools;  /* 0: 30 */
    const char *const *names;
    const char *const *rows; /* ratings of condition 1, 2, ... as digits by school, "a" for 10, "-"
                                for none; the last one NULL */
    bool consented;          /* every school has said yes for the local authority */
    const char *text;        /* of a finding that is added and put to the local authority */
    const char *answer;      /* to it */
};

/* The pack that the files are made of, read once. Ids of its conditions may be changed before. */
void clusters_pack(struct pack *pack);

void clusters_make(const struct pack *pack, const struct clusters_spec *spec);

/* The path of file `number` of a series in `folder`, and making the first `count` of it. */
enum { CLUSTERS_PATH_SIZE = 4096 };
void clusters_path(char to[CLUSTERS_PATH_SIZE], const char *folder, unsigned number);
void clusters_series(const char *folder, unsigned count);

#endif
