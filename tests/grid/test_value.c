#include "grid/grid_fold.h"
#include "grid/grid_value.h"

#include <stdio.h>

#include "grid/grid_table.h"
#include "testing.h"

static void ratings_are_whole_numbers_from_1_to_10(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int rating;
    } cases[] = {
        {"1", 1},    {"10", 10},   {"", 0},     {"-", 0},
        {"–", 0},    {"—", 0},     {"07", 7},   {"6.0", 6},
        {"6,00", 6}, {"10.0", 10}, {"0", -1},   {"00", -1},
        {"11", -1},  {"100", -1},  {"5.5", -1}, {"6.", -1},
        {"x", -1},   {"5x", -1},   {"1e3", -1}, {"+5", -1},
        {"-5", -1},  {"--", -1},   {"5 5", -1}, {".5", -1},
        {"0x5", -1}, {"6.01", -1}, {"٥", -1},   {"99999999999999999999999999", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(grid_value_rating(cases[i].text), cases[i].rating);
}

static void figures_are_known_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        enum grid_figure which;
    } cases[] = {
        {"Total", GRID_TOTAL},
        {"TOTAL", GRID_TOTAL},
        {"cfs total", GRID_TOTAL},
        {"CFS Total:", GRID_TOTAL},
        {"Sum", GRID_TOTAL},
        {"Average", GRID_AVERAGE},
        {"CFS average", GRID_AVERAGE},
        {"mean", GRID_AVERAGE},
        {"KSF Average", GRID_AVERAGE},
        {"Totality", GRID_FIGURE_COUNT},
        {"Average Road", GRID_FIGURE_COUNT},
        {"", GRID_FIGURE_COUNT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(grid_value_figure(cases[i].heading), cases[i].which);
}

static void figures_agree_at_the_precision_printed(void **state)
{
    (void)state;
    static const struct {
        const char *printed;
        enum grid_figure which;
        uint32_t total, counted;
        bool agrees;
        const char *computed;
    } cases[] = {
        {"59", GRID_TOTAL, 59, 10, true, "59"},
        {"59.0", GRID_TOTAL, 59, 10, true, "59"},
        {"58", GRID_TOTAL, 59, 10, false, "59"},
        {"59.4", GRID_TOTAL, 59, 10, false, "59"},
        {"0", GRID_TOTAL, 0, 0, true, "0"},
        {"6", GRID_AVERAGE, 59, 10, true, "5.9"},
        {"5,9", GRID_AVERAGE, 59, 10, true, "5.9"},
        {"5.90", GRID_AVERAGE, 59, 10, true, "5.90"},
        {"5", GRID_AVERAGE, 59, 10, false, "5.9"},
        {"5.1", GRID_AVERAGE, 45, 10, false, "4.5"},
        {"5", GRID_AVERAGE, 45, 10, true, "4.5"}, /* halves up */
        {"4", GRID_AVERAGE, 45, 10, false, "4.5"},
        {"4", GRID_AVERAGE, 89, 20, true, "4.5"}, /* 4.45 is nearer to 4 */
        {"4.5", GRID_AVERAGE, 89, 20, true, "4.5"},
        {"4.4", GRID_AVERAGE, 89, 20, false, "4.5"},
        {"4.67", GRID_AVERAGE, 14, 3, true, "4.67"},
        {"4.66", GRID_AVERAGE, 14, 3, false, "4.67"},
        {"4.666666666666667", GRID_AVERAGE, 14, 3, true, "4.666666666667"},
        {"4.6666666666665", GRID_AVERAGE, 14, 3, true, "4.666666666667"},
        {"4.333333333333333", GRID_AVERAGE, 13, 3, true, "4.333333333333"},
        {"4.333333333333999", GRID_AVERAGE, 13, 3, false, "4.333333333333"},
        {"", GRID_AVERAGE, 13, 3, true, "4.3"},
        {"–", GRID_AVERAGE, 13, 3, true, "4.3"},
        {"n/a", GRID_AVERAGE, 13, 3, false, "4.3"},
        {"4.3.3", GRID_AVERAGE, 13, 3, false, "4.3"},
        {"4.", GRID_AVERAGE, 12, 3, false, "4.0"},
        {"-4", GRID_AVERAGE, 12, 3, false, "4.0"},
        {"18446744073709551620", GRID_AVERAGE, 12, 3, false, "4.0"},
        {"#DIV/0!", GRID_AVERAGE, 0, 0, true, "–"},
        {"0.0", GRID_AVERAGE, 0, 0, true, "–"},
        {"3", GRID_AVERAGE, 0, 0, false, "–"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char computed[GRID_PRINTED_SIZE];
        bool agrees = grid_value_agrees(computed, cases[i].printed, cases[i].which, cases[i].total,
                                        cases[i].counted);
        if (agrees != cases[i].agrees)
            fail_msg("\"%s\" against %u of %u", cases[i].printed, (unsigned)cases[i].total,
                     (unsigned)cases[i].counted);
        assert_string_equal(computed, cases[i].computed);
    }
}

/* printed / 100 is the half-up rounding of total / counted exactly when
 * printed - 1/2 <= 100 * total / counted < printed + 1/2, multiplied by 2 * counted. */
static void every_two_decimal_average_agrees_with_the_nearest_only(void **state)
{
    (void)state;
    for (uint32_t counted = 1; counted <= 24; counted++) {
        for (uint32_t total = counted; total <= counted * RATING_MAX; total++) {
            int64_t near = (int64_t)total * 100 / counted;
            for (int64_t p = near - 2; p <= near + 2; p++) {
                char printed[32], computed[GRID_PRINTED_SIZE];
                snprintf(printed, sizeof printed, "%d.%02d", (int)(p / 100), (int)(p % 100));
                bool nearest = (2 * p - 1) * counted <= 200 * (int64_t)total &&
                               200 * (int64_t)total < (2 * p + 1) * counted;
                assert_int_equal(grid_value_agrees(computed, printed, GRID_AVERAGE, total, counted),
                                 nearest);
            }
        }
    }
}

static void folding_keeps_words(void **state)
{
    (void)state;
    char to[GRID_FOLDED_SIZE];
    grid_fold_words(to, "  St. Élan’s — PRIMARY (Year 4) ");
    assert_string_equal(to, "st elan s primary year 4");
    grid_fold_words(to, "★ !");
    assert_string_equal(to, "");
    grid_fold_name(to, "St. STRAẞE ★");
    assert_string_equal(to, "st. strasse ★");
}

static void columns_have_letters(void **state)
{
    (void)state;
    static const struct {
        uint32_t column;
        const char *letters;
    } cases[] = {{0, "A"},   {25, "Z"},   {26, "AA"},   {51, "AZ"},
                 {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {1048576, "BGQCW"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char to[GRID_LETTERS_SIZE];
        grid_column_letters(to, cases[i].column);
        assert_string_equal(to, cases[i].letters);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratings_are_whole_numbers_from_1_to_10),
        cmocka_unit_test(figures_are_known_in_any_case),
        cmocka_unit_test(figures_agree_at_the_precision_printed),
        cmocka_unit_test(every_two_decimal_average_agrees_with_the_nearest_only),
        cmocka_unit_test(folding_keeps_words),
        cmocka_unit_test(columns_have_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
