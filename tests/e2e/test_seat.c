/* One person's seat, by the programs' own lines: somebody comes in with the room's code, names a
 * school and is let in; leaves, and comes back without a code. Exit statuses say how it went. */

#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

struct evening {
    char folder[64], file[96], port[8], room_code[16], facilitator_code[16];
    struct process kiosk, facilitator, guest;
};

static struct evening evening;

static int set_up(void **state)
{
    struct evening *e = &evening;
    memset(e, 0, sizeof *e);
    *state = e;
    strcpy(e->folder, "/tmp/plenary-e2e-XXXXXX");
    assert_non_null(mkdtemp(e->folder));
    snprintf(e->file, sizeof e->file, "%s/review.plenary", e->folder);
    const char *arguments[] = {KIOSK,       e->file,       "--new",      "cluster-workshop",
                               "--schools", "Ashby,Birch", "--headless", "--listen",
                               "127.0.0.1", "--port",      "0",          "--print-codes",
                               NULL};
    process_start(&e->kiosk, "kiosk", arguments);
    assert_true(process_value(e->port, sizeof e->port, process_expect(&e->kiosk, "listening port="),
                              "port"));
    assert_true(process_value(e->room_code, sizeof e->room_code,
                              process_expect(&e->kiosk, "code kind=room"), "code"));
    assert_true(process_value(e->facilitator_code, sizeof e->facilitator_code,
                              process_expect(&e->kiosk, "code kind=facilitator"), "code"));
    return 0;
}

static int tear_down(void **state)
{
    struct evening *e = *state;
    char command[96];
    process_kill_all();
    free(e->kiosk.heard);
    free(e->facilitator.heard);
    free(e->guest.heard);
    snprintf(command, sizeof command, "rm -r '%s'", e->folder);
    return system(command);
}

/* `code` NULL: without one. `school` NULL: none is named. */
static void start(struct evening *e, struct process *client, const char *name, const char *code,
                  const char *school)
{
    char at[32], state[96];
    const char *arguments[12] = {CLIENT, "--text", "--at", at, "--state", state};
    int count = 6;
    snprintf(at, sizeof at, "127.0.0.1:%s", e->port);
    snprintf(state, sizeof state, "%s/%s", e->folder, name);
    if (code) {
        arguments[count++] = "--join";
        arguments[count++] = code;
    }
    if (school) {
        arguments[count++] = "--school";
        arguments[count++] = school;
    }
    free(client->heard);
    memset(client, 0, sizeof *client);
    process_start(client, name, arguments);
}

static void a_guest_names_a_school_and_is_let_in(void **state)
{
    struct evening *e = *state;
    start(e, &e->facilitator, "facilitator", e->facilitator_code, NULL);
    process_expect(&e->facilitator, "room complete");
    start(e, &e->guest, "guest", e->room_code, "birch");
    process_expect(&e->guest, "role=room speaks=no");
    process_expect(&e->guest, "role=room school=\"Birch\" speaks=no");
    process_say(&e->guest, "rate 1 4");
    process_expect(&e->guest, "refused id=2 reason=not-admitted");
    const char *line = process_expect(&e->facilitator, "role=room school=\"Birch\"");
    char seat[8];
    assert_true(process_value(seat, sizeof seat, line, "id"));
    process_say(&e->facilitator, "admit %s", seat);
    process_expect(&e->guest, "role=room school=\"Birch\" speaks=yes");
    process_say(&e->guest, "rate 1 4");
    process_expect(&e->guest, "saved id=3");
    assert_int_equal(process_finish(&e->guest), 1); /* something had been refused */

    start(e, &e->guest, "guest", NULL, NULL);
    process_expect(&e->guest, "rating school=\"Birch\" condition=1 now=4");
    process_say(&e->guest, "name Sam");
    process_expect(&e->guest, "saved id=4");
    process_expect(&e->guest, "name=\"Sam\"");
    assert_int_equal(process_finish(&e->guest), 0);
    assert_int_equal(process_finish(&e->facilitator), 0);
}

static void who_is_not_let_in_is_told(void **state)
{
    struct evening *e = *state;
    start(e, &e->guest, "stranger", "AAAAAAAA", NULL);
    process_expect(&e->guest, "ended reason=wrong-code");
    assert_int_equal(process_finish(&e->guest), 2);
    start(e, &e->guest, "stranger", NULL, NULL);
    process_expect(&e->guest, "ended text=\"No seat");
    assert_int_equal(process_finish(&e->guest), 2);
}

/* The same seat in a second program: the newest wins, the older one does not fight. */
static void the_newest_connection_of_a_seat_wins(void **state)
{
    struct evening *e = *state;
    start(e, &e->guest, "guest", e->room_code, NULL);
    process_expect(&e->guest, "room complete");
    start(e, &e->facilitator, "guest", NULL, NULL);
    process_expect(&e->facilitator, "room complete");
    process_expect(&e->guest, "ended reason=elsewhere");
    assert_int_equal(process_finish(&e->guest), 0);
    process_say(&e->facilitator, "name Kim");
    process_expect(&e->facilitator, "name=\"Kim\"");
    assert_int_equal(process_finish(&e->facilitator), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_guest_names_a_school_and_is_let_in),
        TEST(who_is_not_let_in_is_told),
        TEST(the_newest_connection_of_a_seat_wins),
    };
#undef TEST
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
