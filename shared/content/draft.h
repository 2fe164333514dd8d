#ifndef PLENARY_CONTENT_DRAFT_H
#define PLENARY_CONTENT_DRAFT_H

/* A pack's file as libcyaml leaves it in memory: the texts already lie in the model's own structs,
 * and only what YAML says differently (a time as "09:20", several agendas) has a place of its own.
 * content_schema is the one description of the file's form: libcyaml loads by it, and check.c tells
 * people by it what is wrong where. Nothing outside content/ sees a draft. */

#include <cyaml/cyaml.h>

#include "base/error.h"
#include "model/pack.h"

enum { CLOCK_SIZE = 6, MINUTES_MAX = 1440 };

struct item_draft {
    struct agenda_item item; /* all but `start` */
    char start[CLOCK_SIZE];  /* "09:20", or empty */
};

struct agenda_draft {
    char id[ID_SIZE];
    char title[TITLE_SIZE];
    uint8_t item_count;
    struct item_draft *items;
};

struct draft {
    struct pack pack; /* all but `agenda` */
    uint8_t agenda_count;
    struct agenda_draft *agendas;
};

extern const cyaml_schema_value_t content_schema;

/* Minutes after midnight of "09:20" or "9:20"; -1 when it is no time of day. */
int content_clock(const char *text);

/* Reads and checks a whole file. The draft is the caller's; NULL on failure. Errors as for
 * content_load. */
CHECKED enum error content_draft_read(struct draft **out, const char *path, struct trouble *t);

void content_draft_destroy(struct draft **draft);

#endif
