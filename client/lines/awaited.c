#include "lines/awaited.h"

#include <string.h>

static bool shows_view(const struct view *a, const struct view *b)
{
    return a->targets == b->targets && a->by_average == b->by_average && a->focus == b->focus &&
           a->page == b->page && a->note == b->note && a->finding == b->finding &&
           a->larger == b->larger && a->blank == b->blank && a->frozen == b->frozen;
}

/* A note of that text: one's own, or one that can be read. What the facilitator writes onto a
 * personal board comes back to nobody before that is closed. */
static bool shows_note(const struct room *room, const struct note_change *c)
{
    bool facilitator = room->me.role == ROLE_FACILITATOR;
    if (facilitator && c->board <= BOARDS_MAX && room->boards[c->board].content.personal)
        return true;
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if ((facilitator
                 ? room->notes[n].state != NOTE_NONE && strcmp(room->notes[n].text, c->text) == 0
                 : room->own_notes[n].state != NOTE_NONE &&
                       strcmp(room->own_notes[n].text, c->text) == 0))
            return true;
    return false;
}

static bool shows_action(const struct room *room, const struct action_change *c)
{
    for (action_id a = 1; a <= ACTIONS_MAX; a++)
        if (room->actions[a].content.school &&
            strcmp(room->actions[a].content.text, c->content.text) == 0)
            return true;
    return false;
}

static bool shows_wording(const struct room *room, const struct finding_change *c)
{
    const struct finding_item *of_kind = room->findings[FINDING_ADDED];
    if (c->kind != FINDING_ADDED || c->number)
        return strcmp(room->findings[c->kind][c->number].text, c->text) == 0;
    for (unsigned n = 1; n <= ADDED_MAX; n++)
        if (strcmp(of_kind[n].text, c->text) == 0)
            return true;
    return false;
}

/* Numbers in these commands are such as the forms let through: they have their place. */
bool lines_room_shows(const struct room *room, const struct command *c)
{
    const union change *to = &c->change;
    switch (c->kind) {
    case COMMAND_PLACE_SEAT:
        return to->seat.seat != room->me.seat || to->seat.school == room->me.school;
    case COMMAND_GO:
        return to->place.item == room->place.item && to->place.step == room->place.step;
    case COMMAND_LOOK:
        return shows_view(&to->view, &room->view);
    case COMMAND_ADD_SCHOOL:
    case COMMAND_RENAME_SCHOOL:
        return room_find_school(room, to->school.name) != 0;
    case COMMAND_SET_BOARD:
        return room->boards[to->board_set.board].state == to->board_set.state &&
               room->boards[to->board_set.board].held == to->board_set.held;
    case COMMAND_ADD_NOTE:
    case COMMAND_EDIT_NOTE:
        return shows_note(room, &to->note);
    case COMMAND_MOVE_NOTE:
    case COMMAND_MERGE_NOTE:
    case COMMAND_ASSIGN_NOTE:
        return room->notes[to->note.note].revision != to->note.revision;
    case COMMAND_CALL_ROUND:
        return to->round.state == ROUND_NONE ||
               (room->rounds[to->round.kind].subject == to->round.subject &&
                room->rounds[to->round.kind].state == to->round.state);
    case COMMAND_WORD_FINDING:
        return shows_wording(room, &to->finding);
    case COMMAND_SET_FINDING:
        return room->findings[to->finding.kind][to->finding.number].hidden == to->finding.hidden &&
               room->findings[to->finding.kind][to->finding.number].for_la == to->finding.for_la;
    case COMMAND_ADD_ACTION:
    case COMMAND_CHANGE_ACTION:
        return shows_action(room, &to->action);
    case COMMAND_UNDO:
        return room->undo.undo != to->undo.serial;
    case COMMAND_REDO:
        return room->undo.redo != to->undo.serial;
    default:
        return true;
    }
}
