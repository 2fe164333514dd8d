#include "faults/figures.h"

#include "testing.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FAULTS_MAX = 64 };

static void add(struct figures *f, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void add(struct figures *f, const char *name, const char *format, ...)
{
    va_list args;
    f->length += (size_t)snprintf(f->text + f->length, sizeof f->text - f->length,
                                  "%s\"%s\": ", f->length ? ", " : "", name);
    assert_true(f->length < sizeof f->text);
    va_start(args, format);
    f->length += (size_t)vsnprintf(f->text + f->length, sizeof f->text - f->length, format, args);
    va_end(args);
    assert_true(f->length < sizeof f->text);
}

void figures_begin(struct figures *figures, const char *fault)
{
    *figures = (struct figures){.fault = fault};
}

void figures_count(struct figures *figures, const char *name, unsigned long count)
{
    add(figures, name, "%lu", count);
}

void figures_say(struct figures *figures, const char *name, const char *text)
{
    add(figures, name, "\"%s\"", text);
}

void figures_time(struct figures_times *times, double ms)
{
    if (times->count < FIGURES_TIMES_MAX)
        times->ms[times->count++] = ms;
}

static int earlier(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double figures_quantile(struct figures_times *times, double q)
{
    if (!times->count)
        return 0;
    qsort(times->ms, times->count, sizeof times->ms[0], earlier);
    return times->ms[(unsigned)ceil(q * times->count) - (q > 0)];
}

void figures_times(struct figures *figures, const char *name, struct figures_times *times)
{
    static const struct {
        const char *name;
        double q;
    } told[] = {{"p50", 0.5}, {"p99", 0.99}, {"max", 1}};
    for (size_t i = 0; times->count && i < sizeof told / sizeof *told; i++) {
        char whole[64];
        snprintf(whole, sizeof whole, "%s_%s", name, told[i].name);
        add(figures, whole, "%.1f", figures_quantile(times, told[i].q));
    }
}

static int is_part(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');
    return end && strcmp(end, ".part") == 0;
}

/* All parts there are, in the order of their names. */
static void put_together(const char *to)
{
    struct dirent **parts;
    int count = scandir(FAULTS_PARTS, &parts, is_part, alphasort);
    FILE *out = fopen(to, "w");
    assert_true(count > 0 && out);
    fputs("{", out);
    for (int i = 0; i < count; i++) {
        char path[512], line[FIGURES_TEXT_MAX + 256];
        snprintf(path, sizeof path, "%s/%s", FAULTS_PARTS, parts[i]->d_name);
        FILE *in = fopen(path, "r");
        if (in && fgets(line, sizeof line, in))
            fprintf(out, "%s\n%s", i ? "," : "", line);
        if (in)
            fclose(in);
        free(parts[i]);
    }
    free(parts);
    fputs("\n}\n", out);
    assert_int_equal(fclose(out), 0);
}

void figures_write(const struct figures *figures)
{
    char path[512];
    (void)mkdir(FAULTS_PARTS, 0755);
    int lock = open(FAULTS_PARTS "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    assert_true(lock >= 0);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    snprintf(path, sizeof path, "%s/%s-%s.part", FAULTS_PARTS, FAULTS_BUILT, figures->fault);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "  \"%s/%s\": {%s}", FAULTS_BUILT, figures->fault, figures->text);
    assert_int_equal(fclose(out), 0);
    put_together(FAULTS_JSON ".new");
    assert_int_equal(rename(FAULTS_JSON ".new", FAULTS_JSON), 0);
    close(lock);
    print_message("%s: %s\n", figures->fault, figures->text);
}
