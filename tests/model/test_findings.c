#include "model/bench.h"
#include "testing.h"

/* What the facilitator makes of the findings, and the local authority's answers. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;

static void set(enum finding_kind kind, uint8_t number, bool hidden, bool for_la)
{
    struct command c = ask_finding(COMMAND_SET_FINDING, kind, number, 0, "");
    c.change.finding.hidden = hidden;
    c.change.finding.for_la = for_la;
    bench_must(b, SEAT_KIOSK, c);
}

static void rank(enum finding_kind kind, uint8_t number, unsigned place)
{
    struct command c = ask_finding(COMMAND_RANK_FINDING, kind, number, 0, "");
    c.change.finding.rank = (uint8_t)place;
    bench_must(b, SEAT_KIOSK, c);
}

static const struct finding_item *look(enum audience_kind kind, enum finding_kind finding,
                                       uint8_t number)
{
    bench_look(b, room, &live, kind, 0);
    return &room->findings[finding][number];
}

static void a_wording_replaces_and_gives_back(void **state)
{
    (void)state;
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_PRIORITY, 2, 0, "Impact first."));
    const struct finding_item *f = look(AUDIENCE_PARTICIPANTS, FINDING_PRIORITY, 2);
    assert_string_equal(f->text, "Impact first.");
    assert_int_equal(f->revision, 1);
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_PRIORITY, 2, 1, ""));
    f = look(AUDIENCE_PROJECTOR, FINDING_PRIORITY, 2);
    assert_string_equal(f->text, "");
    assert_int_equal(f->revision, 2);
    /* the same text again is no event */
    uint64_t events = b->model->event_count;
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_PRIORITY, 2, 2, ""));
    assert_int_equal(b->model->event_count, events);
}

/* Two facilitators at once: the later one is told to look again. */
static void a_wording_that_was_not_seen_is_not_overwritten(void **state)
{
    (void)state;
    seat_id other = bench_join(b, CODE_FACILITATOR, 0);
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_WELL, 1, 0, "One."));
    assert_int_equal(
        bench_ask(b, other, ask_finding(COMMAND_WORD_FINDING, FINDING_WELL, 1, 0, "Two.")),
        REFUSAL_CHANGED);
    bench_must(b, other, ask_finding(COMMAND_WORD_FINDING, FINDING_WELL, 1, 1, "Two."));
    assert_string_equal(b->model->findings[FINDING_WELL][1].text, "Two.");
}

static void findings_are_added_and_taken_away(void **state)
{
    (void)state;
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "Transport."));
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "Rooms."));
    assert_string_equal(look(AUDIENCE_PARTICIPANTS, FINDING_ADDED, 2)->text, "Rooms.");
    set(FINDING_ADDED, 1, false, true);
    bench_must(b, 0, ask_finding(COMMAND_ANSWER_FINDING, FINDING_ADDED, 1, 0, "A minibus."));
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 1, 1, ""));
    assert_string_equal(look(AUDIENCE_FACILITATOR, FINDING_ADDED, 1)->text, "");
    assert_false(room->findings[FINDING_ADDED][1].for_la);
    assert_string_equal(room->findings[FINDING_ADDED][1].answer, "");
    /* its number is free again, but not for who saw the old one */
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "Crossings."));
    const struct finding_item *f = look(AUDIENCE_FACILITATOR, FINDING_ADDED, 1);
    assert_string_equal(f->text, "Crossings.");
    assert_string_equal(f->answer, "");
    assert_int_equal(f->revision, 3);
}

static void a_hidden_finding_is_the_facilitators(void **state)
{
    (void)state;
    static const enum audience_kind others[] = {AUDIENCE_PROJECTOR, AUDIENCE_OBSERVER,
                                                AUDIENCE_PARTICIPANTS};
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_WELL, 1, 0, "Secretly well."));
    bench_must(b, 0, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "Not yet."));
    set(FINDING_WELL, 1, true, true);
    set(FINDING_ADDED, 1, true, false);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct finding_item *f = look(others[i], FINDING_WELL, 1);
        static const struct finding_item only_hidden = {.hidden = true};
        assert_memory_equal(f, &only_hidden, sizeof only_hidden);
        static const struct finding_item none;
        assert_memory_equal(&room->findings[FINDING_ADDED][1], &none, sizeof none);
    }
    assert_string_equal(look(AUDIENCE_FACILITATOR, FINDING_WELL, 1)->text, "Secretly well.");
    assert_true(room->findings[FINDING_WELL][1].for_la);
    assert_string_equal(room->findings[FINDING_ADDED][1].text, "Not yet.");
}

static void no_two_have_one_place(void **state)
{
    (void)state;
    rank(FINDING_WELL, 1, 2);
    rank(FINDING_WELL, 2, 3);
    rank(FINDING_LA, 3, 2); /* comes before the other two */
    assert_int_equal(b->model->findings[FINDING_LA][3].rank, 2);
    assert_int_equal(b->model->findings[FINDING_WELL][1].rank, 3);
    assert_int_equal(b->model->findings[FINDING_WELL][2].rank, 4);
    rank(FINDING_LA, 3, 0);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, FINDING_WELL, 2)->rank, 4);
    rank(FINDING_WELL, 1, FINDING_RANK_MAX);
    rank(FINDING_WELL, 3, FINDING_RANK_MAX);
    assert_int_equal(b->model->findings[FINDING_WELL][1].rank, 0);
}

static void assert_places(unsigned a, unsigned x, unsigned c)
{
    assert_int_equal(b->model->findings[FINDING_WELL][1].rank, a);
    assert_int_equal(b->model->findings[FINDING_WELL][2].rank, x);
    assert_int_equal(b->model->findings[FINDING_WELL][3].rank, c);
}

/* Those that made room come back too. */
static void a_place_that_is_taken_back_is_as_before(void **state)
{
    (void)state;
    for (uint8_t n = 1; n <= 3; n++)
        rank(FINDING_WELL, n, n);
    rank(FINDING_WELL, 3, 1);
    assert_places(2, 3, 1);
    bench_must(b, SEAT_KIOSK, ask_undo(b, false));
    assert_places(1, 2, 3);
    bench_must(b, SEAT_KIOSK, ask_undo(b, true));
    assert_places(2, 3, 1);
}

static void the_local_authority_answers(void **state)
{
    (void)state;
    seat_id la = bench_join(b, CODE_OBSERVER, 0);
    set(FINDING_LA, 3, false, true);
    bench_must(b, la,
               ask_finding(COMMAND_ANSWER_FINDING, FINDING_LA, 3, 0, "A shared model by May."));
    const struct finding_item *f = look(AUDIENCE_OBSERVER, FINDING_LA, 3);
    assert_string_equal(f->answer, "A shared model by May.");
    assert_int_equal(f->answer_revision, 1);
    assert_int_equal(f->revision, 0);
    bench_must(b, 0,
               ask_finding(COMMAND_ANSWER_FINDING, FINDING_LA, 3, 1, "A shared model by June."));
    assert_string_equal(look(AUDIENCE_PROJECTOR, FINDING_LA, 3)->answer, "A shared model by June.");
    set(FINDING_LA, 3, false, false); /* kept, should it be put to them again */
    assert_string_equal(look(AUDIENCE_PROJECTOR, FINDING_LA, 3)->answer, "A shared model by June.");
}

static void untouched_findings_are_not_projected(void **state)
{
    (void)state;
    static struct finding_item none[FINDING_COUNT][CONDITIONS_MAX + 1];
    look(AUDIENCE_FACILITATOR, FINDING_WELL, 1);
    assert_memory_equal(room->findings, none, sizeof none);
}

#define TEST(name) BENCH_TEST(name, bench_set_up, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_wording_replaces_and_gives_back),
        TEST(a_wording_that_was_not_seen_is_not_overwritten),
        TEST(findings_are_added_and_taken_away),
        TEST(a_hidden_finding_is_the_facilitators),
        TEST(no_two_have_one_place),
        TEST(a_place_that_is_taken_back_is_as_before),
        TEST(the_local_authority_answers),
        TEST(untouched_findings_are_not_projected),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
