#ifndef PLENARY_LINES_PRINTING_H
#define PLENARY_LINES_PRINTING_H

/* Within lines/ only: how each kind of item is said. A printer writes the line or lines of the item
 * that `key` names, or none. */

#include "lines/print.h"
#include "model/findings.h"

/* One item on its way to its lines. */
struct printing {
    struct lines_printer *printer;
    const struct room *room;
    struct item_key key;
    int64_t now_ms;
    bool all; /* everything is being said: what is not there says nothing */
    struct lines_line line;
};

typedef void item_printer(struct printing *p);

void printing_end(struct printing *p, enum lines_once once);
/* The school's name, if there is a school. */
void printing_school(struct printing *p, school_id school);
/* What is not said where it is 0, empty or no. */
void printing_some(struct printing *p, const char *name, int64_t number);
void printing_text(struct printing *p, const char *name, const char *text);
void printing_yes(struct printing *p, const char *name, bool yes);
void lines_yes_no(struct lines_line *line, const char *name, bool yes);

item_printer print_workshop, print_me, print_place, print_timer, print_view, print_condition,
    print_school, print_seat, print_code, print_consent, print_rating, print_summary,
    print_progress, print_kiosk; /* review */
item_printer print_board, print_question, print_note, print_own_note, print_round, print_tally,
    print_readings, print_missing, print_own_slip, print_finding, print_action,
    print_undo; /* activities */
item_printer print_ballot, print_turnout, print_own_paper, print_result, print_named_paper,
    print_priorities;                                                     /* votes */
item_printer print_own_action;                                            /* actions */
item_printer print_review, print_past, print_past_summary;                /* earlier reviews */
item_printer print_character, print_card, print_moment, print_conducting; /* training */
void print_found(struct printing *p, const struct room_finding *finding);

#endif
