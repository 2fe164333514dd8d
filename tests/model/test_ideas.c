#include "model/ideas.h"
#include "testing.h"

/* The actions that the pack offers where most schools are low. */

static struct room *room;
static condition_id offered[CONDITIONS_MAX];

static int start(void **state)
{
    (void)state;
    assert_int_equal(room_create(&room), ERROR_OK);
    room->workshop.condition_count = 4;
    for (unsigned c = 1; c <= 4; c++)
        strcpy(room->conditions[c].idea, "Do one thing together.");
    return 0;
}

static int end(void **state)
{
    (void)state;
    room_destroy(&room);
    return 0;
}

/* So many schools at each of three ratings. */
static void rate(condition_id c, unsigned at3, unsigned at4, unsigned at9)
{
    struct summary_item *summary = &room->summaries[c];
    *summary = (struct summary_item){.has_figures = true};
    summary->counted = (uint16_t)(at3 + at4 + at9);
    summary->spread[3] = (uint16_t)at3;
    summary->spread[4] = (uint16_t)at4;
    summary->spread[9] = (uint16_t)at9;
}

static void more_than_half_must_be_low(void **state)
{
    (void)state;
    assert_int_equal(room_ideas(offered, room), 0); /* nobody rated anything */
    rate(1, 5, 5, 0);                               /* half is not most */
    rate(2, 6, 4, 0);
    rate(3, 1, 0, 9);
    assert_int_equal(room_ideas(offered, room), 1);
    assert_int_equal(offered[0], 2);
}

static void only_rated_schools_count(void **state)
{
    (void)state;
    rate(3, 3, 0, 2);
    room->summaries[3].of = 28;
    assert_int_equal(room_ideas(offered, room), 1);
    room->summaries[3].has_figures = false; /* this audience sees none */
    assert_int_equal(room_ideas(offered, room), 0);
}

static void the_lowest_comes_first(void **state)
{
    (void)state;
    rate(1, 6, 4, 0);
    rate(2, 3, 0, 0);
    rate(3, 9, 0, 1);
    rate(4, 8, 2, 0);
    room->conditions[4].idea[0] = '\0'; /* the pack has none for it */
    assert_int_equal(room_ideas(offered, room), 3);
    assert_int_equal(offered[0], 2);
    assert_int_equal(offered[1], 3);
    assert_int_equal(offered[2], 1);
}

static void what_was_taken_up_is_not_offered_again(void **state)
{
    (void)state;
    struct action_item *action = &room->actions[7];
    rate(2, 6, 4, 0);
    action->revision = 1;
    action->content.source = SOURCE_FINDING;
    action->content.source_a = 2;
    assert_int_equal(room_ideas(offered, room), 1);
    action->content.source = SOURCE_IDEA;
    assert_int_equal(room_ideas(offered, room), 0);
    action->content.source_a = 3;
    assert_int_equal(room_ideas(offered, room), 1);
    action->content.source_a = 2;
    action->revision = 0; /* removed */
    assert_int_equal(room_ideas(offered, room), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(more_than_half_must_be_low),
        TEST(only_rated_schools_count),
        TEST(the_lowest_comes_first),
        TEST(what_was_taken_up_is_not_offered_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
