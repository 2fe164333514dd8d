#ifndef PLENARY_TESTS_START_BASKET_SCENES_H
#define PLENARY_TESTS_START_BASKET_SCENES_H

/* The basket in several situations, as a test or a picture looks at it: over the whole of a page of
 * the start screen, or as the console shows it. */

#include "start/basket.h"
#include "ui/ui.h"

enum basket_scene {
    SCENE_EMPTY,
    SCENE_REVIEWS, /* nothing brought, but reviews that are there */
    SCENE_THREE,   /* a grid of three schools, with a question */
    SCENE_SHEETS,  /* 28 sheets of one school each */
    SCENE_LONG,    /* names as long as they may be */
    SCENE_REFUSED,
    SCENE_COUNT
};

struct basket_bench {
    struct basket basket;
    struct basket_given given;
    struct layout layout;
    const struct ui_style *style;
    const struct type_metrics *metrics;
    struct input input;
    struct ui ui;
    struct draw_list list;
    struct basket_outcome outcome; /* the last that was something */
};

const char *scene_name(enum basket_scene scene);

/* Made anew and drawn; on the console with `running`. */
void scene_open(struct basket_bench **out, enum basket_scene scene, bool running, int width,
                int height, const struct type_metrics *metrics);
void scene_close(struct basket_bench **bench);

/* Frames with what was put into the input, or with a key; the outcome is kept. */
void scene_step(struct basket_bench *bench);
void scene_key(struct basket_bench *bench, enum input_key key, unsigned modifiers);

/* Tabs until the widget has the focus; false when it cannot be reached. */
bool scene_tab_to(struct basket_bench *bench, ui_id id);

/* True when a text drawn in the last frame has this in it. */
bool scene_shows(const struct basket_bench *bench, const char *text);

#endif
