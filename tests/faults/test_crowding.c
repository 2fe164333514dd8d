/* People vote while others stand in the way: clients that never read, clients that flood (sealed
 * rubbish, well-formed commands, raw datagrams), a thousand connections that never say a word.
 * Votes go on, and how long a receipt takes then is measured beside how long it takes in peace;
 * nobody is thrown out, nothing receipted is lost, and a newcomer still comes in. */

#include "faults/hostile.h"
#include "faults/people.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
enum { PEOPLE = 4, ANSWERS = 60 };
#else
enum { PEOPLE = 8, ANSWERS = 400 };
#endif

enum { SLEEPERS = 3, RECEIPT_MOST_MS = 5000 };

static struct {
    struct venue venue;
    struct people people;
    struct hostile hostile;
    struct process sleepers[SLEEPERS], newcomer;
    struct figures figures;
} it;

/* Votes go on: their delay, under a name. */
static void vote_on(const char *name)
{
    it.people.receipts.count = 0;
    people_stir(&it.people, ANSWERS, 1);
    people_settle(&it.people);
    figures_times(&it.figures, name, &it.people.receipts);
    assert_true(figures_quantile(&it.people.receipts, 1) < RECEIPT_MOST_MS);
}

static void newcomer_comes_in(void)
{
    double began = venue_ms();
    venue_client(&it.venue, &it.newcomer, "newcomer", it.venue.room_code, 0);
    venue_expect(&it.newcomer, 0, "room complete");
    figures_count(&it.figures, "newcomer_in_ms", (unsigned long)(venue_ms() - began));
    process_kill(&it.newcomer, SIGKILL);
}

static void end_and_tell(void)
{
    hostile_stop(&it.hostile);
    double over_ms = venue_ms();
    people_stir(&it.people, 1, 1);
    figures_count(&it.figures, "recover_ms", (unsigned long)(venue_ms() - over_ms));
    if (it.hostile.counts) {
        figures_count(&it.figures, "hostile_sent", it.hostile.counts->sent);
        figures_count(&it.figures, "hostile_connected", it.hostile.counts->came_in);
        figures_count(&it.figures, "hostile_hung_up", it.hostile.counts->hung_up);
    }
    vote_on("after_ms");
    for (unsigned i = 0; i < PEOPLE; i++) /* the connection it came with */
        assert_false(process_has_said(&it.people.person[i].process, 0, "connection state=down"));
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    venue_assert_sound(&it.venue);
    it.people.receipts.count = 0;
    people_tell(&it.people, &it.figures);
    figures_write(&it.figures);
    assert_int_equal(it.people.refused, 0);
}

static void stand_in_the_way(const char *fault, enum hostile_kind kind)
{
    figures_begin(&it.figures, fault);
    vote_on("in_peace_ms");
    hostile_start(&it.hostile, kind, (uint16_t)atoi(it.venue.port), it.venue.school_code[0], 7);
    double until = venue_ms() + PATIENCE_MS;
    while (it.hostile.counts->sent < HOSTILE_CONNECTIONS && venue_ms() < until)
        people_hear(&it.people, 5);
    vote_on("meanwhile_ms");
    newcomer_comes_in();
    end_and_tell();
    assert_true(it.hostile.counts->sent >= HOSTILE_CONNECTIONS);
}

static void sealed_rubbish(void **state)
{
    (void)state;
    stand_in_the_way("flood-rubbish", HOSTILE_RUBBISH);
}

static void commands_without_end(void **state)
{
    (void)state;
    stand_in_the_way("flood-commands", HOSTILE_COMMANDS);
}

static void raw_datagrams(void **state)
{
    (void)state;
    stand_in_the_way("flood-datagrams", HOSTILE_DATAGRAMS);
}

static void a_thousand_half_open(void **state)
{
    (void)state;
    stand_in_the_way("half-open", HOSTILE_HALF_OPEN);
}

static void some_never_read(void **state)
{
    (void)state;
    static const char *const names[SLEEPERS] = {"sleeper 1", "sleeper 2", "sleeper 3"};
    figures_begin(&it.figures, "never-reads");
    for (unsigned i = 0; i < SLEEPERS; i++) {
        venue_client(&it.venue, &it.sleepers[i], names[i], it.venue.school_code[1], 0);
        venue_expect(&it.sleepers[i], 0, "room complete");
    }
    vote_on("in_peace_ms");
    size_t facilitator_from = it.venue.facilitator.length;
    for (unsigned i = 0; i < SLEEPERS; i++)
        kill(it.sleepers[i].pid, SIGSTOP);
    vote_on("meanwhile_ms");
    for (unsigned i = 0; i < SLEEPERS; i++) /* until the kiosk has given them up */
        venue_expect(&it.venue.facilitator, facilitator_from, "speaks=yes here=no");
    newcomer_comes_in();
    size_t from[SLEEPERS];
    for (unsigned i = 0; i < SLEEPERS; i++) {
        from[i] = it.sleepers[i].length;
        kill(it.sleepers[i].pid, SIGCONT);
    }
    double woken = venue_ms();
    for (unsigned i = 0; i < SLEEPERS; i++) { /* they catch up, by themselves */
        process_say(&it.sleepers[i], "rate 1 4 note=\"awake\"");
        venue_expect(&it.sleepers[i], from[i], "saved id=");
    }
    figures_count(&it.figures, "awake_again_ms", (unsigned long)(venue_ms() - woken));
    end_and_tell();
}

static int set_up(void **state)
{
    (void)state;
    memset(&it, 0, sizeof it);
    venue_begin(&it.venue, NULL);
    venue_open(&it.venue);
    venue_begin_vote(&it.venue);
    it.people.only_votes = true;
    people_come(&it.people, &it.venue, PEOPLE, 11);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    hostile_stop(&it.hostile);
    venue_end(&it.venue);
    people_end(&it.people);
    free(it.newcomer.heard);
    for (unsigned i = 0; i < SLEEPERS; i++)
        free(it.sleepers[i].heard);
    return 0;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(some_never_read), TEST(sealed_rubbish),       TEST(commands_without_end),
        TEST(raw_datagrams),   TEST(a_thousand_half_open),
    };
#undef TEST
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
