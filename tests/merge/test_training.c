/* Nothing of a training becomes part of a real review, and the reverse: every way by which one
 * workshop comes into another refuses it with a sentence and leaves both as they were. */

#include <stdio.h>
#include <stdlib.h>

#include "export/export.h"
#include "host/check.h"
#include "host/workshop.h"
#include "import/import.h"
#include "journal/copies.h"
#include "journal/scratch.h"
#include "merge/command.h"
#include "model/portray.h"
#include "opening/opening.h"
#include "past/past.h"
#include "rollup/rollup.h"
#include "testing.h"

static const char made_up[] = "nothing in it is real", real[] = "is a real review";

struct files {
    struct scratch *scratch;
    char training[160], review[160];
};

static void must(enum error e, const struct trouble *trouble)
{
    if (e != ERROR_OK)
        fail_msg("%s", trouble->text);
}

static struct store *open_store(const char *path, bool to_read)
{
    struct trouble trouble = {0};
    struct store *store;
    must(workshop_open(&store, path, to_read, &trouble), &trouble);
    return store;
}

/* With one agreed rating and one adopted action. */
static void make_file(const char *path, bool training)
{
    struct opening asked = {
        .file = path, .agenda = "cluster-workshop", .schools = "Ashby,Birch", .made_up = training};
    struct opening_report *report = calloc(1, sizeof *report);
    struct trouble trouble = {0};
    struct store *store;
    struct link_random random = link_random_system();
    assert_non_null(report);
    must(opening_do(&store, report, &asked, &random, &trouble), &trouble);
    struct command commands[] = {
        {.kind = COMMAND_AGREE_IN_PERSON,
         .change.rating = {.school = 1, .condition = 2, .figure = {.now = 4}, .with = "Sam"}},
        {.kind = COMMAND_ADD_ACTION,
         .change.action = {.state = ACTION_ADOPTED, .content.text = "A fair in May"}},
        {.kind = COMMAND_CONSENT,
         .change.consent = {.school = 1, .scopes = 7, .answer = ANSWER_YES}},
        {.kind = COMMAND_CONSENT,
         .change.consent = {.school = 2, .scopes = 7, .answer = ANSWER_YES}}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        assert_int_equal(store_do(store, SEAT_KIOSK, &commands[i], store_last_ms(store)),
                         REFUSAL_NONE);
    must(store_commit(store, &trouble), &trouble);
    store_destroy(&store);
    free(report);
}

static int set_up(void **state)
{
    struct files *files = calloc(1, sizeof *files);
    void *scratch;
    if (!files || scratch_setup(&scratch))
        return 1;
    files->scratch = scratch;
    snprintf(files->training, sizeof files->training, "%s/training.plenary",
             files->scratch->folder);
    snprintf(files->review, sizeof files->review, "%s/review.plenary", files->scratch->folder);
    make_file(files->training, true);
    make_file(files->review, false);
    *state = files;
    return 0;
}

static int tear_down(void **state)
{
    struct files *files = *state;
    void *scratch = files->scratch;
    free(files);
    return scratch_teardown(&scratch);
}

static enum error merge(const char *to, const char *from, struct trouble *trouble)
{
    struct merge_asked asked = {.file = to, .from = &from, .from_count = 1};
    struct link_random random = link_random_system();
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    enum error e = merge_files(&asked, &random, nowhere, trouble);
    fclose(nowhere);
    return e;
}

static enum error bring_actions(const char *to, const char *from, struct trouble *trouble)
{
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    enum error e = merge_bring_actions(to, from, nowhere, trouble);
    fclose(nowhere);
    return e;
}

static enum error bring_review(const char *to, const char *from, struct trouble *trouble)
{
    struct store *store = open_store(to, true);
    struct room *room;
    struct past_set *past;
    assert_int_equal(room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0), ERROR_OK);
    assert_int_equal(past_create(&past, room, to), ERROR_OK);
    enum error e = past_read(past, &(struct past_source){.path = from, .day = 14000}, trouble);
    assert_int_equal(past->review_count > 0, e == ERROR_OK);
    past_destroy(&past);
    room_destroy(&room);
    store_destroy(&store);
    return e;
}

static enum error import(const char *to, const char *from, struct trouble *trouble)
{
    struct store *store = open_store(to, true);
    struct room *room;
    struct import *import;
    assert_int_equal(room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0), ERROR_OK);
    assert_int_equal(import_create(&import, room), ERROR_OK);
    enum error e = import_add_file(import, from, trouble);
    if (e == ERROR_OK)
        e = import_compare(import, room, trouble);
    assert_int_equal(import->entry_count > 0, e == ERROR_OK);
    import_destroy(&import);
    room_destroy(&room);
    store_destroy(&store);
    return e;
}

typedef enum error way(const char *to, const char *from, struct trouble *trouble);

static void refuses(way *way, const char *to, const char *from, const char *why)
{
    struct trouble trouble = {0};
    struct bytes ours = bytes_read(to), theirs = bytes_read(from);
    assert_int_equal(way(to, from, &trouble), ERROR_FORMAT);
    if (!strstr(trouble.text, why))
        fail_msg("%s", trouble.text);
    assert_true(bytes_same(to, ours) && bytes_same(from, theirs));
    free(ours.at);
    free(theirs.at);
}

static void workshops_stay_apart(void **state)
{
    const struct files *files = *state;
    static way *const ways[] = {merge, bring_actions, bring_review};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        refuses(ways[i], files->review, files->training, made_up);
        refuses(ways[i], files->training, files->review, real);
    }
}

/* Of one kind they come together as ever. */
static void of_one_kind_they_come_together(void **state)
{
    const struct files *files = *state;
    char other[160];
    for (int training = 0; training < 2; training++) {
        static way *const ways[] = {merge, bring_actions, bring_review};
        struct trouble trouble = {0};
        snprintf(other, sizeof other, "%s/other-%d.plenary", files->scratch->folder, training);
        make_file(other, training);
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
            must(ways[i](training ? files->training : files->review, other, &trouble), &trouble);
    }
}

static void write_tables(char folder[200], const struct files *files, const char *path)
{
    struct trouble trouble = {0};
    struct model *model;
    struct room *room;
    must(workshop_read(&model, path, &trouble), &trouble);
    assert_int_equal(room_portray(&room, model, AUDIENCE_SUMMARY, 0), ERROR_OK);
    snprintf(folder, 200, "%s/tables", files->scratch->folder);
    struct export what = {.room = room, .reader = AUDIENCE_SUMMARY, .now_ms = 1};
    must(export_csv(folder, &what, &trouble), &trouble);
    room_destroy(&room);
    model_destroy(&model);
}

/* What was written of a training is read again in a training, and nowhere else. */
static void its_tables_come_into_trainings_alone(void **state)
{
    const struct files *files = *state;
    static const char *const tables[] = {"ratings.csv", "grid.csv"};
    char folder[200], path[256];
    write_tables(folder, files, files->training);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct trouble trouble = {0};
        snprintf(path, sizeof path, "%s/%s", folder, tables[i]);
        refuses(import, files->review, path, made_up);
        refuses(bring_review, files->review, path, made_up);
        must(import(files->training, path, &trouble), &trouble);
        must(bring_review(files->training, path, &trouble), &trouble);
    }
    write_tables(folder, files, files->review);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct trouble trouble = {0};
        snprintf(path, sizeof path, "%s/%s", folder, tables[i]);
        must(import(files->review, path, &trouble), &trouble);
    }
}

/* It is left out and said so; what else there is, is counted. */
static void it_is_not_counted(void **state)
{
    const struct files *files = *state;
    struct trouble trouble = {0};
    struct rollup *rollup;
    must(rollup_create(&rollup, 2, &trouble), &trouble);
    assert_int_equal(rollup_add(rollup, files->training, &trouble), ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, made_up));
    must(rollup_add(rollup, files->review, &trouble), &trouble);
    must(rollup_finish(rollup, &trouble), &trouble);
    assert_int_equal(rollup_counts(rollup).clusters, 1);
    assert_int_equal(rollup_counts(rollup).left_out, 1);
    rollup_destroy(&rollup);
}

static void checks_as(const char *path, bool training)
{
    struct trouble trouble = {0};
    char said[512] = "";
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_non_null(out);
    must(check_file(path, out, &trouble), &trouble);
    fclose(out);
    assert_int_equal(strstr(said, " training=yes\n") != NULL, training);
}

static void a_copy_of_it_is_one_too(void **state)
{
    const struct files *files = *state;
    struct trouble trouble = {0};
    struct journal_copy copy;
    struct store *store = open_store(files->training, false);
    must(journal_backup(store_journal(store), &copy, store_last_ms(store), &trouble), &trouble);
    store_destroy(&store);
    checks_as(files->training, true);
    checks_as(files->review, false);
    checks_as(copy.path, true);
    store = open_store(copy.path, false);
    assert_true(store_model(store)->training);
    store_destroy(&store);
    refuses(merge, files->review, copy.path, made_up);
}

int main(void)
{
#define WITH_FILES(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        WITH_FILES(workshops_stay_apart),
        WITH_FILES(of_one_kind_they_come_together),
        WITH_FILES(its_tables_come_into_trainings_alone),
        WITH_FILES(it_is_not_counted),
        WITH_FILES(a_copy_of_it_is_one_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
