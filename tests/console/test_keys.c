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
    for (int i = 0; console_key_line(s->room, i, &keys, &does); i++)
        assert_true(sitting_shows(s, word(does)));
    sitting_destroy(&s);
}

/* Off, then and now, lines, off; and targets go when the past comes. */
static void test_looking_back(void **state)
{
    (void)state;
    struct rooms_spec spec = grid;
    struct sitting *s;
    spec.earlier = 1;
    sitting_create(&s, &spec, 1920, 1080);
    sitting_letter(s, 'r', 0);
    assert_true(s->room->view.targets);
    sitting_letter(s, 'h', 0);
    assert_int_equal(s->room->view.then, THEN_CELLS);
    assert_false(s->room->view.targets);
    sitting_letter(s, 'h', 0);
    assert_int_equal(s->room->view.then, THEN_LINES);
    sitting_letter(s, 'h', 0);
    assert_int_equal(s->room->view.then, THEN_NOT);
    sitting_letter(s, 'h', 0);
    assert_false(s->room->kiosk.settings[SETTING_HIDE_TIMERS]);
    sitting_letter(s, 'h', WITH_SHIFT);
    assert_true(s->room->kiosk.settings[SETTING_HIDE_TIMERS]);
    sitting_letter(s, 'r', 0);
    assert_int_equal(s->room->view.then, THEN_NOT);
    assert_true(s->room->view.targets);
    sitting_destroy(&s);
}

/* It stays as it is wherever the workshop goes. */
static void test_looking_back_stays(void **state)
{
    (void)state;
    struct rooms_spec spec = grid;
    struct sitting *s;
    spec.earlier = 1;
    sitting_create(&s, &spec, 1920, 1080);
    sitting_letter(s, 'h', 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_LEFT, 0);
    assert_int_equal(s->room->view.then, THEN_CELLS);
    sitting_key(s, KEY_RIGHT, 0); /* elsewhere the key is that of the timers */
    assert_int_not_equal(room_stage(s->room), STAGE_GRID);
    sitting_letter(s, 'h', 0);
    assert_int_equal(s->room->view.then, THEN_CELLS);
    assert_true(s->room->kiosk.settings[SETTING_HIDE_TIMERS]);
    sitting_destroy(&s);
}

static void test_nothing_to_look_back_to(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    sitting_letter(s, 'h', 0);
    assert_int_equal(s->wish.commands, 0);
    assert_string_equal(s->console->say, word(WORD_CONSOLE_THEN_NONE));
    assert_false(s->room->kiosk.settings[SETTING_HIDE_TIMERS]);
    sitting_destroy(&s);
}

/* The likeness that a facilitator away from the kiosk is shown holds no more than the room's. */
static void test_a_made_room_keeps_the_past_to_itself(void **state)
{
    (void)state;
    struct rooms_spec spec = grid;
    struct sitting *s;
    spec.earlier = 1;
    spec.named = false;
    sitting_create(&s, &spec, 1920, 1080);
    static const struct past nothing;
    assert_memory_not_equal(&s->room->pasts[1][1], &nothing, sizeof nothing);
    for (school_id school = 1; school <= 10; school++)
        assert_memory_equal(&s->console->stage.room->pasts[1][school], &nothing, sizeof nothing);
    assert_int_equal(s->console->stage.room->past_summaries[1][2].target_average, 0);
    assert_true(s->console->stage.room->past_summaries[1][2].has_figures);
    sitting_destroy(&s);
}

static void test_everything_is_written_from_when_it_has_begun(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &(struct rooms_spec){.schools = 10}, 1920, 1080);
    sitting_letter(s, 'x', 0);
    assert_false(s->wish.everything);
    assert_string_equal(s->console->say, word(WORD_WRITE_NOT_YET));
    sitting_destroy(&s);
    sitting_create(&s, &grid, 1920, 1080);
    assert_false(sitting_shows(s, word(WORD_WRITE_HEAD)));
    sitting_letter(s, 'x', 0);
    assert_true(s->wish.everything);
    assert_int_equal(s->wish.commands, 0);
    console_writes(s->console, true, "Writing 12 of 40: Ashby's sheet");
    sitting_step(s);
    assert_false(s->wish.everything);
    assert_true(sitting_shows(s, "Writing 12 of 40: Ashby's sheet"));
    sitting_destroy(&s);
}

static void test_everything_is_offered_at_the_end(void **state)
{
    (void)state;
    struct sitting *s;
    sitting_create(&s, &grid, 1024, 768);
    while (!console_at_end(s->room))
        sitting_key(s, KEY_RIGHT, 0);
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_WRITE_DO)));
    assert_true(sitting_tab_to(s, ui_id_of("write", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_true(s->wish.everything);
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(s->room->workshop.closed);
    sitting_step(s);
    assert_true(sitting_shows(s, word(WORD_WRITE_DO)));
    sitting_destroy(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrows_move_the_agenda),
        cmocka_unit_test(test_looking_back),
        cmocka_unit_test(test_looking_back_stays),
        cmocka_unit_test(test_nothing_to_look_back_to),
        cmocka_unit_test(test_a_made_room_keeps_the_past_to_itself),
        cmocka_unit_test(test_blank_acts_at_once),
        cmocka_unit_test(test_freeze_holds_the_picture),
        cmocka_unit_test(test_views_are_chosen),
        cmocka_unit_test(test_keys_are_listed),
        cmocka_unit_test(test_escape_leaves_in_two_steps),
        cmocka_unit_test(test_keys_are_told_whole),
        cmocka_unit_test(test_everything_is_written_from_when_it_has_begun),
        cmocka_unit_test(test_everything_is_offered_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
