#ifndef PLENARY_SESSION_OUTBOX_H
#define PLENARY_SESSION_OUTBOX_H

/* What was asked for and not yet answered, oldest first. A command keeps its place and its id until
 * its answer comes, over any number of connections; after a reconnection all of them are sent again
 * in their order, which is safe because the kiosk knows an id it has already served. */

#include "session/session.h"

struct session_outbox {
    struct session_pending pending[SESSION_OUTBOX_MAX];
    unsigned count;
    unsigned sent;    /* the first so many have been sent over the present connection */
    uint32_t next_id; /* 0 until the kiosk has said where to count on from */
};

/* Empty, and not counting yet. */
void session_outbox_clear(struct session_outbox *outbox);

/* The kiosk's word for the highest id it knows of this seat. Ids in use here go on. */
void session_outbox_count_on(struct session_outbox *outbox, uint32_t last_command);

/* Takes a command in and gives it its id, which is returned; 0 when full or not counting yet. */
uint32_t session_outbox_put(struct session_outbox *outbox, struct command *command, int64_t now_ms);

/* The oldest command not sent over this connection, NULL when there is none; then, that it was. */
const struct command *session_outbox_unsent(const struct session_outbox *outbox);
void session_outbox_was_sent(struct session_outbox *outbox);

/* A new connection: everything is to be sent again. */
void session_outbox_resend(struct session_outbox *outbox);

/* Takes out an answered command. False when it is none of these (answered before, over a connection
 * that broke). */
bool session_outbox_answered(struct session_outbox *outbox, uint32_t id);

#endif
