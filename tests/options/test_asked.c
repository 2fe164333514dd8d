/* What the kiosk is asked to do with files. */

#include "options/asked.h"

#include "testing.h"

enum { WORDS_MAX = 10 };

static char *argv[WORDS_MAX + 2];

static enum error read_words(struct asked *asked, struct trouble *trouble, const char *const *words)
{
    int argc = 1;
    argv[0] = (char *)(uintptr_t) "plenary-kiosk";
    for (; words[argc - 1]; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc - 1];
    argv[argc] = NULL;
    *trouble = (struct trouble){0};
    return asked_read(asked, argc, argv, trouble);
}

static void verbs_take_files_and_options_in_any_order(void **state)
{
    struct asked a;
    struct trouble t;
    (void)state;
    assert_int_equal(read_words(&a, &t,
                                (const char *[]){"merge", "x.plenary", "--theirs", "a.plenary",
                                                 "b.plenary", "--preview", NULL}),
                     ERROR_OK);
    assert_true(a.verb == VERB_MERGE && a.value[ASKED_THEIRS] && a.value[ASKED_PREVIEW]);
    assert_null(a.value[ASKED_OURS]);
    assert_int_equal(a.file_count, 3);
    assert_string_equal(a.files[0], "x.plenary");
    assert_string_equal(a.files[2], "b.plenary");

    assert_int_equal(read_words(&a, &t,
                                (const char *[]){"import", "--match", "A=b", "x.plenary",
                                                 "--match=C=-", "g.csv", NULL}),
                     ERROR_OK);
    assert_int_equal(a.match_count, 2);
    assert_string_equal(a.matches[0], "A=b");
    assert_string_equal(a.matches[1], "C=-");
    assert_int_equal(a.file_count, 2);

    assert_int_equal(read_words(&a, &t, (const char *[]){"forms", "--pdf", "f.pdf", NULL}),
                     ERROR_OK);
    assert_string_equal(a.value[ASKED_PDF], "f.pdf");
}

static void two_formats_go_to_two_files(void **state)
{
    struct asked a;
    struct trouble t;
    (void)state;
    assert_int_equal(
        read_words(&a, &t,
                   (const char *[]){"export", "x.plenary", "--pdf", "a", "--json", "a", NULL}),
        ERROR_FORMAT);
    assert_non_null(strstr(t.text, "--pdf and --json"));
    assert_int_equal(
        read_words(&a, &t,
                   (const char *[]){"export", "x.plenary", "--pdf", "a", "--json", "b", NULL}),
        ERROR_OK);
}

static void without_a_verb_there_is_none(void **state)
{
    struct asked a;
    struct trouble t;
    (void)state;
    assert_int_equal(read_words(&a, &t, (const char *[]){NULL}), ERROR_OK);
    assert_int_equal(a.verb, VERB_COUNT);
    assert_int_equal(read_words(&a, &t, (const char *[]){"./check", NULL}), ERROR_OK);
    assert_int_equal(a.verb, VERB_COUNT);
    assert_int_equal(read_words(&a, &t, (const char *[]){"--headless", "check", NULL}), ERROR_OK);
    assert_int_equal(a.verb, VERB_COUNT);
}

static void what_is_wrong_is_named(void **state)
{
    static const struct {
        const char *words[WORDS_MAX];
        const char *named;
    } cases[] = {
        {{"check"}, "check"},
        {{"check", "a", "b"}, "check"},
        {{"bring-actions", "x.plenary"}, "bring-actions"},
        {{"merge", "x.plenary"}, "merge"},
        {{"merge", "x.plenary", "y.plenary", "--ours", "--theirs"}, "--ours"},
        {{"check", "x.plenary", "--preview"}, "--preview"},
        {{"export", "x.plenary", "--bogus"}, "--bogus"},
        {{"export", "x.plenary", "--xlsx"}, "--xlsx"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct asked a;
        struct trouble t;
        enum error e = read_words(&a, &t, cases[i].words);
        if (e != ERROR_FORMAT || !strstr(t.text, cases[i].named))
            fail_msg("case %zu (%s): %d %s", i, cases[i].words[0], e, t.text);
    }
}

static void help_names_every_verb(void **state)
{
    char text[8192] = "";
    (void)state;
    FILE *out = fmemopen(text, sizeof text - 1, "w");
    assert_non_null(out);
    asked_print_help(out);
    fclose(out);
#define X(name, word, ...)                                                                         \
    if (!strstr(text, word))                                                                       \
        fail_msg("%s", word);
    VERB_LIST(X)
#undef X
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_take_files_and_options_in_any_order),
        cmocka_unit_test(two_formats_go_to_two_files),
        cmocka_unit_test(without_a_verb_there_is_none),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(help_names_every_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
