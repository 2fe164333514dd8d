#include "link/link_hurry.h"

#include <enet/time.h>

static void hurry_peer(ENetPeer *peer)
{
    bool measured = peer->state == ENET_PEER_STATE_CONNECTED;
    enet_uint32 trip = measured ? peer->roundTripTime + peer->roundTripTime / 4 : 0;
    enet_uint32 most = trip > LINK_HURRY_MS ? trip : LINK_HURRY_MS;
    for (ENetListIterator at = enet_list_begin(&peer->sentReliableCommands);
         at != enet_list_end(&peer->sentReliableCommands); at = enet_list_next(at)) {
        ENetOutgoingCommand *sent = (ENetOutgoingCommand *)at;
        if (sent->roundTripTimeout > most)
            sent->roundTripTimeout = most;
        enet_uint32 due = sent->sentTime + sent->roundTripTimeout;
        if (ENET_TIME_LESS(due, peer->nextTimeout))
            peer->nextTimeout = due;
    }
}

bool link_hurry(ENetHost *host)
{
    bool any = false;
    for (size_t i = 0; i < host->peerCount; i++)
        if (!enet_list_empty(&host->peers[i].sentReliableCommands)) {
            hurry_peer(&host->peers[i]);
            any = true;
        }
    return any;
}
