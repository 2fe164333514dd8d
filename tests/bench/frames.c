#include <stdlib.h>

#include "bench/groups.h"
#include "bench/show.h"
#include "render/display.h"
#include "render/render.h"
#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "stage/scenes.h"
#include "stage/stage.h"
#include "stage/tellings.h"

#include <SDL.h>

/* Frames of every stage of a full workshop of 28 schools, in a real window and drawn by the
 * processor alone. A stage comes up again and again as on the projector: it is laid out and drawn
 * as a whole, fades in, frame by frame, and then its timer goes on for some seconds. A frame is all
 * of it, from laying out to the screen. */

enum { COMES = 8, COMES_QUICK = 1, SECONDS = 4, FRAME_MS = 16, SECOND_MS = 1000 };
enum { FRAMES_MAX = COMES * (SECONDS + 2 + RENDER_FADE_MS / FRAME_MS + 1) };

#define FULL .schools = 28, .ratings = ROOMS_MOST, .named = true, .seats = 60

static const struct audience projector = {AUDIENCE_PROJECTOR, 0};

/* ---- the stages */

/* A room at a step of that stage. */
static void stand(struct room *room, enum stage_kind stage)
{
    struct rooms_spec spec = {FULL, .place = {2, 1}, .elapsed_ms = 765000};
    rooms_example(room, projector, &spec);
    room->items[2].steps[0].stage = (uint8_t)stage;
}

static void make_lobby(struct room *room)
{
    rooms_example(room, projector, &(struct rooms_spec){FULL, .address = "192.168.1.20"});
}

static void make_briefing(struct room *room)
{
    stand(room, STAGE_BRIEFING);
}

static void make_grid(struct room *room)
{
    stand(room, STAGE_GRID);
}

static void make_board(struct room *room)
{
    struct rooms_spec spec = {FULL, .board = {.headings = 4, .notes = 80, .worked = true}};
    rooms_example(room, projector, &spec);
}

static void make_together(struct room *room)
{
    static const uint16_t values[RATING_MAX + 1] = {0, 1, 2, 4, 7, 9, 12, 10, 8, 5, 2};
    telling_make(room, &(struct telling){STAGE_TOGETHER, .room = {FULL}, .state = ROUND_SHOWN,
                                         .answered = 60, .asked = 60, .values = values});
}

static void make_findings(struct room *room)
{
    telling_make(room, &(struct telling){STAGE_FINDINGS, .room = {FULL}, .worked = true});
}

static void make_response(struct room *room)
{
    telling_make(room, &(struct telling){STAGE_RESPONSE, .room = {FULL}, .worked = true});
}

static void make_icebreaker(struct room *room)
{
    scene_icebreaker(room,
                     &(struct scene_round){
                         .state = ROUND_SHOWN, .answered = 60, .asked = 60, .values = {0, 41, 19}});
}

static void make_evaluation(struct room *room)
{
    scene_evaluation(room, &(struct scene_round){.state = ROUND_SHOWN,
                                                 .answered = 60,
                                                 .asked = 60,
                                                 .values = {0, 41, 14, 5},
                                                 .objectives = 5});
}

static void make_ballot(struct room *room)
{
    stand(room, STAGE_BALLOT);
    rooms_vote(room,
               &(struct rooms_vote){
                   .method = METHOD_DOTS, .state = BALLOT_REVEALED, .expected = 60, .voted = 60});
}

static void make_actions(struct room *room)
{
    stand(room, STAGE_ACTIONS);
    rooms_plan(room, &(struct rooms_plan){.actions = 12, .earlier = 6, .priorities = 3});
}

static const struct {
    const char *name;
    void (*make)(struct room *room);
} stages[STAGE_COUNT] = {
    [STAGE_LOBBY] = {"lobby", make_lobby},
    [STAGE_BRIEFING] = {"briefing", make_briefing},
    [STAGE_GRID] = {"grid", make_grid},
    [STAGE_BOARD] = {"board", make_board},
    [STAGE_TOGETHER] = {"together", make_together},
    [STAGE_FINDINGS] = {"findings", make_findings},
    [STAGE_RESPONSE] = {"response", make_response},
    [STAGE_ICEBREAKER] = {"icebreaker", make_icebreaker},
    [STAGE_EVALUATION] = {"evaluation", make_evaluation},
    [STAGE_BALLOT] = {"ballot", make_ballot},
    [STAGE_ACTIONS] = {"actions", make_actions},
};

/* ---- frames */

/* A window, and the times of the frames that were drawn in it, milliseconds. */
struct canvas {
    const char *size; /* "4K" */
    int width, height;
    double most_ms;
    struct display display;
    struct render *render;
    struct draw_list list;
    struct room *room;
    int64_t now_ms;
    unsigned count;
    double of[FRAMES_MAX];
};

static void keep(struct canvas *canvas, double began)
{
    bench_must(canvas->count < FRAMES_MAX, "too many frames");
    canvas->of[canvas->count++] = (bench_seconds() - began) * 1e3;
}

static void draw_stage(struct canvas *canvas, double began)
{
    struct stage_frame frame = {.room = canvas->room,
                                .layout = layout_kiosk(canvas->width, canvas->height),
                                .metrics = render_metrics(canvas->render),
                                .now_ms = canvas->now_ms,
                                .clock = 10 * 60 + 5};
    draw_begin(&canvas->list, &frame.layout, frame.metrics);
    stage_draw(&canvas->list, &frame);
    if (render_draw(canvas->render, &canvas->list, THEME_LIGHT, canvas->now_ms))
        keep(canvas, began);
}

/* The screen is blank, then the stage comes. */
static void come(struct canvas *canvas)
{
    struct layout layout = layout_kiosk(canvas->width, canvas->height);
    draw_begin(&canvas->list, &layout, render_metrics(canvas->render));
    render_draw(canvas->render, &canvas->list, THEME_LIGHT, canvas->now_ms);
    double began = bench_seconds();
    render_fade(canvas->render, canvas->now_ms, RENDER_FADE_MS);
    draw_stage(canvas, began);
    while (render_fading(canvas->render)) {
        canvas->now_ms += FRAME_MS;
        draw_stage(canvas, bench_seconds());
    }
    for (int i = 0; i < SECONDS; i++) {
        canvas->now_ms += SECOND_MS;
        draw_stage(canvas, bench_seconds());
    }
}

static void draw_floor(struct canvas *canvas)
{
    double began = bench_seconds();
    SDL_Surface *surface = SDL_GetWindowSurface(canvas->display.window);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 250, 248, 244));
    SDL_UpdateWindowSurface(canvas->display.window);
    keep(canvas, began);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The p-th of a hundred of the frames kept. */
static double part(struct canvas *canvas, unsigned p)
{
    qsort(canvas->of, canvas->count, sizeof *canvas->of, by_size);
    unsigned at = (canvas->count * p + 99) / 100;
    return canvas->of[at ? at - 1 : 0];
}

static void measure(struct canvas *canvas, const struct bench_scene *scene, enum stage_kind stage)
{
    struct bench_row row = {.unit = "ms", .spread = true, .rule = {.plus = canvas->most_ms}};
    stages[stage].make(canvas->room);
    bench_must(room_stage(canvas->room) == stage, "the room is at another stage");
    canvas->now_ms = rooms_now_ms;
    canvas->count = 0;
    for (int i = 0; i < (scene->quick ? COMES_QUICK : COMES); i++)
        come(canvas);
    row.value = part(canvas, 99);
    row.middle = part(canvas, 50);
    unsigned frames = canvas->count;
    canvas->count = 0;
    while (canvas->count < frames)
        draw_floor(canvas);
    row.floor = part(canvas, 99);
    row.floor_middle = part(canvas, 50);
    render_dirty(canvas->render);
    snprintf(row.name, sizeof row.name, "frame-%s-%s", stages[stage].name, canvas->size);
    snprintf(row.what, sizeof row.what, "a frame of the stage: %s", stages[stage].name);
    snprintf(row.at, sizeof row.at, "%s", canvas->size);
    snprintf(row.floor_what, sizeof row.floor_what, "clearing and presenting the window");
    bench_say(&row);
}

static void measure_all(struct canvas *canvas, const struct bench_scene *scene)
{
    struct trouble trouble = {0};
    struct display_wish wish = {
        .title = "frames", .width = canvas->width, .height = canvas->height};
    bench_must(display_open(&canvas->display, &wish, &trouble) == ERROR_OK, trouble.text);
    bench_must(render_create(&canvas->render, canvas->display.window, &trouble) == ERROR_OK,
               trouble.text);
    bench_must(room_create(&canvas->room) == ERROR_OK, "no memory");
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++)
        measure(canvas, scene, (enum stage_kind)stage);
    room_destroy(&canvas->room);
    render_destroy(&canvas->render);
    display_close(&canvas->display);
}

void bench_frames(const struct bench_scene *scene)
{
    struct show *show;
    static struct canvas sizes[] = {
        {.size = "1080p", .width = 1920, .height = 1080, .most_ms = 6},
        {.size = "4K", .width = 3840, .height = 2160, .most_ms = 20},
    };
    static struct canvas small = {.size = "960x540", .width = 960, .height = 540, .most_ms = 6};
    show_create(&show, scene, 3840, 2160);
    if (scene->quick)
        measure_all(&small, scene);
    for (unsigned i = 0; !scene->quick && i < sizeof sizes / sizeof *sizes; i++)
        measure_all(&sizes[i], scene);
    show_destroy(&show);
}
