#include "model/reviews.h"

#include "base/day.h"
#include "testing.h"

#include <string.h>

struct command ask_review(uint32_t day, const char *title)
{
    struct command c = {.kind = COMMAND_ADD_REVIEW, .change.review.day = day};
    strncpy(c.change.review.title, title, TITLE_SIZE - 1);
    return c;
}

struct command ask_past(review_id review, school_id school, uint8_t now)
{
    struct command c = {.kind = COMMAND_ADD_PAST,
                        .change.past = {.review = review, .school = school}};
    for (condition_id i = 1; i <= 3; i++) {
        c.change.past.past.now[i] = now;
        c.change.past.past.target[i] = now && now < RATING_MAX ? (uint8_t)(now + 1) : now;
    }
    return c;
}

struct command ask_remove_review(review_id review)
{
    return (struct command){.kind = COMMAND_REMOVE_REVIEW, .change.review.review = review};
}

review_id bench_review(struct bench *b, unsigned days_ago, const char *title)
{
    struct command c = ask_review(day_of_time(b->now_ms) - days_ago, title);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
    return b->model->review_count;
}
