#include <stdio.h>

#include "screen/notes.h"

enum {
    LEFT_WIDTH = 508,
    RIGHT_X = 592,
    RIGHT_WIDTH = 476,
    BOTTOM = 656,
    ROW = 76,
    PITCH = 84,
    OWN_ROW = 64,
    FIELD = 176,
    OTHERS = 3, /* shown of what others suggested */
};

/* ---- which group ---- */

static uint8_t group_of(const struct screens *s)
{
    uint8_t group = s->sight.room->me.group;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == COMMAND_GROUP_SEAT)
            group = command->change.seat.group;
    return group;
}

static void run_choice(struct screens *s, double y)
{
    struct screens_lists *lists = &s->lists;
    struct dropdown *choice = &s->notes.group;
    for (unsigned i = 0; i < GROUPS_MAX; i++) {
        snprintf(lists->groups[i], sizeof lists->groups[i], "%u", i + 1);
        lists->group[i] = lists->groups[i];
    }
    if (!choice->open)
        choice->chosen = group_of(s) - 1;
    struct ui_style style = *s->ui.style;
    const struct ui_style *usual = s->ui.style;
    style.field_height = 48;
    s->ui.style = &style;
    draw_text(s->list, SCREEN_LEFT, y + 12, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TASK_GROUP));
    bool changed =
        dropdown_run(&s->ui, ui_id_of("group", 0), SCREEN_LEFT + LEFT_WIDTH - 240, y, 240, choice,
                     lists->group, GROUPS_MAX, NULL, word(WORD_TASK_GROUP_NONE), false);
    s->ui.style = usual;
    struct command *command = changed ? screen_command(s, COMMAND_GROUP_SEAT) : NULL;
    if (command)
        command->change.seat = (struct seat_change){.seat = s->sight.room->me.seat,
                                                    .group = (uint8_t)(choice->chosen + 1)};
}

/* ---- what there is to work on: what one's own group was given, then the rest ---- */

static bool comes_before(const struct room *room, uint8_t group, note_id a, note_id b)
{
    const struct note_item *one = &room->notes[a], *other = &room->notes[b];
    bool mine = group && one->group == group, mine_too = group && other->group == group;
    if (mine != mine_too)
        return mine;
    if (one->heading != other->heading)
        return one->heading < other->heading;
    return one->order < other->order;
}

static unsigned find_work(const struct screens *s, uint8_t board, note_id found[NOTES_MAX])
{
    const struct room *room = s->sight.room;
    uint8_t group = group_of(s);
    unsigned count = 0;
    for (note_id note = 1; note <= NOTES_MAX; note++) {
        const struct note_item *item = &room->notes[note];
        if (item->state != NOTE_SHOWN || item->board != board || item->parent || item->merged)
            continue;
        unsigned at = count++;
        for (; at > 0 && comes_before(room, group, note, found[at - 1]); at--)
            found[at] = found[at - 1];
        found[at] = note;
    }
    return count;
}

static bool is_suggestion(const struct room *room, note_id note, note_id parent)
{
    return room->notes[note].state == NOTE_SHOWN && room->notes[note].parent == parent;
}

static void describe(char *to, size_t size, const struct screens *s, note_id note)
{
    const struct room *room = s->sight.room;
    const struct note_item *item = &room->notes[note];
    char whose[SCREEN_TEXT_SIZE];
    unsigned count = 0;
    for (note_id other = 1; other <= NOTES_MAX; other++)
        count += is_suggestion(room, other, note);
    if (item->group && item->group == group_of(s))
        snprintf(whose, sizeof whose, "%s", word(WORD_TASK_WORK_MINE));
    else if (item->group)
        snprintf(whose, sizeof whose, word(WORD_TASK_WORK_GROUP), item->group);
    else
        snprintf(whose, sizeof whose, "%s", word(WORD_TASK_WORK_FREE));
    if (count == 0)
        snprintf(to, size, "%s", whose);
    else if (count == 1)
        snprintf(to, size, word(WORD_TASK_WORK_ONE), whose);
    else
        snprintf(to, size, word(WORD_TASK_WORK_MANY), whose, count);
}

static void run_work(struct screens *s, uint8_t board, note_id note, double y)
{
    struct draw_list *list = s->list;
    struct ui *ui = &s->ui;
    bool chosen = s->notes.parent[board] == note;
    char line[SCREEN_TEXT_SIZE];
    describe(line, sizeof line, s, note);
    ui_id id = ui_id_of("work", note);
    if (ui_area(ui, id, SCREEN_LEFT, y, LEFT_WIDTH, ROW, 8, 0, chosen ? UI_CHOSEN : 0)) {
        s->notes.parent[board] = note;
        s->notes.top = 0;
        ui_focus(ui, ui_id_of("note", 0));
    }
    draw_outline(list, SCREEN_LEFT, y, LEFT_WIDTH, ROW, 8, chosen ? 3 : 2,
                 chosen ? TOKEN_ACCENT : TOKEN_LINE,
                 chosen || ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_NOTE);
    draw_text_within(list, SCREEN_LEFT + 20, y + 8, LEFT_WIDTH - 40, MEDIUM(20), ALIGN_LEFT,
                     TOKEN_INK, s->sight.room->notes[note].text);
    draw_text_within(list, SCREEN_LEFT + 20, y + 42, LEFT_WIDTH - 40, REGULAR(16), ALIGN_LEFT,
                     chosen ? TOKEN_INK : TOKEN_INK2, line);
}

static void run_works(struct screens *s, uint8_t board, double y)
{
    note_id found[NOTES_MAX];
    unsigned count = find_work(s, board, found), shown = (unsigned)((BOTTOM - y - 32 + 8) / PITCH);
    note_id *parent = &s->notes.parent[board];
    if (count > 0 && s->sight.room->notes[*parent].state != NOTE_SHOWN)
        *parent = found[0]; /* also where the one chosen has been put away */
    draw_text(s->list, SCREEN_LEFT, y, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, word(WORD_TASK_WORK));
    if (count == 0) {
        *parent = 0;
        draw_paragraph(s->list, SCREEN_LEFT, y + 36, LEFT_WIDTH, 3, REGULAR(20), ALIGN_LEFT,
                       WRAP_GREEDY, TOKEN_INK2, word(WORD_TASK_WORK_NONE));
    }
    writing_pages(s, "work-pages", SCREEN_LEFT + LEFT_WIDTH, y, &s->notes.to_top, shown, count,
                  true);
    ui_group(&s->ui, ui_id_of("works", 0), 1);
    for (unsigned i = 0; i < shown && s->notes.to_top + i < count; i++)
        run_work(s, board, found[s->notes.to_top + i], y + 32 + i * PITCH);
    ui_group_end(&s->ui);
}

/* ---- the note chosen, and what is suggested to it ---- */

/* What others suggested, newest first; returns how far what follows moves down. */
static double draw_others(struct screens *s, note_id parent, double y)
{
    const struct room *room = s->sight.room;
    unsigned count = 0, shown = 0;
    for (note_id note = NOTES_MAX; note >= 1; note--) {
        if (!is_suggestion(room, note, parent) || room->own_notes[note].state)
            continue;
        if (count++ >= OTHERS)
            continue;
        double at = y + 28 * shown++;
        draw_rect(s->list, RIGHT_X, at + 11, 10, 2, TOKEN_INK2);
        draw_text_within(s->list, RIGHT_X + 20, at, RIGHT_WIDTH - 20, REGULAR(16), ALIGN_LEFT,
                         TOKEN_INK, room->notes[note].text);
    }
    if (count <= shown)
        return 28.0 * shown;
    char more[SCREEN_TEXT_SIZE];
    snprintf(more, sizeof more, word(WORD_CLIENT_LOST_MORE), count - shown);
    draw_text(s->list, RIGHT_X + 20, y + 28 * shown, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, more);
    return 28.0 * (shown + 1);
}

static void run_suggesting(struct screens *s, uint8_t board, double y)
{
    struct draw_list *list = s->list;
    note_id parent = s->notes.parent[board];
    if (!parent)
        return;
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, MEDIUM(20), RIGHT_WIDTH - 40, 5, WRAP_BALANCED,
              s->sight.room->notes[parent].text);
    double h = 24 + 28.0 * lines.count;
    draw_round(list, RIGHT_X, y + 4, RIGHT_WIDTH, h, 8, TOKEN_SHADE);
    draw_round(list, RIGHT_X, y, RIGHT_WIDTH, h, 8, TOKEN_NOTE);
    draw_paragraph(list, RIGHT_X + 20, y + 12, RIGHT_WIDTH - 40, 5, MEDIUM(20), ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK, s->sight.room->notes[parent].text);
    y += h + 20;
    draw_text(list, RIGHT_X, y, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, word(WORD_TASK_SUGGESTED));
    y += 32;
    double others = draw_others(s, parent, y);
    if (others == 0 && notes_own(s, NULL, 0, 0, board, parent) == 0)
        draw_text(list, RIGHT_X, y, REGULAR(16), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_TASK_SUGGESTED_NONE));
    y += others > 0 ? others + 12 : 0;
    double room = BOTTOM - FIELD - y;
    if (room >= OWN_ROW)
        notes_run_own(s, board, parent, RIGHT_X, y, RIGHT_WIDTH, OWN_ROW,
                      (unsigned)(room / (OWN_ROW + 12)));
    struct writing writing = {.label = word(WORD_TASK_SUGGESTION),
                              .x = RIGHT_X,
                              .y = BOTTOM - FIELD,
                              .w = RIGHT_WIDTH,
                              .h = FIELD};
    if (writing_run(s, ui_id_of("note", 0), notes_in_hand(s, board), writing) == FIELD_ENTERED)
        notes_send(s, board);
}

void notes_run_group(struct screens *s, uint8_t board, double y)
{
    run_choice(s, y);
    run_works(s, board, y + 64);
    run_suggesting(s, board, y);
}
