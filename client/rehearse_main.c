#include "rehearse/rehearse.h"

#include "arguments/arguments.h"
#include "words/words.h"

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* plenary-rehearse: the players of a rehearsal for a kiosk on another machine, or more of them. */

enum { EXIT_OPTIONS = 2 };

static atomic_bool stop;

static void on_signal(int number)
{
    (void)number;
    atomic_store(&stop, true);
}

struct wishes {
    const char *code, *pack, *state;
    struct arguments_host host;
    uint64_t seats; /* 0: not given */
    uint64_t seed;
};

static bool want_seats(void *to, const char *value, struct trouble *why)
{
    uint64_t *seats = to;
    if (arguments_number(seats, value, why) && *seats >= 1 && *seats <= REHEARSE_SEATS_MAX)
        return true;
    (void)trouble_set(why, ERROR_RANGE, word(WORD_REHEARSE_SEATS_RANGE), REHEARSE_SEATS_MAX, value);
    return false;
}

#define AT(member) offsetof(struct wishes, member)

static const struct argument options[] = {
    {"--at", "HOST[:PORT]", WORD_REHEARSE_AT, arguments_at, AT(host)},
    {"--join", "CODE", WORD_REHEARSE_JOIN, arguments_text, AT(code)},
    {"--pack", "PACK", WORD_REHEARSE_PACK, arguments_text, AT(pack)},
    {"--seats", "N", WORD_REHEARSE_SEATS, want_seats, AT(seats)},
    {"--seed", "N", WORD_REHEARSE_SEED, arguments_number, AT(seed)},
    {"--state", "FOLDER", WORD_REHEARSE_STATE, arguments_text, AT(state)},
};

static const struct arguments command_line = {"plenary-rehearse", WORD_REHEARSE_TITLE, options,
                                              sizeof options / sizeof *options};

static void print_line(void *context, const char *line)
{
    (void)context;
    puts(line);
}

static int fail(const char *why)
{
    arguments_complain(&command_line, "%s", why);
    return EXIT_FAILURE;
}

int main(int count, char **arguments)
{
    struct wishes wishes = {.seed = 1};
    struct rehearsal_pack *pack;
    struct rehearsal *rehearsal;
    struct trouble t = {0};
    enum arguments_end end = arguments_read(&wishes, &command_line, count, arguments);
    if (end == ARGUMENTS_ANSWERED)
        return EXIT_SUCCESS;
    if (end == ARGUMENTS_AMISS)
        return EXIT_OPTIONS;
    if (!wishes.host.name[0] || !wishes.code || !wishes.pack) {
        arguments_complain(&command_line, word(WORD_REHEARSE_MISSING),
                           "--at HOST:PORT --join CODE --pack PACK", "--help");
        return EXIT_OPTIONS;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    enum error e = content_load_rehearsal(&pack, wishes.pack, &t);
    if (e)
        return fail(t.text[0] ? t.text : error_text(e));
    struct rehearse_options wanted = {.host = wishes.host.name,
                                      .port = wishes.host.port,
                                      .code = wishes.code,
                                      .pack = pack,
                                      .seats = (unsigned)wishes.seats,
                                      .seed = wishes.seed,
                                      .state_folder = wishes.state,
                                      .tell = print_line};
    if (wishes.state)
        rehearse_clear(wishes.state, time(NULL));
    e = rehearse_create(&rehearsal, &wanted, &t);
    int status = e ? fail(t.text[0] ? t.text : error_text(e)) : EXIT_SUCCESS;
    if (!e) {
        rehearse_run(rehearsal, &stop);
        if (rehearse_ended(rehearsal))
            status = fail(rehearse_why(rehearsal));
    }
    rehearse_destroy(&rehearsal);
    rehearsal_pack_destroy(&pack);
    return status;
}
