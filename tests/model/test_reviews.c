#include "model/history.h"
#include "model/reviews.h"
#include "testing.h"

#include "base/day.h"

/* Earlier reviews: what becomes of them, who is told what of them, and what a room makes of them
 * over time. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;

enum { ROOM = 1 << SCOPE_ROOM, SUMMARY = 1 << SCOPE_SUMMARY, LA = 1 << SCOPE_LA };

static int start(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 6);
    return 0;
}

static void ask(struct command c)
{
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
}

static void look(enum audience_kind kind, uint16_t id)
{
    bench_look(b, room, &live, kind, id);
}

static unsigned count_pasts(bool own)
{
    unsigned count = 0;
    for (review_id r = 1; r <= REVIEWS_MAX; r++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++)
            count += (own ? room->own_pasts : room->pasts)[r][s].now[1] > 0;
    return count;
}

static void a_review_comes_and_goes(void **state)
{
    (void)state;
    uint32_t today = day_of_time(b->now_ms);
    review_id spring = bench_review(b, 200, "Spring");
    ask(ask_past(spring, 1, 4));
    ask(ask_past(spring, 2, 6));
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->reviews[spring].day, today - 200);
    assert_string_equal(room->reviews[spring].title, "Spring");
    assert_int_equal(room_past(room, spring, 2)->now[3], 6);
    assert_int_equal(room_past(room, spring, 2)->target[3], 7);
    ask(ask_past(spring, 2, 3)); /* replaces all of it */
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room_past(room, spring, 2)->now[1], 3);
    assert_int_equal(room_past(room, spring, 1)->now[1], 4);
    ask(ask_past(spring, 2, 0)); /* nothing said */
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(count_pasts(false), 1);
    ask(ask_remove_review(spring));
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->reviews[spring].day | count_pasts(false), 0);
    assert_int_equal(room->past_summaries[spring][1].of, 0);
    /* what was taken out may come again, under a number of its own */
    assert_int_equal(bench_review(b, 200, "Spring"), spring + 1);
    /* the same title on another day, and another title on that day, are other reviews */
    bench_review(b, 199, "Spring");
    bench_review(b, 200, "Summer");
}

static void names_decide_who_is_told(void **state)
{
    (void)state;
    static const struct {
        enum audience_kind kind;
        unsigned scopes; /* what everybody must have said yes to */
    } cases[] = {{AUDIENCE_PROJECTOR, ROOM},
                 {AUDIENCE_PARTICIPANTS, ROOM},
                 {AUDIENCE_OBSERVER, ROOM | LA},
                 {AUDIENCE_SUMMARY, SUMMARY},
                 {AUDIENCE_LA, LA},
                 {AUDIENCE_FACILITATOR, 0}};
    review_id spring = bench_review(b, 200, "Spring");
    for (school_id s = 1; s <= 6; s++)
        ask(ask_past(spring, s, (uint8_t)(s + 1)));
    for (unsigned scopes = 0; scopes < 8; scopes++) {
        bench_consent_all(b, 7, ANSWER_NO);
        if (scopes)
            bench_consent_all(b, scopes, ANSWER_YES);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            bool named = (cases[i].scopes & ~scopes) == 0;
            look(cases[i].kind, 0);
            assert_int_equal(room->workshop.named, named);
            assert_int_equal(count_pasts(false), named ? 6 : 0);
            assert_int_equal(count_pasts(true), 0);
            /* six ratings: the spread is everybody's, targets go with names */
            assert_true(room->past_summaries[spring][2].has_figures);
            assert_int_equal(room->past_summaries[spring][2].total, 2 + 3 + 4 + 5 + 6 + 7);
            assert_int_equal(room->past_summaries[spring][2].target_counted, named ? 6 : 0);
        }
    }
}

/* By key: a school's people are told of their own apart from what everybody is told, so that the
 * one can come or go without the other. */
static void a_school_has_its_own_always(void **state)
{
    (void)state;
    review_id spring = bench_review(b, 200, "Spring");
    ask(ask_past(spring, 1, 4));
    ask(ask_past(spring, 2, 6));
    for (int named = 0; named < 2; named++) {
        if (named)
            bench_consent_all(b, ROOM, ANSWER_YES);
        look(AUDIENCE_SCHOOL, 2);
        assert_int_equal(count_pasts(false), 0);
        assert_int_equal(count_pasts(true), 1);
        assert_int_equal(room_past(room, spring, 2)->now[1], 6);
        assert_int_equal(room_past(room, spring, 1)->now[1], 0);
        room_remove(room, (struct item_key){ITEM_PAST, spring, 2});
        assert_int_equal(room_past(room, spring, 2)->now[1], 6);
    }
    look(AUDIENCE_SCHOOL, 7);
    look(AUDIENCE_SCHOOL, 0);
    assert_int_equal(count_pasts(true), 0);
}

static void without_names_figures_begin_at_five(void **state)
{
    (void)state;
    review_id spring = bench_review(b, 200, "Spring");
    for (school_id s = 1; s <= 4; s++)
        ask(ask_past(spring, s, 4));
    ask(ask_past(spring, 5, 0));
    look(AUDIENCE_PARTICIPANTS, 0);
    const struct summary_item *sum = &room->past_summaries[spring][1];
    assert_int_equal(sum->counted, 4);
    assert_int_equal(sum->of, 4);
    assert_false(sum->has_figures);
    assert_int_equal(sum->total + sum->average + sum->band + sum->spread[4], 0);
    look(AUDIENCE_FACILITATOR, 0);
    assert_true(sum->has_figures);
    ask(ask_past(spring, 5, 9));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_true(sum->has_figures);
    assert_int_equal(sum->average, 50);
    assert_int_equal(sum->spread[4], 4);
    assert_int_equal(sum->spread[9], 1);
}

static void lines_over_time(void **state)
{
    (void)state;
    struct history_line line;
    uint32_t today = day_of_time(b->now_ms);
    look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(history_latest(room), 0);
    review_id later = bench_review(b, 100, "Later"), first = bench_review(b, 700, "First");
    review_id middle = bench_review(b, 400, "Middle");
    ask(ask_past(first, 1, 2));
    ask(ask_past(later, 1, 5));
    ask(ask_past(middle, 2, 8));
    bench_agree(b, 1, 1, 6);
    look(AUDIENCE_FACILITATOR, 0);
    review_id order[REVIEWS_MAX];
    assert_int_equal(history_order(room, order), 3);
    assert_true(order[0] == first && order[1] == middle && order[2] == later);
    assert_int_equal(history_latest(room), later);
    history_of_school(&line, room, 1, 1);
    assert_int_equal(line.count, 3); /* the middle one says nothing of it */
    assert_true(line.now);
    assert_true(line.points[0].day == today - 700 && line.points[0].tenths == 20);
    assert_true(line.points[1].day == today - 100 && line.points[1].tenths == 50);
    assert_true(line.points[2].day == today && line.points[2].tenths == 60);
    history_of_school(&line, room, 2, 1);
    assert_int_equal(line.count, 2);
    assert_false(line.now);
    history_of_condition(&line, room, 1);
    assert_int_equal(line.count, 4);
    assert_int_equal(line.points[1].tenths, 80);
    /* one rating each: the room is told of none without names, a school of its own */
    look(AUDIENCE_PARTICIPANTS, 0);
    history_of_condition(&line, room, 1);
    assert_int_equal(line.count, 0);
    history_of_school(&line, room, 1, 1);
    assert_int_equal(line.count, 0);
    look(AUDIENCE_SCHOOL, 1);
    assert_int_equal(room_past(room, first, 1)->now[1], 2);
}

static void the_view_goes_then_and_now(void **state)
{
    (void)state;
    struct command c = ask_look(false, 0);
    for (uint8_t then = 0; then < THEN_COUNT; then++) {
        c.id = 0;
        c.change.view.then = then;
        ask(c);
        look(AUDIENCE_PARTICIPANTS, 0);
        assert_int_equal(room->view.then, then);
    }
    c.id = 0;
    c.change.view.then = THEN_COUNT;
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NOT_UNDERSTOOD);
}

/* The day of the workshop is the last on which the room went on or something was agreed. */
static void the_day_is_when_it_was_held(void **state)
{
    (void)state;
    uint32_t begun = day_of_time(b->now_ms);
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->workshop.day, begun);
    b->now_ms += INT64_C(5) * 24 * 3600 * 1000;
    ask(ask_figure(COMMAND_RATE, 1, 1, 5)); /* preparing is not holding it */
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->workshop.day, begun);
    bench_agree(b, 1, 2, 5);
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->workshop.day, begun + 5);
    b->now_ms += INT64_C(24) * 3600 * 1000;
    ask(ask_go(1, 1));
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->workshop.day, begun + 6);
    b->now_ms += INT64_C(24) * 3600 * 1000;
    bench_review(b, 100, "Spring");
    look(AUDIENCE_PARTICIPANTS, 0);
    assert_int_equal(room->workshop.day, begun + 6);
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, start, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(a_review_comes_and_goes),
        REVIEW_TEST(names_decide_who_is_told),
        REVIEW_TEST(a_school_has_its_own_always),
        REVIEW_TEST(without_names_figures_begin_at_five),
        REVIEW_TEST(lines_over_time),
        REVIEW_TEST(the_view_goes_then_and_now),
        REVIEW_TEST(the_day_is_when_it_was_held),
    };
    if (room_create(&room) != ERROR_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
