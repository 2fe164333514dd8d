#include <enet/enet.h>
#include <stdio.h>

#include "testing.h"

#include "link/rig.h"

/* What link.h promises, over each transport. */

enum {
    HOST,
    FIRST,
    SECOND,
    THIRD,
};

static struct rig rig;
static struct link_peer at_host, at_first; /* the two ends of FIRST's connection */

static int begin_memory(void **state)
{
    (void)state;
    memset(&rig, 0, sizeof rig);
    rig.peers = 2;
    const struct link_faults faults = {
        .seed = 1, .delay_ms = 20, .jitter_ms = 30, .loss_percent = 20, .resend_ms = 100};
    return link_memory_create(&rig.memory, &faults) ? -1 : 0;
}

static int begin_enet(void **state)
{
    (void)state;
    memset(&rig, 0, sizeof rig);
    rig.peers = 2;
    return 0;
}

static int end(void **state)
{
    (void)state;
    rig_end_all(&rig);
    return 0;
}

static void connect_first(void)
{
    rig_listen(&rig, HOST);
    rig_dial(&rig, FIRST, HOST);
    at_host = rig_expect(&rig, HOST, LINK_CONNECTED);
    at_first = rig_expect(&rig, FIRST, LINK_CONNECTED);
}

static void send_text(int from, struct link_peer to, const char *text)
{
    assert_int_equal(link_send(rig.links[from], to, (const uint8_t *)text, strlen(text)), ERROR_OK);
}

static void expect_text(int at, const char *text)
{
    rig_expect_bytes(&rig, at, text, strlen(text));
}

static void speaks_both_ways(void **state)
{
    (void)state;
    char address[LINK_ADDRESS_SIZE];
    connect_first();
    assert_int_equal(link_peers(rig.links[HOST]), 2);
    link_address(rig.links[HOST], at_host, address);
    assert_string_equal(address, "127.0.0.1");
    send_text(FIRST, at_first, "hello");
    expect_text(HOST, "hello");
    send_text(HOST, at_host, "welcome");
    expect_text(FIRST, "welcome");
}

static void keeps_a_thousand_in_order(void **state)
{
    (void)state;
    char text[32];
    connect_first();
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "message %d", i);
        send_text(FIRST, at_first, text);
    }
    for (int i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "message %d", i);
        expect_text(HOST, text);
    }
}

/* Whoever gets the first of much need not wait until the last is made. */
static void much_is_under_way_before_all_is_queued(void **state)
{
    (void)state;
    connect_first();
    rig.stopped[HOST] = true;
    for (int i = 0; i < 200; i++)
        send_text(HOST, at_host, "one of many");
    expect_text(FIRST, "one of many");
}

static void carries_the_largest_and_no_larger(void **state)
{
    (void)state;
    static uint8_t big[LINK_MESSAGE_MAX + 1];
    for (size_t i = 0; i < sizeof big; i++)
        big[i] = (uint8_t)(i * 7);
    connect_first();
    struct link *link = rig.links[FIRST];
    assert_int_equal(link_send(link, at_first, big, LINK_MESSAGE_MAX + 1), ERROR_RANGE);
    assert_int_equal(link_send(link, at_first, big, 0), ERROR_RANGE);
    assert_int_equal(link_send(link, at_first, big, LINK_MESSAGE_MAX), ERROR_OK);
    rig_expect_bytes(&rig, HOST, big, LINK_MESSAGE_MAX);
}

static void bounds_what_waits(void **state)
{
    (void)state;
    static const uint8_t bytes[10000];
    connect_first();
    rig.stopped[FIRST] = true;
    size_t queued = 0;
    enum error e;
    while (!(e = link_send(rig.links[HOST], at_host, bytes, sizeof bytes))) {
        queued += sizeof bytes;
        assert_int_equal(link_waiting(rig.links[HOST], at_host), queued);
        rig_serve(&rig);
    }
    assert_int_equal(e, ERROR_RANGE);
    assert_in_range(queued, LINK_WAITING_MAX - sizeof bytes + 1, LINK_WAITING_MAX);

    /* Served again it takes all that waited, and there is room once more. */
    rig.stopped[FIRST] = false;
    for (size_t got = 0; got < queued; got += sizeof bytes)
        rig_expect_bytes(&rig, FIRST, bytes, sizeof bytes);
    send_text(FIRST, at_first, "all here");
    expect_text(HOST, "all here");
    while (link_waiting(rig.links[HOST], at_host) > 0)
        if (!rig_serve(&rig))
            assert_true(rig_sleep(&rig));
    assert_int_equal(link_send(rig.links[HOST], at_host, bytes, sizeof bytes), ERROR_OK);
}

static void notices_a_client_that_ends(void **state)
{
    (void)state;
    char address[LINK_ADDRESS_SIZE];
    connect_first();
    link_disconnect(rig.links[FIRST], at_first, LINK_AT_ONCE);
    assert_int_equal(link_send(rig.links[FIRST], at_first, (const uint8_t *)"x", 1), ERROR_ABSENT);
    struct link_peer gone = rig_expect(&rig, HOST, LINK_GONE);
    assert_memory_equal(&gone, &at_host, sizeof gone);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"x", 1), ERROR_ABSENT);
    assert_int_equal(link_waiting(rig.links[HOST], at_host), 0);
    link_address(rig.links[HOST], at_host, address);
    assert_string_equal(address, "");
    link_disconnect(rig.links[HOST], at_host, LINK_AT_ONCE); /* harmless */
}

static void delivers_before_it_ends(void **state)
{
    (void)state;
    connect_first();
    send_text(HOST, at_host, "one");
    send_text(HOST, at_host, "another kiosk holds your seat");
    link_disconnect(rig.links[HOST], at_host, LINK_AFTER_SENDING);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"x", 1), ERROR_ABSENT);
    expect_text(FIRST, "one");
    expect_text(FIRST, "another kiosk holds your seat");
    rig_expect(&rig, FIRST, LINK_GONE);
    assert_null(rig.logs[HOST]); /* the side that ended it hears nothing more */
}

static void notices_a_host_that_ends(void **state)
{
    (void)state;
    connect_first();
    rig_drop(&rig, HOST);
    rig_expect(&rig, FIRST, LINK_GONE);
}

static void tells_one_on_the_same_index_from_the_other(void **state)
{
    (void)state;
    connect_first();
    rig_drop(&rig, FIRST);
    rig_expect(&rig, HOST, LINK_GONE);
    rig_dial(&rig, SECOND, HOST);
    struct link_peer second = rig_expect(&rig, HOST, LINK_CONNECTED);
    rig_expect(&rig, SECOND, LINK_CONNECTED);
    assert_int_equal(second.index, at_host.index);
    assert_int_not_equal(second.generation, at_host.generation);
    assert_int_equal(link_send(rig.links[HOST], at_host, (const uint8_t *)"x", 1), ERROR_ABSENT);
    send_text(HOST, second, "for you");
    expect_text(SECOND, "for you");
}

static void takes_no_more_than_there_is_room_for(void **state)
{
    (void)state;
    connect_first();
    rig_dial(&rig, SECOND, HOST);
    struct link_peer second = rig_expect(&rig, HOST, LINK_CONNECTED);
    rig_expect(&rig, SECOND, LINK_CONNECTED);
    assert_int_not_equal(second.index, at_host.index);
    rig_dial(&rig, THIRD, HOST);
    rig_expect(&rig, THIRD, LINK_GONE); /* never connected */
    send_text(HOST, at_host, "still here");
    expect_text(FIRST, "still here");
}

static void gives_up_when_nobody_listens(void **state)
{
    (void)state;
    rig_listen(&rig, HOST);
    if (rig.memory) {
        rig_drop(&rig, HOST);
        rig_dial(&rig, FIRST, HOST);
    } else {
        uint16_t port = link_port(rig.links[HOST]);
        rig_drop(&rig, HOST);
        assert_int_equal(link_enet_dial(&rig.links[FIRST], "127.0.0.1", port, NULL), ERROR_OK);
    }
    uint64_t from_ms = rig_clock_ms();
    struct link_peer none = rig_expect(&rig, FIRST, LINK_GONE);
    assert_in_range(rig_clock_ms() - from_ms, 0, 6000); /* a person waits for it */
    assert_int_equal(none.generation, 0);
    assert_int_equal(link_send(rig.links[FIRST], none, (const uint8_t *)"x", 1), ERROR_ABSENT);
}

/* ENet's clock is one for the program, and may be put right a little while somebody dials. */
static void a_clock_that_is_set_back_a_little_ends_no_dial(void **state)
{
    (void)state;
    struct link_event event;
    rig_listen(&rig, HOST);
    rig_dial(&rig, FIRST, HOST);
    enet_time_set(enet_time_get() - 30);
    assert_false(link_next(rig.links[FIRST], &event)); /* the host has not been served yet */
    rig_expect(&rig, FIRST, LINK_CONNECTED);
}

static void gives_up_a_client_that_hangs(void **state)
{
    (void)state;
    connect_first();
    if (rig.memory)
        link_memory_cut(rig.links[FIRST]);
    rig.stopped[FIRST] = true;
    uint64_t from_ms = rig.memory ? rig.now_ms : rig_clock_ms();
    send_text(HOST, at_host, "are you there?");
    rig_expect(&rig, HOST, LINK_GONE);
    uint64_t took_ms = (rig.memory ? rig.now_ms : rig_clock_ms()) - from_ms;
    assert_in_range(took_ms, 1500, 8000);
}

/* ---- ENet only ---- */

static void says_which_port_is_in_use(void **state)
{
    (void)state;
    char wanted[16];
    struct trouble trouble = {0};
    struct link *second = NULL;
    rig_listen(&rig, HOST);
    uint16_t port = link_port(rig.links[HOST]);
    assert_int_not_equal(port, 0);
    assert_int_equal(link_enet_listen(&second, "127.0.0.1", port, 2, &trouble), ERROR_NETWORK);
    assert_null(second);
    snprintf(wanted, sizeof wanted, "Port %u", port);
    assert_non_null(strstr(trouble.text, wanted));
}

static void says_which_address_is_wrong(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    struct link *link = NULL;
    assert_int_equal(link_enet_listen(&link, "the kiosk", 0, 2, &trouble), ERROR_NETWORK);
    assert_non_null(strstr(trouble.text, "the kiosk"));
    trouble.text[0] = '\0';
    assert_int_equal(link_enet_listen(&link, "203.0.113.9", 0, 2, &trouble), ERROR_NETWORK);
    assert_string_not_equal(trouble.text, "");
    assert_null(link);
}

static void asks_for_large_buffers(void **state)
{
    (void)state;
    rig_listen(&rig, HOST);
    assert_in_range(link_enet_buffer(rig.links[HOST]), 64 * 1024, LINK_ENET_BUFFER);
    assert_true(link_poll_fd(rig.links[HOST]) >= 0);
    assert_true(link_poll_ms(rig.links[HOST]) >= 100); /* nobody there: it may sleep */
}

#define OVER_BOTH(test)                                                                            \
    {#test " over memory", test, begin_memory, end, NULL},                                         \
    {                                                                                              \
#test " over ENet", test, begin_enet, end, NULL                                            \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        OVER_BOTH(speaks_both_ways),
        OVER_BOTH(keeps_a_thousand_in_order),
        OVER_BOTH(carries_the_largest_and_no_larger),
        OVER_BOTH(bounds_what_waits),
        OVER_BOTH(notices_a_client_that_ends),
        OVER_BOTH(delivers_before_it_ends),
        OVER_BOTH(notices_a_host_that_ends),
        OVER_BOTH(tells_one_on_the_same_index_from_the_other),
        OVER_BOTH(takes_no_more_than_there_is_room_for),
        OVER_BOTH(gives_up_when_nobody_listens),
        OVER_BOTH(gives_up_a_client_that_hangs),
        cmocka_unit_test_setup_teardown(a_clock_that_is_set_back_a_little_ends_no_dial, begin_enet,
                                        end),
        cmocka_unit_test_setup_teardown(much_is_under_way_before_all_is_queued, begin_enet, end),
        cmocka_unit_test_setup_teardown(says_which_port_is_in_use, begin_enet, end),
        cmocka_unit_test_setup_teardown(says_which_address_is_wrong, begin_enet, end),
        cmocka_unit_test_setup_teardown(asks_for_large_buffers, begin_enet, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
