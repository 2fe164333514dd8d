#include "stage/rail.h"

#include <math.h>

#include "stage/clock.h"
#include "ui/mark.h"

enum {
    RAIL_Y = 992,
    RAIL_H = 88,
    CLOCK_W = 232, /* kept free of items */
    CLOCK_W_SHORT = 176,
    MARK = 28,
    GAP = 12,    /* between mark and name */
    PILL_H = 56, /* round the current item */
    PILL_LEFT = 16,
    PILL_RIGHT = 24,
    LINE_LEAST = 12,
    LINE_GAP = 16,
    LINE_SHORT = 32,
    LINE_SHORT_GAP = 12,
};

/* The items to show, [first, end), and which of them are named. */
struct rail {
    const struct room *room;
    int current, items, first, end;
    bool all_named;
    double name_most; /* names are no wider */
    double line, line_gap;
};

double rail_top(const struct stage_frame *frame)
{
    return RAIL_Y + frame->layout.spare;
}

static bool is_named(const struct rail *rail, int item)
{
    return rail->all_named || item == rail->current || item == rail->current + 1;
}

static struct type type_of(const struct rail *rail, int item)
{
    return item == rail->current ? SEMIBOLD(24) : MEDIUM(24);
}

static double name_width(const struct draw_list *list, const struct rail *rail, int item)
{
    return fmin(rail->name_most,
                draw_width(list, type_of(rail, item), rail->room->items[item].title));
}

static double item_width(const struct draw_list *list, const struct rail *rail, int item)
{
    double w = MARK;
    if (is_named(rail, item))
        w += GAP + name_width(list, rail, item);
    return item == rail->current ? w + PILL_LEFT + PILL_RIGHT : w;
}

/* Width of what is shown with lines as short as they may be. */
static double width_of(const struct draw_list *list, const struct rail *rail)
{
    double w = 0;
    for (int i = rail->first; i < rail->end; i++)
        w += item_width(list, rail, i);
    return w + (rail->end - rail->first - 1) * (rail->line + 2 * rail->line_gap);
}

/* Names for this item and the next; further marks on both sides for as long as they fit beside the
 * stubs that say the line goes on. */
static void shorten(const struct draw_list *list, struct rail *rail, double room_w)
{
    rail->all_named = false;
    rail->line = LINE_SHORT;
    rail->line_gap = LINE_SHORT_GAP;
    double step = MARK + rail->line + 2 * rail->line_gap;
    rail->name_most = fmax(120, (room_w - 4 * step - PILL_LEFT - PILL_RIGHT) / 2);
    double left = room_w;
    rail->first = rail->current;
    rail->end = rail->current + 1;
    if (rail->end <= rail->items)
        rail->end++;
    left -= width_of(list, rail);
    if (rail->current > 1)
        left -= step / 2;
    if (rail->end <= rail->items)
        left -= step / 2;
    while (left >= step && (rail->first > 1 || rail->end <= rail->items)) {
        bool back =
            rail->first > 1 && (rail->end > rail->items ||
                                rail->current - rail->first <= rail->end - rail->current - 2);
        if (back)
            rail->first--;
        else
            rail->end++;
        left -= step;
    }
}

static void draw_mark(struct draw_list *list, const struct rail *rail, int item, double x, double y)
{
    double middle = x + MARK / 2.0;
    if (item < rail->current) {
        mark_tick(list, middle, y, MARK, TOKEN_INK2, TOKEN_SURFACE);
    } else if (item == rail->current) {
        draw_disc(list, middle, y, MARK / 2.0, TOKEN_ACCENT);
        draw_disc(list, middle, y, 6, TOKEN_SURFACE);
    } else {
        draw_ring(list, middle, y, MARK / 2.0, 2, TOKEN_OUTLINE);
    }
}

static double draw_item(struct draw_list *list, const struct rail *rail, int item, double x,
                        double y)
{
    double w = item_width(list, rail, item);
    if (item == rail->current) {
        draw_round(list, x, y - PILL_H / 2.0, w, PILL_H, PILL_H / 2.0, TOKEN_TINT);
        x += PILL_LEFT;
    }
    draw_mark(list, rail, item, x, y);
    if (is_named(rail, item))
        /* a pixel's grace, so that rounding never cuts a name that fits */
        draw_text_within(list, x + MARK + GAP, y - 16, name_width(list, rail, item) + 1,
                         type_of(rail, item), ALIGN_LEFT,
                         item == rail->current ? TOKEN_INK : TOKEN_INK2,
                         rail->room->items[item].title);
    return w;
}

static void draw_items(struct draw_list *list, const struct rail *rail, double x, double y)
{
    double half = rail->line / 2;
    if (rail->first > 1) {
        draw_rect(list, x, y - 1, half, 2, TOKEN_INK2);
        x += half + rail->line_gap;
    }
    for (int i = rail->first; i < rail->end; i++) {
        x += draw_item(list, rail, i, x, y);
        x += rail->line_gap;
        enum token paint = i < rail->current ? TOKEN_INK2 : TOKEN_LINE;
        if (i + 1 < rail->end)
            draw_rect(list, x, y - 1, rail->line, 2, paint);
        else if (rail->end <= rail->items)
            draw_rect(list, x, y - 1, half, 2, paint);
        x += rail->line + rail->line_gap;
    }
}

void rail_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct layout *layout = &frame->layout;
    const struct room *room = frame->room;
    double top = rail_top(frame), middle = top + RAIL_H / 2.0;
    draw_rect(list, 0, top, layout->across, layout->down - top, TOKEN_SURFACE);
    draw_rect(list, 0, top, layout->across, 2, TOKEN_LINE);
    char clock[CLOCK_TEXT_SIZE];
    clock_of_day(clock, frame->clock);
    draw_text(list, layout->right, middle - 22, type_tabular(SEMIBOLD(36)), ALIGN_RIGHT, TOKEN_INK,
              clock);
    struct rail rail = {.room = room,
                        .current = room->place.item,
                        .items = room->workshop.item_count,
                        .first = 1,
                        .end = room->workshop.item_count + 1,
                        .all_named = true,
                        .name_most = layout->across,
                        .line = LINE_LEAST,
                        .line_gap = LINE_GAP};
    if (rail.current < 1 || rail.current > rail.items)
        return;
    double room_w = layout->right - layout->left - (layout->short_rail ? CLOCK_W_SHORT : CLOCK_W);
    double spare = room_w - width_of(list, &rail);
    if (layout->short_rail || spare < 0)
        shorten(list, &rail, room_w);
    else if (rail.items > 1)
        rail.line += spare / (rail.items - 1);
    draw_items(list, &rail, layout->left, middle);
}
