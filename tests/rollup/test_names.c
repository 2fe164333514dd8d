/* No school's name is left in what people typed. */

#include "rollup/names.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "testing.h"

static struct room *room;
static struct rollup_names *names;

static int set_up(void **state)
{
    static const char *const schools[] = {
        "Ashby",
        "St Mary’s CE Primary School, Ashby Road",
        "The Grove School",
        "École Élémentaire Benoît",
        "Castle-Hill Academy",
        "School",
        "Park",
    };
    (void)state;
    names = calloc(1, sizeof *names);
    assert_int_equal(room_create(&room), ERROR_OK);
    assert_non_null(names);
    for (uint16_t i = 0; i < sizeof schools / sizeof *schools; i++) {
        text_copy(room->schools[i + 1].name, NAME_SIZE, schools[i]);
        room->school_order[i] = (school_id)(i + 1);
        room->school_count++;
    }
    rollup_names_read(names, room);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    free(names);
    room_destroy(&room);
    return 0;
}

static void test_hides_names(void **state)
{
    static const struct {
        const char *text, *without;
    } cases[] = {
        {"Ashby has no room.", "A school has no room."},
        {"At ASHBY, and at ashby's", "At a school, and at a school's"},
        {"Ashbyton and Mashby stay", "Ashbyton and Mashby stay"},
        {"(Ashby)", "(a school)"},
        {"“Ashby”", "“a school”"},
        {"St Mary's asks", "A school asks"},
        {"what St. Marys needs", "what a school needs"},
        {"st mary’s ce primary needs", "A school needs"},
        {"St Mary's CE Primary School, Ashby Road, asks", "A school, asks"},
        {"all of the Grove waits", "all of the a school waits"},
        {"The Grove School waits", "A school waits"},
        {"Groves wait", "Groves wait"},
        {"the ecole elementaire BENOIT", "the a school"},
        {"Castle Hill and castle-hill academy", "A school and a school"},
        {"Every school of our School", "Every school of our School"},
        {"Nobody is told", "Nobody is told"},
        {"", ""},
        {"Ashby", "A school"},
        {"Ashby Ashby", "A school a school"},
        {"in Ashby, Park, Grove", "in a school, a school, a school"},
    };
    char to[256];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rollup_names_hide(to, sizeof to, names, cases[i].text);
        assert_string_equal(to, cases[i].without);
    }
}

/* However little room there is, the text is cut at a whole character and no name shows. */
static void test_cuts(void **state)
{
    static const char text[] = "Überall: Ashby, Grove — Castle Hill, Ärger in Park";
    char whole[256], to[256];
    (void)state;
    rollup_names_hide(whole, sizeof whole, names, text);
    for (size_t size = 1; size <= strlen(whole); size++) {
        rollup_names_hide(to, size, names, text);
        assert_true(strlen(to) < size);
        assert_memory_equal(to, whole, strlen(to));
        assert_int_equal(text_whole(whole, strlen(to)), strlen(to));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_hides_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cuts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
