/* The start screen worked by keys alone, and its list of schools. */

#include <stdio.h>

#include "start/start.h"
#include "testing.h"

static struct draw_list list;
static struct ui ui;
static struct input input;
static struct start_screen screen;
static struct content_catalogue packs;
static const struct start_recent recents[] = {
    {.title = "Riverside cluster", .when = "Today, 08:40", .schools = 10, .agreed = 84, .all = 100},
    {.title = "Lost", .damaged = true},
    {.title = "Damaged", .damaged = true, .copy = "09:40"},
};
static struct start_given given = {
    .packs = &packs, .recents = recents, .recent_count = 3, .date = "12 March"};

static struct start_outcome frame(void)
{
    struct layout layout = layout_kiosk(1920, 1080);
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_begin(&ui, &list, &ui_style_kiosk, &input, 0);
    struct start_outcome outcome = start_draw(&ui, &layout, &screen, &given);
    ui_end(&ui);
    input_clear(&input);
    assert_int_equal(list.dropped, 0);
    return outcome;
}

static struct start_outcome press(enum input_key key)
{
    input_key(&input, key, 0);
    return frame();
}

static void type(const char *text)
{
    input_text(&input, INPUT_TEXT, text, strlen(text));
    frame();
}

static int reset(void **state)
{
    (void)state;
    ui = (struct ui){0};
    memset(&screen, 0, sizeof screen);
    memset(&packs, 0, sizeof packs);
    packs.count = 2;
    snprintf(packs.entries[0].trouble.text, sizeof packs.entries[0].trouble.text, "line 3");
    snprintf(packs.entries[1].agenda_id, ID_SIZE, "cluster-workshop");
    snprintf(packs.entries[1].agenda_title, TITLE_SIZE, "Cluster review workshop");
    input_clear(&input);
    frame();
    frame();
    return 0;
}

static bool on_screen(const char *text)
{
    for (uint32_t i = 0; i < list.commands; i++)
        if (list.command[i].kind == DRAW_TEXT &&
            strstr(list.text + list.command[i].first, text) != NULL)
            return true;
    return false;
}

static void enter_begins_a_new_review(void **state)
{
    (void)state;
    press(KEY_ENTER);
    frame();
    assert_true(screen.asking);
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

static void a_grid_dropped_on_the_front_opens_the_page_that_takes_it(void **state)
{
    (void)state;
    start_drop(&screen, "/home/room/riverside.csv");
    frame();
    assert_true(screen.asking);
    assert_true(on_screen("riverside.csv"));
    press(KEY_ESCAPE);
    frame();
    assert_false(screen.asking);
}

static void what_would_not_open_is_told_on_the_front(void **state)
{
    (void)state;
    snprintf(screen.trouble, sizeof screen.trouble, "Another kiosk has this review open.");
    frame();
    assert_true(on_screen("Another kiosk has this review open."));
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
    assert_int_equal(press(KEY_ENTER).choice, START_EXAMPLE);
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

static void a_dropped_grid_is_enough_to_begin(void **state)
{
    (void)state;
    press(KEY_ENTER);
    start_drop(&screen, "/tmp/riverside.csv");
    frame();
    assert_true(on_screen("riverside.csv"));
    assert_false(on_screen("Please add a school"));
    assert_true(on_screen("line 3")); /* the pack that cannot be used */
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
    assert_false(screen.asking);
    press(KEY_ENTER);
    frame();
    assert_string_equal(screen.title.text, "Cluster review, 12 March!");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(enter_begins_a_new_review, reset),
        cmocka_unit_test_setup(typing_replaces_the_title_that_was_filled_in, reset),
        cmocka_unit_test_setup(a_grid_dropped_on_the_front_opens_the_page_that_takes_it, reset),
        cmocka_unit_test_setup(what_would_not_open_is_told_on_the_front, reset),
        cmocka_unit_test_setup(arrows_reach_recents_and_the_example, reset),
        cmocka_unit_test_setup(a_damaged_review_says_which_copy_opens, reset),
        cmocka_unit_test_setup(letters_quit_and_change_the_theme, reset),
        cmocka_unit_test_setup(a_review_begins_by_keyboard, reset),
        cmocka_unit_test_setup(a_pasted_list_goes_to_the_list, reset),
        cmocka_unit_test_setup(names_that_cannot_stand_are_spoken_of, reset),
        cmocka_unit_test_setup(a_review_has_room_for_128_schools, reset),
        cmocka_unit_test_setup(a_dropped_grid_is_enough_to_begin, reset),
        cmocka_unit_test_setup(escape_goes_back_and_keeps_what_was_typed, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
