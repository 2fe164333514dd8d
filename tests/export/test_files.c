/* Files as they come to be: whole or not at all, over older ones, with what is in the way told; and
 * the verb, by the real program. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "export/evening.h"
#include "export/everything.h"
#include "export/export.h"
#include "journal/scratch.h"
#include "model/portray.h"
#include "testing.h"

enum { PATH = 256, ALL = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY | 1 << SCOPE_LA };

static struct bench b;
static struct room *room;
static struct trouble trouble;

static struct export portray(unsigned consents, enum audience_kind reader)
{
    struct export what = {.reader = reader, .now_ms = evening_now_ms};
    evening_fill(&b, consents);
    assert_int_equal(room_portray(&room, b.model, reader, 0), ERROR_OK);
    what.room = room;
    trouble.text[0] = '\0';
    return what;
}

static void put_away(void)
{
    room_destroy(&room);
    bench_close(&b);
}

static void path_in(char to[PATH], const struct scratch *scratch, const char *name)
{
    snprintf(to, PATH, "%s/%s", scratch->folder, name);
}

static bool is_there(const struct scratch *scratch, const char *name)
{
    char path[PATH];
    path_in(path, scratch, name);
    return access(path, F_OK) == 0;
}

/* ---- a disk that is full ---- */

typedef enum error writer(const char *path, const struct export *what, struct trouble *trouble);

/* No file can grow beyond so many bytes. */
static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void an_older_file_stays_where_a_new_one_does_not_fit(void **state)
{
    const struct scratch *scratch = *state;
    static writer *const writers[] = {export_json, export_ics, export_markdown};
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    char path[PATH];
    path_in(path, scratch, "written");
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        bytes_write(path, (const uint8_t *)"older", 5);
        limit_files(300);
        trouble.text[0] = '\0';
        enum error e = writers[i](path, &what, &trouble);
        limit_files(RLIM_INFINITY);
        assert_int_equal(e, ERROR_IO);
        assert_non_null(strstr(trouble.text, path));
        assert_true(bytes_same(path, (struct bytes){(uint8_t *)"older", 5}));
        assert_false(is_there(scratch, "written.part"));
    }
    put_away();
}

static void of_a_folder_of_tables_none_is_half_there(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    char folder[PATH];
    path_in(folder, scratch, "tables");
    signal(SIGXFSZ, SIG_IGN);
    limit_files(1000);
    enum error e = export_csv(folder, &what, &trouble);
    limit_files(RLIM_INFINITY);
    assert_int_equal(e, ERROR_IO);
    assert_non_null(strstr(trouble.text, "ratings.csv"));
    assert_false(is_there(scratch, "tables/ratings.csv"));
    assert_false(is_there(scratch, "tables/ratings.csv.part"));
    assert_true(is_there(scratch, "tables/grid.csv"));
    put_away();
}

/* ---- what is in the way ---- */

static void a_file_is_no_folder(void **state)
{
    const struct scratch *scratch = *state;
    struct export what = portray(0, AUDIENCE_SUMMARY);
    char path[PATH];
    path_in(path, scratch, "tables");
    bytes_write(path, (const uint8_t *)"mine", 4);
    assert_int_equal(export_csv(path, &what, &trouble), ERROR_EXISTS);
    assert_non_null(strstr(trouble.text, path));
    assert_true(bytes_same(path, (struct bytes){(uint8_t *)"mine", 4}));
    path_in(path, scratch, "nowhere/tables");
    assert_int_equal(export_csv(path, &what, &trouble), ERROR_IO);
    put_away();
}

struct seen {
    unsigned at, of, calls;
    bool sheet;
};

static void see(void *context, unsigned at, unsigned of, const char *what)
{
    struct seen *seen = context;
    assert_int_equal(at, seen->at + 1);
    seen->at = at;
    seen->of = of;
    seen->calls++;
    seen->sheet |= strstr(what, "Ashby") != NULL;
}

/* The others are written all the same, and what could not be is named. */
static void one_that_fails_keeps_none_from_being_written(void **state)
{
    const struct scratch *scratch = *state;
    struct export_done done;
    struct seen seen = {0};
    char folder[PATH], path[PATH];
    evening_fill(&b, 0);
    path_in(folder, scratch, "all");
    path_in(path, scratch, "all/for-the-cluster");
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    path_in(path, scratch, "all/for-the-cluster/autumn-cluster.json");
    assert_int_equal(mkdir(path, 0700), 0);
    struct export_everything asked = {.model = b.model,
                                      .name = "autumn",
                                      .folder = folder,
                                      .now_ms = evening_now_ms,
                                      .progress = see,
                                      .context = &seen};
    assert_int_equal(export_everything(&done, &asked, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, "autumn-cluster.json"));
    assert_int_equal(done.written, done.of - 1);
    assert_int_equal(seen.calls, done.of);
    assert_int_equal(seen.of, done.of);
    assert_true(seen.sheet);
    assert_true(is_there(scratch, "all/for-the-cluster/autumn-cluster.pdf"));
    assert_true(is_there(scratch, "all/for-the-local-authority/autumn-la-summary.md"));
    assert_false(is_there(scratch, "all/for-the-cluster/autumn-cluster.json.part"));
    bench_close(&b);
}

/* A calendar that holds nothing is none (RFC 5545, 3.6): people are told instead, and no dates of
 * before are left. */
static void without_dates_there_is_no_calendar(void **state)
{
    const struct scratch *scratch = *state;
    struct export_done done;
    char folder[PATH], path[PATH];
    evening_fill(&b, 0);
    path_in(folder, scratch, "all");
    struct export_everything asked = {
        .model = b.model, .name = "autumn", .folder = folder, .now_ms = evening_now_ms};
    assert_int_equal(export_everything(&done, &asked, &trouble), ERROR_OK);
    assert_false(done.without_dates);
    assert_true(is_there(scratch, "all/for-the-cluster/autumn-cluster-dates.ics"));
    unsigned with = done.of;
    for (action_id id = 1; id <= ACTIONS_MAX; id++)
        b.model->actions[id].content.due = 0;
    assert_int_equal(export_everything(&done, &asked, &trouble), ERROR_OK);
    assert_true(done.without_dates);
    assert_int_equal(done.written, done.of);
    assert_int_equal(done.of, with - 3);
    assert_false(is_there(scratch, "all/for-the-cluster/autumn-cluster-dates.ics"));
    bench_close(&b);
    struct export what = portray(ALL, AUDIENCE_FACILITATOR);
    for (action_id id = 1; id <= ACTIONS_MAX; id++)
        room->actions[id].content.due = 0;
    path_in(path, scratch, "dates.ics");
    assert_int_equal(export_ics(path, &what, &trouble), ERROR_ABSENT);
    assert_non_null(strstr(trouble.text, "has a date"));
    assert_false(is_there(scratch, "dates.ics"));
    put_away();
}

/* ---- once more ---- */

static void nothing_is_left_of_a_more_open_time(void **state)
{
    const struct scratch *scratch = *state;
    static const char *const named[] = {"tables/grid.csv", "tables/ratings.csv",
                                        "tables/papers.csv", "tables/past.csv"};
    char folder[PATH];
    path_in(folder, scratch, "tables");
    struct export what = portray(ALL, AUDIENCE_SUMMARY);
    assert_int_equal(export_csv(folder, &what, &trouble), ERROR_OK);
    for (unsigned i = 0; i < 4; i++)
        assert_true(is_there(scratch, named[i]));
    char ratings[PATH], part[PATH];
    path_in(ratings, scratch, "tables/ratings.csv");
    path_in(part, scratch, "tables/ratings.csv.part");
    assert_int_equal(link(ratings, part), 0); /* of a program that was stopped */
    put_away();
    what = portray(0, AUDIENCE_SUMMARY);
    assert_int_equal(export_csv(folder, &what, &trouble), ERROR_OK);
    for (unsigned i = 0; i < 4; i++)
        assert_false(is_there(scratch, named[i]));
    assert_false(is_there(scratch, "tables/ratings.csv.part"));
    assert_true(is_there(scratch, "tables/spread.csv"));
    assert_false(scratch_holds(folder, "Quartz", 6));
    put_away();
}

/* ---- where ---- */

static void names_come_from_the_workshop(void **state)
{
    char to[EXPORT_PATH_SIZE];
    (void)state;
    export_name(to, "/home/sam/riverside.plenary");
    assert_string_equal(to, "riverside");
    export_name(to, "riverside 2.0");
    assert_string_equal(to, "riverside 2.0");
    export_name(to, ".plenary");
    assert_string_equal(to, ".plenary");
    assert_int_equal(export_usual_folder(to, "/nowhere/at all/riverside.plenary", &trouble),
                     ERROR_OK);
    assert_string_equal(to, "/nowhere/at all/riverside-export");
}

/* ---- the verb ---- */

static char said[1 << 14];

/* What the program says on both its outputs, and how it ended. */
static int ask(const struct scratch *scratch, const char *what)
{
    char command[1024];
    snprintf(command, sizeof command,
             "cd '%s' && cp -n '" WORKSHOP "' autumn.plenary && '" KIOSK "' export %s 2>&1",
             scratch->folder, what);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    said[fread(said, 1, sizeof said - 1, pipe)] = '\0';
    return WEXITSTATUS(pclose(pipe));
}

static void the_verb_writes_what_is_asked(void **state)
{
    const struct scratch *scratch = *state;
    assert_int_equal(ask(scratch, "autumn.plenary --json a.json --ics a.ics --markdown a.md "
                                  "--csv tables --pdf a.pdf --xlsx a.xlsx --sheets sheets"),
                     0);
    static const char *const files[] = {"a.json", "a.md", "a.pdf", "a.xlsx", "tables/actions.csv"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_true(is_there(scratch, files[i]));
    assert_non_null(strstr(said, "Written: a.json\n"));
    assert_non_null(strstr(said, "there is no calendar of dates")); /* and the rest is written */
    assert_false(is_there(scratch, "a.ics"));
    assert_non_null(strstr(said, "Written: sheets/Ashby"));
    assert_false(is_there(scratch, "tables/ratings.csv"));
    assert_int_equal(ask(scratch, "autumn.plenary --csv tables --for facilitator"), 0);
    assert_true(is_there(scratch, "tables/ratings.csv"));
    assert_int_equal(ask(scratch, "autumn.plenary --all everything"), 0);
    assert_non_null(strstr(said, "Written, for each of its readers: everything\n"));
    assert_true(is_there(scratch, "everything/for-the-cluster/autumn-cluster.pdf"));
    assert_int_equal(ask(scratch, "autumn.plenary --all everything"), 0); /* and again */
}

static void the_verb_says_what_is_wrong(void **state)
{
    const struct scratch *scratch = *state;
    static const struct {
        const char *asked, *said;
    } cases[] = {
        {"autumn.plenary", "Please say what to write"},
        {"autumn.plenary --json a.json --for everybody", "“everybody”"},
        {"autumn.plenary --all all --for la", "without --for"},
        {"nowhere.plenary --json a.json", "nowhere.plenary"},
        {"autumn.plenary --json nowhere/a.json", "nowhere/a.json"},
        {"autumn.plenary --csv autumn.plenary", "is the workshop itself"},
        {"autumn.plenary --json autumn.plenary", "is the workshop itself"},
        {"autumn.plenary --sheets autumn.plenary", "there is no folder"},
    };
    struct bytes before = bytes_read(WORKSHOP);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[PATH];
        if (ask(scratch, cases[i].asked) == 0 || !strstr(said, cases[i].said))
            fail_msg("%s: %s", cases[i].asked, said);
        path_in(path, scratch, "autumn.plenary");
        assert_true(bytes_same(path, before)); /* only ever read */
    }
    assert_false(is_there(scratch, "a.json"));
    free(before.at);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(an_older_file_stays_where_a_new_one_does_not_fit),
        IN_A_FOLDER(of_a_folder_of_tables_none_is_half_there),
        IN_A_FOLDER(a_file_is_no_folder),
        IN_A_FOLDER(one_that_fails_keeps_none_from_being_written),
        IN_A_FOLDER(without_dates_there_is_no_calendar),
        IN_A_FOLDER(nothing_is_left_of_a_more_open_time),
        cmocka_unit_test(names_come_from_the_workshop),
        IN_A_FOLDER(the_verb_writes_what_is_asked),
        IN_A_FOLDER(the_verb_says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
