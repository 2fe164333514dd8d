#include "link/random.h"

#include <sodium.h>

static void fill_from_system(void *context, uint8_t *to, size_t length)
{
    (void)context;
    randombytes_buf(to, length);
}

struct link_random link_random_system(void)
{
    return (struct link_random){.fill = fill_from_system};
}
