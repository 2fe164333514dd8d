#include <stdio.h>
#include <string.h>

#include "screen/notes.h"
#include "ui/icon.h"
#include "ui/mark.h"

/* The next note moves up to where one was taken back: a double click is meant for the first. */
enum { ROWS_MOST = 8, GAP = 12, UNDO = 40, DOUBLE_CLICK_MS = 600 };

/* The newest change or withdrawal of a note that is on its way; NULL: none. */
static const struct command *on_way(const struct screens *s, note_id note)
{
    const struct command *found = NULL;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++) {
        bool own = command->kind == COMMAND_EDIT_NOTE || command->kind == COMMAND_REMOVE_NOTE;
        if (own && command->change.note.note == note)
            found = command;
    }
    return found;
}

struct filling {
    struct own_row *rows;
    unsigned most, skip, count;
};

static void give(struct filling *f, struct own_row row)
{
    if (f->count >= f->skip && f->count - f->skip < f->most)
        f->rows[f->count - f->skip] = row;
    f->count++;
}

static void give_saved(struct filling *f, const struct screens *s, note_id note)
{
    const struct own_note_item *own = &s->sight.room->own_notes[note];
    const struct command *moving = on_way(s, note);
    struct own_row row = {.kind = OWN_SAVED,
                          .which = note,
                          .heading = own->heading,
                          .state = own->state,
                          .suggestion = own->parent != 0,
                          .moving = moving != NULL,
                          .text = own->text};
    if (moving && moving->kind == COMMAND_EDIT_NOTE)
        row.text = moving->change.note.text;
    give(f, row);
}

unsigned notes_own(const struct screens *s, struct own_row *rows, unsigned most, unsigned skip,
                   uint8_t board, note_id parent)
{
    struct filling f = {.rows = rows, .most = most, .skip = skip};
    for (unsigned i = 0; i < RETURNED_MAX; i++) {
        const struct returned_note *back = &s->notes.returned[i];
        if (back->change.board == board && (!parent || back->change.parent == parent))
            give(&f, (struct own_row){.kind = OWN_RETURNED,
                                      .which = (uint16_t)i,
                                      .heading = back->change.heading,
                                      .refusal = back->refusal,
                                      .text = back->change.text});
    }
    unsigned asked = 0;
    while (screen_asked(s, asked))
        asked++;
    for (unsigned i = asked; i-- > 0;) {
        const struct command *command = screen_asked(s, i);
        const struct note_change *note = &command->change.note;
        if (command->kind == COMMAND_ADD_NOTE && note->board == board &&
            (!parent || note->parent == parent))
            give(&f, (struct own_row){.kind = OWN_ON_WAY,
                                      .which = (uint16_t)i,
                                      .heading = note->heading,
                                      .suggestion = note->parent != 0,
                                      .text = note->text});
    }
    for (note_id note = NOTES_MAX; note >= 1; note--) {
        const struct own_note_item *own = &s->sight.room->own_notes[note];
        if (own->state && own->board == board && (!parent || own->parent == parent))
            give_saved(&f, s, note);
    }
    return f.count;
}

static const char *standing(const struct screens *s, uint8_t board, const struct own_row *row)
{
    if (row->kind == OWN_RETURNED)
        return row->refusal ? refusal_text(row->refusal) : word(WORD_TASK_OWN_ASIDE);
    if (row->kind == OWN_ON_WAY || row->moving)
        return word(WORD_TASK_OWN_ON_WAY);
    if (row->state == NOTE_WAITING)
        return word(WORD_TASK_OWN_WAITING);
    if (row->state == NOTE_REMOVED)
        return word(WORD_TASK_OWN_AWAY);
    return word(s->sight.room->boards[board].content.personal ? WORD_TASK_OWN_KEPT
                                                              : WORD_TASK_OWN_SHOWN);
}

void notes_state(char *to, size_t size, const struct screens *s, uint8_t board,
                 const struct own_row *row)
{
    const struct board_content *content = &s->sight.room->boards[board].content;
    const char *state = standing(s, board, row);
    bool named = content->heading_count > 1 && row->heading >= 1 && row->heading <= HEADINGS_MAX;
    if (row->kind == OWN_RETURNED)
        snprintf(to, size, "%s", state);
    else if (row->suggestion)
        snprintf(to, size, word(WORD_TASK_OWN_LINE), word(WORD_TASK_OWN_SUGGESTION), state);
    else if (named)
        snprintf(to, size, word(WORD_TASK_OWN_LINE), content->headings[row->heading - 1], state);
    else
        snprintf(to, size, word(WORD_TASK_OWN_ALONE), state);
}

struct card {
    double x, y, w, h;
};

static void draw_card(struct screens *s, uint8_t board, const struct own_row *row,
                      const struct card *c, bool hovered)
{
    struct draw_list *list = s->list;
    bool outlined = row->kind != OWN_SAVED || row->moving;
    bool away = row->kind == OWN_SAVED && row->state == NOTE_REMOVED;
    enum token ground = hovered ? TOKEN_TINT : outlined ? TOKEN_PAPER : TOKEN_NOTE;
    if (outlined || away) {
        draw_outline(list, c->x, c->y, c->w, c->h, 8, 2, away ? TOKEN_LINE : TOKEN_OUTLINE,
                     away ? TOKEN_PAPER : ground);
    } else {
        draw_round(list, c->x, c->y + 4, c->w, c->h, 8, TOKEN_SHADE);
        draw_round(list, c->x, c->y, c->w, c->h, 8, ground);
    }
    double w = c->w - 84, top = c->y + (c->h - 60) / 2;
    char line[NOTE_SIZE];
    notes_state(line, sizeof line, s, board, row);
    draw_text_within(list, c->x + 20, top, w, MEDIUM(20), ALIGN_LEFT, away ? TOKEN_INK2 : TOKEN_INK,
                     row->text);
    draw_text_within(list, c->x + 20, top + 34, w, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, line);
    double mark = c->y + c->h / 2;
    if (row->kind == OWN_RETURNED)
        mark_bang(list, c->x + c->w - 32, mark, 24);
    else if (outlined)
        icon_draw(list, ICON_CLOCK, c->x + c->w - 44, mark - 12, 24, 2.2, TOKEN_INK);
}

static void run_card(struct screens *s, uint8_t board, const struct own_row *row,
                     const struct card *c)
{
    struct ui *ui = &s->ui;
    bool open = s->sight.room->boards[board].state == BOARD_OPEN;
    bool mine = open && row->kind == OWN_SAVED && !row->moving && row->state != NOTE_REMOVED;
    bool back = row->kind == OWN_RETURNED;
    ui_id id = ui_id_of(back ? "returned" : row->kind == OWN_ON_WAY ? "on-way" : "own", row->which);
    bool done = ui_area(ui, id, c->x, c->y, c->w, c->h, 8, 0, mine || back ? 0 : UI_OFF);
    draw_card(s, board, row, c, (mine || back) && ui_hovered(ui, id));
    if (back && done)
        notes_take_up(s, row->which);
    if (!mine)
        return;
    double x = c->x + c->w - 52, y = c->y + (c->h - UNDO) / 2;
    ui_id undo = ui_id_of("take-back", row->which);
    bool taken = ui_area(ui, undo, x, y, UNDO, UNDO, 8, 0, 0);
    if (ui_hovered(ui, undo))
        draw_round(s->list, x, y, UNDO, UNDO, 8, TOKEN_SUNKEN);
    icon_draw(s->list, ICON_UNDO, x + 8, y + 8, 24, 2.2, TOKEN_INK);
    bool again = s->notes.taken_ms && s->sight.now_ms - s->notes.taken_ms < DOUBLE_CLICK_MS;
    if (taken && !again)
        s->notes.taken_ms = s->sight.now_ms;
    if ((taken && !again) || (ui_focused(ui, id) && ui_pressed(ui, KEY_DELETE, 0)))
        notes_take_back(s, row->which);
    else if (done && !again)
        notes_change(s, row->which);
}

void notes_run_own(struct screens *s, uint8_t board, note_id parent, double x, double y, double w,
                   double row, unsigned shown)
{
    struct own_row rows[ROWS_MOST];
    unsigned most = shown < ROWS_MOST ? shown : ROWS_MOST;
    unsigned count = notes_own(s, rows, most, s->notes.top, board, parent);
    unsigned top = s->notes.top;
    writing_pages(s, "own-pages", x + w, y - 32, &s->notes.top, most, count, true);
    if (top != s->notes.top)
        notes_own(s, rows, most, s->notes.top, board, parent);
    ui_group(&s->ui, ui_id_of("own-notes", 0), 2);
    for (unsigned i = 0; i < most && s->notes.top + i < count; i++)
        run_card(s, board, &rows[i], &(struct card){x, y + i * (row + GAP), w, row});
    ui_group_end(&s->ui);
}
