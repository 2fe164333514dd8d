#include "console/scenes.h"

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
    {"people", {.schools = 10, .ratings = ROOMS_MOST, .seats = 24, GRID}, false, people},
    {"people-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .seats = 60, GRID}, true, people},
    {"people-nobody", {.schools = 0}, false, people},
};

const int scenes_count = sizeof scenes / sizeof *scenes;

void scene_create(struct sitting **out, const struct scene *scene, int width, int height,
                  const struct type_metrics *metrics)
{
    sitting_create(out, &scene->spec, width, height);
    struct sitting *s = *out;
    s->metrics = metrics;
    sitting_step(s);
    if (scene->act)
        scene->act(s);
    s->now_ms += CONSOLE_SAY_MS;
    sitting_step(s);
}
