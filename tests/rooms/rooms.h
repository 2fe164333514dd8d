#ifndef PLENARY_TESTS_ROOMS_H
#define PLENARY_TESTS_ROOMS_H

/* Rooms for tests of screens, made the real way: a pack read from assets/, commands decided and
 * applied, and the result projected to an audience and applied to a room. So a test of a screen
 * sees what that audience would really have been given. The published Riverside grid
 * (assets/examples/riverside.csv) fills the first ten schools and conditions; further ones get
 * figures made by a fixed rule, and one school in eleven a name of sixty characters if wanted.
 *
 * Everything is asserted: a room that cannot be made ends the program. */

#include "model/decide.h"
#include "model/project.h"
#include "model/room.h"

enum rooms_ratings {
    ROOMS_NONE,   /* nothing proposed yet */
    ROOMS_FEW,    /* three agreed in each condition, one proposed */
    ROOMS_MOST,   /* of ten schools: 84 agreed, 11 proposed, 5 to come */
    ROOMS_AGREED, /* everything agreed */
};

/* A board as item items + 1 of the agenda: its step 1 is for everybody alone, step 2 for groups. A
 * second board is open all day. */
struct rooms_board {
    int headings; /* 0: no boards; else up to HEADINGS_MAX */
    int notes;    /* spread unevenly; by the seats there are, else by the facilitator */
    bool long_texts;
    bool worked; /* some starred, merged, with suggestions; the starred ones dealt to groups */
    bool held;   /* every fourth of people's notes waits */
    bool personal;
    bool closed;
};

/* A zeroed spec is the lobby of no schools without a network. */
struct rooms_spec {
    int schools;    /* 0 to SCHOOLS_MAX */
    int conditions; /* 0: the pack's ten; else up to CONDITIONS_MAX */
    int items;      /* 0: the pack's five agenda items; else up to AGENDA_MAX */
    enum rooms_ratings ratings;
    bool named;          /* every school has consented */
    bool count_proposed; /* the setting */
    bool long_names;     /* of schools, conditions and agenda items */
    int seats;           /* laptops joined with the room code, spread unevenly; some are away */
    bool no_room_code;
    bool training;
    int roles;                /* of a training: long where names are, with moments (training.h) */
    int earlier;              /* reviews before this one (reviews.h); 0 to REVIEWS_MAX */
    struct rooms_board board; /* the room is at its item where `place` says nothing else */
    struct place place;
    struct view view;
    int64_t elapsed_ms; /* since the place was reached; the timer is running */
    bool paused;
    const char *address; /* NULL: no network */
    uint16_t port;       /* 0: the usual one */
};

/* The host time that `elapsed_ms` counts back from. */
extern const int64_t rooms_now_ms;

/* Makes the model, or the room of one audience. `room` is cleared first. */
void rooms_model(struct model *model, struct live *live, const struct rooms_spec *spec);
void rooms_show(struct room *room, const struct model *model, const struct live *live,
                struct audience audience);
void rooms_example(struct room *room, struct audience audience, const struct rooms_spec *spec);

/* Decides and applies one command of the kiosk's own seat at host time `now_ms`. */
void rooms_obey(struct model *model, const struct command *command, int64_t now_ms);

#endif
