#ifndef PLENARY_OPTIONS_OPTIONS_H
#define PLENARY_OPTIONS_OPTIONS_H

/* The kiosk's command line when a workshop is to be run (otherwise: options/asked.h), read by
 * getopt_long from one table. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum { OPTIONS_PORT = 47474, OPTIONS_SPEED_MOST = 3600 };

enum options_theme { OPTIONS_LIGHT, OPTIONS_DARK };

/* Where the facilitator's console is: on a second screen if there is one, in a window, over the
 * stage when asked for, or nowhere. */
enum options_console {
    OPTIONS_CONSOLE_AUTO,
    OPTIONS_CONSOLE_WINDOW,
    OPTIONS_CONSOLE_OVERLAY,
    OPTIONS_CONSOLE_NONE
};

/* Texts are borrowed from the command line; NULL: not given. */
struct options {
    const char *file;     /* the workshop file */
    const char *agenda;   /* --new: id of an agenda of the packs, or a pack's file */
    const char *rehearse; /* id of a rehearsal pack, or its file */
    const char *title;
    const char *schools; /* names between commas */
    const char *import;  /* files of grids, between commas */
    int width, height;   /* --windowed; 0: full screen */
    enum options_theme theme;
    enum options_console console;
    bool reduced_motion;
    const char *listen; /* address; NULL: all */
    uint16_t port;      /* 0: any */
    unsigned speed;     /* of the workshop's time, 1: the machine's */
    bool headless;
    bool print_codes;
    const char *screenshots; /* folder */
    bool help;
    bool version;
};

/* Reads the command line. ERROR_FORMAT: `trouble` says what is wrong with which option. */
CHECKED enum error options_read(struct options *out, int argc, char **argv,
                                struct trouble *trouble);

void options_print_help(FILE *out);

#endif
