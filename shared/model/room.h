#ifndef PLENARY_MODEL_ROOM_H
#define PLENARY_MODEL_ROOM_H

/* What a screen is drawn from, the same on the kiosk and on every client: the items received so
 * far, laid out as tables. It holds exactly what its audience was given, no more. Index 0 of the
 * tables is empty (ids are indices), but progress[0] is the whole cluster. Schools stand in
 * alphabetical order and never in any other. */

#include "base/error.h"
#include "model/item.h"

struct room {
    uint64_t changes; /* counts what was applied: the same number, the same room */
    struct workshop_item workshop;
    struct place place;
    struct timer_item timer;
    struct view view;
    struct me_item me;
    struct kiosk_item kiosk;
    struct condition conditions[CONDITIONS_MAX + 1];
    struct agenda_item items[AGENDA_MAX + 1];
    struct summary_item summaries[CONDITIONS_MAX + 1];
    struct school_item schools[SCHOOLS_MAX + 1];
    uint16_t school_count;               /* of the schools received so far */
    school_id school_order[SCHOOLS_MAX]; /* their ids, alphabetical by name */
    struct progress_item progress[SCHOOLS_MAX + 1];
    struct consent_item consents[SCHOOLS_MAX + 1];
    struct seat_item seats[SEATS_MAX + 1]; /* ROLE_NONE: not there */
    struct code_item codes[CODES_MAX + 1]; /* no symbols: not there */
    struct cell_item cells[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    struct talk_item talks[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    bool has_talk[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    struct board_item boards[BOARDS_MAX + 1];
    struct question_item questions[QUESTIONS_MAX + 1];
    struct note_item notes[NOTES_MAX + 1]; /* state NONE: not there */
    struct own_note_item own_notes[NOTES_MAX + 1];
    struct round_item rounds[SLIP_COUNT];
    struct tally_item tallies[SLIP_COUNT][CONDITIONS_MAX + 1]; /* count 0: not there */
    struct tally_item readings[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    struct missing_item missing[SCHOOLS_MAX + 1];
    struct own_slip_item own_slips[SLIP_COUNT][CONDITIONS_MAX + 1];
    struct finding_item findings[FINDING_COUNT][CONDITIONS_MAX + 1];
    struct action_item actions[ACTIONS_MAX + 1]; /* revision 0: not there */
    struct undo_item undo;
    struct ballot_item ballots[BALLOTS_MAX + 1];
    struct turnout_item turnouts[BALLOTS_MAX + 1][SCHOOLS_MAX + 1];
    struct ballot_tally ballot_tallies[BALLOTS_MAX + 1];
    struct own_paper_item own_papers[BALLOTS_MAX + 1][LAPTOP_MAX + 1];
    struct named_paper_item named_papers[PAPERS_MAX + 1]; /* by paper, whatever the ballot */
    struct priorities_change priorities;
    struct own_action_item own_actions[ACTIONS_MAX + 1];
    struct review_item reviews[REVIEWS_MAX + 1];
    struct past pasts[REVIEWS_MAX + 1][SCHOOLS_MAX + 1]; /* to be read through room_past */
    struct past own_pasts[REVIEWS_MAX + 1][SCHOOLS_MAX + 1];
    struct summary_item past_summaries[REVIEWS_MAX + 1][CONDITIONS_MAX + 1];
    struct character_item characters[CHARACTERS_MAX + 1];
    struct card_item cards[CHARACTERS_MAX + 1];
    struct moment_item moments[MOMENTS_MAX + 1];
    struct conducting_item conducting;
};

CHECKED enum error room_create(struct room **out);
void room_destroy(struct room **room);
void room_clear(struct room *room);

/* True when the key's numbers are within the room's tables. What comes from a network must pass. */
bool room_has_place(struct item_key key);

/* How many places there are: items that may change at once. */
unsigned room_place_count(void);

/* Puts an item in its place, or empties that place. The key must have a place. */
void room_apply(struct room *room, const struct item *item);
void room_remove(struct room *room, struct item_key key);

/* One cell as this audience may see it: from the talk where there is one, else the open cell. The
 * state is RATING_NONE where there is nothing. */
struct cell_item room_cell(const struct room *room, condition_id condition, school_id school);

/* What a school said in an earlier review, as this audience may see it: all zero where there is
 * nothing. Borrowed. */
const struct past *room_past(const struct room *room, review_id review, school_id school);

/* The character whose card this seat holds, as it plays it; 0: none. Not for the facilitator, who
 * has every card. */
character_id room_own_character(const struct room *room);

/* Fills `order` with the conditions' ids, 1 to n or by shown average, lowest first (the room's
 * view says which; conditions without figures come last). Returns how many. */
uint8_t room_condition_order(const struct room *room, condition_id order[CONDITIONS_MAX]);

/* The school of that name, as typed by a person (case and accents do not matter); 0: none. */
school_id room_find_school(const struct room *room, const char *name);

/* Where the kiosk is reached, as people type it: with the port only where it is not KIOSK_PORT.
 * Empty without a network. */
enum { ROOM_ADDRESS_SIZE = ADDRESS_SIZE + 8 };
void room_address(char to[ROOM_ADDRESS_SIZE], const struct room *room);

/* The stage the room is at: a ballot that the view brings up stands in place of the step's own. */
enum stage_kind room_stage(const struct room *room);

/* The ballot the room looks at: the view's, else that of the step; 0: none. */
ballot_id room_ballot(const struct room *room);

/* The place one step further on than `from` (direction 1) or back (-1): through the steps of an
 * agenda item, then to the next item, or to the last step of the one before. The lobby comes before
 * item 1; at either end the place stays where it is. */
struct place room_place_after(const struct room *room, struct place from, int direction);

/* Calls `differs` for every key whose item is not the same in the two rooms, in the order of
 * ITEM_LIST. */
void room_compare(const struct room *a, const struct room *b,
                  void (*differs)(void *context, struct item_key key), void *context);

/* True when the room already holds what the item says. The key must have a place. Items are
 * compared by their bytes: two that say the same may count as different, never the reverse. */
bool room_holds(const struct room *room, const struct item *item);

#endif
