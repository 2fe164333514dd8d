#include "base/day.h"

#include <stdio.h>

#include <assert.h>

enum { FIRST_YEAR = 1970, LAST_YEAR = 9999, MS_OF_DAY = 24 * 60 * 60 * 1000 };

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint8_t day_month_length(int year, uint8_t month)
{
    static const uint8_t lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return (uint8_t)(lengths[month] + (month == 2 && is_leap(year)));
}

/* Days from 1 January 1970 to 1 January of that year. */
static uint32_t before_year(int year)
{
    int leaps = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    int leaps_to_1970 = 1969 / 4 - 1969 / 100 + 1969 / 400;
    return (uint32_t)((year - FIRST_YEAR) * 365 + leaps - leaps_to_1970);
}

uint32_t day_number(struct day_date date)
{
    if (date.year < FIRST_YEAR || date.year > LAST_YEAR || date.day < 1 ||
        date.day > day_month_length(date.year, date.month))
        return 0;
    uint32_t number = before_year(date.year) + date.day - 1U;
    for (uint8_t month = 1; month < date.month; month++)
        number += day_month_length(date.year, month);
    return number;
}

struct day_date day_date(uint32_t day)
{
    assert(day <= DAY_LAST);
    int year = FIRST_YEAR + (int)(day / 366); /* never too late, and early by seven at most */
    while (year < LAST_YEAR && before_year(year + 1) <= day)
        year++;
    uint32_t left = day - before_year(year);
    uint8_t month = 1;
    while (left >= day_month_length(year, month))
        left -= day_month_length(year, month++);
    return (struct day_date){year, month, (uint8_t)(left + 1)};
}

uint32_t day_years_on(uint32_t day, int years)
{
    struct day_date date = day_date(day);
    date.year += years;
    uint8_t length = day_month_length(date.year, date.month);
    if (date.day > length)
        date.day = length;
    return day_number(date);
}

uint32_t day_of_time(int64_t at_ms)
{
    int64_t day = at_ms / MS_OF_DAY;
    return at_ms < 0 ? 0 : day > DAY_LAST ? DAY_LAST : (uint32_t)day;
}

void day_write_iso(char to[DAY_ISO_SIZE], uint32_t day)
{
    struct day_date date = day_date(day <= DAY_LAST ? day : 0);
    to[0] = '\0';
    if (day && day <= DAY_LAST)
        snprintf(to, DAY_ISO_SIZE, "%04d-%02u-%02u", date.year, date.month, date.day);
}
