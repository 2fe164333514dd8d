#ifndef PLENARY_SCREEN_VOTE_H
#define PLENARY_SCREEN_VOTE_H

/* Voting at this laptop. A paper is brought together anew each frame (struct vote) from what stands
 * in the room and what the person has in hand; only vote_mark, vote_leave and vote_send change what
 * is in hand, and no update does. "Saved" is said of what the kiosk has committed, never of what is
 * on its way.
 *
 * Each way of voting is one struct vote_method with a file of its own; vote_rows.c has what they
 * share: the list of options, its pages and the one place in it that keys go to. */

#include "model/outcome.h"
#include "screen/screen.h"

struct vote {
    ballot_id ballot;
    unsigned slot; /* whose paper; of a ballot by school 0 */
    unsigned options;
    const struct ballot_content *content;
    const struct vote_method *method;
    const struct own_paper_item *own; /* in the room */
    struct paper_draft *draft;
    struct marks marks; /* in hand, or as they were saved */
    bool still;         /* looked at, not filled in */
};

/* What keys and presses do to a paper: VOTE_PICK is Enter, Space or a press on the row, VOTE_NUMBER
 * the option's own number; VOTE_FIGURE comes with one of 0 to 9. */
enum vote_act {
    VOTE_PICK,
    VOTE_NUMBER,
    VOTE_MORE,
    VOTE_LESS,
    VOTE_LEFT,
    VOTE_RIGHT,
    VOTE_CLEAR,
    VOTE_FIGURE,
};

struct vote_row {
    unsigned option;
    double y, h; /* of the row; its middle is at y + h / 2 */
    bool keys;   /* go to it: the focus ring is here */
};

struct vote_method {
    double aside;   /* width that a row needs for its marks */
    bool figures;   /* are marks; else they choose the option whose number ends so */
    bool whole_row; /* is pressed to pick it */
    void (*ask)(char *to, size_t size, const struct vote *vote);
    void (*say)(char *to, size_t size, const struct screens *s, const struct vote *vote);
    void (*act)(struct screens *s, struct vote *vote, enum vote_act act, unsigned figure);
    bool (*whole)(const struct vote *vote); /* may be sent so; NULL: always */
    void (*row)(struct screens *s, struct vote *vote, const struct vote_row *row);
    double (*head)(struct screens *s, struct vote *vote); /* right of the title; its left edge */
    void (*columns)(struct screens *s, const struct vote *vote, double y); /* heads; NULL: none */
};

extern const struct vote_method vote_dots, vote_approval, vote_ranking, vote_scores;

/* ---- vote_paper.c: papers ---- */

/* The ballot that is open, else the one the room looks at; 0: none. */
ballot_id vote_called(const struct screens *s);

/* The same, else the one that was looked at last. */
ballot_id vote_ballot(const struct screens *s);

/* People of schools vote; in a ballot by school those who speak for theirs. */
bool vote_may(const struct screens *s, ballot_id ballot);

/* How many share this laptop, as far as is known here: at least 1. */
unsigned vote_people(const struct screens *s);

/* Several vote in it at this laptop. */
bool vote_is_shared(const struct screens *s, ballot_id ballot);

/* Slots of the ballot at this laptop: *first to the returned last. */
unsigned vote_slots(const struct screens *s, ballot_id ballot, unsigned *first);

/* False when there is nothing to look at. */
bool vote_look(struct vote *vote, struct screens *s, ballot_id ballot, unsigned slot);

enum vote_given { VOTE_NOT_GIVEN, VOTE_ON_WAY, VOTE_SAVED };
enum vote_given vote_given(const struct screens *s, ballot_id ballot, unsigned slot);
bool vote_all_given(const struct screens *s, ballot_id ballot);

/* The marks that were saved last, as far as this laptop knows them; NULL: it does not. */
const struct marks *vote_known(const struct paper_draft *draft, const struct own_paper_item *own);

bool vote_is_empty(const struct marks *marks);

/* Puts a mark, so that the paper is in hand from here on. */
void vote_mark(struct vote *vote, unsigned option, unsigned mark);

/* Lets go of what is in hand: as it was saved. */
void vote_leave(struct vote *vote);

/* Something in hand differs from what was saved, nothing of it is half done, and the ballot is
 * open. */
bool vote_can_send(const struct vote *vote);

/* Sends what is in hand; without marks it takes the paper back. False when it cannot be sent. */
bool vote_send(struct screens *s, struct vote *vote);

/* Somebody else of the school has saved another paper since this one was taken in hand. */
bool vote_is_overtaken(const struct vote *vote);

/* ---- vote_rows.c ---- */

/* Where the options may stand. Gives what the person did to the method. */
void vote_run_rows(struct screens *s, struct vote *vote, double top, double end);
void vote_focus(struct screens *s);

/* How many of `count` rows a page of that height holds, never more than figures can tell apart, and
 * how far apart they stand: `usual`, or as close as `least` where they all fit then. */
unsigned vote_fit_rows(double *pitch, double height, unsigned count, double usual, double least);

/* For methods: a square with an icon, or with a figure where `icon` is ICON_NONE, for the pointer
 * alone: keys go to the list. True when it was pressed. */
struct vote_sign {
    double x, y, size;
    enum icon icon;
    const char *figure;
    bool off, chosen;
};
bool vote_run_sign(struct screens *s, const struct vote_row *row, unsigned which,
                   struct vote_sign sign);

/* ---- parts of the screen ---- */

enum { VOTE_MAP_X = 636, VOTE_FIRST_PLACES = 3 };

/* vote_turns.c: who of those at a shared laptop votes now. Somebody was chosen: true. */
bool vote_run_turns(struct screens *s, ballot_id ballot);

/* vote_result.c: closed, and revealed; vote_map.c: scores, as a map. */
void vote_draw_closed(struct screens *s, struct vote *vote);
void vote_draw_result(struct screens *s, struct vote *vote);
void vote_draw_map(struct screens *s, const struct vote *vote, const struct outcome *outcome,
                   double y);

/* The question from y 80 on, no wider than to `right`, and a line under it (may be empty); returns
 * where the rest may begin. */
double vote_draw_title(struct screens *s, const char *question, const char *line, double right);

/* A sentence with a "!" before it, from `y` on; returns its end. */
double vote_draw_notice(struct screens *s, double y, const char *text);

/* Why papers of this laptop were not counted, a notice each from `y` on; with several people here
 * it says whose. Returns the end: `y` where there are none. */
double vote_draw_refusals(struct screens *s, ballot_id ballot, double y);

/* A criterion as people read it: "Impact". */
void vote_criterion(char to[ID_SIZE], const struct ballot_content *content, unsigned criterion);

#endif
