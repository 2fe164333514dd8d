#include "stage/header.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "stage/clock.h"
#include "ui/mark.h"
#include "words/words.h"

enum { TITLE_Y = 40, LINE_Y = 96, TIMER_Y = 40, RING = 72, RING_STROKE = 10, PANEL = 20 };

void header_add(struct header_line *line, bool strong, const char *format, ...)
{
    assert(line->count < HEADER_PIECES);
    va_list args;
    va_start(args, format);
    vsnprintf(line->piece[line->count].text, HEADER_PIECE_SIZE, format, args);
    va_end(args);
    line->piece[line->count++].strong = strong;
}

void header_dot(struct header_line *line)
{
    if (line->count)
        header_add(line, false, "  ·  ");
}

/* The timer, its right edge at the margin; returns where it begins. */
static double draw_timer(struct draw_list *list, const struct stage_frame *frame)
{
    struct clock_left left = clock_left(&frame->room->timer, frame->now_ms);
    double right = frame->layout.right;
    if (!left.shown)
        return right;
    struct type figures = type_tabular(SEMIBOLD(48));
    const char *says = word(left.paused ? WORD_TIMER_PAUSED
                            : left.over ? WORD_TIMER_OVER
                                        : WORD_TIMER_LEFT);
    double says_right = right - RING - 20;
    double figures_right = says_right - draw_width(list, REGULAR(28), says) - 16;
    double x = figures_right - draw_width(list, figures, left.text);
    double panel_x = x - 24, panel_w = right + PANEL - panel_x, h = RING + 2 * 12;
    if (left.over)
        draw_frame(list, panel_x, TIMER_Y - 12, panel_w, h, 16, 4, TOKEN_INK);
    else if (left.last_minutes)
        draw_round(list, panel_x, TIMER_Y - 12, panel_w, h, 16, TOKEN_TINT);
    draw_text(list, figures_right, TIMER_Y + 8, figures, ALIGN_RIGHT, TOKEN_INK, left.text);
    draw_text(list, says_right, TIMER_Y + 18, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, says);
    mark_timer(list, right - RING, TIMER_Y, RING, RING_STROKE, left.over ? 1 : left.fraction,
               left.over     ? TOKEN_INK
               : left.paused ? TOKEN_INK2
                             : TOKEN_ACCENT);
    return panel_x;
}

void header_draw(struct draw_list *list, const struct stage_frame *frame, const char *title,
                 const struct header_line *line)
{
    double x = frame->layout.left, w = draw_timer(list, frame) - 24 - x;
    draw_text_within(list, x, TITLE_Y, w, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, title);
    double right = x + w;
    for (int i = 0; i < line->count && x < right; i++) {
        struct type type = line->piece[i].strong ? SEMIBOLD(28) : REGULAR(28);
        const char *text = line->piece[i].text;
        draw_text_within(list, x, LINE_Y, right - x, type, ALIGN_LEFT,
                         line->piece[i].strong ? TOKEN_INK : TOKEN_INK2, text);
        x += draw_width(list, type, text);
    }
}
