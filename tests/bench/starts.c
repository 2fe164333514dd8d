#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "bench/groups.h"
#include "bench/show.h"
#include "bench/workshop.h"

/* From the start of a program until its first frame is on the screen. */

enum { TIMES = 7, EVENTS = 100000, EVENTS_QUICK = 500 };

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double middle(double *of, unsigned count)
{
    qsort(of, count, sizeof *of, by_size);
    return of[count / 2];
}

static double start_once(struct show *show, const char *const *arguments)
{
    struct shown shown;
    show_start(show, &shown, "program", arguments);
    double took = show_first_frame(&shown);
    show_stop(&shown);
    return took;
}

static double read_once(const char *path)
{
    sqlite3 *database;
    sqlite3_stmt *rows;
    double began = bench_seconds();
    bench_must(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, path);
    bench_must(sqlite3_prepare_v2(database, "SELECT * FROM event ORDER BY seq", -1, &rows, NULL) ==
                   SQLITE_OK,
               path);
    while (sqlite3_step(rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(rows); i++)
            bench_must(sqlite3_column_bytes(rows, i) >= 0, path);
    sqlite3_finalize(rows);
    sqlite3_close(database);
    return bench_seconds() - began;
}

struct start {
    const char *name, *what, *at;
    const char *arguments[SHOW_ARGUMENTS];
    const char *floor[4]; /* a window; none: the rows of the file are read */
    double most_ms;
};

static void measure(struct show *show, const struct bench_scene *scene, const struct start *start,
                    const char *file)
{
    double took[TIMES], floor[TIMES];
    unsigned times = scene->quick ? 1 : TIMES;
    for (unsigned i = 0; i < times; i++) {
        took[i] = start_once(show, start->arguments);
        floor[i] = start->floor[0] ? start_once(show, start->floor) : read_once(file);
    }
    struct bench_row row = {.unit = "ms",
                            .value = middle(took, times) * 1e3,
                            .floor = middle(floor, times) * 1e3,
                            .rule = {.plus = start->most_ms}};
    snprintf(row.name, sizeof row.name, "%s", start->name);
    snprintf(row.what, sizeof row.what, "%s", start->what);
    snprintf(row.at, sizeof row.at, "%s", start->at);
    snprintf(row.floor_what, sizeof row.floor_what, "%s",
             start->floor[0] ? "an SDL program that opens the same window and presents it once"
                             : "reading the same rows, SQLite alone");
    bench_say(&row);
}

void bench_starts(const struct bench_scene *scene)
{
    struct show *show;
    char file[BENCH_PATH_SIZE], events[32];
    unsigned count = scene->quick ? EVENTS_QUICK : EVENTS;
    bench_path(file, scene, "long-day.plenary");
    snprintf(events, sizeof events, "a file of %u events", count);
    workshop_make(file, count);
    const struct start starts[] = {
        {"start-kiosk",
         "kiosk: start to first frame",
         "1080p",
         {KIOSK, "--windowed", "1920x1080"},
         {BENCH_WINDOW, "1920", "1080"},
         150},
        {"start-client",
         "client: start to first frame",
         "1100x760",
         {CLIENT, "--windowed", "1100x760"},
         {BENCH_WINDOW, "1100", "760"},
         150},
        {"start-file",
         "kiosk: start to first frame",
         events,
         {KIOSK, "--windowed", "1920x1080", "--listen", "127.0.0.1", "--port", "0", file},
         {NULL},
         1000},
    };
    show_create(&show, scene, 1920, 1080);
    for (unsigned i = 0; i < sizeof starts / sizeof *starts; i++)
        measure(show, scene, &starts[i], file);
    show_destroy(&show);
}
