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

/* Somebody proposes on their own laptop; by the kiosk (0) it is before the room. */
action_id action_propose(struct sitting *s, seat_id seat, const char *text);

/* Walks the list to it. */
void action_choose(struct sitting *s, action_id id);

/* The last step asked for that alone, and it was done. */
void action_must(const struct sitting *s, enum command_kind kind);

#endif
