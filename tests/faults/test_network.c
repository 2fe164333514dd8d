/* A network that loses one datagram in five each way and takes 200 ms each way, in which some
 * overtake others and some arrive twice: people come in, vote, rate and write notes, have their
 * receipts, and see the room change to the end.
 *
 * Where it may, it makes a network of its own (a namespace) and lets the kernel drop the datagrams
 * (nft); the relay then only holds them up. Else the relay does both.
 *
 * PLENARY_FAULT_ROUNDS=N: so many times, with a new seed each (else once). */

#include "faults/people.h"
#include "programs/lossy.h"
#include "testing.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

enum { PEOPLE = 12, ANSWERS = 72 };

static struct {
    bool own_network;
    unsigned long seed;
    struct venue venue;
    struct lossy network;
    struct people people;
} it;

/* A network with nobody else in it, for this process and those it starts. */
static bool enter_own_network(void)
{
    return venue_enter_own(CLONE_NEWNET) && system("ip link set lo up") == 0;
}

static bool drop_one_in_five(const char *port)
{
    char command[512];
    snprintf(command, sizeof command,
             "nft -f - 2>/dev/null <<END\n"
             "table inet faults {\n"
             " chain in {\n"
             "  type filter hook input priority 0;\n"
             "  udp dport %s numgen random mod 100 < 20 counter drop\n"
             "  udp sport %s numgen random mod 100 < 20 counter drop\n"
             " }\n"
             "}\nEND\n",
             port, port);
    return it.own_network && system(command) == 0;
}

static void start_network(struct figures *figures)
{
    struct lossy_faults faults = {.delay_ms = 200, .jitter_ms = 20, .twice_one_in = 50};
    bool by_kernel = drop_one_in_five(it.venue.port);
    if (!by_kernel)
        faults.lost_one_in = 5;
    figures_say(figures, "dropped_by", by_kernel ? "nft" : "relay");
    lossy_start(&it.network, (uint16_t)atoi(it.venue.port), &faults, 20261122 + it.seed);
}

static void count_said(struct figures *figures, const char *name, const char *text)
{
    unsigned count = 0;
    for (unsigned i = 0; i < PEOPLE; i++)
        for (const char *at = it.people.person[i].process.heard; (at = strstr(at, text)); at++)
            count++;
    figures_count(figures, name, count);
}

static void a_bad_network_only_takes_longer(void **state)
{
    static struct figures figures;
    (void)state;
    figures_begin(&figures, "network");
    venue_open(&it.venue);
    start_network(&figures);
    venue_begin_vote(&it.venue);
    it.people.port = it.network.port;
    people_come(&it.people, &it.venue, PEOPLE, it.seed);
    people_stir(&it.people, ANSWERS, 2);
    people_settle(&it.people);
    process_say(&it.venue.facilitator, "ballot close 1 anyway");
    for (unsigned i = 0; i < PEOPLE; i++)
        venue_expect(&it.people.person[i].process, 0, "name=\"first-work\" state=closed");
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    venue_assert_sound(&it.venue);
    people_tell(&it.people, &figures);
    count_said(&figures, "told_to_wait", "connection state=waiting");
    count_said(&figures, "told_it_is_gone", "connection state=down");
    figures_write(&figures);
    assert_int_equal(it.people.refused, 0);
}

static int set_up(void **state)
{
    (void)state;
    memset(&it.people, 0, sizeof it.people);
    venue_begin(&it.venue, NULL);
    it.seed++;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    venue_end(&it.venue);
    people_end(&it.people);
    lossy_stop(&it.network);
    if (it.own_network && system("nft delete table inet faults 2>/dev/null") != 0)
        print_message("the relay dropped them\n");
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_bad_network_only_takes_longer, set_up, tear_down),
    };
    const char *wanted = getenv("PLENARY_FAULT_ROUNDS");
    int failed = 0;
    signal(SIGPIPE, SIG_IGN);
    it.own_network = enter_own_network();
    for (int rounds = wanted ? atoi(wanted) : 1; rounds > 0; rounds--)
        failed |= cmocka_run_group_tests(tests, NULL, NULL);
    return failed;
}
