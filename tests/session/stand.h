#ifndef PLENARY_TESTS_SESSION_STAND_H
#define PLENARY_TESTS_SESSION_STAND_H

/* A session over links in memory and, in place of the kiosk, a stand of a few lines that admits as
 * the kiosk does and says what a test tells it to. Time moves only in stand_run(). */

#include "link/admission.h"
#include "link/link_memory.h"
#include "session/session.h"
#include "wire/wire.h"

#define STAND_CODE  "KTRM7XPD"
#define STAND_WRONG "KTRM7XPE"

enum {
    STAND_DOORS = 8,
    STAND_LOG = 4096,
    STAND_STEP_MS = 10,
};

struct stand_door {
    bool open;
    struct link_peer peer;
    struct link_door door;
};

struct stand {
    uint64_t seed;
    int64_t now_ms;
    struct link_memory *memory;
    struct link *link;       /* NULL: no kiosk is running */
    bool hangs;              /* it runs, and does nothing */
    bool mute;               /* it does not echo beats */
    bool answers;            /* it gives receipts */
    bool tells_room;         /* a seat is given the room */
    int64_t clock_behind_ms; /* its clock, behind the session's */
    int64_t late_ms;         /* its letters were so long under way */
    struct link_house house;
    struct stand_door doors[STAND_DOORS];
    struct link_token token;
    bool token_known;
    enum link_by came_by; /* the newest guest */
    uint32_t last_command;

    struct {
        uint32_t id;
        condition_id condition;
    } commands[STAND_LOG];
    unsigned command_count;

    char folder[64];
    struct session *session;
    struct link *dialled; /* the session's newest */
    char dialled_host[SESSION_HOST_SIZE];
    uint16_t dialled_port;
    int64_t dials[STAND_LOG];
    unsigned dial_count;
    struct session_notice notices[STAND_LOG];
    int64_t noticed_ms[STAND_LOG];
    unsigned notice_count;
    struct letter letter;
};

/* Around a test whose *state is a stand. */
int stand_set_up(void **state);
int stand_tear_down(void **state);
#define STAND_TEST(name, stand)                                                                    \
    cmocka_unit_test_prestate_setup_teardown(name, stand_set_up, stand_tear_down, stand)

int64_t stand_clock(const struct stand *s);
void stand_send_bytes(struct stand *s, const uint8_t *bytes, size_t length);

/* Sends the letter that was written, to everybody. */
void stand_send(struct stand *s);

void stand_add_item(struct stand *s, const struct item *item);
void stand_add_school(struct stand *s, school_id school, const char *name);

/* Lets time pass. */
void stand_run(struct stand *s, int64_t ms);

void stand_start(struct stand *s);

/* The kiosk is gone from one moment to the next and nobody is told. */
void stand_crash(struct stand *s);

/* A new process on the same laptop. */
void stand_new_session(struct stand *s, bool tell_items);

void stand_join(struct stand *s, const char *code);

/* Joins, and is seated with the room whole. */
void stand_sit(struct stand *s);

/* How often a kind was noticed, and when the last time. */
unsigned stand_noticed(const struct stand *s, enum session_notice_kind kind, unsigned *last);

uint32_t stand_rate(struct stand *s, condition_id condition);

/* The path of the one kept seat; false when there is none. */
bool stand_kept(const struct stand *s, char path[512]);

#endif
