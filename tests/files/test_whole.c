/* A file is there whole or not at all. */

#include "files/whole.h"

#include "testing.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/plenary-whole-XXXXXX";
static char path[64], part[72];

static int set_up(void **state)
{
    (void)state;
    strcpy(folder + sizeof folder - 7, "XXXXXX");
    snprintf(path, sizeof path, "%s/report.pdf", mkdtemp(folder));
    snprintf(part, sizeof part, "%s.part", path);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(path);
    unlink(part);
    return rmdir(folder);
}

static void put(const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_holds(const char *text)
{
    char found[64] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(found, text);
}

static void an_older_file_stays_until_the_new_one_is_whole(void **state)
{
    (void)state;
    struct whole whole;
    struct trouble t = {0};
    put("old");
    assert_int_equal(whole_begin(&whole, path, WHOLE_OWN, &t), ERROR_OK);
    fputs("new", whole.file);
    fflush(whole.file);
    assert_holds("old");
    assert_int_equal(whole_end(&whole, &t), ERROR_OK);
    assert_holds("new");
    assert_int_not_equal(access(part, F_OK), 0);
    struct stat s;
    assert_int_equal(stat(path, &s), 0);
    assert_int_equal(s.st_mode & 0777, 0600);
}

static void what_is_given_up_leaves_nothing(void **state)
{
    (void)state;
    struct whole whole;
    struct trouble t = {0};
    put("old");
    assert_int_equal(whole_begin(&whole, path, WHOLE_USUAL, &t), ERROR_OK);
    fputs("half", whole.file);
    whole_drop(&whole);
    whole_drop(&whole);
    assert_holds("old");
    assert_int_not_equal(access(part, F_OK), 0);
}

static void what_a_writer_could_not_do_is_told_at_the_end(void **state)
{
    (void)state;
    struct whole whole;
    struct trouble t = {0};
    put("old");
    assert_int_equal(whole_begin(&whole, path, WHOLE_OWN, &t), ERROR_OK);
    whole.failed = 28; /* ENOSPC */
    assert_int_equal(whole_end(&whole, &t), ERROR_FULL);
    assert_non_null(strstr(t.text, path));
    assert_holds("old");
    assert_int_not_equal(access(part, F_OK), 0);

    assert_int_equal(whole_begin(&whole, "/nowhere/at/all.pdf", WHOLE_OWN, &t), ERROR_IO);
    assert_non_null(strstr(t.text, "/nowhere/at/all.pdf"));
}

static void put_at(const char *where, const char *text)
{
    FILE *file = fopen(where, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void begin(struct whole *whole)
{
    struct trouble t = {0};
    if (whole_begin(whole, path, WHOLE_OWN, &t))
        fail_msg("%s", t.text);
}

/* Left by a program that was killed, or laid there by somebody: open to all, or leading away. */
static void what_was_left_over_is_not_written_into(void **state)
{
    (void)state;
    struct whole whole;
    struct trouble t = {0};
    struct stat s;
    char elsewhere[72];
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", folder);
    put_at(part, "left over");
    assert_int_equal(chmod(part, 0644), 0);
    begin(&whole);
    assert_int_equal(fstat(fileno(whole.file), &s), 0);
    assert_int_equal(s.st_mode & 0777, 0600);
    whole_drop(&whole);

    put_at(elsewhere, "mine");
    assert_int_equal(symlink(elsewhere, part), 0);
    begin(&whole);
    fputs("new", whole.file);
    assert_int_equal(whole_end(&whole, &t), ERROR_OK);
    assert_holds("new");
    assert_int_equal(lstat(path, &s), 0);
    assert_true(S_ISREG(s.st_mode));
    assert_int_equal(stat(elsewhere, &s), 0);
    assert_int_equal(s.st_size, strlen("mine"));
    unlink(elsewhere);
}

static void a_workshop_and_a_folder_stay(void **state)
{
    (void)state;
    struct whole whole;
    struct trouble t = {0};
    FILE *file = fopen(path, "w");
    fwrite("SQLite format 3", 1, 16, file);
    fclose(file);
    assert_int_equal(whole_begin(&whole, path, WHOLE_OWN, &t), ERROR_EXISTS);
    assert_non_null(strstr(t.text, path));
    assert_holds("SQLite format 3");
    assert_int_not_equal(access(part, F_OK), 0);
    assert_int_equal(whole_begin(&whole, folder, WHOLE_OWN, &t), ERROR_IO);
    assert_int_equal(whole_begin(&whole, "/dev/null", WHOLE_OWN, &t), ERROR_IO);
}

static void of_two_that_write_at_once_neither_is_half(void **state)
{
    (void)state;
    struct whole first, second;
    struct trouble t = {0};
    begin(&first);
    fputs("first", first.file);
    begin(&second);
    fputs("second", second.file);
    assert_int_equal(whole_end(&first, &t), ERROR_IO);
    assert_int_not_equal(access(path, F_OK), 0);
    assert_int_equal(whole_end(&second, &t), ERROR_OK);
    assert_holds("second");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_older_file_stays_until_the_new_one_is_whole, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_given_up_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_writer_could_not_do_is_told_at_the_end, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_was_left_over_is_not_written_into, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_workshop_and_a_folder_stay, set_up, tear_down),
        cmocka_unit_test_setup_teardown(of_two_that_write_at_once_neither_is_half, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
