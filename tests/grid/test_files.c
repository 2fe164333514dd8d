/* Files as the programs write them that people have, in folder files/: German Excel (semicolons,
 * Windows-1252, decimal commas), its "Unicode text" and "CSV UTF-8", Google Sheets, and a sheet
 * with merged cells that LibreOffice wrote. */
#include "grid/grid_csv.h"

#include <stdlib.h>
#include <time.h>

#include "grid/grid_encoding.h"
#include "testing.h"

#define FILES TEST_SOURCE_DIR "/files/"

static struct grid_import import;

static void read_file(const char *path)
{
    struct trouble t = {""};
    if (grid_read_file(&import, path, NULL, &t))
        fail_msg("%s: %s", path, t.text);
}

static void the_same_grid_from_every_program(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool guessed;
    } files[] = {
        {FILES "excel-german.csv", true},   {FILES "excel-unicode.txt", false},
        {FILES "unicode-big.txt", false},   {FILES "excel-utf8.csv", false},
        {FILES "google-sheets.csv", false},
    };
    static const uint8_t nows[3][3] = {{4, 6, 0}, {0, 3, 7}, {0, 10, 1}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        read_file(files[i].path);
        assert_int_equal(import.school_count, 3);
        assert_string_equal(import.schools[0], "Élan");
        assert_string_equal(import.schools[1], "Großbach");
        assert_string_equal(import.schools[2], "St. Mary’s");
        assert_int_equal(import.row_count, 3);
        for (unsigned r = 0; r < 3; r++)
            for (unsigned s = 0; s < 3; s++)
                assert_int_equal(import.ratings[r][s].figure.now, nows[r][s]);
        assert_int_equal(import.windows_1252, files[i].guessed);
        assert_int_equal(import.contradiction_count, 0);
    }
}

static void a_sheet_of_libreoffice_with_merged_cells(void **state)
{
    (void)state;
    read_file(FILES "libreoffice.csv");
    assert_int_equal(import.school_count, 2);
    assert_string_equal(import.schools[0], "Élan");
    assert_string_equal(import.schools[1], "Großbach");
    assert_int_equal(import.row_count, 2);
    const struct figure *figure = &import.ratings[0][0].figure;
    assert_int_equal(figure->now, 4);
    assert_int_equal(figure->target, 7);
    assert_string_equal(figure->note, "Parents, not pupils \"yet\"");
    assert_int_equal(import.ratings[0][1].figure.now, 6);
    assert_int_equal(import.ratings[1][0].figure.now, 0);
    assert_int_equal(import.ratings[1][1].figure.target, 5);
    assert_string_equal(import.ratings[1][1].figure.note, "new head");
    /* as a spreadsheet numbers it, the line break in a cell aside */
    assert_int_equal(import.rows[1].place.row, 6);
}

static void encodings_are_told_by_their_mark(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *text; /* NULL: refused */
        bool guessed;
    } cases[] = {
        {"", 0, "", false},
        {"\xEF\xBB\xBF", 3, "", false},
        {"\xEF\xBB\xBF\xC3\x89", 5, "É", false},
        {"\xFF\xFE\xC9\x00", 4, "É", false},
        {"\xFE\xFF\x00\xC9", 4, "É", false},
        {"\xFF\xFE\x3D\xD8\x00\xDE", 6, "😀", false},
        {"\xC3\x89", 2, "É", false},
        {"\xC9\x80", 2, "ɀ", false}, /* may be UTF-8, so it is */
        {"\xC9t\x80 \x96", 5, "Ét€ –", true},
        {"\xFF\xFE\x00\xDE", 4, NULL, false}, /* half a pair */
        {"\xFF\xFE\xC9", 3, NULL, false},
        {"\xC9\x81", 2, "Ɂ", false},
        {"\xC9t\x81", 3, NULL, false}, /* Windows-1252 has no such character */
        {"A\0B", 3, NULL, false},
        {"\xFF\xFE\x00\x00", 4, NULL, false},
        {"\xD0\xCF\x11\xE0", 4, NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct grid_text text;
        struct trouble t = {""};
        enum error e = grid_encoding_read(&text, cases[i].bytes, cases[i].length, &t);
        assert_int_equal(e, cases[i].text ? ERROR_OK : ERROR_FORMAT);
        assert_int_equal(text.text != NULL, cases[i].text != NULL);
        if (!cases[i].text) {
            assert_true(t.text[0] != '\0');
            continue;
        }
        assert_string_equal(text.text, cases[i].text);
        assert_int_equal(text.length, strlen(cases[i].text));
        assert_int_equal(text.windows_1252, cases[i].guessed);
        grid_encoding_release(&text);
        assert_null(text.text);
    }
}

/* The wrong file, dropped by mistake: a long one that is no grid is refused while one looks on, and
 * takes no minutes of somebody's workshop. */
static void a_long_file_of_another_kind_is_refused_soon(void **state)
{
    (void)state;
    static const struct {
        const char *head, *line;
    } files[] = {
        {"", "a\n"},     {"", "a,b\n"},       {"Condition,Ashby\n", "x,-\n"},
        {"", "x,now\n"}, {"", "School: A\n"}, {"", "Condition,b\n"},
        {"", "a,"},      {"", "a,7,"},        {"", "7,7,7,7,7,7,7,7,7,7,7,7,7\n"},
    };
    enum { ALLOWED_S = TEST_ROUNDS(1, 20) }; /* beside others; alone it takes a fifth of one */
    char *bytes = malloc(GRID_FILE_MAX);
    assert_non_null(bytes);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        size_t length = strlen(files[i].head), line = strlen(files[i].line);
        memcpy(bytes, files[i].head, length);
        for (; length + line <= GRID_FILE_MAX; length += line)
            memcpy(bytes + length, files[i].line, line);
        struct trouble t = {""};
        clock_t begun = clock();
        assert_int_not_equal(grid_parse(&import, bytes, length, NULL, &t), ERROR_OK);
        assert_true((clock() - begun) / CLOCKS_PER_SEC < ALLOWED_S);
        assert_true(t.text[0] != '\0');
    }
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_grid_from_every_program),
        cmocka_unit_test(a_sheet_of_libreoffice_with_merged_cells),
        cmocka_unit_test(encodings_are_told_by_their_mark),
        cmocka_unit_test(a_long_file_of_another_kind_is_refused_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
