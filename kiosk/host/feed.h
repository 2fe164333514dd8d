#ifndef PLENARY_HOST_FEED_H
#define PLENARY_HOST_FEED_H

/* What one audience has been shown so far, as encoded items in the order they last changed. Each
 * change gets the next version; a client holds only a cursor, the version it has been sent up to,
 * and is sent what is newer. An item that is projected no more stays as a tombstone, so that
 * whoever saw it is told. Late joiners (cursor 0) get everything that stands. An item has one entry
 * for ever, so a feed is bounded by the keys there are, however often they change. */

#include "base/error.h"
#include "model/project.h"
#include "wire/wire.h"

struct feed;

CHECKED enum error feed_create(struct feed **out, struct audience audience);
void feed_destroy(struct feed **feed);

/* Projects anew and takes in what has changed. ERROR_MEMORY: it could not take in all of it; the
 * rest comes with the next call. */
CHECKED enum error feed_project(struct feed *feed, const struct model *model,
                                const struct live *live);

/* Takes in nothing but how the kiosk itself is, its trouble: for while no more may be shown. */
CHECKED enum error feed_project_kiosk(struct feed *feed, const struct model *model,
                                      const struct live *live);

/* Memory it holds, in bytes: bounded by the keys there are and their largest items. */
size_t feed_bytes(const struct feed *feed);

/* The newest version there is. */
uint64_t feed_version(const struct feed *feed);

/* Adds what is newer than *cursor to the letter and moves the cursor on. True when the cursor has
 * reached the newest version; false when the letter is full. */
bool feed_write(const struct feed *feed, uint64_t *cursor, struct letter *letter);

/* Adds tombstones of everything there ever was, for somebody who may see this audience's items no
 * more: also of what stands no longer, for its own tombstone may not have reached them. *from
 * counts up from 0. True when done; false when the letter is full. */
bool feed_write_removal(const struct feed *feed, uint32_t *from, struct letter *letter);

#endif
