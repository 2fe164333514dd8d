#ifndef PLENARY_START_TRAININGS_H
#define PLENARY_START_TRAININGS_H

/* Within start/ only: the page of trainings. The rehearsals there are, each with how large it is,
 * and a made-up cluster to be alone with. */

#include "start/start.h"

struct start_outcome trainings_draw(struct ui *ui, const struct layout *layout,
                                    struct start_screen *screen, const struct start_given *given);

#endif
