/* What the facilitator makes of boards and the notes on them: moved, merged, dealt, brought up. */

#include "model/bench.h"
#include "testing.h"

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;

enum { OPEN = 1, HELD = 2, PERSONAL = 3 }; /* the boards of bench_boards */

static int start(void **state)
{
    bench_open_workshop(*state);
    bench_boards(*state);
    return 0;
}

static const struct room *look(enum audience_kind kind)
{
    bench_look(b, room, &live, kind, 0);
    return room;
}

static const struct note *note(note_id id)
{
    return &b->model->notes[id];
}

static void notes_are_moved_and_ordered(void **state)
{
    (void)state;
    note_id one = bench_note(b, 0, OPEN, 1, "1"), two = bench_note(b, 0, OPEN, 1, "2"),
            three = bench_note(b, 0, OPEN, 1, "3");
    assert_true(note(one)->order < note(two)->order && note(two)->order < note(three)->order);
    for (int i = 0; i < 200; i++) { /* until the numbers between them have long run out */
        struct command move = ask_note(b, COMMAND_MOVE_NOTE, i % 2 ? two : three);
        move.change.note.heading = 1;
        move.change.note.other = i % 2 ? three : two;
        bench_must(b, SEAT_KIOSK, move);
        assert_true(note(i % 2 ? two : three)->order < note(i % 2 ? three : two)->order);
        assert_true(note(one)->order < note(two)->order && note(one)->order < note(three)->order);
    }
    for (int i = 0; i < 5000; i++) { /* to the end again and again */
        struct command move = ask_note(b, COMMAND_MOVE_NOTE, one);
        move.change.note.heading = (uint8_t)(2 - i % 2);
        bench_must(b, SEAT_KIOSK, move);
    }
    assert_true(note(one)->order > note(two)->order && note(one)->order > note(three)->order);
    assert_int_equal(note(one)->heading, 1);
}

static void alike_ones_are_merged(void **state)
{
    (void)state;
    note_id a = bench_note(b, 0, OPEN, 1, "a"), c = bench_note(b, 0, OPEN, 2, "b"),
            d = bench_note(b, 0, OPEN, 1, "c");
    struct command merge = ask_note(b, COMMAND_MERGE_NOTE, a);
    merge.change.note.other = c;
    bench_must(b, SEAT_KIOSK, merge);
    merge = ask_note(b, COMMAND_MERGE_NOTE, c);
    merge.change.note.other = d;
    bench_must(b, SEAT_KIOSK, merge);
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[a].merged, d); /* told at once */
    assert_int_equal(room->notes[a].heading, 1);
    assert_int_equal(room->notes[c].merged, d);
    merge = ask_note(b, COMMAND_MERGE_NOTE, d); /* not into a part of itself */
    merge.change.note.other = a;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, merge), REFUSAL_CHANGED);
    merge = ask_note(b, COMMAND_MERGE_NOTE, c);
    bench_must(b, SEAT_KIOSK, merge); /* on its own again, with what was part of it */
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[c].merged, 0);
    assert_int_equal(room->notes[a].merged, c);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, c));
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[a].merged, 0);
    assert_int_equal(room->notes[c].state, NOTE_NONE);
}

static void suggestions_go_with_their_note(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id parent = bench_note(b, 0, OPEN, 1, "hard to reach parents"),
            other = bench_note(b, 0, OPEN, 2, "alike");
    struct command hint = ask_add_note(OPEN, 3, "go to them");
    hint.change.note.parent = parent;
    bench_must(b, ann, hint);
    note_id child = b->model->note_count;
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[child].parent, parent);
    assert_int_equal(room->boards[OPEN].notes, 2);
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, parent);
    move.change.note.heading = 2;
    bench_must(b, SEAT_KIOSK, move);
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[child].heading, 2);
    struct command merge = ask_note(b, COMMAND_MERGE_NOTE, parent);
    merge.change.note.other = other;
    bench_must(b, SEAT_KIOSK, merge);
    assert_int_equal(look(AUDIENCE_PROJECTOR)->notes[child].parent, other);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    struct command hold = ask_note(b, COMMAND_APPROVE_NOTE, parent);
    bench_must(b, SEAT_KIOSK, hold);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS)->notes[child].state, NOTE_NONE);
    assert_int_equal(look(AUDIENCE_FACILITATOR)->notes[child].state, NOTE_SHOWN);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, parent));
    assert_int_equal(look(AUDIENCE_FACILITATOR)->notes[child].state, NOTE_NONE);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    assert_int_equal(look(AUDIENCE_FACILITATOR)->notes[child].state, NOTE_SHOWN);
}

static void notes_are_dealt_evenly(void **state)
{
    (void)state;
    for (int i = 0; i < 7; i++)
        bench_note(b, 0, OPEN, (uint8_t)(1 + i % 2), "an issue");
    struct command deal = {.kind = COMMAND_DEAL_NOTES, .change.note = {.board = OPEN, .group = 3}};
    bench_must(b, SEAT_KIOSK, deal);
    /* the first heading's 1 3 5 7, then the second's 2 4 6 */
    static const uint8_t groups[] = {0, 1, 2, 2, 3, 3, 1, 1};
    for (note_id n = 1; n <= 7; n++)
        assert_int_equal(note(n)->group, groups[n]);
    struct command star = ask_note(b, COMMAND_STAR_NOTE, 6);
    star.change.note.on = true;
    bench_must(b, SEAT_KIOSK, star);
    bench_must(b, SEAT_KIOSK, deal); /* those to take up alone */
    for (note_id n = 1; n <= 7; n++)
        assert_int_equal(note(n)->group, n == 6 ? 1 : 0);
    struct command assign = ask_note(b, COMMAND_ASSIGN_NOTE, 1);
    assign.change.note.group = 9;
    bench_must(b, SEAT_KIOSK, assign);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS)->notes[1].group, 9);
}

static void two_facilitators_see_one_truth(void **state)
{
    (void)state;
    seat_id one = bench_join(b, CODE_FACILITATOR, 0), two = bench_join(b, CODE_FACILITATOR, 0);
    note_id n = bench_note(b, 0, OPEN, 1, "moved by both");
    static const enum command_kind kinds[] = {COMMAND_MOVE_NOTE, COMMAND_EDIT_NOTE,
                                              COMMAND_MERGE_NOTE, COMMAND_ASSIGN_NOTE,
                                              COMMAND_REMOVE_NOTE};
    note_id other = bench_note(b, 0, OPEN, 1, "another");
    for (size_t i = 0; i < 5; i++) {
        struct command first = ask_note(b, COMMAND_MOVE_NOTE, n), later = ask_note(b, kinds[i], n);
        first.change.note.heading = (uint8_t)(2 + i % 2);
        later.change.note.heading = 1;
        later.change.note.group = 5;
        later.change.note.other = kinds[i] == COMMAND_MERGE_NOTE ? other : 0;
        strcpy(later.change.note.text, "edited");
        bench_must(b, one, first);
        assert_int_equal(bench_ask(b, two, later), REFUSAL_CHANGED);
    }
}

static void a_board_opens_when_the_room_comes_to_it(void **state)
{
    (void)state;
    uint8_t late = bench_board(b, 1, false, false), evaluation = bench_board(b, 1, false, true);
    struct command change = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    change.change.agenda.item = 1;
    change.change.agenda.content = b->model->items[1];
    change.change.agenda.content.steps[1].stage = STAGE_BOARD;
    change.change.agenda.content.steps[1].subject = late;
    change.change.agenda.content.steps[2].stage = STAGE_EVALUATION;
    bench_must(b, SEAT_KIOSK, change);
    bench_must(b, SEAT_KIOSK, ask_go(1, 1));
    assert_int_equal(b->model->boards[late].state, BOARD_PREPARED);
    bench_must(b, SEAT_KIOSK, ask_go(1, 2));
    assert_int_equal(b->model->boards[late].state, BOARD_OPEN);
    assert_int_equal(b->model->boards[evaluation].state, BOARD_PREPARED);
    bench_set_board(b, late, BOARD_CLOSED);
    bench_must(b, SEAT_KIOSK, ask_go(1, 3));
    assert_int_equal(b->model->boards[evaluation].state, BOARD_OPEN);
    bench_must(b, SEAT_KIOSK, ask_go(1, 2)); /* what was closed stays so */
    assert_int_equal(b->model->boards[late].state, BOARD_CLOSED);
    struct command always = {.kind = COMMAND_ADD_BOARD};
    always.change.board.content.heading_count = 1;
    always.change.board.content.always = true;
    bench_must(b, SEAT_KIOSK, always);
    assert_int_equal(b->model->boards[b->model->board_count].state, BOARD_OPEN);
}

static void a_note_is_brought_up_large(void **state)
{
    (void)state;
    note_id n = bench_note(b, 0, OPEN, 1, "for all to read");
    struct command show = ask_look(false, 0);
    show.change.view.note = n;
    bench_must(b, SEAT_KIOSK, show);
    assert_int_equal(look(AUDIENCE_PROJECTOR)->view.note, n);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, n));
    assert_int_equal(look(AUDIENCE_PROJECTOR)->view.note, 0);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    assert_int_equal(look(AUDIENCE_PROJECTOR)->view.note, n);
    bench_must(b, SEAT_KIOSK, ask_go(1, 1)); /* and is gone with the place */
    assert_int_equal(look(AUDIENCE_PROJECTOR)->view.note, 0);
}

static void people_choose_their_group(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    struct command c = ask_seat(COMMAND_GROUP_SEAT, ann, 0, false, "");
    c.change.seat.group = 4;
    bench_must(b, ann, c);
    assert_int_equal(b->model->seats[ann].group, 4);
    assert_int_equal(bench_ask(b, ben, c), REFUSAL_NOT_ALLOWED);
    c.change.seat.seat = ben;
    bench_must(b, SEAT_KIOSK, c);
    assert_int_equal(b->model->seats[ben].group, 4);
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(notes_are_moved_and_ordered),    TEST(alike_ones_are_merged),
        TEST(suggestions_go_with_their_note), TEST(notes_are_dealt_evenly),
        TEST(two_facilitators_see_one_truth), TEST(a_board_opens_when_the_room_comes_to_it),
        TEST(a_note_is_brought_up_large),     TEST(people_choose_their_group),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
