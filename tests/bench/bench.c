/* plenary-bench [--quick] [--only GROUP]... [--json FILE]: prints the table of report.h. --quick
 * makes everything small, to see that it runs; --only measures these groups (groups.c). */

#include "bench/bench.h"

#include <ftw.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/report.h"

enum { ROWS_MAX = 200, ONLY_MAX = 16 };

static int said_to = -1; /* in a group's process: where its rows go */

void bench_must(bool well, const char *what)
{
    if (well)
        return;
    fprintf(stderr, "plenary-bench: %s\n", what);
    exit(1);
}

double bench_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void bench_path(char to[BENCH_PATH_SIZE], const struct bench_scene *scene, const char *name)
{
    int length = snprintf(to, BENCH_PATH_SIZE, "%s/%s", scene->folder, name);
    bench_must(length > 0 && length < BENCH_PATH_SIZE, name);
}

void bench_say(const struct bench_row *row)
{
    bench_must(write(said_to, row, sizeof *row) == sizeof *row, "a row was not heard");
}

struct table {
    struct bench_row rows[ROWS_MAX];
    unsigned count;
};

/* A row is smaller than what a pipe takes in one piece, so that none arrives in parts. */
_Static_assert(sizeof(struct bench_row) <= 4096, "PIPE_BUF");

/* True when it went well to its end; what it said before that counts. */
static bool run_group(struct table *table, const struct bench_group *group,
                      const struct bench_scene *scene)
{
    int pipes[2], status;
    bench_must(pipe(pipes) == 0, "no pipe");
    fflush(NULL);
    pid_t child = fork();
    bench_must(child >= 0, "no process");
    if (child == 0) {
        close(pipes[0]);
        said_to = pipes[1];
        group->run(scene);
        exit(0);
    }
    close(pipes[1]);
    while (read(pipes[0], &table->rows[table->count], sizeof *table->rows) == sizeof *table->rows)
        bench_must(++table->count < ROWS_MAX, "there are too many rows");
    close(pipes[0]);
    return waitpid(child, &status, 0) == child && status == 0;
}

struct options {
    const char *only[ONLY_MAX];
    unsigned only_count;
    const char *json;
    bool quick;
};

static bool is_group(const char *name)
{
    for (unsigned i = 0; i < bench_group_count; i++)
        if (strcmp(bench_groups[i].name, name) == 0)
            return true;
    return false;
}

static void print_help(void)
{
    printf("plenary-bench [--quick] [--only GROUP]... [--json FILE]\n\n"
           "What things cost, each beside its floor: the least that any program would have to do\n"
           "for it, measured in the same run. Takes some minutes, in which nothing else should "
           "run.\n\n"
           "  --only GROUP  measure this group; may be repeated\n"
           "  --json FILE   write the figures there too\n"
           "  --quick       everything small, to see that it runs: nothing is judged\n\n"
           "Groups:\n");
    for (unsigned i = 0; i < bench_group_count; i++)
        printf("  %-12s  %s\n", bench_groups[i].name, bench_groups[i].what);
    exit(0);
}

static struct options read_options(int argc, char **argv)
{
    static const struct option table[] = {{"quick", no_argument, NULL, 'q'},
                                          {"only", required_argument, NULL, 'o'},
                                          {"json", required_argument, NULL, 'j'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
    struct options options = {0};
    for (int option; (option = getopt_long(argc, argv, "", table, NULL)) != -1;) {
        bench_must(option != '?', "[--quick] [--only GROUP]... [--json FILE]");
        if (option == 'h')
            print_help();
        else if (option == 'q')
            options.quick = true;
        else if (option == 'j')
            options.json = optarg;
        else {
            bench_must(is_group(optarg) && options.only_count < ONLY_MAX, optarg);
            options.only[options.only_count++] = optarg;
        }
    }
    return options;
}

static bool wanted(const struct options *options, const char *name)
{
    for (unsigned i = 0; i < options->only_count; i++)
        if (strcmp(options->only[i], name) == 0)
            return true;
    return options->only_count == 0;
}

static int take_away(const char *path, const struct stat *info, int type, struct FTW *at)
{
    (void)info, (void)type, (void)at;
    return remove(path);
}

static bool run_all(struct table *table, const struct options *options)
{
    char folder[] = "/tmp/plenary-bench-XXXXXX";
    struct bench_scene scene = {.quick = options->quick};
    bool well = true;
    bench_must((scene.folder = mkdtemp(folder)) != NULL, folder);
    for (unsigned i = 0; i < bench_group_count; i++) {
        const struct bench_group *group = &bench_groups[i];
        if (!wanted(options, group->name) || run_group(table, group, &scene))
            continue;
        fprintf(stderr, "plenary-bench: %s went wrong\n", group->name);
        well = false;
    }
    nftw(folder, take_away, 8, FTW_DEPTH | FTW_PHYS);
    return well;
}

int main(int argc, char **argv)
{
    struct options options = read_options(argc, argv);
    struct table *table = calloc(1, sizeof *table);
    bench_must(table != NULL, "no memory");
    bool well = run_all(table, &options);
    report_machine(stdout, options.quick);
    putchar('\n');
    report_table(stdout, table->rows, table->count, options.quick);
    if (options.json) {
        FILE *json = fopen(options.json, "w");
        bench_must(json != NULL, options.json);
        report_json(json, table->rows, table->count, options.quick);
        bench_must(fclose(json) == 0, "the file of figures could not be written");
    }
    free(table);
    return well ? 0 : 1;
}
