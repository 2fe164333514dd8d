#include "fuzz/fuzz.h"

#include <string.h>

/* Changes texts by the line: takes one out, says it again, moves it, gives it the end of another or
 * another indentation, or has libFuzzer change that line alone. */

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

enum { WORK = 1 << 16 };

static uint64_t state;
static uint8_t work[WORK];

static uint32_t below(size_t count)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((state >> 33) % count);
}

struct line {
    size_t at, end; /* the line break included */
};

static struct line any_line(const uint8_t *bytes, size_t length)
{
    struct line line = {below(length), 0};
    while (line.at > 0 && bytes[line.at - 1] != '\n')
        line.at--;
    for (line.end = line.at; line.end < length && bytes[line.end] != '\n'; line.end++)
        ;
    line.end += line.end < length;
    return line;
}

static size_t replace(uint8_t *bytes, size_t length, size_t most, struct line at, const uint8_t *by,
                      size_t used)
{
    if (length - (at.end - at.at) + used > most)
        return length;
    memmove(bytes + at.at + used, bytes + at.end, length - at.end);
    memcpy(bytes + at.at, by, used);
    return length - (at.end - at.at) + used;
}

/* Past the first colon, comma or tab of the line, or at its beginning. */
static size_t value_of(const uint8_t *bytes, struct line line)
{
    for (size_t at = line.at; at < line.end; at++)
        if (memchr(":,;\t", bytes[at], 4))
            return at + 1;
    return line.at;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    state = seed + UINT64_C(0x9E3779B97F4A7C15);
    if (length < 2 || below(8) == 0)
        return LLVMFuzzerMutate(bytes, length, most);
    struct line line = any_line(bytes, length), other = any_line(bytes, length);
    size_t used = line.end - line.at;
    if (used > WORK / 2 || other.end - other.at > WORK / 2)
        return LLVMFuzzerMutate(bytes, length, most);
    memcpy(work, bytes + line.at, used);
    switch (below(8)) {
    case 0:
        return replace(bytes, length, most, line, work, 0);
    case 1:
        return replace(bytes, length, most, (struct line){other.at, other.at}, work, used);
    case 2: { /* the other's value */
        struct line value = {value_of(bytes, line), line.end};
        size_t from = value_of(bytes, other);
        used = other.end - from;
        memcpy(work, bytes + from, used);
        return replace(bytes, length, most, value, work, used);
    }
    case 3: { /* further in or out */
        static const uint8_t spaces[] = "      ";
        struct line indent = {line.at, line.at};
        while (indent.end < line.end && bytes[indent.end] == ' ')
            indent.end++;
        return replace(bytes, length, most, indent, spaces, below(sizeof spaces));
    }
    default:
        used = LLVMFuzzerMutate(work, used, used + (most - length < 64 ? most - length : 64));
        return replace(bytes, length, most, line, work, used);
    }
}
