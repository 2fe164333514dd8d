/* The workbook, read by others: LibreOffice reckons its formulas anew and finds the same figures,
 * and what makes it good to print and to filter is in its parts. */

#include "export/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "analysis/summary.h"
#include "export/book.h"
#include "model/portray.h"
#include "rooms/rooms.h"
#include "testing.h"

enum { TEXT_MAX = 1 << 22, PATH = 256 };

static const int64_t now_ms = INT64_C(1789372800000);
static char folder[] = "/tmp/plenary-xlsx-XXXXXX";
static struct model *model;
static struct room *room;
static char *text; /* of whatever was read last */

/* ---- workbooks ---- */

static void path_of(char to[PATH], const char *name)
{
    snprintf(to, PATH, "%s/%s.xlsx", folder, name);
}

static void portray(const struct rooms_spec *spec, enum audience_kind reader)
{
    struct live *live = calloc(1, sizeof *live);
    assert_non_null(live);
    rooms_model(model, live, spec);
    free(live);
    /* what a spreadsheet would take for a formula */
    struct command hostile = {.kind = COMMAND_WORD_FINDING};
    hostile.change.finding.kind = FINDING_ADDED;
    strcpy(hostile.change.finding.text, "=HYPERLINK(\"http://plenary.example\")");
    rooms_obey(model, &hostile, rooms_now_ms);
    room_portray_into(room, model, reader, 0);
}

static void write_book(const char *name, enum audience_kind reader)
{
    struct export what = {.room = room, .reader = reader, .now_ms = now_ms};
    struct trouble trouble = {0};
    char path[PATH];
    path_of(path, name);
    if (export_xlsx(path, &what, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
}

static void write_named(const char *name, int schools, enum rooms_ratings ratings, bool long_names)
{
    struct rooms_spec spec = {.schools = schools,
                              .ratings = ratings,
                              .named = true,
                              .long_names = long_names,
                              .seats = 12,
                              .board = {.headings = 3, .notes = 12, .worked = true}};
    portray(&spec, AUDIENCE_FACILITATOR);
    write_book(name, AUDIENCE_FACILITATOR);
}

/* ---- reading ---- */

static void read_from(FILE *from)
{
    assert_non_null(from);
    size_t length = fread(text, 1, TEXT_MAX - 1, from);
    text[length] = '\0';
}

static void run(const char *command)
{
    FILE *out = popen(command, "r");
    read_from(out);
    if (pclose(out) != 0)
        fail_msg("%s: %s", command, text);
}

/* One part of a workbook, "xl/workbook.xml". */
static void read_part(const char *name, const char *part)
{
    char path[PATH], command[2 * PATH];
    path_of(path, name);
    snprintf(command, sizeof command, "unzip -p '%s' %s", path, part);
    run(command);
}

static void read_csv(const char *name, const char *sheet)
{
    char path[2 * PATH];
    snprintf(path, sizeof path, "%s/%s-%s.csv", folder, name, sheet);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s is not there", path);
    read_from(file);
    fclose(file);
}

static void assert_says(const char *what)
{
    if (!strstr(text, what))
        fail_msg("\"%s\" is not in: %.2000s", what, text);
}

static void assert_not_says(const char *what)
{
    if (strstr(text, what))
        fail_msg("\"%s\" is in: %.2000s", what, text);
}

/* LibreOffice makes a CSV file of every sheet of all workbooks at once, and is told to reckon
 * everything anew when it opens them. */
static void convert(void)
{
    static const char reckon[] =
        "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
        "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
        "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>"
        "</oor:items>";
    char command[1024], path[PATH];
    snprintf(command, sizeof command, "mkdir -p '%s/profile/user'", folder);
    run(command);
    snprintf(path, sizeof path, "%s/profile/user/registrymodifications.xcu", folder);
    FILE *settings = fopen(path, "w");
    assert_non_null(settings);
    fputs(reckon, settings);
    fclose(settings);
    snprintf(command, sizeof command,
             "cd '%s' && timeout 200 soffice -env:UserInstallation='file://%s/profile' --headless "
             "--convert-to 'csv:Text - txt - csv (StarCalc):"
             "44,34,76,1,,0,false,true,false,false,false,-1' *.xlsx 2>&1",
             folder, folder);
    run(command);
}

/* ---- sums that end in a half ---- */

enum { SCHOOLS_TRIED = 40 };

static void write_halves(void)
{
    struct book book;
    struct trouble trouble = {0};
    char path[PATH], formula[64];
    double wrong = 7;
    unsigned row = 0;
    path_of(path, "halves");
    struct book_setup setup = {.path = path, .title = "Halves", .subject = "", .now_ms = now_ms};
    assert_int_equal(book_open(&book, &setup, &trouble), ERROR_OK);
    struct book_sheet sheet = book_sheet(&book, "Halves", 0);
    for (unsigned counted = 1; counted <= SCHOOLS_TRIED; counted++)
        for (unsigned total = counted; total <= counted * RATING_MAX; total++, row++) {
            book_number(sheet, row, 0, BOOK_NUMBER, total);
            book_number(sheet, row, 1, BOOK_NUMBER, counted);
            snprintf(formula, sizeof formula, "=ROUND(10*A%u/B%u,0)/10", row + 1, row + 1);
            book_formula(sheet, row, 2, BOOK_AVERAGE, formula, &wrong);
        }
    assert_int_equal(book_close(&book, &trouble), ERROR_OK);
}

/* What stood there as the value was wrong, so these are LibreOffice's own. */
static void test_halves_go_up(void **state)
{
    (void)state;
    read_csv("halves", "Halves");
    char *at = text;
    for (unsigned counted = 1; counted <= SCHOOLS_TRIED; counted++)
        for (unsigned total = counted; total <= counted * RATING_MAX; total++) {
            char wanted[64];
            unsigned tenths = analysis_average_tenths(total, counted);
            int length =
                snprintf(wanted, sizeof wanted, "%u,%u,%g\n", total, counted, tenths / 10.0);
            if (strncmp(at, wanted, (size_t)length) != 0)
                fail_msg("%.20s should be %s", at, wanted);
            at += length;
        }
}

/* ---- the grid ---- */

static size_t put_label(char *to, size_t size, const struct room *from, condition_id c)
{
    const char *quote = strchr(from->conditions[c].name, ',') ? "\"" : "";
    return (size_t)snprintf(to, size, "%s%u. %s%s", quote, c, from->conditions[c].name, quote);
}

/* The rows of a grid as they should be told. */
static void assert_grid(const char *name, int schools, enum rooms_ratings ratings, bool long_names)
{
    char line[8192];
    write_named("again", schools, ratings, long_names);
    read_csv(name, "Review grid");
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        const struct summary_item *summary = &room->summaries[c];
        size_t used = put_label(line, sizeof line, room, c);
        for (uint16_t i = 0; i < room->school_count; i++) {
            struct cell_item cell = room_cell(room, c, room->school_order[i]);
            used +=
                (size_t)snprintf(line + used, sizeof line - used, cell.now ? ",%u" : ",", cell.now);
        }
        if (summary->counted)
            snprintf(line + used, sizeof line - used, ",%u,%g,%u\n", summary->total,
                     summary->average / 10.0, summary->counted);
        else
            snprintf(line + used, sizeof line - used, ",,,0\n");
        assert_says(line);
    }
}

static void test_grids_reckon_the_same(void **state)
{
    (void)state;
    assert_grid("ten", 10, ROOMS_MOST, false);
    assert_grid("three", 3, ROOMS_FEW, false);
    assert_grid("many", 28, ROOMS_AGREED, true);
    assert_grid("none", 5, ROOMS_NONE, false);
}

/* Of the ten schools, where both are said: 6 wanted and 2 now is 4. */
static void test_goals_and_distance(void **state)
{
    char line[1024];
    (void)state;
    write_named("again", 10, ROOMS_MOST, false);
    read_csv("ten", "Distance to goal");
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        size_t used = put_label(line, sizeof line, room, c);
        for (uint16_t i = 0; i < room->school_count; i++) {
            struct cell_item cell = room_cell(room, c, room->school_order[i]);
            used += (size_t)snprintf(line + used, sizeof line - used,
                                     cell.now && cell.target ? ",%d" : ",", cell.target - cell.now);
        }
        assert_says(line);
    }
    read_csv("ten", "Goals");
    const struct summary_item *first = &room->summaries[1];
    snprintf(line, sizeof line, ",%g,%u\n", first->target_average / 10.0, first->target_counted);
    assert_says(line);
}

/* Every sum is of one row: nothing adds up a school. */
static void test_no_sum_of_a_school(void **state)
{
    unsigned sums = 0;
    (void)state;
    for (int sheet = 2; sheet <= 4; sheet++) {
        char part[64];
        snprintf(part, sizeof part, "xl/worksheets/sheet%d.xml", sheet);
        read_part("ten", part);
        for (char *at = text; (at = strstr(at, "<f>")); at++) {
            char from[4], to[4];
            int row, last;
            char *sum = strstr(at, "SUM("), *end = strstr(at, "</f>");
            if (!sum || sum > end)
                continue;
            assert_int_equal(sscanf(sum, "SUM(%3[A-Z]%d:%3[A-Z]%d", from, &row, to, &last), 4);
            assert_int_equal(row, last);
            sums++;
        }
    }
    assert_int_equal(sums, 20);
}

static void test_without_names(void **state)
{
    char line[256];
    (void)state;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST};
    portray(&spec, AUDIENCE_SUMMARY);
    read_part("unnamed", "xl/workbook.xml");
    assert_says("How ratings are spread");
    assert_not_says("Review grid");
    assert_not_says("Goals");
    read_csv("unnamed", "How ratings are spread");
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        const struct summary_item *summary = &room->summaries[c];
        size_t used = put_label(line, sizeof line, room, c);
        for (unsigned v = 1; v <= RATING_MAX; v++)
            used += (size_t)snprintf(line + used, sizeof line - used,
                                     summary->spread[v] ? ",%u" : ",", summary->spread[v]);
        snprintf(line + used, sizeof line - used, ",%u,10,%g\n", summary->counted,
                 summary->average / 10.0);
        assert_true(summary->has_figures);
        assert_says(line);
    }
}

/* ---- its parts ---- */

static void test_parts(void **state)
{
    (void)state;
    read_part("ten", "xl/workbook.xml");
    assert_says("'Review grid'!$A:$A,'Review grid'!$1:$1");
    assert_says("_xlnm._FilterDatabase");
    read_part("ten", "xl/worksheets/sheet2.xml");
    assert_says("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"");
    assert_says("state=\"frozen\"");
    assert_says("<conditionalFormatting sqref=\"B2:K11\">");
    assert_says("<conditionalFormatting sqref=\"M2:M11\">");
    assert_says("<formula>3.4</formula>");
    assert_says("<formula>3.5</formula><formula>7.4</formula>");
    assert_says("<formula>7.5</formula><formula>10</formula>");
    assert_says("orientation=\"landscape\"");
    assert_says("paperSize=\"9\"");
    assert_says("fitToHeight=\"0\"");
    assert_says("<v>61</v>"); /* the first row's total, for those who do not reckon */
    read_part("ten", "xl/worksheets/sheet5.xml");
    assert_says("<autoFilter ref=\"A1:");
    read_part("ten", "docProps/core.xml");
    assert_says("<dc:title>Riverside cluster</dc:title>");
    assert_says("2026-09-14T08:00:00Z");
}

/* A text stays a text, whatever it begins with. */
static void test_no_foreign_formula(void **state)
{
    (void)state;
    read_csv("ten", "Findings");
    assert_says("=HYPERLINK(");
    read_part("ten", "xl/sharedStrings.xml");
    assert_says("<t>=HYPERLINK(");
    read_part("ten", "xl/worksheets/sheet5.xml");
    assert_not_says("<f>");
}

static void test_same_bytes(void **state)
{
    char first[PATH], again[PATH], command[3 * PATH];
    (void)state;
    write_named("again", 10, ROOMS_MOST, false);
    path_of(first, "ten");
    path_of(again, "again");
    snprintf(command, sizeof command, "cmp '%s' '%s'", first, again);
    run(command);
}

static int set_up(void **state)
{
    struct rooms_spec unnamed = {.schools = 10, .ratings = ROOMS_MOST};
    (void)state;
    text = malloc(TEXT_MAX);
    assert_non_null(text);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(model_create(&model), ERROR_OK);
    assert_int_equal(room_create(&room), ERROR_OK);
    write_named("ten", 10, ROOMS_MOST, false);
    write_named("three", 3, ROOMS_FEW, false);
    write_named("many", 28, ROOMS_AGREED, true);
    write_named("none", 5, ROOMS_NONE, false);
    portray(&unnamed, AUDIENCE_SUMMARY);
    write_book("unnamed", AUDIENCE_SUMMARY);
    write_halves();
    convert();
    return 0;
}

static int tear_down(void **state)
{
    char command[PATH];
    (void)state;
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    run(command);
    free(text);
    model_destroy(&model);
    room_destroy(&room);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_halves_go_up),       cmocka_unit_test(test_grids_reckon_the_same),
        cmocka_unit_test(test_goals_and_distance), cmocka_unit_test(test_no_sum_of_a_school),
        cmocka_unit_test(test_without_names),      cmocka_unit_test(test_parts),
        cmocka_unit_test(test_no_foreign_formula), cmocka_unit_test(test_same_bytes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
