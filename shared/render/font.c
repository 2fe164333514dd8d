#include "render/font.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_ttf.h>
#include <utf8proc.h>

#include "base/text.h"
#include "render/pango_text.h"

static const char *const files[WEIGHT_COUNT] = {PLENARY_FONT_REGULAR, PLENARY_FONT_MEDIUM,
                                                PLENARY_FONT_SEMIBOLD, PLENARY_FONT_BOLD};

struct font {
    enum weight weight;
    int px;
    uint64_t used;
    TTF_Font *ttf;
};

/* A width measured before, found by the hash of its weight, size and text. A screen measures the
 * same texts again in every frame; a board of hundreds of notes takes tens of thousands. The hash
 * alone is compared: of 64 bits, it will not be that of another text in the life of a program. */
enum { MEASURED_MOST = 1 << 16 };
struct measured {
    uint64_t hash; /* 0: none */
    int32_t width;
};

struct fonts {
    struct measured measured[MEASURED_MOST / 2][2]; /* at its hash, until two others come there */
    struct pango_text *pango; /* begun when first needed: most rooms never do */
    uint64_t clock;
    int count;
    struct font font[FONT_MOST];
};

/* The font of a weight and size, opened when first wanted; NULL when it cannot be. The longest
 * unused makes way when all places are taken. */
static TTF_Font *open_font(struct fonts *fonts, enum weight weight, int px)
{
    struct font *slot = NULL;
    for (int i = 0; i < fonts->count; i++) {
        struct font *f = &fonts->font[i];
        if (f->weight == weight && f->px == px) {
            f->used = ++fonts->clock;
            return f->ttf;
        }
        if (!slot || f->used < slot->used)
            slot = f;
    }
    TTF_Font *ttf = TTF_OpenFont(files[weight], px);
    if (!ttf)
        return NULL;
    TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
    if (fonts->count < FONT_MOST)
        slot = &fonts->font[fonts->count++];
    else
        TTF_CloseFont(slot->ttf);
    *slot = (struct font){weight, px, ++fonts->clock, ttf};
    return ttf;
}

enum error fonts_create(struct fonts **out, struct trouble *t)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        return ERROR_MEMORY;
    if (TTF_Init() != 0) {
        free(fonts);
        return trouble_set(t, ERROR_IO, "The font library did not start: %s.", TTF_GetError());
    }
    enum error e = ERROR_OK;
    for (enum weight w = 0; !e && w < WEIGHT_COUNT; w++) {
        if (!open_font(fonts, w, 16))
            e = trouble_set(t, ERROR_ABSENT,
                            "The font %s is missing. It is in the package fonts-inter.", files[w]);
    }
    if (e)
        fonts_destroy(&fonts);
    *out = fonts;
    return e;
}

void fonts_destroy(struct fonts **fonts)
{
    if (!*fonts)
        return;
    for (int i = 0; i < (*fonts)->count; i++)
        TTF_CloseFont((*fonts)->font[i].ttf);
    pango_text_destroy(&(*fonts)->pango);
    free(*fonts);
    *fonts = NULL;
    TTF_Quit();
}

static bool right_to_left(utf8proc_int32_t c)
{
    utf8proc_propval_t bidi = utf8proc_get_property(c)->bidi_class;
    return bidi == UTF8PROC_BIDI_CLASS_R || bidi == UTF8PROC_BIDI_CLASS_AL;
}

/* True when the UI font can draw all of it, letter after letter from left to right. */
static bool in_font(TTF_Font *ttf, const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes;) {
        utf8proc_int32_t c;
        if ((unsigned char)text[i] < 0x80) {
            i++;
            continue;
        }
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(bytes - i), &c);
        if (n <= 0 || right_to_left(c) || !TTF_GlyphIsProvided32(ttf, (Uint32)c))
            return false;
        i += (size_t)n;
    }
    return true;
}

static struct pango_text *pango_of(struct fonts *fonts)
{
    if (!fonts->pango && pango_text_create(&fonts->pango) != ERROR_OK)
        return NULL;
    return fonts->pango;
}

/* SDL_ttf wants its text zero-terminated. Longer text than any line on a screen is cut. */
static size_t copy_part(char to[FONT_TEXT_SIZE], const char *text, size_t bytes)
{
    if (bytes >= FONT_TEXT_SIZE)
        bytes = text_whole(text, FONT_TEXT_SIZE - 1);
    memcpy(to, text, bytes);
    to[bytes] = '\0';
    return bytes;
}

static int measure(struct fonts *fonts, enum weight weight, int px, const char *text, size_t bytes)
{
    assert(weight < WEIGHT_COUNT);
    int width = 0;
    TTF_Font *ttf = open_font(fonts, weight, px);
    if (!ttf || !in_font(ttf, text, bytes)) {
        struct pango_text *pango = pango_of(fonts);
        return pango ? pango_text_width(pango, weight, px, text, bytes) : 0;
    }
    while (bytes > 0) {
        char part[FONT_TEXT_SIZE];
        int w = 0;
        size_t n = copy_part(part, text, bytes);
        if (TTF_SizeUTF8(ttf, part, &w, NULL) != 0)
            break;
        width += w;
        text += n;
        bytes -= n;
    }
    return width;
}

/* Fowler, Noll and Vo's hash, 1a. */
static uint64_t hash_of(enum weight weight, int px, const char *text, size_t bytes)
{
    uint64_t hash = UINT64_C(14695981039346656037), prime = UINT64_C(1099511628211);
    hash = (hash ^ (uint64_t)weight) * prime;
    hash = (hash ^ (uint64_t)px) * prime;
    for (size_t i = 0; i < bytes; i++)
        hash = (hash ^ (unsigned char)text[i]) * prime;
    return hash ? hash : 1;
}

int font_width(struct fonts *fonts, enum weight weight, int px, const char *text, size_t bytes)
{
    uint64_t hash = hash_of(weight, px, text, bytes);
    struct measured *two = fonts->measured[(hash ^ hash >> 32) % (MEASURED_MOST / 2)];
    if (two[1].hash == hash)
        return two[1].width;
    if (two[0].hash != hash) {
        two[1] = two[0];
        two[0] = (struct measured){hash, measure(fonts, weight, px, text, bytes)};
    }
    return two[0].width;
}

SDL_Surface *font_draw(struct fonts *fonts, enum weight weight, int px, const char *text,
                       size_t bytes, uint32_t colour, int *baseline)
{
    char part[FONT_TEXT_SIZE];
    bytes = copy_part(part, text, bytes);
    TTF_Font *ttf = open_font(fonts, weight, px);
    if (!ttf || !in_font(ttf, part, bytes)) {
        struct pango_text *pango = pango_of(fonts);
        return pango ? pango_text_draw(pango, weight, px, part, bytes, colour, baseline) : NULL;
    }
    SDL_Color ink = {(Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, 255};
    *baseline = TTF_FontAscent(ttf);
    return TTF_RenderUTF8_Blended(ttf, part, ink);
}
