#include "console/parts.h"

void console_run_draw(struct console *c)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    double y = c->y + 16, w = (c->w - 64) / 3;
    draw_text(list, c->x, y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_CONSOLE_ROOM_SEES));
    y += 40 + console_preview(c, c->x, y + 40, w) + 16;
    draw_text(list, c->x, y, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, word(WORD_CONSOLE_NOW));
    draw_text_within(list, c->x, y + 26, w, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     room->place.item ? room->items[room->place.item].title
                                      : word(WORD_CONSOLE_LOBBY));
}
