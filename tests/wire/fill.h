#ifndef PLENARY_TESTS_WIRE_FILL_H
#define PLENARY_TESTS_WIRE_FILL_H

/* Bodies with every number and text at its largest, so that what does not fit or is forgotten on
 * the way is noticed. What is filled must be zero before. */

#include "model/command.h"
#include "model/event.h"
#include "model/item.h"

void fill_event_body(union change *change, enum event_kind kind);
void fill_command_body(union change *change, enum command_kind kind);

/* Sets the key too: the largest of its kind. */
void fill_item(struct item *item, enum item_kind kind);

void fill_summary(struct summary_item *summary);

/* An empty one of the kind, with the key of the first of its kind and what little makes it
 * readable. */
void fill_least_item(struct item *item, enum item_kind kind);

/* False for the kinds of command that only the kiosk itself uses. */
bool fill_is_for_clients(enum command_kind kind);

/* Bodies that are refused when they are all zero: content without a name, steps or headings. */
bool fill_cannot_be_empty(enum event_kind kind);

#endif
