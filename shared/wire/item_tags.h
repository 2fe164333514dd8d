#ifndef PLENARY_WIRE_ITEM_TAGS_H
#define PLENARY_WIRE_ITEM_TAGS_H

/* Within wire/ only: item kinds and their numbers in plenary.proto. */

#include "model/item.h"

uint8_t item_tag(enum item_kind kind);

/* ITEM_COUNT when no kind has that number. */
enum item_kind item_kind_of_tag(uint32_t tag);

#endif
