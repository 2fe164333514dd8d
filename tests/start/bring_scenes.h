#ifndef PLENARY_TESTS_BRING_SCENES_H
#define PLENARY_TESTS_BRING_SCENES_H

/* The page that brings files in, before two laptops in memory that differ, for a test and for
 * pictures. */

#include "merge/site.h"
#include "start/bring.h"

struct bench {
    struct ui ui;
    struct draw_list list;
    struct input input;
    struct layout layout;
    const struct type_metrics *metrics;
    struct bring_screen screen;
    struct start_given given;
    struct site ours, theirs, others;
    enum bring_choice choice; /* of the last frame that had one */
};

void bench_open(struct bench **out, int width, int height, const struct type_metrics *metrics);
void bench_close(struct bench **bench);

/* One frame with what was done, and one that shows what came of it. */
void bench_step(struct bench *b);
void bench_key(struct bench *b, enum input_key key, unsigned modifiers);
bool bench_tab_to(struct bench *b, ui_id id);

/* Goes on to comparing, as the presenter would. */
void bench_compare(struct bench *b);

#endif
