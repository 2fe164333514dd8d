#include "link/code.h"
#include "link/seeded.h"
#include "testing.h"

static void draws_every_symbol_equally_often(void **state)
{
    (void)state;
    enum { CODES = 20000 };
    uint64_t seed = 1;
    struct link_random random = seeded(&seed);
    size_t seen[CODE_LENGTH][LINK_ALPHABET_LENGTH] = {0};

    for (int i = 0; i < CODES; i++) {
        char code[LINK_CODE_SIZE];
        link_code_make(code, NULL, &random);
        for (size_t at = 0; at < CODE_LENGTH; at++) {
            const char *symbol = strchr(LINK_ALPHABET, code[at]);
            assert_non_null(symbol);
            seen[at][symbol - LINK_ALPHABET]++;
        }
    }
    /* 800 expected; the standard deviation is 28. Taking a byte modulo 25 without drawing again
     * would give six symbols 859. */
    for (size_t symbol = 0; symbol < LINK_ALPHABET_LENGTH; symbol++) {
        size_t sum = 0;
        for (size_t at = 0; at < CODE_LENGTH; at++) {
            assert_in_range(seen[at][symbol], 660, 940);
            sum += seen[at][symbol];
        }
        assert_in_range(sum, 6400 - 320, 6400 + 320); /* four deviations of 78 */
    }
}

static void keeps_a_given_selector(void **state)
{
    (void)state;
    uint64_t seed = 2;
    struct link_random random = seeded(&seed);
    char code[LINK_CODE_SIZE], other[LINK_CODE_SIZE];
    link_code_make(code, "KT", &random);
    link_code_make(other, "KT", &random);
    assert_memory_equal(code, "KT", 2);
    assert_int_equal(strlen(code), CODE_LENGTH);
    assert_string_not_equal(code, other);
}

static void reads_what_people_type(void **state)
{
    (void)state;
    static const char *const same[] = {"KTRM7XPD", "ktrm 7xpd", " KTRM-7XPD ", "k-t-r-m 7 x p d"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        struct link_code_typed typed;
        assert_true(link_code_read(&typed, same[i]));
        assert_string_equal(typed.symbols, "KTRM7XPD");
        assert_false(typed.odd);
    }
}

static void points_at_what_no_code_contains(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length, odd_at;
    } rows[] = {
        {"KTR0", 3, 3},         {"kt 1", 2, 3},          {"B", 0, 0},
        {"KTRM 7XPD A", 8, 10}, {"KTRM-\xC3\xA9", 4, 5}, {"KTRM/7XPD", 4, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct link_code_typed typed;
        assert_false(link_code_read(&typed, rows[i].text));
        assert_true(typed.odd);
        assert_int_equal(typed.length, rows[i].length);
        assert_int_equal(typed.odd_at, rows[i].odd_at);
    }
}

static void waits_for_the_rest(void **state)
{
    (void)state;
    struct link_code_typed typed;
    assert_false(link_code_read(&typed, ""));
    assert_false(typed.odd);
    assert_false(link_code_read(&typed, "ktrm 7xp"));
    assert_false(typed.odd);
    assert_int_equal(typed.length, 7);
    assert_string_equal(typed.symbols, "KTRM7XP");
}

static void shows_two_groups(void **state)
{
    (void)state;
    char shown[LINK_CODE_SHOWN_SIZE];
    link_code_show(shown, "KTRM7XPD");
    assert_string_equal(shown, "KTRM 7XPD");
}

static void numbers_each_selector(void **state)
{
    (void)state;
    int number = 0;
    for (size_t a = 0; a < LINK_ALPHABET_LENGTH; a++)
        for (size_t b = 0; b < LINK_ALPHABET_LENGTH; b++)
            assert_int_equal(link_code_selector((char[]){LINK_ALPHABET[a], LINK_ALPHABET[b]}),
                             number++);
    assert_int_equal(number, LINK_SELECTORS);
    assert_int_equal(link_code_selector("K0"), -1);
    assert_int_equal(link_code_selector(""), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_every_symbol_equally_often),
        cmocka_unit_test(keeps_a_given_selector),
        cmocka_unit_test(reads_what_people_type),
        cmocka_unit_test(points_at_what_no_code_contains),
        cmocka_unit_test(waits_for_the_rest),
        cmocka_unit_test(shows_two_groups),
        cmocka_unit_test(numbers_each_selector),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
