#ifndef PLENARY_CONSOLE_FINDINGS_H
#define PLENARY_CONSOLE_FINDINGS_H

/* The view of the findings: all that the grid says in the order in which it is told, the hidden
 * ones at the end; one of them chosen, with what can be done with it: bring it up large, put it in
 * other words, move, hide it, put it to the local authority and take down its answer. Under the
 * list the questions to ask of the grid, and a field for a finding of one's own.
 *
 * The chosen one is known by its kind and number, so that news never moves it; what is being typed
 * is the person's until it is kept. */

#include "console/rows.h"
#include "model/limits.h"
#include "ui/edit.h"

struct console;

/* A text of the chosen finding as it was when it was put into its field. */
struct finding_text {
    uint32_t revision;
    char was[NOTE_SIZE];
    struct edit edit;
};

struct console_findings {
    struct rows rows;
    uint8_t kind, number;               /* the chosen one; number 0: none */
    uint8_t loaded_kind, loaded_number; /* whose texts are in the fields */
    struct finding_text words, answer;
    struct edit add;
};

void console_findings_draw(struct console *console);

#endif
