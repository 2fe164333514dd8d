/* The rating scale under keys and the pointer: who moves, where it stops, what is dragged. */

#include <stdlib.h>

#include "testing.h"
#include "ui/scale.h"

enum { PITCH = 100, TOP = 20 };

struct bench {
    struct ui ui;
    struct draw_list list;
    struct input input;
    struct layout layout;
    struct scale scale;
    struct scale_hands hands;
};

static enum level level_of(unsigned rating)
{
    return rating < 4 ? LEVEL_LOW : rating < 8 ? LEVEL_MEDIUM : LEVEL_HIGH;
}

static unsigned step(struct bench *b)
{
    static const struct scale_band bands[SCALE_BANDS] = {
        {"Low", "a"}, {"Medium", "b"}, {"High", "c"}};
    draw_begin(&b->list, &b->layout, &type_fixed_metrics);
    ui_begin(&b->ui, &b->list, &ui_style_client, &b->input, 0);
    unsigned done = scale_take(&b->ui, &b->scale, &b->hands);
    scale_draw(&b->ui, &b->scale, &b->hands, NULL, 0, bands, level_of);
    ui_end(&b->ui);
    input_clear(&b->input);
    return done;
}

static struct bench *begin(unsigned now, unsigned goal)
{
    struct bench *b = calloc(1, sizeof *b);
    assert_non_null(b);
    b->layout = layout_client(1100, 760);
    b->scale =
        (struct scale){.x = 0, .y = TOP, .pitch = PITCH, .slot_height = 60, .size = 16, .lines = 3};
    b->hands = (struct scale_hands){.now = now, .goal = goal};
    assert_int_equal(step(b), 0);
    return b;
}

static unsigned point(struct bench *b, enum input_kind kind, unsigned slot, int y)
{
    input_pointer(&b->input, kind, (int)(slot - 1) * PITCH + PITCH / 2, y);
    return step(b);
}

enum { ON = TOP + 70, BESIDE = 600 };

static void keys_move_the_handle_that_has_the_focus(void **state)
{
    (void)state;
    struct bench *b = begin(0, 0);
    input_letter(&b->input, '5', 0);
    assert_int_equal(step(b), SCALE_MOVED);
    assert_int_equal(b->hands.now, 5);
    scale_focus(&b->ui, &b->hands);
    step(b);
    input_key(&b->input, KEY_TAB, 0);
    input_key(&b->input, KEY_RIGHT, 0);
    assert_int_equal(step(b), SCALE_MOVED);
    assert_int_equal(b->hands.goal, 6);
    input_key(&b->input, KEY_HOME, 0);
    assert_int_equal(step(b), SCALE_MOVED | SCALE_NOT_BELOW);
    assert_int_equal(b->hands.goal, 5);
    input_letter(&b->input, '0', 0);
    step(b);
    assert_int_equal(b->hands.goal, 10);
    input_key(&b->input, KEY_ENTER, 0);
    assert_int_equal(step(b), SCALE_ENTERED);
    free(b);
}

static void the_first_press_says_now_the_next_where_to(void **state)
{
    (void)state;
    struct bench *b = begin(0, 0);
    point(b, INPUT_PRESS, 3, ON);
    point(b, INPUT_RELEASE, 3, ON);
    point(b, INPUT_PRESS, 7, ON);
    point(b, INPUT_RELEASE, 7, ON);
    assert_int_equal(b->hands.now, 3);
    assert_int_equal(b->hands.goal, 7);
    free(b);
}

static void a_handle_is_dragged_beside_the_scale_too(void **state)
{
    (void)state;
    struct bench *b = begin(3, 7);
    point(b, INPUT_PRESS, 3, ON);
    assert_int_equal(point(b, INPUT_MOVE, 4, ON), SCALE_MOVED);
    point(b, INPUT_MOVE, 5, BESIDE);
    assert_int_equal(b->hands.now, 5);
    assert_int_equal(b->hands.goal, 7);
    point(b, INPUT_MOVE, 9, BESIDE);
    assert_int_equal(b->hands.goal, 9); /* pushed along */
    point(b, INPUT_RELEASE, 9, BESIDE);
    assert_int_equal(point(b, INPUT_MOVE, 2, ON), 0);
    assert_int_equal(b->hands.now, 9);
    free(b);
}

static void the_goal_is_dragged_no_lower_than_now(void **state)
{
    (void)state;
    struct bench *b = begin(3, 7);
    point(b, INPUT_PRESS, 7, ON);
    assert_int_equal(point(b, INPUT_MOVE, 1, ON), SCALE_MOVED | SCALE_NOT_BELOW);
    assert_int_equal(b->hands.goal, 3);
    free(b);
}

static void of_two_in_one_slot_the_way_says_which(void **state)
{
    (void)state;
    struct bench *b = begin(5, 5);
    point(b, INPUT_PRESS, 5, ON);
    point(b, INPUT_MOVE, 7, ON);
    point(b, INPUT_RELEASE, 7, ON);
    assert_int_equal(b->hands.now, 5);
    assert_int_equal(b->hands.goal, 7);
    b->hands.goal = 5;
    point(b, INPUT_PRESS, 5, ON);
    point(b, INPUT_MOVE, 2, ON);
    point(b, INPUT_RELEASE, 2, ON);
    assert_int_equal(b->hands.now, 2);
    assert_int_equal(b->hands.goal, 5);
    free(b);
}

static void what_is_settled_stays(void **state)
{
    (void)state;
    struct bench *b = begin(4, 6);
    b->scale.settled = true;
    step(b);
    input_letter(&b->input, '9', 0);
    assert_int_equal(step(b), 0);
    assert_int_equal(point(b, INPUT_PRESS, 9, ON), 0);
    assert_int_equal(b->hands.now, 4);
    assert_int_equal(b->hands.goal, 6);
    free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_move_the_handle_that_has_the_focus),
        cmocka_unit_test(the_first_press_says_now_the_next_where_to),
        cmocka_unit_test(a_handle_is_dragged_beside_the_scale_too),
        cmocka_unit_test(the_goal_is_dragged_no_lower_than_now),
        cmocka_unit_test(of_two_in_one_slot_the_way_says_which),
        cmocka_unit_test(what_is_settled_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
