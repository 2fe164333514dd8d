#include "sim/sim.h"

#include <stdio.h>
#include <string.h>

#include "link/seeded.h"

/* What people know of the workshop when they think of something to do is what has been committed:
 * sensible things, and stale ones because it takes its time to get there. */

static enum error dial(void *context, struct link **out, const char *host, uint16_t port,
                       struct trouble *t)
{
    struct sim *sim = context;
    char address[LINK_ADDRESS_SIZE];
    (void)host, (void)port, (void)t;
    snprintf(address, sizeof address, "10.0.0.%u", 2 + sim_below(sim, 20));
    return link_memory_dial(out, sim->memory, address);
}

/* A fresh program on that laptop. */
static void start_client(struct sim *sim, unsigned number)
{
    struct sim_client *client = &sim->clients[number];
    struct session_means means = {.dial = dial, .context = sim, .random = seeded(&client->seed)};
    session_destroy(&client->session);
    *client = (struct sim_client){.seed = seeded_next(&sim->dice), .ahead_ms = client->ahead_ms};
    if (session_create(&client->session, NULL, false, &means) != ERROR_OK)
        sim_fail(sim, "short of memory");
}

void people_begin(struct sim *sim)
{
    for (unsigned i = 0; i < SIM_CLIENTS; i++) {
        start_client(sim, i);
        sim->clients[i].ahead_ms = sim_below(sim, 1000000);
    }
    sim->bench.model = sim->shadow;
    driver_start(&sim->driver, &sim->bench, seeded_next(&sim->dice));
}

void people_end(struct sim *sim)
{
    for (unsigned i = 0; i < SIM_CLIENTS; i++)
        session_destroy(&sim->clients[i].session);
}

static int64_t time_of(const struct sim *sim, const struct sim_client *client)
{
    return sim->now_ms + client->ahead_ms;
}

/* ---- coming in */

/* Somebody's laptop gave up, and they are to have another. */
static bool has_seat_code(const struct sim *sim)
{
    for (uint16_t c = 1; c <= sim->shadow->code_count; c++)
        if (sim->shadow->codes[c].kind == CODE_SEAT && !sim->shadow->codes[c].retired)
            return true;
    return false;
}

/* The first three mostly lead, watch and show; the others are people of schools. */
static enum code_kind code_wanted(struct sim *sim, unsigned number)
{
    static const enum code_kind usual[] = {CODE_FACILITATOR, CODE_OBSERVER, CODE_DISPLAY};
    static const enum code_kind people[] = {CODE_SCHOOL, CODE_SCHOOL, CODE_SCHOOL, CODE_ROOM};
    if (has_seat_code(sim))
        return CODE_SEAT;
    if (number < 3 && !sim_one_in(sim, 4))
        return usual[number];
    return people[sim_below(sim, 4)];
}

static uint16_t find_code(struct sim *sim, enum code_kind kind)
{
    const struct model *m = sim->shadow;
    for (unsigned tries = 0; tries < 60 && m->code_count; tries++) {
        uint16_t c = (uint16_t)(1 + sim_below(sim, m->code_count));
        if (m->codes[c].kind == kind && m->codes[c].symbols.length == CODE_LENGTH &&
            (!m->codes[c].retired || sim_one_in(sim, 30)))
            return c;
    }
    return 0;
}

static void come_in(struct sim *sim, unsigned number)
{
    struct sim_client *client = &sim->clients[number];
    uint16_t found = find_code(sim, code_wanted(sim, number));
    char code[LINK_CODE_SIZE] = "";
    struct trouble trouble = {0};
    if (!found)
        return;
    memcpy(code, sim->shadow->codes[found].symbols.bytes, CODE_LENGTH);
    if (sim_one_in(sim, 15)) { /* mistyped */
        struct link_random random = seeded(&client->seed);
        link_code_make(code, sim_one_in(sim, 2) ? code : NULL, &random);
    }
    sim_tell(sim, "client %u comes with code %u, %s", number, found,
             code_kind_word((enum code_kind)sim->shadow->codes[found].kind));
    client->seat = 0;
    if (session_join(client->session, "kiosk", 47474, code, time_of(sim, client), &trouble) !=
        ERROR_OK)
        sim_fail(sim, "joining: %s", trouble.text);
}

/* ---- asking for things */

enum access { BY_KIOSK, BY_FACILITATOR, BY_SEAT };

static enum access access_of(enum command_kind kind)
{
    enum { KIOSK, FACILITATOR, SEAT };
    static const uint8_t who_may[] = {
#define X(name, word, member, who) [COMMAND_##name] = who,
        COMMAND_LIST(X)
#undef X
    };
    return kind < COMMAND_COUNT ? (enum access)who_may[kind] : BY_KIOSK;
}

/* May somebody come to ask for that? Of what the facilitator may, others ask for little. */
static bool may_wish(struct sim *sim, enum command_kind kind, bool leads)
{
    switch (access_of(kind)) {
    case BY_KIOSK:
        return false;
    case BY_FACILITATOR:
        return leads || sim_one_in(sim, 12);
    default:
        return true;
    }
}

/* What a vote needs to get anywhere: that it is opened, closed and shown. */
static void spur_vote(struct sim *sim, struct command *command)
{
    const struct model *m = sim->shadow;
    for (ballot_id b = 1; b <= m->ballot_count; b++)
        if (m->ballots[b].state >= BALLOT_PREPARED && m->ballots[b].state < BALLOT_REVEALED)
            *command = ask_set_ballot(b, (enum ballot_state)(m->ballots[b].state + 1));
}

/* Each seed is about one kind of command: half of what people ask for, where they may. */
static void wish(struct sim *sim, struct command *command, seat_id seat)
{
    bool leads = model_is_facilitator(sim->shadow, seat);
    enum command_kind kind = (enum command_kind)(sim->seed % COMMAND_COUNT);
    sim->bench.now_ms = kiosk_now_ms(sim);
    if (!sim_one_in(sim, 2) || !may_wish(sim, kind, leads) || kind == COMMAND_CLOSE)
        do
            kind = driver_kind(&sim->driver);
        while (!may_wish(sim, kind, leads));
    if (kind == COMMAND_REDO && sim->shadow->undo.done == sim->shadow->undo.count)
        kind = COMMAND_UNDO; /* there has to be something to do again */
    driver_wish(&sim->driver, command, kind, seat);
    if (command->kind == COMMAND_REMOVE_SEAT && !sim_one_in(sim, 3))
        *command = ask_go(sim_below(sim, 4), 1);
    if (command->kind == COMMAND_SET_BALLOT && leads && sim_one_in(sim, 2))
        spur_vote(sim, command);
    struct agenda_item *item = &command->change.agenda.content;
    if (command->kind == COMMAND_CHANGE_AGENDA_ITEM && item->step_count > STEPS_MAX)
        item->step_count = STEPS_MAX; /* no program can write down more */
    secrets_mark(sim, command);
}

static void ask(struct sim *sim, struct sim_client *client, struct command *command)
{
    uint32_t id = session_send(client->session, command, time_of(sim, client));
    if (!id)
        return; /* its outbox is full, or the kiosk has not told it where to count on from */
    client->sent[id % SIM_SENT] = (struct sim_sent){id, command->kind};
    sim_tell(sim, "seat %u asks %u: %s", client->seat, id, command_word(command->kind));
}

void people_present(struct sim *sim)
{
    static struct command command;
    if (sim->box_id || !sim->host)
        return;
    wish(sim, &command, SEAT_KIOSK);
    command.id = ++sim->box_last;
    if (!mailbox_post_command(sim->box, &command))
        sim_fail(sim, "the mailbox takes no command");
    sim->box_id = command.id;
    sim->box_kind = command.kind;
    sim->box_entry = 0;
    sim_tell(sim, "presenter asks: %s", command_word(command.kind));
}

void people_close(struct sim *sim)
{
    static struct command close;
    close = (struct command){.kind = COMMAND_CLOSE};
    for (unsigned i = 0; i < SIM_CLIENTS; i++)
        if (sim->clients[i].seat &&
            sim->shadow->seats[sim->clients[i].seat].role == ROLE_FACILITATOR)
            ask(sim, &sim->clients[i], &close);
}

/* ---- what happens to laptops */

static void suffer(struct sim *sim, unsigned number)
{
    struct sim_client *client = &sim->clients[number];
    int64_t jump_ms;
    switch (sim_below(sim, 6)) {
    case 0:
    case 1:
        if (!client->session->link)
            break;
        sim_tell(sim, "client %u: the cable is pulled", number);
        link_memory_cut(client->session->link);
        sim->tally->cuts++;
        break;
    case 2:
        jump_ms = sim_below(sim, 9000); /* what came meanwhile is read as if it came now */
        client->asleep_ms = sim->now_ms + jump_ms;
        sim_tell(sim, "client %u sleeps", number);
        sim->tally->sleeps++;
        break;
    case 3:
        jump_ms = sim_one_in(sim, 2) ? sim_below(sim, 4000) : 3600 * 1000;
        client->ahead_ms += jump_ms;
        sim_tell(sim, "client %u: its clock jumps", number);
        sim->tally->client_jumps++;
        break;
    case 4:
        session_try_now(client->session, time_of(sim, client));
        break;
    default:
        if (!sim_one_in(sim, 3) && !has_seat_code(sim))
            break;
        sim_tell(sim, "client %u is started anew", number);
        start_client(sim, number);
    }
}

void people_act(struct sim *sim)
{
    static struct command command;
    unsigned number = sim_below(sim, SIM_CLIENTS);
    struct sim_client *client = &sim->clients[number];
    bool there = client->session->begun;
    if (sim_one_in(sim, 18) || (number > 3 && has_seat_code(sim) && sim_one_in(sim, 8))) {
        suffer(sim, number);
    } else if (!there) {
        come_in(sim, number);
    } else if (client->seat) {
        wish(sim, &command, client->seat);
        ask(sim, client, &command);
    }
}

/* ---- hearing */

/* The seat this laptop sits on, and since when, by the token it was given. */
static void learn_seat(struct sim *sim, struct sim_client *client, unsigned number)
{
    const struct sim_token *token = ledger_token(sim, client->session->kept.token.id);
    if (!token)
        sim_fail(sim, "client %u was given a token of no seat", number);
    sim->tally->returns += client->seat != 0;
    client->seat = token->seat;
    client->token_event = token->token_event;
    sim_tell(sim, "client %u sits on seat %u", number, client->seat);
}

static void hear(struct sim *sim, unsigned number)
{
    struct sim_client *client = &sim->clients[number];
    struct session_notice notice;
    while (session_next(client->session, &notice)) {
        switch (notice.kind) {
        case SESSION_SEATED:
            learn_seat(sim, client, number);
            break;
        case SESSION_SAVED:
        case SESSION_REFUSED:
            ledger_receipt(sim, client, notice.id, notice.refusal);
            break;
        case SESSION_ENDED:
            sim->tally->overs[session_over(client->session)]++;
            sim_tell(sim, "client %u: %s", number,
                     session_over_word(session_over(client->session)));
            if (session_over(client->session) == SESSION_BROKEN)
                sim_fail(sim, "client %u: what arrived was not Plenary's", number);
            client->seat = 0;
            break;
        default:
            break;
        }
    }
}

void people_step(struct sim *sim)
{
    for (unsigned i = 0; i < SIM_CLIENTS; i++) {
        struct sim_client *client = &sim->clients[i];
        if (client->asleep_ms > sim->now_ms)
            continue;
        session_step(client->session, time_of(sim, client));
        hear(sim, i);
    }
}

void people_wake(struct sim *sim)
{
    for (unsigned i = 0; i < SIM_CLIENTS; i++)
        sim->clients[i].asleep_ms = 0;
}

bool people_are_settled(const struct sim *sim)
{
    for (unsigned i = 0; i < SIM_CLIENTS; i++) {
        const struct session *s = sim->clients[i].session;
        if (s->begun &&
            (s->call != CALL_OPEN || !s->welcomed || !s->whole || s->fresh || s->outbox.count ||
             s->state != SESSION_UP || s->now_ms - s->heard_ms > SESSION_BEAT_MS + 300))
            return false;
    }
    return !sim->box_id;
}
