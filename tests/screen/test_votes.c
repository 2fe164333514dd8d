/* The life of a paper on a laptop: it opens, is filled in, saved, changed, and comes back. */

#include "screen/polls.h"
#include "screen/task.h"
#include "screen/vote.h"
#include "screen/workday.h"
#include "testing.h"

static void it_opens_whatever_the_room_is_at(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    polls_sit(desk);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    polls_set(desk, polls_add(desk, &content), BALLOT_OPEN); /* the room stays at the board */
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    polls_letters(desk, "6");
    polls_send(desk);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    polls_set(desk, 1, BALLOT_CLOSED);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

static void what_is_being_written_stays_and_the_vote_is_a_key_away(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    polls_sit(desk);
    desk_type(desk, "Half a thought");
    polls_open(desk, &content);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    assert_true(desk_shows(desk, "A vote is open. When you are done here: F1, then Enter."));
    desk_key(desk, KEY_F1, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    desk_letter(desk, 'q', 0); /* another board */
    desk_click(desk, "To the vote");
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
}

static void a_paper_in_hand_is_left_alone(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "66");
    polls_others(desk, ballot, 3);
    workday_go(desk, WORKDAY_GROUPS);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_OPEN);
    desk_key(desk, KEY_F1, 0);
    desk_key(desk, KEY_F1, 0);
    desk_connection(desk, SESSION_DOWN);
    desk_click(desk, "Carry on");
    desk_connection(desk, SESSION_UP);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 6), 2);
    assert_true(desk_shows(desk, "1 dot left"));
    assert_int_equal(polls_mark(desk, ballot, 1, 6), -1);
    assert_true(task_is_anything_unsent(desk->screens)); /* closing the window asks first */
}

/* Only the kiosk's answer makes it saved, and it counts before the room shows it. */
static void saved_is_said_after_the_receipt(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "6");
    desk->sight.state = SESSION_WAITING;
    polls_send(desk);
    assert_true(desk_shows(desk, "Your vote is on its way"));
    assert_false(desk_shows(desk, "Your dots are in"));
    desk_letter(desk, 'e', 0);
    assert_true(desk_shows(desk, "On its way"));
    struct session_notice saved = {.kind = SESSION_SAVED, .id = desk->pending[0].command.id};
    desk->pending_count = 0;
    screens_notice(desk->screens, &saved);
    desk_step(desk);
    assert_true(desk_shows(desk, "Saved. You can still change it."));
    assert_int_equal(polls_mark(desk, ballot, 1, 6), -1);
}

static void it_is_changed_and_taken_back_until_closed(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "66");
    polls_send(desk);
    desk_click(desk, "Look at my vote");
    assert_true(desk_shows(desk, "Saved. You can still change it."));
    polls_letters(desk, "7");
    assert_int_equal(polls_mark(desk, ballot, 1, 7), 0);
    desk_click(desk, "Send the change");
    assert_int_equal(polls_mark(desk, ballot, 1, 7), 1);
    assert_int_equal(desk->model->papers[2].ballot, 0); /* one paper, not two */
    desk_letter(desk, 'e', 0);
    polls_letters(desk, "7-");
    desk_click(desk, "Leave it as it was");
    assert_true(desk_shows(desk, "No dots left"));
    desk_click(desk, "Take it back");
    assert_int_equal(polls_mark(desk, ballot, 1, 6), -1);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "3 dots left"));
    assert_true(desk_shows(desk, "Your vote is taken back."));
}

/* Keys go to the options when they can be marked again, and where they were. */
static void keys_go_on_when_it_is_opened_again(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "4");
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_OPEN);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 2);
    polls_send(desk);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
    struct ballot_content another = polls_content(METHOD_DOTS);
    ballot = polls_open(desk, &another);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 1);
}

static void a_returning_seat_finds_its_vote(void **state)
{
    struct desk *desk = *state;
    polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "66");
    polls_send(desk);
    screens_destroy(&desk->screens);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "1 dot left"));
    assert_true(desk_shows(desk, "Saved. You can still change it."));
}

static void on_another_laptop_the_marks_are_not_told(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "66");
    polls_send(desk);
    polls_move_seat(desk);
    screens_destroy(&desk->screens);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(
        desk, "You have voted on another laptop. You may vote again; the new one counts."));
    assert_true(desk_shows(desk, "3 dots left"));
    desk_letter(desk, 'w', 0);
    desk_click(desk, "Vote now"); /* as if there were none yet */
    polls_letters(desk, "7");
    polls_send(desk);
    assert_true(desk_shows(desk, "Your dots are in"));
    assert_int_equal(polls_mark(desk, ballot, 1, 7), 1);
    assert_int_equal(desk->model->papers[2].ballot, 0);
}

static void sent_without_a_line_it_goes_across_on_return(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "6");
    desk_connection(desk, SESSION_DOWN);
    desk_click(desk, "Carry on");
    vote_focus(desk->screens);
    polls_send(desk);
    assert_int_equal(desk->pending_count, 1);
    desk_connection(desk, SESSION_UP);
    assert_int_equal(polls_mark(desk, ballot, 1, 6), 1);
    assert_true(desk_shows(desk, "Your dots are in"));
}

static void what_the_outbox_has_no_room_for_is_in_hand_again(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    struct command full = {.kind = COMMAND_CAST_PAPER};
    polls_letters(desk, "6");
    desk->sight.state = SESSION_WAITING;
    polls_send(desk);
    desk->pending_count = 0;
    full.change.paper = (struct paper_change){.ballot = ballot, .slot = 1};
    screens_sent(desk->screens, &full);
    desk_step(desk);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "2 dots left"));
    desk->sight.state = SESSION_UP;
    polls_send(desk);
    assert_int_equal(polls_mark(desk, ballot, 1, 6), 1);
}

static void closed_meanwhile_it_is_refused_and_not_lost(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "6");
    desk->sight.state = SESSION_WAITING;
    polls_send(desk);
    polls_set(desk, ballot, BALLOT_CLOSED);
    desk_connection(desk, SESSION_UP);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "This vote is closed. Your vote was not counted."));
    assert_true(desk_shows(desk, "Multi-agency training"));
    assert_int_equal(polls_in_hand(desk, ballot, 1, 6), 1);
    polls_set(desk, ballot, BALLOT_OPEN); /* again: it can be sent now */
    assert_false(desk_shows(desk, "This vote is closed. Your vote was not counted."));
    vote_focus(desk->screens);
    polls_send(desk);
    assert_int_equal(polls_mark(desk, ballot, 1, 6), 1);
}

static void what_was_not_sent_in_time_is_told(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    polls_sit(desk);
    ballot_id ballot = polls_add(desk, &content);
    polls_set(desk, ballot, BALLOT_OPEN);
    polls_letters(desk, "6");
    polls_set(desk, ballot, BALLOT_CLOSED); /* while the room is at its board */
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "This vote is closed. Your vote was not counted."));
    desk_click(desk, "Back to the room");
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(it_opens_whatever_the_room_is_at),
        EACH(what_is_being_written_stays_and_the_vote_is_a_key_away),
        EACH(a_paper_in_hand_is_left_alone),
        EACH(saved_is_said_after_the_receipt),
        EACH(it_is_changed_and_taken_back_until_closed),
        EACH(keys_go_on_when_it_is_opened_again),
        EACH(a_returning_seat_finds_its_vote),
        EACH(on_another_laptop_the_marks_are_not_told),
        EACH(sent_without_a_line_it_goes_across_on_return),
        EACH(what_the_outbox_has_no_room_for_is_in_hand_again),
        EACH(closed_meanwhile_it_is_refused_and_not_lost),
        EACH(what_was_not_sent_in_time_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
