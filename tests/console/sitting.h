#ifndef PLENARY_TESTS_CONSOLE_SITTING_H
#define PLENARY_TESTS_CONSOLE_SITTING_H

/* A facilitator at the console, without a window: a model behind it that obeys at once, as the host
 * would, so that a test presses keys and looks at what is drawn, wished for and become of it. */

#include "console/console.h"
#include "model/model.h"
#include "rooms/rooms.h"
#include "ui/input.h"

struct sitting {
    struct model *model;
    struct live live;
    struct room *room, *projector;
    struct console *console;
    struct ui ui;
    struct input input;
    struct draw_list list;
    struct console_wish wish; /* of the last step */
    struct console_sight sight;
    struct layout layout;
    const struct type_metrics *metrics; /* fixed ones, unless a test has others */
    enum refusal refusal;               /* of the last command */
    int64_t now_ms;
    uint32_t last_id; /* of the commands of other people */
    bool own_room;    /* the projector's room is made by the console, as on a client */
};

/* A console of width x height pixels before a workshop like `spec`. */
void sitting_create(struct sitting **out, const struct rooms_spec *spec, int width, int height);
void sitting_destroy(struct sitting **sitting);

/* After a test that keeps its sitting in a variable of its file: *state is where. */
int sitting_tear_down(void **state);
#define SITTING_TEST(name, sitting)                                                                \
    cmocka_unit_test_prestate_setup_teardown(name, NULL, sitting_tear_down, sitting)

/* One frame with what was done since the last, then one more that shows what came of it. */
void sitting_step(struct sitting *s);

/* A key, letter or sign, and a step. */
void sitting_key(struct sitting *s, enum input_key key, unsigned modifiers);
void sitting_letter(struct sitting *s, char letter, unsigned modifiers);
void sitting_sign(struct sitting *s, const char *sign);

/* Types a text into whatever has the focus. */
void sitting_type(struct sitting *s, const char *text);

/* Tab until the widget has the focus; false when it cannot be reached. */
bool sitting_tab_to(struct sitting *s, ui_id id);

/* Tab to it and Enter: asserts that it can be reached. */
void sitting_press(struct sitting *s, const char *name, int which);

/* So much later. */
void sitting_wait(struct sitting *s, int64_t ms);

/* Obeys a command of the kiosk's own, and shows what became of it. */
void sitting_obey(struct sitting *s, const struct command *command);

/* Somebody does something; the room shows it after sitting_refresh. */
enum refusal sitting_does(struct sitting *s, seat_id seat, const struct command *command);

/* Somebody answers what the room is asked; and comes in with the room's code, named or not. */
void sitting_answer(struct sitting *s, seat_id seat, enum slip_kind kind, uint8_t subject,
                    uint8_t value);
void sitting_guest(struct sitting *s, school_id school, const char *name);

/* Puts the model's state into the rooms again, after the test has changed it. */
void sitting_refresh(struct sitting *s);

/* True when that text stands in the picture, whole. */
bool sitting_shows(const struct sitting *s, const char *text);

#endif
