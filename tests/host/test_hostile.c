/* Clients that send what no client of ours would: refused or dropped, and nobody else notices. */

#include <stdio.h>
#include <stdlib.h>

#include "host/hall.h"
#include "testing.h"

/* A command's bytes with figures that its own program would never write. */
static void send_with(struct person *person, struct command command, size_t at, uint8_t value)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    command.id = ++person->next_id;
    size_t length = wire_command_encode(bytes, &command);
    assert_true(at < length);
    bytes[at] = value;
    person_send(person, bytes, length);
}

static void out_of_range_is_refused_with_a_reason(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *bad = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    static struct command command;
    const struct {
        school_id school;
        condition_id condition;
        uint8_t now;
        enum refusal refusal;
    } cases[] = {
        {1, 1, 0, REFUSAL_RATING_RANGE},   {1, 1, 11, REFUSAL_RATING_RANGE},
        {1, 1, 255, REFUSAL_RATING_RANGE}, {0, 1, 5, REFUSAL_NO_SCHOOL},
        {9, 1, 5, REFUSAL_NO_SCHOOL},      {60000, 1, 5, REFUSAL_NO_SCHOOL},
        {1, 0, 5, REFUSAL_NO_CONDITION},   {1, 3, 5, REFUSAL_NO_CONDITION},
        {1, 999, 5, REFUSAL_NO_CONDITION}, {2, 1, 5, REFUSAL_OTHER_SCHOOL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        command = rate(cases[i].school, cases[i].condition, cases[i].now, "");
        assert_int_equal(person_obeyed(&hall, bad, &command), cases[i].refusal);
        person_assert_served(&hall, good, 2);
    }
    command = (struct command){.kind = COMMAND_REMOVE_SEAT, .change.seat.seat = good->seat};
    assert_int_equal(person_obeyed(&hall, bad, &command), REFUSAL_NOT_ALLOWED);
    assert_int_equal(host_model(hall.host)->event_count > 0, 1);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

static void broken_bytes_are_dropped_and_counted(void **state)
{
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *bad = person_seated(&hall, CODE_SCHOOL, 1);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    static uint8_t bytes[WIRE_UPWARD_MAX], random[60000];
    uint64_t seed = 7;

    /* truncated at every byte: dropped, or refused for what is missing; never done */
    struct command command = rate(1, 1, 9, "CUT-NOTE");
    command.id = 7;
    size_t length = wire_command_encode(bytes, &command);
    for (size_t cut = 1; cut < length; cut++) {
        person_send(bad, bytes, cut);
        person_assert_served(&hall, good, 2);
    }
    assert_false(person_heard(bad, "CUT-NOTE"));
    assert_true(host_dropped(hall.host) > 0);

    /* noise of any length, sealed as it should be */
    for (size_t i = 0; i < 200; i++) {
        size_t size = 1 + seeded_below(&seed, sizeof random);
        seeded_fill(&seed, random, size);
        person_send(bad, random, size);
        person_assert_served(&hall, good, 2);
    }
    /* every byte of a good command made another */
    for (size_t at = 0; at < length; at++) {
        send_with(bad, command, at, (uint8_t)seeded_next(&seed));
        person_assert_served(&hall, good, 2);
    }
    assert_false(bad->gone);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

/* Wraps `length` bytes as one field of a message; back to front, so that lengths are known. */
static size_t wrap(uint8_t *at, size_t length, uint8_t field)
{
    uint8_t head[8] = {(uint8_t)(field << 3 | 2)};
    size_t used = 1, left = length;
    do {
        head[used++] = (uint8_t)((left & 0x7F) | (left > 0x7F ? 0x80 : 0));
        left >>= 7;
    } while (left);
    memmove(at + used, at, length);
    memcpy(at, head, used);
    return length + used;
}

/* NAME_SEAT with any bytes for a name, of any length. */
static size_t write_name(uint8_t *to, seat_id seat, uint32_t id, const char *name, size_t length)
{
    static uint8_t small[WIRE_UPWARD_MAX];
    struct command command = {.id = 1, .kind = COMMAND_NAME_SEAT, .change.seat.seat = seat};
    wire_command_encode(small, &command);
    const uint8_t kind = small[5]; /* after two heads and the id */
    assert_true(id < 128 && seat < 128 && small[4] == 2 << 3);
    memcpy(to, name, length);
    size_t used = wrap(to, length, 4);
    memmove(to + 2, to, used);
    to[0] = 1 << 3, to[1] = (uint8_t)seat;
    used = wrap(to, used + 2, 6);
    used = wrap(to, used, 3);
    memmove(to + 4, to, used);
    to[0] = 1 << 3, to[1] = (uint8_t)id, to[2] = 2 << 3, to[3] = kind;
    return wrap(to, used + 4, 1);
}

static void names_that_are_no_names_are_refused(void **state)
{
    static char name[30000];
    static uint8_t bytes[32000];
    const struct {
        const char *text;
        size_t repeat;
        enum refusal refusal;
    } cases[] = {
        {"Ann Smith", 1, REFUSAL_NONE},       {"n", 60, REFUSAL_NONE},
        {"n", 61, REFUSAL_TEXT_LONG},         {"n", 10000, REFUSAL_TEXT_LONG},
        {"\xC3", 1, REFUSAL_TEXT_BROKEN},     {"\xED\xA0\x80", 1, REFUSAL_TEXT_BROKEN},
        {"\xFF\xFE", 2, REFUSAL_TEXT_BROKEN}, {"\xF0\x9F\x92\xA9", 5000, REFUSAL_TEXT_LONG},
    };
    struct hall hall;
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *bad = person_seated(&hall, CODE_ROOM, 0);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t one = strlen(cases[i].text), length = one * cases[i].repeat;
        for (size_t k = 0; k < cases[i].repeat; k++)
            memcpy(name + k * one, cases[i].text, one);
        uint32_t id = ++bad->next_id;
        person_send(bad, bytes, write_name(bytes, bad->seat, id, name, length));
        person_assert_served(&hall, good, 2);
        if (person_answer(bad, id) != (int)cases[i].refusal)
            fail_msg("case %zu: %d", i, person_answer(bad, id));
    }
    assert_int_equal(strlen(host_model(hall.host)->seats[bad->seat].name), 60);
    hall_assert_replays(&hall);
    hall_end(&hall);
}

static void unsealed_or_replayed_messages_end_their_own_connection(void **state)
{
    struct hall hall;
    static uint8_t bytes[WIRE_UPWARD_MAX], sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    (void)state;
    hall_begin(&hall, 3, 2, 16, false);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 2);
    struct command command = rate(1, 1, 9, "");
    command.id = 1;
    size_t length = wire_command_encode(bytes, &command), sealed_length;
    for (int which = 0; which < 3; which++) {
        struct person *bad = person_seated(&hall, CODE_SCHOOL, 1);
        assert_int_equal(link_guest_seal(sealed, &sealed_length, &bad->guest, bytes, length), 0);
        uint64_t dropped = host_dropped(hall.host);
        if (which == 0) /* in the clear */
            person_send_raw(bad, bytes, length);
        if (which == 1) { /* altered on the way */
            sealed[sealed_length / 2] ^= 1;
            person_send_raw(bad, sealed, sealed_length);
        }
        if (which == 2) { /* twice */
            person_send_raw(bad, sealed, sealed_length);
            person_send_raw(bad, sealed, sealed_length);
        }
        person_assert_served(&hall, good, 2);
        hall_run(&hall, 50);
        assert_true(bad->gone);
        assert_true(host_dropped(hall.host) > dropped);
        person_go(&hall, &bad);
    }
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(out_of_range_is_refused_with_a_reason),
        cmocka_unit_test(broken_bytes_are_dropped_and_counted),
        cmocka_unit_test(names_that_are_no_names_are_refused),
        cmocka_unit_test(unsealed_or_replayed_messages_end_their_own_connection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
