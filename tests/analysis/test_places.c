#include "analysis/places.h"
#include "analysis/grids.h"
#include "testing.h"

/* Places with ties, against what they must be for any values. */

static void places_share_and_skip(void **state)
{
    (void)state;
    static const uint32_t value[OPTIONS_MAX + 1] = {0, 5, 9, 5, 2, 0, 2, 2};
    static const uint8_t wanted[] = {0, 2, 1, 2, 4, 7, 4, 4}, shown[] = {2, 1, 3, 4, 6, 7, 5};
    uint8_t place[OPTIONS_MAX + 1], order[OPTIONS_MAX];
    bool tied[OPTIONS_MAX + 1];
    analysis_places(place, value, 7);
    analysis_ties(tied, place, 7);
    analysis_order(order, place, 7);
    for (unsigned i = 1; i <= 7; i++) {
        assert_int_equal(place[i], wanted[i]);
        assert_int_equal(tied[i], i != 2 && i != 5);
        assert_int_equal(order[i - 1], shown[i - 1]);
    }
}

/* Each place is told from the sorted values: the first at which the value stands. */
static void places_are_those_of_the_sorted_values(void **state)
{
    (void)state;
    uint64_t dice = 5;
    for (int round = 0; round < 5000; round++) {
        uint32_t value[OPTIONS_MAX + 1] = {0}, sorted[OPTIONS_MAX];
        uint8_t place[OPTIONS_MAX + 1], order[OPTIONS_MAX];
        bool tied[OPTIONS_MAX + 1];
        uint8_t count = (uint8_t)draw_below(&dice, OPTIONS_MAX + 1);
        uint32_t most = 1 + draw_below(&dice, 40);
        for (unsigned i = 0; i < count; i++) {
            unsigned at = i;
            value[i + 1] = draw_below(&dice, most);
            for (; at > 0 && sorted[at - 1] < value[i + 1]; at--)
                sorted[at] = sorted[at - 1];
            sorted[at] = value[i + 1];
        }
        analysis_places(place, value, count);
        analysis_ties(tied, place, count);
        analysis_order(order, place, count);
        for (unsigned i = 0; i < count; i++) {
            unsigned first = 0, alike = 0;
            while (sorted[first] != value[i + 1])
                first++;
            for (unsigned j = 0; j < count; j++)
                alike += sorted[j] == value[i + 1];
            assert_int_equal(place[i + 1], first + 1);
            assert_int_equal(tied[i + 1], alike > 1);
            assert_int_equal(value[order[i]], sorted[i]);
            assert_true(i == 0 || sorted[i] != sorted[i - 1] || order[i] > order[i - 1]);
        }
    }
}

static void ratios_round_halves_up(void **state)
{
    (void)state;
    assert_int_equal(analysis_ratio(0, 0, 1000), 0);
    assert_int_equal(analysis_ratio(1, 3, 1000), 333);
    assert_int_equal(analysis_ratio(2, 3, 1000), 667);
    assert_int_equal(analysis_ratio(1, 16, 1000), 63); /* 62.5 */
    assert_int_equal(analysis_ratio(7, 7, 1000), 1000);
    assert_int_equal(analysis_ratio(9, 2, 100), 450);
    assert_int_equal(analysis_ratio(UINT32_MAX, UINT32_MAX, 1000), 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_share_and_skip),
        cmocka_unit_test(places_are_those_of_the_sorted_values),
        cmocka_unit_test(ratios_round_halves_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
