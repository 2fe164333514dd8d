/* What goes into a workshop and what comes out of it, with real programs: grids and sheets from
 * spreadsheets are previewed and taken in, an earlier review stands beside them, a workshop is held
 * and closed, a school saves its page, everything is written for each reader, and what was written
 * makes the same workshop again. */

#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MAX = 1 << 18, PATH_MAX_HERE = 256 };

struct scene {
    char folder[64], file[128], port[8], facilitator_code[16], ashby_code[16];
    struct process kiosk, facilitator, ashby;
    char *said; /* what the last program said: TEXT_MAX */
};

/* ---- programs that do one thing and end ---- */

/* Runs a shell command, keeps what it says on both its outputs, and gives its exit status. */
static int run(struct scene *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
static int run(struct scene *s, const char *format, ...)
{
    char command[4096], whole[4200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    snprintf(whole, sizeof whole, "cd '%s' && { %s ; } 2>&1", s->folder, command);
    FILE *pipe = popen(whole, "r");
    assert_non_null(pipe);
    s->said[fread(s->said, 1, TEXT_MAX - 1, pipe)] = '\0';
    return pclose(pipe);
}

static void expect_fine(const struct scene *s, int status)
{
    if (status != 0)
        fail_msg("ended with %d: %.3000s", status, s->said);
}

static void expect_text(const struct scene *s, const char *text)
{
    if (!strstr(s->said, text))
        fail_msg("\"%s\" is not in: %.3000s", text, s->said);
}

static void expect_no_text(const struct scene *s, const char *text)
{
    if (strstr(s->said, text))
        fail_msg("\"%s\" is in: %.3000s", text, s->said);
}

static void write_file(const struct scene *s, const char *name, const char *text)
{
    char path[PATH_MAX_HERE];
    snprintf(path, sizeof path, "%s/%s", s->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* ---- the workshop's own programs ---- */

static void start_kiosk(struct scene *s, const char *more)
{
    char command[2048];
    snprintf(command, sizeof command,
             "cd '%s' && exec '%s' '%s' %s --headless --listen 127.0.0.1 --port 0 --print-codes",
             s->folder, KIOSK, s->file, more);
    const char *arguments[] = {"/bin/sh", "-c", command, NULL};
    process_start(&s->kiosk, "kiosk", arguments);
    process_value(s->port, sizeof s->port, process_expect(&s->kiosk, "listening port="), "port");
    process_value(s->facilitator_code, 16, process_expect(&s->kiosk, "code kind=facilitator"),
                  "code");
    process_value(s->ashby_code, 16, process_expect(&s->kiosk, "school=\"Ashby\""), "code");
}

static void stop_kiosk(struct scene *s)
{
    assert_int_equal(process_kill(&s->kiosk, SIGTERM), 0);
}

static void sit_down(struct scene *s, struct process *p, const char *name, const char *invite)
{
    char state[160];
    snprintf(state, sizeof state, "%s/seat-%s", s->folder, name);
    const char *arguments[] = {CLIENT, "--text", "--join", invite, "--state",
                               state,  "--name", name,     NULL};
    process_start(p, name, arguments);
    process_expect(p, "room complete");
}

static void ask(struct process *p, const char *line)
{
    process_say(p, "%s", line);
    process_expect(p, "saved id=");
}

/* ---- the scene ---- */

/* Six schools agreed on ten conditions, as a German spreadsheet saves them. */
static const char grid[] = "Riverside cluster;;;;;;;;\r\n"
                           ";;;;;;;;\r\n"
                           "Condition;Ashby;Birch;Castle;Dene;Elms;Fern;Average;\r\n"
                           "1. Consultation and needs analysis;2;6;8;8;7;7;6,3;\r\n"
                           "2. Integration into school improvement planning;2;4;4;7;5;7;4,8;\r\n"
                           "3. Alignment with LA;2;2;4;6;6;6;4,3;\r\n"
                           "4. Cluster arrangements;5;5;5;6;5;6;5,3;\r\n"
                           "5. Partnership working;4;4;5;6;6;5;5,0;\r\n"
                           "6. Integrated multi-agency training;2;2;5;7;7;6;4,8;\r\n"
                           "7. Well publicised services;5;5;7;8;7;7;6,5;\r\n"
                           "8. Design of quality targeted services;3;5;8;8;7;2;5,5;\r\n"
                           "9. Funding;2;2;4;5;6;\xe2\x80\x93;3,8;\r\n"
                           "10. Impact measurement;3;3;2;4;4;3;3,2;\r\n"
                           "State;agreed;agreed;agreed;agreed;agreed;agreed;;\r\n";

/* One school's own sheet, with what a grid has no room for. */
static const char sheet[] =
    "School,Ashby,,,\n"
    ",,,,\n"
    "Condition,Now,Goal,By when,Notes\n"
    "1. Consultation and needs analysis,3,6,12 months,\"We ask \"\"everybody\"\" now\"\n"
    "9. Funding,2,5,2 years,'=SUM(A1:A9) is what we were told\n";

static void bring_in(struct scene *s)
{
    write_file(s, "grid.csv", grid);
    write_file(s, "sheet.csv", sheet);
    write_file(s, "broken.csv", "Condition,Ashby\n9. Funding,\"6,5\"\n");
    start_kiosk(s, "--new cluster-workshop --title 'Riverside cluster' --import grid.csv");
    stop_kiosk(s);

    assert_int_not_equal(run(s, "'%s' import '%s' broken.csv", KIOSK, s->file), 0);
    expect_text(s, "column B");
    expect_fine(s, run(s, "'%s' import '%s' sheet.csv --preview", KIOSK, s->file));
    expect_text(s, "Ashby");
    assert_int_equal(
        run(s, "sqlite3 '%s' \"select count(*) from rating where target > 0\"", s->file), 0);
    assert_string_equal(s->said, "0\n");
    expect_fine(s, run(s, "'%s' import '%s' sheet.csv", KIOSK, s->file));

    expect_fine(s, run(s,
                       "'%s' bring-review '%s' '%s/assets/examples/riverside-2008.csv' "
                       "--on 2008-05-14 --title 'May 2008'",
                       KIOSK, s->file, PROJECT));
    expect_text(s, "Kestrel"); /* has left the cluster since */
}

static void hold(struct scene *s)
{
    char invite[64];
    start_kiosk(s, "");
    snprintf(invite, sizeof invite, "plenary://127.0.0.1:%s/%s", s->port, s->facilitator_code);
    sit_down(s, &s->facilitator, "facilitator", invite);
    snprintf(invite, sizeof invite, "plenary://127.0.0.1:%s/%s", s->port, s->ashby_code);
    sit_down(s, &s->ashby, "Ann", invite);
    assert_true(process_has_said(&s->ashby, 0, "earlier id=1 day=2008-05-14"));

    ask(&s->ashby, "agree 1");
    ask(&s->facilitator, "goto 4.2");
    ask(&s->facilitator, "priorities are 10 9");
    ask(&s->facilitator, "action propose \"One short survey, for all of us\" condition=10 "
                         "level=cluster owner=\"Ashby\" due=\"30 November 2099\" sure=yes");
    ask(&s->facilitator, "action adopt 1");
    ask(&s->facilitator, "view then cells");
    ask(&s->facilitator, "close workshop");
    process_say(&s->ashby, "save page %s/ann.html", s->folder);
    process_expect(&s->ashby, "ann.html");
    assert_int_equal(process_finish(&s->ashby), 0);
    assert_int_equal(process_finish(&s->facilitator), 0);
    stop_kiosk(s);
}

/* ---- what is written ---- */

static const char cluster[] = "out/for-the-cluster", la[] = "out/for-the-local-authority",
                  own[] = "out/for-the-facilitator";

/* All that a folder holds, as text. */
static void read_folder(struct scene *s, const char *folder)
{
    expect_fine(s, run(s,
                       "find %s -type f -name '*.pdf' -exec pdftotext -layout {} - \\; ; "
                       "find %s -type f ! -name '*.pdf' ! -name '*.xlsx' -exec cat {} + ; "
                       "find %s -name '*.xlsx' -exec unzip -p {} \\;",
                       folder, folder, folder));
}

static void write_everything(struct scene *s)
{
    expect_fine(s, run(s, "'%s' export '%s' --all out", KIOSK, s->file));
    run(s, "find out -type f | sort");
    expect_text(s, "out/for-the-cluster/riverside-cluster.pdf");
    expect_text(s, "out/for-the-cluster/riverside-cluster.xlsx");
    expect_text(s, "out/for-the-cluster/riverside-cluster.json");
    expect_text(s, "out/for-the-cluster/riverside-cluster-dates.ics");
    expect_text(s, "out/for-the-cluster/riverside-cluster-summary.md");
    expect_text(s, "out/for-the-cluster/tables/actions.csv");
    expect_text(s, "out/for-the-local-authority/riverside-la.pdf");
    expect_text(s, "out/for-the-facilitator/tables/ratings.csv");
    expect_text(s, "out/schools/Ashby");
    expect_no_text(s, ".part");
}

/* Not every school has said yes to names: only the facilitator's papers have them beside ratings,
 * and what was said in a one-to-one only those and the school's own. */
static void look_who_is_told_what(struct scene *s)
{
    const char *const readers[] = {cluster, la};
    for (unsigned i = 0; i < 2; i++) {
        read_folder(s, readers[i]);
        expect_text(s, "One short survey, for all of us");
        expect_text(s, "DTSTART;VALUE=DATE:20991130");
        expect_no_text(s, "We ask");
        expect_no_text(s, "what we were told");
        run(s, "ls %s/tables", readers[i]);
        expect_no_text(s, "ratings.csv");
        expect_no_text(s, "past.csv");
    }
    read_folder(s, own);
    expect_text(s, "We ask");
    read_folder(s, "out/schools/Ashby*");
    expect_text(s, "We ask");
    read_folder(s, "out/schools/Birch*");
    expect_text(s, "Birch");
    expect_no_text(s, "We ask");
    run(s, "cat ann.html");
    expect_text(s, "We ask &quot;everybody&quot; now");
    expect_text(s, "One short survey, for all of us");
    expect_no_text(s, "Birch");
}

/* What was written makes the same workshop again: as a list with everything, and as a grid. */
static void begin_again_from_it(struct scene *s)
{
    static const char all[] =
        "select school.name, condition, now, target, months, note, state from "
        "rating join school on school.id = school order by 1, 2";
    static const char figures[] = "select school.name, condition, now, state from rating join "
                                  "school on school.id = school order by 1, 2";
    const struct {
        const char *table, *query;
    } ways[] = {{"ratings", all}, {"grid", figures}};
    for (unsigned i = 0; i < 2; i++) {
        char *before = NULL;
        expect_fine(s, run(s, "sqlite3 '%s' \"%s\"", s->file, ways[i].query));
        before = strdup(s->said);
        assert_true(before && strlen(before) > 1000);
        expect_fine(s, run(s,
                           "rm -f again.plenary; timeout 60 '%s' again.plenary --new "
                           "cluster-workshop --import %s/tables/%s.csv --screenshots pictures",
                           KIOSK, own, ways[i].table));
        expect_fine(s, run(s, "sqlite3 again.plenary \"%s\"", ways[i].query));
        assert_string_equal(s->said, before);
        free(before);
    }
}

static void write_the_rest(struct scene *s)
{
    expect_fine(s, run(s,
                       "'%s' rollup '%s' again.plenary --csv all.csv --pdf all.pdf --xlsx "
                       "all.xlsx",
                       KIOSK, s->file));
    expect_fine(s, run(s, "cat all.csv; pdftotext -layout all.pdf -; unzip -p all.xlsx"));
    expect_text(s, "Riverside cluster");
    expect_no_text(s, "Ashby");
    expect_fine(s, run(s, "'%s' forms --pdf forms.pdf && pdftotext forms.pdf -", KIOSK));
    expect_text(s, "Impact measurement");
    assert_int_equal(
        run(s, "'%s' cards again.plenary --pdf cards.pdf && pdftotext cards.pdf -", KIOSK), 0);
    expect_text(s, "Ashby");
    assert_int_not_equal(run(s, "'%s' cards '%s' --pdf no.pdf", KIOSK, s->file), 0);
    expect_text(s, "closed");
}

static void the_day_goes_in_and_out(void **state)
{
    struct scene *s = *state;
    bring_in(s);
    hold(s);
    write_everything(s);
    look_who_is_told_what(s);
    begin_again_from_it(s);
    write_the_rest(s);
}

static int set_up(void **state)
{
    static struct scene s;
    strcpy(s.folder, "/tmp/plenary-inout-XXXXXX");
    assert_non_null(mkdtemp(s.folder));
    snprintf(s.file, sizeof s.file, "%s/riverside.plenary", s.folder);
    s.said = malloc(TEXT_MAX);
    *state = &s;
    return s.said ? 0 : -1;
}

static int tear_down(void **state)
{
    struct scene *s = *state;
    char command[128];
    process_kill_all();
    snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
    free(s->said);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_day_goes_in_and_out, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
