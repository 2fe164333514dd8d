/* Workshops filled by chance: merged once more nothing changes, and files that do not differ can
 * come in any order. */

#include <stdio.h>

#include "merge/site.h"
#include "testing.h"

static unsigned all(const struct merge_report *report)
{
    unsigned sum = 0;
    for (unsigned kind = 0; kind < MERGE_KIND_COUNT; kind++)
        sum += report->counts[kind];
    return sum;
}

/* Ratings of some of four schools; where `base` is given (0 to 2), only those conditions whose
 * number fits it, so that two sites with different ones never differ. */
static void fill(struct site *site, uint64_t *seed, int base)
{
    static const char *const names[] = {"Ashby", "Birch", "Castle", "Dene"};
    for (int s = 0; s < 4; s++)
        for (int c = 1; c <= SITE_CONDITIONS; c++) {
            if (!site_school(site, names[s]) || seeded_below(seed, 4) == 0 ||
                (base >= 0 && (s + c) % 2 != base))
                continue;
            int now = 1 + (int)seeded_below(seed, 10);
            int target = now + (int)seeded_below(seed, (size_t)(11 - now));
            if (seeded_below(seed, 3) == 0)
                site_propose(site, names[s], c, now, target);
            else
                site_agree(site, names[s], c, now, target, "Sam",
                           100 + (int64_t)seeded_below(seed, 50));
        }
    for (int s = 0; s < 4; s++)
        if (site_school(site, names[s]) && (base < 0 || s % 2 == base) && seeded_below(seed, 2))
            site_answer(site, names[s], seeded_below(seed, 2) ? ANSWER_YES : ANSWER_NO);
    for (int i = 0; i < 3; i++) {
        char text[16];
        snprintf(text, sizeof text, "do %u", (unsigned)seeded_below(seed, 5));
        const char *name = names[seeded_below(seed, 4)];
        if (site_school(site, name))
            site_add_action(site, name, text, base < 0 ? (int)seeded_below(seed, 3) : 0);
    }
}

static const char *schools_by_chance(uint64_t *seed)
{
    static const char *const lists[] = {"Ashby,Birch", "Castle,Ashby", "Dene",
                                        "Dene,Castle,Birch,Ashby"};
    return lists[seeded_below(seed, sizeof lists / sizeof *lists)];
}

static void merging_again_changes_nothing(void **state)
{
    (void)state;
    static char before[SITE_TEXT_SIZE], after[SITE_TEXT_SIZE];
    uint64_t seed = 11;
    for (int round = 0; round < 25; round++) {
        struct site ours, a, b;
        const struct site *from[] = {&a, &b};
        site_open(&ours, schools_by_chance(&seed));
        site_open(&a, schools_by_chance(&seed));
        site_open(&b, schools_by_chance(&seed));
        fill(&ours, &seed, -1);
        fill(&a, &seed, -1);
        fill(&b, &seed, -1);
        enum merge_rule rule = (enum merge_rule)seeded_below(&seed, 3);
        site_merge(&ours, from, 2, rule);
        site_write(before, &ours);
        struct merge_report report = site_merge(&ours, from, 2, MERGE_KEEP_OURS);
        assert_int_equal(all(&report), 0);
        report = site_merge(&ours, from, 2, rule);
        assert_int_equal(all(&report), 0);
        site_write(after, &ours);
        assert_string_equal(before, after);
        site_close(&ours);
        site_close(&a);
        site_close(&b);
    }
}

static void the_order_of_files_that_do_not_differ_does_not_matter(void **state)
{
    (void)state;
    static char one[SITE_TEXT_SIZE], other[SITE_TEXT_SIZE], apart[SITE_TEXT_SIZE];
    uint64_t seed = 23;
    for (int round = 0; round < 25; round++) {
        struct site first, second, third, a, b;
        const struct site *ab[] = {&a, &b}, *ba[] = {&b, &a};
        site_open(&first, "Ashby");
        site_open(&second, "Ashby");
        site_open(&third, "Ashby");
        site_open(&a, schools_by_chance(&seed));
        site_open(&b, schools_by_chance(&seed));
        fill(&a, &seed, 0);
        fill(&b, &seed, 1);
        site_merge(&first, ab, 2, MERGE_USUAL);
        site_merge(&second, ba, 2, MERGE_USUAL);
        site_merge(&third, ba, 1, MERGE_USUAL);
        site_merge(&third, ab, 1, MERGE_USUAL);
        site_write(one, &first);
        site_write(other, &second);
        site_write(apart, &third);
        assert_string_equal(one, other);
        assert_string_equal(one, apart);
        site_close(&first);
        site_close(&second);
        site_close(&third);
        site_close(&a);
        site_close(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merging_again_changes_nothing),
        cmocka_unit_test(the_order_of_files_that_do_not_differ_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
