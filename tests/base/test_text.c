#include "base/error.h"
#include "base/text.h"
#include "testing.h"

static enum text_fault take(char *to, size_t size, size_t visible, const char *from)
{
    return text_take(to, size, visible, from, strlen(from));
}

static void trims_and_folds_white_space(void **state)
{
    (void)state;
    char to[32];
    assert_int_equal(take(to, sizeof to, 0, "  Ashby \t\n\xC2\xA0 school "), TEXT_FINE);
    assert_string_equal(to, "Ashby school");
    assert_true(text_is_clean(to));
    assert_int_equal(take(to, sizeof to, 0, " \r\n "), TEXT_EMPTY);
}

/* They would keep a PDF from being written, and a workbook from being opened. */
static void leaves_out_what_is_no_character(void **state)
{
    (void)state;
    char to[32];
    static const char text[] = "Ash\xEF\xBF\xBE"
                               "by\xEF\xBF\xBF \xEF\xB7\x90\xF0\x9F\xBF\xBF";
    assert_int_equal(take(to, sizeof to, 0, text), TEXT_FINE);
    assert_string_equal(to, "Ash by");
    assert_false(text_is_clean("\xEF\xBF\xBF"));
    assert_int_equal(text_typed(to, sizeof to, "\xEF\xBF\xBF", 3), 1);
    assert_int_equal(take(to, sizeof to, 0, "\xEF\xBF\xBD"), TEXT_FINE); /* the mark for one */
}

static void composes(void **state)
{
    (void)state;
    char to[8];
    assert_int_equal(take(to, sizeof to, 0, "e\xCC\x81"), TEXT_FINE);
    assert_string_equal(to, "\xC3\xA9");
}

static void refuses_broken_utf8(void **state)
{
    (void)state;
    char to[16];
    assert_int_equal(take(to, sizeof to, 0, "\xC3("), TEXT_NOT_UTF8);
    assert_int_equal(take(to, sizeof to, 0, "\xED\xA0\x80"), TEXT_NOT_UTF8); /* a surrogate */
    assert_int_equal(take(to, sizeof to, 0, "abc\xF0\x9F"), TEXT_NOT_UTF8);
    assert_string_equal(to, "");
    assert_false(text_is_clean("\xFF"));
}

static void refuses_what_does_not_fit(void **state)
{
    (void)state;
    char to[4], huge[10001];
    memset(huge, 'x', 10000);
    huge[10000] = '\0';
    assert_int_equal(take(to, sizeof to, 0, "abc"), TEXT_FINE);
    assert_int_equal(take(to, sizeof to, 0, "abcd"), TEXT_LONG);
    assert_int_equal(take(to, sizeof to, 0, huge), TEXT_LONG);
    assert_int_equal(take(to, sizeof to, 2, "abc"), TEXT_LONG);
}

static void counts_what_people_see(void **state)
{
    (void)state;
    assert_int_equal(text_visible("caf\xC3\xA9"), 4);
    /* a family of four joined by zero-width joiners is one picture */
    assert_int_equal(text_visible("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"), 1);
}

static void cuts_between_characters(void **state)
{
    (void)state;
    assert_int_equal(text_whole("a\xC3\xA9", 2), 1);
    assert_int_equal(text_whole("a\xC3\xA9", 3), 3);
    char to[3];
    text_copy(to, sizeof to, "a\xC3\xA9");
    assert_string_equal(to, "a");
    struct trouble t;
    assert_int_equal(trouble_set(&t, ERROR_FORMAT, "line %d", 3), ERROR_FORMAT);
    assert_string_equal(t.text, "line 3");
}

static void orders_names_as_people_do(void **state)
{
    (void)state;
    assert_true(text_order("ashby", "Birch") < 0);
    assert_true(text_order("\xC3\x89lan", "Fern") < 0);
    assert_true(text_order("Fern", "fern") != 0);
}

static void the_first_letter_with_a_direction_decides(void **state)
{
    (void)state;
    assert_true(text_leftward("هذا"));
    assert_true(text_leftward("1. שלום, all"));
    assert_false(text_leftward("All: שלום"));
    assert_false(text_leftward("12 + 3"));
    assert_false(text_leftward(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_letter_with_a_direction_decides),
        cmocka_unit_test(trims_and_folds_white_space),
        cmocka_unit_test(leaves_out_what_is_no_character),
        cmocka_unit_test(composes),
        cmocka_unit_test(refuses_broken_utf8),
        cmocka_unit_test(refuses_what_does_not_fit),
        cmocka_unit_test(counts_what_people_see),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(orders_names_as_people_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
