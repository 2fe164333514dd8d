#include "analysis/readings.h"
#include "analysis/grids.h"
#include "testing.h"

#include <math.h>
#include <stdlib.h>

static int by_size(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* Again, the way a person would: a list of readings, sorted, with fractions. */
static void agrees_with_a_list(const int *list, size_t count)
{
    int sorted[400];
    uint16_t values[RATING_MAX + 1] = {999};
    double sum = 0, squares = 0;
    memcpy(sorted, list, count * sizeof *list);
    qsort(sorted, count, sizeof *sorted, by_size);
    for (size_t i = 0; i < count; i++) {
        values[list[i]]++;
        sum += list[i];
    }
    for (size_t i = 0; i < count; i++)
        squares += (list[i] - sum / (double)count) * (list[i] - sum / (double)count);
    double median = count == 0       ? 0
                    : count % 2 == 1 ? sorted[count / 2]
                                     : (sorted[count / 2 - 1] + sorted[count / 2]) / 2.0;
    double share = count ? sqrt(squares / (double)count) / 4.5 : 0;
    struct analysis_readings r;
    analysis_readings(&r, values);
    assert_int_equal(r.count, count);
    assert_int_equal(r.median, (int)(2 * median));
    if (fabs(share - 0.3) > 1e-9) /* on the edge fractions cannot tell */
        assert_int_equal(r.differs, count >= 3 && share > 0.3);
}

static void readings_agree_with_a_list(void **state)
{
    (void)state;
    uint64_t dice = 7;
    for (int i = 0; i < 20000; i++) {
        int list[400];
        size_t count = draw_below(&dice, draw_below(&dice, 10) ? 12 : 400);
        uint32_t least = 1 + draw_below(&dice, 10), width = 1 + draw_below(&dice, 11 - least);
        for (size_t j = 0; j < count; j++)
            list[j] = (int)(least + draw_below(&dice, width));
        agrees_with_a_list(list, count);
    }
}

static void the_edge_of_differing(void **state)
{
    (void)state;
    static const struct {
        uint16_t values[RATING_MAX + 1];
        bool differs;
    } cases[] = {
        {{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1}, false}, /* two are just two */
        {{0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1}, true},  {{0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0}, false},
        {{0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0}, false}, /* 1.118 of 4.5 */
        {{0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0}, true},  /* 1.414: 0.314 */
        {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct analysis_readings r;
        analysis_readings(&r, cases[i].values);
        assert_int_equal(r.differs, cases[i].differs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_agree_with_a_list),
        cmocka_unit_test(the_edge_of_differing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
