#ifndef PLENARY_TESTS_TALK_SCENES_H
#define PLENARY_TESTS_TALK_SCENES_H

/* The talk in the states it can rest in, for goldens and pictures alike, brought there by keys. */

#include "console/sitting.h"

enum { TALK_SCENES = 16 };

const char *talk_scene_name(int scene);
void talk_scene_open(struct sitting **out, int scene, const struct type_metrics *metrics);

/* What tests do as well: the talks are looked at, and a school is found by its name. */
void talk_enter(struct sitting *s);
void talk_find(struct sitting *s, const char *name);

#endif
