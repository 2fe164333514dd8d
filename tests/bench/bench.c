/* plenary-bench [--quick] [--json FILE]: prints the table of bench.h. --quick takes fewer files. */

#include "bench/bench.h"

#include <ftw.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "model/portray.h"
#include "rollup/clusters.h"
#include "rooms/rooms.h"

enum { FILES = 1000, FILES_QUICK = 50, TIMES_MAX = 16 };

void bench_must(bool well, const char *what)
{
    if (well)
        return;
    fprintf(stderr, "plenary-bench: %s\n", what);
    exit(1);
}

/* ---- measuring */

struct cost {
    double seconds;
    long peak_kb;
};

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct room *make_room(void)
{
    struct rooms_spec spec = {.schools = 28,
                              .ratings = ROOMS_MOST,
                              .named = true,
                              .seats = 60,
                              .board = {.headings = 4, .notes = 80, .worked = true}};
    struct model *model;
    struct room *room;
    struct live *live = calloc(1, sizeof *live);
    bench_must(live && model_create(&model) == ERROR_OK, "no memory");
    rooms_model(model, live, &spec);
    bench_must(room_portray(&room, model, AUDIENCE_FACILITATOR, 0) == ERROR_OK, "no memory");
    model_destroy(&model);
    free(live);
    return room;
}

/* Once, in a process of its own, whose memory begins small: this one makes nothing. */
static struct cost measure_once(bench_do *run, bool needs_room, const struct bench_scene *scene)
{
    struct cost cost = {0};
    struct rusage usage;
    int pipes[2], status;
    bench_must(pipe(pipes) == 0, "no pipe");
    fflush(NULL);
    pid_t child = fork();
    bench_must(child >= 0, "no process");
    if (child == 0) {
        struct bench_scene own = *scene;
        if (needs_room)
            own.room = make_room();
        double before = seconds_now();
        run(&own);
        double took = seconds_now() - before;
        _exit(write(pipes[1], &took, sizeof took) == sizeof took ? 0 : 1);
    }
    close(pipes[1]);
    bool said = read(pipes[0], &cost.seconds, sizeof cost.seconds) == sizeof cost.seconds;
    close(pipes[0]);
    bench_must(wait4(child, &status, 0, &usage) == child && status == 0 && said, "it went wrong");
    cost.peak_kb = usage.ru_maxrss;
    return cost;
}

static int by_seconds(const void *a, const void *b)
{
    double x = ((const struct cost *)a)->seconds, y = ((const struct cost *)b)->seconds;
    return (x > y) - (x < y);
}

static struct cost measure(bench_do *run, bool needs_room, unsigned times,
                           const struct bench_scene *scene)
{
    struct cost costs[TIMES_MAX];
    bench_must(times >= 1 && times <= TIMES_MAX, "so often is too often");
    for (unsigned i = 0; i < times; i++)
        costs[i] = measure_once(run, needs_room, scene);
    qsort(costs, times, sizeof *costs, by_seconds);
    return costs[times / 2];
}

/* ---- telling */

static void print_json(FILE *json, const struct bench_figure *figure,
                       const struct bench_scene *scene, struct cost cost, struct cost floor,
                       bool last)
{
    fprintf(json, "    {\"name\": \"%s\", \"what\": \"", figure->name);
    fprintf(json, figure->what, scene->files);
    fprintf(json,
            "\",\n     \"seconds\": %.4f, \"peak_kb\": %ld,\n     \"floor\": \"%s\",\n"
            "     \"floor_seconds\": %.4f, \"floor_peak_kb\": %ld}%s\n",
            cost.seconds, cost.peak_kb, figure->floor, floor.seconds, floor.peak_kb,
            last ? "" : ",");
}

static void run_all(const struct bench_scene *scene, FILE *json)
{
    printf("%10s %10s   %10s %10s   %6s\n", "ms", "peak MB", "floor ms", "peak MB", "times");
    for (unsigned i = 0; i < bench_count; i++) {
        const struct bench_figure *figure = &bench_table[i];
        struct cost cost = measure(figure->run, figure->room, figure->times, scene);
        struct cost floor = measure(figure->run_floor, false, figure->times, scene);
        printf("%10.1f %10.1f   %10.1f %10.1f   %6.1f  ", cost.seconds * 1e3,
               (double)cost.peak_kb / 1024, floor.seconds * 1e3, (double)floor.peak_kb / 1024,
               cost.seconds / floor.seconds);
        printf(figure->what, scene->files);
        printf("\n%59s(floor: %s)\n", "", figure->floor);
        if (json)
            print_json(json, figure, scene, cost, floor, i + 1 == bench_count);
    }
}

static void make_series(const struct bench_scene *scene)
{
    clusters_series(scene->folder, scene->files);
}

static int take_away(const char *path, const struct stat *info, int type, struct FTW *at)
{
    (void)info, (void)type, (void)at;
    return remove(path);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {
        {"quick", no_argument, NULL, 'q'}, {"json", required_argument, NULL, 'j'}, {0}};
    char folder[] = "/tmp/plenary-bench-XXXXXX";
    struct bench_scene scene = {.files = FILES};
    FILE *json = NULL;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        bench_must(option == 'q' || option == 'j', "[--quick] [--json FILE]");
        if (option == 'q')
            scene.files = FILES_QUICK;
        else
            bench_must((json = fopen(optarg, "w")) != NULL, optarg);
    }
    bench_must((scene.folder = mkdtemp(folder)) != NULL, folder);
    measure_once(make_series, false, &scene);
    if (json)
        fputs("{\"figures\": [\n", json);
    run_all(&scene, json);
    if (json) {
        fputs("]}\n", json);
        bench_must(fclose(json) == 0, "the file of figures could not be written");
    }
    nftw(folder, take_away, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}
