/* Somebody who writes notes, with a keyboard and nothing else. */

#include <stdio.h>

#include "base/text.h"
#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9 };

static void sit(struct desk *desk, int step)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    workday_go(desk, step);
}

static const struct note *note(const struct desk *desk, note_id n)
{
    return &desk->model->notes[n];
}

static void a_note_is_typed_under_a_heading_and_put_up(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    assert_true(desk_shows(desk, "140 characters left"));
    desk_letter(desk, '2', WITH_CONTROL);
    desk_type(desk, "The bus  ");
    assert_true(desk_shows(desk, "131 characters left"));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->model->note_count, 1);
    assert_string_equal(note(desk, 1)->text, "The bus");
    assert_int_equal(note(desk, 1)->heading, 2);
    assert_string_equal(note(desk, 1)->by, "");
    assert_true(desk_shows(desk, "Rational, on the board"));
    assert_true(desk_shows(desk, "140 characters left"));
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

static void nothing_typed_is_nothing_sent(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "   ");
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->model->note_count, 0);
}

static void a_double_click_puts_up_one(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_connection(desk, SESSION_WAITING);
    desk_click(desk, "Put it on the board");
    desk_click(desk, "Put it on the board");
    desk_key(desk, KEY_ENTER, 0);
    desk_connection(desk, SESSION_UP);
    assert_int_equal(desk->model->note_count, 1);
}

static void both_limits_are_told(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    for (int i = 0; i < 139; i++)
        desk_paste(desk, "a");
    assert_true(desk_shows(desk, "1 character left"));
    desk_paste(desk, "bcd");
    assert_true(desk_shows(desk, "Full: this is as long as a note can be."));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(strlen(note(desk, 1)->text), 140);
    /* a family is one visible character of 25 bytes */
    for (int i = 0; i < 23; i++)
        desk_paste(desk, "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D"
                         "\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6");
    assert_true(desk_shows(desk, "Full: such signs take up more room."));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(text_visible(note(desk, 2)->text), 22);
}

/* Control characters never get in; right-to-left text and accents go as they are. */
static void any_script_is_taken(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_paste(desk, "\x07 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\n caf"
                     "e\xCC\x81");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 1)->text, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D caf\xC3\xA9");
}

static void signing_is_a_choice_and_for_one_note(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "One");
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_SPACE, 0);
    assert_true(desk_shows(desk, "Your name will stand under this note."));
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 1)->by, "Sam Okafor");
    desk_type(desk, "Two");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 2)->by, "");
}

static void own_notes_are_changed_and_taken_back(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, "Half a thought"); /* stays while another is changed */
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0); /* past the box to sign */
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk_shows(desk, "Change your note"));
    desk_type(desk, " at five");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 1)->text, "The bus at five");
    assert_true(desk_shows(desk, "126 characters left")); /* the half thought */
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_DELETE, 0);
    assert_int_equal(note(desk, 1)->state, NOTE_REMOVED);
    assert_false(desk_shows(desk, "The bus at five"));
}

static void escape_leaves_a_change(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    desk_click(desk, "The bus");
    desk_type(desk, " at five");
    desk_key(desk, KEY_ESCAPE, 0);
    assert_true(desk_shows(desk, "Your note"));
    assert_string_equal(note(desk, 1)->text, "The bus");
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

static void a_double_click_takes_back_one(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, "The hall");
    desk_key(desk, KEY_ENTER, 0);
    for (int i = 0; i < 2; i++) {
        input_pointer(desk->input, INPUT_MOVE, 1036, 330);
        input_pointer(desk->input, INPUT_PRESS, 1036, 330);
        input_pointer(desk->input, INPUT_RELEASE, 1036, 330);
        desk_step(desk);
    }
    assert_int_equal(note(desk, 2)->state, NOTE_REMOVED);
    assert_int_equal(note(desk, 1)->state, NOTE_SHOWN);
    assert_true(desk_shows(desk, "The bus"));
}

static void without_a_draft_the_room_takes_one_along(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    workday_go(desk, WORKDAY_RESPONSE);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    workday_go(desk, WORKDAY_NOTES);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

static void what_is_refused_comes_back(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_connection(desk, SESSION_WAITING);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, "The hall");
    desk_key(desk, KEY_ENTER, 0);
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_CLOSED, false);
    desk_connection(desk, SESSION_UP);
    assert_int_equal(desk->model->note_count, 0);
    assert_true(desk_shows(desk, "This board is closed"));
    assert_true(desk_shows(desk, "The bus"));
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_OPEN, false);
    assert_true(desk_shows(desk, "The bus"));
    assert_true(desk_shows(desk, "The hall")); /* beside it, as the field was taken */
    desk_click(desk, "The hall");
    assert_true(desk_shows(desk, "Put aside, not sent"));
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 1)->text, "The hall");
    desk_click(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 2)->text, "The bus");
}

static void what_is_being_written_stays_when_the_board_closes(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "Half a thought");
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_CLOSED, false);
    assert_true(desk_shows(desk, "This board is closed"));
    assert_true(desk_shows(desk, "Half a thought"));
    desk_letter(desk, 'w', 0);
    assert_true(desk_shows(desk, "The board is closed"));
}

static void a_question_is_parked_from_anywhere(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    desk_letter(desk, 'q', 0);
    assert_true(desk_shows(desk, "Parked for later"));
    desk_type(desk, "Who pays?");
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(note(desk, 1)->board, WORKDAY_PARKED);
    desk_key(desk, KEY_ESCAPE, 0);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
}

static void a_seat_that_comes_back_finds_its_notes(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    screens_destroy(&desk->screens); /* another laptop, the same seat */
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    assert_true(desk_shows(desk, "The bus"));
    desk_click(desk, "The bus");
    desk_type(desk, " at five");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(note(desk, 1)->text, "The bus at five");
}

static void a_group_sees_its_notes_first_and_suggests(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    seat_id other = workday_other(desk, 3, "Grace Achieng");
    workday_go(desk, WORKDAY_NOTES);
    workday_note(desk, other, WORKDAY_OBSTACLES, 1, 0, "The bus");
    note_id second = workday_note(desk, other, WORKDAY_OBSTACLES, 2, 0, "The hall");
    workday_assign(desk, second, 3);
    workday_go(desk, WORKDAY_GROUPS);
    assert_int_equal(desk->screens->notes.parent[WORKDAY_OBSTACLES], 1);
    desk_key(desk, KEY_TAB, WITH_SHIFT); /* from the field over the notes to the group */
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_key(desk, KEY_DOWN, 0);
    for (int i = 0; i < 2; i++)
        desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->model->seats[desk->seat].group, 3);
    assert_true(desk_shows(desk, "For your group"));
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_UP, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk->screens->notes.parent[WORKDAY_OBSTACLES], second);
    desk_type(desk, "Ask the caretaker");
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(note(desk, 3)->parent, second);
    assert_string_equal(note(desk, 3)->text, "Ask the caretaker");
    assert_true(desk_shows(desk, "For your group, 1 suggestion"));
    assert_true(desk_shows(desk, "Suggestion, on the board"));
}

static void a_board_opened_again_takes_one_back(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_CLOSED, false);
    desk_letter(desk, 'r', 0);
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_OPEN, false);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
}

static void a_note_put_away_is_told_to_its_writer(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "The bus");
    desk_key(desk, KEY_ENTER, 0);
    desk_click(desk, "The bus");
    desk_type(desk, " at five"); /* being changed just then */
    struct command command = {.kind = COMMAND_REMOVE_NOTE};
    command.change.note.note = 1;
    command.change.note.revision = note(desk, 1)->revision;
    desk_other(desk, SEAT_KIOSK, &command);
    assert_true(desk_shows(desk, "Political, put away"));
    assert_true(desk_shows(desk, "That note has been put away. Your words are kept here."));
    assert_true(desk_shows(desk, "The bus at five"));
    desk_key(desk, KEY_ENTER, 0); /* as a new one */
    assert_string_equal(note(desk, 2)->text, "The bus at five");
}

/* Each note answered to keeps its own draft. */
static void suggestions_are_drafted_each_for_itself(void **state)
{
    struct desk *desk = *state;
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    seat_id other = workday_other(desk, 3, "Grace Achieng");
    workday_go(desk, WORKDAY_NOTES);
    workday_note(desk, other, WORKDAY_OBSTACLES, 1, 0, "The bus");
    workday_note(desk, other, WORKDAY_OBSTACLES, 2, 0, "The hall");
    workday_go(desk, WORKDAY_GROUPS);
    desk_type(desk, "Share it");
    desk_click(desk, "The hall");
    assert_false(desk_shows(desk, "Share it"));
    desk_type(desk, "Ask");
    desk_click(desk, "The bus");
    assert_true(desk_shows(desk, "Share it"));
    desk_click(desk, "Write a note of our own");
    desk_click(desk, "Your note");
    assert_true(desk_shows(desk, "140 characters left"));
}

static void a_full_list_of_own_notes_is_paged(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    for (int i = 0; i < 7; i++) {
        char text[16];
        snprintf(text, sizeof text, "Note %d", i + 1);
        desk_paste(desk, text);
        desk_key(desk, KEY_ENTER, 0);
    }
    assert_true(desk_shows(desk, "Note 7"));
    assert_false(desk_shows(desk, "Note 1"));
    assert_true(desk_shows(desk, "1–3 of 7"));
    desk_key(desk, KEY_PAGE_DOWN, 0);
    desk_key(desk, KEY_PAGE_DOWN, 0);
    assert_true(desk_shows(desk, "7–7 of 7"));
    assert_true(desk_shows(desk, "Note 1"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workday_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_note_is_typed_under_a_heading_and_put_up),
        TEST(nothing_typed_is_nothing_sent),
        TEST(a_double_click_puts_up_one),
        TEST(both_limits_are_told),
        TEST(any_script_is_taken),
        TEST(signing_is_a_choice_and_for_one_note),
        TEST(own_notes_are_changed_and_taken_back),
        TEST(escape_leaves_a_change),
        TEST(a_double_click_takes_back_one),
        TEST(without_a_draft_the_room_takes_one_along),
        TEST(what_is_refused_comes_back),
        TEST(what_is_being_written_stays_when_the_board_closes),
        TEST(a_question_is_parked_from_anywhere),
        TEST(a_seat_that_comes_back_finds_its_notes),
        TEST(a_group_sees_its_notes_first_and_suggests),
        TEST(a_board_opened_again_takes_one_back),
        TEST(a_note_put_away_is_told_to_its_writer),
        TEST(suggestions_are_drafted_each_for_itself),
        TEST(a_full_list_of_own_notes_is_paged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
