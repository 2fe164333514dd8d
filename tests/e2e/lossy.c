#include "e2e/lossy.h"

#include "testing.h"

#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DATAGRAM_MAX = 65536 };

/* One client of the relay: where it sends from, and our socket towards the kiosk that stands for
 * it. */
struct relayed {
    struct sockaddr_in from;
    int socket;
};

struct relay {
    int front;
    struct sockaddr_in kiosk;
    unsigned one_in;
    uint64_t random;
    struct lossy_counts *counts;
    unsigned count;
    struct relayed clients[LOSSY_CLIENTS_MAX];
};

static struct sockaddr_in loopback(uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/* xorshift64 (Marsaglia 2003). */
static bool is_lost(struct relay *r)
{
    r->random ^= r->random << 13;
    r->random ^= r->random >> 7;
    r->random ^= r->random << 17;
    bool lost = r->random % r->one_in == 0;
    if (lost)
        r->counts->lost++;
    else
        r->counts->passed++;
    return lost;
}

/* The client of that address, taken on if it is new; NULL when there is no room. */
static struct relayed *client_of(struct relay *r, const struct sockaddr_in *from)
{
    for (unsigned i = 0; i < r->count; i++)
        if (r->clients[i].from.sin_port == from->sin_port)
            return &r->clients[i];
    int s = r->count < LOSSY_CLIENTS_MAX ? socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0) : -1;
    if (s < 0)
        return NULL;
    if (connect(s, (const struct sockaddr *)&r->kiosk, sizeof r->kiosk) != 0) {
        close(s);
        return NULL;
    }
    r->clients[r->count] = (struct relayed){*from, s};
    r->counts->clients = r->count + 1;
    return &r->clients[r->count++];
}

static void pass_up(struct relay *r)
{
    static char datagram[DATAGRAM_MAX];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    ssize_t length = recvfrom(r->front, datagram, sizeof datagram, MSG_DONTWAIT,
                              (struct sockaddr *)&from, &size);
    struct relayed *client = length >= 0 ? client_of(r, &from) : NULL;
    if (client && !is_lost(r))
        (void)!send(client->socket, datagram, (size_t)length, 0);
}

static void pass_down(struct relay *r, const struct relayed *client)
{
    static char datagram[DATAGRAM_MAX];
    ssize_t length = recv(client->socket, datagram, sizeof datagram, MSG_DONTWAIT);
    if (length >= 0 && !is_lost(r))
        (void)!sendto(r->front, datagram, (size_t)length, 0, (const struct sockaddr *)&client->from,
                      sizeof client->from);
}

static void relay_for_ever(struct relay *r)
{
    static struct pollfd polls[LOSSY_CLIENTS_MAX + 1];
    for (;;) {
        unsigned count = r->count;
        polls[0] = (struct pollfd){r->front, POLLIN, 0};
        for (unsigned i = 0; i < count; i++)
            polls[i + 1] = (struct pollfd){r->clients[i].socket, POLLIN, 0};
        if (poll(polls, count + 1, -1) < 0)
            continue;
        if (polls[0].revents)
            pass_up(r);
        for (unsigned i = 0; i < count; i++)
            if (polls[i + 1].revents)
                pass_down(r, &r->clients[i]);
    }
}

void lossy_start(struct lossy *lossy, uint16_t kiosk_port, unsigned one_in, uint64_t seed)
{
    static struct relay relay;
    struct sockaddr_in own = loopback(0);
    socklen_t size = sizeof own;
    lossy->counts = mmap(NULL, sizeof *lossy->counts, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(lossy->counts != MAP_FAILED);
    relay = (struct relay){.front = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0),
                           .kiosk = loopback(kiosk_port),
                           .one_in = one_in,
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
