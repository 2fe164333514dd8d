/* The whole of one school's talk on one page, and what is done with it: saved, printed, gone back
 * into. A row is one condition; nothing is added up. */

#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "console/talk_parts.h"
#include "ui/cell.h"
#include "words/date.h"

enum {
    TITLE_Y = 8,
    HEADS_Y = 72,
    ROWS_Y = 108,
    PITCH = 64,
    CELL = 52,
    CELL_H = 48,
    PAGE_KEYS = 44
};

/* Left edges of the columns, from the page's. */
struct columns {
    double name, now, target, by, agreed, text, right;
};

static struct columns lay_out(const struct console *c)
{
    bool wide = c->w > 1600;
    struct columns at = {.name = c->x + 16};
    at.now = c->x + (wide ? 480 : 352);
    at.target = at.now + CELL + 28;
    at.by = at.target + CELL + 24;
    at.agreed = at.by + (wide ? 136 : 120);
    at.text = at.agreed + (wide ? 340 : 240);
    at.right = c->x + c->w - 16;
    return at;
}

static void draw_heads(struct console *c, const struct columns *at)
{
    const struct {
        double x;
        enum word text;
    } heads[] = {{at->name, WORD_TALK_SHEET_CONDITION}, {at->now, WORD_TALK_SHEET_NOW},
                 {at->target, WORD_TALK_SHEET_TARGET},  {at->by, WORD_TALK_SHEET_BY},
                 {at->agreed, WORD_TALK_SHEET_AGREED},  {at->text, WORD_TALK_SHEET_ACTIONS}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        draw_text(c->ui->list, heads[i].x, c->y + TALK_HEAD + HEADS_Y, REGULAR(20), ALIGN_LEFT,
                  TOKEN_INK2, word(heads[i].text));
}

static void draw_cell(struct draw_list *list, double x, double y, unsigned value, bool agreed)
{
    char figure[4];
    snprintf(figure, sizeof figure, "%u", value % 100);
    struct cell cell = {.state = agreed ? CELL_AGREED : CELL_PROPOSED,
                        .form = CELL_PLAIN,
                        .level = (enum level)analysis_band((int)value),
                        .figure = figure,
                        .size = 24};
    cell_draw(list, x, y, CELL, CELL_H, cell);
}

/* The reason and the actions, one after the other. */
static void write_text(char *to, size_t size, const struct room *room, school_id school,
                       condition_id condition, const struct figure *figure)
{
    size_t used = 0;
    to[0] = '\0';
    if (figure && figure->note[0])
        used = (size_t)snprintf(to, size, word(WORD_TALK_QUOTE), figure->note);
    action_id id;
    for (int i = 0; (id = talk_action_at(room, school, condition, i)) && used < size; i++)
        used += (size_t)snprintf(to + used, size - used, "%s– %s", used ? "  " : "",
                                 room->actions[id].content.text);
    to[text_whole(to, strlen(to))] = '\0';
}

/* "Sam Okafor, 12 March", "Proposed" or "To come". */
static void write_agreed(char to[NAME_SIZE + 96], const struct talk_item *item,
                         const struct figure *figure)
{
    char day[WORD_DATE_SIZE];
    word_date(day, item->agreed_ms);
    if (item->settled && item->agreed_with[0])
        snprintf(to, NAME_SIZE + 96, word(WORD_TALK_SHEET_WITH), item->agreed_with, day);
    else if (item->settled)
        snprintf(to, NAME_SIZE + 96, "%s", day);
    else
        snprintf(to, NAME_SIZE + 96, "%s",
                 word(figure ? WORD_TALK_SHEET_PROPOSED : WORD_TALK_SHEET_TO_COME));
}

/* One line or two, in the middle of the row. */
static void draw_lines(struct draw_list *list, double x, double y, double w, enum token ink,
                       const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, REGULAR(20), w, 2, WRAP_GREEDY, text);
    draw_paragraph(list, x, y + (lines.count > 1 ? 2 : 16), w, 2, REGULAR(20), ALIGN_LEFT,
                   WRAP_GREEDY, ink, text);
}

static void run_row(struct console *c, const struct columns *at, condition_id condition, double y)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    const struct talk_item *item = &room->talks[condition][c->talk.school];
    const struct proposal *mine = &item->proposals[SIDE_MANAGER];
    const struct proposal *theirs = &item->proposals[SIDE_SCHOOL];
    const struct proposal *newest = mine->revision > theirs->revision ? mine : theirs;
    const struct figure *figure = item->settled      ? &item->agreed
                                  : newest->revision ? &newest->figure
                                                     : NULL;
    char text[8 * NOTE_SIZE], agreed[NAME_SIZE + 96], by[48];
    ui_id id = ui_id_of("talk-row", condition);
    if (ui_area(c->ui, id, c->x, y, c->w, PITCH - 4, 8, 0,
                condition == c->talk.condition ? UI_CHOSEN : 0))
        talk_go(c, condition);
    draw_round(list, c->x, y, c->w, PITCH - 4, 8,
               ui_hovered(c->ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    snprintf(by, sizeof by, "%u", condition);
    const struct condition *content = &room->conditions[condition];
    const char *name = at->now - at->name > 400 ? content->name : content->tight;
    draw_text(list, at->name + 24, y + 16, MEDIUM(20), ALIGN_RIGHT, TOKEN_INK2, by);
    draw_text_within(list, at->name + 40, y + 14, at->now - at->name - 56, SEMIBOLD(24), ALIGN_LEFT,
                     TOKEN_INK, name[0] ? name : content->name);
    if (figure) {
        draw_cell(list, at->now, y + 6, figure->now, item->settled);
        if (figure->target)
            draw_cell(list, at->target, y + 6, figure->target, item->settled);
        if (figure->months) {
            snprintf(by, sizeof by, word(WORD_TALK_MONTHS), figure->months);
            draw_text_within(list, at->by, y + 16, at->agreed - at->by - 12, REGULAR(20),
                             ALIGN_LEFT, TOKEN_INK, by);
        }
    }
    write_agreed(agreed, item, figure);
    draw_lines(list, at->agreed, y, at->text - at->agreed - 16,
               item->settled ? TOKEN_INK : TOKEN_INK2, agreed);
    write_text(text, sizeof text, room, c->talk.school, condition, figure);
    draw_lines(list, at->text, y, at->right - at->text, TOKEN_INK, text);
}

static void run_rows(struct console *c)
{
    struct columns at = lay_out(c);
    int count = c->sight.room->workshop.condition_count;
    int rows = (int)((c->h - TALK_HEAD - TALK_FOOT - ROWS_Y - 8) / PITCH);
    rows = count > rows ? rows - 1 : rows;
    int pages = (count + rows - 1) / rows;
    int *page = &c->talk.sheet_page;
    *page += ui_pressed(c->ui, KEY_PAGE_DOWN, 0) && *page + 1 < pages;
    *page -= ui_pressed(c->ui, KEY_PAGE_UP, 0) && *page > 0;
    *page = *page < pages ? *page : pages - 1;
    draw_heads(c, &at);
    double top = c->y + TALK_HEAD + ROWS_Y;
    ui_group(c->ui, ui_id_of("talk-rows", 0), 1);
    for (int i = 0; i < rows && *page * rows + i < count; i++)
        run_row(c, &at, (condition_id)(*page * rows + i + 1), top + i * PITCH);
    ui_group_end(c->ui);
    if (pages < 2)
        return;
    char says[64];
    snprintf(says, sizeof says, word(WORD_TALK_PAGE), *page + 1, pages);
    draw_text(c->ui->list, at.right, c->y + c->h - TALK_FOOT - PAGE_KEYS, MEDIUM(20), ALIGN_RIGHT,
              TOKEN_INK, says);
}

static bool is_last_school(const struct console *c)
{
    const struct room *room = c->sight.room;
    return room->school_count == 0 || room->school_order[room->school_count - 1] == c->talk.school;
}

void talk_sheet_draw(struct console *c)
{
    talk_head_draw(c);
    draw_text(c->ui->list, c->x, c->y + TALK_HEAD + TITLE_Y, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TALK_SHEET));
    run_rows(c);
    talk_foot_draw(c);
    double right = c->x + c->w;
    if (talk_foot_button(c, "talk-save", &right,
                         (struct button){.kind = BUTTON_PRIMARY, .text = word(WORD_TALK_SAVE)}))
        talk_ask_sheet(c, false);
    if (talk_foot_button(c, "talk-print", &right,
                         (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_TALK_PRINT)}))
        talk_ask_sheet(c, true);
    if (!is_last_school(c) && talk_foot_button(c, "talk-next-school", &right,
                                               (struct button){.kind = BUTTON_SECONDARY,
                                                               .text = word(WORD_TALK_NEXT_SCHOOL),
                                                               .icon = ICON_RIGHT}))
        talk_next_school(c, 1);
    struct button questions = {.kind = BUTTON_QUIET, .text = word(WORD_TALK_QUESTIONS)};
    if (button_run(c->ui, ui_id_of("talk-questions", 0), c->x, c->y + c->h - TALK_FOOT + 24,
                   questions))
        talk_turn(c, TALK_QUESTION);
    if (c->talk.arrived)
        ui_focus(c->ui, ui_id_of("talk-save", 0));
}
