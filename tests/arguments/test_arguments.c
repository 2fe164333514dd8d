#include "testing.h"

#include "arguments/arguments.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A command line is read from a table, and what is wrong with it is said. */

struct wishes {
    bool quick;
    const char *name;
    uint64_t count;
    struct arguments_host host;
};

static bool want_few(void *to, const char *value, struct trouble *why)
{
    uint64_t *count = to;
    if (arguments_number(count, value, why) && *count <= 9)
        return true;
    (void)trouble_set(why, ERROR_RANGE, "up to 9, not %s", value);
    return false;
}

#define AT(member) offsetof(struct wishes, member)

static const struct argument options[] = {
    {"--quick", NULL, WORD_OPTION_TEXT, arguments_flag, AT(quick)},
    {"--name", "NAME", WORD_OPTION_NAME, arguments_text, AT(name)},
    {"--few", "N", WORD_OPTION_NAME, want_few, AT(count)},
    {"--many", "N", WORD_OPTION_NAME, arguments_number, AT(count)},
    {"--at", "HOST[:PORT]", WORD_OPTION_AT, arguments_at, AT(host)},
};

static const struct arguments line = {"try", WORD_OPTION_TITLE, options,
                                      sizeof options / sizeof *options};

enum { WORDS_MAX = 8, SAID_SIZE = 4096 };

/* Reads the words; what was printed on `stream` is in `said`. */
static enum arguments_end read_words(struct wishes *wishes, char said[SAID_SIZE], FILE *stream,
                                     const char *const *words)
{
    char *argv[WORDS_MAX + 1] = {(char *)"try"};
    int count = 1, kept = dup(fileno(stream));
    FILE *file = tmpfile();
    assert_non_null(file);
    while (count <= WORDS_MAX && words[count - 1]) {
        argv[count] = (char *)words[count - 1];
        count++;
    }
    *wishes = (struct wishes){0};
    fflush(stream);
    dup2(fileno(file), fileno(stream));
    enum arguments_end end = arguments_read(wishes, &line, count, argv);
    fflush(stream);
    dup2(kept, fileno(stream));
    close(kept);
    rewind(file);
    size_t length = fread(said, 1, SAID_SIZE - 1, file);
    said[length] = '\0';
    fclose(file);
    return end;
}

#define WORDS(...) ((const char *const[WORDS_MAX + 1]){__VA_ARGS__})

static void everything_is_taken_to_its_place(void **state)
{
    struct wishes wishes;
    char said[SAID_SIZE];
    (void)state;
    assert_int_equal(read_words(&wishes, said, stderr,
                                WORDS("--name", "Ann", "--quick", "--many", "18446744073709551615",
                                      "--at", "kiosk.local:1")),
                     ARGUMENTS_TAKEN);
    assert_true(wishes.quick);
    assert_string_equal(wishes.name, "Ann");
    assert_true(wishes.count == UINT64_MAX);
    assert_string_equal(wishes.host.name, "kiosk.local");
    assert_int_equal(wishes.host.port, 1);
    assert_string_equal(said, "");
    assert_int_equal(read_words(&wishes, said, stderr, WORDS("--at", "10.0.0.1")), ARGUMENTS_TAKEN);
    assert_int_equal(wishes.host.port, SESSION_PORT);
}

static void what_is_wrong_is_said(void **state)
{
    static const struct {
        const char *words[WORDS_MAX + 1], *says;
    } cases[] = {
        {{"--nam"}, "try: there is no option “--nam”; --help lists them.\n"},
        {{"Ann"}, "try: there is no option “Ann”; --help lists them.\n"},
        {{"--quick", "--name"}, "try: --name needs NAME.\n"},
        {{"--name", ""}, "try: “” cannot be used: NAME is expected.\n"},
        {{"--few", "10"}, "try: up to 9, not 10\n"},
        {{"--many", "18446744073709551616"}, "N is expected"},
        {{"--many", "-1"}, "N is expected"},
        {{"--many", "1x"}, "N is expected"},
        {{"--many", ""}, "N is expected"},
        {{"--at", ":1"}, "HOST[:PORT] is expected"},
        {{"--at", "kiosk:"}, "HOST[:PORT] is expected"},
        {{"--at", "kiosk:0"}, "HOST[:PORT] is expected"},
        {{"--at", "kiosk:65536"}, "HOST[:PORT] is expected"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wishes wishes;
        char said[SAID_SIZE];
        assert_int_equal(read_words(&wishes, said, stderr, cases[i].words), ARGUMENTS_AMISS);
        if (!strstr(said, cases[i].says))
            fail_msg("said: %s wanted: %s", said, cases[i].says);
    }
}

static void help_and_version_are_answered(void **state)
{
    struct wishes wishes;
    char said[SAID_SIZE];
    (void)state;
    assert_int_equal(read_words(&wishes, said, stdout, WORDS("--quick", "--help")),
                     ARGUMENTS_ANSWERED);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        assert_non_null(strstr(said, options[i].name));
    assert_non_null(strstr(said, "--at HOST[:PORT]  "));
    assert_int_equal(read_words(&wishes, said, stdout, WORDS("--version")), ARGUMENTS_ANSWERED);
    assert_int_equal(strncmp(said, "try ", 4), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_taken_to_its_place),
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(help_and_version_are_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
