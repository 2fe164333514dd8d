#ifndef PLENARY_TESTS_ANALYSIS_NAIVE_H
#define PLENARY_TESTS_ANALYSIS_NAIVE_H

/* Rankings counted a second time, slowly and by another way: papers as lists of names, read from
 * the front; the strongest way between two options found by walking every way there is. For few
 * options only. Nothing of the program is used. */

#include <stdbool.h>
#include <stdint.h>

/* The options of one paper, best first; level[i]: the one at i is as good as the one before it.
 * Options that are not listed come last, all alike. */
struct naive_paper {
    unsigned length;
    uint8_t option[24];
    bool level[24];
};

/* "ACBED", "A=BC": A is 1. */
struct naive_paper naive_read(const char *text);

/* The paper has x before y. */
bool naive_prefers(const struct naive_paper *paper, uint8_t x, uint8_t y);

/* Papers that have x before y. */
unsigned naive_count(const struct naive_paper *papers, unsigned count, uint8_t x, uint8_t y);

/* The strength of the strongest way from x to y among `options` of them. */
unsigned naive_strength(const struct naive_paper *papers, unsigned count, uint8_t options,
                        uint8_t x, uint8_t y);

/* Options that beat x. */
unsigned naive_beaten_by(const struct naive_paper *papers, unsigned count, uint8_t options,
                         uint8_t x);

#endif
