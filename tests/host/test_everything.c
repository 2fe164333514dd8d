/* Everything that can be asked, with numbers and texts by chance, sealed as it should be and sent
 * by people of every role: most of it is refused, some of it done. Whoever behaves is served, and
 * in the end the file says what the state says. */

#include <stdio.h>
#include <stdlib.h>

#include "host/hall.h"
#include "host/rows.h"
#include "host/state.h"
#include "testing.h"
#include "wire/by_hand.h"
#include "wire/fill.h"

enum { STEPS = 20000, PEOPLE = 5 };

static const char *const texts[] = {
    "", "A note", "Caf\xc3\xa9", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "two\nlines", "Oak\xff", "x"};

/* The fields that are texts, by the number of the body; few others are. */
static bool is_text(unsigned body, unsigned field)
{
    return (body == 4 && field == 2) || (body == 6 && field == 4) || (body == 8 && field == 6) ||
           (body == 17 && field >= 9) || (body == 20 && field == 7) || (body == 21 && field == 6);
}

/* Most fields, with numbers that are mostly near what is there; now and then of the wrong type. */
static size_t write_fields(uint8_t *to, unsigned body, uint64_t *seed)
{
    size_t length = 0;
    for (unsigned field = 1; field <= 10; field++) {
        const char *text = texts[seeded_below(seed, sizeof texts / sizeof *texts)];
        if (seeded_below(seed, 4) == 0)
            continue;
        if (is_text(body, field) != (seeded_below(seed, 80) == 0))
            length += put_bytes(to + length, field, text, strlen(text));
        else
            length += put_number(to + length, field,
                                 seeded_below(seed, 40) ? seeded_below(seed, 4)
                                                        : seeded_below(seed, 70000));
    }
    return length;
}

/* The first number of the only field in the command's change: that of its body. */
static unsigned body_of(const uint8_t *bytes, size_t length)
{
    unsigned head = bytes[length - 2];
    if (bytes[length - 3] & 0x80)
        head = (head << 7) | (bytes[length - 3] & 0x7F);
    assert_int_equal(bytes[length - 1], 0);
    return head >> 3;
}

/* A command of any kind that a client may send, its body said by chance. */
static size_t write_command(uint8_t to[WIRE_UPWARD_MAX], uint64_t *seed, uint32_t id)
{
    static uint8_t fields[2048], change[2048], again[2048];
    struct command least = {.id = id};
    do
        least.kind = (enum command_kind)seeded_below(seed, COMMAND_COUNT);
    while (!fill_is_for_clients(least.kind) || least.kind == COMMAND_CLOSE ||
           least.kind == COMMAND_REMOVE_SEAT || least.kind == COMMAND_CHANGE_AGENDA_ITEM);
    size_t length = wire_command_encode(to, &least);
    unsigned body = body_of(to, length);
    size_t n = put_bytes(change, body, fields, write_fields(fields, body, seed));
    n = put_bytes(again, 3, change, n);
    return length + put_bytes(to + length, 1, again, n);
}

static void by_chance_nothing_breaks(void **state)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    struct hall hall;
    uint64_t seed = 41;
    (void)state;
    hall_begin(&hall, 3, 3, 32, true);
    struct person *people[PEOPLE] = {person_seated(&hall, CODE_FACILITATOR, 0)};
    struct command issue = {.kind = COMMAND_ISSUE_CODE, .change.code.kind = CODE_OBSERVER};
    assert_int_equal(person_obeyed(&hall, people[0], &issue), REFUSAL_NONE);
    people[1] = person_seated(&hall, CODE_OBSERVER, 0);
    people[2] = person_seated(&hall, CODE_ROOM, 0);
    people[3] = person_seated(&hall, CODE_SCHOOL, 1);
    people[4] = person_seated(&hall, CODE_SCHOOL, 2);
    struct person *good = person_seated(&hall, CODE_SCHOOL, 3);
    uint64_t events = host_model(hall.host)->event_count;
    for (unsigned step = 0; step < STEPS; step++) {
        /* the facilitator half of the time: it may do the most */
        struct person *p = people[seeded_below(&seed, 2) ? 0 : seeded_below(&seed, PEOPLE)];
        size_t length = write_command(bytes, &seed, ++p->next_id);
        person_send(p, bytes, length);
        hall_step(&hall);
        assert_false(p->gone);
        if (step % 50 == 0)
            person_assert_served(&hall, good, 3);
    }
    const struct model *m = host_model(hall.host);
    assert_true(m->event_count - events > STEPS / 40);
    assert_true(m->note_count > 10 && m->slip_count > 3 && m->action_count > 3);
    hall_assert_replays(&hall);
    struct store *store = hall_store(&hall);
    struct trouble trouble = {0};
    if (rows_compare(store_journal(store), store_model(store), &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_chance_nothing_breaks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
