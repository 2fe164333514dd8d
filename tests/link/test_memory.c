#include "testing.h"

#include "link/rig.h"

/* What only link_memory.h promises: the seed decides, and so does nothing else. */

enum {
    HOST,
    FIRST,
};

static struct rig rig;

static void connect_with(const struct link_faults *faults, struct link_peer *at_host,
                         struct link_peer *at_first)
{
    memset(&rig, 0, sizeof rig);
    rig.peers = 4;
    assert_int_equal(link_memory_create(&rig.memory, faults), ERROR_OK);
    rig_listen(&rig, HOST);
    rig_dial(&rig, FIRST, HOST);
    *at_host = rig_expect(&rig, HOST, LINK_CONNECTED);
    *at_first = rig_expect(&rig, FIRST, LINK_CONNECTED);
}

static uint64_t trace(uint64_t seed)
{
    const struct link_faults faults = {
        .seed = seed, .delay_ms = 5, .jitter_ms = 50, .loss_percent = 30, .resend_ms = 200};
    struct link_peer at_host, at_first;
    uint64_t sum = 0;
    connect_with(&faults, &at_host, &at_first);
    for (uint8_t i = 0; i < 50; i++) {
        assert_int_equal(link_send(rig.links[FIRST], at_first, &i, 1), ERROR_OK);
        rig_expect_bytes(&rig, HOST, &i, 1);
        sum = sum * 31 + rig.now_ms;
    }
    rig_end_all(&rig);
    return sum;
}

static void runs_the_same_from_the_same_seed(void **state)
{
    (void)state;
    assert_true(trace(1) == trace(1));
    assert_true(trace(1) != trace(2));
}

/* Whatever becomes of the datagrams, and of the word that they came: each message once, in order,
 * and in the end nothing waits any more. */
static void keeps_order_over_any_wire(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        const struct link_faults faults = {.seed = seed,
                                           .delay_ms = 5,
                                           .jitter_ms = 80,
                                           .loss_percent = 25,
                                           .double_percent = 25,
                                           .resend_ms = 100};
        struct link_peer at_host, at_first;
        connect_with(&faults, &at_host, &at_first);
        for (uint8_t i = 0; i < 100; i++) {
            assert_int_equal(link_send(rig.links[FIRST], at_first, &i, 1), ERROR_OK);
            assert_int_equal(link_send(rig.links[HOST], at_host, &i, 1), ERROR_OK);
        }
        for (uint8_t i = 0; i < 100; i++) {
            rig_expect_bytes(&rig, HOST, &i, 1);
            rig_expect_bytes(&rig, FIRST, &i, 1);
        }
        link_memory_trouble(rig.memory, NULL);
        assert_null(rig_take(&rig, HOST));
        assert_null(rig_take(&rig, FIRST));
        assert_int_equal(link_waiting(rig.links[HOST], at_host), 0);
        assert_int_equal(link_waiting(rig.links[FIRST], at_first), 0);
        rig_end_all(&rig);
    }
}

/* One end gives up before the other knows that anything is wrong. */
static void breaks_where_all_is_lost(void **state)
{
    (void)state;
    const struct link_faults deaf = {.loss_percent = 99, .resend_ms = 100};
    struct link_peer at_host, at_first;
    bool gone = false;
    connect_with(NULL, &at_host, &at_first);
    link_memory_trouble(rig.memory, &deaf);
    assert_int_equal(link_send(rig.links[FIRST], at_first, (const uint8_t *)"x", 1), ERROR_OK);
    rig_expect(&rig, FIRST, LINK_GONE);
    uint64_t first_ms = rig.now_ms;
    while (!gone) { /* x itself may have come, and no word of it back */
        struct rig_record *record = rig_take(&rig, HOST);
        assert_non_null(record);
        gone = record->kind == LINK_GONE;
        free(record);
    }
    assert_true(rig.now_ms > first_ms);
    rig_end_all(&rig);
}

static void crashes_without_a_word(void **state)
{
    (void)state;
    struct link_peer at_host, at_first;
    const struct link_faults faults = {.delay_ms = 10};
    connect_with(&faults, &at_host, &at_first);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"x", 1), ERROR_OK);
    uint64_t crashed_ms = rig.now_ms;
    link_memory_crash(&rig.links[HOST]);
    rig_expect_bytes(&rig, FIRST, "x", 1); /* it was on its way */
    rig_expect(&rig, FIRST, LINK_GONE);
    assert_int_equal(rig.now_ms - crashed_ms, LINK_MEMORY_SILENCE_MS);
    rig_end_all(&rig);
}

static void takes_its_time(void **state)
{
    (void)state;
    const struct link_faults faults = {.delay_ms = 40};
    struct link_peer at_host, at_first;
    struct link_event event;
    connect_with(&faults, &at_host, &at_first);
    uint64_t sent_ms = rig.now_ms;
    assert_int_equal(link_send(rig.links[FIRST], at_first, (const uint8_t *)"x", 1), ERROR_OK);
    link_memory_advance(rig.memory, sent_ms + 39);
    assert_false(link_next(rig.links[HOST], &event));
    link_memory_advance(rig.memory, sent_ms + 40);
    assert_true(link_next(rig.links[HOST], &event));
    assert_int_equal(event.kind, LINK_MESSAGE);
    rig_end_all(&rig);
}

static void breaks_when_told_to(void **state)
{
    (void)state;
    struct link_peer at_host, at_first;
    connect_with(NULL, &at_host, &at_first);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"x", 1), ERROR_OK);
    link_memory_cut(rig.links[FIRST]);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"y", 1), ERROR_OK);
    rig_expect(&rig, FIRST, LINK_GONE); /* neither x nor y */
    rig_expect(&rig, HOST, LINK_GONE);
    assert_int_equal(rig.now_ms, LINK_MEMORY_SILENCE_MS);
    rig_end_all(&rig);
}

static void breaks_by_chance(void **state)
{
    (void)state;
    const struct link_faults faults = {.seed = 3, .cut_per_million = 20000};
    struct link_peer at_host, at_first;
    int got = 0;
    connect_with(&faults, &at_host, &at_first);
    while (link_send(rig.links[FIRST], at_first, (const uint8_t *)"x", 1) == ERROR_OK) {
        struct rig_record *record = rig_take(&rig, HOST);
        assert_non_null(record);
        got += record->kind == LINK_MESSAGE;
        free(record);
        assert_true(got < 2000);
    }
    assert_true(got > 0);
    rig_end_all(&rig);
}

static void hosts_one_listener_after_another(void **state)
{
    (void)state;
    struct link *second;
    struct link_peer at_host, at_first;
    connect_with(NULL, &at_host, &at_first);
    assert_int_equal(link_memory_listen(&second, rig.memory, 4), ERROR_NETWORK);
    rig_drop(&rig, HOST);
    rig_expect(&rig, FIRST, LINK_GONE);
    rig_drop(&rig, FIRST);
    rig_listen(&rig, HOST); /* the kiosk was started again */
    rig_dial(&rig, FIRST, HOST);
    rig_expect(&rig, HOST, LINK_CONNECTED);
    rig_expect(&rig, FIRST, LINK_CONNECTED);
    rig_end_all(&rig);
}

static void forgets_one_that_never_arrived(void **state)
{
    (void)state;
    struct link_peer at_host, at_first;
    const struct link_faults faults = {.delay_ms = 10};
    connect_with(&faults, &at_host, &at_first);
    rig_dial(&rig, 2, HOST);
    rig_drop(&rig, 2);
    assert_int_equal(link_send(rig.links[FIRST], at_first, (const uint8_t *)"x", 1), ERROR_OK);
    rig_expect_bytes(&rig, HOST, "x", 1);
    assert_null(rig_take(&rig, HOST)); /* no word of the other */
    rig_end_all(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_the_same_from_the_same_seed),
        cmocka_unit_test(keeps_order_over_any_wire),
        cmocka_unit_test(breaks_where_all_is_lost),
        cmocka_unit_test(crashes_without_a_word),
        cmocka_unit_test(takes_its_time),
        cmocka_unit_test(breaks_when_told_to),
        cmocka_unit_test(breaks_by_chance),
        cmocka_unit_test(hosts_one_listener_after_another),
        cmocka_unit_test(forgets_one_that_never_arrived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
