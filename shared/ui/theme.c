#include "ui/theme.h"

#include <assert.h>

/* A paint holds its token in the low byte; a mix also holds the percentage and the token beneath.
 */
static const struct {
    const char *name;
    uint32_t colour[2];
} tokens[TOKEN_COUNT] = {
#define X(name, text, light, dark) {text, {light, dark}},
    TOKEN_LIST(X)
#undef X
};

paint theme_mix(enum token over, int percent, enum token under)
{
    assert(percent > 0 && percent < 100);
    return (paint)over | (paint)percent << 8 | (paint)under << 16;
}

static uint32_t mix_channel(uint32_t over, uint32_t under, uint32_t percent, int shift)
{
    uint32_t a = over >> shift & 0xFF, b = under >> shift & 0xFF;
    return ((a * percent + b * (100 - percent) + 50) / 100) << shift;
}

uint32_t theme_colour(enum theme theme, paint p)
{
    uint32_t token = p & 0xFF, percent = p >> 8 & 0xFF, below = p >> 16 & 0xFF;
    assert(token < TOKEN_COUNT && below < TOKEN_COUNT);
    uint32_t over = tokens[token].colour[theme];
    if (percent == 0)
        return over;
    uint32_t under = tokens[below].colour[theme];
    return mix_channel(over, under, percent, 16) | mix_channel(over, under, percent, 8) |
           mix_channel(over, under, percent, 0);
}

const char *theme_token_name(enum token t)
{
    assert(t < TOKEN_COUNT);
    return tokens[t].name;
}
