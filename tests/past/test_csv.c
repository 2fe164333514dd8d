#include "past/cluster.h"
#include "testing.h"

#include <stdlib.h>

/* Earlier reviews as spreadsheets keep them. */

#define CONDITIONS "consult=Consultation|plans=Local plans|money=Funding"

static struct store *make_new(const struct scratch *scratch, const char *schools)
{
    return cluster_make(scratch->path, "Spring review", SPRING_2009, CONDITIONS, schools);
}

static void a_grid_with_a_day(void **state)
{
    const struct scratch *scratch = *state;
    char path[CLUSTER_PATH_SIZE], said[CLUSTER_SAID_SIZE];
    struct store *store = make_new(scratch, "Ashby|Birch");
    struct past_set *past = cluster_past(store);
    cluster_write(path, scratch, "autumn 2008.csv",
                  "Our review\n\nCondition,Ashby,Elm Park,birch,Total\n3. Funding,4,9,5,18\n"
                  "1. Consultation,–,8,6,14\n2. Local plans,,,,\n");
    struct past_source source = {.path = path};
    cluster_refuses(past, &source, ERROR_FORMAT, "--on 2009-05-12");
    cluster_read_csv(past, path, AUTUMN_2008, NULL);
    cluster_tell(said, past, store);
    assert_string_equal(said, "“autumn 2008”, 15 October 2008. Schools: 2 of 3. Conditions: 2.\n"
                              "Not in this workshop, and left out: Elm Park.\n");
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby -/- -/- 4/- | Birch 6/- -/- 5/-");
    past_destroy(&past);
    cluster_end(&store);
}

/* A German Excel: semicolons, Windows-1252, decimal commas, a title above, columns left blank. */
static void a_german_spreadsheet(void **state)
{
    const struct scratch *scratch = *state;
    char path[CLUSTER_PATH_SIZE];
    struct store *store = make_new(scratch, "Grünau|Birch");
    struct past_set *past = cluster_past(store);
    cluster_write(path, scratch, "herbst.csv",
                  "\xDC"
                  "bersicht;;;;\r\n;;;;\r\nCondition;Gr\xFCnau;Birch;Average;\r\n"
                  "Consultation;4,0;7;5,5;\r\nLocal plans;\x96;7;7;\r\n");
    cluster_read_csv(past, path, AUTUMN_2008, "Herbst");
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Birch 7/- 7/- -/- | Grünau 4/- -/- -/-");
    assert_string_equal(store_model(store)->reviews[1].title, "Herbst");
    past_destroy(&past);
    cluster_end(&store);
}

/* What export writes as a list: by the pack's ids, with goals. */
static void a_list_with_ids(void **state)
{
    const struct scratch *scratch = *state;
    char path[CLUSTER_PATH_SIZE];
    struct store *store = make_new(scratch, "Ashby|Birch");
    struct past_set *past = cluster_past(store);
    cluster_write(path, scratch, "ratings.csv",
                  "School,Condition id,Condition,Now,Target,Months,State,Note\r\n"
                  "Ashby,money,Called otherwise then,4,6,12,agreed,private\r\n"
                  "Birch,consult,Consultation,7,,,proposed,\r\n");
    cluster_read_csv(past, path, AUTUMN_2008, NULL);
    assert_int_equal(past_questions(past), 0);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby -/- -/- 4/6 | Birch 7/- -/- -/-");
    past_destroy(&past);
    cluster_end(&store);
}

/* Sheets of one school each are parts of one review where they have one day and title. */
static void sheets_of_schools(void **state)
{
    const struct scratch *scratch = *state;
    char ashby[CLUSTER_PATH_SIZE], birch[CLUSTER_PATH_SIZE], again[CLUSTER_PATH_SIZE];
    struct store *store = make_new(scratch, "Ashby|Birch");
    struct past_set *past = cluster_past(store);
    cluster_write(ashby, scratch, "Ashby.csv", "Condition,Ashby\nConsultation,4\nFunding,5\n");
    cluster_write(birch, scratch, "Birch.csv", "Condition,Birch\nFunding,6\nConsultation,7\n");
    cluster_write(again, scratch, "Ashby again.csv", "Condition,ASHBY\nFunding,9\n");
    cluster_read_csv(past, ashby, AUTUMN_2008, "Sheets");
    cluster_read_csv(past, birch, AUTUMN_2008, "sheets");
    assert_int_equal(past->review_count, 1);
    struct past_source source = {.path = again, .day = AUTUMN_2008, .title = "Sheets"};
    cluster_refuses(past, &source, ERROR_EXISTS, "ASHBY stands in");
    cluster_read_csv(past, again, AUTUMN_2008 + 1, "Sheets"); /* another day, another review */
    cluster_take(store, past, SPRING_2009, "Brought in: 2 earlier reviews.");
    cluster_says(store, 1, "Ashby 4/- -/- 5/- | Birch 7/- -/- 6/-");
    cluster_says(store, 2, "Ashby -/- -/- 9/-");
    past_destroy(&past);
    cluster_end(&store);
}

static void a_workshop_file_tells_the_same_review_better(void **state)
{
    const struct scratch *scratch = *state;
    char csv[CLUSTER_PATH_SIZE], file[CLUSTER_PATH_SIZE];
    cluster_path(file, scratch, "2008.plenary");
    struct store *store =
        cluster_make(file, "Autumn review", AUTUMN_2008, CONDITIONS, "Ashby|Birch");
    cluster_agree(store, "Ashby", 1, 4, 6, AUTUMN_2008);
    cluster_end(&store);
    cluster_write(csv, scratch, "2008.csv", "Condition,Ashby\nConsultation,4\nSomething,5\n");
    store = make_new(scratch, "Ashby|Birch");
    for (int order = 0; order < 2; order++) {
        struct past_set *past = cluster_past(store);
        if (order)
            cluster_read(past, file);
        cluster_read_csv(past, csv, AUTUMN_2008, "Autumn review");
        assert_int_equal(past_questions(past), order ? 0 : 1);
        if (!order)
            cluster_read(past, file);
        assert_int_equal(past->review_count, 1);
        assert_int_equal(past_questions(past), 0); /* nothing of the CSV is wanted any more */
        if (order)
            cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
        past_destroy(&past);
    }
    cluster_says(store, 1, "Ashby 4/6 -/- -/-");
    cluster_end(&store);
}

static void what_is_wrong_is_named(void **state)
{
    const struct scratch *scratch = *state;
    char path[CLUSTER_PATH_SIZE], title[200];
    struct store *store = make_new(scratch, "Ashby|Birch");
    struct past_set *past = cluster_past(store);
    struct past_source source = {.path = path, .day = AUTUMN_2008};
    cluster_path(path, scratch, "nowhere.csv");
    cluster_refuses(past, &source, ERROR_ABSENT, "nowhere.csv");
    cluster_write(path, scratch, "half.csv", "Condition,Ashby\nConsultation,6.5\n");
    cluster_refuses(past, &source, ERROR_FORMAT, "half.csv: Row 2 (Consultation), column B");
    cluster_write(path, scratch, "blank.csv", "Condition,Ashby\nConsultation,\n");
    assert_int_not_equal(past_read(past, &source, &(struct trouble){0}), ERROR_OK);
    cluster_write(path, scratch, "fine.csv", "Condition,Ashby\nConsultation,6\n");
    memset(title, 'x', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    source.title = title;
    cluster_refuses(past, &source, ERROR_FORMAT, "a shorter title");
    source.title = "\xFF";
    cluster_refuses(past, &source, ERROR_FORMAT, "a shorter title");
    past_destroy(&past);
    cluster_end(&store);
}

int main(void)
{
#define CSV_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        CSV_TEST(a_grid_with_a_day),
        CSV_TEST(a_german_spreadsheet),
        CSV_TEST(a_list_with_ids),
        CSV_TEST(sheets_of_schools),
        CSV_TEST(a_workshop_file_tells_the_same_review_better),
        CSV_TEST(what_is_wrong_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
