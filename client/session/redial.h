#ifndef PLENARY_SESSION_REDIAL_H
#define PLENARY_SESSION_REDIAL_H

/* When to dial again: at once after a connection that had proved itself was lost, after a pause of
 * 2, 4, 8 and then always 10 s when attempts fail one after the other. Somebody who has no seat yet
 * waits for each attempt, so these follow each other with no more than 2 s from one to the next. */

#include <stdbool.h>
#include <stdint.h>

struct session_redial {
    unsigned failures; /* in a row */
    bool resting;
    int64_t at_ms; /* while resting: when to dial */
};

/* A connection over which the whole room has come: the next loss is dialled at once. */
void session_redial_proved(struct session_redial *redial);

/* A proved connection was lost. */
void session_redial_lost(struct session_redial *redial, int64_t now_ms);

/* An attempt failed, or a connection that had not proved itself was lost. The pause is at least
 * `least_ms` (what the kiosk asked for). */
void session_redial_failed(struct session_redial *redial, int64_t now_ms, int64_t least_ms);

/* An attempt begun at `began_ms` failed, the first ones of somebody who waits for a seat. */
void session_redial_soon(struct session_redial *redial, int64_t now_ms, int64_t began_ms);

/* Not before somebody asks for it. */
void session_redial_hold(struct session_redial *redial);

/* True, once, when it is time to dial. */
bool session_redial_due(struct session_redial *redial, int64_t now_ms);

#endif
