/* What is dropped and pasted, before it comes in: by keys alone. */

#include <stdio.h>
#include <stdlib.h>

#include "golden/golden.h"
#include "start/basket_scenes.h"
#include "testing.h"

enum { TODAY = 20779 }; /* 22 November 2026 */

static struct basket_bench *begin(enum basket_scene scene, bool running)
{
    struct basket_bench *b;
    scene_open(&b, scene, running, 1920, 1080, &type_fixed_metrics);
    return b;
}

static void pictures_are_as_they_were(void **state)
{
    static const int widths[] = {1920, 1024}, heights[] = {1080, 768};
    (void)state;
    for (int scene = 0; scene < SCENE_COUNT; scene++)
        for (int i = 0; i < 4; i++) {
            struct basket_bench *b;
            char name[64];
            bool running = i % 2;
            scene_open(&b, (enum basket_scene)scene, running, widths[i / 2], heights[i / 2],
                       &type_fixed_metrics);
            snprintf(name, sizeof name, "start/basket-%s-%s-%d",
                     scene_name((enum basket_scene)scene), running ? "console" : "start",
                     heights[i / 2]);
            golden_check_list(name, &b->list);
            scene_close(&b);
        }
}

/* Nothing may lie beyond the picture, whatever the names. */
static void nothing_is_cut_off(void **state)
{
    (void)state;
    for (int scene = 0; scene < SCENE_COUNT; scene++) {
        struct basket_bench *b;
        scene_open(&b, (enum basket_scene)scene, true, 1024, 768, &type_fixed_metrics);
        for (uint32_t i = 0; i < b->list.commands; i++) {
            const struct draw_command *command = &b->list.command[i];
            if (command->kind == DRAW_TEXT) {
                assert_in_range(command->x, 0, 1024);
                assert_in_range(command->y, 0, 768);
            }
        }
        scene_close(&b);
    }
}

static void a_question_is_answered_and_all_of_it_taken_in(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_THREE, true);
    assert_true(scene_shows(b, "Which condition is “Money”?"));
    assert_true(ui_focused(&b->ui, ui_id_of("basket-question", 0)));
    assert_true(scene_shows(b, "One row has no condition yet."));
    scene_key(b, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    scene_key(b, KEY_ENTER, 0);
    for (int i = 0; i < 9; i++)
        scene_key(b, KEY_DOWN, 0);
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_CHANGED);
    assert_int_equal(b->basket.questions[0].answer.chosen, 9); /* Funding arrangements */
    assert_true(scene_shows(b, "An earlier review has no day yet."));
    assert_true(scene_tab_to(b, ui_id_of("basket-day", 2)));
    input_text(&b->input, INPUT_TEXT, "20 Nov 2024", 11);
    scene_step(b);
    assert_int_equal(b->outcome.choice, BASKET_CHANGED);
    assert_null(basket_waits(&b->basket, TODAY, (char[BASKET_TEXT_SIZE]){0}));
    assert_true(scene_tab_to(b, ui_id_of("basket-go", 0)));
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_TAKE);
    scene_key(b, KEY_ESCAPE, 0);
    assert_int_equal(b->outcome.choice, BASKET_BACK);
    scene_close(&b);
}

static void a_thing_is_for_another_use_or_taken_out(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_THREE, true);
    assert_int_equal(basket_use(&b->basket.things[1]), BASKET_BOTH);
    assert_true(scene_tab_to(b, ui_id_of("basket-use", 1)));
    scene_key(b, KEY_ENTER, 0);
    scene_key(b, KEY_END, 0);
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(basket_use(&b->basket.things[1]), BASKET_ACTIONS);
    assert_int_equal(b->outcome.choice, BASKET_CHANGED);
    scene_key(b, KEY_TAB, 0);
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_OUT);
    assert_int_equal(b->outcome.which, 1);
    basket_take_out(&b->basket, 1);
    assert_int_equal(b->basket.thing_count, 2);
    assert_string_equal(b->basket.things[1].name, "riverside-2024.csv");
    scene_close(&b);
}

static void what_was_refused_stays_until_it_is_put_away(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_REFUSED, true);
    assert_true(scene_shows(b, "dene.csv did not come in"));
    assert_true(scene_shows(b, "column C"));
    scene_step(b);
    assert_true(scene_shows(b, "dene.csv did not come in"));
    assert_true(scene_tab_to(b, ui_id_of("basket-refused", 0)));
    scene_key(b, KEY_ENTER, 0);
    assert_false(scene_shows(b, "dene.csv did not come in"));
    scene_step(b);
    assert_true(b->ui.focus != 0 && b->ui.focus != ui_id_of("basket-refused", 0));
    for (int i = 0; i < BASKET_REFUSED_MAX + 2; i++) {
        char name[16];
        snprintf(name, sizeof name, "file %d", i);
        basket_refuse(&b->basket, name, "It is empty.");
    }
    assert_int_equal(b->basket.refused_count, BASKET_REFUSED_MAX);
    assert_string_equal(b->basket.refused[0].name, "file 2");
    scene_close(&b);
}

/* Tab reaches what is out of sight and brings it up; so do the page keys. */
static void all_28_sheets_are_in_reach(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_SHEETS, false);
    assert_false(scene_shows(b, "School 28.csv"));
    assert_true(scene_tab_to(b, ui_id_of("basket-out", 27)));
    assert_true(scene_shows(b, "School 28.csv"));
    for (int i = 0; i < 9; i++)
        scene_key(b, KEY_PAGE_UP, 0);
    assert_int_equal(b->basket.top, 0);
    for (int i = 0; i < 9; i++)
        scene_key(b, KEY_PAGE_DOWN, 0);
    assert_true(scene_shows(b, "School 28.csv"));
    for (int i = 0; i < BASKET_THINGS_MAX - 28; i++)
        assert_non_null(basket_add(&b->basket, "one more", false));
    assert_null(basket_add(&b->basket, "too many", false));
    scene_step(b);
    scene_close(&b);
}

static void a_review_that_is_there_is_taken_out_when_asked_twice(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_REVIEWS, true);
    assert_true(scene_tab_to(b, ui_id_of("basket-review", 1)));
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    assert_true(scene_shows(b, "Yes, take it out"));
    scene_key(b, KEY_ESCAPE, 0); /* the question goes, not the panel */
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    assert_false(scene_shows(b, "Yes, take it out"));
    scene_key(b, KEY_ENTER, 0);
    scene_key(b, KEY_TAB, 0); /* nor does it wait for another time */
    assert_false(scene_shows(b, "Yes, take it out"));
    assert_true(scene_tab_to(b, ui_id_of("basket-review", 1)));
    scene_key(b, KEY_ENTER, 0);
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_REMOVE);
    assert_int_equal(b->outcome.which, 1);
    scene_close(&b);
}

static void a_path_can_be_typed(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_EMPTY, true);
    assert_true(ui_focused(&b->ui, ui_id_of("basket-path", 0)));
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    input_text(&b->input, INPUT_TEXT, "/tmp/grid.csv", 13);
    scene_step(b);
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->outcome.choice, BASKET_PATH);
    assert_string_equal(b->basket.path.text, "/tmp/grid.csv");
    scene_close(&b);
}

static void the_day_of_an_earlier_review_lies_behind_us(void **state)
{
    static const struct {
        const char *typed;
        uint32_t day;
    } days[] = {
        {"2024-11-20", 20047},
        {"22 November", TODAY},
        {"23 November", TODAY - 364},
        {"1 Jan 2027", 0},
        {"soon", 0},
        {"", 0},
    };
    (void)state;
    struct basket_bench *b = begin(SCENE_THREE, true);
    struct basket_thing *thing = &b->basket.things[2];
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        edit_set(&thing->day, days[i].typed);
        assert_int_equal(basket_day(thing, TODAY), days[i].day);
    }
    basket_set_use(thing, BASKET_RATINGS);
    edit_set(&thing->day, "2024-11-20");
    assert_int_equal(basket_day(thing, TODAY), 0); /* nothing asks for it */
    scene_close(&b);
}

static void nothing_is_chosen_while_it_comes_in(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_SHEETS, true);
    b->basket.questions[0].answer.chosen = 0;
    b->given.busy = true;
    scene_step(b);
    scene_key(b, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    scene_key(b, KEY_ESCAPE, 0);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    b->given.busy = false;
    scene_key(b, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(b->outcome.choice, BASKET_TAKE);
    scene_close(&b);
}

/* Said before anybody has answered the questions of what cannot come in. */
static void nothing_comes_into_a_closed_workshop(void **state)
{
    (void)state;
    struct basket_bench *b = begin(SCENE_SHEETS, true);
    b->basket.questions[0].answer.chosen = 0;
    b->given.closed = true;
    scene_step(b);
    assert_true(scene_shows(b, "closed"));
    scene_key(b, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(b->outcome.choice, BASKET_NOTHING);
    assert_true(scene_tab_to(b, ui_id_of("basket-review", 0)));
    scene_key(b, KEY_ENTER, 0);
    assert_int_equal(b->basket.asked, 0);
    scene_close(&b);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_as_they_were),
        cmocka_unit_test(nothing_is_cut_off),
        cmocka_unit_test(a_question_is_answered_and_all_of_it_taken_in),
        cmocka_unit_test(a_thing_is_for_another_use_or_taken_out),
        cmocka_unit_test(what_was_refused_stays_until_it_is_put_away),
        cmocka_unit_test(all_28_sheets_are_in_reach),
        cmocka_unit_test(a_review_that_is_there_is_taken_out_when_asked_twice),
        cmocka_unit_test(a_path_can_be_typed),
        cmocka_unit_test(the_day_of_an_earlier_review_lies_behind_us),
        cmocka_unit_test(nothing_is_chosen_while_it_comes_in),
        cmocka_unit_test(nothing_comes_into_a_closed_workshop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
