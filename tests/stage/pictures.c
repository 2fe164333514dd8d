/* Every stage in many situations as PNG files, to be looked at beside the design: not a test.
 * pictures FOLDER [NAME-PREFIX] */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/render.h"
#include "rooms/rooms.h"
#include "stage/stage.h"

static const struct picture {
    const char *name;
    struct rooms_spec spec;
    int page;
    enum theme theme;
} pictures[] = {
#define LIVE .address = "192.168.4.20"
#define GRID .place = {2, 2}, .elapsed_ms = 1040000, LIVE
    {"lobby", {.schools = 10, .seats = 18, LIVE}, 0, THEME_LIGHT},
    {"lobby-dark", {.schools = 10, .seats = 18, LIVE}, 0, THEME_DARK},
    {"lobby-3", {.schools = 3, .seats = 1, .address = "192.168.104.200", .port = 50000}, 0, 0},
    {"lobby-28", {.schools = 28, .seats = 60, LIVE}, 0, THEME_LIGHT},
    {"lobby-60", {.schools = 60, .seats = 130, LIVE}, 0, THEME_LIGHT},
    {"lobby-128", {.schools = 128, .seats = 300, LIVE}, 4, THEME_LIGHT},
    {"lobby-long", {.schools = 14, .seats = 30, .long_names = true, LIVE}, 0, THEME_LIGHT},
    {"lobby-empty", {.schools = 0, LIVE}, 0, THEME_LIGHT},
    {"lobby-no-network", {.schools = 10}, 0, THEME_LIGHT},
    {"lobby-own-codes", {.schools = 10, .seats = 9, .no_room_code = true, LIVE}, 0, THEME_LIGHT},
    {"briefing", {.schools = 10, .place = {1, 1}, .elapsed_ms = 378000}, 0, THEME_LIGHT},
    {"briefing-dark", {.schools = 10, .place = {2, 1}, .elapsed_ms = 378000}, 0, THEME_DARK},
    {"briefing-last", {.schools = 10, .place = {5, 1}, .elapsed_ms = 1140000}, 0, THEME_LIGHT},
    {"briefing-over", {.schools = 10, .place = {3, 1}, .elapsed_ms = 3130000}, 0, THEME_LIGHT},
    {"briefing-long",
     {.schools = 10, .place = {2, 1}, .items = 12, .long_names = true, .paused = true},
     0,
     THEME_LIGHT},
    {"briefing-64", {.schools = 10, .place = {30, 1}, .items = 64}, 0, THEME_LIGHT},
    {"grid",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_LIGHT},
    {"grid-dark",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_DARK},
    {"grid-empty", {.schools = 10, .named = true, .view = {.focus = 1}, GRID}, 0, THEME_LIGHT},
    {"grid-nobody", {.schools = 0, GRID}, 0, THEME_LIGHT},
    {"grid-3", {.schools = 3, .ratings = ROOMS_AGREED, .named = true, GRID}, 0, THEME_LIGHT},
    {"grid-28",
     {.schools = 28, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_LIGHT},
    {"grid-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .named = true, GRID}, 0, THEME_DARK},
    {"grid-128",
     {.schools = 128, .conditions = 24, .ratings = ROOMS_MOST, .named = true, GRID},
     5,
     THEME_LIGHT},
    {"grid-long",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .long_names = true, GRID},
     0,
     THEME_LIGHT},
    {"grid-goals",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .view = {.focus = 8, .targets = true},
      GRID},
     0,
     THEME_LIGHT},
    {"grid-by-average",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .count_proposed = true,
      .view = {.by_average = true},
      GRID},
     0,
     THEME_LIGHT},
    {"spread", {.schools = 10, .ratings = ROOMS_MOST, .view = {.focus = 8}, GRID}, 0, THEME_LIGHT},
    {"spread-dark", {.schools = 10, .ratings = ROOMS_MOST, .view = {.focus = 8}, GRID}, 0, 1},
    {"spread-few", {.schools = 10, .ratings = ROOMS_FEW, .view = {.focus = 2}, GRID}, 0, 0},
    {"larger-lobby", {.schools = 10, .seats = 18, .view = {.larger = 2}, LIVE}, 0, THEME_LIGHT},
    {"larger-lobby-28", {.schools = 28, .seats = 60, .view = {.larger = 2}, LIVE}, 0, 0},
    {"larger-briefing", {.schools = 10, .place = {1, 1}, .view = {.larger = 2}}, 0, THEME_LIGHT},
    {"larger-briefing-5", {.schools = 10, .place = {5, 1}, .view = {.larger = 1}}, 0, THEME_LIGHT},
    {"larger-grid",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.larger = 2}, GRID},
     0,
     THEME_LIGHT},
    {"larger-grid-28",
     {.schools = 28, .ratings = ROOMS_MOST, .named = true, .view = {.larger = 2}, GRID},
     0,
     THEME_LIGHT},
    {"larger-spread", {.schools = 10, .ratings = ROOMS_MOST, .view = {.larger = 1}, GRID}, 0, 0},
    {"spread-128", {.schools = 128, .ratings = ROOMS_AGREED, GRID}, 0, THEME_LIGHT},
};

static const struct {
    int width, height;
} sizes[] = {{1920, 1080}, {1024, 768}, {3840, 2160}, {1366, 768}, {1920, 1200}};

static void draw_one(const char *folder, const struct picture *picture, const struct room *room,
                     struct render *render, int width, int height)
{
    static struct draw_list list;
    struct stage_frame frame = {.room = room,
                                .layout = layout_kiosk(width, height),
                                .now_ms = rooms_now_ms,
                                .clock = 9 * 60 + 37,
                                .page = picture->page};
    if (room->place.item == 0)
        frame.clock = 8 * 60 + 52;
    draw_begin(&list, &frame.layout, render_metrics(render));
    stage_draw(&list, &frame);
    assert(list.dropped == 0);
    render_draw(render, &list, picture->theme, 0);
    char path[1024];
    struct trouble trouble = {0};
    snprintf(path, sizeof path, "%s/%s-%dx%d.png", folder, picture->name, width, height);
    if (render_save(render, path, &trouble) != ERROR_OK)
        fprintf(stderr, "%s: %s\n", path, trouble.text);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    struct room *room = NULL;
    struct trouble trouble = {0};
    if (room_create(&room) != ERROR_OK)
        return 1;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct render *render = NULL;
        if (render_create_headless(&render, sizes[s].width, sizes[s].height, &trouble)) {
            fprintf(stderr, "%s\n", trouble.text);
            return 1;
        }
        for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
            if (argc > 2 && strncmp(pictures[i].name, argv[2], strlen(argv[2])) != 0)
                continue;
            rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &pictures[i].spec);
            room->view.larger = pictures[i].spec.view.larger; /* in the lobby, too */
            draw_one(argv[1], &pictures[i], room, render, sizes[s].width, sizes[s].height);
        }
        render_destroy(&render);
    }
    room_destroy(&room);
    return 0;
}
