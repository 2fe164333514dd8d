#include "analysis/support.h"
#include "analysis/grids.h"
#include "testing.h"

#include <stdbool.h>

/* Whatever the ratings: everybody low is paired once, with one who could help; the shares within a
 * condition differ by one at most, and nobody was asked while another who could help had been asked
 * less both here and over all. */
static void check(const uint8_t *ratings, size_t count, uint16_t *load)
{
    struct analysis_pair pairs[SCHOOLS_MAX];
    uint16_t share[SCHOOLS_MAX] = {0}, before[SCHOOLS_MAX], spread[RATING_MAX + 1] = {0};
    uint8_t highest = 0;
    size_t low = 0;
    memcpy(before, load, count * sizeof *load);
    for (size_t i = 0; i < count; i++) {
        low += ratings[i] >= 1 && ratings[i] <= 3;
        highest = ratings[i] > highest ? ratings[i] : highest;
        spread[ratings[i]]++;
    }
    uint8_t least = highest >= 8 ? 8 : highest;
    bool any = low > 0 && highest > 3;
    assert_int_equal(analysis_giver_least(spread), any ? least : 0);
    uint16_t made = analysis_support(pairs, load, ratings, count);
    assert_int_equal(made, any ? low : 0);
    for (uint16_t i = 0; i < made; i++) {
        assert_true(ratings[pairs[i].taker] >= 1 && ratings[pairs[i].taker] <= 3);
        assert_true(ratings[pairs[i].giver] >= least);
        assert_true(i == 0 || pairs[i - 1].taker < pairs[i].taker);
        for (size_t g = 0; g < count; g++) {
            size_t giver = pairs[i].giver;
            bool better = share[g] < share[giver] ||
                          (share[g] == share[giver] &&
                           (before[g] + share[g] < before[giver] + share[giver] ||
                            (before[g] + share[g] == before[giver] + share[giver] && g < giver)));
            assert_false(ratings[g] >= least && better);
        }
        share[pairs[i].giver]++;
    }
    for (size_t a = 0; a < count; a++) {
        assert_int_equal(load[a], before[a] + share[a]);
        for (size_t b = 0; b < count; b++)
            if (any && ratings[a] >= least && ratings[b] >= least)
                assert_true(share[a] <= share[b] + 1);
    }
}

static void pairs_are_spread_evenly(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 2, 3, 10, 28, SCHOOLS_MAX};
    uint64_t dice = 3;
    for (int i = 0; i < 3000; i++) {
        uint8_t ratings[SCHOOLS_MAX];
        uint16_t load[SCHOOLS_MAX] = {0};
        size_t count = sizes[draw_below(&dice, sizeof sizes / sizeof *sizes)];
        for (int condition = 0; condition < 4; condition++) {
            uint32_t most = 1 + draw_below(&dice, RATING_MAX); /* nobody high; nobody rated */
            for (size_t s = 0; s < count; s++)
                ratings[s] = (uint8_t)(draw_below(&dice, 6) ? draw_below(&dice, most + 1) : 0);
            check(ratings, count, load);
        }
    }
}

/* Design of services, as published: C, D and J stand at 8; A, F and I low. */
static void a_published_condition(void **state)
{
    (void)state;
    static const uint8_t design[10] = {3, 5, 8, 8, 7, 2, 5, 5, 3, 8};
    static const uint8_t funding[10] = {2, 2, 4, 5, 6, 2, 7, 2, 5, 7};
    static const struct analysis_pair expected[] = {{2, 0}, {3, 5}, {9, 8}};
    struct analysis_pair pairs[SCHOOLS_MAX];
    uint16_t load[SCHOOLS_MAX] = {0};
    assert_int_equal(analysis_support(pairs, load, design, 10), 3);
    assert_memory_equal(pairs, expected, sizeof expected);
    /* nobody high: G and J at 7; G first, who has not been asked yet */
    static const struct analysis_pair then[] = {{6, 0}, {9, 1}, {6, 5}, {9, 7}};
    assert_int_equal(analysis_support(pairs, load, funding, 10), 4);
    assert_memory_equal(pairs, then, sizeof then);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_spread_evenly),
        cmocka_unit_test(a_published_condition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
