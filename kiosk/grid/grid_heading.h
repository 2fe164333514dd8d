#ifndef PLENARY_GRID_GRID_HEADING_H
#define PLENARY_GRID_GRID_HEADING_H

/* What a heading says its column, or a label its row, is for, as people write it. */

#include <stdbool.h>
#include <stddef.h>

enum grid_heading {
    GRID_HEADING_NONE, /* any other text: most often a name */
    GRID_HEADING_SCHOOL,
    GRID_HEADING_CONDITION,
    GRID_HEADING_ID,
    GRID_HEADING_NUMBER,
    GRID_HEADING_NOW, /* from here on to NOTE: what is said of one school's rating */
    GRID_HEADING_TARGET,
    GRID_HEADING_MONTHS,
    GRID_HEADING_STATE,
    GRID_HEADING_NOTE,
    GRID_HEADING_TOTAL,
    GRID_HEADING_AVERAGE,
    GRID_HEADING_KNOWN, /* what our own tables say besides: nothing of it is taken */
    GRID_HEADING_COUNT
};

enum grid_heading grid_heading_of(const char *text);

/* True for what is said of a rating, NOW to NOTE. */
bool grid_heading_is_part(enum grid_heading heading);

/* The part of a rating that a heading ends with, such as GRID_HEADING_TARGET for "Ashby goal" or
 * "Ashby: goal", with the length of the name before it; GRID_HEADING_NONE where there is none. */
enum grid_heading grid_heading_ending(const char *text, size_t *name_length);

/* The name that "School: Ashby" gives; NULL for any other text. Borrowed from `text`; empty when
 * the name is to come in the next cell, as it is for "School" alone. */
const char *grid_heading_school(const char *text);

#endif
