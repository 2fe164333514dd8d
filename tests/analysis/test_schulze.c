#include "analysis/schulze.h"
#include "analysis/grids.h"
#include "analysis/naive.h"
#include "testing.h"

#include <stdio.h>

/* The count of rankings against published examples, and against the naive one. */

enum { PAPERS = 100 };

struct count {
    uint8_t options;
    unsigned papers;
    struct naive_paper paper[PAPERS];
    uint16_t above[OPTIONS_MAX + 1][OPTIONS_MAX + 1];
    uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1];
};

static void work_out(struct count *c)
{
    for (uint8_t i = 1; i <= c->options; i++)
        for (uint8_t j = 1; j <= c->options; j++)
            c->above[i][j] = (uint16_t)naive_count(c->paper, c->papers, i, j);
    analysis_schulze(c->strength, c->above, c->options);
}

/* So many papers alike. */
struct bundle {
    unsigned papers;
    const char *paper;
};

static void take(struct count *c, uint8_t options, const struct bundle *bundles, size_t count)
{
    memset(c, 0, sizeof *c);
    c->options = options;
    for (size_t i = 0; i < count; i++)
        for (unsigned n = 0; n < bundles[i].papers; n++)
            c->paper[c->papers++] = naive_read(bundles[i].paper);
    work_out(c);
}

/* Who beats whom, written "AB": A beats B. */
static void assert_beats(const struct count *c, const char *const *pairs)
{
    char said[600] = "", wanted[600] = "";
    for (char x = 'A'; x < 'A' + c->options; x++)
        for (char y = 'A'; y < 'A' + c->options; y++) {
            char pair[4];
            snprintf(pair, sizeof pair, "%c%c ", x, y);
            if (c->strength[x - 'A' + 1][y - 'A' + 1] > c->strength[y - 'A' + 1][x - 'A' + 1])
                strcat(said, pair);
            for (const char *const *p = pairs; *p; p++)
                if (strncmp(*p, pair, 2) == 0)
                    strcat(wanted, pair);
        }
    assert_string_equal(said, wanted);
}

/* Wherever a stands before b in `order`, a beats b. */
static void assert_order(const struct count *c, const char *order)
{
    assert_int_equal(strlen(order), c->options);
    for (uint8_t at = 0; order[at]; at++) {
        uint8_t option = (uint8_t)(order[at] - 'A' + 1);
        assert_int_equal(analysis_beaten_by(c->strength, option, c->options), at);
        assert_int_equal(analysis_beats(c->strength, option, c->options), c->options - at - 1);
    }
}

/* Schulze's first example, 45 voters, which Wikipedia's article on the method works through too:
 * the links and the strongest ways as printed. */
static void the_first_example(void **state)
{
    (void)state;
    static const struct bundle bundles[] = {{5, "ACBED"}, {5, "ADECB"}, {8, "BEDAC"}, {3, "CABED"},
                                            {7, "CAEBD"}, {2, "CBADE"}, {7, "DCEBA"}, {8, "EBADC"}};
    static const uint16_t links[5][5] = {{0, 20, 26, 30, 22},
                                         {25, 0, 16, 33, 18},
                                         {19, 29, 0, 17, 24},
                                         {15, 12, 28, 0, 14},
                                         {23, 27, 21, 31, 0}};
    static const uint16_t ways[5][5] = {{0, 28, 28, 30, 24},
                                        {25, 0, 28, 33, 24},
                                        {25, 29, 0, 29, 24},
                                        {25, 28, 28, 0, 24},
                                        {25, 28, 28, 31, 0}};
    static struct count c;
    take(&c, 5, bundles, sizeof bundles / sizeof *bundles);
    assert_int_equal(c.papers, 45);
    for (unsigned i = 0; i < 5; i++)
        for (unsigned j = 0; j < 5; j++) {
            assert_int_equal(c.above[i + 1][j + 1], links[i][j]);
            assert_int_equal(c.strength[i + 1][j + 1], ways[i][j]);
        }
    assert_order(&c, "EACBD");
}

/* The second to fourth examples of Schulze's own collection (Wikipedia and Electowiki, "Schulze
 * method", examples): the fourth has two winners that do not beat each other. */
static void the_other_examples(void **state)
{
    (void)state;
    static const struct bundle second[] = {{5, "ACBD"}, {2, "ACDB"}, {3, "ADCB"},
                                           {4, "BACD"}, {3, "CBDA"}, {3, "CDBA"},
                                           {1, "DACB"}, {5, "DBAC"}, {4, "DCBA"}};
    static const struct bundle third[] = {{3, "ABDEC"}, {5, "ADEBC"}, {1, "ADECB"},
                                          {2, "BADEC"}, {2, "BDECA"}, {4, "CABDE"},
                                          {6, "CBADE"}, {2, "DBECA"}, {5, "DECAB"}};
    static const struct bundle fourth[] = {{3, "ABCD"}, {2, "DABC"}, {2, "DBCA"}, {2, "CBDA"}};
    static struct count c;
    take(&c, 4, second, sizeof second / sizeof *second);
    assert_int_equal(c.papers, 30);
    assert_order(&c, "DACB");
    take(&c, 5, third, sizeof third / sizeof *third);
    assert_int_equal(c.papers, 30);
    assert_order(&c, "BADEC");
    take(&c, 4, fourth, sizeof fourth / sizeof *fourth);
    assert_int_equal(c.papers, 9);
    assert_beats(&c, (const char *const[]){"BC", "DA", NULL});
}

/* Wikipedia's election of a capital for Tennessee (Memphis, Nashville, Chattanooga, Knoxville), in
 * per cent: Nashville is preferred to each of the others, and nothing goes in circles. */
static void the_capital(void **state)
{
    (void)state;
    static const struct bundle bundles[] = {{42, "ABCD"}, {26, "BCDA"}, {15, "CDBA"}, {17, "DCBA"}};
    static struct count c;
    take(&c, 4, bundles, sizeof bundles / sizeof *bundles);
    assert_order(&c, "BCDA");
}

static struct naive_paper draw_paper(uint64_t *dice, uint8_t options)
{
    struct naive_paper paper = {.length = draw_below(dice, options + 1U)};
    uint8_t left[24];
    for (uint8_t i = 0; i < options; i++)
        left[i] = (uint8_t)(i + 1);
    for (unsigned i = 0; i < paper.length; i++) {
        unsigned take = i + draw_below(dice, options - i);
        paper.option[i] = left[take];
        left[take] = left[i];
        paper.level[i] = i > 0 && draw_below(dice, 3) == 0;
    }
    return paper;
}

/* Small rooms, so that ties abound; some large enough for circles. */
static void as_the_naive_count_has_it(void **state)
{
    (void)state;
    uint64_t dice = 11;
    unsigned tied = 0;
    static struct count c;
    for (int round = 0; round < 3000; round++) {
        memset(&c, 0, sizeof c);
        c.options = (uint8_t)(2 + draw_below(&dice, 5));
        c.papers = draw_below(&dice, round % 2 ? 7 : 30);
        for (unsigned p = 0; p < c.papers; p++)
            c.paper[p] = draw_paper(&dice, c.options);
        work_out(&c);
        for (uint8_t i = 1; i <= c.options; i++) {
            unsigned beaten = analysis_beaten_by(c.strength, i, c.options);
            assert_int_equal(beaten, naive_beaten_by(c.paper, c.papers, c.options, i));
            for (uint8_t j = 1; j <= c.options; j++)
                assert_int_equal(c.strength[i][j],
                                 naive_strength(c.paper, c.papers, c.options, i, j));
            for (uint8_t j = 1; j < i; j++)
                tied += beaten == analysis_beaten_by(c.strength, j, c.options);
        }
    }
    assert_true(tied > 1000);
}

/* What may be said of any rankings: beating goes on from one to the next, and somebody is not
 * beaten. With all options, where no naive count would end. */
static void beating_is_an_order(void **state)
{
    (void)state;
    uint64_t dice = 12;
    static struct count c;
    for (int round = 0; round < 30; round++) {
        memset(&c, 0, sizeof c);
        c.options = OPTIONS_MAX;
        c.papers = 3 + draw_below(&dice, PAPERS - 3);
        for (unsigned p = 0; p < c.papers; p++)
            c.paper[p] = draw_paper(&dice, c.options);
        work_out(&c);
        unsigned unbeaten = 0;
        for (uint8_t i = 1; i <= OPTIONS_MAX; i++) {
            unbeaten += analysis_beaten_by(c.strength, i, c.options) == 0;
            for (uint8_t j = 1; j <= OPTIONS_MAX; j++)
                for (uint8_t k = 1; k <= OPTIONS_MAX; k++)
                    if (c.strength[i][j] > c.strength[j][i] && c.strength[j][k] > c.strength[k][j])
                        assert_true(c.strength[i][k] > c.strength[k][i]);
        }
        assert_true(unbeaten > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_example),   cmocka_unit_test(the_other_examples),
        cmocka_unit_test(the_capital),         cmocka_unit_test(as_the_naive_count_has_it),
        cmocka_unit_test(beating_is_an_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
