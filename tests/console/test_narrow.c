#include "testing.h"

#include "console/vote_making.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The run view on an old projector's screen, where not everything has room. */

static const struct rooms_spec grid = {.schools = 10,
                                       .ratings = ROOMS_MOST,
                                       .named = true,
                                       .seats = 12,
                                       .place = {2, 2},
                                       .elapsed_ms = 1040000,
                                       .address = "192.168.4.20"};

/* On a small screen the question and who is missing take the place of what waits: it is not drawn
 * over what stands below, and what cannot be seen is not answered. */
static void test_a_long_question_covers_nothing(void **state)
{
    (void)state;
    static const struct rooms_spec crowd = {
        .schools = 28, .ratings = ROOMS_FEW, .named = true, .seats = 28, .place = {2, 2}};
    struct ballot_content content = vote_content(METHOD_DOTS);
    struct sitting *s;
    sitting_create(&s, &crowd, 1024, 768);
    ballot_id id = vote_prepare(s, &content);
    vote_set(s, id, BALLOT_OPEN);
    vote_at_step(s, id);
    vote_cast(s, id, 10);
    sitting_letter(s, 'r', 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_ASK_CLOSE_YES)));
    unsigned ratings = s->console->run.queue.ratings;
    assert_true(ratings > 0);
    assert_false(sitting_shows(s, word(WORD_CONSOLE_QUEUE_RATING)));
    sitting_letter(s, 'a', 0);
    assert_int_equal(s->console->run.queue.ratings, ratings);
    sitting_destroy(&s);
}

/* Where a button is too wide for its words it still says what it does. */
static void test_a_narrow_one_asks_the_next(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1024, 768);
    s->model->items[2].steps[1].stage = STAGE_TOGETHER;
    sitting_refresh(s);
    sitting_letter(s, 'c', 0);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_ROUND_SHOW)));
    sitting_letter(s, 'c', 0);
    assert_int_equal(s->room->rounds[SLIP_READING].state, ROUND_SHOWN);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_ROUND_ON)));
    assert_false(sitting_shows(s, word(WORD_CONSOLE_ROUND_SHOW)));
    sitting_destroy(&s);
}

/* Where there is no room to say what waits, it is said how many there are. */
static void test_a_narrow_one_counts_what_waits(void **state)
{
    (void)state;
    struct sitting *s;
    char ratings[32], all[16];
    sitting_create(&s, &grid, 1024, 768);
    unsigned count = s->console->run.queue.ratings;
    snprintf(ratings, sizeof ratings, word(WORD_CONSOLE_PROPOSED), count);
    assert_true(sitting_shows(s, ratings));
    sitting_guest(s, 2, "Ann");
    sitting_guest(s, 3, "Ben");
    sitting_step(s);
    assert_int_equal(s->console->run.queue.people, 2);
    snprintf(all, sizeof all, "%u", count + 2);
    assert_true(sitting_shows(s, all));
    sitting_destroy(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_long_question_covers_nothing),
        cmocka_unit_test(test_a_narrow_one_asks_the_next),
        cmocka_unit_test(test_a_narrow_one_counts_what_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
