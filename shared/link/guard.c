#include "link/guard.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    WHOLE = 1000, /* one hello in a bucket's thousandths */
};

static void copy_address(char to[LINK_ADDRESS_SIZE], const char *from)
{
    snprintf(to, LINK_ADDRESS_SIZE, "%s", from);
}

static bool same_address(const char a[LINK_ADDRESS_SIZE], const char *b)
{
    return strncmp(a, b, LINK_ADDRESS_SIZE - 1) == 0;
}

uint32_t link_guard_enter(struct link_guard *guard, const char *address, uint64_t now_ms)
{
    struct link_guard_open *free_row = NULL;
    size_t from_address = 0;

    for (size_t i = 0; i < LINK_OPEN_ROWS; i++) {
        struct link_guard_open *row = &guard->open[i];
        if (!row->number || row->until_ms <= now_ms)
            free_row = row;
        else if (same_address(row->address, address))
            from_address++;
    }
    if (!free_row || from_address >= LINK_OPEN_ADDRESS_MAX)
        return 0;
    if (++guard->last_number == 0)
        guard->last_number = 1;
    free_row->number = guard->last_number;
    free_row->until_ms = now_ms + LINK_OPEN_MS;
    copy_address(free_row->address, address);
    return free_row->number;
}

void link_guard_leave(struct link_guard *guard, uint32_t number)
{
    for (size_t i = 0; number && i < LINK_OPEN_ROWS; i++)
        if (guard->open[i].number == number)
            guard->open[i].number = 0;
}

/* Lets time refill the bucket, then says whether a hello is left in it. */
static bool bucket_has(struct link_guard_bucket *bucket, uint64_t rate, uint64_t burst,
                       uint64_t now_ms)
{
    uint64_t refill = now_ms > bucket->at_ms ? (now_ms - bucket->at_ms) * rate * WHOLE / 1000 : 0;
    bucket->spent = bucket->spent > refill ? bucket->spent - refill : 0;
    bucket->at_ms = now_ms;
    return bucket->spent + WHOLE <= burst * WHOLE;
}

static struct link_guard_address *address_row(struct link_guard *guard, const char *address)
{
    struct link_guard_address *oldest = &guard->addresses[0];
    for (size_t i = 0; i < LINK_ADDRESS_ROWS; i++) {
        struct link_guard_address *row = &guard->addresses[i];
        if (row->address[0] && same_address(row->address, address))
            return row;
        if (row->hellos.at_ms < oldest->hellos.at_ms || !row->address[0])
            oldest = row;
    }
    memset(oldest, 0, sizeof *oldest);
    copy_address(oldest->address, address);
    return oldest;
}

bool link_guard_hello(struct link_guard *guard, const char *address, uint64_t now_ms)
{
    struct link_guard_bucket *one = &address_row(guard, address)->hellos;
    if (!bucket_has(one, LINK_HELLO_ADDRESS_RATE, LINK_HELLO_ADDRESS_BURST, now_ms) ||
        !bucket_has(&guard->hellos, LINK_HELLO_RATE, LINK_HELLO_BURST, now_ms))
        return false;
    one->spent += WHOLE;
    guard->hellos.spent += WHOLE;
    return true;
}

static bool is_pair(const struct link_guard_pair *row, const char *address, int selector)
{
    return row->failures && row->selector == selector && same_address(row->address, address);
}

uint32_t link_guard_wait(const struct link_guard *guard, const char *address, int selector,
                         uint64_t now_ms)
{
    for (size_t i = 0; i < LINK_PAIR_ROWS; i++) {
        const struct link_guard_pair *row = &guard->pairs[i];
        if (is_pair(row, address, selector))
            return row->until_ms > now_ms ? (uint32_t)((row->until_ms - now_ms + 999) / 1000) : 0;
    }
    return 0;
}

bool link_guard_spent(const struct link_guard *guard, int selector)
{
    assert(selector >= 0 && selector < LINK_SELECTORS);
    return guard->code_failures[selector] >= LINK_CODE_FAILURES;
}

/* What to give up last: a row in use before a free one, one that waits before one that does not,
 * then the more recent. */
static uint64_t worth(const struct link_guard_pair *row, uint64_t now_ms)
{
    if (!row->failures)
        return 0;
    return row->last_ms + 1 + (row->until_ms > now_ms ? LINK_PAIR_MS : 0);
}

static struct link_guard_pair *pair_row(struct link_guard *guard, const char *address, int selector,
                                        uint64_t now_ms)
{
    struct link_guard_pair *least = &guard->pairs[0];
    for (size_t i = 0; i < LINK_PAIR_ROWS; i++) {
        struct link_guard_pair *row = &guard->pairs[i];
        if (is_pair(row, address, selector))
            return row;
        if (worth(row, now_ms) < worth(least, now_ms))
            least = row;
    }
    memset(least, 0, sizeof *least);
    copy_address(least->address, address);
    least->selector = (uint16_t)selector;
    return least;
}

bool link_guard_failed(struct link_guard *guard, const char *address, int selector, uint64_t now_ms)
{
    assert(selector >= 0 && selector < LINK_SELECTORS);
    struct link_guard_pair *row = pair_row(guard, address, selector, now_ms);

    /* A minute after the first: a wait, which is no shorter, is then over too. */
    if (!row->failures || now_ms - row->first_ms >= LINK_PAIR_MS) {
        row->failures = 0;
        row->first_ms = now_ms;
        row->until_ms = 0;
    }
    row->failures++;
    row->last_ms = now_ms;
    if (row->failures >= LINK_PAIR_FAILURES)
        row->until_ms = now_ms + LINK_PAIR_MS;

    if (link_guard_spent(guard, selector))
        return false;
    return ++guard->code_failures[selector] == LINK_CODE_FAILURES;
}

void link_guard_renew(struct link_guard *guard, int selector)
{
    assert(selector >= 0 && selector < LINK_SELECTORS);
    guard->code_failures[selector] = 0;
    for (size_t i = 0; i < LINK_PAIR_ROWS; i++)
        if (guard->pairs[i].selector == selector)
            guard->pairs[i] = (struct link_guard_pair){0};
}
