#include "model/training.h"
#include "testing.h"

#include <stdlib.h>

/* Whom people play, who speaks for whom then, and how the scripted are conducted. */

static struct bench bench, *const b = &bench;
static character_id first, second, third; /* of schools 1, 1 and 2 */
static seat_id ann, ben;                  /* who came with the room's code */

static int set_up(void **state)
{
    (void)state;
    bench_open_training(b);
    bench_schools(b, 2);
    first = bench_character(b, 1);
    second = bench_character(b, 1);
    third = bench_character(b, 2);
    bench_moment(b);
    ann = bench_join(b, CODE_ROOM, 0);
    ben = bench_join(b, CODE_ROOM, 0);
    return 0;
}

static int put_away(void **state)
{
    (void)state;
    bench_close(b);
    return 0;
}

static void must(seat_id seat, struct command command)
{
    assert_int_equal(bench_ask(b, seat, command), REFUSAL_NONE);
}

/* Nothing happens, and nothing is refused. */
static void changes_nothing(seat_id seat, struct command command)
{
    uint64_t events = b->model->event_count;
    must(seat, command);
    assert_int_equal(b->model->event_count, events);
}

static const struct character *character(character_id id)
{
    return &b->model->characters[id];
}

static void who_plays_speaks_for_the_school(void **state)
{
    (void)state;
    must(ann, ask_play(third, 0));
    assert_int_equal(character(third)->player, ann);
    assert_int_equal(audience_school(b->model, ann), 2);
    must(ann, ask_figure(COMMAND_RATE, 1, 2, 5));
    assert_int_equal(bench_ask(b, ann, ask_figure(COMMAND_RATE, 1, 1, 5)), REFUSAL_OTHER_SCHOOL);
    changes_nothing(ann, ask_play(third, 0));
    /* another role gives this one back, and brings the player to its school */
    must(ann, ask_play(first, 0));
    assert_int_equal(character(third)->player, 0);
    assert_int_equal(audience_school(b->model, ann), 1);
}

static void a_person_and_a_script_can_have_the_same_role(void **state)
{
    (void)state;
    must(ben, ask_script(first));
    must(ann, ask_play(first, 0));
    assert_int_equal(character(first)->script, ben);
    assert_int_equal(character(first)->player, ann);
    must(ann, ask_free(first, false));
    assert_int_equal(character(first)->script, ben);
    assert_int_equal(character(first)->player, 0);
    changes_nothing(ann, ask_free(first, false));
    /* scripts follow each other, as after one was started anew; people do not */
    seat_id newer = bench_join(b, CODE_ROOM, 0);
    struct command follow = ask_script(first);
    follow.change.play.scripts = character(first)->scripts;
    must(newer, follow);
    assert_int_equal(character(first)->script, newer);
    must(newer, ask_play(first, 0));
    assert_int_equal(character(first)->script, 0);
    assert_int_equal(character(first)->player, newer);
}

/* Neither has been shown that the other asks: one of them has it, and the other is to look again.
 */
static void of_two_scripts_at_once_the_first_has_it(void **state)
{
    (void)state;
    seat_id other = bench_join(b, CODE_ROOM, 0), gone = bench_join(b, CODE_ROOM, 0);
    struct command both = ask_script(first);
    must(ben, both);
    assert_int_equal(bench_ask(b, other, both), REFUSAL_CHANGED);
    assert_int_equal(character(first)->script, ben);
    changes_nothing(ben, both);
    /* nor do two follow the same one that is gone */
    must(gone, ask_script(second));
    both = ask_script(second);
    both.change.play.scripts = character(second)->scripts;
    must(ben, both);
    assert_int_equal(bench_ask(b, other, both), REFUSAL_CHANGED);
    assert_int_equal(character(second)->script, ben);
}

static void the_facilitator_casts_and_frees(void **state)
{
    (void)state;
    seat_id front = bench_join(b, CODE_FACILITATOR, 0);
    must(front, ask_play(second, ann));
    assert_int_equal(character(second)->player, ann);
    assert_int_equal(audience_school(b->model, ann), 1);
    must(SEAT_KIOSK, ask_free(second, false));
    assert_int_equal(character(second)->player, 0);
    must(ben, ask_script(third));
    must(front, ask_free(third, true));
    assert_int_equal(character(third)->script, 0);
}

static void a_role_ends_with_its_seat(void **state)
{
    (void)state;
    must(ann, ask_play(first, 0));
    must(ben, ask_script(first));
    must(SEAT_KIOSK, ask_seat(COMMAND_REMOVE_SEAT, ann, 0, false, ""));
    must(SEAT_KIOSK, ask_seat(COMMAND_REMOVE_SEAT, ben, 0, false, ""));
    assert_int_equal(character(first)->player, 0);
    assert_int_equal(character(first)->script, 0);
}

/* Who sits with another school plays no leader of the first. */
static void a_role_ends_when_its_seat_goes_elsewhere(void **state)
{
    (void)state;
    must(ann, ask_play(first, 0));
    must(SEAT_KIOSK, ask_seat(COMMAND_ADMIT, ann, 0, false, ""));
    must(SEAT_KIOSK, ask_seat(COMMAND_PLACE_SEAT, ann, 1, true, ""));
    assert_int_equal(character(first)->player, ann);
    must(SEAT_KIOSK, ask_seat(COMMAND_PLACE_SEAT, ann, 2, true, ""));
    assert_int_equal(character(first)->player, 0);
}

/* What stands on the card is not shown on another laptop until somebody takes the role up there. */
static void a_seat_that_moves_gives_its_role_back(void **state)
{
    (void)state;
    struct room *room;
    struct live *live = calloc(1, sizeof *live);
    assert_int_equal(room_create(&room), ERROR_OK);
    must(ann, ask_play(first, 0));
    bench_look(b, room, live, AUDIENCE_SEAT, ann);
    assert_int_equal(room_own_character(room), first);
    assert_string_equal(room->cards[first].unsaid, "card: 01 is leaving");
    uint16_t code = bench_code(b, CODE_SEAT, 0, ann);
    must(SEAT_KIOSK, ask_join(code));
    bench_look(b, room, live, AUDIENCE_SEAT, ann);
    assert_int_equal(room_own_character(room), 0);
    assert_int_equal(audience_school(b->model, ann), 1);
    must(ann, ask_play(first, 0));
    bench_look(b, room, live, AUDIENCE_SEAT, ann);
    assert_int_equal(room_own_character(room), first);
    room_destroy(&room);
    free(live);
}

/* The script's seat is left while a person plays, and the room does not wait for it. */
static void a_script_that_stands_aside_is_not_waited_for(void **state)
{
    (void)state;
    struct room *room;
    struct live *live = calloc(1, sizeof *live);
    assert_int_equal(room_create(&room), ERROR_OK);
    must(ann, ask_script(first));
    live->presence[ann] = PRESENCE_AWAY;
    bench_look(b, room, live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->schools[1].away, 1); /* it has lost the network */
    must(ben, ask_play(first, 0));
    live->presence[ben] = PRESENCE_HERE;
    bench_look(b, room, live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->schools[1].away, 0);
    assert_int_equal(room->schools[1].here, 1);
    live->presence[ben] = PRESENCE_AWAY;
    bench_look(b, room, live, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->schools[1].away, 1); /* the person */
    must(ben, ask_free(first, false));
    bench_look(b, room, live, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->schools[1].away, 2);
    room_destroy(&room);
    free(live);
}

static void a_school_code_plays_its_own_school(void **state)
{
    (void)state;
    seat_id head = bench_join(b, CODE_SCHOOL, 2);
    must(head, ask_play(third, 0));
    assert_int_equal(character(third)->player, head);
}

static void conducting_counts_what_was_asked(void **state)
{
    (void)state;
    const struct conducting_item *conducting = &b->model->conducting;
    assert_int_equal(conducting->pace, 1);
    changes_nothing(SEAT_KIOSK, ask_conduct(CONDUCT_GO_ON, 0));
    changes_nothing(SEAT_KIOSK, ask_conduct(CONDUCT_PACE, 1));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_PAUSE, 9)); /* a number that means nothing is dropped */
    changes_nothing(SEAT_KIOSK, ask_conduct(CONDUCT_PAUSE, 0));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_PACE, 4));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_STEP, 0));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_STEP, 0));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_CALL, 1));
    assert_true(conducting->paused);
    assert_int_equal(conducting->pace, 4);
    assert_int_equal(conducting->steps, 2);
    assert_int_equal(conducting->calls, 1);
    assert_int_equal(conducting->moment, 1);
}

/* Undo takes back what the facilitator did with the review, and leaves the play alone. */
static void undo_leaves_the_play_alone(void **state)
{
    (void)state;
    must(SEAT_KIOSK, ask_go(1, 1));
    must(SEAT_KIOSK, ask_play(first, ann));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_PAUSE, 0));
    must(SEAT_KIOSK, ask_undo(b, false));
    assert_int_equal(b->model->place.item, 0);
    assert_int_equal(character(first)->player, ann);
    assert_true(b->model->conducting.paused);
}

static void after_the_close_nobody_plays_anything_new(void **state)
{
    (void)state;
    must(ann, ask_play(first, 0));
    must(SEAT_KIOSK, (struct command){.kind = COMMAND_CLOSE});
    assert_int_equal(bench_ask(b, ben, ask_play(second, 0)), REFUSAL_CLOSED);
    assert_int_equal(bench_ask(b, 0, ask_conduct(CONDUCT_PAUSE, 0)), REFUSAL_CLOSED);
    assert_int_equal(character(first)->player, ann);
    assert_true(b->model->training);
}

static struct event event_of(enum event_kind kind)
{
    return (struct event){.kind = kind, .at_ms = b->now_ms};
}

static bool fits_play(struct play_change play)
{
    struct event e = event_of(EVENT_CHARACTER_PLAYED);
    e.change.play = play;
    return model_fits(b->model, &e);
}

static bool fits_conduct(enum conduct what, uint8_t value)
{
    struct event e = event_of(EVENT_CONDUCTED);
    e.change.conduct = (struct conduct_change){(uint8_t)what, value};
    return model_fits(b->model, &e);
}

/* From a file: what this program would not have written. */
static void what_decide_would_not_make_does_not_fit(void **state)
{
    (void)state;
    seat_id head = bench_join(b, CODE_SCHOOL, 2), la = bench_join(b, CODE_OBSERVER, 0);
    must(ann, ask_play(first, 0));
    assert_false(fits_play((struct play_change){first, true, false, ben, 0}));   /* taken */
    assert_false(fits_play((struct play_change){first, true, false, ann, 0}));   /* is so */
    assert_false(fits_play((struct play_change){second, false, false, ann, 0})); /* never had */
    assert_false(fits_play((struct play_change){second, false, false, 0, 0}));
    assert_false(fits_play((struct play_change){second, true, false, la, 0}));
    assert_false(fits_play((struct play_change){second, true, false, head, 0}));
    assert_false(fits_play((struct play_change){second, true, false, 99, 0}));
    assert_false(fits_play((struct play_change){4, true, false, ben, 0}));
    assert_false(fits_play((struct play_change){0, true, false, ben, 0}));
    assert_true(fits_play((struct play_change){second, true, false, ben, 0}));
    assert_true(fits_play((struct play_change){first, true, true, ben, 0}));
    assert_true(fits_play((struct play_change){first, false, false, ann, 0}));
    assert_false(fits_conduct(CONDUCT_GO_ON, 0));
    assert_false(fits_conduct(CONDUCT_PAUSE, 1));
    assert_false(fits_conduct(CONDUCT_STEP, 1));
    assert_false(fits_conduct(CONDUCT_PACE, 1)); /* is so */
    assert_false(fits_conduct(CONDUCT_PACE, 0));
    assert_false(fits_conduct(CONDUCT_PACE, PACE_MOST + 1));
    assert_false(fits_conduct(CONDUCT_CALL, 0));
    assert_false(fits_conduct(CONDUCT_CALL, 2));
    assert_false(fits_conduct(CONDUCT_COUNT, 0));
    assert_true(fits_conduct(CONDUCT_CALL, 1));
    assert_true(fits_conduct(CONDUCT_PAUSE, 0));
    must(SEAT_KIOSK, ask_conduct(CONDUCT_PAUSE, 0));
    assert_false(fits_conduct(CONDUCT_PAUSE, 0));
    assert_true(fits_conduct(CONDUCT_GO_ON, 0));
}

static void nothing_of_it_fits_a_real_review(void **state)
{
    (void)state;
    b->model->training = false; /* as if the file had begun otherwise */
    struct event role = event_of(EVENT_CHARACTER_ADDED), moment = event_of(EVENT_MOMENT_ADDED);
    role.change.character = ask_character(1, 9).change.character;
    role.change.character.character = 4;
    moment.change.moment = ask_moment(9).change.moment;
    moment.change.moment.moment = 2;
    assert_false(model_fits(b->model, &role));
    assert_false(model_fits(b->model, &moment));
    assert_false(fits_play((struct play_change){first, true, false, ann, 0}));
    assert_false(fits_conduct(CONDUCT_PAUSE, 0));
    b->model->training = true;
    assert_true(model_fits(b->model, &role));
    assert_true(model_fits(b->model, &moment));
    assert_true(fits_play((struct play_change){first, true, false, ann, 0}));
    assert_true(fits_conduct(CONDUCT_PAUSE, 0));
}

int main(void)
{
#define IN_TRAINING(test) cmocka_unit_test_setup_teardown(test, set_up, put_away)
    const struct CMUnitTest tests[] = {
        IN_TRAINING(who_plays_speaks_for_the_school),
        IN_TRAINING(a_person_and_a_script_can_have_the_same_role),
        IN_TRAINING(of_two_scripts_at_once_the_first_has_it),
        IN_TRAINING(the_facilitator_casts_and_frees),
        IN_TRAINING(a_role_ends_with_its_seat),
        IN_TRAINING(a_role_ends_when_its_seat_goes_elsewhere),
        IN_TRAINING(a_seat_that_moves_gives_its_role_back),
        IN_TRAINING(a_script_that_stands_aside_is_not_waited_for),
        IN_TRAINING(a_school_code_plays_its_own_school),
        IN_TRAINING(conducting_counts_what_was_asked),
        IN_TRAINING(undo_leaves_the_play_alone),
        IN_TRAINING(after_the_close_nobody_plays_anything_new),
        IN_TRAINING(what_decide_would_not_make_does_not_fit),
        IN_TRAINING(nothing_of_it_fits_a_real_review),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
