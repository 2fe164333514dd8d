#include "report/chart.h"

#include "analysis/summary.h"
#include "words/date.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

void chart_bar(struct page *page, double x, double y, double w, double h, double share, bool strong)
{
    assert(share >= 0 && share <= 1);
    if (share > 0)
        page_fill(page, x, y, fmax(w * share, 1), h, strong ? TOKEN_ACCENT : TOKEN_ACCENT_SOFT);
    page_fill(page, x, y - 2, 0.8, h + 4, TOKEN_OUTLINE);
}

enum { DAY_WIDTH = 52 }; /* of a day under a line */

/* What a line is drawn in. */
struct plot {
    double x, y, w, h; /* of the field between the axes */
    uint32_t first, last;
};

static double plot_y(const struct plot *p, unsigned tenths)
{
    return p->y + p->h * (10 * RATING_MAX - (double)tenths) / (10 * (RATING_MAX - 1));
}

static double plot_x(const struct plot *p, uint32_t day)
{
    if (p->last == p->first)
        return p->x + p->w / 2;
    return p->x + p->w * (double)(day - p->first) / (double)(p->last - p->first);
}

/* The bands are told apart by the lines between them, with 1 and 10 at the ends. */
static void draw_field(struct page *page, const struct plot *p)
{
    static const struct {
        unsigned tenths;
        const char *figure;
    } marks[] = {{10, "1"}, {35, NULL}, {75, NULL}, {100, "10"}};
    struct page_style style = {.size = 7, .quiet = true, .align = PAGE_END};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        double y = plot_y(p, marks[i].tenths);
        page_fill(page, p->x - 6, y - 0.3, p->w + 12, 0.6, TOKEN_LINE);
        if (marks[i].figure)
            page_text(page, p->x - 26, y - 5, 16, style, marks[i].figure);
    }
}

static void figure_text(char to[AVERAGE_TEXT_SIZE], unsigned tenths, bool whole)
{
    if (whole)
        snprintf(to, AVERAGE_TEXT_SIZE, "%u", (tenths + 5) / 10 % 100);
    else
        analysis_average_text(to, tenths);
}

/* A point's day is left out where it would touch the last one's, or one that stands before it. */
static bool has_room(const struct plot *p, double x, double before, bool last)
{
    return last || (x - before >= DAY_WIDTH && p->x + p->w - x >= DAY_WIDTH);
}

static void draw_points(struct page *page, const struct plot *p, const struct history_line *line,
                        bool whole)
{
    double told = p->x - DAY_WIDTH; /* where the newest day stands that is told by now */
    for (int i = 0; i < line->count; i++) {
        const struct history_point *point = &line->points[i];
        char figure[AVERAGE_TEXT_SIZE], day[WORD_DATE_SIZE];
        double x = plot_x(p, point->day), y = plot_y(p, point->tenths);
        bool last = i == line->count - 1;
        struct page_style style = {.size = 8.5, .bold = last, .align = PAGE_CENTRE};
        struct page_style small = {.size = 7, .quiet = true, .align = PAGE_CENTRE};
        page_disc(page, x, y, last ? 3.2 : 2.4, true, TOKEN_INK);
        figure_text(figure, point->tenths, whole);
        page_text(page, x - 20, y - 15, 40, style, figure);
        word_day(day, point->day, 0);
        if (!has_room(p, x, told, last))
            continue;
        page_text(page, x - DAY_WIDTH / 2.0, p->y + p->h + 5, DAY_WIDTH, small, day);
        told = x;
    }
}

static void draw_ways(struct page *page, const struct plot *p, const struct history_line *line)
{
    for (int i = 1; i < line->count; i++) {
        const struct history_point *from = &line->points[i - 1], *to = &line->points[i];
        page_line(page, plot_x(p, from->day), plot_y(p, from->tenths), plot_x(p, to->day),
                  plot_y(p, to->tenths), 1.4, TOKEN_INK2);
    }
}

void chart_line(struct page *page, double x, double y, double w, double h,
                const struct history_line *line, bool whole)
{
    enum { LEFT = 40, RIGHT = 60, ABOVE = 14, UNDER = 16 };
    struct plot p = {x + LEFT, y + ABOVE, w - LEFT - RIGHT, h - ABOVE - UNDER, 0, 0};
    char figure[AVERAGE_TEXT_SIZE];
    page_tag(page, "Figure");
    draw_field(page, &p);
    if (line->count) {
        p.first = line->points[0].day;
        p.last = line->points[line->count - 1].day;
        draw_ways(page, &p, line);
        draw_points(page, &p, line, whole);
    }
    if (line->target) {
        double at = plot_y(&p, line->target);
        page_disc(page, p.x + p.w + 32, at, 3.2, false, TOKEN_INK);
        figure_text(figure, line->target, whole);
        page_text(page, p.x + p.w + 39, at - 6, 0, (struct page_style){.size = 8.5}, figure);
    }
    page_untag(page, "Figure");
}
