#ifndef PLENARY_START_BRING_H
#define PLENARY_START_BRING_H

/* The page that brings files of one-to-one talks into a workshop: first which workshop and which
 * files, then what differs, with a choice for each, then what was brought in. Like the rest of the
 * start screen it only asks: whoever shows it opens the files and takes them in. */

#include "merge/merge.h"
#include "start/start.h"

enum { BRING_FILES_MAX = 64, BRING_INTO_MAX = START_RECENTS };

enum bring_step { BRING_CHOOSING, BRING_COMPARING, BRING_DONE };

/* A workshop file that was found or dropped. */
struct bring_file {
    char path[START_PATH_SIZE];
    int recent; /* which of the recents it is, -1: none. Nothing comes into a file from itself */
    bool chosen;
};

/* Between frames; a zeroed one, with its files filled in, is a good first one. Large. */
struct bring_screen {
    bool up; /* the page is shown */
    bool arrived;
    enum bring_step step;
    int into; /* which of the recents */
    int file_count, file_top;
    struct bring_file files[BRING_FILES_MAX];
    struct merge *merge;        /* while comparing: borrowed, and its choices are made here */
    int top;                    /* first entry shown */
    char trouble[512];          /* what could not be done; set by the caller */
    char done[MERGE_TEXT_SIZE]; /* what was brought in; set by the caller */
};

enum bring_choice {
    BRING_NOTHING,
    BRING_BACK,    /* to the start, or from comparing to choosing */
    BRING_COMPARE, /* the chosen files into the workshop `into` */
    BRING_TAKE,    /* what was chosen */
    BRING_OPEN     /* the workshop, now that all is in it */
};

/* Draws the page within a frame of the ui and says what was chosen in it. */
enum bring_choice bring_draw(struct ui *ui, const struct layout *layout,
                             struct bring_screen *screen, const struct start_given *given);

/* Adds a file, chosen already if somebody dropped it; one that is there already is not doubled. */
void bring_add(struct bring_screen *screen, const char *path, bool chosen);

/* True when the file is to be brought in. */
bool bring_takes(const struct bring_screen *screen, int file);

/* How many files are chosen. */
unsigned bring_count(const struct bring_screen *screen);

#endif
