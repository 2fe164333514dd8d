#ifndef PLENARY_HOST_DIGEST_H
#define PLENARY_HOST_DIGEST_H

/* Tells whether an item is still what it was, without keeping it or encoding it again. Not for
 * secrets, and not against somebody who looks for two texts with one digest: all they would have is
 * that their own change is not shown. */

#include "model/item.h"

/* Of the whole body. Never 0. */
uint64_t digest_item(const struct item *item);

#endif
