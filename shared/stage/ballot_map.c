/* The result of a vote on two criteria as a map: the first upwards, the second, of which less is
 * better, to the right; a numbered plate for each option where its averages are, and beside it the
 * list. Plates are square, because a dot is somebody. They never lie over each other: one whose
 * place is taken stands as near as it can, with a line to where it belongs. */

#include <math.h>
#include <stdio.h>

#include "phrase/vote.h"
#include "stage/ballot.h"
#include "stage/motion.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    GAP = 64,
    PLATE = 44,
    CLEAR = 4,     /* between plates */
    TICKS_W = 40,  /* left of the plane */
    HEAD_H = 44,   /* above it */
    FOOT_H = 72,   /* below: numbers, and what they are of */
    EDGE = 56,     /* of the plane, outside of 1 and 5 */
    BETWEEN = 8,   /* the quarters */
    WORD_PAD = 20, /* of their words, from the corner */
    STEP = 6,      /* away from where a plate belongs */
    DIRECTIONS = 24,
    PIN = 12,
    QUARTERS = 4,
    PLACE_W = 72,
    FIGURE_W = 92,
    ROW_LEAST = 56,
    ROW_MOST = 72,
};

static const struct ballot_try tries[] = {{1, 28, 1, false}, {1, 28, 1, true},  {1, 28, 2, false},
                                          {1, 24, 3, false}, {1, 24, 6, false}, {0}};

struct box {
    double x, y, w, h;
};

struct plane {
    struct box box;
    struct box taken[QUARTERS + OPTIONS_MAX]; /* words, then plates */
    int count;
};

static double left_width(const struct ballot *b)
{
    return floor((b->w - GAP) / 2);
}

static struct ballot_rows rows_of(const struct ballot *b)
{
    struct ballot_box box = {.w = b->w - GAP - left_width(b),
                             .h = b->h - HEAD_H,
                             .indent = PLACE_W + PLATE + 16 + 2 * FIGURE_W + 12,
                             .least = ROW_LEAST,
                             .most = ROW_MOST};
    return ballot_rows(b, box, tries);
}

int ballot_map_pages(const struct ballot *b)
{
    return rows_of(b).pages;
}

static struct plane plane_of(const struct ballot *b)
{
    return (struct plane){
        .box = {b->x + TICKS_W, b->y + HEAD_H, left_width(b) - TICKS_W, b->h - HEAD_H - FOOT_H}};
}

/* Where averages in hundredths lie. */
static double at_x(const struct plane *p, double hundredths)
{
    return p->box.x + EDGE + (hundredths / 100 - 1) / 4 * (p->box.w - 2 * EDGE);
}

static double at_y(const struct plane *p, double hundredths)
{
    return p->box.y + p->box.h - EDGE - (hundredths / 100 - 1) / 4 * (p->box.h - 2 * EDGE);
}

static void draw_plate(const struct ballot *b, double x, double y, double size, uint8_t option)
{
    bool first = ballot_is_first(b, option);
    char text[8];
    snprintf(text, sizeof text, "%d", option);
    x -= size / 2;
    y -= size / 2;
    if (first)
        draw_round(b->list, x, y, size, size, 8, TOKEN_ACCENT);
    else
        draw_outline(b->list, x, y, size, size, 8, 2, TOKEN_OUTLINE, TOKEN_PAPER);
    if (size >= PLATE)
        draw_text(b->list, x + size / 2, y + (size - type_line(24)) / 2, SEMIBOLD(24), ALIGN_CENTRE,
                  first ? TOKEN_ON_ACCENT : TOKEN_INK, text);
}

/* The four quarters with their words, which plates keep clear of. */
static void draw_quarters(const struct ballot *b, struct plane *p)
{
    static const struct {
        enum word says;
        bool right, low;
    } quarters[QUARTERS] = {{WORD_VOTE_MAP_FIRST, false, false},
                            {WORD_VOTE_MAP_LARGE, true, false},
                            {WORD_VOTE_MAP_SMALL, false, true},
                            {WORD_VOTE_MAP_LATER, true, true}};
    const struct box *all = &p->box;
    double w = (all->w - BETWEEN) / 2, h = (all->h - BETWEEN) / 2;
    for (int i = 0; i < QUARTERS; i++) {
        double x = all->x + (quarters[i].right ? w + BETWEEN : 0);
        double y = all->y + (quarters[i].low ? h + BETWEEN : 0);
        const char *says = word(quarters[i].says);
        double text_w = fmin(w - 2 * WORD_PAD, draw_width(b->list, SEMIBOLD(24), says) + 1);
        double text_x = quarters[i].right ? x + w - WORD_PAD - text_w : x + WORD_PAD;
        double text_y = quarters[i].low ? y + h - 12 - type_line(24) : y + 12;
        draw_round(b->list, x, y, w, h, 16, i ? TOKEN_SURFACE : TOKEN_TINT);
        draw_text_within(b->list, text_x, text_y, text_w, SEMIBOLD(24), ALIGN_LEFT,
                         i ? TOKEN_INK2 : TOKEN_ACCENT, says);
        p->taken[p->count++] = (struct box){text_x, text_y, text_w, type_line(24)};
    }
}

static void draw_axes(const struct ballot *b, const struct plane *p)
{
    char text[PHRASE_CRITERION_SIZE];
    double bottom = p->box.y + p->box.h;
    phrase_criterion(text, &b->content, 0, true);
    draw_text_within(b->list, b->x, b->y, p->box.w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, text);
    phrase_criterion(text, &b->content, 1, true);
    draw_text_within(b->list, p->box.x, bottom + 40, p->box.w, SEMIBOLD(24), ALIGN_RIGHT, TOKEN_INK,
                     text);
    for (int v = 1; v <= SCORE_MAX; v++) {
        snprintf(text, sizeof text, "%d", v);
        draw_text(b->list, b->x + 12, at_y(p, v * 100) - type_line(24) / 2.0, REGULAR(24),
                  ALIGN_CENTRE, TOKEN_INK2, text);
        draw_text(b->list, at_x(p, v * 100), bottom + 8, REGULAR(24), ALIGN_CENTRE, TOKEN_INK2,
                  text);
    }
}

static bool is_free(const struct plane *p, double x, double y)
{
    const struct box *all = &p->box;
    double half = PLATE / 2.0 + CLEAR;
    if (x - half < all->x || x + half > all->x + all->w || y - half < all->y ||
        y + half > all->y + all->h)
        return false;
    for (int i = 0; i < p->count; i++) {
        const struct box *t = &p->taken[i];
        if (x + half > t->x && x - half < t->x + t->w && y + half > t->y && y - half < t->y + t->h)
            return false;
    }
    return true;
}

/* Moves a plate to the nearest place that is free. */
static void make_way(const struct plane *p, double *x, double *y)
{
    double from_x = *x, from_y = *y;
    for (int ring = 0; !is_free(p, *x, *y) && ring * STEP < p->box.w + p->box.h; ring++)
        for (int d = 0; d < DIRECTIONS && !is_free(p, *x, *y); d++)
            mark_on_circle(x, y, from_x, from_y, ring * STEP, d, DIRECTIONS);
}

static void draw_plates(const struct ballot *b, struct plane *p)
{
    const struct stage_frame *frame = b->frame;
    const struct stage_motion *motion = frame->reduced_motion ? NULL : frame->motion;
    double x[OPTIONS_MAX], y[OPTIONS_MAX];
    int first = 0, count = b->outcome.count;
    for (int i = 0; i < count; i++) {
        uint8_t option = b->outcome.order[i];
        first += ballot_is_first(b, option);
        if (!b->outcome.value[option])
            continue;
        double own_x = at_x(p, b->outcome.second[option]),
               own_y = at_y(p, b->outcome.value[option]);
        x[i] = own_x;
        y[i] = own_y;
        make_way(p, &x[i], &y[i]);
        p->taken[p->count++] = (struct box){x[i] - PLATE / 2.0, y[i] - PLATE / 2.0, PLATE, PLATE};
        const double way[] = {own_x, own_y, x[i], y[i]};
        if (fabs(own_x - x[i]) < 1 && fabs(own_y - y[i]) < 1)
            continue;
        draw_line(b->list, way, 2, 2, TOKEN_INK2);
        draw_round(b->list, own_x - PIN / 2.0, own_y - PIN / 2.0, PIN, PIN, 2, TOKEN_INK2);
    }
    for (int i = count - 1; i >= 0; i--) {
        struct motion_rows rows = {i, count, first};
        int percent = motion_bar(motion, b->id, rows, frame->now_ms);
        if (b->outcome.value[b->outcome.order[i]] && percent > 0)
            draw_plate(b, x[i], y[i], PLATE * percent / 100.0, b->outcome.order[i]);
    }
}

static void draw_figure(const struct ballot *b, double right, double y, uint16_t hundredths,
                        bool first)
{
    char text[PHRASE_FIGURE_SIZE];
    phrase_hundredths(text, hundredths);
    draw_text(b->list, right, y, type_tabular(first ? SEMIBOLD(28) : MEDIUM(28)), ALIGN_RIGHT,
              hundredths ? TOKEN_INK : TOKEN_INK2, hundredths ? text : "–");
}

static void draw_list_of(const struct ballot *b, double x)
{
    struct ballot_rows rows = rows_of(b);
    double right = b->x + b->w, y = b->y + HEAD_H;
    char text[PHRASE_CRITERION_SIZE];
    int first = 0;
    for (int c = 0; c < CRITERIA_MAX; c++) {
        phrase_criterion(text, &b->content, c, true);
        double width = FIGURE_W + 24, end = right - (1 - c) * (FIGURE_W + 8);
        draw_text_within(b->list, end - width + 16, b->y, width - 16, MEDIUM(24), ALIGN_RIGHT,
                         TOKEN_INK2, text);
    }
    ballot_page_mark(b, right - 2 * (FIGURE_W + 24), b->y, rows.page, rows.pages);
    for (int i = rows.first; i < rows.end; i++)
        first += ballot_is_first(b, b->outcome.order[i]);
    if (first)
        draw_round(b->list, x - 20, y, right - x + 40, first * rows.row, 16, TOKEN_TINT);
    for (int i = rows.first; i < rows.end; i++, y += rows.row) {
        uint8_t option = b->outcome.order[i];
        bool is_first = ballot_is_first(b, option);
        double line = y + (rows.row - type_line(28)) / 2;
        char place[PHRASE_PLACE_SIZE];
        phrase_place(place, b->outcome.place[option], b->outcome.tied[option]);
        draw_text(b->list, x, line, type_tabular(is_first ? BOLD(28) : MEDIUM(28)), ALIGN_LEFT,
                  is_first ? TOKEN_ACCENT : TOKEN_INK, place);
        draw_plate(b, x + PLACE_W + PLATE / 2.0, y + rows.row / 2, PLATE, option);
        ballot_option_draw(b, &rows, option, x + PLACE_W + PLATE + 16, y,
                           is_first ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM, TOKEN_INK);
        draw_figure(b, right - FIGURE_W - 8, line, b->outcome.value[option], is_first);
        draw_figure(b, right, line, b->outcome.second[option], is_first);
    }
}

void ballot_map_draw(const struct ballot *b)
{
    struct plane p = plane_of(b);
    draw_quarters(b, &p);
    draw_axes(b, &p);
    draw_plates(b, &p);
    draw_list_of(b, b->x + left_width(b) + GAP);
}
