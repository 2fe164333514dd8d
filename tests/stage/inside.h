#ifndef PLENARY_TESTS_STAGE_INSIDE_H
#define PLENARY_TESTS_STAGE_INSIDE_H

/* What holds for every stage: everything lies within the picture (the focus row alone may pass the
 * margin), measured with the fixed metrics. */

#include "ui/draw.h"

void assert_inside(const struct draw_list *list);

#endif
