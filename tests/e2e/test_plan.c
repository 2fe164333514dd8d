/* A cluster plans with real programs: actions are proposed, read out, supported, adopted and taken
 * on by their owners, the kiosk is killed in between, and what is still loose is pointed out at the
 * close. A year later the next workshop begins with what was set out to be done. */

#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PEOPLE = 3 };

struct cluster {
    char folder[64], file[128], next_file[128], port[8], facilitator_code[16], codes[PEOPLE][16];
    struct process kiosk, facilitator, people[PEOPLE];
};

static const char *const schools[PEOPLE] = {"Ashby", "Birch", "Castle"};

static void start_kiosk(struct cluster *c, const char *file, bool fresh)
{
    const char *made[] = {KIOSK,        file,
                          "--new",      "cluster-workshop",
                          "--schools",  "Ashby,Birch,Castle",
                          "--headless", "--listen",
                          "127.0.0.1",  "--port",
                          "0",          "--print-codes",
                          NULL};
    const char *again[] = {KIOSK,
                           file,
                           "--headless",
                           "--listen",
                           "127.0.0.1",
                           "--port",
                           c->port[0] ? c->port : "0",
                           "--print-codes",
                           NULL};
    process_start(&c->kiosk, "kiosk", fresh ? made : again);
    process_value(c->port, sizeof c->port, process_expect(&c->kiosk, "listening port="), "port");
    process_value(c->facilitator_code, 16, process_expect(&c->kiosk, "code kind=facilitator"),
                  "code");
    for (unsigned i = 0; i < PEOPLE; i++)
        process_value(c->codes[i], 16, process_expect(&c->kiosk, "code kind=school"), "code");
}

static void sit_down(struct cluster *c, struct process *p, const char *name, const char *code)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%s", c->port);
    snprintf(state, sizeof state, "%s/%s-%s", c->folder, name, c->port);
    const char *arguments[] = {CLIENT,    "--text", "--join", code, "--at", at,
                               "--state", state,    "--name", name, NULL};
    process_start(p, name, arguments);
    process_expect(p, "room complete");
    process_expect(p, "saved id=1");
}

static void come_in(struct cluster *c)
{
    sit_down(c, &c->facilitator, "facilitator", c->facilitator_code);
    for (unsigned i = 0; i < PEOPLE; i++)
        sit_down(c, &c->people[i], schools[i], c->codes[i]);
}

static void leave(struct cluster *c)
{
    for (unsigned i = 0; i < PEOPLE; i++)
        assert_int_equal(process_finish(&c->people[i]), 0);
    assert_int_equal(process_finish(&c->facilitator), 0);
    assert_int_equal(process_kill(&c->kiosk, SIGTERM), 0);
    c->port[0] = '\0';
}

static void plan(struct cluster *c)
{
    struct process *facilitator = &c->facilitator, *ashby = &c->people[0];
    process_ask(facilitator, "goto 4.2");
    process_ask(facilitator, "priorities are 10 9");
    process_ask(ashby,
                "action propose \"One short survey in every school\" condition=10 level=cluster "
                "owner=me due=\"30 November 2099\" sure=yes measure=\"Nine in ten answer\"");
    process_ask(&c->people[1], "action propose \"Write a joint bid\" condition=9 level=cluster");
    process_expect(facilitator, "action id=1 state=waiting");
    process_expect(facilitator, "action id=2 state=waiting");
    assert_false(process_has_said(&c->people[2], 0, "action id=1"));
    process_ask(facilitator, "action approve 1");
    process_ask(facilitator, "action approve 2");
    for (unsigned i = 0; i < PEOPLE; i++) {
        process_expect(&c->people[i], "action id=2 state=proposed");
        process_ask(&c->people[i], i ? "action support 1" : "action support 2");
    }
    process_ask(facilitator, "action adopt 1");
    process_ask(facilitator, "action adopt 2");
}

/* Somebody is asked, the kiosk dies, and the yes is given to the one that is started again. */
static void take_on(struct cluster *c)
{
    size_t from[PEOPLE];
    process_ask(&c->facilitator, "action change 2 owner=\"seat 4\"");
    process_expect(&c->people[2], "own-action id=2 proposed=no asked=yes");
    for (unsigned i = 0; i < PEOPLE; i++)
        from[i] = c->people[i].length;
    assert_int_equal(process_kill(&c->kiosk, SIGKILL), 128 + SIGKILL);
    start_kiosk(c, c->file, false);
    for (unsigned i = 0; i < PEOPLE; i++) {
        c->people[i].seen = from[i];
        process_expect(&c->people[i], "room complete");
    }
    process_ask(&c->people[2], "action accept 2");
    process_expect(&c->people[0], "supports=1 accepted=yes");
    process_ask(&c->people[0], "action progress 1 under-way");
}

static void close_workshop(struct cluster *c)
{
    process_say(&c->facilitator, "close workshop");
    process_expect(&c->facilitator, "warning text=");
    process_say(&c->facilitator, "actions loose");
    process_expect(&c->facilitator, "loose id=2 owner=yes due=no");
    process_ask(&c->facilitator, "action change 2 due=\"14 January 2099\" sure=yes");
    process_ask(&c->facilitator, "close workshop");
}

static void expect_rows(const char *file, const char *query, const char *rows)
{
    char command[640], line[256] = "";
    snprintf(command, sizeof command, "sqlite3 -separator '; ' '%s' \"%s\"", file, query);
    FILE *answer = popen(command, "r");
    assert_non_null(answer);
    assert_non_null(fgets(line, sizeof line, answer));
    assert_int_equal(pclose(answer), 0);
    line[strcspn(line, "\n")] = '\0';
    assert_string_equal(line, rows);
}

static void begin_with_what_was_set_out(struct cluster *c)
{
    char command[512];
    start_kiosk(c, c->next_file, true);
    assert_int_equal(process_kill(&c->kiosk, SIGTERM), 0);
    c->port[0] = '\0';
    snprintf(command, sizeof command, "'%s' bring-actions '%s' '%s' > '%s/brought'", KIOSK,
             c->next_file, c->file, c->folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(system(command), 0); /* once more brings in nothing */
    start_kiosk(c, c->next_file, false);
    come_in(c);
    assert_true(process_has_said(&c->people[0], 0,
                                 "action id=1 state=adopted earlier=yes progress=under-way"));
    assert_true(process_has_said(&c->people[0], 0, "text=\"Write a joint bid\""));
    assert_false(process_has_said(&c->people[0], 0, "action id=3"));
    process_ask(&c->facilitator, "action progress 1 done");
    leave(c);
    expect_rows(c->next_file, "select progress, earlier, text from plan where id = 1",
                "done; 1; One short survey in every school");
}

static void what_is_planned_is_there_next_time(void **state)
{
    struct cluster *c = *state;
    char command[256];
    start_kiosk(c, c->file, true);
    come_in(c);
    plan(c);
    take_on(c);
    close_workshop(c);
    leave(c);
    snprintf(command, sizeof command, "'%s' check '%s' | grep -q sound", KIOSK, c->file);
    assert_int_equal(system(command), 0);
    expect_rows(c->file, "select state, supports, owner, due from plan where id = 2",
                "adopted; 1; Castle; 2099-01-14");
    begin_with_what_was_set_out(c);
}

static int set_up(void **state)
{
    struct cluster *c = calloc(1, sizeof *c);
    assert_non_null(c);
    strcpy(c->folder, "/tmp/plenary-plan-XXXXXX");
    assert_non_null(mkdtemp(c->folder));
    snprintf(c->file, sizeof c->file, "%s/plan.plenary", c->folder);
    snprintf(c->next_file, sizeof c->next_file, "%s/next.plenary", c->folder);
    *state = c;
    return 0;
}

static int tear_down(void **state)
{
    struct cluster *c = *state;
    char command[128];
    process_kill_all();
    snprintf(command, sizeof command, "rm -rf '%s'", c->folder);
    int status = system(command);
    free(c->kiosk.heard);
    free(c->facilitator.heard);
    for (unsigned i = 0; i < PEOPLE; i++)
        free(c->people[i].heard);
    free(c);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_planned_is_there_next_time, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
