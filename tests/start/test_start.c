/* The start screen worked by keys alone, and its list of schools. */

#include "start/rig.h"

#include <stdio.h>

static void enter_begins_a_new_review(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    assert_int_equal(screen.page, START_ASKING);
    assert_string_equal(screen.title.text, "Cluster review, 12 March");
}

/* The title that stands there at first is selected: typing replaces it. */
static void typing_replaces_the_title_that_was_filled_in(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    type("Moorland");
    assert_string_equal(screen.title.text, "Moorland");
    press(KEY_ESCAPE);
    frame();
    press(KEY_ENTER);
    frame();
    type(" and coast");
    assert_string_equal(screen.title.text, "Moorland and coast");
}

/* The page of a new review lies behind the basket that comes up. */
static void what_is_dropped_on_the_front_stands_in_the_basket(void **state)
{
    (void)state;
    assert_non_null(basket_add(&basket, "riverside.csv", false));
    start_drop(&screen);
    frame();
    assert_int_equal(screen.page, START_BASKET);
    assert_true(on_screen("riverside.csv"));
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_ASKING);
    assert_true(on_screen("riverside.csv"));
    assert_true(on_screen("Cluster review, 12 March"));
    assert_true(ui_focused(&ui, ui_id_of("asking-basket", 0)));
    press(KEY_ENTER); /* and back to it */
    frame();
    assert_int_equal(screen.page, START_BASKET);
    struct start_outcome outcome = press(KEY_ENTER); /* Done */
    assert_int_equal(outcome.choice, START_BROUGHT);
    assert_int_equal(screen.page, START_ASKING);
    frame();
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_FRONT);
}

/* What is asked about a file comes before beginning; what was refused is told, but does not. */
static void nothing_begins_before_what_was_brought_is_clear(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    assert_true(on_screen("Please add a school"));
    assert_non_null(basket_add(&basket, "riverside.csv", false));
    frame();
    assert_false(on_screen("Please add a school"));
    basket.question_count = 1;
    snprintf(basket.questions[0].row, TITLE_SIZE, "Money");
    basket.questions[0].answer.chosen = -1;
    frame();
    assert_true(on_screen("One row has no condition yet."));
    ui_focus(&ui, ui_id_of("asking-begin", 0));
    assert_int_equal(press(KEY_ENTER).choice, START_NOTHING);
    basket.questions[0].answer.chosen = 0;
    basket_refuse(&basket, "dene.csv", "Row 4, column C says “6,5”.");
    frame();
    assert_true(on_screen("dene.csv did not come in"));
    ui_focus(&ui, ui_id_of("asking-begin", 0));
    frame();
    assert_int_equal(press(KEY_ENTER).choice, START_NEW);
}

/* The last field before Begin; without any workshop there it is not there either. */
static void an_earlier_workshop_is_chosen_by_keys(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    assert_false(on_screen("Actions of an earlier workshop"));
    assert_null(start_earlier(&screen));
    start_add_earlier(&screen, "/home/room/Plenary/Autumn 2025-11-20.plenary");
    start_add_earlier(&screen, "/home/room/Plenary/Spring 2026-03-12.plenary");
    start_add_earlier(&screen, "/home/room/Plenary/Autumn 2025-11-20.plenary");
    frame();
    assert_true(on_screen("Actions of an earlier workshop"));
    assert_null(start_earlier(&screen));
    ui_focus(&ui, ui_id_of("asking-school", 0));
    press(KEY_TAB);
    press(KEY_ENTER); /* opens the list */
    assert_true(on_screen("Autumn 2025-11-20"));
    press(KEY_DOWN);
    press(KEY_DOWN);
    press(KEY_ENTER);
    assert_string_equal(start_earlier(&screen), "/home/room/Plenary/Spring 2026-03-12.plenary");
    press(KEY_UP); /* a closed list stays as it is */
    assert_string_equal(start_earlier(&screen), "/home/room/Plenary/Spring 2026-03-12.plenary");
    press(KEY_ENTER);
    press(KEY_HOME);
    press(KEY_ENTER);
    assert_null(start_earlier(&screen));
}

/* Several may be compared with; who is in the basket for it is the caller's to say. */
static void earlier_workshops_to_compare_with_are_chosen_by_keys(void **state)
{
    (void)state;
    start_add_earlier(&screen, "/home/room/Plenary/Autumn 2025-11-20.plenary");
    start_add_earlier(&screen, "/home/room/Plenary/Spring 2026-03-12.plenary");
    press(KEY_ENTER);
    frame();
    ui_focus(&ui, ui_id_of("asking-compare", 0));
    frame();
    press(KEY_ENTER);
    press(KEY_DOWN);
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_COMPARE);
    assert_int_equal(outcome.recent, 1);
    screen.earlier.compared[1] = true;
    frame();
    assert_true(on_screen("1 earlier review"));
    press(KEY_ENTER);
    assert_true(on_screen("✓ Spring 2026-03-12"));
    press(KEY_HOME);
    outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_COMPARE);
    assert_int_equal(outcome.recent, 0);
    assert_int_equal(frame().choice, START_NOTHING);
}

static void there_is_an_end_to_earlier_workshops(void **state)
{
    (void)state;
    char path[64];
    for (int i = 0; i < START_EARLIER_MAX + 3; i++) {
        snprintf(path, sizeof path, "/found/%d.plenary", i);
        start_add_earlier(&screen, path);
    }
    assert_int_equal(screen.earlier.count, START_EARLIER_MAX);
    press(KEY_ENTER);
    frame();
}

static void what_would_not_open_is_told_on_the_front(void **state)
{
    (void)state;
    snprintf(screen.trouble, sizeof screen.trouble, "Another kiosk has this review open.");
    frame();
    assert_true(on_screen("Another kiosk has this review open."));
}

static void paper_forms_are_a_key_away(void **state)
{
    (void)state;
    input_letter(&input, 'p', 0);
    assert_int_equal(frame().choice, START_FORMS);
    snprintf(screen.forms.text, sizeof screen.forms.text, "/home/sam/Plenary/Paper forms.pdf");
    frame();
    assert_true(on_screen("The paper forms are here, to print"));
    assert_true(on_screen("/home/sam/Plenary/Paper forms.pdf"));
    screen.forms.failed = true;
    frame();
    assert_true(on_screen("The paper forms could not be written"));
}

static void arrows_reach_recents_and_the_example(void **state)
{
    (void)state;
    press(KEY_DOWN);
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_OPEN);
    assert_int_equal(outcome.recent, 0);
    press(KEY_DOWN); /* passes the one that cannot be opened at all */
    outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_OPEN);
    assert_int_equal(outcome.recent, 2);
    press(KEY_DOWN);
    press(KEY_DOWN); /* past the talks */
    press(KEY_ENTER);
    frame();
    assert_int_equal(screen.page, START_TRAININGS);
    frame();
    press(KEY_ENTER);
    assert_int_equal(screen.page, START_ASKING);
    assert_int_equal(screen.purpose, START_FOR_TRAINING);
}

static void go_to_talks(void)
{
    for (int i = 0; i < 3; i++)
        press(KEY_DOWN);
    press(KEY_ENTER);
    frame();
    assert_int_equal(screen.page, START_TALKS);
}

static void talks_go_on_with_a_review_or_begin_one(void **state)
{
    (void)state;
    go_to_talks();
    frame();
    struct start_outcome outcome = press(KEY_ENTER); /* the newest has the focus */
    assert_int_equal(outcome.choice, START_OPEN);
    assert_int_equal(outcome.recent, 0);
    assert_true(outcome.talks);
    press(KEY_UP);
    press(KEY_ENTER);
    frame();
    assert_int_equal(screen.purpose, START_FOR_TALKS);
    press(KEY_ENTER);
    type("Ashby");
    ui_focus(&ui, ui_id_of("asking-begin", 0));
    outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_NEW);
    assert_true(outcome.talks);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_TALKS);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_FRONT);
}

static void a_damaged_review_says_which_copy_opens(void **state)
{
    (void)state;
    frame();
    assert_true(on_screen("This one will not open. A copy from 09:40 will."));
    assert_true(on_screen("there is no copy"));
}

static void letters_quit_and_change_the_theme(void **state)
{
    (void)state;
    input_letter(&input, 'q', 0);
    assert_int_equal(frame().choice, START_QUIT);
    input_letter(&input, 't', 0);
    assert_int_equal(frame().choice, START_THEME);
}

/* From the first key to the last: title, schools one after another, Begin. */
static void a_review_begins_by_keyboard(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    assert_true(on_screen("Please add a school"));
    press(KEY_ENTER); /* from the title on to the schools */
    frame();
    type("Ashby");
    press(KEY_ENTER);
    type("Birch, Castle");
    press(KEY_ENTER);
    type("Dene"); /* still in the field when it begins */
    struct start_outcome outcome = {0};
    for (int i = 0; i < 12 && outcome.choice == START_NOTHING; i++) {
        press(KEY_TAB);
        if (ui.focus == ui_id_of("asking-begin", 0))
            outcome = press(KEY_ENTER);
    }
    assert_int_equal(outcome.choice, START_NEW);
    assert_int_equal(outcome.agenda, 1);
    char text[START_SCHOOLS_SIZE];
    start_schools_text(&screen, text, sizeof text);
    assert_string_equal(text, "Ashby\nBirch\nCastle\nDene\n");
}

static void a_pasted_list_goes_to_the_list(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    press(KEY_ENTER);
    frame();
    char names[4096] = "";
    for (int i = 0; i < 60; i++)
        snprintf(names + strlen(names), 32, "Village school number %d\n", i);
    assert_true(strlen(names) > EDIT_SIZE);
    input_text(&input, INPUT_PASTE, names, strlen(names));
    frame();
    assert_int_equal(screen.school_count, 60);
    assert_string_equal(screen.schools[59], "Village school number 59");
    assert_string_equal(screen.school.text, "");
}

static void names_that_cannot_stand_are_spoken_of(void **state)
{
    (void)state;
    assert_int_equal(start_add_schools(&screen, "Ashby", 5), 1);
    assert_int_equal(start_add_schools(&screen, "ASHBY", 5), 0);
    assert_string_equal(screen.fault, "“Ashby” is on the list already.");
    char name[62];
    memset(name, 'x', sizeof name);
    assert_int_equal(start_add_schools(&screen, name, sizeof name), 0);
    assert_non_null(strstr(screen.fault, "60 characters"));
    assert_int_equal(start_add_schools(&screen, " , ;\n", 5), 0);
    assert_string_equal(screen.fault, "");
    assert_int_equal(screen.school_count, 1);
}

static void a_review_has_room_for_128_schools(void **state)
{
    (void)state;
    for (int i = 0; i < SCHOOLS_MAX; i++) {
        char name[16];
        snprintf(name, sizeof name, "School %d", i);
        assert_int_equal(start_add_schools(&screen, name, strlen(name)), 1);
    }
    assert_int_equal(start_add_schools(&screen, "One more", 8), 0);
    assert_non_null(strstr(screen.fault, "128"));
    start_remove_school(&screen, 0);
    assert_string_equal(screen.schools[0], "School 1");
    assert_int_equal(start_add_schools(&screen, "One more", 8), 1);
}

static void escape_goes_back_and_keeps_what_was_typed(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    press(KEY_END);
    type("!");
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_FRONT);
    press(KEY_ENTER);
    frame();
    assert_string_equal(screen.title.text, "Cluster review, 12 March!");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(enter_begins_a_new_review, rig_reset),
        cmocka_unit_test_setup(typing_replaces_the_title_that_was_filled_in, rig_reset),
        cmocka_unit_test_setup(what_is_dropped_on_the_front_stands_in_the_basket, rig_reset),
        cmocka_unit_test_setup(an_earlier_workshop_is_chosen_by_keys, rig_reset),
        cmocka_unit_test_setup(earlier_workshops_to_compare_with_are_chosen_by_keys, rig_reset),
        cmocka_unit_test_setup(there_is_an_end_to_earlier_workshops, rig_reset),
        cmocka_unit_test_setup(what_would_not_open_is_told_on_the_front, rig_reset),
        cmocka_unit_test_setup(paper_forms_are_a_key_away, rig_reset),
        cmocka_unit_test_setup(arrows_reach_recents_and_the_example, rig_reset),
        cmocka_unit_test_setup(talks_go_on_with_a_review_or_begin_one, rig_reset),
        cmocka_unit_test_setup(a_damaged_review_says_which_copy_opens, rig_reset),
        cmocka_unit_test_setup(letters_quit_and_change_the_theme, rig_reset),
        cmocka_unit_test_setup(a_review_begins_by_keyboard, rig_reset),
        cmocka_unit_test_setup(a_pasted_list_goes_to_the_list, rig_reset),
        cmocka_unit_test_setup(names_that_cannot_stand_are_spoken_of, rig_reset),
        cmocka_unit_test_setup(a_review_has_room_for_128_schools, rig_reset),
        cmocka_unit_test_setup(nothing_begins_before_what_was_brought_is_clear, rig_reset),
        cmocka_unit_test_setup(escape_goes_back_and_keeps_what_was_typed, rig_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
