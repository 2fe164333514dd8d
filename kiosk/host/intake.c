#include "host/state.h"

#include "base/text.h"
#include "host/codes.h"
#include "words/words.h"

#include <string.h>

enum { EVENTS_A_TICK = 4096 };

static struct owed *owe(struct host *host, enum owed_to to, struct link_peer handle)
{
    struct owed *answer = &host->answers[host->answer_count++];
    *answer = (struct owed){.to = (uint8_t)to, .handle = handle};
    return answer;
}

/* Fills in what only the host may: the symbols of a new code. */
static enum refusal complete(struct host *host, struct command *command)
{
    if (command->kind == COMMAND_ISSUE_CODE &&
        !codes_draw(&command->secret, store_model(host->store), &host->random))
        return REFUSAL_CODES_FULL;
    return REFUSAL_NONE;
}

/* Decides one command into the batch and notes what is owed for it. */
static void take_command(struct host *host, struct owed *answer, seat_id seat,
                         struct command *command, int64_t now_ms)
{
    answer->refusal = complete(host, command);
    if (answer->refusal == REFUSAL_NONE)
        answer->refusal = store_do(host->store, seat, command, now_ms);
    if (answer->refusal == REFUSAL_NONE && command->kind == COMMAND_ADD_SCHOOL)
        answer->refusal = codes_complete(host->store, &host->random, now_ms);
    if (answer->refusal == REFUSAL_NONE && command->kind == COMMAND_ISSUE_CODE)
        link_guard_renew(&host->house.guard, link_code_selector((char *)command->secret.bytes));
    answer->in_batch = answer->refusal == REFUSAL_NONE;
}

static void take_message(struct host *host, struct peer *peer, const uint8_t *bytes, size_t length,
                         int64_t now_ms)
{
    struct upward upward;
    if (!peer->seat || !wire_upward_decode(&upward, bytes, length)) {
        host->dropped++;
        return;
    }
    if (upward.beat) {
        letter_begin(&host->letter, now_ms);
        if (letter_add_beat(&host->letter, upward.beat))
            peer_send(peer, host->link, &host->letter);
    }
    if (!upward.has_command)
        return;
    struct owed *answer = owe(host, TO_COMMAND, peer->handle);
    answer->id = upward.command.id;
    answer->refusal = upward.refusal;
    if (upward.refusal == REFUSAL_NONE)
        take_command(host, answer, peer->seat, &upward.command, now_ms);
}

/* Somebody has shown that they know a code: they take a seat, once that is committed. */
static void take_join(struct host *host, struct peer *peer, uint16_t code, int64_t now_ms)
{
    struct owed *answer = owe(host, TO_JOIN, peer->handle);
    struct command command = {.kind = COMMAND_JOIN, .change.join.code = code};
    link_token_make(&answer->token, &host->random);
    memcpy(command.change.join.token_id, answer->token.id, sizeof answer->token.id);
    command.secret.length = SECRET_SIZE;
    link_token_hash(command.secret.bytes, &answer->token);
    const struct model *model = store_model(host->store);
    bool moves = code <= model->code_count && model->codes[code].kind == CODE_SEAT;
    answer->seat = moves ? model->codes[code].seat : (seat_id)(model->seat_count + 1);
    answer->refusal = store_do(host->store, SEAT_KIOSK, &command, now_ms);
    answer->in_batch = answer->refusal == REFUSAL_NONE;
    link_wipe(&command.secret, sizeof command.secret);
}

static void retire_code(struct host *host, uint16_t code, int64_t now_ms)
{
    struct command command = {.kind = COMMAND_RETIRE_CODE, .change.code.code = code};
    if (store_do(host->store, SEAT_KIOSK, &command, now_ms) == REFUSAL_NONE)
        text_copy(host->live.trouble, sizeof host->live.trouble,
                  word(WORD_CODE_RETIRED_BY_GUESSES));
}

static void take_bytes(struct host *host, struct peer *peer, const uint8_t *bytes, size_t length,
                       int64_t now_ms)
{
    struct link_outcome outcome;
    link_door_receive(&peer->door, &outcome, host->plain, &host->house, bytes, length,
                      (uint64_t)now_ms);
    if (outcome.retire)
        retire_code(host, (uint16_t)outcome.id, now_ms);
    if (outcome.reply_length &&
        link_send(host->link, peer->handle, outcome.reply, outcome.reply_length) != ERROR_OK)
        outcome.kind = LINK_REFUSED;
    switch (outcome.kind) {
    case LINK_NOTHING:
    case LINK_REPLY:
        break;
    case LINK_ADMITTED:
        if (peer->door.by == LINK_BY_TOKEN)
            answer_seat(host, peer, (seat_id)outcome.id, NULL, now_ms);
        else
            take_join(host, peer, (uint16_t)outcome.id, now_ms);
        break;
    case LINK_PLAIN:
        take_message(host, peer, host->plain, outcome.plain_length, now_ms);
        break;
    case LINK_REFUSED:
        host->dropped++;
        link_disconnect(host->link, peer->handle, LINK_AFTER_SENDING);
        peer->leaving = true;
        break;
    }
}

static void open_peer(struct host *host, struct link_peer handle, int64_t now_ms)
{
    struct peer *peer = &host->peers[handle.index];
    char address[LINK_ADDRESS_SIZE];
    struct link_outcome outcome;
    link_address(host->link, handle, address);
    *peer = (struct peer){.handle = handle, .open = true};
    if (link_door_open(&peer->door, &outcome, &host->house, address, (uint64_t)now_ms) ==
            ERROR_OK &&
        outcome.kind != LINK_REFUSED)
        return;
    if (outcome.reply_length &&
        link_send(host->link, handle, outcome.reply, outcome.reply_length) != ERROR_OK)
        host->dropped++;
    link_disconnect(host->link, handle, LINK_AFTER_SENDING);
    peer->leaving = true;
}

/* The connection is gone; the seat stays. */
static void close_peer(struct host *host, struct peer *peer)
{
    link_door_close(&peer->door, &host->house);
    if (peer->seat && host->seat_peer[peer->seat] == peer->handle.index + 1U) {
        host->seat_peer[peer->seat] = 0;
        host->live.presence[peer->seat] = PRESENCE_AWAY;
        host->dirty = true;
    }
    peer->open = false;
    peer->seat = 0;
}

/* Those who connect and then say nothing, and those whose goodbye has been sent. */
static void close_idle(struct host *host, int64_t now_ms)
{
    for (size_t i = 0; i < host->peer_count; i++) {
        struct peer *peer = &host->peers[i];
        if (!peer->open)
            continue;
        if (!peer->leaving && link_door_late(&peer->door, (uint64_t)now_ms)) {
            link_disconnect(host->link, peer->handle, LINK_AT_ONCE);
            peer->leaving = true;
            host->dropped++;
        }
        if (peer->leaving)
            close_peer(host, peer);
    }
}

static void take_event(struct host *host, const struct link_event *event, int64_t now_ms)
{
    struct peer *peer = host_peer(host, event->peer);
    switch (event->kind) {
    case LINK_CONNECTED:
        open_peer(host, event->peer, now_ms);
        break;
    case LINK_MESSAGE:
        if (peer)
            take_bytes(host, peer, event->bytes, event->length, now_ms);
        break;
    case LINK_GONE:
        if (peer)
            close_peer(host, peer);
        break;
    }
}

void intake_take(struct host *host, int64_t now_ms)
{
    struct link_event event;
    host->house.full = store_model(host->store)->seat_count == SEATS_MAX;
    for (int i = 0; i < EVENTS_A_TICK && host->answer_count < ANSWERS_MAX; i++) {
        if (!link_next(host->link, &event))
            break;
        take_event(host, &event, now_ms);
    }
    struct command command;
    while (host->box && host->answer_count < ANSWERS_MAX &&
           mailbox_take_command(host->box, &command)) {
        struct owed *answer = owe(host, TO_VIEWER, (struct link_peer){0});
        answer->id = command.id;
        command.id = 0; /* nothing gets lost on this way, so nothing is sent twice */
        take_command(host, answer, SEAT_KIOSK, &command, now_ms);
    }
    close_idle(host, now_ms);
}
