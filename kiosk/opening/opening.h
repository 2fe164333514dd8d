#ifndef PLENARY_OPENING_OPENING_H
#define PLENARY_OPENING_OPENING_H

/* From what a person asked for to an open workshop: a file opened, or a new one begun from an
 * agenda of the packs, with schools and perhaps a grid brought in. All or nothing: what cannot be
 * begun leaves no file behind. */

#include "host/store.h"
#include "import/import.h"
#include "link/random.h"
#include "merge/earlier.h"
#include "model/pack.h"

enum { OPENING_PATH_SIZE = 4096, OPENING_REMARKS_MAX = 64, OPENING_REMARK_SIZE = 768 };

struct opening_report;

struct opening {
    const char *file;     /* NULL: a new one gets its own name in the folder of workshops */
    const char *agenda;   /* NULL: open what is there */
    const char *title;    /* NULL: the agenda's */
    const char *schools;  /* names between commas or line breaks; NULL: none */
    const char *import;   /* files of grids, between commas; NULL: none */
    struct import *ready; /* grids that were read and asked about already; NULL: none. Compared
                             with the workshop once more before they come in */
    const char *earlier;  /* of a new one: an earlier workshop whose actions come in; NULL: none */
    bool made_up;         /* of a new one: the grid is of a made-up cluster, to practise on; the
                             workshop is a training */
    const struct pack *pack; /* of a new one: content changed before beginning, in place of what
                                `agenda` names; NULL: as it is in the packs */
    /* Of a new one: what else comes in, by somebody who knows how; NULL: nothing. What fails there
     * leaves nothing begun. */
    enum error (*fill)(void *context, struct store *store, struct opening_report *report,
                       const struct link_random *random, int64_t now_ms, struct trouble *trouble);
    void *fill_context;
    const char *rehearsal; /* the people are made up too: a rehearsal pack, by its id or its file
                              (content/rehearsal.h). A file that is not there yet, or none, is begun
                              from it and is a training; one that is there must be one already.
                              NULL: nobody is made up */
    bool players;  /* opened as it was left: a training with the people of the rehearsal that
                      it was begun from, if that pack still comes with Plenary */
    bool talks;    /* opened for one-to-one talks */
    bool pictures; /* opened for its pictures alone: it does not become the newest of the
                      recent ones */
};

/* What a person should know of it. */
struct opening_report {
    char path[OPENING_PATH_SIZE];
    bool talks; /* as asked: the facilitator's console begins with the talks */
    char rehearsal[OPENING_PATH_SIZE]; /* whose people are to come in; empty: nobody's */
    bool imported;
    unsigned remarks; /* on what was imported, each a sentence; the first of them below */
    char remark[OPENING_REMARKS_MAX][OPENING_REMARK_SIZE];
    struct earlier_report earlier; /* of an earlier workshop's actions, where they came in */
};

/* Opens or begins. On failure `trouble` says what is wrong; of a lost or damaged file
 * it also says which copy would open. A workshop restored from a copy gets fresh codes, for copies
 * hold none. */
CHECKED enum error opening_do(struct store **out, struct opening_report *report,
                              const struct opening *asked, const struct link_random *random,
                              struct trouble *trouble);

/* Takes grids into an open workshop, comparing them with it first: all of them or nothing.
 * ERROR_FORMAT while it is not clear which condition a row is about; `trouble` names the first. */
CHECKED enum error opening_import(struct store *store, struct opening_report *report,
                                  struct import *import, const struct link_random *random,
                                  struct trouble *trouble);

/* The same from files, between commas. */
CHECKED enum error opening_import_files(struct store *store, struct opening_report *report,
                                        const char *paths, const struct link_random *random,
                                        struct trouble *trouble);

/* The folder that new workshops go to: $PLENARY_WORKSHOPS, else Plenary in the home folder. Made if
 * need be. */
CHECKED enum error opening_folder(char to[OPENING_PATH_SIZE], struct trouble *trouble);

#endif
