#include "host/state.h"

#include "words/words.h"

#include <string.h>

void answer_seat(struct host *host, struct peer *peer, seat_id seat, const struct link_token *token,
                 int64_t now_ms)
{
    uint32_t older = host->seat_peer[seat];
    if (older && older - 1 != peer->handle.index)
        peer_say_goodbye(&host->peers[older - 1], host->link, FAREWELL_ELSEWHERE, now_ms);
    host->seat_peer[seat] = peer->handle.index + 1U;
    host->live.presence[seat] = PRESENCE_HERE;
    host->dirty = host->behind = true;
    peer->seat = seat;
    peer->token_event = store_model(host->store)->seats[seat].token_event;
    struct seated seated = {.seat = seat,
                            .last_command = model_last_command(store_model(host->store), seat)};
    if (token) {
        _Static_assert(sizeof *token == WIRE_TOKEN_MAX, "a token is its two halves");
        seated.token_length = sizeof *token;
        memcpy(seated.token, token, sizeof *token);
    }
    letter_begin(&host->letter, host_workshop_ms(host, now_ms));
    if (letter_add_seated(&host->letter, &seated))
        peer_send(peer, host->link, &host->letter);
    link_wipe(&seated, sizeof seated);
}

static void answer_join(struct host *host, struct owed *answer, int64_t now_ms)
{
    struct peer *peer = host_peer(host, answer->handle);
    if (!peer || peer->leaving)
        return;
    if (answer->refusal == REFUSAL_NONE)
        answer_seat(host, peer, answer->seat, &answer->token, now_ms);
    else
        peer_say_goodbye(peer, host->link,
                         answer->refusal == REFUSAL_NOT_SAVED ? FAREWELL_CLOSING : FAREWELL_REMOVED,
                         now_ms);
}

/* What a command has changed of what its own seat alone may see goes with the answer: one message
 * instead of two. What does not fit comes with the news. */
static void add_own(struct host *host, struct peer *peer)
{
    const struct model *model = store_model(host->store);
    bool sits = model_has_seat(model, peer->seat) &&
                model->seats[peer->seat].token_event == peer->token_event;
    if (host->held || store_astray(host->store) || !sits || !peer->caught_up)
        return;
    peer->own.due = true;
    if (!own_write(&peer->own, model, &host->live, peer->seat, &host->letter))
        host->behind = true;
}

/* All answers that stand in a row for one client travel in one letter. */
static uint32_t answer_commands(struct host *host, uint32_t first, int64_t now_ms)
{
    struct link_peer handle = host->answers[first].handle;
    uint32_t next = first;
    letter_begin(&host->letter, host_workshop_ms(host, now_ms));
    for (; next < host->answer_count; next++) {
        const struct owed *answer = &host->answers[next];
        if (answer->to != TO_COMMAND || answer->handle.index != handle.index ||
            answer->handle.generation != handle.generation ||
            !letter_add_receipt(&host->letter, answer->id, answer->refusal))
            break;
    }
    struct peer *peer = host_peer(host, handle);
    if (peer && peer->seat && !peer->leaving)
        add_own(host, peer);
    if (peer)
        peer_send(peer, host->link, &host->letter);
    return next;
}

static void answer_viewer(struct host *host, const struct owed *answer, int64_t now_ms)
{
    letter_begin(&host->letter, host_workshop_ms(host, now_ms));
    if (!letter_add_receipt(&host->letter, answer->id, answer->refusal) ||
        !mailbox_post_letter(host->box, VIEWER_FACILITATOR, host->letter.bytes,
                             host->letter.length))
        host->dropped++;
}

/* Whether what was asked stands in the file all the same: it was asked before, and the answer got
 * lost. */
static bool was_saved_before(const struct host *host, const struct owed *answer)
{
    return answer->to == TO_COMMAND && !store_astray(host->store) &&
           model_obeyed(store_model(host->store), answer->seat, answer->id);
}

/* Makes the batch durable, or takes back what it promised. */
static void commit(struct host *host, int64_t now_ms)
{
    if (!store_has_batch(host->store))
        return;
    struct trouble trouble = {0};
    bool wipes = store_batch_wipes(host->store);
    bool forgets = store_batch_forgets(host->store);
    enum error e = store_commit(host->store, &trouble);
    host->dirty = true;
    if (e == ERROR_OK) {
        host->backup_due = true;
        if (wipes && !host->wipe_due)
            host->wipe_ms = now_ms; /* the first time at once */
        host->wipe_due |= wipes;
        host->held |= forgets;
        host->not_saved.text[0] = '\0';
        return;
    }
    trouble_set(&host->not_saved, e, word(WORD_NOT_SAVED_BECAUSE),
                trouble.text[0] ? trouble.text : error_text(e));
    for (uint32_t i = 0; i < host->answer_count; i++)
        if (host->answers[i].in_batch && !was_saved_before(host, &host->answers[i]))
            host->answers[i].refusal = REFUSAL_NOT_SAVED;
}

/* A seat that was removed has nobody on it any more. */
static void dismiss_removed(struct host *host, int64_t now_ms)
{
    const struct model *model = store_model(host->store);
    for (seat_id s = 1; s <= model->seat_count; s++)
        if (model->seats[s].removed && host->seat_peer[s])
            peer_say_goodbye(&host->peers[host->seat_peer[s] - 1], host->link, FAREWELL_REMOVED,
                             now_ms);
}

void answer_all(struct host *host, int64_t now_ms)
{
    commit(host, now_ms);
    trouble_wipe(host, now_ms);
    trouble_tell(host);
    for (uint32_t i = 0; i < host->answer_count;) {
        struct owed *answer = &host->answers[i];
        if (answer->to == TO_COMMAND) {
            i = answer_commands(host, i, now_ms);
            continue;
        }
        if (answer->to == TO_JOIN)
            answer_join(host, answer, now_ms);
        else
            answer_viewer(host, answer, now_ms);
        link_wipe(&answer->token, sizeof answer->token);
        i++;
    }
    host->answered = host->answer_count > 0;
    if (host->answered && !store_astray(host->store))
        dismiss_removed(host, now_ms);
    host->answer_count = 0;
    if (host->answered)
        link_flush(host->link); /* before the news is made: that takes a while with thousands */
}
