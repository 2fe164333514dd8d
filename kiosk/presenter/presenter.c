#include "presenter/state.h"

#include "base/text.h"
#include "host/clock.h"
#include "words/words.h"

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
    enum error e = room_create(&p->held);
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
    if (p->window.display.window)
        window_close(&p->window);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_destroy(&p->rooms[viewer]);
    room_destroy(&p->held);
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

/* Keeps the page where it should be: at the first one of a new part, and with the condition that is
 * being spoken of when that has moved. */
static void turn_page(struct presenter *p, struct stage_frame *frame)
{
    const struct room *room = frame->room;
    if (room->place.item != p->place.item || room->place.step != p->place.step) {
        p->place = room->place;
        p->page = 0;
        p->going.item = UINT8_MAX;
    }
    int pages = stage_pages(frame);
    p->page = frame->page = (p->page % pages + pages) % pages;
    if (room->view.focus != p->view.focus || room->view.by_average != p->view.by_average)
        p->page = frame->page = stage_focus_page(frame);
    p->view = room->view;
}

static struct scene scene_of(const struct presenter *p)
{
    const struct room *room = p->frame.room;
    return (struct scene){.place = room->place,
                          .targets = room->view.targets,
                          .by_average = room->view.by_average,
                          .named = room->workshop.named,
                          .blank = p->blank,
                          .page = p->frame.page};
}

static bool same_scene(const struct scene *a, const struct scene *b)
{
    return a->place.item == b->place.item && a->place.step == b->place.step &&
           a->targets == b->targets && a->by_average == b->by_average && a->named == b->named &&
           a->blank == b->blank && a->page == b->page;
}

static void draw_stage(struct presenter *p, int64_t now_ms)
{
    struct window *window = &p->window;
    struct stage_frame frame = {.room = p->rooms[VIEWER_PROJECTOR],
                                .layout = window->layout,
                                .now_ms = now_ms,
                                .clock = minutes_of_day(),
                                .page = p->page,
                                .reduced_motion = window->reduced_motion,
                                .motion = &p->motion};
    turn_page(p, &frame);
    motion_update(&p->motion, frame.room, now_ms);
    if (!p->frozen)
        p->frame = frame;
    p->frame.layout = window->layout; /* a held picture fits a window made larger, too */
    struct scene scene = scene_of(p);
    if (!same_scene(&scene, &p->scene))
        window_fade(window);
    p->scene = scene;
    if (p->blank)
        draw_rect(&window->list, 0, 0, window->layout.across, window->layout.down, TOKEN_PAPER);
    else
        stage_draw(&window->list, &p->frame);
}

enum { FRAME_MS = 16, SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };

/* Until the next picture could differ: the next frame of a movement, the next second of the timer
 * or the next minute of the clock. A signal to end is noticed within a second. */
static int wait_ms(struct presenter *p, int64_t now_ms)
{
    if (window_fading(&p->window) || motion_moving(&p->motion, now_ms))
        return FRAME_MS;
    struct timespec wall;
    clock_gettime(CLOCK_REALTIME, &wall);
    int64_t minute = MINUTE_MS - (wall.tv_sec % 60 * SECOND_MS + wall.tv_nsec / 1000000);
    int64_t wait = minute < SECOND_MS ? minute : SECOND_MS;
    const struct timer_item *timer = &p->rooms[VIEWER_PROJECTOR]->timer;
    if (timer->shown && timer->running) {
        int64_t left = (timer->ends_ms - now_ms) % SECOND_MS;
        left += left > 0 ? 0 : SECOND_MS;
        wait = left < wait ? left : wait;
    }
    return (int)wait + 1;
}

static void begin_show(struct presenter *p, const struct opening_report *report)
{
    input_clear(&p->window.input);
    p->report = report;
    p->leaving = p->blank = p->frozen = false;
    p->place = p->going = p->scene.place = (struct place){.item = UINT8_MAX};
    p->page = p->overlay_top = 0;
    p->title[0] = '\0';
    p->window.dropped[0] = '\0';
    memset(&p->motion, 0, sizeof p->motion);
    for (unsigned viewer = 0; viewer < VIEWER_COUNT; viewer++)
        room_clear(p->rooms[viewer]);
    bool differs = report->imported && report->grid.contradiction_count;
    p->overlay = differs ? OVERLAY_REPORT : OVERLAY_NONE;
}

static void show_frame(struct presenter *p, int64_t now_ms)
{
    if (p->window.dropped[0])
        p->overlay = OVERLAY_DROPPED;
    if (strcmp(p->title, p->rooms[VIEWER_PROJECTOR]->workshop.title) != 0) {
        text_copy(p->title, sizeof p->title, p->rooms[VIEWER_PROJECTOR]->workshop.title);
        window_title(&p->window, p->title);
    }
    window_begin(&p->window);
    keys_obey(p);
    draw_stage(p, now_ms);
    overlay_draw(p);
    window_end(&p->window);
}

void presenter_show(struct presenter *p, struct mailbox *box, const struct opening_report *report)
{
    p->box = box;
    begin_show(p, report);
    while (!p->leaving && !p->window.leaving) {
        int64_t now_ms = clock_monotonic();
        read_letters(p, now_ms);
        if (p->rooms[VIEWER_PROJECTOR]->changes > 0) /* before that there is nothing to show */
            show_frame(p, now_ms);
        window_wait(&p->window, wait_ms(p, now_ms));
    }
    window_title(&p->window, word(WORD_APP_NAME));
    p->box = NULL;
}
