#include "bench/crowd.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bench/net.h"
#include "link/admission.h"
#include "wire/wire.h"

enum { ASKED_MAX = 256, QUIET_MS = 60, PATIENCE_S = 120, AT_A_TIME = 16 };

/* Of plenary.proto: fields of Downward, and of Receipt. */
enum { TAG_SEATED = 2, TAG_RECEIPT = 3, TAG_CAUGHT_UP = 6, TAG_ID = 1, TAG_REFUSAL = 2 };

struct member {
    struct link_guest guest;
    double retry_at; /* asked to wait until then; 0: not */
    bool admitted, seated, whole;
    uint32_t last_id; /* of its own commands */
    bool heard;       /* a message has come since the measure began */
    bool waits;       /* for the answer to last_id */
    double answered_at;
    unsigned answer_length;
};

/* What has come and is not read yet: reading is what costs, least of all while something is
 * measured. */
struct kept {
    unsigned member;
    double at;
    size_t length;
    uint8_t *bytes; /* NULL: it is connected */
};

struct crowd {
    struct net *net;
    struct server kiosk;
    unsigned count;
    struct member *members;
    unsigned seated, whole, asked_to_wait, heard, answered;
    double seated_at; /* when the last of them was */
    double last_at;   /* when the last of those who have heard first did */
    unsigned heard_length;
    uint64_t messages;
    struct kept *kept;
    unsigned kept_first, kept_count, kept_size;
    uint8_t plain[LINK_MESSAGE_MAX];
};

/* ---- reading letters */

static bool read_varint(uint64_t *out, const uint8_t **at, const uint8_t *end)
{
    *out = 0;
    for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
        uint8_t byte = *(*at)++;
        *out |= (uint64_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80))
            return true;
    }
    return false;
}

/* The next field; `body` is its number, or its length with its bytes from *at on. */
static bool read_field(unsigned *tag, bool *is_bytes, uint64_t *body, const uint8_t **at,
                       const uint8_t *end)
{
    uint64_t head;
    if (*at == end)
        return false;
    bench_must(read_varint(&head, at, end) && read_varint(body, at, end), "no letter");
    *tag = (unsigned)(head >> 3);
    *is_bytes = (head & 7) == 2;
    bench_must((*is_bytes && *body <= (uint64_t)(end - *at)) || (head & 7) == 0, "no letter");
    return true;
}

static void read_receipt(struct crowd *crowd, struct member *member, double at,
                         const uint8_t *bytes, const uint8_t *end)
{
    uint64_t id = 0, refusal = 0, body;
    unsigned tag;
    bool is_bytes;
    while (read_field(&tag, &is_bytes, &body, &bytes, end))
        *(tag == TAG_ID ? &id : tag == TAG_REFUSAL ? &refusal : &(uint64_t){0}) = body;
    bench_must(refusal == REFUSAL_NONE, refusal_text((enum refusal)refusal));
    bench_must(member->waits && id == member->last_id, "an answer to nothing");
    member->waits = false;
    member->answered_at = at;
    crowd->answered++;
}

static void read_letter(struct crowd *crowd, struct member *member, double at, size_t length)
{
    const uint8_t *bytes = crowd->plain, *end = bytes + length;
    uint64_t body;
    unsigned tag;
    for (bool is_bytes; read_field(&tag, &is_bytes, &body, &bytes, end);) {
        if (tag == TAG_SEATED && !member->seated) {
            member->seated = true;
            crowd->seated++;
            crowd->seated_at = at;
        }
        if (tag == TAG_CAUGHT_UP && !member->whole) {
            member->whole = true;
            crowd->whole++;
        }
        if (tag == TAG_RECEIPT)
            read_receipt(crowd, member, at, bytes, bytes + body);
        bytes += is_bytes ? body : 0;
    }
}

static void receive(struct crowd *crowd, unsigned n, double at, const uint8_t *bytes, size_t length)
{
    struct member *member = &crowd->members[n];
    struct link_outcome outcome;
    link_guest_receive(&member->guest, &outcome, crowd->plain, bytes, length);
    if (outcome.reply_length)
        net_send(crowd->net, n, outcome.reply, outcome.reply_length);
    if (outcome.kind == LINK_ADMITTED)
        member->admitted = true;
    else if (outcome.kind == LINK_PLAIN) {
        if (member->waits)
            member->answer_length = (unsigned)length;
        read_letter(crowd, member, at, outcome.plain_length);
    } else if (outcome.kind == LINK_REFUSED) {
        bench_must(outcome.no == LINK_NO_BUSY, "somebody was not let in");
        crowd->asked_to_wait++;
        member->retry_at = at + outcome.wait_s;
    }
}

/* ---- what the network says */

static void greet(struct crowd *crowd, unsigned n)
{
    struct link_random random = link_random_system();
    struct link_outcome first;
    const char *code = n ? crowd->kiosk.room : crowd->kiosk.facilitator;
    bench_must(link_guest_code(&crowd->members[n].guest, &first, code, &random) == ERROR_OK,
               "no randomness");
    net_send(crowd->net, n, first.reply, first.reply_length);
}

static void keep(struct crowd *crowd, struct kept kept)
{
    if (crowd->kept_count == crowd->kept_size) {
        crowd->kept_size = crowd->kept_size ? 2 * crowd->kept_size : 1024;
        crowd->kept = realloc(crowd->kept, crowd->kept_size * sizeof *crowd->kept);
        bench_must(crowd->kept != NULL, "no memory");
    }
    crowd->kept[crowd->kept_count++] = kept;
}

static void on_connected(void *context, unsigned n)
{
    keep(context, (struct kept){.member = n});
}

static void on_heard(void *context, unsigned n, double at, const uint8_t *bytes, size_t length)
{
    struct crowd *crowd = context;
    crowd->messages++;
    if (!crowd->members[n].heard) {
        crowd->members[n].heard = true;
        crowd->heard += n != 0;
        if (n) {
            crowd->last_at = at;
            crowd->heard_length = (unsigned)length;
        }
    }
    uint8_t *copy = malloc(length);
    bench_must(copy != NULL, "no memory");
    memcpy(copy, bytes, length);
    keep(crowd, (struct kept){n, at, length, copy});
}

/* Up to so many: an admission's curve takes long, and the network must be served meanwhile. */
static void read_some(struct crowd *crowd, unsigned most)
{
    for (; most > 0 && crowd->kept_first < crowd->kept_count; most--) {
        struct kept kept = crowd->kept[crowd->kept_first++];
        if (kept.bytes)
            receive(crowd, kept.member, kept.at, kept.bytes, kept.length);
        else
            greet(crowd, kept.member);
        free(kept.bytes);
    }
    if (crowd->kept_first == crowd->kept_count)
        crowd->kept_first = crowd->kept_count = 0;
}

static void read_all(struct crowd *crowd)
{
    read_some(crowd, UINT_MAX);
}

static void on_gone(void *context, unsigned n)
{
    struct crowd *crowd = context;
    struct member *member = &crowd->members[n];
    bench_must(!member->seated, "a connection was lost");
    if (!member->retry_at)
        member->retry_at = bench_seconds() + 1;
}

void crowd_create(struct crowd **out, const struct server *kiosk, unsigned seats)
{
    struct crowd *crowd = calloc(1, sizeof *crowd);
    bench_must(crowd != NULL, "no memory");
    struct net_ears ears = {crowd, on_connected, on_heard, on_gone};
    crowd->kiosk = *kiosk;
    crowd->count = seats;
    crowd->members = calloc(seats, sizeof *crowd->members);
    bench_must(crowd->members != NULL, "no memory");
    net_create(&crowd->net, seats, kiosk->port, &ears);
    *out = crowd;
}

void crowd_destroy(struct crowd **out)
{
    struct crowd *crowd = *out;
    net_destroy(&crowd->net);
    free(crowd->members);
    free(crowd->kept);
    free(crowd);
    *out = NULL;
}

/* ---- joining */

static void come_again(struct crowd *crowd)
{
    double now = bench_seconds();
    for (unsigned i = 0; i < crowd->count && !crowd->kept_count; i++)
        if (crowd->members[i].retry_at && crowd->members[i].retry_at <= now) {
            crowd->members[i].retry_at = 0;
            net_connect(crowd->net, i);
        }
}

static void be_patient(double since)
{
    bench_must(bench_seconds() - since < PATIENCE_S, "that took too long");
}

static struct crowd_joined join(struct crowd *crowd, unsigned first, unsigned end)
{
    struct crowd_joined joined = {0};
    double began = bench_seconds();
    for (unsigned i = first; i < end; i++)
        net_connect(crowd->net, i);
    net_flush(crowd->net);
    while (crowd->whole < end) {
        net_serve(crowd->net, crowd->kept_count ? 0 : 1);
        read_some(crowd, AT_A_TIME);
        net_flush(crowd->net);
        come_again(crowd);
        be_patient(began);
    }
    joined.seated = crowd->seated_at - began;
    joined.whole = bench_seconds() - began;
    joined.asked_to_wait = crowd->asked_to_wait;
    return joined;
}

struct crowd_joined crowd_facilitator_comes(struct crowd *crowd)
{
    return join(crowd, 0, 1);
}

struct crowd_joined crowd_all_come(struct crowd *crowd)
{
    return join(crowd, 1, crowd->count);
}

/* ---- asking */

void crowd_settle(struct crowd *crowd)
{
    uint64_t before = crowd->messages;
    double since = bench_seconds();
    while (bench_seconds() - since < QUIET_MS / 1e3) {
        net_serve(crowd->net, 5);
        if (crowd->messages != before)
            since = bench_seconds();
        before = crowd->messages;
    }
    read_all(crowd);
}

static size_t seal(struct crowd *crowd, unsigned n, const struct command *asked,
                   uint8_t sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA])
{
    struct member *member = &crowd->members[n];
    struct command command = *asked;
    uint8_t bytes[WIRE_UPWARD_MAX];
    size_t length;
    command.id = ++member->last_id;
    member->waits = true;
    enum error e = link_guest_seal(sealed, &length, &member->guest, bytes,
                                   wire_command_encode(bytes, &command));
    bench_must(e == ERROR_OK, "a command could not be sealed");
    return length;
}

static void send_sealed(struct crowd *crowd, unsigned n, const struct command *command)
{
    uint8_t sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    size_t length = seal(crowd, n, command, sealed);
    net_send(crowd->net, n, sealed, length);
    net_flush(crowd->net);
}

void crowd_ask(struct crowd *crowd, const struct command *command)
{
    double began = bench_seconds();
    send_sealed(crowd, 0, command);
    for (; crowd->members[0].waits; be_patient(began)) {
        net_serve(crowd->net, 1);
        read_all(crowd);
    }
}

static void begin_measure(struct crowd *crowd)
{
    for (unsigned i = 0; i < crowd->count; i++)
        crowd->members[i].heard = false;
    crowd->heard = crowd->answered = 0;
}

struct sealed {
    size_t length;
    uint8_t bytes[ASKED_MAX];
};

static struct sealed *seal_all(struct crowd *crowd, crowd_makes *make, const void *how)
{
    static uint8_t bytes[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    struct sealed *all = malloc(crowd->count * sizeof *all);
    bench_must(all != NULL, "no memory");
    for (unsigned i = 1; i < crowd->count; i++) {
        struct command command = {0};
        make(&command, i, how);
        all[i].length = seal(crowd, i, &command, bytes);
        bench_must(all[i].length <= ASKED_MAX, "a command is too long");
        memcpy(all[i].bytes, bytes, all[i].length);
    }
    return all;
}

static void send_all(struct crowd *crowd, const struct sealed *all)
{
    for (unsigned i = 1; i < crowd->count; i++) {
        net_send(crowd->net, i, all[i].bytes, all[i].length);
        if (i % NET_TO_SOCKET == 0)
            net_flush(crowd->net);
    }
    net_flush(crowd->net);
}

void crowd_all_ask(struct crowd *crowd, struct crowd_asked *asked, crowd_makes *make,
                   const void *how)
{
    unsigned who = crowd->count - 1;
    struct sealed *all = seal_all(crowd, make, how);
    begin_measure(crowd);
    uint64_t up = net_bytes(crowd->net).up;
    double began = bench_seconds();
    send_all(crowd, all);
    for (; crowd->answered < who; be_patient(began)) {
        net_serve(crowd->net, 1);
        if (crowd->heard == who)
            read_all(crowd);
    }
    crowd_settle(crowd);
    asked->sent = (unsigned)all[1].length;
    asked->receipt = crowd->members[1].answer_length;
    asked->bytes_up = (double)(net_bytes(crowd->net).up - up) / who;
    for (unsigned i = 0; i < who; i++)
        asked->seconds[i] = crowd->members[i + 1].answered_at - began;
    free(all);
}

struct crowd_changed crowd_change(struct crowd *crowd, const struct command *command)
{
    begin_measure(crowd);
    uint64_t down = net_bytes(crowd->net).down;
    double began = bench_seconds();
    send_sealed(crowd, 0, command);
    for (; crowd->heard + 1 < crowd->count; be_patient(began))
        net_serve(crowd->net, 1);
    struct crowd_changed changed = {.seconds = crowd->last_at - began,
                                    .letter = crowd->heard_length};
    crowd_settle(crowd);
    changed.bytes_down = (double)(net_bytes(crowd->net).down - down) / (crowd->count - 1);
    return changed;
}
