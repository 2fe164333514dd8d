/* The machine's clock is set back by an hour, and forward by a day, while people vote, over a
 * network that loses a little so that there is always something to send again: first the kiosk's
 * clock, then the clients'. Its monotonic clock goes on, as it does on any machine (libfaketime
 * sets the one and leaves the other). Nobody notices: receipts come as before, connections hold,
 * and times in the workshop file never go back, also when a kiosk is started on a machine whose
 * clock is behind. */

#include "faults/people.h"
#include "programs/lossy.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PEOPLE = 6, ANSWERS = 150, BROKEN_MOST = 2, RECEIPT_MOST_MS = 6000 };

static struct {
    char kiosk_clock[96], client_clock[96];
    char kiosk_file[160];
    struct venue venue;
    struct people people;
    struct lossy network;
    struct figures figures;
} it;

static void set_clock(const char *clock, const char *to)
{
    char fresh[128];
    snprintf(fresh, sizeof fresh, "%s.new", clock);
    FILE *out = fopen(fresh, "w");
    assert_non_null(out);
    fprintf(out, "%s\n", to);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(rename(fresh, clock), 0);
}

static void vote_on(const char *name)
{
    it.people.receipts.count = 0;
    people_stir(&it.people, ANSWERS, 2);
    people_settle(&it.people);
    figures_times(&it.figures, name, &it.people.receipts);
    assert_true(figures_quantile(&it.people.receipts, 1) < RECEIPT_MOST_MS);
}

/* In the middle of voting. */
static void set_while_voting(const char *clock, const char *to, const char *name)
{
    people_stir(&it.people, ANSWERS / 2, 2);
    people_say(&it.people, 2);
    set_clock(clock, to);
    vote_on(name);
}

/* A clock that is set in the very moment in which a program reads it can cost one connection; they
 * come back at once. */
static void assert_connections_held(void)
{
    unsigned came_back = 0;
    for (unsigned i = 0; i < PEOPLE; i++) {
        const char *at = strstr(it.people.person[i].process.heard, "room complete");
        while (at && (at = strstr(at + 1, "room complete")))
            came_back++;
    }
    figures_count(&it.figures, "connections_broken", came_back);
    assert_in_range(came_back, 0, BROKEN_MOST);
}

static void assert_time_went_on(void)
{
    char command[512], line[32] = "";
    snprintf(command, sizeof command,
             "sqlite3 '%s' 'select count(*) from event a join event b on b.seq = a.seq + 1 "
             "where b.at_ms < a.at_ms'",
             it.venue.file);
    FILE *rows = popen(command, "r");
    assert_non_null(rows);
    assert_non_null(fgets(line, sizeof line, rows));
    assert_int_equal(pclose(rows), 0);
    assert_int_equal(atoi(line), 0);
}

static void nobody_notices(void **state)
{
    (void)state;
    if (access(FAKETIME, R_OK) != 0) {
        print_message("libfaketime is not here\n");
        skip();
    }
    figures_begin(&it.figures, "clock");
    vote_on("before_ms");
    set_while_voting(it.kiosk_clock, "-3600", "kiosk_back_ms");
    set_while_voting(it.client_clock, "-3600", "clients_back_ms");
    set_while_voting(it.kiosk_clock, "+86400", "kiosk_forward_ms");
    set_while_voting(it.client_clock, "+86400", "clients_forward_ms");
    assert_connections_held();

    assert_int_equal(process_kill(&it.venue.kiosk, SIGKILL), 128 + SIGKILL);
    set_clock(it.kiosk_clock, "-86400");
    double killed_ms = venue_ms();
    for (unsigned i = 0; i < PEOPLE; i++)
        it.people.person[i].in = false;
    venue_open(&it.venue);
    people_stir(&it.people, ANSWERS, 2);
    people_settle(&it.people);
    figures_count(&it.figures, "recover_ms", (unsigned long)(venue_ms() - killed_ms));
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    venue_assert_sound(&it.venue);
    assert_time_went_on();
    it.people.receipts.count = 0;
    people_tell(&it.people, &it.figures);
    figures_write(&it.figures);
    assert_int_equal(it.people.refused, 0);
}

static int set_up(void **state)
{
    static const char *before[] = {
        "/usr/bin/env",          "LD_PRELOAD=" FAKETIME,           NULL, "FAKETIME_NO_CACHE=1",
        "DONT_FAKE_MONOTONIC=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", NULL};
    const struct lossy_faults faults = {.lost_one_in = 10, .delay_ms = 10};
    (void)state;
    memset(&it, 0, sizeof it);
    venue_begin(&it.venue, NULL);
    snprintf(it.kiosk_clock, sizeof it.kiosk_clock, "%s/kiosk-clock", it.venue.folder);
    snprintf(it.client_clock, sizeof it.client_clock, "%s/client-clock", it.venue.folder);
    snprintf(it.kiosk_file, sizeof it.kiosk_file, "FAKETIME_TIMESTAMP_FILE=%s", it.kiosk_clock);
    before[2] = it.kiosk_file;
    it.venue.before = before;
    set_clock(it.kiosk_clock, "+0");
    set_clock(it.client_clock, "+0");
    venue_open(&it.venue);
    venue_begin_vote(&it.venue);
    lossy_start(&it.network, (uint16_t)atoi(it.venue.port), &faults, 3);
    it.people.port = it.network.port;
    it.people.only_votes = true; /* each event is stamped with the very moment */
    setenv("LD_PRELOAD", FAKETIME, 1);
    setenv("FAKETIME_TIMESTAMP_FILE", it.client_clock, 1);
    setenv("FAKETIME_NO_CACHE", "1", 1);
    setenv("DONT_FAKE_MONOTONIC", "1", 1);
    setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1", 1);
    people_come(&it.people, &it.venue, PEOPLE, 5);
    unsetenv("LD_PRELOAD");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    venue_end(&it.venue);
    people_end(&it.people);
    lossy_stop(&it.network);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nobody_notices, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
