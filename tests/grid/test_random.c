/* Random grids, written as various spreadsheets would and read back; and valid files with a byte
 * changed. Seeded: a failure names the seed, and comes again. */
#include "grid/grid_csv.h"

#include <stdio.h>
#include <stdlib.h>

#include "grid/cell.h"
#include "testing.h"

enum { GRIDS = TEST_ROUNDS(150, 40), MUTATIONS = TEST_ROUNDS(4000, 800) };

static uint64_t next(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static unsigned below(uint64_t *seed, unsigned n)
{
    return (unsigned)((next(seed) >> 16) % n);
}

static const char *pick(uint64_t *seed, const char *const *from, unsigned count)
{
    return from[below(seed, count)];
}

/* Schools whose ratings are agreed. */
static bool agreed[SCHOOLS_MAX];

static void make_grid(struct grid_import *g, uint64_t *seed)
{
    static const char *const decor[] = {" Primary", ", Lower", "; Upper", " \"Hill\"",
                                        "\tHall",   " École",  " - East", "\nWest"};
    memset(g, 0, sizeof *g);
    g->school_count = (uint16_t)(1 + below(seed, below(seed, 4) ? 12 : SCHOOLS_MAX));
    g->row_count = (uint8_t)(1 + below(seed, CONDITIONS_MAX));
    for (unsigned s = 0; s < g->school_count; s++) {
        snprintf(g->schools[s], NAME_SIZE, "S%u%s", s, pick(seed, decor, 8));
        agreed[s] = below(seed, 3) == 0;
    }
    for (unsigned r = 0; r < g->row_count; r++) {
        struct grid_row *row = &g->rows[r];
        snprintf(row->label, TITLE_SIZE, "Condition %u%s", r, pick(seed, decor, 8));
        row->number = (uint8_t)(r + 1);
        for (unsigned s = 0; s < g->school_count; s++)
            g->ratings[r][s].figure.now = (uint8_t)below(seed, RATING_MAX + 1);
    }
}

struct dialect {
    char separator;
    const char *line_end;
    bool mark, quote_all, states, figures, titles;
};

static struct dialect make_dialect(uint64_t *seed)
{
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};
    return (struct dialect){
        .separator = ",;\t"[below(seed, 3)],
        .line_end = pick(seed, line_ends, 3),
        .mark = below(seed, 2),
        .quote_all = below(seed, 2),
        .states = below(seed, 2),
        .figures = below(seed, 2),
        .titles = below(seed, 2),
    };
}

static void put(FILE *to, const struct dialect *d, const char *text)
{
    cell_write(to, text, d->quote_all);
}

static uint8_t now_of(const struct grid_import *g, const struct grid_row *row, unsigned school)
{
    return g->ratings[row - g->rows][school].figure.now;
}

static void put_row(FILE *to, const struct dialect *d, const struct grid_import *g,
                    const struct grid_row *row, uint64_t *seed)
{
    static const char *const blanks[] = {"", "-", "–", "—", " "};
    char text[TITLE_SIZE + 16];
    unsigned total = 0, counted = 0;
    snprintf(text, sizeof text, "%u. %s", row->number, row->label);
    put(to, d, text);
    for (unsigned s = 0; s < g->school_count; s++) {
        fputc(d->separator, to);
        snprintf(text, sizeof text, "%u", now_of(g, row, s));
        put(to, d, now_of(g, row, s) ? text : pick(seed, blanks, 5));
        total += now_of(g, row, s);
        counted += now_of(g, row, s) > 0;
    }
    if (d->figures) {
        fputc(d->separator, to);
        snprintf(text, sizeof text, "%u", total);
        put(to, d, text);
        fputc(d->separator, to);
        /* halves up, the long way round: the first tenth t with t + 1/2 above the average */
        unsigned tenths = 0;
        while (counted && (2 * tenths + 1) * counted <= 20 * total)
            tenths++;
        snprintf(text, sizeof text, "%u%c%u", tenths / 10, d->separator == ';' ? ',' : '.',
                 tenths % 10);
        put(to, d, text);
    }
    fputs(d->line_end, to);
}

/* Writes the grid; the caller frees it. */
static char *write_grid(const struct grid_import *g, const struct dialect *d, size_t *length,
                        uint64_t *seed)
{
    char *text = NULL;
    FILE *to = open_memstream(&text, length);
    if (d->mark)
        fputs("\xEF\xBB\xBF", to);
    if (d->titles)
        fprintf(to, "Cluster review%s%c%c%s", d->line_end, d->separator, d->separator, d->line_end);
    put(to, d, "Condition");
    for (unsigned s = 0; s < g->school_count; s++) {
        fputc(d->separator, to);
        put(to, d, g->schools[s]);
    }
    if (d->figures)
        fprintf(to, "%cTotal%cAverage", d->separator, d->separator);
    fputs(d->line_end, to);
    unsigned states_at = below(seed, g->row_count + 1u);
    for (unsigned r = 0; r <= g->row_count; r++) {
        if (d->states && r == states_at) {
            put(to, d, "State");
            for (unsigned s = 0; s < g->school_count; s++)
                fprintf(to, "%c%s", d->separator, agreed[s] ? "agreed" : "proposed");
            fputs(d->line_end, to);
        }
        if (r < g->row_count)
            put_row(to, d, g, &g->rows[r], seed);
    }
    fclose(to);
    return text;
}

/* What text_take makes of our texts: their only white space is single. */
static void assert_text(const char *read, const char *written)
{
    char expected[TITLE_SIZE];
    size_t i = 0;
    for (; written[i]; i++)
        expected[i] = written[i] == '\n' || written[i] == '\t' ? ' ' : written[i];
    expected[i] = '\0';
    assert_string_equal(read, expected);
}

static void grids_come_back_as_they_were_written(void **state)
{
    (void)state;
    static struct grid_import written, read;
    for (uint64_t i = 1; i <= GRIDS; i++) {
        uint64_t seed = i * 0x9E3779B97F4A7C15u;
        struct trouble t = {""};
        size_t length;
        make_grid(&written, &seed);
        struct dialect d = make_dialect(&seed);
        char *file = write_grid(&written, &d, &length, &seed);
        if (grid_parse(&read, file, length, NULL, &t))
            fail_msg("seed %u: %s\n%s", (unsigned)i, t.text, file);
        assert_int_equal(read.school_count, written.school_count);
        assert_int_equal(read.row_count, written.row_count);
        if (read.contradiction_count)
            fail_msg("seed %u: %s is not %s", (unsigned)i, read.contradictions[0].printed,
                     read.contradictions[0].computed);
        for (unsigned s = 0; s < read.school_count; s++) {
            assert_text(read.schools[s], written.schools[s]);
        }
        for (unsigned r = 0; r < read.row_count; r++) {
            assert_text(read.rows[r].label, written.rows[r].label);
            assert_int_equal(read.rows[r].number, written.rows[r].number);
            for (unsigned s = 0; s < read.school_count; s++) {
                uint8_t now = written.ratings[r][s].figure.now;
                assert_int_equal(read.ratings[r][s].figure.now, now);
                assert_int_equal(read.ratings[r][s].agreed, now && d.states && agreed[s]);
            }
        }
        free(file);
    }
}

static void assert_sound(const struct grid_import *g)
{
    assert_in_range(g->school_count, 1, SCHOOLS_MAX);
    assert_in_range(g->row_count, 1, CONDITIONS_MAX);
    assert_true(g->contradiction_count <= GRID_CONTRADICTIONS_MAX);
    for (unsigned r = 0; r < g->row_count; r++)
        for (unsigned s = 0; s < SCHOOLS_MAX; s++)
            assert_true(g->ratings[r][s].figure.now <= (s < g->school_count ? RATING_MAX : 0));
    for (unsigned s = 0; s < g->school_count; s++)
        assert_true(g->schools[s][0] != '\0');
    for (unsigned i = 0; i < g->contradiction_count; i++) {
        char text[GRID_TEXT_SIZE];
        grid_contradiction_text(text, sizeof text, &g->contradictions[i]);
        assert_non_null(strstr(text, "Row "));
    }
}

/* The one refusal without a place is that there is no header to speak of places by. */
static void assert_names_a_place(const struct trouble *t)
{
    static const char *const places[] = {"Row ", "row ", "Line ", "column A"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strstr(t->text, places[i]))
            return;
    fail_msg("no place in: %s", t->text);
}

static void a_changed_byte_is_taken_or_its_place_named(void **state)
{
    (void)state;
    static struct grid_import written, read;
    static const char telling[] = "\",;\t\r\n-0159.:x \xC2\xFF";
    unsigned taken = 0, refused = 0;
    for (uint64_t i = 1; i <= MUTATIONS; i++) {
        uint64_t seed = i * 0x9E3779B97F4A7C15u;
        struct trouble t = {""};
        size_t length;
        make_grid(&written, &seed);
        if (written.school_count > 12)
            written.school_count = 12; /* many small files find more than a few large ones */
        struct dialect d = make_dialect(&seed);
        char *file = write_grid(&written, &d, &length, &seed);
        size_t at = next(&seed) % length;
        unsigned how = below(&seed, 4);
        if (how == 0) { /* one byte gone */
            memmove(file + at, file + at + 1, length - at - 1);
            length--;
        } else if (how == 1) {
            length = at; /* the rest gone */
        } else {
            file[at] = how == 2 ? telling[below(&seed, sizeof telling)] : (char)next(&seed);
        }
        /* An exact block, so that the sanitizer sees a read past its end. */
        char *exact = malloc(length ? length : 1);
        memcpy(exact, file, length);
        if (grid_parse(&read, exact, length, NULL, &t) == ERROR_OK) {
            assert_sound(&read);
            taken++;
        } else {
            static const struct grid_import nothing;
            assert_memory_equal(&read, &nothing, sizeof read);
            if (strcmp(t.text, "This file is empty.") != 0)
                assert_names_a_place(&t);
            refused++;
        }
        free(exact);
        free(file);
    }
    assert_true(taken > MUTATIONS / 10 && refused > MUTATIONS / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grids_come_back_as_they_were_written),
        cmocka_unit_test(a_changed_byte_is_taken_or_its_place_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
