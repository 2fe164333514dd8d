#include "model/bench.h"
#include "testing.h"

#include <stdlib.h>

/* Facilitators' steps taken back and done again: each kind, one after the other, two asking at
 * once, and things that somebody else has changed since. */

static struct bench bench;
static struct bench *b = &bench;

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 2);
    bench_boards(b);
    return 0;
}

static void undo(void)
{
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
}

static void redo(void)
{
    bench_must(b, SEAT_KIOSK, ask_undo(b, true));
}

static note_id put(seat_id seat, const char *text)
{
    bench_must(b, seat, ask_add_note(1, 1, text));
    return b->model->note_count;
}

/* ---- notes */

struct look_of_note {
    uint8_t heading, state, group;
    bool starred;
    note_id merged;
    char text[NOTE_SIZE];
};

static struct look_of_note look(note_id id)
{
    const struct note *n = &b->model->notes[id];
    struct look_of_note l = {n->heading, n->state, n->group, n->starred, n->merged, {0}};
    memcpy(l.text, n->text, sizeof l.text);
    return l;
}

static void assert_same(struct look_of_note a, struct look_of_note x)
{
    assert_int_equal(a.heading, x.heading);
    assert_int_equal(a.state, x.state);
    assert_int_equal(a.group, x.group);
    assert_int_equal(a.starred, x.starred);
    assert_int_equal(a.merged, x.merged);
    assert_string_equal(a.text, x.text);
}

static void every_step_with_a_note_goes_back(void **state)
{
    (void)state;
    static const enum command_kind kinds[] = {
        COMMAND_EDIT_NOTE, COMMAND_REMOVE_NOTE,  COMMAND_MOVE_NOTE,   COMMAND_MERGE_NOTE,
        COMMAND_STAR_NOTE, COMMAND_APPROVE_NOTE, COMMAND_ASSIGN_NOTE,
    };
    note_id n = put(0, "as it was"), other = put(0, "another");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct command c = ask_note(b, kinds[i], n);
        c.change.note.heading = 2;
        c.change.note.other = kinds[i] == COMMAND_MERGE_NOTE ? other : 0;
        c.change.note.on = kinds[i] == COMMAND_STAR_NOTE;
        c.change.note.group = 3;
        strcpy(c.change.note.text, "as it became");
        struct look_of_note before = look(n);
        uint32_t revision = b->model->notes[n].revision;
        bench_must(b, SEAT_KIOSK, c);
        struct look_of_note after = look(n);
        assert_int_not_equal(memcmp(&before, &after, sizeof before), 0);
        undo();
        assert_same(look(n), before);
        redo();
        assert_same(look(n), after);
        undo();
        assert_same(look(n), before);
        assert_true(b->model->notes[n].revision > revision); /* what was seen is told apart */
    }
}

/* ---- the rest */

static void assert_rating(const struct rating *wanted)
{
    struct rating now = b->model->ratings[1][1];
    now.revision = wanted->revision; /* counts on */
    assert_memory_equal(&now, wanted, sizeof now);
}

static void every_step_with_a_rating_goes_back(void **state)
{
    (void)state;
    seat_id school = bench_join(b, CODE_SCHOOL, 1);
    bench_must(b, school, ask_figure(COMMAND_RATE, 1, 1, 4));
    struct command steps[] = {
        ask_figure(COMMAND_RATE, 1, 1, 6),
        ask_figure(COMMAND_WITHDRAW, 1, 1, 0),
        ask_agree(1, 1, 1),
        ask_figure(COMMAND_REOPEN, 1, 1, 0),
        ask_figure(COMMAND_AGREE_IN_PERSON, 1, 1, 7),
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct rating before = b->model->ratings[1][1];
        bench_must(b, SEAT_KIOSK, steps[i]);
        struct rating after = b->model->ratings[1][1];
        undo();
        assert_rating(&before);
        redo();
        assert_rating(&after);
    }
    assert_int_equal(b->model->undo.done, 3 + 5); /* the boards were opened before */
    for (int i = 0; i < 5; i++)
        undo();
    assert_int_equal(b->model->ratings[1][1].proposals[SIDE_SCHOOL].figure.now, 4);
    assert_false(b->model->ratings[1][1].settled);
    assert_int_equal(b->model->ratings[1][1].revision, 4); /* three proposals more were made */
}

static void going_somewhere_goes_back_with_its_timers(void **state)
{
    (void)state;
    bench_must(b, SEAT_KIOSK, ask_go(1, 1));
    b->now_ms += 10 * 60000;
    bench_must(b, SEAT_KIOSK, ask_go(2, 1));
    b->now_ms += 60000;
    undo();
    assert_int_equal(b->model->place.item, 1);
    assert_true(b->model->timers[1][0].running);
    assert_false(b->model->timers[2][0].running);
    assert_int_equal(model_timer_left(&b->model->timers[1][0], b->now_ms), 20 * 60000);
    assert_int_equal(model_timer_left(&b->model->timers[2][0], b->now_ms), 19 * 60000);
    redo();
    assert_int_equal(b->model->place.item, 2);
}

/* The step that one went back to may be gone from the agenda. */
static void a_place_that_is_gone_is_not_gone_back_to(void **state)
{
    (void)state;
    bench_must(b, SEAT_KIOSK, ask_go(1, 3));
    bench_must(b, SEAT_KIOSK, ask_go(2, 1));
    struct command c = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    c.change.agenda.item = 1;
    c.change.agenda.content = b->model->items[1];
    c.change.agenda.content.step_count = 2;
    bench_must(b, SEAT_KIOSK, c);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_undo(b, false)), REFUSAL_CHANGED);
}

static void a_new_plan_goes_back(void **state)
{
    (void)state;
    struct command c = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    c.change.agenda.item = 2;
    c.change.agenda.content = b->model->items[2];
    c.change.agenda.content.start = 600;
    bench_must(b, SEAT_KIOSK, c);
    struct command later = {.kind = COMMAND_REPLAN, .change.replan = {1, 1, 7}};
    bench_must(b, SEAT_KIOSK, later);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, later), REFUSAL_CHANGED); /* not twice */
    assert_int_equal(b->model->items[2].start, 607);
    assert_int_equal(b->model->items[3].start, 0); /* not planned, not moved */
    undo();
    assert_int_equal(b->model->items[2].start, 600);
    redo();
    c.change.agenda.content.start = 630;
    c.change.agenda.revision = b->model->plan_revision;
    c.id = 0;
    bench_must(b, SEAT_KIOSK, c);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_undo(b, false)), REFUSAL_CHANGED);
}

/* Opening again is no way to learn who wrote. */
static void closing_a_board_goes_back_without_its_writers(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, "hers");
    bench_set_board(b, 1, BOARD_CLOSED);
    undo();
    assert_int_equal(b->model->boards[1].state, BOARD_OPEN);
    assert_int_equal(b->model->notes[n].author.seat, 0);
    n = put(ann, "hers too");
    assert_int_equal(b->model->notes[n].author.seat, ann);
    redo();
    assert_int_equal(b->model->boards[1].state, BOARD_CLOSED);
    assert_int_equal(b->model->notes[n].author.seat, 0);
    assert_int_equal(b->model->seats[ann].own_note, 0);
}

/* A note taken down and put back is still its writer's, as long as the board is open. */
static void a_note_that_is_put_back_keeps_its_writer(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, "first"), later = put(ann, "second");
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, n));
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, later));
    undo();
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = b->model->notes[n].edits;
    strcpy(edit.change.note.text, "first, put right");
    bench_must(b, ann, edit);
    assert_string_equal(b->model->notes[n].text, "first, put right");
}

static void what_somebody_else_changed_is_not_undone(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), school = bench_join(b, CODE_SCHOOL, 1);
    note_id n = put(ann, "hers");
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, n);
    move.change.note.heading = 2;
    bench_must(b, SEAT_KIOSK, move);
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = b->model->notes[n].edits;
    strcpy(edit.change.note.text, "hers, put right");
    bench_must(b, ann, edit);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_undo(b, false)), REFUSAL_CHANGED);
    assert_int_equal(b->model->notes[n].heading, 2);
    bench_must(b, SEAT_KIOSK, ask_figure(COMMAND_RATE, 1, 1, 6));
    bench_must(b, school, ask_figure(COMMAND_RATE, 1, 1, 5));
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_undo(b, false)), REFUSAL_CHANGED);
}

static void two_asking_at_once_take_back_one_step(void **state)
{
    (void)state;
    seat_id two = bench_join(b, CODE_FACILITATOR, 0);
    bench_must(b, SEAT_KIOSK, ask_go(1, 1));
    bench_must(b, two, ask_go(1, 2));
    struct command mine = ask_undo(b, false), theirs = ask_undo(b, false);
    bench_must(b, SEAT_KIOSK, mine);
    assert_int_equal(bench_ask(b, two, theirs), REFUSAL_CHANGED);
    assert_int_equal(b->model->place.step, 1);
    bench_must(b, SEAT_KIOSK, ask_go(1, 3)); /* something new: nothing to do again any more */
    assert_int_equal(bench_ask(b, two, ask_undo(b, true)), REFUSAL_NO_STEP);
}

static void the_newest_steps_are_kept(void **state)
{
    (void)state;
    for (int i = 0; i < UNDO_MAX + 5; i++)
        bench_must(b, SEAT_KIOSK, ask_go(1, (unsigned)(1 + i % 3)));
    for (int i = 0; i < UNDO_MAX; i++)
        undo();
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_undo(b, false)), REFUSAL_NO_STEP);
    assert_int_equal(b->model->place.step, 1 + 4 % 3);
    for (int i = 0; i < UNDO_MAX; i++)
        redo();
    assert_int_equal(b->model->place.step, 1 + (UNDO_MAX + 4) % 3);
}

/* Notes make room for each other; that is no change to any of them. */
static void making_room_is_no_change(void **state)
{
    (void)state;
    note_id one = put(0, "1"), two = put(0, "2"), three = put(0, "3");
    struct command star = ask_note(b, COMMAND_STAR_NOTE, three);
    star.change.note.on = true;
    bench_must(b, SEAT_KIOSK, star);
    uint16_t order = b->model->notes[three].order;
    int moves = 0;
    for (; moves < 20 && b->model->notes[three].order == order; moves++) {
        struct command move = ask_note(b, COMMAND_MOVE_NOTE, moves % 2 ? two : one);
        move.change.note.heading = 1;
        move.change.note.other = three;
        bench_must(b, SEAT_KIOSK, move);
    }
    assert_int_not_equal(b->model->notes[three].order, order);
    for (; moves > 0; moves--)
        undo();
    undo();
    assert_false(b->model->notes[three].starred);
}

static void participants_leave_no_steps(void **state)
{
    (void)state;
    seat_id school = bench_join(b, CODE_SCHOOL, 1);
    uint32_t steps = b->model->undo.last_serial;
    bench_must(b, school, ask_figure(COMMAND_RATE, 1, 1, 5));
    bench_must(b, school, ask_figure(COMMAND_WITHDRAW, 1, 1, 0));
    put(school, "theirs");
    bench_must(b, school, ask_note(b, COMMAND_REMOVE_NOTE, 1));
    assert_int_equal(b->model->undo.last_serial, steps);
}

/* A file that is taken in is asked for by nobody: it has no command's number. */
static void what_the_kiosk_does_by_itself_is_no_step(void **state)
{
    (void)state;
    static struct decision decision;
    struct command rate = ask_figure(COMMAND_RATE, 1, 1, 5);
    assert_int_equal(model_decide(&decision, b->model, SEAT_KIOSK, &rate, b->now_ms), REFUSAL_NONE);
    assert_int_equal(decision.count, 1);
    uint32_t steps = b->model->undo.last_serial;
    model_apply(b->model, &decision.events[0]);
    assert_int_equal(b->model->undo.last_serial, steps);
}

int main(void)
{
#define STEP_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        STEP_TEST(every_step_with_a_note_goes_back),
        STEP_TEST(every_step_with_a_rating_goes_back),
        STEP_TEST(going_somewhere_goes_back_with_its_timers),
        STEP_TEST(a_place_that_is_gone_is_not_gone_back_to),
        STEP_TEST(a_new_plan_goes_back),
        STEP_TEST(closing_a_board_goes_back_without_its_writers),
        STEP_TEST(a_note_that_is_put_back_keeps_its_writer),
        STEP_TEST(what_somebody_else_changed_is_not_undone),
        STEP_TEST(two_asking_at_once_take_back_one_step),
        STEP_TEST(the_newest_steps_are_kept),
        STEP_TEST(making_room_is_no_change),
        STEP_TEST(participants_leave_no_steps),
        STEP_TEST(what_the_kiosk_does_by_itself_is_no_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
