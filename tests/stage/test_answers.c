/* Icebreaker and evaluation as draw lists: nothing is told of answers while they come in, few are
 * only counted, and any number of people stays within the picture. */

#include <stdio.h>
#include <string.h>

#include "golden/golden.h"
#include "stage/seen.h"
#include "stage/scenes.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list;
static struct room *room;
static struct stage_frame frame;

static void draw(int size, int page)
{
    frame = seen_frame(room, seen_sizes[size], 10 * 60 + 22, page);
    seen_draw(&list, &frame);
    assert_true(list.u == frame.layout.u);
}

static const struct {
    const char *name;
    void (*make)(struct room *room, const struct scene_round *round);
    struct scene_round round;
} rounds[] = {
    {"icebreaker", scene_icebreaker, {.state = ROUND_OPEN, .answered = 17, .asked = 24}},
    {"icebreaker-shown",
     scene_icebreaker,
     {.state = ROUND_SHOWN, .answered = 23, .asked = 24, .values = {0, 19, 4}}},
    {"evaluation",
     scene_evaluation,
     {.state = ROUND_OPEN, .answered = 11, .asked = 24, .objectives = 4}},
    {"evaluation-shown",
     scene_evaluation,
     {.state = ROUND_SHOWN, .answered = 24, .asked = 24, .values = {0, 15, 7, 2}, .objectives = 4}},
};

static void check_golden(const char *name)
{
    for (int size = 0; size < SEEN_SIZES; size++) {
        char whole[96];
        snprintf(whole, sizeof whole, "stage/%s-%d", name, seen_sizes[size].height);
        draw(size, 0);
        golden_check_list(whole, &list);
    }
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
        rounds[i].make(room, &rounds[i].round);
        check_golden(rounds[i].name);
    }
}

static void nothing_is_told_while_answers_come_in(void **state)
{
    (void)state;
    struct scene_round shown = {
        .state = ROUND_SHOWN, .answered = 23, .asked = 24, .values = {0, 19, 4}};
    scene_icebreaker(room, &shown);
    draw(0, 0);
    assert_true(seen_count(&list, "19") && seen_count(&list, "4"));
    struct item item = {.key = {.kind = ITEM_ROUND, .a = SLIP_ICEBREAKER}};
    item.body.round = room->rounds[SLIP_ICEBREAKER];
    item.body.round.state = ROUND_OPEN;
    room_apply(room, &item);
    draw(0, 0);
    assert_false(seen_count(&list, "19"));
    assert_true(seen_count(&list, "of 24 have answered"));
}

static void few_answers_are_only_counted(void **state)
{
    (void)state;
    struct scene_round few = {.state = ROUND_SHOWN, .answered = 4, .asked = 4, .objectives = 4};
    scene_evaluation(room, &few);
    draw(0, 0);
    assert_true(seen_count(&list, "Thank you") && seen_count(&list, "4 answers"));
    assert_false(seen_count(&list, "Figures count Yes and Mostly"));
    for (int i = 0; i < 4; i++)
        assert_false(seen_count(&list, room->items[1].objectives[i]));
    few.answered = few.asked = 24;
    few.values[1] = 20;
    few.values[3] = 4;
    scene_evaluation(room, &few);
    draw(0, 0);
    assert_true(seen_count(&list, "20 of 24"));
}

static void rounds_stay_within_the_picture(void **state)
{
    (void)state;
    static const int people[] = {0, 1, 24, 60, 300, 4000};
    for (int objectives = 0; objectives <= OBJECTIVES_MAX; objectives++)
        for (size_t p = 0; p < sizeof people / sizeof *people; p++)
            for (int variant = 0; variant < 12; variant++) {
                int yes = people[p] * 2 / 3, no = people[p] / 4;
                struct scene_round round = {.state = (enum round_state)(variant % 3),
                                            .answered = people[p] / (variant % 3 == 1 ? 2 : 1),
                                            .asked = people[p],
                                            .values = {0, yes, no, people[p] - yes - no},
                                            .objectives = objectives,
                                            .long_texts = variant % 2,
                                            .larger = (uint8_t)(variant / 4)};
                (variant & 4 ? scene_icebreaker : scene_evaluation)(room, &round);
                for (int size = 0; size < SEEN_SIZES; size++) {
                    draw(size, 0);
                    assert_inside(&list);
                    for (int page = stage_pages(&frame) - 1; page > 0; page--) {
                        draw(size, page);
                        assert_inside(&list);
                    }
                }
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(nothing_is_told_while_answers_come_in),
        cmocka_unit_test(few_answers_are_only_counted),
        cmocka_unit_test(rounds_stay_within_the_picture),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
