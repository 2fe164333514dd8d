#include "model/refused.h"

#include "testing.h"

static void of_boards(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id guest = bench_join(b, CODE_ROOM, 0), screen = bench_join(b, CODE_DISPLAY, 0);
    struct command c = {.kind = COMMAND_ADD_BOARD};
    refused_expect(r, 0, c, REFUSAL_NO_BOARD);
    refused_expect(r, 0, (struct command){.kind = COMMAND_ADD_QUESTION}, REFUSAL_NOT_UNDERSTOOD);
    uint8_t board = bench_board(b, 2, false, false);
    refused_expect(r, 0, ask_board(2, BOARD_OPEN, false), REFUSAL_NO_BOARD);
    refused_expect(r, 0, ask_board(board, (enum board_state)9, false), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, guest, ask_add_note(board, 1, "early"), REFUSAL_BOARD_CLOSED);
    bench_set_board(b, board, BOARD_OPEN);
    refused_expect(r, 0, ask_board(board, BOARD_PREPARED, false), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, guest, ask_add_note(9, 1, "nowhere"), REFUSAL_NO_BOARD);
    refused_expect(r, guest, ask_add_note(board, 0, "no heading"), REFUSAL_NO_HEADING);
    refused_expect(r, guest, ask_add_note(board, 3, "no heading"), REFUSAL_NO_HEADING);
    refused_expect(r, guest, ask_add_note(board, 1, ""), REFUSAL_TEXT_EMPTY);
    refused_expect(r, screen, ask_add_note(board, 1, "a screen"), REFUSAL_NOT_ALLOWED);
    c = ask_add_note(board, 1, "signed");
    strcpy(c.change.note.by, "Ann");
    refused_expect(r, guest, c, REFUSAL_NAME_EMPTY);
    c = ask_add_note(board, 1, "to none");
    c.change.note.parent = 7;
    refused_expect(r, guest, c, REFUSAL_NO_NOTE);
    for (int i = 0; i < NOTES_EACH; i++)
        assert_int_equal(bench_ask(b, guest, ask_add_note(board, 1, "one")), REFUSAL_NONE);
    refused_expect(r, guest, ask_add_note(board, 1, "one too many"), REFUSAL_NOTES_ENOUGH);
}

static void of_notes(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id guest = bench_join(b, CODE_ROOM, 0), other = bench_join(b, CODE_ROOM, 0);
    uint8_t board = bench_board(b, 2, false, false), second = bench_board(b, 1, false, false);
    bench_set_board(b, board, BOARD_OPEN);
    assert_int_equal(bench_ask(b, guest, ask_add_note(board, 1, "first")), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, ask_add_note(second, 1, "elsewhere")), REFUSAL_NONE);
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, 1);
    refused_expect(r, guest, edit, REFUSAL_TEXT_EMPTY);
    strcpy(edit.change.note.text, "better");
    refused_expect(r, other, edit, REFUSAL_OTHER_NOTE);
    refused_expect(r, other, ask_note(b, COMMAND_REMOVE_NOTE, 1), REFUSAL_OTHER_NOTE);
    refused_expect(r, 0, ask_note(b, COMMAND_EDIT_NOTE, 9), REFUSAL_NO_NOTE);
    edit.change.note.revision = 0;
    refused_expect(r, guest, edit, REFUSAL_CHANGED);
    refused_expect(r, 0, edit, REFUSAL_CHANGED);
    struct command stale = ask_note(b, COMMAND_REMOVE_NOTE, 1);
    stale.change.note.revision = 7;
    refused_expect(r, 0, stale, REFUSAL_CHANGED);
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, 1);
    refused_expect(r, 0, move, REFUSAL_NO_HEADING);
    move.change.note.heading = 1;
    move.change.note.other = 2; /* on the other board */
    refused_expect(r, 0, move, REFUSAL_CHANGED);
    move.change.note.other = 1;
    refused_expect(r, 0, move, REFUSAL_CHANGED);
    struct command merge = ask_note(b, COMMAND_MERGE_NOTE, 1);
    merge.change.note.other = 2;
    refused_expect(r, 0, merge, REFUSAL_CHANGED);
    struct command assign = ask_note(b, COMMAND_ASSIGN_NOTE, 1);
    assign.change.note.group = GROUPS_MAX + 1;
    refused_expect(r, 0, assign, REFUSAL_NO_GROUP);
    struct command deal = {.kind = COMMAND_DEAL_NOTES, .change.note = {.board = board}};
    refused_expect(r, 0, deal, REFUSAL_NO_GROUP);
    deal.change.note.board = 9;
    refused_expect(r, 0, deal, REFUSAL_NO_BOARD);
    struct command hint = ask_add_note(board, 1, "a suggestion");
    hint.change.note.parent = 1;
    assert_int_equal(bench_ask(b, other, hint), REFUSAL_NONE);
    refused_expect(r, guest, ask_note(b, COMMAND_REMOVE_NOTE, 1), REFUSAL_NOTE_TAKEN_UP);
    refused_expect(r, 0, ask_note(b, COMMAND_MOVE_NOTE, 3), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, 0, ask_note(b, COMMAND_MERGE_NOTE, 3), REFUSAL_NOT_UNDERSTOOD);
    assert_int_equal(bench_ask(b, 0, ask_note(b, COMMAND_REMOVE_NOTE, 1)), REFUSAL_NONE);
    static const enum command_kind gone[] = {COMMAND_EDIT_NOTE,    COMMAND_MOVE_NOTE,
                                             COMMAND_MERGE_NOTE,   COMMAND_STAR_NOTE,
                                             COMMAND_APPROVE_NOTE, COMMAND_ASSIGN_NOTE};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        refused_expect(r, 0, ask_note(b, gone[i], 1), REFUSAL_NO_NOTE);
    bench_set_board(b, board, BOARD_CLOSED);
    refused_expect(r, guest, edit, REFUSAL_BOARD_CLOSED);
    struct command look = ask_look(false, 0);
    look.change.view.note = 1;
    refused_expect(r, 0, look, REFUSAL_NO_NOTE);
}

/* What the facilitator changes of the plan, and takes back. */
static void of_steps(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id guest = bench_join(b, CODE_ROOM, 0);
    struct command look = ask_look(false, 0);
    look.change.view.larger = LARGER_MOST + 1;
    refused_expect(r, 0, look, REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, 0, ask_figure(COMMAND_REOPEN, 1, 1, 0), REFUSAL_NOT_AGREED);
    refused_expect(r, 0, ask_figure(COMMAND_REOPEN, 9, 1, 0), REFUSAL_NO_CONDITION);
    refused_expect(r, 0, ask_undo(b, false), REFUSAL_NO_STEP);
    refused_expect(r, 0, ask_undo(b, true), REFUSAL_NO_STEP);
    assert_int_equal(bench_ask(b, 0, ask_go(1, 2)), REFUSAL_NONE);
    refused_expect(r, 0, (struct command){.kind = COMMAND_UNDO}, REFUSAL_CHANGED);
    struct command group = ask_seat(COMMAND_GROUP_SEAT, guest, 0, false, "");
    group.change.seat.group = GROUPS_MAX + 1;
    refused_expect(r, guest, group, REFUSAL_NO_GROUP);
    static struct command item = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    refused_expect(r, 0, item, REFUSAL_NO_ITEM);
    item.change.agenda.item = 1;
    item.change.agenda.content = b->model->items[1];
    item.change.agenda.content.step_count = 1;
    refused_expect(r, 0, item, REFUSAL_AT_STEP);
    item.change.agenda.content.step_count = 9;
    refused_expect(r, 0, item, REFUSAL_NOT_UNDERSTOOD);
    item.change.agenda.content.step_count = 3;
    item.change.agenda.content.steps[0].stage = STAGE_BOARD;
    refused_expect(r, 0, item, REFUSAL_NO_BOARD);
    item.change.agenda.content.start = MINUTES_OF_DAY;
    refused_expect(r, 0, item, REFUSAL_TIMES_RANGE);
    item.change.agenda.content.title[0] = '\0';
    refused_expect(r, 0, item, REFUSAL_NAME_EMPTY);
    struct command plan = {.kind = COMMAND_REPLAN, .change.replan = {9, 0, 5}};
    refused_expect(r, 0, plan, REFUSAL_NO_ITEM);
    item.change.agenda.item = 2;
    item.change.agenda.content = b->model->items[2];
    item.change.agenda.content.start = 23 * 60;
    assert_int_equal(bench_ask(b, 0, item), REFUSAL_NONE);
    item.change.agenda.content.start++;
    refused_expect(r, 0, item,
                   REFUSAL_CHANGED); /* the plan that was seen is not the one there is */
    plan.change.replan = (struct replan_change){1, 0, 7};
    refused_expect(r, 0, plan, REFUSAL_CHANGED);
    plan.change.replan = (struct replan_change){1, b->model->plan_revision, 60};
    refused_expect(r, 0, plan, REFUSAL_TIMES_RANGE);
    plan.change.replan.minutes = INT16_MIN;
    refused_expect(r, 0, plan, REFUSAL_TIMES_RANGE);
}

static void of_rounds(struct refused *r)
{
    struct bench *b = &r->bench;
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), la = bench_join(b, CODE_OBSERVER, 0);
    refused_expect(r, ours, ask_slip(SLIP_READING, 1, 0, 5), REFUSAL_NOT_ASKED);
    refused_expect(r, 0, ask_round(SLIP_READING, 1, ROUND_SHOWN), REFUSAL_NOT_ASKED);
    refused_expect(r, 0, ask_round(SLIP_READING, 4, ROUND_OPEN), REFUSAL_NO_CONDITION);
    refused_expect(r, 0, ask_round(SLIP_READING, 0, ROUND_OPEN), REFUSAL_NO_CONDITION);
    refused_expect(r, 0, ask_round(SLIP_ICEBREAKER, 200, ROUND_OPEN), REFUSAL_NOT_ASKED);
    refused_expect(r, 0, ask_round(SLIP_OBJECTIVE, 7, ROUND_OPEN), REFUSAL_NOT_ASKED);
    refused_expect(r, 0, ask_round(SLIP_COUNT, 1, ROUND_OPEN), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, 0, ask_round(SLIP_READING, 1, ROUND_STATE_COUNT), REFUSAL_NOT_UNDERSTOOD);
    assert_int_equal(bench_ask(b, 0, ask_round(SLIP_READING, 1, ROUND_OPEN)), 0);
    assert_int_equal(bench_ask(b, 0, ask_round(SLIP_OBJECTIVE, 1, ROUND_OPEN)), 0);
    refused_expect(r, ours, ask_slip(SLIP_READING, 1, 0, 11), REFUSAL_RATING_RANGE);
    refused_expect(r, ours, ask_slip(SLIP_OBJECTIVE, 1, 0, 4), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, ours, ask_slip(SLIP_COUNT, 1, 0, 1), REFUSAL_NOT_UNDERSTOOD);
    refused_expect(r, ours, ask_slip(SLIP_READING, 2, 0, 5), REFUSAL_NOT_ASKED);
    refused_expect(r, ours, ask_slip(SLIP_READING, 255, 0, 5), REFUSAL_NOT_ASKED);
    refused_expect(r, la, ask_slip(SLIP_READING, 1, 0, 5), REFUSAL_NOT_ALLOWED);
    refused_expect(r, 0, ask_slip(SLIP_READING, 1, 9, 5), REFUSAL_NO_SCHOOL);
    refused_expect(r, 0, ask_slip(SLIP_OBJECTIVE, 1, 1, 1), REFUSAL_NO_SCHOOL);
    while (b->model->slip_count < SLIPS_MAX)
        assert_int_equal(bench_ask(b, 0, ask_slip(SLIP_READING, 1, 0, 5)), 0);
    refused_expect(r, 0, ask_slip(SLIP_READING, 1, 0, 5), REFUSAL_SLIPS_FULL);
    refused_expect(r, ours, ask_slip(SLIP_READING, 1, 0, 5), REFUSAL_SLIPS_FULL);
}

void refused_notes(struct refused *r)
{
    void (*const parts[])(struct refused *) = {of_boards, of_notes, of_steps, of_rounds};
    refused_each(r, parts, sizeof parts / sizeof *parts);
}
