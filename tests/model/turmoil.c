#include "model/turmoil.h"

#include "analysis/naive.h"
#include "model/driver.h"
#include "model/papers.h"
#include "testing.h"

#include <stdlib.h>

enum { STEPS = 5000, EVENTS_MAX = 3 * STEPS };

static bool is_same_voter(const struct turmoil_word *a, const struct turmoil_word *b,
                          bool by_school)
{
    if (a->ballot != b->ballot)
        return false;
    if (by_school)
        return a->school == b->school;
    return a->by_hand == b->by_hand && a->slot == b->slot && (a->by_hand || a->seat == b->seat);
}

static void forget(struct turmoil *run, uint32_t at)
{
    run->words[at] = run->words[--run->word_count];
}

static void take_paper(struct turmoil *run, const struct event *e)
{
    const struct paper_change *c = &e->change.paper;
    const struct ballot_content *content = &run->bench.model->ballots[c->ballot].content;
    struct turmoil_word word = {c->ballot, e->seat, c->slot, c->school, c->by_hand, c->marks};
    uint32_t before = run->word_count;
    if (!content->named)
        memcpy(word.marks.of, e->secret.bytes, OPTIONS_MAX);
    for (uint32_t i = run->word_count; i-- > 0;)
        if (is_same_voter(&run->words[i], &word, content->by_school))
            forget(run, i);
    if (e->kind == EVENT_PAPER_WITHDRAWN) {
        assert_int_equal(run->word_count, before - 1);
        run->withdrawn++;
        return;
    }
    run->replaced += run->word_count < before;
    assert_true(run->word_count < TURMOIL_WORDS);
    run->words[run->word_count++] = word;
}

static void take_removal(struct turmoil *run, seat_id seat)
{
    for (uint32_t i = run->word_count; i-- > 0;)
        if (run->words[i].seat == seat && !run->words[i].by_hand &&
            !run->bench.model->ballots[run->words[i].ballot].content.by_school) {
            forget(run, i);
            run->gone++;
        }
}

/* A ranking as a list: the options from the first place to the last. */
static struct naive_paper list_of(const struct marks *marks)
{
    struct naive_paper paper = {0};
    for (unsigned place = 1; place <= OPTIONS_MAX; place++) {
        bool level = false;
        for (uint8_t i = 0; i < OPTIONS_MAX; i++)
            if (marks->of[i] == place) {
                paper.level[paper.length] = level;
                paper.option[paper.length++] = (uint8_t)(i + 1);
                level = true;
            }
    }
    return paper;
}

static unsigned count_score(const struct turmoil *run, ballot_id ballot, unsigned option,
                            unsigned shift, unsigned score)
{
    unsigned count = 0;
    for (uint32_t i = 0; i < run->word_count; i++)
        count += run->words[i].ballot == ballot &&
                 (run->words[i].marks.of[option - 1] >> shift & 15) == (int)score;
    return count;
}

static void check_option(const struct turmoil *run, ballot_id ballot, unsigned option,
                         const struct ballot_tally *tally)
{
    const struct ballot_content *content = &run->bench.model->ballots[ballot].content;
    unsigned chosen = 0, sum = 0;
    for (uint32_t i = 0; i < run->word_count; i++) {
        uint8_t mark = run->words[i].ballot == ballot ? run->words[i].marks.of[option - 1] : 0;
        chosen += mark > 0;
        sum += mark;
    }
    bool points = content->method == METHOD_DOTS || content->method == METHOD_APPROVAL;
    assert_int_equal(tally->chosen[option], chosen);
    assert_int_equal(tally->points[option], points ? sum : 0);
    for (unsigned score = 1; score <= SCORE_MAX && content->method == METHOD_SCORES; score++) {
        assert_int_equal(tally->scores[0][option][score],
                         count_score(run, ballot, option, 0, score));
        assert_int_equal(tally->scores[1][option][score],
                         count_score(run, ballot, option, 4, score));
    }
}

static void check_tally(struct turmoil *run, ballot_id ballot, const struct ballot_tally *tally)
{
    static struct naive_paper papers[TURMOIL_WORDS];
    const struct ballot_content *content = &run->bench.model->ballots[ballot].content;
    unsigned count = 0, by_hand = 0;
    for (uint32_t i = 0; i < run->word_count; i++)
        if (run->words[i].ballot == ballot) {
            papers[count++] = list_of(&run->words[i].marks);
            by_hand += run->words[i].by_hand;
        }
    assert_int_equal(tally->papers, count);
    assert_int_equal(tally->by_hand, by_hand);
    for (uint8_t i = 1; i <= OPTIONS_MAX; i++) {
        check_option(run, ballot, i, tally);
        for (uint8_t j = 1; j <= OPTIONS_MAX; j++)
            assert_int_equal(tally->above[i][j], content->method == METHOD_RANKING &&
                                                         i <= content->option_count &&
                                                         j <= content->option_count
                                                     ? naive_count(papers, count, i, j)
                                                     : 0);
    }
    run->revealed++;
    run->counted += count;
    run->by_hand += by_hand;
}

static void keep(void *context, const struct event *e)
{
    struct turmoil *run = context;
    assert_true(run->event_count < EVENTS_MAX);
    run->events[run->event_count++] = *e;
    if (e->kind == EVENT_PAPER_CAST || e->kind == EVENT_PAPER_WITHDRAWN)
        take_paper(run, e);
    if (e->kind == EVENT_SEAT_REMOVED)
        take_removal(run, e->change.seat.seat);
    if (e->kind == EVENT_BALLOT_REVEALED) {
        ballot_id ballot = e->change.ballot_reveal.ballot;
        check_tally(run, ballot, &e->change.ballot_reveal.tally);
        for (uint32_t i = run->word_count; i-- > 0;)
            if (run->words[i].ballot == ballot)
                forget(run, i);
    }
}

void turmoil_open(struct bench *b)
{
    bench_open_workshop(b);
    bench_schools(b, 4);
    bench_boards(b);
    for (school_id s = 1; s <= 4; s++)
        for (int i = 0; i < 4; i++)
            bench_join(b, CODE_SCHOOL, s);
}

struct turmoil *turmoil_begin(uint64_t seed)
{
    struct turmoil *run = calloc(1, sizeof *run);
    run->events = calloc(EVENTS_MAX, sizeof *run->events);
    run->commands = calloc(STEPS, sizeof *run->commands);
    turmoil_open(&run->bench);
    run->bench.seen = keep;
    run->bench.context = run;
    struct driver driver;
    driver_start(&driver, &run->bench, seed);
    driver.votes = true;
    for (; run->command_count < STEPS; run->command_count++) {
        uint64_t events = run->bench.model->event_count;
        bool accepted = driver_step(&driver) == REFUSAL_NONE;
        run->commands[run->command_count].seat = driver.last_seat;
        run->commands[run->command_count].command = driver.last;
        run->commands[run->command_count].now_ms = run->bench.now_ms;
        run->commands[run->command_count].accepted =
            accepted && run->bench.model->event_count > events;
    }
    return run;
}

void turmoil_end(struct turmoil *run)
{
    bench_close(&run->bench);
    free(run->events);
    free(run->commands);
    free(run);
}
