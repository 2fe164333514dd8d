#include "model/bench.h"
#include "testing.h"

/* Notes that wait for the facilitator's yes: what the yes is to, and how many are told to wait. */

enum { HELD = 2 }; /* of bench_boards */

static struct bench bench;
static struct bench *b = &bench;
static struct room *room;
static struct live live;

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_boards(b);
    return 0;
}

/* How many wait, as the facilitator is told. */
static unsigned waiting(void)
{
    bench_look(b, room, &live, AUDIENCE_FACILITATOR, 0);
    return room->boards[HELD].waiting;
}

/* Its writer may change a note while the facilitator is reading it. */
static void a_yes_is_to_the_text_that_was_read(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    bench_must(b, ann, ask_add_note(HELD, 1, "kind words"));
    struct command yes = ask_note(b, COMMAND_APPROVE_NOTE, 1);
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, 1);
    yes.change.note.on = true;
    edit.change.note.revision = b->model->notes[1].edits;
    strcpy(edit.change.note.text, "other words");
    bench_must(b, ann, edit);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, yes), REFUSAL_CHANGED);
    assert_int_equal(b->model->notes[1].state, NOTE_WAITING);
    yes.change.note.revision = b->model->notes[1].revision;
    bench_must(b, SEAT_KIOSK, yes);
    assert_int_equal(b->model->notes[1].state, NOTE_SHOWN);
}

/* As many as there are to be read. */
static void what_waits_on_a_card_that_is_gone_waits_no_more(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    bench_must(b, SEAT_KIOSK, ask_add_note(HELD, 1, "put up"));
    struct command hint = ask_add_note(HELD, 1, "may I suggest?");
    hint.change.note.parent = 1;
    bench_must(b, ann, hint);
    assert_int_equal(waiting(), 1);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, 1));
    assert_int_equal(waiting(), 0);
    assert_int_equal(room->notes[2].state, NOTE_NONE);
}

int main(void)
{
#define BOARD_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        BOARD_TEST(a_yes_is_to_the_text_that_was_read),
        BOARD_TEST(what_waits_on_a_card_that_is_gone_waits_no_more),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
