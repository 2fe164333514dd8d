/* How a vote was counted, in figures: of dots and of those who said yes the sums and what share
 * they are; of two criteria how many gave each number. */

#include <math.h>
#include <stdio.h>

#include "phrase/vote.h"
#include "stage/ballot.h"
#include "words/words.h"

enum {
    HEADS_H = 44,
    SECOND_HEADS_H = 36, /* the numbers 1 to 5 under the criteria */
    SUM_H = 64,
    PLACE_W = 84,
    ROW_LEAST = 52,
    ROW_MOST = 72,
    CHOSEN_W = 180,
    POINTS_W = 130,
    SHARE_W = 300,
    SCORE_W = 56,
    AVERAGE_W = 112,
    BETWEEN = 32, /* the criteria */
};

static const struct ballot_try tries[] = {{1, 28, 1, false}, {1, 28, 1, true},  {1, 28, 2, false},
                                          {1, 24, 3, false}, {1, 24, 6, false}, {0}};

static bool of_scores(const struct ballot *b)
{
    return b->content.method == METHOD_SCORES;
}

/* What stands beside the texts. */
static double figures_width(const struct ballot *b)
{
    if (of_scores(b))
        return CRITERIA_MAX * (SCORE_MAX * SCORE_W + AVERAGE_W) + BETWEEN;
    return (b->content.method == METHOD_DOTS ? CHOSEN_W : 0) + POINTS_W + SHARE_W;
}

static double heads_height(const struct ballot *b)
{
    return of_scores(b) ? HEADS_H + SECOND_HEADS_H : HEADS_H;
}

static struct ballot_rows rows_of(const struct ballot *b)
{
    struct ballot_box box = {.w = b->w,
                             .h = b->h - heads_height(b) - (of_scores(b) ? 0 : SUM_H),
                             .indent = PLACE_W + 32 + figures_width(b),
                             .least = ROW_LEAST,
                             .most = ROW_MOST};
    return ballot_rows(b, box, tries);
}

int ballot_counting_pages(const struct ballot *b)
{
    return rows_of(b).pages;
}

static void head(const struct ballot *b, double right, double w, const char *text)
{
    draw_text_within(b->list, right - w + 16, b->y, w - 16, MEDIUM(24), ALIGN_RIGHT, TOKEN_INK2,
                     text);
}

static void figure(const struct ballot *b, double right, double y, double row, struct type type,
                   enum token paint, const char *text)
{
    draw_text(b->list, right, y + (row - type_line(type.size)) / 2, type_tabular(type), ALIGN_RIGHT,
              paint, text);
}

static void number(const struct ballot *b, double right, double y, double row, struct type type,
                   unsigned value)
{
    char text[PHRASE_FIGURE_SIZE];
    snprintf(text, sizeof text, "%u", value);
    figure(b, right, y, row, type, value ? TOKEN_INK : TOKEN_INK2, text);
}

static unsigned all_points(const struct ballot *b)
{
    unsigned all = 0;
    for (int i = 1; i <= b->outcome.count; i++)
        all += b->tally->points[i];
    return all;
}

/* Dots and approvals: how many votes chose it, how many points that is, of how many. */
static void draw_sums(const struct ballot *b, uint8_t option, double y, double row)
{
    double right = b->x + b->w;
    bool dots = b->content.method == METHOD_DOTS;
    char share[PHRASE_FIGURE_SIZE], text[64];
    phrase_percent(share, b->outcome.share[option]);
    snprintf(text, sizeof text, word(WORD_VOTE_DIVIDED), b->tally->points[option],
             dots ? (int)all_points(b) : b->tally->papers, share);
    figure(b, right, y, row, REGULAR(28), TOKEN_INK2, text);
    number(b, right - SHARE_W, y, row, SEMIBOLD(28), b->tally->points[option]);
    if (dots)
        number(b, right - SHARE_W - POINTS_W, y, row, MEDIUM(28), b->tally->chosen[option]);
}

static void draw_sum_heads(const struct ballot *b)
{
    double right = b->x + b->w;
    bool dots = b->content.method == METHOD_DOTS;
    head(b, right, SHARE_W, word(WORD_VOTE_HEAD_SHARE));
    head(b, right - SHARE_W, dots ? POINTS_W : POINTS_W + 120,
         word(dots ? WORD_VOTE_HEAD_DOTS : WORD_VOTE_HEAD_YES));
    if (dots)
        head(b, right - SHARE_W - POINTS_W, CHOSEN_W, word(WORD_VOTE_HEAD_CHOSEN));
}

/* The right edge of a criterion's figures. */
static double criterion_right(const struct ballot *b, int criterion)
{
    return b->x + b->w - (1 - criterion) * (SCORE_MAX * SCORE_W + AVERAGE_W + BETWEEN);
}

static void draw_scores(const struct ballot *b, uint8_t option, double y, double row)
{
    for (int c = 0; c < CRITERIA_MAX; c++) {
        double right = criterion_right(b, c);
        uint16_t average = c ? b->outcome.second[option] : b->outcome.value[option];
        char text[PHRASE_FIGURE_SIZE];
        phrase_hundredths(text, average);
        figure(b, right, y, row, SEMIBOLD(28), average ? TOKEN_INK : TOKEN_INK2,
               average ? text : "–");
        for (int v = 1; v <= SCORE_MAX; v++)
            number(b, right - AVERAGE_W - (SCORE_MAX - v) * SCORE_W, y, row, REGULAR(28),
                   b->tally->scores[c][option][v]);
    }
}

static void draw_score_heads(const struct ballot *b)
{
    for (int c = 0; c < CRITERIA_MAX; c++) {
        double right = criterion_right(b, c), left = right - AVERAGE_W - SCORE_MAX * SCORE_W;
        char text[PHRASE_CRITERION_SIZE];
        phrase_criterion(text, &b->content, c, true);
        draw_text_within(b->list, left + 24, b->y, right - left - 24, SEMIBOLD(24), ALIGN_LEFT,
                         TOKEN_INK, text);
        draw_text(b->list, right, b->y + SECOND_HEADS_H, MEDIUM(24), ALIGN_RIGHT, TOKEN_INK2,
                  word(WORD_VOTE_HEAD_AVERAGE));
        for (int v = 1; v <= SCORE_MAX; v++) {
            snprintf(text, sizeof text, "%d", v);
            draw_text(b->list, right - AVERAGE_W - (SCORE_MAX - v) * SCORE_W, b->y + SECOND_HEADS_H,
                      MEDIUM(24), ALIGN_RIGHT, TOKEN_INK2, text);
        }
    }
}

void ballot_counting_draw(const struct ballot *b)
{
    struct ballot_rows rows = rows_of(b);
    double y = b->y + heads_height(b), right = b->x + b->w;
    if (of_scores(b))
        draw_score_heads(b);
    else
        draw_sum_heads(b);
    ballot_page_mark(b, b->x + PLACE_W + 72, b->y, rows.page, rows.pages);
    for (int i = rows.first; i < rows.end; i++, y += rows.row) {
        uint8_t option = b->outcome.order[i];
        bool first = ballot_is_first(b, option);
        char place[PHRASE_PLACE_SIZE];
        phrase_place(place, b->outcome.place[option], b->outcome.tied[option]);
        draw_rect(b->list, b->x, y, b->w, 2, TOKEN_LINE);
        draw_text(b->list, b->x, y + (rows.row - type_line(28)) / 2,
                  type_tabular(first ? BOLD(28) : MEDIUM(28)), ALIGN_LEFT,
                  first ? TOKEN_ACCENT : TOKEN_INK, place);
        ballot_option_draw(b, &rows, option, b->x + PLACE_W, y,
                           first ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM, TOKEN_INK);
        if (of_scores(b))
            draw_scores(b, option, y, rows.row);
        else
            draw_sums(b, option, y, rows.row);
    }
    if (b->content.method != METHOD_DOTS)
        return;
    draw_rect(b->list, b->x, y, b->w, 4, TOKEN_INK2);
    draw_text(b->list, b->x + PLACE_W, y + (SUM_H - type_line(28)) / 2.0, SEMIBOLD(28), ALIGN_LEFT,
              TOKEN_INK, word(WORD_VOTE_SUM));
    number(b, right - SHARE_W, y, SUM_H, BOLD(28), all_points(b));
}
