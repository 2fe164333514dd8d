/* What is being written stays in hand: through lost connections, other steps and second thoughts
 * about closing. */

#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9 };

static void sit(struct desk *desk, int step)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    workday_go(desk, step);
}

static const struct note *note(const struct desk *desk, note_id n)
{
    return &desk->model->notes[n];
}

static void closing_asks_while_something_is_unsent(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    assert_true(screens_may_close(desk->screens));
    desk_type(desk, "Half a ");
    assert_false(screens_may_close(desk->screens));
    desk_step(desk);
    assert_true(desk_shows(desk, "Not everything is saved yet"));
    assert_true(desk_shows(desk, "What you have written on a board"));
    desk_key(desk, KEY_ENTER, 0); /* stay */
    desk_type(desk, "thought");
    assert_true(desk_shows(desk, "Half a thought"));
    desk_connection(desk, SESSION_WAITING);
    desk_key(desk, KEY_ENTER, 0);
    assert_false(screens_may_close(desk->screens)); /* it is on its way */
    desk_step(desk);
    assert_true(desk_shows(desk, "Note: Half a thought"));
    assert_true(desk_shows(desk, "sent, not saved yet"));
    desk_click(desk, "Close anyway");
    assert_true(desk->wish->close);
    desk_connection(desk, SESSION_UP);
    assert_string_equal(note(desk, 1)->text, "Half a thought");
    assert_true(screens_may_close(desk->screens));
}

/* Also of what the person has gone on from. */
static void closing_asks_for_what_is_out_of_sight(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    desk_letter(desk, 'r', 0);
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    condition_id first = desk->screens->rate.condition;
    desk_manager_proposes(desk, first, INGLE, 4, 7, "");
    desk_key(desk, KEY_RIGHT, 0);
    assert_true(desk->screens->rate.drafts[first][INGLE].changed);
    desk_key(desk, first > 1 ? KEY_PAGE_UP : KEY_PAGE_DOWN, 0);
    assert_int_not_equal(desk->screens->rate.condition, first);
    assert_false(screens_may_close(desk->screens));
    desk_step(desk);
    assert_true(desk_shows(desk, "Ratings that you have changed"));
    assert_true(desk_shows(desk, "not sent yet"));
}

static void typing_goes_on_when_the_line_goes(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "Half");
    desk_connection(desk, SESSION_DOWN);
    assert_int_equal(desk->screens->shown, SCREEN_LOST);
    desk_type(desk, " t thought"); /* nor is this T for another theme */
    assert_int_equal(desk->screens->theme, THEME_LIGHT);
    assert_true(desk_shows(desk, "Half t thought"));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    desk_connection(desk, SESSION_UP);
    assert_string_equal(note(desk, 1)->text, "Half t thought");
    desk_connection(desk, SESSION_DOWN);
    desk_type(desk, "x"); /* with nothing in hand */
    assert_int_equal(desk->screens->shown, SCREEN_LOST);
}

static void a_note_in_hand_stays_when_groups_begin(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    workday_note(desk, workday_other(desk, 2, "Ana"), WORKDAY_OBSTACLES, 1, 0, "The bus");
    desk_type(desk, "Half a ");
    workday_go(desk, WORKDAY_GROUPS);
    desk_type(desk, "thought");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 2)->text, "Half a thought");
    assert_int_equal(note(desk, 2)->parent, 0);
}

static void a_suggestion_in_hand_stays_when_groups_end(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    workday_note(desk, workday_other(desk, 2, "Ana"), WORKDAY_OBSTACLES, 1, 0, "The bus");
    workday_go(desk, WORKDAY_GROUPS);
    desk_type(desk, "Ask the ");
    workday_go(desk, WORKDAY_NOTES);
    desk_type(desk, "driver");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 2)->text, "Ask the driver");
    assert_int_equal(note(desk, 2)->parent, 1);
    workday_go(desk, WORKDAY_GROUPS);
    desk_type(desk, "Walk ");
    workday_go(desk, WORKDAY_RESPONSE); /* another board or none */
    desk_type(desk, "there");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 3)->text, "Walk there");
    assert_int_equal(note(desk, 3)->parent, 1);
}

/* A laptop handed on keeps nothing of what was being written. */
static void giving_up_the_seat_asks_and_forgets_the_draft(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "Half a thought");
    desk_key(desk, KEY_F1, 0);
    desk_click(desk, "Give up this seat on this laptop");
    assert_false(desk->wish->leave);
    desk_click(desk, "Stay");
    assert_true(desk_shows(desk, "Half a thought"));
    desk_key(desk, KEY_F1, 0);
    desk_click(desk, "Give up this seat on this laptop");
    desk_click(desk, "Give up the seat anyway");
    assert_true(desk->wish->leave);
    assert_string_equal(desk->screens->notes.fresh[WORKDAY_OBSTACLES].text, "");
}

static void a_draft_survives_other_screens_and_the_line(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "Half a thought");
    desk_key(desk, KEY_F1, 0);
    assert_int_equal(desk->screens->shown, SCREEN_MENU);
    workday_go(desk, WORKDAY_ICEBREAKER); /* the room goes on without this person */
    desk_key(desk, KEY_ESCAPE, 0);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    assert_true(desk_shows(desk, "Half a thought"));
    desk_connection(desk, SESSION_DOWN);
    assert_int_equal(desk->screens->shown, SCREEN_LOST);
    desk_click(desk, "Carry on");
    desk_key(desk, KEY_TAB, 0); /* into the headings */
    desk_click(desk, "Half a thought");
    desk_key(desk, KEY_END, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk_shows(desk, "Political, on its way"));
    desk_connection(desk, SESSION_DOWN);
    desk_connection(desk, SESSION_UP);
    assert_string_equal(note(desk, 1)->text, "Half a thought");
    assert_true(desk_shows(desk, "Political, on the board"));
    desk_click(desk, "Back to the room");
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workday_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(closing_asks_while_something_is_unsent),
        TEST(closing_asks_for_what_is_out_of_sight),
        TEST(typing_goes_on_when_the_line_goes),
        TEST(a_note_in_hand_stays_when_groups_begin),
        TEST(a_suggestion_in_hand_stays_when_groups_end),
        TEST(giving_up_the_seat_asks_and_forgets_the_draft),
        TEST(a_draft_survives_other_screens_and_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
