#include "base/day.h"
#include "testing.h"
#include "words/date.h"

/* 22 November 2026 */
static const uint32_t today = 20779;

static void a_day_is_written_short_and_long(void **state)
{
    (void)state;
    static const struct {
        struct day_date date;
        const char *is, *in_full;
    } cases[] = {
        {{2026, 11, 30}, "30 Nov", "30 November"},
        {{2027, 3, 1}, "1 Mar 2027", "1 March 2027"},
        {{2025, 9, 5}, "5 Sept 2025", "5 September 2025"},
    };
    char to[WORD_DATE_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        word_day(to, day_number(cases[i].date), today);
        assert_string_equal(to, cases[i].is);
        word_day_long(to, day_number(cases[i].date), today);
        assert_string_equal(to, cases[i].in_full);
    }
    word_day(to, today, 0); /* today is not known: the year is told */
    assert_string_equal(to, "22 Nov 2026");
    word_day(to, 0, today);
    assert_string_equal(to, "");
}

static void a_day_is_read_as_people_type_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct day_date date;
    } cases[] = {
        {"12 March", {2027, 3, 12}},
        {"12 Mar", {2027, 3, 12}},
        {" 12  MARCH ", {2027, 3, 12}},
        {"12th March", {2027, 3, 12}},
        {"3rd of June", {2027, 6, 3}},
        {"by the 1st December", {2026, 12, 1}},
        {"12 March 2028", {2028, 3, 12}},
        {"12 Mar 28", {2028, 3, 12}},
        {"12mar2028", {2028, 3, 12}},
        {"March 12", {2027, 3, 12}},
        {"March 12, 2028", {2028, 3, 12}},
        {"12/3", {2027, 3, 12}},
        {"12.3.", {2027, 3, 12}},
        {"12.3.2027", {2027, 3, 12}},
        {"12-3-27", {2027, 3, 12}},
        {"2027-03-12", {2027, 3, 12}},
        {"2027 March 12", {2027, 3, 12}},
        {"March", {2027, 3, 31}},
        {"Sept", {2027, 9, 30}},
        {"end of March", {2027, 3, 31}},
        {"End of February 2028", {2028, 2, 29}},
        {"by the end of November", {2026, 11, 30}},
        {"22 Nov", {2026, 11, 22}}, /* today itself */
        {"21 Nov", {2027, 11, 21}},
        {"29 Feb", {2028, 2, 29}}, /* the next there is */
        {"1 Jan 2020", {2020, 1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t day;
        if (!word_day_read(&day, cases[i].text, today))
            fail_msg("not read: %s", cases[i].text);
        if (day != day_number(cases[i].date))
            fail_msg("%s: read as %d-%d-%d", cases[i].text, day_date(day).year, day_date(day).month,
                     day_date(day).day);
    }
}

static void what_is_no_date_is_not_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "   ",
        "12",
        "soon",
        "31 April",
        "29/2/2027",
        "13/13",
        "0/1",
        "12 Marchember",
        "Ma",
        "Ju",
        "12 13 Mar",
        "12 Mar April",
        "1 2 3 4",
        "12 Mar 202",
        "99999/1/1",
        "12 Mar 1",
        "2027-03",
        "2027",
        "end of",
        "12 March 1969",
        "300/1",
        "2027 2028 March",
        "12\xC3\xA9",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        uint32_t day = 7;
        if (word_day_read(&day, texts[i], today))
            fail_msg("read: %s", texts[i]);
        assert_int_equal(day, 0);
    }
}

/* What is written is read again as the same day. */
static void what_is_written_is_read(void **state)
{
    (void)state;
    char to[WORD_DATE_SIZE];
    uint32_t again;
    for (uint32_t day = today - 400; day < today + 4000; day += 3) {
        word_day(to, day, 0);
        assert_true(word_day_read(&again, to, today));
        assert_int_equal(again, day);
        word_day_long(to, day, today);
        assert_true(word_day_read(&again, to, today));
        if (day >= today)
            assert_int_equal(again, day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_written_short_and_long),
        cmocka_unit_test(a_day_is_read_as_people_type_it),
        cmocka_unit_test(what_is_no_date_is_not_read),
        cmocka_unit_test(what_is_written_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
