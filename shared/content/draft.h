#ifndef PLENARY_CONTENT_DRAFT_H
#define PLENARY_CONTENT_DRAFT_H

/* A pack's file as libcyaml leaves it in memory: the texts already lie in the model's own structs,
 * and only what YAML says differently (a time as "09:20", a board or ballot by its id, several
 * agendas) has a place of its own. content_schema is the one description of the file's form:
 * libcyaml loads by it, and check.c tells people by it what is wrong where. Nothing outside
 * content/ sees a draft. */

#include <cyaml/cyaml.h>

#include "base/error.h"
#include "content/content.h"
#include "content/form.h"
#include "model/pack.h"

enum {
    FILE_NAME_SIZE = CONTENT_EXAMPLE_SIZE,
    MINUTES_MAX = 1440,  /* a day */
    GROUP_SIZE_MAX = 30, /* people to a group */
};

struct step_draft {
    struct agenda_step step; /* all but `subject` */
    char board[ID_SIZE];     /* a board's id, or empty */
    char of[ID_SIZE];        /* an item's id, or empty */
    char ballot[ID_SIZE];    /* a ballot's id, or empty */
};

struct item_draft {
    struct agenda_item item;        /* all but `start` and `steps` */
    char start[CONTENT_CLOCK_SIZE]; /* "09:20", or empty */
    uint8_t step_count;
    struct step_draft steps[STEPS_MAX];
};

struct agenda_draft {
    struct agenda agenda; /* all but `items` */
    char example[FILE_NAME_SIZE];
    uint8_t item_count;
    struct item_draft *items;
};

struct draft {
    struct pack pack; /* all but `agenda` */
    char conditions_from[FILE_NAME_SIZE];
    uint8_t agenda_count;
    struct agenda_draft *agendas;
};

extern const cyaml_schema_value_t content_schema;
extern const struct content_form content_form_pack;

/* Reads and checks a whole file, and the conditions of another where it names one; every agenda's
 * items are complete. The draft is the caller's; NULL on failure. Errors as for content_load. */
CHECKED enum error content_draft_read(struct draft **out, const char *path, struct trouble *t);

void content_draft_destroy(struct draft **draft);

#endif
