#include "bench/bench.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/export.h"
#include "report/cluster.h"
#include "rollup/clusters.h"
#include "rollup/rollup.h"

static const int64_t now_ms = INT64_C(1794700800000);

static void path_in(char to[BENCH_PATH_SIZE], const struct bench_scene *scene, const char *name)
{
    snprintf(to, BENCH_PATH_SIZE, "%s/%s", scene->folder, name);
}

/* ---- many clusters */

static void roll_up(const struct bench_scene *scene)
{
    struct rollup *rollup;
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    bench_must(rollup_create(&rollup, scene->files, &trouble) == ERROR_OK, trouble.text);
    for (unsigned n = 1; n <= scene->files; n++) {
        clusters_path(path, scene->folder, n);
        bench_must(rollup_add(rollup, path, &trouble) == ERROR_OK, trouble.text);
    }
    bench_must(rollup_finish(rollup, &trouble) == ERROR_OK, trouble.text);
    path_in(path, scene, "rollup.csv");
    bench_must(rollup_csv(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    path_in(path, scene, "rollup.xlsx");
    bench_must(rollup_xlsx(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    path_in(path, scene, "rollup.pdf");
    bench_must(rollup_pdf(path, rollup, now_ms, &trouble) == ERROR_OK, trouble.text);
    rollup_destroy(&rollup);
}

static void read_rows(const struct bench_scene *scene)
{
    char path[BENCH_PATH_SIZE];
    for (unsigned n = 1; n <= scene->files; n++) {
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

static void write_pdf(const struct bench_scene *scene)
{
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    path_in(path, scene, "cluster.pdf");
    bench_must(report_cluster(path, scene->room, AUDIENCE_FACILITATOR, now_ms, &trouble) ==
                   ERROR_OK,
               trouble.text);
}

static void write_xlsx(const struct bench_scene *scene)
{
    struct export what = {.room = scene->room, .reader = AUDIENCE_FACILITATOR, .now_ms = now_ms};
    struct trouble trouble = {0};
    char path[BENCH_PATH_SIZE];
    path_in(path, scene, "cluster.xlsx");
    bench_must(export_xlsx(path, &what, &trouble) == ERROR_OK, trouble.text);
}

/* As many bytes as that file has, written beside it, on the disk and moved to their place. */
static void write_bytes_of(const struct bench_scene *scene, const char *name)
{
    char path[BENCH_PATH_SIZE], part[BENCH_PATH_SIZE + 16], to[BENCH_PATH_SIZE + 16];
    struct stat like;
    path_in(path, scene, name);
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

static void write_pdf_bytes(const struct bench_scene *scene)
{
    write_bytes_of(scene, "cluster.pdf");
}

static void write_xlsx_bytes(const struct bench_scene *scene)
{
    write_bytes_of(scene, "cluster.xlsx");
}

const struct bench_figure bench_table[] = {
    {"rollup", "roll-up of %u clusters, 30 schools each, as CSV, XLSX and PDF",
     "opening the same files and reading their event rows, SQLite alone", 1, false, roll_up,
     read_rows},
    {"pdf", "the cluster's report of 28 schools as a PDF", "writing as many bytes, with fsync", 7,
     true, write_pdf, write_pdf_bytes},
    {"xlsx", "the workbook of 28 schools", "writing as many bytes, with fsync", 7, true, write_xlsx,
     write_xlsx_bytes},
};

const unsigned bench_count = sizeof bench_table / sizeof *bench_table;
