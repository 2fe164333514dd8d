#ifndef PLENARY_PLAYERS_PLAYERS_H
#define PLENARY_PLAYERS_PLAYERS_H

/* The made-up people of a rehearsal on the kiosk itself: in a thread of their own, coming in by the
 * room's own door as everybody does. What is in their way ends nothing else: it is kept as a
 * sentence for the facilitator, and they try again when they are asked to. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { PLAYERS_TROUBLE_SIZE = 768 };

struct players;

/* Texts are copied. */
struct players_wish {
    const char *pack; /* id of a rehearsal pack, or its file */
    const char *host;
    uint16_t port;
    const char *code; /* the room's */
    uint64_t seed;
    const char *state_folder; /* where they keep their seats; NULL: nowhere */
    /* From their thread: told of all they do, a line at a time; and what players_trouble has
     * become. NULL: not told. */
    void (*tell)(void *context, const char *line);
    void (*changed)(void *context, const char *trouble);
    void *context;
};

/* They begin to come. ERROR_MEMORY when there can be no thread; `*out` is NULL then. */
CHECKED enum error players_create(struct players **out, const struct players_wish *wish);

/* Everybody leaves. NULL is fine. */
void players_destroy(struct players **players);

/* Any thread: why nobody plays, in a sentence or two; false (and empty) while nothing is wrong, and
 * from when they are asked to try again. */
bool players_trouble(struct players *players, char to[PLAYERS_TROUBLE_SIZE]);

/* Any thread: where something was in their way, they try once more, with the pack as its file now
 * is. */
void players_again(struct players *players);

#endif
