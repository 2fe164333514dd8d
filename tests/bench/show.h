#ifndef PLENARY_TESTS_SHOW_H
#define PLENARY_TESTS_SHOW_H

/* Programs with a window, on a screen of their own (programs/display.h), and what they present on
 * it. They find nobody's files: home, state and workshops lie in the scene's folder. */

#include "bench/bench.h"
#include "bench/presents.h"
#include "programs/process.h"

struct show;

/* A screen of that size; at the end whatever still runs is ended as well. */
void show_create(struct show **out, const struct bench_scene *scene, int width, int height);
void show_destroy(struct show **show);

/* A program, watched. */
struct shown {
    struct process process;
    struct presents *presents;
    double began; /* on bench_seconds' clock */
};

/* `arguments` begins with the program and ends with NULL; at most SHOW_ARGUMENTS. */
enum { SHOW_ARGUMENTS = 12 };
void show_start(struct show *show, struct shown *shown, const char *name,
                const char *const *arguments);
void show_stop(struct shown *shown);

/* Waits for its first frame: seconds from its start until that was presented. */
double show_first_frame(struct shown *shown);

/* Frames it has presented so far, and seconds of a core it has used. */
unsigned show_frames(const struct shown *shown);
double show_worked(const struct shown *shown);

#endif
