#include <string.h>

#include "base/text.h"
#include "screen/notes.h"
#include "screen/task.h"

static const struct agenda_step *step_here(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    if (room->place.item == 0 || room->place.step < 1 || room->place.step > item->step_count)
        return NULL;
    return &item->steps[room->place.step - 1];
}

uint8_t notes_board(const struct screens *s)
{
    const struct agenda_step *step = step_here(s->sight.room);
    if (s->notes.chosen)
        return s->notes.chosen;
    if (!step || step->stage != STAGE_BOARD || step->subject > BOARDS_MAX)
        return 0;
    return step->subject;
}

bool notes_for_groups(const struct screens *s, uint8_t board)
{
    const struct agenda_step *step = step_here(s->sight.room);
    note_id stays = s->notes.stays;
    if (stays && s->sight.room->notes[stays].board == board &&
        writing_has(&s->notes.suggestions[stays]))
        return true;
    return step && step->stage == STAGE_BOARD && step->subject == board &&
           (step->how == HOW_TWOS_THREES || step->how == HOW_GROUPS);
}

/* The note that is answered to, where one is. */
static note_id parent_of(const struct screens *s, uint8_t board)
{
    return notes_for_groups(s, board) && !s->notes.anew[board] ? s->notes.parent[board] : 0;
}

struct edit *notes_in_hand(struct screens *s, uint8_t board)
{
    if (s->notes.changing[board])
        return &s->notes.change[board];
    note_id parent = parent_of(s, board);
    return parent ? &s->notes.suggestions[parent] : &s->notes.fresh[board];
}

note_id notes_parent(const struct screens *s, uint8_t board)
{
    return s->notes.changing[board] ? 0 : parent_of(s, board);
}

static bool is_changed(const struct screens *s, unsigned board)
{
    note_id changing = s->notes.changing[board];
    return changing &&
           strcmp(s->notes.change[board].text, s->sight.room->own_notes[changing].text) != 0;
}

bool notes_is_unsent(const struct screens *s)
{
    uint8_t board = s->notes.board;
    note_id parent = parent_of(s, board);
    if (!board)
        return false;
    if (s->notes.changing[board])
        return is_changed(s, board);
    return writing_has(parent ? &s->notes.suggestions[parent] : &s->notes.fresh[board]);
}

void notes_stay(struct screens *s)
{
    struct notes_form *notes = &s->notes;
    uint8_t board = notes->board;
    notes->stays = 0;
    if (s->under != SCREEN_NOTES || !board)
        return;
    if (notes->writing_to && writing_has(&notes->suggestions[notes->writing_to]))
        notes->stays = notes->writing_to;
    else if (!notes->writing_to && writing_has(&notes->fresh[board]))
        notes->anew[board] = true;
}

bool notes_are_unsent(const struct screens *s)
{
    const struct notes_form *notes = &s->notes;
    for (unsigned board = 1; board <= BOARDS_MAX; board++)
        if (writing_has(&notes->fresh[board]) || is_changed(s, board))
            return true;
    for (unsigned note = 1; note <= NOTES_MAX; note++)
        if (writing_has(&notes->suggestions[note]))
            return true;
    for (unsigned i = 0; i < RETURNED_MAX; i++)
        if (notes->returned[i].change.board)
            return true;
    return false;
}

static void send_change(struct screens *s, uint8_t board, const char *text)
{
    struct command *command = screen_command(s, COMMAND_EDIT_NOTE);
    if (!command)
        return;
    command->change.note.note = s->notes.changing[board];
    command->change.note.board = board;
    command->change.note.revision = s->notes.revision[board];
    text_copy(command->change.note.text, NOTE_SIZE, text);
    notes_leave_change(s, board);
}

static void send_new(struct screens *s, uint8_t board, const char *text)
{
    struct command *command = screen_command(s, COMMAND_ADD_NOTE);
    if (!command)
        return;
    struct note_change *note = &command->change.note;
    note->board = board;
    note->parent = parent_of(s, board);
    note->heading =
        note->parent ? s->sight.room->notes[note->parent].heading : s->notes.heading[board];
    text_copy(note->text, NOTE_SIZE, text);
    if (s->notes.sign[board])
        text_copy(note->by, NAME_SIZE, s->sight.room->me.name);
    edit_set(notes_in_hand(s, board), "");
    s->notes.sign[board] = false;
    s->notes.top = 0;
}

bool notes_send(struct screens *s, uint8_t board)
{
    char text[NOTE_SIZE];
    switch (writing_take(text, notes_in_hand(s, board))) {
    case TEXT_FINE:
        break;
    case TEXT_LONG:
        screens_say(s, word(WORD_TASK_LONG), s->sight.now_ms);
        return false;
    default:
        return false;
    }
    if (s->notes.changing[board])
        send_change(s, board, text);
    else
        send_new(s, board, text);
    return true;
}

void notes_change(struct screens *s, note_id note)
{
    const struct own_note_item *own = &s->sight.room->own_notes[note];
    struct notes_form *notes = &s->notes;
    if (notes->changing[own->board] != note) {
        notes->changing[own->board] = note;
        notes->revision[own->board] = own->revision;
        edit_set(&notes->change[own->board], own->text);
    }
    ui_focus(&s->ui, ui_id_of("note", 0));
}

void notes_leave_change(struct screens *s, uint8_t board)
{
    s->notes.changing[board] = 0;
    edit_set(&s->notes.change[board], "");
}

void notes_take_back(struct screens *s, note_id note)
{
    uint8_t board = s->sight.room->own_notes[note].board;
    struct command *command = screen_command(s, COMMAND_REMOVE_NOTE);
    if (!command)
        return;
    command->change.note.note = note;
    if (s->notes.changing[board] == note)
        notes_leave_change(s, board);
}

/* Puts a text where it was written, and what was there in its stead into `change`. */
static void exchange(struct screens *s, struct note_change *change)
{
    struct notes_form *notes = &s->notes;
    uint8_t board = change->board;
    struct edit *edit = change->parent ? &notes->suggestions[change->parent] : &notes->fresh[board];
    char instead[NOTE_SIZE];
    text_copy(instead, sizeof instead, edit->text);
    edit_set(edit, change->text);
    text_copy(change->text, NOTE_SIZE, instead);
    notes->sign[board] = change->by[0] != '\0';
    if (!change->parent)
        notes->heading[board] = change->heading;
    change->by[0] = '\0';
}

void notes_take_up(struct screens *s, unsigned which)
{
    struct returned_note *returned = &s->notes.returned[which];
    struct note_change *change = &returned->change;
    uint8_t board = change->board;
    notes_leave_change(s, board);
    if (notes_for_groups(s, board)) {
        s->notes.anew[board] = !change->parent;
        s->notes.parent[board] = change->parent ? change->parent : s->notes.parent[board];
    }
    exchange(s, change);
    returned->refusal = REFUSAL_NONE;
    if (!change->text[strspn(change->text, " ")])
        *returned = (struct returned_note){0};
    ui_focus(&s->ui, ui_id_of("note", 0));
}

/* Brings the person back to it, unless they are in the middle of something else. */
static void show_again(struct screens *s, uint8_t board)
{
    if (task_is_in_hand(s))
        return;
    s->notes.chosen = notes_board(s) == board ? s->notes.chosen : board;
    screen_go(s, SCREEN_NOTES);
}

void notes_came_back(struct screens *s, const struct note_change *change, enum refusal refusal)
{
    struct notes_form *notes = &s->notes;
    uint8_t board = change->board;
    show_again(s, board);
    if (change->note) { /* a change of an own note */
        if (!notes->changing[board]) {
            notes->changing[board] = change->note;
            notes->revision[board] = s->sight.room->own_notes[change->note].revision;
            edit_set(&notes->change[board], change->text);
            return;
        }
    } else {
        struct note_change back = *change;
        const struct edit *edit =
            change->parent ? &notes->suggestions[change->parent] : &notes->fresh[board];
        if (!writing_has(edit)) {
            exchange(s, &back);
            return;
        }
    }
    for (unsigned i = 0; i < RETURNED_MAX; i++) {
        if (notes->returned[i].change.board)
            continue;
        notes->returned[i].refusal = (uint8_t)refusal;
        notes->returned[i].change = *change;
        notes->returned[i].change.note = 0; /* taken up again as one that is new */
        return;
    }
}
