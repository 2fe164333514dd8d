/* Whose vote it is: secret or named, a school's, of several at one laptop; and what they all see of
 * it once it is over. */

#include "screen/polls.h"
#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9 };

/* ---- whose vote ---- */

static void secret_or_named_is_said_before(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    polls_open_usual(desk, METHOD_DOTS);
    assert_true(desk_shows(desk, "Nobody sees who voted for what."));
    polls_set(desk, 1, BALLOT_CLOSED);
    content.named = true;
    polls_open(desk, &content);
    assert_true(desk_shows(desk, "Everybody will see how you voted."));
}

static void a_school_has_one_paper(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    content.by_school = true;
    polls_sit(desk);
    seat_id other = workday_other(desk, INGLE, "Grace Achieng");
    ballot_id ballot = polls_open(desk, &content);
    assert_true(desk_shows(
        desk, "This is the one paper of Ingle. What somebody from your school saves last counts."));
    assert_false(desk_shows(desk, "Several of us share this laptop"));
    polls_cast(desk, other, ballot, (const int[]){0, 3, -1});
    assert_true(desk_shows(desk, "No dots left")); /* theirs is what stands */
    assert_true(desk_shows(desk, "Saved. You can still change it."));
    polls_letters(desk, "2-");
    polls_cast(desk, other, ballot, (const int[]){1, 1, -1});
    assert_int_equal(polls_in_hand(desk, ballot, 0, 2), 2); /* ours is left alone */
    assert_true(desk_shows(
        desk, "Somebody from your school has saved another paper meanwhile. Yours is not sent."));
    desk_click(desk, "Send the change");
    assert_int_equal(polls_mark(desk, ballot, 0, 2), 2);
    assert_true(desk_shows(desk, "Your school’s vote is in"));
}

static void who_cannot_vote_is_told_why(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    struct command place = {.kind = COMMAND_PLACE_SEAT};
    content.by_school = true;
    desk_sit(desk, CODE_ROOM, 0, "Sam Okafor");
    place.change.seat = (struct seat_change){.seat = desk->seat, .school = 1};
    desk_other(desk, desk->seat, &place);
    ballot_id ballot = polls_open(desk, &content);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    assert_true(desk_shows(desk, "This vote has one paper for each school"));
    polls_set(desk, ballot, BALLOT_CLOSED);
    content.by_school = false;
    polls_open(desk, &content); /* by person everybody from a school votes */
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
}

static void observers_look_on(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    desk_sit(desk, CODE_OBSERVER, 0, "Lena Hartmann");
    ballot_id ballot = polls_open(desk, &content);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    assert_true(desk_shows(desk, "The room is voting"));
    polls_others(desk, ballot, 5);
    polls_set(desk, ballot, BALLOT_CLOSED);
    assert_true(desk_shows(desk, "5 of 5 have voted."));
    polls_set(desk, ballot, BALLOT_REVEALED);
    assert_true(desk_shows(desk, "5 votes were counted."));
    assert_false(desk_shows(desk, "Yours"));
}

/* ---- several at one laptop ---- */

static void each_of_several_votes_in_turn(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    desk_click(desk, "Several of us share this laptop");
    polls_letters(desk, "3");
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->room->me.people, 3);
    assert_true(desk_shows(desk, "Who is voting now?"));
    polls_letters(desk, "2");
    polls_letters(desk, "66");
    polls_send(desk);
    assert_true(desk_shows(desk, "Saved. Pass the laptop to the next person."));
    assert_false(desk_shows(desk, "Multi-agency training"));
    desk_key(desk, KEY_ENTER, 0); /* person 1, who has not voted */
    assert_true(desk_shows(desk, "3 dots left"));
    polls_letters(desk, "7");
    polls_send(desk);
    polls_letters(desk, "3");
    polls_letters(desk, "8");
    polls_send(desk);
    assert_true(desk_shows(desk, "All of you have voted"));
    assert_int_equal(polls_mark(desk, ballot, 1, 7), 1);
    assert_int_equal(polls_mark(desk, ballot, 2, 6), 2);
    assert_int_equal(polls_mark(desk, ballot, 3, 8), 1);
    desk_letter(desk, 'e', 0); /* one of them changes their mind */
    assert_false(desk_shows(desk, "Multi-agency training"));
    polls_letters(desk, "2");
    assert_true(desk_shows(desk, "1 dot left"));
    polls_letters(desk, "9");
    desk_click(desk, "Send the change");
    assert_int_equal(polls_mark(desk, ballot, 2, 9), 1);
    assert_int_equal(polls_mark(desk, ballot, 1, 9), 0);
}

/* What became of a paper in one vote is not said in the next. */
static void nobody_has_handed_on_a_vote_that_begins(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_DOTS);
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_share(desk, 2);
    polls_letters(desk, "1");
    polls_letters(desk, "66");
    polls_send(desk);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_open(desk, &content);
    assert_true(desk_shows(desk, "Who is voting now?"));
    assert_false(desk_shows(desk, "Saved. Pass the laptop to the next person."));
    assert_false(desk_shows(desk, "On its way. You can pass the laptop to the next person."));
}

/* The last one's marks are not shown to the next, connection or not. */
static void the_laptop_is_passed_on_without_a_line_too(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_share(desk, 2);
    polls_letters(desk, "1");
    polls_letters(desk, "66");
    desk->sight.state = SESSION_WAITING;
    polls_send(desk);
    assert_true(desk_shows(desk, "On its way. You can pass the laptop to the next person."));
    polls_letters(desk, "2");
    polls_letters(desk, "7");
    polls_set(desk, ballot, BALLOT_CLOSED);
    desk_connection(desk, SESSION_UP);
    assert_false(desk_shows(desk, "Your dots are in"));
    assert_true(desk_shows(desk, "Person 1: This vote is closed. Your vote was not counted."));
    assert_true(desk_shows(desk, "Person 2: This vote is closed. Your vote was not counted."));
    assert_false(desk_shows(desk, "Multi-agency training"));
}

static void what_one_of_several_voted_is_not_shown_with_the_result(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_share(desk, 2);
    polls_letters(desk, "1");
    polls_letters(desk, "66");
    polls_send(desk);
    polls_letters(desk, "1"); /* looks at it again */
    assert_true(desk_shows(desk, "1 dot left"));
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
    assert_true(desk_shows(desk, "1 vote was counted."));
    assert_false(desk_shows(desk, "Yours"));
}

static void who_has_voted_cannot_be_counted_out(void **state)
{
    struct desk *desk = *state;
    polls_open_usual(desk, METHOD_DOTS);
    polls_share(desk, 2);
    polls_letters(desk, "2");
    polls_letters(desk, "6");
    polls_send(desk);
    desk_click(desk, "How many we are");
    polls_letters(desk, "1");
    desk_key(desk, KEY_ENTER, 0);
    assert_true(
        desk_shows(desk, "Somebody at that laptop has voted already. Take that vote back first."));
    assert_int_equal(desk->room->me.people, 2);
    assert_true(desk_shows(desk, "Who is voting now?"));
}

static void sharing_is_in_the_menu(void **state)
{
    struct desk *desk = *state;
    polls_sit(desk);
    desk_key(desk, KEY_F1, 0);
    desk_click(desk, "Several of us share this laptop");
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->room->me.people, 2);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

/* ---- what came of it ---- */

static void closed_tells_how_many_and_nothing_else(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "6");
    polls_send(desk);
    polls_others(desk, ballot, 4);
    polls_set(desk, ballot, BALLOT_CLOSED);
    assert_int_equal(desk->screens->shown, SCREEN_VOTE);
    assert_true(desk_shows(desk, "5 of 5 have voted."));
    assert_true(desk_shows(desk, "Your vote is among them."));
    assert_false(desk_shows(desk, "Multi-agency training"));
}

static void revealed_shows_places_and_ones_own(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_letters(desk, "660");
    polls_send(desk);
    seat_id other = workday_other(desk, INGLE, "Grace Achieng");
    polls_cast(desk, other, ballot, (const int[]){1, 1, 1, -1});
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
    assert_true(desk_shows(desk, "2 votes were counted."));
    assert_true(desk_shows(desk, "2 (33%)"));
    assert_true(desk_shows(desk, "2="));
    assert_true(desk_shows(desk, "Yours"));
    assert_false(desk->room->own_papers[ballot][1].cast); /* only this laptop knows it now */
    screens_destroy(&desk->screens);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
    assert_true(desk_shows(desk, "2 (33%)"));
    assert_false(desk_shows(desk, "Yours"));
}

/* Nobody's figure is no average. */
static void what_nobody_rated_has_no_average(void **state)
{
    struct desk *desk = *state;
    ballot_id ballot = polls_open_usual(desk, METHOD_SCORES);
    polls_letters(desk, "42");
    polls_send(desk);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
    assert_true(desk_shows(desk, "4.00, 2.00"));
    assert_true(desk_shows(desk, "–"));
    assert_false(desk_shows(desk, "0.00, 0.00"));
}

static void of_a_named_vote_everybody_finds_their_own(void **state)
{
    struct desk *desk = *state;
    struct ballot_content content = polls_content(METHOD_RANKING);
    content.named = true;
    polls_sit(desk);
    ballot_id ballot = polls_open(desk, &content);
    polls_letters(desk, "62");
    polls_send(desk);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
    screens_destroy(&desk->screens);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
    assert_true(desk_shows(desk, "Yours"));
    assert_true(desk_shows(desk, "ahead of 9"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(secret_or_named_is_said_before),
        EACH(a_school_has_one_paper),
        EACH(who_cannot_vote_is_told_why),
        EACH(observers_look_on),
        EACH(each_of_several_votes_in_turn),
        EACH(nobody_has_handed_on_a_vote_that_begins),
        EACH(the_laptop_is_passed_on_without_a_line_too),
        EACH(what_one_of_several_voted_is_not_shown_with_the_result),
        EACH(who_has_voted_cannot_be_counted_out),
        EACH(sharing_is_in_the_menu),
        EACH(closed_tells_how_many_and_nothing_else),
        EACH(revealed_shows_places_and_ones_own),
        EACH(what_nobody_rated_has_no_average),
        EACH(of_a_named_vote_everybody_finds_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
