#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/awaited.h"
#include "lines/commands.h"
#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/review.h"

/* Boards, notes, rounds, findings, actions and the day's plan, typed and printed. */

static struct room *busy_room(bool facilitator)
{
    struct room *room = review_room();
    strcpy(room->boards[2].content.id, "parked");
    strcpy(room->boards[2].content.question, "What shall we park?");
    room->boards[2].content.heading_count = 2;
    strcpy(room->boards[2].content.headings[0], "Questions");
    strcpy(room->boards[2].content.headings[1], "Other things");
    room->boards[2].state = BOARD_OPEN;
    room->boards[2].held = true;
    room->notes[7] = (struct note_item){
        .board = 2, .heading = 1, .state = NOTE_SHOWN, .revision = 4, .text = "Who pays?"};
    room->own_notes[7] = (struct own_note_item){
        .board = 2, .heading = 1, .state = NOTE_SHOWN, .revision = 2, .text = "Who pays?"};
    room->rounds[SLIP_ICEBREAKER] = (struct round_item){3, ROUND_OPEN, 4, 9};
    room->rounds[SLIP_READING] = (struct round_item){2, ROUND_OPEN, 0, 9};
    room->findings[FINDING_GAP][4] =
        (struct finding_item){.for_la = true, .revision = 5, .answer_revision = 6};
    room->actions[3] = (struct action_item){.content.school = 1,
                                            .content.condition = 2,
                                            .content.months = 6,
                                            .revision = 8,
                                            .content.text = "Ask parents"};
    room->undo = (struct undo_item){.undo = 12, .redo = 13, .undo_what = UNDOABLE_GO};
    room->items[2].start = 560;
    room->items[2].minutes = 50;
    if (facilitator)
        room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    return room;
}

static void people_take_part(void **state)
{
    static const struct example examples[] = {
        {"note add parked 1 Too little time",
         "add-note 0 board 2.1 to 0 other 0 revision 0 group 0 on 0 [Too little time] []"},
        {"note add 2 \"other things\" \"Too  little\" by=\"Jo\"",
         "add-note 0 board 2.2 to 0 other 0 revision 0 group 0 on 0 [Too little] [Jo]"},
        {"note suggest 7 Ask the council",
         "add-note 0 board 2.0 to 7 other 0 revision 0 group 0 on 0 [Ask the council] []"},
        {"note edit 7 Who pays for it?",
         "edit-note 7 board 0.0 to 0 other 0 revision 2 group 0 on 0 [Who pays for it?] []"},
        {"note withdraw 7", "remove-note 7 board 0.0 to 0 other 0 revision 2 group 0 on 0 [] []"},
        {"group 5", "group-seat seat 3 group 5"},
        {"have-you-ever yes", "fill-slip icebreaker 3 school 0 value 1"},
        {"have-you-ever no", "fill-slip icebreaker 3 school 0 value 2"},
        {"have-you-ever back", "fill-slip icebreaker 3 school 0 value 0"},
        {"reading 6", "fill-slip reading 2 school 0 value 6"},
        {"reading back", "fill-slip reading 2 school 0 value 0"},
        {"objective 2 mostly", "fill-slip objective 2 school 0 value 2"},
        {"objective 1 not-yet", "fill-slip objective 1 school 0 value 3"},
        {"finding answer gap 4 We will look into it",
         "answer-finding gap 4 revision 6 hidden 0 la 0 rank 0 [We will look into it]"},
        {"action add 2 Ask the parents months=\"6\"",
         "add-action 0 1/2 months 6 revision 0 [Ask the parents]"},
        {"action change 3 Ask all parents",
         "change-action 3 1/2 months 6 revision 8 [Ask all parents]"},
        {"action change 3 months=12", "change-action 3 1/2 months 12 revision 8 [Ask parents]"},
        {"action remove 3", "remove-action 3 0/0 months 0 revision 8 []"},
    };
    struct room *room = busy_room(false);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void the_facilitator_leads(void **state)
{
    static const struct example examples[] = {
        {"note edit 7 Costs",
         "edit-note 7 board 0.0 to 0 other 0 revision 4 group 0 on 0 [Costs] []"},
        {"note move 7 2 before 9",
         "move-note 7 board 0.2 to 0 other 9 revision 4 group 0 on 0 [] []"},
        {"note move 7 Questions",
         "move-note 7 board 0.1 to 0 other 0 revision 4 group 0 on 0 [] []"},
        {"note merge 7 9", "merge-note 7 board 0.0 to 0 other 9 revision 4 group 0 on 0 [] []"},
        {"note part 7", "merge-note 7 board 0.0 to 0 other 0 revision 4 group 0 on 0 [] []"},
        {"note star 7", "star-note 7 board 0.0 to 0 other 0 revision 4 group 0 on 1 [] []"},
        {"note approve 7 off",
         "approve-note 7 board 0.0 to 0 other 0 revision 4 group 0 on 0 [] []"},
        {"note assign 7 3", "assign-note 7 board 0.0 to 0 other 0 revision 4 group 3 on 0 [] []"},
        {"deal parked 4", "deal-notes 0 board 2.0 to 0 other 0 revision 0 group 4 on 0 [] []"},
        {"board close parked", "set-board 2 closed held 1"},
        {"board open 2", "set-board 2 open held 1"},
        {"board hold parked off", "set-board 2 open held 0"},
        {"group 3 5", "group-seat seat 3 group 5"},
        {"reading \"Birch Lane\" 6", "fill-slip reading 2 school 2 value 6"},
        {"round open icebreaker 2", "call-round icebreaker 2 open"},
        {"round open objective", "call-round objective 1 open"},
        {"round show reading", "call-round reading 2 shown"},
        {"round show reading 4", "call-round reading 4 shown"},
        {"round clear icebreaker", "call-round icebreaker 3 none"},
        {"finding add We share a nurse",
         "word-finding added 0 revision 0 hidden 0 la 0 rank 0 [We share a nurse]"},
        {"finding word gap 4 A long way",
         "word-finding gap 4 revision 5 hidden 0 la 0 rank 0 [A long way]"},
        {"finding word gap 4", "word-finding gap 4 revision 5 hidden 0 la 0 rank 0 []"},
        {"finding hide gap 4", "set-finding gap 4 revision 0 hidden 1 la 1 rank 0 []"},
        {"finding la gap 4 off", "set-finding gap 4 revision 0 hidden 0 la 0 rank 0 []"},
        {"finding rank well 2 1", "rank-finding well 2 revision 0 hidden 0 la 0 rank 1 []"},
        {"action add \"Birch Lane\" 2 Ask", "add-action 0 2/2 months 0 revision 0 [Ask]"},
        {"reopen Ashby 4", "reopen 1/4"},
        {"undo", "undo 12"},
        {"redo", "redo 13"},
        {"replan -10", "replan 1 -10"},
        {"agenda retitle 2 What we found", "change-agenda-item 2 560+50 steps 2 [What we found]"},
        {"agenda retime 2 09:30 45", "change-agenda-item 2 570+45 steps 2 [Key findings]"},
        {"view page 2", "look targets 0 average 0 focus 0 page 2 note 0 finding 0.0 larger 0 00"},
        {"view note 7", "look targets 0 average 0 focus 0 page 0 note 7 finding 0.0 larger 0 00"},
        {"view finding priority 3",
         "look targets 0 average 0 focus 0 page 0 note 0 finding 1.3 larger 0 00"},
        {"blank on", "look targets 0 average 0 focus 0 page 0 note 0 finding 0.0 larger 0 10"},
        {"freeze on", "look targets 0 average 0 focus 0 page 0 note 0 finding 0.0 larger 0 01"},
        {"larger 2", "look targets 0 average 0 focus 0 page 0 note 0 finding 0.0 larger 2 00"},
        {"hide-timers on", "set hide-timers 1"},
    };
    struct room *room = busy_room(true);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void wrong_lines_say_what_is_expected(void **state)
{
    static const struct unclear examples[] = {
        {"note", "goes on in another way", false},
        {"note add", "short name of a board is missing", false},
        {"note add nowhere 1 x", "“nowhere”", false},
        {"note add parked Elsewhere x", "“Elsewhere”", false},
        {"note add parked 1", "a text is missing", false},
        {"note edit x y", "the number of a note", false},
        {"note edit 2049 y", "the number of a note", false},
        {"have-you-ever maybe", "yes, no or back", false},
        {"reading", "a rating from 1 to 10 is missing", false},
        {"objective 7 yes", "the number of an objective", false},
        {"objective 1 perhaps", "yes, mostly, not-yet or back", false},
        {"action add 2 Ask months=soon", "a number of months", false},
        {"action change 2000 x", "the number of an action", false},
        {"round open lunch 1", "icebreaker, reading or objective", true},
        {"round open reading", "the number of a question or of a condition", true},
        {"finding word nice 3", "what is found", true},
        {"finding word well 25", "the number of its condition", true},
        {"finding rank well 2", "a place from 1", true},
        {"agenda retime 2 25:00 10", "a time such as 09:20", true},
        {"agenda retime 2 soon 10", "a time such as 09:20", true},
        {"larger 3", "0, 1 or 2", true},
        {"replan lots", "a number of minutes", true},
        {"group 3", "the number of a group is missing", true},
    };
    (void)state;
    expect_unclear(busy_room, examples, sizeof examples / sizeof *examples);
}

/* ---- printed */

static void says_boards_and_notes(void **state)
{
    struct room *room = busy_room(false);
    (void)state;
    expect_printed(
        room, ITEM_BOARD, 2, 0,
        "board id=2 name=\"parked\" state=open held=yes notes=0 question=\"What shall we "
        "park?\" heading=\"Questions\" heading=\"Other things\"\n");
    expect_printed(room, ITEM_BOARD, 1, 0, "");
    strcpy(room->questions[1].text, "Have you?");
    expect_printed(room, ITEM_QUESTION, 1, 0, "question id=1 text=\"Have you?\"\n");
    expect_printed(room, ITEM_NOTE, 7, 0,
                   "note id=7 board=2 heading=1 state=shown text=\"Who pays?\"\n");
    room->notes[8] = (struct note_item){.board = 2,
                                        .heading = 2,
                                        .state = NOTE_WAITING,
                                        .starred = true,
                                        .group = 3,
                                        .parent = 7,
                                        .merged = 6,
                                        .text = "x",
                                        .by = "Jo"};
    expect_printed(room, ITEM_NOTE, 8, 0,
                   "note id=8 board=2 heading=2 state=waiting starred=yes group=3 suggestion-to=7 "
                   "part-of=6 text=\"x\" by=\"Jo\"\n");
    expect_printed(room, ITEM_NOTE, 9, 0, "note id=9 state=removed\n");
    expect_printed(room, ITEM_OWN_NOTE, 7, 0,
                   "own-note id=7 board=2 heading=1 state=shown text=\"Who pays?\"\n");
    expect_printed(room, ITEM_OWN_NOTE, 9, 0, "own-note id=9 state=removed\n");
    room_destroy(&room);
}

static void says_rounds_and_answers(void **state)
{
    struct room *room = busy_room(false);
    (void)state;
    expect_printed(room, ITEM_ROUND, SLIP_ICEBREAKER, 0,
                   "round kind=icebreaker subject=3 state=open answered=4 asked=9\n");
    expect_printed(room, ITEM_ROUND, SLIP_OBJECTIVE, 0, "round kind=objective state=none\n");
    room->tallies[SLIP_READING][2] =
        (struct tally_item){.count = 5, .values = {[4] = 2, [9] = 3}, .median = 13, .differs = 1};
    expect_printed(room, ITEM_TALLY, SLIP_READING, 2,
                   "tally kind=reading subject=2 count=5 4=2 9=3 median=6.5 differs=yes\n");
    room->readings[2][1] = (struct tally_item){.count = 1, .values = {[10] = 1}, .median = 20};
    expect_printed(room, ITEM_READINGS, 2, 1,
                   "readings school=\"Ashby\" condition=2 count=1 10=1 median=10\n");
    room->missing[2].count = 3;
    expect_printed(room, ITEM_MISSING, 2, 0, "missing school=\"Birch Lane\" count=3\n");
    room->own_slips[SLIP_ICEBREAKER][3].value = 2;
    expect_printed(room, ITEM_OWN_SLIP, SLIP_ICEBREAKER, 3,
                   "own-answer kind=icebreaker subject=3 value=2\n");
    room_destroy(&room);
}

static void says_findings_actions_and_steps(void **state)
{
    struct room *room = busy_room(true);
    (void)state;
    expect_printed(room, ITEM_FINDING, FINDING_GAP, 4, "finding kind=gap number=4 for-la=yes\n");
    room->findings[FINDING_ADDED][1] =
        (struct finding_item){.hidden = true, .rank = 2, .text = "Ours", .answer = "Yes"};
    expect_printed(room, ITEM_FINDING, FINDING_ADDED, 1,
                   "finding kind=added number=1 hidden=yes place=2 text=\"Ours\" answer=\"Yes\"\n");
    expect_printed(room, ITEM_ACTION, 3, 0,
                   "action id=3 school=\"Ashby\" condition=2 months=6 text=\"Ask parents\"\n");
    expect_printed(room, ITEM_ACTION, 4, 0, "action id=4 removed=yes\n");
    expect_printed(room, ITEM_UNDO, 0, 0, "steps undo=go redo=go\n");
    room->view = (struct view){.page = 2,
                               .note = 7,
                               .finding_kind = FINDING_GAP,
                               .finding = 4,
                               .larger = 1,
                               .blank = true,
                               .frozen = true};
    expect_printed(room, ITEM_VIEW, 0, 0,
                   "view targets=no order=number focus=0 page=2 note=7 kind=gap finding=4 larger=1 "
                   "blank=yes frozen=yes\n");
    room_destroy(&room);
}

/* What the grid says, when asked. */
static void says_what_was_found(void **state)
{
    static struct room_finding found[ROOM_FINDINGS_MAX];
    static struct lines_printer printer;
    struct room *room = busy_room(false);
    char *text;
    size_t size;
    (void)state;
    room->findings[FINDING_ADDED][1] = (struct finding_item){.revision = 1, .text = "A nurse"};
    printer.out = open_memstream(&text, &size);
    lines_print_findings(&printer, room, found);
    fclose(printer.out);
    assert_non_null(strstr(text, "found kind=added number=1 text=\"A nurse\"\n"));
    free(text);
    room_destroy(&room);
}

/* ---- what a script waits for */

static void the_next_line_waits_for_what_it_is_read_against(void **state)
{
    struct room *room = busy_room(true);
    struct command edit = {.kind = COMMAND_EDIT_NOTE, .change.note = {.note = 7, .revision = 4}};
    struct command close = {.kind = COMMAND_SET_BOARD,
                            .change.board_set = {.board = 2, .state = BOARD_CLOSED, .held = true}};
    struct command open = {.kind = COMMAND_CALL_ROUND,
                           .change.round = {SLIP_READING, 4, ROUND_OPEN}};
    struct command undo = {.kind = COMMAND_UNDO, .change.undo.serial = 12};
    struct command blank = {.kind = COMMAND_LOOK, .change.view.blank = true};
    (void)state;
    strcpy(edit.change.note.text, "Costs");
    assert_false(lines_room_shows(room, &edit) || lines_room_shows(room, &close) ||
                 lines_room_shows(room, &open) || lines_room_shows(room, &undo) ||
                 lines_room_shows(room, &blank));
    strcpy(room->notes[7].text, "Costs");
    room->boards[2].state = BOARD_CLOSED;
    room->rounds[SLIP_READING] = (struct round_item){4, ROUND_OPEN, 0, 0};
    room->undo.undo = 11;
    room->view.blank = true;
    assert_true(lines_room_shows(room, &edit) && lines_room_shows(room, &close) &&
                lines_room_shows(room, &open) && lines_room_shows(room, &undo) &&
                lines_room_shows(room, &blank));
    room_destroy(&room);
}

static void help_is_for_whoever_asks(void **state)
{
    struct room *room = busy_room(true);
    (void)state;
    char *text = help_text(room);
    assert_non_null(strstr(text, "help note merge NOTE NOTE: "));
    assert_non_null(strstr(text, "help findings: "));
    free(text);
    room->me.role = ROLE_SCHOOL;
    text = help_text(room);
    assert_non_null(strstr(text, "help note add BOARD HEADING TEXT"));
    assert_non_null(strstr(text, "help have-you-ever yes|no|back: "));
    assert_null(strstr(text, "note merge"));
    assert_null(strstr(text, "round open"));
    free(text);
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_take_part),
        cmocka_unit_test(the_facilitator_leads),
        cmocka_unit_test(wrong_lines_say_what_is_expected),
        cmocka_unit_test(says_boards_and_notes),
        cmocka_unit_test(says_rounds_and_answers),
        cmocka_unit_test(says_findings_actions_and_steps),
        cmocka_unit_test(says_what_was_found),
        cmocka_unit_test(the_next_line_waits_for_what_it_is_read_against),
        cmocka_unit_test(help_is_for_whoever_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
