#ifndef PLENARY_TESTS_SCENES_H
#define PLENARY_TESTS_SCENES_H

/* Every screen in the states it can rest in, for goldens and pictures alike. */

#include "screen/desk.h"

enum { SCENES = 23 };

const char *scene_name(int scene);

/* Opens a desk and brings it there; the caller closes it. */
void scene_open(struct desk *desk, int scene, const struct type_metrics *metrics,
                struct layout layout);

#endif
