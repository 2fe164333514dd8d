#ifndef PLENARY_TESTS_FINDING_SCENES_H
#define PLENARY_TESTS_FINDING_SCENES_H

/* The findings in the states their view can rest in, for goldens and pictures alike. */

#include "console/sitting.h"

struct finding_scene {
    const char *name;
    struct rooms_spec spec;
    bool dark;                      /* its picture */
    void (*act)(struct sitting *s); /* what is done there; NULL: nothing */
};

extern const struct finding_scene finding_scenes[];
extern const int finding_scenes_count;

void finding_scene_open(struct sitting **out, const struct finding_scene *scene, int width,
                        int height, const struct type_metrics *metrics);

/* A console before that room, looking at the findings. */
void finding_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height);

#endif
