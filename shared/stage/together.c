/* Rating together: the condition's question and its scale at the left; at the right who has
 * answered, and once that is shown, how the room's readings are spread, each dot somebody, with the
 * middle of them and a mark where views differ widely. */

#include <math.h>
#include <stdio.h>

#include "stage/findings.h"
#include "stage/header.h"
#include "stage/people.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    TOP = 176,
    GAP = 64,
    RIGHT_MOST = 960,
    RING_MOST = 608,
    NOTE_H = 80,
    SCALE_H = 108, /* of one band's text */
    BAND_W = 72,
    BAND_H = 48,
    DOT_MOST = 40,
    DOT_LEAST = 8,
    NUMBERS_H = 56, /* under the dots */
    SAYS_H = 148,   /* under the numbers: the middle, and whether views differ */
};

int stage_together_pages(const struct stage_frame *frame)
{
    (void)frame;
    return 1;
}

/* The three bands with what each looks like, standing on `bottom`; returns where they begin. */
static double draw_bands(struct draw_list *list, const struct condition *condition, double x,
                         double bottom, double w)
{
    static const struct type types[] = {
        {WEIGHT_REGULAR, 28, false}, {WEIGHT_REGULAR, 24, false}, {0}};
    double y = bottom - SCALE_COUNT * SCALE_H;
    for (int i = 0; i < SCALE_COUNT; i++) {
        enum level level = (enum level)(SCALE_COUNT - i); /* high on top */
        double at = y + i * SCALE_H;
        draw_round(list, x, at, BAND_W, BAND_H, 8, level_fill(level));
        mark_bars(list, x + (BAND_W - MARK_BARS_WIDTH) / 2.0, at + 34, level, false,
                  level_ink(level), level_fill(level));
        findings_text(list, x + BAND_W + 24, at + 6, w - BAND_W - 24, SCALE_H - 8, types, TOKEN_INK,
                      condition->scale[SCALE_COUNT - 1 - i]);
    }
    return y;
}

static void draw_question(struct draw_list *list, const struct stage_frame *frame,
                          const struct condition *condition, double w)
{
    static const struct type types[] = {{WEIGHT_SEMIBOLD, 48, false},
                                        {WEIGHT_SEMIBOLD, 36, false},
                                        {WEIGHT_SEMIBOLD, 28, false},
                                        {0}};
    double x = frame->layout.left, bottom = stage_bottom(frame);
    double scale_y = draw_bands(list, condition, x, bottom, w);
    findings_text(list, x, TOP, w, scale_y - 24 - TOP, types, TOKEN_INK, condition->question);
}

static void draw_open(struct draw_list *list, const struct stage_frame *frame, double x, double w)
{
    double h = stage_bottom(frame) - TOP, size = fmin(RING_MOST, fmin(w, h - NOTE_H));
    people_ring(list, frame, SLIP_READING, x + w / 2, TOP + size / 2, size);
    people_note(list, x + w / 2, TOP + size + 36, w, ICON_HIDDEN, word(WORD_TOGETHER_HIDDEN));
}

/* Dots all of one size, so many beside each other in each column: as large as all of them fit. */
struct dots {
    double dot, pitch; /* 0: they do not fit, and numbers stand instead */
    int across;
};

static struct dots fit_dots(const struct tally_item *tally, double column, double h)
{
    int tallest = 0;
    for (int v = 1; v <= RATING_MAX; v++)
        tallest = tally->values[v] > tallest ? tally->values[v] : tallest;
    for (double dot = DOT_MOST; dot >= DOT_LEAST; dot -= 2) {
        double pitch = dot + fmax(3, floor(dot / 5));
        int across = (int)floor((column - 8) / pitch);
        if (across >= 1 && (tallest + across - 1) / across * pitch <= h)
            return (struct dots){dot, pitch, across};
    }
    return (struct dots){0};
}

/* The readings of one value, from `bottom` up. */
static void draw_stack(struct draw_list *list, double middle, double bottom, struct dots dots,
                       int count)
{
    char text[12];
    snprintf(text, sizeof text, "%d", count);
    if (dots.dot <= 0) {
        draw_text(list, middle, bottom - 40, SEMIBOLD(28), ALIGN_CENTRE, TOKEN_INK, text);
        return;
    }
    int across = count < dots.across ? count : dots.across;
    for (int i = 0; i < count; i++)
        mark_dot(list, middle + (i % across - (across - 1) / 2.0) * dots.pitch,
                 bottom - i / across * dots.pitch - dots.dot / 2, dots.dot, SEAT_TAKEN);
}

static void draw_dots(struct draw_list *list, const struct tally_item *tally, double x, double y,
                      double w, double h)
{
    double column = floor(w / RATING_MAX), bottom = y + h - NUMBERS_H;
    struct dots dots = fit_dots(tally, column, h - NUMBERS_H);
    draw_rect(list, x, bottom + 8, column * RATING_MAX, 2, TOKEN_LINE);
    for (int v = 1; v <= RATING_MAX; v++) {
        double middle = x + (v - 0.5) * column;
        char text[12];
        snprintf(text, sizeof text, "%d", v);
        draw_text(list, middle, bottom + 16, SEMIBOLD(28), ALIGN_CENTRE,
                  tally->values[v] ? TOKEN_INK : TOKEN_INK2, text);
        if (tally->values[v])
            draw_stack(list, middle, bottom, dots, tally->values[v]);
    }
    /* A pointer up at the middle, under the line: a half lies between two numbers. */
    double at = x + (tally->median / 2.0 - 0.5) * column;
    const double point[] = {at, bottom + 54, at - 12, bottom + 70, at + 12, bottom + 70};
    draw_polygon(list, point, 3, TOKEN_ACCENT);
}

static void draw_says(struct draw_list *list, const struct tally_item *tally, double x, double y,
                      double w)
{
    static const struct type types[] = {
        {WEIGHT_REGULAR, 28, false}, {WEIGHT_REGULAR, 24, false}, {0}};
    char text[128], median[16];
    snprintf(median, sizeof median, tally->median % 2 ? "%d.5" : "%d", tally->median / 2);
    snprintf(text, sizeof text, word(WORD_TOGETHER_MEDIAN), median);
    draw_text_within(list, x, y, w, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, text);
    y += 56;
    if (!tally->differs) {
        draw_text_within(list, x, y, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_TOGETHER_CLOSE));
        return;
    }
    mark_bang(list, x + 22, y + 22, 44);
    draw_text_within(list, x + 64, y, w - 64, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_TOGETHER_DIFFER));
    findings_text(list, x + 64, y + 44, w - 64, type_line(28), types, TOKEN_INK2,
                  word(WORD_TOGETHER_DIFFER_MORE));
}

static void draw_shown(struct draw_list *list, const struct stage_frame *frame, double x, double w)
{
    const struct round_item *round = &frame->room->rounds[SLIP_READING];
    const struct tally_item *tally = &frame->room->tallies[SLIP_READING][round->subject];
    double h = stage_bottom(frame) - TOP;
    if (!tally->count) { /* too few: how many, and nothing else */
        static const struct type types[] = {
            {WEIGHT_REGULAR, 36, false}, {WEIGHT_REGULAR, 28, false}, {0}};
        char text[64];
        snprintf(text, sizeof text,
                 word(round->answered == 1 ? WORD_TOGETHER_READINGS_ONE : WORD_TOGETHER_READINGS),
                 round->answered);
        draw_frame(list, x, TOP, w, 320, 16, 2, TOKEN_LINE);
        draw_text_within(list, x + 48, TOP + 72, w - 96, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, text);
        findings_text(list, x + 48, TOP + 144, w - 96, 152, types, TOKEN_INK2,
                      word(WORD_TOGETHER_FEW));
        return;
    }
    draw_dots(list, tally, x, TOP, w, h - SAYS_H - 24);
    draw_says(list, tally, x, TOP + h - SAYS_H, w);
}

static void draw_header(struct draw_list *list, const struct stage_frame *frame,
                        const struct condition *condition)
{
    struct header_line line = {0};
    header_add_step(&line, frame->room);
    if (!line.count)
        header_add(&line, false, "%s", word(WORD_TOGETHER_LINE));
    header_draw(list, frame,
                condition ? condition->name : frame->room->items[frame->room->place.item].title,
                &line);
}

void stage_together_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct round_item *round = &frame->room->rounds[SLIP_READING];
    const struct condition *condition =
        round->subject >= 1 && round->subject <= frame->room->workshop.condition_count
            ? &frame->room->conditions[round->subject]
            : NULL;
    double w = frame->layout.right - frame->layout.left;
    double right_w = fmin(RIGHT_MOST, floor((w - GAP) * 0.52)), left_w = w - GAP - right_w;
    double x = frame->layout.right - right_w;
    draw_header(list, frame, condition);
    if (!condition || round->state == ROUND_NONE) {
        findings_nothing(list, frame, word(WORD_TOGETHER_NONE), word(WORD_TOGETHER_NONE_MORE));
    } else {
        draw_question(list, frame, condition, left_w);
        if (round->state == ROUND_OPEN)
            draw_open(list, frame, x, right_w);
        else
            draw_shown(list, frame, x, right_w);
    }
    rail_draw(list, frame);
}
