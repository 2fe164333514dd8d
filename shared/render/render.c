#include "render/render.h"

#include <assert.h>
#include <stdlib.h>

#include <SDL.h>

#include "render/damage.h"
#include "render/mix.h"
#include "render/picture.h"
#include "render/shape.h"

struct render {
    SDL_Renderer *sdl;
    struct picture *picture; /* headless only, owned */
    struct painter painter;
    struct type_metrics metrics;
    SDL_Texture *frame; /* what is shown, kept between frames */
    SDL_Texture *faded; /* what was shown when the fade began, where SDL mixes */
    struct mix *mix;    /* where the processor draws: does it instead */
    bool mixes_new;     /* it has the frame as it is now */
    bool software;
    int width, height;
    bool dirty;
    int64_t fade_from;
    int fade_ms; /* 0: none */
    struct draw_list *last;
    SDL_Rect *bounds, *last_bounds;
};

static int width_of(void *context, enum weight weight, int px, const char *text, size_t bytes)
{
    return font_width(context, weight, px, text, bytes);
}

enum error render_create(struct render **out, SDL_Renderer *sdl, struct trouble *t)
{
    struct render *r = calloc(1, sizeof *r);
    *out = r;
    if (!r)
        return ERROR_MEMORY;
    SDL_RendererInfo info = {0};
    r->sdl = sdl;
    r->software = SDL_GetRendererInfo(sdl, &info) == 0 && info.flags & SDL_RENDERER_SOFTWARE;
    r->dirty = true;
    r->last = calloc(1, sizeof *r->last);
    r->bounds = calloc(DRAW_MAX_COMMANDS, sizeof *r->bounds);
    r->last_bounds = calloc(DRAW_MAX_COMMANDS, sizeof *r->last_bounds);
    enum error e = r->last && r->bounds && r->last_bounds ? ERROR_OK : ERROR_MEMORY;
    if (!e)
        e = cache_create(&r->painter.cache, sdl, RENDER_CACHE_BYTES, RENDER_CACHE_ENTRIES);
    if (!e)
        e = fonts_create(&r->painter.fonts, t);
    r->painter.sdl = sdl;
    r->metrics = (struct type_metrics){width_of, r->painter.fonts};
    if (e)
        render_destroy(out);
    return e;
}

enum error render_create_headless(struct render **out, int width, int height, struct trouble *t)
{
    struct picture *picture = NULL;
    *out = NULL;
    enum error e = picture_create(&picture, width, height, t);
    if (!e)
        e = render_create(out, picture_renderer(picture), t);
    if (e)
        picture_destroy(&picture);
    else
        (*out)->picture = picture;
    return e;
}

void render_destroy(struct render **render)
{
    struct render *r = *render;
    if (!r)
        return;
    if (r->frame)
        SDL_DestroyTexture(r->frame);
    if (r->faded)
        SDL_DestroyTexture(r->faded);
    mix_destroy(&r->mix);
    cache_destroy(&r->painter.cache);
    fonts_destroy(&r->painter.fonts);
    picture_destroy(&r->picture);
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
    *width = *height = 1;
    SDL_GetRendererOutputSize(render->sdl, width, height);
}

void render_dirty(struct render *render)
{
    render->dirty = true;
}

/* Where the processor draws, in the form that a window takes as it is. */
static SDL_Texture *target(const struct render *r)
{
    return SDL_CreateTexture(
        r->sdl, r->software ? (uint32_t)SDL_PIXELFORMAT_RGB888 : (uint32_t)SDL_PIXELFORMAT_ARGB8888,
        SDL_TEXTUREACCESS_TARGET, r->width, r->height);
}

/* Makes the kept frame as large as the output; false when SDL cannot. */
static bool fit(struct render *r)
{
    int width, height;
    render_size(r, &width, &height);
    if (r->frame && width == r->width && height == r->height)
        return true;
    if (r->frame)
        SDL_DestroyTexture(r->frame);
    if (r->faded)
        SDL_DestroyTexture(r->faded);
    mix_destroy(&r->mix);
    r->width = width;
    r->height = height;
    r->faded = NULL;
    r->fade_ms = 0;
    r->frame = target(r);
    r->dirty = true;
    return r->frame != NULL;
}

/* Draws what of the list falls into one box, on paper. */
static void draw_box(struct render *r, const struct draw_list *list, const SDL_Rect *box)
{
    SDL_Rect clip[DRAW_MAX_CLIPS + 1];
    int depth = 0;
    clip[0] = *box;
    SDL_RenderSetClipRect(r->sdl, box);
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
        SDL_RenderSetClipRect(r->sdl, &clip[depth]);
    }
    SDL_RenderSetClipRect(r->sdl, NULL);
}

/* Brings the kept frame up to date. */
static void update_frame(struct render *r, const struct draw_list *list)
{
    struct damage damage = {0};
    const SDL_Rect whole = {0, 0, r->width, r->height};
    for (uint32_t i = 0; i < list->commands; i++)
        r->bounds[i] = shape_bounds(&r->painter, list, &list->command[i]);
    if (r->dirty)
        damage_add(&damage, whole);
    else
        damage_find(&damage, r->last, r->last_bounds, list, r->bounds);
    SDL_SetRenderTarget(r->sdl, r->frame);
    for (int i = 0; i < damage.count; i++) {
        SDL_Rect box;
        if (SDL_IntersectRect(&damage.box[i], &whole, &box))
            draw_box(r, list, &box);
    }
    SDL_SetRenderTarget(r->sdl, NULL);
    r->mixes_new = false;
    draw_copy(r->last, list);
    SDL_Rect *swap = r->bounds;
    r->bounds = r->last_bounds;
    r->last_bounds = swap;
    r->dirty = false;
}

enum { WHOLE = 255 };

/* How much of the old picture still shows, of WHOLE. */
static uint8_t fade_left(const struct render *r, int64_t now_ms)
{
    int64_t left = r->fade_ms - (now_ms - r->fade_from);
    if (r->fade_ms == 0 || left <= 0)
        return 0;
    return (uint8_t)(WHOLE * left / r->fade_ms);
}

static void draw_mixture(struct render *r, uint8_t left)
{
    SDL_SetTextureBlendMode(r->frame, SDL_BLENDMODE_NONE);
    if (!r->mix) {
        SDL_RenderCopy(r->sdl, r->frame, NULL, NULL);
        SDL_SetTextureBlendMode(r->faded, SDL_BLENDMODE_BLEND);
        SDL_SetTextureAlphaMod(r->faded, left);
        SDL_RenderCopy(r->sdl, r->faded, NULL, NULL);
        return;
    }
    if (!r->mixes_new) {
        SDL_SetRenderTarget(r->sdl, r->frame);
        r->mixes_new = mix_take_new(r->mix);
        SDL_SetRenderTarget(r->sdl, NULL);
    }
    mix_draw(r->mix, left);
}

static void present(struct render *r, int64_t now_ms)
{
    uint8_t left = fade_left(r, now_ms);
    if (left > 0) {
        draw_mixture(r, left);
    } else {
        SDL_SetTextureBlendMode(r->frame, SDL_BLENDMODE_NONE);
        SDL_RenderCopy(r->sdl, r->frame, NULL, NULL);
        r->fade_ms = 0;
    }
    SDL_RenderPresent(r->sdl);
}

bool render_draw(struct render *render, const struct draw_list *list, enum theme theme,
                 int64_t now_ms)
{
    struct render *r = render;
    if (!fit(r))
        return false;
    if (theme != r->painter.theme)
        r->dirty = true;
    r->painter.theme = theme;
    bool uncovered = r->dirty, changed = uncovered || !draw_equal(list, r->last);
    if (changed)
        update_frame(r, list);
    if (!changed && r->fade_ms == 0)
        return false;
    if (uncovered || fade_left(r, now_ms) < WHOLE) /* else the old picture is what is shown */
        present(r, now_ms);
    return true;
}

/* Keeps what is shown now; false when there is no room for it. */
static bool keep_old(struct render *r)
{
    if (r->software) {
        if (!r->mix)
            r->mix = mix_create(r->sdl, r->width, r->height);
        SDL_SetRenderTarget(r->sdl, r->frame);
        bool kept = r->mix && mix_take_old(r->mix);
        SDL_SetRenderTarget(r->sdl, NULL);
        return kept;
    }
    if (!r->faded)
        r->faded = target(r);
    if (!r->faded)
        return false;
    SDL_SetRenderTarget(r->sdl, r->faded);
    SDL_SetTextureBlendMode(r->frame, SDL_BLENDMODE_NONE);
    SDL_RenderCopy(r->sdl, r->frame, NULL, NULL);
    SDL_SetRenderTarget(r->sdl, NULL);
    return true;
}

void render_fade(struct render *render, int64_t now_ms, int ms)
{
    assert(ms > 0);
    if (!render->frame || !keep_old(render))
        return; /* nothing shown yet, or no room for it: the change is then a cut */
    render->fade_from = now_ms;
    render->fade_ms = ms;
}

bool render_fading(const struct render *render)
{
    return render->fade_ms > 0;
}

uint32_t render_pixel(const struct render *render, int x, int y)
{
    assert(render->picture);
    return picture_pixel(render->picture, x, y);
}

enum error render_save(const struct render *render, const char *path, struct trouble *t)
{
    assert(render->picture);
    return picture_save(render->picture, path, t);
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
