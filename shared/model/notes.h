#ifndef PLENARY_MODEL_NOTES_H
#define PLENARY_MODEL_NOTES_H

/* Questions about boards and notes that deciding, applying and projecting ask alike.
 *
 * A note stands on its own, is a suggestion to another (`parent`), or has been merged into another
 * (`merged`) and is then part of it. A suggestion goes with the note it is to: where that stands it
 * stands, and when that is taken down or waits so does it. Within a heading notes stand by their
 * `order`, the older of two alike first. */

#include "model/model.h"

bool note_exists(const struct model *m, note_id note); /* and has not been removed */

/* The note that a note is part of: itself where it has not been merged. */
note_id note_root(const struct model *m, note_id note);

/* The note whose card it is on: of a suggestion its parent's, else its own; merged ones counted. */
note_id note_card(const struct model *m, note_id note);

/* The note has a card of its own. */
bool note_is_card(const struct model *m, note_id note);

/* Everybody may read it. A personal board's notes nobody may. */
bool note_is_public(const struct model *m, note_id note);

/* The facilitator may read it: also while it waits, but of a personal board only once that has
 * closed. */
bool note_is_facilitators(const struct model *m, note_id note);

/* True when `a` stands before `b` in the same heading. */
bool note_is_before(const struct model *m, note_id a, note_id b);

bool board_exists(const struct model *m, uint8_t board);
bool board_has_heading(const struct model *m, uint8_t board, uint8_t heading);

/* Fills `cards` with the board's cards that everybody may read (of a personal one: that the
 * facilitator may), heading by heading in their order. Returns how many. */
note_id board_cards(const struct model *m, uint8_t board, note_id cards[NOTES_MAX]);

#endif
