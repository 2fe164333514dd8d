#ifndef PLENARY_OPENING_RECENT_H
#define PLENARY_OPENING_RECENT_H

/* The workshops last opened on this computer, newest first, for the start screen. Their paths are
 * kept one a line in the state folder; what else is shown is read from the files themselves each
 * time, so it is never out of date. A file that has gone is left out; one that will not open is
 * listed with the copy that would. */

#include "journal/copies.h"
#include "model/limits.h"

#include <stdbool.h>

enum { RECENT_SHOWN = 3, RECENT_KEPT = 12 };

struct recent {
    char path[JOURNAL_PATH_SIZE];
    char title[TITLE_SIZE]; /* of the workshop, or the file's name when it does not open */
    uint16_t schools;
    uint16_t agreed;
    uint16_t of; /* ratings there could be */
    bool closed;
    bool training;
    int64_t last_ms; /* the last thing that happened, wall time; 0: unknown */
    bool opens;
    bool has_copy; /* when it does not open */
    struct journal_copy copy;
};

/* Puts a workshop file first. That it cannot be kept is no reason to stop. */
void recent_remember(const char *path);

/* Reads the newest; returns how many. */
unsigned recent_list(struct recent out[RECENT_SHOWN]);

#endif
