#include "base/day.h"
#include "testing.h"

#include <time.h>

static void known_days_have_their_numbers(void **state)
{
    (void)state;
    static const struct {
        struct day_date date;
        uint32_t number;
    } cases[] = {
        {{1970, 1, 2}, 1},      {{1999, 12, 31}, 10956}, {{2000, 2, 29}, 11016},
        {{2009, 11, 4}, 14552}, {{2026, 11, 22}, 20779}, {{9999, 12, 31}, DAY_LAST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(day_number(cases[i].date), cases[i].number);
}

static void there_is_no_such_date(void **state)
{
    (void)state;
    static const struct day_date dates[] = {
        {2026, 2, 29}, {2100, 2, 29}, {2026, 4, 31},  {2026, 13, 1},
        {2026, 0, 1},  {2026, 1, 0},  {1969, 12, 31}, {10000, 1, 1},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_int_equal(day_number(dates[i]), 0);
}

/* The C library counts the same days. */
static void every_day_is_the_calendars(void **state)
{
    (void)state;
    for (uint32_t day = 1; day <= DAY_LAST; day += day < 60000 ? 1 : 17) {
        time_t at = (time_t)day * 24 * 60 * 60;
        struct tm tm;
        assert_non_null(gmtime_r(&at, &tm));
        struct day_date date = day_date(day);
        assert_int_equal(date.year, tm.tm_year + 1900);
        assert_int_equal(date.month, tm.tm_mon + 1);
        assert_int_equal(date.day, tm.tm_mday);
        assert_int_equal(day_number(date), day);
    }
    assert_int_equal(day_number(day_date(DAY_LAST)), DAY_LAST);
}

static void years_on_it_is_the_same_day(void **state)
{
    (void)state;
    uint32_t day = day_number((struct day_date){2026, 11, 22});
    assert_int_equal(day_years_on(day, 5), day_number((struct day_date){2031, 11, 22}));
    uint32_t leap = day_number((struct day_date){2028, 2, 29});
    assert_int_equal(day_years_on(leap, 1), day_number((struct day_date){2029, 2, 28}));
    assert_int_equal(day_years_on(leap, 4), day_number((struct day_date){2032, 2, 29}));
    assert_int_equal(day_years_on(DAY_LAST, 1), 0);
}

static void a_time_is_within_a_day(void **state)
{
    (void)state;
    assert_int_equal(day_of_time(INT64_C(20779) * 86400000), 20779);
    assert_int_equal(day_of_time(INT64_C(20779) * 86400000 - 1), 20778);
    assert_int_equal(day_of_time(-1), 0);
    assert_int_equal(day_of_time(INT64_MAX), DAY_LAST);
}

static void assert_written(uint32_t day, const char *text)
{
    char found[DAY_ISO_SIZE];
    day_write_iso(found, day);
    assert_string_equal(found, text);
}

static void days_are_written_for_machines(void **state)
{
    (void)state;
    assert_written(0, "");
    assert_written(day_number((struct day_date){2008, 5, 14}), "2008-05-14");
    assert_written(DAY_LAST, "9999-12-31");
    assert_written(DAY_LAST + 1u, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_have_their_numbers),
        cmocka_unit_test(there_is_no_such_date),
        cmocka_unit_test(every_day_is_the_calendars),
        cmocka_unit_test(years_on_it_is_the_same_day),
        cmocka_unit_test(a_time_is_within_a_day),
        cmocka_unit_test(days_are_written_for_machines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
