/* People who vote on their laptops, with a keyboard and nothing else. */

#include "screen/polls.h"
#include "screen/task.h"
#include "screen/vote.h"
#include "screen/workday.h"
#include "testing.h"

/* ---- each way of voting ---- */

static void dots_are_placed_and_taken_back(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "Three more dots to place"));
    polls_letters(desk, "60");
    assert_true(desk_shows(desk, "1 dot left"));
    assert_true(desk_shows(desk, "One more dot to place"));
    desk_key(desk, KEY_UP, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 9), 1);
    assert_true(desk_shows(desk, "All dots are placed. Take one back to move it."));
    desk_key(desk, KEY_ENTER, 0); /* the ring is round its minus now */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 9), 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 9), 1);
    polls_letters(desk, "1+");
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 0); /* there is none left */
    polls_letters(desk, "6");                               /* goes there, and places nothing */
    desk_letter(desk, '-', 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 6), 0);
    assert_true(desk_shows(desk, "1 dot left"));
    polls_send(desk);
    assert_int_equal(polls_mark(desk, ballot, 1, 9), 1);
    assert_int_equal(polls_mark(desk, ballot, 1, 10), 1);
    assert_true(desk_shows(desk, "Your dots are in"));
}

static void the_limit_is_told(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    content.limit = 1;
    polls_sit(desk);
    ballot_id ballot = polls_open(desk, &content);
    polls_letters(desk, "44");
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 1);
    assert_true(desk_shows(desk, "One dot on each is the most."));
    polls_letters(desk, "5");
    desk_click(desk, "Send my dots");
    assert_int_equal(polls_mark(desk, ballot, 1, 4), 1);
}

static void nothing_is_sent_without_a_mark(void **state)
{
    struct desk *desk = *state;
    polls_open_usual(desk, METHOD_DOTS);
    desk_click(desk, "Send my dots");
    assert_int_equal(desk->wish->commands, 0);
    polls_letters(desk, "6-");
    desk_click(desk, "Send my dots");
    assert_int_equal(desk->wish->commands, 0);
}

static void ticks_come_and_go(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_APPROVAL);
    polls_letters(desk, "345");
    desk_key(desk, KEY_SPACE, 0); /* on 5: away again */
    desk_click(desk, "Publicity");
    assert_true(desk_shows(desk, "Three ticked"));
    vote_focus(desk->screens);
    polls_send(desk);
    assert_int_equal(polls_mark(desk, ballot, 1, 3), 1);
    assert_int_equal(polls_mark(desk, ballot, 1, 5), 0);
    assert_int_equal(polls_mark(desk, ballot, 1, 7), 1);
    assert_true(desk_shows(desk, "Your vote is in"));
}

static void places_are_given_shared_and_moved(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_RANKING);
    polls_letters(desk, "3814"); /* 1st, 2nd, 3rd, 4th */
    desk_key(desk, KEY_LEFT, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 3); /* beside 1 */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 3);
    assert_true(desk_shows(desk, "3="));
    desk_key(desk, KEY_LEFT, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 3); /* before it */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 4);
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_RIGHT, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 4); /* and back */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 3);
    polls_letters(desk, "8"); /* is left out: the others close up */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 8), 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), 2);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 4), 3);
    assert_true(desk_shows(desk, "Seven have no place"));
    desk_click(desk, "Send my vote");
    assert_int_equal(polls_mark(desk, ballot, 1, 3), 1);
    assert_int_equal(polls_mark(desk, ballot, 1, 4), 3);
}

static void a_ranking_is_cleared(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_RANKING);
    polls_letters(desk, "381");
    desk_click(desk, "Clear");
    assert_true(desk_shows(desk, "Nothing chosen yet"));
    polls_letters(desk, "5");
    assert_int_equal(polls_in_hand(desk, ballot, 1, 5), 1);
}

static void scores_are_typed_straight_through(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_SCORES);
    polls_letters(desk, "5241");
    polls_letters(desk, "9"); /* is no score */
    desk_key(desk, KEY_RIGHT, 0);
    polls_letters(desk, "3");
    assert_int_equal(polls_in_hand(desk, ballot, 1, 1), MARK_SCORES(5, 2));
    assert_int_equal(polls_in_hand(desk, ballot, 1, 2), MARK_SCORES(4, 1));
    assert_int_equal(polls_in_hand(desk, ballot, 1, 3), MARK_SCORES(0, 3));
    desk_key(desk, KEY_UP, 0);
    desk_key(desk, KEY_RIGHT, 0);
    polls_letters(desk, "+");
    desk_key(desk, KEY_BACKSPACE, 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 3), 0);
    assert_true(desk_shows(desk, "Eight are not done"));
    desk_click(desk, "Send my vote");
    assert_int_equal(polls_mark(desk, ballot, 1, 1), MARK_SCORES(5, 2));
}

/* The kiosk would refuse it: an option counts on both criteria or on none. */
static void what_is_half_done_is_pointed_out_before_it_is_sent(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_SCORES);
    polls_letters(desk, "524");
    assert_true(desk_shows(desk, "Number 2 has one of its two figures."));
    desk_click(desk, "Send my vote");
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_int_equal(polls_mark(desk, ballot, 1, 1), -1);
    polls_letters(desk, "1");
    desk_click(desk, "Send my vote");
    assert_int_equal(polls_mark(desk, ballot, 1, 2), MARK_SCORES(4, 1));
}

static void more_than_ten_are_paged(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_typed(METHOD_APPROVAL, 24);
    polls_sit(desk);
    ballot_id ballot = polls_open(desk, &content);
    unsigned seen = 0;
    for (int i = 0; i < 24; i++) {
        desk_key(desk, KEY_SPACE, 0);
        seen += polls_in_hand(desk, ballot, 1, i + 1) != 0;
        desk_key(desk, KEY_DOWN, 0);
    }
    assert_int_equal(seen, 24);
    polls_letters(desk, "2"); /* the one of this page whose number ends so: 22 */
    assert_int_equal(polls_in_hand(desk, ballot, 1, 22), 0);
    desk_key(desk, KEY_PAGE_UP, 0);
    polls_letters(desk, "2");
    assert_int_equal(polls_in_hand(desk, ballot, 1, 12), 0);
    assert_int_equal(polls_in_hand(desk, ballot, 1, 2), 1);
}

/* ---- a paper's life ---- */

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
        EACH(dots_are_placed_and_taken_back),
        EACH(the_limit_is_told),
        EACH(nothing_is_sent_without_a_mark),
        EACH(ticks_come_and_go),
        EACH(places_are_given_shared_and_moved),
        EACH(a_ranking_is_cleared),
        EACH(scores_are_typed_straight_through),
        EACH(what_is_half_done_is_pointed_out_before_it_is_sent),
        EACH(more_than_ten_are_paged),
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
