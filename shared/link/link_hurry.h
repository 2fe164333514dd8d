#ifndef PLENARY_LINK_LINK_HURRY_H
#define PLENARY_LINK_LINK_HURRY_H

/* Within link/ only. ENet waits three round trips before it sends again, and from then on twice as
 * long each time. On a network that loses one datagram in five a message is held up for seconds
 * then, and all behind it; people are told that the kiosk is gone, and joining takes half a minute.
 * There is little to send here, so that sending it twice a second does no harm. */

#include <enet/enet.h>
#include <stdbool.h>

enum { LINK_HURRY_MS = 500 }; /* the longest before what has no answer is sent again */

/* Sees to it for all that is under way; to be called several times in LINK_HURRY_MS. Where a round
 * trip takes longer than that, it is that and a quarter. True when anything is under way. */
bool link_hurry(ENetHost *host);

#endif
