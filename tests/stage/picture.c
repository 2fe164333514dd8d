#include "stage/picture.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "rooms/rooms.h"
#include "stage/stage.h"

static const struct {
    int width, height;
} sizes[] = {{1920, 1080}, {1024, 768}, {3840, 2160}, {1366, 768}, {1920, 1200}};

bool album_wants(const struct album *album, const char *name)
{
    return !album->only || strncmp(name, album->only, strlen(album->only)) == 0;
}

void album_add(const struct album *album, const char *name, int page, enum theme theme)
{
    static struct draw_list list;
    const struct room *room = album->room;
    struct stage_frame frame = {.room = room,
                                .layout = layout_kiosk(album->width, album->height),
                                .now_ms = rooms_now_ms,
                                .clock = room->place.item ? 9 * 60 + 37 : 8 * 60 + 52,
                                .today = 20700, /* in September 2026 */
                                .page = page};
    draw_begin(&list, &frame.layout, render_metrics(album->render));
    stage_draw(&list, &frame);
    assert(list.dropped == 0);
    render_draw(album->render, &list, theme, 0);
    char path[1024];
    struct trouble trouble = {0};
    snprintf(path, sizeof path, "%s/%s-%dx%d.png", album->folder, name, album->width,
             album->height);
    if (render_save(album->render, path, &trouble) != ERROR_OK)
        fprintf(stderr, "%s: %s\n", path, trouble.text);
}

int album_make(int argc, char **argv, void (*fill)(const struct album *album))
{
    if (argc < 2)
        return 2;
    struct album album = {.folder = argv[1], .only = argc > 2 ? argv[2] : NULL};
    struct trouble trouble = {0};
    if (room_create(&album.room) != ERROR_OK)
        return 1;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        album.width = sizes[s].width;
        album.height = sizes[s].height;
        if (render_create_headless(&album.render, album.width, album.height, &trouble)) {
            fprintf(stderr, "%s\n", trouble.text);
            return 1;
        }
        fill(&album);
        render_destroy(&album.render);
    }
    room_destroy(&album.room);
    return 0;
}
