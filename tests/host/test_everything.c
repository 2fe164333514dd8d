/* Everything that can be asked, with numbers and texts by chance, sealed as it should be and sent
 * by people of every role: most of it is refused, some of it done. Whoever behaves is served, and
 * in the end the file says what the state says. */

#include <stdio.h>
#include <stdlib.h>

#include "host/hall.h"
#include "host/rows.h"
#include "host/state.h"
#include "model/ballots.h"
#include "testing.h"
#include "wire/by_hand.h"
#include "wire/fill.h"

enum { STEPS = 20000, PEOPLE = 5 };

static const char *const texts[] = {
    "", "A note", "Caf\xc3\xa9", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "two\nlines", "Oak\xff", "x"};

struct chance {
    uint64_t seed;
    const struct model *model;
};

static unsigned below(struct chance *c, unsigned count)
{
    return (unsigned)seeded_below(&c->seed, count);
}

/* What the fields of a body are, by their numbers: n number, i id of a vote, t text, m marks, and
 * in capitals bodies within: F figure, A action, B ballot, P priority, E what was said earlier. */
static const char *shape_of(unsigned body)
{
    switch (body) {
    case 4:
        return "nt";
    case 6:
        return "nnntnn";
    case 8:
        return "nnnnFt";
    case 17:
        return "nnnnnnnntt";
    case 20:
        return "nnnnnnt";
    case 21:
        return "nnnnntAnnnnnnn";
    case 24:
        return "inB";
    case 25:
        return "in";
    case 27:
        return "innnm";
    case 28:
        return "nnPP";
    case 29:
        return "nnt";
    case 30:
        return "nnE";
    case 'F':
        return "nnnt";
    case 'A':
        return "nnnnnnnnnnnttttt";
    case 'P':
        return "nt";
    case 'E':
        return "mm";
    default:
        return "nnnnnnnnnn";
    }
}

/* Mostly near what is there. */
static uint64_t any_number(struct chance *c, unsigned most)
{
    return below(c, 40) ? below(c, most) : below(c, 70000);
}

/* Mostly the vote that is under way. */
static uint64_t any_ballot(struct chance *c)
{
    for (ballot_id b = 1; b <= c->model->ballot_count && below(c, 9); b++)
        if (ballot_is_under_way(c->model, b))
            return b;
    return any_number(c, BALLOTS_MAX);
}

static size_t write_text(uint8_t *to, unsigned field, struct chance *c)
{
    const char *text = texts[below(c, sizeof texts / sizeof *texts)];
    return put_bytes(to, field, text, strlen(text));
}

static size_t write_marks(uint8_t *to, unsigned field, struct chance *c)
{
    uint8_t marks[OPTIONS_MAX];
    for (int i = 0; i < OPTIONS_MAX; i++)
        marks[i] = (uint8_t)below(c, below(c, 9) ? 2 : 40);
    return put_bytes(to, field, marks, below(c, 6) ? 2 : below(c, OPTIONS_MAX));
}

/* A vote whose terms mostly fit together: nearly nothing would if all were by chance. */
static size_t write_ballot(uint8_t *to, struct chance *c)
{
    unsigned method = below(c, METHOD_COUNT), options = 0;
    unsigned about = below(c, ABOUT_COUNT);
    size_t length = write_text(to, 2, c);
    length += put_number(to + length, 3, method);
    length += put_number(to + length, 4, about);
    length += put_number(to + length, 5, below(c, 2));
    length += put_number(to + length, 6, below(c, 2));
    for (unsigned field = 7; field <= 8 && method == METHOD_DOTS; field++)
        length += put_number(to + length, field, any_number(c, 4));
    for (unsigned i = 0; i < CRITERIA_MAX && method == METHOD_SCORES; i++)
        length += put_bytes(to + length, 9, i ? "effort" : "impact", 6);
    if (about == ABOUT_TYPED || below(c, 3) == 0)
        options = 2 + below(c, 3);
    length += put_number(to + length, 11, options);
    for (unsigned i = 1; i <= options; i++)
        length += about == ABOUT_TYPED ? put_bytes(to + length, 13, &"abcd"[i - 1], 1)
                                       : put_number(to + length, 12, i);
    return length;
}

/* Most fields of a body; now and then of the wrong type. */
static size_t write_fields(uint8_t *to, unsigned body, struct chance *c)
{
    const char *shape = shape_of(body);
    size_t length = 0;
    for (unsigned field = 1; shape[field - 1]; field++) {
        static uint8_t within[2][1024];
        uint8_t *inner = within[body >= 'A'];
        char kind = shape[field - 1];
        if (below(c, kind >= 'a' ? 4 : 12) == 0)
            continue;
        if (below(c, 300) == 0)
            kind = kind == 't' ? 'n' : 't';
        if (kind == 't')
            length += write_text(to + length, field, c);
        else if (kind == 'm')
            length += write_marks(to + length, field, c);
        else if (kind == 'B')
            length += put_bytes(to + length, field, inner, write_ballot(inner, c));
        else if (kind >= 'a')
            length +=
                put_number(to + length, field, kind == 'i' ? any_ballot(c) : any_number(c, 5));
        else
            length += put_bytes(to + length, kind == 'P' ? 3 : field, inner,
                                write_fields(inner, (unsigned)kind, c));
    }
    return length;
}

static uint64_t take_number(const uint8_t **at)
{
    uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint8_t byte = *(*at)++;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return number;
    }
}

/* The number of the body that a command with an empty one has. */
static unsigned body_of(const uint8_t *at)
{
    take_number(&at), take_number(&at); /* the command: its id, its kind */
    take_number(&at), take_number(&at);
    take_number(&at), take_number(&at);
    take_number(&at), take_number(&at); /* the change: one body */
    return (unsigned)(take_number(&at) >> 3);
}

/* A command of any kind that a client may send, its body said by chance. */
static size_t write_command(uint8_t to[WIRE_UPWARD_MAX], struct chance *c, uint32_t id)
{
    static uint8_t fields[2048], change[2048], again[2048];
    struct command least = {.id = id};
    static const enum command_kind often[] = {COMMAND_CAST_PAPER, COMMAND_SET_BALLOT,
                                              COMMAND_ADD_ACTION, COMMAND_ADD_NOTE,
                                              COMMAND_FILL_SLIP};
    do
        least.kind = below(c, 4) ? (enum command_kind)below(c, COMMAND_COUNT)
                                 : often[below(c, sizeof often / sizeof *often)];
    while (!fill_is_for_clients(least.kind) || least.kind == COMMAND_CLOSE ||
           least.kind == COMMAND_REMOVE_SEAT || least.kind == COMMAND_CHANGE_AGENDA_ITEM);
    size_t length = wire_command_encode(to, &least);
    unsigned body = body_of(to);
    size_t n = put_bytes(change, body, fields, write_fields(fields, body, c));
    n = put_bytes(again, 3, change, n);
    return length + put_bytes(to + length, 1, again, n);
}

static unsigned count_revealed(const struct model *m)
{
    unsigned count = 0;
    for (ballot_id b = 1; b <= m->ballot_count; b++)
        count += m->ballots[b].state == BALLOT_REVEALED && m->ballots[b].tally.papers > 0;
    return count;
}

/* The file keeps apart the marks of papers that the state knows, and of no others. */
static enum error see_record(void *context, const struct journal_record *record)
{
    const struct model *m = host_model(((const struct hall *)context)->host);
    bool known = false;
    if (strcmp(record->kind, event_word(EVENT_PAPER_CAST)) != 0)
        return ERROR_OK;
    for (uint16_t p = 1; p <= m->paper_count; p++)
        known |= m->papers[p].event == (uint64_t)record->seq;
    assert_int_equal(known, record->secret_length > 0);
    return ERROR_OK;
}

static void by_chance_nothing_breaks(void **state)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    struct hall hall;
    struct chance c = {.seed = 43};
    (void)state;
    hall_begin(&hall, 3, 3, 32, true);
    hall.now_ms += INT64_C(20) * 24 * 3600 * 1000; /* so that there are days before this one */
    c.model = host_model(hall.host);
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
        struct person *p = people[below(&c, 2) ? 0 : below(&c, PEOPLE)];
        size_t length = write_command(bytes, &c, ++p->next_id);
        person_send(p, bytes, length);
        hall_step(&hall);
        assert_false(p->gone);
        if (step % 50 == 0)
            person_assert_served(&hall, good, 3);
    }
    const struct model *m = host_model(hall.host);
    assert_true(m->event_count - events > STEPS / 40);
    assert_true(m->note_count > 10 && m->slip_count > 3 && m->action_count > 10);
    assert_true(m->ballot_count > 10 && count_revealed(m) > 3 && m->paper_count > 3);
    assert_true(m->priorities.revision > 1 && m->review_count > 3);
    hall_assert_replays(&hall);
    struct store *store = hall_store(&hall);
    struct trouble trouble = {0};
    assert_int_equal(journal_replay(store_journal(store), see_record, &hall, NULL), ERROR_OK);
    if (rows_compare(store_journal(store), store_model(store), &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    hall_end(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_chance_nothing_breaks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
