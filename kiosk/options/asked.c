#include "options/asked.h"

#include <getopt.h>
#include <string.h>

#define ASKS(name) (1U << ASKED_##name)

static const struct {
    const char *word;
    unsigned least, most, options;
    const char *files, *help;
} verbs[VERB_COUNT] = {
#define X(name, word, least, most, options, files, help) {word, least, most, options, files, help},
    VERB_LIST(X)
#undef X
};

/* getopt gives back the option's place, counted from 1. */
static const struct option words[] = {
#define X(name, word, argument, help)                                                              \
    {word, (argument) ? required_argument : no_argument, 0, ASKED_##name + 1},
    ASKED_LIST(X)
#undef X
        {0},
};

static enum verb find_verb(const char *word)
{
    unsigned verb = 0;
    while (verb < VERB_COUNT && strcmp(verbs[verb].word, word) != 0)
        verb++;
    return (enum verb)verb;
}

static enum error take(struct asked *out, unsigned option, const char *word, const char *value,
                       struct trouble *trouble)
{
    if (option >= ASKED_COUNT)
        return trouble_set(trouble, ERROR_FORMAT,
                           "\"%s\" is not an option of %s, or lacks a value.", word,
                           verbs[out->verb].word);
    if (!(verbs[out->verb].options & 1U << option))
        return trouble_set(trouble, ERROR_FORMAT, "--%s does not go with %s.", words[option].name,
                           verbs[out->verb].word);
    out->value[option] = value ? value : words[option].name;
    if (option != ASKED_MATCH)
        return ERROR_OK;
    if (out->match_count == ASKED_MATCHES_MAX)
        return trouble_set(trouble, ERROR_FORMAT, "--match can be said up to %d times.",
                           ASKED_MATCHES_MAX);
    out->matches[out->match_count++] = value;
    return ERROR_OK;
}

/* Of two that are written to one place the second would take the place of the first. */
static enum error check_places(const struct asked *out, struct trouble *trouble)
{
    static const unsigned files[] = {ASKED_CSV,  ASKED_XLSX, ASKED_PDF,
                                     ASKED_JSON, ASKED_ICS,  ASKED_MARKDOWN};
    enum { FILES = sizeof files / sizeof *files };
    for (unsigned i = 0; i < FILES; i++)
        for (unsigned k = 0; k < i; k++) {
            const char *first = out->value[files[k]], *second = out->value[files[i]];
            if (first && second && strcmp(first, second) == 0)
                return trouble_set(trouble, ERROR_FORMAT, "--%s and --%s name the same file: %s",
                                   words[files[k]].name, words[files[i]].name, first);
        }
    return ERROR_OK;
}

static enum error check(const struct asked *out, struct trouble *trouble)
{
    if (out->file_count < verbs[out->verb].least || out->file_count > verbs[out->verb].most)
        return trouble_set(trouble, ERROR_FORMAT, "%s goes like this: plenary-kiosk %s %s",
                           verbs[out->verb].word, verbs[out->verb].word, verbs[out->verb].files);
    if (out->value[ASKED_THEIRS] && out->value[ASKED_OURS])
        return trouble_set(trouble, ERROR_FORMAT, "--theirs and --ours cannot both be meant.");
    return check_places(out, trouble);
}

enum error asked_read(struct asked *out, int argc, char **argv, struct trouble *trouble)
{
    memset(out, 0, sizeof *out);
    out->verb = argc > 1 ? find_verb(argv[1]) : VERB_COUNT;
    if (out->verb == VERB_COUNT)
        return ERROR_OK;
    optind = 0; /* glibc's way of starting anew */
    opterr = 0; /* we say it ourselves */
    for (int place; (place = getopt_long(argc - 1, argv + 1, ":", words, NULL)) != -1;) {
        bool amiss = place == ':' || place == '?';
        enum error e =
            take(out, amiss ? ASKED_COUNT : (unsigned)place - 1, argv[optind], optarg, trouble);
        if (e != ERROR_OK)
            return e;
    }
    out->files = (const char *const *)argv + 1 + optind;
    out->file_count = (unsigned)(argc - 1 - optind);
    return check(out, trouble);
}

void asked_print_help(FILE *out)
{
    for (unsigned i = 0; i < VERB_COUNT; i++)
        fprintf(out, "plenary-kiosk %s %-*s %s\n", verbs[i].word, (int)(40 - strlen(verbs[i].word)),
                verbs[i].files, verbs[i].help);
    fputs("\nOptions of these:\n", out);
    static const struct {
        const char *word, *argument, *help;
    } lines[] = {
#define X(name, word, argument, help) {word, argument, help},
        ASKED_LIST(X)
#undef X
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *argument = lines[i].argument ? lines[i].argument : "";
        fprintf(out, "  --%s %-*s %s\n", lines[i].word, (int)(36 - strlen(lines[i].word)), argument,
                lines[i].help);
    }
}
