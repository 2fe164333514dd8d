/* From what a person asked for to an open workshop, or to a plain word and nothing left behind. */

#include "opening/rig.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/text.h"
#include "content/content.h"
#include "journal/copies.h"

/* Begins a workshop in scratch->path, closes it again, and makes a copy of it if wanted. */
static void make_workshop(const struct scratch *scratch, bool copy)
{
    struct opening asked = {.file = scratch->path, .agenda = AGENDA, .schools = "Ashby,Birch"};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    if (copy)
        assert_int_equal(journal_backup(store_journal(store), NULL, 1258000000000, &trouble),
                         ERROR_OK);
    store_destroy(&store);
}

static void the_published_grids_come_with_their_contradictions(void **state)
{
    static const struct {
        const char *file;
        unsigned totals, averages;
    } grids[] = {{EXAMPLES "tool-example-grid.csv", 3, 3},
                 {EXAMPLES "module-2-example-grid.csv", 10, 0},
                 {EXAMPLES "riverside.csv", 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof grids / sizeof *grids; i++) {
        struct opening asked = {.agenda = AGENDA, .import = grids[i].file};
        struct opening_report *report;
        struct trouble trouble;
        struct store *store;
        unsigned totals = 0, averages = 0, ratings = 0;
        if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
            fail_msg("%s", trouble.text);
        assert_true(report->imported);
        for (unsigned k = 0; k < report->remarks; k++) {
            totals += strstr(report->remark[k], "total") != NULL;
            averages += strstr(report->remark[k], "average") != NULL;
        }
        assert_int_equal(totals, grids[i].totals);
        assert_int_equal(averages, grids[i].averages);
        const struct model *model = store_model(store);
        for (condition_id c = 1; c <= model->condition_count; c++)
            for (school_id s = 1; s <= model->school_count; s++)
                ratings += model_rating_state(&model->ratings[c][s]) != RATING_NONE;
        assert_int_equal(model->school_count, 10);
        assert_int_equal(ratings, 100);
        assert_int_equal(access(report->path, F_OK), 0);
        store_destroy(&store);
    }
}

/* Training needs a grid that can be looked at by the kiosk alone: agreed, and with names. */
static void a_made_up_cluster_is_ready_to_be_looked_at(void **state)
{
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    (void)state;
    for (int made_up = 0; made_up < 2; made_up++) {
        struct opening asked = {
            .agenda = "module-2", .import = EXAMPLES "riverside.csv", .made_up = made_up != 0};
        if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
            fail_msg("%s", trouble.text);
        const struct model *model = store_model(store);
        for (condition_id c = 1; c <= model->condition_count; c++)
            for (school_id s = 1; s <= model->school_count; s++)
                assert_int_equal(model_rating_state(&model->ratings[c][s]),
                                 made_up ? RATING_AGREED : RATING_PROPOSED);
        for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
            assert_int_equal(model_consented(model, (enum scope)scope), made_up);
        store_destroy(&store);
    }
}

/* What was changed on the start screen is what the workshop is made of, and for what it was opened
 * is passed on. */
static void a_changed_agenda_is_kept_in_the_workshop(void **state)
{
    struct pack *pack = malloc(sizeof *pack);
    struct content_entry entry;
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    (void)state;
    assert_non_null(pack);
    assert_int_equal(content_find_agenda(&entry, AGENDA, &trouble), ERROR_OK);
    assert_int_equal(content_load(pack, entry.path, AGENDA, &trouble), ERROR_OK);
    text_copy(pack->agenda.items[1].title, TITLE_SIZE, "Coffee");
    pack->agenda.items[1].start = 601;
    pack->agenda.item_count = 2;
    struct opening asked = {.pack = pack, .schools = "Ashby", .talks = true};
    if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_true(report->talks);
    const struct model *model = store_model(store);
    assert_int_equal(model->item_count, 2);
    assert_string_equal(model->items[2].title, "Coffee");
    assert_int_equal(model->items[2].start, 601);
    assert_string_equal(model->title, pack->agenda.title);
    store_destroy(&store);
    free(pack);
}

static void what_cannot_be_begun_leaves_nothing_behind(void **state)
{
    const struct scratch *scratch = *state;
    char broken[160];
    snprintf(broken, sizeof broken, "%s/broken.csv", scratch->folder);
    static const char csv[] = "Condition,Ashby\n1. Consultation,11\n";
    bytes_write(broken, (const uint8_t *)csv, sizeof csv - 1);
    const struct opening cases[] = {
        {.agenda = "no-such-agenda"},
        {.agenda = AGENDA, .title = "   "},
        {.agenda = AGENDA, .title = "\xFF"},
        {.agenda = AGENDA, .schools = "Ashby,Birch,ashby"},
        {.agenda = AGENDA, .schools = "Ashby,\xC3"},
        {.agenda = AGENDA, .import = "/nowhere/grid.csv"},
        {.agenda = AGENDA, .import = broken},
        {.agenda = AGENDA, .file = "/nowhere/at/all.plenary"},
        {.agenda = AGENDA, .file = scratch->path, .import = broken},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct opening_report *report;
        struct trouble trouble;
        struct store *store;
        assert_true(rig_open(&store, &cases[i], &report, &trouble) != ERROR_OK);
        assert_null(store);
        assert_true(trouble.text[0]);
        assert_int_equal(rig_entries(scratch->folder), 1); /* the grid */
    }
}

/* The disk is full at every size there is on the way to a workshop. */
static void a_full_disk_leaves_nothing_behind(void **state)
{
    const struct scratch *scratch = *state;
    struct opening asked = {
        .file = scratch->path, .agenda = AGENDA, .import = EXAMPLES "riverside.csv"};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store = NULL;
    struct rlimit before, limit;
    unsigned failures = 0;
    enum error e = ERROR_FULL;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    for (rlim_t size = 0; e != ERROR_OK; size += 4096 + size / 4) {
        limit = (struct rlimit){size, before.rlim_max};
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
        e = rig_open(&store, &asked, &report, &trouble);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
        if (e == ERROR_OK)
            break;
        failures++;
        assert_null(store);
        assert_int_equal(rig_entries(scratch->folder), 0);
        assert_true(e == ERROR_FULL || e == ERROR_IO);
    }
    assert_true(failures > 5);
    store_destroy(&store);
}

static void a_file_that_is_there_is_left_alone(void **state)
{
    const struct scratch *scratch = *state;
    make_workshop(scratch, false);
    struct bytes before = bytes_read(scratch->path);
    struct opening asked = {.file = scratch->path, .agenda = AGENDA};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_EXISTS);
    assert_true(bytes_same(scratch->path, before));
    free(before.at);
}

static void one_kiosk_at_a_time(void **state)
{
    const struct scratch *scratch = *state;
    make_workshop(scratch, true);
    struct opening asked = {.file = scratch->path};
    struct opening_report *report;
    struct trouble trouble;
    struct store *first, *second;
    assert_int_equal(rig_open(&first, &asked, &report, &trouble), ERROR_OK);
    assert_int_equal(rig_open(&second, &asked, &report, &trouble), ERROR_BUSY);
    assert_true(strstr(trouble.text, "another kiosk"));
    assert_null(strstr(trouble.text, "copies"));
    store_destroy(&first);
}

static void names_of_any_kind_make_files_that_open_again(void **state)
{
    const struct scratch *scratch = *state;
    char euros[80 * 3 + 1] = "", faces[80 * 4 + 1] = "";
    for (int i = 0; i < 80; i++)
        strcat(euros, "\u20AC"), strcat(faces, i < 64 ? "\U0001F600" : "");
    const char *const titles[] = {"Ashby / Birch: \"where next?\" <*|>",
                                  "..",
                                  ".hidden",
                                  "%s%n %2026",
                                  "'; DROP TABLE event; --",
                                  "-rf $(reboot) `x` & more",
                                  "\u00C9cole \u2014 \u65E5\u672C\u8A9E",
                                  "x?mode=memory&cache=shared#y",
                                  euros,
                                  faces};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct opening asked = {.agenda = AGENDA, .title = titles[i]};
        struct opening_report *report;
        struct trouble trouble;
        struct store *store;
        struct journal_copy copy;
        for (int twice = 0; twice < 2; twice++) {
            if (rig_open(&store, &asked, &report, &trouble) != ERROR_OK)
                fail_msg("%s: %s", titles[i], trouble.text);
            assert_string_equal(store_model(store)->title, titles[i]);
            assert_int_equal(journal_backup(store_journal(store), &copy, 1258000000000, &trouble),
                             ERROR_OK);
            store_destroy(&store);
        }
        char path[OPENING_PATH_SIZE];
        memcpy(path, report->path, sizeof path);
        assert_int_equal(strncmp(path, scratch->folder, strlen(scratch->folder)), 0);
        assert_true(strstr(path, " (2).plenary"));
        struct opening again = {.file = path};
        assert_int_equal(rig_open(&store, &again, &report, &trouble), ERROR_OK);
        assert_string_equal(store_model(store)->title, titles[i]);
        store_destroy(&store);
    }
    assert_int_equal(rig_entries(scratch->folder), 4 * sizeof titles / sizeof *titles);
}

static void flip(const char *path, size_t from, size_t length)
{
    struct bytes bytes = bytes_read(path);
    for (size_t i = from; i < from + length && i < bytes.length; i++)
        bytes.at[i] ^= 0x5A;
    bytes_write(path, bytes.at, bytes.length);
    free(bytes.at);
}

static void a_lost_file_names_the_copy_that_opens(void **state)
{
    const struct scratch *scratch = *state;
    struct opening asked = {.file = scratch->path};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    for (int how = 0; how < 4; how++) {
        unlink(scratch->path);
        make_workshop(scratch, true);
        struct bytes whole = bytes_read(scratch->path);
        enum error expected = ERROR_DAMAGED;
        if (how == 0)
            flip(scratch->path, whole.length / 2, 3000);
        if (how == 1)
            flip(scratch->path, 0, 64), expected = ERROR_FORMAT;
        if (how == 2)
            bytes_write(scratch->path, whole.at, 0), expected = ERROR_FORMAT;
        if (how == 3)
            unlink(scratch->path), expected = ERROR_ABSENT;
        free(whole.at);
        assert_int_equal(rig_open(&store, &asked, &report, &trouble), expected);
        char *copy = strstr(trouble.text, "will open: ");
        if (!copy)
            fail_msg("case %d: %s", how, trouble.text);
        char path[512];
        snprintf(path, sizeof path, "%s", copy + strlen("will open: "));
        struct opening restored = {.file = path};
        assert_int_equal(rig_open(&store, &restored, &report, &trouble), ERROR_OK);
        assert_int_equal(store_model(store)->school_count, 2);
        store_destroy(&store);
    }
}

static void what_is_no_workshop_of_ours_is_told_apart(void **state)
{
    const struct scratch *scratch = *state;
    struct opening asked = {.file = scratch->path};
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    struct journal *journal;
    sqlite3 *db;

    static const char letter[] = "Dear colleagues, this is not a workshop at all.";
    bytes_write(scratch->path, (const uint8_t *)letter, sizeof letter);
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_FORMAT);
    unlink(scratch->path);

    assert_int_equal(journal_create(&journal, scratch->path, &trouble), ERROR_OK);
    journal_destroy(&journal);
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_FORMAT);
    assert_true(strstr(trouble.text, "never begun"));
    unlink(scratch->path);

    make_workshop(scratch, true);
    assert_int_equal(sqlite3_open(scratch->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version=99", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_NEWER);
    assert_null(strstr(trouble.text, "will open"));

    char folder[OPENING_PATH_SIZE + 8];
    memset(folder, 'x', sizeof folder - 1);
    folder[sizeof folder - 1] = '\0';
    asked.file = folder;
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_RANGE);
    asked.file = scratch->folder;
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_FORMAT);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, rig_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(the_published_grids_come_with_their_contradictions),
        WITH_FOLDER(a_made_up_cluster_is_ready_to_be_looked_at),
        WITH_FOLDER(a_changed_agenda_is_kept_in_the_workshop),
        WITH_FOLDER(what_cannot_be_begun_leaves_nothing_behind),
        WITH_FOLDER(a_full_disk_leaves_nothing_behind),
        WITH_FOLDER(a_file_that_is_there_is_left_alone),
        WITH_FOLDER(one_kiosk_at_a_time),
        WITH_FOLDER(names_of_any_kind_make_files_that_open_again),
        WITH_FOLDER(a_lost_file_names_the_copy_that_opens),
        WITH_FOLDER(what_is_no_workshop_of_ours_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
