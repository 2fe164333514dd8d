#include "analysis/standing.h"
#include "analysis/summary.h"
#include "analysis/grids.h"
#include "testing.h"

/* Again, by thresholds instead of places: what is at least as good as some value `t` is a choice;
 * all choices there are, and of them the one wanted. */
static unsigned choose_by_thresholds(bool chosen[CONDITIONS_MAX], const uint16_t *values,
                                     unsigned count, unsigned want, unsigned least, bool lowest)
{
    bool can[CONDITIONS_MAX + 1] = {false};
    for (unsigned t = 0; t < count; t++) {
        unsigned size = 0;
        for (unsigned i = 0; i < count; i++)
            size += lowest ? values[i] <= values[t] : values[i] >= values[t];
        can[size] = true;
    }
    unsigned half = count / 2, take = 0;
    want = want < half ? want : half;
    least = least < want ? least : want;
    for (unsigned n = 1; n < least; n++)
        take = can[n] ? n : take; /* worst of all: fewer than wished */
    for (unsigned n = half; n > want; n--)
        take = can[n] ? n : take;
    for (unsigned n = least; n > 0 && n <= want; n++)
        take = can[n] ? n : take;
    for (unsigned i = 0; i < count; i++) {
        unsigned better = 0;
        for (unsigned j = 0; j < count; j++)
            better += lowest ? values[j] < values[i] : values[j] > values[i];
        chosen[i] = better < take;
    }
    return take;
}

static void agrees(const uint16_t *values, uint8_t count, uint8_t want, uint8_t least, bool lowest)
{
    uint8_t places[CONDITIONS_MAX];
    bool expected[CONDITIONS_MAX] = {false}, got[CONDITIONS_MAX] = {false};
    uint8_t n = analysis_stand_out(places, values, count, want, least, lowest);
    unsigned m = choose_by_thresholds(expected, values, count, want, least, lowest);
    assert_int_equal(n, m);
    for (uint8_t i = 0; i < n; i++) {
        got[places[i]] = true;
        if (i > 0 && values[places[i - 1]] == values[places[i]])
            assert_true(places[i - 1] < places[i]);
        else if (i > 0)
            assert_true(lowest == (values[places[i - 1]] < values[places[i]]));
    }
    assert_memory_equal(got, expected, sizeof got);
}

static void choices_agree_with_thresholds(void **state)
{
    (void)state;
    uint64_t dice = 11;
    for (int i = 0; i < 60000; i++) {
        uint16_t values[CONDITIONS_MAX];
        uint8_t count = (uint8_t)draw_below(&dice, CONDITIONS_MAX + 1);
        uint32_t width = 1 + draw_below(&dice, draw_below(&dice, 2) ? 5 : 100);
        for (uint8_t j = 0; j < count; j++)
            values[j] = (uint16_t)draw_below(&dice, width);
        agrees(values, count, 2, 2, false);
        agrees(values, count, 4, 3, true);
    }
}

static void what_is_alike_everywhere_does_not_stand_out(void **state)
{
    (void)state;
    static const uint16_t alike[10] = {50, 50, 50, 50, 50, 50, 50, 50, 50, 50};
    uint8_t chosen[CONDITIONS_MAX];
    for (uint8_t count = 0; count <= 10; count++)
        assert_int_equal(analysis_stand_out(chosen, alike, count, 2, 2, false), 0);
}

static void the_published_averages(void **state)
{
    (void)state;
    static const uint16_t averages[10] = {61, 47, 45, 53, 50, 49, 64, 54, 42, 32};
    static const uint8_t well[] = {6, 0}, priority[] = {9, 8, 2, 1};
    uint8_t chosen[CONDITIONS_MAX];
    assert_int_equal(analysis_stand_out(chosen, averages, 10, 2, 2, false), 2);
    assert_memory_equal(chosen, well, sizeof well);
    assert_int_equal(analysis_stand_out(chosen, averages, 10, 4, 3, true), 4);
    assert_memory_equal(chosen, priority, sizeof priority);
}

/* Three where the fourth is as the fifth; five where the third is as the fifth as well. */
static void ties_are_not_broken(void **state)
{
    (void)state;
    static const uint16_t three[10] = {10, 20, 30, 40, 40, 50, 50, 60, 60, 70};
    static const uint16_t five[10] = {10, 20, 30, 30, 30, 50, 50, 60, 60, 70};
    static const uint16_t one[10] = {10, 20, 20, 20, 20, 20, 20, 60, 60, 70};
    uint8_t chosen[CONDITIONS_MAX];
    assert_int_equal(analysis_stand_out(chosen, three, 10, 4, 3, true), 3);
    assert_int_equal(analysis_stand_out(chosen, five, 10, 4, 3, true), 5);
    assert_int_equal(analysis_stand_out(chosen, one, 10, 4, 3, true), 1);
}

static void what_is_general_and_what_the_las(void **state)
{
    (void)state;
    static const struct {
        uint32_t low, medium, high;
        unsigned average;
        bool general, la;
    } cases[] = {
        {0, 0, 0, 0, false, false},  {2, 0, 0, 20, false, false}, /* two are just two */
        {2, 1, 0, 30, true, true},   {2, 0, 1, 34, true, false},
        {6, 4, 0, 32, false, true}, /* impact measurement as published */
        {6, 4, 0, 35, false, false}, {5, 5, 0, 34, false, false},
        {0, 0, 3, 90, true, false},  {0, 1, 9, 90, false, false},
        {128, 0, 0, 10, true, true}, {85, 43, 0, 30, false, true},
        {86, 42, 0, 30, true, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(analysis_is_general(cases[i].low, cases[i].medium, cases[i].high),
                         cases[i].general);
        assert_int_equal(
            analysis_is_for_la(cases[i].low, cases[i].medium, cases[i].high, cases[i].average),
            cases[i].la);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choices_agree_with_thresholds),
        cmocka_unit_test(what_is_alike_everywhere_does_not_stand_out),
        cmocka_unit_test(the_published_averages),
        cmocka_unit_test(ties_are_not_broken),
        cmocka_unit_test(what_is_general_and_what_the_las),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
