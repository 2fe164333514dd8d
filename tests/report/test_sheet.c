/* The sheet of a one-to-one talk, read back as text by another program. */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "journal/scratch.h"
#include "report/sheet.h"
#include "rooms/rooms.h"
#include "testing.h"

enum { TEXT_SIZE = 1 << 16, ASHBY = 1 };

/* 22 November 2026 */
static const int64_t day_ms = INT64_C(1795305600000);

static struct room *make_room(bool long_names)
{
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    rooms_example(
        room, (struct audience){.kind = AUDIENCE_FACILITATOR},
        &(struct rooms_spec){.schools = 10, .ratings = ROOMS_MOST, .long_names = long_names});
    return room;
}

/* What pdftotext finds in it, page breaks as form feeds. */
static void read_pdf(char to[TEXT_SIZE], const char *path)
{
    char command[REPORT_PATH_SIZE + 64];
    snprintf(command, sizeof command, "pdftotext '%s' -", path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t length = fread(to, 1, TEXT_SIZE - 1, pipe);
    to[length] = '\0';
    assert_int_equal(pclose(pipe), 0);
}

static void write_sheet(char path[REPORT_PATH_SIZE], const struct scratch *scratch,
                        const struct room *room)
{
    struct trouble trouble = {0};
    if (report_sheet(path, scratch->folder, room, ASHBY, day_ms, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    struct stat written;
    assert_int_equal(stat(path, &written), 0);
    assert_int_equal(written.st_mode & 0777, 0600); /* nobody else's to read */
}

/* Fails unless the texts come in this order. */
static void assert_in_order(const char *text, const char *const *wanted)
{
    for (const char *at = text; *wanted; wanted++) {
        const char *found = strstr(at, *wanted);
        if (!found)
            fail_msg("\"%s\" should follow in:\n%s", *wanted, at);
        at = found + strlen(*wanted);
    }
}

static void it_reads_from_top_to_bottom(void **state)
{
    const struct scratch *scratch = *state;
    static char text[TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct room *room = make_room(false);
    struct talk_item *talk = &room->talks[2][ASHBY];
    text_copy(talk->agreed.note, NOTE_SIZE, "The plan says little of it.");
    room->actions[1] = (struct action_item){
        .revision = 1, .content.school = ASHBY, .content.condition = 2, .content.months = 6};
    text_copy(room->actions[1].content.text, NOTE_SIZE, "Name it in the plan");
    room->actions[2] =
        (struct action_item){.revision = 1, .content.school = 2, .content.condition = 2};
    text_copy(room->actions[2].content.text, NOTE_SIZE, "Another school's action");
    write_sheet(path, scratch, room);
    assert_non_null(strstr(path, "/Ashby, one-to-one, Riverside cluster.pdf"));
    read_pdf(text, path);
    static const char *const order[] = {"Ashby",
                                        "Riverside cluster, 22 November 2026",
                                        "1 Consultation and needs analysis",
                                        "2 Integration into school planning",
                                        "Now",
                                        "Goal",
                                        "in 12 months",
                                        "Agreed in person with Head, 1 January 1970",
                                        "“The plan says little of it.”",
                                        "What will be done",
                                        "– Name it in the plan (in 6 months)",
                                        "Help with this",
                                        "– School improvement planning framework",
                                        "3 Alignment with local plans",
                                        "10 Impact measurement",
                                        "Proposed, not agreed yet",
                                        NULL};
    assert_in_order(text, order);
    room_destroy(&room);
}

static void it_tells_of_no_other_school_and_adds_nothing_up(void **state)
{
    const struct scratch *scratch = *state;
    static char text[TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct room *room = make_room(false);
    room->actions[2] =
        (struct action_item){.revision = 1, .content.school = 2, .content.condition = 2};
    text_copy(room->actions[2].content.text, NOTE_SIZE, "Another school's action");
    /* what somebody put before the workshop is no action of the 1-to-1 */
    room->actions[3] = (struct action_item){
        .revision = 1, .state = ACTION_WAITING, .content.school = ASHBY, .content.condition = 2};
    text_copy(room->actions[3].content.text, NOTE_SIZE, "A proposal");
    write_sheet(path, scratch, room);
    read_pdf(text, path);
    assert_null(strstr(text, "A proposal"));
    for (school_id s = 2; s <= room->workshop.school_count; s++)
        assert_null(strstr(text, room->schools[s].name));
    assert_null(strstr(text, "Another school"));
    assert_null(strcasestr(text, "total"));
    assert_null(strcasestr(text, "average"));
    room_destroy(&room);
}

static void long_names_and_many_conditions_take_more_pages(void **state)
{
    const struct scratch *scratch = *state;
    static char text[TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct room *room = make_room(true);
    text_copy(room->schools[ASHBY].name, NAME_SIZE, "St. Mary/St. John: \"Upper\" مدرسة");
    write_sheet(path, scratch, room);
    assert_non_null(strstr(path, "/St. Mary-St. John- -Upper- "));
    read_pdf(text, path);
    assert_non_null(strchr(text, '\f'));
    assert_non_null(strstr(text, "goes on for quite a while"));
    room_destroy(&room);
}

static unsigned count_files(const char *folder)
{
    unsigned count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

static void an_older_sheet_is_replaced_whole_or_not_at_all(void **state)
{
    const struct scratch *scratch = *state;
    static char text[TEXT_SIZE];
    char path[REPORT_PATH_SIZE], blocked[REPORT_PATH_SIZE + 8];
    struct trouble trouble = {0};
    struct room *room = make_room(false);
    write_sheet(path, scratch, room);
    write_sheet(path, scratch, room);
    assert_int_equal(count_files(scratch->folder), 1);
    struct bytes before = bytes_read(path);
    snprintf(blocked, sizeof blocked, "%s.part", path);
    assert_int_equal(mkdir(blocked, 0700), 0); /* nothing can be written beside it */
    assert_int_equal(report_sheet(path, scratch->folder, room, ASHBY, day_ms, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, path));
    assert_true(bytes_same(path, before));
    rmdir(blocked);
    assert_int_equal(report_sheet(path, "/nowhere/at/all", room, ASHBY, day_ms, &trouble),
                     ERROR_IO);
    (void)text;
    free(before.at);
    room_destroy(&room);
}

static void printing_needs_a_printing_program(void **state)
{
    const struct scratch *scratch = *state;
    char program[REPORT_PATH_SIZE], mark[REPORT_PATH_SIZE], script[2 * REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    char *usual = strdup(getenv("PATH"));
    setenv("PATH", scratch->folder, 1);
    assert_int_equal(report_print("/tmp/sheet.pdf", &trouble), ERROR_ABSENT);
    snprintf(program, sizeof program, "%s/lp", scratch->folder);
    snprintf(mark, sizeof mark, "%s/printed", scratch->folder);
    assert_int_equal(mkfifo(mark, 0600), 0);
    snprintf(script, sizeof script, "#!/bin/sh\necho \"$2\" > %s\n", mark);
    bytes_write(program, (const uint8_t *)script, strlen(script));
    assert_int_equal(chmod(program, 0700), 0);
    assert_int_equal(report_print("/tmp/sheet.pdf", &trouble), ERROR_OK);
    char said[64] = "";
    FILE *fifo = fopen(mark, "r"); /* waits for the program */
    assert_non_null(fifo);
    assert_non_null(fgets(said, sizeof said, fifo));
    fclose(fifo);
    assert_string_equal(said, "/tmp/sheet.pdf\n");
    setenv("PATH", usual, 1);
    free(usual);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(it_reads_from_top_to_bottom),
        IN_SCRATCH(it_tells_of_no_other_school_and_adds_nothing_up),
        IN_SCRATCH(long_names_and_many_conditions_take_more_pages),
        IN_SCRATCH(an_older_sheet_is_replaced_whole_or_not_at_all),
        IN_SCRATCH(printing_needs_a_printing_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
