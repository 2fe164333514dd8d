#include "model/bench.h"
#include "model/outcome.h"
#include "testing.h"

#include <stdlib.h>
#include <time.h>

/* A vote of 24 options in a full house of 4,000, everybody's paper and as many typed in as there is
 * room for: what it takes to cast one more, to give it to everybody, to reveal it and to work it
 * out. The figures are printed; the limits are far above them, for machines that are busy and
 * builds that check every step. */

enum { SCHOOLS = SCHOOLS_MAX, MOST_US = 500 * 1000 };

static struct bench bench;
static struct bench *b = &bench;
static struct live live;

static int64_t now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000) + t.tv_nsec / 1000;
}

static void took(const char *what, int64_t since_us, unsigned times)
{
    int64_t each = (now_us() - since_us) / times;
    print_message("%s: %lld us\n", what, (long long)each);
    assert_true(each < MOST_US);
}

static int open_house(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, SCHOOLS);
    for (seat_id s = 1; s <= SEATS_MAX; s++) {
        bench_join(b, CODE_SCHOOL, (school_id)(1 + s % SCHOOLS));
        live.presence[s] = s % 3 ? PRESENCE_HERE : PRESENCE_AWAY;
    }
    return 0;
}

/* Every option has a mark, no two papers alike. */
static struct command paper_of(ballot_id ballot, unsigned voter)
{
    struct command c = ask_paper(ballot, 1, 0, "");
    for (unsigned i = 0; i < OPTIONS_MAX; i++) {
        unsigned dice = (voter * 7919 + i * 104729 + 13) % 9973;
        switch (b->model->ballots[ballot].content.method) {
        case METHOD_RANKING:
            c.change.paper.marks.of[i] = (uint8_t)(1 + dice % OPTIONS_MAX);
            break;
        case METHOD_SCORES:
            c.change.paper.marks.of[i] = MARK_SCORES(1 + dice % 5, 1 + dice / 5 % 5);
            break;
        case METHOD_APPROVAL:
            c.change.paper.marks.of[i] = 1;
            break;
        default:
            c.change.paper.marks.of[i] = i < 3;
        }
    }
    return c;
}

static void count(void *context, const struct item *item)
{
    (void)item;
    ++*(unsigned *)context;
}

static void project(enum audience_kind kind, uint16_t id, const char *what)
{
    unsigned items = 0;
    int64_t since = now_us();
    for (int i = 0; i < 10; i++)
        model_project(b->model, &live, (struct audience){kind, id}, count, &items);
    took(what, since, 10);
    assert_true(items > 0);
}

static void vote(enum method method, bool named)
{
    static struct outcome outcome;
    struct command add = ask_add_ballot(method, OPTIONS_MAX);
    add.change.ballot.content.named = named;
    ballot_id ballot = bench_ballot(b, add);
    print_message("%s, %s\n", method_word(method), named ? "named" : "secret");
    unsigned kept = b->model->paper_count;
    for (uint16_t p = 1; p <= b->model->paper_count; p++)
        kept -= b->model->papers[p].ballot == 0;
    int64_t since = now_us();
    for (seat_id s = 1; s <= SEATS_MAX; s++)
        bench_must(b, s, paper_of(ballot, s));
    took("cast", since, SEATS_MAX);
    unsigned by_hand = PAPERS_MAX - SEATS_MAX - kept;
    since = now_us();
    for (unsigned i = 0; i < by_hand; i++)
        bench_must(b, SEAT_KIOSK, paper_of(ballot, i));
    if (by_hand)
        took("typed in", since, by_hand);
    since = now_us();
    for (seat_id s = 1; s <= SEATS_MAX; s++)
        bench_must(b, s, paper_of(ballot, s + 1U));
    took("changed", since, SEATS_MAX);
    project(AUDIENCE_FACILITATOR, 0, "project while open, facilitator");
    project(AUDIENCE_PARTICIPANTS, 0, "project while open, participants");
    project(AUDIENCE_SEAT, SEATS_MAX, "project while open, a seat");
    bench_must(b, 0, ask_set_ballot(ballot, BALLOT_CLOSED));
    since = now_us();
    bench_must(b, 0, ask_set_ballot(ballot, BALLOT_REVEALED));
    took("reveal", since, 1);
    assert_int_equal(b->model->ballots[ballot].tally.papers, SEATS_MAX + by_hand);
    project(AUDIENCE_PARTICIPANTS, 0, "project revealed, participants");
    since = now_us();
    outcome_work_out(&outcome, &b->model->ballots[ballot].content,
                     &b->model->ballots[ballot].tally);
    took("outcome", since, 1);
    assert_int_equal(outcome.count, OPTIONS_MAX);
}

static void a_full_house_votes(void **state)
{
    (void)state;
    for (unsigned method = 0; method < METHOD_COUNT; method++)
        vote((enum method)method, false);
    vote(METHOD_DOTS, true); /* its papers stay */
    struct command late = ask_add_ballot(METHOD_DOTS, 3);
    bench_ballot(b, late);
    assert_int_equal(bench_ask(b, 1, ask_paper(b->model->ballot_count, 1, 0, "1")),
                     REFUSAL_PAPERS_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(a_full_house_votes, open_house, &bench),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
