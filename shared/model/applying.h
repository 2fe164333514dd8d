#ifndef PLENARY_MODEL_APPLYING_H
#define PLENARY_MODEL_APPLYING_H

/* Within model/ only: what the apply_*.c files share. An applier does to the state what one event
 * says; it has passed model_fits and cannot fail. The table of them is in apply.c. */

#include "model/model.h"

typedef void applier(struct model *m, const struct event *e);

applier apply_rating_proposed, apply_rating_withdrawn, apply_rating_agreed,
    apply_rating_agreed_in_person, apply_consent_given; /* ratings */
applier apply_seat_joined, apply_seat_moved, apply_seat_named, apply_seat_placed,
    apply_seat_admitted, apply_seat_removed, apply_code_issued, apply_code_retired; /* seats */
applier apply_place_reached, apply_timer_set, apply_view_chosen;                    /* agenda */

/* Lets the views without names move on as far as nobody can be read off the change. For what
 * changes many ratings or answers about names at once. */
void applying_refresh_unnamed(struct model *m);

#endif
