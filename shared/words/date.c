#include "words/date.h"

#include "words/words.h"

#include <stdio.h>
#include <time.h>

static struct tm local_of(int64_t at_ms)
{
    time_t at = (time_t)(at_ms / 1000);
    struct tm day = {0};
    localtime_r(&at, &day);
    return day;
}

static void write_date(char to[WORD_DATE_SIZE], const struct tm *day)
{
    static const enum word months[] = {WORD_JANUARY,   WORD_FEBRUARY, WORD_MARCH,    WORD_APRIL,
                                       WORD_MAY,       WORD_JUNE,     WORD_JULY,     WORD_AUGUST,
                                       WORD_SEPTEMBER, WORD_OCTOBER,  WORD_NOVEMBER, WORD_DECEMBER};
    snprintf(to, WORD_DATE_SIZE, word(WORD_DATE), day->tm_mday, word(months[day->tm_mon]));
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
