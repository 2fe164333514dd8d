/* Merging real files: which are refused and how that is said, and that none of them is changed. */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "host/check.h"
#include "journal/scratch.h"
#include "merge/command.h"
#include "opening/opening.h"
#include "testing.h"

#define AGENDA "cluster-workshop"

static void path_of(char to[160], const struct scratch *scratch, const char *name)
{
    snprintf(to, 160, "%s/%s.plenary", scratch->folder, name);
}

/* A workshop file with those schools, the first with one rating agreed. */
static void make_file(const char *path, const char *agenda, const char *schools)
{
    struct opening asked = {.file = path, .agenda = agenda, .schools = schools};
    struct opening_report *report = calloc(1, sizeof *report);
    struct trouble trouble = {0};
    struct store *store;
    struct link_random random = link_random_system();
    assert_non_null(report);
    if (opening_do(&store, report, &asked, &random, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    struct command command = {.kind = COMMAND_AGREE_IN_PERSON};
    command.change.rating =
        (struct rating_change){.school = 1, .condition = 2, .figure = {.now = 4}, .with = "Sam"};
    assert_int_equal(store_do(store, SEAT_KIOSK, &command, store_last_ms(store)), REFUSAL_NONE);
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    store_destroy(&store);
    free(report);
}

/* What merging said, and what became of it. */
static enum error merge(const char *file, const char *from, bool preview, char *said, size_t size,
                        struct trouble *trouble)
{
    struct merge_asked asked = {.file = file, .from = &from, .from_count = 1, .preview = preview};
    struct link_random random = link_random_system();
    FILE *out = fmemopen(said, size, "w");
    assert_non_null(out);
    trouble->text[0] = '\0';
    enum error e = merge_files(&asked, &random, out, trouble);
    fclose(out);
    return e;
}

static void assert_sound(const char *path)
{
    struct trouble trouble = {0};
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    if (check_file(path, nowhere, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    fclose(nowhere);
}

static void a_file_comes_in_and_stays_as_it_was(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], said[4096];
    struct trouble trouble;
    path_of(from, scratch, "Birch");
    make_file(scratch->path, AGENDA, "Ashby");
    make_file(from, AGENDA, "Birch");
    struct bytes theirs = bytes_read(from), ours = bytes_read(scratch->path);

    assert_int_equal(merge(scratch->path, from, true, said, sizeof said, &trouble), ERROR_OK);
    assert_non_null(strstr(said, "only in Birch.plenary: Birch, 2 Integration into school "
                                 "planning: 4, agreed with Sam on "));
    assert_non_null(strstr(said, "To bring in: 1 school, 1 rating."));
    assert_true(bytes_same(scratch->path, ours));

    assert_int_equal(merge(scratch->path, from, false, said, sizeof said, &trouble), ERROR_OK);
    assert_non_null(strstr(said, "Brought in: 1 school, 1 rating."));
    assert_true(bytes_same(from, theirs));
    assert_sound(scratch->path);

    assert_int_equal(merge(scratch->path, from, false, said, sizeof said, &trouble), ERROR_OK);
    assert_non_null(strstr(said, "Brought in: nothing."));
    free(theirs.at);
    free(ours.at);
}

/* Refused, with words for it, and the workshop is as it was. */
static void assert_refused(const struct scratch *scratch, const char *from, enum error wanted,
                           const char *word)
{
    char said[4096];
    struct trouble trouble;
    struct bytes ours = bytes_read(scratch->path);
    assert_int_equal(merge(scratch->path, from, false, said, sizeof said, &trouble), wanted);
    if (!strstr(trouble.text, word) || !strstr(trouble.text, from))
        fail_msg("\"%s\" should say \"%s\" of %s", trouble.text, word, from);
    assert_true(bytes_same(scratch->path, ours));
    free(ours.at);
}

static void execute(const char *path, const char *sql)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static void what_cannot_come_in_is_named(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], link_path[192];
    make_file(scratch->path, AGENDA, "Ashby");

    path_of(from, scratch, "nowhere");
    assert_refused(scratch, from, ERROR_ABSENT, "no such file");
    assert_refused(scratch, scratch->path, ERROR_EXISTS, "the workshop itself");
    snprintf(link_path, sizeof link_path, "%s/link.plenary", scratch->folder);
    assert_int_equal(symlink(scratch->path, link_path), 0);
    assert_refused(scratch, link_path, ERROR_EXISTS, "the workshop itself");

    path_of(from, scratch, "text");
    bytes_write(from, (const uint8_t *)"not a workshop at all", 21);
    assert_refused(scratch, from, ERROR_FORMAT, "not a Plenary workshop");

    path_of(from, scratch, "other");
    make_file(from, "centre-review", "Birch");
    assert_refused(scratch, from, ERROR_FORMAT, "another content pack");

    path_of(from, scratch, "newer");
    make_file(from, AGENDA, "Birch");
    execute(from, "PRAGMA user_version=99");
    assert_refused(scratch, from, ERROR_NEWER, "newer");

    path_of(from, scratch, "damaged");
    make_file(from, AGENDA, "Birch");
    execute(from, "DELETE FROM event WHERE seq=5");
    assert_refused(scratch, from, ERROR_DAMAGED, "");
}

static void a_file_that_is_open_elsewhere_is_left_alone(void **state)
{
    const struct scratch *scratch = *state;
    char from[160];
    struct journal *journal;
    struct trouble trouble;
    path_of(from, scratch, "Birch");
    make_file(scratch->path, AGENDA, "Ashby");
    make_file(from, AGENDA, "Birch");
    assert_int_equal(journal_open(&journal, from, &trouble), ERROR_OK);
    assert_refused(scratch, from, ERROR_BUSY, "another kiosk");
    journal_destroy(&journal);
}

static void a_file_named_twice_is_refused(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], said[4096];
    struct trouble trouble = {0};
    struct link_random random = link_random_system();
    path_of(from, scratch, "Birch");
    make_file(scratch->path, AGENDA, "Ashby");
    make_file(from, AGENDA, "Birch");
    const char *const twice[] = {from, from};
    struct merge_asked asked = {.file = scratch->path, .from = twice, .from_count = 2};
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_int_equal(merge_files(&asked, &random, out, &trouble), ERROR_EXISTS);
    fclose(out);
    assert_non_null(strstr(trouble.text, "twice"));
}

int main(void)
{
    setenv("XDG_STATE_HOME", "/tmp/plenary-merge-state", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_comes_in_and_stays_as_it_was, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_cannot_come_in_is_named, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_file_that_is_open_elsewhere_is_left_alone, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_file_named_twice_is_refused, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
