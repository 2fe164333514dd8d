/* What came of a vote: a bar for each option, the best first, those that share a place with "=";
 * the first block on a tint. Of conditions the order of the ratings stands beside the room's. */

#include <math.h>
#include <stdio.h>

#include "phrase/vote.h"
#include "stage/ballot.h"
#include "stage/findings.h"
#include "stage/motion.h"
#include "ui/cell.h"
#include "ui/icon.h"
#include "words/words.h"

enum {
    HEADS_H = 44,
    BLOCK_GAP = 12, /* under the first block */
    BLOCK_PAD = 4,
    PLACE_W = 96,
    FIGURES_W = 150, /* after the longest bar: count and share */
    BAR_MOST = 40,
    BAR_LEAST = 8,
    RATINGS_X = 392, /* of the ratings' place, back from the right edge */
    BOTH_X = 320,
    AVERAGE_W = 120,
    ROW_LEAST = 62,
    ROW_MOST = 88,
    LOWEST = 3,
};

static const struct ballot_try tries[] = {{1, 28, 1, false}, {1, 28, 1, true},  {1, 28, 2, false},
                                          {1, 24, 3, false}, {1, 24, 6, false}, {0}};

/* Where the columns stand. */
struct columns {
    double label_w, bar_x, bar_w;
    double ratings_x, both_x, average_x; /* where the data has an order */
};

static struct columns columns_of(const struct ballot *b)
{
    double right = b->x + b->w, inner;
    struct columns c = {
        .ratings_x = right - RATINGS_X, .both_x = right - BOTH_X, .average_x = right - AVERAGE_W};
    double end = b->has_ratings ? c.ratings_x - 24 : right;
    inner = end - b->x - PLACE_W;
    c.label_w =
        floor(inner * (b->has_ratings || b->content.about == ABOUT_CONDITIONS ? 0.43 : 0.6));
    c.bar_x = b->x + PLACE_W + c.label_w;
    c.bar_w = end - FIGURES_W - c.bar_x;
    return c;
}

static struct ballot_rows rows_of(const struct ballot *b, const struct columns *c)
{
    struct ballot_box box = {.w = c->label_w - 24,
                             .h = b->h - HEADS_H - BLOCK_GAP,
                             .least = ROW_LEAST,
                             .most = ROW_MOST};
    return ballot_rows(b, box, tries);
}

int ballot_result_pages(const struct ballot *b)
{
    struct columns c = columns_of(b);
    return rows_of(b, &c).pages;
}

/* The longest a bar can be: of rankings that of one that beats all others. */
static unsigned longest(const struct ballot *b)
{
    unsigned most = 1;
    if (b->content.method == METHOD_RANKING)
        return b->outcome.count > 1 ? b->outcome.count - 1u : 1;
    for (uint8_t i = 1; i <= b->outcome.count; i++)
        most = b->outcome.value[i] > most ? b->outcome.value[i] : most;
    return most;
}

static void draw_heads(const struct ballot *b, const struct columns *c)
{
    static const enum word heads[METHOD_COUNT] = {
        [METHOD_DOTS] = WORD_VOTE_HEAD_DOTS,
        [METHOD_APPROVAL] = WORD_VOTE_HEAD_YES,
        [METHOD_RANKING] = WORD_VOTE_HEAD_BEATS,
        [METHOD_SCORES] = WORD_VOTE_HEAD_AVERAGE,
    };
    draw_text_within(b->list, b->x, b->y, PLACE_W + c->label_w - 24, SEMIBOLD(24), ALIGN_LEFT,
                     TOKEN_INK, b->has_ratings ? word(WORD_VOTE_HEAD_VOTES) : b->content.question);
    draw_text_within(b->list, c->bar_x, b->y, c->bar_w, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2,
                     word(heads[b->content.method]));
    if (!b->has_ratings)
        return;
    draw_text(b->list, c->ratings_x, b->y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_VOTE_HEAD_RATINGS));
    draw_text(b->list, c->average_x + AVERAGE_W / 2.0, b->y, MEDIUM(24), ALIGN_CENTRE, TOKEN_INK2,
              word(WORD_VOTE_HEAD_AVERAGE));
}

static void draw_bar(const struct ballot *b, const struct columns *c, uint8_t option, double y,
                     double row, int percent)
{
    bool first = ballot_is_first(b, option);
    unsigned value = b->outcome.value[option];
    double h = fmin(BAR_MOST, row - 24), most = fmax(BAR_LEAST, c->bar_w);
    double whole = fmax(BAR_LEAST, round(most * value / longest(b)));
    double w = fmax(BAR_LEAST, round(whole * percent / 100));
    draw_round(b->list, c->bar_x, y + (row - h) / 2, w, h, value ? 8 : 4,
               first   ? TOKEN_ACCENT
               : value ? TOKEN_ACCENT_SOFT
                       : TOKEN_LINE);
    if (percent < 100)
        return;
    char text[PHRASE_FIGURE_SIZE];
    double x = c->bar_x + w + 20;
    struct type type = type_tabular(first ? BOLD(36) : MEDIUM(36));
    snprintf(text, sizeof text, "%u", value);
    draw_text(b->list, x, y + (row - 44) / 2, type, ALIGN_LEFT, TOKEN_INK, text);
    x += draw_width(b->list, type, text) + 14;
    if (b->content.method == METHOD_RANKING)
        return;
    phrase_percent(text, b->outcome.share[option]);
    draw_text(b->list, x, y + (row - 36) / 2, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, text);
}

/* The place by ratings beside the room's own. */
static void draw_ratings(const struct ballot *b, const struct columns *c, uint8_t option, double y,
                         double row)
{
    uint8_t place = b->by_ratings[option];
    bool shared = false, low = place <= LOWEST;
    char text[PHRASE_PLACE_SIZE];
    if (!place)
        return;
    for (int i = 1; i <= b->outcome.count; i++)
        shared = shared || (i != option && b->by_ratings[i] == place);
    phrase_place(text, place, shared);
    draw_text(b->list, c->ratings_x, y + (row - 44) / 2, type_tabular(low ? BOLD(36) : MEDIUM(36)),
              ALIGN_LEFT, low ? TOKEN_INK : TOKEN_INK2, text);
    if (ballot_is_in_both(b, option)) {
        icon_draw(b->list, ICON_CHECK, c->both_x, y + (row - 32) / 2, 32, 3, TOKEN_ACCENT);
        draw_text(b->list, c->both_x + 40, y + (row - 36) / 2, SEMIBOLD(28), ALIGN_LEFT,
                  TOKEN_ACCENT, word(WORD_VOTE_IN_BOTH));
    }
    double h = fmin(60, row - 8);
    findings_average(b->list, b->room, b->content.things[option - 1], c->average_x,
                     y + (row - h) / 2, AVERAGE_W, h);
}

static void draw_row(const struct ballot *b, const struct columns *c,
                     const struct ballot_rows *rows, uint8_t option, double y, int percent,
                     bool ranked)
{
    bool first = ballot_is_first(b, option);
    char text[PHRASE_PLACE_SIZE];
    phrase_place(text, b->outcome.place[option], b->outcome.tied[option]);
    if (ranked)
        draw_text(b->list, b->x, y + (rows->row - 44) / 2,
                  type_tabular(first ? BOLD(36) : MEDIUM(36)), ALIGN_LEFT,
                  first ? TOKEN_ACCENT : TOKEN_INK, text);
    ballot_option_draw(b, rows, option, b->x + PLACE_W, y, first ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM,
                       TOKEN_INK);
    draw_bar(b, c, option, y, rows->row, percent);
    if (b->has_ratings)
        draw_ratings(b, c, option, y, rows->row);
}

void ballot_result_draw(const struct ballot *b)
{
    const struct stage_frame *frame = b->frame;
    const struct stage_motion *motion = frame->reduced_motion ? NULL : frame->motion;
    struct columns c = columns_of(b);
    struct ballot_rows rows = rows_of(b, &c);
    struct motion_rows moving = {.rows = rows.end - rows.first};
    for (int i = rows.first; i < rows.end; i++)
        moving.first += ballot_is_first(b, b->outcome.order[i]);
    bool ranked = motion_ranked(motion, b->id, moving, frame->now_ms);
    double y = b->y + HEADS_H;
    draw_heads(b, &c);
    if (moving.first && ranked)
        draw_round(b->list, b->x - 24, y - BLOCK_PAD, b->w + 48,
                   moving.first * rows.row + 2 * BLOCK_PAD, 16, TOKEN_TINT);
    for (int i = rows.first; i < rows.end; i++) {
        uint8_t option = b->outcome.order[i];
        moving.row = i - rows.first;
        if (moving.row == moving.first && moving.first)
            y += BLOCK_GAP;
        int percent = motion_bar(motion, b->id, moving, frame->now_ms);
        if (percent >= 0)
            draw_row(b, &c, &rows, option, y, percent, ranked);
        y += rows.row;
    }
    ballot_page_mark(b, b->has_ratings ? c.ratings_x - 24 : b->x + b->w, b->y, rows.page,
                     rows.pages);
}
