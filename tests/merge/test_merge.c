/* Merging between laptops: what comes in, what is left to choose, and that it is all or nothing. */

#include "merge/site.h"
#include "testing.h"

static struct site ours, theirs;
static const struct site *const from[] = {&theirs};

static void open_both(const char *our_schools, const char *their_schools)
{
    site_open(&ours, our_schools);
    site_open(&theirs, their_schools);
}

static void close_both(void)
{
    site_close(&ours);
    site_close(&theirs);
}

static int tear_down(void **state)
{
    (void)state;
    close_both();
    return 0;
}

static const struct rating *rating(const struct site *site, const char *school, int condition)
{
    return &site_model(site)->ratings[condition][site_school(site, school)];
}

static void what_is_only_there_comes_in(void **state)
{
    (void)state;
    open_both("Ashby", "Birch,ashby");
    site_agree(&theirs, "Birch", 1, 4, 7, "Sam Okafor", 500);
    site_propose(&theirs, "ashby", 2, 3, 0);
    site_answer(&theirs, "Birch", ANSWER_YES);
    struct merge_report report = site_merge(&ours, from, 1, MERGE_USUAL);
    assert_int_equal(report.counts[MERGE_SCHOOL], 1);
    assert_int_equal(report.counts[MERGE_RATING], 2);
    assert_int_equal(report.counts[MERGE_CONSENT], 1);
    assert_int_equal(site_model(&ours)->school_count, 2);
    const struct rating *birch = rating(&ours, "Birch", 1);
    assert_true(birch->settled);
    assert_int_equal(birch->agreed.target, 7);
    assert_int_equal(birch->agreed_ms, 500); /* when it was agreed, not when it was merged */
    assert_string_equal(birch->agreed_with, "Sam Okafor");
    assert_int_equal(model_rating_state(rating(&ours, "Ashby", 2)), RATING_PROPOSED);
    /* a school that came in has its code, like any other */
    assert_true(model_find_code(site_model(&ours), CODE_SCHOOL, site_school(&ours, "Birch"), 0));
}

static void the_later_agreement_stands_and_agreed_over_proposed(void **state)
{
    (void)state;
    open_both("Ashby", "Ashby");
    site_agree(&ours, "Ashby", 1, 4, 6, "A", 100);
    site_agree(&theirs, "Ashby", 1, 5, 6, "B", 200);
    site_agree(&ours, "Ashby", 2, 4, 6, "A", 300);
    site_agree(&theirs, "Ashby", 2, 5, 6, "B", 200);
    site_propose(&ours, "Ashby", 3, 4, 6);
    site_agree(&theirs, "Ashby", 3, 2, 6, "B", 50);
    struct merge_report report = site_merge(&ours, from, 1, MERGE_USUAL);
    assert_int_equal(report.counts[MERGE_RATING], 2);
    assert_int_equal(rating(&ours, "Ashby", 1)->agreed.now, 5);
    assert_int_equal(rating(&ours, "Ashby", 2)->agreed.now, 4);
    assert_int_equal(rating(&ours, "Ashby", 3)->agreed.now, 2);
}

static void somebody_may_choose_otherwise(void **state)
{
    (void)state;
    static const uint8_t stands[] = {
        [MERGE_USUAL] = 5, [MERGE_KEEP_OURS] = 4, [MERGE_TAKE_THEIRS] = 5};
    for (unsigned rule = MERGE_USUAL; rule <= MERGE_TAKE_THEIRS; rule++) {
        open_both("Ashby", "Ashby");
        site_agree(&ours, "Ashby", 1, 4, 6, "A", 100);
        site_agree(&theirs, "Ashby", 1, 5, 6, "B", 200);
        site_agree(&ours, "Ashby", 2, 4, 6, "A", 300);
        site_agree(&theirs, "Ashby", 2, 5, 6, "B", 200);
        site_merge(&ours, from, 1, (enum merge_rule)rule);
        assert_int_equal(rating(&ours, "Ashby", 1)->agreed.now, stands[rule]);
        assert_int_equal(rating(&ours, "Ashby", 2)->agreed.now, rule == MERGE_TAKE_THEIRS ? 5 : 4);
        close_both();
    }
}

static void a_no_to_names_stands_until_somebody_asks(void **state)
{
    (void)state;
    open_both("Ashby,Birch", "Ashby,Birch");
    site_answer(&ours, "Ashby", ANSWER_YES);
    site_answer(&theirs, "Ashby", ANSWER_NO);
    site_answer(&ours, "Birch", ANSWER_NO);
    site_answer(&theirs, "Birch", ANSWER_YES);
    for (unsigned rule = MERGE_USUAL; rule <= MERGE_TAKE_THEIRS; rule++) {
        struct merge *merge = site_compare(&ours, from, 1);
        merge_choose_all(merge, (enum merge_rule)rule);
        for (unsigned i = 0; i < merge->entry_count; i++)
            assert_int_equal(merge_answer(merge, &merge->entries[i], merge->entries[i].chosen),
                             ANSWER_NO);
        merge_destroy(&merge);
    }
    site_merge(&ours, from, 1, MERGE_TAKE_THEIRS);
    assert_int_equal(site_model(&ours)->schools[1].consent[SCOPE_ROOM], ANSWER_NO);
    assert_int_equal(site_model(&ours)->schools[2].consent[SCOPE_ROOM], ANSWER_NO);
}

static void actions_add_up_and_are_never_doubled(void **state)
{
    (void)state;
    open_both("Ashby", "Ashby");
    site_add_action(&ours, "Ashby", "Ask the parents", 3);
    site_add_action(&ours, "Ashby", "Share a coordinator", 6);
    site_add_action(&theirs, "Ashby", "ask the parents", 3);
    site_add_action(&theirs, "Ashby", "Share a coordinator", 12);
    site_add_action(&theirs, "Ashby", "Write to the FIS", 0);
    struct merge_report report = site_merge(&ours, from, 1, MERGE_USUAL);
    assert_int_equal(report.counts[MERGE_ACTION], 1);
    assert_int_equal(site_model(&ours)->action_count, 3);
    assert_int_equal(site_model(&ours)->actions[2].content.months, 6);
    report = site_merge(&ours, from, 1, MERGE_TAKE_THEIRS);
    assert_int_equal(report.counts[MERGE_ACTION], 1);
    assert_int_equal(site_model(&ours)->actions[2].content.months, 12);
}

/* What a workshop adopted is brought in apart: merge/earlier.h. */
static void only_actions_of_talks_are_merged(void **state)
{
    (void)state;
    open_both("Ashby", "Ashby");
    site_add_action(&ours, "Ashby", "Ask the parents", 3);
    struct command command = {.kind = COMMAND_ADD_ACTION};
    struct action_change *change = &command.change.action;
    change->state = ACTION_ADOPTED;
    change->content = site_model(&ours)->actions[1].content;
    site_do(&theirs, &command, 4);
    assert_int_equal(site_model(&theirs)->actions[1].content.school, 1);
    struct merge *merge = site_compare(&ours, from, 1);
    assert_int_equal(merge->entry_count, 0);
    merge_destroy(&merge);
    site_add_action(&theirs, "Ashby", "Ask the parents", 3);
    struct merge_report report = site_merge(&ours, from, 1, MERGE_USUAL);
    assert_int_equal(report.counts[MERGE_ACTION], 0);
}

static void the_same_everywhere_is_no_difference(void **state)
{
    (void)state;
    open_both("Ashby", "Ashby");
    site_agree(&ours, "Ashby", 1, 4, 6, "A", 100);
    site_agree(&theirs, "Ashby", 1, 4, 6, "Another", 900);
    site_agree(&ours, "Ashby", 2, 4, 6, "A", 100);
    site_propose(&theirs, "Ashby", 2, 4, 6); /* the same, only not agreed yet there */
    struct merge *merge = site_compare(&ours, from, 1);
    assert_int_equal(merge->entry_count, 0);
    assert_int_equal(merge->files[1].same, 2);
    merge_destroy(&merge);
}

static void nothing_is_taken_when_something_is_refused(void **state)
{
    (void)state;
    open_both("Ashby", "Birch,Castle");
    site_agree(&theirs, "Birch", 1, 4, 7, "Sam", 500);
    struct merge *merge = site_compare(&ours, from, 1);
    struct command close = {.kind = COMMAND_CLOSE};
    site_do(&ours, &close, 600);
    struct link_random random = seeded(&ours.seed);
    struct merge_report report;
    struct trouble trouble = {0};
    char before[SITE_TEXT_SIZE], after[SITE_TEXT_SIZE];
    site_write(before, &ours);
    assert_int_equal(merge_apply(&report, merge, ours.store, &random, 700, &trouble), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "Birch"));
    site_write(after, &ours);
    assert_string_equal(before, after);
    merge_destroy(&merge);
}

static void a_full_disk_takes_nothing(void **state)
{
    (void)state;
    open_both("Ashby", "Birch");
    site_agree(&theirs, "Birch", 1, 4, 7, "Sam", 500);
    struct merge *merge = site_compare(&ours, from, 1);
    struct link_random random = seeded(&ours.seed);
    struct merge_report report;
    struct trouble trouble = {0};
    journal_disk_fail(ours.disk, ERROR_FULL);
    assert_int_equal(merge_apply(&report, merge, ours.store, &random, 700, &trouble), ERROR_FULL);
    journal_disk_fail(ours.disk, ERROR_OK);
    assert_int_equal(site_model(&ours)->school_count, 1);
    merge_destroy(&merge);
}

static void a_fast_clock_elsewhere_does_not_carry_ours_off(void **state)
{
    (void)state;
    open_both("Ashby", "Ashby");
    site_agree(&theirs, "Ashby", 1, 4, 7, "Sam", INT64_C(4000000000000));
    site_merge(&ours, from, 1, MERGE_USUAL);
    assert_true(store_last_ms(ours.store) < INT64_C(4000000000000));
}

static void what_differs_is_said_with_both_figures(void **state)
{
    (void)state;
    char text[MERGE_TEXT_SIZE];
    open_both("Ashby", "Ashby");
    site_propose(&ours, "Ashby", 2, 4, 6);
    site_agree(&theirs, "Ashby", 2, 5, 0, "Sam Okafor", INT64_C(1236850080000));
    struct merge *merge = site_compare(&ours, from, 1);
    assert_int_equal(merge->entry_count, 1);
    const struct merge_entry *entry = &merge->entries[0];
    assert_true(merge_differs(entry));
    merge_about(text, merge, entry);
    assert_string_equal(text, "Ashby, 2 Condition 2");
    merge_says(text, merge, entry, 0);
    assert_string_equal(text, "4 → 6, proposed");
    merge_says(text, merge, entry, 1);
    assert_non_null(strstr(text, "5, agreed with Sam Okafor on 12 March, "));
    assert_string_equal(merge_where(merge, 0), "here");
    assert_string_equal(merge_where(merge, 1), "1.plenary");
    struct merge_report report = merge_count(merge);
    merge_sum(text, &report);
    assert_string_equal(text, "1 rating");
    merge_destroy(&merge);
}

#define TEST(name) cmocka_unit_test_teardown(name, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_only_there_comes_in),
        TEST(the_later_agreement_stands_and_agreed_over_proposed),
        cmocka_unit_test(somebody_may_choose_otherwise),
        TEST(a_no_to_names_stands_until_somebody_asks),
        TEST(actions_add_up_and_are_never_doubled),
        TEST(only_actions_of_talks_are_merged),
        TEST(the_same_everywhere_is_no_difference),
        TEST(nothing_is_taken_when_something_is_refused),
        TEST(a_full_disk_takes_nothing),
        TEST(a_fast_clock_elsewhere_does_not_carry_ours_off),
        TEST(what_differs_is_said_with_both_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
