#include "session/redial.h"

static const int64_t pauses_ms[] = {2000, 4000, 8000, 10000};

enum { PAUSES = sizeof pauses_ms / sizeof *pauses_ms };

void session_redial_proved(struct session_redial *redial)
{
    redial->failures = 0;
}

void session_redial_lost(struct session_redial *redial, int64_t now_ms)
{
    if (redial->failures) {
        session_redial_failed(redial, now_ms, 0);
        return;
    }
    redial->failures = 1; /* until it is proved again */
    redial->resting = true;
    redial->at_ms = now_ms;
}

void session_redial_failed(struct session_redial *redial, int64_t now_ms, int64_t least_ms)
{
    unsigned at = redial->failures ? redial->failures - 1 : 0;
    int64_t pause_ms = pauses_ms[at < PAUSES ? at : PAUSES - 1];
    redial->failures++;
    redial->resting = true;
    redial->at_ms = now_ms + (pause_ms > least_ms ? pause_ms : least_ms);
}

void session_redial_soon(struct session_redial *redial, int64_t now_ms, int64_t began_ms)
{
    int64_t at_ms = began_ms + pauses_ms[0];
    redial->failures++;
    redial->resting = true;
    redial->at_ms = at_ms > now_ms ? at_ms : now_ms;
}

void session_redial_hold(struct session_redial *redial)
{
    redial->failures = 0;
    redial->resting = true;
    redial->at_ms = INT64_MAX;
}

bool session_redial_due(struct session_redial *redial, int64_t now_ms)
{
    if (!redial->resting || now_ms < redial->at_ms)
        return false;
    redial->resting = false;
    return true;
}
