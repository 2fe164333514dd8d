#ifndef PLENARY_TESTS_WIRE_BY_HAND_H
#define PLENARY_TESTS_WIRE_BY_HAND_H

/* Protobuf by hand, to write what our own encoder would not. Each gives the length it wrote. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline size_t put_varint(uint8_t *to, uint64_t v)
{
    size_t n = 0;
    for (; v >= 0x80; v >>= 7)
        to[n++] = (uint8_t)(v | 0x80);
    to[n++] = (uint8_t)v;
    return n;
}

static inline size_t put_number(uint8_t *to, unsigned field, uint64_t v)
{
    size_t n = put_varint(to, field << 3);
    return n + put_varint(to + n, v);
}

static inline size_t put_bytes(uint8_t *to, unsigned field, const void *from, size_t length)
{
    size_t n = put_varint(to, field << 3 | 2);
    n += put_varint(to + n, length);
    memcpy(to + n, from, length);
    return n + length;
}

#endif
