#include "testing.h"

#include <stdio.h>

#include "console/board_scenes.h"
#include "golden/golden.h"
#include "words/words.h"

static const struct rooms_spec two = {.schools = 3, .board = {2, 24}};
static const struct rooms_spec held = {.schools = 3, .seats = 5, .board = {2, 12, .held = true}};
static struct sitting *s;

static const struct note *note(note_id id)
{
    return &s->model->notes[id];
}

static note_id chosen(void)
{
    return s->console->board.chosen;
}

static void must(void)
{
    assert_int_equal(s->wish.commands, 1);
    assert_int_equal(s->refusal, REFUSAL_NONE);
}

static void arrows_walk_from_note_to_note(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id first = chosen();
    sitting_key(s, KEY_DOWN, 0);
    assert_int_equal(note(chosen())->heading, 1);
    assert_int_not_equal(chosen(), first);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(note(chosen())->heading, 2);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(note(chosen())->heading, 2);
    sitting_key(s, KEY_END, 0);
    assert_int_equal(s->console->board.page[1], 1); /* the page goes along */
    sitting_key(s, KEY_HOME, 0);
    assert_int_equal(s->console->board.page[1], 0);
    assert_int_equal(s->wish.commands, 0);
    assert_int_equal(s->model->place.step, 1); /* and the room stays where it is */
}

static void shift_and_arrows_move_it(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id moved = chosen();
    sitting_key(s, KEY_DOWN, WITH_SHIFT);
    must();
    sitting_key(s, KEY_UP, 0);
    note_id above = chosen();
    assert_int_not_equal(above, moved);
    assert_true(note(above)->order < note(moved)->order);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_UP, WITH_SHIFT);
    assert_true(note(above)->order > note(moved)->order);
    sitting_key(s, KEY_UP, WITH_SHIFT);
    assert_int_equal(s->wish.commands, 0); /* at the top */
    sitting_key(s, KEY_RIGHT, WITH_SHIFT);
    must();
    assert_int_equal(note(moved)->heading, 2);
    assert_int_equal(chosen(), moved);
    sitting_letter(s, '1', 0);
    assert_int_equal(note(moved)->heading, 1);
}

/* What is on its way is not asked for twice, with what was seen before. */
static void two_quick_keys_are_one_move(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    input_key(&s->input, KEY_DOWN, WITH_SHIFT);
    input_key(&s->input, KEY_DOWN, WITH_SHIFT);
    sitting_step(s);
    must();
}

static void waiting_notes_are_let_through_one_by_one(void **state)
{
    (void)state;
    board_enter(&s, &held, 1920, 1080);
    note_id first = chosen();
    assert_int_equal(note(first)->state, NOTE_WAITING);
    sitting_letter(s, 'a', 0);
    must();
    assert_int_equal(note(first)->state, NOTE_SHOWN);
    note_id second = chosen();
    assert_int_equal(note(second)->state, NOTE_WAITING);
    sitting_letter(s, 'l', 0); /* later: the next one */
    assert_int_equal(note(second)->state, NOTE_WAITING);
    assert_int_not_equal(chosen(), second);
    for (int i = 0; i < 4; i++)
        sitting_letter(s, 'a', 0);
    for (note_id n = 1; n <= 12; n++)
        assert_int_equal(note(n)->state, NOTE_SHOWN);
    note_id last = chosen();
    sitting_letter(s, 'l', 0); /* what is shown is held back */
    assert_int_equal(note(last)->state, NOTE_WAITING);
}

static void a_mark_and_a_group(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id n = chosen();
    sitting_sign(s, "*");
    assert_true(note(n)->starred);
    sitting_sign(s, "*");
    assert_false(note(n)->starred);
    assert_true(sitting_tab_to(s, ui_id_of("board-group", 2)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(note(n)->group, 2);
    assert_true(sitting_tab_to(s, ui_id_of("board-deal", 0)));
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_int_equal(note(n)->group, 1);
}

static void alike_ones_are_joined_and_taken_apart(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id part = chosen();
    sitting_letter(s, 'j', 0);
    sitting_key(s, KEY_ESCAPE, 0); /* thought better of it */
    assert_int_equal(s->console->board.joining, 0);
    sitting_letter(s, 'j', 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_letter(s, 'j', 0);
    must();
    assert_int_equal(note(part)->merged, chosen());
    assert_true(sitting_shows(s, "+1"));
    assert_true(sitting_tab_to(s, ui_id_of("board-apart", part)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(note(part)->merged, 0);
}

static void a_note_is_edited_and_taken_down(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id n = chosen();
    sitting_letter(s, 'e', 0);
    sitting_type(s, "!");
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_string_equal(note(n)->text, "Good conversations at last, not only forms!");
    sitting_letter(s, 'e', 0);
    sitting_type(s, " and more");
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->board.editing, 0);
    sitting_key(s, KEY_DELETE, 0);
    assert_int_equal(note(n)->state, NOTE_REMOVED);
    assert_int_not_equal(chosen(), n);
    struct command undo = {.kind = COMMAND_UNDO};
    undo.change.undo.serial = s->room->undo.undo;
    sitting_obey(s, &undo);
    assert_int_equal(note(n)->state, NOTE_SHOWN);
}

/* Somebody else was quicker: what was typed is refused, and said so. */
static void what_changed_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    note_id n = chosen();
    sitting_letter(s, 'e', 0);
    struct command other = {.kind = COMMAND_EDIT_NOTE};
    other.change.note = (struct note_change){.note = n, .revision = 1, .text = "Theirs"};
    sitting_obey(s, &other);
    sitting_type(s, "!");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->refusal, REFUSAL_CHANGED);
    assert_string_equal(note(n)->text, "Theirs");
    assert_true(sitting_shows(s, refusal_text(REFUSAL_CHANGED)));
}

static void a_note_is_shown_large(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.note, chosen());
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.note, 0);
    sitting_destroy(&s);
    board_enter(&s, &held, 1920, 1080);
    sitting_key(s, KEY_ENTER, 0); /* one that waits is nobody else's to see */
    assert_int_equal(s->wish.commands, 0);
}

static void a_note_for_somebody_without_a_laptop(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    sitting_key(s, KEY_RIGHT, 0);
    assert_true(sitting_tab_to(s, ui_id_of("board-add", 0)));
    sitting_type(s, "  Said aloud \n");
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_string_equal(note(s->model->note_count)->text, "Said aloud");
    assert_int_equal(note(s->model->note_count)->heading, 2);
    sitting_key(s, KEY_ENTER, 0); /* nothing typed, nothing put up */
    assert_int_equal(s->wish.commands, 0);
}

static void the_board_is_opened_closed_and_held(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    assert_true(sitting_tab_to(s, ui_id_of("board-hold", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_true(s->model->boards[1].held);
    assert_true(sitting_tab_to(s, ui_id_of("board-close", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->boards[1].state, BOARD_CLOSED);
    assert_true(s->model->boards[1].held);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->boards[1].state, BOARD_OPEN);
}

static void another_board_is_looked_at(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    assert_true(sitting_tab_to(s, ui_id_of("board-choice", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->console->board.board, 2);
    assert_int_equal(note(chosen())->board, 2);
    struct command away = {.kind = COMMAND_GO, .change.place = {1, 1}};
    struct command back = {.kind = COMMAND_GO, .change.place = {s->model->item_count, 1}};
    sitting_obey(s, &away);
    assert_int_equal(s->console->board.board, 2); /* until the room comes to one */
    sitting_obey(s, &back);
    assert_int_equal(s->console->board.board, 1);
}

static void point(enum input_kind kind, int x, int y)
{
    input_pointer(&s->input, kind, x, y);
    sitting_step(s);
}

static void a_note_is_dragged(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    point(INPUT_MOVE, 200, 340);
    point(INPUT_PRESS, 200, 340);
    note_id n = chosen();
    point(INPUT_MOVE, 205, 342);
    assert_false(s->console->board.dragging); /* a hand is never quite still */
    point(INPUT_MOVE, 900, 400);
    assert_true(s->console->board.dragging);
    point(INPUT_RELEASE, 900, 400);
    assert_int_equal(note(n)->heading, 2);
    unsigned before = 0, after = 0;
    for (note_id i = 1; i <= 24; i++)
        if (note(i)->heading == 2 && i != n) {
            before += note(i)->order < note(n)->order;
            after += note(i)->order > note(n)->order;
        }
    assert_int_equal(before, 2); /* right where it was let go */
    assert_int_equal(after, 12);
    point(INPUT_PRESS, 900, 300);
    n = chosen();
    point(INPUT_MOVE, 1700, 900); /* out of the board: it stays */
    point(INPUT_RELEASE, 1700, 900);
    assert_int_equal(s->wish.commands, 0);
    assert_false(s->console->board.dragging);
}

static void the_wheel_turns_a_page(void **state)
{
    (void)state;
    board_enter(&s, &two, 1920, 1080);
    input_wheel(&s->input, 900, 400, -1);
    sitting_step(s);
    assert_int_equal(s->console->board.page[1], 1);
    assert_int_equal(s->console->board.page[0], 0);
    sitting_letter(s, 'x', 0);
    assert_int_equal(s->console->board.page[1], 1); /* and nothing turns it back */
    sitting_key(s, KEY_DOWN, 0);
    assert_int_equal(s->console->board.page[0], 0);
}

/* Every state as it is drawn, at the sizes that screens have. */
static void draw_at(int width, int height)
{
    for (int i = 0; i < board_scenes_count; i++) {
        char name[96];
        board_scene_open(&s, &board_scenes[i], width, height, &type_fixed_metrics);
        snprintf(name, sizeof name, "console/board-%s-%d", board_scenes[i].name, width);
        golden_check_list(name, &s->list);
        if (i + 1 < board_scenes_count)
            sitting_destroy(&s);
    }
}

static void as_drawn_full_size(void **state)
{
    (void)state;
    draw_at(1920, 1080);
}

static void as_drawn_on_an_old_projector(void **state)
{
    (void)state;
    draw_at(1024, 768);
}

static void as_drawn_on_the_largest(void **state)
{
    (void)state;
    draw_at(3840, 2160);
}

int main(void)
{
#define TEST(f) SITTING_TEST(f, &s)
    const struct CMUnitTest tests[] = {
        TEST(arrows_walk_from_note_to_note),
        TEST(shift_and_arrows_move_it),
        TEST(two_quick_keys_are_one_move),
        TEST(waiting_notes_are_let_through_one_by_one),
        TEST(a_mark_and_a_group),
        TEST(alike_ones_are_joined_and_taken_apart),
        TEST(a_note_is_edited_and_taken_down),
        TEST(what_changed_meanwhile_is_not_overwritten),
        TEST(a_note_is_shown_large),
        TEST(a_note_for_somebody_without_a_laptop),
        TEST(the_board_is_opened_closed_and_held),
        TEST(another_board_is_looked_at),
        TEST(a_note_is_dragged),
        TEST(the_wheel_turns_a_page),
        TEST(as_drawn_full_size),
        TEST(as_drawn_on_an_old_projector),
        TEST(as_drawn_on_the_largest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
