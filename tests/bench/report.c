#include "bench/report.h"

#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

enum { COLUMNS = 6, CELL = 2 * BENCH_TEXT };

/* ---- the rule */

double report_limit(const struct bench_row *row)
{
    return row->rule.times * row->floor + row->rule.plus;
}

static bool has_rule(const struct bench_row *row)
{
    return row->rule.must || row->rule.times > 0 || row->rule.plus > 0;
}

const char *report_verdict(const struct bench_row *row, bool quick)
{
    if (!has_rule(row))
        return "reported";
    if (quick)
        return "not judged";
    return row->value <= report_limit(row) ? "met" : "MISSED";
}

/* ---- the machine */

struct machine {
    char cpu[BENCH_TEXT], kernel[BENCH_TEXT], date[BENCH_TEXT], commit[BENCH_TEXT];
    long cores;
};

static void cut_line(char *line)
{
    line[strcspn(line, "\n")] = '\0';
}

static void read_cpu(char cpu[BENCH_TEXT])
{
    char line[512];
    FILE *info = fopen("/proc/cpuinfo", "r");
    snprintf(cpu, BENCH_TEXT, "unknown");
    while (info && fgets(line, sizeof line, info)) {
        const char *colon = strchr(line, ':');
        if (!colon || strncmp(line, "model name", 10) != 0)
            continue;
        snprintf(cpu, BENCH_TEXT, "%.150s", colon + 2);
        cut_line(cpu);
        break;
    }
    if (info)
        fclose(info);
}

static void read_commit(char commit[BENCH_TEXT])
{
    FILE *git = popen("git -C '" BENCH_SOURCE_DIR "' describe --always --dirty 2>/dev/null", "r");
    if (!git || !fgets(commit, BENCH_TEXT, git))
        snprintf(commit, BENCH_TEXT, "unknown");
    cut_line(commit);
    if (git)
        pclose(git);
}

static struct machine read_machine(void)
{
    struct machine machine = {.cores = sysconf(_SC_NPROCESSORS_ONLN)};
    struct utsname name;
    time_t now = time(NULL);
    struct tm day;
    read_cpu(machine.cpu);
    read_commit(machine.commit);
    if (uname(&name) == 0)
        snprintf(machine.kernel, sizeof machine.kernel, "%.30s %.100s", name.sysname, name.release);
    strftime(machine.date, sizeof machine.date, "%Y-%m-%d", gmtime_r(&now, &day));
    return machine;
}

void report_machine(FILE *to, bool quick)
{
    struct machine machine = read_machine();
    fprintf(to, "%s, %ld cores, %s; %s, commit %s%s\n", machine.cpu, machine.cores, machine.kernel,
            machine.date, machine.commit, quick ? "; --quick: all small, to see that it runs" : "");
}

/* ---- the table */

static void put_number(char to[CELL], double value)
{
    double size = value < 0 ? -value : value;
    snprintf(to, CELL, "%.*f", size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : 2, value);
}

static void put_value(char to[CELL], const struct bench_row *row, double middle, double value)
{
    char a[CELL], b[CELL];
    put_number(a, middle);
    put_number(b, value);
    if (row->spread)
        snprintf(to, CELL, "p50 %.60s, p99 %.60s %.80s", a, b, row->unit);
    else
        snprintf(to, CELL, "%.120s %.80s", b, row->unit);
}

static void put_floor(char to[CELL], const struct bench_row *row)
{
    char value[CELL];
    put_value(value, row, row->floor_middle, row->floor);
    if (row->floor_what[0])
        snprintf(to, CELL, "%.120s: %.160s", value, row->floor_what);
    else
        snprintf(to, CELL, "-");
}

static void put_rule(char to[CELL], const struct bench_row *row)
{
    char limit[CELL], times[CELL];
    put_number(limit, report_limit(row));
    snprintf(times, sizeof times, "%.3g", row->rule.times);
    if (!has_rule(row))
        snprintf(to, CELL, "-");
    else if (row->rule.text[0])
        snprintf(to, CELL, "%.160s: <= %.60s %.80s", row->rule.text, limit, row->unit);
    else if (row->rule.times > 0)
        snprintf(to, CELL, "%.20s x floor: <= %.60s %.80s", times, limit, row->unit);
    else
        snprintf(to, CELL, "<= %.60s %.80s", limit, row->unit);
}

static void put_row(char cells[COLUMNS][CELL], const struct bench_row *row, bool quick)
{
    snprintf(cells[0], CELL, "%s", row->what);
    snprintf(cells[1], CELL, "%s", row->at[0] ? row->at : "-");
    put_value(cells[2], row, row->middle, row->value);
    put_floor(cells[3], row);
    put_rule(cells[4], row);
    snprintf(cells[5], CELL, "%s", report_verdict(row, quick));
}

static void print_cells(FILE *to, char cells[COLUMNS][CELL], const int widths[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++)
        fprintf(to, "| %-*s ", widths[i], cells[i]);
    fputs("|\n", to);
}

static void widen(int widths[COLUMNS], char cells[COLUMNS][CELL])
{
    for (int i = 0; i < COLUMNS; i++)
        if ((int)strlen(cells[i]) > widths[i])
            widths[i] = (int)strlen(cells[i]);
}

void report_table(FILE *to, const struct bench_row *rows, unsigned count, bool quick)
{
    char heads[COLUMNS][CELL] = {"figure", "at", "measured", "floor", "must reach", "verdict"};
    char cells[COLUMNS][CELL];
    int widths[COLUMNS] = {0};
    widen(widths, heads);
    for (unsigned i = 0; i < count; i++) {
        put_row(cells, &rows[i], quick);
        widen(widths, cells);
    }
    print_cells(to, heads, widths);
    for (int i = 0; i < COLUMNS; i++)
        snprintf(cells[i], CELL, "%.*s", 3, "---");
    print_cells(to, cells, widths);
    for (unsigned i = 0; i < count; i++) {
        put_row(cells, &rows[i], quick);
        print_cells(to, cells, widths);
    }
}

/* ---- for programs; none of the texts has anything to escape */

static void print_row(FILE *to, const struct bench_row *row, bool quick)
{
    fprintf(to, "{\"name\": \"%s\", \"what\": \"%s\", \"at\": \"%s\", \"unit\": \"%s\",\n     ",
            row->name, row->what, row->at, row->unit);
    if (row->spread)
        fprintf(to, "\"p50\": %.6g, \"p99\": %.6g, ", row->middle, row->value);
    else
        fprintf(to, "\"value\": %.6g, ", row->value);
    if (row->floor_what[0] && row->spread)
        fprintf(to, "\"floor_p50\": %.6g, ", row->floor_middle);
    if (row->floor_what[0])
        fprintf(to, "\"floor%s\": %.6g, \"floor_is\": \"%s\",\n     ", row->spread ? "_p99" : "",
                row->floor, row->floor_what);
    if (has_rule(row))
        fprintf(to, "\"at_most\": %.6g, ", report_limit(row));
    fprintf(to, "\"verdict\": \"%s\"}", report_verdict(row, quick));
}

void report_json(FILE *to, const struct bench_row *rows, unsigned count, bool quick)
{
    struct machine machine = read_machine();
    fprintf(to,
            "{\"machine\": {\"cpu\": \"%s\", \"cores\": %ld, \"kernel\": \"%s\"},\n"
            " \"date\": \"%s\", \"commit\": \"%s\", \"quick\": %s,\n \"figures\": [\n",
            machine.cpu, machine.cores, machine.kernel, machine.date, machine.commit,
            quick ? "true" : "false");
    for (unsigned i = 0; i < count; i++) {
        fputs("    ", to);
        print_row(to, &rows[i], quick);
        fputs(i + 1 < count ? ",\n" : "\n", to);
    }
    fputs("]}\n", to);
}
