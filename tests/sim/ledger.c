#include "sim/sim.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { OPEN, COMMITTED, LOST };

void ledger_begin(struct sim *sim)
{
    if (model_create(&sim->shadow) != ERROR_OK)
        sim_fail(sim, "short of memory");
}

void ledger_end(struct sim *sim)
{
    model_destroy(&sim->shadow);
    free(sim->entries);
    free(sim->refused);
    sim->entries = sim->refused = NULL;
}

static bool is_of(const struct sim_entry *entry, seat_id seat, uint64_t token_event, uint32_t id)
{
    return entry->seat == seat && entry->token_event == token_event && entry->id == id;
}

/* The entry of a command that has made records; NULL when it has none in the journal. */
static const struct sim_entry *find_kept(const struct sim *sim, seat_id seat, uint64_t token_event,
                                         uint32_t id)
{
    for (size_t i = 0; i < sim->entry_count; i++) {
        const struct sim_entry *entry = &sim->entries[i];
        if (entry->state == COMMITTED && entry->events && is_of(entry, seat, token_event, id))
            return entry;
    }
    return NULL;
}

/* Makes room for one more. */
static struct sim_entry *add_entry(struct sim_entry **list, size_t *count, size_t *size)
{
    if (*count == *size) {
        *size = 2 * *size + 256;
        *list = realloc(*list, *size * sizeof **list);
        if (!*list)
            abort();
    }
    return &(*list)[(*count)++];
}

void ledger_decided(struct sim *sim, const struct model *model, seat_id seat,
                    const struct command *command, enum refusal refusal, uint64_t events_before)
{
    struct sim_entry *entry = add_entry(&sim->entries, &sim->entry_count, &sim->entry_size);
    *entry = (struct sim_entry){.seat = seat,
                                .token_event = model->seats[seat].token_event,
                                .id = command->id,
                                .kind = (uint8_t)command->kind,
                                .state = OPEN,
                                .refusal = (uint8_t)refusal,
                                .first = events_before + 1,
                                .events = model->event_count - events_before};
    if (refusal == REFUSAL_NONE)
        sim->tally->done[command->kind]++;
    if (seat == SEAT_KIOSK && command->id)
        sim->box_entry = sim->entry_count;
    if (refusal != REFUSAL_NONE && entry->events)
        sim_fail(sim, "%s was refused and made records", command_word(command->kind));
}

/* ---- records of a batch that was written */

struct taking {
    struct sim *sim;
    size_t entry; /* that the next record should be of */
};

static void learn_token(struct sim *sim, const struct event *event, seat_id seat)
{
    if (sim->token_count == sizeof sim->tokens / sizeof *sim->tokens)
        sim_fail(sim, "more tokens than the simulation remembers");
    struct sim_token *token = &sim->tokens[sim->token_count++];
    memcpy(token->id, event->change.join.token_id, sizeof token->id);
    token->seat = seat;
    token->token_event = sim->shadow->event_count;
    sim->tally->moves += event->kind == EVENT_SEAT_MOVED;
    sim->tally->joins += event->kind == EVENT_SEAT_JOINED;
}

const struct sim_token *ledger_token(const struct sim *sim, const uint8_t id[LINK_TOKEN_ID])
{
    for (size_t i = 0; i < sim->token_count; i++)
        if (memcmp(sim->tokens[i].id, id, LINK_TOKEN_ID) == 0)
            return &sim->tokens[i];
    return NULL;
}

/* The record is of the command that the store decided at that place. */
static void check_origin(struct taking *taking, const struct journal_record *record)
{
    struct sim *sim = taking->sim;
    uint64_t seq = (uint64_t)record->seq;
    while (taking->entry < sim->entry_count &&
           seq >= sim->entries[taking->entry].first + sim->entries[taking->entry].events)
        taking->entry++;
    if (taking->entry == sim->entry_count || seq < sim->entries[taking->entry].first)
        sim_fail(sim, "record %" PRIu64 ", %s, is of no command", seq, record->kind);
    struct sim_entry *entry = &sim->entries[taking->entry];
    if (!record->seat && !record->command && entry->id)
        entry->unsigned_ones = true;
    else if (record->seat != entry->seat || record->command != entry->id)
        sim_fail(sim,
                 "record %" PRIu64 ", %s, names seat %u and command %" PRIu32
                 " instead of %u and %" PRIu32,
                 seq, record->kind, record->seat, record->command, entry->seat, entry->id);
}

static enum error take_record(void *context, const struct journal_record *record)
{
    struct taking *taking = context;
    struct sim *sim = taking->sim;
    static struct event event;
    if (record->seq <= sim->shadow_seq)
        return ERROR_OK;
    check_origin(taking, record);
    memset(&event, 0, sizeof event);
    event.at_ms = record->at_ms;
    event.seat = record->seat;
    event.command = record->command;
    event.kind = wire_event_kind(record->kind);
    event.secret.length = (uint8_t)record->secret_length;
    if (record->secret_length)
        memcpy(event.secret.bytes, record->secret, record->secret_length);
    if (event.kind == EVENT_COUNT ||
        !wire_event_decode(&event, record->body, record->body_length) ||
        !model_fits(sim->shadow, &event))
        sim_fail(sim, "record %lld, %s, does not follow", (long long)record->seq, record->kind);
    model_apply(sim->shadow, &event);
    sim->shadow_seq = record->seq;
    if (event.kind == EVENT_SEAT_JOINED)
        learn_token(sim, &event, sim->shadow->seat_count);
    if (event.kind == EVENT_SEAT_MOVED)
        learn_token(sim, &event, event.change.join.seat);
    return ERROR_OK;
}

/* Each command's records stand together and once. */
static void keep(struct sim *sim, struct sim_entry *entry)
{
    const struct sim_entry *before =
        entry->id && entry->events ? find_kept(sim, entry->seat, entry->token_event, entry->id)
                                   : NULL;
    if (before && !before->unsigned_ones)
        sim_fail(sim, "%s, command %" PRIu32 " of seat %u, is in the journal twice",
                 command_word((enum command_kind)entry->kind), entry->id, entry->seat);
    if (entry->events && entry->first + entry->events - 1 > (uint64_t)sim->shadow_seq)
        sim_fail(sim, "%s, command %" PRIu32 " of seat %u, was committed and is not there",
                 command_word((enum command_kind)entry->kind), entry->id, entry->seat);
    for (size_t i = 0; i < sim->refused_count && entry->events; i++)
        if (is_of(&sim->refused[i], entry->seat, entry->token_event, entry->id))
            sim_fail(sim, "%s, command %" PRIu32 " of seat %u, was refused and then done",
                     command_word((enum command_kind)entry->kind), entry->id, entry->seat);
    entry->state = COMMITTED;
}

void ledger_committed(struct sim *sim, struct journal *journal)
{
    struct taking taking = {sim, sim->first_open};
    enum error e = journal_replay(journal, take_record, &taking, NULL);
    if (e != ERROR_OK)
        sim_fail(sim, "the journal cannot be read: %s", error_text(e));
    for (; sim->first_open < sim->entry_count; sim->first_open++)
        if (sim->entries[sim->first_open].refusal == REFUSAL_NONE)
            keep(sim, &sim->entries[sim->first_open]);
        else
            sim->entries[sim->first_open].state = LOST;
    sim->compare_due = true;
}

void ledger_lost(struct sim *sim)
{
    for (; sim->first_open < sim->entry_count; sim->first_open++)
        sim->entries[sim->first_open].state = LOST;
    sim->compare_due = true;
}

void ledger_killed(struct sim *sim)
{
    for (; sim->first_open < sim->entry_count; sim->first_open++)
        sim->entries[sim->first_open].state =
            sim->entries[sim->first_open].events ? LOST : COMMITTED;
}

void ledger_settle(struct sim *sim)
{
    for (; sim->first_open < sim->entry_count; sim->first_open++) {
        if (sim->entries[sim->first_open].events)
            sim_fail(sim, "a batch was left open");
        sim->entries[sim->first_open].state = COMMITTED;
    }
}

/* ---- what people are told */

/* The newest decision on a command that stands: kept, or there was nothing to do. */
static const struct sim_entry *find_stands(const struct sim *sim, seat_id seat,
                                           uint64_t token_event, uint32_t id)
{
    for (size_t i = sim->entry_count; i-- > 0;) {
        const struct sim_entry *entry = &sim->entries[i];
        if (entry->state == COMMITTED && entry->refusal == REFUSAL_NONE &&
            is_of(entry, seat, token_event, id))
            return entry;
    }
    return NULL;
}

static void check_receipt(struct sim *sim, seat_id seat, uint64_t token_event, uint32_t id,
                          enum command_kind kind, enum refusal refusal)
{
    sim->tally->refusals[refusal]++;
    if (refusal == REFUSAL_NONE) {
        sim->tally->receipted[kind]++;
        if (!find_stands(sim, seat, token_event, id))
            sim_fail(sim, "%s, command %" PRIu32 " of seat %u, was receipted and is not there",
                     command_word(kind), id, seat);
        return;
    }
    sim->tally->refused[kind]++;
    sim->tally->not_saved += refusal == REFUSAL_NOT_SAVED;
    if (seat != SEAT_KIOSK) /* the kiosk's numbers that came to nothing are given again */
        *add_entry(&sim->refused, &sim->refused_count, &sim->refused_size) =
            (struct sim_entry){.seat = seat, .token_event = token_event, .id = id};
    const struct sim_entry *kept = find_kept(sim, seat, token_event, id);
    /* who wrote what is unsigned is forgotten in time, and then what was asked twice is no more
     * known for it */
    if (kept && !kept->unsigned_ones)
        sim_fail(sim, "%s, command %" PRIu32 " of seat %u, was refused (%s) and is there",
                 command_word(kind), id, seat, refusal_word(refusal));
}

void ledger_receipt(struct sim *sim, const struct sim_client *client, uint32_t id,
                    enum refusal refusal)
{
    const struct sim_sent *sent = &client->sent[id % SIM_SENT];
    if (sent->id != id)
        sim_fail(sim, "seat %u was told of command %" PRIu32 ", which it did not send",
                 client->seat, id);
    sim_tell(sim, "seat %u: %s %" PRIu32 ": %s", client->seat, command_word(sent->kind), id,
             refusal_word(refusal));
    check_receipt(sim, client->seat, client->token_event, id, sent->kind, refusal);
}

void ledger_box_receipt(struct sim *sim, uint32_t id, enum refusal refusal)
{
    if (id != sim->box_id)
        sim_fail(sim, "the presenter was told of command %" PRIu32 " instead of %" PRIu32, id,
                 sim->box_id);
    sim_tell(sim, "presenter: %s: %s", command_word(sim->box_kind), refusal_word(refusal));
    const struct sim_entry *entry = sim->box_entry ? &sim->entries[sim->box_entry - 1] : NULL;
    if (entry)
        check_receipt(sim, SEAT_KIOSK, 0, entry->id, sim->box_kind, refusal);
    else if (refusal == REFUSAL_NONE)
        sim_fail(sim, "the presenter's %s was receipted and never decided",
                 command_word(sim->box_kind));
    sim->box_id = 0;
}

/* ---- the state */

/* A word of where two states differ: the first byte. */
static size_t first_difference(const struct model *a, const struct model *b)
{
    const uint8_t *x = (const uint8_t *)a, *y = (const uint8_t *)b;
    size_t at = 0;
    while (at < sizeof *a && x[at] == y[at])
        at++;
    return at;
}

void ledger_compare(struct sim *sim, const char *when)
{
    const struct model *state = host_model(sim->host);
    sim->compare_due = false;
    if (store_astray(sim->host->store) || memcmp(state, sim->shadow, sizeof *state) == 0)
        return;
    sim_fail(sim, "%s, the state is not what the journal says: byte %zu of struct model", when,
             first_difference(state, sim->shadow));
}
