#include <stdio.h>

#include "screen/vote.h"
#include "ui/mark.h"

/* Dots: each voter has so many and puts them where they like, several on one option if the ballot
 * allows it. */

enum { SIGN = 40, PLUS_X = 1028, MINUS_X = 976, DOTS_END = 964, DOT = 24, DOT_PITCH = 32 };
enum { DOTS_SHOWN = 4, HEAD_MIDDLE = 98, LARGE = 28, SMALL = 20 };

static unsigned spent(const struct vote *vote)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < vote->options; i++)
        sum += vote->marks.of[i];
    return sum;
}

/* A ballot's terms come from outside: what is not there is not left. */
static unsigned left(const struct vote *vote)
{
    unsigned used = spent(vote);
    return used < vote->content->budget ? vote->content->budget - used : 0;
}

static unsigned limit(const struct vote *vote)
{
    return vote->content->limit;
}

static bool has_room(const struct vote *vote, unsigned option)
{
    return left(vote) > 0 && vote->marks.of[option - 1] < limit(vote);
}

static void ask(char *to, size_t size, const struct vote *vote)
{
    unsigned budget = vote->content->budget;
    if (budget == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_ASK_DOT));
    else if (limit(vote) == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_ASK_DOTS_APART));
    else if (limit(vote) < budget)
        snprintf(to, size, word(WORD_PAPER_ASK_DOTS_LIMIT), limit(vote));
    else
        snprintf(to, size, "%s", word(WORD_PAPER_ASK_DOTS));
}

/* Why no more can be placed, else how many can. */
static void say(char *to, size_t size, const struct screens *s, const struct vote *vote)
{
    char number[32];
    unsigned option = s->vote.option;
    bool full = option >= 1 && vote->marks.of[option - 1] >= limit(vote) &&
                limit(vote) < vote->content->budget;
    if (left(vote) == 0)
        snprintf(to, size, "%s",
                 word(vote->content->budget == 1 ? WORD_PAPER_DOT_PLACED : WORD_PAPER_DOTS_PLACED));
    else if (full && limit(vote) == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_DOTS_APART));
    else if (full)
        snprintf(to, size, word(WORD_PAPER_DOTS_LIMIT), limit(vote));
    else if (left(vote) == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_DOT_TO_PLACE));
    else {
        screen_number(number, sizeof number, left(vote), true);
        snprintf(to, size, word(WORD_PAPER_DOTS_TO_PLACE), number);
    }
}

static void act(struct screens *s, struct vote *vote, enum vote_act what, unsigned figure)
{
    (void)figure;
    unsigned option = s->vote.option, dots = vote->marks.of[option - 1];
    switch (what) {
    case VOTE_PICK: /* what the ring is round: the plus, else the minus */
        if (has_room(vote, option) || dots > 0)
            vote_mark(vote, option, has_room(vote, option) ? dots + 1 : dots - 1);
        break;
    case VOTE_NUMBER:
    case VOTE_MORE:
    case VOTE_RIGHT:
        if (has_room(vote, option))
            vote_mark(vote, option, dots + 1);
        break;
    case VOTE_LESS:
    case VOTE_LEFT:
        if (dots > 0)
            vote_mark(vote, option, dots - 1);
        break;
    case VOTE_CLEAR:
        if (dots > 0)
            vote_mark(vote, option, 0);
        break;
    case VOTE_FIGURE:
        break;
    }
}

static void draw_dots(struct screens *s, const struct vote *vote, const struct vote_row *row,
                      double end)
{
    unsigned dots = vote->marks.of[row->option - 1];
    double middle = row->y + row->h / 2;
    if (dots > DOTS_SHOWN) {
        char number[16];
        snprintf(number, sizeof number, "%u", dots);
        draw_text(s->list, end - DOT_PITCH, middle - 14, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK,
                  number);
        dots = 1;
    }
    for (unsigned i = 0; i < dots; i++)
        mark_dot(s->list, end - DOT / 2.0 - i * DOT_PITCH, middle, DOT, SEAT_TAKEN);
}

static void row(struct screens *s, struct vote *vote, const struct vote_row *row)
{
    double y = row->y + (row->h - SIGN) / 2;
    unsigned dots = vote->marks.of[row->option - 1];
    draw_dots(s, vote, row, vote->still ? SCREEN_RIGHT : DOTS_END);
    if (vote->still)
        return;
    bool more = has_room(vote, row->option);
    if (row->keys && (more || dots > 0))
        ui_ring(&s->ui, more ? PLUS_X : MINUS_X, y, SIGN, SIGN, 8, 4);
    else if (row->keys)
        ui_ring(&s->ui, 16, row->y, SCREEN_RIGHT, row->h, 8, 0);
    struct vote_sign minus = {.x = MINUS_X, .y = y, .size = SIGN, .icon = ICON_MINUS};
    struct vote_sign plus = {.x = PLUS_X, .y = y, .size = SIGN, .icon = ICON_PLUS, .off = !more};
    if (dots > 0 && vote_run_sign(s, row, 0, minus))
        act(s, vote, VOTE_LESS, 0);
    if (vote_run_sign(s, row, 1, plus))
        act(s, vote, VOTE_MORE, 0);
}

static double head(struct screens *s, struct vote *vote)
{
    unsigned budget = vote->content->budget, rest = left(vote);
    double size = budget > 5 ? SMALL : LARGE, pitch = size + 10, x = SCREEN_RIGHT - size / 2;
    for (unsigned i = 0; i < budget; i++, x -= pitch)
        mark_dot(s->list, x, HEAD_MIDDLE, size, i < rest ? SEAT_TAKEN : SEAT_EMPTY);
    char text[SCREEN_TEXT_SIZE];
    if (rest == 0)
        snprintf(text, sizeof text, "%s", word(WORD_PAPER_NO_DOT_LEFT));
    else if (rest == 1)
        snprintf(text, sizeof text, "%s", word(WORD_PAPER_DOT_LEFT));
    else
        snprintf(text, sizeof text, word(WORD_PAPER_DOTS_LEFT), rest);
    double end = x + size / 2 - 4;
    draw_text(s->list, end, HEAD_MIDDLE - 14, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, text);
    return end - draw_width(s->list, SEMIBOLD(20), text);
}

const struct vote_method vote_dots = {
    .aside = 232, .ask = ask, .say = say, .act = act, .row = row, .head = head};
