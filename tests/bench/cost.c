#include "bench/cost.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TIMES_MAX = 16 };

static struct cost once(cost_do *run, void *(*prepare)(void), const struct bench_scene *scene)
{
    struct cost cost = {0};
    struct rusage usage;
    int pipes[2], status;
    bench_must(pipe(pipes) == 0, "no pipe");
    fflush(NULL);
    pid_t child = fork();
    bench_must(child >= 0, "no process");
    if (child == 0) {
        void *work = prepare ? prepare() : NULL;
        double before = bench_seconds();
        run(scene, work);
        double took = bench_seconds() - before;
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

struct cost cost_of(cost_do *run, void *(*prepare)(void), unsigned times,
                    const struct bench_scene *scene)
{
    struct cost costs[TIMES_MAX];
    bench_must(times >= 1 && times <= TIMES_MAX, "so often is too often");
    for (unsigned i = 0; i < times; i++)
        costs[i] = once(run, prepare, scene);
    qsort(costs, times, sizeof *costs, by_seconds);
    return costs[times / 2];
}
