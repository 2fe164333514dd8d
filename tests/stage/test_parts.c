/* The parts of the stages that decide something: codes, clocks and what moves. */

#include <stdio.h>

#include "base/text.h"
#include "rooms/rooms.h"
#include "stage/clock.h"
#include "stage/codes.h"
#include "stage/motion.h"
#include "testing.h"

static struct room *room;

/* A room of schools with these names, and nothing else. */
static void name_schools(const char *const names[], uint16_t count)
{
    room_clear(room);
    for (uint16_t i = 0; i < count; i++) {
        struct item item = {.key = {.kind = ITEM_SCHOOL, .a = (uint16_t)(i + 1)}};
        text_copy(item.body.school.name, NAME_SIZE, names[i]);
        room_apply(room, &item);
    }
}

static void assert_codes_differ(const struct codes *codes, uint16_t count)
{
    for (school_id a = 1; a <= count; a++) {
        assert_true(codes->text[a][0] != '\0');
        for (school_id b = 1; b < a; b++)
            assert_false(text_same(codes->text[a], codes->text[b]));
    }
}

static void codes_are_the_first_letters_where_they_can_be(void **state)
{
    (void)state;
    static const char *const names[] = {"Ashby",   "Ashford", "Birch",  "St Mary",
                                        "St John", "Élan",    "O'Neil", "X"};
    struct codes codes;
    name_schools(names, 8);
    codes_make(&codes, room);
    static const char *const expected[] = {"As", "Ah", "Bi", "Sm", "Sj", "Él", "ON", "X"};
    for (school_id s = 1; s <= 8; s++)
        assert_string_equal(codes.text[s], expected[s - 1]);
}

static void codes_differ_even_for_128_of_one_beginning(void **state)
{
    (void)state;
    static char names[SCHOOLS_MAX][32];
    const char *list[SCHOOLS_MAX];
    for (int i = 0; i < SCHOOLS_MAX; i++) {
        snprintf(names[i], sizeof names[i], "School %d", i);
        list[i] = names[i];
    }
    struct codes codes;
    name_schools(list, SCHOOLS_MAX);
    codes_make(&codes, room);
    assert_codes_differ(&codes, SCHOOLS_MAX);
}

static void a_part_counts_down_and_over(void **state)
{
    (void)state;
    static const struct {
        int64_t left_ms;
        const char *text;
        bool over, last;
    } cases[] = {
        {1200000, "20:00", false, false}, {1199999, "20:00", false, false},
        {1199000, "19:59", false, false}, {120001, "02:01", false, false},
        {120000, "02:00", false, true},   {1, "00:01", false, true},
        {0, "00:00", false, true},        {-1, "+00:00", true, false},
        {-130000, "+02:10", true, false}, {4500000, "75:00", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct timer_item timer = {.shown = true,
                                   .running = true,
                                   .ends_ms = 5000 + cases[i].left_ms,
                                   .whole_ms = 1200000};
        struct clock_left left = clock_left(&timer, 5000);
        assert_string_equal(left.text, cases[i].text);
        assert_int_equal(left.over, cases[i].over);
        assert_int_equal(left.last_minutes, cases[i].last);
        assert_true(left.fraction >= 0 && left.fraction <= 1);
    }
    struct timer_item paused = {.shown = true, .left_ms = 600000, .whole_ms = 1200000};
    struct clock_left left = clock_left(&paused, INT64_C(1) << 40);
    assert_true(left.paused);
    assert_string_equal(left.text, "10:00");
    assert_true(left.fraction == 0.5);
}

static void the_day_goes_round(void **state)
{
    (void)state;
    char text[CLOCK_TEXT_SIZE];
    clock_of_day(text, 9 * 60 + 5);
    assert_string_equal(text, "09:05");
    clock_of_day(text, 24 * 60 + 10);
    assert_string_equal(text, "00:10");
}

static void set_cell(enum rating_state rating)
{
    struct item item = {.key = {.kind = ITEM_CELL, .a = 3, .b = 2}};
    item.body.cell = (struct cell_item){.state = (uint8_t)rating, .now = 5};
    room_apply(room, &item);
}

static void only_what_was_proposed_and_is_agreed_moves(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    room_clear(room);
    struct item item = {.key = {.kind = ITEM_WORKSHOP}};
    item.body.workshop = (struct workshop_item){.named = true, .condition_count = 5};
    room_apply(room, &item);
    set_cell(RATING_PROPOSED);
    motion_update(&motion, room, 1000);
    assert_false(motion_moving(&motion, 1000));
    set_cell(RATING_AGREED);
    motion_update(&motion, room, 2000);
    assert_true(motion_moving(&motion, 2000));
    struct motion_cell cell = motion_of(&motion, 3, 2, 2120);
    assert_true(cell.filling && cell.ring && cell.percent > 50 && cell.percent < 100);
    cell = motion_of(&motion, 3, 2, 2240);
    assert_true(!cell.filling && cell.ring && cell.percent == 100);
    cell = motion_of(&motion, 3, 2, 2000 + MOTION_FILL_MS + MOTION_RING_MS);
    assert_false(cell.ring);
    assert_false(motion_moving(&motion, 2000 + MOTION_FILL_MS + MOTION_RING_MS));
    assert_false(motion_of(&motion, 3, 1, 2120).ring);
    item = (struct item){.key = {.kind = ITEM_CELL, .a = 4, .b = 2}};
    item.body.cell = (struct cell_item){.state = RATING_AGREED, .now = 7};
    room_apply(room, &item); /* agreed at once, and news that leaves the other as it is */
    motion_update(&motion, room, 9000);
    assert_false(motion_moving(&motion, 9000));
    assert_false(motion_of(NULL, 3, 2, 2120).ring);
}

static void names_coming_back_make_nothing_move(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    struct rooms_spec spec = {.schools = 3, .ratings = ROOMS_FEW, .named = true};
    struct audience projector = {AUDIENCE_PROJECTOR, 0};
    rooms_example(room, projector, &spec);
    motion_update(&motion, room, 1000);
    spec.named = false;
    rooms_example(room, projector, &spec);
    motion_update(&motion, room, 2000);
    spec.named = true;
    spec.ratings = ROOMS_AGREED;
    rooms_example(room, projector, &spec);
    motion_update(&motion, room, 3000);
    assert_false(motion_moving(&motion, 3000));
}

static void set_here(uint16_t here)
{
    struct item item = {.key = {.kind = ITEM_SCHOOL, .a = 2}};
    item.body.school = (struct school_item){.name = "Birch", .here = here};
    room_apply(room, &item);
}

static void the_dot_of_whoever_comes_grows(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    room_clear(room);
    set_here(2);
    motion_update(&motion, room, 1000);
    assert_false(motion_moving(&motion, 1000)); /* those who were there already */
    set_here(3);
    motion_update(&motion, room, 2000);
    assert_true(motion_moving(&motion, 2100));
    assert_int_equal(motion_seat(&motion, 2, 1, 2100), 100);
    assert_int_equal(motion_seat(&motion, 2, 2, 2000), 0);
    assert_in_range(motion_seat(&motion, 2, 2, 2100), 51, 99);
    assert_int_equal(motion_seat(&motion, 2, 2, 2000 + MOTION_SEAT_MS), 100);
    assert_int_equal(motion_seat(&motion, 1, 0, 2100), 100);
    assert_int_equal(motion_seat(NULL, 2, 2, 2100), 100);
    assert_false(motion_moving(&motion, 2000 + MOTION_SEAT_MS));
    set_here(1);
    motion_update(&motion, room, 9000);
    assert_false(motion_moving(&motion, 9000)); /* somebody leaving */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_the_first_letters_where_they_can_be),
        cmocka_unit_test(codes_differ_even_for_128_of_one_beginning),
        cmocka_unit_test(a_part_counts_down_and_over),
        cmocka_unit_test(the_day_goes_round),
        cmocka_unit_test(only_what_was_proposed_and_is_agreed_moves),
        cmocka_unit_test(names_coming_back_make_nothing_move),
        cmocka_unit_test(the_dot_of_whoever_comes_grows),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
