#ifndef PLENARY_TESTS_E2E_PERSON_H
#define PLENARY_TESTS_E2E_PERSON_H

/* Somebody who takes part through the client's lines of text, in a process of their own, and whose
 * every command is to be saved. */

#include "programs/process.h"

struct person {
    struct process process;
    unsigned asked; /* commands so far: their ids are 1 to this */
};

/* Joins a kiosk on this machine under that name, and waits for the whole room. The seat is kept in
 * a folder of that name in `folder`; `name` is borrowed for as long as the process lives. */
void person_sit_down(struct person *p, const char *folder, const char *port, const char *name,
                     const char *code);

/* One line, as printf writes it. */
#define person_ask(p, ...) (process_say(&(p)->process, __VA_ARGS__), (p)->asked++)

/* Waits for the answer to everything they have asked for; the test fails where it is not saved. */
void person_expect_saved(struct person *p);

/* Ends the session; the test fails where anything was ever refused. */
void person_leave(struct person *p);

#endif
