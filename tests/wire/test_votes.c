#include "testing.h"
#include "wire/by_hand.h"
#include "wire/fill.h"
#include "wire/fill_content.h"
#include "wire/item_tags.h"
#include "wire/wire.h"

/* Ballots, papers and tallies: lists that do not go together are not taken, and everything keeps to
 * its size. And actions as files of version 0.2 have them. */

enum { BODY_ACTION = 21, BODY_BALLOT = 24, BODY_BALLOT_SET, BODY_REVEAL, BODY_PAPER };

static uint8_t bytes[1 << 15];

/* ---- what goes out comes back, whatever the vote is on */

static void every_kind_of_ballot_comes_back(void **state)
{
    (void)state;
    static struct event in, out;
    static uint8_t to[WIRE_ITEM_MAX];
    for (unsigned about = 0; about < ABOUT_COUNT; about++)
        for (unsigned method = 0; method < METHOD_COUNT; method++) {
            memset(&in, 0, sizeof in);
            in.kind = out.kind = EVENT_BALLOT_ADDED;
            fill_event_body(&in.change, in.kind);
            struct ballot_content *content = &in.change.ballot.content;
            content->about = (uint8_t)about;
            content->method = (uint8_t)method;
            if (about != ABOUT_TYPED) {
                memset(content->texts, 0, sizeof content->texts);
                memset(content->things, 0xFF, sizeof content->things);
            }
            if (method != METHOD_SCORES)
                memset(content->criteria, 0, sizeof content->criteria);
            assert_true(wire_event_decode(&out, to, wire_event_encode(to, &in)));
            assert_memory_equal(&in.change, &out.change, sizeof in.change);
        }
}

/* Papers are sent and kept by the thousand. */
static void a_paper_is_small(void **state)
{
    (void)state;
    static uint8_t to[WIRE_UPWARD_MAX];
    struct command cast = {.kind = COMMAND_CAST_PAPER, .id = UINT32_MAX};
    fill_command_body(&cast.change, cast.kind);
    assert_in_range(wire_command_encode(to, &cast), 1, 60);
    struct event event = {.kind = EVENT_PAPER_CAST, .change.paper = {.ballot = 1, .slot = 1}};
    assert_in_range(wire_event_encode(to, &event), 1, 8);
    struct item turnout = {.key.kind = ITEM_TURNOUT};
    fill_item(&turnout, ITEM_TURNOUT);
    assert_in_range(wire_item_encode(to, &turnout), 1, 24);
}

/* ---- by hand */

static bool read_event(enum event_kind kind, unsigned field, const uint8_t *body, size_t length)
{
    static struct event event;
    event.kind = kind;
    return wire_event_decode(&event, bytes, put_bytes(bytes, field, body, length));
}

static void marks_are_no_longer_than_a_paper(void **state)
{
    (void)state;
    static const uint8_t marks[OPTIONS_MAX + 1] = {1};
    uint8_t body[64];
    for (size_t length = 0; length <= OPTIONS_MAX + 1; length++)
        assert_int_equal(
            read_event(EVENT_PAPER_CAST, BODY_PAPER, body, put_bytes(body, 5, marks, length)),
            length <= OPTIONS_MAX);
    /* from a client it is refused by its id */
    static struct upward up;
    uint8_t change[64], command[64];
    size_t n = put_bytes(change, BODY_PAPER, body, put_bytes(body, 5, marks, sizeof marks));
    size_t c = put_number(command, 1, 9);
    c += put_number(command + c, 2, 47);
    c += put_bytes(command + c, 3, change, n);
    assert_true(wire_upward_decode(&up, bytes, put_bytes(bytes, 1, command, c)));
    assert_int_equal(up.command.id, 9);
    assert_int_equal(up.refusal, REFUSAL_NOT_UNDERSTOOD);
}

/* Each list of a tally has one length, or is not there. */
static void tallies_are_whole(void **state)
{
    (void)state;
    static const struct {
        unsigned field;
        size_t length;
    } lists[] = {{3, OPTIONS_MAX},
                 {4, OPTIONS_MAX},
                 {5, OPTIONS_MAX * OPTIONS_MAX},
                 {6, CRITERIA_MAX * OPTIONS_MAX * SCORE_MAX}};
    static const uint8_t ones[OPTIONS_MAX * OPTIONS_MAX + 1] = {1};
    static uint8_t tally[1 << 12], body[1 << 12];
    static struct item item;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (int less = -1; less <= 2; less++) {
            size_t whole = lists[i].length;
            size_t length = less == 2 ? whole / 2 : (size_t)((int)whole - less);
            size_t n = put_bytes(tally, lists[i].field, ones, length);
            bool fits = length == whole;
            assert_int_equal(
                read_event(EVENT_BALLOT_REVEALED, BODY_REVEAL, body, put_bytes(body, 2, tally, n)),
                fits);
            size_t key = put_number(bytes, 1, 1);
            n = put_bytes(bytes + key, item_tag(ITEM_BALLOT_TALLY), tally, n);
            assert_int_equal(wire_item_decode(&item, bytes, key + n), fits);
        }
}

/* A ballot's options: as many as it says, texts of typed ones and ids of others, never both. */
static void options_are_as_many_as_they_say(void **state)
{
    (void)state;
    static const struct {
        uint64_t about;
        unsigned count, things, texts;
        bool fits;
    } cases[] = {
        {ABOUT_TYPED, 2, 0, 2, true},       {ABOUT_TYPED, 0, 0, 0, true},
        {ABOUT_TYPED, 2, 0, 1, false},      {ABOUT_TYPED, 2, 0, 3, false},
        {ABOUT_TYPED, 2, 2, 0, false},      {ABOUT_TYPED, 2, 1, 2, false},
        {ABOUT_CONDITIONS, 3, 3, 0, true},  {ABOUT_CONDITIONS, 3, 2, 0, false},
        {ABOUT_CONDITIONS, 0, 1, 0, false}, {ABOUT_ACTIONS, 2, 2, 1, false},
        {ABOUT_ACTIONS, 24, 24, 0, true},   {ABOUT_ACTIONS, 25, 25, 0, false},
        {ABOUT_TYPED, 25, 0, 25, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t content[256], body[256];
        size_t n = put_number(content, 4, cases[i].about);
        n += put_number(content + n, 11, cases[i].count);
        for (unsigned t = 0; t < cases[i].things; t++)
            n += put_number(content + n, 12, 1);
        for (unsigned t = 0; t < cases[i].texts; t++)
            n += put_bytes(content + n, 13, "one", 3);
        if (read_event(EVENT_BALLOT_ADDED, BODY_BALLOT, body, put_bytes(body, 3, content, n)) !=
            cases[i].fits)
            fail_msg("case %zu", i);
        n = put_number(body, 3, cases[i].count);
        for (unsigned t = 0; t < cases[i].things; t++)
            n += put_number(body + n, 4, 1);
        assert_int_equal(read_event(EVENT_BALLOT_SET, BODY_BALLOT_SET, body, n),
                         cases[i].things == cases[i].count && cases[i].count <= OPTIONS_MAX);
    }
}

/* What a room is shown, it can look up. */
static void shown_options_are_within_tables(void **state)
{
    (void)state;
    static struct item in, out;
    static uint8_t to[WIRE_ITEM_MAX];
    static const uint16_t most[] = {CONDITIONS_MAX, ACTIONS_MAX};
    for (unsigned about = ABOUT_CONDITIONS; about <= ABOUT_ACTIONS; about++)
        for (unsigned beyond = 0; beyond < 2; beyond++) {
            memset(&in, 0, sizeof in);
            fill_least_item(&in, ITEM_BALLOT);
            in.body.ballot.content.about = (uint8_t)about;
            in.body.ballot.content.option_count = 2;
            in.body.ballot.content.things[1] = (uint16_t)(most[about] + beyond);
            assert_int_equal(wire_item_decode(&out, to, wire_item_encode(to, &in)), !beyond);
        }
}

/* ---- version 0.2 */

/* There an action was its school, condition, months and text, side by side. */
static void actions_of_version_0_2_are_read_as_before(void **state)
{
    (void)state;
    uint8_t body[128];
    struct event event = {.kind = EVENT_ACTION_ADDED};
    size_t n = put_number(body, 1, 3);
    n += put_number(body + n, 2, 7);
    n += put_number(body + n, 3, 10);
    n += put_number(body + n, 4, 18);
    n += put_number(body + n, 5, 2);
    n += put_bytes(body + n, 6, "Ask the parents", 15);
    size_t length = put_bytes(bytes, BODY_ACTION, body, n);
    assert_true(wire_event_decode(&event, bytes, length));
    struct action_change expected = {.action = 3, .revision = 2};
    expected.content.school = 7;
    expected.content.condition = 10;
    expected.content.months = 18;
    strcpy(expected.content.text, "Ask the parents");
    assert_memory_equal(&event.change.action, &expected, sizeof expected);
    assert_int_equal(expected.state, ACTION_OWN);
    /* within the same ranges as then */
    n += put_number(body + n, 4, MONTHS_MAX + 1);
    assert_false(wire_event_decode(&event, bytes, put_bytes(bytes, BODY_ACTION, body, n)));
    n = put_bytes(body, 6, "Ask\xff", 4);
    assert_false(wire_event_decode(&event, bytes, put_bytes(bytes, BODY_ACTION, body, n)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_ballot_comes_back),
        cmocka_unit_test(a_paper_is_small),
        cmocka_unit_test(marks_are_no_longer_than_a_paper),
        cmocka_unit_test(tallies_are_whole),
        cmocka_unit_test(options_are_as_many_as_they_say),
        cmocka_unit_test(shown_options_are_within_tables),
        cmocka_unit_test(actions_of_version_0_2_are_read_as_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
