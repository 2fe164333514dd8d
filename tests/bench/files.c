#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/cost.h"
#include "bench/groups.h"
#include "export/export.h"
#include "model/portray.h"
#include "report/cluster.h"
#include "rollup/clusters.h"
#include "rollup/rollup.h"
#include "rooms/rooms.h"

static const int64_t now_ms = INT64_C(1794700800000);

enum { FILES = 1000, FILES_QUICK = 50 };

static unsigned files(const struct bench_scene *scene)
{
    return scene->quick ? FILES_QUICK : FILES;
}

/* ---- many clusters */

static void roll_up(const struct bench_scene *scene, void *nothing)
{
    (void)nothing;
    struct rollup *rollup;
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    bench_must(rollup_create(&rollup, files(scene), &trouble) == ERROR_OK, trouble.text);
    for (unsigned n = 1; n <= files(scene); n++) {
        clusters_path(path, scene->folder, n);
        bench_must(rollup_add(rollup, path, &trouble) == ERROR_OK, trouble.text);
    }
    bench_must(rollup_finish(rollup, &trouble) == ERROR_OK, trouble.text);
    bench_path(path, scene, "rollup.csv");
    bench_must(rollup_csv(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    bench_path(path, scene, "rollup.xlsx");
    bench_must(rollup_xlsx(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    bench_path(path, scene, "rollup.pdf");
    bench_must(rollup_pdf(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    rollup_destroy(&rollup);
}

static void read_rows(const struct bench_scene *scene, void *nothing)
{
    (void)nothing;
    char path[BENCH_PATH_SIZE];
    for (unsigned n = 1; n <= files(scene); n++) {
        sqlite3 *database;
        sqlite3_stmt *rows;
        clusters_path(path, scene->folder, n);
        bench_must(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK, path);
        bench_must(sqlite3_prepare_v2(database, "SELECT * FROM event ORDER BY seq", -1, &rows,
                                      NULL) == SQLITE_OK,
                   path);
        while (sqlite3_step(rows) == SQLITE_ROW)
            for (int i = 0; i < sqlite3_column_count(rows); i++)
                bench_must(sqlite3_column_bytes(rows, i) >= 0, path);
        sqlite3_finalize(rows);
        sqlite3_close(database);
    }
}

/* ---- what is written of one workshop */

static void write_pdf(const struct bench_scene *scene, void *room)
{
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    bench_path(path, scene, "cluster.pdf");
    bench_must(report_cluster(path, room, AUDIENCE_FACILITATOR, now_ms, &trouble) == ERROR_OK,
               trouble.text);
}

static void write_xlsx(const struct bench_scene *scene, void *room)
{
    struct export what = {.room = room, .reader = AUDIENCE_FACILITATOR, .now_ms = now_ms};
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    bench_path(path, scene, "cluster.xlsx");
    bench_must(export_xlsx(path, &what, &trouble) == ERROR_OK, trouble.text);
}

/* As many bytes as that file has, written beside it, on the disk and moved to their place. */
static void write_bytes_of(const struct bench_scene *scene, const char *name)
{
    char path[BENCH_PATH_SIZE], part[BENCH_PATH_SIZE + 16], to[BENCH_PATH_SIZE + 16];
    struct stat like;
    bench_path(path, scene, name);
    snprintf(part, sizeof part, "%s.floor.part", path);
    snprintf(to, sizeof to, "%s.floor", path);
    bench_must(stat(path, &like) == 0, path);
    char *bytes = calloc(1, (size_t)like.st_size);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    bench_must(bytes && fd >= 0, part);
    bench_must(write(fd, bytes, (size_t)like.st_size) == like.st_size && fsync(fd) == 0, part);
    close(fd);
    bench_must(rename(part, to) == 0, to);
    free(bytes);
}

static void write_pdf_bytes(const struct bench_scene *scene, void *nothing)
{
    (void)nothing;
    write_bytes_of(scene, "cluster.pdf");
}

static void write_xlsx_bytes(const struct bench_scene *scene, void *nothing)
{
    (void)nothing;
    write_bytes_of(scene, "cluster.xlsx");
}

static void *make_room(void)
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

static void make_series(const struct bench_scene *scene, void *nothing)
{
    (void)nothing;
    clusters_series(scene->folder, files(scene));
}

static const struct {
    const char *name, *what, *at, *floor;
    unsigned times;
    void *(*prepare)(void);
    cost_do *run, *run_floor;
} figures[] = {
    {"rollup", "roll-up of many clusters as CSV, XLSX and PDF", "30 schools each",
     "opening the files and reading their rows, SQLite alone", 1, NULL, roll_up, read_rows},
    {"pdf", "the cluster's report as a PDF", "28 schools", "writing as many bytes, with fsync", 7,
     make_room, write_pdf, write_pdf_bytes},
    {"xlsx", "the cluster's workbook", "28 schools", "writing as many bytes, with fsync", 7,
     make_room, write_xlsx, write_xlsx_bytes},
};

void bench_files(const struct bench_scene *scene)
{
    cost_of(make_series, NULL, 1, scene);
    for (unsigned i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct cost cost = cost_of(figures[i].run, figures[i].prepare, figures[i].times, scene);
        struct cost floor = cost_of(figures[i].run_floor, NULL, figures[i].times, scene);
        struct bench_row row = {
            .unit = "ms", .value = cost.seconds * 1e3, .floor = floor.seconds * 1e3};
        snprintf(row.name, sizeof row.name, "%s", figures[i].name);
        snprintf(row.what, sizeof row.what, "%s", figures[i].what);
        snprintf(row.at, sizeof row.at, "%s", figures[i].at);
        if (strcmp(figures[i].name, "rollup") == 0)
            snprintf(row.at, sizeof row.at, "%u files, %s", files(scene), figures[i].at);
        snprintf(row.floor_what, sizeof row.floor_what, "%s", figures[i].floor);
        bench_say(&row);
        snprintf(row.name, sizeof row.name, "%s-memory", figures[i].name);
        snprintf(row.what, sizeof row.what, "its memory at the most");
        snprintf(row.unit, sizeof row.unit, "MiB");
        row.value = (double)cost.peak_kb / 1024;
        row.floor = (double)floor.peak_kb / 1024;
        bench_say(&row);
    }
}
