#ifndef PLENARY_WIRE_WIRE_H
#define PLENARY_WIRE_WIRE_H

/* The model's structs as bytes and back (plenary.proto, by nanopb). This is where bytes of others
 * meet the program: what is decoded has every number in its range and every text clean, and nothing
 * behind this wall checks again. Decoding never trusts a count or a length and never allocates in
 * proportion to one.
 *
 * Upward: client to kiosk, one command or heartbeat a message. Downward: a letter, the host's time
 * and then fields of any number and order. */

#include <stddef.h>

#include "base/error.h"

#include "model/command.h"
#include "model/event.h"
#include "model/item.h"
#include "model/refusal.h"

enum {
    WIRE_UPWARD_MAX = 16 * 1024, /* bytes of a message to the kiosk */
    WIRE_ITEM_MAX = 16 * 1024,   /* bytes of one encoded item, or of an event's body */
    WIRE_LETTER_MAX =
        32 * 1024, /* bytes of a message to a client; 64 KiB is the transport's most */
    WIRE_TOKEN_MAX = 40,
};

/* ---- events in the workshop file */

/* Encodes the body of an event; returns its length, at most WIRE_ITEM_MAX. */
size_t wire_event_encode(uint8_t to[WIRE_ITEM_MAX], const struct event *event);

/* Decodes a body into `event->change`; `event->kind` says what it is. False when it is not such a
 * body. */
CHECKED bool wire_event_decode(struct event *event, const uint8_t *bytes, size_t length);

/* The kind of that word; EVENT_COUNT when there is none. */
enum event_kind wire_event_kind(const char *word);

/* ---- upward */

struct upward {
    bool has_command;
    struct command command; /* whole only when refusal is REFUSAL_NONE; its id always */
    enum refusal refusal;   /* why the command cannot even be decided */
    uint32_t beat;          /* 0: none */
};

/* Encodes a command (no secret travels), or a heartbeat; returns the length. The command must be of
 * a kind that clients may send. */
size_t wire_command_encode(uint8_t to[WIRE_UPWARD_MAX], const struct command *command);
size_t wire_beat_encode(uint8_t to[WIRE_UPWARD_MAX], uint32_t beat);

/* False when the message is not one of ours and names no command: to be dropped and counted. */
CHECKED bool wire_upward_decode(struct upward *out, const uint8_t *bytes, size_t length);

/* ---- items */

/* Encodes an item; returns its length. The same item always gives the same bytes. */
size_t wire_item_encode(uint8_t to[WIRE_ITEM_MAX], const struct item *item);
CHECKED bool wire_item_decode(struct item *out, const uint8_t *bytes, size_t length);

/* ---- downward */

enum farewell {
    FAREWELL_NONE,
    FAREWELL_ELSEWHERE,
    FAREWELL_REMOVED,
    FAREWELL_CLOSING,
    FAREWELL_COUNT
};

/* What a client is told once it sits. The token is there after a first admission only; command ids
 * count on from last_command. */
struct seated {
    seat_id seat;
    uint32_t last_command;
    uint8_t token_length;
    uint8_t token[WIRE_TOKEN_MAX];
};

/* A letter being written. */
struct letter {
    size_t length;
    uint8_t bytes[WIRE_LETTER_MAX];
};

void letter_begin(struct letter *letter, int64_t now_ms);
/* Each adds one field; false when it no longer fits: send the letter and begin another. */
CHECKED bool letter_add_seated(struct letter *letter, const struct seated *seated);
CHECKED bool letter_add_receipt(struct letter *letter, uint32_t id, enum refusal refusal);
CHECKED bool letter_add_item(struct letter *letter, const uint8_t *item, size_t length);
CHECKED bool letter_add_removed(struct letter *letter, struct item_key key);
CHECKED bool letter_add_caught_up(struct letter *letter);
CHECKED bool letter_add_beat(struct letter *letter, uint32_t beat);
CHECKED bool letter_add_farewell(struct letter *letter, enum farewell farewell);

/* What a reader wants to know of a letter. Everything is borrowed for the call. */
struct letter_reader {
    void *context;
    /* By how much local time is ahead of the host's at the most, as the letter's head has it: by so
     * much less as the letter was under way. Gives what to reckon with. NULL: with that. */
    int64_t (*ahead)(void *context, int64_t ahead_ms);
    void (*seated)(void *context, const struct seated *seated);
    void (*receipt)(void *context, uint32_t id, enum refusal refusal);
    void (*item)(void *context, const struct item *item);
    void (*removed)(void *context, struct item_key key);
    void (*caught_up)(void *context);
    void (*beat)(void *context, uint32_t beat);
    void (*farewell)(void *context, enum farewell farewell);
};

/* Reads a letter at local time `now_ms`; times of running timers are turned into local time by the
 * host time in the letter's head, which is asked for first. Receipts, items and removals are given
 * one by one as they are read, the rest after them. False when it is not a letter: receipts, items
 * and removals before the fault have then been given, the rest has not. Items without a place in a
 * room are skipped. */
CHECKED bool letter_read(const struct letter_reader *reader, int64_t now_ms, const uint8_t *bytes,
                         size_t length);

#endif
