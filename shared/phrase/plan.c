#include "phrase/plan.h"

#include <stddef.h>

int phrase_priority(const struct room *room, const struct action_item *action)
{
    const struct priorities_change *priorities = &room->priorities;
    for (int i = 0; i < priorities->count && action->content.condition; i++)
        if (priorities->list[i].condition == action->content.condition)
            return i + 1;
    return 0;
}

const char *phrase_owner(const struct room *room, const struct action_item *action)
{
    const struct action_content *content = &action->content;
    if (content->owner == OWNER_NOBODY || action->declined)
        return NULL;
    if (content->owner == OWNER_SCHOOL)
        return room->schools[content->owner_school].name;
    return content->owner_name[0] ? content->owner_name : NULL;
}

bool phrase_is_asked(const struct action_item *action)
{
    bool can_say = action->content.owner == OWNER_SEAT || action->content.owner == OWNER_SCHOOL;
    return can_say && !action->accepted && !action->declined && !action->earlier;
}

const char *phrase_level(const struct room *room, const struct action_item *action)
{
    const struct action_content *content = &action->content;
    if (content->level == ACTION_LEVEL_SCHOOL && content->school)
        return room->schools[content->school].name;
    return word(content->level == ACTION_LEVEL_SCHOOL ? WORD_PLANNED_LEVEL_SCHOOL
                : content->level == ACTION_LEVEL_LA   ? WORD_PLANNED_LEVEL_LA
                                                      : WORD_PLANNED_LEVEL_CLUSTER);
}

enum word phrase_status(const struct action_item *action)
{
    static const enum word progress[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_PLANNED_NOT_BEGUN,
        [PROGRESS_UNDER_WAY] = WORD_PLANNED_UNDER_WAY,
        [PROGRESS_DONE] = WORD_PLANNED_DONE,
        [PROGRESS_DROPPED] = WORD_PLANNED_DROPPED,
    };
    if (action->state == ACTION_PROPOSED)
        return WORD_PLANNED_PROPOSED;
    if (action->state == ACTION_PARKED)
        return WORD_PLANNED_IS_PARKED;
    if (!action->earlier && action->progress == PROGRESS_NOT_BEGUN)
        return WORD_PLANNED_AGREED;
    return progress[action->progress % PROGRESS_COUNT];
}

bool phrase_is_loose(const struct action_item *action)
{
    bool over = action->progress == PROGRESS_DONE || action->progress == PROGRESS_DROPPED;
    return action->revision && action->state == ACTION_ADOPTED && !action->merged && !over &&
           (action->content.owner == OWNER_NOBODY || !action->content.due);
}
