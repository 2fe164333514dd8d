#ifndef PLENARY_STAGE_HEADER_H
#define PLENARY_STAGE_HEADER_H

/* The band above a stage's content: its title, one line under it, and at the right how much time is
 * left. */

#include "stage/stage.h"

/* A line of text in pieces of different weight, one after the other. */
enum { HEADER_PIECES = 8, HEADER_PIECE_SIZE = 160 };
struct header_line {
    int count;
    struct {
        bool strong; /* semibold ink; else regular ink2 */
        char text[HEADER_PIECE_SIZE];
    } piece[HEADER_PIECES];
};

/* Adds a piece, formatted as by printf. */
void header_add(struct header_line *line, bool strong, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds " · " when something stands before. */
void header_dot(struct header_line *line);

/* Draws title, line and timer. */
void header_draw(struct draw_list *list, const struct stage_frame *frame, const char *title,
                 const struct header_line *line);

#endif
