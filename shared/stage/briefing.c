/* What this part of the agenda is for: its times, title and aims at the left, the time left and
 * what comes next at the right. The left column takes what the ring leaves, and type goes down the
 * scale, step by step, until everything fits. */

#include <math.h>
#include <stdio.h>

#include "stage/clock.h"
#include "stage/header.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    TIMES_Y = 40,
    TITLE_Y = 88,
    RULE_Y = 824, /* the ground rule's panel */
    RULE_H = 120,
    RULE_W = 1032,
    RULE_PAD = 40,
    RING_Y = 112,
    RING_MOST = 592,
    NEXT_Y = 824,
    NEXT_W = 600,
    AIM_INDENT = 64,
    AIM_MOST_W = 900,
};

struct briefing {
    struct draw_list *list;
    const struct stage_frame *frame;
    const struct agenda_item *item;
    struct clock_left left;
    double low;     /* what stands at the foot is moved by it */
    double x, w;    /* of the left column */
    double title_w; /* of the title, which has the whole width where there is no ring */
    const char *ask;
    char how[HOW_TEXT_SIZE];
    double middle, ring; /* of the right one: its middle and its ring's diameter */
};

int stage_briefing_pages(const struct stage_frame *frame)
{
    (void)frame;
    return 1;
}

/* The height a text takes at a size, in at most `most` lines; negative when it does not fit so. */
static double height_at(const struct briefing *b, struct type type, double w, int most,
                        const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, b->frame->metrics, b->frame->layout.u, type, w, most, WRAP_BALANCED, text);
    return lines.ellipsis ? -1 : lines.count * type_line(type.size);
}

static void times_of(char to[48], const struct agenda_item *item)
{
    char from[CLOCK_TEXT_SIZE], until[CLOCK_TEXT_SIZE];
    clock_of_day(from, item->start);
    clock_of_day(until, item->start + item->minutes);
    if (!item->start)
        to[0] = '\0';
    else if (!item->minutes)
        snprintf(to, 48, "%s", from);
    else
        snprintf(to, 48, word(WORD_BRIEFING_TIMES), from, until);
}

/* The steps of the scale that a title goes down until it fits. */
static const struct title_step {
    int size, lines;
} title_steps[] = {{96, 1}, {64, 2}, {48, 3}};

static const struct title_step *title_step(const struct briefing *b)
{
    const struct title_step *step = title_steps, *last = &title_steps[2];
    while (step < last &&
           height_at(b, BOLD(step->size), b->title_w, step->lines, b->item->title) < 0)
        step++;
    return step;
}

/* Returns where the title ends. */
static double draw_title(const struct briefing *b)
{
    char times[48];
    times_of(times, b->item);
    draw_text(b->list, b->x, TIMES_Y, type_tabular(REGULAR(28)), ALIGN_LEFT, TOKEN_INK2, times);
    const struct title_step *step = title_step(b);
    /* Large letters stand a little in from their box: the first is put on the edge. */
    double inset = step->size / 24.0;
    return TITLE_Y + draw_paragraph(b->list, b->x - inset, TITLE_Y, b->title_w + inset, step->lines,
                                    BOLD(step->size), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                                    b->item->title);
}

enum { ASK_ABOVE = 16, ASK_MOST = 4 };

static struct type ask_type(const struct briefing *b)
{
    return REGULAR(height_at(b, REGULAR(36), b->w, 2, b->ask) >= 0 ? 36 : 28);
}

/* What the two lines under the title take: how people work and what they are asked. */
static double ask_height(const struct briefing *b)
{
    if (!b->how[0] && !b->ask[0])
        return 0;
    double ask = height_at(b, ask_type(b), b->w, ASK_MOST, b->ask);
    return ASK_ABOVE + (b->how[0] ? type_line(36) : 0) + (ask < 0 ? ASK_MOST * 36 : ask);
}

static void draw_ask(const struct briefing *b, double y)
{
    y += ASK_ABOVE;
    draw_text(b->list, b->x, y, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, b->how);
    if (b->how[0])
        y += type_line(36);
    draw_paragraph(b->list, b->x, y, b->w, ASK_MOST, ask_type(b), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK2, b->ask);
}

/* The steps of the scale that aims go down until all of them fit. */
static const struct aim_step {
    int size, lines, gap;
} aim_steps[] = {{48, 2, 40}, {36, 2, 28}, {36, 2, 16}, {28, 2, 12}, {28, 2, 0}};

static double aims_height(const struct briefing *b, const struct aim_step *step, double w)
{
    double height = 0;
    for (int i = 0; i < b->item->objective_count; i++) {
        double h = height_at(b, MEDIUM(step->size), w, step->lines, b->item->objectives[i]);
        if (h < 0)
            return INFINITY;
        height += h + (i ? step->gap : 0);
    }
    return height;
}

enum { AIM_STEPS = sizeof aim_steps / sizeof *aim_steps, AIMS_ABOVE = 56, LEAD_BELOW = 36 };

static double aim_width(const struct briefing *b)
{
    return fmin(b->w - AIM_INDENT, AIM_MOST_W);
}

/* What the line takes that the aims complete. */
static double lead_height(const struct briefing *b)
{
    double lead = height_at(b, REGULAR(36), b->w, 2, b->item->lead_in);
    return b->item->lead_in[0] ? (lead < 0 ? 2 * 44 : lead) + LEAD_BELOW : 0;
}

/* Where aims must end. */
static double aims_end(const struct briefing *b)
{
    return RULE_Y + (b->item->ground_rule[0] ? 0 : RULE_H) + b->low - 24;
}

/* The step at which aims that begin at `y` fit, else the smallest. */
static const struct aim_step *aim_step(const struct briefing *b, double y)
{
    const struct aim_step *step = aim_steps, *last = &aim_steps[AIM_STEPS - 1];
    while (step < last && aims_height(b, step, aim_width(b)) > aims_end(b) - y)
        step++;
    return step;
}

static void draw_aims(const struct briefing *b, double y)
{
    draw_paragraph(b->list, b->x, y, b->w, 2, REGULAR(36), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                   b->item->lead_in);
    y += lead_height(b);
    double w = aim_width(b);
    const struct aim_step *step = aim_step(b, y);
    struct type type = MEDIUM(step->size), numbers = SEMIBOLD(step->size);
    for (int i = 0; i < b->item->objective_count; i++) {
        char number[12];
        snprintf(number, sizeof number, "%d", i + 1);
        if (b->item->objective_count > 1)
            draw_text(b->list, b->x, y, numbers, ALIGN_LEFT, TOKEN_ACCENT, number);
        else
            mark_bullet(b->list, b->x, y, type.size);
        y += draw_paragraph(b->list, b->x + AIM_INDENT, y, w, step->lines, type, ALIGN_LEFT,
                            WRAP_BALANCED, TOKEN_INK, b->item->objectives[i]) +
             step->gap;
    }
}

static void draw_rule(const struct briefing *b)
{
    if (!b->item->ground_rule[0])
        return;
    double w = fmin(RULE_W, b->w), inner = w - 2 * RULE_PAD;
    double y = RULE_Y + b->low;
    draw_round(b->list, b->x, y, w, RULE_H, 16, TOKEN_TINT);
    bool large = height_at(b, MEDIUM(36), inner, 2, b->item->ground_rule) >= 0;
    struct type type = MEDIUM(large ? 36 : 28);
    int most = large ? 2 : 3;
    struct type_lines lines;
    type_wrap(&lines, b->list->metrics, b->list->u, type, inner, most, WRAP_BALANCED,
              b->item->ground_rule);
    double h = lines.count * type_line(type.size);
    draw_paragraph(b->list, b->x + RULE_PAD, y + (RULE_H - h) / 2, inner, most, type, ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK, b->item->ground_rule);
}

/* "left for this part" is the item's time; a step's own is simply what is left. */
static enum word left_says(const struct briefing *b)
{
    const struct agenda_step *step = header_step(b->frame->room);
    if (b->left.paused)
        return WORD_TIMER_PAUSED;
    if (b->left.over)
        return WORD_TIMER_OVER;
    return step && step->minutes ? WORD_TIMER_LEFT : WORD_TIMER_LEFT_FOR_PART;
}

static void draw_ring_and_figures(const struct briefing *b)
{
    static const int sizes[] = {144, 96, 64};
    double size = b->ring, stroke = size * 32 / RING_MOST, inner = size - 2 * stroke;
    double centre_y = RING_Y + size / 2;
    if (b->left.over)
        draw_ring(b->list, b->middle, centre_y, size / 2 + 4, 4, TOKEN_INK);
    else if (b->left.last_minutes)
        draw_disc(b->list, b->middle, centre_y, size / 2 + 20, TOKEN_TINT);
    mark_timer(b->list, b->middle - size / 2, RING_Y, size, stroke,
               b->left.over ? 1 : b->left.fraction,
               b->left.over     ? TOKEN_INK
               : b->left.paused ? TOKEN_INK2
                                : TOKEN_ACCENT);
    size_t step = 0;
    while (step < 2 &&
           draw_width(b->list, type_tabular(SEMIBOLD(sizes[step])), b->left.text) > inner * 0.88)
        step++;
    double line = type_line(sizes[step]);
    draw_text(b->list, b->middle, centre_y - 16 - line / 2, type_tabular(SEMIBOLD(sizes[step])),
              ALIGN_CENTRE, TOKEN_INK, b->left.text);
    draw_text_within(b->list, b->middle - inner / 2 + 24, centre_y - 16 + line / 2 + 4, inner - 48,
                     REGULAR(36), ALIGN_CENTRE, TOKEN_INK2, word(left_says(b)));
}

static void draw_next(const struct briefing *b)
{
    const struct room *room = b->frame->room;
    int next = room->place.item + 1;
    if (next > room->workshop.item_count)
        return;
    const struct agenda_item *item = &room->items[next];
    char at[CLOCK_TEXT_SIZE], says[64];
    clock_of_day(at, item->start);
    if (item->start)
        snprintf(says, sizeof says, word(WORD_BRIEFING_NEXT_AT), at);
    else
        snprintf(says, sizeof says, "%s", word(WORD_BRIEFING_NEXT));
    double w = fmin(NEXT_W, b->ring + 32), x = b->middle - w / 2;
    double y = NEXT_Y + b->low;
    draw_text(b->list, b->middle, y, type_tabular(REGULAR(28)), ALIGN_CENTRE, TOKEN_INK2, says);
    static const struct {
        int size, lines, below;
    } steps[] = {{48, 1, 48}, {36, 2, 40}, {28, 3, 36}};
    size_t step = 0;
    while (step < 2 &&
           height_at(b, SEMIBOLD(steps[step].size), w, steps[step].lines, item->title) < 0)
        step++;
    draw_paragraph(b->list, x, y + steps[step].below, w, steps[step].lines,
                   SEMIBOLD(steps[step].size), ALIGN_CENTRE, WRAP_BALANCED, TOKEN_INK, item->title);
}

static struct briefing briefing_of(struct draw_list *list, const struct stage_frame *frame)
{
    const struct layout *layout = &frame->layout;
    const struct agenda_step *step = header_step(frame->room);
    struct briefing b = {.list = list,
                         .frame = frame,
                         .item = &frame->room->items[frame->room->place.item],
                         .left = clock_shown(frame->room, frame->now_ms),
                         .ask = step ? step->ask : "",
                         .low = layout->spare > 0 ? layout->spare / 2 : layout->spare,
                         .x = layout->left};
    header_how(b.how, frame->room);
    double content = layout->right - layout->left;
    b.ring = fmin(floor(content * 0.34), fmin(RING_MOST, NEXT_Y + b.low - 48 - RING_Y));
    b.middle = layout->right - 16 - b.ring / 2;
    b.w = b.middle - b.ring / 2 - 64 - b.x;
    b.title_w = b.left.shown ? b.w : content;
    return b;
}

/* True when everything can be shown whole; `size` is then that of the aims, in pixels. */
static bool fits(const struct stage_frame *frame, double *size)
{
    struct briefing b = briefing_of(NULL, frame);
    const struct title_step *title = title_step(&b);
    double title_h = height_at(&b, BOLD(title->size), b.title_w, title->lines, b.item->title);
    double y = TITLE_Y + title_h + ask_height(&b) + AIMS_ABOVE + lead_height(&b);
    const struct aim_step *step = aim_step(&b, y);
    double rule_w = fmin(RULE_W, b.w) - 2 * RULE_PAD;
    *size = step->size * frame->layout.u;
    return title_h >= 0 && y + aims_height(&b, step, aim_width(&b)) <= aims_end(&b) &&
           height_at(&b, MEDIUM(28), rule_w, 3, b.item->ground_rule) >= 0;
}

/* Larger text is worth it only where the aims do not get smaller for it. */
bool stage_briefing_fits(const struct stage_frame *frame)
{
    struct stage_frame designed = *frame;
    double size, designed_size;
    designed.layout = layout_kiosk(frame->layout.width, frame->layout.height);
    return fits(frame, &size) && (!fits(&designed, &designed_size) || size > designed_size);
}

void stage_briefing_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct briefing b = briefing_of(list, frame);
    double title_end = draw_title(&b);
    draw_ask(&b, title_end);
    draw_aims(&b, title_end + ask_height(&b) + AIMS_ABOVE);
    draw_rule(&b);
    if (b.left.shown)
        draw_ring_and_figures(&b);
    draw_next(&b);
    rail_draw(list, frame);
}
