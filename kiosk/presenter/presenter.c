#include "presenter/state.h"

#include "host/clock.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum error presenter_create(struct presenter **out, const struct presenter_look *look,
                            struct trouble *trouble)
{
    struct presenter *p = calloc(1, sizeof *p);
    *out = p;
    if (!p)
        return ERROR_MEMORY;
    p->window.theme = look->dark ? THEME_DARK : THEME_LIGHT;
    p->window.reduced_motion = look->reduced_motion;
    enum error e = ERROR_OK;
    for (unsigned viewer = 0; e == ERROR_OK && viewer < VIEWER_COUNT; viewer++)
        e = room_create(&p->rooms[viewer]);
    if (e == ERROR_OK)
        e = window_open(&p->window, look->width, look->height, trouble);
    if (e != ERROR_OK)
        presenter_destroy(out);
    return e;
}

void presenter_destroy(struct presenter **out)
{
    struct presenter *p = *out;
    if (!p)
        return;
    if (p->window.sdl)
        window_close(&p->window);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_destroy(&p->rooms[viewer]);
    free(p);
    *out = NULL;
}

void presenter_wake(void *presenter)
{
    window_wake(&((struct presenter *)presenter)->window);
}

/* What the presenter wants of a letter: the items. It is admitted by being here, its commands are
 * never lost on the way, and the room says what became of them. */
static void take_item(void *room, const struct item *item)
{
    room_apply(room, item);
}

static void take_removed(void *room, struct item_key key)
{
    room_remove(room, key);
}

static void ignore_seated(void *room, const struct seated *seated)
{
    (void)room, (void)seated;
}

static void ignore_receipt(void *room, uint32_t id, enum refusal refusal)
{
    (void)room, (void)id, (void)refusal;
}

static void ignore_caught_up(void *room)
{
    (void)room;
}

static void ignore_beat(void *room, uint32_t beat)
{
    (void)room, (void)beat;
}

static void ignore_farewell(void *room, enum farewell farewell)
{
    (void)room, (void)farewell;
}

static void read_letters(struct presenter *p, int64_t now_ms)
{
    enum mailbox_viewer viewer;
    for (size_t length; (length = mailbox_take_letter(p->box, &viewer, p->letter)) > 0;) {
        struct letter_reader reader = {.context = p->rooms[viewer],
                                       .seated = ignore_seated,
                                       .receipt = ignore_receipt,
                                       .item = take_item,
                                       .removed = take_removed,
                                       .caught_up = ignore_caught_up,
                                       .beat = ignore_beat,
                                       .farewell = ignore_farewell};
        bool whole = letter_read(&reader, now_ms, p->letter, length);
        if (!whole)
            break; /* our own host writes no such letter */
    }
}

static int minutes_of_day(void)
{
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return local.tm_hour * 60 + local.tm_min;
}

static void draw_stage(struct presenter *p, int64_t now_ms)
{
    struct window *window = &p->window;
    const struct room *room = p->rooms[VIEWER_PROJECTOR];
    if (p->blank) {
        draw_rect(&window->list, 0, 0, window->layout.across, window->layout.down, TOKEN_PAPER);
        return;
    }
    if (room->place.item != p->shown.item || room->place.step != p->shown.step) {
        p->shown = room->place;
        p->page = 0;
        p->going.item = UINT8_MAX;
        window_fade(window);
    }
    motion_update(&p->motion, room, now_ms);
    struct stage_frame frame = {.room = room,
                                .layout = window->layout,
                                .now_ms = now_ms,
                                .clock = minutes_of_day(),
                                .page = p->page,
                                .reduced_motion = window->reduced_motion,
                                .motion = &p->motion};
    int pages = stage_pages(&frame);
    p->page = frame.page = (p->page + pages) % pages;
    stage_draw(&window->list, &frame);
}

enum { FRAME_MS = 16, SECOND_MS = 1000 };

/* Until the next picture could differ: the next frame of a movement, or the next second. */
static int wait_ms(struct presenter *p, int64_t now_ms)
{
    if (window_fading(&p->window) || motion_moving(&p->motion, now_ms))
        return FRAME_MS;
    const struct timer_item *timer = &p->rooms[VIEWER_PROJECTOR]->timer;
    if (!timer->shown || !timer->running)
        return SECOND_MS;
    int64_t left = (timer->ends_ms - now_ms) % SECOND_MS;
    return (int)(left > 0 ? left : left + SECOND_MS) + 1;
}

void presenter_show(struct presenter *p, struct mailbox *box, const struct opening_report *report)
{
    p->box = box;
    p->report = report;
    p->leaving = false;
    p->shown = p->going = (struct place){.item = UINT8_MAX};
    memset(&p->motion, 0, sizeof p->motion);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_clear(p->rooms[viewer]);
    if (report->imported && report->grid.contradiction_count)
        p->overlay = OVERLAY_REPORT;
    while (!p->leaving && !p->window.leaving) {
        int64_t now_ms = clock_monotonic();
        read_letters(p, now_ms);
        window_begin(&p->window);
        keys_obey(p);
        draw_stage(p, now_ms);
        overlay_draw(p);
        window_end(&p->window, !p->frozen);
        window_wait(&p->window, wait_ms(p, now_ms));
    }
    p->box = NULL;
}
