#ifndef PLENARY_HOST_SETUP_H
#define PLENARY_HOST_SETUP_H

/* Making a workshop, and taking review grids into one: sequences of the same commands that
 * everybody uses, in one batch, so that all of it happens or nothing. */

#include "host/store.h"
#include "import/import.h"
#include "link/random.h"
#include "model/pack.h"

/* A workshop to be begun. `training`: nothing in it will be real, and nothing makes it so later. */
struct setup_new {
    const struct pack *pack;
    const char *title;
    const char (*schools)[NAME_SIZE];
    size_t school_count;
    bool training;
};

/* Begins the workshop of an empty store with the pack's conditions and agenda and the schools
 * named, and issues its codes. Commits. ERROR_FORMAT: a school's name cannot be taken, `trouble`
 * says which and why. */
CHECKED enum error setup_workshop(struct store *store, const struct setup_new *asked,
                                  const struct link_random *random, int64_t now_ms,
                                  struct trouble *trouble);

/* Takes in what was compared with this workshop (import/import.h): schools not yet listed are
 * added, ratings become the manager's proposals, or agreed ones where the file says so; what stands
 * already brings no event. Rows that are still asked about are not among what is taken. A rating
 * that has changed since it was compared is a refusal. Commits; on any refusal nothing is taken and
 * `trouble` names the school and why. Reads no file: for the host's thread. */
CHECKED enum error setup_import(struct store *store, const struct import *import,
                                const struct link_random *random, int64_t now_ms,
                                struct trouble *trouble);

/* Readies a made-up cluster for practice once its grid is in: what is proposed counts as agreed,
 * and every school shows its name, for there is nobody who could say so. Commits. */
CHECKED enum error setup_made_up(struct store *store, int64_t now_ms, struct trouble *trouble);

/* Issues the codes that are missing (host/codes.h) and commits. */
CHECKED enum error setup_codes(struct store *store, const struct link_random *random,
                               int64_t now_ms, struct trouble *trouble);

#endif
