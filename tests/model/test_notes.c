#include "model/bench.h"
#include "model/project.h"
#include "testing.h"

#include <stdlib.h>

/* Boards and the notes on them: what people and the facilitator can do, what the events say of
 * them, and who is given which. */

static struct bench bench;
static struct bench *b = &bench;
static struct live *live;

enum { OPEN = 1, HELD = 2, PERSONAL = 3 }; /* the boards of bench_boards */

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_boards(b);
    live = calloc(1, sizeof *live);
    return live ? 0 : -1;
}

static int close_review(void **state)
{
    (void)state;
    bench_close(b);
    free(live);
    return 0;
}

static note_id put(seat_id seat, uint8_t board, uint8_t heading, const char *text)
{
    bench_must(b, seat, ask_add_note(board, heading, text));
    return b->model->note_count;
}

static const struct note *note(note_id id)
{
    return &b->model->notes[id];
}

/* ---- what an audience is given */

static struct sight {
    struct note_item notes[32];
    struct own_note_item own[32];
    struct board_item boards[4];
    struct view view;
    struct undo_item undo;
    unsigned count, own_count;
} sight;

static void see(void *context, const struct item *item)
{
    (void)context;
    if (item->key.kind == ITEM_NOTE && ++sight.count)
        sight.notes[item->key.a] = item->body.note;
    if (item->key.kind == ITEM_OWN_NOTE && ++sight.own_count)
        sight.own[item->key.a] = item->body.own_note;
    if (item->key.kind == ITEM_BOARD)
        sight.boards[item->key.a] = item->body.board;
    if (item->key.kind == ITEM_VIEW)
        sight.view = item->body.view;
}

static const struct sight *look(enum audience_kind kind, uint16_t id)
{
    memset(&sight, 0, sizeof sight);
    model_project(b->model, live, (struct audience){kind, id}, see, NULL);
    return &sight;
}

/* ---- events */

static struct event last_event;
static unsigned event_count;

static void keep(void *context, const struct event *event)
{
    (void)context;
    last_event = *event;
    event_count++;
}

static void watch(void)
{
    b->seen = keep;
    event_count = 0;
}

/* ---- tests */

static void unsigned_events_carry_nothing(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    watch();
    b->now_ms = INT64_C(1700000123456);
    put(ann, OPEN, 1, "a thought");
    assert_int_equal(last_event.seat, 0);
    assert_int_equal(last_event.command, 0);
    assert_int_equal(last_event.at_ms % (5 * 60 * 1000), 0);
    assert_true(b->now_ms - last_event.at_ms < 5 * 60 * 1000);
    assert_int_equal(last_event.secret.length, 6);
    assert_int_equal(last_event.secret.bytes[0], ann);
    assert_string_equal(last_event.change.note.by, "");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, 1);
    strcpy(edit.change.note.text, "a second thought");
    bench_must(b, ann, edit);
    assert_int_equal(last_event.seat + last_event.command + last_event.secret.length, 0);
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, 1));
    assert_int_equal(last_event.seat + last_event.command + last_event.secret.length, 0);
    assert_int_equal(b->model->undo.count, 3); /* the three boards opened, and nothing of hers */
}

static void who_signs_does_so_with_their_own_name(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    bench_must(b, ann, ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann Ablett"));
    struct command c = ask_add_note(OPEN, 1, "mine");
    strcpy(c.change.note.by, "The head of elsewhere");
    bench_must(b, ann, c);
    assert_string_equal(note(1)->by, "Ann Ablett");
    bench_must(b, SEAT_KIOSK, c); /* for somebody without a laptop */
    assert_string_equal(note(2)->by, "The head of elsewhere");
}

static void people_change_their_own(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, OPEN, 1, "first"), other = put(ann, OPEN, 2, "second");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = look(AUDIENCE_SEAT, ann)->own[n].revision;
    strcpy(edit.change.note.text, "better");
    bench_must(b, ann, edit);
    assert_string_equal(note(n)->text, "better");
    watch();
    bench_must(b, ann, edit); /* its receipt was lost: the text stands already */
    assert_int_equal(event_count, 0);
    strcpy(edit.change.note.text, "from an older sight");
    assert_int_equal(bench_ask(b, ann, edit), REFUSAL_CHANGED);
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, other));
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, other));
    assert_int_equal(event_count, 1);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    assert_string_equal(sight.own[n].text, "better");
}

/* A star or a move is no reason to tell the writer that their own text has changed. */
static void the_facilitators_work_is_not_in_the_writers_way(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, OPEN, 1, "first");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = look(AUDIENCE_SEAT, ann)->own[n].revision;
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, n);
    move.change.note.heading = 2;
    bench_must(b, SEAT_KIOSK, move);
    strcpy(edit.change.note.text, "better");
    bench_must(b, ann, edit);
    assert_string_equal(note(n)->text, "better");
}

static void a_retry_makes_no_second_note(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    struct command c = ask_add_note(OPEN, 1, "once");
    c.id = 500;
    bench_must(b, ann, c);
    bench_must(b, ann, c);
    assert_int_equal(b->model->note_count, 1);
    bench_must(b, ben, c); /* the same number of somebody else is another command */
    assert_int_equal(b->model->note_count, 2);
    assert_int_equal(model_last_command(b->model, ann), 500);
    c = ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann");
    c.id = 501;
    bench_must(b, ann, c);
    assert_int_equal(model_last_command(b->model, ann), 501);
    assert_int_equal(b->model->seats[ann].last_command, 501);
}

/* Another laptop counts from one again: its first command is not taken for the old one's. */
static void a_moved_seat_counts_anew(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    struct command c = ask_add_note(OPEN, 1, "from the old laptop");
    c.id = 1;
    bench_must(b, ann, c);
    bench_must(b, SEAT_KIOSK, ask_join(bench_code(b, CODE_SEAT, 0, ann)));
    assert_int_equal(model_last_command(b->model, ann), 0);
    c = ask_add_note(OPEN, 1, "from the new laptop");
    c.id = 1;
    bench_must(b, ann, c);
    assert_int_equal(b->model->note_count, 2);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
}

static void closing_forgets_who_wrote(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, OPEN, 1, "soon nobody's"), kept = put(ann, HELD, 1, "hers");
    assert_int_equal(note(n)->author.seat, ann);
    assert_int_equal(note(n)->author_event, b->model->event_count - 1);
    bench_set_board(b, OPEN, BOARD_CLOSED);
    assert_int_equal(note(n)->author.seat + note(n)->author.command, 0);
    assert_int_equal(note(n)->author_event, 0);
    assert_int_equal(note(kept)->author.seat, ann);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    struct command add = ask_add_note(OPEN, 1, "too late");
    assert_int_equal(bench_ask(b, ann, add), REFUSAL_BOARD_CLOSED);
    bench_set_board(b, OPEN, BOARD_OPEN);
    put(ann, OPEN, 1, "new ones are welcome");
    assert_int_equal(bench_ask(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, n)), REFUSAL_OTHER_NOTE);
    bench_must(b, SEAT_KIOSK, (struct command){.kind = COMMAND_CLOSE});
    for (note_id i = 1; i <= b->model->note_count; i++)
        assert_int_equal(note(i)->author.seat, 0);
    assert_int_equal(b->model->seats[ann].own_note, 0);
}

static void what_waits_is_the_facilitators_alone(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    note_id n = put(ann, HELD, 1, "may I?"), now = put(SEAT_KIOSK, HELD, 1, "from the front");
    assert_int_equal(note(now)->state, NOTE_SHOWN);
    static const enum audience_kind others[] = {AUDIENCE_PROJECTOR, AUDIENCE_OBSERVER,
                                                AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(look(others[i], 0)->notes[n].state, NOTE_NONE);
        assert_int_equal(sight.boards[HELD].waiting, 0);
        assert_int_equal(sight.boards[HELD].notes, 1);
    }
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->notes[n].state, NOTE_WAITING);
    assert_int_equal(sight.boards[HELD].waiting, 1);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own[n].state, NOTE_WAITING);
    assert_int_equal(look(AUDIENCE_SEAT, ben)->own_count, 0);
    struct command hint = ask_add_note(HELD, 1, "may I suggest?");
    hint.change.note.parent = now;
    bench_must(b, ben, hint);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->count, 1);
    struct command yes = ask_note(b, COMMAND_APPROVE_NOTE, n);
    yes.change.note.on = true;
    bench_must(b, SEAT_KIOSK, yes);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[n].state, NOTE_SHOWN);
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n); /* a new text needs a new yes */
    edit.change.note.revision = note(n)->edits;
    strcpy(edit.change.note.text, "something else");
    bench_must(b, ann, edit);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[n].state, NOTE_NONE);
    yes.change.note.revision = note(n)->revision;
    bench_must(b, SEAT_KIOSK, yes);
    yes.change.note.on = false; /* and can be held back again */
    bench_must(b, SEAT_KIOSK, yes);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->notes[n].state, NOTE_NONE);
}

static void personal_notes_reach_the_facilitator_when_closed(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    note_id second = put(ann, PERSONAL, 1, "pear"), first = put(ben, PERSONAL, 1, "apple");
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->count, 0);
    assert_int_equal(sight.boards[PERSONAL].notes, 2);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_note(b, COMMAND_STAR_NOTE, 1)), REFUSAL_NO_NOTE);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    bench_set_board(b, PERSONAL, BOARD_CLOSED);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->count, 2);
    assert_true(sight.notes[first].order < sight.notes[second].order);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->count, 0);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->count, 0);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 0);
    struct command show = ask_look(false, 0);
    show.change.view.note = first;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, show), REFUSAL_NO_NOTE);
}

static void notes_are_moved_and_ordered(void **state)
{
    (void)state;
    note_id one = put(0, OPEN, 1, "1"), two = put(0, OPEN, 1, "2"), three = put(0, OPEN, 1, "3");
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
    note_id a = put(0, OPEN, 1, "a"), c = put(0, OPEN, 2, "b"), d = put(0, OPEN, 1, "c");
    struct command merge = ask_note(b, COMMAND_MERGE_NOTE, a);
    merge.change.note.other = c;
    bench_must(b, SEAT_KIOSK, merge);
    merge = ask_note(b, COMMAND_MERGE_NOTE, c);
    merge.change.note.other = d;
    bench_must(b, SEAT_KIOSK, merge);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[a].merged, d); /* told at once */
    assert_int_equal(sight.notes[a].heading, 1);
    assert_int_equal(sight.notes[c].merged, d);
    merge = ask_note(b, COMMAND_MERGE_NOTE, d); /* not into a part of itself */
    merge.change.note.other = a;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, merge), REFUSAL_CHANGED);
    merge = ask_note(b, COMMAND_MERGE_NOTE, c);
    bench_must(b, SEAT_KIOSK, merge); /* on its own again, with what was part of it */
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[c].merged, 0);
    assert_int_equal(sight.notes[a].merged, c);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, c));
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[a].merged, 0);
    assert_int_equal(sight.notes[c].state, NOTE_NONE);
}

static void suggestions_go_with_their_note(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id parent = put(0, OPEN, 1, "hard to reach parents"), other = put(0, OPEN, 2, "alike");
    struct command hint = ask_add_note(OPEN, 3, "go to them");
    hint.change.note.parent = parent;
    bench_must(b, ann, hint);
    note_id child = b->model->note_count;
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[child].parent, parent);
    assert_int_equal(sight.boards[OPEN].notes, 2);
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, parent);
    move.change.note.heading = 2;
    bench_must(b, SEAT_KIOSK, move);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[child].heading, 2);
    struct command merge = ask_note(b, COMMAND_MERGE_NOTE, parent);
    merge.change.note.other = other;
    bench_must(b, SEAT_KIOSK, merge);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[child].parent, other);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    struct command hold = ask_note(b, COMMAND_APPROVE_NOTE, parent);
    bench_must(b, SEAT_KIOSK, hold);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->notes[child].state, NOTE_NONE);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->notes[child].state, NOTE_SHOWN);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, parent));
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->notes[child].state, NOTE_NONE);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->notes[child].state, NOTE_SHOWN);
}

static void notes_are_dealt_evenly(void **state)
{
    (void)state;
    for (int i = 0; i < 7; i++)
        put(0, OPEN, (uint8_t)(1 + i % 2), "an issue");
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
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->notes[1].group, 9);
}

static void two_facilitators_see_one_truth(void **state)
{
    (void)state;
    seat_id one = bench_join(b, CODE_FACILITATOR, 0), two = bench_join(b, CODE_FACILITATOR, 0);
    note_id n = put(0, OPEN, 1, "moved by both");
    static const enum command_kind kinds[] = {COMMAND_MOVE_NOTE, COMMAND_EDIT_NOTE,
                                              COMMAND_MERGE_NOTE, COMMAND_ASSIGN_NOTE,
                                              COMMAND_REMOVE_NOTE};
    note_id other = put(0, OPEN, 1, "another");
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
    note_id n = put(0, OPEN, 1, "for all to read");
    struct command show = ask_look(false, 0);
    show.change.view.note = n;
    bench_must(b, SEAT_KIOSK, show);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->view.note, n);
    bench_must(b, SEAT_KIOSK, ask_note(b, COMMAND_REMOVE_NOTE, n));
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->view.note, 0);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->view.note, n);
    bench_must(b, SEAT_KIOSK, ask_go(1, 1)); /* and is gone with the place */
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->view.note, 0);
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

int main(void)
{
#define BOARD_TEST(f) cmocka_unit_test_setup_teardown(f, open_review, close_review)
    const struct CMUnitTest tests[] = {
        BOARD_TEST(unsigned_events_carry_nothing),
        BOARD_TEST(who_signs_does_so_with_their_own_name),
        BOARD_TEST(people_change_their_own),
        BOARD_TEST(the_facilitators_work_is_not_in_the_writers_way),
        BOARD_TEST(a_retry_makes_no_second_note),
        BOARD_TEST(a_moved_seat_counts_anew),
        BOARD_TEST(closing_forgets_who_wrote),
        BOARD_TEST(what_waits_is_the_facilitators_alone),
        BOARD_TEST(personal_notes_reach_the_facilitator_when_closed),
        BOARD_TEST(notes_are_moved_and_ordered),
        BOARD_TEST(alike_ones_are_merged),
        BOARD_TEST(suggestions_go_with_their_note),
        BOARD_TEST(notes_are_dealt_evenly),
        BOARD_TEST(two_facilitators_see_one_truth),
        BOARD_TEST(a_board_opens_when_the_room_comes_to_it),
        BOARD_TEST(a_note_is_brought_up_large),
        BOARD_TEST(people_choose_their_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
