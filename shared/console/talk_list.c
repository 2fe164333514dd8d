/* Which school: all of them with how far each talk is, found by typing, a new one added. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/talk_parts.h"
#include "ui/field.h"

enum {
    TITLE_Y = 24,
    SEARCH_Y = 88,
    ROWS_Y = 176,
    ROW_H = 68,
    PITCH = 76,
    GAP = 24,
    COLUMN_LEAST = 560,
    COLUMNS_MOST = 3,
};

static int find_schools(const struct console *c, school_id to[SCHOOLS_MAX], const char *typed)
{
    const struct room *room = c->sight.room;
    int count = 0;
    for (int i = 0; i < room->school_count; i++)
        if (console_matches(room->schools[room->school_order[i]].name, typed))
            to[count++] = room->school_order[i];
    return count;
}

/* One small step for each condition: filled is agreed, an outline is proposed. */
static void draw_progress(struct draw_list *list, const struct room *room, school_id school,
                          double right, double y)
{
    const struct progress_item *progress = &room->progress[school];
    int all = room->workshop.condition_count;
    double x = right - all * 12;
    for (int i = 0; i < all; i++, x += 12) {
        if (i < progress->agreed)
            draw_round(list, x, y, 8, 24, 4, TOKEN_INK2);
        else if (i < progress->agreed + progress->proposed)
            draw_frame(list, x, y, 8, 24, 4, 2, TOKEN_INK2);
        else
            draw_round(list, x, y, 8, 24, 4, TOKEN_LINE);
    }
}

static void run_row(struct console *c, school_id school, double x, double y, double w)
{
    struct ui *ui = c->ui;
    struct draw_list *list = ui->list;
    const struct room *room = c->sight.room;
    ui_id id = ui_id_of("talk-school", school);
    bool last = school == c->talk.school;
    if (ui_area(ui, id, x, y, w, ROW_H, 12, 0, last ? UI_CHOSEN : 0))
        talk_choose(c, school);
    draw_round(list, x, y, w, ROW_H, 12, ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    char state[TALK_STATE_SIZE];
    talk_state(state, room, school);
    double right = x + w - 24;
    double marks = room->workshop.condition_count * 12.0;
    draw_progress(list, room, school, right, y + 36);
    draw_text(list, right, y + 4, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2, state);
    double state_w = draw_width(list, REGULAR(20), state);
    double taken = state_w > marks ? state_w : marks;
    draw_text_within(list, x + 24, y + 16, w - taken - 72, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     room->schools[school].name);
}

/* The rows of one page, the first of them focused on `enter`; returns how many pages there are. */
static int run_rows(struct console *c, const school_id *found, int count, bool enter)
{
    struct console_talk *talk = &c->talk;
    double bottom = c->h - 72;
    int rows = (int)((bottom - ROWS_Y) / PITCH);
    int columns = (int)((c->w + GAP) / (COLUMN_LEAST + GAP));
    columns = columns > COLUMNS_MOST ? COLUMNS_MOST : columns < 1 ? 1 : columns;
    int needed = (count + rows - 1) / rows;
    columns = needed < columns && needed > 0 ? needed : columns;
    int even = (count + columns - 1) / columns; /* columns of one length */
    rows = even < rows && even > 0 ? even : rows;
    int per_page = rows * columns, pages = (count + per_page - 1) / per_page;
    double w = floor((c->w - (columns - 1) * GAP) / columns);
    w = w > 880 ? 880 : w;
    talk->list_page = talk->list_page >= pages ? pages - 1 : talk->list_page;
    talk->list_page = talk->list_page < 0 ? 0 : talk->list_page;
    int first = talk->list_page * per_page;
    if (enter && first < count)
        ui_focus(c->ui, ui_id_of("talk-school", found[first]));
    ui_group(c->ui, ui_id_of("talk-schools-list", 0), 1);
    for (int i = 0; i < per_page && first + i < count; i++)
        run_row(c, found[first + i], c->x + i / rows * (w + GAP), c->y + ROWS_Y + i % rows * PITCH,
                w);
    ui_group_end(c->ui);
    return pages;
}

static void add_school(struct console *c, const char *name)
{
    struct command *command = console_command(c, COMMAND_ADD_SCHOOL);
    if (!command)
        return;
    text_copy(command->change.school.name, NAME_SIZE, name);
    text_copy(c->talk.adding, NAME_SIZE, name);
}

/* Typing finds; Enter takes the first one found, or adds a new one. True: on to the rows below. */
static bool run_search(struct console *c, const char *name, const school_id *found, int count)
{
    struct console_talk *talk = &c->talk;
    bool there = name[0] && room_find_school(c->sight.room, name);
    double w = c->w > 1400 ? 880 : floor(c->w * 0.6);
    enum field_result result =
        field_run(c->ui, ui_id_of("talk-search", 0), c->x, c->y + SEARCH_Y, w, &talk->search,
                  (struct field){.placeholder = word(WORD_TALK_SEARCH), .visible = NAME_VISIBLE});
    char text[NAME_SIZE + 64];
    snprintf(text, sizeof text, word(WORD_TALK_ADD), name);
    struct button add = {.kind = BUTTON_SECONDARY, .text = text, .icon = ICON_PLUS, .height = 56};
    double left = c->w - w - 24, needed = button_width(c->ui, add);
    add.width = needed > left ? left : 0;
    bool pressed = name[0] && !there &&
                   button_run(c->ui, ui_id_of("talk-add", 0), c->x + w + 24, c->y + SEARCH_Y, add);
    if (result == FIELD_CHANGED)
        talk->list_page = 0;
    if (result == FIELD_ENTERED && count > 0 && name[0])
        talk_choose(c, found[0]);
    else if (pressed || (result == FIELD_ENTERED && name[0] && count == 0))
        add_school(c, name);
    return result == FIELD_BELOW;
}

void talk_list_draw(struct console *c)
{
    struct console_talk *talk = &c->talk;
    struct draw_list *list = c->ui->list;
    school_id found[SCHOOLS_MAX];
    char name[NAME_SIZE], says[NAME_SIZE + 96];
    if (text_take(name, sizeof name, NAME_VISIBLE, talk->search.text, strlen(talk->search.text)) !=
        TEXT_FINE)
        name[0] = '\0';
    int count = find_schools(c, found, name);
    if (talk->arrived)
        ui_focus(c->ui, ui_id_of("talk-search", 0));
    draw_text(list, c->x, c->y + TITLE_Y, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TALK_TITLE));
    bool down = run_search(c, name, found, count) || ui_pressed(c->ui, KEY_DOWN, 0);
    if (count == 0) {
        if (name[0])
            snprintf(says, sizeof says, word(WORD_TALK_NONE_FOUND), name);
        else
            snprintf(says, sizeof says, "%s", word(WORD_TALK_NO_SCHOOLS));
        draw_text_within(list, c->x, c->y + ROWS_Y + 16, c->w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                         says);
    }
    int pages = run_rows(c, found, count, down);
    talk->list_page += ui_pressed(c->ui, KEY_PAGE_DOWN, 0) && talk->list_page + 1 < pages;
    talk->list_page -= ui_pressed(c->ui, KEY_PAGE_UP, 0) && talk->list_page > 0;
    double y = c->y + c->h - 52;
    if (pages > 1) {
        snprintf(says, sizeof says, word(WORD_TALK_PAGE), talk->list_page + 1, pages);
        draw_text(list, c->x + c->w, y, MEDIUM(20), ALIGN_RIGHT, TOKEN_INK, says);
    }
    draw_text_within(list, c->x, y, c->w - 120, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_TALK_LIST_KEYS));
}
