#ifndef PLENARY_TESTS_CONSOLE_SCENES_H
#define PLENARY_TESTS_CONSOLE_SCENES_H

/* Situations of the console, for goldens and for pictures to look at. */

#include "console/sitting.h"

struct scene {
    const char *name;
    struct rooms_spec spec;
    bool dark;
    void (*act)(struct sitting *s); /* what is done there; NULL: nothing */
};

extern const struct scene scenes[];
extern const int scenes_count;

void scene_create(struct sitting **out, const struct scene *scene, int width, int height,
                  const struct type_metrics *metrics);

#endif
