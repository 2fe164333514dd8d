/* The workshop's actions: supported, taken on and carried out by a person at a laptop. */

#include <stdlib.h>

#include "screen/planday.h"
#include "testing.h"

/* ---- support */

static void supports_with_a_key(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_PROPOSED, 0);
    planday_plain(&desk, "Mend the roof", 0, ACTION_PROPOSED, 0);
    desk_key(&desk, KEY_TAB, WITH_SHIFT);
    desk_key(&desk, KEY_DOWN, 0); /* from row to row */
    desk_letter(&desk, 's', 0);
    assert_int_equal(desk.room->actions[2].supports, 1);
    desk_key(&desk, KEY_UP, 0);
    desk_letter(&desk, 's', 0);
    assert_int_equal(desk.room->actions[1].supports, 1);
    assert_true(desk_shows(&desk, "1"));
    desk_letter(&desk, 's', 0);
    assert_int_equal(desk.room->actions[1].supports, 0);
    desk_connection(&desk, SESSION_WAITING);
    desk_letter(&desk, 's', 0); /* counts at once, and goes over later */
    assert_true(desk_shows(&desk, "1"));
    assert_int_equal(desk.room->actions[1].supports, 0);
    desk_connection(&desk, SESSION_UP);
    assert_int_equal(desk.room->actions[1].supports, 1);
    assert_true(desk_shows(&desk, "1"));
    desk_close(&desk);
}

static void an_observer_reads_and_proposes(void **state)
{
    struct desk desk;
    struct rooms_spec spec = {.schools = 3};
    (void)state;
    desk_open(&desk, &spec);
    planday_begin(&desk);
    desk_sit(&desk, CODE_OBSERVER, 0, "Ruth Bell");
    planday_go(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_PROPOSED, 0);
    desk_key(&desk, KEY_TAB, WITH_SHIFT);
    desk_letter(&desk, 's', 0);
    assert_int_equal(desk.room->actions[1].supports, 0);
    planday_propose(&desk, "A promise for three years");
    assert_int_equal(planday_newest(&desk)->state, ACTION_WAITING);
    desk_close(&desk);
}

/* ---- seeing through */

static void who_is_asked_says_yes_or_no(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_leave(&desk); /* whatever the room is at */
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    planday_plain(&desk, "Mend the roof", 0, ACTION_PROPOSED, 0);
    planday_ask_seat(&desk, 1, desk.seat);
    assert_true(desk_shows(&desk, "The cluster asks: will you see this through?"));
    desk_letter(&desk, 'y', 0);
    assert_true(desk.model->actions[1].accepted);
    assert_false(desk_shows(&desk, "The cluster asks: will you see this through?"));
    planday_ask_school(&desk, 2, INGLE);
    assert_true(desk_shows(&desk, "The cluster asks: will Ingle see this through?"));
    desk_letter(&desk, 'n', 0);
    assert_true(desk.model->actions[2].declined);
    desk_letter(&desk, 'p', 0);
    desk_click(&desk, "Mend the roof"); /* and thinks again */
    desk_click(&desk, "Yes");
    assert_true(desk.model->actions[2].accepted);
    desk_close(&desk);
}

static void later_is_an_answer_for_now(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    planday_ask_seat(&desk, 1, desk.seat);
    desk_click(&desk, "Later");
    assert_true(desk_shows(&desk, "What we will do"));
    assert_true(desk_shows(&desk, "Adopted · Ana Smith, asked"));
    desk_click(&desk, "Share the hall");
    desk_key(&desk, KEY_ENTER, 0);
    assert_true(desk.model->actions[1].accepted);
    desk_close(&desk);
}

/* What was put off does not stand before what is asked next, nor comes back at every step. */
static void later_makes_way_for_the_next(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    planday_plain(&desk, "Mend the roof", 0, ACTION_ADOPTED, 0);
    planday_ask_seat(&desk, 1, desk.seat);
    desk_click(&desk, "Later");
    planday_ask_seat(&desk, 2, desk.seat);
    assert_true(desk_shows(&desk, "The cluster asks: will you see this through?"));
    assert_true(desk_shows(&desk, "Mend the roof"));
    desk_click(&desk, "Later");
    assert_true(desk_shows(&desk, "What we will do"));
    planday_leave(&desk);
    assert_false(desk_shows(&desk, "The cluster asks: will you see this through?"));
    planday_ask_school(&desk, 1, INGLE);
    assert_true(desk_shows(&desk, "The cluster asks: will Ingle see this through?"));
    desk_close(&desk);
}

/* A second press of Enter does not answer what has only just come up. */
static void yes_to_one_is_not_yes_to_the_next(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    planday_plain(&desk, "Mend the roof", 0, ACTION_ADOPTED, 0);
    planday_ask_seat(&desk, 1, desk.seat);
    planday_ask_seat(&desk, 2, desk.seat);
    desk_key(&desk, KEY_ENTER, 0);
    assert_true(desk.model->actions[1].accepted);
    assert_true(desk_shows(&desk, "Mend the roof"));
    desk_key(&desk, KEY_ENTER, 0);
    assert_false(desk.model->actions[2].accepted);
    desk_close(&desk);
}

static void who_writes_is_not_interrupted(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    desk_letter(&desk, 'a', 0);
    desk_type(&desk, "Men");
    planday_ask_seat(&desk, 1, desk.seat);
    desk_type(&desk, "d the roof");
    assert_true(desk_shows(&desk, "Mend the roof"));
    desk_click(&desk, "Propose it");
    desk_click(&desk, "Propose it");
    assert_true(desk_shows(&desk, "Adopted · Ana Smith, asked")); /* first in the list */
    desk_close(&desk);
}

static void the_owner_says_how_far_it_is(void **state)
{
    struct desk desk;
    (void)state;
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_ADOPTED, 0);
    planday_ask_school(&desk, 1, INGLE);
    desk_letter(&desk, 'y', 0);
    desk_click(&desk, "Share the hall");
    desk_click(&desk, "Under way");
    assert_int_equal(desk.model->actions[1].progress, PROGRESS_UNDER_WAY);
    desk_key(&desk, KEY_RIGHT, 0);
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->actions[1].progress, PROGRESS_DONE);
    desk_key(&desk, KEY_ESCAPE, 0);
    assert_true(desk_shows(&desk, "Done · Ingle"));
    desk_close(&desk);
}

static void what_is_taken_away_is_left(void **state)
{
    struct desk desk;
    struct command *command = calloc(1, sizeof *command);
    (void)state;
    assert_non_null(command);
    planday_sit(&desk);
    planday_plain(&desk, "Share the hall", 0, ACTION_PROPOSED, 0);
    desk_click(&desk, "Share the hall");
    command->kind = COMMAND_REMOVE_ACTION;
    command->change.action.action = 1;
    desk_other(&desk, SEAT_KIOSK, command);
    free(command);
    desk_step(&desk);
    assert_true(desk_shows(&desk, "No actions yet"));
    desk_close(&desk);
}

/* A school's own actions of its one-to-one are elsewhere, and these are not among them. */
static void the_two_lists_are_apart(void **state)
{
    struct desk desk;
    struct action_content content = {
        .level = ACTION_LEVEL_SCHOOL, .school = INGLE, .condition = 1, .text = "Share the hall"};
    (void)state;
    planday_sit(&desk);
    planday_add(&desk, SEAT_KIOSK, &content, ACTION_PROPOSED);
    assert_true(desk_shows(&desk, "Share the hall"));
    content.level = 0;
    strcpy(content.text, "Ask parents");
    planday_add(&desk, desk.seat, &content, ACTION_OWN);
    assert_false(desk_shows(&desk, "Ask parents"));
    desk_letter(&desk, 'r', 0);
    for (int i = 0; i < 12 && desk.screens->rate.condition != 1; i++)
        desk_key(&desk, KEY_PAGE_UP, 0);
    assert_true(desk_shows(&desk, "Actions (1)"));
    desk_letter(&desk, 'c', 0);
    assert_true(desk_shows(&desk, "Ask parents"));
    assert_false(desk_shows(&desk, "Share the hall"));
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(supports_with_a_key),
        cmocka_unit_test(an_observer_reads_and_proposes),
        cmocka_unit_test(who_is_asked_says_yes_or_no),
        cmocka_unit_test(later_is_an_answer_for_now),
        cmocka_unit_test(later_makes_way_for_the_next),
        cmocka_unit_test(yes_to_one_is_not_yes_to_the_next),
        cmocka_unit_test(who_writes_is_not_interrupted),
        cmocka_unit_test(the_owner_says_how_far_it_is),
        cmocka_unit_test(what_is_taken_away_is_left),
        cmocka_unit_test(the_two_lists_are_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
