#ifndef PLENARY_TESTS_LINK_RIG_H
#define PLENARY_TESTS_LINK_RIG_H

/* Some links served together, whichever transport they are of, each with a log of what happened to
 * it. Waiting is on the logs: in memory the clock jumps to the next thing due, over ENet poll()
 * sleeps until something arrives. */

#include <poll.h>
#include <stdlib.h>
#include <time.h>

#include "testing.h"

#include "link/link.h"
#include "link/link_enet.h"
#include "link/link_memory.h"

enum {
    RIG_LINKS = 8,
    RIG_PATIENCE_MS = 20000,
};

struct rig_record {
    struct rig_record *next;
    enum link_event_kind kind;
    struct link_peer peer;
    size_t length;
    uint8_t bytes[];
};

struct rig {
    struct link_memory *memory; /* NULL: ENet */
    uint64_t now_ms;
    size_t peers;
    struct link *links[RIG_LINKS];
    struct rig_record *logs[RIG_LINKS];
    bool stopped[RIG_LINKS]; /* not served: a program that hangs */
};

static inline struct rig_record **rig_end(struct rig *rig, int at)
{
    struct rig_record **end = &rig->logs[at];
    while (*end)
        end = &(*end)->next;
    return end;
}

/* Serves every link once. True when anything was logged. */
static inline bool rig_serve(struct rig *rig)
{
    struct link_event event;
    bool any = false;
    for (int i = 0; i < RIG_LINKS; i++) {
        if (!rig->links[i] || rig->stopped[i])
            continue;
        struct rig_record **end = rig_end(rig, i);
        while (link_next(rig->links[i], &event)) {
            struct rig_record *record = calloc(1, sizeof *record + event.length);
            assert_non_null(record);
            record->kind = event.kind;
            record->peer = event.peer;
            record->length = event.length;
            if (event.length)
                memcpy(record->bytes, event.bytes, event.length);
            *end = record;
            end = &record->next;
            any = true;
        }
    }
    return any;
}

/* Sleeps until something may have happened. False when nothing ever will. */
static inline bool rig_sleep(struct rig *rig)
{
    if (rig->memory) {
        uint64_t next = link_memory_next_ms(rig->memory);
        if (next == UINT64_MAX)
            return false;
        if (next > rig->now_ms)
            rig->now_ms = next;
        link_memory_advance(rig->memory, rig->now_ms);
        return true;
    }
    struct pollfd fds[RIG_LINKS];
    nfds_t count = 0;
    int wait_ms = 100;
    for (int i = 0; i < RIG_LINKS; i++) {
        if (!rig->links[i] || rig->stopped[i])
            continue;
        fds[count++] = (struct pollfd){.fd = link_poll_fd(rig->links[i]), .events = POLLIN};
        if (link_poll_ms(rig->links[i]) < wait_ms)
            wait_ms = link_poll_ms(rig->links[i]);
    }
    poll(fds, count, wait_ms);
    return true;
}

static inline uint64_t rig_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* The next event of one link, owned by the caller (free()); NULL when it does not come. */
static inline struct rig_record *rig_take(struct rig *rig, int at)
{
    uint64_t until_ms = rig_clock_ms() + RIG_PATIENCE_MS;
    while (!rig->logs[at] && rig_clock_ms() < until_ms)
        if (!rig_serve(rig) && !rig_sleep(rig))
            break;
    struct rig_record *record = rig->logs[at];
    if (record)
        rig->logs[at] = record->next;
    return record;
}

/* Takes the next event of one link, which must be of this kind; gives its peer. */
static inline struct link_peer rig_expect(struct rig *rig, int at, enum link_event_kind kind)
{
    struct rig_record *record = rig_take(rig, at);
    assert_non_null(record);
    assert_int_equal(record->kind, kind);
    struct link_peer peer = record->peer;
    free(record);
    return peer;
}

/* The same for a message of these bytes. */
static inline void rig_expect_bytes(struct rig *rig, int at, const void *bytes, size_t length)
{
    struct rig_record *record = rig_take(rig, at);
    assert_non_null(record);
    assert_int_equal(record->kind, LINK_MESSAGE);
    assert_int_equal(record->length, length);
    assert_memory_equal(record->bytes, bytes, length);
    free(record);
}

/* Ends one link and forgets its log. */
static inline void rig_drop(struct rig *rig, int at)
{
    link_destroy(&rig->links[at]);
    while (rig->logs[at]) {
        struct rig_record *record = rig->logs[at];
        rig->logs[at] = record->next;
        free(record);
    }
}

static inline void rig_listen(struct rig *rig, int at)
{
    struct trouble trouble = {0};
    enum error e = rig->memory
                       ? link_memory_listen(&rig->links[at], rig->memory, rig->peers)
                       : link_enet_listen(&rig->links[at], "127.0.0.1", 0, rig->peers, &trouble);
    if (e)
        fail_msg("%s", trouble.text);
}

static inline void rig_dial(struct rig *rig, int at, int listener)
{
    struct trouble trouble = {0};
    enum error e = rig->memory ? link_memory_dial(&rig->links[at], rig->memory, "127.0.0.1")
                               : link_enet_dial(&rig->links[at], "127.0.0.1",
                                                link_port(rig->links[listener]), &trouble);
    if (e)
        fail_msg("%s", trouble.text);
}

static inline void rig_end_all(struct rig *rig)
{
    for (int i = 0; i < RIG_LINKS; i++)
        rig_drop(rig, i);
    if (rig->memory)
        link_memory_destroy(&rig->memory);
}

#endif
