#ifndef PLENARY_TESTS_REPORT_H
#define PLENARY_TESTS_REPORT_H

/* The rows as a table of Markdown, which reads as text too, and as JSON; and the machine that they
 * come from. */

#include "bench/bench.h"

/* What `row` must keep to, in its unit. */
double report_limit(const struct bench_row *row);

/* "met" or "MISSED"; "reported" where there is no rule; "not judged" where everything was small. */
const char *report_verdict(const struct bench_row *row, bool quick);

void report_machine(FILE *to, bool quick);
void report_table(FILE *to, const struct bench_row *rows, unsigned count, bool quick);
void report_json(FILE *to, const struct bench_row *rows, unsigned count, bool quick);

#endif
