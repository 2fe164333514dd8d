#include "host/peer.h"

#include <string.h>

bool peer_send(struct peer *peer, struct link *link, const struct letter *letter)
{
    uint8_t sealed[WIRE_LETTER_MAX + LINK_STREAM_EXTRA];
    size_t length;
    if (peer->leaving)
        return false;
    if (link_door_seal(sealed, &length, &peer->door, letter->bytes, letter->length) == ERROR_OK &&
        link_send(link, peer->handle, sealed, length) == ERROR_OK)
        return true;
    /* a stream that lost a message cannot go on: the client comes back by itself */
    link_disconnect(link, peer->handle, LINK_AT_ONCE);
    peer->leaving = true;
    return false;
}

void peer_say_goodbye(struct peer *peer, struct link *link, enum farewell farewell, int64_t now_ms)
{
    struct letter letter;
    letter_begin(&letter, now_ms);
    if (letter_add_farewell(&letter, farewell) && peer_send(peer, link, &letter))
        link_disconnect(link, peer->handle, LINK_AFTER_SENDING);
    peer->leaving = true;
}
