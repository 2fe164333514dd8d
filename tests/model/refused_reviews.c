#include "model/refused.h"
#include "model/reviews.h"

#include "base/day.h"
#include "testing.h"

void refused_reviews(struct refused *r)
{
    struct bench *b = &r->bench;
    bench_open_workshop(b);
    bench_schools(b, 2);
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    uint32_t today = day_of_time(b->now_ms);
    refused_expect(r, ours, ask_review(today, "Spring"), REFUSAL_NOT_ALLOWED);
    refused_expect(r, 0, ask_review(today, ""), REFUSAL_NAME_EMPTY);
    refused_expect(r, 0, ask_review(0, "Spring"), REFUSAL_REVIEW_DAY);
    refused_expect(r, 0, ask_review(today + 1, "Spring"), REFUSAL_REVIEW_DAY);
    refused_expect(r, 0, ask_past(1, 1, 5), REFUSAL_NO_REVIEW);
    refused_expect(r, 0, ask_remove_review(1), REFUSAL_NO_REVIEW);
    bench_review(b, 0, "Spring");
    refused_expect(r, 0, ask_review(today, "SPRING"), REFUSAL_REVIEW_TWICE);
    refused_expect(r, 0, ask_past(1, 0, 5), REFUSAL_NO_SCHOOL);
    refused_expect(r, 0, ask_past(1, 3, 5), REFUSAL_NO_SCHOOL);
    refused_expect(r, 0, ask_past(0, 1, 5), REFUSAL_NO_REVIEW);
    refused_expect(r, 0, ask_past(2, 1, 5), REFUSAL_NO_REVIEW);
    refused_expect(r, 0, ask_past(1, 1, RATING_MAX + 1), REFUSAL_RATING_RANGE);
    struct command c = ask_past(1, 1, 5);
    c.change.past.past.target[4] = 5; /* there are three conditions */
    refused_expect(r, 0, c, REFUSAL_RATING_RANGE);
    c = ask_past(1, 1, 5);
    c.change.past.past.now[0] = 1;
    refused_expect(r, 0, c, REFUSAL_RATING_RANGE);
    assert_int_equal(bench_ask(b, 0, ask_remove_review(1)), REFUSAL_NONE);
    refused_expect(r, 0, ask_remove_review(1), REFUSAL_NO_REVIEW);
    refused_expect(r, 0, ask_past(1, 1, 5), REFUSAL_NO_REVIEW);
    for (unsigned i = 1; i < REVIEWS_MAX; i++)
        bench_review(b, i, "Spring");
    refused_expect(r, 0, ask_review(today, "Spring"), REFUSAL_REVIEWS_FULL);
    bench_close(b);
}
