#ifndef PLENARY_WIRE_ONE_OF_H
#define PLENARY_WIRE_ONE_OF_H

/* Within wire/ only: the body of a message that is one of some forty. Left to itself nanopb walks
 * past all of them, to write the one that is there and to clear a message before it is read, and
 * each struct must be as large as the largest of them: that is most of what a vote or an item would
 * cost in here. */

#include <pb_common.h>
#include <pb_decode.h>
#include <pb_encode.h>

/* Finds the member with that tag in a nanopb struct, and clears it and nothing else. False when
 * there is none. */
bool one_of_begin(pb_field_iter_t *body, const pb_msgdesc_t *fields, pb_size_t tag, void *message);

/* Writes it, once it is filled in: what pb_encode would. False when it does not fit. */
bool one_of_encode(pb_ostream_t *stream, const pb_field_iter_t *body);

/* Reads all of the stream into a nanopb struct that is zero, and so clear already. */
bool one_of_decode(pb_istream_t *stream, const pb_msgdesc_t *fields, void *message);

#endif
