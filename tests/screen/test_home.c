/* What a school's people are shown of earlier reviews, and the page that is saved at the close. */

#include "rooms/reviews.h"
#include "screen/desk.h"
#include "screen/planday.h"
#include "testing.h"
#include "words/words.h"

static void sit(struct desk *desk, int earlier)
{
    struct rooms_spec spec = {
        .schools = 10, .ratings = ROOMS_MOST, .earlier = earlier, .place = {1, 1}};
    desk_open(desk, &spec);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    desk_letter(desk, 'r', 0);
    while (desk->screens->rate.condition > 2)
        desk_key(desk, KEY_PAGE_UP, 0);
    while (desk->screens->rate.condition < 2)
        desk_key(desk, KEY_PAGE_DOWN, 0);
}

static void finish(struct desk *desk)
{
    desk_other(desk, SEAT_KIOSK, &(struct command){.kind = COMMAND_CLOSE});
}

static void where_they_were_stands_at_the_scale(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 1);
    assert_int_equal(desk.model->reviews[1].pasts[INGLE].now[2], 1);
    assert_true(desk_shows(&desk, "12 May 2009: 1 → goal 4"));
    assert_true(desk_shows(&desk, word(WORD_SCALE_BEFORE)));
    desk_close(&desk);
}

static void without_an_earlier_review_there_is_nothing(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 0);
    assert_false(desk_shows(&desk, word(WORD_SCALE_BEFORE)));
    desk_close(&desk);
}

/* Another school has a past, and this one has none. */
static void it_is_their_own_alone(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 1);
    memset(&desk.model->reviews[1].pasts[INGLE], 0, sizeof(struct past));
    finish(&desk); /* whatever happens: the room follows */
    desk_letter(&desk, 'r', 0);
    assert_false(desk_shows(&desk, word(WORD_SCALE_BEFORE)));
    assert_false(desk_shows(&desk, "12 May 2009: 1 → goal 4"));
    desk_close(&desk);
}

static void at_the_close_everybody_is_offered_a_page(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 0);
    desk_letter(&desk, 'w', 0);
    assert_false(desk_shows(&desk, word(WORD_TAKEAWAY_BUTTON)));
    finish(&desk);
    assert_true(desk_shows(&desk, word(WORD_TAKEAWAY_CLOSED)));
    assert_true(desk_shows(&desk, word(WORD_TAKEAWAY_BUTTON)));
    desk_click(&desk, word(WORD_TAKEAWAY_BUTTON));
    assert_true(desk.wish->save);
    screens_saved(desk.screens, "Saved: /somewhere");
    desk_step(&desk);
    assert_false(desk.wish->save);
    assert_true(desk_shows(&desk, "Saved: /somewhere"));
    desk_close(&desk);
}

/* Also while the evaluation is open: nothing more can be answered. */
static void what_was_asked_makes_way(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 0);
    assert_int_equal(desk.screens->shown, SCREEN_RATE);
    finish(&desk);
    assert_int_equal(desk.screens->shown, SCREEN_WAITING);
    desk_letter(&desk, 'r', 0); /* it can still be looked at */
    assert_int_equal(desk.screens->shown, SCREEN_RATE);
    desk_close(&desk);
}

static void when_the_kiosk_has_gone_it_can_be_saved(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 0);
    finish(&desk);
    desk_connection(&desk, SESSION_DOWN);
    assert_int_equal(desk.screens->shown, SCREEN_WAITING);
    desk_click(&desk, word(WORD_TAKEAWAY_BUTTON));
    assert_true(desk.wish->save);
    desk_close(&desk);
}

static void it_can_be_saved_at_any_time(void **state)
{
    (void)state;
    struct desk desk;
    sit(&desk, 0);
    desk_letter(&desk, 's', WITH_CONTROL);
    assert_true(desk.wish->save);
    screens_saved(desk.screens, "Saved: /somewhere");
    desk_step(&desk);
    assert_true(desk_shows(&desk, "Saved: /somewhere"));
    desk_close(&desk);
}

static void nobody_saves_before_they_are_in(void **state)
{
    (void)state;
    struct desk desk;
    desk_open(&desk, &(struct rooms_spec){.schools = 3});
    desk_letter(&desk, 's', WITH_CONTROL);
    assert_false(desk.wish->save);
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_they_were_stands_at_the_scale),
        cmocka_unit_test(without_an_earlier_review_there_is_nothing),
        cmocka_unit_test(it_is_their_own_alone),
        cmocka_unit_test(at_the_close_everybody_is_offered_a_page),
        cmocka_unit_test(what_was_asked_makes_way),
        cmocka_unit_test(when_the_kiosk_has_gone_it_can_be_saved),
        cmocka_unit_test(it_can_be_saved_at_any_time),
        cmocka_unit_test(nobody_saves_before_they_are_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
