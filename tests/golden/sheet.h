#ifndef PLENARY_TESTS_SHEET_H
#define PLENARY_TESTS_SHEET_H

/* A sheet of every component in every state it can rest in, 1920 by 1080: looked at by people as a
 * picture, compared by tests as a draw list. */

#include "ui/ui.h"

/* Fills `list` for a kiosk of this size. */
void sheet_draw(struct draw_list *list, const struct type_metrics *metrics, int width, int height);

#endif
