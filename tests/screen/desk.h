#ifndef PLENARY_TESTS_DESK_H
#define PLENARY_TESTS_DESK_H

/* A person at a laptop, for tests of screens: the window's core, and behind it a whole workshop
 * whose decisions are real and answered at once, or only when the connection is back. Everything
 * is asserted. */

#include "rooms/rooms.h"
#include "screen/screens_core.h"

struct desk {
    struct model *model;
    struct live *live;
    struct room *room;
    struct screens *screens;
    struct draw_list *list;
    struct screens_wish *wish; /* of the last step */
    struct input *input;       /* for the next */
    struct screens_sight sight;
    struct layout layout;
    const struct type_metrics *metrics;
    seat_id seat;
    uint32_t next_id;
    unsigned pending_count;
    struct session_pending *pending;
};

/* A desk in front of a workshop: nobody has joined yet. 1100 by 760, fixed metrics. */
void desk_open(struct desk *desk, const struct rooms_spec *spec);
void desk_close(struct desk *desk);

/* Around a test, whose *state is then a desk: of ten schools, most of them rated. */
int desk_set_up(void **state);
int desk_tear_down(void **state);

/* Sits down with a code of this kind (and school, where the code has one) and is connected. With
 * `name` NULL the kiosk is not told one. */
void desk_sit(struct desk *desk, enum code_kind kind, school_id school, const char *name);

/* A new seat by a fresh code of that kind, which has a laptop that is here. */
seat_id desk_join(struct desk *desk, enum code_kind kind, school_id school);

/* Somebody else comes in with the room's code and names a school. */
void desk_guest(struct desk *desk, school_id school, const char *name);

/* Another side does something; the room follows. */
void desk_other(struct desk *desk, seat_id seat, const struct command *command);

/* The manager (a facilitator's seat, made at need) proposes. */
void desk_manager_proposes(struct desk *desk, condition_id condition, school_id school, int now,
                           int target, const char *note);

/* How the connection is; coming back answers what waited. */
void desk_connection(struct desk *desk, enum session_state state);

/* The person. Each key is a step of its own. */
void desk_step(struct desk *desk);
void desk_key(struct desk *desk, enum input_key key, unsigned modifiers);
void desk_letter(struct desk *desk, char letter, unsigned modifiers);
void desk_type(struct desk *desk, const char *text);
void desk_paste(struct desk *desk, const char *text);

/* Presses what a text is written on. */
void desk_click(struct desk *desk, const char *text);

/* True when a text stands on the screen, alone in its drawing. */
bool desk_shows(const struct desk *desk, const char *text);

/* What stands about a rating in the workshop. */
const struct rating *desk_rating(const struct desk *desk, condition_id condition, school_id school);

#endif
