#ifndef PLENARY_MODEL_LIVE_H
#define PLENARY_MODEL_LIVE_H

/* Circumstances: what is so while the kiosk runs but is no part of the workshop's history. The host
 * keeps this beside the model and hands it to model_project. */

#include "model/types.h"

enum presence {
    PRESENCE_NEVER,
    PRESENCE_AWAY, /* was here, reconnecting or gone */
    PRESENCE_HERE,
    PRESENCE_COUNT
};

enum {
    ADDRESS_SIZE = 64,
    TROUBLE_SIZE = 512,
    KIOSK_PORT = 47474, /* what a client tries when no port is typed */
};

struct live {
    uint8_t presence[SEATS_MAX + 1]; /* enum presence */
    char address[ADDRESS_SIZE];      /* where participants reach the kiosk; empty: no network */
    uint16_t port;
    char trouble[TROUBLE_SIZE]; /* why nothing is being saved; empty when all is well */
};

#endif
