#ifndef PLENARY_PRESENTER_BRINGING_H
#define PLENARY_PRESENTER_BRINGING_H

/* What the page that brings files in asks for, done: finding files, opening the workshop, comparing
 * and merging. The workshop stays open from comparing on, so that nobody else can change it. */

#include "opening/opening.h"
#include "start/bring.h"

struct bringing {
    struct bring_screen screen;
    struct store *store; /* of the workshop, while comparing and after */
    struct opening_report report;
};

/* Gives each workshop of the folder of workshops, by name. */
void bringing_find(void (*give)(void *context, const char *path), void *context);

/* Brings the page up; the files in the folder of workshops stand on it. */
void bringing_open(struct bringing *bringing);

/* Does what was chosen; `into` is the workshop's file. True when the workshop is to be opened: then
 * the store is the caller's, as is the report. */
bool bringing_obey(struct bringing *bringing, enum bring_choice choice, const char *into);

/* Lets go of everything. */
void bringing_close(struct bringing *bringing);

#endif
