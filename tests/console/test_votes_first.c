#include "testing.h"

#include <stdio.h>
#include <string.h>

#include "console/vote_making.h"
#include "model/outcome.h"
#include "words/words.h"

/* Taking on what the room chose: what is put forward, and what is in hand until it is kept. */

static struct sitting *s;
static const struct rooms_spec ten = {.schools = 10, .seats = 24, .place = {2, 2}};

static const struct ballot *ballot(ballot_id id)
{
    return &s->model->ballots[id];
}

static void the_first_few_are_taken_on(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    struct outcome outcome;
    outcome_work_out(&outcome, &ballot(id)->content, &s->room->ballot_tallies[id]);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.first.now.count, 2); /* the third place is shared */
    sitting_press(s, "first-wanted", 2);
    sitting_press(s, "first-keep", 0);
    const struct priorities_change *now = &s->model->priorities;
    assert_int_equal(now->count, 4);
    assert_int_equal(now->ballot, id);
    for (int i = 0; i < 4; i++)
        assert_int_equal(now->list[i].condition, ballot(id)->content.things[outcome.order[i] - 1]);
    sitting_wait(s, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
    sitting_letter(s, 'u', 0);
    assert_int_equal(s->model->priorities.count, 0);
}

/* A run-off is about a few: the others are offered after them. */
static void the_others_are_offered_after_a_run_off(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_DOTS);
    content.option_count = 2;
    content.things[0] = 9;
    content.things[1] = 3;
    ballot_id id = vote_begin(&s, &ten, &content, BALLOT_REVEALED, 1000);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.first.now.count, 2);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_press(s, "first-keep", 0);
    const struct priorities_change *now = &s->model->priorities;
    assert_int_equal(now->ballot, id);
    assert_int_equal(now->count, 3);
    assert_int_equal(now->list[2].condition, 1);
}

static void they_are_put_in_order_and_words_added(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_key(s, KEY_SPACE, 0); /* and not, after all */
    assert_true(sitting_tab_to(s, ui_id_of("first-kept", 0)));
    sitting_key(s, KEY_HOME, 0);
    sitting_key(s, KEY_DOWN, WITH_SHIFT);
    assert_true(sitting_tab_to(s, ui_id_of("first-typed", 0)));
    sitting_type(s, "A bus home");
    sitting_key(s, KEY_ENTER, 0);
    sitting_press(s, "first-keep", 0);
    const struct priorities_change *now = &s->model->priorities;
    assert_int_equal(now->count, 3);
    assert_int_equal(now->list[0].condition, 2);
    assert_int_equal(now->list[1].condition, 1);
    assert_string_equal(now->list[2].text, "A bus home");
}

static void two_who_take_on_at_once(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_SPACE, 0);
    struct command other = {.kind = COMMAND_SET_PRIORITIES};
    other.change.priorities.count = 1;
    other.change.priorities.list[0].condition = 9;
    sitting_obey(s, &other);
    assert_true(sitting_shows(s, word(WORD_VOTES_FIRST_CHANGED)));
    sitting_press(s, "first-keep", 0); /* knowing that */
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_int_equal(s->model->priorities.list[0].condition, 1);
}

static void the_first_actions_are_adopted(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    content.about = ABOUT_ACTIONS;
    vote_enter(&s, &ten, 1920, 1080);
    vote_actions(s, 5);
    ballot_id id = vote_prepare(s, &content);
    vote_set(s, id, BALLOT_OPEN);
    vote_cast(s, id, 1000);
    vote_set(s, id, BALLOT_CLOSED);
    vote_set(s, id, BALLOT_REVEALED);
    sitting_letter(s, 'k', 0);
    sitting_press(s, "first-wanted", 1); /* two will do */
    sitting_press(s, "first-keep", 0);
    assert_int_equal(s->wish.commands, 2);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    int adopted = 0;
    for (int i = 1; i <= 5; i++)
        adopted += s->room->actions[i].state == ACTION_ADOPTED;
    assert_int_equal(adopted, 2);
}

/* One paper: two options have all its dots, the others share the third place with nothing. */
static void what_nobody_chose_is_neither_run_off_nor_put_forward(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1);
    sitting_letter(s, 'd', 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_NO_TIE)));
    assert_int_equal(s->model->ballot_count, 1);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.page, VOTES_FIRST);
    assert_int_equal(s->console->votes.first.now.count, 2);
}

/* One paper says yes to some: all of them share the first place. */
static void a_place_that_is_shared_is_put_forward_whole_or_not_at_all(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_APPROVAL, BALLOT_REVEALED, 1);
    struct outcome outcome;
    outcome_work_out(&outcome, &ballot(id)->content, &s->room->ballot_tallies[id]);
    assert_true(outcome.chosen > 1);
    s->console->votes.wanted = (uint8_t)(outcome.chosen - 1);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.first.now.count, 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_FIRST_SHARED)));
    sitting_press(s, "first-wanted", 2); /* one more */
    assert_int_equal(s->console->votes.first.now.count, outcome.chosen);
}

/* Esc puts a form away with all that is in hand; "Leave it" drops that. */
static void what_was_ticked_is_there_again(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    const struct votes_first *first = &s->console->votes.first;
    s->console->votes.wanted = 4; /* the third place is shared */
    sitting_letter(s, 'k', 0);
    condition_id second = first->now.list[1].condition;
    sitting_key(s, KEY_SPACE, 0); /* without the first, then */
    assert_int_equal(first->now.count, 3);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 3);
    assert_int_equal(first->now.list[0].condition, second);
    sitting_press(s, "first-leave", 0);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 4);
    sitting_press(s, "first-keep", 0);
    assert_int_equal(s->model->priorities.count, 4);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 4);
}

/* Untouched it shows what there is now, not what there was. */
static void what_was_only_looked_at_is_looked_at_anew(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    struct command elsewhere = {.kind = COMMAND_SET_PRIORITIES};
    elsewhere.change.priorities = (struct priorities_change){.ballot = id, .count = 1};
    elsewhere.change.priorities.list[0].condition = 7;
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_obey(s, &elsewhere);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.first.now.count, 1);
    assert_int_equal(s->console->votes.first.now.list[0].condition, 7);
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_few_are_taken_on),
        TEST(the_others_are_offered_after_a_run_off),
        TEST(they_are_put_in_order_and_words_added),
        TEST(two_who_take_on_at_once),
        TEST(the_first_actions_are_adopted),
        TEST(what_nobody_chose_is_neither_run_off_nor_put_forward),
        TEST(a_place_that_is_shared_is_put_forward_whole_or_not_at_all),
        TEST(what_was_ticked_is_there_again),
        TEST(what_was_only_looked_at_is_looked_at_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
