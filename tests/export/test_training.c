/* What is written of a training says so: every file, whatever its format and for whomever, every
 * page, every sheet, every table, every event. A file that this test does not know how to open is
 * searched as it is, so that a new format cannot forget it. */

#include <fnmatch.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "export/evening.h"
#include "export/everything.h"
#include "journal/scratch.h"
#include "testing.h"

enum { ALL = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY | 1 << SCOPE_LA, TEXT_SIZE = 1 << 20 };

static const char mark[] = "TRAINING: ";

static struct bench b;

static unsigned write_everything(const struct scratch *scratch, bool training, unsigned consents)
{
    struct export_done done;
    struct trouble trouble = {0};
    evening_fill(&b, consents);
    b.model->training = training;
    struct export_everything asked = {
        .model = b.model, .name = "autumn", .folder = scratch->folder, .now_ms = evening_now_ms};
    if (export_everything(&done, &asked, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    bench_close(&b);
    return done.written;
}

/* What a command prints of a file, which it calls "$F". */
static char *said_by(const char *command, const char *path)
{
    char *text = calloc(1, TEXT_SIZE);
    assert_non_null(text);
    assert_int_equal(setenv("F", path, 1), 0);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    assert_true(fread(text, 1, TEXT_SIZE - 1, pipe) < TEXT_SIZE - 1);
    assert_int_equal(pclose(pipe), 0);
    return text;
}

/* Each part that begins after `between` holds the mark, which may stand at most `within` bytes into
 * it (0: anywhere). Returns how many parts there are. */
static unsigned parts_marked(const char *path, const char *text, const char *between, size_t within)
{
    unsigned count = 0;
    for (const char *at = text; (at = strstr(at, between));) {
        const char *begin = at += strlen(between);
        const char *end = strstr(begin, between), *found = strstr(begin, mark);
        if (!found || (end && found > end) || (within && (size_t)(found - begin) > within))
            fail_msg("%s: part %u of it does not say so", path, count + 1);
        count++;
    }
    return count;
}

/* Every page ends with a form feed; the first begins with one put before it. */
static void check_pdf(const char *path)
{
    char *text = said_by("printf '\\f' && pdftotext \"$F\" - | sed '$s/\\f$//'", path);
    assert_true(parts_marked(path, text, "\f", 0) >= 1);
    free(text);
    text = said_by("pdfinfo \"$F\" | grep Title", path);
    assert_non_null(strstr(text, mark));
    free(text);
}

/* Each sheet's first cell is the first shared text, and that is the mark. */
static void check_xlsx(const char *path)
{
    char *sheets = said_by("unzip -p \"$F\" 'xl/worksheets/sheet*.xml'", path), *at = sheets;
    char *strings = said_by("unzip -p \"$F\" xl/sharedStrings.xml", path);
    char *first = strstr(strings, "<t>");
    unsigned count = 0;
    assert_non_null(first);
    assert_memory_equal(first + 3, mark, strlen(mark));
    for (; (at = strstr(at, "<sheetData>")); count++) {
        at += strlen("<sheetData>");
        const char *end = strstr(at, "</c>"), *cell = strstr(at, "<c r=\"A1\"");
        if (!cell || cell > end || !strstr(cell, "<v>0</v>") || strstr(cell, "<v>0</v>") > end)
            fail_msg("%s: sheet %u does not begin with it", path, count + 1);
    }
    assert_true(count >= 10);
    free(sheets);
    free(strings);
}

static void check_ics(const char *path)
{
    char *text = said_by("cat \"$F\"", path);
    assert_non_null(strstr(text, "X-WR-CALNAME:TRAINING: "));
    assert_true(parts_marked(path, text, "SUMMARY:", 1) > 0);
    free(text);
}

/* After the mark of its encoding. */
static void check_csv(const char *path)
{
    char *text = said_by("cat \"$F\"", path);
    assert_ptr_equal(strstr(text, mark), text + 3);
    free(text);
}

static void check_json(const char *path)
{
    char *text = said_by("cat \"$F\"", path);
    assert_non_null(strstr(text, "\"training\": true"));
    free(text);
}

static void check_any(const char *path)
{
    char *text = said_by("cat \"$F\"", path);
    if (!strstr(text, mark))
        fail_msg("%s does not say so", path);
    free(text);
}

static const struct {
    const char *pattern;
    void (*check)(const char *path);
} checks[] = {{"*.pdf", check_pdf}, {"*.xlsx", check_xlsx}, {"*.ics", check_ics},
              {"*.csv", check_csv}, {"*.json", check_json}, {"*", check_any}};

static unsigned files, tables;

static int look(const char *path, const struct stat *there, int type, struct FTW *ftw)
{
    (void)there;
    if (type != FTW_F)
        return 0;
    unsigned i = 0;
    while (fnmatch(checks[i].pattern, path, 0) != 0)
        i++;
    checks[i].check(path);
    /* a table keeps the name that programs know it by */
    if (fnmatch("*.csv", path, 0) == 0)
        tables++;
    else if (files++, !strcasestr(path + ftw->base, "training"))
        fail_msg("%s: its name does not say so", path);
    return 0;
}

static void look_at_everything(const struct scratch *scratch, unsigned consents)
{
    files = tables = 0;
    unsigned written = write_everything(scratch, true, consents);
    assert_int_equal(nftw(scratch->folder, look, 8, FTW_PHYS), 0);
    assert_int_equal(files, written - 3); /* three folders of tables */
    assert_true(tables > 3 * 10);
}

static void everything_says_so(void **state)
{
    look_at_everything(*state, ALL);
}

static void without_names_too(void **state)
{
    look_at_everything(*state, 0);
}

static void nothing_of_a_real_review_does(void **state)
{
    const struct scratch *scratch = *state;
    write_everything(scratch, false, ALL);
    free(said_by("cd \"$F\" && find . -name '*.pdf' -exec sh -c 'pdftotext \"$1\" \"$1.txt\"' - {} "
                 "\\; && find . -name '*.xlsx' -exec sh -c 'unzip -p \"$1\" >\"$1.txt\"' - {} \\;",
                 scratch->folder));
    assert_false(scratch_holds(scratch->folder, "TRAINING", 8));
    assert_false(scratch_holds(scratch->folder, "\"training\": true", 16));
    assert_true(scratch_holds(scratch->folder, "\"training\": false", 17));
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(everything_says_so),
        IN_A_FOLDER(without_names_too),
        IN_A_FOLDER(nothing_of_a_real_review_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
