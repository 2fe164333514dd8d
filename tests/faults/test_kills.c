/* The kiosk and people's clients are killed, at moments drawn from a seed, while all vote, rate and
 * write notes. After each kill the workshop file is sound and holds what was receipted, once; the
 * kiosk is started again on the same file and port, and everybody comes back by themselves.
 *
 * Several workshops run side by side, each in a process of its own, because most of the time is
 * spent in noticing that the kiosk is gone. PLENARY_FAULT_KILLS=N: so many kills (else KILLS);
 * PLENARY_FAULT_SEED=N: drawn otherwise. */

#include "faults/people.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { KILLS = 6, ROOMS = 2, PEOPLE = 6 };
#else
enum { KILLS = 20, ROOMS = 4, PEOPLE = 10 };
#endif

/* What one room has to tell. */
struct told {
    unsigned kills, kiosk_kills, client_kills;
    unsigned sent, saved, refused, lost, doubled, denied;
    struct figures_times back; /* from a kill until somebody is back */
};

static struct {
    struct told *told; /* of all rooms, shared */
    unsigned room, kills;
    struct venue venue;
    struct people people;
} it;

static bool is_to_be_killed[PEOPLE];

static void draw_clients(void)
{
    memset(is_to_be_killed, 0, sizeof is_to_be_killed);
    for (unsigned n = 1 + people_draw(&it.people, 3); n > 0; n--)
        is_to_be_killed[people_draw(&it.people, PEOPLE)] = true;
}

/* Any moment, also between two answers. */
static void go_on_for_a_while(void)
{
    people_stir(&it.people, people_draw(&it.people, 60), 2);
    double until = venue_ms() + people_draw(&it.people, 4000) / 1e3;
    while (venue_ms() < until)
        people_say(&it.people, 2);
}

static void look_at_file(void)
{
    venue_assert_sound(&it.venue);
    struct people_found found = people_look_up(&it.people);
    it.told[it.room].lost += found.lost;
    it.told[it.room].doubled += found.doubled;
    it.told[it.room].denied += found.denied;
    assert_int_equal(found.lost + found.doubled + found.denied, 0);
}

static void await_everybody(double killed_ms, bool kiosk)
{
    bool noted[PEOPLE] = {false};
    double until = venue_ms() + PATIENCE_MS;
    for (unsigned back = 0; back < PEOPLE;) {
        people_hear(&it.people, 20);
        back = 0;
        for (unsigned i = 0; i < PEOPLE; i++) {
            bool in = it.people.person[i].in;
            back += in;
            if (in && !noted[i] && (kiosk || is_to_be_killed[i]))
                figures_time(&it.told[it.room].back, venue_ms() - killed_ms);
            noted[i] |= in;
        }
        if (venue_ms() > until)
            fail_msg("not everybody came back");
    }
}

static void kill_and_recover(unsigned number)
{
    bool kiosk = number % 5 != 1 && number % 5 != 3, clients = !kiosk || number % 5 == 4;
    struct told *told = &it.told[it.room];
    memset(is_to_be_killed, 0, sizeof is_to_be_killed);
    if (clients)
        draw_clients();
    double killed_ms = venue_ms();
    if (kiosk)
        assert_int_equal(process_kill(&it.venue.kiosk, SIGKILL), 128 + SIGKILL);
    people_hear(&it.people, 0);
    for (unsigned i = 0; i < PEOPLE; i++) {
        if (is_to_be_killed[i])
            people_kill(&it.people, i);
        told->client_kills += is_to_be_killed[i];
        it.people.person[i].in &= !kiosk; /* must come in anew */
    }
    if (kiosk) {
        told->kiosk_kills++;
        look_at_file();
        venue_open(&it.venue);
    }
    for (unsigned i = 0; i < PEOPLE; i++)
        if (is_to_be_killed[i])
            people_start(&it.people, i);
    await_everybody(killed_ms, kiosk);
    told->kills++;
}

static void what_was_saved_is_there_once(void **state)
{
    (void)state;
    struct told *told = &it.told[it.room];
    const char *seed = getenv("PLENARY_FAULT_SEED");
    venue_begin(&it.venue, NULL);
    venue_open(&it.venue);
    venue_begin_vote(&it.venue);
    people_come(&it.people, &it.venue, PEOPLE, (seed ? strtoul(seed, NULL, 10) : 0) + it.room);
    for (unsigned number = it.room; number < it.kills; number += ROOMS) {
        go_on_for_a_while();
        kill_and_recover(number);
    }
    people_settle(&it.people);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    look_at_file();
    told->sent = it.people.asked_count;
    told->saved = it.people.saved;
    told->refused = it.people.refused;
}

static int tear_down(void **state)
{
    (void)state;
    venue_end(&it.venue);
    people_end(&it.people);
    return 0;
}

static int run_room(unsigned room)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_was_saved_is_there_once, tear_down),
    };
    it.room = room;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

static void tell(void)
{
    static struct figures figures;
    static struct told all;
    for (unsigned r = 0; r < ROOMS; r++) {
        struct told *t = &it.told[r];
        all.kills += t->kills;
        all.kiosk_kills += t->kiosk_kills;
        all.client_kills += t->client_kills;
        all.sent += t->sent;
        all.saved += t->saved;
        all.refused += t->refused;
        all.lost += t->lost;
        all.doubled += t->doubled;
        all.denied += t->denied;
        for (unsigned i = 0; i < t->back.count; i++)
            figures_time(&all.back, t->back.ms[i]);
    }
    figures_begin(&figures, "kills");
    figures_count(&figures, "kills", all.kills);
    figures_count(&figures, "of_the_kiosk", all.kiosk_kills);
    figures_count(&figures, "of_clients", all.client_kills);
    figures_count(&figures, "sent", all.sent);
    figures_count(&figures, "receipted", all.saved);
    figures_count(&figures, "lost", all.lost);
    figures_count(&figures, "doubled", all.doubled);
    figures_count(&figures, "denied", all.denied);
    figures_count(&figures, "refused", all.refused);
    figures_times(&figures, "recover_ms", &all.back);
    figures_write(&figures);
}

int main(void)
{
    const char *wanted = getenv("PLENARY_FAULT_KILLS");
    int failed = 0;
    signal(SIGPIPE, SIG_IGN);
    it.kills = wanted ? (unsigned)atoi(wanted) : KILLS;
    it.told = mmap(NULL, ROOMS * sizeof *it.told, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (it.told == MAP_FAILED)
        return 1;
    for (unsigned room = 0; room < ROOMS; room++)
        if (fork() == 0)
            exit(run_room(room));
    for (int status; wait(&status) > 0;)
        failed |= status;
    tell();
    return failed != 0;
}
