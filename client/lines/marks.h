#ifndef PLENARY_LINES_MARKS_H
#define PLENARY_LINES_MARKS_H

/* A voter's marks as people type them and as they are printed. An option is told by the number of
 * its condition or its action, a typed one by its place from 1; what goes with it is the method's:
 *
 *     dots      10:2 6:1        how many on each
 *     approval  10 6            the ones that are good
 *     ranking   10 > 6 = 2      the best first, alike where equal
 *     scores    10:4/2 6:5/1    on the first and the second criterion; 10:4/ leaves one out
 *
 * Whether dots and scores are such as the vote allows is the kiosk's answer. */

#include "lines/parse.h"

enum { LINES_MARKS_SIZE = OPTIONS_MAX * 12 };

/* Takes all plain words up to `as`. */
CHECKED bool lines_take_marks(struct lines_reader *reader, struct marks *marks,
                              const struct ballot_content *content);

/* Writes them so that they could be typed again; nothing for no marks. */
void lines_marks_text(char to[LINES_MARKS_SIZE], const struct marks *marks,
                      const struct ballot_content *content);

/* The number by which an option, counted from 1, is told. */
unsigned lines_option_number(const struct ballot_content *content, uint8_t option);

#endif
