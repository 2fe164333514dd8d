#include <getopt.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "sim/sim.h"

/* plenary-sim [--seed N] [--seeds COUNT] [--for MINUTES] [--trace]: plays that many seeds from N
 * on, or for so long, and says what came of it; ends with 1 at the first that fails. */

enum { WARM_UP = 20, GROWTH_MOST = 4 << 20 /* bytes in use, over all seeds after the first few */ };

static volatile unsigned long long current;

/* An assertion of the program's: say which seed it was. */
static void on_abort(int signal)
{
    char text[96];
    int length = snprintf(text, sizeof text,
                          "seed %llu ends in an abort: plenary-sim --seed %llu "
                          "--trace\n",
                          current, current);
    if (write(STDERR_FILENO, text, (size_t)length) < 0)
        _exit(2);
    (void)signal;
}

struct options {
    unsigned long long seed, seeds;
    double minutes; /* 0: by their number */
    bool trace;
};

static struct options read_options(int argc, char **argv)
{
    static const struct option known[] = {
        {"seed", required_argument, NULL, 's'}, {"seeds", required_argument, NULL, 'n'},
        {"for", required_argument, NULL, 'f'},  {"trace", no_argument, NULL, 't'},
        {"help", no_argument, NULL, 'h'},       {0}};
    struct options o = {.seed = 1, .seeds = 1};
    for (int found; (found = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        switch (found) {
        case 's':
            o.seed = strtoull(optarg, NULL, 10);
            break;
        case 'n':
            o.seeds = strtoull(optarg, NULL, 10);
            break;
        case 'f':
            o.minutes = strtod(optarg, NULL);
            break;
        case 't':
            o.trace = true;
            break;
        default:
            fprintf(found == 'h' ? stdout : stderr,
                    "plenary-sim [--seed N] [--seeds COUNT] [--for MINUTES] [--trace]\n");
            exit(found == 'h' ? 0 : 2);
        }
    }
    return o;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool play(struct sim *sim, struct sim_tally *tally, unsigned long long seed, bool trace)
{
    memset(sim, 0, sizeof *sim);
    sim->seed = current = seed;
    sim->tally = tally;
    sim->trace = trace;
    if (sim_play(sim))
        return true;
    printf("seed %llu, step %u: %s\nplay it again: plenary-sim --seed %llu --trace\n", seed,
           sim->step, sim->failure, seed);
    fflush(stdout); /* before a sanitizer has its say */
    return false;
}

int main(int argc, char **argv)
{
    static struct sim_tally tally;
    struct options o = read_options(argc, argv);
    struct sim *sim = malloc(sizeof *sim);
    double began = seconds();
    size_t in_use = 0;
    signal(SIGABRT, on_abort);
    for (unsigned long long i = 0; sim && (o.minutes > 0 || i < o.seeds); i++) {
        if (o.minutes > 0 && seconds() - began > o.minutes * 60)
            break;
        if (!play(sim, &tally, o.seed + i, o.trace)) {
            free(sim);
            return 1;
        }
        if (i == WARM_UP)
            in_use = mallinfo2().uordblks;
    }
    size_t now_in_use = mallinfo2().uordblks;
    free(sim);
    tally_print(&tally);
    printf("%.1f s, %.1f ms a seed\n", seconds() - began,
           (seconds() - began) * 1000 / (double)(tally.seeds ? tally.seeds : 1));
    if (in_use && now_in_use > in_use + GROWTH_MOST) {
        printf("%zu bytes more are in use than after the first seeds\n", now_in_use - in_use);
        return 1;
    }
    enum command_kind missing = tally_missing(&tally);
    if (tally.seeds >= 500 && missing != COMMAND_COUNT) {
        printf("nobody was ever told that their %s is saved\n", command_word(missing));
        return 1;
    }
    return 0;
}
