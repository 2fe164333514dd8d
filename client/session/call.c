#include "session/parts.h"

enum {
    EVENTS_A_STEP = 64,  /* so that a talkative kiosk cannot hold up the caller */
    NOTICES_BESIDE = 64, /* receipts and changes of state, when items are not told */
};

/* What one message may bring. Where the room is coming again, it may all be another at once. */
static unsigned notices_of_a_message(const struct session *s)
{
    if (!s->tell_items)
        return NOTICES_BESIDE;
    return SESSION_NOTICES_A_LETTER + (s->fresh ? room_place_count() : 0);
}

void session_call_drop(struct session *s)
{
    link_guest_wipe(&s->guest);
    link_destroy(&s->link);
    s->call = CALL_NONE;
    s->welcomed = false;
}

void session_call_dial(struct session *s)
{
    struct trouble ignored = {0};
    session_call_drop(s);
    s->call_ms = s->now_ms;
    /* A name is asked for only now and then: asking can take long without a network. */
    bool by_address = s->address[0] && s->redial.failures % 4 != 3;
    if (s->means.dial(s->means.context, &s->link, by_address ? s->address : s->host, s->port,
                      &ignored)) {
        session_failed(s, SESSION_NO_KIOSK, 0);
        return;
    }
    s->call = CALL_DIALLING;
}

static void on_connected(struct session *s, struct link_peer peer)
{
    struct link_outcome first;
    s->peer = peer;
    s->answered = true;
    s->call = CALL_ADMITTING;
    s->call_ms = s->now_ms;
    s->by_token = s->has_token;
    link_address(s->link, peer, s->address);
    enum error e = s->by_token
                       ? link_guest_token(&s->guest, &first, &s->kept.token, &s->means.random)
                       : link_guest_code(&s->guest, &first, s->code, &s->means.random);
    if (e)
        session_failed(s, SESSION_BROKEN, 0);
    else if (link_send(s->link, peer, first.reply, first.reply_length))
        session_failed(s, SESSION_NO_KIOSK, 0); /* the other end has just hung up */
}

static void on_message(struct session *s, const uint8_t *bytes, size_t length)
{
    struct link_outcome outcome;
    if (s->call != CALL_ADMITTING && s->call != CALL_OPEN)
        return;
    link_guest_receive(&s->guest, &outcome, s->plain, bytes, length);
    if (outcome.reply_length && link_send(s->link, s->peer, outcome.reply, outcome.reply_length)) {
        session_failed(s, SESSION_NO_KIOSK, 0); /* has hung up: it took too long */
        return;
    }
    switch (outcome.kind) {
    case LINK_ADMITTED:
        s->call = CALL_OPEN;
        s->heard_ms = s->now_ms;
        s->beat_ms = s->now_ms;
        session_outbox_resend(&s->outbox);
        session_inbox_begin(s);
        break;
    case LINK_PLAIN:
        s->heard_ms = s->now_ms;
        if (!session_inbox_read(s, s->plain, outcome.plain_length))
            session_failed(s, SESSION_BROKEN, 0);
        break;
    case LINK_REFUSED:
        if (s->call == CALL_OPEN)
            session_failed(s, SESSION_BROKEN, 0);
        else
            session_refused(s, outcome.no, outcome.wait_s);
        break;
    case LINK_NOTHING:
    case LINK_REPLY:
        break;
    }
}

void session_call_serve(struct session *s)
{
    struct link_event event;
    for (unsigned n = 0; n < EVENTS_A_STEP && s->link; n++) {
        if (session_notices_free(&s->notices) < notices_of_a_message(s) ||
            !link_next(s->link, &event))
            return;
        switch (event.kind) {
        case LINK_CONNECTED:
            on_connected(s, event.peer);
            break;
        case LINK_MESSAGE:
            on_message(s, event.bytes, event.length);
            break;
        case LINK_GONE:
            if (s->call == CALL_OPEN)
                session_lost(s);
            else
                session_failed(s, SESSION_NO_KIOSK, 0);
            break;
        }
    }
}

bool session_call_send(struct session *s, size_t length)
{
    size_t sealed;
    /* A sealed message must be sent: the stream counts it. So room is made sure of before. */
    if (link_waiting(s->link, s->peer) + length + LINK_STREAM_EXTRA > LINK_WAITING_MAX)
        return false;
    if (link_guest_seal(s->sealed, &sealed, &s->guest, s->upward, length) ||
        link_send(s->link, s->peer, s->sealed, sealed)) {
        session_lost(s);
        return false;
    }
    return true;
}
