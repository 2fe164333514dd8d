#include "arguments/arguments.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct argument answered[] = {
    {"--help", NULL, WORD_OPTION_HELP, NULL, 0},
    {"--version", NULL, WORD_OPTION_VERSION, NULL, 0},
};

enum { ANSWERED = sizeof answered / sizeof *answered, FORM_SIZE = 48 };

void arguments_complain(const struct arguments *arguments, const char *format, ...)
{
    va_list args;
    fprintf(stderr, "%s: ", arguments->program);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputs("\n", stderr);
}

/* How an option is typed. */
static void form_of(char form[FORM_SIZE], const struct argument *argument)
{
    snprintf(form, FORM_SIZE, "%s%s%s", argument->name, argument->value ? " " : "",
             argument->value ? argument->value : "");
}

static const struct argument *argument_at(const struct arguments *arguments, unsigned i)
{
    return i < arguments->count ? &arguments->list[i] : &answered[i - arguments->count];
}

static void print_help(const struct arguments *arguments)
{
    char form[FORM_SIZE];
    int widest = 0;
    for (unsigned i = 0; i < arguments->count + ANSWERED; i++) {
        form_of(form, argument_at(arguments, i));
        int width = (int)strlen(form);
        widest = width > widest ? width : widest;
    }
    puts(word(arguments->title));
    for (unsigned i = 0; i < arguments->count + ANSWERED; i++) {
        const struct argument *argument = argument_at(arguments, i);
        form_of(form, argument);
        printf("  %-*s  %s\n", widest, form, word(argument->help));
    }
}

static const struct argument *find(const struct arguments *arguments, const char *name)
{
    for (unsigned i = 0; i < arguments->count + ANSWERED; i++)
        if (strcmp(argument_at(arguments, i)->name, name) == 0)
            return argument_at(arguments, i);
    return NULL;
}

static void answer(const struct arguments *arguments, const struct argument *argument)
{
    if (argument == &answered[0])
        print_help(arguments);
    else
        printf("%s %s\n", arguments->program, PLENARY_VERSION);
}

enum arguments_end arguments_read(void *wishes, const struct arguments *arguments, int count,
                                  char *const *words)
{
    for (int i = 1; i < count; i++) {
        const struct argument *argument = find(arguments, words[i]);
        struct trouble why = {""};
        if (!argument) {
            arguments_complain(arguments, word(WORD_OPTION_UNKNOWN), words[i], "--help");
            return ARGUMENTS_AMISS;
        }
        if (!argument->take) {
            answer(arguments, argument);
            return ARGUMENTS_ANSWERED;
        }
        if (argument->value && ++i == count) {
            arguments_complain(arguments, word(WORD_OPTION_MISSING), argument->name,
                               argument->value);
            return ARGUMENTS_AMISS;
        }
        const char *value = argument->value ? words[i] : NULL;
        if (argument->take((char *)wishes + argument->at, value, &why))
            continue;
        if (why.text[0])
            arguments_complain(arguments, "%s", why.text);
        else
            arguments_complain(arguments, word(WORD_OPTION_VALUE), value, argument->value);
        return ARGUMENTS_AMISS;
    }
    return ARGUMENTS_TAKEN;
}

bool arguments_flag(void *to, const char *value, struct trouble *why)
{
    (void)value, (void)why;
    return *(bool *)to = true;
}

bool arguments_text(void *to, const char *value, struct trouble *why)
{
    (void)why;
    *(const char **)to = value;
    return value[0] && strlen(value) <= ARGUMENTS_TEXT_MAX;
}

bool arguments_number(void *to, const char *value, struct trouble *why)
{
    char *end;
    (void)why;
    errno = 0;
    *(uint64_t *)to = strtoull(value, &end, 10);
    return *value >= '0' && *value <= '9' && !*end && !errno;
}

bool arguments_at(void *to, const char *value, struct trouble *why)
{
    struct arguments_host *host = to;
    const char *colon = strrchr(value, ':');
    size_t length = colon ? (size_t)(colon - value) : strlen(value);
    uint64_t port = SESSION_PORT;
    if (length == 0 || length >= sizeof host->name ||
        (colon && !arguments_number(&port, colon + 1, why)) || port < 1 || port > UINT16_MAX)
        return false;
    memcpy(host->name, value, length);
    host->name[length] = '\0';
    host->port = (uint16_t)port;
    return true;
}
