#include "grid/grid_match.h"

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

static struct grid_import import;

static enum error match(uint8_t *to, const char *file, struct trouble *t)
{
    t->text[0] = '\0';
    if (grid_parse(&import, file, strlen(file), t))
        fail_msg("%s", t->text);
    return grid_match(to, &import, names, tights, COUNT, t);
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
        struct trouble t;
        char file[200] = "Condition,Ashby\n";
        uint8_t to[CONDITIONS_MAX];
        strcat(strcat(file, cases[i].label), ",5\n");
        if (match(to, file, &t))
            fail_msg("%s", t.text);
        assert_int_equal(to[0], cases[i].condition);
    }
}

static void rows_that_fit_none_or_several_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *file, *says;
    } cases[] = {
        {"Condition,A\nFunding,1\nParking,2\n",
         "Row 3 (Parking): it is not clear which condition of this review is meant."},
        {"Condition,A\nArrangements,1\n",
         "Row 2 (Arrangements): it is not clear which condition of this review is meant."},
        {"Condition,A\n11.,1\n",
         "Row 2 (11.): it is not clear which condition of this review is meant."},
        {"Condition,A\n!?,1\n",
         "Row 2 (!?): it is not clear which condition of this review is meant."},
        {"Condition,A\nFunding,1\nImpact,2\n\nFunding arrangements,3\n",
         "Rows 2 and 5 (Funding arrangements) are both about “Funding arrangements”."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        uint8_t to[CONDITIONS_MAX];
        assert_int_equal(match(to, cases[i].file, &t), ERROR_FORMAT);
        assert_string_equal(t.text, cases[i].says);
    }
}

static void a_full_set_of_numbers_decides(void **state)
{
    (void)state;
    struct trouble t;
    uint8_t to[CONDITIONS_MAX];
    assert_int_equal(match(to,
                           "Condition,A\n2. b,1\n1. a,1\n3. Funding,1\n4. d,1\n5. e,1\n6. f,1\n"
                           "7. g,1\n8. h,1\n10. j,1\n9. i,1\n",
                           &t),
                     ERROR_OK);
    static const uint8_t expected[COUNT] = {1, 0, 2, 3, 4, 5, 6, 7, 9, 8};
    assert_memory_equal(to, expected, sizeof expected);
    /* One missing: labels decide, and "b" is no label of ours. */
    assert_int_equal(match(to, "Condition,A\n1. Funding,1\n2. b,1\n", &t), ERROR_FORMAT);
    assert_non_null(strstr(t.text, "Row 3 (b)"));
}

/* Ten rows, but one number stands twice: a slip in the file, and the labels still tell. */
static void a_number_given_twice_leaves_it_to_the_labels(void **state)
{
    (void)state;
    struct trouble t;
    uint8_t to[CONDITIONS_MAX];
    assert_int_equal(match(to,
                           "Condition,A\n1. Consultation,1\n2. School planning,1\n"
                           "3. Local plans,1\n3. Cluster,1\n5. Partnership,1\n6. Training,1\n"
                           "7. Publicity,1\n8. Targeted design,1\n9. Funding,1\n10. Impact,1\n",
                           &t),
                     ERROR_OK);
    for (uint8_t r = 0; r < COUNT; r++)
        assert_int_equal(to[r], r);
}

static void the_published_labels_all_match(void **state)
{
    (void)state;
    struct trouble t;
    uint8_t to[CONDITIONS_MAX];
    assert_int_equal(
        grid_read_file(&import, TEST_SOURCE_DIR "/../../assets/examples/riverside.csv", &t),
        ERROR_OK);
    for (int numbered = 1; numbered >= 0; numbered--) {
        if (grid_match(to, &import, names, tights, COUNT, &t))
            fail_msg("%s", t.text);
        for (unsigned r = 0; r < COUNT; r++) {
            assert_int_equal(to[r], r);
            import.rows[r].number = 0;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_find_their_condition),
        cmocka_unit_test(rows_that_fit_none_or_several_are_named),
        cmocka_unit_test(a_full_set_of_numbers_decides),
        cmocka_unit_test(a_number_given_twice_leaves_it_to_the_labels),
        cmocka_unit_test(the_published_labels_all_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
