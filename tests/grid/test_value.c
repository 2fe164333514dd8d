#include "grid/grid_fold.h"
#include "grid/grid_heading.h"
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
        {"1", 1},
        {"10", 10},
        {"", 0},
        {"-", 0},
        {"N/A", 0},
        {"n.a.", 0},
        {"Not rated", 0},
        {"–", 0},
        {"—", 0},
        {"07", 7},
        {"6.0", 6},
        {"6,00", 6},
        {"10.0", 10},
        {"0", -1},
        {"00", -1},
        {"11", -1},
        {"100", -1},
        {"5.5", -1},
        {"6.", -1},
        {"x", -1},
        {"5x", -1},
        {"1e3", -1},
        {"+5", -1},
        {"-5", -1},
        {"--", -1},
        {"5 5", -1},
        {".5", -1},
        {"0x5", -1},
        {"6.01", -1},
        {"٥", -1},
        {"99999999999999999999999999", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(grid_value_rating(cases[i].text), cases[i].rating);
}

static void headings_are_known_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum grid_heading heading;
    } cases[] = {
        {"Total", GRID_HEADING_TOTAL},
        {"TOTAL", GRID_HEADING_TOTAL},
        {"cfs total", GRID_HEADING_TOTAL},
        {"CFS Total:", GRID_HEADING_TOTAL},
        {"Sum", GRID_HEADING_TOTAL},
        {"Average", GRID_HEADING_AVERAGE},
        {"CFS average", GRID_HEADING_AVERAGE},
        {"mean", GRID_HEADING_AVERAGE},
        {"KSF Average", GRID_HEADING_AVERAGE},
        {"Where we are now", GRID_HEADING_NOW},
        {"By when?", GRID_HEADING_MONTHS},
        {"Where we want to be", GRID_HEADING_TARGET},
        {"Agreed?", GRID_HEADING_STATE},
        {"Why", GRID_HEADING_NOTE},
        {"School", GRID_HEADING_SCHOOL},
        {"Condition for success", GRID_HEADING_CONDITION},
        {"Condition id", GRID_HEADING_ID},
        {"No.", GRID_HEADING_NUMBER},
        {"Totality", GRID_HEADING_NONE},
        {"Average Road", GRID_HEADING_NONE},
        {"", GRID_HEADING_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (grid_heading_of(cases[i].text) != cases[i].heading)
            fail_msg("%s", cases[i].text);
}

static void headings_may_end_with_what_they_are_of(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name;
        enum grid_heading heading;
    } cases[] = {
        {"Ashby goal", "Ashby", GRID_HEADING_TARGET},
        {"Ashby: where we want to be", "Ashby", GRID_HEADING_TARGET},
        {"St Mary's (by when)", "St Mary's", GRID_HEADING_MONTHS},
        {"Ashby – now", "Ashby", GRID_HEADING_NOW},
        {"Ashby", "", GRID_HEADING_NONE},
        {"goal", "", GRID_HEADING_NONE},
        {"Ashby total", "", GRID_HEADING_NONE},
        {"Goal Ashby", "", GRID_HEADING_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        if (grid_heading_ending(cases[i].text, &length) != cases[i].heading ||
            length != strlen(cases[i].name))
            fail_msg("%s: %zu", cases[i].text, length);
    }
    assert_string_equal(grid_heading_school("School: Ashby"), "Ashby");
    assert_string_equal(grid_heading_school("Name of school"), "");
    assert_null(grid_heading_school("Schools of Ashby"));
    assert_null(grid_heading_school("Ashby: School"));
}

static void periods_are_months(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int months;
    } cases[] = {
        {"12", 12},
        {"12 months", 12},
        {"1 year", 12},
        {"2 yrs", 24},
        {"18 m", 18},
        {"18m", 18},
        {"12,0", 12},
        {"1 Month", 1},
        {"10 years", 120},
        {"120", 120},
        {"", 0},
        {"–", 0},
        {"n/a", 0},
        {"0", -1},
        {"121", -1},
        {"11 years", -1},
        {"soon", -1},
        {"6.5", -1},
        {"12 weeks", -1},
        {"99999999999", -1},
        {"July 2010", GRID_A_DATE},
        {"2010", GRID_A_DATE},
        {"1.7.2010", GRID_A_DATE},
        {"01/07/10", GRID_A_DATE},
        {"07/10", GRID_A_DATE},
        {"2010-07-01", GRID_A_DATE},
        {"1. Okt", GRID_A_DATE},
        {"by Sept", GRID_A_DATE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (grid_value_months(cases[i].text) != cases[i].months)
            fail_msg("%s: %d", cases[i].text, grid_value_months(cases[i].text));
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
        cmocka_unit_test(headings_are_known_in_any_case),
        cmocka_unit_test(headings_may_end_with_what_they_are_of),
        cmocka_unit_test(periods_are_months),
        cmocka_unit_test(figures_agree_at_the_precision_printed),
        cmocka_unit_test(every_two_decimal_average_agrees_with_the_nearest_only),
        cmocka_unit_test(folding_keeps_words),
        cmocka_unit_test(columns_have_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
