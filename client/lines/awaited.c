#include "lines/awaited.h"

#include <string.h>

static bool shows_view(const struct view *a, const struct view *b)
{
    return a->targets == b->targets && a->by_average == b->by_average && a->focus == b->focus &&
           a->page == b->page && a->note == b->note && a->finding == b->finding &&
           a->action == b->action && a->ballot == b->ballot && a->sight == b->sight &&
           a->then == b->then && a->larger == b->larger && a->blank == b->blank &&
           a->frozen == b->frozen;
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

/* An action of that text: one's own that waits, or one that can be read. */
static bool shows_action(const struct room *room, const struct action_change *c)
{
    for (action_id a = 1; a <= ACTIONS_MAX; a++)
        if ((room->actions[a].revision &&
             strcmp(room->actions[a].content.text, c->content.text) == 0) ||
            (room->own_actions[a].proposed &&
             strcmp(room->own_actions[a].content.text, c->content.text) == 0))
            return true;
    return false;
}

/* It is not as it was seen any more. */
static bool shows_change(const struct room *room, const struct action_change *c)
{
    return (room->actions[c->action].revision &&
            room->actions[c->action].revision != c->revision) ||
           (room->own_actions[c->action].revision &&
            room->own_actions[c->action].revision != c->revision);
}

static bool shows_ballot(const struct room *room, const struct ballot_content *content)
{
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++)
        if (room->ballots[b].state != BALLOT_NONE &&
            room->ballots[b].content.again == content->again &&
            strcmp(room->ballots[b].content.question, content->question) == 0)
            return true;
    return false;
}

static bool shows_people(const struct room *room, const struct seat_change *c)
{
    return c->seat == room->me.seat ? room->me.people == c->people
                                    : room->seats[c->seat].people == c->people;
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

/* Somebody's own role: the card is there too, by which the next line can be answered. */
static bool shows_play(const struct room *room, const struct play_change *c)
{
    const struct character_item *role = &room->characters[c->character];
    if (room->me.role != ROLE_FACILITATOR)
        return (room_own_character(room) == c->character) == c->on;
    return c->on ? role->player == c->seat : c->scripted ? !role->scripted : !role->played;
}

/* A step, and a moment that is called up again, leave no trace that could be waited for. */
static bool shows_conduct(const struct room *room, const struct conduct_change *c)
{
    switch ((enum conduct)c->what) {
    case CONDUCT_PAUSE:
    case CONDUCT_GO_ON:
        return room->conducting.paused == (c->what == CONDUCT_PAUSE);
    case CONDUCT_PACE:
        return room->conducting.pace == c->value;
    case CONDUCT_CALL:
        return room->conducting.moment == c->value;
    case CONDUCT_STEP:
    case CONDUCT_COUNT:
        break;
    }
    return true;
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
        return shows_action(room, &to->action);
    case COMMAND_CHANGE_ACTION:
        return shows_change(room, &to->action);
    case COMMAND_SET_ACTION:
        return room->actions[to->action.action].state == to->action.state;
    case COMMAND_MERGE_ACTION:
        return room->actions[to->action.action].merged == to->action.other;
    case COMMAND_ADD_BALLOT:
        return shows_ballot(room, &to->ballot.content);
    case COMMAND_CHANGE_BALLOT:
    case COMMAND_REMOVE_BALLOT:
        return room->ballots[to->ballot.ballot].revision != to->ballot.revision;
    case COMMAND_SET_BALLOT:
        return room->ballots[to->ballot_set.ballot].state == to->ballot_set.state;
    case COMMAND_SHARE_SEAT:
        return shows_people(room, &to->seat);
    case COMMAND_SET_PRIORITIES:
        return room->priorities.revision != to->priorities.revision;
    case COMMAND_REMOVE_REVIEW:
        return !room->reviews[to->review.review].day;
    case COMMAND_PLAY:
        return shows_play(room, &to->play);
    case COMMAND_CONDUCT:
        return shows_conduct(room, &to->conduct);
    case COMMAND_UNDO:
        return room->undo.undo != to->undo.serial;
    case COMMAND_REDO:
        return room->undo.redo != to->undo.serial;
    default:
        return true;
    }
}
