#include "testing.h"
#include "wire/by_hand.h"
#include "wire/fill.h"
#include "wire/item_tags.h"
#include "wire/wire.h"

/* Numbers that nobody of ours wrote: each field alone, at its limit and one beyond. */

static uint8_t bytes[1 << 15];
static struct upward up;

/* A number that does not fit its field is no text that is too long. */
static void numbers_too_large_are_not_understood(void **state)
{
    (void)state;
    uint8_t figure[16], rating[64], change[64], command[64];
    size_t n = put_bytes(rating, 5, figure, put_number(figure, 1, 300));
    n = put_bytes(change, 8, rating, n);
    size_t c = put_number(command, 1, 9);
    c += put_number(command + c, 2, 8);
    c += put_bytes(command + c, 3, change, n);
    assert_true(wire_upward_decode(&up, bytes, put_bytes(bytes, 1, command, c)));
    assert_int_equal(up.command.id, 9);
    assert_int_equal(up.refusal, REFUSAL_NOT_UNDERSTOOD);
    /* the same with a kind nobody knows, with none, and with another kind's body */
    static const uint64_t kinds[] = {0, 1, 1000, 4000000000};
    for (int i = 0; i < 4; i++) {
        c = put_number(command, 1, 9);
        c += put_number(command + c, 2, kinds[i]);
        n = put_bytes(change, 8, rating, put_bytes(rating, 5, figure, put_number(figure, 1, 3)));
        c += put_bytes(command + c, 3, change, n);
        assert_true(wire_upward_decode(&up, bytes, put_bytes(bytes, 1, command, c)));
        assert_int_equal(up.refusal, REFUSAL_NOT_UNDERSTOOD);
    }
    /* without an id it is not even refused */
    assert_false(wire_upward_decode(&up, bytes, put_bytes(bytes, 1, command, 0)));
    assert_false(wire_upward_decode(&up, bytes, 0));
}

/* Item fields at one beyond their range: each alone makes the item unreadable. */
static void items_out_of_range_are_not_taken(void **state)
{
    (void)state;
    static const struct {
        enum item_kind kind;
        unsigned inside, field; /* their numbers in plenary.proto; 0: of the body itself */
        uint64_t beyond;
    } cases[] = {
        {ITEM_WORKSHOP, 0, 3, SCHOOLS_MAX + 1},
        {ITEM_WORKSHOP, 0, 4, CONDITIONS_MAX + 1},
        {ITEM_WORKSHOP, 0, 5, AGENDA_MAX + 1},
        {ITEM_WORKSHOP, 0, 9, BOARDS_MAX + 1},
        {ITEM_WORKSHOP, 0, 10, QUESTIONS_MAX + 1},
        {ITEM_AGENDA_ITEM, 0, 3, 24 * 60},
        {ITEM_PLACE, 0, 1, AGENDA_MAX + 1},
        {ITEM_PLACE, 0, 2, STEPS_MAX + 1},
        {ITEM_VIEW, 0, 3, CONDITIONS_MAX + 1},
        {ITEM_VIEW, 0, 6, LARGER_MOST + 1},
        {ITEM_VIEW, 0, 8, NOTES_MAX + 1},
        {ITEM_VIEW, 0, 9, FINDING_COUNT},
        {ITEM_VIEW, 0, 10, CONDITIONS_MAX + 1},
        {ITEM_VIEW, 0, 11, ACTIONS_MAX + 1},
        {ITEM_VIEW, 0, 12, BALLOTS_MAX + 1},
        {ITEM_VIEW, 0, 13, SIGHT_COUNT},
        {ITEM_TIMER, 0, 3, UINT64_MAX - 1},
        {ITEM_TIMER, 0, 4, UINT64_MAX},
        {ITEM_TIMER, 0, 5, UINT64_MAX},
        {ITEM_CELL, 0, 1, RATING_STATE_COUNT},
        {ITEM_CELL, 0, 2, RATING_MAX + 1},
        {ITEM_CELL, 0, 3, RATING_MAX + 1},
        {ITEM_CELL, 0, 4, MONTHS_MAX + 1},
        {ITEM_SUMMARY, 0, 1, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 0, 2, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 0, 4, 1281},
        {ITEM_SUMMARY, 0, 5, 101},
        {ITEM_SUMMARY, 0, 6, 4},
        {ITEM_SUMMARY, 0, 8, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 0, 9, 101},
        {ITEM_SUMMARY, 0, 10, 4},
        {ITEM_CONSENT, 0, 1, ANSWER_COUNT},
        {ITEM_SEAT, 0, 1, ROLE_COUNT},
        {ITEM_SEAT, 0, 2, PRESENCE_COUNT},
        {ITEM_SEAT, 0, 4, SCHOOLS_MAX + 1},
        {ITEM_SEAT, 0, 6, GROUPS_MAX + 1},
        {ITEM_SEAT, 0, 7, LAPTOP_MAX + 1},
        {ITEM_CODE, 0, 1, CODE_KIND_COUNT},
        {ITEM_CODE, 0, 2, SCHOOLS_MAX + 1},
        {ITEM_CODE, 0, 3, SEATS_MAX + 1},
        {ITEM_ME, 0, 1, SEATS_MAX + 1},
        {ITEM_ME, 0, 2, ROLE_COUNT},
        {ITEM_ME, 0, 4, SCHOOLS_MAX + 1},
        {ITEM_ME, 0, 6, GROUPS_MAX + 1},
        {ITEM_ME, 0, 7, LAPTOP_MAX + 1},
        {ITEM_BOARD, 0, 1, BOARD_STATE_COUNT},
        {ITEM_BOARD, 0, 3, UINT16_MAX + 1},
        {ITEM_NOTE, 0, 1, BOARDS_MAX + 1},
        {ITEM_NOTE, 0, 2, HEADINGS_MAX + 1},
        {ITEM_NOTE, 0, 3, NOTE_STATE_COUNT},
        {ITEM_NOTE, 0, 5, GROUPS_MAX + 1},
        {ITEM_NOTE, 0, 6, NOTES_MAX + 1},
        {ITEM_NOTE, 0, 7, NOTES_MAX + 1},
        {ITEM_OWN_NOTE, 0, 1, BOARDS_MAX + 1},
        {ITEM_OWN_NOTE, 0, 2, HEADINGS_MAX + 1},
        {ITEM_OWN_NOTE, 0, 3, NOTE_STATE_COUNT},
        {ITEM_OWN_NOTE, 0, 4, NOTES_MAX + 1},
        {ITEM_ROUND, 0, 1, CONDITIONS_MAX + 1},
        {ITEM_ROUND, 0, 2, ROUND_STATE_COUNT},
        {ITEM_TALLY, 0, 3, 2 * RATING_MAX + 1},
        {ITEM_READINGS, 0, 3, 2 * RATING_MAX + 1},
        {ITEM_OWN_SLIP, 0, 1, RATING_MAX + 1},
        {ITEM_FINDING, 0, 3, UINT8_MAX + 1},
        {ITEM_ACTION, 0, 1, ACTION_STATE_COUNT},
        {ITEM_ACTION, 0, 2, PROGRESS_COUNT},
        {ITEM_ACTION, 0, 6, ACTIONS_MAX + 1},
        {ITEM_ACTION, 10, 1, CONDITIONS_MAX + 1},
        {ITEM_ACTION, 10, 2, ACTION_LEVEL_COUNT},
        {ITEM_ACTION, 10, 3, SCHOOLS_MAX + 1},
        {ITEM_ACTION, 10, 4, MONTHS_MAX + 1},
        {ITEM_ACTION, 10, 6, OWNER_COUNT},
        {ITEM_ACTION, 10, 7, SEATS_MAX + 1},
        {ITEM_ACTION, 10, 8, SCHOOLS_MAX + 1},
        {ITEM_ACTION, 10, 9, SOURCE_COUNT},
        {ITEM_OWN_ACTION, 0, 4, ACTION_STATE_COUNT},
        {ITEM_OWN_ACTION, 6, 1, CONDITIONS_MAX + 1},
        {ITEM_OWN_ACTION, 6, 3, SCHOOLS_MAX + 1},
        {ITEM_BALLOT, 0, 1, BALLOT_STATE_COUNT},
        {ITEM_BALLOT, 3, 3, METHOD_COUNT},
        {ITEM_BALLOT, 3, 4, ABOUT_COUNT},
        {ITEM_BALLOT, 3, 7, BUDGET_MAX + 1},
        {ITEM_BALLOT, 3, 8, BUDGET_MAX + 1},
        {ITEM_BALLOT, 3, 10, BALLOTS_MAX + 1},
        {ITEM_TURNOUT, 0, 1, UINT16_MAX + 1},
        {ITEM_BALLOT_TALLY, 0, 1, UINT16_MAX + 1},
        {ITEM_NAMED_PAPER, 0, 1, BALLOTS_MAX + 1},
        {ITEM_NAMED_PAPER, 0, 4, SCHOOLS_MAX + 1},
        {ITEM_PRIORITIES, 0, 2, BALLOTS_MAX + 1},
        {ITEM_PRIORITIES, 3, 1, CONDITIONS_MAX + 1},
        {ITEM_UNDO, 0, 3, UNDOABLE_COUNT},
        {ITEM_UNDO, 0, 4, UNDOABLE_COUNT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int within = 0; within < 2; within++) {
            static struct item item;
            static uint8_t whole[WIRE_ITEM_MAX + 64];
            uint8_t body[32], inner[16];
            uint64_t value = !within                       ? cases[i].beyond
                             : cases[i].kind == ITEM_TIMER ? 4
                                                           : cases[i].beyond - 1;
            memset(&item, 0, sizeof item);
            fill_least_item(&item, cases[i].kind);
            size_t length = wire_item_encode(whole, &item);
            /* the body once more: what it says is added to what has been read, and a list would
             * grow too long */
            if (cases[i].kind == ITEM_CONSENT)
                length = put_number(whole, 1, 1);
            size_t n = put_number(inner, cases[i].field, value);
            n = cases[i].inside ? put_bytes(body, cases[i].inside, inner, n)
                                : put_number(body, cases[i].field, value);
            length += put_bytes(whole + length, item_tag(cases[i].kind), body, n);
            if (wire_item_decode(&item, whole, length) != (within != 0))
                fail_msg("%s field %u.%u, %s", item_word(cases[i].kind), cases[i].inside,
                         cases[i].field, within ? "within" : "beyond");
        }
}

/* The same for what clients ask. Ids are for the deciders to look at: they may be anything. */
static void commands_out_of_range_are_not_understood(void **state)
{
    (void)state;
    static const struct {
        enum command_kind kind;
        unsigned body, inside, field;
        uint64_t beyond;
    } cases[] = {
        {COMMAND_GO, 10, 0, 1, AGENDA_MAX + 1},
        {COMMAND_GO, 10, 0, 2, STEPS_MAX + 1},
        {COMMAND_LOOK, 12, 0, 6, LARGER_MOST + 1},
        {COMMAND_LOOK, 12, 0, 9, FINDING_COUNT},
        {COMMAND_SET_BOARD, 16, 0, 2, BOARD_STATE_COUNT},
        {COMMAND_ADD_NOTE, 17, 0, 3, UINT8_MAX + 1},
        {COMMAND_DEAL_NOTES, 17, 0, 7, UINT8_MAX + 1},
        {COMMAND_FILL_SLIP, 18, 0, 2, SLIP_COUNT},
        {COMMAND_FILL_SLIP, 18, 0, 5, UINT8_MAX + 1},
        {COMMAND_CALL_ROUND, 19, 0, 1, SLIP_COUNT},
        {COMMAND_CALL_ROUND, 19, 0, 3, ROUND_STATE_COUNT},
        {COMMAND_WORD_FINDING, 20, 0, 1, FINDING_COUNT},
        {COMMAND_SHARE_SEAT, 6, 0, 6, UINT8_MAX + 1},
        {COMMAND_ADD_ACTION, 21, 7, 4, MONTHS_MAX + 1},
        {COMMAND_ADD_ACTION, 21, 7, 2, ACTION_LEVEL_COUNT},
        {COMMAND_CHANGE_ACTION, 21, 7, 6, OWNER_COUNT},
        {COMMAND_CHANGE_ACTION, 21, 7, 9, SOURCE_COUNT},
        {COMMAND_SET_ACTION, 21, 0, 9, ACTION_STATE_COUNT},
        {COMMAND_PROGRESS_ACTION, 21, 0, 10, PROGRESS_COUNT},
        {COMMAND_ADD_BALLOT, 24, 3, 3, METHOD_COUNT},
        {COMMAND_ADD_BALLOT, 24, 3, 4, ABOUT_COUNT},
        {COMMAND_CHANGE_BALLOT, 24, 3, 7, BUDGET_MAX + 1},
        {COMMAND_CHANGE_BALLOT, 24, 3, 8, BUDGET_MAX + 1},
        {COMMAND_ADD_BALLOT, 24, 3, 10, BALLOTS_MAX + 1},
        {COMMAND_SET_BALLOT, 25, 0, 2, BALLOT_STATE_COUNT},
        {COMMAND_CAST_PAPER, 27, 0, 1, UINT8_MAX + 1},
        {COMMAND_CAST_PAPER, 27, 0, 2, UINT16_MAX + 1},
        {COMMAND_SET_PRIORITIES, 28, 0, 2, BALLOTS_MAX + 1},
        {COMMAND_SET_PRIORITIES, 28, 3, 1, CONDITIONS_MAX + 1},
        {COMMAND_REPLAN, 22, 0, 2, 2 * (INT16_MAX + 1)}, /* zigzag: 32768 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int within = 0; within < 2; within++) {
            struct command least = {.kind = cases[i].kind, .id = 5};
            uint8_t inner[16], body[32], change[48], again[64];
            uint64_t value = cases[i].beyond - (within != 0);
            size_t n = put_number(inner, cases[i].field, value);
            n = cases[i].inside ? put_bytes(body, cases[i].inside, inner, n)
                                : put_number(body, cases[i].field, value);
            n = put_bytes(change, cases[i].body, body, n);
            n = put_bytes(again, 3, change, n);
            size_t length = wire_command_encode(bytes, &least);
            length += put_bytes(bytes + length, 1, again, n);
            assert_true(wire_upward_decode(&up, bytes, length));
            assert_int_equal(up.command.id, 5);
            if ((up.refusal == REFUSAL_NONE) != (within != 0))
                fail_msg("%s field %u.%u, %s", command_word(cases[i].kind), cases[i].inside,
                         cases[i].field, within ? "within" : "beyond");
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_too_large_are_not_understood),
        cmocka_unit_test(items_out_of_range_are_not_taken),
        cmocka_unit_test(commands_out_of_range_are_not_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
