#include "sim/sim.h"

#include <stdio.h>

static void print_commands(const struct sim_tally *t)
{
    printf("%-20s %10s %10s %10s\n", "command", "done", "receipted", "refused");
    for (unsigned k = 0; k < COMMAND_COUNT; k++)
        printf("%-20s %10lu %10lu %10lu\n", command_word((enum command_kind)k), t->done[k],
               t->receipted[k], t->refused[k]);
}

static void print_refusals(const struct sim_tally *t)
{
    printf("\nrefusals:");
    for (unsigned r = 1; r < REFUSAL_COUNT; r++)
        if (t->refusals[r])
            printf(" %s %lu", refusal_word((enum refusal)r), t->refusals[r]);
    printf("\nnever told:");
    for (unsigned r = 1; r < REFUSAL_COUNT; r++)
        if (!t->refusals[r])
            printf(" %s", refusal_word((enum refusal)r));
    printf("\nnever sent:");
    for (unsigned k = 0; k < ITEM_COUNT; k++)
        if (!t->items[k])
            printf(" %s", item_word((enum item_kind)k));
    printf("\nsessions that ended:");
    for (unsigned o = 1; o < SESSION_OVER_COUNT; o++)
        printf(" %s %lu", session_over_word((enum session_over)o), t->overs[o]);
    printf("\n");
}

void tally_print(const struct sim_tally *t)
{
    print_commands(t);
    print_refusals(t);
    printf("kiosk killed %lu times: before a write %lu, after it %lu, while sending %lu, between "
           "ticks the rest; stalled %lu, its clock put elsewhere %lu\n",
           t->crashes, t->crashes_before, t->crashes_after, t->crashes_sending, t->stalls,
           t->kiosk_jumps);
    printf("disk full %lu times, commands not saved %lu; cables pulled %lu, laptops asleep %lu, "
           "their clocks jumped %lu\n",
           t->full_disks, t->not_saved, t->cuts, t->sleeps, t->client_jumps);
    printf("seats taken %lu, moved to another laptop %lu, come back to %lu\n", t->joins, t->moves,
           t->returns);
    printf("%lu seeds, %lu steps, %lu letters looked into, %lu marks seen where they may be, %lu "
           "rooms compared, %lu whole replays, %lu bytes on the wire\n",
           t->seeds, t->steps, t->letters, t->marks, t->rooms, t->replays, t->wire_bytes);
}

enum command_kind tally_missing(const struct sim_tally *t)
{
    enum { KIOSK, FACILITATOR, SEAT };
    static const uint8_t who_may[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = who,
        COMMAND_LIST(X)
#undef X
    };
    for (unsigned k = 0; k < COMMAND_COUNT; k++)
        if (who_may[k] == KIOSK ? !t->done[k] : !t->receipted[k])
            return (enum command_kind)k;
    return COMMAND_COUNT;
}
