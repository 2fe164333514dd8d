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

static bool clips(const struct draw_command *c)
{
    return c->kind == DRAW_CLIP || c->kind == DRAW_UNCLIP;
}

static void all_over(struct damage *out, const struct draw_list *list)
{
    out->count = 0;
    damage_add(out, (SDL_Rect){0, 0, list->width, list->height});
}

void damage_find(struct damage *out, const struct draw_list *before, const SDL_Rect *before_bounds,
                 const struct draw_list *now, const SDL_Rect *now_bounds)
{
    out->count = 0;
    uint32_t from = 0, was_end = before->commands, is_end = now->commands;
    if (before->width != now->width || before->height != now->height) {
        all_over(out, now);
        return;
    }
    while (from < was_end && from < is_end &&
           same(before, &before->command[from], now, &now->command[from]))
        from++;
    while (was_end > from && is_end > from &&
           same(before, &before->command[was_end - 1], now, &now->command[is_end - 1])) {
        was_end--;
        is_end--;
    }
    bool in_step = was_end == is_end; /* the same number: compare one by one */
    for (uint32_t i = from; in_step && i < is_end; i++) {
        const struct draw_command *was = &before->command[i], *is = &now->command[i];
        if (same(before, was, now, is))
            continue;
        if (was->kind != is->kind && (clips(was) || clips(is))) {
            all_over(out, now);
            return;
        }
        damage_add(out, before_bounds[i]);
        damage_add(out, now_bounds[i]);
    }
    for (uint32_t i = from; !in_step && i < was_end; i++)
        damage_add(out, before_bounds[i]);
    for (uint32_t i = from; !in_step && i < is_end; i++)
        damage_add(out, now_bounds[i]);
}
