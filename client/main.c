#include "arguments/arguments.h"
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
    const char *name, *school, *state;
    struct {
        const char *typed;
        struct link_invite invite; /* what was typed may be one */
    } join;
    struct arguments_host host;
    struct {
        unsigned width, height; /* 0: as large as it is designed */
    } window;
};

static bool want_join(void *to, const char *value, struct trouble *why)
{
    struct wishes *w = to;
    enum link_invite_fault fault = link_invite_read(&w->join.invite, value);
    w->join.typed = fault == LINK_INVITE_FINE ? w->join.invite.code : value;
    if (fault == LINK_INVITE_FINE || fault == LINK_INVITE_NOT_ONE)
        return true;
    (void)trouble_set(why, ERROR_FORMAT, "%s", session_invite_text(fault));
    return false;
}

static bool want_window(void *to, const char *value, struct trouble *why)
{
    struct wishes *w = to;
    int all = 0;
    (void)why;
    return sscanf(value, "%5ux%5u%n", &w->window.width, &w->window.height, &all) == 2 &&
           !value[all] && w->window.width >= 320 && w->window.height >= 240 &&
           w->window.width <= 16384 && w->window.height <= 16384;
}

static bool want_theme(void *to, const char *value, struct trouble *why)
{
    struct wishes *w = to;
    (void)why;
    w->dark = strcmp(value, "dark") == 0;
    return w->dark || strcmp(value, "light") == 0;
}

#define AT(member) offsetof(struct wishes, member)

static const struct argument options[] = {
    {"--join", "CODE|plenary:...", WORD_OPTION_JOIN, want_join, 0},
    {"--at", "HOST[:PORT]", WORD_OPTION_AT, arguments_at, AT(host)},
    {"--name", "NAME", WORD_OPTION_NAME, arguments_text, AT(name)},
    {"--school", "NAME", WORD_OPTION_SCHOOL, arguments_text, AT(school)},
    {"--state", "FOLDER", WORD_OPTION_STATE, arguments_text, AT(state)},
    {"--text", NULL, WORD_OPTION_TEXT, arguments_flag, AT(text)},
    {"--windowed", "WIDTHxHEIGHT", WORD_OPTION_WINDOWED, want_window, 0},
    {"--theme", "light|dark", WORD_OPTION_THEME, want_theme, 0},
    {"--reduced-motion", NULL, WORD_OPTION_MOTION, arguments_flag, AT(reduced_motion)},
};

static const struct arguments command_line = {"plenary-client", WORD_OPTION_TITLE, options,
                                              sizeof options / sizeof *options};

/* What an invitation says, and what the options say together. */
static bool make_sense(struct wishes *wishes)
{
    const struct link_invite *invite = &wishes->join.invite;
    if (!wishes->host.name[0] && invite->host[0]) {
        text_copy(wishes->host.name, sizeof wishes->host.name, invite->host);
        wishes->host.port = invite->port ? invite->port : SESSION_PORT;
    }
    if (!wishes->join.typed || !wishes->text || wishes->host.name[0])
        return true;
    arguments_complain(&command_line, word(WORD_OPTION_MISSING), "--join", "--at HOST[:PORT]");
    return false;
}

static int run_text(const struct wishes *w, const char *state)
{
    struct lines_options lines = {.host = w->host.name[0] ? w->host.name : NULL,
                                  .port = w->host.port,
                                  .code = w->join.typed,
                                  .state_folder = state,
                                  .name = w->name,
                                  .school = w->school};
    setvbuf(stdout, NULL, _IOLBF, 0);
    return lines_run(&lines, STDIN_FILENO, stdout);
}

static int run_window(const struct wishes *w, const char *state)
{
    struct screens_options screens = {.host = w->host.name[0] ? w->host.name : NULL,
                                      .port = w->host.port,
                                      .code = w->join.typed,
                                      .name = w->name,
                                      .school = w->school,
                                      .resume = !w->join.typed,
                                      .state_folder = state,
                                      .width = (int)w->window.width,
                                      .height = (int)w->window.height,
                                      .theme = w->dark ? THEME_DARK : THEME_LIGHT,
                                      .reduced_motion = w->reduced_motion};
    struct trouble t = {0};
    enum error e = screens_run(&screens, &t);
    if (e)
        arguments_complain(&command_line, "%s", t.text[0] ? t.text : error_text(e));
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int count, char **arguments)
{
    struct wishes wishes = {0};
    char folder[PATH_MAX];
    enum arguments_end end = arguments_read(&wishes, &command_line, count, arguments);
    if (end == ARGUMENTS_ANSWERED)
        return EXIT_SUCCESS;
    if (end == ARGUMENTS_AMISS || !make_sense(&wishes))
        return EXIT_OPTIONS;
    const char *state = wishes.state;
    if (!state && !session_default_folder(folder, sizeof folder))
        state = folder;
    signal(SIGPIPE, SIG_IGN);
    return wishes.text ? run_text(&wishes, state) : run_window(&wishes, state);
}
