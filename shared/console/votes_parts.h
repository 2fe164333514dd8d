#ifndef PLENARY_CONSOLE_VOTES_PARTS_H
#define PLENARY_CONSOLE_VOTES_PARTS_H

/* Within console/ only: what the files of the votes' view, and the run view beside them, share. */

#include "console/parts.h"
#include "model/outcome.h"
#include "ui/button.h"

/* How many are usually taken on, and what a run-off looks at. */
enum { VOTES_WANTED = 3 };

/* ---- votes_text.c: a vote in words ---- */

enum { VOTES_TEXT = 512 };

/* "Dots, 3 each · every person · secret". */
void votes_terms_text(char to[VOTES_TEXT], const struct ballot_content *content);

/* "Open: 17 of 24 have voted, 3 of them on paper". */
void votes_state_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot);

/* The same, and at how many laptops where some are shared: there are fewer than people then. */
void votes_turnout_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot);

/* Who is expected and has not voted: of a school; of no school; of all (school UINT16_MAX). */
enum { VOTES_ALL = UINT16_MAX };
unsigned votes_missing(const struct room *room, ballot_id ballot, school_id school);

/* "Ashby 2, Birch 1 and 3 more", up to `most` schools; empty: nobody is missing. */
void votes_missing_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot,
                        unsigned most);

/* The options as they stand or, before it is first opened, would: their number, which may be more
 * than a vote has room for. `things` holds those there is room for; of typed ones it is empty. */
unsigned votes_options(uint16_t things[OPTIONS_MAX], const struct room *room,
                       const struct ballot_content *content);

/* What an option is called; of typed ones `i` counts from 0. Borrowed. */
const char *votes_option_text(const struct room *room, const struct ballot_content *content,
                              uint16_t thing, unsigned i);

/* Why it cannot be opened just now; NULL: it can. Borrowed. */
const char *votes_obstacle(const struct room *room, ballot_id ballot);

/* The figures of one option of a revealed vote: "14 dots · 31 %". */
void votes_result_text(char to[VOTES_TEXT], const struct ballot_content *content,
                       const struct outcome *outcome, uint8_t option);

/* "2=" where a place is shared. */
enum { VOTES_PLACE = 8 };
void votes_place_text(char to[VOTES_PLACE], const struct outcome *outcome, uint8_t option);

/* ---- votes_hands.c: what is done with one ---- */

/* The vote that keys speak of: in the view of the votes the chosen one, else the room's; 0: none.
 */
ballot_id votes_at(const struct console *console);

void votes_choose(struct console *console, ballot_id ballot);
void votes_turn_page(struct console *console, enum votes_page page);
void votes_show(struct console *console, ballot_id ballot);
bool votes_is_shown(const struct console *console, ballot_id ballot);
/* R: opens, closes or reveals, after asking where that is due. */
void votes_go_on(struct console *console, ballot_id ballot);
void votes_set(struct console *console, ballot_id ballot, enum ballot_state state);
void votes_remove(struct console *console, ballot_id ballot);
void votes_again(struct console *console, ballot_id ballot);
void votes_decide_tie(struct console *console, ballot_id ballot);
void votes_turn_sight(struct console *console, ballot_id ballot);
/* The tied options that a run-off would be about, and how many; 0: no tie worth one. */
uint8_t votes_tie(const struct console *console, ballot_id ballot, uint8_t options[OPTIONS_MAX]);
/* Sends a vote that is new, and waits for it. */
void votes_add(struct console *console, const struct ballot_content *content, bool show);
uint8_t votes_wanted(const struct console *console);

/* ---- votes_ask.c ---- */

/* What is being asked, with its buttons; returns its height, 0 when nothing is. */
double votes_ask_draw(struct console *console, ballot_id ballot, double x, double y, double w);

/* ---- pages of the panel ---- */

/* How many characters may still be typed, told when they get few; else NULL. */
enum { VOTES_LEFT = 32 };
const char *votes_left_text(char to[VOTES_LEFT], const struct edit *edit, int most);

ui_id votes_list_id(void);
void votes_panel_draw(struct console *console, struct box box);
void votes_terms_begin(struct console *console, ballot_id ballot);
void votes_terms_draw(struct console *console, struct box box);
void votes_terms_options_draw(struct console *console, struct box box);
void votes_paper_begin(struct console *console, ballot_id ballot);
void votes_paper_draw(struct console *console, struct box box);
void votes_first_begin(struct console *console, ballot_id ballot);
void votes_first_draw(struct console *console, struct box box);

/* Buttons from left to right, wrapping, the last row standing on `bottom`. Returns which was
 * activated, from 0; -1: none. *top: where they begin. */
struct votes_button {
    const char *name;
    enum word text;
    bool primary, off;
};
int votes_buttons(struct console *console, double x, double bottom, double w,
                  const struct votes_button *buttons, int count, double *top);

/* A number between two buttons, a label before it, ending at `right`: by how much it is to change.
 */
int votes_stepper(struct console *console, const char *name, double right, double y, int value,
                  int least, int most);

#endif
