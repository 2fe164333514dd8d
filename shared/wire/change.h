#ifndef PLENARY_WIRE_CHANGE_H
#define PLENARY_WIRE_CHANGE_H

/* Within wire/ only: a change, the body that commands and events share. `tag` is nanopb's number of
 * the body that the command's or event's kind calls for. */

#include "wire/body.h"

void change_out(plenary_Change *w, pb_size_t tag, const union change *m);

/* REFUSAL_NOT_UNDERSTOOD when the body is another one. `m` must be zero on entry. */
enum refusal change_in(union change *m, pb_size_t tag, const plenary_Change *w);

#endif
