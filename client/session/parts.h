#ifndef PLENARY_SESSION_PARTS_H
#define PLENARY_SESSION_PARTS_H

/* Within session/ only: the session's struct, and what its files offer each other. call.c holds the
 * connection and its admission, inbox.c reads letters, session.c decides what follows from them. */

#include "link/admission.h"
#include "link/link.h"
#include "session/keep.h"
#include "session/notices.h"
#include "session/outbox.h"
#include "session/redial.h"
#include "session/session.h"
#include "wire/wire.h"

#include <limits.h>

/* Where a connection stands. */
enum session_call {
    CALL_NONE,
    CALL_DIALLING,
    CALL_ADMITTING,
    CALL_OPEN, /* admitted: the streams run */
};

enum {
    /* A letter's shortest field has two bytes, and each may become a notice; some besides. */
    SESSION_NOTICES_A_LETTER = WIRE_LETTER_MAX / 2 + 64,
    SESSION_ATTEMPT_MS = 5000, /* for dialling, and again for being admitted */
    /* Attempts at a seat before there is said to be no kiosk, one right after the other, for a
     * network that loses much can swallow one; and more where something has answered. */
    SESSION_FIRST_TRIES = 3,
    SESSION_ANSWERED_TRIES = 5,
};

struct session {
    struct session_means means;
    char folder[PATH_MAX]; /* empty: nothing is kept */
    bool tell_items;

    /* whom to call, and as whom */
    char host[SESSION_HOST_SIZE];
    uint16_t port;
    char address[LINK_ADDRESS_SIZE]; /* where it was last reached: spares asking the resolver */
    char code[LINK_CODE_SIZE];       /* empty: none, or not needed any more */
    bool has_token;
    struct session_kept kept; /* with has_token */

    struct link *link; /* NULL with CALL_NONE */
    struct link_peer peer;
    struct link_guest guest;
    enum session_call call;
    int64_t call_ms; /* when this stage of the call began */
    bool by_token;   /* this attempt is made with the token */
    bool welcomed;   /* seated over this connection */
    struct session_redial redial;
    unsigned first_tries; /* that came to nothing, while there is no seat yet */
    bool answered;        /* something was there, at one of these at least */
    bool turned_away;     /* and it was a kiosk, that could not give out a seat */

    int64_t heard_ms; /* the kiosk's last message */
    int64_t beat_ms;
    uint32_t beat;
    /* Local time less the kiosk's, by what has come over this connection. */
    bool timed;
    int64_t ahead_ms;
    int64_t letter_ahead_ms; /* as the letter that is being read has it */

    struct session_outbox outbox;
    struct session_notices notices;
    struct room *room;
    struct room *fresh; /* the room after a reconnection, until it is whole */
    bool whole;         /* the room has been whole once */
    bool begun;         /* asked to join or resume, and not over */
    bool seated;        /* has been, since then */
    enum farewell farewell;
    enum session_state state;
    enum session_over over;
    uint32_t wait_s;
    struct trouble trouble;
    int64_t now_ms; /* of the last call that gave the time */

    uint8_t upward[WIRE_UPWARD_MAX];
    uint8_t sealed[WIRE_UPWARD_MAX + LINK_STREAM_EXTRA];
    uint8_t plain[LINK_MESSAGE_MAX];
};

/* call.c: begins a connection; takes what it brings; ends it. */
void session_call_dial(struct session *s);
void session_call_serve(struct session *s);
void session_call_drop(struct session *s);
/* Seals and sends `length` bytes of s->upward. False when it cannot be sent now; a connection that
 * cannot go on is lost on the way. */
CHECKED bool session_call_send(struct session *s, size_t length);

/* inbox.c: takes one letter into room, outbox and notices. False when it is not a letter. */
CHECKED bool session_inbox_read(struct session *s, const uint8_t *bytes, size_t length);
/* A connection is open: the room is about to come again. */
void session_inbox_begin(struct session *s);

/* session.c: the call ended. Refused: the kiosk's reason. Failed: the attempt did not get through,
 * for the reason given; lost: an open connection broke. */
void session_refused(struct session *s, enum link_no no, uint32_t wait_s);
void session_failed(struct session *s, enum session_over why, int64_t least_ms);
void session_lost(struct session *s);
void session_say(struct session *s, enum session_notice_kind kind);

#endif
