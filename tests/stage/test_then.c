/* Earlier reviews on the grid: then and now in the cells, lines over time, and what must not be in
 * either. */

#include <stdio.h>
#include <string.h>

#include "golden/golden.h"
#include "model/history.h"
#include "rooms/rooms.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list, other;
static struct room *room;
static const struct audience projector = {AUDIENCE_PROJECTOR, 0};

#define AT_GRID .place = {2, 2}, .elapsed_ms = 1040000
#define CELLS                                                                                      \
    {                                                                                              \
        .then = THEN_CELLS, .focus = 8                                                             \
    }
#define LINES                                                                                      \
    {                                                                                              \
        .then = THEN_LINES                                                                         \
    }
#define ONE                                                                                        \
    {                                                                                              \
        .then = THEN_LINES, .focus = 8                                                             \
    }
#define NAMED   .ratings = ROOMS_MOST, .named = true, AT_GRID
#define UNNAMED .ratings = ROOMS_MOST, AT_GRID

static struct stage_frame frame_of(int width, int height)
{
    return seen_frame(room, (struct seen_size){width, height}, 9 * 60 + 37, 0);
}

static void draw(const struct rooms_spec *spec, int width, int height)
{
    rooms_example(room, projector, spec);
    struct stage_frame frame = frame_of(width, height);
    seen_draw(&list, &frame);
}

static const struct golden_case {
    const char *name;
    struct rooms_spec spec;
    bool large_only; /* at 1080 alone */
} cases[] = {
    {"then", {.schools = 10, .earlier = 2, .view = CELLS, NAMED}, false},
    {"then-3", {.schools = 3, .earlier = 1, .view = CELLS, NAMED}, true},
    {"then-28", {.schools = 28, .earlier = 2, .view = CELLS, NAMED}, false},
    {"then-spread", {.schools = 10, .earlier = 2, .view = CELLS, UNNAMED}, false},
    {"then-spread-28", {.schools = 28, .earlier = 2, .view = CELLS, UNNAMED}, true},
    {"lines", {.schools = 10, .earlier = 2, .view = LINES, NAMED}, false},
    {"lines-28", {.schools = 28, .earlier = 12, .conditions = 24, .view = LINES, UNNAMED}, true},
    {"lines-one", {.schools = 10, .earlier = 3, .view = ONE, NAMED}, false},
    {"lines-one-3", {.schools = 3, .earlier = 1, .view = ONE, NAMED}, true},
    {"lines-few", {.schools = 10, .earlier = 1, .view = ONE, .ratings = ROOMS_FEW, AT_GRID}, true},
};

static void they_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {3840, 2160}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t s = 0; s < (cases[i].large_only ? 1 : 3); s++) {
            char name[64];
            snprintf(name, sizeof name, "stage/%s-%d", cases[i].name, sizes[s][1]);
            draw(&cases[i].spec, sizes[s][0], sizes[s][1]);
            golden_check_list(name, &list);
        }
}

static void without_an_earlier_review_the_grid_is_as_ever(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, NAMED};
    draw(&spec, 1920, 1080);
    draw_copy(&other, &list);
    for (uint8_t then = THEN_CELLS; then < THEN_COUNT; then++) {
        spec.view.then = then;
        draw(&spec, 1920, 1080);
        assert_true(draw_equal(&list, &other));
    }
    spec.earlier = 1;
    draw(&spec, 1920, 1080);
    assert_false(draw_equal(&list, &other));
}

/* The latest earlier review is the one that stands beside this one. */
static void cells_tell_the_latest(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 3, .earlier = 2, .view = CELLS, NAMED};
    rooms_example(room, projector, &spec);
    memset(room->pasts, 0, sizeof room->pasts);
    for (condition_id c = 1; c <= 10; c++) {
        room->pasts[1][1].now[c] = 9;
        room->pasts[2][1].now[c] = c == 4 ? 5 : 0;
        room->pasts[2][2].now[c] = c == 4 ? 3 : 0;
    }
    assert_int_equal(room_cell(room, 4, 1).now, 5);
    assert_int_equal(room_cell(room, 4, 2).now, 5);
    struct stage_frame frame = frame_of(1920, 1080);
    seen_draw(&list, &frame);
    assert_int_equal(seen_count(&list, "was 5, same"), 1);
    assert_int_equal(seen_count(&list, "was 3, +2"), 1);
    assert_int_equal(seen_count(&list, "12 May 2009"), 1);
    for (uint32_t i = 0; i < list.commands; i++)
        assert_null(strstr(seen_text(&list, i), "was 9"));
}

static void narrow_cells_tell_the_change_alone(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 28, .earlier = 1, .view = CELLS, NAMED};
    draw(&spec, 1920, 1080);
    assert_true(seen_count(&list, "+2") > 5);
    assert_true(seen_count(&list, "−1") > 5);
    assert_true(seen_count(&list, "=") > 5);
    assert_int_equal(seen_count(&list, "+2 is two higher, = the same as on "), 1);
}

/* Where targets were looked at, earlier ratings stand beside ratings all the same. */
static void then_goes_before_targets(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 3, .earlier = 1, .view = CELLS, NAMED};
    draw(&spec, 1920, 1080);
    draw_copy(&other, &list);
    spec.view.targets = true;
    draw(&spec, 1920, 1080);
    assert_true(draw_equal(&list, &other));
}

/* Lines on the projector are of conditions: no school is there at all. */
static void no_school_has_a_line_here(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .earlier = 2, .view = LINES, NAMED};
    for (uint8_t focus = 0; focus <= 10; focus++) {
        spec.view.focus = focus;
        draw(&spec, 1920, 1080);
        draw_copy(&other, &list);
        for (school_id s = 1; s <= 10; s++)
            assert_false(seen_count(&list, room->schools[s].name));
        memset(room->pasts, 0, sizeof room->pasts);
        struct stage_frame frame = frame_of(1920, 1080);
        seen_draw(&list, &frame);
        assert_true(draw_equal(&list, &other)); /* and their pasts are not looked at */
    }
}

static void without_names_there_is_no_school_in_either(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .earlier = 2, UNNAMED};
    for (uint8_t then = THEN_CELLS; then < THEN_COUNT; then++) {
        spec.view.then = then;
        draw(&spec, 1920, 1080);
        for (school_id s = 1; s <= 10; s++)
            assert_false(seen_count(&list, room->schools[s].name));
    }
}

static void a_line_has_its_figures_and_days(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .earlier = 3, .view = ONE, NAMED};
    draw(&spec, 1920, 1080);
    struct history_line line;
    history_of_condition(&line, room, 8);
    assert_int_equal(line.count, 4);
    for (int i = 0; i < line.count; i++) {
        char figure[16];
        snprintf(figure, sizeof figure, "%u.%u", line.points[i].tenths / 10U,
                 line.points[i].tenths % 10U);
        assert_true(seen_count(&list, figure));
    }
    assert_true(seen_count(&list, "12 May 2009"));
    assert_true(seen_count(&list, "14 June 2010"));
    char goal[24];
    snprintf(goal, sizeof goal, "goal %u.%u", line.target / 10U, line.target % 10U);
    assert_true(seen_count(&list, goal));
}

static void every_condition_has_one_small_picture(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .conditions = 24, .earlier = 2, .view = LINES, NAMED};
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}};
    for (size_t s = 0; s < 2; s++) {
        rooms_example(room, projector, &spec);
        struct stage_frame frame = frame_of(sizes[s][0], sizes[s][1]);
        int pages = stage_pages(&frame), seen[CONDITIONS_MAX + 1] = {0};
        for (frame.page = 0; frame.page < pages; frame.page++) {
            seen_draw(&list, &frame);
            for (int c = 1; c <= 24; c++) {
                char number[12];
                snprintf(number, sizeof number, "%d", c);
                seen[c] += seen_count(&list, number);
            }
        }
        for (int c = 1; c <= 24; c++)
            assert_int_equal(seen[c], 1);
    }
}

/* However many reviews, schools and conditions, on every kind of screen. */
static void nothing_leaves_the_picture(void **state)
{
    (void)state;
    static const int schools[] = {1, 4, 10, 11, 28, 128}, reviews[] = {1, 5, 12};
    static const int sizes[][2] = {{1920, 1080}, {1024, 768},  {3840, 2160},
                                   {1920, 1200}, {1280, 1024}, {3440, 1440}};
    for (size_t n = 0; n < sizeof schools / sizeof *schools; n++)
        for (int variant = 0; variant < 8; variant++) {
            struct rooms_spec spec = {.schools = schools[n],
                                      .conditions = variant & 1 ? 24 : 0,
                                      .ratings = ROOMS_MOST,
                                      .named = variant & 2,
                                      .long_names = variant & 1,
                                      .earlier = reviews[((size_t)variant + n) % 3],
                                      .view = {.then = variant & 4 ? THEN_LINES : THEN_CELLS,
                                               .larger = (uint8_t)(((size_t)variant + n) % 3)},
                                      AT_GRID};
            rooms_example(room, projector, &spec);
            for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
                for (uint8_t focus = 0; focus < 2; focus++) {
                    room->view.focus = focus;
                    struct stage_frame frame = frame_of(sizes[s][0], sizes[s][1]);
                    int pages = stage_pages(&frame);
                    for (frame.page = 0; frame.page < pages; frame.page += 3) {
                        seen_draw(&list, &frame);
                        assert_inside(&list);
                    }
                }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(without_an_earlier_review_the_grid_is_as_ever),
        cmocka_unit_test(cells_tell_the_latest),
        cmocka_unit_test(narrow_cells_tell_the_change_alone),
        cmocka_unit_test(then_goes_before_targets),
        cmocka_unit_test(no_school_has_a_line_here),
        cmocka_unit_test(without_names_there_is_no_school_in_either),
        cmocka_unit_test(a_line_has_its_figures_and_days),
        cmocka_unit_test(every_condition_has_one_small_picture),
        cmocka_unit_test(nothing_leaves_the_picture),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
