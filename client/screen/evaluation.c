#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/task.h"
#include "screen/writing.h"

enum { VALUES = 3, CHOICE = 156, CHOICE_GAP = 8, ROW = 60, COMMENTS_SHOWN = 3, END = 656 };

static uint8_t within(unsigned n, unsigned most)
{
    return (uint8_t)(n < most ? n : most);
}

static const struct agenda_item *item_here(const struct screens *s)
{
    return &s->sight.room->items[s->sight.room->place.item];
}

/* The item whose objectives are looked at again: the step's subject, else the item itself. Who is
 * still at it when the room goes on answers about the same ones. */
static uint8_t objectives_of(const struct screens *s)
{
    const struct room *room = s->sight.room;
    bool here = room_stage(room) == STAGE_EVALUATION;
    uint8_t subject = here ? item_here(s)->steps[room->place.step - 1].subject : s->evaluation.item;
    return subject && subject <= AGENDA_MAX ? subject : room->place.item;
}

static uint8_t objective_count(const struct screens *s)
{
    return within(s->sight.room->items[objectives_of(s)].objective_count, OBJECTIVES_MAX);
}

static bool is_asked(const struct screens *s)
{
    return s->sight.room->rounds[SLIP_OBJECTIVE].state == ROUND_OPEN;
}

/* The personal board of this item, else any that is open; 0: none. */
static uint8_t comments(const struct screens *s)
{
    const struct agenda_item *item = item_here(s);
    const struct board_item *boards = s->sight.room->boards;
    for (unsigned i = 0; i < item->step_count; i++) {
        uint8_t subject = item->steps[i].subject;
        if (item->steps[i].stage == STAGE_BOARD && subject <= BOARDS_MAX &&
            boards[subject].content.personal && boards[subject].state == BOARD_OPEN)
            return subject;
    }
    for (uint8_t board = 1; board <= BOARDS_MAX; board++)
        if (boards[board].content.personal && boards[board].state == BOARD_OPEN)
            return board;
    return 0;
}

bool evaluation_is_open(const struct screens *s)
{
    return is_asked(s) || comments(s);
}

/* ---- how things stand ---- */

/* One's own comment under a heading, as it was sent: what is on its way, else what is there. Gives
 * its note too, 0 for one that has no number yet. */
static const char *sent_comment(const struct screens *s, uint8_t board, unsigned heading,
                                note_id *note, bool *moving)
{
    const struct room *room = s->sight.room;
    const char *text = "";
    *note = 0;
    *moving = false;
    for (note_id i = 1; i <= NOTES_MAX; i++) {
        const struct own_note_item *own = &room->own_notes[i];
        if (own->state && own->state != NOTE_REMOVED && own->board == board &&
            own->heading == heading) {
            *note = i;
            text = own->text;
        }
    }
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++) {
        const struct note_change *change = &command->change.note;
        bool added = command->kind == COMMAND_ADD_NOTE && change->board == board &&
                     change->heading == heading;
        bool own = *note && change->note == *note &&
                   (command->kind == COMMAND_EDIT_NOTE || command->kind == COMMAND_REMOVE_NOTE);
        if (!added && !own)
            continue;
        *moving = true;
        text = command->kind == COMMAND_REMOVE_NOTE ? "" : change->text;
    }
    return text;
}

static bool is_comment_unsent(const struct screens *s, uint8_t board, unsigned heading)
{
    note_id note;
    bool moving;
    const struct edit *comment = &s->evaluation.comment[heading];
    const char *sent = sent_comment(s, board, heading, &note, &moving);
    return s->evaluation.touched[heading] && (writing_has(comment) || sent[0]) &&
           strcmp(comment->text, sent) != 0;
}

static uint8_t value_of(const struct screens *s, unsigned objective)
{
    uint8_t value = s->evaluation.value[objective];
    return value ? value : task_own_slip(s, SLIP_OBJECTIVE, objective);
}

static unsigned count_answered(const struct screens *s)
{
    unsigned answered = 0;
    for (unsigned i = 1; i <= objective_count(s); i++)
        answered += value_of(s, i) != 0;
    return answered;
}

bool evaluation_is_unsent(const struct screens *s)
{
    uint8_t board = comments(s);
    for (unsigned i = 1; is_asked(s) && i <= objective_count(s); i++)
        if (s->evaluation.value[i] && s->evaluation.value[i] != task_own_slip(s, SLIP_OBJECTIVE, i))
            return true;
    for (unsigned heading = 1; board && heading <= HEADINGS_MAX; heading++)
        if (is_comment_unsent(s, board, heading))
            return true;
    return false;
}

bool evaluation_is_answered(const struct screens *s)
{
    uint8_t board = comments(s);
    for (unsigned i = 1; is_asked(s) && i <= objective_count(s); i++)
        if (task_own_slip(s, SLIP_OBJECTIVE, i))
            return true;
    for (unsigned heading = 1; board && heading <= HEADINGS_MAX; heading++) {
        note_id note;
        bool moving;
        if (sent_comment(s, board, heading, &note, &moving)[0])
            return true;
    }
    return false;
}

static bool wanted(const struct screens *s)
{
    return task_screen(s) == SCREEN_EVALUATION && !evaluation_is_answered(s);
}

/* ---- sending ---- */

static void send_comment(struct screens *s, uint8_t board, unsigned heading)
{
    note_id note;
    bool moving;
    char text[NOTE_SIZE];
    sent_comment(s, board, heading, &note, &moving);
    enum text_fault fault = writing_take(text, &s->evaluation.comment[heading]);
    if (fault == TEXT_LONG || fault == TEXT_NOT_UTF8 || (fault == TEXT_EMPTY && !note))
        return;
    struct command *command = screen_command(s, !note                 ? COMMAND_ADD_NOTE
                                                : fault == TEXT_EMPTY ? COMMAND_REMOVE_NOTE
                                                                      : COMMAND_EDIT_NOTE);
    if (!command)
        return;
    struct note_change *change = &command->change.note;
    change->note = note;
    change->board = board;
    change->heading = (uint8_t)heading;
    change->revision = note ? s->sight.room->own_notes[note].revision : 0;
    text_copy(change->text, NOTE_SIZE, text);
    s->evaluation.touched[heading] = false;
}

/* A comment whose last form is still on its way waits for that: it could not be named yet. */
static void send(struct screens *s)
{
    uint8_t board = comments(s);
    for (uint8_t i = 1; is_asked(s) && i <= objective_count(s); i++)
        if (s->evaluation.value[i] && task_fill_slip(s, SLIP_OBJECTIVE, i, s->evaluation.value[i]))
            s->evaluation.value[i] = 0;
    for (unsigned heading = 1; board && heading <= HEADINGS_MAX; heading++) {
        note_id note;
        bool moving;
        sent_comment(s, board, heading, &note, &moving);
        if (is_comment_unsent(s, board, heading) && !moving)
            send_comment(s, board, heading);
    }
    if (evaluation_is_unsent(s))
        screens_say(s, word(WORD_TASK_STILL), s->sight.now_ms);
    else
        screen_go(s, SCREEN_WAITING);
}

/* ---- drawing ---- */

/* In the middle of its row; a long one is smaller. */
static void draw_objective(struct screens *s, const char *text, double y, double w)
{
    struct type type = REGULAR(20);
    struct type_lines lines;
    type_wrap(&lines, s->list->metrics, s->list->u, type, w, 2, WRAP_BALANCED, text);
    if (lines.ellipsis) {
        type = REGULAR(16);
        type_wrap(&lines, s->list->metrics, s->list->u, type, w, 2, WRAP_BALANCED, text);
    }
    double h = lines.count * type_line(type.size);
    draw_paragraph(s->list, SCREEN_LEFT, y + (56 - h) / 2, w, 2, type, ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, text);
}

static double run_objectives(struct screens *s, double y)
{
    static const enum word names[VALUES] = {WORD_TASK_MET, WORD_TASK_MOSTLY, WORD_TASK_NOT_YET};
    const struct agenda_item *item = &s->sight.room->items[objectives_of(s)];
    double left = SCREEN_RIGHT - VALUES * (CHOICE + CHOICE_GAP) + CHOICE_GAP;
    for (unsigned i = 1; i <= objective_count(s); i++, y += ROW) {
        draw_objective(s, item->objectives[i - 1], y, left - SCREEN_LEFT - 32);
        ui_group(&s->ui, ui_id_of("objective-row", (int)i), 0);
        for (uint8_t value = 1; value <= VALUES; value++)
            if (button_choice(&s->ui, ui_id_of("objective", (int)(i * 10 + value)),
                              left + (value - 1) * (CHOICE + CHOICE_GAP), y + 4, CHOICE, 48,
                              word(names[value - 1]), NULL, value_of(s, i) == value))
                s->evaluation.value[i] = value;
        ui_group_end(&s->ui);
    }
    return y;
}

/* An untouched comment shows what was sent; one being written stays as it is. */
static void run_comments(struct screens *s, uint8_t board, double y)
{
    const struct board_content *content = &s->sight.room->boards[board].content;
    unsigned count = within(content->heading_count, COMMENTS_SHOWN);
    if (s->evaluation.board != board)
        memset(s->evaluation.touched, 0, sizeof s->evaluation.touched);
    s->evaluation.board = board;
    double w = (SCREEN_WIDTH - 24.0 * (count - 1)) / count;
    for (unsigned heading = 1; heading <= count; heading++) {
        struct edit *edit = &s->evaluation.comment[heading];
        note_id note;
        bool moving;
        const char *sent = sent_comment(s, board, heading, &note, &moving);
        if (!s->evaluation.touched[heading] && strcmp(edit->text, sent) != 0)
            edit_set(edit, sent);
        struct writing writing = {.label = content->headings[heading - 1],
                                  .x = SCREEN_LEFT + (heading - 1) * (w + 24),
                                  .y = y,
                                  .w = w,
                                  .h = END - y};
        enum field_result result = writing_run(s, ui_id_of("comment", (int)heading), edit, writing);
        s->evaluation.touched[heading] |= strcmp(edit->text, sent) != 0;
        if (result == FIELD_ENTERED)
            ui_focus(&s->ui, ui_id_of(heading < count ? "comment" : "send",
                                      heading < count ? (int)heading + 1 : 0));
    }
}

static void draw(struct screens *s)
{
    uint8_t board = comments(s), count = objective_count(s);
    bool asked = is_asked(s) && count, here = task_screen(s) == SCREEN_EVALUATION;
    if (s->evaluation.item != objectives_of(s))
        memset(s->evaluation.value, 0, sizeof s->evaluation.value);
    s->evaluation.item = objectives_of(s);
    screen_body(s);
    double y = writing_title(s, word(asked ? WORD_TASK_EVALUATION : WORD_TASK_EVALUATION_BOARD),
                             here ? writing_ask(s->sight.room) : "");
    if (s->entered)
        ui_focus(&s->ui, asked ? ui_id_of("objective", 10 + (value_of(s, 1) ? value_of(s, 1) : 1))
                               : ui_id_of("comment", 1));
    if (asked)
        y = run_objectives(s, y + 12);
    if (board)
        run_comments(s, board, y + 16);
    if (!asked && !board)
        draw_text(s->list, SCREEN_LEFT, y + 24, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_TASK_EVALUATION_CLOSED));
    char answered[SCREEN_TEXT_SIZE];
    snprintf(answered, sizeof answered, word(WORD_TASK_ANSWERED), count_answered(s), count);
    screen_footer(s, asked ? answered : board ? word(WORD_TASK_FOOT_PERSONAL) : NULL);
    double right = SCREEN_RIGHT;
    struct button button = {
        .kind = BUTTON_PRIMARY,
        .text = word(evaluation_is_answered(s) ? WORD_TASK_SEND_CHANGES : WORD_TASK_SEND_ANSWERS),
        .off = !evaluation_is_unsent(s)};
    if (screen_foot_button(s, "send", &right, button))
        send(s);
    task_run_back(s, SCREEN_EVALUATION, &right);
    screen_header_here(s);
}

const struct screen screen_evaluation = {SCREEN_EVALUATION, false, wanted, draw};
