#include "testing.h"

#include "console/vote_making.h"
#include "words/words.h"

/* Taking on what the room chose: what is put forward, and what is in hand until it is kept. */

static struct sitting *s;
static const struct rooms_spec ten = {.schools = 10, .seats = 24, .place = {2, 2}};

static ballot_id begin_revealed(int votes)
{
    struct ballot_content content = vote_content(METHOD_DOTS);
    return vote_begin(&s, &ten, &content, BALLOT_REVEALED, votes);
}

/* One paper: two options have all its dots, the others share the third place with nothing. */
static void what_nobody_chose_is_neither_run_off_nor_put_forward(void **state)
{
    (void)state;
    begin_revealed(1);
    sitting_letter(s, 'd', 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_NO_TIE)));
    assert_int_equal(s->model->ballot_count, 1);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->console->votes.page, VOTES_FIRST);
    assert_int_equal(s->console->votes.first.now.count, 2);
}

/* Esc puts a form away with all that is in hand; "Leave it" drops that. */
static void what_was_ticked_is_there_again(void **state)
{
    (void)state;
    begin_revealed(1000);
    const struct votes_first *first = &s->console->votes.first;
    sitting_letter(s, 'k', 0);
    condition_id second = first->now.list[1].condition;
    sitting_key(s, KEY_SPACE, 0); /* without the first, then */
    assert_int_equal(first->now.count, 2);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 2);
    assert_int_equal(first->now.list[0].condition, second);
    sitting_press(s, "first-leave", 0);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 3);
    sitting_press(s, "first-keep", 0);
    assert_int_equal(s->model->priorities.count, 3);
    sitting_letter(s, 'k', 0);
    assert_int_equal(first->now.count, 3);
}

/* Untouched it shows what there is now, not what there was. */
static void what_was_only_looked_at_is_looked_at_anew(void **state)
{
    (void)state;
    ballot_id id = begin_revealed(1000);
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
        TEST(what_nobody_chose_is_neither_run_off_nor_put_forward),
        TEST(what_was_ticked_is_there_again),
        TEST(what_was_only_looked_at_is_looked_at_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
