/* A vote where the view of the votes is not open: in the run view, elsewhere in the console,
 * without it; and laptops that are shared. */

#include "testing.h"

#include <stdio.h>
#include <string.h>

#include "console/vote_scenes.h"
#include "words/words.h"

static struct sitting *s;

static const struct ballot *ballot(ballot_id id)
{
    return &s->model->ballots[id];
}

static void the_run_view_has_the_same_key(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    sitting_letter(s, '1', WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_VOTES_BIG_OPEN)));
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    assert_true(sitting_shows(s, word(WORD_VOTES_TO_VOTE)));
    sitting_press(s, "reveal", 0); /* the big button */
    assert_true(sitting_shows(s, word(WORD_VOTES_ASK_CLOSE_YES)));
    sitting_press(s, "vote-yes", 0);
    assert_int_equal(ballot(id)->state, BALLOT_CLOSED);
}

static void elsewhere_the_key_reveals_targets(void **state)
{
    (void)state;
    static const struct rooms_spec named = {
        .schools = 10, .seats = 24, .named = true, .place = {2, 2}};
    struct ballot_content content = vote_content(METHOD_DOTS);
    sitting_create(&s, &named, 1920, 1080);
    vote_prepare(s, &content);
    sitting_letter(s, 'r', 0);
    assert_true(s->model->view.targets);
    assert_int_equal(ballot(1)->state, BALLOT_PREPARED);
}

/* On one display with the stage in front, a question brings the console up. */
static void a_question_is_never_asked_unseen(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 14);
    s->sight.in_sight = false;
    sitting_letter(s, 'r', 0);
    assert_true(s->wish.console);
    assert_int_equal(s->console->view, CONSOLE_RUN);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    s->sight.in_sight = s->sight.over_stage = true; /* as it was wished */
    sitting_wait(s, 1000);
    assert_false(s->wish.console);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_CLOSED);
    assert_true(s->wish.console); /* and the picture is free again */
    s->sight.in_sight = s->sight.over_stage = false;
    sitting_wait(s, 20);
    assert_false(s->wish.console);
}

static void re_planning_keeps_its_key_where_there_is_no_tie(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 14);
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_letter(s, 'd', 0);
    assert_int_equal(s->wish.commands, 1);
    assert_int_equal(s->wish.command[0].kind, COMMAND_REPLAN);
}

static void in_the_findings_w_is_the_field_s(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    sitting_letter(s, '1' + CONSOLE_FINDINGS, WITH_CONTROL);
    sitting_letter(s, 'w', 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(ui_focused(&s->ui, ui_id_of("finding-add", 0)));
}

static void ending_the_workshop_names_what_would_be_lost(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 14);
    sitting_letter(s, '1', WITH_CONTROL);
    while (s->model->place.item < s->model->item_count)
        sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(s->console->run.closing);
    char line[512];
    snprintf(line, sizeof line, word(WORD_VOTES_END_ONE), ballot(id)->content.question);
    struct console_votes *votes = &s->console->votes;
    assert_int_equal(votes->asking.what, VOTES_ASK_NOTHING);
    bool told = false; /* in two lines */
    for (uint32_t i = 0; i < s->list.commands; i++)
        told |= s->list.command[i].kind == DRAW_TEXT &&
                strncmp(s->list.text + s->list.command[i].first, line, 20) == 0;
    assert_true(told);
}

static void a_laptop_is_shared(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    unsigned before = s->room->turnouts[id][0].expected;
    sitting_letter(s, 'n', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_press(s, "person-shared", 2);
    sitting_key(s, KEY_ENTER, 0);
    seat_id seat = s->console->people.chosen.seat;
    assert_int_equal(s->room->seats[seat].people, 3);
    assert_int_equal(s->room->turnouts[id][0].expected, before + 2);
}

/* On a client the projector's picture is made here: who is missing where is not in it. */
static void a_made_picture_holds_no_more_than_the_room_sees(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    s->own_room = true;
    sitting_step(s);
    sitting_letter(s, '1', WITH_CONTROL);
    const struct room *made = s->console->stage.room;
    assert_int_equal(made->turnouts[id][0].voted, 3);
    for (unsigned school = 1; school <= SCHOOLS_MAX; school++)
        assert_int_equal(made->turnouts[id][school].expected, 0);
}

/* Beside everything else what the room chose is one key from being taken on. */
static void the_run_view_leads_to_what_is_taken_on(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    sitting_letter(s, '1', WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_VOTES_RUN_TAKE_ON)));
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->view, CONSOLE_VOTES);
    assert_int_equal(s->console->votes.page, VOTES_FIRST);
    assert_int_equal(s->console->votes.first.ballot, id);
}

/* People are counted; how many laptops that is stands beside them. */
static void shared_laptops_are_no_more_people(void **state)
{
    (void)state;
    char state_text[64], laptops[64];
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    struct command share = {.kind = COMMAND_SHARE_SEAT};
    unsigned before = s->room->turnouts[id][0].expected;
    share.change.seat = (struct seat_change){.seat = 1, .people = 3};
    sitting_obey(s, &share);
    snprintf(state_text, sizeof state_text, word(WORD_VOTES_STATE_OPEN), 3U, before + 2);
    assert_true(sitting_shows(s, state_text)); /* the list's row */
    snprintf(laptops, sizeof laptops, word(WORD_VOTES_LAPTOPS), before);
    strncat(state_text, laptops, sizeof state_text - strlen(state_text) - 1);
    assert_true(sitting_shows(s, state_text));
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_run_view_has_the_same_key),
        TEST(elsewhere_the_key_reveals_targets),
        TEST(a_question_is_never_asked_unseen),
        TEST(re_planning_keeps_its_key_where_there_is_no_tie),
        TEST(in_the_findings_w_is_the_field_s),
        TEST(ending_the_workshop_names_what_would_be_lost),
        TEST(a_laptop_is_shared),
        TEST(a_made_picture_holds_no_more_than_the_room_sees),
        TEST(the_run_view_leads_to_what_is_taken_on),
        TEST(shared_laptops_are_no_more_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
