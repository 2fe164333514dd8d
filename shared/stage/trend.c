#include "stage/trend.h"

#include <math.h>
#include <stdio.h>

#include "analysis/summary.h"
#include "base/day.h"
#include "ui/mark.h"
#include "words/date.h"
#include "words/words.h"

static const double steep = 0.4; /* up or down to across */

enum { LEAST = 10, MOST = 100, LOW_END = 35, MEDIUM_END = 75 }; /* in tenths */

/* Measures of each size; figure and day are sizes of type, 0: not written. */
struct style {
    int figure, day;
    double disc, now, stroke; /* radii, and of lines */
    double bands;             /* width of their names at the left, 0: none */
    double closest;           /* reviews, one from the next, if there is room */
    bool goal_word;
    double dash, dash_gap;
};

static const struct style styles[] = {
    [TREND_LARGE] = {36, 24, 9, 13, 5, 160, 104, true, 16, 14},
    [TREND_SMALL] = {24, 24, 6, 8, 3, 0, 60, false, 8, 8},
    [TREND_BESIDE] = {0, 0, 4, 5.5, 2, 0, 20, false, 5, 5},
};

struct trend {
    struct draw_list *list;
    const struct style *style;
    const struct history_line *line;
    bool averages;
    double left, right, top, bottom; /* of the picture in which points stand */
    double x[REVIEWS_MAX + 1];
    double goal_x;
};

static void write_figure(char to[AVERAGE_TEXT_SIZE], const struct trend *t, unsigned tenths)
{
    if (t->averages)
        analysis_average_text(to, tenths);
    else
        snprintf(to, AVERAGE_TEXT_SIZE, "%u", tenths / 10 % 100);
}

static double height_of(const struct trend *t, unsigned tenths)
{
    return t->bottom - (t->bottom - t->top) * ((double)tenths - LEAST) / (MOST - LEAST);
}

/* In proportion to time, pushed apart where they would lie too close, and even where pushing does
 * not help. */
static void place_points(struct trend *t)
{
    const struct history_line *line = t->line;
    int last = line->count - 1;
    double width = t->right - t->left;
    if (last <= 0) {
        t->x[0] = t->left;
        return;
    }
    double first_day = line->points[0].day, days = line->points[last].day - first_day;
    double closest = fmin(t->style->closest, width / last);
    for (int i = 0; i <= last; i++) {
        double even = t->left + width * i / last;
        t->x[i] = days > 0 ? t->left + width * (line->points[i].day - first_day) / days : even;
        if (i > 0 && t->x[i] < t->x[i - 1] + closest)
            t->x[i] = t->x[i - 1] + closest;
    }
    for (int i = last; i >= 0 && t->x[i] > t->right - (last - i) * closest; i--)
        t->x[i] = t->right - (last - i) * closest;
}

static void draw_bands(const struct trend *t, double x)
{
    static const struct {
        unsigned from, to;
        enum level level;
        enum word name;
    } bands[] = {{LEAST, LOW_END, LEVEL_LOW, WORD_TREND_LOW},
                 {LOW_END, MEDIUM_END, LEVEL_MEDIUM, WORD_TREND_MEDIUM},
                 {MEDIUM_END, MOST, LEVEL_HIGH, WORD_TREND_HIGH}};
    double right = fmax(t->goal_x, t->right) + t->style->now;
    draw_rect(t->list, x, t->top - 1, right - x, 2, TOKEN_LINE);
    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++) {
        double bottom = height_of(t, bands[i].from), top = height_of(t, bands[i].to);
        double middle = (top + bottom) / 2;
        draw_rect(t->list, x, bottom - 1, right - x, 2, TOKEN_LINE);
        if (!t->style->bands)
            continue;
        mark_bars(t->list, x, middle + MARK_BARS_HEIGHT / 2.0, bands[i].level, false, TOKEN_INK2,
                  TOKEN_PAPER);
        draw_text(t->list, x + MARK_BARS_WIDTH + 12, middle - type_line(24) / 2.0, MEDIUM(24),
                  ALIGN_LEFT, TOKEN_INK2, word(bands[i].name));
    }
}

static void draw_dashes(const struct trend *t, double x, double y, double to_x, double to_y)
{
    double length = hypot(to_x - x, to_y - y), step = t->style->dash + t->style->dash_gap;
    for (double at = t->style->dash_gap; at + t->style->dash / 2 < length; at += step) {
        double end = fmin(at + t->style->dash, length);
        const double xy[] = {x + (to_x - x) * at / length, y + (to_y - y) * at / length,
                             x + (to_x - x) * end / length, y + (to_y - y) * end / length};
        draw_line(t->list, xy, 2, t->style->stroke, TOKEN_ACCENT);
    }
}

static void draw_marks(const struct trend *t)
{
    const struct history_line *line = t->line;
    double xy[2 * (REVIEWS_MAX + 1)];
    for (int i = 0; i < line->count; i++) {
        xy[2 * i] = t->x[i];
        xy[2 * i + 1] = height_of(t, line->points[i].tenths);
    }
    int last = line->count - 1;
    if (last > 0)
        draw_line(t->list, xy, line->count, t->style->stroke, TOKEN_INK2);
    if (line->target) {
        double y = height_of(t, line->target), radius = t->style->now;
        draw_dashes(t, xy[2 * last], xy[2 * last + 1], t->goal_x - radius, y);
        draw_disc(t->list, t->goal_x, y, radius, TOKEN_SURFACE);
        draw_ring(t->list, t->goal_x, y, radius, t->style->stroke, TOKEN_ACCENT);
    }
    for (int i = 0; i <= last; i++) {
        bool now = i == last && line->now;
        draw_disc(t->list, xy[2 * i], xy[2 * i + 1], now ? t->style->now : t->style->disc,
                  now ? TOKEN_ACCENT : TOKEN_INK2);
    }
}

/* Texts along the picture, none over another: where there is not room for all, the last and the
 * first come before those between. */
struct taken {
    int count;
    struct {
        double from, to;
    } span[REVIEWS_MAX + 2];
};

static bool take(struct taken *taken, double from, double to)
{
    for (int i = 0; i < taken->count; i++)
        if (from < taken->span[i].to && to > taken->span[i].from)
            return false;
    taken->span[taken->count].from = from;
    taken->span[taken->count++].to = to;
    return true;
}

/* The text about a middle, moved to lie between the edges; false where it has no room. */
static bool put(const struct trend *t, struct taken *taken, double middle, double y, double left,
                double right, struct type type, enum token ink, const char *text)
{
    double w = draw_width(t->list, type, text), x = middle - w / 2;
    x = fmax(left, fmin(x, right - w));
    if (!take(taken, x - 6, x + w + 6))
        return false;
    draw_text(t->list, x, y, type, ALIGN_LEFT, ink, text);
    return true;
}

/* The i-th to be written: the last, the first, then from the last back. */
static int in_turn(int i, int count)
{
    return i == 0 ? count - 1 : i == 1 ? 0 : count - i;
}

/* Where a point's figure of width `w` has its middle: beside a line that leaves steeply upwards or
 * came steeply down, else over the point. */
static double aside(const struct trend *t, int at, double w)
{
    const struct history_line *line = t->line;
    double x = t->x[at], y = height_of(t, line->points[at].tenths), rise = 0, fall = 0;
    if (at + 1 < line->count)
        rise = (y - height_of(t, line->points[at + 1].tenths)) / (t->x[at + 1] - x);
    else if (line->target)
        rise = (y - height_of(t, line->target)) / (t->goal_x - x);
    if (at > 0)
        fall = (y - height_of(t, line->points[at - 1].tenths)) / (x - t->x[at - 1]);
    if (rise > steep)
        return x - w / 2 + t->style->disc;
    return fall > steep ? x + w / 2 - t->style->disc : x;
}

static void draw_figures(const struct trend *t, double left, double right)
{
    const struct history_line *line = t->line;
    struct type type = SEMIBOLD(t->style->figure);
    double lift = t->style->now + type_line(type.size) - 2;
    struct taken taken = {0};
    char figure[AVERAGE_TEXT_SIZE], text[64];
    /* where not all have room, those between are left out */
    bool all = t->style->bands || t->right - t->left >= t->style->closest * (line->count - 1);
    for (int i = 0; i < (all ? line->count : 2); i++) {
        int at = in_turn(i, line->count);
        bool now = at == line->count - 1 && line->now;
        write_figure(figure, t, line->points[at].tenths);
        put(t, &taken, aside(t, at, draw_width(t->list, type, figure)),
            height_of(t, line->points[at].tenths) - lift, left, right, type,
            now ? TOKEN_INK : TOKEN_INK2, figure);
    }
    if (!line->target)
        return;
    write_figure(figure, t, line->target);
    snprintf(text, sizeof text, word(WORD_TREND_GOAL_OF), figure);
    put(t, &taken, t->goal_x, height_of(t, line->target) - lift, left, right,
        MEDIUM(t->style->figure), TOKEN_ACCENT, t->style->goal_word ? text : figure);
}

/* Small pictures have room for years alone, where these tell the reviews apart. */
static void write_day(char to[WORD_DATE_SIZE], const struct trend *t, uint32_t day)
{
    const struct history_line *line = t->line;
    int first = day_date(line->points[0].day).year;
    bool years = first != day_date(line->points[line->count - 1].day).year;
    if (t->style->bands || !years)
        word_day(to, day, t->style->bands || line->count < 2 ? 0 : day);
    else
        snprintf(to, WORD_DATE_SIZE, "%d", day_date(day).year);
}

static void draw_days(const struct trend *t, double left, double right)
{
    const struct history_line *line = t->line;
    struct taken taken = {0};
    for (int i = 0; i < (t->style->bands || line->count < 2 ? line->count : 2); i++) {
        int at = in_turn(i, line->count);
        char day[WORD_DATE_SIZE];
        write_day(day, t, line->points[at].day);
        put(t, &taken, t->x[at], t->bottom + t->style->now + 4, left, right, REGULAR(t->style->day),
            TOKEN_INK2, day);
    }
}

void trend_draw(struct draw_list *list, double x, double y, double w, double h,
                enum trend_size size, const struct history_line *line, bool averages)
{
    const struct style *style = &styles[size];
    struct trend t = {.list = list, .style = style, .line = line, .averages = averages};
    char goal[64], figure[AVERAGE_TEXT_SIZE];
    double beyond = 0, around = style->now;
    if (!line->count)
        return;
    if (line->target) { /* room for it and its figure beside the last one's */
        write_figure(figure, &t, line->target);
        snprintf(goal, sizeof goal, word(WORD_TREND_GOAL_OF), figure);
        beyond = style->figure
                     ? draw_width(list, SEMIBOLD(style->figure), style->goal_word ? goal : figure) +
                           style->closest / 2
                     : style->closest * 2;
    }
    t.left = x + style->bands + around + style->figure / 2.0;
    t.right = x + w - around - style->figure / 2.0 - beyond;
    t.goal_x = line->target ? x + w - around - (style->goal_word ? 60 : style->figure / 2.0) : 0;
    t.top = y + around + (style->figure ? type_line(style->figure) : 0);
    t.bottom = y + h - around - (style->day ? type_line(style->day) + 4 : 0);
    place_points(&t);
    if (style->figure)
        draw_bands(&t, x);
    draw_marks(&t);
    if (style->figure)
        draw_figures(&t, x + style->bands, x + w);
    if (style->day)
        draw_days(&t, x, x + w);
}

double trend_draw_key(struct draw_list *list, double x, double y, double gap)
{
    const struct style *style = &styles[TREND_SMALL];
    static const enum word says[] = {WORD_TREND_EARLIER, WORD_TREND_NOW, WORD_TREND_GOAL};
    double middle = y + type_line(24) / 2.0;
    for (int i = 0; i < 3; i++) {
        double radius = i ? style->now : style->disc;
        if (i == 2)
            draw_ring(list, x + radius, middle, radius, style->stroke, TOKEN_ACCENT);
        else
            draw_disc(list, x + radius, middle, radius, i ? TOKEN_ACCENT : TOKEN_INK2);
        x += 2 * radius + 14;
        draw_text(list, x, y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, word(says[i]));
        x += draw_width(list, MEDIUM(24), word(says[i])) + gap;
    }
    return x;
}
