#include "console/actions.h"

#include "console/parts.h"

void console_actions_draw(struct console *c)
{
    draw_text(c->ui->list, c->x, c->y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONSOLE_ACTIONS));
}
