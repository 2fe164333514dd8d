#ifndef PLENARY_CONSOLE_CONDUCT_H
#define PLENARY_CONSOLE_CONDUCT_H

/* Conducting a training: over every view a strip that says whether those who are scripted play or
 * pause, and at what pace; and a view of the difficult moments that can be called up and of who
 * plays whom. Function keys, because they mean the same while something is typed. In a workshop
 * that is no training there is neither.
 *
 * A moment and a role are known by their numbers, so that news never moves what is chosen. */

#include "console/rows.h"
#include "model/item.h"
#include "ui/dropdown.h"

struct console;

enum {
    CONDUCT_STRIP = 56,       /* height of the strip */
    CONDUCT_PEOPLE_MAX = 256, /* to whom a role can be given from the list */
    CONDUCT_LABEL_SIZE = 2 * NAME_SIZE + 4,
};

struct console_conduct {
    struct conducting_item asked; /* pause and pace as asked for last, and when; 0: answered */
    int64_t asked_ms;
    struct rows moments, roles;
    struct dropdown give;
    character_id given; /* whose dropdown it is */
    int people_count;
    seat_id people[CONDUCT_PEOPLE_MAX];
    char labels[CONDUCT_PEOPLE_MAX][CONDUCT_LABEL_SIZE];
    const char *items[CONDUCT_PEOPLE_MAX];
};

/* The height that the strip takes above everything else: 0 where there is none. */
double console_conduct_height(const struct console *console);

/* Draws it at the top of the picture. */
void console_conduct_strip(struct console *console);

void console_conduct_draw(struct console *console);

/* What the keys ask for; nothing where there is nobody to conduct. */
void console_conduct_pause(struct console *console);
void console_conduct_step(struct console *console);
void console_conduct_slower(struct console *console);
void console_conduct_faster(struct console *console);
void console_conduct_show(struct console *console);

#endif
