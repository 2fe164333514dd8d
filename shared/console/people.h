#ifndef PLENARY_CONSOLE_PEOPLE_H
#define PLENARY_CONSOLE_PEOPLE_H

/* Who sits where: seats by school, nods, codes, consent recorded for a school, groups. */

struct console;

struct console_people {
    unsigned chosen; /* row, from 0 */
};

void console_people_draw(struct console *console);

#endif
