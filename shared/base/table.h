#ifndef PLENARY_BASE_TABLE_H
#define PLENARY_BASE_TABLE_H

/* Large tables, cleared and copied. The model and the room are structs of fixed size, many
 * megabytes of which nearly all stays empty: memory that nothing was ever put into is left as the
 * system gave it, which is zeros and costs neither time nor memory until it is written to. */

#include <stddef.h>

/* Afterwards all `size` bytes are 0. Writes only where something else was. */
void table_clear(void *table, size_t size);

/* Afterwards both hold the same `size` bytes. Writes only where they differed; they do not
 * overlap. */
void table_copy(void *to, const void *from, size_t size);

#endif
