#ifndef PLENARY_TESTS_LINK_MEETING_H
#define PLENARY_TESTS_LINK_MEETING_H

/* A kiosk with one live code, one retired one and one seat's token, and a guest at its door: each
 * outcome of one end is handed to the other by the test itself. */

#include <assert.h>
#include <string.h>

#include "link/admission.h"
#include "link/seeded.h"

#define MEETING_CODE    "KTRM7XPD"
#define MEETING_WRONG   "KTRM7XPE"
#define MEETING_UNKNOWN "AARM7XPD"
#define MEETING_RETIRED "QQRM7XPD"
#define MEETING_ADDRESS "192.168.1.30"

enum {
    MEETING_CODE_ID = 5,
    MEETING_SEAT_ID = 77,
};

struct meeting {
    uint64_t seed;
    uint64_t now_ms;
    struct link_random random;
    struct link_house house;
    struct link_token token;
    bool code_gone; /* the live code has been replaced */
    struct link_guest guest;
    struct link_door door;
    struct link_outcome out; /* of whoever spoke last */
    uint8_t plain[LINK_MESSAGE_MAX];
};

static inline enum link_found meeting_find(void *context, enum link_by by,
                                           const uint8_t name[LINK_NAME],
                                           struct link_secret *secret)
{
    struct meeting *m = context;
    if (by == LINK_BY_TOKEN) {
        if (memcmp(name, m->token.id, LINK_TOKEN_ID) != 0)
            return LINK_UNKNOWN;
        link_token_hash(secret->bytes, &m->token);
        secret->id = MEETING_SEAT_ID;
        return LINK_KNOWN;
    }
    if (memcmp(name, MEETING_RETIRED, LINK_SELECTOR_LENGTH) == 0)
        return LINK_RETIRED;
    if (memcmp(name, MEETING_CODE, LINK_SELECTOR_LENGTH) != 0 || m->code_gone)
        return LINK_UNKNOWN;
    memcpy(secret->bytes, MEETING_CODE, CODE_LENGTH);
    secret->id = MEETING_CODE_ID;
    return LINK_KNOWN;
}

static inline void meeting_begin(struct meeting *m, uint64_t seed)
{
    memset(m, 0, sizeof *m);
    m->seed = seed;
    m->random = seeded(&m->seed);
    m->house.random = m->random;
    m->house.find = meeting_find;
    m->house.context = m;
    memset(m->house.workshop_id, 0xab, LINK_WORKSHOP_ID);
    link_token_make(&m->token, &m->random);
}

/* A connection and the guest's hello, in m->out. */
static inline void meeting_knock(struct meeting *m, const char *code)
{
    enum error e = link_door_open(&m->door, &m->out, &m->house, MEETING_ADDRESS, m->now_ms);
    assert(e == ERROR_OK && m->out.kind == LINK_NOTHING);
    e = code ? link_guest_code(&m->guest, &m->out, code, &m->random)
             : link_guest_token(&m->guest, &m->out, &m->token, &m->random);
    assert(e == ERROR_OK && m->out.kind == LINK_REPLY);
}

/* The last reply goes to the door, or to the guest, whose outcome takes its place. */
static inline void meeting_to_door(struct meeting *m)
{
    struct link_outcome said = m->out;
    link_door_receive(&m->door, &m->out, m->plain, &m->house, said.reply, said.reply_length,
                      m->now_ms);
}

static inline void meeting_to_guest(struct meeting *m)
{
    struct link_outcome said = m->out;
    link_guest_receive(&m->guest, &m->out, m->plain, said.reply, said.reply_length);
}

/* The whole exchange; both ends are admitted when the code is right. */
static inline void meeting_admit(struct meeting *m, const char *code)
{
    meeting_knock(m, code);
    meeting_to_door(m);
    meeting_to_guest(m);
    meeting_to_door(m);
    meeting_to_guest(m);
    meeting_to_door(m);
}

#endif
