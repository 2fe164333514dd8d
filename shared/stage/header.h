#ifndef PLENARY_STAGE_HEADER_H
#define PLENARY_STAGE_HEADER_H

/* The band above a stage's content: its title, a line under it, and at the right how much time is
 * left. A step that asks something of people says so in that line, after how they work: on their
 * own, in groups, together. */

#include "stage/stage.h"

/* A line of text in pieces of different weight, one after the other. */
enum { HEADER_PIECES = 12, HEADER_PIECE_SIZE = LINE_SIZE };
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

/* Adds how people work in the room's step and what they are asked, where it says so. */
void header_add_step(struct header_line *line, const struct room *room);

/* Draws title, line and timer. The title is put in smaller type before it is cut. */
void header_draw(struct draw_list *list, const struct stage_frame *frame, const char *title,
                 const struct header_line *line);

/* Draws a title, how people work and what they are asked (`otherwise` where the step does not say),
 * and the timer: for stages whose content can begin lower. Long texts take more lines. Returns
 * where it ends, STAGE_TOP at least. */
double header_draw_step(struct draw_list *list, const struct stage_frame *frame, const char *title,
                        const char *otherwise);

/* "On your own", "Groups of 3"; empty where the room's step does not say. */
enum { HOW_TEXT_SIZE = 128 };
void header_how(char to[HOW_TEXT_SIZE], const struct room *room);

/* The step that the room is at; NULL in the lobby. */
const struct agenda_step *header_step(const struct room *room);

#endif
