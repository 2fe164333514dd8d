#include "analysis/summary.h"
#include "model/driver.h"
#include "model/findings.h"
#include "testing.h"

#include <stdio.h>

/* What the findings say of rooms: the published grid, random ones of 3 to 128 schools, rooms
 * without names, without ratings, without anybody high; and what the facilitator makes of them. */

static struct room *room;
static struct room_finding told[ROOM_FINDINGS_MAX];
static unsigned count;

/* As the tool's example prints its cells: conditions 1 to 10, schools A to J. */
static const uint8_t published[10][10] = {
    {2, 6, 8, 8, 7, 7, 6, 5, 3, 9}, {2, 4, 4, 7, 5, 7, 5, 4, 3, 6}, {2, 2, 4, 6, 6, 6, 5, 5, 3, 6},
    {5, 5, 5, 6, 5, 6, 7, 5, 4, 5}, {4, 4, 5, 6, 6, 5, 4, 5, 4, 7}, {2, 2, 5, 7, 7, 6, 3, 7, 3, 7},
    {5, 5, 7, 8, 7, 7, 5, 6, 5, 9}, {3, 5, 8, 8, 7, 2, 5, 5, 3, 8}, {2, 2, 4, 5, 6, 2, 7, 2, 5, 7},
    {3, 3, 2, 4, 4, 3, 4, 3, 2, 4}};

static void put(enum item_kind kind, uint16_t a, uint16_t b, struct item item)
{
    item.key = (struct item_key){(uint8_t)kind, a, b};
    room_apply(room, &item);
}

static void put_schools(uint16_t schools, uint8_t conditions, bool named)
{
    room_clear(room);
    struct item item = {0};
    item.body.workshop.condition_count = conditions;
    item.body.workshop.school_count = schools;
    item.body.workshop.named = named;
    put(ITEM_WORKSHOP, 0, 0, item);
    for (uint16_t s = 1; s <= schools; s++) {
        struct item school = {0};
        snprintf(school.body.school.name, NAME_SIZE, "School %03u", s);
        put(ITEM_SCHOOL, s, 0, school);
    }
}

/* One condition's ratings, 0: none; targets two higher where there is room, for all if `aims`. */
static void put_ratings(condition_id c, const uint8_t *ratings, uint16_t schools, bool aims)
{
    struct analysis_summary sum;
    analysis_summarise(&sum, ratings, schools);
    struct item item = {0};
    struct summary_item *summary = &item.body.summary;
    summary->counted = (uint16_t)sum.counted;
    summary->of = schools;
    summary->has_figures = sum.counted > 0;
    summary->average = sum.average_tenths;
    summary->band = sum.band;
    for (unsigned v = 1; v <= RATING_MAX; v++)
        summary->spread[v] = (uint16_t)sum.distribution[v - 1];
    put(ITEM_SUMMARY, c, 0, item);
    for (uint16_t s = 1; s <= schools && room->workshop.named; s++) {
        if (!ratings[s - 1])
            continue;
        struct item cell = {0};
        cell.body.cell = (struct cell_item){.state = RATING_AGREED, .now = ratings[s - 1]};
        if (aims)
            cell.body.cell.target = (uint8_t)(ratings[s - 1] < 9 ? ratings[s - 1] + 2 : RATING_MAX);
        put(ITEM_CELL, c, s, cell);
    }
}

static void put_published(bool named)
{
    put_schools(10, 10, named);
    for (condition_id c = 1; c <= 10; c++)
        put_ratings(c, published[c - 1], 10, false);
}

static void tell(void)
{
    memset(told, 0xAA, sizeof told);
    count = room_findings(told, room);
}

/* The conditions of one kind in the order told, as text: "7 1 ". */
static const char *conditions_of(enum finding_kind kind)
{
    static char text[200];
    size_t used = 0;
    text[0] = '\0';
    for (unsigned i = 0; i < count; i++)
        if (told[i].kind == kind)
            used += (size_t)snprintf(text + used, sizeof text - used, "%u ", told[i].number);
    return text;
}

static const struct room_finding *find(enum finding_kind kind, uint8_t number)
{
    for (unsigned i = 0; i < count; i++)
        if (told[i].kind == kind && told[i].number == number)
            return &told[i];
    fail_msg("no %s of %u", finding_word(kind), number);
    return NULL;
}

static void touch(enum finding_kind kind, uint8_t number, struct finding_item finding)
{
    struct item item = {0};
    item.body.finding = finding;
    put(ITEM_FINDING, (uint16_t)kind, number, item);
}

static void the_published_grid(void **state)
{
    (void)state;
    put_published(true);
    tell();
    assert_string_equal(conditions_of(FINDING_WELL), "7 1 ");
    assert_string_equal(conditions_of(FINDING_PRIORITY), "10 9 3 2 ");
    assert_string_equal(conditions_of(FINDING_GENERAL), "");
    assert_string_equal(conditions_of(FINDING_LA), "10 ");
    assert_string_equal(conditions_of(FINDING_STRENGTH), "1 8 7 ");
    assert_string_equal(conditions_of(FINDING_NEED), "10 6 9 3 8 1 2 ");
    /* those with somebody high, then those without, the better help first */
    assert_string_equal(conditions_of(FINDING_SUPPORT), "8 1 9 6 2 3 10 ");
    const struct room_finding *f = find(FINDING_SUPPORT, 8);
    assert_int_equal(f->giver_least, 8);
    assert_int_equal(f->givers, 3);
    assert_int_equal(f->low, 3);
    assert_int_equal(f->pair_count, 3);
    assert_int_equal(f->pairs[0].giver, 3);
    assert_int_equal(f->pairs[0].taker, 1);
    f = find(FINDING_SUPPORT, 9); /* nobody is high on funding: the two at 7 */
    assert_int_equal(f->giver_least, 7);
    assert_int_equal(f->givers, 2);
    assert_int_equal(f->pair_count, 4);
    f = find(FINDING_LA, 10);
    assert_int_equal(f->low, 6);
    assert_int_equal(f->medium, 4);
    assert_int_equal(f->high, 0);
    assert_int_equal(f->average, 32);
    f = find(FINDING_STRENGTH, 1);
    static const school_id strong[] = {3, 4, 10};
    assert_int_equal(f->school_count, 3);
    assert_memory_equal(f->schools, strong, sizeof strong);
    for (unsigned i = 1; i < count; i++)
        assert_true(told[i - 1].kind <= told[i].kind);
}

static void without_names_there_are_numbers_only(void **state)
{
    (void)state;
    put_published(false);
    tell();
    assert_string_equal(conditions_of(FINDING_WELL), "7 1 ");
    assert_string_equal(conditions_of(FINDING_SUPPORT), "8 1 9 6 2 3 10 ");
    for (unsigned i = 0; i < count; i++)
        assert_int_equal(told[i].school_count + told[i].pair_count + told[i].gap, 0);
    assert_int_equal(find(FINDING_SUPPORT, 9)->givers, 2);
    assert_int_equal(find(FINDING_NEED, 10)->low, 6);
}

static void the_widest_gaps(void **state)
{
    (void)state;
    put_schools(4, 4, true);
    static const uint8_t ratings[4][4] = {{1, 2, 3, 4}, {9, 10, 9, 9}, {4, 4, 4, 0}, {5, 5, 0, 0}};
    for (condition_id c = 1; c <= 4; c++)
        put_ratings(c, ratings[c - 1], 4, c != 3);
    tell();
    assert_string_equal(conditions_of(FINDING_GAP), "1 "); /* 2 has too little, 3 no target */
    assert_int_equal(find(FINDING_GAP, 1)->gap, 20);
    assert_int_equal(find(FINDING_GAP, 1)->target_average, 45);
}

static void nobody_rated_nothing_told(void **state)
{
    (void)state;
    static const uint8_t none[SCHOOLS_MAX];
    put_schools(SCHOOLS_MAX, CONDITIONS_MAX, true);
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        put_ratings(c, none, SCHOOLS_MAX, false);
    tell();
    assert_int_equal(count, 0);
}

static void what_the_facilitator_made_of_them(void **state)
{
    (void)state;
    put_published(true);
    touch(FINDING_LA, 10, (struct finding_item){.rank = 1, .for_la = true, .answer = "In May."});
    touch(FINDING_WELL, 7, (struct finding_item){.hidden = true});
    touch(FINDING_PRIORITY, 9, (struct finding_item){.rank = 3, .text = "Money first."});
    touch(FINDING_ADDED, 4, (struct finding_item){.text = "Transport."});
    touch(FINDING_PRIORITY, 4, (struct finding_item){.for_la = true}); /* not among the lowest */
    touch(FINDING_GAP, 1, (struct finding_item){.rank = 200, .text = "Far to go."});
    tell();
    assert_int_equal(told[0].kind, FINDING_LA);
    assert_string_equal(told[0].answer, "In May.");
    assert_int_equal(told[1].kind, FINDING_WELL); /* the other one */
    assert_int_equal(told[1].number, 1);
    assert_string_equal(told[2].text, "Money first.");
    assert_int_equal(told[2].low, 4); /* its facts stay with it */
    assert_string_equal(find(FINDING_ADDED, 4)->text, "Transport.");
    assert_string_equal(conditions_of(FINDING_PRIORITY), "9 10 3 2 4 ");
    assert_true(told[count - 1].hidden);
    assert_int_equal(told[count - 1].number, 7);
    assert_string_equal(told[count - 2].text, "Far to go."); /* beyond the last: last */
}

/* Facts against the cells they were made of, and the choices by what must hold of any. */
static void check_against(const uint8_t ratings[CONDITIONS_MAX + 1][SCHOOLS_MAX], uint16_t schools)
{
    for (unsigned i = 0; i < count; i++) {
        const struct room_finding *f = &told[i];
        unsigned in[BAND_COUNT] = {0}, helpers = 0, best = 0;
        for (uint16_t s = 0; s < schools; s++) {
            uint8_t v = ratings[f->number][s];
            in[analysis_band(v)]++;
            best = v > best ? v : best;
            helpers += f->giver_least && v >= f->giver_least;
        }
        assert_int_equal(f->low, in[BAND_LOW]);
        assert_int_equal(f->medium, in[BAND_MEDIUM]);
        assert_int_equal(f->high, in[BAND_HIGH]);
        assert_int_equal(f->counted, schools - in[BAND_NONE]);
        if (f->kind == FINDING_SUPPORT) {
            assert_int_equal(f->giver_least, best >= 8 ? 8 : best);
            assert_int_equal(f->givers, helpers);
            assert_int_equal(f->pair_count, in[BAND_LOW]);
        }
        if (f->kind == FINDING_STRENGTH)
            assert_int_equal(f->school_count, in[BAND_HIGH]);
        if (f->kind == FINDING_NEED)
            assert_int_equal(f->school_count, in[BAND_LOW]);
        for (uint16_t s = 0; s < f->school_count; s++)
            assert_int_equal(analysis_band(ratings[f->number][f->schools[s] - 1]),
                             f->kind == FINDING_STRENGTH ? BAND_HIGH : BAND_LOW);
        for (unsigned j = 0; j < i; j++)
            assert_false(told[j].kind == f->kind && told[j].number == f->number);
    }
}

/* Every condition of which it is true is told, and no other. */
static void check_complete(const uint8_t ratings[CONDITIONS_MAX + 1][SCHOOLS_MAX], uint16_t schools,
                           uint8_t conditions)
{
    bool is[FINDING_COUNT][CONDITIONS_MAX + 1] = {{false}};
    for (unsigned i = 0; i < count; i++)
        is[told[i].kind][told[i].number] = true;
    for (uint8_t c = 1; c <= conditions; c++) {
        unsigned in[BAND_COUNT] = {0};
        for (uint16_t s = 0; s < schools; s++)
            in[analysis_band(ratings[c][s])]++;
        unsigned rated = schools - in[BAND_NONE];
        assert_int_equal(is[FINDING_STRENGTH][c], in[BAND_HIGH] > 0);
        assert_int_equal(is[FINDING_NEED][c], in[BAND_LOW] > 0);
        assert_int_equal(is[FINDING_SUPPORT][c], in[BAND_LOW] > 0 && in[BAND_LOW] < rated);
        assert_int_equal(is[FINDING_GENERAL][c],
                         rated >= 3 &&
                             (in[BAND_LOW] >= (2 * rated + 2) / 3 || in[BAND_HIGH] == rated));
        assert_false(is[FINDING_WELL][c] && is[FINDING_PRIORITY][c]);
    }
}

static void random_grids(void **state)
{
    (void)state;
    static const uint16_t sizes[] = {3, 10, 28, SCHOOLS_MAX};
    static uint8_t ratings[CONDITIONS_MAX + 1][SCHOOLS_MAX];
    struct driver dice;
    driver_start(&dice, NULL, 5);
    for (int i = 0; i < 300; i++) {
        uint16_t schools = sizes[driver_pick(&dice, 4)];
        uint8_t conditions = (uint8_t)(1 + driver_pick(&dice, CONDITIONS_MAX));
        put_schools(schools, conditions, true);
        for (condition_id c = 1; c <= conditions; c++) {
            uint32_t most = 1 + driver_pick(&dice, RATING_MAX);
            uint32_t least = driver_pick(&dice, 2) ? 0 : driver_pick(&dice, most) + 1;
            for (uint16_t s = 0; s < schools; s++)
                ratings[c][s] = (uint8_t)(least + driver_pick(&dice, most - least + 1));
            put_ratings(c, ratings[c], schools, true);
        }
        tell();
        check_against(ratings, schools);
        check_complete(ratings, schools, conditions);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_grid),
        cmocka_unit_test(without_names_there_are_numbers_only),
        cmocka_unit_test(the_widest_gaps),
        cmocka_unit_test(nobody_rated_nothing_told),
        cmocka_unit_test(what_the_facilitator_made_of_them),
        cmocka_unit_test(random_grids),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
