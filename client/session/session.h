#ifndef PLENARY_SESSION_SESSION_H
#define PLENARY_SESSION_SESSION_H

/* One participant's session with a kiosk: connect, be admitted with a code, keep the room up to
 * date, send commands and know of each whether it was saved, and come back by itself when the
 * network or the kiosk was away. The window, the text form and scripted participants are three
 * faces of this. It draws nothing, reads no clock (the time is given) and blocks never.
 *
 * What the person did is kept in the outbox until the kiosk has answered it, whatever happens to
 * the connection; it is sent in order, and sending it again is safe because each command carries
 * its id. The room is the kiosk's; nothing that is typed or chosen lives in it.
 *
 * Times are milliseconds of any one clock that never goes back. */

#include "base/error.h"
#include "link/invite.h"
#include "link/link.h"
#include "link/random.h"
#include "model/command.h"
#include "model/refusal.h"
#include "model/room.h"

enum {
    SESSION_OUTBOX_MAX = 32, /* commands not yet answered; within the kiosk's memory of ids */
    SESSION_HOST_SIZE = 256,
    SESSION_PORT = 47474, /* the kiosk's port when none is named */
    SESSION_BEAT_MS = 1000,
    SESSION_WAITING_MS = 3000, /* without an answer: the header says so */
    SESSION_DOWN_MS = 5000,    /* the whole screen says so */
};

/* How things stand, for people and for `connection state=` */
enum session_state {
    SESSION_APART,   /* not asked to join yet, or over for good: session_over says why */
    SESSION_JOINING, /* the first admission is under way */
    SESSION_UP,
    SESSION_WAITING, /* no answer for 3 s; work goes on */
    SESSION_DOWN,    /* for 5 s */
};

/* A lost connection is dialled anew at once, and so is one that has been silent for
 * SESSION_WAITING_MS: a kiosk that was started again on the same port does not know the old one.
 * Attempts that fail are followed by pauses of 2, 4, 8 and from then on 10 s. */

/* Why a session is over, or why joining did not work: name, word for programs, text for people (a
 * word of words/client.def).
 *
 * NO_KIOSK: nothing answers at that address. TURNED_AWAY: a kiosk does, and time and again could
 * not give out a seat (its disk is full). WAIT: too many wrong codes, try again in session_wait_s
 * seconds. ELSEWHERE: the seat is now used on another laptop. REMOVED: the seat was given up, or is
 * not known to this kiosk. BROKEN: what arrived was not Plenary's, or was tampered with. */
#define SESSION_OVER_LIST(X)                                                                       \
    X(NOT_OVER, "no", SESSION_NOT_OVER)                                                            \
    X(NO_KIOSK, "no-kiosk", SESSION_NO_KIOSK)                                                      \
    X(WRONG_CODE, "wrong-code", SESSION_WRONG_CODE)                                                \
    X(WAIT, "wait", SESSION_WAIT)                                                                  \
    X(CODE_RETIRED, "code-retired", SESSION_CODE_RETIRED)                                          \
    X(KIOSK_OLDER, "kiosk-older", SESSION_KIOSK_OLDER)                                             \
    X(KIOSK_NEWER, "kiosk-newer", SESSION_KIOSK_NEWER)                                             \
    X(FULL, "full", SESSION_FULL)                                                                  \
    X(TURNED_AWAY, "turned-away", SESSION_TURNED_AWAY)                                             \
    X(ELSEWHERE, "elsewhere", SESSION_ELSEWHERE)                                                   \
    X(REMOVED, "removed", SESSION_REMOVED)                                                         \
    X(BROKEN, "broken", SESSION_BROKEN)

enum session_over {
#define X(name, word, text) SESSION_##name,
    SESSION_OVER_LIST(X)
#undef X
        SESSION_OVER_COUNT
};

const char *session_over_word(enum session_over over);
const char *session_over_text(enum session_over over);

/* Reads a code as it was typed. ERROR_FORMAT: it is not one, and `t` says what is amiss: a sign
 * that no code has, or too few or too many. */
CHECKED enum error session_code_read(struct link_code_typed *typed, const char *text,
                                     struct trouble *t);

/* What is amiss with an invitation that was typed or pasted; empty where nothing is. */
const char *session_invite_text(enum link_invite_fault fault);

/* What happened, in order; each is given once. */
enum session_notice_kind {
    SESSION_SEATED,    /* admitted or resumed; the room follows */
    SESSION_CAUGHT_UP, /* the room is whole now */
    SESSION_SAVED,     /* command `id` is durable */
    SESSION_REFUSED,   /* command `id` was not done: `refusal` */
    SESSION_STATE,     /* session_state() changed */
    SESSION_ENDED,     /* session_over() says why */
    SESSION_TROUBLE,   /* session_trouble() has something to tell, and the session goes on */
    SESSION_CHANGED,   /* an item of the whole room changed or went: `key` (only if asked for) */
};

struct session_notice {
    enum session_notice_kind kind;
    uint32_t id;
    enum refusal refusal;
    struct item_key key;
};

/* A command on its way. */
struct session_pending {
    struct command command;
    int64_t asked_ms;
};

struct session;

/* How kiosks are reached and where random bytes come from. */
struct session_means {
    enum error (*dial)(void *context, struct link **out, const char *host, uint16_t port,
                       struct trouble *t);
    void *context;
    struct link_random random;
};

/* Makes a session. `state_folder` keeps seat tokens (files of mode 0600, one a workshop); NULL:
 * nothing is kept, and only this process can resume. With `tell_items`, every item that changes
 * once the room is whole is noticed (the text form wants that); the notices must then be taken
 * after each step, for the session reads on only while there is room for more. `means` NULL: UDP
 * (link/link_enet.h) and the system's generator. ERROR_MEMORY. */
CHECKED enum error session_create(struct session **out, const char *state_folder, bool tell_items,
                                  const struct session_means *means);

/* Ends it, letting the kiosk know. NULL is fine. */
void session_destroy(struct session **session);

/* Begins to join with a typed code (link/code.h reads it; ERROR_FORMAT when it is not one, or the
 * host's name is too long). Whoever sat here before with the same code at the same address gets
 * that seat back. ERROR_NETWORK when the name of the host cannot be resolved. A session joined or
 * resumed before starts afresh: its room is emptied and what was not answered is forgotten. */
CHECKED enum error session_join(struct session *session, const char *host, uint16_t port,
                                const char *code, int64_t now_ms, struct trouble *t);

/* Begins to resume the seat last used at this address (host NULL: the last used at all).
 * ERROR_ABSENT when there is none. */
CHECKED enum error session_resume(struct session *session, const char *host, uint16_t port,
                                  int64_t now_ms, struct trouble *t);

/* Gives up an attempt or a seat on this laptop (the token stays on disk). */
void session_leave(struct session *session);

/* Throws away the seat that is kept on this laptop, where one is: nobody will come back to it. */
void session_forget(struct session *session);

/* Serves the network; call it when session_poll_fd is readable and at least every
 * session_poll_ms. */
void session_step(struct session *session, int64_t now_ms);
int session_poll_fd(const struct session *session); /* -1 while there is no connection */
int session_poll_ms(const struct session *session);

/* Lets go of the connection as if there were no network, and does not dial until session_try_now:
 * the seat and what is not answered are kept. Nothing to somebody without a seat. */
void session_hang_up(struct session *session);

/* Redials now instead of waiting. */
void session_try_now(struct session *session, int64_t now_ms);

/* Takes the next notice; false when there is none. The room is borrowed until the next step: after
 * a reconnection the old one stays on view until the new one is whole, and is then exchanged. */
bool session_next(struct session *session, struct session_notice *notice);

/* Sends a command of a kind clients may send; its id is filled in and returned. 0 when the outbox
 * is full, or before the first SESSION_SEATED (ids count on from what the kiosk then says). Kept
 * and sent later when there is no connection. */
uint32_t session_send(struct session *session, struct command *command, int64_t now_ms);

/* Commands not yet answered, oldest first; borrowed. */
const struct session_pending *session_pending(const struct session *session, unsigned *count);

const struct room *session_room(const struct session *session);
enum session_state session_state(const struct session *session);
enum session_over session_over(const struct session *session);
uint32_t session_wait_s(const struct session *session);

/* A sentence or two about the newest trouble that did not end the session; borrowed. */
const char *session_trouble(const struct session *session);

/* Milliseconds until it dials again, while waiting or down; 0 when it is dialling. */
int64_t session_redial_ms(const struct session *session, int64_t now_ms);

/* Where seats are kept when the person names no folder: $PLENARY_STATE, else
 * $XDG_STATE_HOME/plenary, else ~/.local/state/plenary. ERROR_ABSENT when none of them is set,
 * ERROR_RANGE when the path does not fit. */
CHECKED enum error session_default_folder(char *to, size_t size);

#endif
