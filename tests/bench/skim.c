#include "bench/skim.h"

#include "bench/bench.h"

/* Fields of Downward, and of Receipt. */
enum { TAG_SEATED = 2, TAG_RECEIPT = 3, TAG_CAUGHT_UP = 6, TAG_ID = 1, TAG_REFUSAL = 2 };

static bool read_varint(uint64_t *out, const uint8_t **at, const uint8_t *end)
{
    *out = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        uint8_t byte = *(*at)++;
        *out |= (uint64_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return true;
    }
    return false;
}

/* The next field, false at the end; `body` is its number, or its length with its bytes from *at on.
 */
static bool read_field(unsigned *tag, bool *is_bytes, uint64_t *body, const uint8_t **at,
                       const uint8_t *end)
{
    uint64_t head;
    if (*at == end)
        return false;
    bench_must(read_varint(&head, at, end) && read_varint(body, at, end), "no letter");
    *tag = (unsigned)(head >> 3);
    *is_bytes = (head & 7) == 2;
    bench_must((*is_bytes && *body <= (uint64_t)(end - *at)) || (head & 7) == 0, "no letter");
    return true;
}

static void skim_receipt(struct skimmed *out, const uint8_t *at, const uint8_t *end)
{
    uint64_t body;
    unsigned tag;
    bool is_bytes;
    out->receipts++;
    out->id = 0;
    out->refusal = REFUSAL_NONE;
    while (read_field(&tag, &is_bytes, &body, &at, end))
        if (tag == TAG_ID)
            out->id = body;
        else if (tag == TAG_REFUSAL)
            out->refusal = (enum refusal)body;
}

void skim(struct skimmed *out, const uint8_t *bytes, size_t length)
{
    const uint8_t *end = bytes + length;
    uint64_t body;
    unsigned tag;
    *out = (struct skimmed){0};
    for (bool is_bytes; read_field(&tag, &is_bytes, &body, &bytes, end);) {
        out->seated |= tag == TAG_SEATED;
        out->caught_up |= tag == TAG_CAUGHT_UP;
        if (tag == TAG_RECEIPT)
            skim_receipt(out, bytes, bytes + body);
        bytes += is_bytes ? body : 0;
    }
}
