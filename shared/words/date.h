#ifndef PLENARY_WORDS_DATE_H
#define PLENARY_WORDS_DATE_H

/* Days as people write them, from the words of the months. Times are milliseconds since 1970 UTC
 * and are told in this machine's zone; days are numbers (base/day.h), "today" among them
 * (day_of_time, or 0: not known). */

#include <stdbool.h>
#include <stdint.h>

enum { WORD_DATE_SIZE = 64 };

/* "12 March", "12 March 2026" and "12 March, 09:41". */
void word_date(char to[WORD_DATE_SIZE], int64_t at_ms);
void word_date_year(char to[WORD_DATE_SIZE], int64_t at_ms);
void word_date_time(char to[WORD_DATE_SIZE], int64_t at_ms);

/* "30 Nov" and "30 November", with the year where it is not that of today. Empty for day 0. */
void word_day(char to[WORD_DATE_SIZE], uint32_t day, uint32_t today);
void word_day_long(char to[WORD_DATE_SIZE], uint32_t day, uint32_t today);

/* Reads a day as people type it: "12 March", "12th Mar 27", "March 12", "12/3", "12.3.2027",
 * "2027-03-12"; "March" and "end of March 2027" are the last day of it. Without a year it is the
 * next such day, today included. A month may be cut short to three letters. False when it is no
 * date, and *day is 0. */
bool word_day_read(uint32_t *day, const char *text, uint32_t today);

#endif
