/* Into which rooms players come and which roles they find there, and what they leave behind. */

#include "rehearse/theatre.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "testing.h"

static void come_others(struct theatre *t, unsigned seats)
{
    theatre_come_others(t, seats, t->seed);
    for (unsigned s = 0; s < 60 && rehearse_joined(t->others) < seats; s++)
        theatre_run(t, 1000);
    assert_int_equal(rehearse_joined(t->others), seats);
    theatre_run(t, 4000);
}

static void see_everybody_once(const struct theatre *t)
{
    for (character_id c = 1; c <= t->pack->role_count; c++) {
        unsigned named = 0;
        for (seat_id s = 1; s <= SEATS_MAX; s++)
            named += strcmp(theatre_room(t)->seats[s].name, t->pack->roles[c - 1].name) == 0;
        assert_int_equal(named, 1);
    }
}

/* Players came from another machine while the kiosk played the same pack: every leader sat in the
 * room twice, and wrote every line twice. */
static void nobody_is_in_the_room_twice(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = 8});
    theatre_gather(t);
    size_t from = t->log_length;
    come_others(t, 12);
    assert_int_equal(theatre_count(t, from, "role=", "what=played"), 0);
    assert_int_equal(theatre_count(t, from, "colleague=", "what=placed"), 12);
    see_everybody_once(t);
    theatre_end(&t);
}

/* Two machines' players asked for each role in the same moment, as a step lets them, and both were
 * told yes. */
static void of_two_at_once_one_plays(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = 8});
    theatre_come_others(t, 0, 8);
    theatre_conduct(t, CONDUCT_PAUSE, 0);
    for (unsigned step = 0; step < 100; step++) {
        theatre_conduct(t, CONDUCT_STEP, 0);
        theatre_run(t, 500);
    }
    unsigned played = theatre_count(t, 0, "did role=", "what=played");
    assert_int_equal(played, t->pack->role_count);
    assert_true(theatre_count(t, 0, "refused role=", "reason=changed") > 0);
    assert_int_equal(theatre_count(t, 0, "steps-back ", ""), played);
    see_everybody_once(t);
    theatre_end(&t);
}

/* Whoever plays it is gone, and has left its seats behind. */
static void players_that_are_gone_are_followed(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = 9});
    theatre_gather(t);
    rehearse_destroy(&t->rehearsal);
    theatre_come_others(t, 0, t->seed);
    t->rehearsal = t->others;
    t->others = NULL;
    size_t from = t->log_length;
    for (unsigned s = 0; s < 60 && theatre_count(t, from, "role=", "what=played") < 10; s++)
        theatre_run(t, 1000);
    assert_int_equal(theatre_count(t, from, "role=", "what=played"), 10);
    assert_int_equal(theatre_count(t, from, "colleague=", ""), 0);
    theatre_end(&t);
}

/* Their kept seats were left behind for good, whatever became of the workshop. */
static void a_closed_workshop_leaves_no_seats_behind(void **state)
{
    char folder[] = "/tmp/plenary-rehearse-XXXXXX", pattern[64];
    glob_t kept;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(pattern, sizeof pattern, "%s/*/seat-*.token", folder);
    for (int closes = 0; closes < 2; closes++) {
        struct theatre *t;
        theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster",
                                                 .seats = 2,
                                                 .seed = 5 + (unsigned)closes,
                                                 .state = folder});
        for (unsigned s = 0; s < 60 && rehearse_joined(t->rehearsal) < 2; s++)
            theatre_run(t, 1000);
        struct command close = {.kind = COMMAND_CLOSE};
        if (closes)
            theatre_ask(t, &close);
        theatre_run(t, 1000);
        theatre_end(&t);
        assert_int_equal(glob(pattern, 0, NULL, &kept), 0);
        assert_int_equal(kept.gl_pathc, 2); /* the first kiosk ended, and may be started again */
        globfree(&kept);
    }
    rehearse_clear(folder, time(NULL) + (REHEARSE_KEPT_DAYS - 1) * (time_t)86400);
    assert_int_equal(glob(pattern, 0, NULL, &kept), 0);
    globfree(&kept);
    rehearse_clear(folder, time(NULL) + (REHEARSE_KEPT_DAYS + 1) * (time_t)86400);
    assert_int_equal(glob(pattern, 0, NULL, &kept), GLOB_NOMATCH);
    assert_int_equal(rmdir(folder), 0);
}

static void a_real_review_is_not_played_in(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = 2, .real = true});
    theatre_run(t, 20000);
    assert_int_equal(rehearse_ended(t->rehearsal), REHEARSE_END_NOT_TRAINING);
    assert_string_equal(rehearse_why(t->rehearsal), refusal_text(REFUSAL_NOT_TRAINING));
    assert_true(rehearse_joined(t->rehearsal) <= 1);
    assert_int_equal(theatre_count(t, 0, "did ", ""), 0);
    theatre_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_is_in_the_room_twice),
        cmocka_unit_test(of_two_at_once_one_plays),
        cmocka_unit_test(players_that_are_gone_are_followed),
        cmocka_unit_test(a_closed_workshop_leaves_no_seats_behind),
        cmocka_unit_test(a_real_review_is_not_played_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
