#include "session/parts.h"

#include "base/text.h"
#include "link/link_enet.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    NOTICES = 256,
    POLL_MOST_MS = 1000,
};

static enum error dial_enet(void *context, struct link **out, const char *host, uint16_t port,
                            struct trouble *t)
{
    (void)context;
    return link_enet_dial(out, host, port, t);
}

enum error session_create(struct session **out, const char *state_folder, bool tell_items,
                          const struct session_means *means)
{
    *out = NULL;
    struct session *s = calloc(1, sizeof *s);
    if (!s)
        return ERROR_MEMORY;
    s->means =
        means ? *means : (struct session_means){.dial = dial_enet, .random = link_random_system()};
    s->tell_items = tell_items;
    if (state_folder)
        text_copy(s->folder, sizeof s->folder, state_folder);
    /* with items: every one of a room at once and a full letter, after another that still waits */
    unsigned notices = tell_items ? room_place_count() + 2 * SESSION_NOTICES_A_LETTER : NOTICES;
    if (session_notices_begin(&s->notices, notices) || room_create(&s->room)) {
        session_destroy(&s);
        return ERROR_MEMORY;
    }
    *out = s;
    return ERROR_OK;
}

void session_destroy(struct session **session)
{
    struct session *s = *session;
    if (!s)
        return;
    session_call_drop(s);
    session_notices_end(&s->notices);
    room_destroy(&s->room);
    room_destroy(&s->fresh);
    link_wipe(s, sizeof *s);
    free(s);
    *session = NULL;
}

void session_say(struct session *s, enum session_notice_kind kind)
{
    session_notices_put(&s->notices, (struct session_notice){.kind = kind});
}

/* Forgets everything of the seat before, on the way to another. */
static void start_afresh(struct session *s, int64_t now_ms)
{
    session_call_drop(s);
    room_destroy(&s->fresh);
    room_clear(s->room);
    session_outbox_clear(&s->outbox);
    session_notices_clear(&s->notices);
    link_wipe(s->code, sizeof s->code);
    link_wipe(&s->kept, sizeof s->kept);
    s->has_token = s->whole = s->begun = s->seated = false;
    s->address[0] = '\0';
    s->trouble.text[0] = '\0';
    s->redial = (struct session_redial){0};
    s->first_tries = 0;
    s->answered = s->turned_away = false;
    s->farewell = FAREWELL_NONE;
    s->state = SESSION_APART;
    s->over = SESSION_NOT_OVER;
    s->wait_s = 0;
    s->now_ms = now_ms;
}

/* Dials for the first time: a host that is not known is told at once. */
static enum error begin(struct session *s, struct trouble *t)
{
    enum error e = s->means.dial(s->means.context, &s->link, s->host, s->port, t);
    if (e)
        return e;
    s->call = CALL_DIALLING;
    s->call_ms = s->now_ms;
    s->begun = true;
    s->state = SESSION_JOINING;
    session_say(s, SESSION_STATE);
    if (s->trouble.text[0])
        session_say(s, SESSION_TROUBLE);
    return ERROR_OK;
}

enum error session_join(struct session *s, const char *host, uint16_t port, const char *code,
                        int64_t now_ms, struct trouble *t)
{
    struct link_code_typed typed;
    start_afresh(s, now_ms);
    enum error e = session_code_read(&typed, code, t);
    if (e)
        return e;
    if (strlen(host) >= sizeof s->host)
        return trouble_set(t, ERROR_FORMAT, "%s", word(WORD_SESSION_HOST_LONG));
    text_copy(s->host, sizeof s->host, host);
    s->port = port;
    memcpy(s->code, typed.symbols, sizeof s->code);
    link_wipe(&typed, sizeof typed);
    s->has_token =
        s->folder[0] && !session_keep_find(&s->kept, s->folder, NULL, 0, s->code, &s->trouble);
    return begin(s, t);
}

enum error session_resume(struct session *s, const char *host, uint16_t port, int64_t now_ms,
                          struct trouble *t)
{
    start_afresh(s, now_ms);
    if (!s->folder[0] || session_keep_find(&s->kept, s->folder, host, port, NULL, &s->trouble)) {
        const char *why = s->trouble.text[0] ? s->trouble.text : word(WORD_SESSION_NOTHING_KEPT);
        return trouble_set(t, ERROR_ABSENT, "%s", why);
    }
    s->has_token = true;
    text_copy(s->host, sizeof s->host, s->kept.host);
    s->port = s->kept.port;
    return begin(s, t);
}

void session_leave(struct session *s)
{
    start_afresh(s, s->now_ms);
}

void session_forget(struct session *s)
{
    if (s->folder[0] && s->has_token)
        session_keep_forget(s->folder, s->kept.workshop_id);
}

static void finish(struct session *s, enum session_over over)
{
    session_call_drop(s);
    s->redial.resting = false;
    s->begun = false;
    s->over = over;
    s->state = SESSION_APART;
    session_say(s, SESSION_ENDED);
}

/* Nobody answered somebody who has no seat yet. */
static void try_again(struct session *s)
{
    unsigned most = s->answered ? SESSION_ANSWERED_TRIES : SESSION_FIRST_TRIES;
    if (++s->first_tries < most)
        session_redial_soon(&s->redial, s->now_ms, s->call_ms);
    else
        finish(s, s->turned_away ? SESSION_TURNED_AWAY : SESSION_NO_KIOSK);
}

void session_failed(struct session *s, enum session_over why, int64_t least_ms)
{
    session_call_drop(s);
    if (s->seated || least_ms)
        session_redial_failed(&s->redial, s->now_ms, least_ms);
    else if (why == SESSION_NO_KIOSK)
        try_again(s);
    else
        finish(s, why);
}

void session_lost(struct session *s)
{
    session_call_drop(s);
    if (s->seated)
        session_redial_lost(&s->redial, s->now_ms);
    else
        try_again(s);
}

void session_refused(struct session *s, enum link_no no, uint32_t wait_s)
{
    static const enum session_over reasons[LINK_NO_COUNT] = {
        [LINK_NO_NONE] = SESSION_BROKEN,       [LINK_NO_WRONG] = SESSION_WRONG_CODE,
        [LINK_NO_WAIT] = SESSION_WAIT,         [LINK_NO_RETIRED] = SESSION_CODE_RETIRED,
        [LINK_NO_OLDER] = SESSION_KIOSK_NEWER, [LINK_NO_NEWER] = SESSION_KIOSK_OLDER,
        [LINK_NO_FULL] = SESSION_FULL,         [LINK_NO_BUSY] = SESSION_NO_KIOSK,
        [LINK_NO_BROKEN] = SESSION_BROKEN,
    };
    s->wait_s = wait_s;
    if (no == LINK_NO_WRONG && s->by_token && s->code[0]) {
        /* the kept seat is not of this workshop any more: take a new one */
        s->has_token = false;
        session_call_dial(s);
    } else if (no == LINK_NO_WRONG && s->by_token) {
        finish(s, SESSION_REMOVED);
    } else if (no == LINK_NO_BUSY) {
        session_failed(s, SESSION_NO_KIOSK, (wait_s ? wait_s : 1) * INT64_C(1000));
    } else if (s->seated && (no == LINK_NO_WAIT || no == LINK_NO_FULL || no == LINK_NO_BROKEN)) {
        session_failed(s, reasons[no], wait_s * INT64_C(1000));
    } else {
        finish(s, reasons[no]);
    }
}

static void heed_farewell(struct session *s)
{
    enum farewell farewell = s->farewell;
    s->farewell = FAREWELL_NONE;
    if (farewell == FAREWELL_REMOVED && s->folder[0])
        session_keep_forget(s->folder, s->kept.workshop_id);
    if (farewell == FAREWELL_REMOVED)
        finish(s, SESSION_REMOVED);
    else if (farewell == FAREWELL_ELSEWHERE)
        finish(s, SESSION_ELSEWHERE);
    /* a kiosk that closes may be started again: the seat is there then */
    s->turned_away |= farewell == FAREWELL_CLOSING && !s->seated;
}

static void give_up_waiting(struct session *s)
{
    bool attempt = s->call == CALL_DIALLING || s->call == CALL_ADMITTING;
    if (attempt && s->now_ms - s->call_ms >= SESSION_ATTEMPT_MS)
        session_failed(s, SESSION_NO_KIOSK, 0);
    else if (s->call == CALL_OPEN && s->now_ms - s->heard_ms >= SESSION_WAITING_MS)
        session_lost(s);
}

static void send_unsent(struct session *s)
{
    const struct command *command;
    while (s->call == CALL_OPEN && s->welcomed && (command = session_outbox_unsent(&s->outbox))) {
        if (!session_call_send(s, wire_command_encode(s->upward, command)))
            return;
        session_outbox_was_sent(&s->outbox);
    }
}

static void send_beat(struct session *s)
{
    if (s->call != CALL_OPEN || s->now_ms - s->beat_ms < SESSION_BEAT_MS)
        return;
    s->beat_ms = s->now_ms;
    s->beat += s->beat == UINT32_MAX ? 2 : 1; /* 0 is none */
    if (!session_call_send(s, wire_beat_encode(s->upward, s->beat)))
        s->beat_ms = s->now_ms; /* a full link is tried again a beat later */
}

static void update_state(struct session *s)
{
    int64_t quiet_ms = s->now_ms - s->heard_ms;
    enum session_state state = !s->begun                       ? SESSION_APART
                               : !s->seated                    ? SESSION_JOINING
                               : quiet_ms < SESSION_WAITING_MS ? SESSION_UP
                               : quiet_ms < SESSION_DOWN_MS    ? SESSION_WAITING
                                                               : SESSION_DOWN;
    if (state == s->state || !session_notices_free(&s->notices))
        return;
    s->state = state;
    session_say(s, SESSION_STATE);
}

void session_step(struct session *s, int64_t now_ms)
{
    s->now_ms = now_ms;
    if (!s->begun)
        return;
    session_call_serve(s);
    heed_farewell(s);
    give_up_waiting(s);
    if (session_redial_due(&s->redial, now_ms))
        session_call_dial(s);
    send_beat(s);
    send_unsent(s);
    if (s->link)
        link_flush(s->link);
    if (s->begun)
        update_state(s);
}

int session_poll_fd(const struct session *s)
{
    return s->link ? link_poll_fd(s->link) : -1;
}

/* Milliseconds until `at_ms`, within 0 and `most`. */
static int until(const struct session *s, int64_t at_ms, int most)
{
    int64_t left_ms = at_ms - s->now_ms;
    return left_ms < 0 ? 0 : left_ms < most ? (int)left_ms : most;
}

int session_poll_ms(const struct session *s)
{
    int most = POLL_MOST_MS;
    if (!s->begun)
        return most;
    if (s->link && link_poll_ms(s->link) < most)
        most = link_poll_ms(s->link);
    if (s->redial.resting)
        most = until(s, s->redial.at_ms, most);
    if (s->call == CALL_OPEN) {
        most = until(s, s->beat_ms + SESSION_BEAT_MS, most);
        most = until(s, s->heard_ms + SESSION_WAITING_MS, most);
    } else if (s->link) {
        most = until(s, s->call_ms + SESSION_ATTEMPT_MS, most);
    }
    if (s->seated && s->state == SESSION_UP)
        most = until(s, s->heard_ms + SESSION_WAITING_MS, most);
    if (s->seated && s->state == SESSION_WAITING)
        most = until(s, s->heard_ms + SESSION_DOWN_MS, most);
    return most;
}

void session_hang_up(struct session *s)
{
    if (!s->seated)
        return;
    session_call_drop(s);
    session_redial_hold(&s->redial);
}

void session_try_now(struct session *s, int64_t now_ms)
{
    s->now_ms = now_ms;
    if (s->redial.resting)
        s->redial.at_ms = now_ms;
}

bool session_next(struct session *s, struct session_notice *notice)
{
    return session_notices_take(&s->notices, notice);
}

uint32_t session_send(struct session *s, struct command *command, int64_t now_ms)
{
    s->now_ms = now_ms;
    if (!s->begun || !session_outbox_put(&s->outbox, command, now_ms))
        return 0;
    send_unsent(s);
    if (s->link)
        link_flush(s->link);
    return command->id;
}

const struct session_pending *session_pending(const struct session *s, unsigned *count)
{
    *count = s->outbox.count;
    return s->outbox.pending;
}

const struct room *session_room(const struct session *s)
{
    return s->room;
}

enum session_state session_state(const struct session *s)
{
    return s->state;
}

enum session_over session_over(const struct session *s)
{
    return s->over;
}

uint32_t session_wait_s(const struct session *s)
{
    return s->wait_s;
}

const char *session_trouble(const struct session *s)
{
    return s->trouble.text;
}

int64_t session_redial_ms(const struct session *s, int64_t now_ms)
{
    int64_t left_ms = s->redial.resting ? s->redial.at_ms - now_ms : 0;
    return left_ms > 0 ? left_ms : 0;
}
