/* Roles of a training: chosen on joining or later, or not at all; given back; given and taken back
 * at the front; and the card, which comes and goes without anything being lost. */

#include <string.h>

#include "base/text.h"
#include "rooms/training.h"
#include "screen/desk.h"
#include "testing.h"
#include "words/words.h"

enum { ROLES = 12, MARY = 1, SAM = 2, INES = 3, AGAIN = 11 /* of Mary's school, too */ };
enum { INGLE = 9, OF_INGLE = 9 };

static const struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST, .seats = 12};

static void open_training(struct desk *desk)
{
    desk_open(desk, &spec);
    rooms_training(desk->model, ROLES, false);
    for (character_id role = 2; role <= ROLES; role++)
        rooms_play(desk->model, role, role, true);
    rooms_play(desk->model, SAM, 1, false);
}

static enum screen_id shown(const struct desk *desk)
{
    return desk->screens->shown;
}

static void play(struct desk *desk, character_id role, seat_id seat, bool on)
{
    struct command command = {.kind = COMMAND_PLAY};
    command.change.play = (struct play_change){.character = role, .seat = seat, .on = on};
    desk_other(desk, SEAT_KIOSK, &command);
}

/* By keyboard alone: the role, its card, the name, and the workshop goes on. */
static void a_role_is_taken_on_joining(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_ROOM, 0, NULL);
    assert_int_equal(shown(&desk), SCREEN_ROLE);
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->characters[MARY].player, desk.seat);
    assert_true(desk_shows(&desk, desk.room->cards[MARY].unsaid));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(shown(&desk), SCREEN_SEAT);
    desk_type(&desk, "Ada");
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(shown(&desk), SCREEN_CONSENT);
    assert_string_equal(desk.model->seats[desk.seat].name, "Ada");
    assert_true(desk.model->seats[desk.seat].speaks);
    assert_true(desk_shows(&desk, "Mary Holt, Ashby")); /* who one is stands on every screen */
    desk_close(&desk);
}

static void nobody_has_to_play(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_ROOM, 0, NULL);
    desk_click(&desk, word(WORD_ROLE_WITHOUT));
    assert_int_equal(shown(&desk), SCREEN_SEAT); /* a school and a name, as in any workshop */
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_ENTER, 0);
    desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "Ada");
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_not_equal(shown(&desk), SCREEN_ROLE);
    assert_int_not_equal(shown(&desk), SCREEN_SEAT);
    desk_key(&desk, KEY_F2, 0); /* and later all the same */
    assert_int_equal(shown(&desk), SCREEN_ROLE);
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->characters[MARY].player, desk.seat);
    desk_close(&desk);
}

static void a_taken_one_cannot_be_chosen(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_ROOM, 0, NULL);
    assert_true(desk_shows(&desk, word(WORD_ROLE_TAKEN)));
    desk_key(&desk, KEY_DOWN, 0);
    desk_key(&desk, KEY_DOWN, 0);
    assert_true(desk_shows(&desk, word(WORD_ROLE_IS_TAKEN)));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->characters[SAM].player, 1);
    assert_int_equal(desk.pending_count, 0);
    desk_close(&desk);
}

static void a_quicker_hand_is_told_of(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_ROOM, 0, NULL);
    rooms_play(desk.model, MARY, 3, false); /* not yet heard of here */
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(shown(&desk), SCREEN_ROLE);
    assert_true(desk_shows(&desk, refusal_text(REFUSAL_CHARACTER_TAKEN)));
    desk_key(&desk, KEY_DOWN, 0);
    assert_false(desk_shows(&desk, refusal_text(REFUSAL_CHARACTER_TAKEN)));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->characters[AGAIN].player, desk.seat);
    desk_close(&desk);
}

static void it_is_given_back(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_ROOM, 0, "Ada");
    desk_key(&desk, KEY_ENTER, 0);
    desk_click(&desk, word(WORD_ROLE_GIVE_BACK));
    assert_int_equal(desk.model->characters[MARY].player, 0);
    assert_int_equal(room_own_character(desk.room), 0);
    assert_false(desk_shows(&desk, word(WORD_ROLE_FREED))); /* one's own doing is no news */
    desk_key(&desk, KEY_ESCAPE, 0);
    assert_int_not_equal(shown(&desk), SCREEN_ROLE);
    desk_close(&desk);
}

/* A school's own code has the roles of that school, and no others. */
static void a_schools_code_has_its_own_roles(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_SCHOOL, 3, NULL);
    assert_int_equal(shown(&desk), SCREEN_ROLE);
    assert_true(desk_shows(&desk, "Ines Duarte"));
    assert_false(desk_shows(&desk, "Mary Holt"));
    desk_key(&desk, KEY_ENTER, 0);
    assert_int_equal(desk.model->characters[INES].player, desk.seat);
    desk_close(&desk);
}

static void only_participants_of_a_training_are_asked(void **state)
{
    (void)state;
    static const enum code_kind others[] = {CODE_OBSERVER, CODE_FACILITATOR};
    struct desk desk;
    for (size_t i = 0; i < 2; i++) {
        open_training(&desk);
        desk_sit(&desk, others[i], 0, NULL);
        assert_int_not_equal(shown(&desk), SCREEN_ROLE);
        desk_key(&desk, KEY_F2, 0);
        assert_int_not_equal(shown(&desk), SCREEN_ROLE);
        desk_close(&desk);
    }
    desk_open(&desk, &spec);
    desk_sit(&desk, CODE_ROOM, 0, NULL);
    assert_int_equal(shown(&desk), SCREEN_SEAT);
    desk_key(&desk, KEY_F2, 0);
    assert_int_equal(shown(&desk), SCREEN_SEAT);
    desk_close(&desk);
}

static void the_front_gives_and_takes_back(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_SCHOOL, 3, "Ada");
    enum screen_id before = shown(&desk);
    play(&desk, INES, desk.seat, true);
    assert_true(desk_shows(&desk, "You play Ines Duarte now. F2 shows your card."));
    assert_int_equal(shown(&desk), before); /* nothing is taken out of anybody's hands */
    desk_key(&desk, KEY_F2, 0);
    assert_true(desk_shows(&desk, desk.room->cards[INES].wants));
    desk_key(&desk, KEY_F2, 0);
    assert_int_equal(shown(&desk), before);
    play(&desk, INES, 0, false);
    assert_true(desk_shows(&desk, word(WORD_ROLE_FREED)));
    assert_int_equal(shown(&desk), before);
    desk_close(&desk);
}

/* In the middle of a sentence, which stays as it is, and the words go on where they were. */
static void looking_at_the_card_loses_nothing(void **state)
{
    (void)state;
    struct desk desk;
    open_training(&desk);
    desk_sit(&desk, CODE_SCHOOL, INGLE, "Ada");
    play(&desk, OF_INGLE, desk.seat, true);
    desk_letter(&desk, 'r', 0);
    assert_int_equal(shown(&desk), SCREEN_RATE);
    for (int i = 0; i < 10 && !ui_focused(&desk.screens->ui, ui_id_of("note", 0)); i++)
        desk_key(&desk, KEY_TAB, 0);
    desk_type(&desk, "half a ");
    char note[EDIT_SIZE];
    text_copy(note, sizeof note, desk.screens->rate.note.text);
    assert_non_null(strstr(note, "half a "));
    desk_key(&desk, KEY_F2, 0);
    assert_int_equal(shown(&desk), SCREEN_ROLE);
    desk_key(&desk, KEY_ESCAPE, 0);
    assert_int_equal(shown(&desk), SCREEN_RATE);
    assert_string_equal(desk.screens->rate.note.text, note);
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_role_is_taken_on_joining),
        cmocka_unit_test(nobody_has_to_play),
        cmocka_unit_test(a_taken_one_cannot_be_chosen),
        cmocka_unit_test(a_quicker_hand_is_told_of),
        cmocka_unit_test(it_is_given_back),
        cmocka_unit_test(a_schools_code_has_its_own_roles),
        cmocka_unit_test(only_participants_of_a_training_are_asked),
        cmocka_unit_test(the_front_gives_and_takes_back),
        cmocka_unit_test(looking_at_the_card_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
