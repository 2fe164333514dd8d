#include "console/board_scenes.h"

static void down(struct sitting *s)
{
    for (int i = 0; i < 4; i++)
        sitting_key(s, KEY_DOWN, 0);
}

static void across(struct sitting *s)
{
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_END, 0);
}

static void edit(struct sitting *s)
{
    sitting_letter(s, 'e', 0);
}

static void join(struct sitting *s)
{
    sitting_letter(s, 'j', 0);
    sitting_key(s, KEY_DOWN, 0);
}

static void enlarge(struct sitting *s)
{
    sitting_key(s, KEY_ENTER, 0);
}

static void drag(struct sitting *s)
{
    input_pointer(&s->input, INPUT_MOVE, 200, 300);
    input_pointer(&s->input, INPUT_PRESS, 200, 300);
    sitting_step(s);
    input_pointer(&s->input, INPUT_MOVE, 900, 500);
    sitting_step(s);
}

#define ROOM .schools = 10, .address = "192.168.4.20", .elapsed_ms = 140000

const struct board_scene board_scenes[] = {
    {"notes", {ROOM, .board = {2, 24, .worked = true}}, false, down},
    {"notes-dark", {ROOM, .board = {2, 24, .worked = true}}, true, enlarge},
    {"three", {ROOM, .board = {3, 40, .worked = true}}, false, across},
    {"six-dark", {ROOM, .board = {6, 60, .worked = true}}, true, NULL},
    {"waiting", {ROOM, .seats = 9, .board = {2, 24, .held = true}}, false, NULL},
    {"five-hundred", {ROOM, .board = {2, 500, .worked = true}}, false, across},
    {"five-hundred-six", {ROOM, .board = {6, 500, .worked = true}}, true, across},
    {"long", {ROOM, .board = {3, 30, .long_texts = true, .worked = true}}, false, down},
    {"empty", {ROOM, .board = {3}}, false, NULL},
    {"personal", {ROOM, .seats = 9, .board = {2, 12, .personal = true}}, false, NULL},
    {"read-at-the-end",
     {ROOM, .seats = 9, .board = {2, 12, .personal = true, .closed = true}},
     false,
     NULL},
    {"edit", {ROOM, .board = {2, 24}}, false, edit},
    {"join", {ROOM, .board = {2, 24}}, false, join},
    {"drag", {ROOM, .board = {2, 24}}, false, drag},
    {"no-boards", {ROOM, .place = {2, 2}}, false, NULL},
};

const int board_scenes_count = sizeof board_scenes / sizeof *board_scenes;

void board_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height)
{
    sitting_create(out, spec, width, height);
    sitting_letter(*out, '1' + CONSOLE_BOARD, WITH_CONTROL);
}

void board_scene_open(struct sitting **out, const struct board_scene *scene, int width, int height,
                      const struct type_metrics *metrics)
{
    board_enter(out, &scene->spec, width, height);
    (*out)->metrics = metrics;
    sitting_step(*out);
    if (scene->act)
        scene->act(*out);
    (*out)->now_ms += CONSOLE_SAY_MS;
    sitting_step(*out);
}
