#include "stage/picture.h"

#include <assert.h>
#include <stdio.h>

#include "rooms/rooms.h"
#include "stage/stage.h"

const struct picture_size picture_sizes[PICTURE_SIZES] = {
    {1920, 1080}, {1024, 768}, {3840, 2160}, {1366, 768}, {1920, 1200}};

void picture_draw(const char *folder, const char *name, int page, enum theme theme,
                  const struct room *room, struct render *render, int size)
{
    static struct draw_list list;
    int width = picture_sizes[size].width, height = picture_sizes[size].height;
    struct stage_frame frame = {.room = room,
                                .layout = layout_kiosk(width, height),
                                .now_ms = rooms_now_ms,
                                .clock = 9 * 60 + 37,
                                .today = 20700, /* in September 2026 */
                                .page = page};
    if (room->place.item == 0)
        frame.clock = 8 * 60 + 52;
    draw_begin(&list, &frame.layout, render_metrics(render));
    stage_draw(&list, &frame);
    assert(list.dropped == 0);
    render_draw(render, &list, theme, 0);
    char path[1024];
    struct trouble trouble = {0};
    snprintf(path, sizeof path, "%s/%s-%dx%d.png", folder, name, width, height);
    if (render_save(render, path, &trouble) != ERROR_OK)
        fprintf(stderr, "%s: %s\n", path, trouble.text);
}
