#include "base/table.h"

#include <stdbool.h>
#include <string.h>

enum { PAGE = 4096 };

static size_t part_at(size_t at, size_t size)
{
    return size - at < PAGE ? size - at : PAGE;
}

static bool is_clear(const unsigned char *bytes, size_t size)
{
    return bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0; /* each like the one before */
}

void table_clear(void *table, size_t size)
{
    unsigned char *bytes = table;
    for (size_t at = 0; at < size; at += PAGE)
        if (!is_clear(bytes + at, part_at(at, size)))
            memset(bytes + at, 0, part_at(at, size));
}

void table_copy(void *to, const void *from, size_t size)
{
    unsigned char *bytes = to;
    const unsigned char *wanted = from;
    for (size_t at = 0; at < size; at += PAGE)
        if (memcmp(bytes + at, wanted + at, part_at(at, size)) != 0)
            memcpy(bytes + at, wanted + at, part_at(at, size));
}
