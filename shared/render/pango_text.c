#include "render/pango_text.h"

#include <stdlib.h>

#include <SDL.h>
#include <pango/pangocairo.h>

struct pango_text {
    PangoContext *context;
    PangoLayout *layout;
};

enum error pango_text_create(struct pango_text **out)
{
    struct pango_text *p = calloc(1, sizeof *p);
    if (!p)
        return ERROR_MEMORY;
    p->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    p->layout = pango_layout_new(p->context);
    pango_layout_set_single_paragraph_mode(p->layout, TRUE);
    *out = p;
    return ERROR_OK;
}

void pango_text_destroy(struct pango_text **text)
{
    if (*text) {
        g_object_unref((*text)->layout);
        g_object_unref((*text)->context);
    }
    free(*text);
    *text = NULL;
}

static void set(struct pango_text *p, enum weight weight, int px, const char *text, size_t bytes)
{
    static const PangoWeight weights[WEIGHT_COUNT] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_MEDIUM,
                                                      PANGO_WEIGHT_SEMIBOLD, PANGO_WEIGHT_BOLD};
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, "Inter, " PLENARY_FALLBACK_FAMILY);
    pango_font_description_set_weight(font, weights[weight]);
    pango_font_description_set_absolute_size(font, (double)px * PANGO_SCALE);
    pango_layout_set_font_description(p->layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(p->layout, text, (int)bytes);
}

int pango_text_width(struct pango_text *p, enum weight weight, int px, const char *text,
                     size_t bytes)
{
    int width;
    set(p, weight, px, text, bytes);
    pango_layout_get_pixel_size(p->layout, &width, NULL);
    return width;
}

/* Coverage to a surface of one colour. */
static void colour_in(SDL_Surface *to, cairo_surface_t *from, uint32_t colour)
{
    const unsigned char *cover = cairo_image_surface_get_data(from);
    int stride = cairo_image_surface_get_stride(from);
    for (int y = 0; y < to->h; y++) {
        uint32_t *row = (uint32_t *)(void *)((uint8_t *)to->pixels + (ptrdiff_t)y * to->pitch);
        for (int x = 0; x < to->w; x++)
            row[x] = (uint32_t)cover[(ptrdiff_t)y * stride + x] << 24 | colour;
    }
}

SDL_Surface *pango_text_draw(struct pango_text *p, enum weight weight, int px, const char *text,
                             size_t bytes, uint32_t colour, int *baseline)
{
    int w, h;
    set(p, weight, px, text, bytes);
    pango_layout_get_pixel_size(p->layout, &w, &h);
    if (w <= 0 || h <= 0)
        return NULL;
    *baseline = PANGO_PIXELS(pango_layout_get_baseline(p->layout));
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    cairo_surface_t *cover = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
    if (surface && cairo_surface_status(cover) == CAIRO_STATUS_SUCCESS) {
        cairo_t *cairo = cairo_create(cover);
        pango_cairo_show_layout(cairo, p->layout);
        cairo_destroy(cairo);
        cairo_surface_flush(cover);
        colour_in(surface, cover, colour);
    }
    cairo_surface_destroy(cover);
    return surface;
}
