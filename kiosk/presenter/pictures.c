#include "presenter/presenter.h"

#include "link/beacon.h"
#include "options/options.h"
#include "render/render.h"
#include "stage/stage.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Everything a picture needs, too large for the stack. */
struct studio {
    struct live live;
    struct layout layout;
    enum theme theme;
    int clock; /* minutes after midnight */
    struct room *room;
    struct render *render;
    struct draw_list list;
};

enum { PICTURE_WIDTH = 1920, PICTURE_HEIGHT = 1080 };

static void take_item(void *room, const struct item *item)
{
    room_apply(room, item);
}

/* One picture of the room as it is. */
static enum error take_picture(struct studio *studio, const char *folder, const char *name,
                               struct trouble *trouble)
{
    char path[OPENING_PATH_SIZE];
    struct stage_frame frame = {.room = studio->room,
                                .layout = studio->layout,
                                .clock = studio->clock,
                                .reduced_motion = true};
    int length = snprintf(path, sizeof path, "%s/%s.png", folder, name);
    if (length < 0 || (size_t)length >= sizeof path)
        return trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
    draw_begin(&studio->list, &frame.layout, render_metrics(studio->render));
    stage_draw(&studio->list, &frame);
    render_dirty(studio->render);
    render_draw(studio->render, &studio->list, studio->theme, 0);
    enum error e = render_save(studio->render, path, trouble);
    if (e == ERROR_OK)
        puts(path);
    return e;
}

enum { LOBBY_CLOCK = 8 * 60 + 52 };

/* Puts the room at a place as if the part had just begun; pictures are taken at time 0. */
static void stand_at(struct studio *studio, uint8_t item, uint8_t step)
{
    struct room *room = studio->room;
    int64_t whole = item ? room->items[item].minutes * INT64_C(60000) : 0;
    room->place = (struct place){.item = item, .step = step};
    room->timer = (struct timer_item){
        .shown = whole > 0, .running = whole > 0, .ends_ms = whole, .whole_ms = whole};
    studio->clock = item && room->items[item].start ? room->items[item].start : LOBBY_CLOCK;
}

static enum error take_item_pictures(struct studio *studio, const char *folder, uint8_t item,
                                     struct trouble *trouble)
{
    const struct agenda_item *content = &studio->room->items[item];
    enum error e = ERROR_OK;
    for (uint8_t step = 1; e == ERROR_OK && step <= content->step_count; step++) {
        char name[64];
        stand_at(studio, item, step);
        studio->room->view.targets = false;
        snprintf(name, sizeof name, "%02u-%u-%s", item, step, content->id);
        e = take_picture(studio, folder, name, trouble);
        if (e == ERROR_OK && content->steps[step - 1].stage == STAGE_GRID &&
            studio->room->workshop.named) {
            studio->room->view.targets = true;
            snprintf(name, sizeof name, "%02u-%u-%s-targets", item, step, content->id);
            e = take_picture(studio, folder, name, trouble);
        }
    }
    return e;
}

static enum error take_all(struct studio *studio, const char *folder, struct trouble *trouble)
{
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        return trouble_set(trouble, ERROR_IO, "The folder %s cannot be made: %s.", folder,
                           strerror(errno));
    stand_at(studio, 0, 1);
    enum error e = take_picture(studio, folder, "00-lobby", trouble);
    for (uint8_t item = 1; e == ERROR_OK && item <= studio->room->workshop.item_count; item++)
        e = take_item_pictures(studio, folder, item, trouble);
    return e;
}

enum error presenter_pictures(const struct model *model, const char *folder,
                              const struct presenter_look *look, struct trouble *trouble)
{
    struct studio *studio = calloc(1, sizeof *studio);
    enum error e = studio ? room_create(&studio->room) : ERROR_MEMORY;
    if (e != ERROR_OK) {
        free(studio);
        return e;
    }
    studio->layout = layout_kiosk(look->width ? look->width : PICTURE_WIDTH,
                                  look->height ? look->height : PICTURE_HEIGHT);
    studio->theme = look->dark ? THEME_DARK : THEME_LIGHT;
    e = render_create_headless(&studio->render, studio->layout.width, studio->layout.height,
                               trouble);
    if (e == ERROR_OK) {
        link_own_address(studio->live.address);
        studio->live.port = OPTIONS_PORT;
        model_project(model, &studio->live, (struct audience){AUDIENCE_PROJECTOR, 0}, take_item,
                      studio->room);
        e = take_all(studio, folder, trouble);
    }
    render_destroy(&studio->render);
    room_destroy(&studio->room);
    free(studio);
    return e;
}
