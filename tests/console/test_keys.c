#include "testing.h"

#include "console/parts.h"
#include "console/sitting.h"
#include "words/words.h"

static const struct rooms_spec grid = {.schools = 10,
                                       .ratings = ROOMS_MOST,
                                       .named = true,
                                       .place = {2, 2},
                                       .elapsed_ms = 1040000,
                                       .address = "192.168.4.20"};

static void test_arrows_move_the_agenda(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(s->wish.commands, 1);
    assert_int_equal(s->model->place.item, 3);
    sitting_key(s, KEY_PAGE_UP, 0);
    assert_int_equal(s->model->place.item, 2);
    /* two quick presses are two steps */
    input_key(&s->input, KEY_PAGE_DOWN, 0);
    sitting_step(s);
    sitting_destroy(&s);
}

static void test_blank_acts_at_once(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    sitting_letter(s, 'b', 0);
    assert_true(s->console->blank);
    assert_int_equal(s->wish.command[0].kind, COMMAND_LOOK);
    assert_true(s->wish.command[0].change.view.blank);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(s->console->blank);
    sitting_destroy(&s);
}

static void test_freeze_holds_the_picture(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    sitting_letter(s, 'f', 0);
    assert_true(s->console->frozen);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(s->room->place.item, 3);
    assert_int_equal(s->console->stage.room->place.item, 2);
    sitting_letter(s, 'f', 0);
    assert_int_equal(s->console->stage.room->place.item, 3);
    sitting_destroy(&s);
}

static void test_views_are_chosen(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    sitting_letter(s, '2', WITH_CONTROL);
    assert_int_equal(s->console->view, CONSOLE_PEOPLE);
    assert_true(sitting_tab_to(s, ui_id_of("console-view", CONSOLE_PEOPLE)));
    sitting_key(s, KEY_LEFT, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->console->view, CONSOLE_RUN);
    sitting_destroy(&s);
}

static void test_keys_are_listed(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1024, 768);
    sitting_sign(s, "?");
    assert_true(sitting_shows(s, word(WORD_KEYS_TITLE)));
    assert_int_equal(s->list.dropped, 0);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(sitting_shows(s, word(WORD_KEYS_TITLE)));
    sitting_destroy(&s);
}

/* Esc leaves what is typed in first, then puts the console away from over the stage. */
static void test_escape_leaves_in_two_steps(void **state)
{
    (void)state;
    struct sitting *s;
    static const struct {
        char view;
        const char *field;
    } views[] = {{'2', "add-school"}, {'4', "finding-add"}};
    sitting_create(&s, &grid, 1920, 1080);
    s->sight.over_stage = true;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        sitting_letter(s, views[i].view, WITH_CONTROL);
        assert_true(sitting_tab_to(s, ui_id_of(views[i].field, 0)));
        sitting_key(s, KEY_ESCAPE, 0);
        assert_false(s->wish.console);
        assert_false(ui_focused(&s->ui, ui_id_of(views[i].field, 0)));
        sitting_key(s, KEY_ESCAPE, 0);
        assert_true(s->wish.console);
    }
    sitting_destroy(&s);
}

/* All that stands in the list of keys stands there whole, on the narrowest screen too. */
static void test_keys_are_told_whole(void **state)
{
    (void)state;
    struct sitting *s;
    enum word keys, does;
    sitting_create(&s, &grid, 1024, 768);
    sitting_sign(s, "?");
    for (int i = 0; console_key_line(i, &keys, &does); i++)
        assert_true(sitting_shows(s, word(does)));
    sitting_destroy(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrows_move_the_agenda),
        cmocka_unit_test(test_blank_acts_at_once),
        cmocka_unit_test(test_freeze_holds_the_picture),
        cmocka_unit_test(test_views_are_chosen),
        cmocka_unit_test(test_keys_are_listed),
        cmocka_unit_test(test_escape_leaves_in_two_steps),
        cmocka_unit_test(test_keys_are_told_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
