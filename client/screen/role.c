#include "screen/role.h"

#include <stdio.h>

#include "console/rows.h"
#include "ui/icon.h"

enum {
    ROW = 46,
    ROW_TEXT = 9, /* from a row's top to its line of text */
    ROWS_Y = 196,
    ROWS_H = 10 * ROW,
    CARD_Y = 168,
    PANEL_H = 156,
    PANEL_GAP = 12,
    PADDING = 20,
    LARGE_LINES = 3,
    SMALL_LINES = 4,
};

/* ---- who plays whom ---- */

static bool could_play(const struct screens *s, character_id role)
{
    const struct me_item *me = &s->sight.room->me;
    const struct character_item *character = &s->sight.room->characters[role];
    return character->school &&
           (me->role == ROLE_ROOM || (me->role == ROLE_SCHOOL && me->school == character->school));
}

/* The roles of this person's list, by school as the alphabet has them; returns how many. */
static int list_roles(const struct screens *s, character_id list[CHARACTERS_MAX])
{
    const struct room *room = s->sight.room;
    int count = 0;
    for (unsigned i = 0; i < room->school_count; i++)
        for (character_id role = 1; role <= CHARACTERS_MAX; role++)
            if (room->characters[role].school == room->school_order[i] && could_play(s, role))
                list[count++] = role;
    return count;
}

bool role_may(const struct screens *s)
{
    const struct room *room = s->sight.room;
    bool may = false;
    if (!room->workshop.training || !room->me.seat || s->sight.state == SESSION_APART)
        return false;
    for (character_id role = 1; role <= CHARACTERS_MAX && !may; role++)
        may = could_play(s, role);
    return may;
}

/* On joining it is asked before anything else, until there is a seat with a name. */
static bool is_joining(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    bool seated = me->name[0] && (me->role != ROLE_ROOM || me->school);
    return !seated && !s->role.without && !room_own_character(s->sight.room);
}

static bool wanted(const struct screens *s)
{
    return !s->menu && role_may(s) && (s->role.up || is_joining(s));
}

void role_turn(struct screens *s)
{
    s->role.up = !s->role.up && role_may(s);
    s->role.refused = REFUSAL_NONE;
    s->menu = false;
}

void role_follow(struct screens *s)
{
    const struct room *room = s->sight.room;
    character_id own = room_own_character(room);
    char text[SCREENS_SAY_SIZE];
    if (own == s->role.own || s->sight.state == SESSION_JOINING)
        return;
    snprintf(text, sizeof text, word(WORD_ROLE_GIVEN), room->characters[own].name);
    if (own && s->shown != SCREEN_ROLE)
        screens_say(s, text, s->sight.now_ms);
    else if (s->role.own && !own && !s->role.gave_back && room->me.seat)
        screens_say(s, word(WORD_ROLE_FREED), s->sight.now_ms);
    s->role.own = own;
    s->role.gave_back = false;
    s->role.refused = REFUSAL_NONE;
}

void role_label(char to[ROLE_LABEL_SIZE], const struct screens *s)
{
    const struct room *room = s->sight.room;
    character_id own = room_own_character(room);
    const struct character_item *character = &room->characters[own];
    if (own)
        snprintf(to, ROLE_LABEL_SIZE, word(WORD_ROLE_HEADER), character->name,
                 room->schools[character->school].name);
    else
        snprintf(to, ROLE_LABEL_SIZE, "%s", word(WORD_ROLE_OFFER));
}

bool role_was_refused(struct screens *s, enum refusal refusal)
{
    s->role.refused = (uint8_t)refusal;
    s->role.gave_back = false;
    return s->shown == SCREEN_ROLE;
}

static bool is_asked(const struct screens *s)
{
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == COMMAND_PLAY)
            return true;
    return false;
}

static void ask(struct screens *s, character_id role, bool on)
{
    struct command *command = screen_command(s, COMMAND_PLAY);
    if (command)
        command->change.play = (struct play_change){.character = role, .on = on};
    s->role.up = true;
    s->role.gave_back = !on;
    s->role.refused = REFUSAL_NONE;
}

static void put_away(struct screens *s)
{
    s->role.without |= !room_own_character(s->sight.room);
    s->role.up = false;
    s->role.refused = REFUSAL_NONE;
}

/* ---- the list ---- */

static void draw_row(struct screens *s, character_id role, bool chosen, double y)
{
    struct draw_list *list = s->list;
    const struct room *room = s->sight.room;
    const struct character_item *character = &room->characters[role];
    bool taken = character->played;
    enum token ink = taken ? TOKEN_INK2 : TOKEN_INK;
    if (chosen)
        draw_round(list, SCREEN_LEFT, y, SCREEN_WIDTH, ROW, 8, TOKEN_TINT);
    draw_text_within(list, SCREEN_LEFT + 20, y + ROW_TEXT, 420, taken ? REGULAR(20) : SEMIBOLD(20),
                     ALIGN_LEFT, ink, character->name);
    draw_text_within(list, SCREEN_LEFT + 460, y + ROW_TEXT, 420, REGULAR(20), ALIGN_LEFT,
                     TOKEN_INK2, room->schools[character->school].name);
    if (taken)
        draw_text_within(list, SCREEN_RIGHT - 140, y + ROW_TEXT, 120, REGULAR(20), ALIGN_RIGHT,
                         TOKEN_INK2, word(WORD_ROLE_TAKEN));
}

static int first_free(const struct screens *s, const character_id list[], int count)
{
    for (int i = 0; i < count; i++)
        if (!s->sight.room->characters[list[i]].played)
            return i;
    return -1;
}

/* Enter or a second press on the chosen one; the row stands on `*role`. */
static bool run_rows(struct screens *s, const character_id list[], int count, character_id *role)
{
    struct rows *rows = &s->role.rows;
    ui_id id = ui_id_of("roles", 0);
    int was = rows->chosen, free = first_free(s, list, count);
    if (s->role.fresh) {
        ui_focus(&s->ui, id);
        *rows = (struct rows){.chosen = free > 0 ? free : 0};
        was = rows->chosen;
    }
    bool done = rows_run(&s->ui, id, SCREEN_LEFT, ROWS_Y, SCREEN_WIDTH, ROWS_H, ROW, count, rows);
    for (int i = rows->top; i < count && i < rows->top + rows->shown; i++)
        draw_row(s, list[i], i == rows->chosen, ROWS_Y + (i - rows->top) * ROW);
    if (rows->chosen != was)
        s->role.refused = REFUSAL_NONE;
    *role = list[rows->chosen];
    return done;
}

/* What stands below the list: why the chosen one cannot be taken, else how, and how many more. */
static void draw_foot(struct screens *s, bool taken, int count)
{
    char more[80];
    int below = count - s->role.rows.top - s->role.rows.shown;
    const char *text = word(taken ? WORD_ROLE_IS_TAKEN : WORD_ROLE_PAGE);
    if (s->role.refused) {
        text = refusal_text((enum refusal)s->role.refused);
    } else if (!taken && below > 0) {
        snprintf(more, sizeof more, word(WORD_ROLE_PAGE_BELOW), (unsigned)below);
        text = more;
    }
    screen_footer(s, text);
}

static void draw_choosing(struct screens *s)
{
    character_id list[CHARACTERS_MAX], role;
    int count = list_roles(s, list);
    bool joining = is_joining(s), busy = is_asked(s), none = first_free(s, list, count) < 0;
    draw_text(s->list, SCREEN_LEFT, 84, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(WORD_ROLE_TITLE));
    draw_paragraph(s->list, SCREEN_LEFT, 132, SCREEN_WIDTH, 2, REGULAR(20), ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK2, word(none ? WORD_ROLE_NONE_FREE : WORD_ROLE_LINE));
    bool entered = run_rows(s, list, count, &role);
    bool taken = s->sight.room->characters[role].played;
    draw_foot(s, taken, count);
    double right = SCREEN_RIGHT;
    struct button take = {
        .kind = BUTTON_PRIMARY, .text = word(WORD_ROLE_TAKE), .off = taken, .busy = busy};
    struct button without = {.kind = BUTTON_SECONDARY,
                             .text = word(joining ? WORD_ROLE_WITHOUT : WORD_ROLE_NOT_NOW)};
    bool takes = screen_foot_button(s, "role-take", &right, take) || entered;
    bool leaves = screen_foot_button(s, "role-without", &right, without) ||
                  (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0));
    if (takes && !taken && !busy)
        ask(s, role, true);
    else if (leaves)
        put_away(s);
}

/* ---- the card ---- */

static void draw_panel(struct screens *s, double y, enum word head, const char *text, bool unsaid)
{
    struct draw_list *list = s->list;
    double x = SCREEN_LEFT + PADDING, w = SCREEN_WIDTH - 2 * PADDING;
    struct type_lines lines;
    draw_round(list, SCREEN_LEFT, y, SCREEN_WIDTH, PANEL_H, 16,
               unsaid ? TOKEN_TINT : TOKEN_SURFACE);
    if (unsaid)
        icon_draw(list, ICON_HIDDEN, SCREEN_RIGHT - PADDING - 24, y + 12, 24, 2.5, TOKEN_INK);
    draw_text(list, x, y + 12, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK2, word(head));
    type_wrap(&lines, list->metrics, list->u, REGULAR(24), w, LARGE_LINES, WRAP_BALANCED, text);
    bool small = lines.ellipsis;
    draw_paragraph(list, x, y + 40, w, small ? SMALL_LINES : LARGE_LINES, REGULAR(small ? 20 : 24),
                   ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, text);
}

static void draw_card(struct screens *s, character_id own)
{
    const struct room *room = s->sight.room;
    const struct card_item *card = &room->cards[own];
    const struct character_item *character = &room->characters[own];
    const char *texts[] = {card->who, card->wants, card->unsaid};
    static const enum word heads[] = {WORD_ROLE_WHO, WORD_ROLE_WANTS, WORD_ROLE_UNSAID};
    if (s->role.fresh)
        ui_focus(&s->ui, ui_id_of("role-go-on", 0));
    draw_text_within(s->list, SCREEN_LEFT, 80, SCREEN_WIDTH, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     character->name);
    draw_text_within(s->list, SCREEN_LEFT, 126, SCREEN_WIDTH, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     room->schools[character->school].name);
    for (int i = 0; i < 3; i++)
        draw_panel(s, CARD_Y + i * (PANEL_H + PANEL_GAP), heads[i], texts[i], i == 2);
    screen_footer(s, word(WORD_ROLE_CARD_LINE));
    double right = SCREEN_RIGHT;
    struct button go_on = {.kind = BUTTON_PRIMARY, .text = word(WORD_ROLE_GO_ON)};
    struct button back = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_ROLE_GIVE_BACK), .busy = is_asked(s)};
    bool goes = screen_foot_button(s, "role-go-on", &right, go_on) ||
                (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0));
    if (screen_foot_button(s, "role-back", &right, back))
        ask(s, own, false);
    else if (goes)
        put_away(s);
}

static void draw(struct screens *s)
{
    character_id own = room_own_character(s->sight.room);
    screen_body(s);
    s->role.fresh = s->entered || s->role.drawn != own;
    s->role.drawn = own;
    if (own)
        draw_card(s, own);
    else
        draw_choosing(s);
    screen_header_here(s);
}

const struct screen screen_role = {SCREEN_ROLE, true, wanted, draw};
