#include "model/bench.h"
#include "testing.h"

#include <stdlib.h>

/* The life of one rating, as the issue tells it: proposed by one side, agreed by the other on that
 * very revision, a later proposal beside the agreed value. */

static struct bench bench;
static struct bench *b = &bench;
static seat_id ours, others, manager; /* a seat of school 1, of school 2, a facilitator's */

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 2);
    ours = bench_join(b, CODE_SCHOOL, 1);
    others = bench_join(b, CODE_SCHOOL, 2);
    manager = bench_join(b, CODE_FACILITATOR, 0);
    return 0;
}

static const struct rating *rating(void)
{
    return &b->model->ratings[1][1];
}

static enum refusal rate(seat_id seat, uint8_t now)
{
    return bench_ask(b, seat, ask_figure(COMMAND_RATE, 1, 1, now));
}

static enum refusal agree(seat_id seat, uint32_t revision)
{
    return bench_ask(b, seat, ask_agree(1, 1, revision));
}

static enum refusal withdraw(seat_id seat)
{
    return bench_ask(b, seat, ask_figure(COMMAND_WITHDRAW, 1, 1, 0));
}

static void from_none_to_agreed(void **state)
{
    (void)state;
    assert_int_equal(model_rating_state(rating()), RATING_NONE);
    assert_null(model_shown_figure(rating()));
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(model_rating_state(rating()), RATING_PROPOSED);
    assert_int_equal(model_shown_figure(rating())->now, 4);
    b->now_ms += 5000;
    assert_int_equal(agree(manager, 1), REFUSAL_NONE);
    assert_int_equal(model_rating_state(rating()), RATING_AGREED);
    assert_int_equal(rating()->agreed.now, 4);
    assert_string_equal(rating()->agreed.note, "note of 001");
    assert_int_equal(rating()->agreed_ms, b->now_ms);
    assert_string_equal(rating()->agreed_with, "");
    assert_int_equal(model_newest_proposal(rating()), SIDE_COUNT);
}

static void the_manager_proposes_and_the_school_agrees(void **state)
{
    (void)state;
    assert_int_equal(rate(manager, 6), REFUSAL_NONE);
    assert_int_equal(agree(manager, 1), REFUSAL_OWN_PROPOSAL);
    assert_int_equal(agree(ours, 1), REFUSAL_NONE);
    assert_int_equal(rating()->agreed.now, 6);
}

static void nobody_agrees_with_themselves(void **state)
{
    (void)state;
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(agree(ours, 1), REFUSAL_OWN_PROPOSAL);
    /* a second seat of the same school is the same side */
    seat_id colleague = bench_join(b, CODE_SCHOOL, 1);
    assert_int_equal(agree(colleague, 1), REFUSAL_OWN_PROPOSAL);
    assert_int_equal(rate(manager, 5), REFUSAL_NONE);
    assert_int_equal(agree(manager, 2), REFUSAL_OWN_PROPOSAL);
    assert_int_equal(agree(ours, 1), REFUSAL_OWN_PROPOSAL);
    assert_int_equal(model_rating_state(rating()), RATING_PROPOSED);
}

static void only_the_very_revision_seen_is_agreed(void **state)
{
    (void)state;
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(rate(ours, 7), REFUSAL_NONE);
    assert_int_equal(agree(manager, 1), REFUSAL_CHANGED);
    assert_int_equal(agree(manager, 0), REFUSAL_CHANGED);
    assert_int_equal(agree(manager, 3), REFUSAL_CHANGED);
    assert_int_equal(model_rating_state(rating()), RATING_PROPOSED);
    assert_int_equal(agree(manager, 2), REFUSAL_NONE);
    assert_int_equal(rating()->agreed.now, 7);
    /* what was withdrawn and proposed anew is another revision, though the figure is the same */
    assert_int_equal(rate(ours, 7), REFUSAL_NONE);
    assert_int_equal(withdraw(ours), REFUSAL_NONE);
    assert_int_equal(agree(manager, 3), REFUSAL_NO_PROPOSAL);
    assert_int_equal(rate(ours, 7), REFUSAL_NONE);
    assert_int_equal(agree(manager, 3), REFUSAL_CHANGED);
}

static void the_same_figure_again_is_no_new_revision(void **state)
{
    (void)state;
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(rating()->revision, 1);
    /* but after the manager's own it answers that one */
    assert_int_equal(rate(manager, 5), REFUSAL_NONE);
    assert_int_equal(rate(ours, 4), REFUSAL_NONE);
    assert_int_equal(rating()->proposals[SIDE_SCHOOL].revision, 3);
    assert_int_equal(rating()->proposals[SIDE_MANAGER].revision, 2);
    assert_int_equal(model_newest_proposal(rating()), SIDE_SCHOOL);
}

static void a_later_proposal_stands_beside_the_agreed_value(void **state)
{
    (void)state;
    rate(ours, 4);
    agree(manager, 1);
    assert_int_equal(rate(ours, 9), REFUSAL_NONE);
    assert_int_equal(model_rating_state(rating()), RATING_AGREED);
    assert_int_equal(model_shown_figure(rating())->now, 4);
    assert_int_equal(rating()->proposals[SIDE_SCHOOL].figure.now, 9);
    assert_int_equal(withdraw(ours), REFUSAL_NONE);
    assert_int_equal(model_rating_state(rating()), RATING_AGREED);
    assert_int_equal(rate(ours, 8), REFUSAL_NONE);
    assert_int_equal(agree(manager, 3), REFUSAL_NONE);
    assert_int_equal(model_shown_figure(rating())->now, 8);
}

static void face_to_face_is_recorded_with_the_leaders_name(void **state)
{
    (void)state;
    rate(ours, 4);
    rate(manager, 6);
    struct command c = ask_figure(COMMAND_AGREE_IN_PERSON, 1, 1, 5);
    assert_int_equal(bench_ask(b, ours, c), REFUSAL_NOT_ALLOWED);
    c.change.rating.with[0] = '\0';
    assert_int_equal(bench_ask(b, manager, c), REFUSAL_NAME_EMPTY);
    c = ask_figure(COMMAND_AGREE_IN_PERSON, 1, 1, 5);
    assert_int_equal(bench_ask(b, manager, c), REFUSAL_NONE);
    assert_int_equal(rating()->agreed.now, 5);
    assert_string_equal(rating()->agreed_with, "leader of 001");
    /* older proposals are done with, and nobody agrees to them any more */
    assert_int_equal(agree(manager, 1), REFUSAL_NO_PROPOSAL);
    /* agreed on the network later, it is no longer by word of mouth */
    assert_int_equal(rate(ours, 7), REFUSAL_NONE);
    assert_int_equal(rating()->proposals[SIDE_SCHOOL].revision, 4);
    assert_int_equal(agree(manager, 4), REFUSAL_NONE);
    assert_string_equal(rating()->agreed_with, "");
}

static void withdrawing_takes_ones_own_proposal(void **state)
{
    (void)state;
    assert_int_equal(withdraw(ours), REFUSAL_NO_PROPOSAL);
    rate(ours, 4);
    rate(manager, 6);
    assert_int_equal(withdraw(manager), REFUSAL_NONE);
    assert_int_equal(withdraw(manager), REFUSAL_NO_PROPOSAL);
    assert_int_equal(model_shown_figure(rating())->now, 4);
    assert_int_equal(withdraw(ours), REFUSAL_NONE);
    assert_int_equal(model_rating_state(rating()), RATING_NONE);
}

/* Every number at and beyond its edges. */
static void figures_are_in_range(void **state)
{
    (void)state;
    static const struct {
        uint8_t now, target, months;
        enum refusal refusal;
    } cases[] = {
        {0, 0, 0, REFUSAL_RATING_RANGE},    {11, 0, 0, REFUSAL_RATING_RANGE},
        {255, 0, 0, REFUSAL_RATING_RANGE},  {1, 0, 0, REFUSAL_NONE},
        {10, 0, 0, REFUSAL_NONE},           {5, 4, 0, REFUSAL_TARGET_RANGE},
        {5, 11, 0, REFUSAL_TARGET_RANGE},   {5, 5, 0, REFUSAL_NONE},
        {5, 10, 0, REFUSAL_NONE},           {5, 0, 1, REFUSAL_MONTHS_RANGE},
        {5, 6, 121, REFUSAL_MONTHS_RANGE},  {5, 6, 255, REFUSAL_MONTHS_RANGE},
        {5, 6, 120, REFUSAL_NONE},          {5, 6, 1, REFUSAL_NONE},
        {11, 4, 200, REFUSAL_RATING_RANGE}, {10, 10, 120, REFUSAL_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int kind = COMMAND_RATE; kind <= COMMAND_AGREE_IN_PERSON; kind++) {
            if (kind != COMMAND_RATE && kind != COMMAND_AGREE_IN_PERSON)
                continue;
            struct command c = ask_figure((enum command_kind)kind, 1, 1, cases[i].now);
            c.change.rating.figure.target = cases[i].target;
            c.change.rating.figure.months = cases[i].months;
            struct rating before = *rating();
            assert_int_equal(bench_ask(b, manager, c), cases[i].refusal);
            if (cases[i].refusal)
                assert_memory_equal(&before, rating(), sizeof before);
        }
}

static void a_school_cannot_touch_anothers_rating(void **state)
{
    (void)state;
    rate(manager, 4);
    struct model *before = malloc(sizeof *before);
    memcpy(before, b->model, sizeof *before);
    assert_int_equal(rate(others, 4), REFUSAL_OTHER_SCHOOL);
    assert_int_equal(agree(others, 1), REFUSAL_OTHER_SCHOOL);
    assert_int_equal(withdraw(others), REFUSAL_OTHER_SCHOOL);
    assert_int_equal(bench_ask(b, others, ask_consent(1, 7, ANSWER_YES)), REFUSAL_OTHER_SCHOOL);
    assert_memory_equal(before, b->model, sizeof *before);
    free(before);
}

/* Presence in the room is not a voice for a school. */
static void the_room_code_speaks_once_admitted(void **state)
{
    (void)state;
    seat_id guest = bench_join(b, CODE_ROOM, 0);
    rate(manager, 4);
    const struct command asks[] = {ask_figure(COMMAND_RATE, 1, 1, 5), ask_agree(1, 1, 1),
                                   ask_consent(1, 7, ANSWER_YES)};
    for (int i = 0; i < 3; i++)
        assert_int_equal(bench_ask(b, guest, asks[i]), REFUSAL_NO_SEAT_SCHOOL);
    assert_int_equal(bench_ask(b, guest, ask_seat(COMMAND_PLACE_SEAT, guest, 1, true, "")),
                     REFUSAL_NONE);
    for (int i = 0; i < 3; i++)
        assert_int_equal(bench_ask(b, guest, asks[i]), REFUSAL_NOT_ADMITTED);
    assert_int_equal(bench_ask(b, guest, ask_seat(COMMAND_ADMIT, guest, 0, true, "")),
                     REFUSAL_NOT_ALLOWED);
    assert_int_equal(bench_ask(b, manager, ask_seat(COMMAND_ADMIT, guest, 0, true, "")),
                     REFUSAL_NONE);
    for (int i = 0; i < 3; i++)
        assert_int_equal(bench_ask(b, guest, asks[i]), REFUSAL_NONE);
    /* another school, by oneself: not admitted there */
    assert_int_equal(bench_ask(b, guest, ask_seat(COMMAND_PLACE_SEAT, guest, 2, true, "")),
                     REFUSAL_NONE);
    assert_int_equal(bench_ask(b, guest, ask_figure(COMMAND_RATE, 1, 2, 5)), REFUSAL_NOT_ADMITTED);
    assert_int_equal(bench_ask(b, guest, ask_figure(COMMAND_RATE, 1, 1, 6)), REFUSAL_OTHER_SCHOOL);
}

static void observers_and_displays_only_look(void **state)
{
    (void)state;
    static const enum code_kind kinds[] = {CODE_OBSERVER, CODE_DISPLAY};
    for (int k = 0; k < 2; k++) {
        seat_id seat = bench_join(b, kinds[k], 0);
        assert_int_equal(rate(seat, 3), REFUSAL_NOT_ALLOWED);
        assert_int_equal(agree(seat, 1), REFUSAL_NOT_ALLOWED);
        assert_int_equal(bench_ask(b, seat, ask_consent(1, 7, ANSWER_YES)), REFUSAL_NOT_ALLOWED);
        assert_int_equal(bench_ask(b, seat, ask_go(1, 1)), REFUSAL_NOT_ALLOWED);
    }
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(from_none_to_agreed),
        REVIEW_TEST(the_manager_proposes_and_the_school_agrees),
        REVIEW_TEST(nobody_agrees_with_themselves),
        REVIEW_TEST(only_the_very_revision_seen_is_agreed),
        REVIEW_TEST(the_same_figure_again_is_no_new_revision),
        REVIEW_TEST(a_later_proposal_stands_beside_the_agreed_value),
        REVIEW_TEST(face_to_face_is_recorded_with_the_leaders_name),
        REVIEW_TEST(withdrawing_takes_ones_own_proposal),
        REVIEW_TEST(figures_are_in_range),
        REVIEW_TEST(a_school_cannot_touch_anothers_rating),
        REVIEW_TEST(the_room_code_speaks_once_admitted),
        REVIEW_TEST(observers_and_displays_only_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
