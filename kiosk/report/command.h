#ifndef PLENARY_REPORT_COMMAND_H
#define PLENARY_REPORT_COMMAND_H

/* The verbs that write paper: plenary-kiosk cards FILE.plenary --pdf F [--at ADDRESS], which only
 * reads the workshop's file, and plenary-kiosk forms --pdf F [--pack AGENDA]. */

#include <stdio.h>

#include "options/asked.h"

/* Writes the table cards and prints how many there are and where. ERROR_FORMAT: it was not said
 * where they go; otherwise as report_cards() and whoever reads the workshop's file say. */
CHECKED enum error report_cards_command(const struct asked *asked, FILE *out,
                                        struct trouble *trouble);

/* Writes the blank forms of a pack (that of the cluster workshop, if no agenda is named) and prints
 * where. ERROR_FORMAT: it was not said where they go; otherwise as report_forms() and whoever finds
 * and reads the pack say. */
CHECKED enum error report_forms_command(const struct asked *asked, FILE *out,
                                        struct trouble *trouble);

/* The same for a program that knows where they go. */
CHECKED enum error report_forms_of(const char *path, const char *agenda, struct trouble *trouble);

#endif
