#include <stdio.h>

#include "screen/vote.h"

/* Ranking: options are picked in one's order, moved half a step at a time (to the place of a
 * neighbour, then past it), and left out where one has no opinion. On the paper places run without
 * gaps; what is shown skips after equal ones as the result does: 1, 2=, 2=, 4. */

enum { BADGE = 40, BADGE_X = SCREEN_RIGHT - BADGE, LATER_X = 976, EARLIER_X = 932, SIGN = 40 };
enum { CLEAR_WIDTH = 120, CLEAR_HEIGHT = 36, CLEAR_Y = 74 };

static unsigned at_place(const struct vote *vote, unsigned place)
{
    unsigned count = 0;
    for (unsigned i = 0; i < vote->options; i++)
        count += vote->marks.of[i] == place;
    return count;
}

static unsigned last_place(const struct vote *vote)
{
    unsigned last = 0;
    for (unsigned i = 0; i < vote->options; i++)
        if (vote->marks.of[i] > last)
            last = vote->marks.of[i];
    return last;
}

static unsigned ranked(const struct vote *vote)
{
    return vote->options - at_place(vote, 0);
}

/* Places from `from` on move by `step`. */
static void shift(struct vote *vote, unsigned from, int step)
{
    for (unsigned option = 1; option <= vote->options; option++) {
        unsigned place = vote->marks.of[option - 1];
        if (place >= from)
            vote_mark(vote, option, (unsigned)((int)place + step));
    }
}

static void leave_out(struct vote *vote, unsigned option)
{
    unsigned place = vote->marks.of[option - 1];
    if (!place)
        return;
    bool alone = at_place(vote, place) == 1;
    vote_mark(vote, option, 0);
    if (alone)
        shift(vote, place + 1, -1);
}

/* To the place before, beside what is there; or out of a shared place, before the others. */
static void move_up(struct vote *vote, unsigned option)
{
    unsigned place = vote->marks.of[option - 1];
    if (!place)
        return;
    if (at_place(vote, place) > 1) {
        shift(vote, place, 1);
        vote_mark(vote, option, place);
    } else if (place > 1) {
        vote_mark(vote, option, place - 1);
        shift(vote, place + 1, -1);
    }
}

static void move_down(struct vote *vote, unsigned option)
{
    unsigned place = vote->marks.of[option - 1];
    if (!place)
        return;
    if (at_place(vote, place) > 1) {
        shift(vote, place + 1, 1);
        vote_mark(vote, option, place + 1);
    } else if (place < last_place(vote)) {
        shift(vote, place + 1, -1); /* those at the next place come to this one */
    }
}

static void ask(char *to, size_t size, const struct vote *vote)
{
    (void)vote;
    snprintf(to, size, "%s", word(WORD_PAPER_ASK_RANKING));
}

static void say(char *to, size_t size, const struct screens *s, const struct vote *vote)
{
    (void)s;
    char number[32];
    unsigned out = vote->options - ranked(vote);
    screen_number(number, sizeof number, out, true);
    if (out == vote->options)
        snprintf(to, size, "%s", word(WORD_PAPER_NOTHING));
    else if (out == 0)
        snprintf(to, size, "%s", word(WORD_PAPER_RANKED_ALL));
    else if (out == 1)
        snprintf(to, size, "%s", word(WORD_PAPER_UNRANKED_ONE));
    else
        snprintf(to, size, word(WORD_PAPER_UNRANKED), number);
}

static void act(struct screens *s, struct vote *vote, enum vote_act what, unsigned figure)
{
    (void)figure;
    unsigned option = s->vote.option;
    bool placed = vote->marks.of[option - 1];
    switch (what) {
    case VOTE_PICK:
    case VOTE_NUMBER:
        if (placed)
            leave_out(vote, option);
        else
            vote_mark(vote, option, last_place(vote) + 1);
        break;
    case VOTE_MORE:
        if (!placed)
            vote_mark(vote, option, last_place(vote) + 1);
        break;
    case VOTE_LESS:
    case VOTE_CLEAR:
        leave_out(vote, option);
        break;
    case VOTE_LEFT:
        move_up(vote, option);
        break;
    case VOTE_RIGHT:
        move_down(vote, option);
        break;
    case VOTE_FIGURE:
        break;
    }
}

static void draw_badge(struct screens *s, const struct vote *vote, unsigned option, double y)
{
    unsigned place = vote->marks.of[option - 1], shown = 1;
    if (!place) {
        if (!vote->still)
            draw_outline(s->list, BADGE_X, y, BADGE, BADGE, 8, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
        return;
    }
    for (unsigned before = 1; before < place; before++)
        shown += at_place(vote, before);
    char text[16];
    snprintf(text, sizeof text, at_place(vote, place) > 1 ? "%u=" : "%u", shown);
    draw_round(s->list, BADGE_X, y, BADGE, BADGE, 8, TOKEN_ACCENT);
    draw_text(s->list, BADGE_X + BADGE / 2.0, y + 6, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_ON_ACCENT,
              text);
}

static void row(struct screens *s, struct vote *vote, const struct vote_row *row)
{
    double y = row->y + (row->h - SIGN) / 2;
    unsigned place = vote->marks.of[row->option - 1];
    draw_badge(s, vote, row->option, y);
    if (row->keys)
        ui_ring(&s->ui, BADGE_X, y, BADGE, BADGE, 8, 4);
    if (vote->still || !place)
        return;
    bool shared = at_place(vote, place) > 1;
    struct vote_sign up = {
        .x = EARLIER_X, .y = y, .size = SIGN, .icon = ICON_LEFT, .off = place == 1 && !shared};
    struct vote_sign down = {.x = LATER_X,
                             .y = y,
                             .size = SIGN,
                             .icon = ICON_RIGHT,
                             .off = place == last_place(vote) && !shared};
    if (vote_run_sign(s, row, 0, up))
        move_up(vote, row->option);
    if (vote_run_sign(s, row, 1, down))
        move_down(vote, row->option);
}

static double head(struct screens *s, struct vote *vote)
{
    struct button clear = {.kind = BUTTON_SECONDARY,
                           .text = word(WORD_PAPER_CLEAR),
                           .width = CLEAR_WIDTH,
                           .height = CLEAR_HEIGHT,
                           .off = ranked(vote) == 0 || vote->still};
    if (vote->still)
        return SCREEN_RIGHT;
    if (button_run(&s->ui, ui_id_of("clear", 0), SCREEN_RIGHT - CLEAR_WIDTH, CLEAR_Y, clear)) {
        for (unsigned option = 1; option <= vote->options; option++)
            vote_mark(vote, option, 0);
        vote_focus(s);
    }
    return SCREEN_RIGHT - CLEAR_WIDTH;
}

const struct vote_method vote_ranking = {.aside = SCREEN_RIGHT - EARLIER_X,
                                         .whole_row = true,
                                         .ask = ask,
                                         .say = say,
                                         .act = act,
                                         .row = row,
                                         .head = head};
