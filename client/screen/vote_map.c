#include <stdio.h>

#include "screen/vote.h"

/* Scores as a map: the first criterion upwards, the second to the right, so that what gives most
 * for least stands at the top left. Numbers are the options', as in the list beside it. */

enum { SIDE = 432, DISC = 32, PLACES = 64 };

struct spot {
    double x, y;
};

/* Where an average in hundredths stands between 1 and the best score. */
static double along(unsigned hundredths)
{
    double at = (hundredths - 100.0) / (100.0 * (SCORE_MAX - 1));
    return at < 0 ? 0 : at > 1 ? 1 : at;
}

static bool is_free(const struct spot *spots, unsigned count, struct spot spot)
{
    for (unsigned i = 0; i < count; i++) {
        double dx = spots[i].x - spot.x, dy = spots[i].y - spot.y;
        if (dx * dx + dy * dy < (DISC + 2.0) * (DISC + 2.0))
            return false;
    }
    return true;
}

/* The nearest free spot beside where it belongs: to the right, row by row. */
static struct spot settle(const struct spot *spots, unsigned count, struct spot wish, double right)
{
    struct spot spot = wish;
    for (unsigned i = 0; i < PLACES && !is_free(spots, count, spot); i++) {
        spot.x += DISC + 4;
        if (spot.x > right) {
            spot.x = wish.x;
            spot.y += DISC + 4;
        }
    }
    return spot;
}

static void draw_axes(struct screens *s, const struct vote *vote, double y)
{
    char name[ID_SIZE], text[SCREEN_TEXT_SIZE];
    draw_round(s->list, VOTE_MAP_X, y, SIDE, SIDE, 8, TOKEN_SURFACE);
    draw_round(s->list, VOTE_MAP_X, y, SIDE / 2.0, SIDE / 2.0, 8, TOKEN_TINT);
    draw_rect(s->list, VOTE_MAP_X + SIDE / 2.0 - 1, y, 2, SIDE, TOKEN_LINE);
    draw_rect(s->list, VOTE_MAP_X, y + SIDE / 2.0 - 1, SIDE, 2, TOKEN_LINE);
    draw_frame(s->list, VOTE_MAP_X, y, SIDE, SIDE, 8, 2, TOKEN_OUTLINE);
    vote_criterion(name, vote->content, 0);
    snprintf(text, sizeof text, word(WORD_PAPER_MAP_UP), name);
    draw_text_within(s->list, VOTE_MAP_X, y - 26, SIDE, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, text);
    vote_criterion(name, vote->content, 1);
    snprintf(text, sizeof text, word(WORD_PAPER_MAP_RIGHT), name);
    draw_text_within(s->list, VOTE_MAP_X, y + SIDE + 4, SIDE, SEMIBOLD(16), ALIGN_RIGHT, TOKEN_INK,
                     text);
}

void vote_draw_map(struct screens *s, const struct vote *vote, const struct outcome *outcome,
                   double y)
{
    struct spot spots[OPTIONS_MAX];
    unsigned count = 0;
    double room = SIDE - 2.0 * DISC;
    draw_axes(s, vote, y);
    for (unsigned i = 0; i < outcome->count; i++) {
        unsigned option = outcome->order[i];
        if (!outcome->value[option] || !outcome->second[option])
            continue;
        struct spot wish = {VOTE_MAP_X + DISC + along(outcome->second[option]) * room,
                            y + DISC + (1 - along(outcome->value[option])) * room};
        spots[count] = settle(spots, count, wish, VOTE_MAP_X + SIDE - DISC / 2.0);
        bool first = outcome->place[option] <= VOTE_FIRST_PLACES;
        char number[16];
        snprintf(number, sizeof number, "%u", option);
        draw_disc(s->list, spots[count].x, spots[count].y, DISC / 2.0,
                  first ? TOKEN_ACCENT : TOKEN_INK2);
        draw_text(s->list, spots[count].x, spots[count].y - 12, SEMIBOLD(16), ALIGN_CENTRE,
                  first ? TOKEN_ON_ACCENT : TOKEN_PAPER, number);
        count++;
    }
}
