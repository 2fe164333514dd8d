#include "rooms/reviews.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum { APART = 180, DAY_MS = 24 * 60 * 60 * 1000 };

/* What the school said `back` reviews before this one. */
static uint8_t then_of(unsigned now, condition_id c, school_id s, unsigned back)
{
    static const int changes[] = {-2, -1, 0, -3, 1, -1, -2};
    int then = (int)now + changes[(c * 5U + s * 3U + back) % 7] - (int)back / 2;
    if (now == 0 || (c + s + back) % 11 == 0)
        return 0;
    return (uint8_t)(then < 1 ? 1 : then > RATING_MAX ? RATING_MAX : then);
}

static void add_past(struct model *model, struct command *command, review_id review, unsigned back)
{
    for (school_id s = 1; s <= model->school_count; s++) {
        *command = (struct command){.kind = COMMAND_ADD_PAST};
        command->change.past.review = review;
        command->change.past.school = s;
        struct past *past = &command->change.past.past;
        bool any = false;
        for (condition_id c = 1; c <= model->condition_count; c++) {
            const struct figure *now = model_shown_figure(&model->ratings[c][s]);
            past->now[c] = then_of(now ? now->now : 0, c, s, back);
            any |= past->now[c] > 0;
            if (past->now[c] && c > 1)
                past->target[c] = (uint8_t)(past->now[c] < 8 ? past->now[c] + 3 : RATING_MAX);
        }
        if (any && (back > 1 || s % 10))
            rooms_obey(model, command, (int64_t)ROOMS_DAY * DAY_MS);
    }
}

void rooms_reviews(struct model *model, int count)
{
    struct command *command = calloc(1, sizeof *command);
    assert(command && count <= REVIEWS_MAX);
    for (int i = 0; i < count; i++) {
        unsigned back = (unsigned)(count - i);
        *command = (struct command){.kind = COMMAND_ADD_REVIEW};
        command->change.review.day = ROOMS_EARLIER_DAY - (back - 1) * APART;
        snprintf(command->change.review.title, TITLE_SIZE, "Riverside cluster, review %d", i + 1);
        rooms_obey(model, command, (int64_t)ROOMS_DAY * DAY_MS);
        add_past(model, command, (review_id)(i + 1), back);
    }
    if (count)
        model->held_ms = (int64_t)ROOMS_DAY * DAY_MS;
    free(command);
}
