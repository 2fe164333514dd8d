#include "model/driver.h"
#include "model/papers.h"
#include "model/turmoil.h"
#include "testing.h"

#include <stdlib.h>

/* Votes in a turmoil: what is counted is what people cast last; nothing of it is needed to know the
 * state but what still counts; and until it is revealed nobody is given anything that depends on
 * it. */

static void what_is_counted_is_what_was_cast_last(void **state)
{
    (void)state;
    uint32_t revealed = 0, counted = 0, by_hand = 0, replaced = 0, withdrawn = 0, gone = 0;
    for (uint64_t seed = 30; seed < 40; seed++) {
        struct turmoil *run = turmoil_begin(seed);
        revealed += run->revealed;
        counted += run->counted;
        by_hand += run->by_hand;
        replaced += run->replaced;
        withdrawn += run->withdrawn;
        gone += run->gone;
        turmoil_end(run);
    }
    assert_true(revealed > 15 && counted > 300 && by_hand > 50);
    assert_true(replaced > 20 && withdrawn > 3 && gone > 3);
}

/* A fresh model, set up alike, and these events. */
static void replay(struct bench *b, const struct turmoil *run)
{
    turmoil_open(b);
    for (uint32_t i = 0; i < run->event_count; i++) {
        assert_true(model_fits(b->model, &run->events[i]));
        model_apply(b->model, &run->events[i]);
    }
}

static void wipe(struct event *e)
{
    memset(&e->secret, 0, sizeof e->secret);
}

/* The file has lost what the state has forgotten, and gives the state. */
static void wiped_papers_are_not_missed(void **state)
{
    (void)state;
    uint32_t wiped = 0, kept = 0;
    for (uint64_t seed = 40; seed < 46; seed++) {
        struct turmoil *run = turmoil_begin(seed);
        const struct model *m = run->bench.model;
        uint64_t first = m->event_count - run->event_count + 1;
        for (uint32_t i = 0; i < run->event_count; i++) {
            bool counts = false;
            if (run->events[i].kind != EVENT_PAPER_CAST || !run->events[i].secret.length)
                continue;
            for (uint16_t p = 1; p <= m->paper_count; p++)
                counts = counts || m->papers[p].event == first + i;
            if (!counts)
                wipe(&run->events[i]);
            wiped += !counts;
            kept += counts;
        }
        struct bench again;
        replay(&again, run);
        assert_memory_equal(again.model, m, sizeof *m);
        bench_close(&again);
        turmoil_end(run);
    }
    assert_true(wiped > 100 && kept > 10);
}

static void count_voted(void *context, const struct item *item)
{
    unsigned *voted = context;
    if (item->key.kind == ITEM_TURNOUT && item->key.b == 0)
        voted[item->key.a] = item->body.turnout.voted;
}

/* A copy of the file is without secrets: who took part and the tallies are as they were, and papers
 * that nobody can count any more count for nothing. */
static void a_copy_has_no_papers_of_secret_votes(void **state)
{
    (void)state;
    struct live *live = calloc(1, sizeof *live);
    unsigned lost = 0;
    for (uint64_t seed = 50; seed < 58; seed++) {
        struct turmoil *run = turmoil_begin(seed);
        const struct model *m = run->bench.model;
        for (uint32_t i = 0; i < run->event_count; i++)
            if (run->events[i].kind == EVENT_PAPER_CAST)
                wipe(&run->events[i]);
        struct bench copy;
        replay(&copy, run);
        unsigned voted[BALLOTS_MAX + 1] = {0}, still[BALLOTS_MAX + 1] = {0};
        struct audience room = {AUDIENCE_PARTICIPANTS, 0};
        model_project(m, live, room, count_voted, voted);
        model_project(copy.model, live, room, count_voted, still);
        for (ballot_id b = 1; b <= m->ballot_count; b++) {
            const struct ballot *one = &m->ballots[b], *other = &copy.model->ballots[b];
            bool keeps = one->content.named || one->state == BALLOT_REVEALED;
            assert_memory_equal(one, other, sizeof *one);
            assert_int_equal(still[b], keeps ? voted[b] : 0);
            lost += voted[b] - still[b];
        }
        bench_close(&copy);
        turmoil_end(run);
    }
    assert_true(lost > 0);
    free(live);
}

/* The same people cast the same papers, in any order: the tally is the same to the byte. */
static void the_order_of_papers_changes_nothing(void **state)
{
    (void)state;
    struct bench bench;
    struct driver dice;
    bench_open_workshop(&bench);
    bench_schools(&bench, 2);
    seat_id seats[24];
    struct marks marks[24];
    for (unsigned i = 0; i < 24; i++)
        seats[i] = bench_join(&bench, CODE_SCHOOL, (school_id)(1 + i % 2));
    driver_start(&dice, &bench, 60);
    for (unsigned method = 0; method < METHOD_COUNT; method++) {
        struct ballot_tally tallies[2];
        for (unsigned round = 0; round < 2; round++) {
            struct command add = ask_add_ballot((enum method)method, 5);
            ballot_id ballot = bench_ballot(&bench, add);
            for (unsigned i = 0; i < 24 && round == 0; i++)
                marks[i] = driver_marks(&dice, &bench.model->ballots[ballot].content);
            unsigned at = driver_pick(&dice, 24);
            for (unsigned i = 0; i < 24; i++, at = (at + (round ? 7 : 1)) % 24) {
                struct command cast = ask_paper(ballot, 1, 0, "");
                cast.change.paper.marks = marks[at];
                assert_int_equal(bench_ask(&bench, seats[at], cast), REFUSAL_NONE);
            }
            bench_ask(&bench, 0, ask_set_ballot(ballot, BALLOT_CLOSED));
            paper_tally(&tallies[round], bench.model, ballot);
            bench_ask(&bench, 0, ask_set_ballot(ballot, BALLOT_REVEALED));
            assert_memory_equal(&tallies[round], &bench.model->ballots[ballot].tally,
                                sizeof *tallies);
        }
        assert_memory_equal(&tallies[0], &tallies[1], sizeof *tallies);
        assert_int_equal(tallies[0].papers, 24);
    }
    bench_close(&bench);
}

/* ---- what leaves the model */

/* All that an audience is given, but for what may well depend on marks: one's own paper, and what
 * the reveal has shown. Of those there is only that they are there. */
struct given {
    uint64_t all, told;
    uint32_t count;
};

static uint64_t fold(uint64_t hash, const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ ((const uint8_t *)bytes)[i]) * UINT64_C(1099511628211);
    return hash;
}

static void take_item(void *context, const struct item *from)
{
    struct given *given = context;
    static struct item item;
    size_t size = item_size((enum item_kind)from->key.kind);
    item.key = from->key;
    memcpy(&item.body, &from->body, size);
    given->told = fold(given->told, &item.body, size);
    if (item.key.kind == ITEM_OWN_PAPER)
        memset(&item.body.own_paper.marks, 0, sizeof item.body.own_paper.marks);
    if (item.key.kind == ITEM_NAMED_PAPER)
        memset(&item.body.named_paper.marks, 0, sizeof item.body.named_paper.marks);
    if (item.key.kind == ITEM_BALLOT_TALLY) {
        const struct ballot_tally *tally = &from->body.ballot_tally;
        item.body.ballot_tally =
            (struct ballot_tally){.papers = tally->papers, .by_hand = tally->by_hand};
    }
    uint16_t key[] = {item.key.kind, item.key.a, item.key.b};
    given->all = fold(fold(given->all, key, sizeof key), &item.body, size);
    given->count++;
}

/* The marks of votes that have been revealed differ by now; until then the two must be alike. */
static unsigned compare(const struct model *one, const struct model *other, const struct live *live,
                        struct audience audience)
{
    struct given a = {0}, b = {0};
    model_project(one, live, audience, take_item, &a);
    model_project(other, live, audience, take_item, &b);
    assert_int_equal(a.count, b.count);
    assert_true(a.all == b.all);
    return a.told != b.told;
}

static void compare_all(const struct model *one, const struct model *other, const struct live *live,
                        unsigned differ[AUDIENCE_COUNT])
{
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++) {
        uint16_t most = kind == AUDIENCE_SCHOOL ? one->school_count
                        : kind == AUDIENCE_SEAT ? one->seat_count
                                                : 0;
        for (uint16_t id = most > 0; id <= most; id++)
            differ[kind] +=
                compare(one, other, live, (struct audience){(enum audience_kind)kind, id});
    }
}

/* Two afternoons that differ in nothing but what people chose. */
static void nobody_is_told_what_is_hidden(void **state)
{
    (void)state;
    struct live *live = calloc(1, sizeof *live);
    memset(live->presence, PRESENCE_HERE, sizeof live->presence);
    unsigned differ[AUDIENCE_COUNT] = {0}, before_reveal = 0;
    for (uint64_t seed = 70; seed < 72; seed++) {
        struct turmoil *run = turmoil_begin(seed);
        struct bench one, other;
        struct driver dice;
        turmoil_open(&one);
        turmoil_open(&other);
        driver_start(&dice, &other, seed);
        for (uint32_t i = 0; i < run->command_count; i++) {
            struct command c = run->commands[i].command, changed = c;
            ballot_id ballot = c.change.paper.ballot;
            if (c.kind == COMMAND_CAST_PAPER && run->commands[i].accepted)
                changed.change.paper.marks =
                    driver_marks(&dice, &other.model->ballots[ballot].content);
            one.now_ms = other.now_ms = run->commands[i].now_ms;
            assert_int_equal(bench_ask(&one, run->commands[i].seat, c),
                             bench_ask(&other, run->commands[i].seat, changed));
            assert_true(one.model->event_count == other.model->event_count);
            if (i % 100 == 0)
                compare_all(one.model, other.model, live, differ);
            before_reveal +=
                memcmp(one.model->papers, other.model->papers, sizeof one.model->papers) != 0;
        }
        bench_close(&one);
        bench_close(&other);
        turmoil_end(run);
    }
    /* there was something to hide, people saw their own, and everybody what was revealed */
    assert_true(before_reveal > 500 && differ[AUDIENCE_SEAT] > 5 && differ[AUDIENCE_SCHOOL] > 2);
    assert_true(differ[AUDIENCE_PROJECTOR] > 5);
    free(live);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_counted_is_what_was_cast_last),
        cmocka_unit_test(wiped_papers_are_not_missed),
        cmocka_unit_test(a_copy_has_no_papers_of_secret_votes),
        cmocka_unit_test(the_order_of_papers_changes_nothing),
        cmocka_unit_test(nobody_is_told_what_is_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
