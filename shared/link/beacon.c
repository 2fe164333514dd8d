#include "link/beacon.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/text.h"

static const uint8_t magic[] = {'P', 'L', 'N', 'Y', 1};

enum {
    AT_PORT = sizeof magic,
    AT_LENGTH = AT_PORT + 2,
    AT_TITLE = AT_LENGTH + 2,
    READS_MAX = 64, /* datagrams taken in one tick */
};

struct link_beacon {
    int socket;
    uint16_t to;
    bool called;
    uint64_t called_ms;
    size_t length;
    uint8_t datagram[LINK_BEACON_MAX];
};

struct link_finder {
    int socket;
    size_t count;
    struct link_caller callers[LINK_CALLERS_MAX];
};

static uint16_t read16(const uint8_t *from)
{
    return (uint16_t)(from[0] << 8 | from[1]);
}

static void write16(uint8_t *to, uint16_t value)
{
    to[0] = (uint8_t)(value >> 8);
    to[1] = (uint8_t)value;
}

size_t link_beacon_write(uint8_t to[LINK_BEACON_MAX], const char *title, uint16_t port)
{
    size_t length = strlen(title);
    assert(length > 0 && length < TITLE_SIZE);
    memcpy(to, magic, sizeof magic);
    write16(to + AT_PORT, port);
    write16(to + AT_LENGTH, (uint16_t)length);
    memcpy(to + AT_TITLE, title, length);
    return AT_TITLE + length;
}

bool link_beacon_read(struct link_caller *caller, const uint8_t *bytes, size_t length)
{
    if (length <= AT_TITLE || length > LINK_BEACON_MAX || memcmp(bytes, magic, sizeof magic) != 0)
        return false;
    size_t title_length = read16(bytes + AT_LENGTH);
    if (read16(bytes + AT_PORT) == 0 || title_length != length - AT_TITLE ||
        memchr(bytes + AT_TITLE, 0, title_length))
        return false;
    memcpy(caller->title, bytes + AT_TITLE, title_length);
    caller->title[title_length] = '\0';
    caller->port = read16(bytes + AT_PORT);
    return text_is_clean(caller->title) && text_visible(caller->title) <= TITLE_VISIBLE;
}

/* Whoever hears a call takes its sender's address for the kiosk's. */
static bool call_from(int socket, const char *address)
{
    struct sockaddr_in from = {.sin_family = AF_INET};
    return !address || (inet_pton(AF_INET, address, &from.sin_addr) == 1 &&
                        bind(socket, (struct sockaddr *)&from, sizeof from) == 0);
}

enum error link_beacon_open(struct link_beacon **out, uint16_t to, const char *from,
                            const char *title, uint16_t port, struct trouble *trouble)
{
    int yes = 1;
    *out = NULL;
    struct link_beacon *beacon = calloc(1, sizeof *beacon);
    if (!beacon)
        return trouble_set(trouble, ERROR_MEMORY, "There is not enough memory to call out.");
    beacon->socket = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (beacon->socket < 0 ||
        setsockopt(beacon->socket, SOL_SOCKET, SO_BROADCAST, &yes, sizeof yes) < 0 ||
        !call_from(beacon->socket, from)) {
        enum error e = trouble_set(trouble, ERROR_NETWORK,
                                   "The kiosk cannot announce itself on the network (%s). People "
                                   "can type its address instead.",
                                   strerror(errno));
        link_beacon_destroy(&beacon);
        return e;
    }
    beacon->to = to;
    beacon->length = link_beacon_write(beacon->datagram, title, port);
    *out = beacon;
    return ERROR_OK;
}

/* Where nobody can be reached the call is lost; the next one is two seconds away. */
static void call(const struct link_beacon *beacon, struct sockaddr_in where)
{
    where.sin_family = AF_INET;
    where.sin_port = htons(beacon->to);
    ssize_t sent = sendto(beacon->socket, beacon->datagram, beacon->length, 0,
                          (const struct sockaddr *)&where, sizeof where);
    (void)sent;
}

void link_beacon_tick(struct link_beacon *beacon, uint64_t now_ms)
{
    struct ifaddrs *all = NULL;
    if (beacon->called && now_ms - beacon->called_ms < LINK_BEACON_EVERY_MS)
        return;
    beacon->called = true;
    beacon->called_ms = now_ms;

    /* A broadcast, so that every client on this machine hears it. */
    call(beacon, (struct sockaddr_in){.sin_addr.s_addr = htonl(0x7fffffff)});
    if (getifaddrs(&all) < 0)
        return;
    for (const struct ifaddrs *at = all; at; at = at->ifa_next)
        if (at->ifa_addr && at->ifa_addr->sa_family == AF_INET && (at->ifa_flags & IFF_UP) &&
            (at->ifa_flags & IFF_BROADCAST) && at->ifa_broadaddr)
            call(beacon, *(const struct sockaddr_in *)(const void *)at->ifa_broadaddr);
    freeifaddrs(all);
}

void link_beacon_destroy(struct link_beacon **beacon)
{
    if (*beacon && (*beacon)->socket >= 0)
        close((*beacon)->socket);
    free(*beacon);
    *beacon = NULL;
}

enum error link_finder_open(struct link_finder **out, uint16_t on, struct trouble *trouble)
{
    int yes = 1;
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_port = htons(on)};
    *out = NULL;
    struct link_finder *finder = calloc(1, sizeof *finder);
    if (!finder)
        return trouble_set(trouble, ERROR_MEMORY, "There is not enough memory to listen.");
    finder->socket = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (finder->socket < 0 ||
        setsockopt(finder->socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) < 0 ||
        setsockopt(finder->socket, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes) < 0 ||
        bind(finder->socket, (const struct sockaddr *)&where, sizeof where) < 0) {
        enum error e = trouble_set(trouble, ERROR_NETWORK,
                                   "Kiosks cannot be listed by themselves here (%s). Type the "
                                   "address the screen shows.",
                                   strerror(errno));
        link_finder_destroy(&finder);
        return e;
    }
    *out = finder;
    return ERROR_OK;
}

static bool is_own(const char *address)
{
    return strncmp(address, "127.", 4) == 0;
}

/* The row of the same kiosk: same port and address, or, when one of them was heard over this
 * machine's own loopback, the same port and title. */
static struct link_caller *same_caller(struct link_finder *finder, const struct link_caller *heard)
{
    for (size_t i = 0; i < finder->count; i++) {
        struct link_caller *row = &finder->callers[i];
        bool loops = is_own(row->address) != is_own(heard->address);
        if (row->port == heard->port && (strcmp(row->address, heard->address) == 0 ||
                                         (loops && strcmp(row->title, heard->title) == 0)))
            return row;
    }
    return NULL;
}

static void remove_caller(struct link_finder *finder, size_t i)
{
    finder->count--;
    memmove(&finder->callers[i], &finder->callers[i + 1],
            (finder->count - i) * sizeof finder->callers[0]);
}

/* True when the list looks different for it. With a full list the one silent for longest goes. */
static bool collect(struct link_finder *finder, const struct link_caller *heard)
{
    struct link_caller *row = same_caller(finder, heard);
    if (row) {
        bool changed = strcmp(row->title, heard->title) != 0;
        text_copy(row->title, sizeof row->title, heard->title);
        row->heard_ms = heard->heard_ms;
        if (is_own(row->address) && !is_own(heard->address)) {
            memcpy(row->address, heard->address, sizeof row->address);
            changed = true;
        }
        return changed;
    }
    if (finder->count == LINK_CALLERS_MAX) {
        size_t oldest = 0;
        for (size_t i = 1; i < finder->count; i++)
            if (finder->callers[i].heard_ms < finder->callers[oldest].heard_ms)
                oldest = i;
        remove_caller(finder, oldest);
    }
    finder->callers[finder->count++] = *heard;
    return true;
}

bool link_finder_tick(struct link_finder *finder, uint64_t now_ms)
{
    bool changed = false;
    for (int i = 0; i < READS_MAX; i++) {
        uint8_t bytes[LINK_BEACON_MAX + 1]; /* one more shows that a datagram is too long */
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        struct link_caller heard = {.heard_ms = now_ms};
        ssize_t got =
            recvfrom(finder->socket, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &size);
        if (got < 0)
            break;
        if (size == sizeof from && link_beacon_read(&heard, bytes, (size_t)got) &&
            inet_ntop(AF_INET, &from.sin_addr, heard.address, sizeof heard.address))
            changed = collect(finder, &heard) || changed;
    }
    for (size_t i = finder->count; i-- > 0;) {
        if (now_ms - finder->callers[i].heard_ms < LINK_BEACON_FORGET_MS)
            continue;
        remove_caller(finder, i);
        changed = true;
    }
    return changed;
}

const struct link_caller *link_finder_list(const struct link_finder *finder, size_t *count)
{
    *count = finder->count;
    return finder->callers;
}

int link_finder_poll_fd(const struct link_finder *finder)
{
    return finder->socket;
}

uint16_t link_finder_port(const struct link_finder *finder)
{
    struct sockaddr_in at = {0};
    socklen_t size = sizeof at;
    if (getsockname(finder->socket, (struct sockaddr *)&at, &size) < 0)
        return 0;
    return ntohs(at.sin_port);
}

void link_finder_destroy(struct link_finder **finder)
{
    if (*finder && (*finder)->socket >= 0)
        close((*finder)->socket);
    free(*finder);
    *finder = NULL;
}

void link_own_address(char address[LINK_ADDRESS_SIZE])
{
    struct ifaddrs *all = NULL;
    address[0] = '\0';
    if (getifaddrs(&all) < 0)
        return;
    for (const struct ifaddrs *at = all; at && !address[0]; at = at->ifa_next) {
        if (!at->ifa_addr || at->ifa_addr->sa_family != AF_INET || !(at->ifa_flags & IFF_UP) ||
            (at->ifa_flags & IFF_LOOPBACK))
            continue;
        const struct sockaddr_in *in = (const struct sockaddr_in *)(const void *)at->ifa_addr;
        if (!inet_ntop(AF_INET, &in->sin_addr, address, LINK_ADDRESS_SIZE))
            address[0] = '\0';
    }
    freeifaddrs(all);
}
