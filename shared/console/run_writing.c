/* Having everything written, for each of its readers: offered where the workshop ends, and by its
 * key from when it has begun. The kiosk does it; how far it is comes back through console_writes.
 */

#include "console/parts.h"

#include "base/text.h"

enum { PADDING = 20, GAP = 16, KEY = 40, LINES = 6 };

void console_write(struct console *c)
{
    const struct room *room = c->sight.room;
    if (!c->sight.in_sight)
        return; /* what came of it could not be told */
    if (!room->place.item && !room->workshop.closed)
        console_say(c, word(WORD_WRITE_NOT_YET));
    else
        c->wish->everything = true;
}

void console_writes(struct console *c, bool under_way, const char *line)
{
    c->run.writing = under_way;
    text_copy(c->run.wrote, sizeof c->run.wrote, line);
    console_say(c, line);
}

double run_writing_draw(struct console *c, struct box box)
{
    const struct console_run *run = &c->run;
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    const char *more = run->wrote[0] ? run->wrote : word(WORD_WRITE_MORE);
    double x = box.x + PADDING, y = box.y + PADDING, w = box.w - 2 * PADDING;
    if (!run->closing && !room->workshop.closed && !run->wrote[0])
        return 0;
    double head_h = console_height(c, w, LINES, SEMIBOLD(20), word(WORD_WRITE_HEAD));
    double more_h = console_height(c, w, LINES, REGULAR(20), more);
    double h = head_h + more_h + 8 + KEY + 2 * PADDING;
    draw_round(list, box.x, box.y, box.w, h, 16, TOKEN_SURFACE);
    draw_paragraph(list, x, y, w, LINES, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   word(WORD_WRITE_HEAD));
    draw_paragraph(list, x, y + head_h, w, LINES, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                   more);
    if (console_keyed(c, "write", x, box.y + h - PADDING - KEY, w, "X",
                      word(run->wrote[0] ? WORD_WRITE_AGAIN : WORD_WRITE_DO), run->writing))
        console_write(c);
    return h + GAP;
}
