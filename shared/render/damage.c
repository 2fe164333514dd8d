#include "render/damage.h"

#include <string.h>

static bool touch(const SDL_Rect *a, const SDL_Rect *b)
{
    return a->x <= b->x + b->w && b->x <= a->x + a->w && a->y <= b->y + b->h && b->y <= a->y + a->h;
}

void damage_add(struct damage *damage, SDL_Rect box)
{
    if (box.w <= 0 || box.h <= 0)
        return;
    for (int i = 0; i < damage->count;) {
        if (touch(&damage->box[i], &box) || damage->count == DAMAGE_MOST) {
            SDL_UnionRect(&damage->box[i], &box, &box);
            damage->box[i] = damage->box[--damage->count];
            i = 0; /* grown, it may touch others */
        } else {
            i++;
        }
    }
    damage->box[damage->count++] = box;
}

static bool same(const struct draw_list *a, const struct draw_command *ca,
                 const struct draw_list *b, const struct draw_command *cb)
{
    struct draw_command moved = *cb;
    moved.first = ca->first; /* where text and points are kept does not show */
    if (memcmp(ca, &moved, sizeof moved) != 0)
        return false;
    if (ca->kind == DRAW_TEXT)
        return memcmp(a->text + ca->first, b->text + cb->first, ca->count) == 0;
    return ca->count == 0 ||
           memcmp(a->point + ca->first, b->point + cb->first, ca->count * sizeof *a->point) == 0;
}

/* Where two lists fall into step again after a difference: how many commands of each to pass over.
 * Looks a little ahead, which covers a sign that came or went; false when that is not enough. */
static bool find_step(const struct draw_list *before, uint32_t was, const struct draw_list *now,
                      uint32_t is, uint32_t *gone, uint32_t *come)
{
    enum { AHEAD = 48 };
    uint32_t was_left = before->commands - was, is_left = now->commands - is;
    for (uint32_t d = 1; d <= AHEAD; d++) {
        const struct draw_command *w = &before->command[was], *n = &now->command[is];
        *gone = *come = 0;
        if (d < was_left && d < is_left && same(before, w + d, now, n + d))
            *gone = *come = d;
        else if (d < was_left && same(before, w + d, now, n))
            *gone = d;
        else if (d < is_left && same(before, w, now, n + d))
            *come = d;
        if (*gone || *come)
            return true;
    }
    return false;
}

/* Adds the boxes of commands from..to; false when one of them clips, whose effect is not bounded
 * by a box. */
static bool add_range(struct damage *out, const struct draw_list *list, const SDL_Rect *bounds,
                      uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        if (list->command[i].kind == DRAW_CLIP || list->command[i].kind == DRAW_UNCLIP)
            return false;
        damage_add(out, bounds[i]);
    }
    return true;
}

static void all_over(struct damage *out, const struct draw_list *list)
{
    out->count = 0;
    damage_add(out, (SDL_Rect){0, 0, list->width, list->height});
}

void damage_find(struct damage *out, const struct draw_list *before, const SDL_Rect *before_bounds,
                 const struct draw_list *now, const SDL_Rect *now_bounds)
{
    uint32_t was = 0, is = 0;
    bool bounded = before->width == now->width && before->height == now->height;
    out->count = 0;
    /* What is the same in both, in the same order, draws the same outside the boxes of the rest. */
    while (bounded && (was < before->commands || is < now->commands)) {
        uint32_t gone, come;
        if (was < before->commands && is < now->commands &&
            same(before, &before->command[was], now, &now->command[is])) {
            was++;
            is++;
            continue;
        }
        if (!find_step(before, was, now, is, &gone, &come)) {
            gone = before->commands - was;
            come = now->commands - is;
        }
        bounded = add_range(out, before, before_bounds, was, was + gone) &&
                  add_range(out, now, now_bounds, is, is + come);
        was += gone;
        is += come;
    }
    if (!bounded)
        all_over(out, now);
}
