/* Every layout that people keep their ratings in says the same, and what cannot be told is refused
 * with its place. */
#include "grid/grid_csv.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "testing.h"

static struct grid_import import;
static struct condition conditions[2];

/* The pack's two conditions: what tells which way round a bare table stands. */
static int make_conditions(void **state)
{
    static const char *const names[] = {"Funding arrangements", "Impact measurement"};
    (void)state;
    for (unsigned i = 0; i < 2; i++)
        text_copy(conditions[i].name, sizeof conditions[i].name, names[i]);
    return 0;
}

static enum error parse(const char *text, const char *school, struct trouble *t)
{
    struct grid_hints hints = {.school = school, .conditions = conditions, .condition_count = 2};
    t->text[0] = '\0';
    return grid_parse(&import, text, strlen(text), &hints, t);
}

/* The rating by the names of school and condition. */
static const struct grid_rating *rating(const char *school, const char *condition)
{
    for (unsigned r = 0; r < import.row_count; r++)
        for (unsigned s = 0; s < import.school_count; s++)
            if (strcmp(import.schools[s], school) == 0 &&
                strstr(import.rows[r].label, condition) == import.rows[r].label)
                return &import.ratings[r][s];
    fail_msg("no rating of %s, %s", school, condition);
    return NULL;
}

static void assert_figure(const char *school, const char *condition, unsigned now, unsigned target,
                          unsigned months, const char *note)
{
    const struct grid_rating *r = rating(school, condition);
    if (r->figure.now != now || r->figure.target != target || r->figure.months != months ||
        strcmp(r->figure.note, note) != 0)
        fail_msg("%s, %s: %u, goal %u in %u, “%s”", school, condition, r->figure.now,
                 r->figure.target, r->figure.months, r->figure.note);
}

/* Ashby 4 and 7, Birch none and 6. */
static void ratings_alone_in_any_layout(void **state)
{
    (void)state;
    static const char *const files[] = {
        "Condition,Ashby,Birch\nFunding,4,\nImpact,7,6\n",
        "School,Funding,Impact\nAshby,4,7\nBirch,,6\n",
        ",Funding,Impact,Total\nAshby,4,7,11\nBirch,,6,6\nTotal,4,13,\nAverage,4,6.5,\n",
        ",Funding,Impact\nAshby,4,7\nBirch,–,6\n",
        "Riverside cluster,,\n,,\nName of school,1. Funding,2. Impact\nAshby,4,7\nBirch,n/a,6\n",
        "Key to conditions,1. Funding,2. Impact\nAshby,4,7\nBirch,,6\n",
        "School,Condition,Rating\nAshby,Funding,4\nAshby,Impact,7\nBirch,Impact,6\n"
        "Birch,Funding,-\n",
        "Condition,School,Now\nFunding,Ashby,4\n,Birch,–\nImpact,Ashby,7\n,Birch,6\n",
        "School,Condition,Now\nAshby,Funding,4\n,Impact,7\nBirch,Funding,\n,Impact,6\n",
        "Riverside,,May 2009\nSchool,Condition,Now\nAshby,Funding,4\n,Impact,7\nBirch,Funding,\n"
        ",Impact,6\n",
        "No.,Condition,Ashby,Birch\n9,Funding,4,\n10,Impact,7,6\n",
        "Condition id,Condition,Ashby,Birch\nfunding,Funding,4,\nimpact,Impact,7,6\n",
        "Area,Condition,Ashby,Birch\nMeans,Funding,4,\n,Impact,7,6\n",
        ",,\n,Condition,Ashby,Birch\n,Funding,4,\n,Impact,7,6\n",
        "Condition,Ashby now,Birch now\nFunding,4,\nImpact,7,6\n",
        "Condition,Now,\n,Ashby,Birch\nFunding,4,\nImpact,7,6\n",
        "Condition,Ashby,Birch,Comments\nFunding,4,,see below\nImpact,7,6,\n",
        "Condition,Ashby,Birch\nFunding,4,\nImpact,7,6\n\nPrepared by J. Smith for the cluster\n",
        "School,Funding,Impact\nAshby,4,7\nBirch,,6\n\n1-3 low; 4-7 medium; 8-10 high\n",
        "School: Ashby\nCondition,Now\nFunding,4\nImpact,7\n\nSchool: Birch\nCondition,Now\n"
        "Funding,\nImpact,6\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct trouble t;
        if (parse(files[i], NULL, &t))
            fail_msg("file %zu: %s", i, t.text);
        if (import.school_count != 2 || import.row_count != 2)
            fail_msg("file %zu: %u schools, %u rows", i, import.school_count, import.row_count);
        assert_figure("Ashby", "Funding", 4, 0, 0, "");
        assert_figure("Ashby", "Impact", 7, 0, 0, "");
        assert_figure("Birch", "Funding", 0, 0, 0, "");
        assert_figure("Birch", "Impact", 6, 0, 0, "");
        assert_int_equal(import.contradiction_count, 0);
        assert_int_equal(import.passed_over[0] != '\0', strstr(files[i], "Comments") != NULL);
    }
}

/* With goals, periods, states and notes. */
static void everything_in_any_layout(void **state)
{
    (void)state;
    static const char *const files[] = {
        "School,Condition,Now,Target,Months,State,Notes\n"
        "Ashby,Funding,4,7,12,agreed,\"Fees, mostly\"\nAshby,Impact,7,,,proposed,\n"
        "Birch,Funding,2,5,24,,\nBirch,Impact,,,,,\n",
        "Condition,Ashby,,,,,Birch,,,,\n"
        ",Now,Goal,By when,State,Notes,Now,Goal,By when,State,Notes\n"
        "Funding,4,7,1 year,agreed,\"Fees, mostly\",2,5,2 yrs,,\nImpact,7,,,,,,,,,\n",
        ",Ashby,,,,,Birch,,\n"
        "Condition,Where we are,Where we want to be,By when,Agreed?,Why,Where we are,Where we want "
        "to be,By when\n"
        "Funding,4,7,12 months,yes,\"Fees, mostly\",2,5,24\nImpact,7,,,no,,–,,\n",
        "Condition,Ashby now,Ashby goal,Ashby by when,Ashby state,Ashby notes,Birch now,"
        "Birch goal,Birch by when\n"
        "Funding,4,7,12,agreed,\"Fees, mostly\",2,5,24\nImpact,7,,,,,,,\n",
        "Condition,Now,,Goal,,Period,,State,,Notes,\n"
        ",Ashby,Birch,Ashby,Birch,Ashby,Birch,Ashby,Birch,Ashby,Birch\n"
        "Funding,4,2,7,5,12,24,agreed,,\"Fees, mostly\",\nImpact,7,,,,,,,,,\n",
        "Condition,Ashby,Goal,Period,State,Notes,Birch,Goal,Period,State,Notes\n"
        "Funding,4,7,12,agreed,\"Fees, mostly\",2,5,24,,\nImpact,7,,,,,,,,,\n",
        "School,Funding,,,,,Impact,,,,\n"
        ",Now,Goal,By when,State,Notes,Now,Goal,By when,State,Notes\n"
        "Ashby,4,7,12,agreed,\"Fees, mostly\",7,,,,\nBirch,2,5,24,,,,,,,\n",
        "School: Ashby\nCondition,Now,Goal,By when,State,Notes\n"
        "Funding,4,7,12,agreed,\"Fees, mostly\"\nImpact,7,,,,\n"
        "School: Birch\nFunding,2,5,24,,\nImpact,,,,,\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct trouble t;
        if (parse(files[i], NULL, &t))
            fail_msg("file %zu: %s", i, t.text);
        if (import.school_count != 2 || import.row_count != 2)
            fail_msg("file %zu: %u schools, %u rows", i, import.school_count, import.row_count);
        assert_figure("Ashby", "Funding", 4, 7, 12, "Fees, mostly");
        assert_figure("Ashby", "Impact", 7, 0, 0, "");
        assert_figure("Birch", "Funding", 2, 5, 24, "");
        assert_figure("Birch", "Impact", 0, 0, 0, "");
        if (!rating("Ashby", "Funding")->agreed || rating("Ashby", "Impact")->agreed ||
            rating("Birch", "Funding")->agreed)
            fail_msg("file %zu: states", i);
        assert_string_equal(import.passed_over, "");
    }
}

static void a_sheet_is_of_the_school_that_it_names(void **state)
{
    (void)state;
    static const struct {
        const char *file, *hint, *school;
    } cases[] = {
        {"School: Ashby Primary\nCondition,Now\nFunding,4\n", "file", "Ashby Primary"},
        {"School,Ashby Primary\n\nCondition,Now\nFunding,4\n", NULL, "Ashby Primary"},
        {"Self-assessment,,\nName of school:,Ashby,\nMay 2009,,\nCondition,Now,Goal\nFunding,4,5\n",
         "file", "Ashby"},
        {"Name of school: Ashby,,May 2009\nCondition,Now,Goal\nFunding,4,5\n", "file", "Ashby"},
        {"Condition,Now\nFunding,4\n", "Cedar", "Cedar"},
        {"Riverside,May 2009\nCondition,Now\nFunding,4\n", "Cedar", "Cedar"},
        {",Now,Goal\nFunding,4,5\n", "Cedar", "Cedar"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        if (parse(cases[i].file, cases[i].hint, &t))
            fail_msg("file %zu: %s", i, t.text);
        assert_int_equal(import.school_count, 1);
        assert_string_equal(import.schools[0], cases[i].school);
        assert_int_equal(import.ratings[0][0].figure.now, 4);
    }
}

static void a_file_gives_its_name_to_a_sheet(void **state)
{
    struct trouble t;
    char path[] = "/tmp/plenary-sheet-XXXXXX", named[64];
    (void)state;
    assert_non_null(mkdtemp(path));
    snprintf(named, sizeof named, "%s/St_Élan.csv", path);
    FILE *file = fopen(named, "w");
    assert_non_null(file);
    fputs("Condition,Now\nFunding,4\n", file);
    fclose(file);
    assert_int_equal(grid_read_file(&import, named, NULL, &t), ERROR_OK);
    assert_string_equal(import.schools[0], "St Élan");
    remove(named);
    remove(path);
}

static void what_is_beside_no_rating_is_counted(void **state)
{
    struct trouble t;
    (void)state;
    assert_int_equal(parse("School,Condition,Now,Goal,Months,Notes\nAshby,Funding,,6,12,\n"
                           "Ashby,Impact,–,,,not talked about\nBirch,Funding,3,,12,\n",
                           NULL, &t),
                     ERROR_OK);
    assert_int_equal(import.without_rating, 2);
    assert_figure("Ashby", "Funding", 0, 0, 0, "");
    assert_figure("Ashby", "Impact", 0, 0, 0, "");
    assert_figure("Birch", "Funding", 3, 0, 0, ""); /* a period alone says nothing */
}

static void columns_that_are_not_known_are_named(void **state)
{
    struct trouble t;
    (void)state;
    assert_int_equal(
        parse("Date,School,Condition,Evidence,Now\n1 May,Ashby,Funding,lots,4\n", NULL, &t),
        ERROR_OK);
    assert_string_equal(import.passed_over, "Date, Evidence");
    assert_figure("Ashby", "Funding", 4, 0, 0, "");
    /* "Notes" after the last school may be about any of them */
    assert_int_equal(parse("Condition,Ashby,Birch,Notes\nFunding,4,5,new head\n", NULL, &t),
                     ERROR_OK);
    assert_string_equal(import.passed_over, "Notes");
    assert_figure("Birch", "Funding", 5, 0, 0, "");
}

static void defused_cells_are_as_they_were(void **state)
{
    struct trouble t;
    (void)state;
    assert_int_equal(parse("School,Condition,Now,Notes\n'=Ashby,'-Funding,4,'+1 post\n"
                           "'twas,Impact,5,''=x\nA,Impact,6,''y\nB,Impact,6,'-\nC,Impact,6,-\n",
                           NULL, &t),
                     ERROR_OK);
    assert_figure("=Ashby", "-Funding", 4, 0, 0, "+1 post");
    assert_figure("'twas", "Impact", 5, 0, 0, "'=x");
    assert_figure("A", "Impact", 6, 0, 0, "''y");
    assert_figure("B", "Impact", 6, 0, 0, "-");
    assert_figure("C", "Impact", 6, 0, 0, "");
}

/* Totals at the foot of a table that stands the other way round. */
static void figures_of_conditions_are_checked_either_way(void **state)
{
    struct trouble t;
    (void)state;
    assert_int_equal(parse("School,Funding,Impact,Total\nAshby,4,7,99\nBirch,3,6,99\n"
                           "Total,7,14,\nAverage,\"3,5\",6.5,\n",
                           NULL, &t),
                     ERROR_OK);
    assert_int_equal(import.contradiction_count, 1);
    assert_string_equal(import.contradictions[0].row, "Impact");
    assert_string_equal(import.contradictions[0].computed, "13");
    assert_int_equal(import.contradictions[0].row_number, 4);
}

static void refusals_name_the_place_and_help(void **state)
{
    (void)state;
    static const struct {
        const char *file, *says;
    } cases[] = {
        {"School,Condition,Now,Goal\nAshby,Funding,4,3\n",
         "Row 2 (Funding), column D (Ashby): the goal “3” lies below where it is now. Please give "
         "one that does not, or leave it blank."},
        {"School,Condition,Goal,Now\nAshby,Funding,6.5,3\n",
         "Row 2 (Funding), column C (Ashby): “6.5” is not a whole number from 1 to 10."},
        {"School,Funding,Impact\nAshby,4,\"6,5\"\n",
         "Row 2 (Ashby), column C (Impact): “6,5” is not a whole number from 1 to 10."},
        {"School,Condition,Now,Goal,By when\nAshby,Funding,4,6,July 2010\n",
         "Row 2 (Funding), column E (Ashby): “July 2010” is a date. Please write instead how long "
         "it takes, like “12 months” or “1 year”."},
        {"School,Condition,Now,Goal,By when\nAshby,Funding,4,6,soon\n",
         "Row 2 (Funding), column E (Ashby): “soon” is no period of 1 to 120 months. Please write "
         "it like “18 months” or “1 year”."},
        {"School,Condition,Now,State\nAshby,Funding,4,perhaps\n",
         "Row 2 (Funding), column D (Ashby): “perhaps” is neither “agreed” nor “proposed”."},
        {"School,Condition,Now\nAshby,Funding,4\nAshby,Funding,4\n",
         "Row 3 (Funding), column C (Ashby): this rating is given already in row 2, column C. "
         "Please keep one of them."},
        {"School,Condition,Now\n,Funding,4\n",
         "Row 2, column C: “4” belongs to no school, for column B of this row is blank."},
        {"School,Condition,Now\nAshby,,4\n",
         "Row 2, column C: “4” belongs to no condition, for column B of this row is blank."},
        {"School,Funding,Impact\nAshby,4,\n,5,\n",
         "Row 3, column B: “5” belongs to no school, for column A of this row is blank."},
        {"School,Condition,Now\nAshby,Funding,4,5\n",
         "Row 2 (Funding), column D: “5” stands below no heading. Please give the column one, or "
         "leave the cell blank."},
        {"Condition,Now\nFunding,4\n",
         "This is the sheet of one school, and it does not say of which. Please write “School: ” "
         "and its name in a row above row 1."},
        {"School,Funding,Impact\n",
         "There are no schools below the names of the conditions in row 1."},
        {"School,Funding,funding\nAshby,4,5\n",
         "Row 1, columns B and C: there are two conditions called “funding”."},
        {"Condition,Ashby goal,Ashby goal\nFunding,4,5\n",
         "Row 1, columns B and C: there are two schools called “Ashby goal”."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t;
        static const struct grid_import nothing;
        assert_int_equal(parse(cases[i].file, NULL, &t), ERROR_FORMAT);
        assert_string_equal(t.text, cases[i].says);
        assert_memory_equal(&import, &nothing, sizeof import);
    }
}

static void long_notes_are_refused(void **state)
{
    struct trouble t;
    char file[400], note[NOTE_VISIBLE + 2];
    (void)state;
    memset(note, 'n', sizeof note);
    for (int over = 0; over <= 1; over++) {
        snprintf(file, sizeof file, "School,Condition,Now,Why\nAshby,Funding,4,%.*s\n",
                 NOTE_VISIBLE + over, note);
        assert_int_equal(parse(file, NULL, &t), over ? ERROR_RANGE : ERROR_OK);
    }
    assert_non_null(strstr(t.text, "Row 2 (Funding), column D (Ashby): the note “nnn"));
    assert_non_null(strstr(t.text, "shorten it to 140 characters"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratings_alone_in_any_layout),
        cmocka_unit_test(everything_in_any_layout),
        cmocka_unit_test(a_sheet_is_of_the_school_that_it_names),
        cmocka_unit_test(a_file_gives_its_name_to_a_sheet),
        cmocka_unit_test(what_is_beside_no_rating_is_counted),
        cmocka_unit_test(columns_that_are_not_known_are_named),
        cmocka_unit_test(defused_cells_are_as_they_were),
        cmocka_unit_test(figures_of_conditions_are_checked_either_way),
        cmocka_unit_test(refusals_name_the_place_and_help),
        cmocka_unit_test(long_notes_are_refused),
    };
    return cmocka_run_group_tests(tests, make_conditions, NULL);
}
