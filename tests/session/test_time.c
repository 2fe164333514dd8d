#include "testing.h"

#include "session/parts.h"
#include "session/stand.h"

/* A running timer ends at the same moment for everybody, however late a letter was. */

enum { END_MS = 600 * 1000 }; /* by the stand's clock */

/* The timer's item in a letter that was `late_ms` under way. */
static void tell_timer(struct stand *s, int64_t late_ms)
{
    struct item item = {.key = {.kind = ITEM_TIMER}};
    item.body.timer =
        (struct timer_item){.shown = true, .running = true, .ends_ms = END_MS, .whole_ms = 60000};
    letter_begin(&s->letter, stand_clock(s) - late_ms);
    stand_add_item(s, &item);
    stand_send(s);
    stand_run(s, STAND_STEP_MS);
}

/* By how much the session's countdown is behind the stand's. */
static int64_t behind_ms(const struct stand *s)
{
    return session_room(s->session)->timer.ends_ms - (END_MS + s->now_ms - stand_clock(s));
}

static void a_letter_held_up_does_not_put_the_countdown_behind(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    tell_timer(s, 4000);
    assert_in_range(behind_ms(s), 0, 2 * STAND_STEP_MS);
}

static void what_was_held_up_first_is_put_right_by_the_next(void **state)
{
    struct stand *s = *state;
    s->late_ms = 4000;
    stand_sit(s);
    tell_timer(s, 4000);
    assert_in_range(behind_ms(s), 4000, 4000 + 2 * STAND_STEP_MS);
    s->late_ms = 0;
    stand_run(s, 2 * SESSION_BEAT_MS);
    assert_in_range(behind_ms(s), 0, 2 * STAND_STEP_MS);
}

/* The kiosk's machine slept for two seconds, or its clock is the slower one all day. */
static void a_clock_that_stood_still_is_noticed(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    tell_timer(s, 0);
    s->clock_behind_ms = 2000;
    stand_run(s, 2 * SESSION_BEAT_MS);
    assert_in_range(behind_ms(s) + 2 * STAND_STEP_MS, 0, 4 * STAND_STEP_MS);
    s->clock_behind_ms = -2000; /* and the laptop */
    stand_run(s, 2 * SESSION_BEAT_MS);
    assert_in_range(behind_ms(s) + 2 * STAND_STEP_MS, 0, 4 * STAND_STEP_MS);
}

static void another_connection_starts_anew(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    tell_timer(s, 0);
    stand_crash(s);
    s->clock_behind_ms = 86400 * 1000; /* started again, with its clock set back */
    stand_start(s);
    stand_run(s, 10000);
    tell_timer(s, 0);
    assert_in_range(behind_ms(s) + 2 * STAND_STEP_MS, 0, 4 * STAND_STEP_MS);
}

int main(void)
{
    static struct stand stand;
#define TEST(name) STAND_TEST(name, &stand)
    const struct CMUnitTest tests[] = {
        TEST(a_letter_held_up_does_not_put_the_countdown_behind),
        TEST(what_was_held_up_first_is_put_right_by_the_next),
        TEST(a_clock_that_stood_still_is_noticed),
        TEST(another_connection_starts_anew),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
