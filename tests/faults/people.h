#ifndef PLENARY_TESTS_FAULTS_PEOPLE_H
#define PLENARY_TESTS_FAULTS_PEOPLE_H

/* People at plenary-client --text who rate, write notes and vote, each saying the next thing as
 * soon as few are unanswered; and the ledger of what each was told. Looked for in the workshop
 * file: a rating or a note bears a number that occurs once ("F000123"), which stands in the body of
 * its event; a vote, which is secret, is told by the seat and the number of its command. What was
 * told to be saved and is not there is lost; what is there twice is doubled; what was refused and
 * is there all the same was denied. What was asked by a client that was then killed may be there or
 * not, but not twice. */

#include <stdbool.h>
#include <stdint.h>

#include "faults/figures.h"
#include "faults/venue.h"

enum { PEOPLE_MAX = 48, PEOPLE_ASKED_MAX = 60000, PEOPLE_OPEN_MAX = 4 };

enum people_what { PEOPLE_RATE, PEOPLE_NOTE, PEOPLE_VOTE };

enum people_told { PEOPLE_UNTOLD, PEOPLE_SAVED, PEOPLE_REFUSED, PEOPLE_CUT_OFF };

struct people_asked {
    enum people_what what;
    enum people_told told;
    unsigned seat, id; /* once told */
    double at_ms;
};

struct person {
    struct process process;
    char name[24];
    unsigned school; /* below VENUE_SCHOOLS */
    unsigned seat;
    bool in;                                    /* its room has been whole, over this connection */
    size_t read;                                /* of what it has said */
    unsigned open_count, open[PEOPLE_OPEN_MAX]; /* not answered, oldest first */
};

struct people {
    struct venue *venue;
    uint64_t random;
    unsigned port; /* where they connect to; 0: the kiosk itself */
    bool only_votes;
    unsigned count, asked_count, saved, refused, not_saved;
    struct person person[PEOPLE_MAX];
    struct people_asked asked[PEOPLE_ASKED_MAX];
    struct figures_times receipts; /* from asking to answer */
};

/* What the file says of the ledger. */
struct people_found {
    unsigned lost, doubled;
    unsigned denied; /* told to be refused, and there */
};

/* Brings `count` people in with their schools' codes and waits until all are. */
void people_come(struct people *people, struct venue *venue, unsigned count, uint64_t seed);

/* A number below `count`. */
unsigned people_draw(struct people *people, unsigned count);

/* Starts somebody's client, and again after it was killed: on the seat it had. */
void people_start(struct people *people, unsigned who);

/* Kills somebody's client. */
void people_kill(struct people *people, unsigned who);

/* Everybody who is in and has fewer than `open` things unanswered says something more. */
void people_say(struct people *people, unsigned open);

/* Hears what was said, waiting up to `ms` for something. Fails the test when somebody was told that
 * something was not understood, or that the session is over. */
void people_hear(struct people *people, int ms);

/* Says and hears until `answers` more have come. */
void people_stir(struct people *people, unsigned answers, unsigned open);

/* Waits until all have their answers; fails the test after PATIENCE_MS. */
void people_settle(struct people *people);

/* Looks everything up in a copy of the workshop file (its kiosk may be running, or be dead). */
struct people_found people_look_up(struct people *people);

/* Adds commands sent, receipted, lost, doubled, refused and the times to the figures. */
void people_tell(struct people *people, struct figures *figures);

void people_end(struct people *people);

#endif
