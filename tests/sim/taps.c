#include "sim/sim.h"

#include <sodium.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "link/seeded.h"

/* The linker gives calls of X from one file to another to __wrap_X, and __real_X is what was meant
 * (ld's --wrap): so the simulation sees what is decided, written and sent, may end the kiosk at
 * these very moments, and may break something on purpose to see itself notice. */

static struct sim *sim;

/* libsodium draws the heads of its streams itself. */
static const char *dice_name(void)
{
    return "seeded";
}

static uint32_t dice_random(void)
{
    return (uint32_t)seeded_next(&sim->sodium_seed);
}

static void dice_fill(void *const to, const size_t length)
{
    seeded_fill(&sim->sodium_seed, to, length);
}

static struct randombytes_implementation dice = {
    .implementation_name = dice_name, .random = dice_random, .buf = dice_fill};

void taps_begin(struct sim *of)
{
    sim = of;
    randombytes_set_implementation(&dice);
    if (sodium_init() < 0)
        abort();
    sim->sodium_seed = sim->seed; /* beginning for the first time drew some */
}

void taps_end(void)
{
    sim = NULL;
}

/* The kiosk may be killed here. What it was about to do it does not. */
static void moment(enum sim_moment at)
{
    if (!sim || !sim->in_tick || !sim->moments || --sim->moments)
        return;
    sim->killed_at = at;
    longjmp(sim->killed, 1);
}

enum error __real_link_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                            size_t length);
enum error __wrap_link_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                            size_t length);

enum error __wrap_link_send(struct link *link, struct link_peer peer, const uint8_t *bytes,
                            size_t length)
{
    moment(MOMENT_SEND);
    uint64_t digest = sim->digest ^ length;
    for (size_t i = 0; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, sizeof word);
        digest = (digest ^ word) * UINT64_C(0x100000001B3);
        digest ^= digest >> 29;
    }
    sim->digest = digest;
    sim->tally->wire_bytes += length;
    return __real_link_send(link, peer, bytes, length);
}

enum error __real_journal_commit(struct journal *journal, struct trouble *trouble);
enum error __wrap_journal_commit(struct journal *journal, struct trouble *trouble);

enum error __wrap_journal_commit(struct journal *journal, struct trouble *trouble)
{
    moment(MOMENT_BEFORE_WRITE);
    if (sim->broken == BREAK_COMMIT && sim->in_tick && sim->step % 50 == 30) {
        journal_rollback(journal);
        ledger_committed(sim, journal);
        return ERROR_OK;
    }
    enum error e = __real_journal_commit(journal, trouble);
    if (e == ERROR_OK)
        ledger_committed(sim, journal);
    else
        ledger_lost(sim);
    moment(MOMENT_AFTER_WRITE);
    return e;
}

enum refusal __real_store_do(struct store *store, seat_id seat, const struct command *command,
                             int64_t now_ms);
enum refusal __wrap_store_do(struct store *store, seat_id seat, const struct command *command,
                             int64_t now_ms);

enum refusal __wrap_store_do(struct store *store, seat_id seat, const struct command *command,
                             int64_t now_ms)
{
    const struct model *model = store_model(store);
    uint64_t events = model->event_count;
    enum refusal refusal = __real_store_do(store, seat, command, now_ms);
    ledger_decided(sim, model, seat, command, refusal, events);
    if (sim->broken == BREAK_TWICE && seat != SEAT_KIOSK && refusal == REFUSAL_NONE) {
        static struct command again;
        again = *command;
        again.id = command->id + 1;
        return __real_store_do(store, seat, &again, now_ms);
    }
    if (sim->broken == BREAK_RECEIPT && sim->step % 20 == 7)
        return REFUSAL_NONE;
    return refusal;
}

enum error __real_link_door_seal(uint8_t *sealed, size_t *sealed_length, struct link_door *door,
                                 const uint8_t *plain, size_t length);
enum error __wrap_link_door_seal(uint8_t *sealed, size_t *sealed_length, struct link_door *door,
                                 const uint8_t *plain, size_t length);

/* Every letter to a client, with the seat that its connection is on. */
enum error __wrap_link_door_seal(uint8_t *sealed, size_t *sealed_length, struct link_door *door,
                                 const uint8_t *plain, size_t length)
{
    const struct peer *peer = (const struct peer *)((char *)door - offsetof(struct peer, door));
    const struct model *m = host_model(sim->host);
    secrets_check(sim, peer->seat, audience_of_role((enum role)m->seats[peer->seat].role), plain,
                  length);
    return __real_link_door_seal(sealed, sealed_length, door, plain, length);
}

bool __real_mailbox_post_letter(struct mailbox *box, enum mailbox_viewer viewer,
                                const uint8_t *bytes, size_t length);
bool __wrap_mailbox_post_letter(struct mailbox *box, enum mailbox_viewer viewer,
                                const uint8_t *bytes, size_t length);

bool __wrap_mailbox_post_letter(struct mailbox *box, enum mailbox_viewer viewer,
                                const uint8_t *bytes, size_t length)
{
    secrets_check(sim, SEAT_KIOSK,
                  viewer == VIEWER_PROJECTOR ? AUDIENCE_PROJECTOR : AUDIENCE_FACILITATOR, bytes,
                  length);
    return __real_mailbox_post_letter(box, viewer, bytes, length);
}

bool __real_letter_add_item(struct letter *letter, const uint8_t *item, size_t length);
bool __wrap_letter_add_item(struct letter *letter, const uint8_t *item, size_t length);

bool __wrap_letter_add_item(struct letter *letter, const uint8_t *item, size_t length)
{
    if (sim->broken == BREAK_ITEM && sim->step % 10 == 3)
        return true;
    return __real_letter_add_item(letter, item, length);
}

void __real_model_project(const struct model *model, const struct live *live,
                          struct audience audience, item_sink *sink, void *context);
void __wrap_model_project(const struct model *model, const struct live *live,
                          struct audience audience, item_sink *sink, void *context);

struct leak {
    item_sink *sink;
    void *context;
};

static void leak(void *context, const struct item *item)
{
    const struct leak *to = context;
    if (item->key.kind == ITEM_TALK)
        to->sink(to->context, item);
}

void __wrap_model_project(const struct model *model, const struct live *live,
                          struct audience audience, item_sink *sink, void *context)
{
    __real_model_project(model, live, audience, sink, context);
    if (sim && sim->broken == BREAK_SECRET && audience.kind == AUDIENCE_PARTICIPANTS) {
        struct leak to = {sink, context};
        __real_model_project(model, live, (struct audience){AUDIENCE_FACILITATOR, 0}, leak, &to);
    }
}
