#include "golden/golden.h"
#include "model/bench.h"
#include "model/trace.h"
#include "testing.h"

#include <stdlib.h>

/* A small review from its first code to its end, as the events it leaves behind. */

static struct bench bench;
static struct bench *b = &bench;

static void note(void *context, const struct event *event)
{
    trace_add(context, event);
}

static void ask(seat_id seat, struct command c)
{
    b->now_ms += 10000;
    assert_int_equal(bench_ask(b, seat, c), REFUSAL_NONE);
}

static struct command figure(enum command_kind kind, condition_id condition, school_id school,
                             uint8_t now, uint8_t target, uint8_t months)
{
    struct command c = ask_figure(kind, condition, school, now);
    c.change.rating.figure.target = target;
    c.change.rating.figure.months = months;
    return c;
}

static void people_come_in(void)
{
    bench_school(b, "Bluebell Junior");
    bench_school(b, "Oakfield Primary");
    bench_code(b, CODE_ROOM, 0, 0);
    ask(0, ask_join(bench_code(b, CODE_SCHOOL, 1, 0)));
    ask(0, ask_join(1));
    ask(2, ask_seat(COMMAND_NAME_SEAT, 2, 0, false, "Ann Ablett"));
    ask(2, ask_seat(COMMAND_PLACE_SEAT, 2, 2, false, ""));
    ask(0, ask_seat(COMMAND_ADMIT, 2, 0, true, ""));
    ask(0, ask_school(COMMAND_RENAME_SCHOOL, 1, "Bluebell Junior School"));
}

static void ratings_are_agreed(void)
{
    ask(0, ask_go(1, 1));
    ask(1, figure(COMMAND_RATE, 1, 1, 4, 7, 12));
    ask(0, figure(COMMAND_RATE, 1, 1, 3, 7, 12));
    ask(1, ask_agree(1, 1, 2));
    ask(2, figure(COMMAND_RATE, 1, 2, 8, 0, 0));
    ask(2, figure(COMMAND_WITHDRAW, 1, 2, 0, 0, 0));
    ask(0, figure(COMMAND_AGREE_IN_PERSON, 2, 2, 6, 8, 6));
    ask(1, figure(COMMAND_RATE, 1, 1, 5, 0, 0)); /* beside the agreed one */
}

static void the_room_looks(void)
{
    ask(1, ask_consent(1, 7, ANSWER_YES));
    ask(0, ask_consent(2, 1, ANSWER_YES));
    ask(0, ask_go(1, 2));
    ask(0, ask_look(true, 2));
    ask(0, ask_time(TIMER_PAUSE, 0));
    ask(0, ask_time(TIMER_ADD, 300000));
    ask(0, ask_time(TIMER_START, 0));
    ask(2, ask_consent(2, 1, ANSWER_NO));
    bench_set(b, SETTING_COUNT_PROPOSED, true);
}

static void seats_and_codes_end(void)
{
    ask(0, ask_join(bench_code(b, CODE_SEAT, 0, 1)));
    ask(0, ask_code(CODE_ROOM, 0, 0));
    ask(0, ask_seat(COMMAND_REMOVE_SEAT, 2, 0, false, ""));
    ask(0, (struct command){.kind = COMMAND_CLOSE});
}

static void a_small_review(void **state)
{
    (void)state;
    struct trace *trace = calloc(1, sizeof *trace);
    bench_open_workshop(b);
    b->seen = note;
    b->context = trace;
    trace->start_ms = b->now_ms;
    people_come_in();
    ratings_are_agreed();
    the_room_looks();
    seats_and_codes_end();
    golden_check("model/small-review", trace->text);
    bench_close(b);
    free(trace);
}

/* ---- a board from the first note on it to its closing, and the plan of the day */

static struct command with_note(enum command_kind kind, note_id note)
{
    struct command c = ask_note(b, kind, note);
    c.change.note.on = true;
    return c;
}

static void notes_are_put_up(void)
{
    ask(0, ask_board(1, BOARD_OPEN, true));
    ask(1, ask_add_note(1, 1, "Good talks"));
    ask(2, ask_add_note(1, 2, "No dates"));
    struct command edit = with_note(COMMAND_EDIT_NOTE, 1);
    strcpy(edit.change.note.text, "Good talks at last");
    ask(1, edit);
    ask(0, with_note(COMMAND_APPROVE_NOTE, 1));
    ask(0, with_note(COMMAND_APPROVE_NOTE, 2));
    struct command hint = ask_add_note(1, 1, "Ask in June");
    hint.change.note.parent = 2;
    strcpy(hint.change.note.by, "signed");
    ask(1, ask_seat(COMMAND_NAME_SEAT, 1, 0, false, "Ann Ablett"));
    ask(1, hint);
}

static void notes_are_worked_on(void)
{
    ask(0, ask_add_note(1, 2, "Dates again"));
    ask(0, with_note(COMMAND_STAR_NOTE, 2));
    struct command c = with_note(COMMAND_MERGE_NOTE, 4);
    c.change.note.other = 2;
    ask(0, c);
    ask(0, ask_undo(b, false));
    ask(0, ask_undo(b, true));
    c = with_note(COMMAND_MOVE_NOTE, 1);
    c.change.note.heading = 2;
    c.change.note.other = 2;
    ask(0, c);
    c = with_note(COMMAND_ASSIGN_NOTE, 1);
    c.change.note.group = 7;
    ask(0, c);
    c = ask_seat(COMMAND_GROUP_SEAT, 1, 0, false, "");
    c.change.seat.group = 7;
    ask(1, c);
    ask(0, (struct command){.kind = COMMAND_DEAL_NOTES, .change.note = {.board = 1, .group = 3}});
    c = ask_look(false, 0);
    c.change.view.note = 2;
    c.change.view.larger = 1;
    ask(0, c);
    ask(1, with_note(COMMAND_REMOVE_NOTE, 1));
    ask(0, ask_board(1, BOARD_CLOSED, true));
}

static void the_plan_changes(void)
{
    struct command c = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    c.change.agenda.item = 2;
    c.change.agenda.content = b->model->items[2];
    c.change.agenda.content.start = 600;
    ask(0, c);
    ask(0, (struct command){.kind = COMMAND_REPLAN, .change.replan = {1, 1, 10}});
    bench_agree(b, 1, 1, 5);
    ask(0, ask_figure(COMMAND_REOPEN, 1, 1, 0));
}

static void a_board_and_a_plan(void **state)
{
    (void)state;
    struct trace *trace = calloc(1, sizeof *trace);
    bench_open_workshop(b);
    bench_schools(b, 1);
    b->seen = note;
    b->context = trace;
    trace->start_ms = b->now_ms - b->now_ms % 300000;
    bench_board(b, 2, true, false);
    bench_join(b, CODE_ROOM, 0);
    bench_join(b, CODE_ROOM, 0);
    notes_are_put_up();
    notes_are_worked_on();
    the_plan_changes();
    golden_check("model/a-board-and-a-plan", trace->text);
    bench_close(b);
    free(trace);
}

/* ---- a vote from its question to the priorities that come of it */

static void a_vote(void **state)
{
    (void)state;
    struct trace *trace = calloc(1, sizeof *trace);
    bench_open_workshop(b);
    bench_schools(b, 2);
    bench_join(b, CODE_SCHOOL, 1);
    bench_join(b, CODE_SCHOOL, 2);
    b->seen = note;
    b->context = trace;
    trace->start_ms = b->now_ms;
    ask(0, ask_add_ballot(METHOD_DOTS, 0));
    struct command look = ask_look(false, 0);
    look.change.view.ballot = 1;
    ask(0, look);
    ask(0, ask_set_ballot(1, BALLOT_OPEN));
    ask(1, ask_paper(1, 1, 0, "210"));
    ask(2, ask_share(2, 2));
    ask(2, ask_paper(1, 2, 0, "002"));
    ask(1, ask_paper(1, 1, 0, "201"));
    ask(0, ask_paper(1, 0, 2, "010"));
    ask(2, ask_withdraw(1, 2, 0));
    ask(0, ask_set_ballot(1, BALLOT_CLOSED));
    ask(0, ask_set_ballot(1, BALLOT_OPEN));
    ask(2, ask_paper(1, 1, 0, "011"));
    ask(0, ask_set_ballot(1, BALLOT_CLOSED));
    ask(0, ask_set_ballot(1, BALLOT_REVEALED));
    struct command again = ask_add_ballot(METHOD_APPROVAL, 0);
    struct ballot_content *content = &again.change.ballot.content;
    content->again = 1;
    content->named = content->by_school = true;
    content->option_count = 2;
    content->things[0] = 1;
    content->things[1] = 3;
    ask(0, again);
    ask(0, ask_set_ballot(2, BALLOT_OPEN));
    ask(1, ask_paper(2, 0, 1, "01"));
    struct command first = {.kind = COMMAND_SET_PRIORITIES};
    first.change.priorities = (struct priorities_change){.ballot = 1, .count = 1};
    first.change.priorities.list[0].condition = 1;
    ask(0, first);
    golden_check("model/vote", trace->text);
    bench_close(b);
    free(trace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_small_review),
                                       cmocka_unit_test(a_board_and_a_plan),
                                       cmocka_unit_test(a_vote)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
