#include <stdio.h>

#include "screen/vote.h"
#include "ui/icon.h"

/* Approval: a tick on everything one is in favour of. */

enum { BOX = 32, BOX_X = SCREEN_RIGHT - BOX - 4, HEAD = 84 };

static unsigned ticked(const struct vote *vote)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < vote->options; i++)
        sum += vote->marks.of[i] != 0;
    return sum;
}

static void ask(char *to, size_t size, const struct vote *vote)
{
    (void)vote;
    snprintf(to, size, "%s", word(WORD_PAPER_ASK_APPROVAL));
}

static void say(char *to, size_t size, const struct screens *s, const struct vote *vote)
{
    (void)s;
    char number[32];
    screen_number(number, sizeof number, ticked(vote), true);
    if (ticked(vote))
        snprintf(to, size, word(WORD_PAPER_TICKED), number);
    else
        snprintf(to, size, "%s", word(WORD_PAPER_NOTHING));
}

static void act(struct screens *s, struct vote *vote, enum vote_act what, unsigned figure)
{
    (void)figure;
    unsigned option = s->vote.option;
    bool on = vote->marks.of[option - 1];
    bool wish = what == VOTE_PICK || what == VOTE_NUMBER ? !on : what == VOTE_MORE;
    if (what != VOTE_LEFT && what != VOTE_RIGHT && wish != on)
        vote_mark(vote, option, wish);
}

static void row(struct screens *s, struct vote *vote, const struct vote_row *row)
{
    double y = row->y + (row->h - BOX) / 2;
    bool on = vote->marks.of[row->option - 1];
    if (on) {
        draw_round(s->list, BOX_X, y, BOX, BOX, 8, TOKEN_ACCENT);
        icon_draw(s->list, ICON_CHECK, BOX_X + 4, y + 4, BOX - 8, 3.2, TOKEN_ON_ACCENT);
    } else if (!vote->still) {
        draw_outline(s->list, BOX_X, y, BOX, BOX, 8, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
    }
    if (row->keys)
        ui_ring(&s->ui, BOX_X, y, BOX, BOX, 8, 4);
}

static double head(struct screens *s, struct vote *vote)
{
    char text[SCREEN_TEXT_SIZE];
    snprintf(text, sizeof text, word(WORD_PAPER_TICKED_OF), ticked(vote), vote->options);
    draw_text(s->list, SCREEN_RIGHT, HEAD, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, text);
    return SCREEN_RIGHT - draw_width(s->list, SEMIBOLD(20), text);
}

const struct vote_method vote_approval = {
    .aside = 48, .whole_row = true, .ask = ask, .say = say, .act = act, .row = row, .head = head};
