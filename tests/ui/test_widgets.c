#include "testing.h"

#include "golden/golden.h"
#include "ui/button.h"
#include "ui/codebox.h"
#include "ui/dropdown.h"
#include "ui/field.h"

static struct draw_list list;
static struct input input;
static struct ui ui;

static bool allowed(char c)
{
    return c && strchr("ACDEFGHJKMNPQRTUVWXY34679", c);
}

/* ---- code boxes ---- */

static struct codebox code;

static void type(enum input_kind kind, const char *text)
{
    input_clear(&input);
    input_text(&input, kind, text, strlen(text));
    codebox_apply(&code, &input.event[0], input.text, allowed);
}

static void press(enum input_key key)
{
    input_clear(&input);
    input_key(&input, key, 0);
    codebox_apply(&code, &input.event[0], "", allowed);
}

static void assert_code(const char *expected)
{
    char text[CODEBOX_LENGTH + 1];
    codebox_text(text, &code);
    assert_string_equal(text, expected);
    assert_int_equal(codebox_filled(&code), strlen(expected));
}

static int clear(void **state)
{
    (void)state;
    codebox_clear(&code);
    ui = (struct ui){0};
    input_clear(&input);
    return 0;
}

static void boxes_move_on(void **state)
{
    (void)state;
    type(INPUT_TEXT, "k");
    type(INPUT_TEXT, "T");
    assert_code("KT");
    assert_int_equal(code.caret, 2);
    press(KEY_BACKSPACE);
    assert_code("K");
    press(KEY_LEFT);
    press(KEY_LEFT);
    assert_int_equal(code.caret, 0);
    type(INPUT_TEXT, "m"); /* over what stands there */
    assert_code("M");
    press(KEY_HOME);
    press(KEY_DELETE);
    assert_code("");
}

static void a_paste_in_any_dress(void **state)
{
    (void)state;
    static const char *const same[] = {"KTRM7XPD", "ktrm7xpd", "KTRM-7XPD", "  ktrm 7xpd\n",
                                       "KT RM-7X PD extra"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        codebox_clear(&code);
        type(INPUT_TEXT, "a");
        type(INPUT_PASTE, same[i]);
        if (i < 4) {
            assert_code("KTRM7XPD");
            assert_string_equal(code.stranger, "");
        }
        assert_int_equal(codebox_filled(&code) == CODEBOX_LENGTH, true);
    }
    type(INPUT_TEXT, "K"); /* full */
    assert_int_equal(codebox_filled(&code), CODEBOX_LENGTH);
}

static void strangers_stay_out_and_are_named(void **state)
{
    (void)state;
    type(INPUT_TEXT, "0");
    assert_code("");
    assert_string_equal(code.stranger, "0");
    type(INPUT_TEXT, "\xC3\xA9");
    assert_string_equal(code.stranger, "\xC3\xA9");
    type(INPUT_TEXT, "k");
    assert_string_equal(code.stranger, "");
    type(INPUT_PASTE, "TR0M");
    assert_code("KTR");
    assert_string_equal(code.stranger, "0");
}

/* ---- drop-down ---- */

static const char *const schools[] = {"Ashby", "Birch",  "Castle",  "Dene",  "Elms",
                                      "Fern",  "Grange", "Hilltop", "Ingle", "Juniper"};
static struct dropdown dropdown;

static bool dropdown_frame(void)
{
    struct layout layout = layout_client(1100, 760);
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_begin(&ui, &list, &ui_style_client, &input, 0);
    bool changed = dropdown_run(&ui, 1, 504, 356, 564, &dropdown, schools, 10, "Your school",
                                "Choose your school", false);
    button_run(&ui, 2, 504, 560, (struct button){.text = "Join", .width = 564});
    ui_end(&ui);
    input_clear(&input);
    return changed;
}

static bool dropdown_key(enum input_key key)
{
    input_key(&input, key, 0);
    return dropdown_frame();
}

static void choosing_by_keys(void **state)
{
    (void)state;
    dropdown = (struct dropdown){.chosen = -1};
    ui_focus(&ui, 1);
    dropdown_frame();
    dropdown_key(KEY_DOWN);
    assert_true(dropdown.open);
    assert_int_equal(dropdown.chosen, -1); /* nothing is chosen by opening */
    dropdown_key(KEY_DOWN);
    input_letter(&input, 'i', 0);
    dropdown_frame();
    assert_string_equal(schools[dropdown.pointed], "Ingle");
    assert_int_equal(dropdown.shown, 6); /* what there is room for */
    assert_int_equal(dropdown.top, 3);   /* scrolled into sight */
    golden_check_list("ui/dropdown-open", &list);
    assert_true(dropdown_key(KEY_ENTER));
    assert_int_equal(dropdown.chosen, 8);
    assert_false(dropdown.open);
    dropdown_key(KEY_SPACE);
    dropdown_key(KEY_HOME);
    assert_false(dropdown_key(KEY_ESCAPE));
    assert_int_equal(dropdown.chosen, 8);
    assert_int_equal(ui.focus, 1);
}

static void choosing_by_pointer(void **state)
{
    (void)state;
    dropdown = (struct dropdown){.chosen = -1};
    dropdown_frame();
    input_pointer(&input, INPUT_PRESS, 600, 380);
    input_pointer(&input, INPUT_RELEASE, 600, 380);
    dropdown_frame();
    assert_true(dropdown.open);
    /* The third row lies over the button below; the button must not hear of it. */
    double top = ui.popup.y + 2 * 48 + 20;
    input_pointer(&input, INPUT_PRESS, 600, (int)top);
    input_pointer(&input, INPUT_RELEASE, 600, (int)top);
    assert_true(dropdown_frame());
    assert_string_equal(schools[dropdown.chosen], "Castle");
    assert_int_equal(ui.focus, 1);
}

/* ---- pictures of the rest ---- */

static void a_join_form(void **state)
{
    (void)state;
    struct layout layout = layout_client(1100, 760);
    struct edit address, person = {0};
    edit_set(&address, "192.168.4.20");
    type(INPUT_TEXT, "ktrm7x");
    input_clear(&input);
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_focus(&ui, 2);
    ui.keyed = true;
    ui_begin(&ui, &list, &ui_style_client, &input, 0);
    field_run(&ui, 1, 504, 124, 564, &address,
              (struct field){.label = "Address", .aside = "Found it", .aside_icon = ICON_CHECK});
    field_label(&ui, 504, 200, "Code", NULL);
    codebox_run(&ui, 2, 504, 232, 564, &code, allowed, false, false);
    field_run(&ui, 3, 504, 464, 564, &person,
              (struct field){.label = "Your name",
                             .label_more = "as you would like it on actions",
                             .fault = "Please write your name"});
    button_run(&ui, 4, 504, 580,
               (struct button){.text = "Join", .width = 564, .off = true, .icon = ICON_RIGHT});
    ui_end(&ui);
    golden_check_list("ui/join", &list);
}

static void a_long_text_in_its_field(void **state)
{
    (void)state;
    struct layout layout = layout_client(1100, 760);
    struct edit line, note;
    edit_set(&line,
             "We share a coordinator now, but only until March, and after that nobody knows");
    edit_set(&note, "Staff are tired, but breakfast club lifts the day");
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_focus(&ui, 1);
    ui_begin(&ui, &list, &ui_style_client, &input, 0);
    field_run(&ui, 1, 32, 100, 300, &line, (struct field){.height = 48});
    field_run(&ui, 2, 32, 200, 300, &line, (struct field){.height = 48});
    field_run(&ui, 3, 32, 300, 300, &note, (struct field){.height = 200, .lines = 4, .size = 28});
    ui_end(&ui);
    golden_check_list("ui/long-text", &list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(boxes_move_on, clear),
        cmocka_unit_test_setup(a_paste_in_any_dress, clear),
        cmocka_unit_test_setup(strangers_stay_out_and_are_named, clear),
        cmocka_unit_test_setup(choosing_by_keys, clear),
        cmocka_unit_test_setup(choosing_by_pointer, clear),
        cmocka_unit_test_setup(a_join_form, clear),
        cmocka_unit_test_setup(a_long_text_in_its_field, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
