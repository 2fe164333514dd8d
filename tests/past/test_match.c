#include "past/cluster.h"
#include "testing.h"

/* Conditions that are called otherwise or stand in another order: found by their pack's ids, by
 * their words, or asked about. */

#define CONDITIONS "consult=Consultation|plans=Local plans|money=Funding"

static struct store *store;
static struct past_set *past;

static void open_new(const struct scratch *scratch)
{
    store = cluster_make(scratch->path, "Now", SPRING_2009, CONDITIONS, "Ashby|Birch");
    past = cluster_past(store);
}

static void close_new(void)
{
    past_destroy(&past);
    cluster_end(&store);
}

/* An earlier file of those conditions in which Ashby is rated 1, 2, 3, ... */
static void read_earlier(const struct scratch *scratch, const char *name, const char *conditions,
                         int count)
{
    char path[CLUSTER_PATH_SIZE];
    cluster_path(path, scratch, name);
    struct store *earlier = cluster_make(path, name, AUTUMN_2008, conditions, "Ashby");
    for (int c = 1; c <= count; c++)
        cluster_agree(earlier, "Ashby", c, c, 0, AUTUMN_2008);
    cluster_end(&earlier);
    cluster_read(past, path);
}

static void the_packs_ids_come_first(void **state)
{
    open_new(*state);
    read_earlier(*state, "renamed.plenary",
                 "money=Local plans|consult=Asking families|plans=What the authority plans", 3);
    assert_int_equal(past_questions(past), 0);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby 2/- 3/- 1/-");
    close_new();
}

static void another_pack_goes_by_its_words(void **state)
{
    open_new(*state);
    read_earlier(*state, "words.plenary", "a1=FUNDING|a2=Consultation|a3=Local plans", 3);
    assert_int_equal(past_questions(past), 0);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby 2/- 3/- 1/-");
    close_new();
}

/* One by its id and another by the same words: the second is asked about. */
static void a_condition_has_one_row(void **state)
{
    unsigned file, row;
    open_new(*state);
    read_earlier(*state, "both.plenary", "money=Budget|a2=Funding|a3=Consultation", 3);
    assert_int_equal(past_questions(past), 1);
    assert_true(past_question(past, &file, &row));
    assert_string_equal(past->files[file].rows[row].label, "Funding");
    assert_false(past_may_answer(past, file, row, 3));
    assert_false(past_may_answer(past, file, row, 1));
    assert_true(past_may_answer(past, file, row, 2));
    assert_false(past_may_answer(past, file, row, 4));
    assert_false(past_may_answer(past, file, row, 0));
    past_answer(past, file, row, 2);
    assert_true(past_may_answer(past, file, row, 2)); /* its own stays possible */
    assert_int_equal(past_questions(past), 0);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby 3/- 2/- 1/-");
    close_new();
}

static void nothing_comes_in_while_there_are_questions(void **state)
{
    struct trouble trouble = {0};
    struct past_report report;
    char said[CLUSTER_SAID_SIZE];
    unsigned file, row;
    open_new(*state);
    read_earlier(*state, "unknown.plenary", "money=Funding|a2=Transport|a3=Nobody was rated", 2);
    assert_int_equal(past_questions(past), 1); /* where nobody was rated nobody is asked */
    uint64_t events = store_model(store)->event_count;
    assert_int_equal(past_take(&report, store, past, cluster_ms(SPRING_2009), &trouble),
                     ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "not clear which condition"));
    assert_true(store_model(store)->event_count == events);
    assert_true(past_question(past, &file, &row));
    past_answer(past, file, row, 0);
    cluster_tell(said, past, store);
    assert_non_null(strstr(said, "No condition of this workshop, and left out: “Transport”.\n"));
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby -/- -/- 1/-");
    close_new();
}

/* An answer holds for every file with such a row, read before it or after. */
static void one_answer_for_all_files(void **state)
{
    unsigned file, row;
    open_new(*state);
    read_earlier(*state, "one.plenary", "a1=Money|a2=Consultation|a3=Buses", 3);
    read_earlier(*state, "two.plenary", "a2=Consultation|a1=money|a3=buses", 3);
    assert_int_equal(past_questions(past), 4);
    assert_true(past_question(past, &file, &row));
    past_answer(past, file, row, 3);
    assert_int_equal(past_questions(past), 2);
    assert_true(past_question(past, &file, &row));
    past_answer(past, file, row, 0);
    assert_int_equal(past_questions(past), 0);
    read_earlier(*state, "three.plenary", "a1=MONEY|a3=Buses", 2);
    assert_int_equal(past_questions(past), 0);
    cluster_take(store, past, SPRING_2009, "Brought in: 3 earlier reviews.");
    cluster_says(store, 1, "Ashby 2/- -/- 1/-");
    cluster_says(store, 2, "Ashby 1/- -/- 2/-");
    cluster_says(store, 3, "Ashby -/- -/- 1/-");
    close_new();
}

static void refuses(const char *said, const char *words)
{
    struct trouble trouble = {0};
    unsigned questions = past_questions(past);
    assert_int_equal(past_answer_typed(past, said, &trouble), ERROR_FORMAT);
    if (!strstr(trouble.text, words))
        fail_msg("\"%s\" should say \"%s\"", trouble.text, words);
    assert_int_equal(past_questions(past), questions);
}

static void answers_can_be_typed(void **state)
{
    struct trouble trouble = {0};
    open_new(*state);
    read_earlier(*state, "typed.plenary", "a1=Money = means|a2=Consultation|a3=Buses", 3);
    refuses("Trains=Funding", "there is no row “Trains”");
    refuses("Buses", "Buses");
    refuses("Buses=Trains", "Trains");
    refuses("Buses=Consultation", "another row is “Consultation” already");
    assert_int_equal(past_answer_typed(past, "MONEY = MEANS=money", &trouble), ERROR_OK);
    assert_int_equal(past_answer_typed(past, "a3=-", &trouble), ERROR_OK);
    assert_int_equal(past_questions(past), 0);
    assert_int_equal(past_answer_typed(past, "Buses=2", &trouble), ERROR_OK); /* after all */
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby 2/- 3/- 1/-");
    close_new();
}

int main(void)
{
#define MATCH_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        MATCH_TEST(the_packs_ids_come_first),
        MATCH_TEST(another_pack_goes_by_its_words),
        MATCH_TEST(a_condition_has_one_row),
        MATCH_TEST(nothing_comes_in_while_there_are_questions),
        MATCH_TEST(one_answer_for_all_files),
        MATCH_TEST(answers_can_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
