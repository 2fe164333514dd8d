#include "rehearse/parts.h"

#include "base/day.h"
#include "base/text.h"

#include <string.h>

/* Actions: proposed, supported, and taken on or not. */

void deed_propose_text(const struct player *p, const struct room *room,
                       const struct rehearsal_proposal *proposal, struct command *command)
{
    struct action_change *change = &command->change.action;
    struct action_content *content = &change->content;
    command->kind = COMMAND_ADD_ACTION;
    change->state = ACTION_WAITING;
    change->sure = true;
    content->condition =
        proposal->condition <= room->workshop.condition_count ? proposal->condition : 0;
    content->level = proposal->level;
    content->school = proposal->level == ACTION_LEVEL_SCHOOL ? room->me.school : 0;
    content->due = proposal->by && room->workshop.day + proposal->by <= DAY_LAST
                       ? room->workshop.day + proposal->by
                       : 0;
    /* who is keen says at once that they will see to it */
    content->owner = p->temperament == TEMPERAMENT_KEEN ? OWNER_SEAT : OWNER_NOBODY;
    content->owner_seat = content->owner == OWNER_SEAT ? room->me.seat : 0;
    text_copy(content->text, NOTE_SIZE, proposal->what);
    text_copy(content->measure, NOTE_SIZE, proposal->know);
}

/* It stands there already, whoever proposed it: a seat may come back after all. */
static bool is_proposed(const struct room *room, const char *text)
{
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        const struct own_action_item *own = &room->own_actions[a];
        if ((room->actions[a].revision && strcmp(room->actions[a].content.text, text) == 0) ||
            (own->proposed && strcmp(own->content.text, text) == 0))
            return true;
    }
    return false;
}

bool deed_propose(const struct player *p, const struct room *room, struct act *act)
{
    for (uint8_t i = 0; p->role && i < p->role->propose_count; i++) {
        const struct rehearsal_proposal *proposal = &p->role->proposes[i];
        if (player_has_done(p, DOING_PROPOSE, i) || is_proposed(room, proposal->what))
            continue;
        deed_propose_text(p, room, proposal, &act->command);
        act->subject = i;
        act->once = true;
        return true;
    }
    return false;
}

/* What helps a condition that somebody favours is rarely passed over. */
static bool would_support(const struct player *p, const struct action_content *content,
                          action_id action)
{
    unsigned percent = p->role ? temper_of(p->temperament)->supports : 25;
    for (unsigned i = 0; p->role && content->condition && i < p->role->vote_count; i++)
        if (p->role->votes[i] == content->condition)
            percent += 40;
    return player_would(p, DOING_SUPPORT, action, (uint8_t)(percent > 95 ? 95 : percent));
}

bool deed_support(const struct player *p, const struct room *room, struct act *act)
{
    if (room->me.role != ROLE_ROOM && room->me.role != ROLE_SCHOOL)
        return false;
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        const struct action_item *item = &room->actions[a];
        if (!item->revision || item->merged || item->state != ACTION_PROPOSED ||
            room->own_actions[a].supported || room->own_actions[a].proposed ||
            player_has_done(p, DOING_SUPPORT, a) || !would_support(p, &item->content, a))
            continue;
        act->command.kind = COMMAND_SUPPORT_ACTION;
        act->command.change.action.action = a;
        act->command.change.action.on = true;
        act->subject = a;
        return true;
    }
    return false;
}

/* Asked to see something through, somebody says yes or no. */
bool deed_accept(const struct player *p, const struct room *room, struct act *act)
{
    for (action_id a = 1; a <= ACTIONS_MAX && p->role; a++) {
        const struct action_item *item = &room->actions[a];
        if (!room->own_actions[a].asked || !item->revision || item->accepted || item->declined ||
            player_has_done(p, DOING_ACCEPT, a))
            continue;
        act->command.kind = COMMAND_ACCEPT_ACTION;
        act->command.change.action.action = a;
        act->command.change.action.revision = item->revision;
        act->command.change.action.on =
            player_would(p, DOING_ACCEPT, a, temper_of(p->temperament)->accepts);
        act->subject = a;
        return true;
    }
    return false;
}
