/* The codes that lead in, and how people come in. The facilitator's own stands here alone. */

#include "console/parts.h"

#include <math.h>
#include <stdio.h>

#include "ui/button.h"

enum { PADDING = 24, HEAD = 48, SWITCH = 28 };

static const struct {
    enum code_kind kind;
    enum word text;
} codes[] = {{CODE_ROOM, WORD_PEOPLE_CODE_ROOM},
             {CODE_FACILITATOR, WORD_PEOPLE_CODE_FACILITATOR},
             {CODE_OBSERVER, WORD_PEOPLE_CODE_OBSERVER},
             {CODE_DISPLAY, WORD_PEOPLE_CODE_DISPLAY}};

static void run_code(struct console *c, unsigned i, double x, double y, double w)
{
    char code[CONSOLE_CODE_SIZE];
    console_code(code, c->sight.room, codes[i].kind, 0, 0);
    draw_text(c->ui->list, x, y + 4, REGULAR(20), ALIGN_LEFT, TOKEN_INK, word(codes[i].text));
    struct button make = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_PEOPLE_MAKE_CODE), .height = 40};
    if (code[0]) {
        draw_text(c->ui->list, x + w, y + 2, SEMIBOLD(24), ALIGN_RIGHT, TOKEN_INK, code);
        return;
    }
    if (!button_run(c->ui, ui_id_of("code", (int)i), x + w - button_width(c->ui, make), y - 2,
                    make))
        return;
    struct command *command = console_command(c, COMMAND_ISSUE_CODE);
    if (command)
        command->change.code.kind = (uint8_t)codes[i].kind;
}

static void run_setting(struct console *c, enum setting setting, enum word text, double x, double y,
                        double w)
{
    struct ui *ui = c->ui;
    ui_id id = ui_id_of("setting", (int)setting);
    bool on = c->sight.room->kiosk.settings[setting];
    bool done = ui_area(ui, id, x, y, w, 40, 8, 2, 0);
    if (ui_hovered(ui, id))
        draw_round(ui->list, x, y, w, 40, 8, TOKEN_TINT);
    draw_outline(ui->list, x + 4, y + 6, SWITCH, SWITCH, 6, 2, on ? TOKEN_ACCENT : TOKEN_OUTLINE,
                 on ? TOKEN_ACCENT : TOKEN_SURFACE);
    if (on)
        icon_draw(ui->list, ICON_CHECK, x + 8, y + 10, 20, 3, TOKEN_ON_ACCENT);
    draw_text_within(ui->list, x + 44, y + 6, w - 48, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                     word(text));
    struct command *command = done ? console_command(c, COMMAND_SET) : NULL;
    if (command)
        command->change.setting = (struct setting_change){.setting = (uint8_t)setting, .on = !on};
}

/* On paper: at the right of the panel's head. */
static void run_cards(struct console *c, double right, double y)
{
    static const struct {
        const char *name;
        enum word key, does;
        char letter;
        bool print;
    } ways[] = {{"cards-print", WORD_CARDS_KEY_PRINT, WORD_CARDS_PRINT, 'p', true},
                {"cards-save", WORD_CARDS_KEY_SAVE, WORD_CARDS_SAVE, 's', false}};
    bool off = c->sight.room->workshop.closed;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *key = word(ways[i].key), *does = word(ways[i].does);
        double w = fmax(40, draw_width(c->ui->list, SEMIBOLD(24), key) + 20) + 24 +
                   draw_width(c->ui->list, MEDIUM(20), does);
        right -= w;
        bool pressed = console_keyed(c, ways[i].name, right, y, w, key, does, off);
        right -= 8;
        if (off || !(pressed || ui_letter(c->ui, ways[i].letter, WITH_CONTROL)))
            continue;
        c->wish->cards = true;
        c->wish->print = ways[i].print;
    }
}

void people_codes_draw(struct console *c, struct box box)
{
    draw_round(c->ui->list, box.x, box.y, box.w, box.h, 16, TOKEN_SURFACE);
    double x = box.x + PADDING, w = box.w - 2 * PADDING, y = box.y + 12;
    draw_text(c->ui->list, x, y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_PEOPLE_CODES));
    run_cards(c, x + w, y - 4);
    y += HEAD;
    for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++, y += 46)
        run_code(c, i, x, y, w);
    run_setting(c, SETTING_OFFER_ROOM_CODE, WORD_PEOPLE_OFFER, x, y, w);
    run_setting(c, SETTING_ADMIT_ALL, WORD_PEOPLE_ADMIT_ALL, x, y + 44, w);
}
