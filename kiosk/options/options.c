#include "options/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

/* letter (getopt's own, never typed), word, argument's name, help */
#define OPTION_LIST(X)                                                                             \
    X('n', "new", "AGENDA", "begin a workshop with this agenda of the packs")                      \
    X('t', "title", "TEXT", "its title")                                                           \
    X('s', "schools", "\"A,B,...\"", "its schools, between commas")                                \
    X('i', "import", "GRID.csv,...", "take in review grids or sheets of schools")                  \
    X('R', "rehearse", "PACK", "a training with made-up people: one of the rehearsal packs")       \
    X('w', "windowed", "WxH", "a window instead of the full screen")                               \
    X('c', "theme", "light|dark", "colours of the screen")                                         \
    X('C', "console", "auto|window|overlay|none", "where the facilitator's console is")            \
    X('r', "reduced-motion", NULL, "nothing moves on the screen")                                  \
    X('l', "listen", "ADDRESS", "receive participants on this address only")                       \
    X('p', "port", "N", "and on this port (0: any free one)")                                      \
    X('H', "headless", NULL, "no screen: host the participants only")                              \
    X('k', "print-codes", NULL, "print port and join codes on standard output")                    \
    X('f', "speed", "N", "the workshop's time runs N times faster, for rehearsals")                \
    X('S', "screenshots", "DIR", "draw every stage of the file to PNG and end")                    \
    X('h', "help", NULL, "this help")                                                              \
    X('v', "version", NULL, "the version")

static const struct option words[] = {
#define X(letter, word, argument, help)                                                            \
    {word, (argument) ? required_argument : no_argument, 0, letter},
    OPTION_LIST(X)
#undef X
        {0},
};

/* Reads a whole number from `least` to `most` and what ends it; false when there is none. */
static bool read_number(long *to, const char **text, long least, long most)
{
    char *end;
    if (**text < '0' || **text > '9')
        return false;
    *to = strtol(*text, &end, 10);
    *text = end;
    return *to >= least && *to <= most;
}

static enum error read_size(struct options *out, const char *text, struct trouble *trouble)
{
    const char *at = text;
    long width, height;
    if (!read_number(&width, &at, 320, 16384) || *at++ != 'x' ||
        !read_number(&height, &at, 240, 16384) || *at)
        return trouble_set(trouble, ERROR_FORMAT,
                           "--windowed wants a size such as 1280x720, not \"%s\".", text);
    out->width = (int)width;
    out->height = (int)height;
    return ERROR_OK;
}

static enum error read_port(struct options *out, const char *text, struct trouble *trouble)
{
    const char *at = text;
    long port;
    if (!read_number(&port, &at, 0, UINT16_MAX) || *at)
        return trouble_set(trouble, ERROR_FORMAT,
                           "--port wants a number from 0 to 65535, not \"%s\".", text);
    out->port = (uint16_t)port;
    return ERROR_OK;
}

static enum error read_speed(struct options *out, const char *text, struct trouble *trouble)
{
    const char *at = text;
    long speed;
    if (!read_number(&speed, &at, 1, OPTIONS_SPEED_MOST) || *at)
        return trouble_set(trouble, ERROR_FORMAT,
                           "--speed wants a number from 1 to %d, not \"%s\".", OPTIONS_SPEED_MOST,
                           text);
    out->speed = (unsigned)speed;
    return ERROR_OK;
}

static enum error read_theme(struct options *out, const char *text, struct trouble *trouble)
{
    if (strcmp(text, "light") != 0 && strcmp(text, "dark") != 0)
        return trouble_set(trouble, ERROR_FORMAT, "--theme is light or dark, not \"%s\".", text);
    out->theme = text[0] == 'd' ? OPTIONS_DARK : OPTIONS_LIGHT;
    return ERROR_OK;
}

static enum error read_console(struct options *out, const char *text, struct trouble *trouble)
{
    static const char *const places[] = {[OPTIONS_CONSOLE_AUTO] = "auto",
                                         [OPTIONS_CONSOLE_WINDOW] = "window",
                                         [OPTIONS_CONSOLE_OVERLAY] = "overlay",
                                         [OPTIONS_CONSOLE_NONE] = "none"};
    for (unsigned i = 0; i < sizeof places / sizeof *places; i++)
        if (strcmp(text, places[i]) == 0) {
            out->console = (enum options_console)i;
            return ERROR_OK;
        }
    return trouble_set(trouble, ERROR_FORMAT,
                       "--console is auto, window, overlay or none, not \"%s\".", text);
}

static enum error take_option(struct options *out, int letter, const char *argument,
                              struct trouble *trouble)
{
    switch (letter) {
    case 'n':
        out->agenda = argument;
        return ERROR_OK;
    case 't':
        out->title = argument;
        return ERROR_OK;
    case 's':
        out->schools = argument;
        return ERROR_OK;
    case 'i':
        out->import = argument;
        return ERROR_OK;
    case 'R':
        out->rehearse = argument;
        return ERROR_OK;
    case 'w':
        return read_size(out, argument, trouble);
    case 'c':
        return read_theme(out, argument, trouble);
    case 'C':
        return read_console(out, argument, trouble);
    case 'r':
        out->reduced_motion = true;
        return ERROR_OK;
    case 'l':
        out->listen = argument;
        return ERROR_OK;
    case 'p':
        return read_port(out, argument, trouble);
    case 'H':
        out->headless = true;
        return ERROR_OK;
    case 'k':
        out->print_codes = true;
        return ERROR_OK;
    case 'f':
        return read_speed(out, argument, trouble);
    case 'S':
        out->screenshots = argument;
        return ERROR_OK;
    case 'h':
        out->help = true;
        return ERROR_OK;
    case 'v':
        out->version = true;
        return ERROR_OK;
    case ':':
        return trouble_set(trouble, ERROR_FORMAT, "\"%s\" lacks what belongs to it.", argument);
    default:
        return trouble_set(trouble, ERROR_FORMAT, "\"%s\" is not an option of Plenary's.",
                           argument);
    }
}

static enum error take_rest(struct options *out, int count, char **rest, struct trouble *trouble)
{
    if (count > 1)
        return trouble_set(trouble, ERROR_FORMAT,
                           "One workshop file at a time, please: not \"%s\".", rest[1]);
    out->file = count ? rest[0] : NULL;
    if ((out->schools || out->title) && !out->agenda)
        return trouble_set(trouble, ERROR_FORMAT, "--%s goes with --new.",
                           out->schools ? "schools" : "title");
    if (out->rehearse && (out->agenda || out->import))
        return trouble_set(trouble, ERROR_FORMAT,
                           "--rehearse brings its own agenda, schools and figures: it does not go "
                           "with --%s.",
                           out->agenda ? "new" : "import");
    return ERROR_OK;
}

enum error options_read(struct options *out, int argc, char **argv, struct trouble *trouble)
{
    memset(out, 0, sizeof *out);
    out->port = OPTIONS_PORT;
    out->speed = 1;
    optind = 0; /* glibc's way of starting anew */
    opterr = 0; /* we say it ourselves */
    for (int letter; (letter = getopt_long(argc, argv, ":", words, NULL)) != -1;) {
        bool amiss = letter == ':' || letter == '?';
        enum error e = take_option(out, letter, amiss ? argv[optind - 1] : optarg, trouble);
        if (e != ERROR_OK)
            return e;
    }
    return take_rest(out, argc - optind, argv + optind, trouble);
}

void options_print_help(FILE *out)
{
    fputs("plenary-kiosk [OPTIONS] [FILE.plenary]   run a workshop\n\n", out);
#define X(letter, word, argument, help) {word, argument, help},
    static const struct {
        const char *word, *argument, *help;
    } lines[] = {OPTION_LIST(X)};
#undef X
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *argument = lines[i].argument ? lines[i].argument : "";
        fprintf(out, "  --%s %-*s %s\n", lines[i].word, (int)(36 - strlen(lines[i].word)), argument,
                lines[i].help);
    }
}
