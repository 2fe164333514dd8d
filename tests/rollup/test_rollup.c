/* Clusters side by side: what a roll-up says of known ones, what it leaves out, and that its memory
 * does not grow with them. */

#include "rollup/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "golden/golden.h"
#include "journal/scratch.h"
#include "model/portray.h"
#include "rollup/clusters.h"
#include "rollup/gather.h"
#include "testing.h"

enum { SERIES = 24, SAID = 4096, PATH = 256, PEAK_MORE = 6 * 1024 /* KB */ };

static const int64_t now_ms = INT64_C(1794700800000);
static struct pack *pack;

static void path_in(char to[PATH], const struct scratch *scratch, const char *name)
{
    snprintf(to, PATH, "%s/%s", scratch->folder, name);
}

static void make(char path[PATH], const struct scratch *scratch, const char *name,
                 struct clusters_spec spec)
{
    path_in(path, scratch, name);
    spec.path = path;
    clusters_make(pack, &spec);
}

/* Four clusters: one that everybody may be named in, one with six schools that may not, one with
 * too few for a figure, and one whose schools are called as its title and as its matters say. */
static void make_known(char paths[4][PATH], const struct scratch *scratch)
{
    static const char *const named[] = {"Alder", "Brook", "Cedar"};
    static const char *const named_rows[] = {"8a9", "234", "1-7", NULL};
    static const char *const rows[] = {"89a888", "123123", "777777", "333333", NULL};
    static const char *const few_rows[] = {"2223", "444-", "8888", NULL};
    static const char *const told[] = {"Oak Primary School", "Ŝtono", "Elm", "Fir", "Gorse"};
    static const char *const told_rows[] = {"88888", "11115", "45674", NULL};
    make(paths[0], scratch, "a.plenary",
         (struct clusters_spec){.title = "North",
                                .seed = 1,
                                .schools = 3,
                                .names = named,
                                .rows = named_rows,
                                .consented = true,
                                .text = "=1+1 stays a text, \"quoted\""});
    make(paths[1], scratch, "b.plenary",
         (struct clusters_spec){.title = "East", .seed = 2, .schools = 6, .rows = rows});
    make(paths[2], scratch, "c.plenary",
         (struct clusters_spec){.title = "South", .seed = 3, .schools = 4, .rows = few_rows});
    make(paths[3], scratch, "d.plenary",
         (struct clusters_spec){.title = "Oak and West",
                                .seed = 4,
                                .schools = 5,
                                .names = told,
                                .rows = told_rows,
                                .text = "OAK Primary's hall, and stono's, are too small.",
                                .answer = "We have asked Elm and Fir to help."});
}

static struct rollup *gather(char paths[][PATH], unsigned count)
{
    struct rollup *rollup;
    struct trouble trouble = {0};
    assert_int_equal(rollup_create(&rollup, count, &trouble), ERROR_OK);
    for (unsigned i = 0; i < count; i++)
        if (rollup_add(rollup, paths[i], &trouble) != ERROR_OK)
            fail_msg("%s", trouble.text);
    assert_int_equal(rollup_finish(rollup, &trouble), ERROR_OK);
    return rollup;
}

static void test_known_clusters(void **state)
{
    struct scratch *scratch = *state;
    char paths[4][PATH], csv[PATH];
    struct trouble trouble = {0};
    make_known(paths, scratch);
    struct rollup *rollup = gather(paths, 4);
    path_in(csv, scratch, "all.csv");
    assert_int_equal(rollup_csv(csv, rollup, now_ms, &trouble), ERROR_OK);
    struct bytes said = bytes_read(csv);
    char *text = calloc(1, said.length + 1);
    assert_non_null(text);
    memcpy(text, said.at, said.length);
    golden_check("rollup/known", text);
    free(text);
    free(said.at);
    rollup_destroy(&rollup);
}

/* Figures are those of the clusters that have some: 8 10 9, 8 9 10 8 8 and 8 8 8 8 8 of 13 schools.
 * A view without names moves on by two ratings at least (model/model.h), so that of the second
 * cluster's six one has not come through; the third, of four, has none. */
static void test_totals(void **state)
{
    char paths[4][PATH];
    make_known(paths, *state);
    struct rollup *rollup = gather(paths, 4);
    const struct rollup_condition *c = rollup_condition(rollup, 0);
    assert_int_equal(c->counted, 13);
    assert_int_equal(c->of, 18);
    assert_int_equal(c->total, 110);
    assert_int_equal(c->average, 85);
    assert_int_equal(c->asked, 4);
    assert_int_equal(c->shown, 3);
    assert_int_equal(c->general_schools, ROLLUP_GENERAL_HIGH);
    assert_int_equal(c->general_clusters, ROLLUP_GENERAL_HIGH);
    c = rollup_condition(rollup, 1);
    assert_int_equal(c->general_schools, ROLLUP_GENERAL_LOW);
    assert_int_equal(c->general_clusters, ROLLUP_GENERAL_LOW);
    assert_true(c->for_la);
    assert_int_equal(rollup_condition(rollup, 2)->general_schools, ROLLUP_VARIES);
    rollup_destroy(&rollup);
}

/* No school of any of them is named in any of the three files. */
static void test_no_names(void **state)
{
    static const char *const names[] = {"Alder", "Brook", "Cedar", "Oak", "OAK",
                                        "stono", "Ŝtono", "Elm",   "Fir", "Gorse"};
    struct scratch *scratch = *state;
    char paths[4][PATH], path[PATH], command[2 * PATH];
    struct trouble trouble = {0};
    make_known(paths, scratch);
    struct rollup *rollup = gather(paths, 4);
    path_in(path, scratch, "all.csv");
    assert_int_equal(rollup_csv(path, rollup, now_ms, &trouble), ERROR_OK);
    path_in(path, scratch, "all.xlsx");
    assert_int_equal(rollup_xlsx(path, rollup, now_ms, &trouble), ERROR_OK);
    path_in(path, scratch, "all.pdf");
    assert_int_equal(rollup_pdf(path, rollup, now_ms, &trouble), ERROR_OK);
    rollup_destroy(&rollup);
    snprintf(command, sizeof command,
             "cd %s && unzip -p all.xlsx >xlsx.txt && pdftotext all.pdf pdf.txt", scratch->folder);
    assert_int_equal(system(command), 0);
    static const char *const files[] = {"all.csv", "xlsx.txt", "pdf.txt"};
    for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
        path_in(path, scratch, files[f]);
        struct bytes said = bytes_read(path);
        assert_non_null(memmem(said.at, said.length, "We have asked a school", 22));
        for (size_t n = 0; n < sizeof names / sizeof *names; n++)
            if (memmem(said.at, said.length, names[n], strlen(names[n])))
                fail_msg("%s is named in %s", names[n], files[f]);
        free(said.at);
    }
}

/* Two writings of one day have the same bytes. */
static void test_same_bytes(void **state)
{
    struct scratch *scratch = *state;
    char paths[4][PATH], first[PATH], again[PATH];
    struct trouble trouble = {0};
    make_known(paths, scratch);
    struct rollup *rollup = gather(paths, 4);
    path_in(first, scratch, "first.xlsx");
    path_in(again, scratch, "again.xlsx");
    assert_int_equal(rollup_xlsx(first, rollup, now_ms, &trouble), ERROR_OK);
    assert_int_equal(rollup_xlsx(again, rollup, now_ms, &trouble), ERROR_OK);
    struct bytes bytes = bytes_read(first);
    assert_true(bytes_same(again, bytes));
    free(bytes.at);
    rollup_destroy(&rollup);
}

/* ---- the verb */

static enum error obey(const char *const *files, unsigned count, const char *csv, char said[SAID],
                       struct trouble *trouble)
{
    struct asked asked = {.verb = VERB_ROLLUP, .files = files, .file_count = count};
    asked.value[ASKED_CSV] = csv;
    FILE *out = fmemopen(said, SAID, "w");
    assert_non_null(out);
    enum error e = rollup_command(&asked, out, trouble);
    fclose(out);
    return e;
}

static void test_bad_files(void **state)
{
    struct scratch *scratch = *state;
    char paths[4][PATH], csv[PATH], absent[PATH], torn[PATH], copy[PATH], said[SAID] = "";
    struct trouble trouble = {0};
    make_known(paths, scratch);
    path_in(csv, scratch, "all.csv");
    path_in(absent, scratch, "absent.plenary");
    path_in(torn, scratch, "torn.plenary");
    path_in(copy, scratch, "copy.plenary");
    struct bytes bytes = bytes_read(paths[0]);
    bytes_write(torn, bytes.at, bytes.length / 2);
    bytes_write(copy, bytes.at, bytes.length);
    free(bytes.at);
    const char *const files[] = {paths[0], absent, torn, copy, "/dev/null", paths[1]};
    assert_int_equal(obey(files, 6, csv, said, &trouble), ERROR_ABSENT);
    assert_string_equal(trouble.text,
                        "4 of 6 files were left out; the others are in what was written.");
    assert_non_null(strstr(said, "Clusters: 2. Schools: 9."));
    assert_int_equal(access(csv, R_OK), 0);
    struct bytes table = bytes_read(csv);
    assert_non_null(memmem(table.at, table.length, "4 files are left out", 20));
    free(table.at);

    assert_int_equal(unlink(csv), 0);
    assert_int_equal(obey(files + 1, 2, csv, said, &trouble), ERROR_ABSENT);
    assert_int_equal(access(csv, R_OK), -1);
    assert_int_equal(obey(files, 1, NULL, said, &trouble), ERROR_FORMAT);
}

/* Conditions of another pack stand apart, and beyond the room there is they are counted. */
static void test_other_conditions(void **state)
{
    struct scratch *scratch = *state;
    char paths[9][PATH], name[32];
    static const char *const rows[] = {"55555", NULL};
    struct pack *other = malloc(sizeof *other);
    assert_non_null(other);
    *other = *pack;
    for (unsigned f = 0; f < 9; f++) {
        for (unsigned c = 0; c < other->condition_count; c++)
            snprintf(other->conditions[c].id, ID_SIZE, "own-%u-%u", f, c);
        snprintf(name, sizeof name, "%u.plenary", f);
        path_in(paths[f], scratch, name);
        struct clusters_spec spec = {.path = paths[f], .seed = f + 1, .schools = 5, .rows = rows};
        clusters_make(other, &spec);
    }
    free(other);
    struct rollup *rollup = gather(paths, 9);
    struct rollup_counts counts = rollup_counts(rollup);
    assert_int_equal(counts.clusters, 9);
    assert_int_equal(counts.conditions, ROLLUP_CONDITIONS_MAX);
    assert_int_equal(counts.beyond, 90 - ROLLUP_CONDITIONS_MAX);
    assert_int_equal(rollup_condition(rollup, 10)->asked, 1);
    rollup_destroy(&rollup);
}

/* ---- memory */

/* One file after the other, the same ones again and again: what was read before is refused, so its
 * room is taken in by hand. */
static bool roll_up_many(const struct scratch *scratch, unsigned count)
{
    struct rollup *rollup;
    struct trouble trouble = {0};
    char path[CLUSTERS_PATH_SIZE], to[PATH];
    bool well = rollup_create(&rollup, count, &trouble) == ERROR_OK;
    for (unsigned i = 0; well && i < count; i++) {
        clusters_path(path, scratch->folder, 1 + i % SERIES);
        enum error e = rollup_add(rollup, path, &trouble);
        well = e == (i < SERIES ? ERROR_OK : ERROR_EXISTS);
        if (e == ERROR_EXISTS) {
            room_portray_into(rollup->room, rollup->model, AUDIENCE_LA, 0);
            rollup_take(rollup, rollup->room);
        }
    }
    well = well && rollup_finish(rollup, &trouble) == ERROR_OK;
    well = well && rollup_counts(rollup).clusters == count;
    path_in(to, scratch, "peak.csv");
    well = well && rollup_csv(to, rollup, now_ms, &trouble) == ERROR_OK;
    path_in(to, scratch, "peak.xlsx");
    well = well && rollup_xlsx(to, rollup, now_ms, &trouble) == ERROR_OK;
    path_in(to, scratch, "peak.pdf");
    return well && rollup_pdf(to, rollup, now_ms, &trouble) == ERROR_OK;
}

/* The most that a process of its own holds, in kilobytes. */
static long peak_of(const struct scratch *scratch, unsigned count)
{
    struct rusage usage;
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(roll_up_many(scratch, count) ? 0 : 1);
    assert_int_equal(wait4(child, &status, 0, &usage), child);
    assert_int_equal(status, 0);
    return usage.ru_maxrss;
}

/* A PDF's own list of its tags takes some 3 KB a cluster until it is written. (Sanitizers keep what
 * is given back for a while: with them this says nothing.) */
static void test_memory(void **state)
{
    struct scratch *scratch = *state;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    skip();
#endif
    clusters_series(scratch->folder, SERIES);
    long few = peak_of(scratch, 50), many = peak_of(scratch, 500);
    print_message("50 files: %ld KB, 500 files: %ld KB\n", few, many);
    assert_in_range(many, 1, few + PEAK_MORE);
}

static int begin(void **state)
{
    (void)state;
    pack = calloc(1, sizeof *pack);
    assert_non_null(pack);
    clusters_pack(pack);
    return 0;
}

static int end(void **state)
{
    (void)state;
    free(pack);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_known_clusters, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_totals, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_no_names, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_same_bytes, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_bad_files, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_other_conditions, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_memory, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
