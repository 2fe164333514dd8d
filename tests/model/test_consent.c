#include "model/bench.h"
#include "model/project.h"
#include "testing.h"

/* Names beside ratings, and what the view without names gives away. */

static struct bench bench;
static struct bench *b = &bench;

enum { ROOM = 1 << SCOPE_ROOM, LA = 1 << SCOPE_LA, ALL = 7 };

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 8);
    return 0;
}

/* What one audience is given of condition 1. */
struct look {
    struct summary_item summary;
    struct workshop_item workshop;
    struct view view;
    struct progress_item whole;
    unsigned cells, talks, consents, seats, codes;
};

static void take(void *context, const struct item *item)
{
    struct look *look = context;
    switch (item->key.kind) {
    case ITEM_SUMMARY:
        if (item->key.a == 1)
            look->summary = item->body.summary;
        break;
    case ITEM_WORKSHOP:
        look->workshop = item->body.workshop;
        break;
    case ITEM_VIEW:
        look->view = item->body.view;
        break;
    case ITEM_PROGRESS:
        if (item->key.a == 0)
            look->whole = item->body.progress;
        break;
    }
    look->cells += item->key.kind == ITEM_CELL;
    look->talks += item->key.kind == ITEM_TALK;
    look->consents += item->key.kind == ITEM_CONSENT;
    look->seats += item->key.kind == ITEM_SEAT;
    look->codes += item->key.kind == ITEM_CODE;
}

static struct look look(enum audience_kind kind, uint16_t id)
{
    static struct live live;
    struct look look = {0};
    model_project(b->model, &live, (struct audience){kind, id}, take, &look);
    return look;
}

static bool named(enum audience_kind kind)
{
    struct look l = look(kind, 0);
    assert_int_equal(l.workshop.named, l.cells > 0);
    return l.workshop.named;
}

static void names_wait_for_the_last_school(void **state)
{
    (void)state;
    bench_agree(b, 1, 1, 5);
    for (school_id s = 1; s <= 8; s++) {
        assert_false(named(AUDIENCE_PROJECTOR) || named(AUDIENCE_PARTICIPANTS));
        bench_ask(b, 0, ask_consent(s, ROOM, ANSWER_YES));
    }
    assert_true(named(AUDIENCE_PROJECTOR) && named(AUDIENCE_PARTICIPANTS));
    assert_false(named(AUDIENCE_OBSERVER));
    bench_consent_all(b, LA, ANSWER_YES);
    assert_true(named(AUDIENCE_OBSERVER));
    /* towards the authority alone is not for the room */
    bench_consent_all(b, ROOM, ANSWER_NO);
    assert_false(named(AUDIENCE_OBSERVER) || named(AUDIENCE_PROJECTOR));
}

static void names_go_at_once(void **state)
{
    (void)state;
    bench_agree(b, 1, 1, 5);
    bench_consent_all(b, ALL, ANSWER_YES);
    assert_int_equal(bench_ask(b, 0, ask_look(true, 0)), REFUSAL_NONE);
    assert_true(look(AUDIENCE_PROJECTOR, 0).view.targets);
    seat_id ours = bench_join(b, CODE_SCHOOL, 3);
    assert_int_equal(bench_ask(b, ours, ask_consent(3, ROOM, ANSWER_NO)), REFUSAL_NONE);
    assert_false(named(AUDIENCE_PROJECTOR));
    assert_false(look(AUDIENCE_PROJECTOR, 0).view.targets);
    assert_int_equal(bench_ask(b, ours, ask_consent(3, ROOM, ANSWER_YES)), REFUSAL_NONE);
    assert_true(named(AUDIENCE_PROJECTOR));
    bench_school(b, "A ninth");
    assert_false(named(AUDIENCE_PROJECTOR) || named(AUDIENCE_PARTICIPANTS) ||
                 named(AUDIENCE_OBSERVER));
}

static void figures_from_five_agreed_ratings_on(void **state)
{
    (void)state;
    for (school_id s = 1; s <= 4; s++) {
        bench_agree(b, 1, s, (uint8_t)(s + 1));
        struct summary_item sum = look(AUDIENCE_PROJECTOR, 0).summary;
        assert_int_equal(sum.counted, s);
        assert_int_equal(sum.of, 8);
        assert_false(sum.has_figures);
        assert_int_equal(sum.total + sum.average + sum.band, 0);
        for (int v = 0; v <= RATING_MAX; v++)
            assert_int_equal(sum.spread[v], 0);
    }
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 5, 9)); /* proposed does not make five */
    assert_false(look(AUDIENCE_PROJECTOR, 0).summary.has_figures);
    bench_agree(b, 1, 5, 10);
    struct summary_item sum = look(AUDIENCE_PROJECTOR, 0).summary;
    assert_true(sum.has_figures);
    assert_int_equal(sum.counted, 5);
    assert_int_equal(sum.total, 24);
    assert_int_equal(sum.average, 48);
    assert_int_equal(sum.spread[10], 1);
}

static void five_agreed(void)
{
    for (school_id s = 1; s <= 5; s++)
        bench_agree(b, 1, s, 5);
}

static void a_change_covers_two_ratings(void **state)
{
    (void)state;
    five_agreed();
    bench_agree(b, 1, 6, 9);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 25);
    bench_agree(b, 1, 6, 8); /* the same school again is still one */
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 25);
    bench_agree(b, 1, 1, 4);
    struct summary_item sum = look(AUDIENCE_PROJECTOR, 0).summary;
    assert_int_equal(sum.total, 32);
    assert_int_equal(sum.counted, 6);
    /* the facilitator's own view is not held back */
    bench_agree(b, 1, 1, 10);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0).summary.total, 38);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 32);
}

/* A proposal that was counted and is now agreed as it stood changes no figure: together with one
 * other school's change it must not let that one through. */
static void agreeing_what_was_counted_covers_nothing(void **state)
{
    (void)state;
    five_agreed();
    bench_set(b, SETTING_COUNT_PROPOSED, true);
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 6, 9));
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 7, 2));
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 36);
    bench_agree(b, 1, 6, 9);
    bench_agree(b, 1, 8, 3);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 36);
    bench_agree(b, 1, 1, 6);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 40);
}

/* What was seen with names counts as seen: the view that follows starts from there. */
static void taking_names_away_shows_no_single_change(void **state)
{
    (void)state;
    bench_consent_all(b, ROOM, ANSWER_YES);
    five_agreed();
    bench_agree(b, 1, 6, 9);
    bench_consent_all(b, ROOM, ANSWER_NO);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 34);
    bench_agree(b, 1, 7, 3);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 34);
    bench_agree(b, 1, 8, 3);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 40);
}

/* Four seen with names, then hidden; the fifth must not be what is left over. */
static void the_fifth_is_not_told_by_the_four_seen_before(void **state)
{
    (void)state;
    bench_consent_all(b, ROOM, ANSWER_YES);
    for (school_id s = 1; s <= 4; s++)
        bench_agree(b, 1, s, 5);
    bench_school(b, "A ninth");
    bench_agree(b, 1, 5, 9);
    assert_false(look(AUDIENCE_PROJECTOR, 0).summary.has_figures);
    bench_agree(b, 1, 6, 3);
    assert_true(look(AUDIENCE_PROJECTOR, 0).summary.has_figures);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 32);
}

/* The observer's view is held back on its own while the room is shown names. */
static void the_observer_is_not_told_one_by_one(void **state)
{
    (void)state;
    five_agreed();
    bench_consent_all(b, ROOM, ANSWER_YES);
    bench_agree(b, 1, 6, 9);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 34);
    assert_int_equal(look(AUDIENCE_OBSERVER, 0).summary.total, 25);
    bench_agree(b, 1, 7, 9);
    assert_int_equal(look(AUDIENCE_OBSERVER, 0).summary.total, 43);
}

/* Flicking the switch with one proposal standing would show that one. */
static void the_switch_shows_no_single_proposal(void **state)
{
    (void)state;
    five_agreed();
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 6, 9));
    bench_set(b, SETTING_COUNT_PROPOSED, true);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 25);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0).summary.total, 34);
    bench_set(b, SETTING_COUNT_PROPOSED, false);
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 7, 8));
    bench_set(b, SETTING_COUNT_PROPOSED, true);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).summary.total, 42);
}

static void without_names_proposals_are_not_counted_out(void **state)
{
    (void)state;
    bench_ask(b, 0, ask_figure(COMMAND_RATE, 1, 6, 9));
    bench_agree(b, 2, 1, 3);
    struct progress_item whole = look(AUDIENCE_PARTICIPANTS, 0).whole;
    assert_int_equal(whole.agreed, 1);
    assert_int_equal(whole.proposed, 0);
    assert_int_equal(whole.to_come, 23);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0).whole.proposed, 1);
}

static void each_audience_gets_its_own(void **state)
{
    (void)state;
    bench_join(b, CODE_SCHOOL, 1);
    bench_join(b, CODE_ROOM, 0);
    bench_agree(b, 1, 1, 5);
    bench_agree(b, 1, 2, 5);
    bench_agree(b, 2, 2, 5);
    struct look projector = look(AUDIENCE_PROJECTOR, 0);
    assert_int_equal(projector.talks + projector.consents + projector.seats, 0);
    assert_int_equal(projector.codes, 1);
    bench_set(b, SETTING_OFFER_ROOM_CODE, false);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0).codes, 0);
    struct look all = look(AUDIENCE_PARTICIPANTS, 0), observer = look(AUDIENCE_OBSERVER, 0);
    assert_int_equal(all.talks + all.consents + all.seats + all.codes, 0);
    assert_int_equal(observer.talks + observer.consents + observer.seats + observer.codes, 0);
    struct look school = look(AUDIENCE_SCHOOL, 2);
    assert_int_equal(school.talks, 2);
    assert_int_equal(school.consents, 1);
    struct look front = look(AUDIENCE_FACILITATOR, 0);
    assert_int_equal(front.talks, 3);
    assert_int_equal(front.consents, 8);
    assert_int_equal(front.seats, 2);
    assert_int_equal(front.codes, 2);
    assert_int_equal(audience_of_role(ROLE_DISPLAY), AUDIENCE_PROJECTOR);
    assert_int_equal(audience_of_role(ROLE_OBSERVER), AUDIENCE_OBSERVER);
    assert_int_equal(audience_of_role(ROLE_ROOM), AUDIENCE_PARTICIPANTS);
    assert_int_equal(audience_of_role(ROLE_SCHOOL), AUDIENCE_PARTICIPANTS);
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(names_wait_for_the_last_school),
        REVIEW_TEST(names_go_at_once),
        REVIEW_TEST(figures_from_five_agreed_ratings_on),
        REVIEW_TEST(a_change_covers_two_ratings),
        REVIEW_TEST(agreeing_what_was_counted_covers_nothing),
        REVIEW_TEST(taking_names_away_shows_no_single_change),
        REVIEW_TEST(the_fifth_is_not_told_by_the_four_seen_before),
        REVIEW_TEST(the_observer_is_not_told_one_by_one),
        REVIEW_TEST(the_switch_shows_no_single_proposal),
        REVIEW_TEST(without_names_proposals_are_not_counted_out),
        REVIEW_TEST(each_audience_gets_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
