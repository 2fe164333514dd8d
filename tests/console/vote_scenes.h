#ifndef PLENARY_TESTS_CONSOLE_VOTE_SCENES_H
#define PLENARY_TESTS_CONSOLE_VOTE_SCENES_H

/* Situations of votes at the console, for goldens and for pictures to look at. */

#include "console/vote_making.h"

struct vote_scene {
    const char *name;
    struct rooms_spec spec;
    bool dark;
    void (*act)(struct sitting *s); /* what is done there; NULL: nothing */
};

extern const struct vote_scene vote_scenes[];
extern const int vote_scenes_count;

void vote_scene_open(struct sitting **out, const struct vote_scene *scene, int width, int height,
                     const struct type_metrics *metrics);

#endif
