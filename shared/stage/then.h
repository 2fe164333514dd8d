#ifndef PLENARY_STAGE_THEN_H
#define PLENARY_STAGE_THEN_H

/* The latest earlier review beside this one: what stands in the cells of the grid, in the column
 * before the averages, and in the spread where names are off. How much of it is said goes by the
 * width of the cells, the same for all of them: "was 3, +2" under the figure; "+2" beside it and
 * "was 3" under it; or the change alone, which the line under the title then explains. */

#include "stage/header.h"
#include "stage/stage.h"
#include "stage/table.h"

enum then_form { THEN_WHOLE, THEN_APART, THEN_CHANGE };

struct then {
    review_id review; /* 0: earlier figures are not shown */
    enum then_form form;
};

/* The view of earlier reviews that the room looks at: THEN_NOT where there is none of them. */
enum then_view then_of(const struct room *room);

/* What the room's grid tells in columns like those of `table`. */
struct then then_measure(const struct draw_list *list, const struct room *room,
                         const struct table *table);

/* Adds to the line under the title which day the figures stand beside, and what a change means
 * where it stands alone. */
void then_add_header(struct header_line *line, const struct room *room, const struct then *then);

/* Makes a cell tell its change; it keeps pointing to `said`, and stays as it is where nothing was
 * said then. `now` is 0 in one still to come. */
struct then_said {
    char beside[24], under[64];
};
void then_tell(struct cell *cell, struct then_said *said, const struct then *then, unsigned before,
               unsigned now);

/* One rating of the spread: how many schools are there now and were there then. */
void then_draw_slot(struct draw_list *list, double x, double y, double w, enum level level,
                    const struct then *then, unsigned before, unsigned now);

/* "4.6" over "+0.7", about a middle, in a row that begins at `y`; averages in tenths, 0 none. */
void then_draw_average(struct draw_list *list, double middle, double y, unsigned before,
                       unsigned now);

#endif
