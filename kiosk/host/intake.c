#include "host/state.h"

#include "host/codes.h"

#include <string.h>

enum {
    EVENTS_A_TICK = 4096,
    MESSAGES_A_TICK = 64,
    PLACES_KEPT = 64, /* one in so many is kept for who comes next */
};

static struct owed *owe(struct host *host, enum owed_to to, struct link_peer handle)
{
    struct owed *answer = &host->answers[host->answer_count++];
    *answer = (struct owed){.to = (uint8_t)to, .handle = handle};
    return answer;
}

/* Fills in what only the host may, the symbols of a new code, or refuses what could not be
 * finished: a school needs a code of its own. */
static enum refusal complete(struct host *host, struct command *command)
{
    const struct model *model = store_model(host->store);
    if (command->kind == COMMAND_ISSUE_CODE && !codes_draw(&command->secret, model, &host->random))
        return REFUSAL_CODES_FULL;
    if (command->kind == COMMAND_ADD_SCHOOL && !codes_left(model, &host->random))
        return REFUSAL_CODES_FULL;
    return REFUSAL_NONE;
}

void intake_renew_guard(struct host *host, uint16_t codes_before)
{
    const struct model *model = store_model(host->store);
    for (uint16_t i = (uint16_t)(codes_before + 1); i <= model->code_count; i++)
        link_guard_renew(&host->house.guard,
                         link_code_selector((const char *)model->codes[i].symbols.bytes));
}

/* Decides one command into the batch and notes what is owed for it. */
static void take_command(struct host *host, struct owed *answer, seat_id seat,
                         struct command *command, int64_t now_ms)
{
    const struct model *model = store_model(host->store);
    uint16_t codes = model->code_count;
    answer->refusal = complete(host, command);
    if (answer->refusal == REFUSAL_NONE)
        answer->refusal = store_do(host->store, seat, command, host_workshop_ms(host, now_ms));
    if (answer->refusal == REFUSAL_NONE && command->kind == COMMAND_ADD_SCHOOL)
        answer->refusal = codes_for_school(host->store, model->school_count, &host->random,
                                           host_workshop_ms(host, now_ms));
    intake_renew_guard(host, codes);
    answer->in_batch = answer->refusal == REFUSAL_NONE;
    link_wipe(&command->secret, sizeof command->secret);
}

/* The seat has gone to another laptop, which counts its commands from 1 again: what the old one
 * still sends would be done in its name, and what it says itself then taken for a retry. */
static bool has_moved(const struct host *host, const struct peer *peer)
{
    return store_model(host->store)->seats[peer->seat].token_event != peer->token_event;
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
        letter_begin(&host->letter, host_workshop_ms(host, now_ms));
        if (letter_add_beat(&host->letter, upward.beat))
            peer_send(peer, host->link, &host->letter);
    }
    if (!upward.has_command)
        return;
    struct owed *answer = owe(host, TO_COMMAND, peer->handle);
    answer->id = upward.command.id;
    answer->seat = peer->seat;
    answer->refusal = has_moved(host, peer) ? REFUSAL_NOT_SAVED : upward.refusal;
    if (answer->refusal == REFUSAL_NONE)
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
    answer->refusal = store_do(host->store, SEAT_KIOSK, &command, host_workshop_ms(host, now_ms));
    const struct model *model = store_model(host->store);
    if (answer->refusal == REFUSAL_NONE)
        answer->seat =
            model->codes[code].kind == CODE_SEAT ? model->codes[code].seat : model->seat_count;
    answer->in_batch = answer->refusal == REFUSAL_NONE;
    host->house.full = model->seat_count == SEATS_MAX;
    link_wipe(&command.secret, sizeof command.secret);
}

/* Takes out of use what was guessed at too often, and again every second until that is saved; the
 * guard lets nobody in by it meanwhile. */
static void retire_guessed(struct host *host, int64_t now_ms)
{
    const struct model *model = store_model(host->store);
    if (!host->retire_due || now_ms < host->retire_ms)
        return;
    host->retire_ms = now_ms + RETRY_EVERY_MS;
    host->retire_due = false;
    for (uint16_t i = 1; i <= model->code_count; i++) {
        const struct code *code = &model->codes[i];
        struct command command = {.kind = COMMAND_RETIRE_CODE, .change.code.code = i};
        if (!code->retired && code->symbols.length == CODE_LENGTH &&
            link_guard_spent(&host->house.guard,
                             link_code_selector((const char *)code->symbols.bytes)) &&
            store_do(host->store, SEAT_KIOSK, &command, host_workshop_ms(host, now_ms)) ==
                REFUSAL_NONE) {
            host->guessed = i;
            host->retire_due = true; /* until a second look finds it retired */
        }
    }
}

/* Ends a connection that does not keep to the rules, without a word. */
static void hang_up(struct host *host, struct peer *peer)
{
    link_disconnect(host->link, peer->handle, LINK_AT_ONCE);
    peer->leaving = true;
    host->dropped++;
}

/* A client keeps few commands unanswered (client/session/session.h) and beats once a second. One
 * that sends more than this in a tick would hold up the others. */
static bool floods(struct host *host, struct peer *peer)
{
    if (peer->tick != host->tick)
        peer->messages = 0;
    peer->tick = host->tick;
    return ++peer->messages > MESSAGES_A_TICK;
}

static void take_bytes(struct host *host, struct peer *peer, const uint8_t *bytes, size_t length,
                       int64_t now_ms)
{
    struct link_outcome outcome;
    if (peer->leaving) /* whoever has its seat now may use the same numbers */
        return;
    if (floods(host, peer)) {
        hang_up(host, peer);
        return;
    }
    link_door_receive(&peer->door, &outcome, host->plain, &host->house, bytes, length,
                      (uint64_t)now_ms);
    host->retire_due |= outcome.retire;
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

/* The connection is gone; the seat stays. */
static void close_peer(struct host *host, struct peer *peer)
{
    link_door_close(&peer->door, &host->house);
    if (peer->seat && host->seat_peer[peer->seat] == peer->handle.index + 1U) {
        host->seat_peer[peer->seat] = 0;
        host->live.presence[peer->seat] = PRESENCE_AWAY;
        host->dirty = true;
    }
    own_release(&peer->own);
    peer->open = false;
    peer->seat = 0;
    host->open_count--;
    while (host->peer_end && !host->peers[host->peer_end - 1].open)
        host->peer_end--;
}

/* Where places run out, whoever has waited longest at the door gives way: a flood of connections
 * that never say a code must not keep people from coming back. */
static void make_room(struct host *host)
{
    struct peer *oldest = NULL;
    if (host->open_count + host->peer_count / PLACES_KEPT < host->peer_count)
        return;
    for (size_t i = 0; i < host->peer_end; i++) {
        struct peer *peer = &host->peers[i];
        if (peer->open && !peer->leaving && !link_door_admitted(&peer->door) &&
            (!oldest || peer->door.opened_ms < oldest->door.opened_ms))
            oldest = peer;
    }
    if (!oldest)
        return;
    hang_up(host, oldest);
    close_peer(host, oldest);
}

static void open_peer(struct host *host, struct link_peer handle, int64_t now_ms)
{
    struct peer *peer = &host->peers[handle.index];
    char address[LINK_ADDRESS_SIZE] = "";
    struct link_outcome outcome;
    if (peer->open)
        close_peer(host, peer); /* we ended it, so the link says no more of it */
    make_room(host);
    link_address(host->link, handle, address);
    *peer = (struct peer){.handle = handle, .open = true};
    host->open_count++;
    if (host->peer_end <= handle.index)
        host->peer_end = handle.index + 1U;
    if (link_door_open(&peer->door, &outcome, &host->house, address, (uint64_t)now_ms) ==
            ERROR_OK &&
        outcome.kind != LINK_REFUSED)
        return;
    host->dropped++;
    if (outcome.reply_length &&
        link_send(host->link, handle, outcome.reply, outcome.reply_length) != ERROR_OK)
        outcome.reply_length = 0; /* it will notice */
    link_disconnect(host->link, handle, LINK_AFTER_SENDING);
    peer->leaving = true;
}

/* Those who connect and then say nothing, and those whose goodbye has been sent. */
static void close_idle(struct host *host, int64_t now_ms)
{
    for (size_t i = 0; i < host->peer_end; i++) {
        struct peer *peer = &host->peers[i];
        if (!peer->open)
            continue;
        if (!peer->leaving && link_door_late(&peer->door, (uint64_t)now_ms))
            hang_up(host, peer);
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

/* What the presenter asks for goes through the same door as what comes from a network: its texts
 * are as the file takes them, or it is refused. */
static void take_console(struct host *host, struct owed *answer, const struct command *command,
                         int64_t now_ms)
{
    struct upward upward;
    size_t length = wire_command_encode(host->plain, command);
    bool understood = wire_upward_decode(&upward, host->plain, length);
    answer->refusal = understood ? upward.refusal : REFUSAL_NOT_UNDERSTOOD;
    if (answer->refusal == REFUSAL_NONE)
        take_command(host, answer, SEAT_KIOSK, &upward.command, now_ms);
}

/* The presenter's commands come first: whatever the network does, the console is served. Nothing
 * gets lost on this way, so nothing is sent twice, and the presenter counts anew in every run: in
 * the journal each has the next free number. That it has one says that a person asked. */
static void take_from_box(struct host *host, int64_t now_ms)
{
    struct command command;
    while (host->box && host->answer_count < ANSWERS_MAX &&
           mailbox_take_command(host->box, &command)) {
        struct owed *answer = owe(host, TO_VIEWER, (struct link_peer){0});
        answer->id = command.id;
        command.id = model_last_command(store_model(host->store), SEAT_KIOSK) + 1;
        take_console(host, answer, &command, now_ms);
    }
}

void intake_take(struct host *host, int64_t now_ms)
{
    struct link_event event;
    host->tick++;
    host->house.full = store_model(host->store)->seat_count == SEATS_MAX;
    take_from_box(host, now_ms);
    for (int i = 0; i < EVENTS_A_TICK && host->answer_count < ANSWERS_MAX; i++) {
        if (!link_next(host->link, &event))
            break;
        take_event(host, &event, now_ms);
    }
    retire_guessed(host, now_ms);
    close_idle(host, now_ms);
}
