#include "grid/grid_csv.h"

#include <stdio.h>
#include <stdlib.h>

#include "testing.h"

static struct grid_import import;

static enum error parse(const char *text, struct trouble *t)
{
    t->text[0] = '\0';
    memset(&import, 0xAA, sizeof import);
    return grid_parse(&import, text, strlen(text), NULL, t);
}

static void assert_nothing_taken(void)
{
    static const struct grid_import nothing;
    assert_memory_equal(&import, &nothing, sizeof import);
}

/* The same small grid in every dress a spreadsheet gives it. */
static void dialects_say_the_same(void **state)
{
    (void)state;
    static const char *const files[] = {
        "Condition,Ashby,Birch\nFunding,4,\nImpact,10,7\n",
        "Condition;Ashby;Birch\r\nFunding;4;\r\nImpact;10;7\r\n",
        "Condition\tAshby\tBirch\rFunding\t4\t\rImpact\t10\t7",
        "\xEF\xBB\xBF\"Condition\",\"Ashby\",\"Birch\"\n\"Funding\",\"4\",\"\"\n\"Impact\",\"10\","
        "\"7\"",
        "Condition,Ashby,Birch\nFunding,4,-\nImpact,10,7\n",
        "Condition,Ashby,Birch\nFunding,4,–\nImpact,10,7\n",
        "Condition,Ashby,Birch\nFunding,4,—\nImpact,10,7\n",
        "Condition,Ashby,Birch,,,\nFunding,4,,,,\nImpact,10,7,,,\n,,,,,\n,,,,,\n\n",
        "Condition,Ashby,,Birch\nFunding,4,,\n\nImpact,10,,7\n",
        "Review grid\n\nsummer term,,\nCondition,Ashby,Birch\nFunding,4,\nImpact,10,7\n",
        "Review grid,June,2009\nCondition,Ashby,Birch\nFunding,4\nImpact,10,7\n",
        "sep=;\nCondition;Ashby;Birch\nFunding;4;\nImpact;10;7\n",
        ",Ashby,Birch\nFunding,4,\nImpact,10,7\n",
        ";Ashby;Birch;Total\nFunding;4;;4\nImpact;10;7;17\n",
        "\xC2\xA0"
        "Condition,\xC2\xA0 Ashby\xC2\xA0,Birch \n\xC2\xA0"
        "Funding,4\xC2\xA0,\xC2\xA0\nImpact,\xC2\xA0 10,7\xE2\x80\xAF\n",
        "Condition,\"Ash\nby\",Birch\nFunding,4,\nImpact,10,7\n",
        "Condition,Ashby,Birch,TOTAL,cfs AVERAGE\nFunding,4,,4,\"4,0\"\nImpact,10,7,17,8.5\n",
        "Conditions for success,Ashby,CFS Total,Birch,Mean\nFunding,4,4,,-\nImpact,10,17,7,9\n",
        "Condition,Ashby,Birch\nFunding,4.0,\nImpact,10,07\n",
        "Condition,Ashby,Birch\nState,proposed,\nFunding,4,\nImpact,10,7\n",
        "Condition,Ashby,Birch\nFunding,4,\nImpact,10,7\nTotal,14,7\nAverage,7,7\n",
    };
    struct trouble t;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        enum error e = parse(files[i], &t);
        if (e)
            fail_msg("file %zu: %s", i, t.text);
        assert_int_equal(import.school_count, 2);
        assert_true(strcmp(import.schools[0], "Ashby") == 0 ||
                    strcmp(import.schools[0], "Ash by") == 0);
        assert_string_equal(import.schools[1], "Birch");
        assert_false(import.ratings[0][0].agreed || import.ratings[1][1].agreed);
        assert_int_equal(import.row_count, 2);
        assert_string_equal(import.rows[0].label, "Funding");
        assert_int_equal(import.rows[0].number, 0);
        assert_string_equal(import.rows[1].label, "Impact");
        static const uint8_t cells[2][3] = {{4, 0, 0}, {10, 7, 0}};
        for (int r = 0; r < 2; r++)
            for (int s = 0; s < 3; s++)
                assert_int_equal(import.ratings[r][s].figure.now, cells[r][s]);
        assert_int_equal(import.contradiction_count, 0);
    }
}

static void quoted_text_keeps_what_it_holds(void **state)
{
    (void)state;
    struct trouble t;
    assert_int_equal(
        parse("Condition,\"St Mary, \"\"Lower\"\"\",\"B\r\nC\"\n\"Q; x\ty\",1,2\n", &t), ERROR_OK);
    assert_string_equal(import.schools[0], "St Mary, \"Lower\"");
    assert_string_equal(import.schools[1], "B C");
    assert_string_equal(import.rows[0].label, "Q; x y");
}

static void leading_numbers_are_taken_apart(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *label;
        unsigned number;
    } cases[] = {
        {"4. Cluster", "Cluster", 4},
        {"10) Impact", "Impact", 10},
        {"4: Cluster", "Cluster", 4},
        {"4 Cluster", "Cluster", 4},
        {"4 - Cluster", "Cluster", 4},
        {"4.Cluster", "Cluster", 4},
        {"4.", "4.", 4},
        {"7", "7", 7},
        {"4.5 days", "4.5 days", 0},
        {"4x", "4x", 0},
        {"2009 plan", "2009 plan", 0},
        {"Cluster 4", "Cluster 4", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        char file[100];
        snprintf(file, sizeof file, "Condition,Ashby\n%s,5\n", cases[i].cell);
        assert_int_equal(parse(file, &t), ERROR_OK);
        assert_string_equal(import.rows[0].label, cases[i].label);
        assert_int_equal(import.rows[0].number, cases[i].number);
        assert_int_equal(import.rows[0].place.row, 2);
    }
}

static void states_are_proposed_unless_agreed(void **state)
{
    (void)state;
    static const char *const names[] = {"State", "status", "STATUS:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct trouble t;
        char file[200];
        snprintf(file, sizeof file,
                 "Condition,A,B,C,D,Total\nFunding,1,2,3,4,10\n%s,Agreed,,proposed,-\n", names[i]);
        assert_int_equal(parse(file, &t), ERROR_OK);
        static const bool agreed[] = {true, false, false, false};
        for (int s = 0; s < 4; s++)
            assert_int_equal(import.ratings[0][s].agreed, agreed[s]);
        assert_int_equal(import.row_count, 1);
    }
}

/* Each is refused whole, with its sentence. */
static void refusals_name_the_place(void **state)
{
    (void)state;
    static const struct {
        const char *file, *says;
    } cases[] = {
        {"", "This file is empty."},
        {" \n,,\n\n", "This file is empty."},
        {"Condition,Ashby,Birch,Castle,Dene\nA,1,2,3,4\n\n\n4. Cluster arrangements,1,2,3,11\n",
         "Row 5 (Cluster arrangements), column E (Dene): “11” is not a whole number from 1 to 10."},
        {"Condition;Dene\r\n\r\nA;\"2\"\r\nB;no\r\n",
         "Row 4 (B), column B (Dene): “no” is not a whole number from 1 to 10."},
        {"Review,Dene\nA,5\nCondition,see,note\n", /* no header below the first ratings */
         "Row 3 (Condition), column B (Dene): “see” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,0\n",
         "Row 2 (A), column B (Dene): “0” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,5.5\n",
         "Row 2 (A), column B (Dene): “5.5” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,1e3\n",
         "Row 2 (A), column B (Dene): “1e3” is not a whole number from 1 to 10."},
        {"Condition,Dene,Elms\nA,x,2\n",
         "Row 2 (A), column B (Dene): “x” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,-3\n",
         "Row 2 (A), column B (Dene): “-3” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,184467440737095516165\n",
         "Row 2 (A), column B (Dene): “184467440737095516165” is not a whole number from 1 to 10."},
        {"Condition,Dene,Total\nA,4294967301,5\n",
         "Row 2 (A), column B (Dene): “4294967301” is not a whole number from 1 to 10."},
        {"Condition,Dene\nA,=1+2\n",
         "Row 2 (A), column B (Dene): “=1+2” is not a whole number from 1 to 10."},
        {"Condition,Dene,Elms,dene\nA,1,2,3\n",
         "Row 1, columns B and D: there are two schools called “dene”."},
        {"Condition,Dene,Total,Sum\nA,1,1,1\n",
         "Row 1, columns C and D: “Sum” says the same as the column before. Please keep one of "
         "them."},
        {"Condition,Dene\nA,1,7\n",
         "Row 2 (A), column C: “7” belongs to no school, for this column has no name above it."},
        {"Condition,Dene\nA,1\n,7\n",
         "Row 3, column B: “7” belongs to no condition, for column A of this row is blank."},
        {"Condition,Dene\nState,done\nA,1\n",
         "Row 2 (State), column B (Dene): “done” is neither “agreed” nor “proposed”."},
        {"Condition,Dene\nState,agreed\nA,1\nStatus,agreed\n",
         "Row 4 (Status): the state of each school is already given further up."},
        {"Condition,Dene\n\n", "There are no conditions below the names of the schools in row 1."},
        {"Condition,Dene\nA,\"1\nB,2\n",
         "Row 2: a quotation mark opens a cell and nothing closes it."},
        {"Condition\nA\nB\n", "No row with the names of the schools was found. The grid needs one: "
                              "“Condition” in column A, then a school in each column."},
        {"Condition,Total,Average\nA,1,1\n",
         "No row with the names of the schools was found. The grid needs one: “Condition” in "
         "column A, then a school in each column."},
        {"Condition,Dene\nA,1\nCaf\x81,2\n",
         "Line 3 holds bytes that are no text. Please save the grid again as “CSV UTF-8”."},
        {"\xFF\xFE"
         "C",
         "Line 1 holds bytes that are no text. Please save the grid again as “CSV UTF-8”."},
        {"PK\x03\x04", "This is a whole workbook. Please save the sheet itself as CSV, or select "
                       "its cells, copy them and paste them here."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        assert_int_equal(parse(cases[i].file, &t), ERROR_FORMAT);
        assert_string_equal(t.text, cases[i].says);
        assert_nothing_taken();
        assert_int_equal(grid_parse(&import, cases[i].file, strlen(cases[i].file), NULL, NULL),
                         ERROR_FORMAT);
    }
}

static void a_zero_byte_is_refused(void **state)
{
    (void)state;
    static const char file[] = "Condition,Dene\nA,\0001\n";
    struct trouble t;
    assert_int_equal(grid_parse(&import, file, sizeof file - 1, NULL, &t), ERROR_FORMAT);
    assert_non_null(strstr(t.text, "Line 2 holds a zero byte"));
    assert_nothing_taken();
}

/* A grid of `schools` by `rows`, all rated 5; the caller frees it. */
static char *grid_of(unsigned schools, unsigned rows)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    fputs("Condition", to);
    for (unsigned s = 1; s <= schools; s++)
        fprintf(to, ",School %u", s);
    for (unsigned r = 1; r <= rows; r++) {
        fprintf(to, "\n%u. Row %u", r, r);
        for (unsigned s = 1; s <= schools; s++)
            fputs(",5", to);
    }
    fclose(to);
    return text;
}

static void capacities_are_kept(void **state)
{
    (void)state;
    static const struct {
        unsigned schools, rows;
        enum error expected;
        const char *says;
    } cases[] = {
        {SCHOOLS_MAX, CONDITIONS_MAX, ERROR_OK, ""},
        {SCHOOLS_MAX + 1, 1, ERROR_RANGE, "Row 1, column DZ (School 129): a grid has room for 128"},
        {1, CONDITIONS_MAX + 1, ERROR_RANGE, "Row 26 (25. Row 25): a grid has room for 24"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        char *file = grid_of(cases[i].schools, cases[i].rows);
        assert_int_equal(parse(file, &t), cases[i].expected);
        assert_non_null(strstr(t.text, cases[i].says));
        free(file);
    }
}

static void long_names_and_files_are_refused(void **state)
{
    (void)state;
    struct trouble t;
    char file[2000], name[NAME_VISIBLE + 2], label[TITLE_VISIBLE + 2];
    memset(name, 'n', sizeof name);
    memset(label, 'l', sizeof label);
    for (int over = 0; over <= 1; over++) {
        snprintf(file, sizeof file, "Condition,%.*s\nA,1\n", NAME_VISIBLE + over, name);
        assert_int_equal(parse(file, &t), over ? ERROR_RANGE : ERROR_OK);
        assert_true(!over || strstr(t.text, "Row 1, column B: “nnn") != NULL);
        snprintf(file, sizeof file, "Condition,A\n%.*s,1\n", TITLE_VISIBLE + over, label);
        assert_int_equal(parse(file, &t), over ? ERROR_RANGE : ERROR_OK);
        assert_true(!over || strstr(t.text, "Row 2: “lll") != NULL);
    }
    static const char head[] = "Condition,A\nB,1\n";
    char *big = malloc(GRID_FILE_MAX + 1);
    memset(big, '\n', GRID_FILE_MAX + 1);
    memcpy(big, head, sizeof head - 1);
    assert_int_equal(grid_parse(&import, big, GRID_FILE_MAX, NULL, &t), ERROR_OK);
    assert_int_equal(grid_parse(&import, big, GRID_FILE_MAX + 1, NULL, &t), ERROR_RANGE);
    assert_non_null(strstr(t.text, "larger than 1 MiB"));
    assert_nothing_taken();
    free(big);
}

static void printed_figures_are_held_against_the_cells(void **state)
{
    (void)state;
    struct trouble t;
    char text[GRID_TEXT_SIZE];
    assert_int_equal(parse("Condition;A;B;Sum;Mean\n3. Alignment;4;5;10;5,1\nImpact;;;;#DIV/0!\n"
                           "Funding;9;2;#REF!;5.50\n",
                           &t),
                     ERROR_OK);
    assert_int_equal(import.contradiction_count, 3);
    static const char *const says[] = {
        "Row 2 (Alignment): the file says the total is 10, its ratings add up to 9.",
        "Row 2 (Alignment): the file says the average is 5,1, that of its ratings is 4.5.",
        "Row 4 (Funding): the file says the total is #REF!, its ratings add up to 11.",
    };
    for (size_t i = 0; i < 3; i++) {
        grid_contradiction_text(text, sizeof text, &import.contradictions[i]);
        assert_string_equal(text, says[i]);
    }
    assert_int_equal(import.contradictions[1].which, GRID_AVERAGE);
    assert_int_equal(import.contradictions[1].row_number, 2);
    assert_string_equal(import.contradictions[1].printed, "5,1");
    assert_string_equal(import.contradictions[1].computed, "4.5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dialects_say_the_same),
        cmocka_unit_test(quoted_text_keeps_what_it_holds),
        cmocka_unit_test(leading_numbers_are_taken_apart),
        cmocka_unit_test(states_are_proposed_unless_agreed),
        cmocka_unit_test(refusals_name_the_place),
        cmocka_unit_test(a_zero_byte_is_refused),
        cmocka_unit_test(capacities_are_kept),
        cmocka_unit_test(long_names_and_files_are_refused),
        cmocka_unit_test(printed_figures_are_held_against_the_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
