#ifndef PLENARY_BASE_ERROR_H
#define PLENARY_BASE_ERROR_H

/* What can go wrong outside the program's own promises: files, networks, memory, other people's
 * bytes. A fallible function returns one of these, 0 being success, and is marked CHECKED. A person
 * who must act on it is told more in a `struct trouble`: what happened, where, what to do.
 *
 * A refusal (model/refusal.h) is something else: the program works, and the answer is no. */

#define ERROR_LIST(X)                                                                              \
    X(OK, "fine")                                                                                  \
    X(MEMORY, "not enough memory")                                                                 \
    X(IO, "the file could not be read or written")                                                 \
    X(FULL, "the disk is full")                                                                    \
    X(ABSENT, "not found")                                                                         \
    X(EXISTS, "there is already a file of that name")                                              \
    X(BUSY, "in use by another kiosk")                                                             \
    X(DAMAGED, "the file is damaged")                                                              \
    X(NEWER, "written by a newer Plenary")                                                         \
    X(FORMAT, "not in the form expected")                                                          \
    X(RANGE, "more than there is room for")                                                        \
    X(NETWORK, "the network did not allow it")                                                     \
    X(CRYPTO, "the key exchange failed")

enum error {
#define X(name, text) ERROR_##name,
    ERROR_LIST(X)
#undef X
        ERROR_COUNT
};

#define CHECKED __attribute__((warn_unused_result))

/* A message for a person, filled in by the function that failed: one or two plain sentences that
 * name the file, the place in it and what is wrong. Empty when nothing was said. */
struct trouble {
    char text[512];
};

/* Gives the fixed text of an error, borrowed. */
const char *error_text(enum error e);

/* Writes a message into `t` (which may be NULL) and returns `e`, so that a failing function can end
 * with it. Longer text is cut at a whole character. */
enum error trouble_set(struct trouble *t, enum error e, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
