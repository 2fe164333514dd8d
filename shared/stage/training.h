#ifndef PLENARY_STAGE_TRAINING_H
#define PLENARY_STAGE_TRAINING_H

/* The mark of a training, which every screen of one bears: a frame round the whole picture, and
 * from the middle of its upper edge a tab with the word. Whatever lies over the picture, an empty
 * screen or the list of keys, the mark lies over that. Screens leave the tab its place, and have
 * the frame within their margins. */

#include "model/room.h"
#include "ui/draw.h"

/* On the projector with its sentence, smaller where there is less room. */
enum training_form { TRAINING_STAGE, TRAINING_CONSOLE, TRAINING_CLIENT, TRAINING_FORM_COUNT };

/* Draws it over what is there, where the room is a training. Origin (0, 0), `layout` being that of
 * the whole picture. */
void training_draw(struct draw_list *list, const struct layout *layout, const struct room *room,
                   enum training_form form);

/* The width and height of the tab, design units; both 0 where the room is none. */
double training_width(const struct draw_list *list, const struct room *room,
                      enum training_form form);
double training_height(const struct room *room, enum training_form form);

/* What a window is called whose usual name is `name`. */
enum { TRAINING_TITLE_SIZE = TITLE_SIZE + 64 };
void training_title(char to[TRAINING_TITLE_SIZE], const struct room *room, const char *name);

#endif
