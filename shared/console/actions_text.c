/* What is said of an action, in the words of its list, its panel and the queue. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "phrase/phrase.h"

void action_state_text(char to[ACTION_TEXT_SIZE], const struct action_item *action)
{
    static const enum word states[ACTION_STATE_COUNT] = {
        [ACTION_OWN] = WORD_ACTIONS_IS_OWN,           [ACTION_WAITING] = WORD_ACTIONS_IS_WAITING,
        [ACTION_PROPOSED] = WORD_ACTIONS_IS_PROPOSED, [ACTION_ADOPTED] = WORD_ACTIONS_IS_AGREED,
        [ACTION_PARKED] = WORD_ACTIONS_IS_PARKED,
    };
    static const enum word progress[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_ACTIONS_NOT_BEGUN,
        [PROGRESS_UNDER_WAY] = WORD_ACTIONS_UNDER_WAY,
        [PROGRESS_DONE] = WORD_ACTIONS_DONE,
        [PROGRESS_DROPPED] = WORD_ACTIONS_DROPPED,
    };
    bool adopted = action->state == ACTION_ADOPTED;
    const char *state = word(action->merged    ? WORD_ACTIONS_IS_PART
                             : action->earlier ? WORD_ACTIONS_IS_EARLIER
                                               : states[action->state]);
    if (adopted && !action->merged && (action->earlier || action->progress != PROGRESS_NOT_BEGUN))
        snprintf(to, ACTION_TEXT_SIZE, "%s, %s", state, word(progress[action->progress]));
    else
        snprintf(to, ACTION_TEXT_SIZE, "%s", state);
}

void action_seat_text(char to[ACTION_TEXT_SIZE], const struct room *room, seat_id seat)
{
    const struct seat_item *item = &room->seats[seat];
    const char *school = room->schools[item->school].name;
    snprintf(to, ACTION_TEXT_SIZE, "%s%s%s",
             item->name[0] ? item->name : word(WORD_CONSOLE_SOMEBODY), school[0] ? ", " : "",
             school);
}

void action_owner_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                       const struct action_content *content)
{
    to[0] = '\0';
    if (content->owner == OWNER_SEAT && content->owner_seat <= SEATS_MAX &&
        room->seats[content->owner_seat].role != ROLE_NONE)
        action_seat_text(to, room, content->owner_seat);
    else if (content->owner == OWNER_SCHOOL && content->owner_school <= SCHOOLS_MAX)
        text_copy(to, ACTION_TEXT_SIZE, room->schools[content->owner_school].name);
    else if (content->owner != OWNER_NOBODY)
        text_copy(to, ACTION_TEXT_SIZE,
                  content->owner_name[0] ? content->owner_name : word(WORD_CONSOLE_SOMEBODY));
}

void action_condition_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                           condition_id condition)
{
    to[0] = '\0';
    if (condition && condition <= CONDITIONS_MAX)
        snprintf(to, ACTION_TEXT_SIZE, "%u %s", condition, room->conditions[condition].name);
}

unsigned action_priority(const struct room *room, condition_id condition)
{
    for (unsigned i = 0; condition && i < room->priorities.count && i < PRIORITIES_MAX; i++)
        if (room->priorities.list[i].condition == condition)
            return i + 1;
    return 0;
}

/* A finding as it is told: the facilitator's words, else its heading and condition. */
static void finding_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                         const struct action_content *content)
{
    char condition[ACTION_TEXT_SIZE];
    unsigned kind = content->source_a, number = content->source_b;
    bool known = kind < FINDING_COUNT && number <= CONDITIONS_MAX;
    const char *own = known ? room->findings[kind][number].text : "";
    if (!known || own[0]) {
        text_copy(to, ACTION_TEXT_SIZE, own);
        return;
    }
    action_condition_text(condition, room, kind == FINDING_ADDED ? 0 : (condition_id)number);
    snprintf(to, ACTION_TEXT_SIZE, "%s%s%.600s", phrase_head(room, (enum finding_kind)kind),
             condition[0] ? ", " : "", condition);
}

void action_source_text(char to[ACTION_TEXT_SIZE], const struct room *room,
                        const struct action_content *content)
{
    char from[ACTION_TEXT_SIZE];
    to[0] = '\0';
    switch (content->source) {
    case SOURCE_NOTE:
        text_copy(from, sizeof from,
                  content->source_a <= NOTES_MAX ? room->notes[content->source_a].text : "");
        snprintf(to, ACTION_TEXT_SIZE, word(WORD_ACTIONS_FROM_NOTE), from);
        break;
    case SOURCE_FINDING:
        finding_text(from, room, content);
        snprintf(to, ACTION_TEXT_SIZE, word(WORD_ACTIONS_FROM_FINDING), from);
        break;
    case SOURCE_IDEA:
        action_condition_text(from, room, content->source_a);
        snprintf(to, ACTION_TEXT_SIZE, word(WORD_ACTIONS_FROM_IDEA), from);
        break;
    default:
        break;
    }
}

action_id console_action_from(const struct console *c, enum source_kind source, uint16_t a,
                              uint8_t b)
{
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &c->sight.room->actions[i];
        if (action->revision && action->content.source == source && action->content.source_a == a &&
            action->content.source_b == b)
            return (action_id)i;
    }
    return 0;
}
