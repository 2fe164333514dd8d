/* A person with a keyboard and nothing else. */

#include "screen/desk.h"
#include "testing.h"

enum { INGLE = 9, BEGIN = 9 };

/* Ingle, with nothing said yet about condition 9 or 10. */
static void sit_and_rate(struct desk *desk)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    desk_letter(desk, 'r', 0);
    while (desk->screens->rate.condition != BEGIN)
        desk_key(desk, KEY_PAGE_DOWN, 0);
}

static void a_code_is_typed_and_sent(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.7:4000");
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "ktrm 7x");
    assert_true(desk_shows(desk, "Two more characters to go."));
    desk_key(desk, KEY_ENTER, 0);
    assert_false(desk->wish->join);
    desk_type(desk, "p");
    assert_true(desk_shows(desk, "One more character to go."));
    desk_type(desk, "d");
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk->wish->join);
    assert_string_equal(desk->wish->host, "10.0.0.7");
    assert_int_equal(desk->wish->port, 4000);
    assert_string_equal(desk->wish->code, "KTRM7XPD");
}

static void a_sign_of_no_code_is_pointed_out(void **state)
{
    struct desk *desk = *state;
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "kto");
    assert_true(desk_shows(desk, "“o” is in no code. Codes leave out 0 O 1 I L 5 S 2 Z 8 B."));
    assert_true(desk_shows(desk, "Six more characters to go."));
    desk_type(desk, "r");
    assert_false(desk_shows(desk, "“o” is in no code. Codes leave out 0 O 1 I L 5 S 2 Z 8 B."));
}

static void a_wrong_code_is_said_kindly_and_once(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.7");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "KTRM-7XPD");
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk->wish->join);
    desk->sight.over = SESSION_WRONG_CODE;
    screens_notice(desk->screens, &(struct session_notice){.kind = SESSION_ENDED});
    desk_step(desk);
    assert_true(desk_shows(desk, "That code does not match. Check all eight letters."));
    assert_true(desk_shows(desk, "Try again"));
    desk_key(desk, KEY_BACKSPACE, 0);
    assert_false(desk_shows(desk, "That code does not match. Check all eight letters."));
}

static void who_came_with_the_room_code_names_a_school(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_ROOM, 0, NULL);
    desk_key(desk, KEY_DOWN, 0); /* opens the list */
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "Sam Okafor");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(desk->model->seats[desk->seat].name, "Sam Okafor");
    assert_int_equal(desk->model->seats[desk->seat].school, 2);
    assert_true(desk_shows(desk, "Please ask at the front to answer for Birch"));
    assert_false(desk_shows(desk, "See our ratings"));
}

static void consent_has_no_answer_beforehand(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    assert_true(desk_shows(desk, "May we show Ingle by name?"));
    assert_true(desk_shows(desk, "Please choose one of the two first."));
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0);
    const uint8_t *answers = desk->model->schools[INGLE].consent;
    assert_int_equal(answers[SCOPE_ROOM], ANSWER_NO);
    assert_int_equal(answers[SCOPE_SUMMARY], ANSWER_NO);
    assert_int_equal(answers[SCOPE_LA], ANSWER_NONE);
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    /* and it can be changed: from the menu's key */
    desk_letter(desk, 'n', 0);
    desk_key(desk, KEY_LEFT, 0);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(answers[SCOPE_ROOM], ANSWER_YES);
    assert_int_equal(answers[SCOPE_LA], ANSWER_YES);
}

static void handles_are_moved_and_proposed(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    assert_true(desk_shows(desk, "Where are you now, and where do you want to be?"));
    desk_letter(desk, '4', 0);
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_letter(desk, '7', 0);
    assert_true(desk_shows(desk, "Propose 5 → 7"));
    assert_true(desk_shows(desk, "In 12 months"));
    assert_true(desk_shows(desk, "Not sent yet"));
    desk_key(desk, KEY_ENTER, 0);
    const struct proposal *ours = &desk_rating(desk, BEGIN, INGLE)->proposals[SIDE_SCHOOL];
    assert_int_equal(ours->figure.now, 5);
    assert_int_equal(ours->figure.target, 7);
    assert_int_equal(ours->figure.months, 12);
    assert_true(desk_shows(desk, "Sent. Your cluster manager will answer."));
    desk_click(desk, "Take it back");
    assert_int_equal(ours->revision, 0);
    assert_true(desk_shows(desk, "Propose 5 → 7"));
}

static void the_goal_stays_at_or_above_now(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    desk_letter(desk, '4', 0);
    desk_key(desk, KEY_TAB, 0);
    desk_letter(desk, '6', 0);
    desk_letter(desk, '3', 0);
    assert_true(desk_shows(desk, "The goal cannot go below now."));
    assert_true(desk_shows(desk, "Propose 4 → 4"));
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_letter(desk, '8', 0);
    assert_true(desk_shows(desk, "Propose 8 → 8")); /* now takes the goal along */
}

static void agreeing_needs_one_key(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    desk_manager_proposes(desk, BEGIN, INGLE, 4, 7, "For now.");
    assert_true(desk_shows(desk, "Agree 4 → 7"));
    assert_true(desk_shows(desk, "“For now.”"));
    desk_letter(desk, 'a', 0);
    assert_true(desk_rating(desk, BEGIN, INGLE)->settled);
    assert_true(desk_shows(desk, "Agreed: 4 → 7 in 12 months"));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->screens->rate.condition, BEGIN + 1);
}

/* The news changes what the other side says, never what is in hand. */
static void news_leave_what_is_in_hand(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    desk_letter(desk, '5', 0);
    for (int i = 0; i < 3; i++)
        desk_key(desk, KEY_TAB, 0); /* goal, months, note */
    desk_type(desk, "Since ");
    desk_manager_proposes(desk, BEGIN, INGLE, 3, 6, "");
    desk_type(desk, "March");
    assert_true(desk_shows(desk, "Since March"));
    assert_true(desk_shows(desk, "Propose 5"));
    assert_true(desk_shows(desk, "Agree 3 → 6"));
    /* another screen and back, another condition and back */
    desk_key(desk, KEY_F1, 0);
    desk_key(desk, KEY_ESCAPE, 0);
    desk_key(desk, KEY_PAGE_DOWN, 0);
    assert_false(desk_shows(desk, "Since March"));
    desk_key(desk, KEY_PAGE_UP, 0);
    assert_true(desk_shows(desk, "Since March"));
    assert_true(desk_shows(desk, "Propose 5"));
    desk_key(desk, KEY_ENTER, 0);
    const struct proposal *ours = &desk_rating(desk, BEGIN, INGLE)->proposals[SIDE_SCHOOL];
    assert_string_equal(ours->figure.note, "Since March");
}

/* The room moves on; who is in the middle of a rating stays, who is not looks up. */
static void the_next_task_opens_by_itself(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    struct command go = {.kind = COMMAND_GO};
    go.change.place = (struct place){.item = 2, .step = 2};
    desk_letter(desk, '5', 0);
    desk_other(desk, SEAT_KIOSK, &go);
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    desk_key(desk, KEY_ENTER, 0);
    go.change.place = (struct place){.item = 1, .step = 1};
    desk_other(desk, SEAT_KIOSK, &go);
    go.change.place = (struct place){.item = 2, .step = 2};
    assert_int_equal(desk->screens->shown, SCREEN_CONSENT); /* put off before */
    desk_other(desk, SEAT_KIOSK, &go);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
}

static void a_lost_connection_keeps_everything(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    desk_connection(desk, SESSION_WAITING);
    assert_true(desk_shows(desk, "Reconnecting"));
    desk_letter(desk, '5', 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk_shows(desk, "On its way"));
    desk->sight.redial_ms = 2000;
    desk_connection(desk, SESSION_DOWN);
    assert_true(desk_shows(desk, "We have lost the connection"));
    assert_true(desk_shows(desk, "Funding, 5"));
    assert_true(desk_shows(desk, "Proposed at 09:28"));
    assert_true(desk_shows(desk, "Trying again in 2 seconds"));
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk->wish->try_now);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0); /* carry on */
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    desk_key(desk, KEY_PAGE_DOWN, 0);
    desk_letter(desk, '2', 0);
    desk_key(desk, KEY_ENTER, 0);
    desk_letter(desk, '3', 0); /* not sent: stays in hand */
    desk_connection(desk, SESSION_UP);
    assert_true(desk_shows(desk, "Back. Two things sent."));
    assert_true(desk_shows(desk, "Propose 3"));
    assert_int_equal(desk_rating(desk, BEGIN, INGLE)->proposals[SIDE_SCHOOL].figure.now, 5);
    assert_int_equal(desk_rating(desk, BEGIN + 1, INGLE)->proposals[SIDE_SCHOOL].figure.now, 2);
}

/* What the manager suggested has changed between the look and the key. */
static void a_refusal_stands_where_the_action_was(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    desk_manager_proposes(desk, BEGIN, INGLE, 4, 7, "");
    desk_connection(desk, SESSION_WAITING);
    desk_letter(desk, 'a', 0);
    desk_manager_proposes(desk, BEGIN, INGLE, 3, 7, "");
    desk_connection(desk, SESSION_UP);
    assert_false(desk_rating(desk, BEGIN, INGLE)->settled);
    assert_true(desk_shows(desk, "It has changed in the meantime. Please look again."));
    assert_int_equal(desk->screens->say.until_ms, 0); /* beside the scale, not passing by */
    desk->sight.now_ms += 10000;
    desk_step(desk);
    assert_true(desk_shows(desk, "Agree 3 → 7"));
}

static void the_manager_sits_at_the_console(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_FACILITATOR, 0, "Ana Lopes");
    desk_guest(desk, 1, "Sam Okafor");
    desk_guest(desk, 3, "Grace Achieng");
    assert_true(desk_shows(desk, "The room sees"));
    desk_letter(desk, 'a', 0);
    assert_true(desk->model->seats[desk->seat + 1].speaks);
    assert_false(desk->model->seats[desk->seat + 2].speaks);
    desk_key(desk, KEY_RIGHT, 0);
    assert_int_equal(desk->model->place.item, 1);
    desk_letter(desk, 'b', 0);
    assert_true(desk->screens->console->blank);
}

/* What was refused, and that the connection is gone, stands where the facilitator looks. */
static void the_console_says_what_is_wrong(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_FACILITATOR, 0, "Ana Lopes");
    desk_letter(desk, 'q', WITH_CONTROL); /* leaving is in the menu */
    assert_int_equal(desk->screens->shown, SCREEN_MENU);
    desk_key(desk, KEY_ESCAPE, 0);
    assert_int_equal(desk->screens->shown, SCREEN_FACING);
    desk_letter(desk, 'p', 0); /* the lobby has no timer */
    assert_true(desk_shows(desk, refusal_text(REFUSAL_NO_TIMER)));
}

/* A pointer press on a slot moves a handle and sends nothing. */
static void the_pointer_moves_and_never_sends(void **state)
{
    struct desk *desk = *state;
    sit_and_rate(desk);
    input_pointer(desk->input, INPUT_PRESS, 32 + 4 * 104 + 50, 312);
    input_pointer(desk->input, INPUT_RELEASE, 32 + 4 * 104 + 50, 312);
    desk_step(desk);
    input_pointer(desk->input, INPUT_PRESS, 32 + 7 * 104 + 50, 312);
    input_pointer(desk->input, INPUT_RELEASE, 32 + 7 * 104 + 50, 312);
    desk_step(desk);
    assert_true(desk_shows(desk, "Propose 5 → 8"));
    assert_int_equal(desk_rating(desk, BEGIN, INGLE)->revision, 0);
    desk_click(desk, "Propose 5 → 8");
    assert_int_equal(desk_rating(desk, BEGIN, INGLE)->proposals[SIDE_SCHOOL].figure.target, 8);
}

static void the_theme_changes_but_not_while_typing(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "t");
    assert_int_equal(desk->screens->theme, THEME_LIGHT);
    desk_letter(desk, 't', WITH_CONTROL);
    assert_int_equal(desk->screens->theme, THEME_DARK);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    desk_letter(desk, 't', 0);
    assert_int_equal(desk->screens->theme, THEME_LIGHT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_code_is_typed_and_sent),
        TEST(a_sign_of_no_code_is_pointed_out),
        TEST(a_wrong_code_is_said_kindly_and_once),
        TEST(who_came_with_the_room_code_names_a_school),
        TEST(consent_has_no_answer_beforehand),
        TEST(handles_are_moved_and_proposed),
        TEST(the_goal_stays_at_or_above_now),
        TEST(agreeing_needs_one_key),
        TEST(news_leave_what_is_in_hand),
        TEST(the_next_task_opens_by_itself),
        TEST(a_lost_connection_keeps_everything),
        TEST(a_refusal_stands_where_the_action_was),
        TEST(the_manager_sits_at_the_console),
        TEST(the_console_says_what_is_wrong),
        TEST(the_pointer_moves_and_never_sends),
        TEST(the_theme_changes_but_not_while_typing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
