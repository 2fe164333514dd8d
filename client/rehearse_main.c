#include "rehearse/rehearse.h"

#include "base/text.h"
#include "words/words.h"

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    char host[SESSION_HOST_SIZE]; /* empty: not given */
    uint16_t port;
    unsigned seats;
    uint64_t seed;
};

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

static bool want_code(struct wishes *w, const char *value)
{
    w->code = value;
    return true;
}

static bool want_pack(struct wishes *w, const char *value)
{
    w->pack = value;
    return *value;
}

static bool want_seats(struct wishes *w, const char *value)
{
    char *end;
    unsigned long seats = strtoul(value, &end, 10);
    w->seats = (unsigned)seats;
    return *value >= '0' && *value <= '9' && !*end && seats >= 1 && seats <= REHEARSE_SEATS_MAX;
}

static bool want_seed(struct wishes *w, const char *value)
{
    char *end;
    w->seed = strtoull(value, &end, 10);
    return *value >= '0' && *value <= '9' && !*end;
}

static bool want_state(struct wishes *w, const char *value)
{
    w->state = value;
    return *value && strlen(value) < PATH_MAX - 16;
}

static bool want_help(struct wishes *w, const char *value);
static bool want_version(struct wishes *w, const char *value);

static const struct option {
    const char *name;
    const char *value; /* what follows it, NULL: nothing */
    enum word help;
    bool (*want)(struct wishes *, const char *value); /* false: not such a value */
} options[] = {
    {"--at", "HOST[:PORT]", WORD_REHEARSE_AT, want_at},
    {"--join", "CODE", WORD_REHEARSE_JOIN, want_code},
    {"--pack", "PACK", WORD_REHEARSE_PACK, want_pack},
    {"--seats", "N", WORD_REHEARSE_SEATS, want_seats},
    {"--seed", "N", WORD_REHEARSE_SEED, want_seed},
    {"--state", "FOLDER", WORD_REHEARSE_STATE, want_state},
    {"--help", NULL, WORD_OPTION_HELP, want_help},
    {"--version", NULL, WORD_OPTION_VERSION, want_version},
};

enum { OPTIONS = sizeof options / sizeof *options };

static bool want_help(struct wishes *w, const char *value)
{
    (void)w;
    (void)value;
    puts(word(WORD_REHEARSE_TITLE));
    for (unsigned i = 0; i < OPTIONS; i++) {
        char form[48];
        snprintf(form, sizeof form, "%s %s", options[i].name,
                 options[i].value ? options[i].value : "");
        printf("  %-22s%s\n", form, word(options[i].help));
    }
    exit(EXIT_SUCCESS);
}

static bool want_version(struct wishes *w, const char *value)
{
    (void)w;
    (void)value;
    printf("plenary-rehearse %s\n", PLENARY_VERSION);
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
    fputs("plenary-rehearse: ", stderr);
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
    if (!wishes->host[0] || !wishes->code || !wishes->pack) {
        complain(WORD_REHEARSE_MISSING, "--at HOST:PORT --join CODE --pack PACK", "--help");
        return false;
    }
    return true;
}

static void print_line(void *context, const char *line)
{
    (void)context;
    puts(line);
}

static int fail(const char *why)
{
    fprintf(stderr, "plenary-rehearse: %s\n", why);
    return EXIT_FAILURE;
}

int main(int count, char **arguments)
{
    struct wishes wishes = {.seed = 1};
    struct rehearsal_pack *pack;
    struct rehearsal *rehearsal;
    struct trouble t = {0};
    if (!read_options(&wishes, count, arguments))
        return EXIT_OPTIONS;
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    enum error e = content_load_rehearsal(&pack, wishes.pack, &t);
    if (e)
        return fail(t.text[0] ? t.text : error_text(e));
    struct rehearse_options wanted = {.host = wishes.host,
                                      .port = wishes.port,
                                      .code = wishes.code,
                                      .pack = pack,
                                      .seats = wishes.seats,
                                      .seed = wishes.seed,
                                      .state_folder = wishes.state,
                                      .tell = print_line};
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
