#include "render/render.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include <SDL.h>
#include <cairo.h>

#include "render/damage.h"
#include "render/mix.h"
#include "render/shape.h"

struct render {
    SDL_Window *window;   /* borrowed; NULL: headless */
    SDL_Surface *picture; /* what is shown, headless only */
    SDL_Surface *drawn;   /* the last frame, whatever of it is shown yet; NULL: none */
    struct mix *mix;
    struct painter painter;
    struct type_metrics metrics;
    bool stale;     /* all of it is to be drawn again */
    bool uncovered; /* all of it is to be sent to the screen again */
    int64_t fade_from;
    int fade_ms; /* 0: none */
    double left; /* how much of the old picture is in what is shown, of 1 */
    struct draw_list *last;
    SDL_Rect *bounds, *last_bounds;
};

static int width_of(void *context, enum weight weight, int px, const char *text, size_t bytes)
{
    return font_width(context, weight, px, text, bytes);
}

/* With nothing to draw into yet. */
static enum error create(struct render **out, struct trouble *t)
{
    struct render *r = calloc(1, sizeof *r);
    *out = r;
    if (!r)
        return ERROR_MEMORY;
    r->last = calloc(1, sizeof *r->last);
    r->bounds = calloc(DRAW_MAX_COMMANDS, sizeof *r->bounds);
    r->last_bounds = calloc(DRAW_MAX_COMMANDS, sizeof *r->last_bounds);
    enum error e = r->last && r->bounds && r->last_bounds ? ERROR_OK : ERROR_MEMORY;
    if (!e)
        e = cache_create(&r->painter.cache, RENDER_CACHE_BYTES, RENDER_CACHE_ENTRIES);
    if (!e)
        e = fonts_create(&r->painter.fonts, t);
    r->metrics = (struct type_metrics){width_of, r->painter.fonts};
    if (e)
        render_destroy(out);
    return e;
}

enum error render_create(struct render **out, SDL_Window *window, struct trouble *t)
{
    enum error e = create(out, t);
    if (!e)
        (*out)->window = window;
    return e;
}

enum error render_create_headless(struct render **out, int width, int height, struct trouble *t)
{
    enum error e = create(out, t);
    if (e)
        return e;
    (*out)->picture = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    if ((*out)->picture)
        return ERROR_OK;
    render_destroy(out);
    return trouble_set(t, ERROR_MEMORY, "There is no room for a picture of %d by %d: %s.", width,
                       height, SDL_GetError());
}

void render_destroy(struct render **render)
{
    struct render *r = *render;
    if (!r)
        return;
    SDL_FreeSurface(r->picture);
    SDL_FreeSurface(r->drawn);
    mix_destroy(&r->mix);
    cache_destroy(&r->painter.cache);
    fonts_destroy(&r->painter.fonts);
    free(r->last);
    free(r->bounds);
    free(r->last_bounds);
    free(r);
    *render = NULL;
}

const struct type_metrics *render_metrics(struct render *render)
{
    return &render->metrics;
}

void render_size(const struct render *render, int *width, int *height)
{
    if (render->window) {
        SDL_GetWindowSizeInPixels(render->window, width, height);
    } else {
        *width = render->picture->w;
        *height = render->picture->h;
    }
}

void render_dirty(struct render *render)
{
    render->uncovered = true;
}

/* What is shown, in the size that it has now; NULL when SDL has none. SDL makes a window's anew
 * when it is resized, and that one does not bear our mark. */
static SDL_Surface *shown(struct render *r)
{
    SDL_Surface *shown = r->window ? SDL_GetWindowSurface(r->window) : r->picture;
    if (!shown || (r->drawn && shown->userdata == r))
        return shown;
    SDL_FreeSurface(r->drawn);
    mix_destroy(&r->mix);
    r->drawn = SDL_CreateRGBSurfaceWithFormat(0, shown->w, shown->h, shown->format->BitsPerPixel,
                                              shown->format->format);
    r->mix = mix_create(shown->w, shown->h);
    r->painter.to = r->drawn;
    r->fade_ms = 0;
    if (!r->drawn || !r->mix) {
        SDL_FreeSurface(r->drawn);
        r->drawn = NULL;
        return NULL;
    }
    shown->userdata = r;
    r->stale = true;
    return shown;
}

/* Draws what of the list falls into one box, on paper. */
static void draw_box(struct render *r, const struct draw_list *list, const SDL_Rect *box)
{
    SDL_Rect clip[DRAW_MAX_CLIPS + 1];
    int depth = 0;
    clip[0] = *box;
    SDL_SetClipRect(r->drawn, box);
    struct draw_command paper = {.kind = DRAW_RECT,
                                 .paint = TOKEN_PAPER,
                                 .x = box->x,
                                 .y = box->y,
                                 .w = box->w,
                                 .h = box->h};
    shape_draw(&r->painter, list, &paper);
    for (uint32_t i = 0; i < list->commands; i++) {
        const struct draw_command *c = &list->command[i];
        if (c->kind == DRAW_CLIP) {
            assert(depth < DRAW_MAX_CLIPS);
            SDL_IntersectRect(&clip[depth], &r->bounds[i], &clip[depth + 1]);
            depth++;
        } else if (c->kind == DRAW_UNCLIP) {
            assert(depth > 0);
            depth--;
        } else if (SDL_HasIntersection(&clip[depth], &r->bounds[i])) {
            shape_draw(&r->painter, list, c);
            continue;
        } else {
            continue;
        }
        SDL_SetClipRect(r->drawn, &clip[depth]);
    }
}

/* Draws what the list has changed since the last frame. */
static void update_drawn(struct render *r, const struct draw_list *list)
{
    struct damage damage = {0};
    const SDL_Rect whole = {0, 0, r->drawn->w, r->drawn->h};
    for (uint32_t i = 0; i < list->commands; i++)
        r->bounds[i] = shape_bounds(&r->painter, list, &list->command[i]);
    if (r->stale)
        damage_add(&damage, whole);
    else
        damage_find(&damage, r->last, r->last_bounds, list, r->bounds);
    for (int i = 0; i < damage.count; i++) {
        SDL_Rect box;
        if (!SDL_IntersectRect(&damage.box[i], &whole, &box))
            continue;
        draw_box(r, list, &box);
        mix_mark(r->mix, &box);
    }
    draw_copy(r->last, list);
    SDL_Rect *swap = r->bounds;
    r->bounds = r->last_bounds;
    r->last_bounds = swap;
    r->stale = false;
}

/* How much of the old picture is to be seen, of 1. */
static double fade_left(const struct render *r, int64_t now_ms)
{
    int64_t left = r->fade_ms - (now_ms - r->fade_from);
    return r->fade_ms == 0 || left <= 0 ? 0 : (double)left / r->fade_ms;
}

/* Brings what is shown as near to what is drawn as it should be by now. */
static void show(struct render *r, SDL_Surface *shown, int64_t now_ms)
{
    int count = 0;
    double left = fade_left(r, now_ms);
    unsigned keep = left < r->left ? (unsigned)lround(MIX_ALL * left / r->left) : MIX_ALL;
    const SDL_Rect *changed = NULL, whole = {0, 0, shown->w, shown->h};
    if (left == 0) {
        keep = 0;
        r->fade_ms = 0;
    }
    if (keep < MIX_ALL)
        changed = mix_step(r->mix, shown, r->drawn, keep, &count);
    r->left *= (double)keep / MIX_ALL;
    if (r->uncovered) {
        changed = &whole;
        count = 1;
    }
    r->uncovered = false;
    if (r->window && count > 0)
        SDL_UpdateWindowSurfaceRects(r->window, changed, count);
}

bool render_draw(struct render *render, const struct draw_list *list, enum theme theme,
                 int64_t now_ms)
{
    struct render *r = render;
    SDL_Surface *to = shown(r);
    if (!to)
        return false;
    r->stale |= theme != r->painter.theme;
    r->painter.theme = theme;
    bool changed = r->stale || !draw_equal(list, r->last);
    if (changed)
        update_drawn(r, list);
    if (!changed && !r->uncovered && r->fade_ms == 0)
        return false;
    show(r, to, now_ms);
    return true;
}

void render_fade(struct render *render, int64_t now_ms, int ms)
{
    assert(ms > 0);
    if (!render->drawn)
        return; /* nothing shown yet: the change is then a cut */
    render->fade_from = now_ms;
    render->fade_ms = ms;
    render->left = 1;
}

bool render_fading(const struct render *render)
{
    return render->fade_ms > 0;
}

uint32_t render_pixel(const struct render *render, int x, int y)
{
    const SDL_Surface *picture = render->picture;
    assert(picture && x >= 0 && x < picture->w && y >= 0 && y < picture->h);
    const uint8_t *row = (const uint8_t *)picture->pixels + (ptrdiff_t)y * picture->pitch;
    return ((const uint32_t *)(const void *)row)[x] & 0xFFFFFF;
}

enum error render_save(const struct render *render, const char *path, struct trouble *t)
{
    assert(render->picture);
    SDL_Surface *picture = render->picture;
    cairo_surface_t *as_cairo = cairo_image_surface_create_for_data(
        picture->pixels, CAIRO_FORMAT_RGB24, picture->w, picture->h, picture->pitch);
    cairo_status_t status = cairo_surface_write_to_png(as_cairo, path);
    cairo_surface_destroy(as_cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        return ERROR_OK;
    return trouble_set(t, ERROR_IO, "The picture %s could not be written: %s.", path,
                       cairo_status_to_string(status));
}

enum error render_png(const char *path, const struct draw_list *list, enum theme theme,
                      struct trouble *t)
{
    struct render *r = NULL;
    enum error e = render_create_headless(&r, list->width, list->height, t);
    if (!e) {
        render_draw(r, list, theme, 0);
        e = render_save(r, path, t);
    }
    render_destroy(&r);
    return e;
}
