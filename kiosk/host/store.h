#ifndef PLENARY_HOST_STORE_H
#define PLENARY_HOST_STORE_H

/* The workshop: its state, and the journal the state comes from, kept in step. Commands are done
 * one by one into a batch; committing makes the whole batch durable, and only then may anything be
 * acknowledged or shown. If the commit fails, the state is rebuilt from the journal, as if the
 * batch had never been asked for. Where even that fails (the stick with the file was pulled out),
 * the store is *astray*: its state says more than the journal, so nothing of it may be shown, and
 * every command tries to rebuild it first. */

#include "journal/journal.h"
#include "model/decide.h"
#include "model/model.h"

struct store;

/* Takes over `*journal` (nulled, also on failure) and replays it. ERROR_DAMAGED when it holds what
 * no Plenary could have written; ERROR_NEWER for events of a kind this program does not know. */
CHECKED enum error store_create(struct store **out, struct journal **journal,
                                struct trouble *trouble);
void store_destroy(struct store **store);

/* Makes `model` what the journal says, for those who only read it. What is wrong is told as by
 * store_create, and then the model holds some part of it. */
CHECKED enum error store_replay(struct model *model, struct journal *journal,
                                struct trouble *trouble);

/* The state, the open batch included; borrowed, and at the same address for the store's life. */
const struct model *store_model(const struct store *store);
struct journal *store_journal(struct store *store);

/* The latest host time of any event; 0 when there is none. (What is unsigned carries an earlier
 * time than it was given at.) */
int64_t store_last_ms(const struct store *store);

/* Decides one command and adds its events to the batch. REFUSAL_NOT_SAVED while astray. */
CHECKED enum refusal store_do(struct store *store, seat_id seat, const struct command *command,
                              int64_t now_ms);

/* True when a batch is open. */
bool store_has_batch(const struct store *store);

/* True when the open batch wipes secrets: once committed, a journal_scrub is due. Papers of a
 * secret vote that were replaced or withdrawn are wiped too, but ask for none: the next does for
 * them, that of the reveal or the close at the latest. */
bool store_batch_wipes(const struct store *store);

/* True when what it wipes is who gave what is unsigned, or the papers of a vote that is revealed:
 * nothing more may be shown before that is scrubbed. */
bool store_batch_forgets(const struct store *store);

/* Commits the batch. On an error the batch is gone and the state is what the journal says. */
CHECKED enum error store_commit(struct store *store, struct trouble *trouble);

/* Forgets the batch. */
void store_rollback(struct store *store);

/* True while the state could not be brought back to what the journal says. */
bool store_astray(const struct store *store);

#endif
