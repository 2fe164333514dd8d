/* The chosen note and all that can be done with it; below it what is done for the whole board. */

#include "console/shelf.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/field.h"
#include "ui/mark.h"

enum { GAP = 12, BUTTON = 56, FIELD_TWO = 84, FIELD_FIVE = 176, LINES_MOST = 6, TELL_FROM = 40 };

static const struct note_item *note_of(const struct shelf *shelf, note_id note)
{
    return &shelf->room->notes[note];
}

/* Two buttons side by side; which was activated: 1, 2 or 0. */
static int two_buttons(struct console *c, const char *name, double x, double y, double w,
                       struct button one, struct button two)
{
    one.width = two.width = (w - GAP) / 2;
    one.height = two.height = BUTTON;
    int done = button_run(c->ui, ui_id_of(name, 1), x, y, one) ? 1 : 0;
    return button_run(c->ui, ui_id_of(name, 2), x + one.width + GAP, y, two) ? 2 : done;
}

static struct button plain(enum word text)
{
    return (struct button){.kind = BUTTON_SECONDARY, .text = word(text)};
}

/* ---- the note ---- */

static double draw_card(struct console *c, const struct shelf *shelf, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct note_item *note = note_of(shelf, c->board.chosen);
    struct type type = text_visible(note->text) > 70 ? REGULAR(24) : REGULAR(28);
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w - 48, LINES_MOST, WRAP_BALANCED, note->text);
    double h = lines.count * type_line(type.size) + 40;
    draw_round(list, x, y + 4, w, h, 8, TOKEN_SHADE);
    draw_round(list, x, y, w, h, 8, TOKEN_NOTE);
    draw_paragraph(list, x + 24, y + 20, w - 48, LINES_MOST, type, ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, note->text);
    return h + 4;
}

/* What is to be said of it, a line each. */
static double draw_facts(struct console *c, const struct shelf *shelf, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct note_item *note = note_of(shelf, c->board.chosen);
    char by[NAME_SIZE + 32];
    snprintf(by, sizeof by, word(WORD_BOARDS_SIGNED), note->by);
    const char *facts[] = {
        note->by[0] ? by : NULL,
        note->state == NOTE_WAITING ? word(WORD_BOARDS_IS_WAITING) : NULL,
        shelf->room->view.note == c->board.chosen ? word(WORD_BOARDS_IS_LARGE) : NULL,
        shelf->acted[c->board.chosen] ? word(WORD_ACTIONS_IS_MADE) : NULL,
        c->board.joining ? word(WORD_BOARDS_JOIN_HOW) : NULL,
    };
    double at = y;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (facts[i])
            at += draw_paragraph(list, x, at, w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                                 TOKEN_INK2, facts[i]);
    return at - y;
}

static void run_buttons(struct console *c, const struct shelf *shelf, double x, double y, double w)
{
    const struct note_item *note = note_of(shelf, c->board.chosen);
    bool waits = note->state == NOTE_WAITING;
    bool large = shelf->room->view.note == c->board.chosen;
    struct button show = plain(waits ? WORD_BOARDS_SHOW : WORD_BOARDS_HOLD);
    struct button enlarge = plain(large ? WORD_BOARDS_SMALL : WORD_BOARDS_LARGE);
    show.kind = waits ? BUTTON_PRIMARY : BUTTON_SECONDARY;
    show.off = !waits && shelf->room->boards[shelf->board].content.personal;
    enlarge.off = waits || shelf->room->boards[shelf->board].content.personal;
    int done = two_buttons(c, "board-show", x, y, w, show, enlarge);
    if (done == 1 && waits)
        board_approve(c, shelf);
    else if (done == 1)
        board_hold(c, shelf);
    else if (done == 2)
        board_enlarge(c);
    bool other = c->board.joining && c->board.joining != c->board.chosen;
    done = two_buttons(c, "board-mark", x, y + BUTTON + GAP, w,
                       plain(note->starred ? WORD_BOARDS_UNSTAR : WORD_BOARDS_STAR),
                       plain(other ? WORD_BOARDS_JOIN_HERE : WORD_BOARDS_JOIN));
    if (done == 1)
        board_star(c);
    else if (done == 2)
        board_join(c);
    done = two_buttons(c, "board-change", x, y + 2 * (BUTTON + GAP), w, plain(WORD_BOARDS_EDIT),
                       plain(WORD_BOARDS_REMOVE));
    if (done == 1)
        board_edit(c);
    else if (done == 2)
        board_remove(c, shelf);
}

/* A number between two buttons, ending at `right`: by how much it is to change. */
static int stepper(struct console *c, const char *name, double right, double y, const char *value,
                   bool least, bool most)
{
    int by = 0;
    if (button_icon(c->ui, ui_id_of(name, 1), right - 176, y, 44, ICON_MINUS, least))
        by = -1;
    draw_text(c->ui->list, right - 88, y + 6, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, value);
    if (button_icon(c->ui, ui_id_of(name, 2), right - 44, y, 44, ICON_PLUS, most))
        by = 1;
    return by;
}

static void run_group(struct console *c, const struct shelf *shelf, double x, double y, double w)
{
    uint8_t group = note_of(shelf, c->board.chosen)->group;
    char value[16];
    snprintf(value, sizeof value, "%u", group);
    draw_text_within(c->ui->list, x, y + 8, w - 188, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_BOARDS_GROUP));
    int by = stepper(c, "board-group", x + w, y, group ? value : word(WORD_BOARDS_NO_GROUP),
                     group == 0, group == GROUPS_MAX);
    struct command *command = by ? board_ask(c, COMMAND_ASSIGN_NOTE, c->board.chosen) : NULL;
    if (command)
        command->change.note.group = (uint8_t)(group + by);
}

/* Where there is room for it; the key is there always. Returns the height. */
static double run_act(struct console *c, const struct shelf *shelf, double x, double y, double w,
                      double bottom)
{
    bool shown = note_of(shelf, c->board.chosen)->state == NOTE_SHOWN;
    if (!shown || shelf->room->boards[shelf->board].content.personal || y + 40 > bottom)
        return 0;
    bool acted = shelf->acted[c->board.chosen];
    if (console_keyed(c, "board-act", x, y, w, "!",
                      word(acted ? WORD_ACTIONS_SEE : WORD_ACTIONS_MAKE), false))
        board_act(c);
    return 40 + GAP;
}

/* The notes that are part of this one, or its suggestions, as many as there is room for. */
static double draw_parts(struct console *c, const struct shelf *shelf, bool alike, double x,
                         double y, double w, double bottom)
{
    struct draw_list *list = c->ui->list;
    note_id card = c->board.chosen;
    int parts = alike ? shelf->alike[card] : shelf->hints[card], told = 0;
    double at = y + 32;
    char more[32];
    if (!parts || at + 36 > bottom)
        return y;
    draw_text_within(list, x, y, w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     word(alike ? WORD_BOARDS_ALIKE : WORD_BOARDS_HINTS));
    for (note_id n = 1; n <= NOTES_MAX && at + 72 <= bottom; n++) {
        const struct note_item *note = note_of(shelf, n);
        if (note->state == NOTE_NONE || (alike ? note->merged : note->parent) != card)
            continue;
        if (alike &&
            button_icon(c->ui, ui_id_of("board-apart", n), x + w - 32, at, 32, ICON_CROSS, false))
            board_ask(c, COMMAND_MERGE_NOTE, n); /* on its own again */
        mark_bullet(list, x, at, 20);
        draw_text_within(list, x + 28, at + 2, w - 28 - 40, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         note->text);
        at += 36;
        told++;
    }
    snprintf(more, sizeof more, word(WORD_BOARDS_MORE), parts - told);
    if (told < parts)
        draw_text(list, x + 28, at, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, more);
    return at + (told < parts ? 36 : 8);
}

/* ---- its text being changed ---- */

static void save(struct console *c)
{
    struct console_board *b = &c->board;
    char text[NOTE_SIZE];
    if (text_take(text, sizeof text, NOTE_VISIBLE, b->edit.text, strlen(b->edit.text)) != TEXT_FINE)
        return;
    struct command *command = console_command(c, COMMAND_EDIT_NOTE);
    if (!command)
        return;
    command->change.note.note = b->editing;
    command->change.note.revision = b->editing_of;
    text_copy(command->change.note.text, NOTE_SIZE, text);
    b->editing = 0;
    ui_focus(c->ui, ui_id_of("board-list", 0));
}

/* How many characters may still be typed, told when they get few. */
static const char *left_of(char to[32], const struct edit *edit)
{
    int visible = NOTE_VISIBLE - (int)text_visible(edit->text);
    int bytes = NOTE_SIZE - 1 - (int)strlen(edit->text), left = visible < bytes ? visible : bytes;
    if (left > TELL_FROM)
        return NULL;
    snprintf(to, 32, word(WORD_BOARDS_LEFT), left);
    return to;
}

static void run_editor(struct console *c, double x, double y, double w)
{
    char left[32];
    struct field field = {.label = word(WORD_BOARDS_EDITING),
                          .label_more = left_of(left, &c->board.edit),
                          .visible = NOTE_VISIBLE,
                          .bytes = NOTE_SIZE - 1,
                          .lines = 5,
                          .height = FIELD_FIVE};
    enum field_result done =
        field_run(c->ui, ui_id_of("board-edit", 0), x, y + 36, w, &c->board.edit, field);
    struct button keep = {.kind = BUTTON_PRIMARY, .text = word(WORD_BOARDS_SAVE)};
    int pressed = two_buttons(c, "board-save", x, y + 36 + FIELD_FIVE + GAP, w, keep,
                              plain(WORD_BOARDS_LEAVE));
    if (done == FIELD_ENTERED || pressed == 1)
        save(c);
    else if (pressed == 2)
        c->board.editing = 0;
}

/* ---- the whole board ---- */

static void add(struct console *c)
{
    struct console_board *b = &c->board;
    char text[NOTE_SIZE];
    if (text_take(text, sizeof text, NOTE_VISIBLE, b->add.text, strlen(b->add.text)) != TEXT_FINE)
        return;
    struct command *command = console_command(c, COMMAND_ADD_NOTE);
    if (!command)
        return;
    command->change.note.board = b->board;
    command->change.note.heading = b->heading;
    text_copy(command->change.note.text, NOTE_SIZE, text);
    edit_set(&b->add, "");
}

/* A new note, and notes dealt out, standing on `bottom`; returns where they begin. */
static double run_foot(struct console *c, const struct shelf *shelf, double x, double bottom,
                       double w)
{
    struct console_board *b = &c->board;
    const struct board_content *content = &shelf->room->boards[shelf->board].content;
    struct draw_list *list = c->ui->list;
    double deal = bottom - BUTTON, y = deal - 16 - 28 - FIELD_TWO;
    char under[NAME_SIZE + 64], groups[16], left[32];
    struct field field = {.label = word(WORD_BOARDS_ADD),
                          .label_more = left_of(left, &b->add),
                          .visible = NOTE_VISIBLE,
                          .bytes = NOTE_SIZE - 1,
                          .lines = 2,
                          .height = FIELD_TWO};
    if (field_run(c->ui, ui_id_of("board-add", 0), x, y, w, &b->add, field) == FIELD_ENTERED)
        add(c);
    snprintf(under, sizeof under, word(WORD_BOARDS_ADD_UNDER), content->headings[b->heading - 1]);
    draw_text_within(list, x, y + FIELD_TWO + 2, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, under);
    snprintf(groups, sizeof groups, "%u", b->groups);
    b->groups = (uint8_t)(b->groups + stepper(c, "board-groups", x + w, deal + 6, groups,
                                              b->groups <= 1, b->groups >= GROUPS_MAX));
    struct button out = plain(WORD_BOARDS_DEAL);
    out.width = w - 176 - GAP;
    out.height = BUTTON;
    if (button_run(c->ui, ui_id_of("board-deal", 0), x, deal, out)) {
        struct command *command = console_command(c, COMMAND_DEAL_NOTES);
        if (command) {
            command->change.note.board = b->board;
            command->change.note.group = b->groups;
            console_say(c, word(WORD_BOARDS_DEALT));
        }
    }
    return y - 36;
}

void board_panel_draw(struct console *c, const struct shelf *shelf, double x, double y, double w,
                      double h)
{
    struct draw_list *list = c->ui->list;
    double keys = 88, foot = run_foot(c, shelf, x, y + h - keys - 12, w);
    draw_paragraph(list, x, y + h - keys, w, 3, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                   word(WORD_BOARDS_KEYS));
    if (c->board.editing) {
        run_editor(c, x, y, w);
        return;
    }
    if (!c->board.chosen) {
        draw_text_within(list, x, y, w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_BOARDS_CHOOSE_NOTE));
        return;
    }
    y += draw_card(c, shelf, x, y, w) + 8;
    y += draw_facts(c, shelf, x, y, w) + 8;
    run_buttons(c, shelf, x, y, w);
    y += 3 * (BUTTON + GAP);
    run_group(c, shelf, x, y, w);
    y += 44 + GAP;
    y += run_act(c, shelf, x, y, w, foot - 8);
    y = draw_parts(c, shelf, true, x, y, w, foot - 8);
    draw_parts(c, shelf, false, x, y, w, foot - 8);
}
