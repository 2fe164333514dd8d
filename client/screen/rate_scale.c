#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "phrase/past.h"
#include "screen/rate.h"
#include "ui/scale.h"

enum { TOP = 232, SLOT_HEIGHT = 64, PITCH = 104, SMALL = 16 };

static struct scale_hands hands_of(const struct screens *s, const struct talk *talk)
{
    struct scale_hands hands = s->rate.hands;
    hands.now = talk->now;
    hands.goal = talk->target;
    return hands;
}

void rate_focus(struct screens *s)
{
    scale_focus(&s->ui, &s->rate.hands);
}

/* What the school said before, where it moved on from there; 0: nothing to tell. */
static unsigned before_of(const struct room *room, const struct talk *talk)
{
    review_id review = phrase_past_newest(room, talk->condition, talk->school);
    unsigned before = room_past(room, review, talk->school)->now[talk->condition];
    return before == talk->now ? 0 : before;
}

static int make_flags(const struct room *room, const struct talk *talk,
                      struct scale_flag flags[SCALE_FLAGS_MAX], char goal[SCREEN_TEXT_SIZE])
{
    int count = 0;
    unsigned before = before_of(room, talk);
    if (before)
        flags[count++] = (struct scale_flag){SCALE_BEFORE, before, word(WORD_SCALE_BEFORE)};
    struct scale_flag other = {.whose = SCALE_OTHER, .text = word(WORD_CLIENT_RATE_MANAGER)};
    const struct figure *theirs = talk->theirs ? &talk->theirs->figure : NULL;
    if (theirs && theirs->now != talk->now) {
        other.value = theirs->now;
        flags[count++] = other;
    }
    if (talk->now)
        flags[count++] = (struct scale_flag){SCALE_NOW, talk->now, word(WORD_CLIENT_RATE_NOW)};
    if (theirs && theirs->target && theirs->target != talk->target) {
        other.value = theirs->target;
        flags[count++] = other;
    }
    if (talk->target) {
        if (talk->months)
            snprintf(goal, SCREEN_TEXT_SIZE, word(WORD_CLIENT_RATE_IN), talk->months);
        else
            snprintf(goal, SCREEN_TEXT_SIZE, "%s", word(WORD_CLIENT_RATE_GOAL));
        flags[count++] = (struct scale_flag){SCALE_GOAL, talk->target, goal};
    }
    return count;
}

static enum level level_of(unsigned rating)
{
    return (enum level)analysis_band((int)rating);
}

bool rate_scale(struct screens *s, struct talk *talk)
{
    struct scale scale = {.x = SCREEN_LEFT,
                          .y = TOP,
                          .pitch = PITCH,
                          .slot_height = SLOT_HEIGHT,
                          .size = SMALL,
                          .lines = 3,
                          .settled = talk->settled};
    struct scale_hands hands = hands_of(s, talk);
    if (talk->settled && scale_has_focus(&s->ui))
        ui_focus(&s->ui, ui_id_of("primary", 0)); /* nothing to move; going on is next */
    unsigned done = scale_take(&s->ui, &scale, &hands);
    if (done & SCALE_MOVED)
        rate_move(s, talk, hands.now, hands.goal);
    if (done & SCALE_NOT_BELOW)
        rate_say(s, word(WORD_CLIENT_RATE_NOT_BELOW));
    char goal[SCREEN_TEXT_SIZE];
    struct scale_flag flags[SCALE_FLAGS_MAX];
    int count = make_flags(s->sight.room, talk, flags, goal);
    const struct condition *condition = &s->sight.room->conditions[talk->condition];
    const struct scale_band bands[SCALE_BANDS] = {
        {word(WORD_CLIENT_RATE_LOW), condition->scale[SCALE_LOW]},
        {word(WORD_CLIENT_RATE_MEDIUM), condition->scale[SCALE_MIDDLE]},
        {word(WORD_CLIENT_RATE_HIGH), condition->scale[SCALE_HIGH]}};
    scale_draw(&s->ui, &scale, &hands, flags, count, bands, level_of);
    s->rate.hands = hands;
    return done & SCALE_ENTERED;
}
