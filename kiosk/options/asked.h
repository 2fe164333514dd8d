#ifndef PLENARY_OPTIONS_ASKED_H
#define PLENARY_OPTIONS_ASKED_H

/* What the kiosk is asked to do with files instead of running a workshop: plenary-kiosk VERB
 * FILE... [--OPTION [VALUE]]... Each verb has a row here and a handler in main.c's table; the
 * handler itself is in the folder that does the work. Options may stand anywhere after the verb. */

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"

/* name, word, files at least, at most, options it takes, what goes with it, help */
#define VERB_LIST(X)                                                                               \
    X(CHECK, "check", 1, 1, 0, "FILE.plenary", "verify a workshop file")                           \
    X(MERGE, "merge", 2, 65, ASKS(THEIRS) | ASKS(OURS) | ASKS(PREVIEW), "FILE.plenary FROM...",    \
      "bring files of one-to-ones in")                                                             \
    X(BRING_ACTIONS, "bring-actions", 2, 2, 0, "FILE.plenary EARLIER.plenary",                     \
      "bring in what an earlier workshop adopted")                                                 \
    X(BRING_REVIEW, "bring-review", 2, 33, ASKS(ON) | ASKS(TITLE) | ASKS(MATCH) | ASKS(PREVIEW),   \
      "FILE.plenary EARLIER...", "earlier reviews (.plenary or CSV) to compare with")              \
    X(IMPORT, "import", 2, 129, ASKS(MATCH) | ASKS(PREVIEW), "FILE.plenary GRID...",               \
      "take in review grids or sheets of schools (CSV)")                                           \
    X(EXPORT, "export", 1, 1,                                                                      \
      ASKS(CSV) | ASKS(XLSX) | ASKS(PDF) | ASKS(JSON) | ASKS(ICS) | ASKS(MARKDOWN) |               \
          ASKS(SHEETS) | ASKS(ALL) | ASKS(FOR),                                                    \
      "FILE.plenary --all DIR", "write what the room decided, in the formats below")               \
    X(ROLLUP, "rollup", 1, 100000, ASKS(CSV) | ASKS(XLSX) | ASKS(PDF),                             \
      "FILE.plenary... --pdf FILE", "many clusters' conditions side by side, no school named")     \
    X(FORMS, "forms", 0, 0, ASKS(PDF) | ASKS(PACK), "--pdf FILE",                                  \
      "the tool and the grid, blank, for paper")                                                   \
    X(CARDS, "cards", 1, 1, ASKS(PDF) | ASKS(AT), "FILE.plenary --pdf FILE",                       \
      "each school's join code, to cut out and put on its table")

/* name, word, argument (NULL: none), help */
#define ASKED_LIST(X)                                                                              \
    X(THEIRS, "theirs", NULL, "where files differ, take what they say")                            \
    X(OURS, "ours", NULL, "where files differ, keep what the workshop says")                       \
    X(PREVIEW, "preview", NULL, "only say what would change")                                      \
    X(ON, "on", "YYYY-MM-DD", "the day of the earlier review, where its file does not say")        \
    X(TITLE, "title", "TEXT", "its title, likewise")                                               \
    X(MATCH, "match", "ROW=CONDITION", "the condition of a row that was not found (\"-\": none)")  \
    X(FOR, "for", "cluster|la|facilitator", "who will read it; the cluster, if not said")          \
    X(CSV, "csv", "DIR", "tables for spreadsheets (rollup: a file)")                               \
    X(XLSX, "xlsx", "FILE", "a workbook")                                                          \
    X(PDF, "pdf", "FILE", "a report to read and print")                                            \
    X(JSON, "json", "FILE", "all of it for programs")                                              \
    X(ICS, "ics", "FILE", "the actions' dates for calendars")                                      \
    X(MARKDOWN, "markdown", "FILE", "a summary to paste into a mail")                              \
    X(SHEETS, "sheets", "DIR", "a PDF for each school, with its own part alone")                   \
    X(ALL, "all", "DIR", "all of these, for each of their readers")                                \
    X(PACK, "pack", "AGENDA", "as --new: an agenda of the packs, or a pack's file")                \
    X(AT, "at", "ADDRESS", "where the kiosk will be reached, if it is known already")

enum asked_option {
#define X(name, word, argument, help) ASKED_##name,
    ASKED_LIST(X)
#undef X
        ASKED_COUNT
};

enum verb {
#define X(name, word, least, most, options, files, help) VERB_##name,
    VERB_LIST(X)
#undef X
        VERB_COUNT /* none: a workshop is to be run */
};

enum { ASKED_MATCHES_MAX = 64 };

/* Texts are borrowed from the command line. */
struct asked {
    enum verb verb;
    const char *const *files;
    unsigned file_count;
    const char *value[ASKED_COUNT];         /* NULL: not given; of one without argument: itself */
    const char *matches[ASKED_MATCHES_MAX]; /* every --match in turn */
    unsigned match_count;
};

/* Reads the command line where it begins with a verb; else the verb is VERB_COUNT, and all is well.
 * May reorder argv. ERROR_FORMAT: `trouble` says what is wrong with which verb or option. */
CHECKED enum error asked_read(struct asked *out, int argc, char **argv, struct trouble *trouble);

void asked_print_help(FILE *out);

#endif
