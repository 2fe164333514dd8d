#include "past/cluster.h"
#include "testing.h"

#include <stdio.h>

/* All of it or nothing. */

#define CONDITIONS "consult=Consultation|plans=Local plans"

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

static void read_csv(const struct scratch *scratch, const char *name, uint32_t day,
                     const char *schools)
{
    char path[CLUSTER_PATH_SIZE], text[256];
    snprintf(text, sizeof text, "Condition,%s\nConsultation,4,5\n", schools);
    cluster_write(path, scratch, name, text);
    cluster_read_csv(past, path, day, NULL);
}

static void refuses(uint32_t day, const char *words)
{
    struct trouble trouble = {0};
    struct past_report report;
    uint64_t events = store_model(store)->event_count;
    assert_int_equal(past_take(&report, store, past, cluster_ms(day), &trouble), ERROR_FORMAT);
    if (!strstr(trouble.text, words))
        fail_msg("\"%s\" should say \"%s\"", trouble.text, words);
    assert_int_equal(report.added, 0);
    assert_true(store_model(store)->event_count == events);
    assert_false(store_has_batch(store));
}

static void a_day_to_come_stops_all_of_it(void **state)
{
    open_new(*state);
    read_csv(*state, "past.csv", AUTUMN_2008, "Ashby,Birch");
    read_csv(*state, "to come.csv", SPRING_2009 + 1, "Ashby,Birch");
    refuses(SPRING_2009, "“to come”, 13 May 2009: An earlier review was held today at the latest. "
                         "Nothing was brought in.");
    assert_int_equal(store_model(store)->review_count, 0);
    cluster_take(store, past, SPRING_2009 + 1, "Brought in: 2 earlier reviews.");
    close_new();
}

static void a_closed_workshop_takes_nothing(void **state)
{
    open_new(*state);
    read_csv(*state, "past.csv", AUTUMN_2008, "Ashby,Birch");
    struct command close = {.kind = COMMAND_CLOSE};
    assert_int_equal(store_do(store, SEAT_KIOSK, &close, cluster_ms(SPRING_2009)), REFUSAL_NONE);
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    refuses(SPRING_2009, "This workshop is closed.");
    close_new();
}

static void there_is_room_for_twelve(void **state)
{
    const struct scratch *scratch = *state;
    char name[32], path[CLUSTER_PATH_SIZE];
    open_new(scratch);
    for (unsigned i = 0; i < REVIEWS_MAX; i++) {
        snprintf(name, sizeof name, "review %u.csv", i);
        read_csv(scratch, name, AUTUMN_2008 - i, "Ashby,Birch");
    }
    cluster_write(path, scratch, "more.csv", "Condition,Ashby\nConsultation,4\n");
    struct past_source source = {.path = path, .day = AUTUMN_2008};
    cluster_refuses(past, &source, ERROR_RANGE, "room for 12 earlier reviews");
    cluster_take(store, past, SPRING_2009, "Brought in: 12 earlier reviews.");
    past_destroy(&past);
    past = cluster_past(store);
    cluster_read_csv(past, path, AUTUMN_2008, NULL);
    refuses(SPRING_2009, "There is no room for another earlier review.");
    close_new();
}

static void schools_of_another_cluster(void **state)
{
    char said[CLUSTER_SAID_SIZE];
    open_new(*state);
    read_csv(*state, "others.csv", AUTUMN_2008, "Elm Park,Oak Lane");
    cluster_tell(said, past, store);
    assert_string_equal(said, "“others”, 15 October 2008: none of its schools is in this workshop. "
                              "It is left out.\n");
    cluster_take(store, past, SPRING_2009, "No earlier review was brought in.");
    assert_int_equal(store_model(store)->review_count, 0);
    close_new();
}

/* As many as there can be, and names as long: the lines stay whole. */
static void long_lists_are_cut_short(void **state)
{
    const struct scratch *scratch = *state;
    static char text[1 << 15];
    char path[CLUSTER_PATH_SIZE], said[CLUSTER_SAID_SIZE];
    size_t used = (size_t)sprintf(text, "Condition,Ashby");
    for (unsigned i = 1; i < SCHOOLS_MAX; i++)
        used += (size_t)sprintf(text + used, ",%u School of a rather long name in the county", i);
    used += (size_t)sprintf(text + used, "\nConsultation");
    for (unsigned i = 0; i < SCHOOLS_MAX; i++)
        used += (size_t)sprintf(text + used, ",5");
    sprintf(text + used, "\n");
    open_new(scratch);
    cluster_write(path, scratch, "many.csv", text);
    cluster_read_csv(past, path, AUTUMN_2008, NULL);
    cluster_tell(said, past, store);
    assert_non_null(strstr(said, "Schools: 1 of 128."));
    assert_non_null(strstr(said, "in the county …."));
    close_new();
}

int main(void)
{
#define TAKE_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TAKE_TEST(a_day_to_come_stops_all_of_it), TAKE_TEST(a_closed_workshop_takes_nothing),
        TAKE_TEST(there_is_room_for_twelve),      TAKE_TEST(schools_of_another_cluster),
        TAKE_TEST(long_lists_are_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
