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

enum {
    TITLE_Y = 40,
    LINE_Y = 96,
    TIMER_Y = 40,
    RING = 72,
    RING_STROKE = 10,
    PANEL = 20,
    LONG = 700
};

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

/* The timer's places, its right edge at the margin. */
struct timer {
    struct clock_left left;
    const char *says;
    double says_right, figures_right, x; /* it begins at x: the margin where there is none */
};

static struct timer timer_of(const struct type_metrics *metrics, double u,
                             const struct stage_frame *frame)
{
    struct timer t = {.left = clock_shown(frame->room, frame->now_ms), .x = frame->layout.right};
    if (!t.left.shown)
        return t;
    t.says = word(t.left.paused ? WORD_TIMER_PAUSED
                  : t.left.over ? WORD_TIMER_OVER
                                : WORD_TIMER_LEFT);
    struct type figures = type_tabular(SEMIBOLD(48));
    t.says_right = frame->layout.right - RING - 20;
    t.figures_right =
        t.says_right - type_width(metrics, u, REGULAR(28), t.says, strlen(t.says)) - 16;
    t.x = t.figures_right - type_width(metrics, u, figures, t.left.text, strlen(t.left.text)) - 24;
    return t;
}

static void draw_timer(struct draw_list *list, const struct stage_frame *frame,
                       const struct timer *t)
{
    double right = frame->layout.right, panel_w = right + PANEL - t->x, h = RING + 2 * 12;
    if (!t->left.shown)
        return;
    if (t->left.over)
        draw_frame(list, t->x, TIMER_Y - 12, panel_w, h, 16, 4, TOKEN_INK);
    else if (t->left.last_minutes)
        draw_round(list, t->x, TIMER_Y - 12, panel_w, h, 16, TOKEN_TINT);
    draw_text(list, t->figures_right, TIMER_Y + 8, type_tabular(SEMIBOLD(48)), ALIGN_RIGHT,
              TOKEN_INK, t->left.text);
    draw_text(list, t->says_right, TIMER_Y + 18, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, t->says);
    mark_timer(list, right - RING, TIMER_Y, RING, RING_STROKE, t->left.over ? 1 : t->left.fraction,
               t->left.over     ? TOKEN_INK
               : t->left.paused ? TOKEN_INK2
                                : TOKEN_ACCENT);
}

static struct type piece_type(const struct header_line *line, int i)
{
    return line->piece[i].strong ? SEMIBOLD(28) : REGULAR(28);
}

/* How much the pieces from `i` to the next dot need, as short as they may be cut. */
static double width_to_dot(struct draw_list *list, const struct header_line *line, int i)
{
    double w = 0;
    for (; i < line->count && strcmp(line->piece[i].text, dot) != 0; i++)
        w += fmin(LONG, draw_width(list, piece_type(line, i), line->piece[i].text));
    return w;
}

/* Draws a piece where `w` is left and returns its width. Long ones are cut; a short one, half of
 * which might say something else, stands whole or not at all, and a dot only before something: a
 * figure is nothing without its words. */
static double draw_piece(struct draw_list *list, const struct header_line *line, int i, double x,
                         double w)
{
    const char *text = line->piece[i].text;
    double piece_w = draw_width(list, piece_type(line, i), text), with_next = piece_w;
    if (strcmp(text, dot) == 0) {
        if (i + 1 == line->count)
            return 0;
        with_next += width_to_dot(list, line, i + 1);
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
    struct timer timer = timer_of(list->metrics, list->u, frame);
    double x = frame->layout.left, w = timer.x - 24 - x;
    draw_timer(list, frame, &timer);
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

/* Texts in the first of their types in which they stand in the lines it may take, else the last. */
struct fit {
    struct type type;
    int most;
};

static const struct fit title_fits[] = {{{WEIGHT_SEMIBOLD, 48, false}, 1},
                                        {{WEIGHT_SEMIBOLD, 36, false}, 2},
                                        {{WEIGHT_SEMIBOLD, 28, false}, 4},
                                        {.most = 0}};
static const struct fit ask_fits[] = {
    {{WEIGHT_REGULAR, 28, false}, 2}, {{WEIGHT_REGULAR, 24, false}, 4}, {.most = 0}};

static const struct fit *fit(const struct type_metrics *metrics, double u, const struct fit *fits,
                             double w, const char *text, double *height)
{
    struct type_lines lines;
    for (;; fits++) {
        type_wrap(&lines, metrics, u, fits->type, w, fits->most, WRAP_BALANCED, text);
        if (!lines.ellipsis || fits[1].most == 0)
            break;
    }
    *height = lines.count * type_line(fits->type.size);
    return fits;
}

struct header_look header_measure_as(const struct draw_list *list, const struct stage_frame *frame,
                                     const char *title, const char *how, const char *says)
{
    const struct type_metrics *metrics = list ? list->metrics : frame->metrics;
    double u = list ? list->u : frame->layout.u, title_h, ask_h;
    struct header_look look = {.title = title, .title_y = TITLE_Y, .ask_y = LINE_Y};
    look.w = timer_of(metrics, u, frame).x - 24 - frame->layout.left;
    look.title_fit = fit(metrics, u, title_fits, look.w, title, &title_h);
    if (look.title_fit == title_fits) {
        look.title_y = TITLE_Y;
    } else if (title_h <= LINE_Y - TITLE_Y) {
        look.title_y += (LINE_Y - TITLE_Y - title_h) / 2;
    } else {
        look.title_y = 28;
        look.ask_y = look.title_y + title_h;
    }
    snprintf(look.how, sizeof look.how, "%s", how);
    if (look.how[0])
        look.indent = type_width(metrics, u, SEMIBOLD(28), look.how, strlen(look.how)) + 28;
    look.ask = says;
    look.ask_fit = fit(metrics, u, ask_fits, look.w - look.indent, look.ask, &ask_h);
    if (ask_h == 0 && look.how[0])
        ask_h = type_line(28);
    look.end = fmax(STAGE_TOP, look.ask_y + ask_h + 24);
    return look;
}

struct header_look header_measure(const struct draw_list *list, const struct stage_frame *frame,
                                  const char *title, const char *otherwise)
{
    const struct agenda_step *step = header_step(frame->room);
    char how[HOW_TEXT_SIZE];
    header_how(how, frame->room);
    return header_measure_as(list, frame, title, how, step && step->ask[0] ? step->ask : otherwise);
}

void header_draw_step(struct draw_list *list, const struct stage_frame *frame,
                      const struct header_look *look)
{
    double x = frame->layout.left;
    struct timer timer = timer_of(list->metrics, list->u, frame);
    draw_timer(list, frame, &timer);
    draw_paragraph(list, x, look->title_y, look->w, look->title_fit->most, look->title_fit->type,
                   ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, look->title);
    draw_text(list, x, look->ask_y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, look->how);
    draw_paragraph(list, x + look->indent, look->ask_y + (28 - look->ask_fit->type.size) / 2.0,
                   look->w - look->indent, look->ask_fit->most, look->ask_fit->type, ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK2, look->ask);
}
