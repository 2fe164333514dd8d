#include "console/board.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/shelf.h"
#include "console/wells.h"
#include "ui/button.h"

/* For so long after a change was asked for, the note may still be as it was. */
enum {
    ANSWER_MS = 1000,
    PANEL_WIDE = 480,
    PANEL_NARROW = 416,
    GAP = 24,
    BAR = 64,
    FOOT = 16,
    CHOICE = 1000,
    STATE = 240
};

void board_choose(struct console *c, note_id note)
{
    c->board.chosen = note;
    c->board.turned = false;
    if (note)
        c->board.heading = c->sight.room->notes[note].heading;
}

struct command *board_ask(struct console *c, enum command_kind kind, note_id note)
{
    struct console_board *b = &c->board;
    uint32_t revision = c->sight.room->notes[note].revision;
    bool is_late = c->sight.now_ms - b->asked_ms >= ANSWER_MS;
    if (b->asked == note && b->asked_of == revision && !is_late)
        return NULL;
    struct command *command = console_command(c, kind);
    if (!command)
        return NULL;
    command->change.note.note = note;
    command->change.note.revision = revision;
    return command;
}

/* The same for what makes another revision of it. */
static struct command *ask_change(struct console *c, enum command_kind kind, note_id note)
{
    struct command *command = board_ask(c, kind, note);
    if (command) {
        c->board.asked = note;
        c->board.asked_of = command->change.note.revision;
        c->board.asked_ms = c->sight.now_ms;
    }
    return command;
}

static const struct note_item *chosen_note(const struct console *c)
{
    return &c->sight.room->notes[c->board.chosen];
}

void board_move(struct console *c, const struct shelf *shelf, int heading, note_id other)
{
    if (!c->board.chosen || heading < 1 || heading > shelf->headings || other == c->board.chosen)
        return;
    struct command *command = ask_change(c, COMMAND_MOVE_NOTE, c->board.chosen);
    if (!command)
        return;
    command->change.note.heading = (uint8_t)heading;
    command->change.note.other = other;
}

/* Lets it through and goes on to the next that waits. */
void board_approve(struct console *c, const struct shelf *shelf)
{
    int at = shelf_find(shelf, c->board.chosen);
    if (at >= 0 && chosen_note(c)->state == NOTE_WAITING) {
        struct command *command = board_ask(c, COMMAND_APPROVE_NOTE, c->board.chosen);
        if (command)
            command->change.note.on = true;
    }
    note_id next = shelf_waiting(shelf, at + 1);
    if (next)
        board_choose(c, next);
}

void board_hold(struct console *c, const struct shelf *shelf)
{
    int at = shelf_find(shelf, c->board.chosen);
    if (at < 0)
        return;
    if (chosen_note(c)->state == NOTE_WAITING) {
        board_choose(c, shelf_waiting(shelf, at + 1)); /* it can wait: the next one */
        return;
    }
    board_ask(c, COMMAND_APPROVE_NOTE, c->board.chosen);
}

void board_enlarge(struct console *c)
{
    struct view view = console_looking(c);
    note_id chosen = c->board.chosen;
    if (!chosen)
        return;
    if (view.note != chosen && (chosen_note(c)->state != NOTE_SHOWN ||
                                c->sight.room->boards[c->board.board].content.personal)) {
        console_say(c, word(WORD_BOARDS_NOT_LARGE));
        return;
    }
    view.note = view.note == chosen ? 0 : chosen;
    console_look(c, view);
}

void board_star(struct console *c)
{
    struct command *command =
        c->board.chosen ? board_ask(c, COMMAND_STAR_NOTE, c->board.chosen) : NULL;
    if (command)
        command->change.note.on = !chosen_note(c)->starred;
}

void board_act(struct console *c)
{
    const struct board_item *board = &c->sight.room->boards[c->board.board];
    if (!c->board.chosen)
        return;
    if (chosen_note(c)->state != NOTE_SHOWN || board->content.personal)
        console_say(c, word(WORD_ACTIONS_NOT_OF_IT));
    else
        console_actions_of_note(c, c->board.chosen);
}

/* The first time it picks a note, the second time it puts that into the one chosen then. */
void board_join(struct console *c)
{
    struct console_board *b = &c->board;
    if (!b->joining || b->joining == b->chosen) {
        b->joining = b->joining ? 0 : b->chosen;
        return;
    }
    struct command *command = ask_change(c, COMMAND_MERGE_NOTE, b->joining);
    if (command)
        command->change.note.other = b->chosen;
    b->joining = 0;
}

void board_edit(struct console *c)
{
    struct console_board *b = &c->board;
    if (!b->chosen)
        return;
    b->editing = b->chosen;
    b->editing_of = chosen_note(c)->revision;
    edit_set(&b->edit, chosen_note(c)->text);
    ui_focus(c->ui, ui_id_of("board-edit", 0));
}

void board_remove(struct console *c, const struct shelf *shelf)
{
    int at = shelf_find(shelf, c->board.chosen), notes = shelf->first[HEADINGS_MAX];
    if (at < 0 || !ask_change(c, COMMAND_REMOVE_NOTE, c->board.chosen))
        return;
    board_choose(c, at + 1 < notes ? shelf->note[at + 1] : at > 0 ? shelf->note[at - 1] : 0);
    console_say(c, word(WORD_BOARDS_REMOVED));
}

bool console_board_escape(struct console *c)
{
    struct console_board *b = &c->board;
    if (c->view != CONSOLE_BOARD || (!b->editing && !b->joining))
        return false;
    b->editing = b->joining = 0;
    return true;
}

/* ---- keys ---- */

static void obey_keys(struct console *c, const struct shelf *shelf)
{
    struct ui *ui = c->ui;
    if (ui_letter(ui, 'a', 0))
        board_approve(c, shelf);
    if (ui_letter(ui, 'l', 0))
        board_hold(c, shelf);
    if (ui_letter(ui, 'j', 0))
        board_join(c);
    if (ui_letter(ui, 'e', 0))
        board_edit(c);
    if (ui_typed(ui, "*"))
        board_star(c);
    if (ui_typed(ui, "!"))
        board_act(c);
    if (ui_pressed(ui, KEY_DELETE, 0) || ui_pressed(ui, KEY_BACKSPACE, 0))
        board_remove(c, shelf);
    for (int heading = 1; heading <= shelf->headings; heading++)
        if (ui_letter(ui, (char)('0' + heading), 0))
            board_move(c, shelf, heading, 0);
}

/* ---- which board ---- */

/* The board of the step that the room is at; 0: none. */
static uint8_t board_of_step(const struct room *room)
{
    const struct agenda_step *step = &room->items[room->place.item].steps[0];
    if (room_stage(room) != STAGE_BOARD)
        return 0;
    return step[room->place.step - 1].subject;
}

static void look_at(struct console *c, uint8_t board)
{
    struct console_board *b = &c->board;
    b->board = board;
    b->choice.chosen = board - 1;
    b->chosen = b->joining = b->editing = 0;
    b->heading = 1;
    b->turned = false;
    memset(b->page, 0, sizeof b->page);
}

static void follow_room(struct console *c)
{
    const struct room *room = c->sight.room;
    struct console_board *b = &c->board;
    bool moved = b->place.item != room->place.item || b->place.step != room->place.step;
    uint8_t here = board_of_step(room);
    b->place = room->place;
    if (b->board > room->workshop.board_count)
        b->board = 0;
    if (moved && here && here <= room->workshop.board_count && here != b->board)
        look_at(c, here);
    else if (!b->board && room->workshop.board_count)
        look_at(c, 1);
    if (!b->groups)
        b->groups = 5;
}

/* What was chosen may be gone; what waits is worth a look first. */
static void follow_notes(struct console *c, const struct shelf *shelf)
{
    struct console_board *b = &c->board;
    if (shelf_find(shelf, b->chosen) < 0)
        b->chosen = 0;
    if (shelf_find(shelf, b->joining) < 0)
        b->joining = 0;
    if (c->sight.room->notes[b->editing].state == NOTE_NONE)
        b->editing = 0;
    if (!b->chosen && shelf->waiting)
        board_choose(c, shelf_waiting(shelf, 0));
    else if (!b->chosen && shelf->first[HEADINGS_MAX])
        board_choose(c, shelf->note[0]);
    else if (b->chosen)
        b->heading = chosen_note(c)->heading;
    if (b->heading < 1 || b->heading > shelf->headings)
        b->heading = 1;
}

/* ---- the bar ---- */

static void set_board(struct console *c, uint8_t state, bool held)
{
    struct command *command = console_command(c, COMMAND_SET_BOARD);
    if (command)
        command->change.board_set =
            (struct board_set_change){.board = c->board.board, .state = state, .held = held};
}

static void draw_state(struct console *c, const struct shelf *shelf, double x, double y, double w)
{
    static const enum word states[BOARD_STATE_COUNT] = {
        [BOARD_PREPARED] = WORD_BOARDS_PREPARED,
        [BOARD_OPEN] = WORD_BOARDS_OPEN,
        [BOARD_CLOSED] = WORD_BOARDS_CLOSED,
    };
    const struct board_item *board = &c->sight.room->boards[c->board.board];
    char counts[64], waiting[64];
    snprintf(counts, sizeof counts, word(WORD_BOARDS_NOTES), board->notes);
    snprintf(waiting, sizeof waiting, word(WORD_BOARDS_WAITING), shelf->waiting);
    struct draw_list *list = c->ui->list;
    draw_text_within(list, x, y, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                     word(states[board->state]));
    draw_text_within(list, x, y + 30, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     shelf->waiting      ? waiting
                     : board->notes == 1 ? word(WORD_BOARDS_ONE_NOTE)
                                         : counts);
}

static void draw_bar(struct console *c, const struct shelf *shelf, double y)
{
    const struct room *room = c->sight.room;
    const struct board_item *board = &room->boards[c->board.board];
    int boards = room->workshop.board_count;
    for (int i = 0; i < boards; i++)
        c->board.names[i] = room->boards[i + 1].content.question;
    bool open = board->state == BOARD_OPEN;
    struct button close = {.kind = BUTTON_SECONDARY,
                           .text = word(open ? WORD_BOARDS_DO_CLOSE : WORD_BOARDS_DO_OPEN)};
    struct button hold = {.kind = BUTTON_SECONDARY,
                          .text = word(board->held ? WORD_BOARDS_DO_LET : WORD_BOARDS_DO_HOLD)};
    double right = c->x + c->w, rest = button_width(c->ui, close) + STATE;
    if (!board->content.personal)
        rest += button_width(c->ui, hold) + 12;
    double choice_w = fmin(CHOICE, c->w - rest);
    if (dropdown_run(c->ui, ui_id_of("board-choice", 0), c->x, y + 4, choice_w, &c->board.choice,
                     c->board.names, boards, NULL, "", false))
        look_at(c, (uint8_t)(c->board.choice.chosen + 1));
    right -= button_width(c->ui, close);
    if (button_run(c->ui, ui_id_of("board-close", 0), right, y, close))
        set_board(c, open ? BOARD_CLOSED : BOARD_OPEN, board->held);
    if (!board->content.personal) {
        right -= button_width(c->ui, hold) + 12;
        if (button_run(c->ui, ui_id_of("board-hold", 0), right, y, hold))
            set_board(c, board->state, !board->held);
    }
    double x = c->x + choice_w + 24;
    draw_state(c, shelf, x, y + 2, right - x - 16);
}

void console_board_draw(struct console *c)
{
    const struct room *room = c->sight.room;
    follow_room(c);
    if (!c->board.board) {
        draw_text(c->ui->list, c->x, c->y + 24, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_BOARDS_NONE));
        return;
    }
    struct shelf shelf;
    shelf_make(&shelf, room, c->board.board);
    follow_notes(c, &shelf);
    if (!c->board.editing && !c->board.joining && !ui_focused(c->ui, wells_id()) &&
        console_escape(c))
        ui_focus(c->ui, wells_id());
    obey_keys(c, &shelf);
    double y = c->y + 16, panel = c->layout.narrow ? PANEL_NARROW : PANEL_WIDE;
    double top = y + BAR + 16, h = c->y + c->h - top - FOOT;
    draw_bar(c, &shelf, y);
    board_list_draw(c, &shelf, c->x, top, c->w - panel - GAP, h);
    board_panel_draw(c, &shelf, c->x + c->w - panel, top, panel, h);
}
