#include "screen/notes.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/task.h"

enum { LEFT_WIDTH = 508, RIGHT_X = 592, RIGHT_WIDTH = 476, END = 592, CARD = 96, PITCH = 108 };

static const struct board_item *board_of(const struct screens *s, uint8_t board)
{
    return &s->sight.room->boards[board];
}

/* Opens at a board's step, for everybody but the facilitator, who has the board itself. What was
 * being written when the board closed is not taken from sight. */
static bool wanted(const struct screens *s)
{
    uint8_t board = notes_board(s);
    if (s->notes.chosen || !board || !task_takes_part(s) ||
        room_stage(s->sight.room) != STAGE_BOARD)
        return false;
    bool caught = s->under == SCREEN_NOTES && s->notes.board == board && notes_is_unsent(s);
    return board_of(s, board)->state == BOARD_OPEN || caught;
}

/* ---- headings ---- */

static void choose_heading(struct screens *s, uint8_t board, uint8_t heading)
{
    s->notes.heading[board] = heading;
    ui_focus(&s->ui, ui_id_of("note", 0));
}

/* Up to three in a row, six in two; returns where what follows may begin. */
static double run_headings(struct screens *s, uint8_t board, double y)
{
    const struct board_content *content = &board_of(s, board)->content;
    unsigned count = content->heading_count;
    uint8_t *chosen = &s->notes.heading[board];
    if (*chosen < 1 || *chosen > count)
        *chosen = 1;
    if (count <= 1 || s->notes.changing[board])
        return y;
    unsigned columns = count <= 3 ? count : count == 4 ? 2 : 3;
    double h = count <= 3 ? 64 : 48;
    double w = (SCREEN_WIDTH - 14.0 * (columns - 1)) / columns;
    struct ui_style style = *s->ui.style;
    const struct ui_style *usual = s->ui.style;
    for (unsigned i = 0; i < count; i++) /* long ones are smaller, all alike */
        if (draw_width(s->list, SEMIBOLD(20), content->headings[i]) > w - 80)
            style.button_size = 16;
    s->ui.style = &style;
    ui_group(&s->ui, ui_id_of("headings", 0), (int)columns);
    for (unsigned i = 0; i < count; i++) {
        double x = SCREEN_LEFT + (i % columns) * (w + 14), top = y + i / columns * (h + 8);
        if (button_choice(&s->ui, ui_id_of("heading", (int)i), x, top, w, h, content->headings[i],
                          NULL, *chosen == i + 1))
            choose_heading(s, board, (uint8_t)(i + 1));
        if (ui_letter(&s->ui, (char)('1' + i), WITH_CONTROL))
            choose_heading(s, board, (uint8_t)(i + 1));
    }
    ui_group_end(&s->ui);
    s->ui.style = usual;
    return y + (count - 1) / columns * (h + 8) + h + 24;
}

/* ---- writing ---- */

static bool run_sign(struct screens *s, uint8_t board, double y)
{
    const char *name = s->sight.room->me.name;
    char text[SCREEN_TEXT_SIZE];
    if (s->notes.changing[board] || !name[0] || board_of(s, board)->content.personal)
        return false;
    snprintf(text, sizeof text, word(WORD_TASK_SIGN), name);
    if (writing_tick(s, ui_id_of("sign", 0), SCREEN_LEFT, y, LEFT_WIDTH, text,
                     s->notes.sign[board]))
        s->notes.sign[board] = !s->notes.sign[board];
    return true;
}

static void run_writing(struct screens *s, uint8_t board, double y)
{
    bool changing = s->notes.changing[board] != 0;
    struct writing writing = {.label = word(changing ? WORD_TASK_CHANGING : WORD_TASK_YOUR_NOTE),
                              .x = SCREEN_LEFT,
                              .y = y,
                              .w = LEFT_WIDTH,
                              .h = END - y,
                              .size = 28,
                              .paper = true};
    if (writing_run(s, ui_id_of("note", 0), notes_in_hand(s, board), writing) == FIELD_ENTERED)
        notes_send(s, board);
    run_sign(s, board, END + 16);
}

static void run_own(struct screens *s, uint8_t board, double y)
{
    struct draw_list *list = s->list;
    unsigned shown = (unsigned)((END + 64 - (y + 32) + PITCH - CARD) / PITCH);
    draw_text(list, RIGHT_X, y, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, word(WORD_TASK_OWN));
    if (notes_own(s, NULL, 0, 0, board, 0) == 0)
        draw_paragraph(list, RIGHT_X, y + 36, RIGHT_WIDTH, 3, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, word(WORD_TASK_OWN_NONE));
    notes_run_own(s, board, 0, RIGHT_X, y + 32, RIGHT_WIDTH, CARD, shown);
}

/* ---- a board that is not open ---- */

static void draw_shut(struct screens *s, uint8_t board, double y)
{
    bool closed = board_of(s, board)->state == BOARD_CLOSED;
    struct draw_list *list = s->list;
    draw_outline(list, SCREEN_LEFT, y, SCREEN_WIDTH, 88, 12, 2, TOKEN_LINE, TOKEN_SURFACE);
    draw_text(list, SCREEN_LEFT + 24, y + 14, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
              word(closed ? WORD_TASK_CLOSED : WORD_TASK_PREPARED));
    draw_text_within(list, SCREEN_LEFT + 24, y + 46, SCREEN_WIDTH - 48, REGULAR(16), ALIGN_LEFT,
                     TOKEN_INK2, word(closed ? WORD_TASK_CLOSED_MORE : WORD_TASK_PREPARED_MORE));
    struct edit *edit = notes_in_hand(s, board);
    if (writing_has(edit)) /* what was being written can still be read and copied out */
        writing_run(s, ui_id_of("note", 0), edit,
                    (struct writing){.label = word(WORD_TASK_UNSENT),
                                     .x = SCREEN_LEFT,
                                     .y = y + 120,
                                     .w = LEFT_WIDTH,
                                     .h = 232,
                                     .off = true});
}

/* ---- footer ---- */

static const char *sentence(const struct screens *s, uint8_t board)
{
    const struct board_item *item = board_of(s, board);
    if (item->state != BOARD_OPEN)
        return NULL;
    if (item->content.personal)
        return word(WORD_TASK_FOOT_PERSONAL);
    if (notes_for_groups(s, board))
        return word(WORD_TASK_FOOT_SHORT);
    if (s->notes.sign[board])
        return word(WORD_TASK_FOOT_SIGNED);
    return word(item->held ? WORD_TASK_FOOT_HELD : WORD_TASK_FOOT);
}

static void run_foot(struct screens *s, uint8_t board)
{
    bool open = board_of(s, board)->state == BOARD_OPEN, groups = notes_for_groups(s, board);
    bool changing = s->notes.changing[board] != 0;
    bool suggestion = groups && !s->notes.anew[board] && !changing;
    screen_footer(s, sentence(s, board));
    double right = SCREEN_RIGHT;
    struct button put = {.kind = BUTTON_PRIMARY, .off = !writing_has(notes_in_hand(s, board))};
    put.text = word(changing                               ? WORD_TASK_PUT_CHANGE
                    : suggestion                           ? WORD_TASK_PUT_SUGGESTION
                    : board_of(s, board)->content.personal ? WORD_TASK_PUT_PERSONAL
                                                           : WORD_TASK_PUT);
    if (suggestion && !s->notes.parent[board])
        put.off = true;
    if (open && screen_foot_button(s, "put", &right, put))
        notes_send(s, board);
    if (changing && screen_foot_button(
                        s, "leave-change", &right,
                        (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_TASK_LEAVE)}))
        notes_leave_change(s, board);
    if (open && groups && !changing &&
        screen_foot_button(
            s, "anew", &right,
            (struct button){
                .kind = BUTTON_SECONDARY,
                .text = word(s->notes.anew[board] ? WORD_TASK_TO_SUGGESTIONS : WORD_TASK_ANEW)})) {
        s->notes.anew[board] = !s->notes.anew[board];
        s->notes.top = 0;
    }
    if (!open && !s->notes.chosen && !vote_asks(s) &&
        screen_foot_button(
            s, "to-room", &right,
            (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_CLIENT_NODS_BACK)}))
        screen_go(s, SCREEN_WAITING);
    struct button back = {.kind = BUTTON_SECONDARY,
                          .text = word(vote_asks(s) ? WORD_PAPER_TO_VOTE : WORD_TASK_TO_ROOM)};
    if ((s->notes.chosen || vote_asks(s)) && !changing &&
        screen_foot_button(s, "to-room", &right, back))
        task_go(s);
}

/* An own note that has been put away while it was being changed: the words are kept as a new one.
 */
static void rescue(struct screens *s, uint8_t board)
{
    note_id changing = s->notes.changing[board];
    const struct own_note_item *own = &s->sight.room->own_notes[changing];
    if (!changing || board_of(s, board)->state != BOARD_OPEN ||
        (own->state && own->state != NOTE_REMOVED))
        return;
    struct note_change change = {.board = board, .heading = s->notes.heading[board]};
    text_copy(change.text, NOTE_SIZE, s->notes.change[board].text);
    notes_leave_change(s, board);
    notes_came_back(s, &change, REFUSAL_NONE);
    screens_say(s, word(WORD_TASK_GONE), s->sight.now_ms);
}

static void draw(struct screens *s)
{
    uint8_t board = notes_board(s);
    if (board != s->notes.board)
        s->notes.top = s->notes.to_top = 0;
    s->notes.board = board;
    rescue(s, board);
    screen_body(s);
    const struct board_content *content = &board_of(s, board)->content;
    double y =
        writing_title(s, content->question, s->notes.chosen ? "" : writing_ask(s->sight.room));
    bool open = board_of(s, board)->state == BOARD_OPEN;
    bool suggesting =
        open && notes_for_groups(s, board) && !s->notes.anew[board] && !s->notes.changing[board];
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("note", 0));
    if (!open) {
        draw_shut(s, board, y + 24);
    } else if (suggesting) {
        notes_run_group(s, board, y + 16);
    } else {
        y = run_headings(s, board, y + 16);
        run_writing(s, board, y + 8);
        run_own(s, board, y + 8);
    }
    run_foot(s, board);
    s->notes.writing_to = notes_parent(s, board);
    if (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0)) {
        if (s->notes.changing[board])
            notes_leave_change(s, board);
        else
            task_go(s);
    }
    screen_header_here(s);
}

const struct screen screen_notes = {SCREEN_NOTES, false, wanted, draw};
