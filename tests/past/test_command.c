#include "host/check.h"
#include "past/cluster.h"
#include "past/command.h"
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

/* plenary-kiosk bring-review: what it prints, and that it keeps to it. */

#define CONDITIONS "consult=Consultation|plans=Local plans|money=Funding"

static char csv[CLUSTER_PATH_SIZE], said[CLUSTER_SAID_SIZE];
static struct trouble trouble;

static void make_files(const struct scratch *scratch)
{
    struct store *store =
        cluster_make(scratch->path, "Now", AUTUMN_2009, CONDITIONS, "Ashby|Birch");
    cluster_end(&store);
    cluster_write(csv, scratch, "2008.csv",
                  "Condition,Ashby,Elm Park\nConsultation,4,5\nMoney,6,7\nBuses,1,2\n");
}

/* The line as typed, without the program's name; NULL ends it. */
static enum error run(const char *const *words)
{
    char *argv[24] = {(char *)"plenary-kiosk"};
    int argc = 1;
    struct asked asked;
    trouble.text[0] = said[0] = '\0';
    for (; *words; words++)
        argv[argc++] = (char *)*words;
    argv[argc] = NULL;
    assert_int_equal(asked_read(&asked, argc, argv, &trouble), ERROR_OK);
    assert_int_equal(asked.verb, VERB_BRING_REVIEW);
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_non_null(out);
    enum error e = past_command(&asked, out, &trouble);
    fclose(out);
    return e;
}
#define RUN(...) run((const char *const[]){"bring-review", __VA_ARGS__, NULL})

static void rows_are_asked_about_and_answered(void **state)
{
    const struct scratch *scratch = *state;
    const char *workshop = scratch->path;
    char questions[CLUSTER_SAID_SIZE];
    make_files(scratch);
    struct bytes before = bytes_read(workshop);
    assert_int_equal(RUN(workshop, csv), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "--on 2009-05-12"));
    assert_int_equal(RUN(workshop, csv, "--on", "someday"), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "“someday” is no day"));
    snprintf(questions, sizeof questions,
             "“2008”, 15 October 2008. Schools: 1 of 2. Conditions: 1.\n"
             "Not in this workshop, and left out: Elm Park.\n"
             "“Money” in %s: which condition is that?\n"
             "    Please say it: --match \"Money=CONDITION\", or --match \"Money=-\" to leave it "
             "out.\n"
             "“Buses” in %s: which condition is that?\n"
             "    Please say it: --match \"Buses=CONDITION\", or --match \"Buses=-\" to leave it "
             "out.\n",
             csv, csv);
    assert_int_equal(RUN(workshop, csv, "--on", "2008-10-15"), ERROR_FORMAT);
    assert_string_equal(said, questions);
    assert_non_null(strstr(trouble.text, "Nothing was brought in yet"));
    assert_int_equal(RUN(workshop, csv, "--on", "2008-10-15", "--preview"), ERROR_OK);
    assert_string_equal(said, questions);
    assert_true(bytes_same(workshop, before));
    free(before.at);
    assert_int_equal(RUN(workshop, csv, "--on", "2008-10-15", "--title", "Autumn", "--match",
                         "money=Funding", "--match", "Buses=-"),
                     ERROR_OK);
    assert_string_equal(said, "“Autumn”, 15 October 2008. Schools: 1 of 2. Conditions: 2.\n"
                              "Not in this workshop, and left out: Elm Park.\n"
                              "No condition of this workshop, and left out: “Buses”.\n"
                              "Brought in: 1 earlier review.\n");
    struct store *store = cluster_open(workshop);
    cluster_says(store, 1, "Ashby 4/- -/- 6/-");
    cluster_end(&store);
    FILE *nowhere = fopen("/dev/null", "w");
    assert_int_equal(check_file(workshop, nowhere, &trouble), ERROR_OK);
    fclose(nowhere);
}

static void several_files_at_once(void **state)
{
    const struct scratch *scratch = *state;
    char earlier[CLUSTER_PATH_SIZE];
    make_files(scratch);
    cluster_path(earlier, scratch, "spring.plenary");
    struct store *store = cluster_make(earlier, "Spring", SPRING_2009, CONDITIONS, "Birch");
    cluster_agree(store, "Birch", 2, 8, 9, SPRING_2009);
    cluster_end(&store);
    assert_int_equal(RUN(scratch->path, earlier, csv, "--on", "2008-10-15", "--match", "Buses=-",
                         "--match", "Money=-"),
                     ERROR_OK);
    assert_non_null(strstr(said, "“Spring”, 12 May 2009. Schools: 1 of 1. Conditions: 1.\n"));
    assert_non_null(strstr(said, "Brought in: 2 earlier reviews.\n"));
    assert_int_equal(RUN(scratch->path, earlier), ERROR_OK);
    assert_string_equal(said, "“Spring”, 12 May 2009, is here already and is left out.\n"
                              "No earlier review was brought in. 1 was here already.\n");
    assert_int_equal(RUN(scratch->path, scratch->path), ERROR_EXISTS);
    assert_int_equal(RUN(earlier, "/nowhere.plenary"), ERROR_ABSENT);
}

int main(void)
{
#define COMMAND_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        COMMAND_TEST(rows_are_asked_about_and_answered),
        COMMAND_TEST(several_files_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
