#include "console/action_scenes.h"

#include "base/day.h"

#include <stdio.h>
#include <string.h>

#include "testing.h"

static void down(struct sitting *s, int times)
{
    for (int i = 0; i < times; i++)
        sitting_key(s, KEY_DOWN, 0);
}

/* To the first that is agreed: with everything that can be said of one. */
static void agreed(struct sitting *s)
{
    console_actions_find(s->console, 1);
    sitting_step(s);
    sitting_step(s);
}

static void agreed_last(struct sitting *s)
{
    sitting_key(s, KEY_END, 0);
}

static void join(struct sitting *s)
{
    down(s, 6);
    sitting_letter(s, 'j', 0);
    down(s, 1);
}

static void write_one(struct sitting *s)
{
    sitting_letter(s, 'w', 0);
    sitting_type(s, "Run a shared training day with the family support team");
}

static void write_without_day(struct sitting *s)
{
    write_one(s);
    sitting_tab_to(s, ui_id_of("action-due", 0));
    sitting_type(s, "soonish");
    sitting_key(s, KEY_ENTER, 0);
}

static void change(struct sitting *s)
{
    agreed(s);
    sitting_letter(s, 'e', 0);
}

/* Sent once more it is meant. */
static void write_past_day(struct sitting *s)
{
    write_one(s);
    sitting_tab_to(s, ui_id_of("action-due", 0));
    sitting_type(s, "12 March 2025");
    sitting_key(s, KEY_ENTER, 0);
}

static void for_a_school(struct sitting *s)
{
    write_one(s);
    sitting_tab_to(s, ui_id_of("action-level", ACTION_LEVEL_CLUSTER));
    sitting_key(s, KEY_LEFT, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_tab_to(s, ui_id_of("action-due", 0));
    sitting_type(s, "30 Nov");
}

static void who(struct sitting *s)
{
    agreed(s);
    sitting_letter(s, 'k', 0);
}

static void who_typed(struct sitting *s)
{
    who(s);
    sitting_type(s, "ca");
}

/* In the view that the session is run from. */
static void run(struct sitting *s)
{
    sitting_letter(s, '1' + CONSOLE_RUN, WITH_CONTROL);
}

static void close(struct sitting *s)
{
    sitting_letter(s, 'e', WITH_CONTROL);
}

#define ROOM                                                                                       \
    .schools = 10, .ratings = ROOMS_AGREED, .address = "192.168.4.20", .place = {4, 1},            \
    .named = true, .seats = 24
#define PLAN .actions = 12, .earlier = 4, .priorities = 3, .facilitator = true

const struct action_scene action_scenes[] = {
    {"actions", {ROOM}, {PLAN}, false, NULL},
    {"actions-agreed", {ROOM}, {PLAN, .large = 1}, false, agreed},
    {"actions-parked", {ROOM}, {PLAN}, true, agreed_last},
    {"actions-join", {ROOM}, {PLAN}, false, join},
    {"actions-long",
     {.schools = 28,
      .ratings = ROOMS_MOST,
      .named = true,
      .long_names = true,
      .place = {4, 1},
      .seats = 60,
      .address = "192.168.4.20"},
     {.actions = 40, .earlier = 5, .priorities = 10, .facilitator = true, .long_texts = true},
     true,
     agreed},
    {"actions-foreign",
     {ROOM},
     {.actions = 12, .earlier = 2, .facilitator = true, .foreign = true},
     false,
     agreed},
    {"actions-many", {ROOM}, {.actions = 250, .earlier = 4, .facilitator = true}, false, NULL},
    {"actions-none", {ROOM}, {0}, false, NULL},
    {"actions-write", {ROOM}, {PLAN}, false, write_without_day},
    {"actions-past", {ROOM}, {PLAN}, false, write_past_day},
    {"actions-school", {ROOM}, {PLAN}, true, for_a_school},
    {"actions-change", {ROOM}, {PLAN}, false, change},
    {"actions-run", {ROOM}, {PLAN}, false, run},
    {"actions-close",
     {.schools = 10,
      .ratings = ROOMS_AGREED,
      .address = "192.168.4.20",
      .place = {5, 1},
      .named = true,
      .seats = 24},
     {PLAN},
     false,
     close},
    {"actions-who", {ROOM}, {PLAN}, false, who},
    {"actions-who-typed", {ROOM}, {PLAN}, false, who_typed},
};

const int action_scenes_count = sizeof action_scenes / sizeof *action_scenes;

/* What the plan leaves out: the facilitator knows people's names, who proposed what, and the parts
 * that something was put together of. */
static void fill_in(struct room *room)
{
    strcpy(room->conditions[10].idea, "Agree on one way to measure impact, and use it everywhere");
    static const char *const names[] = {"Priya", "Tom", "Ana", "Siobhan", "Mr Castle"};
    for (unsigned i = 1; i <= SEATS_MAX; i++)
        if (room->seats[i].role != ROLE_NONE && i % 4)
            strcpy(room->seats[i].name, names[i % 5]);
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        struct action_item *action = &room->actions[i];
        if (action->merged)
            strcpy(action->content.text, "A questionnaire for parents");
        if (action->state == ACTION_WAITING && room->seats[i].role != ROLE_NONE)
            action->proposer = (seat_id)i;
    }
}

void action_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height)
{
    sitting_create(out, spec, width, height);
    sitting_letter(*out, '1' + CONSOLE_ACTIONS, WITH_CONTROL);
}

void action_scene_open(struct sitting **out, const struct action_scene *scene, int width,
                       int height, const struct type_metrics *metrics)
{
    sitting_create(out, &scene->spec, width, height);
    struct sitting *s = *out;
    s->metrics = metrics;
    s->sight.today = day_number((struct day_date){2026, 1, 12});
    rooms_plan(s->room, &scene->plan);
    rooms_plan(s->projector, &scene->plan);
    fill_in(s->room);
    sitting_letter(s, '1' + CONSOLE_ACTIONS, WITH_CONTROL);
    if (scene->act)
        scene->act(s);
    s->now_ms += CONSOLE_SAY_MS;
    sitting_step(s);
}

action_id action_propose(struct sitting *s, seat_id seat, const char *text)
{
    struct command command = {.kind = COMMAND_ADD_ACTION};
    command.change.action.state = seat ? ACTION_WAITING : ACTION_PROPOSED;
    command.change.action.content.level = ACTION_LEVEL_CLUSTER;
    snprintf(command.change.action.content.text, NOTE_SIZE, "%s", text);
    assert_int_equal(sitting_does(s, seat, &command), REFUSAL_NONE);
    sitting_refresh(s);
    sitting_step(s);
    return s->model->action_count;
}

void action_choose(struct sitting *s, action_id id)
{
    sitting_key(s, KEY_HOME, 0);
    for (int i = 0; i < 64 && s->console->actions.chosen != id; i++)
        sitting_key(s, KEY_DOWN, 0);
    assert_int_equal(s->console->actions.chosen, id);
}

void action_must(const struct sitting *s, enum command_kind kind)
{
    assert_int_equal(s->wish.commands, 1);
    assert_int_equal(s->wish.command[0].kind, kind);
    assert_int_equal(s->refusal, REFUSAL_NONE);
}
