/* The one-to-ones of three schools, held by two managers on two laptops with the real programs,
 * brought into the workshop's file; what comes of it stands in a file that `check` accepts. */

#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CONDITIONS = 10 };

struct laptop {
    char file[128], port[8];
    struct process kiosk, manager;
};

struct season {
    char folder[64];
    struct laptop first, second;
    char workshop[128];
};

static int run(struct process *process, const char *name, const char *const *arguments)
{
    free(process->heard);
    memset(process, 0, sizeof *process);
    process_start(process, name, arguments);
    return process_finish(process);
}

/* Begins a file on a laptop and sits down at it as its manager. */
static void begin(struct season *s, struct laptop *laptop, const char *name, const char *schools)
{
    char code[16], at[32], state[160];
    snprintf(laptop->file, sizeof laptop->file, "%s/%s.plenary", s->folder, name);
    const char *kiosk[] = {KIOSK,       laptop->file, "--new", "cluster-workshop", "--schools",
                           schools,     "--title",    name,    "--headless",       "--listen",
                           "127.0.0.1", "--port",     "0",     "--print-codes",    NULL};
    process_start(&laptop->kiosk, name, kiosk);
    process_value(laptop->port, sizeof laptop->port,
                  process_expect(&laptop->kiosk, "listening port="), "port");
    process_value(code, sizeof code, process_expect(&laptop->kiosk, "code kind=facilitator"),
                  "code");
    snprintf(at, sizeof at, "127.0.0.1:%s", laptop->port);
    snprintf(state, sizeof state, "%s/%s-seat", s->folder, name);
    const char *client[] = {CLIENT, "--text", "--join", code, "--at", at, "--state", state, NULL};
    process_start(&laptop->manager, name, client);
    process_expect(&laptop->manager, "room complete");
}

/* What a school and its manager settle in one sitting. */
static void talk(struct laptop *laptop, const char *school, int now, const char *leader)
{
    for (int c = 1; c <= CONDITIONS; c++)
        process_say(&laptop->manager, "agreed %s %d %d %d 12 with=\"%s\"", school, c, now, now + 2,
                    leader);
}

static void shut(struct laptop *laptop)
{
    process_kill(&laptop->kiosk, SIGTERM);
    free(laptop->kiosk.heard);
    free(laptop->manager.heard);
}

static void end(struct laptop *laptop, int commands)
{
    char last[32];
    snprintf(last, sizeof last, "saved id=%d", commands);
    process_expect(&laptop->manager, last);
    assert_int_equal(process_finish(&laptop->manager), 0);
    shut(laptop);
}

static void three_schools_in_two_files_become_one_review(void **state)
{
    (void)state;
    struct season s = {.folder = "/tmp/plenary-talks-XXXXXX"};
    struct laptop third = {0};
    struct process step = {0};
    assert_non_null(mkdtemp(s.folder));
    setenv("XDG_STATE_HOME", s.folder, 1);
    begin(&s, &s.first, "first", "Ashby,Birch");
    begin(&s, &s.second, "second", "Castle,Birch");
    talk(&s.first, "Ashby", 4, "Sam Okafor");
    talk(&s.first, "Birch", 2, "Jo Marsh");
    end(&s.first, 2 * CONDITIONS);
    talk(&s.second, "Castle", 7, "Lee Hart");
    process_say(&s.second.manager, "agreed Birch 4 6 8 12 with=\"Jo Marsh\""); /* later */
    end(&s.second, CONDITIONS + 1);
    begin(&s, &third, "workshop", "Ashby");
    assert_int_equal(process_finish(&third.manager), 0);
    shut(&third);

    const char *look[] = {KIOSK,         "merge",     third.file, s.first.file,
                          s.second.file, "--preview", NULL};
    assert_int_equal(run(&step, "preview", look), 0);
    process_expect(&step, "only in first.plenary: Birch: a new school");
    process_expect(&step, "differs: Birch, 4 Cluster arrangements");
    process_expect(&step, "    first.plenary: 2 → 4 in 12 months, agreed with Jo Marsh on ");
    process_expect(&step, "  → second.plenary: 6 → 8 in 12 months, agreed with Jo Marsh on ");
    process_expect(&step, "To bring in: 2 schools, 30 ratings.");

    const char *merge[] = {KIOSK, "merge", third.file, s.first.file, s.second.file, NULL};
    assert_int_equal(run(&step, "merge", merge), 0);
    process_expect(&step, "Brought in: 2 schools, 30 ratings.");
    assert_int_equal(run(&step, "again", merge), 0);
    process_expect(&step, "Brought in: nothing.");

    const char *check[] = {KIOSK, "check", third.file, NULL};
    assert_int_equal(run(&step, "check", check), 0);
    process_expect(&step, "schools=3 conditions=10 ");
    assert_true(process_has_said(&step, 0, "agreed=30 proposed=0"));
    assert_true(process_has_said(&step, 0, "sound"));
    free(step.heard);
    char remove[96];
    snprintf(remove, sizeof remove, "rm -r '%s'", s.folder);
    assert_int_equal(system(remove), 0);
}

static int tear_down(void **state)
{
    (void)state;
    process_kill_all();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(three_schools_in_two_files_become_one_review, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
