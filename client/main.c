#include "base/text.h"
#include "lines/lines.h"
#include "screen/screens.h"
#include "session/session.h"
#include "words/words.h"

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* plenary-client: the participant's program. Options, then the window or the form without one. */

enum { EXIT_OPTIONS = 2 };

struct wishes {
    bool text, dark, reduced_motion;
    const char *code, *name, *school, *state;
    struct link_invite invite;    /* the code may be one */
    char host[SESSION_HOST_SIZE]; /* empty: not given */
    uint16_t port;
    unsigned width, height; /* 0: the whole screen */
};

static bool want_text(struct wishes *w, const char *value)
{
    (void)value;
    return w->text = true;
}

static bool want_code(struct wishes *w, const char *value)
{
    enum link_invite_fault fault = link_invite_read(&w->invite, value);
    w->code = fault == LINK_INVITE_FINE ? w->invite.code : value;
    if (fault == LINK_INVITE_FINE || fault == LINK_INVITE_NOT_ONE)
        return true;
    fprintf(stderr, "plenary-client: %s\n", session_invite_text(fault));
    return false;
}

/* HOST or HOST:PORT */
static bool want_at(struct wishes *w, const char *value)
{
    const char *colon = strrchr(value, ':');
    size_t length = colon ? (size_t)(colon - value) : strlen(value);
    char *end = "";
    unsigned long port = colon ? strtoul(colon + 1, &end, 10) : SESSION_PORT;
    if (length == 0 || length >= sizeof w->host || *end || port < 1 || port > UINT16_MAX)
        return false;
    memcpy(w->host, value, length);
    w->host[length] = '\0';
    w->port = (uint16_t)port;
    return true;
}

static bool want_name(struct wishes *w, const char *value)
{
    w->name = value;
    return true;
}

static bool want_school(struct wishes *w, const char *value)
{
    w->school = value;
    return true;
}

static bool want_state(struct wishes *w, const char *value)
{
    w->state = value;
    return *value && strlen(value) < PATH_MAX;
}

static bool want_window(struct wishes *w, const char *value)
{
    int all = 0;
    return sscanf(value, "%5ux%5u%n", &w->width, &w->height, &all) == 2 && !value[all] &&
           w->width >= 320 && w->height >= 240 && w->width <= 16384 && w->height <= 16384;
}

static bool want_theme(struct wishes *w, const char *value)
{
    w->dark = strcmp(value, "dark") == 0;
    return w->dark || strcmp(value, "light") == 0;
}

static bool want_reduced_motion(struct wishes *w, const char *value)
{
    (void)value;
    return w->reduced_motion = true;
}

static bool want_help(struct wishes *w, const char *value);
static bool want_version(struct wishes *w, const char *value);

static const struct option {
    const char *name;
    const char *value; /* what follows it, NULL: nothing */
    enum word help;
    bool (*want)(struct wishes *, const char *value); /* false: not such a value */
} options[] = {
    {"--join", "CODE|plenary:...", WORD_OPTION_JOIN, want_code},
    {"--at", "HOST[:PORT]", WORD_OPTION_AT, want_at},
    {"--name", "NAME", WORD_OPTION_NAME, want_name},
    {"--school", "NAME", WORD_OPTION_SCHOOL, want_school},
    {"--state", "FOLDER", WORD_OPTION_STATE, want_state},
    {"--text", NULL, WORD_OPTION_TEXT, want_text},
    {"--windowed", "WIDTHxHEIGHT", WORD_OPTION_WINDOWED, want_window},
    {"--theme", "light|dark", WORD_OPTION_THEME, want_theme},
    {"--reduced-motion", NULL, WORD_OPTION_MOTION, want_reduced_motion},
    {"--help", NULL, WORD_OPTION_HELP, want_help},
    {"--version", NULL, WORD_OPTION_VERSION, want_version},
};

enum { OPTIONS = sizeof options / sizeof *options };

static bool want_help(struct wishes *w, const char *value)
{
    (void)w;
    (void)value;
    puts(word(WORD_OPTION_TITLE));
    for (unsigned i = 0; i < OPTIONS; i++) {
        char form[48];
        snprintf(form, sizeof form, "%s %s", options[i].name,
                 options[i].value ? options[i].value : "");
        printf("  %-26s%s\n", form, word(options[i].help));
    }
    exit(EXIT_SUCCESS);
}

static bool want_version(struct wishes *w, const char *value)
{
    (void)w;
    (void)value;
    printf("plenary-client %s\n", PLENARY_VERSION);
    exit(EXIT_SUCCESS);
}

static const struct option *find_option(const char *name)
{
    for (unsigned i = 0; i < OPTIONS; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    return NULL;
}

static void complain(enum word what, const char *a, const char *b)
{
    fputs("plenary-client: ", stderr);
    fprintf(stderr, word(what), a, b);
    fputs("\n", stderr);
}

static bool read_options(struct wishes *wishes, int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        const struct option *option = find_option(arguments[i]);
        const char *value = NULL;
        if (!option) {
            complain(WORD_OPTION_UNKNOWN, arguments[i], "--help");
            return false;
        }
        if (option->value && ++i == count) {
            complain(WORD_OPTION_MISSING, option->name, option->value);
            return false;
        }
        if (option->value)
            value = arguments[i];
        if (!option->want(wishes, value)) {
            complain(WORD_OPTION_VALUE, value, option->value);
            return false;
        }
    }
    if (!wishes->host[0] && wishes->invite.host[0]) {
        text_copy(wishes->host, sizeof wishes->host, wishes->invite.host);
        wishes->port = wishes->invite.port ? wishes->invite.port : SESSION_PORT;
    }
    if (wishes->code && wishes->text && !wishes->host[0]) {
        complain(WORD_OPTION_MISSING, "--join", "--at HOST[:PORT]");
        return false;
    }
    return true;
}

static int run_text(const struct wishes *w, const char *state)
{
    struct lines_options lines = {.host = w->host[0] ? w->host : NULL,
                                  .port = w->port,
                                  .code = w->code,
                                  .state_folder = state,
                                  .name = w->name,
                                  .school = w->school};
    setvbuf(stdout, NULL, _IOLBF, 0);
    return lines_run(&lines, STDIN_FILENO, stdout);
}

static int run_window(const struct wishes *w, const char *state)
{
    struct screens_options screens = {.host = w->host[0] ? w->host : NULL,
                                      .port = w->port,
                                      .code = w->code,
                                      .name = w->name,
                                      .school = w->school,
                                      .resume = !w->code,
                                      .state_folder = state,
                                      .width = (int)w->width,
                                      .height = (int)w->height,
                                      .theme = w->dark ? THEME_DARK : THEME_LIGHT,
                                      .reduced_motion = w->reduced_motion};
    struct trouble t = {0};
    enum error e = screens_run(&screens, &t);
    if (e)
        fprintf(stderr, "plenary-client: %s\n", t.text[0] ? t.text : error_text(e));
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int count, char **arguments)
{
    struct wishes wishes = {0};
    char folder[PATH_MAX];
    if (!read_options(&wishes, count, arguments))
        return EXIT_OPTIONS;
    const char *state = wishes.state;
    if (!state && !session_default_folder(folder, sizeof folder))
        state = folder;
    signal(SIGPIPE, SIG_IGN);
    return wishes.text ? run_text(&wishes, state) : run_window(&wishes, state);
}
