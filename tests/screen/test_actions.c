/* Actions that a school settles in its 1-to-1, on its own laptop. */

#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9, PUBLICITY = 7, TRAINING = 6 };

static void open_actions(struct desk *desk)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    desk_letter(desk, 'r', 0);
    desk_letter(desk, 'c', 0);
}

static void actions_are_added_changed_and_removed(void **state)
{
    struct desk *desk = *state;
    open_actions(desk);
    desk_type(desk, "Ask parents");
    desk_key(desk, KEY_TAB, 0); /* done in */
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_key(desk, KEY_ENTER, 0);
    const struct action *action = &desk->model->actions[1];
    assert_string_equal(action->content.text, "Ask parents");
    assert_int_equal(action->content.school, INGLE);
    assert_int_equal(action->content.condition, desk->screens->rate.condition);
    assert_int_equal(action->content.months, 3);
    desk_key(desk, KEY_TAB, WITH_SHIFT); /* to the list */
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, " in May");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(action->content.text, "Ask parents in May");
    assert_int_equal(action->content.months, 3);
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_key(desk, KEY_DELETE, 0);
    assert_true(action->removed);
    desk_key(desk, KEY_ESCAPE, 0);
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
}

static void an_action_that_was_changed_elsewhere_comes_back(void **state)
{
    struct desk *desk = *state;
    open_actions(desk);
    desk_type(desk, "Ask parents");
    desk_key(desk, KEY_ENTER, 0);
    desk_click(desk, "Ask parents");
    desk_type(desk, " in May");
    struct command command = {.kind = COMMAND_CHANGE_ACTION};
    command.change.action =
        (struct action_change){.action = 1,
                               .content.school = INGLE,
                               .content.condition = desk->screens->rate.condition,
                               .revision = 1};
    strcpy(command.change.action.content.text, "Ask children");
    desk_other(desk, SEAT_KIOSK, &command);
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(desk->model->actions[1].content.text, "Ask children");
    assert_true(desk_shows(desk, "It has changed in the meantime. Please look again."));
    assert_true(desk_shows(desk, "Ask parents in May"));
    assert_true(desk_shows(desk, "Ask children"));
    desk_key(desk, KEY_ENTER, 0); /* seen, and meant */
    assert_string_equal(desk->model->actions[1].content.text, "Ask parents in May");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workday_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(actions_are_added_changed_and_removed),
        TEST(an_action_that_was_changed_elsewhere_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
