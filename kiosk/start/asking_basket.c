#include "start/asking.h"

#include <stdio.h>

#include "ui/icon.h"
#include "ui/mark.h"
#include "words/words.h"

enum { H = 88, PADDING = 32, SIGN = 40 };

/* The first of what was brought that is to be named, and how many there are besides. */
static const char *name_things(const struct basket *basket, char to[BASKET_TEXT_SIZE])
{
    if (basket->thing_count == 0)
        return word(WORD_START_BASKET);
    if (basket->thing_count == 1)
        return basket->things[0].name;
    snprintf(to, BASKET_TEXT_SIZE, word(WORD_START_BASKET_MORE), basket->things[0].name,
             basket->thing_count - 1);
    return to;
}

/* What was refused comes before what is asked, and that before what will be there. */
static const char *tell_things(const struct basket *basket, uint32_t today,
                               char to[BASKET_TEXT_SIZE], bool *attention)
{
    const char *waits = basket_waits(basket, today, to);
    *attention = true;
    if (basket->refused_count > 0) {
        snprintf(to, BASKET_TEXT_SIZE, word(WORD_BASKET_REFUSED),
                 basket->refused[basket->refused_count - 1].name);
        return to;
    }
    if (waits)
        return waits;
    *attention = false;
    return basket->thing_count ? basket->sum : word(WORD_START_DROP);
}

void asking_basket(struct ui *ui, double x, double y, double w, struct start_screen *screen,
                   const struct start_given *given)
{
    char name[BASKET_TEXT_SIZE], says[BASKET_TEXT_SIZE];
    const struct basket *basket = given->basket;
    bool attention;
    const char *line = tell_things(basket, given->brought.today, says, &attention);
    ui_id id = ui_id_of("asking-basket", 0);
    struct draw_list *list = ui->list;
    bool chosen = ui_area(ui, id, x, y, w, H, 12, 4, 0);
    enum token fill = ui_held(ui, id)                             ? TOKEN_SUNKEN
                      : ui_hovered(ui, id) || basket->thing_count ? TOKEN_TINT
                                                                  : TOKEN_PAPER;
    draw_outline(list, x, y, w, H, 12, attention ? 4 : 2, attention ? TOKEN_INK : TOKEN_OUTLINE,
                 fill);
    double text_x = x + PADDING + (attention ? SIGN + 16 : 0), text_w = x + w - 104 - text_x;
    if (attention)
        mark_bang(list, x + PADDING + SIGN / 2.0, y + H / 2.0, SIGN);
    draw_text_within(list, text_x, y + 8, text_w, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     name_things(basket, name));
    draw_text_within(list, text_x, y + 46, text_w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, line);
    icon_draw(list, ICON_RIGHT, x + w - 72, y + (H - 40) / 2.0, 40, 2, TOKEN_INK);
    if (!chosen)
        return;
    screen->page = START_BASKET;
    given->basket->arrived = true;
}
