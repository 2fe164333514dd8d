#include "testing.h"

#include "ui/button.h"
#include "ui/field.h"

/* A screen of a field, three choices in a group, a button that is off and two that are not. */
enum { FIELD = 1, CHOICE, OFF = CHOICE + 3, BACK, NEXT, IDS };

static struct draw_list list;
static struct input input;
static struct ui ui;
static struct edit name;
static int done[IDS], chosen;
static bool typed_plus;

static void frame(void)
{
    struct layout layout = layout_client(1100, 760);
    memset(done, 0, sizeof done);
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_begin(&ui, &list, &ui_style_client, &input, 0);
    done[FIELD] = field_run(&ui, FIELD, 32, 100, 400, &name, (struct field){.label = "Name"}) ==
                  FIELD_ENTERED;
    ui_group(&ui, 100, 1);
    for (int i = 0; i < 3; i++) {
        ui_id id = (ui_id)(CHOICE + i);
        done[id] = button_choice(&ui, id, 32, 200 + i * 90, 400, 80, "Choice", NULL, chosen == i);
    }
    ui_group_end(&ui);
    done[OFF] = button_run(&ui, OFF, 500, 600, (struct button){.text = "Off", .off = true});
    done[BACK] = button_run(&ui, BACK, 600, 600, (struct button){.text = "Back"});
    done[NEXT] = button_run(&ui, NEXT, 800, 600, (struct button){.text = "Next", .width = 200});
    ui_end(&ui);
    typed_plus = ui_typed(&ui, "+");
    input_clear(&input);
}

static int reset(void **state)
{
    (void)state;
    ui = (struct ui){0};
    name = (struct edit){0};
    chosen = -1;
    input_clear(&input);
    frame();
    return 0;
}

static ui_id after(enum input_key key, unsigned modifiers)
{
    input_key(&input, key, modifiers);
    frame();
    return ui.focus;
}

static void tab_walks_in_order_and_wraps(void **state)
{
    (void)state;
    assert_int_equal(after(KEY_TAB, 0), FIELD);
    assert_int_equal(after(KEY_TAB, 0), CHOICE);
    assert_int_equal(after(KEY_TAB, 0), BACK); /* past the group and what is off */
    assert_int_equal(after(KEY_TAB, 0), NEXT);
    assert_int_equal(after(KEY_TAB, 0), FIELD);
    assert_int_equal(after(KEY_TAB, WITH_SHIFT), NEXT);
    assert_int_equal(after(KEY_TAB, WITH_SHIFT), BACK);
    chosen = 2;
    frame();
    assert_int_equal(after(KEY_TAB, WITH_SHIFT), CHOICE + 2); /* entered at the chosen one */
}

static void arrows_walk_a_group(void **state)
{
    (void)state;
    ui_focus(&ui, CHOICE);
    frame();
    assert_int_equal(after(KEY_UP, 0), CHOICE);
    assert_int_equal(after(KEY_DOWN, 0), CHOICE + 1);
    assert_int_equal(after(KEY_RIGHT, 0), CHOICE + 2);
    assert_int_equal(after(KEY_DOWN, 0), CHOICE + 2);
    assert_int_equal(after(KEY_LEFT, 0), CHOICE + 1);
    after(KEY_SPACE, 0);
    assert_true(done[CHOICE + 1]);
}

static void keys_activate_only_the_focus(void **state)
{
    (void)state;
    ui_focus(&ui, NEXT);
    frame();
    after(KEY_ENTER, 0);
    assert_true(done[NEXT]);
    assert_false(done[BACK]);
    after(KEY_SPACE, 0);
    assert_true(done[NEXT]);
    frame();
    assert_false(done[NEXT]); /* once, not every frame after */
}

static void a_fast_typist_lands_between_the_letters(void **state)
{
    (void)state;
    input_key(&input, KEY_TAB, 0);
    input_letter(&input, 'h', 0);
    input_text(&input, INPUT_TEXT, "h", 1);
    input_text(&input, INPUT_TEXT, "i", 1);
    input_key(&input, KEY_TAB, 0);
    input_key(&input, KEY_TAB, 0);
    input_key(&input, KEY_TAB, 0);
    input_key(&input, KEY_ENTER, 0);
    frame();
    assert_string_equal(name.text, "hi");
    assert_true(done[NEXT]);
}

static void letters_are_shortcuts_unless_typed(void **state)
{
    (void)state;
    input_letter(&input, 'r', 0);
    input_text(&input, INPUT_TEXT, "+", 1);
    frame();
    assert_true(typed_plus);
    ui_focus(&ui, FIELD);
    frame();
    input_letter(&input, 'r', 0);
    input_text(&input, INPUT_TEXT, "+", 1);
    frame();
    assert_false(typed_plus);
    assert_string_equal(name.text, "+");
    input_letter(&input, 'r', 0);
    input_key(&input, KEY_F2, 0);
    ui_begin(&ui, &list, &ui_style_client, &input, 0);
    assert_false(ui_letter(&ui, 'r', 0));
    assert_true(ui_pressed(&ui, KEY_F2, 0));
}

static void the_pointer_presses_what_it_let_go_on(void **state)
{
    (void)state;
    input_pointer(&input, INPUT_PRESS, 810, 610);
    frame();
    assert_true(ui_held(&ui, NEXT));
    input_pointer(&input, INPUT_RELEASE, 810, 610);
    frame();
    assert_true(done[NEXT]);
    assert_false(ui.ring.there); /* no ring after the pointer */
    input_pointer(&input, INPUT_PRESS, 810, 610);
    input_pointer(&input, INPUT_RELEASE, 610, 610);
    frame();
    assert_false(done[NEXT] || done[BACK]);
    input_pointer(&input, INPUT_PRESS, 510, 610); /* off */
    input_pointer(&input, INPUT_RELEASE, 510, 610);
    frame();
    assert_false(done[OFF]);
}

static void the_ring_shows_after_a_key(void **state)
{
    (void)state;
    input_pointer(&input, INPUT_PRESS, 40, 110);
    frame();
    assert_int_equal(ui.focus, FIELD);
    assert_false(ui.ring.there);
    after(KEY_TAB, 0);
    assert_true(ui.ring.there);
    assert_int_equal((int)ui.ring.y, 200);
    assert_int_equal(list.command[list.commands - 1].kind, DRAW_FRAME); /* above everything */
}

static void a_press_places_the_caret(void **state)
{
    (void)state;
    edit_set(&name, "abcdef"); /* each 12 wide, from x 48 */
    input_pointer(&input, INPUT_PRESS, 48 + 3 * 12 + 2, 120);
    frame();
    assert_int_equal(name.caret, 3);
    input_pointer(&input, INPUT_PRESS, 420, 120);
    frame();
    assert_int_equal(name.caret, 6);
}

static void focus_ends_with_its_widget(void **state)
{
    (void)state;
    ui_focus(&ui, 99);
    frame();
    frame();
    frame();
    assert_int_equal(ui.focus, 0);
    ui_focus_first(&ui, NEXT);
    ui_focus_first(&ui, BACK);
    frame();
    assert_int_equal(ui.focus, NEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tab_walks_in_order_and_wraps, reset),
        cmocka_unit_test_setup(arrows_walk_a_group, reset),
        cmocka_unit_test_setup(keys_activate_only_the_focus, reset),
        cmocka_unit_test_setup(a_fast_typist_lands_between_the_letters, reset),
        cmocka_unit_test_setup(letters_are_shortcuts_unless_typed, reset),
        cmocka_unit_test_setup(the_pointer_presses_what_it_let_go_on, reset),
        cmocka_unit_test_setup(the_ring_shows_after_a_key, reset),
        cmocka_unit_test_setup(a_press_places_the_caret, reset),
        cmocka_unit_test_setup(focus_ends_with_its_widget, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
