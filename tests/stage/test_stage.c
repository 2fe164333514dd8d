/* Stages as draw lists: the pictures of the design as goldens, and rules that hold for every room,
 * however many schools it has and however long their names are. */

#include <stdio.h>
#include <stdlib.h>

#include "golden/golden.h"
#include "rooms/rooms.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list;
static struct room *room;
static const struct audience projector = {AUDIENCE_PROJECTOR, 0};

static void draw(const struct rooms_spec *spec, int width, int height, int page)
{
    rooms_example(room, projector, spec);
    struct stage_frame frame =
        seen_frame(room, (struct seen_size){width, height}, 9 * 60 + 37, page);
    seen_draw(&list, &frame);
}

#define ADDRESS .address = "192.168.4.20"
#define AT_GRID .place = {2, 2}, .elapsed_ms = 1040000

static const struct golden_case {
    const char *name;
    struct rooms_spec spec;
    int width, height, page;
} cases[] = {
    {"stage/lobby", {.schools = 10, .seats = 18, ADDRESS}, 1920, 1080, 0},
    {"stage/lobby-28", {.schools = 28, .seats = 60, ADDRESS, .port = 50000}, 1920, 1080, 0},
    {"stage/lobby-no-network", {.schools = 3}, 1024, 768, 0},
    {"stage/lobby-own-codes",
     {.schools = 3, .seats = 2, .no_room_code = true, ADDRESS},
     1920,
     1080,
     0},
    {"stage/briefing", {.schools = 3, .place = {1, 1}, .elapsed_ms = 378000}, 1920, 1080, 0},
    {"stage/briefing-over", {.schools = 3, .place = {3, 1}, .elapsed_ms = 3130000}, 1024, 768, 0},
    {"stage/grid",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, AT_GRID},
     1920,
     1080,
     0},
    {"stage/grid-narrow",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, AT_GRID},
     1024,
     768,
     0},
    {"stage/grid-128",
     {.schools = 128, .conditions = 24, .ratings = ROOMS_MOST, .named = true, AT_GRID},
     1920,
     1080,
     11},
    {"stage/grid-goals",
     {.schools = 3, .ratings = ROOMS_MOST, .named = true, .view = {.targets = true}, AT_GRID},
     1920,
     1080,
     0},
    {"stage/grid-empty", {.schools = 3, .named = true, AT_GRID}, 1920, 1080, 0},
    {"stage/grid-nobody", {.schools = 0, AT_GRID}, 1920, 1080, 0},
    {"stage/spread",
     {.schools = 10, .ratings = ROOMS_MOST, .view = {.focus = 8}, AT_GRID},
     1920,
     1080,
     0},
};

static void the_stages_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        draw(&cases[i].spec, cases[i].width, cases[i].height, cases[i].page);
        golden_check_list(cases[i].name, &list);
    }
}

/* Any number of schools, short names and long, on every kind of screen. */
static void nothing_leaves_the_picture(void **state)
{
    (void)state;
    static const int schools[] = {0, 1, 3, 10, 11, 28, 60, 128};
    static const struct seen_size sizes[] = {{1920, 1080}, {1024, 768},  {3840, 2160}, {1366, 768},
                                             {1920, 1200}, {1280, 1024}, {3440, 1440}};
    static const struct place places[] = {{0, 0}, {1, 1}, {2, 2}, {64, 1}};
    for (size_t n = 0; n < sizeof schools / sizeof *schools; n++)
        for (int variant = 0; variant < 4; variant++)
            for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
                struct rooms_spec spec = {.schools = schools[n],
                                          .conditions = variant & 1 ? 24 : 0,
                                          .items = 64,
                                          .ratings = ROOMS_MOST,
                                          .named = variant & 1,
                                          .long_names = variant & 2,
                                          .seats = 2 * schools[n],
                                          .place = places[p],
                                          .view = {.larger = (uint8_t)(((size_t)variant + n) % 3)},
                                          .address = "fd12:3456:789a:bcde:1234:5678:9abc:def0"};
                rooms_example(room, projector, &spec);
                room->view.larger = spec.view.larger; /* in the lobby, too */
                for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
                    struct stage_frame frame = seen_frame(room, sizes[s], 9 * 60, 0);
                    int pages = stage_pages(&frame);
                    for (frame.page = 0; frame.page < pages; frame.page += 3) {
                        seen_draw(&list, &frame);
                        assert_inside(&list);
                    }
                }
            }
}

/* How often a name stands on the screen, whole or cut. */
static int count_of_name(const char *name)
{
    int n = 0;
    for (uint32_t i = 0; i < list.commands; i++) {
        const char *text = list.text + list.command[i].first;
        const char *cut = list.command[i].kind == DRAW_TEXT ? strstr(text, "…") : NULL;
        n += cut && cut - text > 4 && strncmp(text, name, (size_t)(cut - text)) == 0;
    }
    return n + seen_count(&list, name);
}

/* Paging leaves no school out and shows none twice. */
static void every_school_is_on_one_page(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 46, .ratings = ROOMS_AGREED, ADDRESS};
    rooms_example(room, projector, &spec);
    struct stage_frame frame = {.room = room, .layout = layout_kiosk(3840, 2160)};
    int pages = stage_pages(&frame), seen[SCHOOLS_MAX + 1] = {0};
    assert_true(pages > 1);
    for (frame.page = 0; frame.page < pages; frame.page++) {
        draw_begin(&list, &frame.layout, &type_fixed_metrics);
        stage_draw(&list, &frame);
        for (school_id s = 1; s <= spec.schools; s++)
            seen[s] += count_of_name(room->schools[s].name);
    }
    for (school_id s = 1; s <= spec.schools; s++)
        assert_int_equal(seen[s], 1);
}

/* The condition that is being spoken of is found on its page, with the same schools in sight. */
static void the_page_goes_with_the_focus(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 128,
                              .conditions = 24,
                              .ratings = ROOMS_AGREED,
                              .named = true,
                              .place = {2, 2},
                              ADDRESS};
    rooms_example(room, projector, &spec);
    struct stage_frame frame = {.room = room, .layout = layout_kiosk(1920, 1080), .page = 1};
    int pages = stage_pages(&frame), across = pages / 3;
    assert_true(pages % 3 == 0 && across > 2); /* 24 rows on three */
    room->view.focus = 0;
    assert_int_equal(stage_focus_page(&frame), 1);
    room->view.focus = 8;
    assert_int_equal(stage_focus_page(&frame), 1);
    room->view.focus = 9;
    assert_int_equal(stage_focus_page(&frame), across + 1);
    room->view.focus = 24;
    assert_int_equal(stage_focus_page(&frame), 2 * across + 1);
    room->place = (struct place){1, 1};
    frame.page = 0;
    assert_int_equal(stage_focus_page(&frame), 0);
}

/* The totals of a page are those of all schools. */
static void totals_cover_all_pages(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 128, .ratings = ROOMS_AGREED, .named = true, AT_GRID};
    for (int page = 0; page < 3; page++) {
        draw(&spec, 1920, 1080, page);
        for (condition_id c = 1; c <= 10; c++) {
            char total[12];
            snprintf(total, sizeof total, "%u", room->summaries[c].total);
            assert_true(seen_count(&list, total));
        }
    }
}

/* Without names no school is named on the grid, and under five ratings nothing but their number. */
static void without_names_no_school_is_named(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_FEW, AT_GRID};
    draw(&spec, 1920, 1080, 0);
    for (school_id s = 1; s <= 10; s++)
        assert_false(seen_count(&list, room->schools[s].name));
    assert_int_equal(seen_count(&list, "3 agreed so far"), 10);
    spec.ratings = ROOMS_AGREED;
    draw(&spec, 1920, 1080, 0);
    for (school_id s = 1; s <= 10; s++)
        assert_false(seen_count(&list, room->schools[s].name));
}

static void the_default_port_is_left_out(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 3, ADDRESS};
    draw(&spec, 1920, 1080, 0);
    assert_true(seen_count(&list, "192.168.4.20"));
    spec.port = 50000;
    draw(&spec, 1920, 1080, 0);
    assert_true(seen_count(&list, "192.168.4.20:50000"));
}

static void averages_say_what_they_count(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST, .named = true, AT_GRID};
    draw(&spec, 1920, 1080, 0);
    assert_true(seen_count(&list, "Averages: agreed only"));
    spec.count_proposed = true;
    draw(&spec, 1920, 1080, 0);
    assert_true(seen_count(&list, "Averages: agreed and proposed"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_stages_look_as_they_did),
        cmocka_unit_test(nothing_leaves_the_picture),
        cmocka_unit_test(every_school_is_on_one_page),
        cmocka_unit_test(the_page_goes_with_the_focus),
        cmocka_unit_test(totals_cover_all_pages),
        cmocka_unit_test(without_names_no_school_is_named),
        cmocka_unit_test(the_default_port_is_left_out),
        cmocka_unit_test(averages_say_what_they_count),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
