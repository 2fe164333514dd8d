#include "analysis/summary.h"
#include "testing.h"

static void bands_follow_the_key(void **state)
{
    (void)state;
    static const enum band expected[] = {BAND_NONE,   BAND_LOW,    BAND_LOW,    BAND_LOW,
                                         BAND_MEDIUM, BAND_MEDIUM, BAND_MEDIUM, BAND_MEDIUM,
                                         BAND_HIGH,   BAND_HIGH,   BAND_HIGH,   BAND_NONE};
    for (int rating = 0; rating <= 11; rating++)
        assert_int_equal(analysis_band(rating), expected[rating]);
    assert_int_equal(analysis_band(-1), BAND_NONE);
    assert_int_equal(analysis_band(1000), BAND_NONE);
}

/* Halves of a tenth and of a whole, from sums that stand exactly on them. */
static void halves_go_up(void **state)
{
    (void)state;
    static const struct {
        uint32_t total, counted;
        unsigned tenths;
        enum band band;
    } cases[] = {
        {0, 0, 0, BAND_NONE},         {1, 1, 10, BAND_LOW},        {34, 10, 34, BAND_LOW},
        {69, 20, 35, BAND_MEDIUM}, /* 3.45 shows 3.5 */
        {344, 100, 34, BAND_LOW},  /* 3.44 shows 3.4 */
        {7, 2, 35, BAND_MEDIUM},      {10, 3, 33, BAND_LOW},       {11, 3, 37, BAND_MEDIUM},
        {74, 10, 74, BAND_MEDIUM},    {149, 20, 75, BAND_HIGH}, /* 7.45 shows 7.5 */
        {1489, 200, 74, BAND_MEDIUM},                           /* 7.445 shows 7.4 */
        {15, 2, 75, BAND_HIGH},       {1279, 128, 100, BAND_HIGH}, {1280, 128, 100, BAND_HIGH},
        {9, 8, 11, BAND_LOW},       /* 1.125 */
        {129, 20, 65, BAND_MEDIUM}, /* 6.45, which no binary fraction meets */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned tenths = analysis_average_tenths(cases[i].total, cases[i].counted);
        assert_int_equal(tenths, cases[i].tenths);
        assert_int_equal(analysis_band_of_tenths(tenths), cases[i].band);
    }
}

/* Independent of the division: t tenths are total / counted rounded halves up exactly when
 * t - 1/2 <= 10 * total / counted < t + 1/2, all of it multiplied by 2 * counted. */
static void every_average_of_up_to_128_schools_is_the_nearest_tenth(void **state)
{
    (void)state;
    for (int64_t counted = 1; counted <= SCHOOLS_MAX; counted++) {
        for (int64_t total = counted; total <= counted * RATING_MAX; total++) {
            int64_t t = analysis_average_tenths((uint32_t)total, (uint32_t)counted);
            assert_true((2 * t - 1) * counted <= 20 * total && 20 * total < (2 * t + 1) * counted);
            enum band band = t < 35 ? BAND_LOW : t < 75 ? BAND_MEDIUM : BAND_HIGH;
            assert_int_equal(analysis_band_of_tenths((unsigned)t), band);
        }
    }
}

static void sums_up_what_is_counted(void **state)
{
    (void)state;
    static const uint8_t ratings[] = {2, 0, 6, 8, 8, 0, 10, 1};
    struct analysis_summary s;
    memset(&s, 0xAA, sizeof s);
    analysis_summarise(&s, ratings, sizeof ratings);
    assert_int_equal(s.counted, 6);
    assert_int_equal(s.total, 35);
    assert_int_equal(s.average_tenths, 58);
    assert_int_equal(s.band, BAND_MEDIUM);
    static const uint32_t expected[RATING_MAX] = {1, 1, 0, 0, 0, 1, 0, 2, 0, 1};
    assert_memory_equal(s.distribution, expected, sizeof expected);
}

static void nothing_counted_has_no_average(void **state)
{
    (void)state;
    static const uint8_t ratings[] = {0, 0, 0};
    struct analysis_summary s;
    for (size_t count = 0; count <= 3; count++) {
        analysis_summarise(&s, ratings, count);
        assert_int_equal(s.counted + s.total + s.average_tenths, 0);
        assert_int_equal(s.band, BAND_NONE);
    }
}

static void averages_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        unsigned tenths;
        const char *text;
    } cases[] = {{0, "–"}, {10, "1.0"}, {53, "5.3"}, {99, "9.9"}, {100, "10.0"}};
    char to[AVERAGE_TEXT_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        analysis_average_text(to, cases[i].tenths);
        assert_string_equal(to, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_follow_the_key),
        cmocka_unit_test(halves_go_up),
        cmocka_unit_test(every_average_of_up_to_128_schools_is_the_nearest_tenth),
        cmocka_unit_test(sums_up_what_is_counted),
        cmocka_unit_test(nothing_counted_has_no_average),
        cmocka_unit_test(averages_read_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
