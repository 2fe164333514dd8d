#include "grid/grid_match.h"

#include <stdio.h>

#include "base/text.h"
#include "testing.h"

enum { COUNT = 10 };

static const char *const names[COUNT] = {
    "Consultation and needs analysis",
    "Integration into school improvement planning",
    "Alignment with local plans",
    "Cluster arrangements",
    "Partnership with local services",
    "Integrated multi-agency training",
    "Well-publicised services",
    "Quality, targeted design",
    "Funding arrangements",
    "Impact measurement",
};
static const char *const tights[COUNT] = {
    "Consultation", "School planning", "Local plans",     "Cluster", "Partnership",
    "Training",     "Publicity",       "Targeted design", "Funding", "Impact",
};

static struct condition conditions[COUNT];
static struct grid_import import;

static void match(condition_id *to, const char *file)
{
    struct trouble t;
    if (grid_parse(&import, file, strlen(file), NULL, &t))
        fail_msg("%s", t.text);
    grid_match(to, import.rows, import.row_count, conditions, COUNT);
}

static int make_conditions(void **state)
{
    (void)state;
    for (unsigned i = 0; i < COUNT; i++) {
        text_copy(conditions[i].name, sizeof conditions[i].name, names[i]);
        text_copy(conditions[i].tight, sizeof conditions[i].tight, tights[i]);
        snprintf(conditions[i].id, sizeof conditions[i].id, "condition-%u", i + 1);
    }
    return 0;
}

static void labels_find_their_condition(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        uint8_t condition;
    } cases[] = {
        {"Funding arrangements", 8},
        {"funding", 8},
        {"FUNDING ARRANGEMENTS!", 8},
        {"9. Funding", 8},
        {"Alignment with LA", 2},
        {"Alignment with the LA's plans: local plans", 2},
        {"Cluster arrangements", 3},
        {"Partnership working", 4},
        {"Integration into planning", 1},
        {"Integrated multi agency training", 5},
        {"Well publicised services", 6},
        {"Design of quality targeted services", 7},
        {"\"Design, targeted\"", 7},
        {"Impàct", 9},
        {"4.", 3},
        {"10", 9},
        {"2. Impact", 9}, /* its number alone decides nothing beside a label */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char file[200] = "Condition,Ashby\n";
        condition_id to[CONDITIONS_MAX];
        match(to, strcat(strcat(file, cases[i].label), ",5\n"));
        assert_int_equal(to[0], cases[i].condition + 1);
    }
}

static void rows_that_fit_none_or_share_one_are_asked_about(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        condition_id to[3];
    } cases[] = {
        {"Condition,A\nFunding,1\nParking,2\n", {9, GRID_UNMATCHED}},
        {"Condition,A\nArrangements,1\n", {GRID_UNMATCHED}},
        {"Condition,A\n11.,1\n", {GRID_UNMATCHED}},
        {"Condition,A\n!?,1\n", {GRID_UNMATCHED}},
        {"Condition,A\nFunding,1\nImpact,2\n\nFunding arrangements,3\n",
         {GRID_UNMATCHED, 10, GRID_UNMATCHED}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        condition_id to[CONDITIONS_MAX];
        match(to, cases[i].file);
        for (unsigned r = 0; r < import.row_count; r++)
            assert_int_equal(to[r], cases[i].to[r]);
    }
}

static void an_id_goes_before_everything_else(void **state)
{
    (void)state;
    struct grid_row rows[] = {{.label = "Funding", .number = 1, .id = "condition-4"},
                              {.label = "Funding", .id = "elsewhere"},
                              {.label = "Funding"}};
    condition_id to[3];
    grid_match(to, rows, 3, conditions, COUNT);
    assert_int_equal(to[0], 4);
    assert_int_equal(to[1], GRID_UNMATCHED);
    assert_int_equal(to[2], 9);
}

static void a_full_set_of_numbers_decides(void **state)
{
    (void)state;
    condition_id to[CONDITIONS_MAX];
    match(to, "Condition,A\n2. b,1\n1. a,1\n3. Funding,1\n4. d,1\n5. e,1\n6. f,1\n"
              "7. g,1\n8. h,1\n10. j,1\n9. i,1\n");
    static const condition_id expected[COUNT] = {2, 1, 3, 4, 5, 6, 7, 8, 10, 9};
    assert_memory_equal(to, expected, sizeof expected);
    /* One missing: labels decide, and "b" is no label of ours. */
    match(to, "Condition,A\n1. Funding,1\n2. b,1\n");
    assert_int_equal(to[0], 9);
    assert_int_equal(to[1], GRID_UNMATCHED);
}

static void answers_name_a_row_and_a_condition(void **state)
{
    (void)state;
    static const struct {
        const char *said, *row;
        condition_id condition;
    } good[] = {
        {"Money=Funding", "Money", 9},
        {" Money = condition-9 ", "Money", 9},
        {"Money=9", "Money", 9},
        {"Money=9.", "Money", 9},
        {"Money=-", "Money", 0},
        {"1=Impact", "1", 10},
        {"a=b=funding arrangements", "a=b", 9},
    };
    static const char *const bad[] = {
        "Money", "", "=9", "Money=", "Money=11", "Money=Parking", "Money=Arrangements"};
    struct grid_answer answer;
    struct trouble t;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (grid_answer_read(&answer, good[i].said, conditions, COUNT, &t))
            fail_msg("%s", t.text);
        assert_string_equal(answer.row, good[i].row);
        assert_int_equal(answer.condition, good[i].condition);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(grid_answer_read(&answer, bad[i], conditions, COUNT, &t), ERROR_FORMAT);

    const struct grid_row row = {.label = "Money & time", .number = 3, .id = "m"};
    static const struct {
        const char *row;
        bool is;
    } abouts[] = {{"money, time", true}, {"3", true},     {"3.", true},  {"m", true},
                  {"M", false},          {"Time", false}, {"13", false}, {"&", false}};
    for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++) {
        text_copy(answer.row, sizeof answer.row, abouts[i].row);
        assert_int_equal(grid_answer_is_about(&answer, &row), abouts[i].is);
    }
}

/* Ten rows, but one number stands twice: a slip in the file, and the labels still tell. */
static void a_number_given_twice_leaves_it_to_the_labels(void **state)
{
    (void)state;
    condition_id to[CONDITIONS_MAX];
    match(to, "Condition,A\n1. Consultation,1\n2. School planning,1\n"
              "3. Local plans,1\n3. Cluster,1\n5. Partnership,1\n6. Training,1\n"
              "7. Publicity,1\n8. Targeted design,1\n9. Funding,1\n10. Impact,1\n");
    for (condition_id r = 0; r < COUNT; r++)
        assert_int_equal(to[r], r + 1);
}

static void the_published_labels_all_match(void **state)
{
    (void)state;
    struct trouble t;
    condition_id to[CONDITIONS_MAX];
    assert_int_equal(
        grid_read_file(&import, TEST_SOURCE_DIR "/../../assets/examples/riverside.csv", NULL, &t),
        ERROR_OK);
    for (int numbered = 1; numbered >= 0; numbered--) {
        grid_match(to, import.rows, import.row_count, conditions, COUNT);
        for (unsigned r = 0; r < COUNT; r++) {
            assert_int_equal(to[r], r + 1);
            import.rows[r].number = 0;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_find_their_condition),
        cmocka_unit_test(rows_that_fit_none_or_share_one_are_asked_about),
        cmocka_unit_test(an_id_goes_before_everything_else),
        cmocka_unit_test(a_full_set_of_numbers_decides),
        cmocka_unit_test(a_number_given_twice_leaves_it_to_the_labels),
        cmocka_unit_test(the_published_labels_all_match),
        cmocka_unit_test(answers_name_a_row_and_a_condition),
    };
    return cmocka_run_group_tests(tests, make_conditions, NULL);
}
