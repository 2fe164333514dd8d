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
        unsigned field; /* its number in plenary.proto */
        uint64_t beyond;
    } cases[] = {
        {ITEM_WORKSHOP, 3, SCHOOLS_MAX + 1},
        {ITEM_WORKSHOP, 4, CONDITIONS_MAX + 1},
        {ITEM_WORKSHOP, 5, AGENDA_MAX + 1},
        {ITEM_WORKSHOP, 9, BOARDS_MAX + 1},
        {ITEM_WORKSHOP, 10, QUESTIONS_MAX + 1},
        {ITEM_AGENDA_ITEM, 3, 24 * 60},
        {ITEM_PLACE, 1, AGENDA_MAX + 1},
        {ITEM_PLACE, 2, STEPS_MAX + 1},
        {ITEM_VIEW, 3, CONDITIONS_MAX + 1},
        {ITEM_VIEW, 6, LARGER_MOST + 1},
        {ITEM_VIEW, 8, NOTES_MAX + 1},
        {ITEM_VIEW, 9, FINDING_COUNT},
        {ITEM_VIEW, 10, CONDITIONS_MAX + 1},
        {ITEM_TIMER, 3, UINT64_MAX - 1},
        {ITEM_TIMER, 4, UINT64_MAX},
        {ITEM_TIMER, 5, UINT64_MAX},
        {ITEM_CELL, 1, RATING_STATE_COUNT},
        {ITEM_CELL, 2, RATING_MAX + 1},
        {ITEM_CELL, 3, RATING_MAX + 1},
        {ITEM_CELL, 4, MONTHS_MAX + 1},
        {ITEM_SUMMARY, 1, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 2, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 4, 1281},
        {ITEM_SUMMARY, 5, 101},
        {ITEM_SUMMARY, 6, 4},
        {ITEM_SUMMARY, 8, SCHOOLS_MAX + 1},
        {ITEM_SUMMARY, 9, 101},
        {ITEM_SUMMARY, 10, 4},
        {ITEM_CONSENT, 1, ANSWER_COUNT},
        {ITEM_SEAT, 1, ROLE_COUNT},
        {ITEM_SEAT, 2, PRESENCE_COUNT},
        {ITEM_SEAT, 4, SCHOOLS_MAX + 1},
        {ITEM_SEAT, 6, GROUPS_MAX + 1},
        {ITEM_CODE, 1, CODE_KIND_COUNT},
        {ITEM_CODE, 2, SCHOOLS_MAX + 1},
        {ITEM_CODE, 3, SEATS_MAX + 1},
        {ITEM_ME, 1, SEATS_MAX + 1},
        {ITEM_ME, 2, ROLE_COUNT},
        {ITEM_ME, 4, SCHOOLS_MAX + 1},
        {ITEM_ME, 6, GROUPS_MAX + 1},
        {ITEM_BOARD, 1, BOARD_STATE_COUNT},
        {ITEM_BOARD, 3, UINT16_MAX + 1},
        {ITEM_NOTE, 1, BOARDS_MAX + 1},
        {ITEM_NOTE, 2, HEADINGS_MAX + 1},
        {ITEM_NOTE, 3, NOTE_STATE_COUNT},
        {ITEM_NOTE, 5, GROUPS_MAX + 1},
        {ITEM_NOTE, 6, NOTES_MAX + 1},
        {ITEM_NOTE, 7, NOTES_MAX + 1},
        {ITEM_OWN_NOTE, 1, BOARDS_MAX + 1},
        {ITEM_OWN_NOTE, 2, HEADINGS_MAX + 1},
        {ITEM_OWN_NOTE, 3, NOTE_STATE_COUNT},
        {ITEM_OWN_NOTE, 4, NOTES_MAX + 1},
        {ITEM_ROUND, 1, CONDITIONS_MAX + 1},
        {ITEM_ROUND, 2, ROUND_STATE_COUNT},
        {ITEM_TALLY, 3, 2 * RATING_MAX + 1},
        {ITEM_READINGS, 3, 2 * RATING_MAX + 1},
        {ITEM_OWN_SLIP, 1, RATING_MAX + 1},
        {ITEM_FINDING, 3, UINT8_MAX + 1},
        {ITEM_ACTION, 1, SCHOOLS_MAX + 1},
        {ITEM_ACTION, 2, CONDITIONS_MAX + 1},
        {ITEM_ACTION, 3, MONTHS_MAX + 1},
        {ITEM_UNDO, 3, UNDOABLE_COUNT},
        {ITEM_UNDO, 4, UNDOABLE_COUNT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int within = 0; within < 2; within++) {
            static struct item item;
            static uint8_t whole[WIRE_ITEM_MAX + 64];
            uint8_t body[32];
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
            size_t n = put_number(body, cases[i].field, value);
            length += put_bytes(whole + length, item_tag(cases[i].kind), body, n);
            if (wire_item_decode(&item, whole, length) != (within != 0))
                fail_msg("%s field %u, %s", item_word(cases[i].kind), cases[i].field,
                         within ? "within" : "beyond");
        }
}

/* The same for what clients ask. Ids are for the deciders to look at: they may be anything. */
static void commands_out_of_range_are_not_understood(void **state)
{
    (void)state;
    static const struct {
        enum command_kind kind;
        unsigned body, field;
        uint64_t beyond;
    } cases[] = {
        {COMMAND_GO, 10, 1, AGENDA_MAX + 1},
        {COMMAND_GO, 10, 2, STEPS_MAX + 1},
        {COMMAND_LOOK, 12, 6, LARGER_MOST + 1},
        {COMMAND_LOOK, 12, 9, FINDING_COUNT},
        {COMMAND_SET_BOARD, 16, 2, BOARD_STATE_COUNT},
        {COMMAND_ADD_NOTE, 17, 3, UINT8_MAX + 1},
        {COMMAND_DEAL_NOTES, 17, 7, UINT8_MAX + 1},
        {COMMAND_FILL_SLIP, 18, 2, SLIP_COUNT},
        {COMMAND_FILL_SLIP, 18, 5, UINT8_MAX + 1},
        {COMMAND_CALL_ROUND, 19, 1, SLIP_COUNT},
        {COMMAND_CALL_ROUND, 19, 3, ROUND_STATE_COUNT},
        {COMMAND_WORD_FINDING, 20, 1, FINDING_COUNT},
        {COMMAND_ADD_ACTION, 21, 4, MONTHS_MAX + 1},
        {COMMAND_REPLAN, 22, 2, 2 * (INT16_MAX + 1)}, /* zigzag: 32768 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int within = 0; within < 2; within++) {
            struct command least = {.kind = cases[i].kind, .id = 5};
            uint8_t body[16], change[32], again[64];
            size_t n = put_number(body, cases[i].field, cases[i].beyond - (within != 0));
            n = put_bytes(change, cases[i].body, body, n);
            n = put_bytes(again, 3, change, n);
            size_t length = wire_command_encode(bytes, &least);
            length += put_bytes(bytes + length, 1, again, n);
            assert_true(wire_upward_decode(&up, bytes, length));
            assert_int_equal(up.command.id, 5);
            if ((up.refusal == REFUSAL_NONE) != (within != 0))
                fail_msg("%s field %u, %s", command_word(cases[i].kind), cases[i].field,
                         within ? "within" : "beyond");
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
