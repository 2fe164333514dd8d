#ifndef PLENARY_TESTS_ACTION_SCENES_H
#define PLENARY_TESTS_ACTION_SCENES_H

/* The actions in the states their view can rest in, for goldens and pictures alike. */

#include "console/sitting.h"
#include "rooms/votes.h"

struct action_scene {
    const char *name;
    struct rooms_spec spec;
    struct rooms_plan plan;
    bool dark;                      /* its picture */
    void (*act)(struct sitting *s); /* what is done there; NULL: nothing */
};

extern const struct action_scene action_scenes[];
extern const int action_scenes_count;

void action_scene_open(struct sitting **out, const struct action_scene *scene, int width,
                       int height, const struct type_metrics *metrics);

/* A console before that room, looking at the actions. */
void action_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height);

#endif
