#include "stage/header.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "stage/clock.h"
#include "stage/stages.h"
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

static const char dot[] = "  ·  ";

void header_dot(struct header_line *line)
{
    if (line->count)
        header_add(line, false, "%s", dot);
}

const struct agenda_step *header_step(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    int step = room->place.step;
    return room->place.item && step >= 1 && step <= item->step_count ? &item->steps[step - 1]
                                                                     : NULL;
}

void header_how(char to[HOW_TEXT_SIZE], const struct room *room)
{
    static const enum word words[HOW_COUNT] = {
        [HOW_ALONE] = WORD_HOW_ALONE,
        [HOW_TWOS_THREES] = WORD_HOW_TWOS_THREES,
        [HOW_GROUPS] = WORD_HOW_GROUPS,
        [HOW_PLENARY] = WORD_HOW_PLENARY,
    };
    const struct agenda_step *step = header_step(room);
    int size = room->items[room->place.item].group_size;
    to[0] = '\0';
    if (!step || step->how == HOW_NONE || step->how >= HOW_COUNT)
        return;
    if (step->how == HOW_GROUPS && size > 0)
        snprintf(to, HOW_TEXT_SIZE, word(WORD_HOW_GROUPS_OF), size);
    else
        snprintf(to, HOW_TEXT_SIZE, "%s", word(words[step->how]));
}

void header_add_step(struct header_line *line, const struct room *room)
{
    const struct agenda_step *step = header_step(room);
    char how[HOW_TEXT_SIZE];
    header_how(how, room);
    if (how[0])
        header_add(line, true, "%s", how);
    if (step && step->ask[0]) {
        header_dot(line);
        header_add(line, false, "%s", step->ask);
    }
}

/* The timer, its right edge at the margin; returns where it begins. */
static double draw_timer(struct draw_list *list, const struct stage_frame *frame)
{
    struct clock_left left = clock_shown(frame->room, frame->now_ms);
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

/* The first of the types in which a text stands in `w` with so many lines, else the last. */
static struct type fit(const struct draw_list *list, const struct type types[], const int most[],
                       int count, double w, const char *text, int *lines)
{
    struct type_lines wrapped;
    int i = 0;
    for (;; i++) {
        type_wrap(&wrapped, list->metrics, list->u, types[i], w, most[i], WRAP_BALANCED, text);
        if (!wrapped.ellipsis || i + 1 == count)
            break;
    }
    *lines = wrapped.count;
    return types[i];
}

static struct type piece_type(const struct header_line *line, int i)
{
    return line->piece[i].strong ? SEMIBOLD(28) : REGULAR(28);
}

/* Draws a piece where `w` is left and returns its width. Long ones are cut; a short one, half of
 * which might say something else, stands whole or not at all, and a dot only before something. */
static double draw_piece(struct draw_list *list, const struct header_line *line, int i, double x,
                         double w)
{
    enum { LONG = 700 };
    const char *text = line->piece[i].text;
    double piece_w = draw_width(list, piece_type(line, i), text), with_next = piece_w;
    if (strcmp(text, dot) == 0) {
        if (i + 1 == line->count)
            return 0;
        with_next += fmin(LONG, draw_width(list, piece_type(line, i + 1), line->piece[i + 1].text));
    }
    if (with_next > w && (piece_w < LONG || w < LONG))
        return 0;
    draw_text_within(list, x, LINE_Y, fmin(w, piece_w + 1), piece_type(line, i), ALIGN_LEFT,
                     line->piece[i].strong ? TOKEN_INK : TOKEN_INK2, text);
    return piece_w;
}

void header_draw(struct draw_list *list, const struct stage_frame *frame, const char *title,
                 const struct header_line *line)
{
    double x = frame->layout.left, w = draw_timer(list, frame) - 24 - x;
    struct type large = SEMIBOLD(48);
    if (draw_width(list, large, title) > w)
        large.size = 36;
    draw_text_within(list, x, TITLE_Y + (56 - type_line(large.size)) / 2.0, w, large, ALIGN_LEFT,
                     TOKEN_INK, title);
    for (int i = 0; i < line->count; i++) {
        double piece_w = draw_piece(list, line, i, x, w);
        if (piece_w <= 0)
            break;
        x += piece_w;
        w -= piece_w;
    }
}

double header_draw_step(struct draw_list *list, const struct stage_frame *frame, const char *title,
                        const char *otherwise)
{
    static const struct type titles[] = {
        {WEIGHT_SEMIBOLD, 48, false}, {WEIGHT_SEMIBOLD, 36, false}, {WEIGHT_SEMIBOLD, 28, false}};
    static const struct type asks[] = {{WEIGHT_REGULAR, 28, false}, {WEIGHT_REGULAR, 24, false}};
    static const int title_lines[] = {1, 2, 4}, ask_lines[] = {2, 4};
    const struct agenda_step *step = header_step(frame->room);
    const char *ask = step && step->ask[0] ? step->ask : otherwise;
    char how[HOW_TEXT_SIZE];
    int lines;
    double x = frame->layout.left, w = draw_timer(list, frame) - 24 - x, y = TITLE_Y;
    struct type type = fit(list, titles, title_lines, 3, w, title, &lines);
    double height = lines * type_line(type.size);
    if (lines == 1)
        y += (LINE_Y - TITLE_Y - height) / 2;
    else
        y = 28;
    draw_paragraph(list, x, y, w, title_lines[2], type, ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                   title);
    y = lines > 1 ? y + height : LINE_Y;
    header_how(how, frame->room);
    draw_text(list, x, y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, how);
    double indent = how[0] ? draw_width(list, SEMIBOLD(28), how) + 28 : 0;
    type = fit(list, asks, ask_lines, 2, w - indent, ask, &lines);
    if (lines == 0)
        return fmax(STAGE_TOP, y + (how[0] ? type_line(28) : 0) + 24);
    y += type.size < 28 ? 2 : 0;
    draw_paragraph(list, x + indent, y, w - indent, ask_lines[1], type, ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK2, ask);
    return fmax(STAGE_TOP, y + lines * type_line(type.size) + 24);
}
