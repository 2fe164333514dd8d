#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "link/beacon.h"
#include "testing.h"

static void reads_what_it_writes(void **state)
{
    (void)state;
    uint8_t bytes[LINK_BEACON_MAX];
    struct link_caller caller = {0};
    size_t length = link_beacon_write(bytes, "Ashby cluster \xC3\xA9", 47331);
    assert_true(link_beacon_read(&caller, bytes, length));
    assert_string_equal(caller.title, "Ashby cluster \xC3\xA9");
    assert_int_equal(caller.port, 47331);

    char widest[TITLE_SIZE]; /* 64 visible characters of four bytes */
    for (int i = 0; i < TITLE_SIZE - 1; i += 4)
        memcpy(widest + i, "\xF0\x9F\x8C\xB3", 4);
    widest[TITLE_SIZE - 1] = '\0';
    length = link_beacon_write(bytes, widest, 1);
    assert_int_equal(length, LINK_BEACON_MAX);
    assert_true(link_beacon_read(&caller, bytes, length));
    assert_string_equal(caller.title, widest);
}

static void reads_nothing_else(void **state)
{
    (void)state;
    uint8_t bytes[LINK_BEACON_MAX + 8] = {0}, good[LINK_BEACON_MAX + 8] = {0};
    struct link_caller caller;
    size_t length = link_beacon_write(good, "Ashby", 47331);
    for (size_t other = 0; other < sizeof good; other++)
        assert_int_equal(link_beacon_read(&caller, good, other), other == length);
    for (size_t i = 0; i < 5; i++) { /* magic and version */
        memcpy(bytes, good, sizeof good);
        bytes[i] ^= 1;
        assert_false(link_beacon_read(&caller, bytes, length));
    }
    static const char *const odd[] = {" Ashby", "Ash\nby", "\xC3(", "\xFF"};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        length = link_beacon_write(bytes, odd[i], 47331);
        assert_false(link_beacon_read(&caller, bytes, length));
    }
    length = link_beacon_write(bytes, "Ashby", 0);
    assert_false(link_beacon_read(&caller, bytes, length));
    length = link_beacon_write(bytes, "Ash_y", 1);
    bytes[length - 2] = 0;
    assert_false(link_beacon_read(&caller, bytes, length));
    char long_title[TITLE_VISIBLE + 2] = {0};
    memset(long_title, 'x', TITLE_VISIBLE + 1);
    length = link_beacon_write(bytes, long_title, 1);
    assert_false(link_beacon_read(&caller, bytes, length));
    long_title[TITLE_VISIBLE] = '\0';
    length = link_beacon_write(bytes, long_title, 1);
    assert_true(link_beacon_read(&caller, bytes, length));
}

/* Waits for a datagram; false when none comes, as where broadcasts are forbidden. */
static bool wait_for(struct link_finder *finder)
{
    struct pollfd fd = {.fd = link_finder_poll_fd(finder), .events = POLLIN};
    return poll(&fd, 1, 5000) == 1;
}

static void is_heard_on_this_machine(void **state)
{
    (void)state;
    struct link_finder *finder, *beside;
    struct link_beacon *beacon;
    size_t count;
    assert_int_equal(link_finder_open(&finder, 0, NULL), ERROR_OK);
    assert_int_equal(link_finder_open(&beside, link_finder_port(finder), NULL), ERROR_OK);
    assert_int_equal(
        link_beacon_open(&beacon, link_finder_port(finder), NULL, "Ashby cluster", 4711, NULL),
        ERROR_OK);
    link_beacon_tick(beacon, 0);
    if (!wait_for(finder) || !wait_for(beside)) {
        print_message("no broadcasts on this machine: not tested\n");
        link_beacon_destroy(&beacon);
        link_finder_destroy(&finder);
        link_finder_destroy(&beside);
        skip();
    }
    assert_true(link_finder_tick(finder, 1000));
    assert_true(link_finder_tick(beside, 1000));
    const struct link_caller *list = link_finder_list(finder, &count);
    assert_int_equal(count, 1);
    assert_string_equal(list[0].title, "Ashby cluster");
    assert_int_equal(list[0].port, 4711);
    assert_int_equal(list[0].heard_ms, 1000);
    assert_string_not_equal(list[0].address, "");

    assert_false(link_finder_tick(finder, 1000 + LINK_BEACON_FORGET_MS - 1));
    assert_true(link_finder_tick(finder, 1000 + LINK_BEACON_FORGET_MS));
    link_finder_list(finder, &count);
    assert_int_equal(count, 0);

    /* Silent for two seconds, then again. */
    link_beacon_tick(beacon, LINK_BEACON_EVERY_MS - 1);
    struct pollfd fd = {.fd = link_finder_poll_fd(finder), .events = POLLIN};
    assert_int_equal(poll(&fd, 1, 0), 0);
    link_beacon_tick(beacon, LINK_BEACON_EVERY_MS);
    assert_true(wait_for(finder));
    link_beacon_destroy(&beacon);
    link_finder_destroy(&finder);
    link_finder_destroy(&beside);
}

/* A datagram straight to the finder, by one of this machine's addresses: no broadcast needed. */
static void tell_by(const char *address, struct link_finder *finder, const char *title,
                    uint16_t port)
{
    uint8_t bytes[LINK_BEACON_MAX];
    size_t length = link_beacon_write(bytes, title, port);
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons(link_finder_port(finder)),
                             .sin_addr.s_addr = inet_addr(address)};
    int from = socket(AF_INET, SOCK_DGRAM, 0);
    assert_true(from >= 0);
    assert_int_equal(sendto(from, bytes, length, 0, (const struct sockaddr *)&to, sizeof to),
                     (ssize_t)length);
    close(from);
    assert_true(wait_for(finder));
}

static void tell(struct link_finder *finder, const char *title, uint16_t port)
{
    tell_by("127.0.0.1", finder, title, port);
}

static void lists_a_kiosk_of_this_machine_once(void **state)
{
    (void)state;
    struct link_finder *finder;
    size_t count;
    char address[LINK_ADDRESS_SIZE];
    link_own_address(address);
    if (!address[0]) {
        print_message("no network on this machine: not tested\n");
        skip();
    }
    assert_int_equal(link_finder_open(&finder, 0, NULL), ERROR_OK);
    tell(finder, "Ashby", 1);
    assert_true(link_finder_tick(finder, 0));
    tell_by(address, finder, "Ashby", 1);
    assert_true(link_finder_tick(finder, 1));
    tell(finder, "Ashby", 1);
    assert_false(link_finder_tick(finder, 2));
    const struct link_caller *list = link_finder_list(finder, &count);
    assert_int_equal(count, 1);
    assert_string_equal(list[0].address, address); /* the one that others can use */
    link_finder_destroy(&finder);
}

static void lists_kiosks_in_the_order_heard(void **state)
{
    (void)state;
    struct link_finder *finder;
    size_t count;
    assert_int_equal(link_finder_open(&finder, 0, NULL), ERROR_OK);
    for (uint16_t port = 1; port <= LINK_CALLERS_MAX; port++) {
        tell(finder, "Ashby", port);
        assert_true(link_finder_tick(finder, port));
    }
    tell(finder, "Ashby", 1);
    assert_false(link_finder_tick(finder, 100)); /* heard again: nothing looks different */
    tell(finder, "Ashby and Blackfordby", 1);
    assert_true(link_finder_tick(finder, 101));

    /* One too many: the one silent for longest gives way. */
    tell(finder, "Coalville", 99);
    assert_true(link_finder_tick(finder, 102));
    const struct link_caller *list = link_finder_list(finder, &count);
    assert_int_equal(count, LINK_CALLERS_MAX);
    assert_string_equal(list[0].title, "Ashby and Blackfordby");
    assert_int_equal(list[1].port, 3);
    assert_int_equal(list[count - 1].port, 99);
    link_finder_destroy(&finder);
}

static void shows_an_address_that_is_not_loopback(void **state)
{
    (void)state;
    char address[LINK_ADDRESS_SIZE];
    struct in_addr parsed;
    link_own_address(address);
    if (!address[0])
        return; /* no network: nothing to show */
    assert_int_equal(inet_pton(AF_INET, address, &parsed), 1);
    assert_int_not_equal(ntohl(parsed.s_addr) >> 24, 127);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(reads_nothing_else),
        cmocka_unit_test(is_heard_on_this_machine),
        cmocka_unit_test(lists_a_kiosk_of_this_machine_once),
        cmocka_unit_test(lists_kiosks_in_the_order_heard),
        cmocka_unit_test(shows_an_address_that_is_not_loopback),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
