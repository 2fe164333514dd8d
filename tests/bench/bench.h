#ifndef PLENARY_TESTS_BENCH_H
#define PLENARY_TESTS_BENCH_H

/* plenary-bench: what things cost, each beside its floor, which is measured in the same run: the
 * least that any program would have to do for it on this machine.
 *
 * A group (a file of this folder, a row of groups.c) measures something and says rows, each a
 * figure at a size: what it was, its floor, and by what rule the one must keep to the other. Every
 * group runs in a process of its own, so that its memory begins small. Whatever goes wrong ends
 * that process, and the program says so and fails in the end. A figure that misses its rule does
 * not: times depend on the machine, and the table says it in words. */

#include <stdbool.h>
#include <stdio.h>

enum { BENCH_PATH_SIZE = 4096, BENCH_TEXT = 160 };

/* What the groups work with. */
struct bench_scene {
    const char *folder; /* for what is written; gone at the end */
    bool quick;         /* everything small: only that it runs is of interest, nothing is judged */
};

/* A value must be at most `times` floors plus `plus`; with both 0 it is only reported, unless it
 * `must` be nothing. `text` replaces the words made of the numbers, where they would say too
 * little. */
struct bench_rule {
    double times, plus;
    bool must;
    char text[BENCH_TEXT];
};

/* One line of the table. What is not set stays 0 or empty. */
struct bench_row {
    char name[BENCH_TEXT]; /* stays: a word for programs */
    char what[BENCH_TEXT]; /* "vote to receipt, all at once" */
    char at[BENCH_TEXT];   /* "1000 seats" */
    char unit[BENCH_TEXT]; /* "ms", "B", "KiB", "%" */
    bool spread;           /* there are middles: the values are the 99th of a hundred */
    double middle, value;  /* the rule is for the value */
    double floor_middle, floor;
    char floor_what[BENCH_TEXT]; /* what the floor is; empty: there is none */
    struct bench_rule rule;
};

/* Says a row; in a group's process. */
void bench_say(const struct bench_row *row);

struct bench_group {
    const char *name; /* for --only */
    const char *what; /* for --help */
    void (*run)(const struct bench_scene *scene);
};

extern const struct bench_group bench_groups[];
extern const unsigned bench_group_count;

/* Ends this process unless `well`. */
void bench_must(bool well, const char *what);

/* On a clock that never goes back. */
double bench_seconds(void);

/* "FOLDER/NAME". */
void bench_path(char to[BENCH_PATH_SIZE], const struct bench_scene *scene, const char *name);

#endif
