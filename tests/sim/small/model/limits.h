#ifndef PLENARY_TESTS_SIM_SMALL_LIMITS_H
#define PLENARY_TESTS_SIM_SMALL_LIMITS_H

/* The simulation's own capacities. Its folder comes first among those of the headers, so that the
 * core is compiled for it with tables of a village: a state of half a megabyte can be compared
 * whole after every step, and "there is no room" is met every few seeds. What is not a table's
 * length (texts, ranges, the sizes that plenary.options knows too) is the program's own. */

#define SCHOOLS_MAX  SCHOOLS_MAX_AT_LARGE
#define SEATS_MAX    SEATS_MAX_AT_LARGE
#define AGENDA_MAX   AGENDA_MAX_AT_LARGE
#define CODES_MAX    CODES_MAX_AT_LARGE
#define NOTES_MAX    NOTES_MAX_AT_LARGE
#define NOTES_EACH   NOTES_EACH_AT_LARGE
#define GROUPS_MAX   GROUPS_MAX_AT_LARGE
#define SLIPS_MAX    SLIPS_MAX_AT_LARGE
#define ACTIONS_MAX  ACTIONS_MAX_AT_LARGE
#define ACTIONS_EACH ACTIONS_EACH_AT_LARGE
#define BALLOTS_MAX  BALLOTS_MAX_AT_LARGE
#define PAPERS_MAX   PAPERS_MAX_AT_LARGE
#define REVIEWS_MAX  REVIEWS_MAX_AT_LARGE
#define UNDO_MAX     UNDO_MAX_AT_LARGE
#define LAPTOP_MAX   LAPTOP_MAX_AT_LARGE

#define CHARACTERS_MAX CHARACTERS_MAX_AT_LARGE
#define MOMENTS_MAX    MOMENTS_MAX_AT_LARGE

#include_next "model/limits.h"

#undef SCHOOLS_MAX
#undef SEATS_MAX
#undef AGENDA_MAX
#undef CODES_MAX
#undef NOTES_MAX
#undef NOTES_EACH
#undef GROUPS_MAX
#undef SLIPS_MAX
#undef ACTIONS_MAX
#undef ACTIONS_EACH
#undef BALLOTS_MAX
#undef PAPERS_MAX
#undef REVIEWS_MAX
#undef UNDO_MAX
#undef LAPTOP_MAX
#undef CHARACTERS_MAX
#undef MOMENTS_MAX

enum {
    SCHOOLS_MAX = 5,
    SEATS_MAX = 12,
    AGENDA_MAX = 3,
    CODES_MAX = 24,
    NOTES_MAX = 24,
    NOTES_EACH = 8,
    GROUPS_MAX = 4,
    SLIPS_MAX = 24,
    ACTIONS_MAX = 16,
    ACTIONS_EACH = 6,
    BALLOTS_MAX = 5,
    PAPERS_MAX = 20,
    REVIEWS_MAX = 3,
    UNDO_MAX = 8,
    LAPTOP_MAX = 4,
    CHARACTERS_MAX = 4,
    MOMENTS_MAX = 3,
};

#endif
