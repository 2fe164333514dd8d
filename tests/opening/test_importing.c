/* `plenary-kiosk import` and what --import takes: told, then done, or refused with what to say. */

#include "opening/rig.h"

#include <stdio.h>

#include "opening/importing.h"

static void begin(const struct scratch *scratch)
{
    struct opening asked = {.file = scratch->path, .agenda = AGENDA, .schools = "Ashby,Birch"};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    store_destroy(&store);
}

/* Runs the verb; its output is the last call's. */
static enum error run(const char *const *files, unsigned file_count, const char *match,
                      bool preview, const char **said, struct trouble *trouble)
{
    static char all[16384];
    struct asked asked = {.verb = VERB_IMPORT, .files = files, .file_count = file_count};
    FILE *out = fmemopen(all, sizeof all, "w");
    assert_non_null(out);
    memset(all, 0, sizeof all);
    if (match)
        asked.matches[asked.match_count++] = match;
    asked.value[ASKED_PREVIEW] = preview ? "preview" : NULL;
    trouble->text[0] = '\0';
    enum error e = opening_import_command(&asked, out, trouble);
    fclose(out);
    *said = all;
    return e;
}

static unsigned ratings_in(const char *path)
{
    struct trouble trouble;
    struct journal *journal;
    struct store *store;
    unsigned count = 0;
    assert_int_equal(journal_open_to_read(&journal, path, &trouble), ERROR_OK);
    assert_int_equal(store_create(&store, &journal, &trouble), ERROR_OK);
    const struct model *model = store_model(store);
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++)
            count += model_rating_state(&model->ratings[c][s]) != RATING_NONE;
    store_destroy(&store);
    return count;
}

static void write_text(char path[256], const struct scratch *scratch, const char *name,
                       const char *text)
{
    snprintf(path, 256, "%s/%s", scratch->folder, name);
    bytes_write(path, (const uint8_t *)text, strlen(text));
}

static void a_preview_says_what_would_come_and_changes_nothing(void **state)
{
    const struct scratch *scratch = *state;
    struct trouble trouble;
    const char *said;
    char one[256], two[256];
    begin(scratch);
    write_text(one, scratch, "one.csv", "Condition,Ashby\nFunding,4\n");
    write_text(two, scratch, "two.csv", "School: Cedar\nCondition,Now,Goal\nImpact,3,5\n");
    const char *files[] = {scratch->path, one, two};
    assert_int_equal(run(files, 3, NULL, true, &said, &trouble), ERROR_OK);
    assert_string_equal(said, "New school: Cedar\n"
                              "Ashby, 9 Funding: 4, proposed\n"
                              "Cedar, 10 Impact measurement: 3, goal 5, proposed\n"
                              "Would come in. New schools: 1. Ratings: 2 new.\n");
    assert_int_equal(ratings_in(scratch->path), 0);
    assert_int_equal(run(files, 3, NULL, false, &said, &trouble), ERROR_OK);
    assert_non_null(strstr(said, "Taken in. New schools: 1. Ratings: 2 new.\n"));
    assert_int_equal(ratings_in(scratch->path), 2);
    assert_int_equal(run(files, 3, NULL, false, &said, &trouble), ERROR_OK);
    assert_string_equal(said, "Taken in. Nothing changes: all of it stands in the workshop "
                              "already.\n");
}

static void rows_that_are_not_clear_are_listed_with_what_to_say(void **state)
{
    const struct scratch *scratch = *state;
    struct trouble trouble;
    const char *said;
    char one[256];
    begin(scratch);
    write_text(one, scratch, "one.csv", "Condition,Ashby\nMoney,4\nImpact,3\n");
    const char *files[] = {scratch->path, one};
    assert_int_equal(run(files, 2, NULL, false, &said, &trouble), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "“Money” (row 2, column A of one.csv)"));
    assert_non_null(strstr(said, "  “Money” (row 2, column A of one.csv)\n"));
    assert_non_null(strstr(said, "  9  funding  Funding\n"));
    assert_int_equal(ratings_in(scratch->path), 0);
    assert_int_equal(run(files, 2, NULL, true, &said, &trouble), ERROR_OK);
    assert_int_equal(run(files, 2, "Money=Parking", false, &said, &trouble), ERROR_FORMAT);
    assert_int_equal(ratings_in(scratch->path), 0);
    assert_int_equal(run(files, 2, "money=-", false, &said, &trouble), ERROR_OK);
    assert_int_equal(ratings_in(scratch->path), 1);
    assert_int_equal(run(files, 2, "Money=9", false, &said, &trouble), ERROR_OK);
    assert_int_equal(ratings_in(scratch->path), 2);
}

static void a_new_workshop_takes_several_files(void **state)
{
    const struct scratch *scratch = *state;
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    char one[256], two[256], both[600];
    write_text(one, scratch, "one, of two.csv", "Condition,Ashby,Total\nFunding,4,5\n");
    write_text(two, scratch, "two.csv", "School: Cedar\nCondition,Now\nImpact,3\n");
    struct opening asked = {.agenda = AGENDA, .import = one};
    if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(store_model(store)->school_count, 1);
    assert_true(report->imported);
    assert_int_equal(report->remarks, 1);
    assert_non_null(strstr(report->remark[0], "the total is 5"));
    store_destroy(&store);

    write_text(one, scratch, "one.csv", "Condition,Ashby\nFunding,4\n");
    snprintf(both, sizeof both, "%s,%s", one, two);
    asked.import = both;
    if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(store_model(store)->school_count, 2);
    store_destroy(&store);

    write_text(two, scratch, "two.csv", "School: Ashby\nCondition,Now\nFunding,3\n");
    unsigned before = rig_entries(scratch->folder);
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "two.csv, row 3, column B (Ashby, Funding)"));
    assert_int_equal(rig_entries(scratch->folder), before);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, rig_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_preview_says_what_would_come_and_changes_nothing),
        WITH_FOLDER(rows_that_are_not_clear_are_listed_with_what_to_say),
        WITH_FOLDER(a_new_workshop_takes_several_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
