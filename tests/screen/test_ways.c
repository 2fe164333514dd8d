/* Each way of voting on a laptop, with a keyboard and nothing else. */

#include "screen/polls.h"
#include "screen/vote.h"
#include "testing.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
