#ifndef PLENARY_ROLLUP_GATHER_H
#define PLENARY_ROLLUP_GATHER_H

/* Within rollup/ and for its tests: a roll-up while it is gathered. */

#include <stdio.h>

#include "model/findings.h"
#include "model/model.h"
#include "rollup/names.h"
#include "rollup/rollup.h"

/* Workshops taken in so far, by their ids: a table of open addressing, at most half full. */
struct rollup_seen {
    uint32_t size; /* a power of two */
    uint8_t (*ids)[WORKSHOP_ID_SIZE];
};

struct rollup {
    struct rollup_counts counts;
    struct rollup_condition conditions[ROLLUP_CONDITIONS_MAX];
    struct rollup_seen seen;
    FILE *clusters, *matters; /* records, in files without a name */
    bool failed;              /* one of them could not be written */
    struct model *model;
    struct room *room;
    struct rollup_names names;
    struct rollup_cluster cluster; /* under way */
    struct rollup_matter matter;
    struct room_finding findings[ROOM_FINDINGS_MAX];
};

/* Takes in what the room says, portrayed for AUDIENCE_LA; the room is spoiled. */
void rollup_take(struct rollup *rollup, struct room *room);

#endif
