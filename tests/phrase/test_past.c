/* What earlier reviews said, in words. */

#include "phrase/past.h"
#include "testing.h"

static struct room *room;

static void a_change_has_its_sign(void **state)
{
    (void)state;
    char to[PHRASE_CHANGE_SIZE];
    phrase_rating_change(to, 3, 5);
    assert_string_equal(to, "+2");
    phrase_rating_change(to, 10, 1);
    assert_string_equal(to, "−9");
    phrase_rating_change(to, 4, 4);
    assert_string_equal(to, "=");
    phrase_rating_change(to, 0, 4);
    assert_string_equal(to, "");
    phrase_rating_change(to, 4, 0);
    assert_string_equal(to, "");
    phrase_average_change(to, 46, 53);
    assert_string_equal(to, "+0.7");
    phrase_average_change(to, 100, 10);
    assert_string_equal(to, "−9.0");
    phrase_average_change(to, 53, 53);
    assert_string_equal(to, "=");
}

static void what_was_stands_before_the_change(void **state)
{
    (void)state;
    char to[PHRASE_WAS_SIZE];
    phrase_rating_was(to, 3, 5);
    assert_string_equal(to, "was 3, +2");
    phrase_rating_was(to, 5, 5);
    assert_string_equal(to, "was 5, same");
    phrase_rating_was(to, 3, 0);
    assert_string_equal(to, "was 3");
    phrase_rating_was(to, 0, 3);
    assert_string_equal(to, "");
    phrase_rating_then(to, 7);
    assert_string_equal(to, "was 7");
    phrase_rating_then(to, 0);
    assert_string_equal(to, "");
}

static void a_school_reads_its_day_rating_and_goal(void **state)
{
    (void)state;
    char to[PHRASE_PAST_SIZE];
    room_clear(room);
    room->reviews[2].day = 14376; /* 12 May 2009 */
    room->pasts[2][1].now[4] = 3;
    phrase_past(to, room, 2, 4, 1);
    assert_string_equal(to, "12 May 2009: 3");
    room->pasts[2][1].target[4] = 6;
    phrase_past(to, room, 2, 4, 1);
    assert_string_equal(to, "12 May 2009: 3 → goal 6");
    phrase_past(to, room, 2, 5, 1);
    assert_string_equal(to, "");
    phrase_past(to, room, 1, 4, 1);
    assert_string_equal(to, "");
    phrase_past(to, room, 0, 4, 1);
    assert_string_equal(to, "");
}

static void the_newest_that_says_something_is_told(void **state)
{
    (void)state;
    room_clear(room);
    assert_int_equal(phrase_past_newest(room, 4, 1), 0);
    room->reviews[1].day = 14376;
    room->reviews[2].day = 14000;
    room->reviews[3].day = 14500;
    room->pasts[1][1].now[4] = 3;
    room->own_pasts[2][1].now[4] = 5;
    assert_int_equal(phrase_past_newest(room, 4, 1), 1);
    assert_int_equal(phrase_past_newest(room, 5, 1), 0);
    memset(&room->pasts[1][1], 0, sizeof room->pasts[1][1]);
    assert_int_equal(phrase_past_newest(room, 4, 1), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_has_its_sign),
        cmocka_unit_test(what_was_stands_before_the_change),
        cmocka_unit_test(the_newest_that_says_something_is_told),
        cmocka_unit_test(a_school_reads_its_day_rating_and_goal),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
