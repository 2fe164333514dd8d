#ifndef PLENARY_TESTS_SCENES_H
#define PLENARY_TESTS_SCENES_H

/* Every screen in the states it can rest in, for goldens and pictures alike. */

#include "screen/desk.h"

enum {
    SCENES_USUAL = 26,
    SCENES_TASK = 31,
    SCENES_VOTE = 31,
    SCENES_PLAN = 17,
    SCENES_TRAINING = 9,
    SCENES = SCENES_USUAL + SCENES_TASK + SCENES_VOTE + SCENES_PLAN + SCENES_TRAINING,
};

struct scene {
    const char *name;
    void (*bring)(struct desk *desk);
};

/* What the room asks of people: scenes_task.c. */
extern const struct scene scenes_task[SCENES_TASK];

/* Votes: scenes_vote.c. */
extern const struct scene scenes_vote[SCENES_VOTE];

/* The workshop's actions: scenes_plan.c. */
extern const struct scene scenes_plan[SCENES_PLAN];

/* Playing a role: scenes_training.c. */
extern const struct scene scenes_training[SCENES_TRAINING];

const char *scene_name(int scene);

/* Opens a desk and brings it there; the caller closes it. */
void scene_open(struct desk *desk, int scene, const struct type_metrics *metrics,
                struct layout layout);

#endif
