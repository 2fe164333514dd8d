#include "base/day.h"
#include "past/cluster.h"
#include "testing.h"

#include <stdlib.h>
#include <unistd.h>

/* Workshop files: whose ratings come from them, from which of several reviews in several files, and
 * from which files none. */

#define CONDITIONS "consult=Consultation|plans=Local plans|money=Funding"

static char earlier[CLUSTER_PATH_SIZE];

/* The review of autumn 2008: agreed, proposed, agreed and since then proposed again, blank. */
static void make_earlier(const struct scratch *scratch)
{
    cluster_path(earlier, scratch, "2008.plenary");
    struct store *store = cluster_make(earlier, "Autumn review", AUTUMN_2008 - 20, CONDITIONS,
                                       "Ashby|Birch|Elm Park");
    cluster_agree(store, "Ashby", 1, 4, 6, AUTUMN_2008);
    cluster_propose(store, "Ashby", 1, 9, 10);
    cluster_propose(store, "Ashby", 2, 3, 0);
    cluster_agree(store, "Birch", 3, 5, 0, AUTUMN_2008);
    cluster_agree(store, "Elm Park", 1, 7, 8, AUTUMN_2008);
    cluster_end(&store);
}

static struct store *make_new(const struct scratch *scratch)
{
    return cluster_make(scratch->path, "Spring review", SPRING_2009, CONDITIONS,
                        "BIRCH|Ashby|Cedar");
}

static void what_was_agreed_then(void **state)
{
    const struct scratch *scratch = *state;
    char said[CLUSTER_SAID_SIZE];
    make_earlier(scratch);
    struct bytes theirs = bytes_read(earlier);
    struct store *store = make_new(scratch);
    struct past_set *past = cluster_past(store);
    cluster_read(past, earlier);
    assert_int_equal(past_questions(past), 0);
    cluster_tell(said, past, store);
    assert_string_equal(said, "“Autumn review”, 15 October 2008. Schools: 2 of 3. Conditions: 3.\n"
                              "Not in this workshop, and left out: Elm Park.\n");
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 1, "Ashby 4/6 3/- -/- | BIRCH -/- -/- 5/-");
    assert_int_equal(store_model(store)->reviews[1].day, AUTUMN_2008);
    assert_string_equal(store_model(store)->reviews[1].title, "Autumn review");
    assert_true(bytes_same(earlier, theirs));
    free(theirs.at);
    past_destroy(&past);
    cluster_end(&store);
    store = cluster_open(scratch->path); /* and it is there for good */
    cluster_says(store, 1, "Ashby 4/6 3/- -/- | BIRCH -/- -/- 5/-");
    cluster_end(&store);
}

static void the_same_file_again_adds_nothing(void **state)
{
    const struct scratch *scratch = *state;
    char said[CLUSTER_SAID_SIZE];
    make_earlier(scratch);
    struct store *store = make_new(scratch);
    struct past_set *past = cluster_past(store);
    cluster_read(past, earlier);
    struct past_source again = {.path = earlier};
    cluster_refuses(past, &again, ERROR_EXISTS, "is named twice");
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    uint64_t events = store_model(store)->event_count;
    cluster_tell(said, past, store);
    assert_string_equal(said, "“Autumn review”, 15 October 2008, is here already and is left "
                              "out.\n");
    cluster_take(store, past, SPRING_2009, "No earlier review was brought in. 1 was here already.");
    assert_true(store_model(store)->event_count == events);
    past_destroy(&past);
    /* one that was taken out may come again */
    struct command out = {.kind = COMMAND_REMOVE_REVIEW, .change.review.review = 1};
    assert_int_equal(store_do(store, SEAT_KIOSK, &out, cluster_ms(SPRING_2009)), REFUSAL_NONE);
    past = cluster_past(store);
    cluster_read(past, earlier);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_says(store, 2, "Ashby 4/6 3/- -/- | BIRCH -/- -/- 5/-");
    past_destroy(&past);
    cluster_end(&store);
}

/* What was brought into an earlier workshop comes with it; its own file tells it better, whichever
 * is read first. */
static void reviews_within_reviews(void **state)
{
    const struct scratch *scratch = *state;
    char between[CLUSTER_PATH_SIZE], said[CLUSTER_SAID_SIZE];
    make_earlier(scratch);
    cluster_path(between, scratch, "2009.plenary");
    struct store *store = cluster_make(between, "Spring review", SPRING_2009, CONDITIONS,
                                       "Ashby|Cedar"); /* without Birch */
    struct past_set *past = cluster_past(store);
    cluster_read(past, earlier);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    cluster_agree(store, "Ashby", 1, 6, 7, SPRING_2009);
    past_destroy(&past);
    cluster_end(&store);
    store = cluster_make(scratch->path, "Now", AUTUMN_2009, CONDITIONS, "Ashby|Birch");
    past = cluster_past(store);
    cluster_read(past, between);
    assert_int_equal(past->review_count, 2);
    cluster_tell(said, past, store);
    assert_string_equal(said, "“Spring review”, 12 May 2009. Schools: 1 of 1. Conditions: 1.\n"
                              "“Autumn review”, 15 October 2008. Schools: 1 of 1. Conditions: "
                              "2.\n");
    past_destroy(&past);
    for (int order = 0; order < 2; order++) {
        past = cluster_past(store);
        cluster_read(past, order ? between : earlier);
        cluster_read(past, order ? earlier : between);
        assert_int_equal(past->review_count, 2);
        cluster_tell(said, past, store);
        assert_non_null(strstr(said, "“Autumn review”, 15 October 2008. Schools: 2 of 3. "
                                     "Conditions: 3.\n"));
        assert_non_null(strstr(said, "“Autumn review”, 15 October 2008, stands in more than one "
                                     "of the files and comes in once.\n"));
        if (order)
            cluster_take(store, past, AUTUMN_2009, "Brought in: 2 earlier reviews.");
        past_destroy(&past);
    }
    cluster_says(store, 1, "Ashby 6/7 -/- -/-");
    cluster_says(store, 2, "Ashby 4/6 3/- -/- | Birch -/- -/- 5/-");
    cluster_end(&store);
}

static void the_workshop_itself_is_no_earlier_review(void **state)
{
    const struct scratch *scratch = *state;
    char copy[CLUSTER_PATH_SIZE], link_path[CLUSTER_PATH_SIZE], said[CLUSTER_SAID_SIZE];
    struct store *store = make_new(scratch);
    cluster_agree(store, "Ashby", 1, 4, 6, SPRING_2009);
    cluster_end(&store);
    struct bytes ours = bytes_read(scratch->path);
    cluster_path(copy, scratch, "copy.plenary");
    bytes_write(copy, ours.at, ours.length);
    cluster_path(link_path, scratch, "link.plenary");
    assert_int_equal(symlink(scratch->path, link_path), 0);
    store = cluster_open(scratch->path);
    struct past_set *past = cluster_past(store);
    struct past_source source = {.path = scratch->path};
    cluster_refuses(past, &source, ERROR_EXISTS, "is the workshop itself");
    source.path = link_path;
    cluster_refuses(past, &source, ERROR_EXISTS, "is the workshop itself");
    cluster_read(past, copy);
    cluster_tell(said, past, store);
    assert_string_equal(said, "“Spring review”, 12 May 2009, is this workshop itself and is left "
                              "out.\n");
    cluster_take(store, past, SPRING_2009, "No earlier review was brought in.");
    past_destroy(&past);
    cluster_end(&store);
    free(ours.at);
}

static void what_cannot_be_read_is_named(void **state)
{
    const struct scratch *scratch = *state;
    char path[CLUSTER_PATH_SIZE];
    make_earlier(scratch);
    struct store *store = make_new(scratch);
    struct past_set *past = cluster_past(store);
    cluster_read(past, earlier);
    struct past_source source = {.path = path};
    cluster_path(path, scratch, "nowhere.plenary");
    cluster_refuses(past, &source, ERROR_ABSENT, "nowhere.plenary");
    cluster_write(path, scratch, "text.plenary", "not a workshop at all");
    cluster_refuses(past, &source, ERROR_FORMAT, "text.plenary");
    cluster_path(path, scratch, "blank.plenary");
    struct store *blank = cluster_make(path, "Blank", AUTUMN_2008, CONDITIONS, "Ashby");
    cluster_end(&blank);
    cluster_refuses(past, &source, ERROR_FORMAT, "holds no ratings");
    struct bytes bytes = bytes_read(earlier);
    cluster_path(path, scratch, "damaged.plenary");
    for (size_t i = bytes.length / 2; i < bytes.length; i++)
        bytes.at[i] ^= 0x55;
    bytes_write(path, bytes.at, bytes.length);
    cluster_refuses(past, &source, ERROR_DAMAGED, "damaged.plenary");
    /* by what is in it, whatever it is called */
    cluster_path(path, scratch, "damaged.backup");
    bytes_write(path, bytes.at, bytes.length);
    cluster_refuses(past, &source, ERROR_DAMAGED, "damaged.backup");
    free(bytes.at);
    cluster_take(store, past, SPRING_2009, "Brought in: 1 earlier review.");
    past_destroy(&past);
    cluster_end(&store);
}

int main(void)
{
#define FILES_TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        FILES_TEST(what_was_agreed_then),
        FILES_TEST(the_same_file_again_adds_nothing),
        FILES_TEST(reviews_within_reviews),
        FILES_TEST(the_workshop_itself_is_no_earlier_review),
        FILES_TEST(what_cannot_be_read_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
