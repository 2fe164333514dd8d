#include "link/link_kind.h"

#include <assert.h>

bool link_next(struct link *link, struct link_event *event)
{
    *event = (struct link_event){0};
    return link->kind->next(link, event);
}

enum error link_send(struct link *link, struct link_peer peer, const uint8_t *bytes, size_t length)
{
    if (length == 0 || length > LINK_MESSAGE_MAX)
        return ERROR_RANGE;
    return link->kind->send(link, peer, bytes, length);
}

void link_flush(struct link *link)
{
    link->kind->flush(link);
}

void link_disconnect(struct link *link, struct link_peer peer, enum link_when when)
{
    link->kind->disconnect(link, peer, when);
}

void link_address(struct link *link, struct link_peer peer, char address[LINK_ADDRESS_SIZE])
{
    address[0] = '\0';
    link->kind->address(link, peer, address);
}

size_t link_waiting(const struct link *link, struct link_peer peer)
{
    return link->kind->waiting(link, peer);
}

size_t link_peers(const struct link *link)
{
    return link->kind->peers(link);
}

uint16_t link_port(const struct link *link)
{
    return link->kind->port(link);
}

int link_poll_fd(const struct link *link)
{
    return link->kind->poll_fd(link);
}

int link_poll_ms(const struct link *link)
{
    return link->kind->poll_ms(link);
}

void link_destroy(struct link **link)
{
    assert(link);
    if (*link)
        (*link)->kind->destroy(*link);
    *link = NULL;
}
