/* What is dropped and pasted, from bytes and files to a workshop that holds it. */

#include "presenter/gathering.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "journal/scratch.h"
#include "merge/site.h"
#include "model/portray.h"
#include "testing.h"

enum { TODAY = 20779 }; /* 22 November 2026 */
static const int64_t now_ms = TODAY * INT64_C(86400000);

#define GRID "Condition\tAshby\tBirch\nFirst of all\t2\t6\nSecond\t3\t-\n"

/* A workshop with conditions c1 to c3 and one school, and what is gathered for it. */
static struct site site;
static struct room *room;
static struct gathering *g;
static struct scratch *scratch;

static int begin(void **state)
{
    (void)state;
    site_open(&site, "Ashby");
    g = calloc(1, sizeof *g);
    assert_non_null(g);
    assert_int_equal(scratch_setup((void **)&scratch), 0);
    assert_int_equal(room_portray(&room, site_model(&site), AUDIENCE_FACILITATOR, 0), ERROR_OK);
    return 0;
}

static int end(void **state)
{
    (void)state;
    gathering_clear(g);
    free(g);
    room_destroy(&room);
    site_close(&site);
    scratch_teardown((void **)&scratch);
    return 0;
}

static void follow(void)
{
    struct gathering_ground ground = {.room = room, .running = true, .today = TODAY};
    gathering_follow(g, &ground);
}

static void paste(const char *text)
{
    assert_true(gathering_paste(g, text, strlen(text)));
    follow();
}

/* A file of that name with that text in it; borrowed until the next. */
static const char *write_file(const char *name, const char *text)
{
    static char path[sizeof scratch->folder + 64];
    snprintf(path, sizeof path, "%s/%s", scratch->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static void drop(const char *name, const char *text)
{
    gathering_drop(g, write_file(name, text));
    follow();
}

static bool is_told(const char *text)
{
    for (int i = 0; i < g->basket.line_count; i++)
        if (strstr(g->basket.lines[i].text, text))
            return true;
    return false;
}

static enum error take(struct trouble *trouble)
{
    struct gathering_load *load;
    struct link_random random = seeded(&site.seed);
    assert_int_equal(gathering_load(&load, g), ERROR_OK);
    enum error e = gathering_unload(load, site.store, &random, now_ms, trouble);
    gathering_settle(g, load, e, trouble);
    gathering_load_destroy(&load);
    return e;
}

/* Row labels of the site's pack differ from the grid's: both are asked about. */
static void answer(int question, int condition)
{
    struct basket_outcome outcome = {BASKET_CHANGED, question};
    g->basket.questions[question].answer.chosen = condition;
    gathering_obey(g, &outcome);
    follow();
}

static void names_of_schools_are_not_cells(void **state)
{
    static const char *const others[] = {"Ashby\nBirch\nCastle", "Ashby, Birch", "7", "",
                                         "School 7\tSchool 8",   "Ashby\tBirch"};
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(gathering_paste(g, others[i], strlen(others[i])));
    assert_int_equal(g->basket.thing_count, 0);
}

static void pasted_cells_are_asked_about_and_taken_in(void **state)
{
    struct trouble trouble = {0};
    (void)state;
    paste(GRID);
    assert_int_equal(g->basket.thing_count, 1);
    assert_int_equal(g->basket.question_count, 2);
    assert_string_equal(g->basket.questions[0].row, "First of all");
    answer(0, 1);
    answer(1, 0); /* left out */
    assert_null(basket_waits(&g->basket, TODAY, (char[BASKET_TEXT_SIZE]){0}));
    assert_true(is_told("Birch"));
    assert_int_equal(site_model(&site)->school_count, 1); /* nothing has changed so far */
    assert_int_equal(take(&trouble), ERROR_OK);
    const struct model *model = site_model(&site);
    assert_int_equal(model->school_count, 2);
    assert_int_equal(
        model->ratings[1][site_school(&site, "Ashby")].proposals[SIDE_MANAGER].figure.now, 2);
    assert_int_equal(model_rating_state(&model->ratings[2][site_school(&site, "Ashby")]),
                     RATING_NONE);
    assert_int_equal(g->basket.thing_count, 0);
}

static void answers_stay_when_more_comes_in(void **state)
{
    (void)state;
    paste(GRID);
    answer(0, 1);
    answer(1, 2);
    drop("castle.csv", "Condition,Castle\nFirst of all,4\nThird,5\n");
    assert_int_equal(g->basket.thing_count, 2);
    assert_int_equal(g->basket.question_count, 3);
    assert_int_equal(g->basket.questions[0].answer.chosen, 1);
    assert_int_equal(g->basket.questions[1].answer.chosen, 2);
    assert_int_equal(g->basket.questions[2].answer.chosen, -1);
    gathering_drop(g, g->sources[1].path); /* twice is once */
    assert_int_equal(g->basket.thing_count, 2);
    gathering_obey(g, &(struct basket_outcome){BASKET_OUT, 0});
    follow();
    assert_int_equal(g->basket.thing_count, 1);
    assert_string_equal(g->basket.things[0].name, "castle.csv");
    assert_int_equal(g->basket.questions[0].answer.chosen, 1);
}

static void what_cannot_be_read_is_refused_and_the_rest_stays(void **state)
{
    (void)state;
    paste(GRID);
    drop("dene.csv", "Condition,Dene\nFirst of all,\"6,5\"\n");
    assert_int_equal(g->basket.thing_count, 1);
    assert_int_equal(g->basket.refused_count, 1);
    assert_string_equal(g->basket.refused[0].name, "dene.csv");
    assert_non_null(strstr(g->basket.refused[0].text, "column B"));
    drop("none.plenary", "not a workshop at all");
    assert_int_equal(g->basket.refused_count, 2);
    gathering_drop(g, "/nowhere/at all.csv");
    follow();
    assert_int_equal(g->basket.refused_count, 3);
    assert_int_equal(g->basket.thing_count, 1);
}

/* Nothing of a training comes into a real review, whether dropped or pasted. */
static void what_is_made_up_is_refused(void **state)
{
    static const char made_up[] = "nothing in it is real";
    (void)state;
    drop("training.csv", "TRAINING: nothing here is real\r\nCondition,Dene\nFirst of all,6\n");
    paste("TRAINING: nothing here is real\n" GRID);
    assert_int_equal(g->basket.thing_count, 0);
    assert_int_equal(g->basket.refused_count, 2);
    assert_non_null(strstr(g->basket.refused[0].text, made_up));
    assert_non_null(strstr(g->basket.refused[1].text, made_up));
    room->workshop.training = true;
    paste("TRAINING: nothing here is real\n" GRID);
    assert_int_equal(g->basket.thing_count, 1);
}

/* What says otherwise of the same school and condition is taken for an earlier review. */
static void a_file_at_odds_with_the_others_is_set_aside(void **state)
{
    struct trouble trouble = {0};
    (void)state;
    drop("now.csv", "Condition,Ashby\nc1,4\n");
    drop("then.csv", "Condition,Ashby\nc1,2\n");
    assert_int_equal(g->basket.thing_count, 2);
    assert_int_equal(basket_use(&g->basket.things[1]), BASKET_REVIEW);
    assert_true(is_told("then.csv"));
    assert_non_null(basket_waits(&g->basket, TODAY, (char[BASKET_TEXT_SIZE]){0}));
    edit_set(&g->basket.things[1].day, "20 November 2024");
    gathering_obey(g, &(struct basket_outcome){BASKET_CHANGED, 1});
    follow();
    for (int i = 0; i < g->basket.question_count; i++)
        answer(i, 1);
    assert_null(basket_waits(&g->basket, TODAY, (char[BASKET_TEXT_SIZE]){0}));
    if (take(&trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(site_model(&site)->review_count, 1);
    assert_int_equal(site_model(&site)->reviews[1].day, 20047);
    assert_string_equal(site_model(&site)->reviews[1].title, "then");
}

/* The usual beginning: the schools come from the grid that is pasted, and so does who of an earlier
 * review is here. */
static void schools_that_come_in_are_known_to_earlier_reviews(void **state)
{
    struct trouble trouble = {0};
    (void)state;
    gathering_drop_as(g, write_file("then.csv", "Condition,Birch\nc1,2\n"), BASKET_REVIEW);
    edit_set(&g->basket.things[0].title, "Then");
    edit_set(&g->basket.things[0].day, "20 November 2024");
    follow();
    assert_true(is_told("none of its schools"));
    paste("Condition\tBirch\nc1\t6\n");
    assert_false(is_told("none of its schools"));
    assert_true(is_told("Then"));
    for (int i = 0; i < g->basket.question_count; i++)
        answer(i, 1);
    assert_int_equal(take(&trouble), ERROR_OK);
    assert_int_equal(site_model(&site)->review_count, 1);
}

/* What was said of a thing that did not come in goes when it does. */
static void what_is_put_right_is_no_longer_refused(void **state)
{
    (void)state;
    drop("dene.csv", "Condition,Dene\nc1,\"6,5\"\n");
    drop("dene.csv", "Condition,Dene\nc1,\"6,5\"\n");
    assert_int_equal(g->basket.refused_count, 1);
    drop("dene.csv", "Condition,Dene\nc1,6\n");
    assert_int_equal(g->basket.refused_count, 0);
    gathering_obey(g, &(struct basket_outcome){BASKET_OUT, 0});
    paste("Condition\tBirch\nOne thing\t2\nAnother\t3\n");
    answer(0, 1);
    answer(1, 1);
    assert_int_equal(g->basket.refused_count, 1);
    assert_int_equal(g->basket.questions[1].answer.chosen, -1);
    answer(1, 2);
    assert_int_equal(g->basket.refused_count, 0);
}

static void a_path_may_begin_at_home(void **state)
{
    static const char typed[] = "~/a.csv";
    const char *home = getenv("HOME");
    char before[GATHERING_PATH_SIZE];
    (void)state;
    snprintf(before, sizeof before, "%s", home ? home : "");
    write_file("a.csv", "Condition,Ashby\nc1,4\n");
    setenv("HOME", scratch->folder, 1);
    assert_true(gathering_paste(g, typed, strlen(typed)));
    assert_false(gathering_paste(g, "~/b.csv", strlen(typed)));
    setenv("HOME", before, 1);
    assert_string_equal(g->basket.things[0].name, "a.csv");
}

static void a_path_counts_as_a_drop(void **state)
{
    char typed[GATHERING_PATH_SIZE];
    (void)state;
    snprintf(typed, sizeof typed, "file://%s\n", write_file("a.csv", "Condition,Ashby\nc1,4\n"));
    assert_true(gathering_paste(g, typed, strlen(typed)));
    assert_string_equal(g->basket.things[0].name, "a.csv");
    edit_set(&g->basket.path, "/nowhere/b.csv");
    gathering_obey(g, &(struct basket_outcome){.choice = BASKET_PATH});
    assert_int_equal(g->basket.refused_count, 1);
    assert_string_equal(g->basket.path.text, "/nowhere/b.csv"); /* to be put right */
    edit_set(&g->basket.path, write_file("b.csv", "Condition,Birch\nc1,4\n"));
    gathering_obey(g, &(struct basket_outcome){.choice = BASKET_PATH});
    assert_string_equal(g->basket.things[1].name, "b.csv");
    assert_string_equal(g->basket.path.text, "");
}

/* A closed workshop takes nothing, and what was gathered is still there. */
static void what_is_refused_stays_in_the_basket(void **state)
{
    struct trouble trouble = {0};
    struct command close = {.kind = COMMAND_CLOSE};
    (void)state;
    site_do(&site, &close, now_ms);
    drop("now.csv", "Condition,Ashby\nc1,4\n");
    for (int i = 0; i < g->basket.question_count; i++)
        answer(i, 1);
    assert_int_not_equal(take(&trouble), ERROR_OK);
    assert_int_equal(g->basket.thing_count, 1);
    assert_true(g->basket.trouble[0] != '\0');
    follow();
    assert_int_equal(g->basket.thing_count, 1);
}

static void a_workshop_file_brings_its_review_and_its_actions(void **state)
{
    (void)state;
    gathering_drop_as(g, "/found/Spring.plenary", BASKET_REVIEW);
    assert_true(gathering_has(g, "/found/Spring.plenary", BASKET_REVIEW));
    assert_false(gathering_has(g, "/found/Spring.plenary", BASKET_ACTIONS));
    basket_set_use(&g->basket.things[0], BASKET_BOTH);
    assert_true(gathering_has(g, "/found/Spring.plenary", BASKET_ACTIONS));
    gathering_leave(g, "/found/Spring.plenary");
    assert_false(gathering_has(g, "/found/Spring.plenary", BASKET_REVIEW));
    assert_true(gathering_has(g, "/found/Spring.plenary", BASKET_ACTIONS));
    gathering_leave(g, "/found/Spring.plenary");
    assert_int_equal(g->basket.thing_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_of_schools_are_not_cells, begin, end),
        cmocka_unit_test_setup_teardown(pasted_cells_are_asked_about_and_taken_in, begin, end),
        cmocka_unit_test_setup_teardown(answers_stay_when_more_comes_in, begin, end),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_refused_and_the_rest_stays, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_is_made_up_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_file_at_odds_with_the_others_is_set_aside, begin, end),
        cmocka_unit_test_setup_teardown(schools_that_come_in_are_known_to_earlier_reviews, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_is_put_right_is_no_longer_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_path_may_begin_at_home, begin, end),
        cmocka_unit_test_setup_teardown(a_path_counts_as_a_drop, begin, end),
        cmocka_unit_test_setup_teardown(what_is_refused_stays_in_the_basket, begin, end),
        cmocka_unit_test_setup_teardown(a_workshop_file_brings_its_review_and_its_actions, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
