#include "console/parts.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/mark.h"

void console_code(char to[CONSOLE_CODE_SIZE], const struct room *room, enum code_kind kind,
                  school_id school, seat_id seat)
{
    to[0] = '\0';
    for (unsigned i = 1; i <= CODES_MAX && !to[0]; i++) {
        const struct code_item *code = &room->codes[i];
        if (code->symbols[0] && code->kind == kind && code->school == school && code->seat == seat)
            snprintf(to, CONSOLE_CODE_SIZE, "%.4s %.4s", code->symbols, code->symbols + 4);
    }
}

void console_room_code(char to[CONSOLE_CODE_SIZE], const struct room *room)
{
    to[0] = '\0';
    if (room->kiosk.settings[SETTING_OFFER_ROOM_CODE])
        console_code(to, room, CODE_ROOM, 0, 0);
}

double console_line(struct console *c, const struct box *box, double y, struct type type,
                    enum token ink, const char *text)
{
    draw_text_within(c->ui->list, box->x, y, box->w, type, ALIGN_LEFT, ink, text);
    return y + type_line(type.size);
}

bool console_keyed(struct console *c, const char *name, double x, double y, double w,
                   const char *key, const char *does, bool off)
{
    struct ui *ui = c->ui;
    ui_id id = ui_id_of(name, 0);
    bool done = ui_area(ui, id, x, y, w, 40, 8, 2, off ? UI_OFF : 0);
    if (!off && ui_hovered(ui, id))
        draw_round(ui->list, x, y, w, 40, 8, TOKEN_TINT);
    double at = x + mark_key(ui->list, x, y, key) + 12;
    draw_text_within(ui->list, at, y + 6, x + w - at, MEDIUM(20), ALIGN_LEFT,
                     off ? TOKEN_INK2 : TOKEN_INK, does);
    return done;
}

bool console_choice(struct console *c, ui_id id, double x, double y, double w, const char *text,
                    bool chosen)
{
    struct ui *ui = c->ui;
    bool done = ui_area(ui, id, x, y, w, 48, 8, 2, chosen ? UI_CHOSEN : 0);
    draw_outline(ui->list, x, y, w, 48, 8, chosen ? 3 : 2, chosen ? TOKEN_ACCENT : TOKEN_OUTLINE,
                 chosen || ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    draw_text_within(ui->list, x + 8, y + 10, w - 16, chosen ? SEMIBOLD(20) : REGULAR(20),
                     ALIGN_CENTRE, TOKEN_INK, text);
    return done;
}

double console_height(const struct console *c, double w, int most, struct type type,
                      const char *text)
{
    const struct draw_list *list = c->ui->list;
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w, most, WRAP_GREEDY, text);
    return lines.count * type_line(type.size);
}

bool console_escape(struct console *c)
{
    if (c->escaped || c->help || !ui_pressed(c->ui, KEY_ESCAPE, 0))
        return false;
    c->escaped = true;
    return true;
}

const char *console_item_title(const struct room *room, unsigned item)
{
    return item ? room->items[item].title : word(WORD_CONSOLE_LOBBY);
}

bool console_matches(const char *name, const char *typed)
{
    size_t letters = text_visible(typed);
    for (const char *at = name; *at; at++) {
        if (at != name && at[-1] != ' ')
            continue;
        char start[NAME_SIZE];
        size_t length = 0;
        for (size_t i = 0; i < letters && at[length]; i++)
            length += text_grapheme(at + length);
        snprintf(start, sizeof start, "%.*s", (int)length, at);
        if (text_same(start, typed))
            return true;
    }
    return letters == 0;
}

void console_names(char *to, size_t size, const struct room *room, unsigned most,
                   bool (*wanted)(const struct room *room, school_id school))
{
    unsigned count = 0;
    size_t length = 0;
    to[0] = '\0';
    for (unsigned i = 0; i < room->school_count; i++) {
        school_id school = room->school_order[i];
        if (!wanted(room, school) || ++count > most)
            continue;
        int more = snprintf(to + length, size - length, "%s%s", length ? ", " : "",
                            room->schools[school].name);
        length += more > 0 && (size_t)more < size - length ? (size_t)more : 0;
        to[length] = '\0';
    }
    if (count > most)
        snprintf(to + length, size - length, word(WORD_CONSOLE_AND_MORE), count - most);
}
