#ifndef PLENARY_CONSOLE_PEOPLE_H
#define PLENARY_CONSOLE_PEOPLE_H

/* Who sits where. One list of schools with their people under them, those who wait for a nod first;
 * beside it what can be done with the chosen one: let in, place, name, group, another laptop, give
 * the seat up; a school's name, code and consent. Under it the codes that lead in.
 *
 * The chosen one is known by what it is, so that news never moves it; what is being typed is the
 * person's until it is sent. */

#include "console/rows.h"
#include "model/limits.h"
#include "model/types.h"
#include "ui/dropdown.h"
#include "ui/edit.h"

struct console;

/* A row of the list: a seat, or where seat is 0 a school, or where both are 0 those of none. */
struct person {
    seat_id seat;
    school_id school;
};

enum { PEOPLE_MAX = SEATS_MAX + SCHOOLS_MAX + 1 };

struct console_people {
    struct rows rows;
    struct person chosen;
    struct person loaded; /* whose name stands in the field, and as what */
    char was[NAME_SIZE];
    struct edit name, school;
    struct dropdown place;
    bool sure;                  /* giving up a seat has been asked for */
    uint8_t group_size, groups; /* while groups are being made */
    seat_id grouped;            /* the last one that has one */
    uint16_t grouped_count;
    int count;
    struct person list[PEOPLE_MAX];
    const char *schools[SCHOOLS_MAX];
};

void console_people_draw(struct console *console);

/* Goes to the view with that seat chosen. */
void console_people_find(struct console *console, seat_id seat);

#endif
