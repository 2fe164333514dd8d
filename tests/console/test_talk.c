/* The one-to-one talk: every state as it is drawn, and a whole talk by the keyboard alone. */

#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "console/talk_scenes.h"
#include "golden/golden.h"
#include "words/words.h"

enum { ASHBY = 1 };

static const struct rooms_spec three = {.schools = 3};

static struct sitting *begin(const struct rooms_spec *spec)
{
    struct sitting *s;
    sitting_create(&s, spec, 1920, 1080);
    talk_enter(s);
    return s;
}

static const struct rating *rating(const struct sitting *s, condition_id condition)
{
    return &s->model->ratings[condition][s->console->talk.school];
}

static void every_state_is_drawn_as_it_was_looked_at(void **state)
{
    (void)state;
    for (int i = 0; i < TALK_SCENES; i++) {
        struct sitting *s;
        char name[96];
        talk_scene_open(&s, i, &type_fixed_metrics);
        snprintf(name, sizeof name, "console/%s", talk_scene_name(i));
        golden_check_list(name, &s->list);
        sitting_destroy(&s);
    }
}

static void a_condition_is_agreed_by_keys_alone(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    assert_int_equal(s->console->talk.page, TALK_WHY);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->console->talk.page, TALK_QUESTION);
    sitting_letter(s, '4', 0); /* now */
    sitting_key(s, KEY_TAB, 0);
    sitting_key(s, KEY_RIGHT, 0); /* the goal comes in after it */
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0); /* nobody is named yet: the field for that */
    sitting_type(s, "Sam Okafor");
    sitting_key(s, KEY_ENTER, 0);
    const struct rating *first = rating(s, 1);
    assert_true(first->settled);
    assert_int_equal(first->agreed.now, 4);
    assert_int_equal(first->agreed.target, 6);
    assert_int_equal(first->agreed.months, 12);
    assert_string_equal(first->agreed_with, "Sam Okafor");
    sitting_key(s, KEY_ENTER, 0); /* next condition */
    assert_int_equal(s->console->talk.condition, 2);
    sitting_letter(s, '0', 0);
    sitting_key(s, KEY_ENTER, 0); /* the name is remembered */
    assert_int_equal(rating(s, 2)->agreed.now, 10);
    assert_string_equal(rating(s, 2)->agreed_with, "Sam Okafor");
    sitting_destroy(&s);
}

static void the_list_is_walked_from_the_field_by_arrows(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->console->talk.page, TALK_WHY);
    assert_string_equal(s->model->schools[s->console->talk.school].name, "Birch");
    sitting_destroy(&s);
}

static void arrows_and_space_leave_the_agenda_alone(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    for (int i = 0; i < 3; i++) {
        sitting_key(s, KEY_RIGHT, 0);
        sitting_key(s, KEY_PAGE_DOWN, 0);
        sitting_key(s, KEY_SPACE, 0);
    }
    assert_int_equal(s->model->place.item, 0);
    assert_false(s->console->blank);
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_key(s, KEY_PAGE_DOWN, 0);
    assert_int_equal(s->model->place.item, 1);
    sitting_destroy(&s);
}

static void what_is_typed_survives_other_views_and_schools(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, '3', 0);
    assert_true(sitting_tab_to(s, ui_id_of("talk-note", 0)));
    sitting_type(s, "Half a note");
    assert_true(sitting_tab_to(s, ui_id_of("talk-action", 0)));
    sitting_type(s, "Half an action");
    sitting_key(s, KEY_PAGE_DOWN, WITH_CONTROL); /* another school */
    assert_int_not_equal(s->console->talk.school, ASHBY);
    assert_string_equal(s->console->talk.note.text, "");
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_letter(s, '1' + CONSOLE_TALKS, WITH_CONTROL);
    sitting_key(s, KEY_PAGE_UP, WITH_CONTROL);
    assert_string_equal(s->console->talk.note.text, "Half a note");
    assert_string_equal(s->console->talk.action.text, "Half an action");
    assert_false(rating(s, 1)->settled);
    sitting_destroy(&s);
}

static void a_talk_goes_on_where_it_was_left(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    sitting_key(s, KEY_ENTER, 0);
    for (int c = 0; c < 2; c++) {
        sitting_letter(s, '5', 0);
        sitting_key(s, KEY_ENTER, 0);
        if (c == 0) {
            sitting_type(s, "Sam");
            sitting_key(s, KEY_ENTER, 0);
        }
        sitting_key(s, KEY_ENTER, 0);
    }
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->talk.page, TALK_LIST);
    console_clear(s->console); /* another day */
    talk_enter(s);
    talk_find(s, "ashby");
    assert_int_equal(s->console->talk.page, TALK_QUESTION);
    assert_int_equal(s->console->talk.condition, 3);
    assert_string_equal(s->console->talk.with.text, "Sam");
    sitting_destroy(&s);
}

static void a_school_that_is_typed_is_added_and_talked_with(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Willow Bank");
    assert_int_equal(s->model->school_count, 4);
    assert_int_equal(s->console->talk.school, 4);
    assert_int_equal(s->console->talk.page, TALK_WHY);
    sitting_destroy(&s);
}

static void the_goal_never_lies_below_now_and_it_is_said(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, '5', 0);
    sitting_key(s, KEY_TAB, 0);
    sitting_letter(s, '3', 0);
    assert_true(sitting_shows(s, word(WORD_TALK_NOT_BELOW)));
    sitting_destroy(&s);
}

static void the_sheet_is_wished_for_from_anywhere(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    sitting_letter(s, 's', WITH_CONTROL);
    assert_int_equal(s->wish.sheet, ASHBY);
    assert_false(s->wish.print);
    sitting_letter(s, 'p', WITH_CONTROL);
    assert_int_equal(s->wish.sheet, ASHBY);
    assert_true(s->wish.print);
    sitting_destroy(&s);
}

static void what_was_agreed_can_be_changed_or_left(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 3, .ratings = ROOMS_AGREED};
    struct sitting *s = begin(&spec);
    talk_find(s, "Ashby");
    assert_int_equal(s->console->talk.page, TALK_SHEET); /* all is agreed */
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->talk.page, TALK_LIST);
    talk_find(s, "Ashby");
    assert_true(sitting_tab_to(s, ui_id_of("talk-questions", 0)));
    sitting_key(s, KEY_ENTER, 0);
    uint8_t before = rating(s, 1)->agreed.now;
    assert_true(sitting_tab_to(s, ui_id_of("talk-change", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, '9', 0);
    assert_int_equal(rating(s, 1)->agreed.now, before);
    assert_true(sitting_tab_to(s, ui_id_of("talk-leave-it", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_false(sitting_shows(s, word(WORD_TALK_UNSETTLED)));
    assert_true(sitting_tab_to(s, ui_id_of("talk-change", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, '9', 0);
    sitting_key(s, KEY_ENTER, 0); /* with whom: as the last time */
    assert_int_equal(rating(s, 1)->agreed.now, 9);
    sitting_destroy(&s);
}

static void actions_are_added_changed_and_taken_away_by_keys(void **state)
{
    (void)state;
    struct sitting *s = begin(&three);
    talk_find(s, "Ashby");
    sitting_key(s, KEY_ENTER, 0);
    assert_true(sitting_tab_to(s, ui_id_of("talk-action", 0)));
    sitting_type(s, "Ask the parents");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->action_count, 1);
    const struct action *action = &s->model->actions[1];
    assert_string_equal(action->content.text, "Ask the parents");
    assert_int_equal(action->content.condition, 1);
    assert_string_equal(s->console->talk.action.text, "");
    assert_true(sitting_tab_to(s, ui_id_of("talk-action-row", 1)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_type(s, " again");
    sitting_key(s, KEY_ENTER, 0);
    assert_string_equal(action->content.text, "Ask the parents again");
    assert_int_equal(s->model->action_count, 1);
    assert_true(sitting_tab_to(s, ui_id_of("talk-action-row", 1)));
    sitting_key(s, KEY_DELETE, 0);
    assert_true(action->removed);
    sitting_destroy(&s);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_is_drawn_as_it_was_looked_at),
        cmocka_unit_test(a_condition_is_agreed_by_keys_alone),
        cmocka_unit_test(the_list_is_walked_from_the_field_by_arrows),
        cmocka_unit_test(arrows_and_space_leave_the_agenda_alone),
        cmocka_unit_test(what_is_typed_survives_other_views_and_schools),
        cmocka_unit_test(a_talk_goes_on_where_it_was_left),
        cmocka_unit_test(a_school_that_is_typed_is_added_and_talked_with),
        cmocka_unit_test(the_goal_never_lies_below_now_and_it_is_said),
        cmocka_unit_test(the_sheet_is_wished_for_from_anywhere),
        cmocka_unit_test(what_was_agreed_can_be_changed_or_left),
        cmocka_unit_test(actions_are_added_changed_and_taken_away_by_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
