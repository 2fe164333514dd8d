/* Grids taken into a workshop: what was told happens, all of it or nothing; and what one workshop
 * writes for spreadsheets another reads back the same. Seeded: a failure names the seed. */
#include "export/export.h"
#include "host/setup.h"
#include "host/workshop.h"
#include "import/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "journal/scratch.h"
#include "link/seeded.h"
#include "model/portray.h"
#include "past/cluster.h"
#include "testing.h"

enum { ROUND_TRIPS = 12 };

static uint64_t seed;

static struct import *make_import(struct store *store)
{
    struct room *room = cluster_room(store);
    struct import *import;
    assert_int_equal(import_create(&import, room), ERROR_OK);
    room_destroy(&room);
    return import;
}

static enum error take(struct store *store, struct import *import, struct trouble *trouble)
{
    struct link_random random = seeded(&seed);
    struct room *room = cluster_room(store);
    enum error e = import_compare(import, room, trouble);
    room_destroy(&room);
    if (e == ERROR_OK)
        e = setup_import(store, import, &random, workshop_now(store), trouble);
    return e;
}

static void take_text(struct store *store, const char *text)
{
    struct trouble trouble = {""};
    struct import *import = make_import(store);
    if (import_add_text(import, text, strlen(text), "text", &trouble) != ERROR_OK ||
        take(store, import, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    import_destroy(&import);
}

static const struct rating *rating(struct store *store, condition_id condition, school_id school)
{
    return &store_model(store)->ratings[condition][school];
}

static void ratings_come_with_all_that_was_said(void **state)
{
    const struct scratch *scratch = *state;
    struct store *store = cluster_make(scratch->path, "Riverside", AUTUMN_2009,
                                       "funding=Funding|impact=Impact", "Ashby");
    take_text(store, "School,Condition,Now,Goal,By when,State,Why\n"
                     "Ashby,Funding,4,7,1 year,agreed,Fees\n"
                     "Birch,Impact,2,3,,,\n");
    const struct rating *agreed = rating(store, 1, 1), *proposed = rating(store, 2, 2);
    const struct figure *figure = &proposed->proposals[SIDE_MANAGER].figure;
    assert_true(agreed->settled);
    assert_int_equal(agreed->agreed.now, 4);
    assert_int_equal(agreed->agreed.target, 7);
    assert_int_equal(agreed->agreed.months, 12);
    assert_string_equal(agreed->agreed.note, "Fees");
    assert_string_equal(agreed->agreed_with, "the school before the import");
    assert_false(proposed->settled);
    assert_int_equal(figure->now, 2);
    assert_int_equal(figure->target, 3);
    assert_string_equal(store_model(store)->schools[2].name, "Birch");
    assert_true(model_find_code(store_model(store), CODE_SCHOOL, 2, 0) > 0);

    /* the same again brings no event; a proposal comes beside what is agreed */
    uint64_t events = store_model(store)->event_count;
    take_text(store, "Condition,Ashby,Birch\nFunding,4,\nImpact,,2\n");
    assert_int_equal(store_model(store)->event_count, events);
    take_text(store, "Condition,Ashby\nFunding,9\n");
    assert_int_equal(store_model(store)->event_count, events + 1);
    assert_int_equal(rating(store, 1, 1)->agreed.now, 4);
    assert_int_equal(rating(store, 1, 1)->proposals[SIDE_MANAGER].figure.now, 9);
    take_text(store, "Condition,Ashby\nFunding,9\n");
    assert_int_equal(store_model(store)->event_count, events + 1);
    cluster_end(&store);
}

/* Refused half way: what came before it is gone again. */
static void all_of_it_or_nothing(void **state)
{
    const struct scratch *scratch = *state;
    struct store *store =
        cluster_make(scratch->path, "Riverside", AUTUMN_2009, "funding=Funding", "Ashby");
    struct import *import = make_import(store);
    struct trouble trouble;
    static const char text[] = "Condition,Ashby,Birch,Cedar\nFunding,4,5,6\n";
    struct room *room = cluster_room(store);
    struct link_random random = seeded(&seed);
    assert_int_equal(import_add_text(import, text, strlen(text), "text", &trouble), ERROR_OK);
    assert_int_equal(import_compare(import, room, &trouble), ERROR_OK);
    import->entries[2].becomes.target = 1;
    uint64_t events = store_model(store)->event_count;
    assert_int_equal(setup_import(store, import, &random, workshop_now(store), &trouble),
                     ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "Cedar"));
    assert_int_equal(store_model(store)->event_count, events);
    assert_int_equal(store_model(store)->school_count, 1);
    room_destroy(&room);
    import_destroy(&import);
    cluster_end(&store);
}

/* ---- out and in again ---- */

static const char *const pieces[] = {"\"so\"", ", ",  "=1+2",  "+x", "-",
                                     "@now",   "'",   "''=",   "; ", "Élan",
                                     "–",      "n/a", "a b c", "7",  "School:"};

/* A clean text of a few pieces; may be empty. (A dash alone says, in a file, that there is none.)
 */
static void make_text(char *to, size_t size)
{
    char text[200] = "";
    for (size_t n = seeded_below(&seed, 5); n > 0; n--)
        strcat(text, pieces[seeded_below(&seed, sizeof pieces / sizeof *pieces)]);
    if (text_take(to, size, NOTE_VISIBLE, text, strlen(text)) != TEXT_FINE || strcmp(to, "–") == 0)
        to[0] = '\0';
}

static void rate_at_random(struct store *store)
{
    const struct model *model = store_model(store);
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++) {
            size_t how = seeded_below(&seed, 3); /* not, proposed, agreed */
            struct command command = {.kind = how == 1 ? COMMAND_RATE : COMMAND_AGREE_IN_PERSON};
            struct rating_change *change = &command.change.rating;
            if (how == 0)
                continue;
            change->school = s;
            change->condition = c;
            change->figure.now = (uint8_t)(1 + seeded_below(&seed, RATING_MAX));
            if (seeded_below(&seed, 2)) {
                change->figure.target =
                    (uint8_t)(change->figure.now +
                              seeded_below(&seed, RATING_MAX + 1u - change->figure.now));
                change->figure.months = (uint8_t)seeded_below(&seed, MONTHS_MAX + 1);
            }
            make_text(change->figure.note, sizeof change->figure.note);
            strcpy(change->with, how == 1 ? "" : "Sam");
            enum refusal refusal = store_do(store, SEAT_KIOSK, &command, cluster_ms(AUTUMN_2009));
            if (refusal != REFUSAL_NONE)
                fail_msg("%s", refusal_word(refusal));
        }
}

static void export_tables(struct store *store, const char *folder)
{
    struct room *room = cluster_room(store);
    struct export what = {.room = room, .reader = AUDIENCE_FACILITATOR, .now_ms = 1};
    struct trouble trouble;
    room->workshop.named = true; /* the facilitator always has the names */
    if (export_csv(folder, &what, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    room_destroy(&room);
}

/* The figure that is shown: what was written of it. */
static const struct figure *shown(struct store *store, condition_id condition, school_id school)
{
    static const struct figure none;
    const struct figure *figure =
        school ? model_shown_figure(rating(store, condition, school)) : NULL;
    return figure ? figure : &none;
}

static void assert_same(struct store *a, struct store *b, bool whole, unsigned number)
{
    struct room *room = cluster_room(b);
    const struct model *model = store_model(a);
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++) {
            school_id there = room_find_school(room, model->schools[s].name);
            const struct figure *was = shown(a, c, s), *is = shown(b, c, there);
            bool same = there && was->now == is->now;
            if (whole)
                same &= was->target == is->target && was->months == is->months &&
                        strcmp(was->note, is->note) == 0 &&
                        rating(a, c, s)->settled == rating(b, c, there)->settled;
            if (!same)
                fail_msg("seed %u: %s, condition %u: %u to %u in %u “%s” came as %u to %u in %u "
                         "“%s”",
                         number, model->schools[s].name, c, was->now, was->target, was->months,
                         was->note, is->now, is->target, is->months, is->note);
        }
    assert_int_equal(store_model(b)->school_count, model->school_count);
    room_destroy(&room);
}

static void take_file(struct store *store, const char *folder, const char *name, unsigned number)
{
    struct trouble trouble = {""};
    struct import *import = make_import(store);
    char path[192];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (import_add_file(import, path, &trouble) != ERROR_OK ||
        take(store, import, &trouble) != ERROR_OK)
        fail_msg("seed %u: %s", number, trouble.text);
    assert_int_equal(import_asks(import), 0);
    assert_int_equal(import_remarks(import), 0);
    import_destroy(&import);
}

#define CONDITIONS                                                                                 \
    "quality=Quality, \"targeted\" design|money==Money|impact=- Impact|training='+Training; all"

static void what_was_written_is_read_back(void **state)
{
    const struct scratch *scratch = *state;
    char path[192], tables[160];
    snprintf(tables, sizeof tables, "%s/tables", scratch->folder);
    for (unsigned number = 1; number <= ROUND_TRIPS; number++) {
        seed = number;
        snprintf(path, sizeof path, "%s/%u.plenary", scratch->folder, number);
        struct store *store = cluster_make(
            path, "Riverside", AUTUMN_2009, CONDITIONS,
            "=Ashby|St Mary's, Lower|\"Hill\"; Upper|-|'Élan|Goal Lane|Birch now|School|Total");
        rate_at_random(store);
        export_tables(store, tables);
        snprintf(path, sizeof path, "%s/%u-list.plenary", scratch->folder, number);
        struct store *list = cluster_make(path, "List", AUTUMN_2009, CONDITIONS, "");
        take_file(list, tables, "ratings.csv", number);
        assert_same(store, list, true, number);
        /* once more there is nothing to do */
        uint64_t events = store_model(list)->event_count;
        take_file(list, tables, "ratings.csv", number);
        take_file(list, tables, "ratings.csv", number);
        assert_int_equal(store_model(list)->event_count, events);
        cluster_end(&list);
        cluster_end(&store);
    }
}

/* Of the grid the ratings themselves. */
static void the_grid_is_read_back(void **state)
{
    const struct scratch *scratch = *state;
    char path[192], tables[160];
    snprintf(tables, sizeof tables, "%s/tables", scratch->folder);
    for (unsigned number = 1; number <= ROUND_TRIPS; number++) {
        seed = number;
        snprintf(path, sizeof path, "%s/%u.plenary", scratch->folder, number);
        struct store *store = cluster_make(path, "Riverside", AUTUMN_2009, CONDITIONS,
                                           "=Ashby|St Mary's, Lower|\"Hill\"; Upper|'Élan|@Cedar");
        rate_at_random(store);
        export_tables(store, tables);
        snprintf(path, sizeof path, "%s/%u-grid.plenary", scratch->folder, number);
        struct store *grid = cluster_make(path, "Grid", AUTUMN_2009, CONDITIONS, "");
        take_file(grid, tables, "grid.csv", number);
        assert_same(store, grid, false, number);
        cluster_end(&grid);
        cluster_end(&store);
    }
}

/* Somebody agreed on another rating between the preview and the yes. */
static void what_came_since_is_not_replaced(void **state)
{
    const struct scratch *scratch = *state;
    struct store *store =
        cluster_make(scratch->path, "Riverside", AUTUMN_2009, "funding=Funding", "Ashby");
    static const char text[] = "Condition,Ashby,Birch\nFunding,4,5\nState,agreed,agreed\n";
    struct trouble trouble = {""};
    struct import *import = make_import(store);
    struct link_random random = seeded(&seed);
    struct room *room = cluster_room(store);
    assert_int_equal(import_add_text(import, text, strlen(text), "text", &trouble), ERROR_OK);
    assert_int_equal(import_compare(import, room, &trouble), ERROR_OK);
    room_destroy(&room);
    struct command since = {.kind = COMMAND_AGREE_IN_PERSON};
    since.change.rating.school = since.change.rating.condition = 1;
    since.change.rating.figure.now = 9;
    strcpy(since.change.rating.with, "Sam");
    assert_int_equal(store_do(store, SEAT_KIOSK, &since, workshop_now(store)), REFUSAL_NONE);
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    assert_int_equal(setup_import(store, import, &random, workshop_now(store), &trouble),
                     ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "Ashby"));
    assert_int_equal(rating(store, 1, 1)->agreed.now, 9);
    assert_int_equal(store_model(store)->school_count, 1);
    assert_int_equal(take(store, import, &trouble), ERROR_OK); /* looked at again */
    assert_int_equal(rating(store, 1, 1)->agreed.now, 4);
    import_destroy(&import);
    cluster_end(&store);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(ratings_come_with_all_that_was_said),
        WITH_FOLDER(all_of_it_or_nothing),
        WITH_FOLDER(what_came_since_is_not_replaced),
        WITH_FOLDER(what_was_written_is_read_back),
        WITH_FOLDER(the_grid_is_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
