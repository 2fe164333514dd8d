/* Where the page is saved, and what is not written over. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "takeaway/home.h"
#include "takeaway/takeaway.h"
#include "testing.h"

static struct room *room;
static char folder[64], path[TAKEAWAY_PATH_SIZE], wanted[TAKEAWAY_PATH_SIZE];
static struct trouble trouble;

static const char *in_folder(const char *name)
{
    snprintf(wanted, sizeof wanted, "%s/%s", folder, name);
    return wanted;
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static bool holds(const char *name, const char *text)
{
    static char found[HOME_TEXT_SIZE];
    FILE *file = fopen(in_folder(name), "r");
    if (!file)
        return false;
    size_t got = fread(found, 1, sizeof found - 1, file);
    fclose(file);
    found[got] = '\0';
    return strstr(found, text) != NULL;
}

static void assert_saved(const char *name)
{
    assert_int_equal(takeaway_save(path, room, folder, &trouble), ERROR_OK);
    assert_string_equal(path, in_folder(name));
    assert_true(holds(name, "</html>"));
}

static void it_is_for_one_reader(void **state)
{
    (void)state;
    struct stat stat_of;
    assert_saved("Riverside cluster-Ingle.html");
    assert_int_equal(stat(path, &stat_of), 0);
    assert_int_equal(stat_of.st_mode & 0777, 0600);
}

static void a_trainings_name_says_so(void **state)
{
    (void)state;
    room->workshop.training = true;
    assert_saved("TRAINING- Riverside cluster-Ingle.html");
}

/* A page of the same workshop, day and school is brought up to date. */
static void it_replaces_its_own(void **state)
{
    (void)state;
    assert_saved("Riverside cluster-Ingle.html");
    text_copy(room->actions[900].content.text, NOTE_SIZE, "Something newer");
    assert_saved("Riverside cluster-Ingle.html");
    assert_true(holds("Riverside cluster-Ingle.html", "Something newer"));
    assert_int_not_equal(access(in_folder("Riverside cluster-Ingle (2).html"), F_OK), 0);
}

static void it_leaves_other_files_alone(void **state)
{
    (void)state;
    put("Riverside cluster-Ingle.html", "<!DOCTYPE html>\n<html lang=\"en\">somebody's own");
    put("Riverside cluster-Ingle (2).html", "");
    assert_saved("Riverside cluster-Ingle (3).html");
    assert_saved("Riverside cluster-Ingle (3).html");
    assert_true(holds("Riverside cluster-Ingle.html", "somebody's own"));
    room->workshop.day++; /* the same cluster on another day is another workshop */
    assert_saved("Riverside cluster-Ingle (4).html");
}

static void whoever_speaks_for_no_school_saves_another(void **state)
{
    (void)state;
    room->me.speaks = false;
    assert_saved("Riverside cluster-what we will do.html");
    assert_false(holds("Riverside cluster-what we will do.html", "Ingle</h1>"));
}

/* Names stay within one folder, however they are written. */
static void a_name_is_no_path(void **state)
{
    (void)state;
    text_copy(room->workshop.title, TITLE_SIZE, "../../Up/and away");
    text_copy(room->schools[HOME_SCHOOL].name, NAME_SIZE, "../St. John's / St. Mary's");
    assert_int_equal(takeaway_save(path, room, folder, &trouble), ERROR_OK);
    assert_memory_equal(path, folder, strlen(folder));
    assert_ptr_equal(strchr(path + strlen(folder) + 1, '/'), NULL);
    assert_int_equal(unlink(path), 0);
}

static void the_folder_is_made(void **state)
{
    (void)state;
    char deeper[80];
    snprintf(deeper, sizeof deeper, "%s/Plenary", folder);
    assert_int_equal(setenv("PLENARY_WORKSHOPS", deeper, 1), 0);
    assert_int_equal(takeaway_save(path, room, NULL, &trouble), ERROR_OK);
    assert_memory_equal(path, deeper, strlen(deeper));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(deeper), 0);
    put("file", "");
    snprintf(deeper, sizeof deeper, "%s/file/Plenary", folder);
    setenv("PLENARY_WORKSHOPS", deeper, 1);
    assert_int_equal(takeaway_save(path, room, NULL, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, deeper));
    setenv("PLENARY_WORKSHOPS", in_folder("file"), 1); /* it is none */
    assert_int_equal(takeaway_save(path, room, NULL, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, "Riverside cluster-Ingle.html"));
    unsetenv("PLENARY_WORKSHOPS");
}

static void a_file_that_was_named_is_not_written_over(void **state)
{
    (void)state;
    put("mine.html", "mine");
    char mine[TAKEAWAY_PATH_SIZE];
    snprintf(mine, sizeof mine, "%s/mine.html", folder);
    assert_int_equal(takeaway_save_as(mine, room, &trouble), ERROR_EXISTS);
    assert_true(holds("mine.html", "mine"));
    assert_int_equal(unlink(mine), 0);
    assert_int_equal(takeaway_save_as(mine, room, &trouble), ERROR_OK);
    assert_int_equal(takeaway_save_as(mine, room, &trouble), ERROR_OK);
    assert_true(holds("mine.html", "</html>"));
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/plenary-takeaway-XXXXXX");
    if (!mkdtemp(folder) || room_create(&room) != ERROR_OK)
        return -1;
    home_make(room, true);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const names[] = {"Riverside cluster-Ingle.html",
                                        "Riverside cluster-Ingle (2).html",
                                        "Riverside cluster-Ingle (3).html",
                                        "Riverside cluster-Ingle (4).html",
                                        "Riverside cluster-what we will do.html",
                                        "TRAINING- Riverside cluster-Ingle.html",
                                        "mine.html",
                                        "file"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(in_folder(names[i]));
    room_destroy(&room);
    return rmdir(folder);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_is_for_one_reader),
        TEST(a_trainings_name_says_so),
        TEST(it_replaces_its_own),
        TEST(it_leaves_other_files_alone),
        TEST(whoever_speaks_for_no_school_saves_another),
        TEST(a_name_is_no_path),
        TEST(the_folder_is_made),
        TEST(a_file_that_was_named_is_not_written_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
