#ifndef PLENARY_BASE_DAY_H
#define PLENARY_BASE_DAY_H

/* Days of the calendar as one number: days since 1 January 1970 (proleptic Gregorian). 0 means
 * none, so that day itself cannot be told; nothing is due there. No clock and no zone: "today"
 * comes from outside. */

#include <stdbool.h>
#include <stdint.h>

struct day_date {
    int year;      /* 1970 to 9999 */
    uint8_t month; /* 1 to 12 */
    uint8_t day;   /* 1 to 31 */
};

/* 31 December 9999, after which there are no days. */
enum { DAY_LAST = 2932896 };

/* 0 when there is no such date. */
uint32_t day_number(struct day_date date);

/* The date of a day up to DAY_LAST. */
struct day_date day_date(uint32_t day);

/* As 2010-07-31; empty for 0 and for what no calendar has. */
enum { DAY_ISO_SIZE = 24 };
void day_write_iso(char to[DAY_ISO_SIZE], uint32_t day);

/* Days of that month; 0 when there is no such month. */
uint8_t day_month_length(int year, uint8_t month);

/* The day that it is at a time, milliseconds since 1970, in UTC; 0 for times before. */
uint32_t day_of_time(int64_t at_ms);

/* The same day of the month so many years on; 29 February falls on the 28th. 0 beyond the calendar.
 */
uint32_t day_years_on(uint32_t day, int years);

#endif
