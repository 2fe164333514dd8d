#include "host/digest.h"

#include <string.h>

/* One to one in `digest` and in `word`, as with FNV-1a. */
static uint64_t step(uint64_t digest, uint64_t word)
{
    digest = (digest ^ word) * 0x100000001B3u;
    return digest ^ digest >> 29;
}

enum { LANES = 4 };

static void step_all(uint64_t lanes[LANES], const uint64_t words[LANES])
{
    for (int i = 0; i < LANES; i++)
        lanes[i] = step(lanes[i], words[i]);
}

/* In lanes, for the processor to go on with one while it waits for another: with thousands of seats
 * this is what projecting costs. */
uint64_t digest_item(const struct item *item)
{
    const uint8_t *at = (const uint8_t *)&item->body;
    size_t left = item_size((enum item_kind)item->key.kind);
    uint64_t lanes[LANES] = {0xCBF29CE484222325u, 1, 2, 3}, words[LANES], rest[LANES] = {0};
    for (; left >= sizeof words; left -= sizeof words, at += sizeof words) {
        memcpy(words, at, sizeof words);
        step_all(lanes, words);
    }
    memcpy(rest, at, left);
    step_all(lanes, rest);
    uint64_t digest = step(step(step(lanes[0], lanes[1]), lanes[2]), lanes[3]);
    return digest ? digest : 1;
}
