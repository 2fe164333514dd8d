#ifndef PLENARY_ARGUMENTS_ARGUMENTS_H
#define PLENARY_ARGUMENTS_ARGUMENTS_H

/* The command line of the programs that come to a kiosk: one table of options each, read in one
 * way. An option is a word, with at most one value as the word after it; of one that is given twice
 * the last counts. Every program has --help and --version. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "session/session.h"
#include "words/words.h"

struct argument {
    const char *name;  /* with its dashes */
    const char *value; /* what follows it, as people are told of it; NULL: nothing */
    enum word help;
    /* Takes the value (NULL where there is none) into what stands `at` so many bytes of the
     * program's own wishes. False: it cannot be used; what stands in `why` is said then, else that
     * `value` was expected. */
    bool (*take)(void *to, const char *value, struct trouble *why);
    size_t at;
};

struct arguments {
    const char *program;
    enum word title; /* above the list of options */
    const struct argument *list;
    unsigned count;
};

/* ANSWERED: --help or --version was asked for, and has been printed. AMISS: what is wrong has been
 * said on standard error. In both cases the program ends. */
enum arguments_end { ARGUMENTS_TAKEN, ARGUMENTS_ANSWERED, ARGUMENTS_AMISS };

/* Reads `count` words of the command line, the first being the program's own name. */
CHECKED enum arguments_end arguments_read(void *wishes, const struct arguments *arguments,
                                          int count, char *const *words);

/* Says on standard error, after the program's name, what is wrong. */
void arguments_complain(const struct arguments *arguments, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct arguments_host {
    char name[SESSION_HOST_SIZE]; /* empty: not given */
    uint16_t port;
};

/* A path of that length has room for what a program adds to it. */
enum { ARGUMENTS_TEXT_MAX = 4000 };

/* Ways to take a value: into a bool, which becomes true; into a const char *, borrowed, of 1 to
 * ARGUMENTS_TEXT_MAX bytes; HOST or HOST:PORT into a struct arguments_host, without a port
 * SESSION_PORT; a whole number into a uint64_t. */
bool arguments_flag(void *to, const char *value, struct trouble *why);
bool arguments_text(void *to, const char *value, struct trouble *why);
bool arguments_at(void *to, const char *value, struct trouble *why);
bool arguments_number(void *to, const char *value, struct trouble *why);

#endif
