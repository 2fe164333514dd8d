#include "model/bench.h"
#include "testing.h"

/* The actions settled in a school's 1-to-1. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;

static void an_action_is_its_schools_and_the_facilitators(void **state)
{
    (void)state;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    bench_must(b, ours, ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "Train two staff"));
    bench_must(b, 0, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, "Ask the parents"));
    static const struct {
        enum audience_kind kind;
        uint16_t id;
        bool first, second;
    } cases[] = {
        {AUDIENCE_FACILITATOR, 0, true, true},    {AUDIENCE_SCHOOL, 1, true, false},
        {AUDIENCE_SCHOOL, 2, false, true},        {AUDIENCE_SCHOOL, 0, false, false},
        {AUDIENCE_PROJECTOR, 0, false, false},    {AUDIENCE_OBSERVER, 0, false, false},
        {AUDIENCE_PARTICIPANTS, 0, false, false}, {AUDIENCE_SEAT, 1, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench_look(b, room, &live, cases[i].kind, cases[i].id);
        assert_int_equal(room->actions[1].content.school, cases[i].first ? 1 : 0);
        assert_int_equal(room->actions[2].content.school, cases[i].second ? 2 : 0);
    }
    bench_look(b, room, &live, AUDIENCE_SCHOOL, 1);
    assert_string_equal(room->actions[1].content.text, "Train two staff");
    assert_int_equal(room->actions[1].content.condition, 1);
    assert_int_equal(room->actions[1].content.months, 6);
    assert_int_equal(room->actions[1].revision, 1);
}

static void an_action_is_changed_by_who_has_seen_it(void **state)
{
    (void)state;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    bench_must(b, ours, ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "Train two staff"));
    struct command c = ask_action(COMMAND_CHANGE_ACTION, 1, 2, 1, "Train three staff");
    c.change.action.content.condition = 3;
    bench_must(b, ours, c);
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_CHANGED);
    bench_look(b, room, &live, AUDIENCE_FACILITATOR, 0);
    assert_string_equal(room->actions[1].content.text, "Train three staff");
    assert_int_equal(room->actions[1].revision, 2);
    assert_int_equal(room->actions[1].content.school, 1); /* stays where it belongs */
    assert_int_equal(room->actions[1].content.condition, 1);
    bench_must(b, 0, ask_action(COMMAND_REMOVE_ACTION, 1, 0, 0, ""));
    bench_look(b, room, &live, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->actions[1].content.school, 0);
}

#define TEST(name) BENCH_TEST(name, bench_set_up, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_action_is_its_schools_and_the_facilitators),
        TEST(an_action_is_changed_by_who_has_seen_it),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
