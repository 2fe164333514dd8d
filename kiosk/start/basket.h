#ifndef PLENARY_START_BASKET_H
#define PLENARY_START_BASKET_H

/* What somebody drops or pastes, before anything comes of it: files of ratings, cells of a
 * spreadsheet, workshop files. Several add up; each can be taken out again. The basket shows what
 * will be there, asks what could not be told (the condition of a row, the day of an earlier review,
 * what a workshop file is for), and keeps what was refused in sight until it is put away. The page
 * of a new review and the console of a running one show the same.
 *
 * It reads nothing and changes nothing: whoever shows it reads the files, writes here what they
 * say, and does what was chosen. Everything can be done by keyboard, with no file in hand: a path
 * may be typed or pasted. What there is no room for scrolls, by whole rows. */

#include "model/limits.h"
#include "ui/dropdown.h"
#include "ui/edit.h"

enum {
    BASKET_THINGS_MAX = 48,
    BASKET_QUESTIONS_MAX = 48,
    BASKET_REFUSED_MAX = 8, /* of more the oldest is put away */
    BASKET_LINES_MAX = 96,
    BASKET_NAME_SIZE = 256,
    BASKET_TEXT_SIZE = 640,
    BASKET_USES_MAX = 3, /* that one thing can have */
};

/* What a thing is brought in as. A spreadsheet is one of the first two, a workshop file one of the
 * last three. */
enum basket_use { BASKET_RATINGS, BASKET_REVIEW, BASKET_ACTIONS, BASKET_BOTH };

struct basket_thing {
    bool workshop;               /* a workshop file */
    bool pasted;                 /* cells: they can be nothing but ratings */
    char name[BASKET_NAME_SIZE]; /* of the file, or what was pasted */
    char says[BASKET_TEXT_SIZE]; /* what is in it, by the caller */
    struct dropdown use;
    struct edit day, title; /* of an earlier review whose file does not say */
};

struct basket_question {
    char row[TITLE_SIZE];        /* as it stands in the file */
    char from[BASKET_NAME_SIZE]; /* which file that is */
    struct dropdown answer;      /* -1: open; 0: none of the conditions; from 1 on: which */
};

struct basket_refused {
    char name[BASKET_NAME_SIZE];
    char text[BASKET_TEXT_SIZE];
};

/* A line of what will be there and what to know of it. */
struct basket_line {
    bool heading;
    char text[BASKET_TEXT_SIZE];
};

/* Between frames; a zeroed one is empty. Large. */
struct basket {
    bool arrived; /* it was just brought up: the focus goes where something is to be done */
    int thing_count, question_count, refused_count, line_count;
    struct basket_thing things[BASKET_THINGS_MAX];
    struct basket_question questions[BASKET_QUESTIONS_MAX];
    struct basket_refused refused[BASKET_REFUSED_MAX];
    char sum[BASKET_TEXT_SIZE]; /* what will be there, in a sentence; empty: nothing yet */
    struct basket_line lines[BASKET_LINES_MAX];
    char trouble[BASKET_TEXT_SIZE]; /* why what was chosen could not be done; empty: it could */
    struct edit path;
    int top;   /* first row in sight */
    int asked; /* the review that is about to be taken out, from 1; 0: none */
    /* what lists offer: they are drawn when everything else has been */
    const char *answers[CONDITIONS_MAX + 1];
    const char *uses[2][BASKET_USES_MAX];
    ui_id followed; /* the focus that has been brought into sight */
};

/* An earlier review that the workshop has already. */
struct basket_review {
    char title[TITLE_SIZE];
    char day[64];
};

/* What the basket is shown with; borrowed for the frame. */
struct basket_given {
    bool running; /* beside a running workshop: taking in is the way on, not Done */
    bool busy;    /* it is just being taken in */
    bool closed;  /* it was closed for good: nothing comes in any more */
    uint32_t today;
    const char *const *conditions; /* names: answers to questions */
    int condition_count;
    const struct basket_review *reviews; /* oldest first */
    int review_count;
};

enum basket_choice {
    BASKET_NOTHING,
    BASKET_CHANGED, /* an answer, a use or a day: what will be there is to be told anew */
    BASKET_PATH,   /* the file of the path that was typed; the field is empty again once it is in */
    BASKET_OUT,    /* a thing is to be taken out again */
    BASKET_REMOVE, /* an earlier review is to be taken out of the workshop */
    BASKET_TAKE,   /* all of it is to come in; on the page of a new review: done */
    BASKET_BACK,   /* everything stays as it is */
};

struct basket_outcome {
    enum basket_choice choice;
    int which; /* of BASKET_OUT and BASKET_REMOVE */
};

struct basket_box {
    double x, y, w, h;
};

/* Draws it within the box, head and buttons included, and says what was chosen. */
struct basket_outcome basket_draw(struct ui *ui, struct basket_box box, struct basket *basket,
                                  const struct basket_given *given);

/* Adds a thing with the use that is likeliest for it; NULL when there is no room. Borrowed. */
struct basket_thing *basket_add(struct basket *basket, const char *name, bool workshop);
void basket_take_out(struct basket *basket, int thing);

enum basket_use basket_use(const struct basket_thing *thing);
void basket_set_use(struct basket_thing *thing, enum basket_use use);

/* The day that was typed for a thing, which lies in the past: 0 when there is none, or none is
 * needed. True of a thing that needs one. */
uint32_t basket_day(const struct basket_thing *thing, uint32_t today);
bool basket_needs_day(const struct basket_thing *thing);

/* Says that something did not come in, and why; what was said of it before is put away. And puts
 * that away alone, as it is tried again. */
void basket_refuse(struct basket *basket, const char *name, const char *why);
void basket_forgive(struct basket *basket, const char *name);

/* A sentence on what has to be seen to first, written in `to` where need be; NULL: nothing. */
const char *basket_waits(const struct basket *basket, uint32_t today, char to[BASKET_TEXT_SIZE]);

/* Adds a line; of more than there is room for the last one says so. */
void basket_say(struct basket *basket, bool heading, const char *text);

#endif
