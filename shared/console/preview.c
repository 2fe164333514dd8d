/* What the room sees, small: the stage's own draw list, scaled. */

#include "console/parts.h"

double console_preview(struct console *c, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct stage_frame *stage = &c->stage;
    double h = w * stage->layout.height / stage->layout.width;
    struct draw_part outside = draw_enter(list, x, y, w, h, &stage->layout);
    draw_rect(list, 0, 0, stage->layout.across, stage->layout.down, TOKEN_PAPER);
    if (!c->blank)
        stage_draw(list, stage);
    draw_leave(list, &outside);
    draw_frame(list, x - 2, y - 2, w + 4, h + 4, 8, 2, TOKEN_LINE);
    return h;
}
