#ifndef PLENARY_HOST_STATE_H
#define PLENARY_HOST_STATE_H

/* Within host/ only: the host's parts, shared by the files that do the steps of a tick. */

#include "host/host.h"
#include "host/peer.h"
#include "link/beacon.h"

enum {
    ANSWERS_MAX = 4096,    /* commands of one tick */
    PROJECT_EVERY_MS = 50, /* at most 20 updates a second; the first change goes at once */
    BACKUP_EVERY_MS = 10 * 60 * 1000,
    RETRY_EVERY_MS = 1000, /* what could not be written and is nobody's command */
};

enum owed_to { TO_COMMAND, TO_JOIN, TO_VIEWER };

/* What is owed to somebody once the batch is committed. */
struct owed {
    uint8_t to; /* enum owed_to */
    struct link_peer handle;
    uint32_t id;
    enum refusal refusal;
    bool in_batch;           /* depends on the commit */
    struct link_token token; /* TO_JOIN */
    seat_id seat;            /* TO_JOIN, TO_COMMAND */
};

struct host {
    struct store *store;
    struct link *link;
    struct mailbox *box;
    struct link_random random;
    struct link_house house;
    struct link_beacon *beacon;
    struct live live;
    size_t peer_count;
    size_t open_count; /* of them, connected */
    size_t peer_end;   /* they are all before this one */
    struct peer *peers;
    uint32_t seat_peer[SEATS_MAX + 1];   /* index of the seat's peer plus 1; 0: away */
    struct feed *feeds[AUDIENCE_SCHOOL]; /* one for each class */
    struct feed *school_feeds[SCHOOLS_MAX + 1];
    uint64_t viewer_cursors[VIEWER_COUNT];
    uint32_t answer_count;
    struct owed answers[ANSWERS_MAX];
    unsigned speed;    /* of the workshop's time */
    int64_t began_ms;  /* at which it was the host's */
    uint32_t tick;     /* counts them */
    bool retire_due;   /* a code was guessed at too often and is still in use */
    int64_t retire_ms; /* no earlier than */
    uint16_t guessed;  /* the code retired for that, 0 none */
    bool wipe_due;     /* secrets were wiped, and may still stand in the file */
    int64_t wipe_ms;
    bool held;                                       /* nothing is shown before that is done */
    struct trouble not_saved, not_copied, not_wiped; /* empty when all is well */
    bool dirty; /* something that is projected may have changed */
    int64_t projected_ms;
    bool answered;      /* somebody, in this tick */
    bool behind;        /* a client may not have been sent all there is */
    int64_t put_off_ms; /* since when news waits for those who ask; 0: it does not */
    bool backups;
    bool backup_due; /* something was committed since the last copy */
    int64_t backup_ms;
    bool address_fixed; /* it listens on one address only: that is shown */
    int64_t address_ms;
    uint64_t dropped;
    uint8_t plain[LINK_MESSAGE_MAX];
    struct letter letter;
};

/* intake.c: takes what has come in from the links and the mailbox into the store's batch. */
void intake_take(struct host *host, int64_t now_ms);

/* Codes after the first `codes_before` are new: they begin with a clean count of wrong guesses,
 * whatever was tried under their selector. */
void intake_renew_guard(struct host *host, uint16_t codes_before);

/* errand.c: runs the presenter's errand, if there is one, and gives it back. */
void errand_do(struct host *host, int64_t now_ms);

/* answer.c: commits the batch, then answers everybody, or refuses everybody. */
void answer_all(struct host *host, int64_t now_ms);
/* Puts a client on its seat: tells the older connection, starts the new one from nothing. */
void answer_seat(struct host *host, struct peer *peer, seat_id seat, const struct link_token *token,
                 int64_t now_ms);

/* trouble.c: what the facilitator is told to be wrong, the worst first. */
void trouble_tell(struct host *host);
/* Wipes what closing left in the file, again every second until that is done. */
void trouble_wipe(struct host *host, int64_t now_ms);

/* deliver.c: projects what has changed and sends everybody what is newer than their cursor. */
void deliver_news(struct host *host, int64_t now_ms);

/* The workshop's time at host time `now_ms`: of events, and of letters, which carry timers. */
int64_t host_workshop_ms(const struct host *host, int64_t now_ms);

/* The peer of a handle; NULL when it is gone. */
struct peer *host_peer(struct host *host, struct link_peer handle);

#endif
