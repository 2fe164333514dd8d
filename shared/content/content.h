#ifndef PLENARY_CONTENT_CONTENT_H
#define PLENARY_CONTENT_CONTENT_H

/* Content packs: YAML files that say what a review is about, so that another setting needs another
 * file and no rebuild. A pack holds one or more agendas and conditions for success, its own or
 * those of another file (assets/packs/README.md describes every key). A pack is read whole or not
 * at all: what comes out has every text cleaned by base/text.h, every count within model/limits.h,
 * ids that are unique where they must be, steps whose boards and items exist, and starts that go
 * forward. What is wrong with a file is said in plain words with its name, the line, and the path
 * in it.
 *
 * Limits: 1 MiB a file, AGENDAS_MAX agendas a file, CONTENT_ENTRIES_MAX agendas in all. */

#include "base/error.h"
#include "model/pack.h"

enum {
    AGENDAS_MAX = 16,
    CONTENT_ENTRIES_MAX = 128,
    CONTENT_PATH_SIZE = 1024,
    CONTENT_EXAMPLE_SIZE = 128,
    CONTENT_CLOCK_SIZE = 6,
};

/* One agenda that can be started, or one file that cannot be read. */
struct content_entry {
    char path[CONTENT_PATH_SIZE]; /* of the pack's file */
    char pack_title[TITLE_SIZE];
    char agenda_id[ID_SIZE]; /* empty: the file is faulty, and `trouble` says why */
    char agenda_title[TITLE_SIZE];
    char about[MEMO_SIZE];              /* what it is for; may be empty */
    char example[CONTENT_EXAMPLE_SIZE]; /* grid file in examples/ to practise it on; empty: none */
    uint8_t condition_count;
    uint8_t item_count;
    struct trouble trouble;
};

/* By file name, and within a file in its own order. */
struct content_catalogue {
    uint16_t count;
    struct content_entry entries[CONTENT_ENTRIES_MAX];
};

/* The folder of everything that is read at run time (packs/, examples/, fonts, pictures):
 * PLENARY_ASSETS from the environment, else the source tree's while there is one, else the
 * installed one. Borrowed. */
const char *content_assets(void);

/* Lists the agendas of all *.yaml files in `folder`; NULL stands for packs/ in content_assets(). A
 * faulty file is an entry of its own and no failure. Fails with ERROR_ABSENT when the folder cannot
 * be opened; agendas beyond CONTENT_ENTRIES_MAX are left out (ERROR_RANGE, the rest is there). */
CHECKED enum error content_list(struct content_catalogue *out, const char *folder,
                                struct trouble *t);

/* Finds what a person named on starting a workshop: the id of an agenda in the packs folder, or the
 * path of a pack's file (a name with a slash or ending in .yaml; then its first agenda). Fails with
 * ERROR_ABSENT, naming the ids there are, or, for a path, as content_load does. */
CHECKED enum error content_find_agenda(struct content_entry *out, const char *name,
                                       struct trouble *t);

/* Reads the pack at `path` with its agenda `agenda_id` (NULL: the first) into `*out`, which is all
 * zero on failure. ERROR_ABSENT: no such file or agenda; ERROR_FORMAT: `t` names file, line,
 * path and what is wrong; ERROR_IO, ERROR_MEMORY. `*out` is about a megabyte: keep it off the
 * stack. */
CHECKED enum error content_load(struct pack *out, const char *path, const char *agenda_id,
                                struct trouble *t);

/* Minutes after midnight of "09:20" or "9:20"; -1 when it is no time of day. */
int content_clock(const char *text);

#endif
