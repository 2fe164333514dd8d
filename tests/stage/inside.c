#include "stage/inside.h"

#include <stdio.h>

#include "testing.h"

void assert_inside(const struct draw_list *list)
{
    for (uint32_t i = 0; i < list->commands; i++) {
        const struct draw_command *c = &list->command[i];
        int left = c->x, right = c->x, bottom = c->y;
        if (c->kind == DRAW_TEXT) {
            int w = type_width_px(&type_fixed_metrics, c->weight, c->size, c->tabular,
                                  list->text + c->first, c->count);
            left -= c->align == ALIGN_CENTRE ? w / 2 : c->align == ALIGN_RIGHT ? w : 0;
            right = left + w;
        } else if (c->kind == DRAW_RECT || c->kind == DRAW_ROUND || c->kind == DRAW_FRAME) {
            right += c->w;
            bottom += c->h;
        } else {
            continue;
        }
        bool inside = left >= -1 && right <= list->width + 1 && bottom <= list->height + 1;
        if (!inside)
            printf("at %d,%d to %d,%d of %dx%d: %s\n", left, c->y, right, bottom, list->width,
                   list->height, c->kind == DRAW_TEXT ? list->text + c->first : "a shape");
        assert_true(inside);
    }
}
