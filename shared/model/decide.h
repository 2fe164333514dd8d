#ifndef PLENARY_MODEL_DECIDE_H
#define PLENARY_MODEL_DECIDE_H

/* The one way in: a command is decided and becomes events, or is refused with a reason. Pure: it
 * looks at the state, the seat that asks, the command and the time it is given, and at nothing
 * else. The caller journals the events, then applies them in order, then acknowledges. */

#include "model/command.h"
#include "model/event.h"
#include "model/model.h"
#include "model/refusal.h"

enum { DECISION_EVENTS_MAX = 4 };

/* What a command leads to. A command that changes nothing (or has been obeyed before) is no
 * refusal: it has no events and is acknowledged all the same. */
struct decision {
    uint32_t count;
    struct event events[DECISION_EVENTS_MAX];
};

/* Decides `command` of `seat` at host time `now_ms`. Texts are as base/text.h leaves them and the
 * time is within TIME_MOST_MS; every other value may be anything. On a refusal `out` holds no
 * events. */
CHECKED enum refusal model_decide(struct decision *out, const struct model *model, seat_id seat,
                                  const struct command *command, int64_t now_ms);

/* True when this command of this seat has made events already: a retry. */
bool model_obeyed(const struct model *model, seat_id seat, uint32_t command);

#endif
