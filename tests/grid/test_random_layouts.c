/* Random ratings in every layout and dialect (laid_out.h), read back the same; and such files with
 * a byte changed. Seeded: a failure names the seed. */
#include "grid/laid_out.h"

#include <stdlib.h>

#include "base/text.h"
#include "link/seeded.h"
#include "testing.h"

enum { GRIDS = TEST_ROUNDS(300, 60), MUTATIONS = TEST_ROUNDS(3000, 600) };

static const struct grid_import *written;
static struct grid_import read;

/* What text_take makes of our texts: their only white space is single. */
static void assert_text(const char *is, const char *was, unsigned number)
{
    char expected[NOTE_SIZE];
    size_t i = 0;
    for (; was[i]; i++)
        expected[i] = was[i] == '\n' || was[i] == '\t' ? ' ' : was[i];
    expected[i] = '\0';
    if (strcmp(is, expected) != 0)
        fail_msg("seed %u: “%s”, not “%s”", number, is, expected);
}

static void assert_read_back(unsigned number)
{
    assert_int_equal(read.school_count, written->school_count);
    assert_int_equal(read.row_count, written->row_count);
    assert_int_equal(read.without_rating, 0);
    assert_string_equal(read.passed_over, "");
    for (unsigned s = 0; s < read.school_count; s++)
        assert_text(read.schools[s], written->schools[s], number);
    for (unsigned r = 0; r < read.row_count; r++) {
        assert_text(read.rows[r].label, written->rows[r].label, number);
        assert_int_equal(read.rows[r].number, written->rows[r].number);
        for (unsigned s = 0; s < read.school_count; s++) {
            const struct grid_rating *was = &written->ratings[r][s], *is = &read.ratings[r][s];
            if (is->figure.now != was->figure.now || is->figure.target != was->figure.target ||
                is->figure.months != was->figure.months || is->agreed != was->agreed)
                fail_msg("seed %u: school %u, condition %u: %u, goal %u in %u", number, s, r,
                         is->figure.now, is->figure.target, is->figure.months);
            assert_text(is->figure.note, was->figure.note, number);
        }
    }
}

static void every_layout_comes_back_as_it_was_written(void **state)
{
    (void)state;
    for (unsigned number = 1; number <= GRIDS; number++) {
        struct trouble t = {""};
        size_t length;
        char *file = laid_out(&written, &length, (enum layout)(number % LAYOUT_COUNT),
                              number * UINT64_C(0x9E3779B97F4A7C15));
        if (grid_parse(&read, file, length, NULL, &t))
            fail_msg("seed %u: %s\n%s", number, t.text, file);
        assert_read_back(number);
        free(file);
    }
}

static void assert_sound(const struct grid_import *g)
{
    assert_in_range(g->school_count, 1, SCHOOLS_MAX);
    assert_in_range(g->row_count, 1, CONDITIONS_MAX);
    for (unsigned r = 0; r < g->row_count; r++)
        for (unsigned s = 0; s < g->school_count; s++) {
            const struct figure *figure = &g->ratings[r][s].figure;
            assert_true(figure->now <= RATING_MAX && figure->target <= RATING_MAX);
            assert_true(figure->months <= MONTHS_MAX && text_is_clean(figure->note));
            assert_true(!figure->target || figure->target >= figure->now);
            assert_true(figure->target || !figure->months);
            assert_true(figure->now || !(figure->target || figure->note[0]));
        }
}

static void a_changed_byte_is_taken_or_its_place_named(void **state)
{
    static const char telling[] = "\",;\t\r\n-0159.:x' \xC2\xFF";
    unsigned taken = 0;
    (void)state;
    for (unsigned number = 1; number <= MUTATIONS; number++) {
        struct trouble t = {""};
        size_t length;
        uint64_t seed = number;
        char *file = laid_out(&written, &length, (enum layout)(number % LAYOUT_COUNT),
                              number * UINT64_C(0x9E3779B97F4A7C15));
        size_t at = seeded_below(&seed, length), how = seeded_below(&seed, 3);
        if (how == 0)
            length = at;
        else
            file[at] = how == 1 ? telling[seeded_below(&seed, sizeof telling)]
                                : (char)seeded_below(&seed, 256);
        char *exact = malloc(length ? length : 1); /* so that a read past its end is seen */
        assert_non_null(exact);
        memcpy(exact, file, length);
        if (grid_parse(&read, exact, length, NULL, &t) == ERROR_OK) {
            assert_sound(&read);
            taken++;
        } else {
            assert_int_equal(read.school_count, 0);
            assert_true(t.text[0] != '\0');
        }
        free(exact);
        free(file);
    }
    assert_true(taken > MUTATIONS / 10 && taken < MUTATIONS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_layout_comes_back_as_it_was_written),
        cmocka_unit_test(a_changed_byte_is_taken_or_its_place_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
