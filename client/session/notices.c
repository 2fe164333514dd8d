#include "session/notices.h"

#include <assert.h>
#include <stdlib.h>

enum error session_notices_begin(struct session_notices *notices, unsigned size)
{
    *notices = (struct session_notices){.size = size};
    notices->ring = calloc(size, sizeof *notices->ring);
    return notices->ring ? ERROR_OK : ERROR_MEMORY;
}

void session_notices_end(struct session_notices *notices)
{
    free(notices->ring);
    *notices = (struct session_notices){0};
}

void session_notices_clear(struct session_notices *notices)
{
    notices->first = notices->count = 0;
}

unsigned session_notices_free(const struct session_notices *notices)
{
    return notices->size - notices->count;
}

void session_notices_put(struct session_notices *notices, struct session_notice notice)
{
    assert(notices->count < notices->size);
    notices->ring[(notices->first + notices->count++) % notices->size] = notice;
}

bool session_notices_take(struct session_notices *notices, struct session_notice *notice)
{
    if (!notices->count)
        return false;
    *notice = notices->ring[notices->first];
    notices->first = (notices->first + 1) % notices->size;
    notices->count--;
    return true;
}
