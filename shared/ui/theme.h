#ifndef PLENARY_UI_THEME_H
#define PLENARY_UI_THEME_H

/* The colours, by what they mean. A screen names a token; only the renderer turns it into a colour,
 * so that light and dark are the same draw list. Where the design shows something at part strength
 * (missing bars, empty slots), the token is mixed with the one beneath it: nothing on the screen is
 * translucent, and a mix needs to know what it lies on.
 *
 * Bands order themselves by lightness away from the paper: on light paper high is the darkest, on
 * the dark screen the lightest. The accent means now, yours, chosen; it is never a rating. */

#include <stdint.h>

/* X(NAME, name, light, dark) */
#define TOKEN_LIST(X)                                                                              \
    X(PAPER, "paper", 0xF7F2EA, 0x1D181F)                                                          \
    X(SURFACE, "surface", 0xFFFDF9, 0x29232C)                                                      \
    X(NOTE, "note", 0xFFFDF9, 0x322B36)                                                            \
    X(SUNKEN, "sunken", 0xECE4D8, 0x151117)                                                        \
    X(SHADE, "shade", 0xE3D9CB, 0x0F0B10)                                                          \
    X(LINE, "line", 0xCFC2B0, 0x463D4A)                                                            \
    X(OUTLINE, "outline", 0x857A6D, 0x94899A)                                                      \
    X(INK, "ink", 0x2A222C, 0xF6F0E7)                                                              \
    X(INK2, "ink2", 0x5C525A, 0xC8BDC3)                                                            \
    X(ACCENT, "accent", 0x86387A, 0xE5A5CB)                                                        \
    X(ACCENT_HOVER, "accent-hover", 0x742E69, 0xEDB9D7)                                            \
    X(ACCENT_PRESSED, "accent-pressed", 0x5C2253, 0xD48DB8)                                        \
    X(ACCENT_SOFT, "accent-soft", 0xBF95B8, 0x855F7B)                                              \
    X(TINT, "tint", 0xF3E4EC, 0x472A40)                                                            \
    X(ON_ACCENT, "on-accent", 0xFFFFFF, 0x2A0F22)                                                  \
    X(LOW, "low", 0xFACF93, 0x7C4B12)                                                              \
    X(ON_LOW, "on-low", 0x2A222C, 0xFFF4E2)                                                        \
    X(LOW_LINE, "low-line", 0xB97724, 0xBF8038)                                                    \
    X(MED, "med", 0x6AA594, 0x5FA593)                                                              \
    X(ON_MED, "on-med", 0x120E14, 0x0D1A17)                                                        \
    X(MED_LINE, "med-line", 0x22685A, 0x7CC2B0)                                                    \
    X(HIGH, "high", 0x123F33, 0xCDF2E5)                                                            \
    X(ON_HIGH, "on-high", 0xFFFFFF, 0x0D1A17)                                                      \
    X(HIGH_LINE, "high-line", 0x123F33, 0xCDF2E5)

enum token {
#define X(name, text, light, dark) TOKEN_##name,
    TOKEN_LIST(X)
#undef X
        TOKEN_COUNT
};

enum theme { THEME_LIGHT, THEME_DARK };

/* What a shape is filled with: a token by itself, or one made by theme_mix. */
typedef uint32_t paint;

/* `percent` (1 to 99) of `over` lying on `under`. */
paint theme_mix(enum token over, int percent, enum token under);

/* The colour of a paint as 0xRRGGBB. */
uint32_t theme_colour(enum theme theme, paint p);

/* The token's name as goldens print it, borrowed. */
const char *theme_token_name(enum token t);

#endif
