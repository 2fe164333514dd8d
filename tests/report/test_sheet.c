/* The sheet of a one-to-one talk, read back as text by another program. */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "golden/pages.h"
#include "journal/scratch.h"
#include "report/sheet.h"
#include "report/written.h"
#include "rooms/rooms.h"
#include "testing.h"

enum { ASHBY = 1, DENE = 4 };

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

static void it_reads_from_top_to_bottom(void **state)
{
    const struct scratch *scratch = *state;
    static char text[PAGES_TEXT_SIZE];
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
    pages_text(text, path, false);
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
    pages_in_order(text, order);
    room_destroy(&room);
}

static void it_tells_of_no_other_school_and_adds_nothing_up(void **state)
{
    const struct scratch *scratch = *state;
    static char text[PAGES_TEXT_SIZE];
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
    pages_text(text, path, false);
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
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct room *room = make_room(true);
    text_copy(room->schools[ASHBY].name, NAME_SIZE, "St. Mary/St. John: \"Upper\" مدرسة");
    write_sheet(path, scratch, room);
    assert_non_null(strstr(path, "/St. Mary-St. John- -Upper- "));
    pages_text(text, path, false);
    assert_non_null(strchr(text, '\f'));
    assert_non_null(strstr(text, "goes on for quite a while"));
    room_destroy(&room);
}

/* As a school may take it home after a whole day. */
static void write_own(char path[REPORT_PATH_SIZE], char text[PAGES_TEXT_SIZE],
                      const struct scratch *scratch, const struct written_spec *spec,
                      school_id school)
{
    struct trouble trouble = {0};
    struct room *room = written_room(spec, AUDIENCE_PARTICIPANTS, school);
    if (report_sheet(path, scratch->folder, room, school, day_ms, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    pages_text(text, path, true);
    pages_words_inside(path, 24);
    room_destroy(&room);
}

static const struct written_spec whole_day = {
    .schools = 10, .ratings = ROOMS_MOST, .full = true, .reviews = 2};

static void after_the_workshop_it_holds_the_schools_part_of_it(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    write_own(path, text, *state, &whole_day, DENE);
    static const char *const order[] = {"Dene",
                                        "For the people of Dene.",
                                        "2 Integration into school planning",
                                        "was 5, +2 (12 March 2025)",
                                        "From the workshop",
                                        "What this school takes on",
                                        "Action Who By when Status",
                                        "Find out what the secondary school could lend us",
                                        "Support",
                                        "Consultation and needs analysis: here you could help",
                                        "What comes first for the cluster",
                                        "1 Impact measurement",
                                        "Over time",
                                        "2 School planning",
                                        "22 Nov 2026",
                                        "8",
                                        NULL};
    pages_in_order(text, order);
    write_own(path, text, *state, &whole_day, ASHBY);
    static const char *const low[] = {"Support", "Ask your cluster manager", "Over time", NULL};
    pages_in_order(text, low);
    assert_non_null(strstr(text, written_why));
    assert_non_null(strstr(text, written_own_action));
    assert_null(strstr(text, written_person));
}

static void put_action(struct room *room, action_id id, const char *text,
                       struct action_content content)
{
    room->actions[id] =
        (struct action_item){.revision = 1, .state = ACTION_ADOPTED, .content = content};
    text_copy(room->actions[id].content.text, NOTE_SIZE, text);
}

/* Whoever of the school has something in hand, as the school or as a person; nobody else. */
static void what_its_people_have_in_hand_stands_in_it(void **state)
{
    const struct scratch *scratch = *state;
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    struct room *room = written_room(&whole_day, AUDIENCE_PARTICIPANTS, ASHBY);
    memset(room->actions, 0, sizeof room->actions);
    put_action(room, 1, "One of ours",
               (struct action_content){.level = ACTION_LEVEL_CLUSTER, .owner = OWNER_SEAT});
    room->own_actions[1].asked = true;
    put_action(room, 2, "Of another's person",
               (struct action_content){.level = ACTION_LEVEL_CLUSTER, .owner = OWNER_SEAT});
    put_action(room, 3, "Of another school",
               (struct action_content){
                   .level = ACTION_LEVEL_SCHOOL, .owner = OWNER_SCHOOL, .owner_school = DENE});
    put_action(room, 4, "For every school", (struct action_content){.level = ACTION_LEVEL_SCHOOL});
    assert_int_equal(report_sheet(path, scratch->folder, room, ASHBY, day_ms, &trouble), ERROR_OK);
    pages_text(text, path, true);
    assert_non_null(strstr(text, "One of ours"));
    assert_non_null(strstr(text, "For every school"));
    assert_null(strstr(text, "Of another"));
    room_destroy(&room);
}

/* Names being on in the room, or not, is nothing to a school's own ratings; and who could help is
 * not named either, as that would tell where they stand. */
static void names_in_the_room_change_nothing(void **state)
{
    static char text[PAGES_TEXT_SIZE], named[PAGES_TEXT_SIZE];
    struct written_spec spec = whole_day;
    struct room *room = written_room(&spec, AUDIENCE_PARTICIPANTS, ASHBY);
    char path[REPORT_PATH_SIZE];
    write_own(path, text, *state, &spec, ASHBY);
    spec.consented = true;
    write_own(path, named, *state, &spec, ASHBY);
    char *support = strstr(named, "\nSupport\n"), *end = strstr(named, "What comes first");
    assert_non_null(support);
    assert_non_null(end);
    *end = '\0';
    for (school_id s = 2; s <= room->workshop.school_count; s++)
        assert_null(strstr(support, room->schools[s].name));
    *strstr(text, "\nSupport\n") = *support = '\0';
    assert_string_equal(named, text);
    room_destroy(&room);
}

/* Of so few, how many could help is as good as a name; the facilitator's room would tell. */
static void in_a_small_room_no_others_are_counted(void **state)
{
    const struct scratch *scratch = *state;
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    struct written_spec spec = {.schools = 4, .ratings = ROOMS_AGREED, .full = true};
    struct room *room = written_room(&spec, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(report_sheet(path, scratch->folder, room, ASHBY, day_ms, &trouble), ERROR_OK);
    pages_text(text, path, true);
    assert_non_null(strstr(text, "From the workshop"));
    assert_null(strstr(text, "could help"));
    room_destroy(&room);
}

static void it_is_tagged(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    write_own(path, text, *state, &whole_day, DENE);
    pages_structure(text, path);
    static const char *const tree[] = {"Document",
                                       "H1",
                                       "Dene",
                                       "H2",
                                       "Consultation",
                                       "P",
                                       "Now",
                                       "H2",
                                       "From the workshop",
                                       "H3",
                                       "Table",
                                       "TR",
                                       "TH",
                                       "L",
                                       "LI",
                                       "Figure",
                                       NULL};
    pages_in_order(text, tree);
    pages_bookmarks(text, path);
    static const char *const bookmarks[] = {"Dene\n  1  Consultation and needs analysis\n",
                                            "  From the workshop\n  Over time\n", NULL};
    pages_in_order(text, bookmarks);
}

static void it_looks_as_it_did(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    char path[REPORT_PATH_SIZE];
    write_own(path, text, *state, &whole_day, ASHBY);
    pages_golden("report/sheet", path);
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
    static char text[PAGES_TEXT_SIZE];
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

/* "A/B" and "A-B" cannot both be in a file's name, nor can all of a long one. */
static void no_sheet_takes_the_place_of_another(void **state)
{
    const struct scratch *scratch = *state;
    static const char *const names[] = {"A/B", "A-B", "a:b", "C"};
    char path[REPORT_PATH_SIZE];
    struct room *room = make_room(false);
    struct trouble trouble = {0};
    for (school_id s = 1; s <= 10; s++) {
        char name[NAME_SIZE] = "";
        for (unsigned i = 0; i < 16; i++)
            strcat(name, "школа ");
        sprintf(name + strlen(name), "%u", s);
        strcpy(room->schools[s].name, s <= 4 ? names[s - 1] : name);
    }
    for (school_id s = 1; s <= 10; s++)
        assert_int_equal(report_sheet(path, scratch->folder, room, s, day_ms, &trouble), ERROR_OK);
    assert_int_equal(count_files(scratch->folder), 10);
    room_destroy(&room);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(it_reads_from_top_to_bottom),
        IN_SCRATCH(it_tells_of_no_other_school_and_adds_nothing_up),
        IN_SCRATCH(long_names_and_many_conditions_take_more_pages),
        IN_SCRATCH(after_the_workshop_it_holds_the_schools_part_of_it),
        IN_SCRATCH(what_its_people_have_in_hand_stands_in_it),
        IN_SCRATCH(names_in_the_room_change_nothing),
        IN_SCRATCH(in_a_small_room_no_others_are_counted),
        IN_SCRATCH(it_is_tagged),
        IN_SCRATCH(it_looks_as_it_did),
        IN_SCRATCH(an_older_sheet_is_replaced_whole_or_not_at_all),
        IN_SCRATCH(no_sheet_takes_the_place_of_another),
        IN_SCRATCH(printing_needs_a_printing_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
