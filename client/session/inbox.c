#include "session/parts.h"

#include <string.h>

void session_inbox_begin(struct session *s)
{
    s->timed = false;
    room_destroy(&s->fresh);
    if (!s->whole || room_create(&s->fresh)) {
        /* nothing worth keeping on view, or no memory for two */
        room_clear(s->room);
        s->whole = false;
    } else {
        s->fresh->changes = s->room->changes + 1;
    }
}

static void tell_changed(void *context, struct item_key key)
{
    struct session *s = context;
    if (s->tell_items)
        session_notices_put(&s->notices,
                            (struct session_notice){.kind = SESSION_CHANGED, .key = key});
}

static void on_item(void *context, const struct item *item)
{
    struct session *s = context;
    if (s->fresh) {
        room_apply(s->fresh, item);
        return;
    }
    bool same = s->tell_items && room_holds(s->room, item);
    room_apply(s->room, item);
    if (s->whole && !same)
        tell_changed(s, item->key);
}

static void on_removed(void *context, struct item_key key)
{
    struct session *s = context;
    room_remove(s->fresh ? s->fresh : s->room, key);
    if (s->whole && !s->fresh)
        tell_changed(s, key);
}

static void on_caught_up(void *context)
{
    struct session *s = context;
    if (s->fresh) {
        struct room *old = s->room;
        s->room = s->fresh;
        s->fresh = NULL;
        if (s->tell_items)
            room_compare(old, s->room, tell_changed, s);
        room_destroy(&old);
    }
    s->whole = true;
    session_redial_proved(&s->redial);
    session_say(s, SESSION_CAUGHT_UP);
}

static void on_receipt(void *context, uint32_t id, enum refusal refusal)
{
    struct session *s = context;
    if (!session_outbox_answered(&s->outbox, id))
        return;
    session_notices_put(
        &s->notices,
        (struct session_notice){.kind = refusal == REFUSAL_NONE ? SESSION_SAVED : SESSION_REFUSED,
                                .id = id,
                                .refusal = refusal});
}

/* A token is the sign of a new seat; otherwise it is the seat that was resumed. */
static bool take_token(struct session *s, const struct seated *seated)
{
    if (seated->token_length != sizeof s->kept.token)
        return s->by_token;
    memset(&s->kept, 0, sizeof s->kept);
    memcpy(s->kept.workshop_id, s->guest.workshop_id, LINK_WORKSHOP_ID);
    memcpy(s->kept.token.id, seated->token, LINK_TOKEN_ID);
    memcpy(s->kept.token.secret, seated->token + LINK_TOKEN_ID, LINK_TOKEN_SECRET);
    if (s->code[0])
        session_keep_hash(s->kept.code, s->kept.workshop_id, s->code);
    return true;
}

static void on_seated(void *context, const struct seated *seated)
{
    struct session *s = context;
    bool first = !s->seated || seated->token_length;
    s->welcomed = true;
    s->seated = true;
    s->has_token = take_token(s, seated);
    session_outbox_count_on(&s->outbox, seated->last_command);
    session_say(s, SESSION_SEATED);
    if (!s->has_token || !first)
        return;
    link_wipe(s->code, sizeof s->code);
    memcpy(s->kept.host, s->host, sizeof s->kept.host);
    s->kept.port = s->port;
    if (s->folder[0] && session_keep(s->folder, &s->kept, &s->trouble))
        session_say(s, SESSION_TROUBLE);
}

/* How far this clock is ahead of the kiosk's lies between two bounds (Cristian, "Probabilistic
 * clock synchronization", 1989): a letter cannot have left after it came, and the answer to a beat
 * not before the beat did. The letter that was least held up thus counts, until a clock jumps or
 * runs faster, which the next beat shows. The running timer goes with it. */
static void set_ahead(struct session *s, int64_t ahead_ms)
{
    struct room *room = s->fresh ? s->fresh : s->room;
    if (s->timed && room->timer.running)
        room->timer.ends_ms += ahead_ms - s->ahead_ms;
    s->ahead_ms = ahead_ms;
    s->timed = true;
}

static int64_t on_ahead(void *context, int64_t ahead_ms)
{
    struct session *s = context;
    s->letter_ahead_ms = ahead_ms;
    if (!s->timed || ahead_ms < s->ahead_ms)
        set_ahead(s, ahead_ms);
    return s->ahead_ms;
}

/* For the connection any answer will do: the stream keeps them in order. */
static void on_beat(void *context, uint32_t beat)
{
    struct session *s = context;
    int64_t least_ms = s->letter_ahead_ms - (s->now_ms - s->beat_ms);
    if (beat == s->beat && least_ms > s->ahead_ms)
        set_ahead(s, least_ms);
}

static void on_farewell(void *context, enum farewell farewell)
{
    struct session *s = context;
    s->farewell = farewell;
}

bool session_inbox_read(struct session *s, const uint8_t *bytes, size_t length)
{
    const struct letter_reader reader = {.context = s,
                                         .ahead = on_ahead,
                                         .seated = on_seated,
                                         .receipt = on_receipt,
                                         .item = on_item,
                                         .removed = on_removed,
                                         .caught_up = on_caught_up,
                                         .beat = on_beat,
                                         .farewell = on_farewell};
    return length <= WIRE_LETTER_MAX && letter_read(&reader, s->now_ms, bytes, length);
}
