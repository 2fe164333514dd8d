#include <string.h>
#include <time.h>

#include "bench/groups.h"
#include "bench/show.h"
#include "bench/workshop.h"

/* What the programs do while nothing happens: the kiosk in its window with a roomful of people
 * connected, one more in a window of a client. The clock on the stage is part of it only when a
 * minute is full, which is waited for and not measured. */

enum { PEOPLE = 30, PEOPLE_QUICK = 3, MEASURE_S = 20, SETTLE_MS = 2500, MINUTE_S = 60 };

static void listen_for(double seconds)
{
    double until = bench_seconds() + seconds;
    while (bench_seconds() < until)
        process_listen(100);
}

/* Waits until so many seconds pass without a full minute, and a moment before. */
static void wait_for_quiet(int seconds)
{
    listen_for(SETTLE_MS / 1e3);
    for (int at = (int)(time(NULL) % MINUTE_S); at < 1 || at + seconds + 1 >= MINUTE_S;
         at = (int)(time(NULL) % MINUTE_S))
        process_listen(100);
}

struct watch {
    const char *name, *what;
    struct shown shown;
    unsigned frames;
    double worked;
    bool must;
};

static void begin(struct watch *watch)
{
    watch->frames = show_frames(&watch->shown);
    watch->worked = show_worked(&watch->shown);
}

static void end(struct watch *watch, double seconds)
{
    watch->frames = show_frames(&watch->shown) - watch->frames;
    watch->worked = (show_worked(&watch->shown) - watch->worked) / seconds * 100;
}

static void say(const struct watch *watch, const char *at, const struct watch *floor)
{
    struct bench_row row = {
        .unit = "%", .value = watch->worked, .rule = {.plus = watch->must ? 1 : 0}};
    snprintf(row.name, sizeof row.name, "idle-%s", watch->name);
    snprintf(row.what, sizeof row.what, "%s: processor while nothing happens", watch->what);
    snprintf(row.at, sizeof row.at, "%s", at);
    row.floor = floor->worked;
    snprintf(row.floor_what, sizeof row.floor_what, "a program that only waits in the same way");
    bench_say(&row);
    row =
        (struct bench_row){.unit = "frames", .value = watch->frames, .rule = {.must = watch->must}};
    snprintf(row.name, sizeof row.name, "idle-%s-frames", watch->name);
    snprintf(row.what, sizeof row.what, "%s: frames drawn meanwhile", watch->what);
    snprintf(row.at, sizeof row.at, "%s", at);
    bench_say(&row);
}

/* People without windows: text clients, each of which stays. */
static void people_come(struct process *people, unsigned count, const struct bench_scene *scene,
                        const char *at, const char *code)
{
    for (unsigned i = 0; i < count; i++) {
        char state[BENCH_PATH_SIZE + 16];
        snprintf(state, sizeof state, "%s/person-%u", scene->folder, i);
        const char *arguments[] = {CLIENT, "--text",  "--join", code, "--at",
                                   at,     "--state", state,    NULL};
        process_start(&people[i], "person", arguments);
    }
    for (unsigned i = 0; i < count; i++)
        process_expect(&people[i], "room complete");
}

static void kiosk_opens(struct show *show, struct watch *kiosk, const char *file, char at[32],
                        char code[16])
{
    char port[8];
    const char *arguments[] = {KIOSK,    "--windowed", "1920x1080",     "--listen", "127.0.0.1",
                               "--port", "0",          "--print-codes", file,       NULL};
    show_start(show, &kiosk->shown, kiosk->name, arguments);
    const char *line = process_expect(&kiosk->shown.process, "listening");
    bench_must(process_value(port, sizeof port, line, "port"), line);
    line = process_expect(&kiosk->shown.process, "kind=room");
    bench_must(process_value(code, 16, line, "code"), line);
    snprintf(at, 32, "127.0.0.1:%s", port);
}

void bench_idle(const struct bench_scene *scene)
{
    struct show *show;
    static struct process people[PEOPLE];
    struct watch kiosk = {.name = "kiosk", .what = "kiosk", .must = true};
    struct watch client = {.name = "client", .what = "client in its window"};
    struct watch floor = {.name = "floor"};
    unsigned count = scene->quick ? PEOPLE_QUICK : PEOPLE;
    int seconds = scene->quick ? 1 : MEASURE_S;
    char file[BENCH_PATH_SIZE], at[32], code[16], seats[32];
    bench_path(file, scene, "quiet.plenary");
    workshop_make(file, 300);
    show_create(&show, scene, 1920, 1080);
    kiosk_opens(show, &kiosk, file, at, code);
    people_come(people, count, scene, at, code);
    const char *window[] = {CLIENT, "--windowed", "1100x760", "--join", code, "--at", at, NULL};
    show_start(show, &client.shown, client.name, window);
    show_first_frame(&client.shown);
    const char *waits[] = {BENCH_WINDOW, "1920", "1080", NULL};
    show_start(show, &floor.shown, floor.name, waits);
    show_first_frame(&floor.shown);
    wait_for_quiet(seconds);
    struct watch *const watched[] = {&kiosk, &client, &floor};
    for (unsigned i = 0; i < 3; i++)
        begin(watched[i]);
    double began = bench_seconds();
    listen_for(seconds);
    double took = bench_seconds() - began;
    for (unsigned i = 0; i < 3; i++)
        end(watched[i], took);
    snprintf(seats, sizeof seats, "%u seats, %d s", count + 1, seconds);
    say(&kiosk, seats, &floor);
    say(&client, seats, &floor);
    for (unsigned i = 0; i < 3; i++)
        show_stop(&watched[i]->shown);
    show_destroy(&show);
}
