/* What grids would change, told before anything does. */
#include "import/import.h"

#include <stdio.h>
#include <stdlib.h>

#include "host/store.h"
#include "journal/scratch.h"
#include "past/cluster.h"
#include "testing.h"

#define CONDITIONS "funding=Funding arrangements|impact=Impact measurement|training=Training"

/* A workshop of two schools: Ashby's funding is agreed at 4, its impact proposed at 3 with a goal
 * of 6; Birch has nothing. */
static struct store *make_store(const struct scratch *scratch)
{
    struct store *store =
        cluster_make(scratch->path, "Riverside", AUTUMN_2009, CONDITIONS, "Ashby|Birch");
    cluster_agree(store, "Ashby", 1, 4, 7, AUTUMN_2009);
    cluster_propose(store, "Ashby", 2, 3, 6);
    return store;
}

static struct import *make_import(struct store *store)
{
    struct room *room = cluster_room(store);
    struct import *import;
    assert_int_equal(import_create(&import, room), ERROR_OK);
    room_destroy(&room);
    return import;
}

static void add(struct import *import, const char *text, const char *name)
{
    struct trouble trouble = {""};
    if (import_add_text(import, text, strlen(text), name, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
}

static enum error compare(struct import *import, struct store *store, struct trouble *trouble)
{
    struct room *room = cluster_room(store);
    enum error e = import_compare(import, room, trouble);
    room_destroy(&room);
    return e;
}

/* All lines of the preview, one after the other. */
static const char *lines(const struct import *import)
{
    static char all[8192];
    all[0] = '\0';
    for (unsigned i = 0; i < import->entry_count; i++) {
        char line[IMPORT_TEXT_SIZE];
        import_line(line, import, &import->entries[i]);
        strcat(strcat(all, line), "\n");
    }
    return all;
}

static void assert_preview(struct store *store, struct import *import, const char *expected,
                           const char *sum)
{
    struct trouble trouble = {""};
    char text[IMPORT_TEXT_SIZE];
    if (compare(import, store, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_string_equal(lines(import), expected);
    import_sum(text, import);
    assert_string_equal(text, sum);
}

static void each_rating_is_told_with_what_it_was(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    add(import,
        "School,Condition,Now,Goal,Months,State,Notes\n"
        "Birch,Funding,2,5,24,agreed,Fees\n"
        "ashby,Funding,4,,,,\n"   /* stays, with its goal */
        "Ashby,Impact,5,,,,\n"    /* another proposal; the goal is still ahead */
        "Cedar,Training,8,,,,\n", /* a new school */
        "list");
    assert_preview(store, import,
                   "Ashby, 1 Funding arrangements: stays 4, goal 7, agreed\n"
                   "Ashby, 2 Impact measurement: 5, goal 6, proposed; was 3, goal 6, proposed\n"
                   "Birch, 1 Funding arrangements: 2, goal 5 in 24 months, agreed, “Fees”\n"
                   "Cedar, 3 Training: 8, proposed\n",
                   "New schools: 1. Ratings: 2 new, 1 changed, 1 as they stand.");
    assert_false(import_is_idle(import));
    import_destroy(&import);

    import = make_import(store);
    add(import, "Condition,Ashby\nFunding,5\nImpact,7\n", "grid");
    assert_preview(store, import,
                   "Ashby, 1 Funding arrangements: 5, goal 7, proposed; comes beside 4, goal 7, "
                   "agreed, which stands\n"
                   "Ashby, 2 Impact measurement: 7, proposed; was 3, goal 6, proposed\n",
                   "Ratings: 1 changed, 1 proposed beside an agreed one.");
    import_destroy(&import);

    import = make_import(store);
    add(import, "Condition,Ashby\nState,agreed\nFunding,5\nImpact,3\n", "grid");
    assert_preview(store, import,
                   "Ashby, 1 Funding arrangements: 5, goal 7, agreed; was 4, goal 7, agreed\n"
                   "Ashby, 2 Impact measurement: 3, goal 6, agreed; was 3, goal 6, proposed\n",
                   "Ratings: 1 changed, 1 agreed anew.");
    import_destroy(&import);

    import = make_import(store);
    add(import, "Condition,Ashby\nFunding,4\nImpact,3\n", "grid");
    assert_preview(store, import,
                   "Ashby, 1 Funding arrangements: stays 4, goal 7, agreed\n"
                   "Ashby, 2 Impact measurement: stays 3, goal 6, proposed\n",
                   "Nothing changes: all of it stands in the workshop already.");
    assert_true(import_is_idle(import));
    import_destroy(&import);

    import = make_import(store);
    add(import, "Condition,Ashby\nFunding,-\nImpact,\xe2\x80\x93\n", "dashes");
    assert_preview(store, import, "", "Nothing changes: no rating was found.");
    assert_true(import_is_idle(import));
    import_destroy(&import);
    cluster_end(&store);
}

static void several_files_are_joined(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    add(import, "Condition,Birch,Cedar\nFunding,2,3\nImpact,5,–\n", "grid.csv");
    add(import, "School: BIRCH\nCondition,Now,Goal,Notes\n1. Funding arrangements,2,6,Fees\n",
        "birch.csv");
    add(import, "School: Dene\nCondition,Now\nImpact,9\n", "dene.csv");
    assert_preview(store, import,
                   "Birch, 1 Funding arrangements: 2, goal 6, proposed, “Fees”\n"
                   "Birch, 2 Impact measurement: 5, proposed\n"
                   "Cedar, 1 Funding arrangements: 3, proposed\n"
                   "Dene, 2 Impact measurement: 9, proposed\n",
                   "New schools: 2. Ratings: 4 new.");
    assert_int_equal(import->file_count, 3);
    assert_int_equal(import->school_count, 3);
    import_destroy(&import);
    cluster_end(&store);
}

/* What agrees and what proposes the same comes in as agreed, but not more than was agreed. */
static void joined_agreements_hold_what_was_agreed(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    add(import, "Condition,Birch\nFunding,2\nImpact,5\n", "grid.csv");
    add(import,
        "School: Birch\nCondition,Now,Goal,State\nFunding,2,6,agreed\nImpact,5,,agreed\n"
        "Training,1,,agreed\n",
        "birch.csv");
    add(import, "School: Birch\nCondition,Now,Goal\nTraining,1,4\n", "later.csv");
    assert_preview(store, import,
                   "Birch, 1 Funding arrangements: 2, goal 6, agreed\n"
                   "Birch, 2 Impact measurement: 5, agreed\n"
                   "Birch, 3 Training: 1, goal 4, proposed\n",
                   "Ratings: 3 new.");
    import_destroy(&import);
    cluster_end(&store);
}

static void files_that_contradict_each_other_are_refused(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store), *before = malloc(sizeof *before);
    struct trouble trouble;
    static const char other[] = "School,Condition,Now\nDene,Impact,1\nBirch,Funding,3\n";
    assert_non_null(before);
    add(import, "Condition,Birch,Cedar\nFunding,2,3\n", "grid.csv");
    *before = *import;
    assert_int_equal(import_add_text(import, other, strlen(other), "list.csv", &trouble),
                     ERROR_FORMAT);
    assert_string_equal(trouble.text,
                        "list.csv, row 3, column C (Birch, Funding): something else stands in "
                        "grid.csv, row 2, column B. Please make the two say the same, or leave one "
                        "of them out.");
    assert_int_equal(import->file_count, 1);
    assert_int_equal(import->school_count, before->school_count);
    assert_int_equal(import->row_count, before->row_count);
    assert_int_equal(import->rating_count, before->rating_count);

    /* under another label it shows only once the conditions are found */
    add(import, "Condition,Birch\nFunding arrangements,9\n", "other.csv");
    assert_int_equal(compare(import, store, &trouble), ERROR_FORMAT);
    assert_non_null(
        strstr(trouble.text, "other.csv, row 2, column B (Birch, Funding arrangements)"));
    assert_non_null(strstr(trouble.text, "grid.csv, row 2, column B"));
    assert_int_equal(import->entry_count, 0);
    free(before);
    import_destroy(&import);
    cluster_end(&store);
}

static void what_cannot_be_read_is_said_with_its_file(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    struct trouble trouble;
    static const char bad[] = "Condition,Birch\nFunding,6.5\n";
    assert_int_equal(import_add_text(import, bad, strlen(bad), "May.csv", &trouble), ERROR_FORMAT);
    assert_string_equal(trouble.text, "May.csv: Row 2 (Funding), column B (Birch): “6.5” is not a "
                                      "whole number from 1 to 10.");
    assert_int_equal(import_add_file(import, "/nowhere/May.csv", &trouble), ERROR_ABSENT);
    assert_int_equal(import->file_count, 0);
    import_destroy(&import);
    cluster_end(&store);
}

static void rows_that_fit_no_condition_are_asked_about(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    struct trouble trouble;
    char text[IMPORT_TEXT_SIZE];
    static const char *const only = "Birch, 3 Training: 6, proposed\n";
    add(import, "Condition,Birch\nMoney,2\nTraining,6\nParking,\nSource: our talks,\n", "a.csv");
    add(import, "School: Cedar\nCondition,Now\nmoney,3\n", "b.csv");
    assert_preview(store, import, only, "New schools: 1. Ratings: 1 new.");
    assert_int_equal(import_asks(import), 1); /* in both files, and no row without ratings */
    unsigned row = import_next_asked(import, 0);
    import_row_text(text, import, row);
    assert_string_equal(text, "“Money” (row 2, column A of a.csv)");
    assert_int_equal(import_next_asked(import, row + 1), import->row_count);

    assert_int_equal(import_answer_typed(import, "MONEY=impact", &trouble), ERROR_OK);
    assert_preview(store, import,
                   "Birch, 2 Impact measurement: 2, proposed\nBirch, 3 Training: 6, proposed\n"
                   "Cedar, 2 Impact measurement: 3, proposed\n",
                   "New schools: 1. Ratings: 3 new.");
    assert_int_equal(import_asks(import), 0);

    import_answer(import, row, 0);
    assert_preview(store, import, only, "New schools: 1. Ratings: 1 new.");
    assert_int_equal(import_asks(import), 0);

    assert_int_equal(import_answer_typed(import, "Milk=impact", &trouble), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "no row “Milk”"));
    assert_int_equal(import_answer_typed(import, "Money=milk", &trouble), ERROR_FORMAT);
    import_destroy(&import);
    cluster_end(&store);
}

/* Numbers decide in a file that has them all; alone they do not. */
static void a_row_that_files_understand_differently_is_asked_about(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    struct trouble trouble = {""};
    add(import, "Condition,Birch\n1. Impact,2\n2. Training,6\n3. Funding,4\n", "a.csv");
    assert_int_equal(compare(import, store, &trouble), ERROR_OK);
    assert_int_equal(import_asks(import), 0);
    add(import, "Condition,Cedar\n1. Impact,2\n", "b.csv");
    assert_int_equal(compare(import, store, &trouble), ERROR_OK);
    assert_int_equal(import_asks(import), 1);
    import_destroy(&import);
    cluster_end(&store);
}

static void remarks_name_their_file(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    char text[IMPORT_TEXT_SIZE];
    static const char *const said[] = {
        "a.csv: Row 2 (Funding): the file says the total is 9, its ratings add up to 2.",
        "b.csv does not say how its letters are written; they were read as Windows does "
        "(Windows-1252). Please look at the names.",
        "b.csv: goals or notes without a rating beside them: 1. They were left out.",
        "b.csv: columns that say something else than a review asks about, or not of which school, "
        "were passed over: Evidence.",
    };
    add(import, "Condition,Birch,Total\nFunding,2,9\n", "a.csv");
    add(import, "School: \xC9lan\nCondition,Now,Goal,Evidence\nFunding,,5,x\nImpact,2,,y\n",
        "b.csv");
    assert_string_equal(import->schools[1].name, "Élan");
    assert_int_equal(import_remarks(import), 4);
    for (unsigned i = 0; i < 4; i++) {
        import_remark(text, import, i);
        assert_string_equal(text, said[i]);
    }
    import_destroy(&import);
    cluster_end(&store);
}

static void there_is_room_for_so_many_schools(void **state)
{
    struct store *store = make_store(*state);
    struct import *import = make_import(store);
    struct trouble trouble;
    char *text = NULL;
    size_t size;
    FILE *file = open_memstream(&text, &size);
    fputs("School,Funding\n", file);
    for (int i = 0; i < SCHOOLS_MAX - 1; i++)
        fprintf(file, "School %d,5\n", i);
    fclose(file);
    add(import, text, "many.csv");
    assert_int_equal(compare(import, store, &trouble), ERROR_RANGE);
    assert_string_equal(trouble.text, "There are 127 new schools in this and 2 in the workshop, "
                                      "which has room for 128.");
    free(text);
    import_destroy(&import);
    cluster_end(&store);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(each_rating_is_told_with_what_it_was),
        WITH_FOLDER(several_files_are_joined),
        WITH_FOLDER(joined_agreements_hold_what_was_agreed),
        WITH_FOLDER(files_that_contradict_each_other_are_refused),
        WITH_FOLDER(what_cannot_be_read_is_said_with_its_file),
        WITH_FOLDER(rows_that_fit_no_condition_are_asked_about),
        WITH_FOLDER(a_row_that_files_understand_differently_is_asked_about),
        WITH_FOLDER(remarks_name_their_file),
        WITH_FOLDER(there_is_room_for_so_many_schools),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
