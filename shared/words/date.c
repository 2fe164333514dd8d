#include "words/date.h"

#include "base/day.h"
#include "words/words.h"

#include <stdio.h>
#include <time.h>

static const enum word months_in_full[12] = {
    WORD_JANUARY, WORD_FEBRUARY, WORD_MARCH,     WORD_APRIL,   WORD_MAY,      WORD_JUNE,
    WORD_JULY,    WORD_AUGUST,   WORD_SEPTEMBER, WORD_OCTOBER, WORD_NOVEMBER, WORD_DECEMBER};

static struct tm local_of(int64_t at_ms)
{
    time_t at = (time_t)(at_ms / 1000);
    struct tm day = {0};
    localtime_r(&at, &day);
    return day;
}

static void write_date(char to[WORD_DATE_SIZE], const struct tm *day)
{
    snprintf(to, WORD_DATE_SIZE, word(WORD_DATE), day->tm_mday, word(months_in_full[day->tm_mon]));
}

void word_date(char to[WORD_DATE_SIZE], int64_t at_ms)
{
    struct tm day = local_of(at_ms);
    write_date(to, &day);
}

void word_date_year(char to[WORD_DATE_SIZE], int64_t at_ms)
{
    char date[WORD_DATE_SIZE];
    struct tm day = local_of(at_ms);
    write_date(date, &day);
    snprintf(to, WORD_DATE_SIZE, word(WORD_DATE_YEAR), date, 1900 + day.tm_year);
}

void word_date_time(char to[WORD_DATE_SIZE], int64_t at_ms)
{
    char date[WORD_DATE_SIZE];
    struct tm day = local_of(at_ms);
    write_date(date, &day);
    snprintf(to, WORD_DATE_SIZE, word(WORD_DATE_TIME), date, day.tm_hour, day.tm_min);
}

static void write_day(char to[WORD_DATE_SIZE], const enum word months[12], uint32_t day,
                      uint32_t today)
{
    to[0] = '\0';
    if (!day || day > DAY_LAST)
        return;
    char short_of_year[WORD_DATE_SIZE];
    struct day_date date = day_date(day);
    snprintf(short_of_year, sizeof short_of_year, word(WORD_DAY), date.day,
             word(months[date.month - 1]));
    if (today && today <= DAY_LAST && day_date(today).year == date.year)
        snprintf(to, WORD_DATE_SIZE, "%s", short_of_year);
    else
        snprintf(to, WORD_DATE_SIZE, word(WORD_DAY_YEAR), short_of_year, date.year);
}

void word_day(char to[WORD_DATE_SIZE], uint32_t day, uint32_t today)
{
    static const enum word months[12] = {WORD_DAY_JANUARY, WORD_DAY_FEBRUARY, WORD_DAY_MARCH,
                                         WORD_DAY_APRIL,   WORD_DAY_MAY,      WORD_DAY_JUNE,
                                         WORD_DAY_JULY,    WORD_DAY_AUGUST,   WORD_DAY_SEPTEMBER,
                                         WORD_DAY_OCTOBER, WORD_DAY_NOVEMBER, WORD_DAY_DECEMBER};
    write_day(to, months, day, today);
}

void word_day_long(char to[WORD_DATE_SIZE], uint32_t day, uint32_t today)
{
    write_day(to, months_in_full, day, today);
}
