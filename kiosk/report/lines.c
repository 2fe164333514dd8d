#include "report/lines.h"

#include "report/block.h"
#include "report/chart.h"

#include <stdio.h>
#include <string.h>

enum { HEIGHT = 104, HEAD = 12, ROW = HEIGHT + HEAD + 12, GAP = 24 };

/* False when no earlier review says anything of it. */
static bool read_line(struct history_line *line, const struct room *room, condition_id condition,
                      school_id school)
{
    if (school)
        history_of_school(line, room, condition, school);
    else
        history_of_condition(line, room, condition);
    return line->count > line->now;
}

bool lines_are_there(const struct room *room, school_id school)
{
    struct history_line line;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        if (read_line(&line, room, c, school))
            return true;
    return false;
}

static void write_line(struct page *page, const struct room *room, condition_id condition,
                       const struct history_line *line, bool whole, double x, double y, double w)
{
    const struct condition *c = &room->conditions[condition];
    char label[TITLE_SIZE + 16];
    snprintf(label, sizeof label, "%u  %s", condition, c->tight[0] ? c->tight : c->name);
    page_tag(page, "P");
    page_text(page, x, y, w, (struct page_style){.size = 9.5, .bold = true, .lines = 1}, label);
    page_untag(page, "P");
    chart_line(page, x, y + HEAD, w, HEIGHT, line, whole);
}

void lines_write(struct page *page, const struct room *room, school_id school)
{
    double w = (page_across(page) - GAP) / 2, y = 0;
    int drawn = 0;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        struct history_line line;
        if (!read_line(&line, room, c, school))
            continue;
        if (drawn % 2 == 0) {
            page_need(page, ROW);
            y = page->y;
            page->y += ROW;
        }
        write_line(page, room, c, &line, school > 0, PAGE_MARGIN + drawn % 2 * (w + GAP), y, w);
        drawn++;
    }
}
