/* The command line, line by line. */

#include "options/options.h"

#include "testing.h"

enum { WORDS_MAX = 10 };

static enum error read_words(struct options *options, struct trouble *trouble,
                             const char *const *words)
{
    char *argv[WORDS_MAX + 2] = {(char *)(uintptr_t) "plenary-kiosk"};
    int argc = 1;
    for (; words[argc - 1]; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    *trouble = (struct trouble){0};
    return options_read(options, argc, argv, trouble);
}

static void what_is_said_is_taken(void **state)
{
    struct options o;
    struct trouble t;
    (void)state;
    assert_int_equal(read_words(&o, &t, (const char *[]){NULL}), ERROR_OK);
    assert_int_equal(o.port, OPTIONS_PORT);
    assert_true(!o.file && !o.agenda && !o.width && !o.headless && o.theme == 0);
    assert_int_equal(o.console, OPTIONS_CONSOLE_AUTO);

    assert_int_equal(read_words(&o, &t,
                                (const char *[]){"--new", "day", "x.plenary", "--title=A B",
                                                 "--schools", "A,B", "--import", "g.csv", NULL}),
                     ERROR_OK);
    assert_string_equal(o.agenda, "day");
    assert_string_equal(o.file, "x.plenary");
    assert_string_equal(o.title, "A B");
    assert_string_equal(o.schools, "A,B");
    assert_string_equal(o.import, "g.csv");

    assert_int_equal(
        read_words(&o, &t,
                   (const char *[]){"--windowed", "1280x720", "--theme", "dark", "--reduced-motion",
                                    "--port", "0", "--console", "window", NULL}),
        ERROR_OK);
    assert_true(o.width == 1280 && o.height == 720 && o.theme == OPTIONS_DARK);
    assert_true(o.reduced_motion && o.port == 0 && o.console == OPTIONS_CONSOLE_WINDOW);

    assert_int_equal(read_words(&o, &t,
                                (const char *[]){"--headless", "--print-codes", "--listen",
                                                 "127.0.0.1", "--port=65535", NULL}),
                     ERROR_OK);
    assert_true(o.headless && o.print_codes && o.port == 65535);
    assert_string_equal(o.listen, "127.0.0.1");

    assert_int_equal(read_words(&o, &t, (const char *[]){"--rehearse", "easy", "x.plenary", NULL}),
                     ERROR_OK);
    assert_string_equal(o.rehearse, "easy");
    assert_string_equal(o.file, "x.plenary");
    assert_int_equal(
        read_words(&o, &t, (const char *[]){"--rehearse", "easy", "--new", "day", NULL}),
        ERROR_FORMAT);
    assert_int_equal(read_words(&o, &t, (const char *[]){"--headless", NULL}), ERROR_OK);

    assert_int_equal(o.speed, 1);
    assert_int_equal(read_words(&o, &t, (const char *[]){"--speed", "600", NULL}), ERROR_OK);
    assert_int_equal(o.speed, 600);
    assert_int_equal(read_words(&o, &t, (const char *[]){"--speed=0", NULL}), ERROR_FORMAT);
    assert_int_equal(read_words(&o, &t, (const char *[]){"--speed=3601", NULL}), ERROR_FORMAT);

    /* a file whose name looks like an option, or like the command */
    assert_int_equal(read_words(&o, &t, (const char *[]){"--", "--odd.plenary", NULL}), ERROR_OK);
    assert_string_equal(o.file, "--odd.plenary");
    assert_int_equal(read_words(&o, &t, (const char *[]){"./check", NULL}), ERROR_OK);
    assert_string_equal(o.file, "./check");
    assert_int_equal(read_words(&o, &t, (const char *[]){"--help", NULL}), ERROR_OK);
    assert_true(o.help);
    assert_int_equal(read_words(&o, &t, (const char *[]){"--version", NULL}), ERROR_OK);
    assert_true(o.version);
}

static void what_is_wrong_is_named(void **state)
{
    static const struct {
        const char *words[WORDS_MAX];
        const char *named;
    } cases[] = {
        {{"--bogus"}, "--bogus"},
        {{"x.plenary", "--bogus=3"}, "--bogus=3"},
        {{"-n"}, "-n"},
        {{"--new"}, "--new"},
        {{"--headless=yes"}, "--headless=yes"},
        {{"--s"}, "--s"}, /* schools or screenshots */
        {{"--port", "65536"}, "65536"},
        {{"--port", "-1"}, "-1"},
        {{"--port", "+1"}, "+1"},
        {{"--port", " 1"}, "\" 1\""},
        {{"--port", "12a"}, "12a"},
        {{"--port", ""}, "--port"},
        {{"--port", "99999999999999999999"}, "9999"},
        {{"--theme", "blue"}, "blue"},
        {{"--console", "beside"}, "beside"},
        {{"--windowed", "1280"}, "1280"},
        {{"--windowed", "1280x"}, "1280x"},
        {{"--windowed", "x720"}, "x720"},
        {{"--windowed", "1280x720x"}, "1280x720x"},
        {{"--windowed", "319x720"}, "319x720"},
        {{"--windowed", "1280x239"}, "1280x239"},
        {{"--windowed", "16385x720"}, "16385x720"},
        {{"--windowed", "4294968576x720"}, "4294968576"},
        {{"a.plenary", "b.plenary"}, "b.plenary"},
        {{"--schools", "A,B", "x.plenary"}, "--schools"},
        {{"--title", "T", "x.plenary"}, "--title"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct options o;
        struct trouble t;
        enum error e = read_words(&o, &t, cases[i].words);
        if (e != ERROR_FORMAT || !strstr(t.text, cases[i].named))
            fail_msg("case %zu (%s): %d %s", i, cases[i].words[0], e, t.text);
    }
}

static void help_names_every_option(void **state)
{
    char text[4096] = "";
    (void)state;
    FILE *out = fmemopen(text, sizeof text - 1, "w");
    assert_non_null(out);
    options_print_help(out);
    fclose(out);
    static const char *const words[] = {
        "--new",   "--title",   "--schools",     "--import",        "--windowed",
        "--theme", "--listen",  "--port",        "--headless",      "--print-codes",
        "--help",  "--version", "--screenshots", "--reduced-motion"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strstr(text, words[i]))
            fail_msg("%s", words[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_is_taken),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(help_names_every_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
