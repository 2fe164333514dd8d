#include <ctype.h>
#include <stdio.h>

#include "base/text.h"
#include "screen/vote.h"

/* Scores: each option gets 1 to 5 on two criteria. A figure goes into the cell that keys go to, and
 * on to the next, so that a paper can be typed straight through. */

enum { BOX = 32, PITCH = 36, COLUMN = SCORE_MAX * PITCH, GAP = 24, HEAD = 84 };

static double column_x(unsigned criterion)
{
    return SCREEN_RIGHT - (CRITERIA_MAX - criterion) * (COLUMN + GAP) + GAP + PITCH - BOX;
}

static unsigned score(const struct vote *vote, unsigned option, unsigned criterion)
{
    return MARK_SCORE(vote->marks.of[option - 1], criterion);
}

static void set(struct vote *vote, unsigned option, unsigned criterion, unsigned value)
{
    unsigned scores[CRITERIA_MAX] = {score(vote, option, 0), score(vote, option, 1)};
    if (scores[criterion] == value)
        return;
    scores[criterion] = value;
    vote_mark(vote, option, MARK_SCORES(scores[0], scores[1]));
}

static unsigned done(const struct vote *vote)
{
    unsigned sum = 0;
    for (unsigned option = 1; option <= vote->options; option++)
        sum += score(vote, option, 0) && score(vote, option, 1);
    return sum;
}

/* The first option with a figure for one criterion alone, which would not count; 0: none. */
static unsigned half_done(const struct vote *vote)
{
    for (unsigned option = 1; option <= vote->options; option++)
        if (!score(vote, option, 0) != !score(vote, option, 1))
            return option;
    return 0;
}

static bool whole(const struct vote *vote)
{
    return half_done(vote) == 0;
}

static void ask(char *to, size_t size, const struct vote *vote)
{
    (void)vote;
    snprintf(to, size, "%s", word(WORD_PAPER_ASK_SCORES));
}

static void say(char *to, size_t size, const struct screens *s, const struct vote *vote)
{
    (void)s;
    char number[32];
    unsigned open = vote->options - done(vote), half = half_done(vote);
    screen_number(number, sizeof number, open, true);
    if (vote_is_empty(&vote->marks))
        snprintf(to, size, "%s", word(WORD_PAPER_NOTHING));
    else if (half)
        snprintf(to, size, word(WORD_PAPER_HALF_SCORED), half);
    else if (open == 0)
        snprintf(to, size, "%s", word(WORD_PAPER_SCORED_ALL));
    else if (open == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_UNSCORED_ONE));
    else
        snprintf(to, size, word(WORD_PAPER_UNSCORED), number);
}

static void go_on(struct screens *s, const struct vote *vote)
{
    if (s->vote.criterion + 1 < CRITERIA_MAX) {
        s->vote.criterion++;
    } else if (s->vote.option < vote->options) {
        s->vote.option++;
        s->vote.criterion = 0;
    }
}

static void act(struct screens *s, struct vote *vote, enum vote_act what, unsigned figure)
{
    unsigned option = s->vote.option, criterion = s->vote.criterion;
    unsigned value = score(vote, option, criterion);
    switch (what) {
    case VOTE_PICK:
    case VOTE_NUMBER:
        go_on(s, vote);
        break;
    case VOTE_LEFT:
        s->vote.criterion = 0;
        break;
    case VOTE_RIGHT:
        s->vote.criterion = CRITERIA_MAX - 1;
        break;
    case VOTE_MORE:
        set(vote, option, criterion, value < SCORE_MAX ? value + 1 : value);
        break;
    case VOTE_LESS:
        set(vote, option, criterion, value > 1 ? value - 1 : value);
        break;
    case VOTE_CLEAR:
        set(vote, option, criterion, 0);
        break;
    case VOTE_FIGURE:
        if (figure >= 1 && figure <= SCORE_MAX) {
            set(vote, option, criterion, figure);
            go_on(s, vote);
        }
        break;
    }
}

static void run_scale(struct screens *s, struct vote *vote, const struct vote_row *row,
                      unsigned criterion)
{
    static const char *const figures[SCORE_MAX] = {"1", "2", "3", "4", "5"};
    double x = column_x(criterion), y = row->y + (row->h - BOX) / 2;
    unsigned value = score(vote, row->option, criterion);
    if (vote->still) {
        if (value)
            draw_text(s->list, x + COLUMN / 2.0, y + 2, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_INK,
                      figures[value - 1]);
        return;
    }
    for (unsigned i = 1; i <= SCORE_MAX; i++) {
        struct vote_sign sign = {.x = x + (i - 1) * PITCH,
                                 .y = y,
                                 .size = BOX,
                                 .figure = figures[i - 1],
                                 .chosen = i == value};
        if (!vote_run_sign(s, row, criterion * 8 + i, sign))
            continue;
        s->vote.criterion = (uint8_t)criterion;
        set(vote, row->option, criterion, i == value ? 0 : i);
    }
    if (row->keys && s->vote.criterion == criterion)
        ui_ring(&s->ui, x, y, COLUMN - PITCH + BOX, BOX, 8, 4);
}

static void row(struct screens *s, struct vote *vote, const struct vote_row *row)
{
    for (unsigned criterion = 0; criterion < CRITERIA_MAX; criterion++)
        run_scale(s, vote, row, criterion);
}

static double head(struct screens *s, struct vote *vote)
{
    char text[SCREEN_TEXT_SIZE];
    snprintf(text, sizeof text, word(WORD_PAPER_SCORED_OF), done(vote), vote->options);
    draw_text(s->list, SCREEN_RIGHT, HEAD, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, text);
    return SCREEN_RIGHT - draw_width(s->list, SEMIBOLD(20), text);
}

static void columns(struct screens *s, const struct vote *vote, double y)
{
    static const enum word better[CRITERIA_MAX] = {WORD_PAPER_MORE_BETTER, WORD_PAPER_LESS_BETTER};
    for (unsigned criterion = 0; criterion < CRITERIA_MAX; criterion++) {
        char name[ID_SIZE], text[SCREEN_TEXT_SIZE];
        vote_criterion(name, vote->content, criterion);
        snprintf(text, sizeof text, word(better[criterion]), name);
        draw_text_within(s->list, column_x(criterion), y, COLUMN + GAP - 8, SEMIBOLD(16),
                         ALIGN_LEFT, TOKEN_INK, text);
    }
}

const struct vote_method vote_scores = {.aside = 2 * (COLUMN + GAP),
                                        .figures = true,
                                        .ask = ask,
                                        .say = say,
                                        .act = act,
                                        .whole = whole,
                                        .row = row,
                                        .head = head,
                                        .columns = columns};
