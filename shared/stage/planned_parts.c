/* What the pictures of the plan have in common: whose an action is, what it helps, how it stands.
 */

#include <stddef.h>
#include <string.h>

#include "stage/planned.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "words/words.h"

enum { MARK = 36, MARK_GAP = 12 };

int planned_priority(const struct planned *p, const struct action_item *action)
{
    const struct priorities_change *priorities = &p->room->priorities;
    for (int i = 0; i < priorities->count && action->content.condition; i++)
        if (priorities->list[i].condition == action->content.condition)
            return i + 1;
    return 0;
}

const char *planned_owner(const struct planned *p, const struct action_item *action)
{
    const struct action_content *content = &action->content;
    if (content->owner == OWNER_NOBODY || action->declined)
        return NULL;
    if (content->owner == OWNER_SCHOOL)
        return p->room->schools[content->owner_school].name;
    return content->owner_name[0] ? content->owner_name : NULL;
}

bool planned_is_asked(const struct action_item *action)
{
    bool can_say = action->content.owner == OWNER_SEAT || action->content.owner == OWNER_SCHOOL;
    return can_say && !action->accepted && !action->declined && !action->earlier;
}

const char *planned_level(const struct planned *p, const struct action_item *action)
{
    const struct action_content *content = &action->content;
    if (content->level == ACTION_LEVEL_SCHOOL && content->school)
        return p->room->schools[content->school].name;
    return word(content->level == ACTION_LEVEL_SCHOOL ? WORD_PLANNED_LEVEL_SCHOOL
                : content->level == ACTION_LEVEL_LA   ? WORD_PLANNED_LEVEL_LA
                                                      : WORD_PLANNED_LEVEL_CLUSTER);
}

static enum word status_word(const struct action_item *action)
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

static struct type status_type(enum word status)
{
    return status == WORD_PLANNED_AGREED || status == WORD_PLANNED_DONE ? SEMIBOLD(28) : MEDIUM(28);
}

double planned_status_width(const struct planned *p, const struct action_item *action)
{
    enum word status = status_word(action);
    return MARK + MARK_GAP +
           type_width(p->metrics, p->u, status_type(status), word(status), strlen(word(status)));
}

void planned_status_draw(const struct planned *p, const struct action_item *action, double x,
                         double middle)
{
    enum word status = status_word(action);
    double centre = x + MARK / 2.0;
    switch (status) {
    case WORD_PLANNED_AGREED:
    case WORD_PLANNED_DONE:
        mark_tick(p->list, centre, middle, MARK, TOKEN_ACCENT, TOKEN_ON_ACCENT);
        break;
    case WORD_PLANNED_PROPOSED:
    case WORD_PLANNED_UNDER_WAY:
        draw_ring(p->list, centre, middle, MARK / 2.0, 4, TOKEN_ACCENT);
        break;
    default:
        draw_ring(p->list, centre, middle, MARK / 2.0, 2, TOKEN_OUTLINE);
        break;
    }
    if (status == WORD_PLANNED_DROPPED || status == WORD_PLANNED_IS_PARKED)
        icon_draw(p->list, status == WORD_PLANNED_DROPPED ? ICON_CROSS : ICON_PAUSE, centre - 10,
                  middle - 10, 20, 3, TOKEN_INK2);
    draw_text(p->list, x + MARK + MARK_GAP, middle - type_line(28) / 2.0, status_type(status),
              ALIGN_LEFT, TOKEN_INK, word(status));
}
