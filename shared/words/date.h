#ifndef PLENARY_WORDS_DATE_H
#define PLENARY_WORDS_DATE_H

/* Days as people write them, from the words of the months. Times are milliseconds since 1970 UTC
 * and are told in this machine's zone. */

#include <stdint.h>

enum { WORD_DATE_SIZE = 64 };

/* "12 March", "12 March 2026" and "12 March, 09:41". */
void word_date(char to[WORD_DATE_SIZE], int64_t at_ms);
void word_date_year(char to[WORD_DATE_SIZE], int64_t at_ms);
void word_date_time(char to[WORD_DATE_SIZE], int64_t at_ms);

#endif
