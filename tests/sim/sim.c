#include "sim/sim.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link/seeded.h"

enum {
    ACTIVE_STEPS = 40,          /* of each half of a seed */
    QUIET_MOST_MS = 120 * 1000, /* by then everybody is back: pauses are of 10 s at the most, and a
                                 * wrong code waits a minute */
};

void sim_fail(struct sim *sim, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(sim->failure, sizeof sim->failure, format, list);
    va_end(list);
    longjmp(sim->out, 1);
}

void sim_tell(const struct sim *sim, const char *format, ...)
{
    va_list list;
    if (!sim->trace)
        return;
    printf("%4u %8lld  ", sim->step, (long long)sim->now_ms);
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    printf("\n");
}

unsigned sim_below(struct sim *sim, unsigned below)
{
    return (unsigned)seeded_below(&sim->dice, below);
}

bool sim_one_in(struct sim *sim, unsigned n)
{
    return sim_below(sim, n) == 0;
}

/* ---- the weather */

/* Fine, as on a hotel's Wi-Fi, or a storm. */
static void change_weather(struct sim *sim)
{
    static const struct link_faults weathers[] = {
        {.delay_ms = 1},
        {.delay_ms = 10, .jitter_ms = 40, .loss_percent = 5, .double_percent = 5, .resend_ms = 150},
        {.delay_ms = 40,
         .jitter_ms = 200,
         .loss_percent = 25,
         .double_percent = 20,
         .resend_ms = 250,
         .cut_per_million = 2000},
    };
    unsigned weather = sim_below(sim, 3);
    sim_tell(sim, "weather %u", weather);
    link_memory_trouble(sim->memory, &weathers[weather]);
}

static void strike(struct sim *sim)
{
    switch (sim_below(sim, 8)) {
    case 0:
    case 1:
    case 2: /* somewhere in the ticks to come */
        sim->moments = 1 + sim_below(sim, 12);
        break;
    case 3:
        sim_tell(sim, "the kiosk is killed");
        sim->tally->crashes++;
        kiosk_kill(sim);
        sim->down_ms = sim->now_ms + sim_below(sim, 12000);
        break;
    case 4:
        sim_tell(sim, "the disk is full");
        journal_disk_fail_after(sim->disk, sim_below(sim, 3), 1 + sim_below(sim, 12),
                                sim_one_in(sim, 2) ? ERROR_FULL : ERROR_IO);
        sim->tally->full_disks++;
        break;
    case 5:
        sim_tell(sim, "the kiosk is busy");
        sim->stalled_ms = sim->now_ms + sim_below(sim, 7000);
        sim->tally->stalls++;
        break;
    default:
        change_weather(sim);
    }
}

/* ---- one step */

/* Every connection counts as tried before: the next wrong guess takes the code out of use. */
static void wear_out_codes(struct sim *sim)
{
    for (int i = 0; i < LINK_SELECTORS; i++)
        sim->host->house.guard.code_failures[i] = LINK_CODE_FAILURES - 1;
}

static void serve(struct sim *sim)
{
    if (!sim->host && sim->now_ms >= sim->down_ms)
        kiosk_start(sim);
    if (sim->host && sim->now_ms >= sim->stalled_ms) {
        kiosk_tick(sim);
        sim->tally->crashes += !sim->host;
    }
    if (sim->host) {
        if (sim->compare_due || sim->broken == BREAK_STATE)
            ledger_compare(sim, "after a tick");
        kiosk_read_box(sim);
    }
    people_step(sim);
    quiet_check_bounds(sim);
}

static void advance(struct sim *sim, int64_t ms)
{
    sim->step++;
    sim->tally->steps++;
    sim->now_ms += ms;
    link_memory_advance(sim->memory, (uint64_t)sim->now_ms);
}

static void play_steps(struct sim *sim, unsigned steps)
{
    bool calm = sim_one_in(sim, 4);
    for (unsigned i = 0; i < steps; i++) {
        advance(sim, 5 + sim_below(sim, sim_one_in(sim, 12) ? 1500 : 60));
        if (!calm && sim_one_in(sim, 14) && sim->host)
            strike(sim);
        for (unsigned acts = sim_below(sim, 8); acts > 0; acts--)
            people_act(sim);
        if (sim_one_in(sim, 2))
            people_present(sim);
        serve(sim);
    }
}

/* The faults end; everybody comes back, hears what there is, and has the room that is theirs. */
static void fall_quiet(struct sim *sim)
{
    int64_t until_ms = sim->now_ms + QUIET_MOST_MS;
    unsigned settled = 0;
    sim_tell(sim, "quiet");
    link_memory_trouble(sim->memory, NULL);
    journal_disk_fail(sim->disk, ERROR_OK);
    sim->moments = 0;
    sim->down_ms = sim->stalled_ms = sim->now_ms;
    people_wake(sim);
    /* what is held up by a scrub, or waits for the next projection, takes a second at most */
    while (settled < 1500 / SIM_QUIET_STEP_MS) {
        advance(sim, SIM_QUIET_STEP_MS);
        serve(sim);
        settled = people_are_settled(sim) ? settled + 1 : 0;
        if (sim->now_ms > until_ms)
            sim_fail(sim, "two minutes after the last fault not everybody is back");
    }
    quiet_check_rooms(sim);
}

static void play(struct sim *sim)
{
    ledger_begin(sim);
    kiosk_begin(sim);
    people_begin(sim);
    if (sim->seed % 16 == 5)
        wear_out_codes(sim);
    for (unsigned i = 0; i < SIM_CLIENTS; i++)
        people_act(sim);
    play_steps(sim, ACTIVE_STEPS);
    if (sim_one_in(sim, 2))
        fall_quiet(sim);
    play_steps(sim, ACTIVE_STEPS);
    if (sim_one_in(sim, 5))
        people_close(sim);
    fall_quiet(sim);
    kiosk_kill(sim);
    kiosk_start(sim);
}

bool sim_play(struct sim *sim)
{
    struct link_faults fine = {.seed = sim->seed, .delay_ms = 1};
    sim->dice = sim->seed * UINT64_C(0x9E3779B97F4A7C15);
    sim->host_seed = seeded_next(&sim->dice);
    if (link_memory_create(&sim->memory, &fine) != ERROR_OK)
        abort();
    taps_begin(sim);
    bool well = !setjmp(sim->out);
    if (well)
        play(sim);
    people_end(sim);
    kiosk_end(sim);
    ledger_end(sim);
    room_destroy(&sim->expected);
    link_memory_destroy(&sim->memory);
    taps_end();
    sim->tally->seeds++;
    return well;
}
