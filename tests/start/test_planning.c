/* The page that changes an agenda, worked by keys and by the mouse. */

#include "start/rig.h"

#include <stdio.h>

static struct agenda agenda;

static void go_to_the_plan(int parts)
{
    memset(&agenda, 0, sizeof agenda);
    agenda.item_count = (uint8_t)parts;
    for (int i = 0; i < parts; i++) {
        struct agenda_item *item = &agenda.items[i];
        snprintf(item->id, ID_SIZE, "part-%d", i + 1);
        snprintf(item->title, TITLE_SIZE, "Part %d", i + 1);
        item->start = (uint16_t)(540 + 10 * i);
        item->minutes = 10;
        item->step_count = 1;
        item->steps[0].stage = STAGE_BRIEFING;
    }
    press(KEY_ENTER);
    frame();
    ui_focus(&ui, ui_id_of("asking-change", 0));
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_CHANGE);
    assert_int_equal(outcome.agenda, 1);
    start_plan(&screen, &agenda, outcome.agenda);
    frame();
    frame();
}

static void replace_text(const char *text)
{
    input_letter(&input, 'a', WITH_CONTROL);
    type(text);
}

static void an_agenda_is_changed_by_keys_alone(void **state)
{
    (void)state;
    go_to_the_plan(3);
    assert_true(on_screen("Part 3"));
    assert_null(start_planned(&screen, 1));
    press(KEY_DOWN);
    input_key(&input, KEY_DOWN, WITH_ALT); /* Part 2 goes to the end */
    frame();
    press(KEY_TAB);
    replace_text("Coffee");
    press(KEY_ENTER);
    frame();
    replace_text("9:40");
    press(KEY_ENTER);
    frame();
    replace_text("25");
    const struct agenda *now = start_planned(&screen, 1);
    assert_non_null(now);
    assert_string_equal(now->items[1].title, "Part 3");
    assert_string_equal(now->items[2].title, "Coffee");
    assert_int_equal(now->items[2].start, 580);
    assert_int_equal(now->items[2].minutes, 25);
    press(KEY_ENTER); /* back to the list */
    frame();
    press(KEY_HOME);
    press(KEY_DELETE);
    assert_int_equal(start_planned(&screen, 1)->item_count, 2);
    input_letter(&input, 'u', 0);
    frame();
    assert_int_equal(start_planned(&screen, 1)->item_count, 3);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_ASKING);
    assert_true(on_screen("3 parts, changed by you"));
    assert_null(start_planned(&screen, 0));
}

static void an_impossible_time_is_told_at_once(void **state)
{
    (void)state;
    go_to_the_plan(3);
    press(KEY_DOWN);
    press(KEY_TAB);
    press(KEY_TAB);
    replace_text("25:70");
    frame();
    assert_true(on_screen("Please write a time as 09:20."));
    replace_text("08:59");
    frame();
    assert_true(on_screen("A part before it begins later."));
    assert_null(start_planned(&screen, 1));
    ui_focus(&ui, ui_id_of("plan-done", 0));
    press(KEY_ENTER); /* Done is off */
    frame();
    assert_int_equal(screen.page, START_PLANNING);
    press(KEY_ESCAPE); /* what was typed in vain goes first */
    frame();
    assert_false(on_screen("A part before it begins later."));
    assert_true(on_screen("09:10"));
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_ASKING);
}

static void a_board_is_added_with_its_question(void **state)
{
    (void)state;
    go_to_the_plan(2);
    ui_focus(&ui, ui_id_of("plan-board", 0));
    press(KEY_ENTER);
    frame();
    type("Hopes");
    press(KEY_ENTER);
    frame();
    type("What do you hope for?");
    press(KEY_ENTER);
    frame();
    press(KEY_ENTER);
    frame();
    press(KEY_ENTER); /* without headings */
    frame();
    assert_true(on_screen("Please give 1 to 6 short headings."));
    assert_null(start_planned(&screen, 1));
    type("Today, One day");
    press(KEY_ENTER);
    frame();
    press(KEY_ENTER);
    frame();
    const struct agenda *now = start_planned(&screen, 1);
    assert_non_null(now);
    assert_string_equal(now->items[1].title, "Hopes");
    assert_string_equal(now->boards[0].headings[1], "One day");
    assert_string_equal(screen.planning.fields[START_FIELD_TITLE].text, "Hopes");
}

/* Clicks in design units, which are pixels here. */
static void click(double x, double y)
{
    input_pointer(&input, INPUT_MOVE, (int)x, (int)y);
    input_pointer(&input, INPUT_PRESS, (int)x, (int)y);
    input_pointer(&input, INPUT_RELEASE, (int)x, (int)y);
    frame();
}

static void an_agenda_is_changed_by_the_mouse(void **state)
{
    (void)state;
    go_to_the_plan(3);
    click(300, 290); /* the second row */
    assert_int_equal(screen.planning.selected, 1);
    click(1200, 740); /* Earlier */
    frame();
    const struct agenda *now = start_planned(&screen, 1);
    assert_non_null(now);
    assert_string_equal(now->items[0].title, "Part 2");
    assert_int_equal(screen.planning.selected, 0);
    click(100, 1000); /* Undo */
    frame();
    assert_null(start_planned(&screen, 1));
}

static void sixty_four_parts_are_walked_through(void **state)
{
    (void)state;
    go_to_the_plan(AGENDA_MAX);
    press(KEY_END);
    frame();
    assert_true(on_screen("Part 64"));
    assert_false(on_screen("Part 1 "));
    press(KEY_PAGE_UP);
    assert_int_equal(screen.planning.selected, 52);
    ui_focus(&ui, ui_id_of("plan-briefing", 0));
    press(KEY_ENTER);
    frame();
    assert_true(on_screen("There is no room"));
    assert_null(start_planned(&screen, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(an_agenda_is_changed_by_keys_alone, rig_reset),
        cmocka_unit_test_setup(an_impossible_time_is_told_at_once, rig_reset),
        cmocka_unit_test_setup(a_board_is_added_with_its_question, rig_reset),
        cmocka_unit_test_setup(an_agenda_is_changed_by_the_mouse, rig_reset),
        cmocka_unit_test_setup(sixty_four_parts_are_walked_through, rig_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
