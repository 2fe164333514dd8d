/* Bytes that nobody honest sends: they cost the connection and nothing else. */

#include "testing.h"

#include "link/seeded.h"
#include "session/stand.h"

static struct stand stand;

static void garbage_ends_a_first_attempt(void **state)
{
    struct stand *s = *state;
    static const uint8_t garbage[] = "what is this";
    link_destroy(&s->link);
    assert_false(link_memory_listen(&s->link, s->memory, STAND_DOORS));
    s->hangs = true;
    stand_join(s, STAND_CODE);
    stand_run(s, 50);
    struct link_event event;
    assert_true(link_next(s->link, &event));
    assert_false(link_send(s->link, event.peer, garbage, sizeof garbage));
    stand_run(s, 50);
    assert_int_equal(session_over(s->session), SESSION_BROKEN);
}

/* A letter that is none, and bytes that were never sealed: the seat outlives both. */
static void garbage_costs_a_seat_its_connection(void **state)
{
    struct stand *s = *state;
    uint8_t bytes[300];
    struct link_random random = seeded(&s->seed);
    stand_sit(s);
    for (int i = 0; i < 20; i++) {
        random.fill(random.context, bytes, sizeof bytes);
        if (i % 2)
            stand_send_bytes(s, bytes, sizeof bytes);
        else
            for (unsigned d = 0; d < STAND_DOORS; d++)
                if (s->doors[d].open)
                    assert_false(link_send(s->link, s->doors[d].peer, bytes, sizeof bytes));
        s->dial_count = 0;
        stand_run(s, 4000);
        assert_int_equal(s->dial_count, 1);
        assert_int_equal(session_state(s->session), SESSION_UP);
    }
    stand_run(s, 2000);
    assert_int_equal(session_state(s->session), SESSION_UP);
}

int main(void)
{
#define TEST(name) STAND_TEST(name, &stand)
    const struct CMUnitTest tests[] = {
        TEST(garbage_ends_a_first_attempt),
        TEST(garbage_costs_a_seat_its_connection),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
