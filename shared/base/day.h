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

/* 0 when there is no such date. */
uint32_t day_number(struct day_date date);

struct day_date day_date(uint32_t day);

/* The same day of the month so many years on; 29 February falls on the 28th. */
uint32_t day_years_on(uint32_t day, int years);

#endif
