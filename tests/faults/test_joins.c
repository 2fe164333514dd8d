/* Coming in over a network that loses one datagram in five each way and takes 200 ms each way: who
 * types the right code comes in, and nobody is told that there is no kiosk. Where there is none,
 * that is told soon.
 *
 * PLENARY_FAULT_JOINS=N: so many come in (else JOINS), with a new seed for every fifty. */

#include "faults/figures.h"
#include "faults/venue.h"
#include "programs/lossy.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

enum { JOINS = 50, AT_ONCE = 50, NO_KIOSK_MS = 13000 };

static const struct lossy_faults bad = {.lost_one_in = 5, .delay_ms = 200, .jitter_ms = 20};

struct guest {
    struct process process;
    char name[24];
    double began_ms;
    bool done;
};

static struct {
    struct venue venue;
    struct lossy network;
    struct guest guests[AT_ONCE];
    unsigned in, told_no_kiosk, told_else;
    struct figures_times times;
} it;

static void come_in(struct guest *g, unsigned number)
{
    snprintf(g->name, sizeof g->name, "guest %u", number);
    venue_client(&it.venue, &g->process, g->name, it.venue.room_code, it.network.port);
    g->began_ms = venue_ms();
    g->done = false;
}

/* True when it is known how it went. */
static bool look_at(struct guest *g)
{
    if (g->done)
        return true;
    bool in = process_has_said(&g->process, 0, "room complete");
    bool ended = process_has_said(&g->process, 0, "ended ");
    if (!in && !ended)
        return false;
    g->done = true;
    if (in) {
        it.in++;
        figures_time(&it.times, venue_ms() - g->began_ms);
    } else if (process_has_said(&g->process, 0, "ended reason=no-kiosk")) {
        it.told_no_kiosk++;
    } else {
        it.told_else++;
        print_message("%s: %s", g->name, strstr(g->process.heard, "ended "));
    }
    process_kill(&g->process, SIGKILL);
    return true;
}

static void tell_who_is_left(unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (!it.guests[i].done)
            print_message("%s: %s\n", it.guests[i].name,
                          it.guests[i].process.heard ? it.guests[i].process.heard : "nothing");
    fail_msg("somebody neither came in nor was told why");
}

static void come_in_together(unsigned first, unsigned count)
{
    lossy_start(&it.network, (uint16_t)atoi(it.venue.port), &bad, 20261122 + first);
    for (unsigned i = 0; i < count; i++)
        come_in(&it.guests[i], first + i);
    double until = venue_ms() + PATIENCE_MS;
    for (unsigned done = 0; done < count;) {
        process_listen(20);
        done = 0;
        for (unsigned i = 0; i < count; i++)
            done += look_at(&it.guests[i]);
        if (venue_ms() > until)
            tell_who_is_left(count);
    }
    lossy_stop(&it.network);
}

static unsigned seats_taken(void)
{
    char command[256], line[32] = "";
    snprintf(command, sizeof command,
             "sqlite3 '%s' \"select count(*) from event where kind = 'seat-joined'\"",
             it.venue.file);
    FILE *rows = popen(command, "r");
    assert_non_null(rows);
    assert_non_null(fgets(line, sizeof line, rows));
    assert_int_equal(pclose(rows), 0);
    return (unsigned)atoi(line);
}

static void everybody_comes_in(void **state)
{
    (void)state;
    const char *wanted = getenv("PLENARY_FAULT_JOINS");
    unsigned count = wanted ? (unsigned)atoi(wanted) : JOINS;
    venue_open(&it.venue);
    for (unsigned first = 0; first < count; first += AT_ONCE)
        come_in_together(first, count - first < AT_ONCE ? count - first : AT_ONCE);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);

    static struct figures figures;
    figures_begin(&figures, "joining");
    figures_count(&figures, "tried", count);
    figures_count(&figures, "came_in", it.in);
    figures_count(&figures, "told_no_kiosk", it.told_no_kiosk);
    figures_count(&figures, "told_something_else", it.told_else);
    figures_count(&figures, "seats_taken", seats_taken());
    figures_times(&figures, "time_to_join", &it.times);
    figures_write(&figures);
    assert_int_equal(it.in, count);
}

static void where_no_kiosk_is_that_is_told(void **state)
{
    (void)state;
    struct guest *g = &it.guests[0];
    venue_open(&it.venue);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    double began = venue_ms();
    venue_client(&it.venue, &g->process, "nobody", it.venue.room_code, 0);
    venue_expect(&g->process, 0, "ended reason=no-kiosk");
    print_message("told after %.1f s\n", (venue_ms() - began) / 1e3);
    assert_true(venue_ms() - began < NO_KIOSK_MS);
}

static int set_up(void **state)
{
    (void)state;
    memset(&it, 0, sizeof it);
    venue_begin(&it.venue, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    venue_end(&it.venue);
    lossy_stop(&it.network);
    for (unsigned i = 0; i < AT_ONCE; i++)
        free(it.guests[i].process.heard);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(everybody_comes_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(where_no_kiosk_is_that_is_told, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
