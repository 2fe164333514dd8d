/* An action of the workshop in the making, by a person at a laptop. */

#include <stdlib.h>

#include "screen/planday.h"
#include "testing.h"

enum { TRAINING = 6, TODAY = 14315, SECOND_OF_MAY = 14366 };

/* ---- proposing */

static void proposes_by_the_keyboard_alone(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    assert_true(desk_shows(&desk, "No actions yet"));
    desk_key(&desk, KEY_ENTER, 0); /* the button has the focus */
    desk_type(&desk, "Share the hall");
    desk_key(&desk, KEY_ENTER, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_type(&desk, "6");
    desk_key(&desk, KEY_ENTER, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_ENTER, 0); /* our school */
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "2 may");
    assert_true(desk_shows(&desk, "2 May"));
    desk_key(&desk, KEY_ENTER, 0);
    const struct action *made = planday_newest(&desk);
    assert_int_equal(desk.model->action_count, 1);
    assert_string_equal(made->content.text, "Share the hall");
    assert_int_equal(made->state, ACTION_WAITING);
    assert_int_equal(made->content.condition, TRAINING);
    assert_int_equal(made->content.level, ACTION_LEVEL_CLUSTER);
    assert_int_equal(made->content.owner, OWNER_SCHOOL);
    assert_int_equal(made->content.owner_school, INGLE);
    assert_int_equal(made->content.due, SECOND_OF_MAY);
    assert_true(desk_shows(&desk, "What we will do"));
    assert_true(desk_shows(&desk, "Yours, waiting to be read out · Ingle · 2 May · Multi-agency "
                                  "training"));
    desk_close(&desk);
}

static void less_usual_fields_open_with_a_button(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the hall");
    desk_click(&desk, "Say more about it");
    desk_key(&desk, KEY_DOWN, 0); /* whose plan */
    desk_key(&desk, KEY_UP, 0);
    desk_key(&desk, KEY_ENTER, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "Governors");
    desk_key(&desk, KEY_ENTER, 0);
    desk_type(&desk, "It is full");
    desk_key(&desk, KEY_ENTER, 0);
    desk_type(&desk, "Keys");
    desk_click(&desk, "Propose it");
    desk_click(&desk, "Propose it");
    const struct action_content *made = &planday_newest(&desk)->content;
    assert_int_equal(made->level, ACTION_LEVEL_SCHOOL);
    assert_int_equal(made->school, INGLE);
    assert_string_equal(made->helpers, "Governors");
    assert_string_equal(made->measure, "It is full");
    assert_string_equal(made->resources, "Keys");
    desk_close(&desk);
}

static void somebody_else_has_a_name(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the hall");
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_ENTER, 0);
    desk_click(&desk, "Propose it");
    assert_int_equal(desk.model->action_count, 0);
    assert_true(desk_shows(&desk, "Please write who, or choose nobody yet"));
    desk_type(&desk, "Mr Bell"); /* the focus is there */
    desk_click(&desk, "Propose it");
    desk_click(&desk, "Propose it");
    assert_int_equal(planday_newest(&desk)->content.owner, OWNER_NAME);
    assert_string_equal(planday_newest(&desk)->content.owner_name, "Mr Bell");
    desk_close(&desk);
}

static void dates_are_asked_about_once(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the hall");
    desk_click(&desk, "Propose it");
    assert_true(desk_shows(&desk, "Add a date, even")); /* in two lines of this type */
    desk_type(&desk, "soonish");                        /* the focus is there */
    desk_key(&desk, KEY_ENTER, 0);
    assert_true(desk_shows(&desk, "Write it like 14 July"));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->action_count, 0); /* what cannot be read is never sent */
    for (int i = 0; i < 7; i++)
        desk_key(&desk, KEY_BACKSPACE, 0);
    desk_type(&desk, "1/3/2009");
    desk_key(&desk, KEY_ENTER, 0);
    assert_true(desk_shows(&desk, "That is past. Meant?"));
    assert_int_equal(desk.model->action_count, 0);
    desk_key(&desk, KEY_BACKSPACE, 0);
    desk_type(&desk, "8"); /* another past day is another question */
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->action_count, 0);
    desk_click(&desk, "Yes, I mean it");
    assert_int_equal(desk.model->action_count, 1);
    assert_int_equal(planday_newest(&desk)->content.due, TODAY - 11 - 365);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Build a hall");
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "1/4/2015");
    desk_key(&desk, KEY_ENTER, 0);
    assert_true(desk_shows(&desk, "That is far off."));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->action_count, 2);
    desk_close(&desk);
}

/* The kiosk's clock decides: this laptop's is a day behind. */
static void a_date_that_is_past_at_the_kiosk_comes_back(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the hall");
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "12/3");
    desk_connection(&desk, SESSION_WAITING);
    desk_key(&desk, KEY_ENTER, 0);
    desk.sight.clock_ms += INT64_C(24) * 60 * 60 * 1000; /* it is answered after midnight */
    desk_connection(&desk, SESSION_UP);
    assert_int_equal(desk.model->action_count, 0);
    assert_true(desk_shows(&desk, "Propose an action"));
    assert_true(desk_shows(&desk, "That is past. Meant?"));
    desk_click(&desk, "Yes, I mean it");
    assert_int_equal(planday_newest(&desk)->content.due, TODAY);
    desk_close(&desk);
}

/* ---- kept */

static void a_draft_waits_through_everything(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the");
    planday_leave(&desk); /* the room goes on, and this stays in hand */
    assert_true(desk_shows(&desk, "Propose an action"));
    desk_key(&desk, KEY_ESCAPE, 0);
    desk_letter(&desk, 'w', 0);
    desk_connection(&desk, SESSION_DOWN);
    desk_connection(&desk, SESSION_UP);
    assert_false(screens_may_close(desk.screens));
    desk_step(&desk);
    desk_click(&desk, "Stay");
    planday_go(&desk);
    desk_letter(&desk, 'a', 0);
    desk_type(&desk, " hall");
    desk_click(&desk, "Propose it");
    desk_click(&desk, "Propose it");
    assert_string_equal(planday_newest(&desk)->content.text, "Share the hall");
    assert_true(screens_may_close(desk.screens));
    desk_close(&desk);
}

static void what_is_on_its_way_says_so(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_connection(&desk, SESSION_WAITING);
    planday_propose(&desk, "Share the hall");
    assert_true(desk_shows(&desk, "Share the hall"));
    assert_true(desk_shows(&desk, "Sending · Who will?"));
    assert_int_equal(desk.model->action_count, 0);
    desk_connection(&desk, SESSION_UP);
    assert_true(desk_shows(&desk, "Yours, waiting to be read out · Who will?"));
    desk_close(&desk);
}

/* Three are refused: one is in the form again, the others stand in the list with the reason. */
static void what_is_refused_comes_back(void **state)
{
    struct desk desk;
    struct command *command = calloc(1, sizeof *command);
    (void)state;
    assert_non_null(command);
    planday_sit(&desk);
    desk_connection(&desk, SESSION_WAITING);
    planday_propose(&desk, "First");
    planday_propose(&desk, "Second");
    command->kind = COMMAND_CLOSE;
    desk_other(&desk, SEAT_KIOSK, command);
    free(command);
    desk_connection(&desk, SESSION_UP);
    assert_int_equal(desk.model->action_count, 0);
    assert_true(desk_shows(&desk, "Propose an action"));
    assert_true(desk_shows(&desk, "First"));
    desk_key(&desk, KEY_ESCAPE, 0);
    assert_true(desk_shows(&desk, "Second"));
    assert_true(desk_shows(&desk, "This workshop is closed."));
    desk_click(&desk, "Second"); /* the two change places */
    assert_true(desk_shows(&desk, "Second"));
    assert_false(desk_shows(&desk, "First"));
    desk_key(&desk, KEY_ESCAPE, 0);
    assert_true(desk_shows(&desk, "First"));
    assert_true(desk_shows(&desk, "Put aside, not sent"));
    assert_false(screens_may_close(desk.screens));
    desk_close(&desk);
}

/* ---- one's own */

static void ones_own_is_changed_and_taken_back(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Share the hall");
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_ENTER, 0); /* me */
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "2 may");
    desk_key(&desk, KEY_ENTER, 0);
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Change it");
    assert_true(desk_shows(&desk, "Me: Ana Smith"));
    desk_type(&desk, " on Fridays");
    desk_click(&desk, "Save the change");
    const struct action *made = planday_newest(&desk);
    assert_string_equal(made->content.text, "Share the hall on Fridays");
    assert_int_equal(made->content.due, SECOND_OF_MAY);
    assert_int_equal(made->content.owner_seat, desk.seat);
    planday_set(&desk, 1, ACTION_PROPOSED); /* read out, and still one's own */
    desk_click(&desk, "Share the hall on Fridays");
    assert_true(desk_shows(&desk, "Yours, proposed"));
    assert_false(desk_shows(&desk, "Take it back"));
    desk_click(&desk, "Change it");
    desk_click(&desk, "Leave it as it was");
    planday_set(&desk, 1, ACTION_WAITING);
    desk_click(&desk, "Share the hall on Fridays");
    desk_click(&desk, "Take it back");
    assert_true(made->removed);
    assert_true(desk_shows(&desk, "No actions yet"));
    desk_close(&desk);
}

/* The facilitator may have asked somebody else meanwhile: a change of the words leaves that. */
static void another_owner_stays(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    seat_id other = workday_other(&desk, 3, "Grace Achieng");
    planday_propose(&desk, "Share the hall");
    planday_set(&desk, 1, ACTION_PROPOSED);
    planday_ask_seat(&desk, 1, other);
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Change it");
    assert_true(desk_shows(&desk, "Grace Achieng"));
    desk_type(&desk, " soon");
    desk_click(&desk, "Save the change");
    assert_string_equal(planday_newest(&desk)->content.text, "Share the hall soon");
    assert_int_equal(planday_newest(&desk)->content.owner_seat, other);
    desk_close(&desk);
}

/* One change at a time, and a new action beside it; none takes the other's words. */
static void a_change_that_was_begun_comes_first(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_propose(&desk, "Share the hall");
    planday_propose(&desk, "Mend the roof");
    desk_letter(&desk, 'a', 0);
    desk_paste(&desk, "Buy a bus");
    desk_key(&desk, KEY_ESCAPE, 0);
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Change it");
    desk_key(&desk, KEY_ESCAPE, 0); /* nothing was changed: it is let go of */
    desk_click(&desk, "Mend the roof");
    desk_click(&desk, "Change it");
    desk_type(&desk, " soon");
    desk_key(&desk, KEY_ESCAPE, 0);
    desk_letter(&desk, 'a', 0);
    assert_true(desk_shows(&desk, "Change your action"));
    assert_true(desk_shows(&desk, "Mend the roof soon"));
    desk_key(&desk, KEY_ESCAPE, 0);
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Change it");
    assert_true(desk_shows(&desk, "Mend the roof soon"));
    desk_click(&desk, "Save the change");
    assert_string_equal(desk.model->actions[2].content.text, "Mend the roof soon");
    desk_letter(&desk, 'a', 0);
    assert_true(desk_shows(&desk, "Buy a bus"));
    desk_close(&desk);
}

static void what_is_agreed_is_not_changed_here(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_propose(&desk, "Share the hall");
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Change it");
    desk_type(&desk, " soon");
    planday_set(&desk, 1, ACTION_ADOPTED);
    assert_true(desk_shows(&desk, "It cannot be changed here any more."));
    desk_click(&desk, "Save the change"); /* off */
    assert_int_equal(desk.pending_count, 0);
    assert_string_equal(planday_newest(&desk)->content.text, "Share the hall");
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proposes_by_the_keyboard_alone),
        cmocka_unit_test(less_usual_fields_open_with_a_button),
        cmocka_unit_test(somebody_else_has_a_name),
        cmocka_unit_test(dates_are_asked_about_once),
        cmocka_unit_test(a_date_that_is_past_at_the_kiosk_comes_back),
        cmocka_unit_test(a_draft_waits_through_everything),
        cmocka_unit_test(what_is_on_its_way_says_so),
        cmocka_unit_test(what_is_refused_comes_back),
        cmocka_unit_test(ones_own_is_changed_and_taken_back),
        cmocka_unit_test(another_owner_stays),
        cmocka_unit_test(a_change_that_was_begun_comes_first),
        cmocka_unit_test(what_is_agreed_is_not_changed_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
