#include "programs/lossy.h"

#include "testing.h"

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DATAGRAM_MAX = 65536 };

/* One client of the relay: where it sends from, and our socket towards the kiosk that stands for
 * it. */
struct relayed {
    struct sockaddr_in from;
    int socket;
    int64_t heard_ms;
};

/* A datagram on its way. */
struct waiting {
    int64_t due_ms;
    unsigned client;
    bool up; /* to the kiosk */
    uint8_t *bytes;
    size_t length;
};

struct relay {
    int front;
    struct sockaddr_in kiosk;
    struct lossy_faults faults;
    uint64_t random;
    struct lossy_counts *counts;
    unsigned count;
    struct relayed clients[LOSSY_CLIENTS_MAX];
    unsigned waiting_count;
    struct waiting waiting[LOSSY_WAITING_MAX]; /* the next one to go is the last */
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

static struct sockaddr_in loopback(uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/* xorshift64 (Marsaglia 2003). */
static uint64_t draw(struct relay *r)
{
    r->random ^= r->random << 13;
    r->random ^= r->random >> 7;
    r->random ^= r->random << 17;
    return r->random;
}

static bool one_in(struct relay *r, unsigned count)
{
    return count && draw(r) % count == 0;
}

static bool is_from(const struct relayed *client, const struct sockaddr_in *from)
{
    return client->from.sin_port == from->sin_port &&
           client->from.sin_addr.s_addr == from->sin_addr.s_addr;
}

/* Where the next client goes: a new place, or that of whoever has been silent for longest. */
static struct relayed *place(struct relay *r)
{
    struct relayed *oldest = &r->clients[0];
    r->counts->clients++;
    if (r->count < LOSSY_CLIENTS_MAX)
        return &r->clients[r->count++];
    for (unsigned i = 1; i < r->count; i++)
        if (r->clients[i].heard_ms < oldest->heard_ms)
            oldest = &r->clients[i];
    close(oldest->socket);
    return oldest;
}

/* The client of that address, taken on if it is new. */
static struct relayed *client_of(struct relay *r, const struct sockaddr_in *from)
{
    for (unsigned i = 0; i < r->count; i++)
        if (is_from(&r->clients[i], from))
            return &r->clients[i];
    struct relayed *client = place(r);
    *client = (struct relayed){*from, socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), 0};
    (void)!connect(client->socket, (const struct sockaddr *)&r->kiosk, sizeof r->kiosk);
    return client;
}

static void send_on(struct relay *r, const struct waiting *w)
{
    const struct relayed *client = &r->clients[w->client];
    if (w->up)
        (void)!send(client->socket, w->bytes, w->length, MSG_DONTWAIT);
    else
        (void)!sendto(r->front, w->bytes, w->length, MSG_DONTWAIT,
                      (const struct sockaddr *)&client->from, sizeof client->from);
}

/* Keeps it until its time. */
static void hold_up(struct relay *r, const struct waiting *datagram, int64_t due_ms)
{
    struct waiting held = *datagram;
    unsigned at = r->waiting_count;
    held.due_ms = due_ms;
    held.bytes = malloc(held.length ? held.length : 1);
    if (!held.bytes)
        return;
    memcpy(held.bytes, datagram->bytes, held.length);
    while (at > 0 && r->waiting[at - 1].due_ms <= due_ms)
        at--;
    memmove(&r->waiting[at + 1], &r->waiting[at], (r->waiting_count - at) * sizeof r->waiting[0]);
    r->waiting[at] = held;
    r->waiting_count++;
}

/* Once, or twice, or not at all. */
static void pass(struct relay *r, const struct waiting *datagram)
{
    const struct lossy_faults *f = &r->faults;
    unsigned copies = one_in(r, f->lost_one_in) ? 0 : 1 + one_in(r, f->twice_one_in);
    if (copies)
        r->counts->passed++;
    else
        r->counts->lost++;
    for (; copies > 0 && r->waiting_count < LOSSY_WAITING_MAX; copies--) {
        if (f->delay_ms + f->jitter_ms == 0)
            send_on(r, datagram);
        else
            hold_up(r, datagram, now_ms() + f->delay_ms + (int64_t)(draw(r) % (f->jitter_ms + 1)));
    }
}

/* All that has arrived at a socket: the front one, or (client) one towards the kiosk. */
static void take(struct relay *r, int from_socket, struct relayed *client)
{
    static uint8_t bytes[DATAGRAM_MAX];
    for (;;) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        ssize_t length = recvfrom(from_socket, bytes, sizeof bytes, MSG_DONTWAIT,
                                  (struct sockaddr *)&from, &size);
        if (length < 0)
            return;
        struct relayed *whose = client ? client : client_of(r, &from);
        if (!client)
            whose->heard_ms = now_ms();
        pass(r, &(struct waiting){.client = (unsigned)(whose - r->clients),
                                  .up = !client,
                                  .bytes = bytes,
                                  .length = (size_t)length});
    }
}

/* Sends what is due; gives the time until the next, -1 when there is none. */
static int send_due(struct relay *r)
{
    int64_t now = now_ms();
    while (r->waiting_count && r->waiting[r->waiting_count - 1].due_ms <= now) {
        struct waiting *w = &r->waiting[--r->waiting_count];
        send_on(r, w);
        free(w->bytes);
    }
    return r->waiting_count ? (int)(r->waiting[r->waiting_count - 1].due_ms - now) : -1;
}

static void relay_for_ever(struct relay *r)
{
    static struct pollfd polls[LOSSY_CLIENTS_MAX + 1];
    for (;;) {
        unsigned count = r->count;
        polls[0] = (struct pollfd){r->front, POLLIN, 0};
        for (unsigned i = 0; i < count; i++)
            polls[i + 1] = (struct pollfd){r->clients[i].socket, POLLIN, 0};
        if (poll(polls, count + 1, send_due(r)) <= 0)
            continue;
        for (unsigned i = 0; i < count; i++)
            if (polls[i + 1].revents)
                take(r, r->clients[i].socket, &r->clients[i]);
        if (polls[0].revents)
            take(r, r->front, NULL);
    }
}

void lossy_start(struct lossy *lossy, uint16_t kiosk_port, const struct lossy_faults *faults,
                 uint64_t seed)
{
    static struct relay relay;
    struct sockaddr_in own = loopback(0);
    socklen_t size = sizeof own;
    lossy->counts = mmap(NULL, sizeof *lossy->counts, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(lossy->counts != MAP_FAILED);
    relay = (struct relay){.front = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0),
                           .kiosk = loopback(kiosk_port),
                           .faults = *faults,
                           .random = seed,
                           .counts = lossy->counts};
    assert_true(relay.front >= 0);
    assert_int_equal(bind(relay.front, (const struct sockaddr *)&own, sizeof own), 0);
    assert_int_equal(getsockname(relay.front, (struct sockaddr *)&own, &size), 0);
    lossy->port = ntohs(own.sin_port);
    lossy->pid = fork();
    assert_true(lossy->pid >= 0);
    if (lossy->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        relay_for_ever(&relay);
    }
    close(relay.front);
}

void lossy_stop(struct lossy *lossy)
{
    if (lossy->pid <= 0)
        return;
    kill(lossy->pid, SIGKILL);
    waitpid(lossy->pid, NULL, 0);
    lossy->pid = 0;
}
