#ifndef PLENARY_TESTS_WIRE_FILL_CONTENT_H
#define PLENARY_TESTS_WIRE_FILL_CONTENT_H

/* For fill_changes.c and fill_items.c: what the two families have in common, at its largest. */

#include <stddef.h>

#include "model/change.h"
#include "model/pack.h"
#include "model/types.h"

/* `size - 1` bytes of text that is clean: letters only. */
void fill_text(char *to, size_t size);

/* As many visible characters as a person may type, of three bytes each. */
void fill_visible(char *to, size_t visible);

void fill_figure(struct figure *f);
void fill_content(struct condition *c);
void fill_agenda_item(struct agenda_item *i);
void fill_board_content(struct board_content *b);
void fill_look(struct view *v);
void fill_action_content(struct action_content *a);
void fill_ballot_content(struct ballot_content *b);
void fill_ballot_tally(struct ballot_tally *t);
void fill_past_content(struct past *p);
void fill_priorities_content(struct priorities_change *p);

#endif
