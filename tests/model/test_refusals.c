#include "model/refused.h"
#include "testing.h"

/* Every reason for a no has a case here that gives it, but for those that are given outside the
 * model; the last test counts them. */

static struct refused all;
static struct bench *b = &all.bench;

static void expect(seat_id seat, struct command command, enum refusal refusal)
{
    refused_expect(&all, seat, command, refusal);
}

static void of_seats_and_codes(void)
{
    seat_id guest = bench_join(b, CODE_ROOM, 0), ours = bench_join(b, CODE_SCHOOL, 1);
    seat_id gone = bench_join(b, CODE_ROOM, 0);
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_REMOVE_SEAT, gone, 0, false, "")), 0);
    expect(gone, ask_seat(COMMAND_NAME_SEAT, gone, 0, false, "Ann"), REFUSAL_REMOVED);
    expect(99, ask_seat(COMMAND_NAME_SEAT, 99, 0, false, "Ann"), REFUSAL_NO_SEAT);
    expect(0, ask_seat(COMMAND_ADMIT, 0, 0, true, ""), REFUSAL_NO_SEAT);
    expect(0, ask_seat(COMMAND_ADMIT, gone, 0, true, ""), REFUSAL_NO_SEAT);
    expect(0, ask_seat(COMMAND_REMOVE_SEAT, 0, 0, true, ""), REFUSAL_NO_SEAT);
    expect(0, ask_seat(COMMAND_ADMIT, guest, 0, true, ""), REFUSAL_NO_SEAT_SCHOOL);
    expect(guest, ask_seat(COMMAND_NAME_SEAT, ours, 0, false, "Ann"), REFUSAL_NOT_ALLOWED);
    expect(guest, ask_seat(COMMAND_PLACE_SEAT, guest, 9, false, ""), REFUSAL_NO_SCHOOL);
    expect(ours, ask_seat(COMMAND_PLACE_SEAT, ours, 2, false, ""), REFUSAL_OTHER_SCHOOL);
    expect(0, ask_join(0), REFUSAL_CODE_USED);
    expect(0, ask_join(999), REFUSAL_CODE_USED);
    expect(0, (struct command){.kind = COMMAND_RETIRE_CODE}, REFUSAL_CODE_USED);
    expect(0, ask_code(CODE_SCHOOL, 9, 0), REFUSAL_NO_SCHOOL);
    expect(0, ask_code(CODE_ROOM, 1, 0), REFUSAL_NO_SCHOOL);
    expect(0, ask_code(CODE_SEAT, 0, 0), REFUSAL_NO_SEAT);
    expect(0, ask_code(CODE_SEAT, 0, gone), REFUSAL_NO_SEAT);
    expect(0, ask_code(CODE_ROOM, 0, guest), REFUSAL_NO_SEAT);
    expect(0, ask_code((enum code_kind)200, 0, 0), REFUSAL_NOT_UNDERSTOOD);
    expect(guest, ask_join(1), REFUSAL_NOT_ALLOWED);
    uint16_t moving = bench_code(b, CODE_SEAT, 0, ours);
    assert_int_equal(bench_ask(b, 0, ask_seat(COMMAND_REMOVE_SEAT, ours, 0, false, "")), 0);
    expect(0, ask_join(moving), REFUSAL_REMOVED);
    bench_set(b, SETTING_OFFER_ROOM_CODE, false);
    expect(0, ask_join(model_find_code(b->model, CODE_ROOM, 0, 0)), REFUSAL_CODE_USED);
}

static void of_ratings(void)
{
    seat_id guest = bench_join(b, CODE_ROOM, 0), ours = bench_join(b, CODE_SCHOOL, 1);
    expect(guest, ask_figure(COMMAND_RATE, 1, 1, 5), REFUSAL_NO_SEAT_SCHOOL);
    bench_ask(b, guest, ask_seat(COMMAND_PLACE_SEAT, guest, 1, false, ""));
    expect(guest, ask_figure(COMMAND_RATE, 1, 1, 5), REFUSAL_NOT_ADMITTED);
    expect(ours, ask_figure(COMMAND_RATE, 1, 2, 5), REFUSAL_OTHER_SCHOOL);
    expect(ours, ask_figure(COMMAND_RATE, 1, 0, 5), REFUSAL_NO_SCHOOL);
    expect(ours, ask_figure(COMMAND_RATE, 0, 1, 5), REFUSAL_NO_CONDITION);
    expect(ours, ask_figure(COMMAND_RATE, 4, 1, 5), REFUSAL_NO_CONDITION);
    expect(ours, ask_figure(COMMAND_RATE, 65535, 65535, 5), REFUSAL_NO_SCHOOL);
    expect(ours, ask_figure(COMMAND_RATE, 1, 1, 0), REFUSAL_RATING_RANGE);
    struct command c = ask_figure(COMMAND_RATE, 1, 1, 5);
    c.change.rating.figure.target = 4;
    expect(ours, c, REFUSAL_TARGET_RANGE);
    c.change.rating.figure.target = 6;
    c.change.rating.figure.months = 121;
    expect(ours, c, REFUSAL_MONTHS_RANGE);
    expect(ours, ask_figure(COMMAND_WITHDRAW, 1, 1, 0), REFUSAL_NO_PROPOSAL);
    expect(ours, ask_agree(1, 1, 1), REFUSAL_NO_PROPOSAL);
    bench_ask(b, ours, ask_figure(COMMAND_RATE, 1, 1, 5));
    expect(ours, ask_agree(1, 1, 1), REFUSAL_OWN_PROPOSAL);
    expect(SEAT_KIOSK, ask_agree(1, 1, 2), REFUSAL_CHANGED);
    expect(ours, ask_consent(1, 0, ANSWER_YES), REFUSAL_NOT_UNDERSTOOD);
    expect(ours, ask_consent(1, 8, ANSWER_YES), REFUSAL_NOT_UNDERSTOOD);
    expect(ours, ask_consent(1, 1, ANSWER_COUNT), REFUSAL_NOT_UNDERSTOOD);
}

static void of_the_workshop(void)
{
    expect(0, ask_school(COMMAND_ADD_SCHOOL, 0, ""), REFUSAL_NAME_EMPTY);
    expect(0, ask_school(COMMAND_ADD_SCHOOL, 0, "SCHOOL 001"), REFUSAL_NAME_TAKEN);
    expect(0, ask_school(COMMAND_RENAME_SCHOOL, 1, "school 002"), REFUSAL_NAME_TAKEN);
    expect(0, ask_school(COMMAND_RENAME_SCHOOL, 1, ""), REFUSAL_NAME_EMPTY);
    expect(0, ask_school(COMMAND_RENAME_SCHOOL, 9, "Else"), REFUSAL_NO_SCHOOL);
    expect(0, ask_time(TIMER_START, 0), REFUSAL_NO_TIMER);
    expect(0, ask_go(4, 1), REFUSAL_NO_ITEM);
    expect(0, ask_go(1, 0), REFUSAL_NO_ITEM);
    expect(0, ask_go(1, 4), REFUSAL_NO_ITEM);
    expect(0, ask_go(0, 2), REFUSAL_NO_ITEM);
    assert_int_equal(bench_ask(b, 0, ask_go(3, 1)), REFUSAL_NONE);
    for (unsigned action = 0; action < TIMER_ACTION_COUNT; action++)
        expect(0, ask_time((enum timer_action)action, 60000), REFUSAL_NO_TIMER);
    assert_int_equal(bench_ask(b, 0, ask_go(1, 1)), REFUSAL_NONE);
    expect(0, ask_time((enum timer_action)9, 0), REFUSAL_NOT_UNDERSTOOD);
    expect(0, ask_time(TIMER_ADD, INT64_MAX), REFUSAL_NOT_UNDERSTOOD);
    expect(0, ask_time(TIMER_ADD, INT64_MIN), REFUSAL_NOT_UNDERSTOOD);
    expect(0, ask_look(true, 0), REFUSAL_NAMES_OFF);
    expect(0, ask_look(false, 4), REFUSAL_NO_CONDITION);
    expect(0, (struct command){.kind = COMMAND_SET, .change.setting = {SETTING_COUNT, true}},
           REFUSAL_NOT_UNDERSTOOD);
    expect(0, (struct command){.kind = COMMAND_COUNT}, REFUSAL_NOT_UNDERSTOOD);
    expect(0, (struct command){.kind = COMMAND_CREATE}, REFUSAL_NOT_ALLOWED);
    expect(0, (struct command){.kind = COMMAND_ADD_CONDITION}, REFUSAL_NO_CONDITION);
    expect(0, (struct command){.kind = COMMAND_ADD_AGENDA_ITEM}, REFUSAL_NO_ITEM);
}

static void of_findings(void)
{
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), la = bench_join(b, CODE_OBSERVER, 0);
    static const enum command_kind kinds[] = {COMMAND_WORD_FINDING, COMMAND_SET_FINDING,
                                              COMMAND_RANK_FINDING, COMMAND_ANSWER_FINDING};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        expect(0, ask_finding(kinds[i], FINDING_WELL, 4, 0, "x"), REFUSAL_NO_FINDING);
        expect(0, ask_finding(kinds[i], FINDING_WELL, 0, 0, "x"), REFUSAL_NO_FINDING);
        expect(0, ask_finding(kinds[i], FINDING_ADDED, 1, 0, "x"), REFUSAL_NO_FINDING);
        expect(0, ask_finding(kinds[i], FINDING_ADDED, 255, 0, "x"), REFUSAL_NO_FINDING);
        expect(0, ask_finding(kinds[i], FINDING_COUNT, 1, 0, "x"), REFUSAL_NO_FINDING);
    }
    expect(0, ask_finding(COMMAND_WORD_FINDING, FINDING_WELL, 1, 1, "x"), REFUSAL_CHANGED);
    expect(0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, ""), REFUSAL_TEXT_EMPTY);
    struct command rank = ask_finding(COMMAND_RANK_FINDING, FINDING_WELL, 1, 0, "");
    rank.change.finding.rank = FINDING_RANK_MAX + 1;
    expect(0, rank, REFUSAL_NOT_UNDERSTOOD);
    struct command answer = ask_finding(COMMAND_ANSWER_FINDING, FINDING_LA, 1, 0, "We will.");
    expect(la, answer, REFUSAL_NOT_FOR_LA);
    expect(0, answer, REFUSAL_NOT_FOR_LA);
    expect(ours, answer, REFUSAL_NOT_LA);
    struct command set = ask_finding(COMMAND_SET_FINDING, FINDING_LA, 1, 0, "");
    set.change.finding.for_la = true;
    assert_int_equal(bench_ask(b, 0, set), 0);
    answer.change.finding.revision = 3;
    expect(la, answer, REFUSAL_CHANGED);
    set.change.finding.hidden = true;
    assert_int_equal(bench_ask(b, 0, set), 0);
    answer.change.finding.revision = 0;
    expect(la, answer, REFUSAL_NOT_FOR_LA);
    struct command add = ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "More talks.");
    for (int i = 0; i < ADDED_MAX; i++)
        assert_int_equal(bench_ask(b, 0, add), 0);
    expect(0, add, REFUSAL_FINDINGS_FULL);
}

static void of_actions(void)
{
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), la = bench_join(b, CODE_OBSERVER, 0);
    expect(ours, ask_action(COMMAND_ADD_ACTION, 0, 1, 0, ""), REFUSAL_TEXT_EMPTY);
    expect(ours, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, "x"), REFUSAL_OTHER_SCHOOL);
    expect(la, ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "x"), REFUSAL_NOT_ALLOWED);
    expect(0, ask_action(COMMAND_ADD_ACTION, 0, 9, 0, "x"), REFUSAL_NO_SCHOOL);
    struct command add = ask_action(COMMAND_ADD_ACTION, 0, 1, 0, "Train two staff");
    add.change.action.content.condition = 4;
    expect(ours, add, REFUSAL_NO_CONDITION);
    add.change.action.content.condition = 1;
    add.change.action.content.months = MONTHS_MAX + 1;
    expect(ours, add, REFUSAL_MONTHS_RANGE);
    expect(ours, ask_action(COMMAND_CHANGE_ACTION, 1, 1, 1, "x"), REFUSAL_NO_ACTION);
    expect(ours, ask_action(COMMAND_REMOVE_ACTION, 0, 1, 1, "x"), REFUSAL_NO_ACTION);
    assert_int_equal(bench_ask(b, 0, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, "x")), 0);
    expect(ours, ask_action(COMMAND_CHANGE_ACTION, 1, 1, 1, "y"), REFUSAL_OTHER_SCHOOL);
    expect(ours, ask_action(COMMAND_REMOVE_ACTION, 1, 1, 1, ""), REFUSAL_OTHER_SCHOOL);
    expect(0, ask_action(COMMAND_CHANGE_ACTION, 1, 2, 2, "y"), REFUSAL_CHANGED);
    expect(0, ask_action(COMMAND_CHANGE_ACTION, 1, 2, 1, ""), REFUSAL_TEXT_EMPTY);
    assert_int_equal(bench_ask(b, 0, ask_action(COMMAND_REMOVE_ACTION, 1, 0, 0, "")), 0);
    expect(0, ask_action(COMMAND_REMOVE_ACTION, 1, 0, 0, ""), REFUSAL_NO_ACTION);
    expect(0, ask_action(COMMAND_CHANGE_ACTION, 1, 2, 1, "y"), REFUSAL_NO_ACTION);
    while (b->model->action_count < ACTIONS_MAX)
        assert_int_equal(bench_ask(b, 0, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, "x")), 0);
    expect(0, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, "x"), REFUSAL_ACTIONS_FULL);
}

/* A participant may do none of what is the facilitator's or the kiosk's. */
static void of_access(void)
{
    static const enum command_kind anybodys[] = {COMMAND_NAME_SEAT,
                                                 COMMAND_PLACE_SEAT,
                                                 COMMAND_RATE,
                                                 COMMAND_WITHDRAW,
                                                 COMMAND_AGREE,
                                                 COMMAND_CONSENT,
                                                 COMMAND_ADD_NOTE,
                                                 COMMAND_EDIT_NOTE,
                                                 COMMAND_REMOVE_NOTE,
                                                 COMMAND_GROUP_SEAT,
                                                 COMMAND_FILL_SLIP,
                                                 COMMAND_ADD_ACTION,
                                                 COMMAND_ANSWER_FINDING,
                                                 COMMAND_CHANGE_ACTION,
                                                 COMMAND_REMOVE_ACTION,
                                                 COMMAND_CAST_PAPER,
                                                 COMMAND_WITHDRAW_PAPER,
                                                 COMMAND_SHARE_SEAT,
                                                 COMMAND_SUPPORT_ACTION,
                                                 COMMAND_ACCEPT_ACTION,
                                                 COMMAND_PROGRESS_ACTION,
                                                 COMMAND_PLAY};
    seat_id ours = bench_join(b, CODE_SCHOOL, 1), manager = bench_join(b, CODE_FACILITATOR, 0);
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++) {
        bool theirs = false;
        for (size_t i = 0; i < sizeof anybodys / sizeof *anybodys; i++)
            theirs = theirs || anybodys[i] == kind;
        if (!theirs)
            expect(ours, (struct command){.kind = (enum command_kind)kind}, REFUSAL_NOT_ALLOWED);
    }
    static const enum command_kind kiosks[] = {
        COMMAND_CREATE,       COMMAND_ADD_CONDITION, COMMAND_ADD_AGENDA_ITEM,
        COMMAND_JOIN,         COMMAND_RETIRE_CODE,   COMMAND_ADD_BOARD,
        COMMAND_ADD_QUESTION, COMMAND_ADD_CHARACTER, COMMAND_ADD_MOMENT};
    for (size_t i = 0; i < sizeof kiosks / sizeof *kiosks; i++)
        expect(manager, (struct command){.kind = kiosks[i]}, REFUSAL_NOT_ALLOWED);
}

/* A command below the window of those remembered. */
static void of_old_commands(void)
{
    seat_id ours = bench_join(b, CODE_SCHOOL, 1);
    struct command c = ask_figure(COMMAND_RATE, 1, 1, 5);
    c.id = 1000;
    assert_int_equal(bench_ask(b, ours, c), REFUSAL_NONE);
    c.change.rating.figure.now = 6;
    c.id = 1000 - COMMANDS_REMEMBERED;
    expect(ours, c, REFUSAL_TOO_OLD);
    c.id = 1;
    expect(ours, c, REFUSAL_TOO_OLD);
}

static void of_beginning_and_end(void)
{
    expect(0, (struct command){.kind = COMMAND_CLOSE, .id = 9}, REFUSAL_NOT_CREATED);
    struct command c = {.kind = COMMAND_CREATE};
    expect(0, c, REFUSAL_NAME_EMPTY);
    strcpy(c.change.workshop.title, "Review");
    assert_int_equal(bench_ask(b, 0, c), REFUSAL_NONE);
    assert_int_equal(bench_ask(b, 0, (struct command){.kind = COMMAND_CLOSE}), REFUSAL_NONE);
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++)
        expect(0, (struct command){.kind = (enum command_kind)kind}, REFUSAL_CLOSED);
}

/* The tables one can fill in a moment; test_capacity.c fills them all to the brim. */
static void of_full_tables(void)
{
    bench_schools(b, SCHOOLS_MAX - 2);
    expect(0, ask_school(COMMAND_ADD_SCHOOL, 0, "One more"), REFUSAL_SCHOOLS_FULL);
    for (unsigned i = 0; i < CODES_MAX; i++)
        bench_code(b, CODE_ROOM, 0, 0);
    expect(0, ask_code(CODE_ROOM, 0, 0), REFUSAL_CODES_FULL);
    while (b->model->seat_count < SEATS_MAX)
        bench_join(b, CODE_ROOM, 0);
    expect(0, ask_join(CODES_MAX), REFUSAL_SEATS_FULL);
    uint8_t board = bench_board(b, 1, false, false);
    for (unsigned i = 0; i < NOTES_MAX; i++)
        assert_int_equal(bench_ask(b, 0, ask_add_note(board, 1, "another")), REFUSAL_NONE);
    expect(0, ask_add_note(board, 1, "one too many"), REFUSAL_NOTES_FULL);
}

static void every_refusal_has_its_case(void **state)
{
    (void)state;
    void (*const groups[])(void) = {of_seats_and_codes, of_ratings,      of_the_workshop,
                                    of_access,          of_old_commands, of_full_tables,
                                    of_findings,        of_actions};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        bench_open_workshop(b);
        bench_schools(b, 2);
        groups[i]();
        bench_close(b);
    }
    refused_notes(&all);
    refused_votes(&all);
    refused_plan(&all);
    refused_reviews(&all);
    refused_training(&all);
    bench_open(b);
    of_beginning_and_end();
    bench_close(b);
    /* given by shared/wire (what cannot be read) and by the host (what cannot be saved) */
    static const bool elsewhere[REFUSAL_COUNT] = {
        [REFUSAL_NONE] = true,
        [REFUSAL_TEXT_LONG] = true,
        [REFUSAL_TEXT_BROKEN] = true,
        [REFUSAL_NOT_SAVED] = true,
    };
    for (unsigned r = 0; r < REFUSAL_COUNT; r++)
        if (all.given[r] == elsewhere[r])
            fail_msg("%s: %s", refusal_word((enum refusal)r),
                     all.given[r] ? "given by the model after all" : "no case gives it");
}

/* Each has a word of its own, and a sentence. */
static void refusals_can_be_told(void **state)
{
    (void)state;
    for (unsigned r = 1; r < REFUSAL_COUNT; r++) {
        const char *text = refusal_text((enum refusal)r);
        size_t length = strlen(text);
        assert_true(length > 10 && strchr(".?", text[length - 1]));
        for (unsigned other = 0; other < r; other++) {
            assert_string_not_equal(refusal_word((enum refusal)r),
                                    refusal_word((enum refusal)other));
            assert_string_not_equal(text, refusal_text((enum refusal)other));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_refusal_has_its_case),
        cmocka_unit_test(refusals_can_be_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
