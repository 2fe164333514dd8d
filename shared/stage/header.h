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

/* "On your own", "Groups of 3"; empty where the room's step does not say. */
enum { HOW_TEXT_SIZE = 128 };
void header_how(char to[HOW_TEXT_SIZE], const struct room *room);

/* A header whose line is how people work and what they are asked, for stages whose content can
 * begin lower: long texts take more lines of smaller type. Texts are borrowed. */
struct header_look {
    const char *title, *ask;
    char how[HOW_TEXT_SIZE];
    const struct fit *title_fit, *ask_fit;
    double w, title_y, ask_y, indent;
    double end; /* content begins here, STAGE_TOP at least */
};

/* Measures it: `otherwise` stands where the step asks nothing. A NULL list: with the frame's own
 * metrics and scale. */
struct header_look header_measure(const struct draw_list *list, const struct stage_frame *frame,
                                  const char *title, const char *otherwise);

/* The same with a line of its own, whatever the room's step says: `how` stands before it in bold,
 * and may be empty. */
struct header_look header_measure_as(const struct draw_list *list, const struct stage_frame *frame,
                                     const char *title, const char *how, const char *says);

/* Draws it, and the timer. */
void header_draw_step(struct draw_list *list, const struct stage_frame *frame,
                      const struct header_look *look);

/* The step that the room is at; NULL in the lobby. */
const struct agenda_step *header_step(const struct room *room);

#endif
