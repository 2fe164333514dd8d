/* What is written as text, whole, for each reader: with every consent and with none. */

#include <stdio.h>
#include <stdlib.h>

#include "export/csv_cell.h"
#include "export/evening.h"
#include "export/tables.h"
#include "golden/golden.h"
#include "grid/grid_csv.h"
#include "journal/scratch.h"
#include "model/portray.h"
#include "testing.h"

enum {
    TEXT_SIZE = 1 << 20,
    PATH_SIZE = 256,
    ALL = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY | 1 << SCOPE_LA
};

static struct bench b;
static struct room *room;

static struct export portray(unsigned consents, enum audience_kind reader)
{
    struct export what = {.reader = reader, .now_ms = evening_now_ms, .id = "riverside-again"};
    evening_fill(&b, consents);
    assert_int_equal(room_portray(&room, b.model, reader, 0), ERROR_OK);
    what.room = room;
    return what;
}

static void put_away(void)
{
    room_destroy(&room);
    bench_close(&b);
}

typedef enum error writer(const char *path, const struct export *what, struct trouble *trouble);

static char *text_of(const char *path)
{
    struct bytes bytes = bytes_read(path);
    char *text = calloc(1, bytes.length + 1);
    assert_non_null(text);
    memcpy(text, bytes.at, bytes.length);
    assert_int_equal(strlen(text), bytes.length);
    free(bytes.at);
    return text;
}

static void check(const struct scratch *scratch, writer *write, const char *format,
                  unsigned consents, enum audience_kind reader)
{
    struct export what = portray(consents, reader);
    struct trouble trouble = {0};
    char path[PATH_SIZE], name[64];
    snprintf(path, sizeof path, "%s/written", scratch->folder);
    if (write(path, &what, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    char *text = text_of(path);
    snprintf(name, sizeof name, "export/%s-%s%s", export_reader_word(reader), format,
             consents ? "-named" : "");
    golden_check(name, text);
    free(text);
    put_away();
}

static void check_readers(const struct scratch *scratch, writer *write, const char *format)
{
    check(scratch, write, format, 0, AUDIENCE_SUMMARY);
    check(scratch, write, format, ALL, AUDIENCE_SUMMARY);
    check(scratch, write, format, 0, AUDIENCE_LA);
    check(scratch, write, format, ALL, AUDIENCE_FACILITATOR);
}

static void the_summary_for_a_mail(void **state)
{
    check_readers(*state, export_markdown, "markdown");
}

static void the_dates(void **state)
{
    check_readers(*state, export_ics, "ics");
}

static void the_document(void **state)
{
    check_readers(*state, export_json, "json");
}

/* All tables of the folder, one after the other. */
static enum error write_all_tables(const char *path, const struct export *what,
                                   struct trouble *trouble)
{
    char folder[PATH_SIZE], file[PATH_SIZE + 64];
    snprintf(folder, sizeof folder, "%s-tables", path);
    enum error e = export_csv(folder, what, trouble);
    FILE *all = e == ERROR_OK ? fopen(path, "wb") : NULL;
    for (int id = -1; all && id < EXPORT_TABLE_COUNT; id++) {
        struct export_table table = {.id = "grid"};
        bool given = id < 0 ? what->room->workshop.named
                            : export_table_describe(&table, (enum export_table_id)id, what);
        snprintf(file, sizeof file, "%s/%s.csv", folder, table.id);
        if (!given) {
            assert_null(fopen(file, "rb"));
            continue;
        }
        char *text = text_of(file);
        fprintf(all, "== %s\n%s", table.id, text);
        free(text);
    }
    assert_non_null(all);
    fclose(all);
    return e;
}

static void the_tables(void **state)
{
    check_readers(*state, write_all_tables, "csv");
}

/* ---- what the formats ask for ---- */

/* RFC 5545, 3.1: lines end with CRLF, none is longer than 75 octets, none is cut in a character. */
static void calendars_have_short_lines(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/dates.ics", scratch->folder);
    assert_int_equal(export_ics(path, &what, NULL), ERROR_OK);
    char *text = text_of(path);
    unsigned folded = 0;
    for (char *line = text; *line;) {
        char *end = strstr(line, "\r\n");
        assert_non_null(end);
        assert_in_range(end - line, 1, 75);
        assert_null(memchr(line, '\n', (size_t)(end - line)));
        bool goes_on = line[0] == ' ';
        folded += goes_on;
        assert_int_not_equal(line[goes_on] & 0xc0, 0x80);
        line = end + 2;
    }
    assert_true(folded >= 4);
    assert_non_null(strstr(text, "\\n"));
    free(text);
    put_away();
}

static void csv_ends_its_lines_and_has_its_mark(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    char path[PATH_SIZE];
    assert_int_equal(export_csv(scratch->folder, &what, NULL), ERROR_OK);
    snprintf(path, sizeof path, "%s/actions.csv", scratch->folder);
    char *text = text_of(path);
    assert_memory_equal(text, "\xef\xbb\xbf", 3);
    for (char *at = text; (at = strchr(at, '\n')); at++)
        assert_int_equal(at[-1], '\r');
    assert_non_null(strstr(text, "\"'=One bid; for all, with \\ and \"\"quotes\"\" and"));
    free(text);
    put_away();
}

static struct grid_import *import;

/* Where a semicolon parts cells, as in a German Excel, quotation marks within a line do not hold a
 * text together: what follows one in the text begins a cell. Here it is read again as it was. */
static void no_cell_is_a_formula_where_semicolons_part(void **state)
{
    static const char *const notes[] = {"agreed;=1+1;done", "a;@b;+1;;-2", "it;'=1;''+2",
                                        "so ;-)",           "=1;=2",       "; =1"};
    (void)state;
    for (unsigned i = 0; i < sizeof notes / sizeof *notes; i++) {
        char *text;
        size_t length;
        struct trouble trouble = {0};
        FILE *file = open_memstream(&text, &length);
        assert_non_null(file);
        fputs("School,Condition,Now,Notes\nAshby,Impact,4,", file);
        csv_text(file, notes[i]);
        csv_end(file);
        assert_int_equal(fclose(file), 0);
        for (char *at = text; (at = strchr(at, ';')); at++)
            assert_null(strchr("=+-@", at[1]));
        import = calloc(1, sizeof *import);
        assert_non_null(import);
        assert_int_equal(grid_parse(import, text, length, NULL, &trouble), ERROR_OK);
        assert_string_equal(import->ratings[0][0].figure.note, notes[i]);
        free(import);
        free(text);
    }
}

/* No cell of any table begins as a formula does. */
static void no_cell_is_a_formula(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    char path[PATH_SIZE];
    unsigned defused = 0;
    assert_int_equal(export_csv(scratch->folder, &what, NULL), ERROR_OK);
    for (unsigned id = 0; id < EXPORT_TABLE_COUNT; id++) {
        struct export_table table;
        assert_true(export_table_describe(&table, (enum export_table_id)id, &what));
        snprintf(path, sizeof path, "%s/%s.csv", scratch->folder, table.id);
        char *text = text_of(path);
        for (const char *at = text + 3; *at; at++) {
            bool begins =
                at == text + 3 || strchr(",\n", at[-1]) || (at[-1] == '"' && strchr(",\n", at[-2]));
            assert_false(begins && strchr("=+-@\t", *at));
            defused += begins && *at == '\'';
        }
        free(text);
    }
    assert_true(defused >= 10);
    put_away();
}

/* ---- back again ---- */

static void read_back(const struct scratch *scratch, const char *name)
{
    char path[PATH_SIZE];
    struct trouble trouble = {0};
    const struct grid_hints hints = {.conditions = &b.model->conditions[1],
                                     .condition_count = b.model->condition_count};
    snprintf(path, sizeof path, "%s/%s", scratch->folder, name);
    if (grid_read_file(import, path, &hints, &trouble) != ERROR_OK)
        fail_msg("%s: %s", name, trouble.text);
    assert_int_equal(import->school_count, 6);
    assert_int_equal(import->row_count, 3);
    assert_int_equal(import->contradiction_count, 0);
}

static school_id school_in(unsigned column)
{
    school_id school = room_find_school(room, import->schools[column]);
    if (!school)
        fail_msg("%s is no school of ours", import->schools[column]);
    return school;
}

static void what_was_written_is_read_again(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    import = calloc(1, sizeof *import);
    assert_non_null(import);
    assert_int_equal(export_csv(scratch->folder, &what, NULL), ERROR_OK);
    read_back(scratch, "ratings.csv");
    for (unsigned column = 0; column < 6; column++)
        for (unsigned row = 0; row < 3; row++) {
            school_id s = school_in(column);
            struct cell_item cell = room_cell(room, (condition_id)(row + 1), s);
            const struct grid_rating *rating = &import->ratings[row][column];
            assert_string_equal(import->rows[row].id, room->conditions[row + 1].id);
            assert_int_equal(rating->figure.now, cell.now);
            assert_int_equal(rating->figure.target, cell.target);
            assert_int_equal(rating->figure.months, cell.months);
            assert_int_equal(rating->agreed, cell.state == RATING_AGREED);
            if (cell.state == RATING_AGREED)
                assert_string_equal(rating->figure.note, room->talks[row + 1][s].agreed.note);
        }
    read_back(scratch, "grid.csv");
    for (unsigned column = 0; column < 6; column++)
        for (unsigned row = 0; row < 3; row++)
            assert_int_equal(import->ratings[row][column].figure.now,
                             room_cell(room, (condition_id)(row + 1), school_in(column)).now);
    free(import);
    put_away();
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(the_summary_for_a_mail),
        IN_A_FOLDER(the_dates),
        IN_A_FOLDER(the_document),
        IN_A_FOLDER(the_tables),
        IN_A_FOLDER(calendars_have_short_lines),
        IN_A_FOLDER(csv_ends_its_lines_and_has_its_mark),
        IN_A_FOLDER(no_cell_is_a_formula),
        cmocka_unit_test(no_cell_is_a_formula_where_semicolons_part),
        IN_A_FOLDER(what_was_written_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
