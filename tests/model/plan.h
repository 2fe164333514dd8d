#ifndef PLENARY_TESTS_MODEL_PLAN_H
#define PLENARY_TESTS_MODEL_PLAN_H

/* Commands about actions that were proposed, by somebody who has just looked at them. */

#include "model/bench.h"

/* Of condition 1, without an owner or a date. */
struct command plan_add(enum action_state state, const char *text);
/* Changes nothing yet: the content is as it stands. */
struct command plan_change(const struct bench *b, action_id action);
struct command plan_set(action_id action, enum action_state state);
struct command plan_merge(action_id action, action_id other);
struct command plan_support(action_id action, bool on);
struct command plan_accept(const struct bench *b, action_id action, bool on);
struct command plan_progress(action_id action, enum progress progress);

#endif
