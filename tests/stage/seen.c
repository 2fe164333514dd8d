#include "stage/seen.h"

#include <stdio.h>

#include "rooms/rooms.h"
#include "testing.h"

const struct seen_size seen_sizes[SEEN_SIZES] = {{1920, 1080}, {1024, 768}, {3840, 2160}};

struct stage_frame seen_frame(const struct room *room, struct seen_size size, int clock, int page)
{
    return (struct stage_frame){.room = room,
                                .layout = layout_kiosk(size.width, size.height),
                                .now_ms = rooms_now_ms,
                                .clock = clock,
                                .page = page};
}

void seen_draw(struct draw_list *list, const struct stage_frame *frame)
{
    draw_begin(list, &frame->layout, &type_fixed_metrics);
    stage_draw(list, frame);
    assert_int_equal(list->dropped, 0);
    assert_int_equal(list->clips, 0);
}

const char *seen_text(const struct draw_list *list, uint32_t command)
{
    const struct draw_command *c = &list->command[command];
    return c->kind == DRAW_TEXT ? list->text + c->first : "";
}

int seen_count(const struct draw_list *list, const char *text)
{
    int n = 0;
    for (uint32_t i = 0; i < list->commands; i++)
        n += text[0] && strcmp(seen_text(list, i), text) == 0;
    return n;
}

bool seen_within(const struct draw_list *list, const char *text)
{
    for (uint32_t i = 0; i < list->commands; i++)
        if (strstr(seen_text(list, i), text))
            return true;
    return false;
}

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
