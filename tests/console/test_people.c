#include "testing.h"

#include "console/sitting.h"
#include "words/words.h"

/* Who sits where, by keys alone. */

static const struct rooms_spec some = {
    .schools = 4, .seats = 5, .place = {2, 2}, .address = "192.168.4.20"};

static int set_up(void **state)
{
    struct sitting *s;
    sitting_create(&s, &some, 1920, 1080);
    sitting_letter(s, 'n', 0);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct sitting *s = *state;
    sitting_destroy(&s);
    return 0;
}

/* Down the list to a seat, or to a school. */
static void choose(struct sitting *s, seat_id seat, school_id school)
{
    const struct person *now = &s->console->people.chosen;
    assert_true(sitting_tab_to(s, ui_id_of("people", 0)));
    sitting_key(s, KEY_HOME, 0);
    for (int i = 0; i < s->console->people.count; i++) {
        if (now->seat == seat && (seat || now->school == school))
            return;
        sitting_key(s, KEY_DOWN, 0);
    }
    fail_msg("no such row");
}

static void press(struct sitting *s, const char *name)
{
    assert_true(sitting_tab_to(s, ui_id_of(name, 0)));
    sitting_key(s, KEY_ENTER, 0);
}

static void test_begins_at_the_top(void **state)
{
    struct sitting *s = *state;
    assert_int_equal(s->console->people.rows.chosen, 0);
    assert_int_equal(s->console->people.chosen.school, s->room->school_order[0]);
}

static void test_lets_in(void **state)
{
    struct sitting *s = *state;
    sitting_guest(s, 1, "Sam Okafor");
    seat_id guest = s->model->seat_count;
    choose(s, guest, 1);
    assert_false(s->model->seats[guest].speaks);
    press(s, "person-nod");
    assert_true(s->model->seats[guest].speaks);
    press(s, "person-nod");
    assert_false(s->model->seats[guest].speaks);
}

static void test_names_and_places(void **state)
{
    struct sitting *s = *state;
    choose(s, 1, 0);
    sitting_key(s, KEY_ENTER, 0); /* into the name */
    sitting_type(s, "Grace Achieng");
    sitting_key(s, KEY_ENTER, 0);
    assert_string_equal(s->model->seats[1].name, "Grace Achieng");
    school_id before = s->model->seats[1].school;
    assert_true(sitting_tab_to(s, ui_id_of("person-school", 0)));
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, before == 4 ? KEY_UP : KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_not_equal(s->model->seats[1].school, before);
}

static void test_gives_up_a_seat_only_when_sure(void **state)
{
    struct sitting *s = *state;
    choose(s, 2, 0);
    press(s, "person-remove");
    assert_false(s->model->seats[2].removed);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(s->console->people.sure);
    choose(s, 2, 0);
    press(s, "person-remove");
    press(s, "remove-yes");
    assert_true(s->model->seats[2].removed);
}

static void test_records_consent_for_a_school(void **state)
{
    struct sitting *s = *state;
    choose(s, 0, 2);
    assert_true(sitting_tab_to(s, ui_id_of("consent", SCOPE_ROOM * 2)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->schools[2].consent[SCOPE_ROOM], ANSWER_YES);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->schools[2].consent[SCOPE_ROOM], ANSWER_NO);
    assert_int_equal(s->model->schools[2].consent[SCOPE_LA], ANSWER_NONE);
}

static void test_renames_and_adds_schools(void **state)
{
    struct sitting *s = *state;
    choose(s, 0, 1);
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, 'a', WITH_CONTROL);
    sitting_type(s, "Ashby Park");
    sitting_key(s, KEY_ENTER, 0);
    assert_string_equal(s->model->schools[1].name, "Ashby Park");
    assert_true(sitting_tab_to(s, ui_id_of("add-school", 0)));
    sitting_type(s, "Zennor");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->school_count, 5);
    assert_string_equal(s->model->schools[5].name, "Zennor");
}

static void test_makes_groups_that_mix_schools(void **state)
{
    struct sitting *s = *state;
    assert_true(sitting_tab_to(s, ui_id_of("groups", 0)));
    sitting_key(s, KEY_ENTER, 0);
    for (int i = 0; i < 5; i++)
        sitting_step(s);
    unsigned sizes[GROUPS_MAX + 1] = {0};
    for (seat_id seat = 1; seat <= 5; seat++) {
        assert_int_not_equal(s->model->seats[seat].group, 0);
        sizes[s->model->seats[seat].group]++;
    }
    for (unsigned group = 1; group <= 3; group++)
        assert_in_range(sizes[group], 1, 2);
}

static void test_letters_in_a_field_are_letters(void **state)
{
    struct sitting *s = *state;
    assert_true(sitting_tab_to(s, ui_id_of("add-school", 0)));
    sitting_letter(s, 'b', 0);
    sitting_key(s, KEY_SPACE, 0);
    assert_false(s->console->blank);
    assert_int_equal(s->model->place.item, 2);
}

static void test_wishes_for_table_cards(void **state)
{
    struct sitting *s = *state;
    sitting_letter(s, 's', WITH_CONTROL);
    assert_true(s->wish.cards && !s->wish.print);
    sitting_letter(s, 'p', WITH_CONTROL);
    assert_true(s->wish.cards && s->wish.print);
    press(s, "cards-save");
    assert_true(s->wish.cards && !s->wish.print);
    sitting_letter(s, 'n', 0); /* elsewhere the key is another's */
    sitting_letter(s, 's', WITH_CONTROL);
    assert_false(s->wish.cards);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_begins_at_the_top),
        TEST(test_lets_in),
        TEST(test_names_and_places),
        TEST(test_gives_up_a_seat_only_when_sure),
        TEST(test_records_consent_for_a_school),
        TEST(test_renames_and_adds_schools),
        TEST(test_makes_groups_that_mix_schools),
        TEST(test_letters_in_a_field_are_letters),
        TEST(test_wishes_for_table_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
