#include "console/finding_scenes.h"

static void down(struct sitting *s, int times)
{
    for (int i = 0; i < times; i++)
        sitting_key(s, KEY_DOWN, 0);
}

static void put_to_la(struct sitting *s)
{
    down(s, 2);
    sitting_letter(s, 'v', 0);
    sitting_letter(s, 'y', 0);
    sitting_type(s, "A shared model from September on.");
    sitting_key(s, KEY_ENTER, 0);
}

static void hide(struct sitting *s)
{
    sitting_letter(s, 'x', 0);
    sitting_key(s, KEY_HOME, 0);
    sitting_key(s, KEY_ENTER, 0);
}

static void word_it(struct sitting *s)
{
    down(s, 3);
    sitting_letter(s, 'e', 0);
    sitting_type(s, "Money: what each club costs, and who pays");
}

#define ROOM .schools = 10, .ratings = ROOMS_AGREED, .address = "192.168.4.20", .place = {2, 2}

const struct finding_scene finding_scenes[] = {
    {"findings", {ROOM, .named = true}, false, NULL},
    {"findings-la", {ROOM, .named = true}, true, put_to_la},
    {"findings-hidden", {ROOM}, false, hide},
    {"findings-words", {ROOM, .named = true}, false, word_it},
    {"findings-long",
     {.schools = 28,
      .ratings = ROOMS_MOST,
      .named = true,
      .long_names = true,
      .place = {2, 2},
      .address = "192.168.4.20"},
     true,
     NULL},
    {"findings-none", {.schools = 3, .place = {2, 2}}, false, NULL},
};

const int finding_scenes_count = sizeof finding_scenes / sizeof *finding_scenes;

void finding_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height)
{
    sitting_create(out, spec, width, height);
    sitting_letter(*out, '1' + CONSOLE_FINDINGS, WITH_CONTROL);
}

void finding_scene_open(struct sitting **out, const struct finding_scene *scene, int width,
                        int height, const struct type_metrics *metrics)
{
    finding_enter(out, &scene->spec, width, height);
    (*out)->metrics = metrics;
    sitting_step(*out);
    if (scene->act)
        scene->act(*out);
    (*out)->now_ms += CONSOLE_SAY_MS;
    sitting_step(*out);
}
