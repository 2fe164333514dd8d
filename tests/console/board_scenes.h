#ifndef PLENARY_TESTS_BOARD_SCENES_H
#define PLENARY_TESTS_BOARD_SCENES_H

/* The boards in the states their view can rest in, for goldens and pictures alike. */

#include "console/sitting.h"

struct board_scene {
    const char *name;
    struct rooms_spec spec;
    bool dark;                      /* its picture */
    void (*act)(struct sitting *s); /* what is done there; NULL: nothing */
};

extern const struct board_scene board_scenes[];
extern const int board_scenes_count;

void board_scene_open(struct sitting **out, const struct board_scene *scene, int width, int height,
                      const struct type_metrics *metrics);

/* A console before that room, looking at the boards. */
void board_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height);

#endif
