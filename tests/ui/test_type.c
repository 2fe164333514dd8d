#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "ui/type.h"

/* With fixed metrics a character of MEDIUM(20) is 12 wide and a space 6. */
static const struct type_metrics *const m = &type_fixed_metrics;

static void the_scale(void **state)
{
    (void)state;
    static const int expected[][2] = {{16, 18}, {20, 21}, {24, 25}, {28, 28},  {36, 35},
                                      {48, 46}, {64, 59}, {96, 87}, {144, 128}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(type_on_scale(expected[i][0]));
        assert_int_equal(type_line(expected[i][0]), expected[i][0] + 8);
        assert_int_equal(type_baseline(expected[i][0]), expected[i][1]);
    }
    assert_false(type_on_scale(18));
    assert_int_equal(type_pixels(28, 0.7111), 20);
    assert_int_equal(type_pixels(16, 0.01), 1);
}

static void figures_stand_in_columns(void **state)
{
    (void)state;
    struct type type = SEMIBOLD(48);
    type.tabular = true;
    assert_int_equal(type_digit_advance(WEIGHT_SEMIBOLD, 48), 32);
    /* Four digits of 32, and a colon as wide as it is. */
    assert_int_equal((int)type_width(m, 1, type, "11:11", 5), 4 * 32 + 29);
    assert_int_equal((int)type_width(m, 1, type, "88:88", 5), 4 * 32 + 29);
}

/* The lines of a wrapped text, joined by "|", an ellipsis as "...". */
static const char *wrapped(double width, int most, enum wrap how, const char *text)
{
    static char out[512];
    struct type_lines lines;
    size_t used = 0;
    type_wrap(&lines, m, 1, MEDIUM(20), width, most, how, text);
    out[0] = '\0';
    for (int i = 0; i < lines.count; i++)
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s", i ? "|" : "",
                                 (int)lines.line[i].length, text + lines.line[i].start);
    if (lines.ellipsis)
        snprintf(out + used, sizeof out - used, "...");
    return out;
}

static void wrapping(void **state)
{
    (void)state;
    assert_string_equal(wrapped(100, 4, WRAP_GREEDY, ""), "");
    assert_string_equal(wrapped(1000, 4, WRAP_GREEDY, "one line"), "one line");
    assert_string_equal(wrapped(120, 4, WRAP_GREEDY, "aaaa bbbb cccc dd"), "aaaa bbbb|cccc dd");
    assert_string_equal(wrapped(120, 4, WRAP_GREEDY, "  spaced   out  "), "spaced|out");
    assert_string_equal(wrapped(500, 4, WRAP_GREEDY, "first\nsecond"), "first|second");
    /* A word wider than the line is broken; nothing is lost. */
    assert_string_equal(wrapped(60, 4, WRAP_GREEDY, "abcdefghijk"), "abcde|fghij|k");
    /* Too narrow for any letter still moves on. */
    assert_string_equal(wrapped(1, 4, WRAP_GREEDY, "abc"), "a|b|c");
}

static void balance_leaves_no_lone_word(void **state)
{
    (void)state;
    const char *text = "seen where we stand on the ten conditions so far";
    assert_string_equal(wrapped(480, 4, WRAP_GREEDY, text),
                        "seen where we stand on the ten conditions so|far");
    assert_string_equal(wrapped(480, 4, WRAP_BALANCED, text),
                        "seen where we stand on|the ten conditions so far");
}

static void what_does_not_fit_is_cut(void **state)
{
    (void)state;
    assert_string_equal(wrapped(120, 2, WRAP_GREEDY, "aaaa bbbb cccc dddd eeee"),
                        "aaaa bbbb|cccc dddd...");
    assert_string_equal(wrapped(120, 1, WRAP_GREEDY, "aaaa bbbb cccc"), "aaaa bbbb...");
    assert_int_equal(type_fit(m, 1, MEDIUM(20), 120, "abcdefghijklm"), 9);
    assert_int_equal(type_fit(m, 1, MEDIUM(20), 120, "abcdefghij"), 10);
}

static void letters_stay_whole(void **state)
{
    (void)state;
    /* e with a combining acute, twice; each is 2 characters to the fixed metrics (24 wide). */
    const char *text = "e\xCC\x81"
                       "e\xCC\x81"
                       "e\xCC\x81";
    assert_int_equal(type_fit(m, 1, MEDIUM(20), 50, text), 3);
    struct type_lines lines;
    type_wrap(&lines, m, 1, MEDIUM(20), 30, 8, WRAP_GREEDY, text);
    assert_int_equal(lines.count, 3);
    assert_int_equal(lines.line[1].start, 3);
}

static void a_very_long_text_is_quick(void **state)
{
    (void)state;
    enum { LONG = 20000 };
    char *text = malloc(LONG + 1);
    assert_non_null(text);
    for (int i = 0; i < LONG; i++)
        text[i] = i % 7 == 6 ? ' ' : 'x';
    text[LONG] = '\0';
    struct type_lines lines;
    type_wrap(&lines, m, 1, MEDIUM(20), 600, 16, WRAP_BALANCED, text);
    assert_int_equal(lines.count, 16);
    assert_true(lines.ellipsis);
    assert_true(lines.width <= 600);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scale),
        cmocka_unit_test(figures_stand_in_columns),
        cmocka_unit_test(wrapping),
        cmocka_unit_test(balance_leaves_no_lone_word),
        cmocka_unit_test(what_does_not_fit_is_cut),
        cmocka_unit_test(letters_stay_whole),
        cmocka_unit_test(a_very_long_text_is_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
