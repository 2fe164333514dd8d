/* The view of the difficult moments, and of who plays whom. */

#include <math.h>
#include <stdio.h>

#include "console/conduct_parts.h"
#include "ui/button.h"
#include "ui/mark.h"

enum {
    ROW = 40,
    ROW_TEXT = 6, /* from a row's top to its line of text */
    BELOW = 36,   /* how many more there are */
    GAP = 32,
    BUTTON = 56,
    PANEL = 436,
    CARD_LINES = 3,
    HEAD = 60,
    TITLE = 80,
};

static ui_id moments_id(void)
{
    return ui_id_of("moments", 0);
}

static ui_id roles_id(void)
{
    return ui_id_of("roles", 0);
}

/* ---- moments ---- */

static int count_moments(const struct room *room)
{
    int count = 0;
    while (count < MOMENTS_MAX && room->moments[count + 1].title[0])
        count++;
    return count;
}

static void call_up(struct console *c, int moment)
{
    char text[CONSOLE_SAY_SIZE];
    snprintf(text, sizeof text, word(WORD_CONDUCT_CALLED), c->sight.room->moments[moment].title);
    conduct_ask(c, CONDUCT_CALL, (unsigned)moment);
    console_say(c, text);
}

static void draw_moment(struct console *c, int moment, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    bool last = room->conducting.moment == moment;
    double says_w = last ? draw_width(list, REGULAR(20), word(WORD_CONDUCT_LAST)) + 16 : 0;
    draw_text_within(list, x + 12, y + ROW_TEXT, w - 24 - says_w, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     room->moments[moment].title);
    if (last)
        draw_text(list, x + w - 12, y + ROW_TEXT, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                  word(WORD_CONDUCT_LAST));
}

static void draw_moments(struct console *c, struct box box)
{
    struct draw_list *list = c->ui->list;
    struct rows *rows = &c->conduct.moments;
    int count = count_moments(c->sight.room);
    double foot = box.y + box.h - BUTTON, y = box.y + HEAD;
    draw_text(list, box.x, box.y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONDUCT_MOMENTS));
    draw_text_within(list, box.x + 280, box.y + 18, box.w - 280, REGULAR(20), ALIGN_RIGHT,
                     TOKEN_INK2, word(WORD_CONDUCT_MOMENTS_HINT));
    if (c->entered)
        ui_focus(c->ui, count ? moments_id() : roles_id());
    double rows_h = foot - TITLE - 16 - y;
    bool call = rows_run(c->ui, moments_id(), box.x, y, box.w, rows_h, ROW, count, rows);
    for (int i = rows->top; i < count && i < rows->top + rows->shown; i++) {
        double row_y = y + (i - rows->top) * ROW;
        if (i == rows->chosen)
            draw_round(list, box.x, row_y, box.w, ROW, 8, TOKEN_TINT);
        draw_moment(c, i + 1, box.x, row_y, box.w);
    }
    if (!count) {
        draw_paragraph(list, box.x, y, box.w, 2, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                       word(WORD_CONDUCT_MOMENTS_NONE));
        return;
    }
    draw_paragraph(list, box.x, foot - TITLE, box.w, 2, MEDIUM(24), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, c->sight.room->moments[rows->chosen + 1].title);
    bool again = c->sight.room->conducting.moment == rows->chosen + 1;
    struct button button = {.kind = BUTTON_PRIMARY,
                            .text = word(again ? WORD_CONDUCT_CALL_AGAIN : WORD_CONDUCT_CALL),
                            .height = BUTTON};
    call |= button_run(c->ui, ui_id_of("moment-call", 0), box.x, foot, button);
    if (call)
        call_up(c, rows->chosen + 1);
}

/* ---- roles ---- */

static int count_roles(const struct room *room)
{
    int count = 0;
    while (count < CHARACTERS_MAX && room->characters[count + 1].school)
        count++;
    return count;
}

/* Who plays it, as people read it. */
static const char *played_by(const struct room *room, const struct character_item *character)
{
    const struct seat_item *seat = &room->seats[character->player];
    if (character->player)
        return seat->name[0] ? seat->name : word(WORD_PEOPLE_NO_NAME);
    return word(character->script ? WORD_CONDUCT_BY_SCRIPT : WORD_CONDUCT_BY_NOBODY);
}

static void draw_role(struct console *c, int role, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    const struct character_item *character = &room->characters[role];
    bool person = character->player != 0;
    double column = floor((w - 48) / 3), left = x + 48;
    mark_dot(list, x + 24, y + ROW / 2.0, 20,
             person              ? SEAT_TAKEN
             : character->script ? SEAT_AWAY
                                 : SEAT_EMPTY);
    draw_text_within(list, left, y + ROW_TEXT, column - 12, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     character->name);
    draw_text_within(list, left + column, y + ROW_TEXT, column - 12, REGULAR(20), ALIGN_LEFT,
                     TOKEN_INK2, room->schools[character->school].name);
    draw_text_within(list, left + 2 * column, y + ROW_TEXT, column - 12,
                     person ? SEMIBOLD(20) : REGULAR(20), ALIGN_RIGHT,
                     person ? TOKEN_INK : TOKEN_INK2, played_by(room, character));
}

static void draw_counts(struct console *c, const struct box *box, int count)
{
    const struct room *room = c->sight.room;
    unsigned by_script = 0, by_people = 0;
    char text[128];
    for (int i = 1; i <= count; i++) {
        by_people += room->characters[i].player != 0;
        by_script += !room->characters[i].player && room->characters[i].script;
    }
    snprintf(text, sizeof text, word(WORD_CONDUCT_ROLES_COUNT), by_script, by_people,
             (unsigned)count - by_script - by_people);
    draw_text_within(c->ui->list, box->x + 120, box->y + 18, box->w - 120, REGULAR(20), ALIGN_RIGHT,
                     TOKEN_INK2, text);
}

static void draw_below(struct console *c, const struct box *box, int count)
{
    char text[64];
    if (count <= 0)
        return;
    snprintf(text, sizeof text, word(WORD_CONSOLE_BELOW), (unsigned)count);
    draw_text_within(c->ui->list, box->x + 48, box->y + ROW_TEXT, box->w - 48, REGULAR(20),
                     ALIGN_LEFT, TOKEN_INK2, text);
}

static void draw_roles(struct console *c, struct box box)
{
    struct draw_list *list = c->ui->list;
    struct rows *rows = &c->conduct.roles;
    int count = count_roles(c->sight.room);
    double y = box.y + HEAD, rows_h = box.y + box.h - y;
    draw_text(list, box.x, box.y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONDUCT_ROLES));
    draw_counts(c, &box, count);
    rows_h -= count * ROW > rows_h ? BELOW : 0;
    if (rows_run(c->ui, roles_id(), box.x, y, box.w, rows_h, ROW, count, rows))
        ui_focus(c->ui, ui_id_of("role-give", 0));
    for (int i = rows->top; i < count && i < rows->top + rows->shown; i++) {
        double row_y = y + (i - rows->top) * ROW;
        if (i == rows->chosen)
            draw_round(list, box.x, row_y, box.w, ROW, 8, TOKEN_TINT);
        draw_role(c, i + 1, box.x, row_y, box.w);
    }
    draw_below(c, &(struct box){box.x, y + rows->shown * ROW, box.w, BELOW},
               count - rows->top - rows->shown);
}

/* ---- the chosen role ---- */

static bool is_script(const struct room *room, seat_id seat)
{
    for (int i = 1; i <= CHARACTERS_MAX && room->characters[i].school; i++)
        if (room->characters[i].script == seat)
            return true;
    return false;
}

/* Those people who could play it, each with the school that they answer for now. */
static void list_people(struct console *c, const struct character_item *character)
{
    struct console_conduct *conduct = &c->conduct;
    const struct room *room = c->sight.room;
    conduct->people_count = 0;
    for (unsigned i = 1; i <= SEATS_MAX && conduct->people_count < CONDUCT_PEOPLE_MAX; i++) {
        const struct seat_item *seat = &room->seats[i];
        bool can = seat->role == ROLE_ROOM ||
                   (seat->role == ROLE_SCHOOL && seat->school == character->school);
        if (!can || is_script(room, (seat_id)i))
            continue;
        int at = conduct->people_count++;
        snprintf(conduct->labels[at], sizeof conduct->labels[at], "%s%s%s",
                 seat->name[0] ? seat->name : word(WORD_PEOPLE_NO_NAME), seat->school ? ", " : "",
                 seat->school ? room->schools[seat->school].name : "");
        conduct->items[at] = conduct->labels[at];
        conduct->people[at] = (seat_id)i;
    }
}

static void ask_play(struct console *c, character_id role, seat_id seat)
{
    struct command *command = console_command(c, COMMAND_PLAY);
    if (command)
        command->change.play =
            (struct play_change){.character = role, .seat = seat, .on = seat != 0};
}

static void run_giving(struct console *c, character_id role, double x, double y, double w)
{
    struct console_conduct *conduct = &c->conduct;
    const struct character_item *character = &c->sight.room->characters[role];
    struct button away = {.kind = BUTTON_SECONDARY,
                          .text = word(WORD_CONDUCT_FREE),
                          .off = !character->player,
                          .height = BUTTON};
    double away_w = button_width(c->ui, away);
    if (conduct->given != role)
        conduct->give.open = false;
    conduct->given = role;
    if (!conduct->give.open) {
        list_people(c, character);
        conduct->give.chosen = -1;
    }
    for (int i = 0; !conduct->give.open && i < conduct->people_count; i++)
        if (conduct->people[i] == character->player)
            conduct->give.chosen = i;
    const char *hint =
        word(conduct->people_count ? WORD_CONDUCT_GIVE_CHOOSE : WORD_CONDUCT_GIVE_NONE);
    if (dropdown_run(c->ui, ui_id_of("role-give", 0), x, y, w - away_w - 16, &conduct->give,
                     conduct->items, conduct->people_count, word(WORD_CONDUCT_GIVE), hint,
                     conduct->people_count == 0))
        ask_play(c, role, conduct->people[conduct->give.chosen]);
    if (button_run(c->ui, ui_id_of("role-free", 0), x + w - away_w, y, away))
        ask_play(c, role, 0);
}

static void draw_panel(struct console *c, struct box box)
{
    static const enum word heads[] = {WORD_CONDUCT_WHO, WORD_CONDUCT_WANTS, WORD_CONDUCT_UNSAID};
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    int role = c->conduct.roles.chosen + 1;
    const struct card_item *card = &room->cards[role];
    const char *texts[] = {card->who, card->wants, card->unsaid};
    char title[2 * NAME_SIZE + 4];
    double x = box.x + 24, w = box.w - 48, y = box.y + 16;
    draw_round(list, box.x, box.y, box.w, box.h, 16, TOKEN_SURFACE);
    snprintf(title, sizeof title, "%s, %s", room->characters[role].name,
             room->schools[room->characters[role].school].name);
    draw_text_within(list, x, y, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, title);
    y += 40;
    for (int i = 0; i < 3; i++) {
        draw_text_within(list, x, y, w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK2, word(heads[i]));
        y += 28 +
             draw_paragraph(list, x, y + 28, w, CARD_LINES, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED,
                            TOKEN_INK, texts[i]) +
             6;
    }
    run_giving(c, (character_id)role, x, box.y + box.h - BUTTON - 16, w);
}

void console_conduct_draw(struct console *c)
{
    double left = floor((c->w - GAP) * 0.42), x = c->x + left + GAP, w = c->w - left - GAP;
    double bottom = c->y + c->h - 24, panel_y = bottom - PANEL;
    if (!conduct_has_players(c->sight.room)) {
        draw_text_within(c->ui->list, c->x, c->y + 16, c->w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_CONDUCT_ROLES_NONE));
        return;
    }
    draw_moments(c, (struct box){c->x, c->y, left, bottom - c->y});
    draw_roles(c, (struct box){x, c->y, w, panel_y - 16 - c->y});
    draw_panel(c, (struct box){x, panel_y, w, PANEL});
    if (ui_focused(c->ui, ui_id_of("role-give", 0)) && console_escape(c))
        ui_focus(c->ui, roles_id());
}
