#include "bench/crowd.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bench/net.h"
#include "bench/skim.h"
#include "link/admission.h"
#include "wire/wire.h"

enum { ASKED_MAX = 256, QUIET_MS = 60, PATIENCE_S = 120, AT_A_TIME = 16 };
static const double HURRY_S = 0.1; /* a client sees that often to what has no answer */

struct member {
    struct link_guest guest;
    double retry_at; /* asked to wait until then; 0: not */
    bool connected, greeted, seated, whole;
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
    uint8_t *bytes;
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
    unsigned *arrived; /* who is connected and has not said hello: first come, first served */
    unsigned arrived_first, arrived_count;
    uint8_t plain[LINK_MESSAGE_MAX];
};

/* ---- what was said */

static void take_letter(struct crowd *crowd, struct member *member, const struct kept *kept,
                        size_t length)
{
    struct skimmed letter;
    skim(&letter, crowd->plain, length);
    if (letter.seated && !member->seated) {
        member->seated = true;
        crowd->seated++;
        crowd->seated_at = kept->at;
    }
    crowd->whole += letter.caught_up && !member->whole;
    member->whole |= letter.caught_up;
    if (!letter.receipts)
        return;
    bench_must(letter.refusal == REFUSAL_NONE, refusal_text(letter.refusal));
    bench_must(letter.receipts == 1 && member->waits && letter.id == member->last_id,
               "an answer to nothing");
    member->waits = false;
    member->answered_at = kept->at;
    member->answer_length = (unsigned)kept->length;
    crowd->answered++;
}

static void ask_again_later(struct crowd *crowd, struct member *member, double at, unsigned wait_s)
{
    crowd->asked_to_wait++;
    member->retry_at = at + wait_s;
}

static void receive(struct crowd *crowd, const struct kept *kept)
{
    struct member *member = &crowd->members[kept->member];
    struct link_outcome outcome;
    if (!member->greeted) { /* told before it could say anything */
        ask_again_later(crowd, member, kept->at, 1);
        return;
    }
    link_guest_receive(&member->guest, &outcome, crowd->plain, kept->bytes, kept->length);
    if (outcome.reply_length && member->connected)
        net_send(crowd->net, kept->member, outcome.reply, outcome.reply_length);
    if (outcome.kind == LINK_PLAIN)
        take_letter(crowd, member, kept, outcome.plain_length);
    else if (outcome.kind == LINK_REFUSED) {
        bench_must(outcome.no == LINK_NO_BUSY, "somebody was not let in");
        ask_again_later(crowd, member, kept->at, outcome.wait_s);
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
    crowd->members[n].greeted = true;
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
    struct crowd *crowd = context;
    crowd->members[n].connected = true;
    crowd->members[n].greeted = false;
    crowd->arrived[(crowd->arrived_first + crowd->arrived_count++) % crowd->count] = n;
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

/* Up to so many: an admission's curve takes long, and the network must be served meanwhile. Those
 * who are half in go before those who have only come. */
static void read_some(struct crowd *crowd, unsigned most)
{
    for (; most > 0 && crowd->kept_first < crowd->kept_count; most--) {
        struct kept *kept = &crowd->kept[crowd->kept_first++];
        receive(crowd, kept);
        free(kept->bytes);
    }
    if (crowd->kept_first == crowd->kept_count)
        crowd->kept_first = crowd->kept_count = 0;
    for (; most > 0 && crowd->arrived_count > 0; most--, crowd->arrived_count--) {
        unsigned n = crowd->arrived[crowd->arrived_first++ % crowd->count];
        if (crowd->members[n].connected && !crowd->members[n].greeted)
            greet(crowd, n);
    }
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
    member->connected = false;
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
    crowd->arrived = calloc(seats, sizeof *crowd->arrived);
    bench_must(crowd->members && crowd->arrived, "no memory");
    net_create(&crowd->net, seats, kiosk->port, &ears);
    *out = crowd;
}

void crowd_destroy(struct crowd **out)
{
    struct crowd *crowd = *out;
    net_destroy(&crowd->net);
    free(crowd->members);
    free(crowd->arrived);
    free(crowd->kept);
    free(crowd);
    *out = NULL;
}

/* ---- joining */

static void come_again(struct crowd *crowd)
{
    double now = bench_seconds();
    for (unsigned i = 0; i < crowd->count && !crowd->kept_count && !crowd->arrived_count; i++)
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
    double began = bench_seconds(), hurried = began;
    for (unsigned i = first; i < end; i++)
        net_connect(crowd->net, i);
    net_flush(crowd->net);
    while (crowd->whole < end) {
        if (bench_seconds() - hurried > HURRY_S) {
            net_hurry(crowd->net);
            hurried = bench_seconds();
        }
        net_serve(crowd->net, crowd->kept_count || crowd->arrived_count ? 0 : 1);
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
