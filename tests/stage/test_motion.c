/* How a picture moves when somebody has answered or voted. */

#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "stage/motion.h"
#include "stage/scenes.h"
#include "testing.h"

static struct room *room;

static void the_last_answer_grows(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    struct scene_round round = {.state = ROUND_OPEN, .answered = 3, .asked = 9};
    scene_icebreaker(room, &round);
    motion_update(&motion, room, 1000);
    struct item item = {.key = {.kind = ITEM_ROUND, .a = SLIP_ICEBREAKER}};
    item.body.round = room->rounds[SLIP_ICEBREAKER];
    item.body.round.answered = 4;
    room_apply(room, &item);
    motion_update(&motion, room, 2000);
    assert_true(motion_moving(&motion, 2100));
    assert_int_equal(motion_answer(&motion, SLIP_ICEBREAKER, 2, 2100), 100);
    assert_in_range(motion_answer(&motion, SLIP_ICEBREAKER, 3, 2100), 51, 99);
    assert_false(motion_moving(&motion, 2000 + MOTION_SEAT_MS));
}

static void the_last_vote_grows(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    struct rooms_spec spec = {.schools = 10, .place = {3, 1}};
    rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &spec);
    rooms_vote(room, &(struct rooms_vote){.state = BALLOT_OPEN, .expected = 9, .voted = 3});
    motion_update(&motion, room, 1000);
    struct item item = {.key = {.kind = ITEM_TURNOUT, .a = 1}};
    item.body.turnout = room->turnouts[1][0];
    item.body.turnout.voted = 4;
    room_apply(room, &item);
    motion_update(&motion, room, 2000);
    assert_true(motion_moving(&motion, 2100));
    assert_int_equal(motion_voter(&motion, 1, 2, 2100), 100);
    assert_in_range(motion_voter(&motion, 1, 3, 2100), 51, 99);
    assert_false(motion_moving(&motion, 2000 + MOTION_SEAT_MS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_answer_grows),
        cmocka_unit_test(the_last_vote_grows),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
