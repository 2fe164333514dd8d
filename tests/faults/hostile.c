#include "faults/hostile.h"

#include "testing.h"

#include <arpa/inet.h>
#include <enet/enet.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "link/admission.h"
#include "link/link_enet.h"
#include "wire/wire.h"

enum { DATAGRAM_MAX = 1400, BURST = 64 };

struct flood {
    struct hostile_counts *counts;
    uint64_t random;
    uint16_t port;
    char code[LINK_CODE_SIZE];
    bool rubbish, has_token, open, gone;
    struct link *link;
    struct link_peer peer;
    struct link_guest guest;
    struct link_token token;
    struct command command;
};

static uint64_t draw(uint64_t *random)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return *random;
}

static void fill(uint64_t *random, uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        bytes[i] = (uint8_t)(draw(random) >> 32);
}

/* ---- somebody with a code */

static void on_seated(void *context, const struct seated *seated)
{
    struct flood *f = context;
    if (seated->token_length == sizeof f->token) {
        memcpy(&f->token, seated->token, sizeof f->token);
        f->has_token = true;
    }
    f->command.id = seated->last_command;
    f->counts->came_in++;
    f->open = true;
}

static void on_receipt(void *context, uint32_t id, enum refusal refusal)
{
    (void)context, (void)id, (void)refusal;
}

static void on_item(void *context, const struct item *item)
{
    (void)context, (void)item;
}

static void on_removed(void *context, struct item_key key)
{
    (void)context, (void)key;
}

static void on_caught_up(void *context)
{
    (void)context;
}

static void on_beat(void *context, uint32_t beat)
{
    (void)context, (void)beat;
}

static void on_farewell(void *context, enum farewell farewell)
{
    (void)context, (void)farewell;
}

static void take_message(struct flood *f, const uint8_t *bytes, size_t length)
{
    static uint8_t plain[LINK_MESSAGE_MAX];
    const struct letter_reader reader = {.context = f,
                                         .seated = on_seated,
                                         .receipt = on_receipt,
                                         .item = on_item,
                                         .removed = on_removed,
                                         .caught_up = on_caught_up,
                                         .beat = on_beat,
                                         .farewell = on_farewell};
    struct link_outcome outcome;
    link_guest_receive(&f->guest, &outcome, plain, bytes, length);
    if (outcome.reply_length && link_send(f->link, f->peer, outcome.reply, outcome.reply_length))
        f->gone = true;
    if (outcome.kind == LINK_PLAIN && !f->open)
        f->gone |= !letter_read(&reader, 0, plain, outcome.plain_length);
    f->gone |= outcome.kind == LINK_REFUSED;
}

static void serve(struct flood *f)
{
    const struct link_random random = link_random_system();
    struct link_event event;
    struct link_outcome first;
    while (!f->gone && link_next(f->link, &event)) {
        if (event.kind == LINK_GONE)
            f->gone = true;
        if (event.kind == LINK_MESSAGE)
            take_message(f, event.bytes, event.length);
        if (event.kind != LINK_CONNECTED)
            continue;
        f->peer = event.peer;
        enum error e = f->has_token ? link_guest_token(&f->guest, &first, &f->token, &random)
                                    : link_guest_code(&f->guest, &first, f->code, &random);
        if (e || link_send(f->link, f->peer, first.reply, first.reply_length))
            f->gone = true;
    }
}

/* As many as go out at once. */
static void send_burst(struct flood *f)
{
    static uint8_t bytes[WIRE_UPWARD_MAX], sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    for (unsigned i = 0; i < BURST && !f->gone; i++) {
        size_t length = 1 + draw(&f->random) % 400, sealed_length;
        if (f->rubbish) {
            fill(&f->random, bytes, length);
        } else {
            f->command.id++;
            f->command.change.rating.condition = (condition_id)(1 + draw(&f->random) % 10);
            f->command.change.rating.figure.now = (uint8_t)(1 + draw(&f->random) % 10);
            length = wire_command_encode(bytes, &f->command);
        }
        if (link_waiting(f->link, f->peer) + length + LINK_STREAM_EXTRA > LINK_WAITING_MAX)
            return;
        if (link_guest_seal(sealed, &sealed_length, &f->guest, bytes, length) ||
            link_send(f->link, f->peer, sealed, sealed_length))
            f->gone = true;
        else
            f->counts->sent++;
    }
}

static void flood(struct hostile_counts *counts, bool rubbish, uint16_t port, const char *code,
                  uint64_t seed)
{
    static struct flood f;
    struct trouble trouble;
    f = (struct flood){.counts = counts, .random = seed, .port = port, .rubbish = rubbish};
    f.command.kind = COMMAND_RATE;
    f.command.change.rating.school = 1;
    memcpy(f.code, code, CODE_LENGTH);
    for (;;) {
        f.open = f.gone = false;
        if (link_enet_dial(&f.link, "127.0.0.1", port, &trouble))
            continue;
        while (!f.gone) {
            struct pollfd wait = {.fd = link_poll_fd(f.link), .events = POLLIN};
            poll(&wait, 1, f.open ? 0 : link_poll_ms(f.link));
            serve(&f);
            if (f.open && !f.gone)
                send_burst(&f);
        }
        counts->hung_up += f.open;
        link_destroy(&f.link);
    }
}

/* ---- strangers */

static void send_datagrams(struct hostile_counts *counts, uint16_t port, uint64_t seed)
{
    /* a peer's number, no session, the time it was sent; then a command that connects */
    static const uint8_t connect[] = {0x8F, 0xFF, 0, 0, 0x82, 0xFF, 0, 1, 0, 0, 0xFF, 0xFF};
    uint8_t bytes[DATAGRAM_MAX];
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    struct sockaddr_in own = {.sin_family = AF_INET};
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    own.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
    (void)!bind(s, (const struct sockaddr *)&own, sizeof own);
    for (;;) {
        size_t length = 1 + draw(&seed) % (draw(&seed) % 4 ? 64 : sizeof bytes - 1);
        fill(&seed, bytes, length);
        if (draw(&seed) % 4 == 0)
            memcpy(bytes, connect, length < sizeof connect ? length : sizeof connect);
        else if (draw(&seed) % 2) /* to one of the first peers */
            bytes[0] = 0x80, bytes[1 % length] = (uint8_t)(draw(&seed) % 16);
        if (sendto(s, bytes, length, 0, (const struct sockaddr *)&to, sizeof to) > 0)
            counts->sent++;
    }
}

static void hold_half_open(struct hostile_counts *counts, uint16_t port)
{
    ENetAddress own = {.host = htonl(INADDR_LOOPBACK + 1)};
    ENetAddress to = {.host = htonl(INADDR_LOOPBACK), .port = port};
    ENetHost *host =
        enet_initialize() ? NULL : enet_host_create(&own, HOSTILE_CONNECTIONS, 1, 0, 0);
    ENetEvent event;
    if (!host)
        _exit(1);
    for (;;) {
        while (enet_host_connect(host, &to, 1, 0))
            counts->sent++;
        while (enet_host_service(host, &event, 5) > 0) {
            counts->came_in += event.type == ENET_EVENT_TYPE_CONNECT;
            counts->hung_up += event.type == ENET_EVENT_TYPE_DISCONNECT;
            if (event.type == ENET_EVENT_TYPE_RECEIVE)
                enet_packet_destroy(event.packet);
        }
    }
}

void hostile_start(struct hostile *hostile, enum hostile_kind kind, uint16_t port, const char *code,
                   uint64_t seed)
{
    hostile->counts = mmap(NULL, sizeof *hostile->counts, PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(hostile->counts != MAP_FAILED);
    hostile->pid = fork();
    assert_true(hostile->pid >= 0);
    if (hostile->pid != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (kind == HOSTILE_DATAGRAMS)
        send_datagrams(hostile->counts, port, seed);
    else if (kind == HOSTILE_HALF_OPEN)
        hold_half_open(hostile->counts, port);
    else
        flood(hostile->counts, kind == HOSTILE_RUBBISH, port, code, seed);
    _exit(1);
}

void hostile_stop(struct hostile *hostile)
{
    if (hostile->pid <= 0)
        return;
    kill(hostile->pid, SIGKILL);
    waitpid(hostile->pid, NULL, 0);
    hostile->pid = 0;
}
