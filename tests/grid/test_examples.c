#include "analysis/summary.h"
#include "grid/grid_csv.h"

#include "testing.h"

#define EXAMPLES TEST_SOURCE_DIR "/../../assets/examples/"

static struct grid_import import;

static void read_example(const char *path)
{
    struct trouble t;
    if (grid_read_file(&import, path, NULL, &t))
        fail_msg("%s", t.text);
    assert_int_equal(import.school_count, 10);
    assert_int_equal(import.row_count, 10);
    for (unsigned r = 0; r < 10; r++)
        assert_int_equal(import.rows[r].number, r + 1);
}

static void assert_totals(const uint32_t totals[10])
{
    for (size_t r = 0; r < 10; r++) {
        struct analysis_summary s;
        uint8_t cells[SCHOOLS_MAX];
        for (unsigned i = 0; i < import.school_count; i++)
            cells[i] = import.ratings[r][i].figure.now;
        analysis_summarise(&s, cells, import.school_count);
        assert_int_equal(s.total, totals[r]);
        assert_int_equal(s.average_tenths, totals[r]); /* of ten schools */
    }
}

/* The published tool prints three totals, and with them three averages, that its cells deny. */
static void the_tool_grid_has_three_wrong_totals_and_averages(void **state)
{
    (void)state;
    read_example(EXAMPLES "tool-example-grid.csv");
    assert_totals((const uint32_t[]){61, 47, 45, 53, 50, 49, 64, 54, 42, 32});
    static const char *const expected[6][3] = {
        {"Alignment with LA", "51", "45"},
        {"Alignment with LA", "5.1", "4.5"},
        {"Partnership working", "55", "50"},
        {"Partnership working", "5.5", "5.0"},
        {"Integrated multi-agency training", "45", "49"},
        {"Integrated multi-agency training", "4.5", "4.9"},
    };
    assert_int_equal(import.contradiction_count, 6);
    for (unsigned i = 0; i < 6; i++) {
        const struct grid_contradiction *c = &import.contradictions[i];
        assert_string_equal(c->row, expected[i][0]);
        assert_string_equal(c->printed, expected[i][1]);
        assert_string_equal(c->computed, expected[i][2]);
        assert_int_equal(c->which, i % 2 ? GRID_AVERAGE : GRID_TOTAL);
    }
    assert_int_equal(import.contradictions[0].row_number, 4);
}

/* The training slides leave school A out of every total; their averages are right, rounded. */
static void the_slides_grid_has_ten_wrong_totals(void **state)
{
    (void)state;
    static const char *const printed[] = {"59", "45", "43", "48", "46",
                                          "47", "59", "51", "40", "29"};
    read_example(EXAMPLES "module-2-example-grid.csv");
    assert_int_equal(import.contradiction_count, 10);
    for (unsigned i = 0; i < 10; i++) {
        assert_int_equal(import.contradictions[i].which, GRID_TOTAL);
        assert_int_equal(import.contradictions[i].row_number, i + 2);
        assert_string_equal(import.contradictions[i].printed, printed[i]);
    }
}

static void riverside_is_right_and_only_proposed(void **state)
{
    (void)state;
    read_example(EXAMPLES "riverside.csv");
    assert_totals((const uint32_t[]){61, 47, 45, 53, 50, 49, 64, 54, 42, 32});
    assert_int_equal(import.contradiction_count, 0);
    assert_string_equal(import.schools[0], "Ashby");
    assert_string_equal(import.schools[9], "Juniper");
    for (unsigned s = 0; s < 10; s++)
        assert_false(import.ratings[0][s].agreed);
}

static void files_that_are_not_there_are_named(void **state)
{
    (void)state;
    struct trouble t;
    assert_int_equal(grid_read_file(&import, EXAMPLES "no-such.csv", NULL, &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "no-such.csv"));
    assert_int_equal(grid_read_file(&import, EXAMPLES, NULL, &t), ERROR_IO);
    assert_non_null(strstr(t.text, "could not be read"));
    assert_int_equal(import.school_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tool_grid_has_three_wrong_totals_and_averages),
        cmocka_unit_test(the_slides_grid_has_ten_wrong_totals),
        cmocka_unit_test(riverside_is_right_and_only_proposed),
        cmocka_unit_test(files_that_are_not_there_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
