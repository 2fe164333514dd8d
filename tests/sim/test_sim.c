#include "testing.h"

#include "sim/sim.h"

#include <stdlib.h>

/* That the simulation decides everything by its seed, and that it notices what it is there to
 * notice: each thing it checks is broken once. */

static struct sim sim;
static struct sim_tally tally;

static bool play(uint64_t seed, enum sim_break broken)
{
    memset(&sim, 0, sizeof sim);
    sim.seed = seed;
    sim.broken = broken;
    sim.tally = &tally;
    return sim_play(&sim);
}

static void the_same_seed_sends_the_same_bytes(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        assert_true(play(seed, BREAK_NOTHING));
        uint64_t digest = sim.digest;
        unsigned steps = sim.step;
        assert_true(play(seed, BREAK_NOTHING));
        assert_true(sim.digest == digest && sim.step == steps);
        assert_true(play(seed + 100, BREAK_NOTHING));
        assert_true(sim.digest != digest);
    }
}

/* Broken like that, one of a few seeds must say so in these words. */
static void assert_notices(enum sim_break broken, const char *words)
{
    for (uint64_t seed = 1; seed <= 12; seed++) {
        if (play(seed, broken))
            continue;
        if (!strstr(sim.failure, words))
            fail_msg("seed %u: '%s' instead of '%s'", (unsigned)seed, sim.failure, words);
        return;
    }
    fail_msg("nobody noticed that %s", words);
}

static void it_notices_what_it_is_there_to_notice(void **state)
{
    (void)state;
    assert_notices(BREAK_STATE, "the state is not what the journal says");
    assert_notices(BREAK_COMMIT, "was committed and is not there");
    assert_notices(BREAK_RECEIPT, "was receipted and is not there");
    assert_notices(BREAK_TWICE, "is of no command");
    assert_notices(BREAK_ITEM, "not what is projected");
    assert_notices(BREAK_SECRET, "not for them");
    assert_notices(BREAK_BOUND, "is the most");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_sends_the_same_bytes),
        cmocka_unit_test(it_notices_what_it_is_there_to_notice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
