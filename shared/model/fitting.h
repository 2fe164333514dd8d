#ifndef PLENARY_MODEL_FITTING_H
#define PLENARY_MODEL_FITTING_H

/* Within model/ only: what the fits*.c files share. One question per body: may this event be
 * applied to this state? The table of them is in fits.c. */

#include "model/model.h"

typedef bool fitting(const struct model *m, const struct event *e);

#endif
