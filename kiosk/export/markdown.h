#ifndef PLENARY_EXPORT_MARKDOWN_H
#define PLENARY_EXPORT_MARKDOWN_H

/* Within export/ only: the parts of the summary, each from its heading on, and nothing where there
 * is nothing to say. CommonMark 0.31: what people wrote is escaped, so that a star is a star. */

#include "export/export.h"
#include "model/findings.h"

#include <stdio.h>

/* Room for what a sentence is made of, its escapes included. */
enum { MARKDOWN_SIZE = 4 * NOTE_SIZE };

/* Escapes what CommonMark would take for a sign of its own; cut at a whole character. */
void markdown_escape(char to[MARKDOWN_SIZE], const char *text);

void markdown_heading(FILE *file, enum word text);

/* markdown_plan.c: priorities and how they were decided; actions by whose plan they are in, what of
 * them is loose, and how far those of last time are. */
void markdown_priorities(FILE *file, const struct export *what);
void markdown_plan(FILE *file, const struct export *what);

#endif
