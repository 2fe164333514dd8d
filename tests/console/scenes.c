#include "console/scenes.h"

#include "base/text.h"
#include "rooms/training.h"

static void suggest(struct sitting *s)
{
    sitting_letter(s, 's', 0);
    sitting_key(s, KEY_RIGHT, 0);
}

static void jump(struct sitting *s)
{
    sitting_letter(s, 'g', 0);
}

static void blank(struct sitting *s)
{
    sitting_letter(s, 'b', 0);
}

static void hold(struct sitting *s)
{
    sitting_letter(s, 'f', 0);
    sitting_key(s, KEY_RIGHT, 0);
}

static void help(struct sitting *s)
{
    sitting_sign(s, "?");
}

static void people(struct sitting *s)
{
    sitting_letter(s, 'n', 0);
}

/* The room rates together: the third condition is asked, and not everybody has answered. */
static void ask(struct sitting *s)
{
    s->model->items[2].steps[1].stage = STAGE_TOGETHER;
    sitting_refresh(s);
    sitting_letter(s, 'c', 0);
    for (seat_id seat = 1; seat <= s->model->seat_count; seat++)
        if (seat % 4 != 0)
            sitting_answer(s, seat, SLIP_READING, 1, (uint8_t)(2 + seat % 6));
}

static void ask_and_show(struct sitting *s)
{
    ask(s);
    sitting_letter(s, 'c', 0);
}

static void let_in(struct sitting *s)
{
    sitting_guest(s, 1, "Sam Okafor");
    sitting_guest(s, 3, "");
}

static void somebody(struct sitting *s)
{
    people(s);
    for (int i = 0; i < 3; i++)
        sitting_key(s, KEY_DOWN, 0);
}

static void trouble(struct sitting *s)
{
    text_copy(s->live.trouble, sizeof s->live.trouble,
              "What happens now cannot be saved: there is no room left on the disk.");
    sitting_refresh(s);
}

/* The first person plays the second role, everybody else comes by script. */
static void cast(struct sitting *s)
{
    for (seat_id seat = 1; seat <= s->model->seat_count; seat++)
        if (seat != 2 && seat <= s->model->character_count)
            rooms_play(s->model, (character_id)seat, seat, seat != 1);
    sitting_refresh(s);
    sitting_step(s);
}

static void pause(struct sitting *s)
{
    cast(s);
    sitting_key(s, KEY_F6, 0);
    sitting_key(s, KEY_F9, 0);
}

static void moments(struct sitting *s)
{
    cast(s);
    sitting_key(s, KEY_F4, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
}

#define LIVE .address = "192.168.4.20"
#define GRID .place = {2, 2}, .elapsed_ms = 1040000, LIVE

const struct scene scenes[] = {
    {"run",
     {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, .view = {.focus = 8}, GRID},
     false,
     NULL},
    {"run-dark",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .seats = 24, GRID},
     true,
     NULL},
    {"run-3", {.schools = 3, .ratings = ROOMS_FEW, .seats = 4, .named = true, GRID}, false, NULL},
    {"run-then",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .seats = 24,
      .earlier = 2,
      .view = {.then = THEN_CELLS},
      GRID},
     false,
     NULL},
    {"run-lines",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .seats = 24,
      .earlier = 2,
      .view = {.then = THEN_LINES},
      GRID},
     true,
     NULL},
    {"run-28", {.schools = 28, .ratings = ROOMS_MOST, .seats = 60, GRID}, false, NULL},
    {"run-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .seats = 60, GRID}, true, NULL},
    {"run-128", {.schools = 128, .ratings = ROOMS_MOST, .seats = 300, GRID}, false, NULL},
    {"run-long",
     {.schools = 14, .ratings = ROOMS_MOST, .seats = 30, .long_names = true, GRID},
     false,
     NULL},
    {"run-lobby", {.schools = 10, .seats = 18, LIVE}, false, NULL},
    {"run-nothing", {.schools = 0}, false, NULL},
    {"run-suggest", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, suggest},
    {"run-jump", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, jump},
    {"run-blank", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, blank},
    {"run-held", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, hold},
    {"run-keys", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, help},
    {"run-notes",
     {.schools = 10, .seats = 24, .board = {.headings = 2, .notes = 30, .held = true}, LIVE},
     false,
     NULL},
    {"run-asking", {.schools = 10, .seats = 24, GRID}, false, ask},
    {"run-28-asking", {.schools = 28, .seats = 60, GRID}, false, ask},
    {"run-shown", {.schools = 10, .seats = 24, GRID}, false, ask_and_show},
    {"run-guests", {.schools = 10, .ratings = ROOMS_MOST, .seats = 9, GRID}, false, let_in},
    {"run-trouble", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, trouble},
    {"people-somebody", {.schools = 10, .seats = 24, GRID}, false, somebody},
    {"people", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, people},
    {"people-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .seats = 60, GRID}, true, people},
    {"people-nobody", {.schools = 0}, false, people},
    {"training",
     {.schools = 10, .ratings = ROOMS_MOST, .seats = 12, .training = true, .roles = 12, GRID},
     false,
     pause},
    {"training-keys", {.schools = 3, .training = true, .roles = 3, LIVE}, false, help},
    {"training-moments",
     {.schools = 10, .seats = 12, .training = true, .roles = 12, GRID},
     false,
     moments},
    {"training-moments-28",
     {.schools = 28, .seats = 30, .training = true, .roles = 64, .long_names = true, GRID},
     true,
     moments},
};

const int scenes_count = sizeof scenes / sizeof *scenes;

void scene_create(struct sitting **out, const struct scene *scene, int width, int height,
                  const struct type_metrics *metrics)
{
    sitting_create(out, &scene->spec, width, height);
    struct sitting *s = *out;
    s->metrics = metrics;
    sitting_refresh(s);
    sitting_step(s);
    if (scene->act)
        scene->act(s);
    s->now_ms += CONSOLE_SAY_MS;
    sitting_step(s);
}
