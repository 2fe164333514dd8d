#include "host/store.h"

#include "host/rows.h"
#include "model/papers.h"
#include "wire/wire.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct store {
    struct journal *journal;
    struct model *model;
    int64_t next_seq;
    int64_t last_ms;
    bool batch;
    bool wipes;   /* the batch wipes secrets */
    bool forgets; /* what is shown next depends on it */
    bool astray;
    struct decision decision;
    /* the events whose secrets name the authors known before an event was applied; 0: none */
    uint64_t note_authors[NOTES_MAX + 1];
    uint64_t slip_authors[SLIPS_MAX + 1];
    uint64_t paper_events[PAPERS_MAX + 1]; /* likewise, those that hold the marks of papers */
};

/* Makes an event of a record. */
static enum error read_event(struct event *event, const struct journal_record *record)
{
    memset(event, 0, sizeof *event);
    event->at_ms = record->at_ms;
    event->seat = record->seat;
    event->command = record->command;
    event->kind = wire_event_kind(record->kind);
    if (event->kind == EVENT_COUNT)
        return ERROR_NEWER;
    if (record->secret_length > SECRET_SIZE)
        return ERROR_DAMAGED;
    event->secret.length = (uint8_t)record->secret_length;
    if (record->secret_length)
        memcpy(event->secret.bytes, record->secret, record->secret_length);
    return wire_event_decode(event, record->body, record->body_length) ? ERROR_OK : ERROR_DAMAGED;
}

struct replaying {
    struct model *model;
    int64_t next_seq;
    int64_t last_ms;
};

static enum error replay_record(void *context, const struct journal_record *record)
{
    struct replaying *replaying = context;
    struct event event;
    enum error e = read_event(&event, record);
    if (e != ERROR_OK)
        return e;
    if (!model_fits(replaying->model, &event))
        return ERROR_DAMAGED;
    model_apply(replaying->model, &event);
    replaying->next_seq = record->seq + 1;
    if (record->at_ms > replaying->last_ms) /* what is unsigned has a coarse time */
        replaying->last_ms = record->at_ms;
    return ERROR_OK;
}

static enum error replay(struct replaying *replaying, struct journal *journal,
                         struct trouble *trouble)
{
    if (trouble)
        trouble->text[0] = '\0';
    enum error e = journal_replay(journal, replay_record, replaying, trouble);
    if (trouble && !trouble->text[0] && (e == ERROR_NEWER || e == ERROR_DAMAGED))
        e = trouble_set(trouble, e, "Record %lld of %s %s.", (long long)replaying->next_seq,
                        journal_path(journal),
                        e == ERROR_NEWER ? "was written by a newer Plenary"
                                         : "does not follow from those before it");
    return e;
}

enum error store_replay(struct model *model, struct journal *journal, struct trouble *trouble)
{
    struct replaying replaying = {.model = model, .next_seq = 1};
    model_clear(model);
    return replay(&replaying, journal, trouble);
}

/* Makes the state what the journal says: in a model of its own, so that a replay that fails spoils
 * nothing. */
static enum error rebuild(struct store *store, struct trouble *trouble)
{
    struct replaying replaying = {.next_seq = 1};
    enum error e = model_create(&replaying.model);
    store->batch = false;
    store->astray = true;
    if (e == ERROR_OK)
        e = replay(&replaying, store->journal, trouble);
    if (e == ERROR_OK) {
        memcpy(store->model, replaying.model, sizeof *store->model);
        store->next_seq = replaying.next_seq;
        store->last_ms = replaying.last_ms;
        store->astray = false;
    }
    model_destroy(&replaying.model);
    return e;
}

enum error store_create(struct store **out, struct journal **journal, struct trouble *trouble)
{
    struct store *store = calloc(1, sizeof *store);
    struct journal *taken = *journal;
    *journal = NULL;
    *out = NULL;
    enum error e = store ? model_create(&store->model) : ERROR_MEMORY;
    if (e == ERROR_OK) {
        store->journal = taken;
        e = rebuild(store, trouble);
    }
    if (e != ERROR_OK) {
        if (store)
            store->journal = NULL;
        journal_destroy(&taken);
        store_destroy(&store);
        return e;
    }
    *out = store;
    return ERROR_OK;
}

void store_destroy(struct store **store)
{
    if (!*store)
        return;
    journal_destroy(&(*store)->journal);
    model_destroy(&(*store)->model);
    free(*store);
    *store = NULL;
}

const struct model *store_model(const struct store *store)
{
    return store->model;
}

struct journal *store_journal(struct store *store)
{
    return store->journal;
}

int64_t store_last_ms(const struct store *store)
{
    return store->last_ms;
}

bool store_has_batch(const struct store *store)
{
    return store->batch;
}

bool store_batch_wipes(const struct store *store)
{
    return store->batch && store->wipes;
}

bool store_batch_forgets(const struct store *store)
{
    return store->batch && store->forgets;
}

/* Wipes the secrets that the event about to be applied makes worthless: the token of a seat that is
 * given up or moved to another laptop, all of them when the workshop closes. */
static void wipe_worthless(struct store *store, const struct event *event)
{
    const struct seat *seats = store->model->seats;
    bool wipes = true;
    if (event->kind == EVENT_CLOSED) {
        journal_wipe_all(store->journal);
        store->forgets = true;
    } else if (event->kind == EVENT_SEAT_REMOVED)
        journal_wipe(store->journal, (int64_t)seats[event->change.seat.seat].token_event);
    else if (event->kind == EVENT_SEAT_MOVED)
        journal_wipe(store->journal, (int64_t)seats[event->change.join.seat].token_event);
    else
        wipes = false;
    store->wipes |= wipes;
}

/* Events that may forget who gave what is unsigned: a board closes, a round is shown, put away or
 * begun again, or a step that did so is taken back or done again. */
static bool may_forget(enum event_kind kind)
{
    return kind == EVENT_BOARD_SET || kind == EVENT_ROUND_CALLED || kind == EVENT_UNDONE ||
           kind == EVENT_REDONE;
}

static void note_authors(struct store *store)
{
    const struct model *m = store->model;
    for (note_id n = 1; n <= m->note_count; n++)
        store->note_authors[n] = m->notes[n].author_event;
    for (uint16_t s = 1; s <= m->slip_count; s++)
        store->slip_authors[s] = m->slips[s].author_event;
}

static void wipe_author(struct store *store, uint64_t event, uint64_t now)
{
    if (!event || now)
        return;
    journal_wipe(store->journal, (int64_t)event);
    store->wipes = store->forgets = true;
}

/* Whom the state has forgotten, the file forgets too. */
static void wipe_forgotten(struct store *store)
{
    const struct model *m = store->model;
    for (note_id n = 1; n <= m->note_count; n++)
        wipe_author(store, store->note_authors[n], m->notes[n].author_event);
    for (uint16_t s = 1; s <= m->slip_count; s++)
        wipe_author(store, store->slip_authors[s], m->slips[s].author_event);
}

/* ---- papers */

/* The places from `first` to `last` whose papers an event may replace or take away. */
struct papers_touched {
    uint16_t first, last;
};

static struct papers_touched papers_touched(const struct model *m, const struct event *event)
{
    uint16_t one;
    switch (event->kind) {
    case EVENT_PAPER_CAST:
    case EVENT_PAPER_WITHDRAWN:
        one = paper_meant(m, event->seat, &event->change.paper);
        return (struct papers_touched){one, one};
    case EVENT_SEAT_REMOVED:
    case EVENT_BALLOT_REVEALED:
        return (struct papers_touched){1, m->paper_count};
    default: /* closing wipes everything */
        return (struct papers_touched){1, 0};
    }
}

static void note_papers(struct store *store, struct papers_touched at)
{
    for (unsigned p = at.first; p <= at.last; p++)
        store->paper_events[p] = store->model->papers[p].event;
}

/* A paper that was replaced or withdrawn is wiped with its batch, and scrubbed with the next reveal
 * or close: until then the file holds others' that say no less. What a reveal forgets is scrubbed
 * before its result is shown, and all that was wiped before with it. */
static void wipe_papers(struct store *store, const struct event *event, struct papers_touched at)
{
    for (unsigned p = at.first; p <= at.last; p++)
        if (store->paper_events[p] && store->paper_events[p] != store->model->papers[p].event)
            journal_wipe(store->journal, (int64_t)store->paper_events[p]);
    if (event->kind == EVENT_BALLOT_REVEALED)
        store->wipes = store->forgets = true;
}

/* Journals one decided event and applies it. */
static void put_event(struct store *store, const struct event *event)
{
    uint8_t body[WIRE_ITEM_MAX];
    struct journal_record record = {.seq = store->next_seq++,
                                    .at_ms = event->at_ms,
                                    .seat = event->seat,
                                    .command = event->command,
                                    .kind = event_word(event->kind),
                                    .body = body,
                                    .body_length = wire_event_encode(body, event),
                                    .secret = event->secret.length ? event->secret.bytes : NULL,
                                    .secret_length = event->secret.length};
    journal_put(store->journal, &record);
    store->wipes &= store->batch;
    store->forgets &= store->batch;
    wipe_worthless(store, event);
    struct papers_touched papers = papers_touched(store->model, event);
    note_papers(store, papers);
    if (may_forget(event->kind))
        note_authors(store);
    model_apply(store->model, event);
    if (may_forget(event->kind))
        wipe_forgotten(store);
    wipe_papers(store, event, papers);
    rows_put(store->journal, store->model, event);
    if (event->at_ms > store->last_ms)
        store->last_ms = event->at_ms;
    store->batch = true;
}

enum refusal store_do(struct store *store, seat_id seat, const struct command *command,
                      int64_t now_ms)
{
    struct decision *decision = &store->decision;
    if (store->astray && rebuild(store, NULL) != ERROR_OK)
        return REFUSAL_NOT_SAVED;
    enum refusal refusal = model_decide(decision, store->model, seat, command, now_ms);
    for (uint32_t i = 0; i < decision->count; i++)
        put_event(store, &decision->events[i]);
    return refusal;
}

/* Takes back what was not committed; if that fails, store_do tries again. */
static void take_back(struct store *store)
{
    enum error e = rebuild(store, NULL);
    assert(store->astray == (e != ERROR_OK));
}

enum error store_commit(struct store *store, struct trouble *trouble)
{
    if (!store->batch)
        return ERROR_OK;
    store->batch = false;
    enum error e = journal_commit(store->journal, trouble);
    if (e != ERROR_OK)
        take_back(store);
    return e;
}

void store_rollback(struct store *store)
{
    if (!store->batch)
        return;
    journal_rollback(store->journal);
    take_back(store);
}

bool store_astray(const struct store *store)
{
    return store->astray;
}
