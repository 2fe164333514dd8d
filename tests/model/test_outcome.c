#include "analysis/naive.h"
#include "model/driver.h"
#include "model/outcome.h"
#include "testing.h"

#include <math.h>
#include <stdlib.h>

/* What comes of a vote, from the papers that people cast to what a screen is given: against a
 * second count of the same papers, and on votes made up to show a tie. */

enum { VOTERS = 12, OPTIONS = 5 };

/* The second count. Places by looking how many are better; figures in floating point. */
struct expected {
    unsigned papers;
    double value[OPTIONS + 1], second[OPTIONS + 1], share[OPTIONS + 1];
    unsigned place[OPTIONS + 1];
    bool chosen[OPTIONS + 1];
};

struct vote {
    uint8_t method;
    unsigned papers;
    struct marks marks[VOTERS];
    struct naive_paper lists[VOTERS];
};

static void expect_points(struct expected *x, const struct vote *v)
{
    double all = 0;
    for (unsigned o = 1; o <= OPTIONS; o++)
        for (unsigned p = 0; p < v->papers; p++)
            x->value[o] += v->marks[p].of[o - 1];
    for (unsigned o = 1; o <= OPTIONS; o++)
        all += x->value[o];
    for (unsigned o = 1; o <= OPTIONS; o++)
        x->share[o] = v->papers == 0             ? 0
                      : v->method == METHOD_DOTS ? round(100 * x->value[o] / all)
                                                 : round(100 * x->value[o] / v->papers);
}

static void expect_scores(struct expected *x, const struct vote *v)
{
    for (unsigned o = 1; o <= OPTIONS; o++) {
        double first = 0, second = 0, count = 0;
        for (unsigned p = 0; p < v->papers; p++) {
            uint8_t mark = v->marks[p].of[o - 1];
            count += mark != 0;
            first += mark % 16;
            second += mark / 16;
        }
        x->value[o] = count > 0 ? round(100 * first / count) : 0;
        x->second[o] = count > 0 ? round(100 * second / count) : 0;
    }
}

static void expect_ranking(struct expected *x, const struct vote *v)
{
    for (uint8_t o = 1; o <= OPTIONS; o++) {
        unsigned listed = 0;
        for (unsigned p = 0; p < v->papers; p++)
            for (unsigned i = 0; i < v->lists[p].length; i++)
                listed += v->lists[p].option[i] == o;
        for (uint8_t other = 1; other <= OPTIONS; other++)
            x->value[o] += naive_strength(v->lists, v->papers, OPTIONS, o, other) >
                           naive_strength(v->lists, v->papers, OPTIONS, other, o);
        x->chosen[o] = listed > 0;
        x->place[o] = 1 + naive_beaten_by(v->lists, v->papers, OPTIONS, o);
        x->share[o] = v->papers ? round(100.0 * listed / v->papers) : 0;
    }
}

static void expect(struct expected *x, const struct vote *v)
{
    memset(x, 0, sizeof *x);
    x->papers = v->papers;
    if (v->method == METHOD_RANKING) {
        expect_ranking(x, v);
        return;
    }
    (v->method == METHOD_SCORES ? expect_scores : expect_points)(x, v);
    for (unsigned o = 1; o <= OPTIONS; o++) {
        x->place[o] = 1;
        x->chosen[o] = x->value[o] > 0;
        for (unsigned i = 1; i <= OPTIONS; i++)
            x->place[o] += x->value[i] > x->value[o] ||
                           (x->value[i] == x->value[o] && x->second[i] < x->second[o]);
    }
}

/* The tied options that a run-off would be about, found place by place. */
static unsigned expect_run_off(const struct expected *x, unsigned wanted, bool in[OPTIONS + 1])
{
    unsigned found = 0;
    for (int cut = 1; cut >= 0 && !found; cut--)
        for (unsigned place = 1; place <= OPTIONS && !found; place++) {
            unsigned count = 0, before = 0;
            bool counts = false;
            memset(in, 0, (OPTIONS + 1) * sizeof *in);
            for (unsigned o = 1; o <= OPTIONS; o++) {
                before += x->place[o] < place;
                count += in[o] = x->place[o] == place;
                counts = counts || (in[o] && x->chosen[o]);
            }
            bool is_cut = before < wanted && wanted < before + count;
            if (count > 1 && counts && (is_cut || !cut))
                found = count;
        }
    return found;
}

static void compare(const struct outcome *outcome, const struct expected *x, const struct vote *v)
{
    assert_int_equal(outcome->count, OPTIONS);
    assert_int_equal(outcome->papers, x->papers);
    for (uint8_t o = 1; o <= OPTIONS; o++) {
        unsigned alike = 0;
        for (unsigned i = 1; i <= OPTIONS; i++)
            alike += x->place[i] == x->place[o];
        assert_int_equal(outcome->place[o], x->place[o]);
        assert_int_equal(outcome->tied[o], alike > 1);
        assert_true(outcome->value[o] == x->value[o] && outcome->second[o] == x->second[o]);
        assert_true(outcome->share[o] == x->share[o]);
        for (uint8_t i = 1; i <= OPTIONS && v->method == METHOD_RANKING; i++)
            assert_int_equal(outcome->strength[o][i],
                             naive_strength(v->lists, v->papers, OPTIONS, o, i));
    }
    for (unsigned at = 1; at < OPTIONS; at++) {
        uint8_t one = outcome->order[at - 1], next = outcome->order[at];
        assert_true(x->place[one] < x->place[next] ||
                    (x->place[one] == x->place[next] && one < next));
    }
    for (unsigned at = 0; at < OPTIONS; at++)
        assert_int_equal(at < outcome->chosen, x->chosen[outcome->order[at]]);
    for (uint8_t wanted = 0; wanted <= OPTIONS; wanted++) {
        bool in[OPTIONS + 1];
        uint8_t options[OPTIONS_MAX];
        uint8_t count = outcome_run_off(outcome, wanted, options);
        assert_int_equal(count, expect_run_off(x, wanted, in));
        for (unsigned i = 0; i < count; i++)
            assert_true(in[options[i]] && (i == 0 || options[i] > options[i - 1]));
    }
}

/* A list with some options alike and some left out, and marks that say the same. */
static struct marks draw_list(struct driver *dice, struct naive_paper *list)
{
    struct marks marks = {0};
    uint8_t left[OPTIONS], place = (uint8_t)driver_pick(dice, 3);
    for (uint8_t i = 0; i < OPTIONS; i++)
        left[i] = (uint8_t)(i + 1);
    *list = (struct naive_paper){.length = 1 + driver_pick(dice, OPTIONS)};
    for (unsigned i = 0; i < list->length; i++) {
        unsigned take = i + driver_pick(dice, OPTIONS - i);
        list->option[i] = left[take];
        left[take] = left[i];
        list->level[i] = i > 0 && driver_pick(dice, 3) == 0;
        place = (uint8_t)(place + (list->level[i] ? 0 : 1 + driver_pick(dice, 3)));
        marks.of[list->option[i] - 1] = place;
    }
    return marks;
}

static void vote_once(struct bench *b, const seat_id *seats, struct driver *dice, struct room *room,
                      struct live *live)
{
    static struct vote v;
    static struct outcome outcome;
    struct expected x;
    v = (struct vote){.method = (uint8_t)driver_pick(dice, METHOD_COUNT),
                      .papers = driver_pick(dice, VOTERS + 1)};
    ballot_id ballot = bench_ballot(b, ask_add_ballot((enum method)v.method, OPTIONS));
    for (unsigned p = 0; p < v.papers; p++) {
        struct command cast = ask_paper(ballot, 1, 0, "");
        v.marks[p] = v.method == METHOD_RANKING
                         ? draw_list(dice, &v.lists[p])
                         : driver_marks(dice, &b->model->ballots[ballot].content);
        cast.change.paper.marks = v.marks[p];
        assert_int_equal(bench_ask(b, seats[p], cast), REFUSAL_NONE);
    }
    bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_CLOSED));
    bench_ask(b, 0, ask_set_ballot(ballot, BALLOT_REVEALED));
    bench_look(b, room, live, AUDIENCE_PARTICIPANTS, 0);
    outcome_work_out(&outcome, &room->ballots[ballot].content, &room->ballot_tallies[ballot]);
    expect(&x, &v);
    compare(&outcome, &x, &v);
}

static void as_a_second_count_has_it(void **state)
{
    (void)state;
    struct live *live = calloc(1, sizeof *live);
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    for (uint64_t seed = 80; seed < 100; seed++) {
        struct bench bench;
        struct driver dice;
        seat_id seats[VOTERS];
        bench_open_workshop(&bench);
        bench_schools(&bench, 1);
        driver_start(&dice, &bench, seed);
        for (unsigned i = 0; i < VOTERS; i++)
            seats[i] = bench_join(&bench, CODE_SCHOOL, 1);
        while (bench.model->ballot_count < BALLOTS_MAX)
            vote_once(&bench, seats, &dice, room, live);
        bench_close(&bench);
    }
    room_destroy(&room);
    free(live);
}

static struct outcome work_out_points(const uint16_t *points, uint8_t count, uint16_t papers)
{
    static struct outcome outcome;
    static struct ballot_tally tally;
    struct ballot_content content = {.method = METHOD_DOTS, .option_count = count};
    memset(&tally, 0, sizeof tally);
    tally.papers = papers;
    memcpy(tally.points + 1, points, count * sizeof *points);
    for (unsigned o = 1; o <= count; o++)
        tally.chosen[o] = points[o - 1] > 0;
    outcome_work_out(&outcome, &content, &tally);
    return outcome;
}

static void ties_are_told_and_decided_where_it_matters(void **state)
{
    (void)state;
    uint8_t options[OPTIONS_MAX];
    struct outcome o = work_out_points((const uint16_t[]){4, 9, 7, 4, 0, 0}, 6, 8);
    static const uint8_t places[] = {3, 1, 2, 3, 5, 5};
    for (unsigned i = 0; i < 6; i++)
        assert_int_equal(o.place[i + 1], places[i]);
    assert_int_equal(outcome_run_off(&o, 3, options), 2); /* the third place is shared */
    assert_int_equal(options[0], 1);
    assert_int_equal(options[1], 4);
    assert_int_equal(outcome_run_off(&o, 4, options), 2); /* a tie, if not at the cut */
    assert_int_equal(options[0], 1);
    assert_int_equal(outcome_run_off(&o, 5, options), 2); /* nobody chose the fifth and sixth */
    assert_int_equal(options[0], 1);
    static const uint8_t uncut[] = {0, 1, 2, 2, 4, 4, 4}; /* the third place is taken whole */
    for (uint8_t wanted = 0; wanted <= 6; wanted++)
        assert_int_equal(outcome_uncut(&o, wanted), uncut[wanted]);
    o = work_out_points((const uint16_t[]){3, 2, 0, 0}, 4, 2);
    assert_int_equal(outcome_run_off(&o, 1, options), 0); /* nothing worth deciding */
    assert_int_equal(outcome_run_off(&o, 3, options), 0); /* nobody chose what shares the cut */
    assert_int_equal(o.chosen, 2);
    o = work_out_points((const uint16_t[]){0, 0, 0}, 3, 2);
    assert_int_equal(outcome_run_off(&o, 1, options), 0); /* both papers are blank */
    o = work_out_points((const uint16_t[]){0, 0, 0}, 3, 0);
    assert_int_equal(outcome_run_off(&o, 1, options), 0); /* nobody voted */
    assert_int_equal(o.place[3], 1);
    assert_true(o.tied[1]);
    /* half have it this way, half the other: neither is beaten, neither beats */
    static const struct ballot_tally halves = {
        .papers = 4, .chosen = {0, 4, 4}, .above = {[1][2] = 2, [2][1] = 2}};
    struct ballot_content ranking = {.method = METHOD_RANKING, .option_count = 2};
    outcome_work_out(&o, &ranking, &halves);
    assert_int_equal(o.value[1], 0);
    assert_int_equal(outcome_run_off(&o, 2, options), 2);
}

/* The lowest average first; where the two orders meet. */
static void the_datas_order_stands_beside_the_rooms(void **state)
{
    (void)state;
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    static const uint16_t averages[] = {53, 31, 64, 31, 0, 48};
    struct ballot_content content = {.method = METHOD_DOTS, .option_count = 6};
    for (uint16_t i = 0; i < 6; i++) {
        content.things[i] = (uint16_t)(6 - i);
        room->summaries[i + 1].has_figures = averages[i] > 0;
        room->summaries[i + 1].average = averages[i];
    }
    uint8_t place[OPTIONS_MAX + 1];
    static const uint8_t wanted[] = {3, 0, 1, 5, 1, 4}; /* of conditions 6 to 1 */
    outcome_by_ratings(place, room, &content);
    for (unsigned i = 0; i < 6; i++)
        assert_int_equal(place[i + 1], wanted[i]);
    struct outcome o = work_out_points((const uint16_t[]){9, 8, 0, 7, 0, 1}, 6, 9);
    assert_int_equal(outcome_in_both(&o, place), 1);
    o = work_out_points((const uint16_t[]){9, 0, 8, 0, 8, 1}, 6, 9);
    assert_int_equal(outcome_in_both(&o, place), 3);
    o = work_out_points((const uint16_t[]){0, 0, 9, 0, 0, 0}, 6, 3); /* all others are second */
    assert_int_equal(outcome_in_both(&o, place), 1);
    o = work_out_points((const uint16_t[]){0, 0, 0, 0, 0, 0}, 6, 0); /* nobody voted */
    assert_int_equal(outcome_in_both(&o, place), 0);
    content.option_count = 2; /* a run-off of the two highest: their places stay what they are */
    content.things[0] = 3;
    content.things[1] = 1;
    outcome_by_ratings(place, room, &content);
    assert_int_equal(place[1], 5);
    assert_int_equal(place[2], 4);
    content.about = ABOUT_TYPED;
    outcome_by_ratings(place, room, &content);
    for (unsigned i = 0; i <= OPTIONS_MAX; i++)
        assert_int_equal(place[i], 0);
    room_destroy(&room);
}

static void options_in_words(void **state)
{
    (void)state;
    struct room *room;
    assert_int_equal(room_create(&room), ERROR_OK);
    strcpy(room->conditions[3].name, "Funding");
    strcpy(room->actions[7].content.text, "Share a trainer");
    struct ballot_content content = {.option_count = 2, .things = {3, 65535}};
    strcpy(content.texts[0], "Breakfast clubs");
    assert_string_equal(outcome_option(room, &content, 1), "Funding");
    assert_string_equal(outcome_option(room, &content, 2), ""); /* as a network may have it */
    assert_string_equal(outcome_option(room, &content, 0), "");
    assert_string_equal(outcome_option(room, &content, 3), "");
    content.about = ABOUT_ACTIONS;
    content.things[0] = 7;
    assert_string_equal(outcome_option(room, &content, 1), "Share a trainer");
    assert_string_equal(outcome_option(room, &content, 2), "");
    content.about = ABOUT_TYPED;
    assert_string_equal(outcome_option(room, &content, 1), "Breakfast clubs");
    content.about = ABOUT_COUNT;
    assert_string_equal(outcome_option(room, &content, 1), "");
    room_destroy(&room);
}

/* Whatever a network says, there is some outcome. */
static void any_tally_gives_an_outcome(void **state)
{
    (void)state;
    struct driver dice;
    static struct outcome outcome;
    static struct ballot_tally tally;
    driver_start(&dice, NULL, 90);
    for (int round = 0; round < 500; round++) {
        struct ballot_content content = {.method = (uint8_t)driver_pick(&dice, METHOD_COUNT),
                                         .option_count = (uint8_t)driver_pick(&dice, 256)};
        for (size_t i = 0; i < sizeof tally; i++)
            ((uint8_t *)&tally)[i] = (uint8_t)(driver_pick(&dice, 3) ? driver_pick(&dice, 256) : 0);
        uint8_t options[OPTIONS_MAX];
        outcome_work_out(&outcome, &content, &tally);
        assert_true(outcome.count <= OPTIONS_MAX);
        assert_true(outcome_run_off(&outcome, 3, options) <= OPTIONS_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_a_second_count_has_it),
        cmocka_unit_test(ties_are_told_and_decided_where_it_matters),
        cmocka_unit_test(the_datas_order_stands_beside_the_rooms),
        cmocka_unit_test(options_in_words),
        cmocka_unit_test(any_tally_gives_an_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
