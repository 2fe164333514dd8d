/* Conducting a training: the strip, the keys, moments and roles. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/sitting.h"
#include "rooms/training.h"
#include "testing.h"
#include "words/words.h"

static const struct rooms_spec played = {
    .schools = 3, .seats = 5, .training = true, .roles = 4, .place = {2, 2}};
static const struct rooms_spec real = {.schools = 3, .seats = 5, .place = {2, 2}};

/* Seats 1 to 3 come by script, seat 4 is a person. */
static void open_played(struct sitting **out)
{
    sitting_create(out, &played, 1920, 1080);
    for (seat_id seat = 1; seat <= 3; seat++)
        rooms_play((*out)->model, (character_id)seat, seat, true);
    text_copy((*out)->model->seats[4].name, NAME_SIZE, "Ada Byron");
    sitting_refresh(*out);
    sitting_step(*out);
}

static const struct conducting_item *conducting(const struct sitting *s)
{
    return &s->model->conducting;
}

static void a_held_picture_stays_one_of_a_training(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    sitting_letter(s, 'f', 0);
    assert_true(sitting_shows(s, word(WORD_TRAINING_MARK_MORE)));
    sitting_destroy(&s);
}

/* ---- pausing and pace ---- */

/* The strip is one stop of Tab, and walked with the arrows. */
static void press(struct sitting *s, const char *name)
{
    bool reached = false;
    for (int i = 0; !reached && i < UI_MAX_PLACES; i++) {
        reached = ui_focused(&s->ui, ui_id_of("conduct-faster", 0)) ||
                  ui_focused(&s->ui, ui_id_of("conduct-slower", 0));
        if (!reached)
            sitting_key(s, KEY_TAB, 0);
    }
    assert_true(reached);
    for (int i = 0; i < 5; i++)
        sitting_key(s, KEY_LEFT, 0);
    for (int i = 0; i < 5 && !ui_focused(&s->ui, ui_id_of(name, 0)); i++)
        sitting_key(s, KEY_RIGHT, 0);
    assert_true(ui_focused(&s->ui, ui_id_of(name, 0)));
    sitting_key(s, KEY_ENTER, 0);
}

static void players_are_paused_and_go_on(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_GOING)));
    assert_true(sitting_shows(s, "1 ×"));
    sitting_key(s, KEY_F6, 0);
    assert_true(conducting(s)->paused);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_PAUSED)));
    assert_false(sitting_shows(s, word(WORD_CONDUCT_GOING)));
    sitting_key(s, KEY_F6, 0);
    assert_false(conducting(s)->paused);
    press(s, "conduct-pause");
    assert_true(conducting(s)->paused);
    sitting_destroy(&s);
}

static void the_pace_has_its_steps(void **state)
{
    (void)state;
    static const uint8_t up[] = {2, 5, 10, 20, 20}, down[] = {10, 5, 2, 1, 1};
    struct sitting *s;
    open_played(&s);
    for (size_t i = 0; i < sizeof up; i++) {
        sitting_key(s, KEY_F9, 0);
        assert_int_equal(conducting(s)->pace, up[i]);
    }
    assert_true(sitting_shows(s, "20 ×"));
    for (size_t i = 0; i < sizeof down; i++) {
        sitting_key(s, KEY_F8, 0);
        assert_int_equal(conducting(s)->pace, down[i]);
    }
    sitting_key(s, KEY_F9, 0);
    press(s, "conduct-faster");
    assert_int_equal(conducting(s)->pace, 5);
    press(s, "conduct-slower");
    assert_int_equal(conducting(s)->pace, 2);
    sitting_destroy(&s);
}

/* Two presses before the room has answered are two steps. */
static void quick_presses_count(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    s->console->conduct.asked.pace = 2; /* as if the answer were on its way */
    s->console->conduct.asked_ms = s->now_ms;
    sitting_key(s, KEY_F9, 0);
    assert_int_equal(conducting(s)->pace, 5);
    s->console->conduct.asked.pace = 2; /* and as if there were none */
    s->console->conduct.asked_ms = s->now_ms - 1000;
    sitting_key(s, KEY_F9, 0);
    assert_int_equal(conducting(s)->pace, 10);
    sitting_destroy(&s);
}

static void one_act_is_for_those_who_pause(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    sitting_key(s, KEY_F7, 0);
    assert_int_equal(conducting(s)->steps, 0);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_STEP_FIRST)));
    sitting_key(s, KEY_F6, 0);
    sitting_key(s, KEY_F7, 0);
    press(s, "conduct-step");
    assert_int_equal(conducting(s)->steps, 2);
    sitting_destroy(&s);
}

/* Also where a view keeps its keys, and in a field. */
static void keys_work_in_every_view(void **state)
{
    (void)state;
    for (unsigned view = 0; view < CONSOLE_VIEW_COUNT; view++) {
        struct sitting *s;
        open_played(&s);
        sitting_letter(s, (char)('1' + view), WITH_CONTROL);
        sitting_key(s, KEY_TAB, 0);
        sitting_key(s, KEY_F6, 0);
        assert_true(conducting(s)->paused);
        sitting_key(s, KEY_F4, 0);
        assert_int_equal(s->console->view, view == CONSOLE_CONDUCT ? CONSOLE_RUN : CONSOLE_CONDUCT);
        sitting_destroy(&s);
    }
}

static void a_real_workshop_has_none_of_it(void **state)
{
    (void)state;
    static const enum input_key keys[] = {KEY_F4, KEY_F6, KEY_F7, KEY_F8, KEY_F9};
    struct rooms_spec alone = played; /* a training in which nobody is made up */
    alone.roles = 0;
    for (int training = 0; training < 2; training++) {
        struct sitting *s;
        sitting_create(&s, training ? &alone : &real, 1920, 1080);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            sitting_key(s, keys[i], 0);
            assert_int_equal(s->wish.commands, 0);
            assert_int_equal(s->console->view, CONSOLE_RUN);
        }
        sitting_letter(s, '8', WITH_CONTROL);
        assert_int_equal(s->console->view, training ? CONSOLE_CONDUCT : CONSOLE_RUN);
        assert_false(sitting_shows(s, word(WORD_CONDUCT_GOING)));
        sitting_sign(s, "?"); /* nor are keys listed that do nothing */
        assert_false(sitting_shows(s, word(WORD_KEY_PLAYERS_DOES)));
        sitting_destroy(&s);
    }
}

/* With one screen, and the console put away, the key did nothing. */
static void the_view_brings_the_console_up(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    s->sight.in_sight = false;
    sitting_key(s, KEY_F4, 0);
    assert_true(s->wish.console);
    assert_int_equal(s->console->view, CONSOLE_CONDUCT);
    s->sight.in_sight = s->sight.over_stage = true; /* as it was wished */
    sitting_step(s);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_MOMENTS_HINT)));
    sitting_key(s, KEY_F4, 0);
    assert_false(s->wish.console);
    assert_int_equal(s->console->view, CONSOLE_RUN);
    sitting_destroy(&s);
}

/* Players that could not come said so on standard error alone: the strip said that they play. */
static void what_is_in_the_players_way_is_said(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_GOING)));
    s->sight.players = "Why.";
    sitting_step(s);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_STUCK)));
    assert_true(sitting_shows(s, word(WORD_CONDUCT_AGAIN)));
    assert_true(sitting_shows(s, "F6 lets them try again. Why."));
    sitting_key(s, KEY_F6, 0);
    assert_true(s->wish.players);
    assert_int_equal(s->wish.commands, 0);
    s->sight.players = NULL;
    memset(s->live.presence, PRESENCE_AWAY, sizeof s->live.presence);
    sitting_refresh(s);
    sitting_step(s);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_ABSENT)));
    assert_true(sitting_shows(s, word(WORD_CONDUCT_PAUSE)));
    sitting_destroy(&s);
}

/* ---- moments ---- */

static void a_moment_is_called_up(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    sitting_key(s, KEY_F4, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(conducting(s)->calls, 1);
    assert_int_equal(conducting(s)->moment, 2);
    assert_true(sitting_shows(s, word(WORD_CONDUCT_LAST)));
    assert_true(sitting_shows(s, "Called up: Nobody wants to go first"));
    sitting_press(s, "moment-call", 0);
    assert_int_equal(conducting(s)->calls, 2);
    sitting_key(s, KEY_F4, 0);
    assert_int_equal(s->console->view, CONSOLE_RUN);
    sitting_destroy(&s);
}

/* ---- roles ---- */

static void go_to_role(struct sitting *s, int role)
{
    sitting_key(s, KEY_F4, 0);
    assert_true(sitting_tab_to(s, ui_id_of("roles", 0)));
    for (int i = 1; i < role; i++)
        sitting_key(s, KEY_DOWN, 0);
}

static void who_plays_whom_is_told(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    rooms_play(s->model, 2, 4, false);
    sitting_refresh(s);
    go_to_role(s, 2);
    assert_true(sitting_shows(s, "2 by script · 1 by people · 1 by nobody"));
    assert_true(sitting_shows(s, "Ada Byron"));
    assert_true(sitting_shows(s, word(WORD_CONDUCT_BY_NOBODY)));
    assert_true(sitting_shows(s, s->room->cards[2].unsaid)); /* and the card of the chosen one */
    sitting_destroy(&s);
}

static void a_role_is_given_and_freed(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    go_to_role(s, 3);
    sitting_key(s, KEY_ENTER, 0); /* to the list of people: scripts are not in it */
    assert_true(ui_focused(&s->ui, ui_id_of("role-give", 0)));
    assert_int_equal(s->console->conduct.people_count, 2);
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_int_equal(s->model->characters[3].player, 4);
    sitting_press(s, "role-free", 0);
    assert_int_equal(s->model->characters[3].player, 0);
    assert_int_equal(s->model->characters[3].script, 3); /* the script goes on */
    sitting_destroy(&s);
}

/* Taken in the meantime: it says so, and nothing is taken away. */
static void a_taken_role_is_refused_in_words(void **state)
{
    (void)state;
    struct sitting *s;
    open_played(&s);
    go_to_role(s, 3);
    rooms_play(s->model, 3, 5, false); /* the room has not heard of it yet */
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->characters[3].player, 5);
    assert_true(sitting_shows(s, refusal_text(REFUSAL_CHARACTER_TAKEN)));
    sitting_destroy(&s);
}

/* Ten roles stand there whole; of more it is said how many are further down. */
static void no_role_is_out_of_sight_unsaid(void **state)
{
    (void)state;
    static const struct {
        int width, height;
    } screens[] = {{1920, 1080}, {1024, 768}};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        for (int roles = 10; roles <= 28; roles += 18) {
            struct rooms_spec spec = played;
            struct sitting *s;
            char below[64];
            spec.schools = spec.roles = roles;
            sitting_create(&s, &spec, screens[i].width, screens[i].height);
            sitting_key(s, KEY_F4, 0);
            int shown = s->console->conduct.roles.shown;
            snprintf(below, sizeof below, word(WORD_CONSOLE_BELOW), (unsigned)(28 - shown));
            assert_true(roles == 28 || shown >= 10);
            assert_true(sitting_shows(s, below) == (roles == 28));
            assert_true(sitting_tab_to(s, ui_id_of("roles", 0)));
            sitting_key(s, KEY_END, 0);
            assert_false(sitting_shows(s, below));
            sitting_destroy(&s);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_picture_stays_one_of_a_training),
        cmocka_unit_test(players_are_paused_and_go_on),
        cmocka_unit_test(the_pace_has_its_steps),
        cmocka_unit_test(quick_presses_count),
        cmocka_unit_test(one_act_is_for_those_who_pause),
        cmocka_unit_test(keys_work_in_every_view),
        cmocka_unit_test(a_real_workshop_has_none_of_it),
        cmocka_unit_test(a_moment_is_called_up),
        cmocka_unit_test(who_plays_whom_is_told),
        cmocka_unit_test(the_view_brings_the_console_up),
        cmocka_unit_test(what_is_in_the_players_way_is_said),
        cmocka_unit_test(a_role_is_given_and_freed),
        cmocka_unit_test(a_taken_role_is_refused_in_words),
        cmocka_unit_test(no_role_is_out_of_sight_unsaid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
