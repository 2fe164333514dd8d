/* What will be done, level by level, with who and by when; what is still loose; what was set out to
 * be done last time. */

#include "report/cluster_parts.h"

#include "phrase/plan.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MORE_SIZE = 4 * NOTE_SIZE };

/* Which actions a table has. */
struct wanted {
    enum action_state state;
    bool earlier;
    int level; /* enum action_level; -1: any */
};

static bool is_wanted(const struct action_item *action, const struct wanted *w)
{
    return action->revision && !action->merged && action->state == w->state &&
           action->earlier == w->earlier && (w->level < 0 || action->content.level == w->level);
}

/* By date, those without one last. */
static int compare(const void *one, const void *other, void *context)
{
    const struct room *room = context;
    action_id i = *(const action_id *)one, j = *(const action_id *)other;
    uint32_t a = room->actions[i].content.due - 1, b = room->actions[j].content.due - 1;
    return a != b ? (a > b) - (a < b) : i - j;
}

static int collect(action_id to[ACTIONS_MAX], const struct room *room, const struct wanted *w)
{
    int count = 0;
    for (int i = 1; i <= ACTIONS_MAX; i++)
        if (is_wanted(&room->actions[i], w))
            to[count++] = (action_id)i;
    qsort_r(to, (size_t)count, sizeof *to, compare, (void *)room);
    return count;
}

static void add_more(char to[MORE_SIZE], enum word head, const char *text)
{
    size_t used = strlen(to);
    if (!text[0])
        return;
    used += (size_t)snprintf(to + used, MORE_SIZE - used, "%s", used ? "\n" : "");
    snprintf(to + used, MORE_SIZE - used, word(WORD_REPORT_MORE), word(head), text);
}

/* What it helps, how we will know, who helps, what it needs. */
static void write_more(char to[MORE_SIZE], const struct room *room,
                       const struct action_item *action)
{
    const struct action_content *content = &action->content;
    to[0] = '\0';
    if (content->condition)
        snprintf(to, MORE_SIZE, word(WORD_REPORT_HELPS), content->condition,
                 room->conditions[content->condition].name);
    add_more(to, WORD_PLANNED_MEASURE, content->measure);
    add_more(to, WORD_PLANNED_HELPERS, content->helpers);
    add_more(to, WORD_PLANNED_RESOURCES, content->resources);
}

static void write_who(char *to, size_t size, const struct room *room,
                      const struct action_item *action)
{
    const char *owner = phrase_owner(room, action);
    if (owner && phrase_is_asked(action))
        snprintf(to, size, "%s, %s", owner, word(WORD_PLANNED_ASKED));
    else
        snprintf(to, size, "%s", owner ? owner : word(WORD_CLIENT_PLAN_NOBODY_YET));
}

static void write_when(char to[WORD_DATE_SIZE], const struct action_content *content)
{
    word_day(to, content->due, 0);
    if (!to[0] && content->months)
        snprintf(to, WORD_DATE_SIZE, word(WORD_REPORT_IN_MONTHS), content->months);
    else if (!to[0])
        snprintf(to, WORD_DATE_SIZE, "%s", word(WORD_PLANNED_NO_DATE));
}

/* What a school settled for itself was agreed there and is nobody's to adopt. */
static const char *status_text(const struct action_item *action)
{
    return action->state == ACTION_OWN       ? ""
           : action->state == ACTION_WAITING ? word(WORD_PLANNED_PROPOSED)
                                             : word(phrase_status(action));
}

static void write_action(struct cluster_report *r, const struct block_table *table, action_id id)
{
    const struct action_item *action = &r->room->actions[id];
    char more[MORE_SIZE], who[NAME_SIZE + 64], when[WORD_DATE_SIZE];
    bool school = action->content.level == ACTION_LEVEL_SCHOOL && action->content.school;
    write_more(more, r->room, action);
    write_who(who, sizeof who, r->room, action);
    write_when(when, &action->content);
    const struct block_cell cells[] = {
        {.text = action->content.text, .beneath = more[0] ? more : NULL},
        {.text = who, .beneath = school ? phrase_level(r->room, action) : NULL},
        {.text = when},
        {.text = status_text(action)}};
    block_row(&r->page, table, cells);
}

/* False when there are none. */
static bool write_actions(struct cluster_report *r, enum word title, const struct wanted *wanted,
                          int kinds)
{
    const struct block_column columns[] = {{word(WORD_PLANNED_HEAD_ACTION), 0, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_WHO), 96, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_WHEN), 66, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_STATUS), 58, PAGE_START}};
    const struct block_table table = {
        .columns = columns, .count = 4, .style = {.size = 9.5}, .gap = 10};
    action_id ids[ACTIONS_MAX];
    bool begun = false;
    for (int k = 0; k < kinds; k++) {
        int count = collect(ids, r->room, &wanted[k]);
        if (count && !begun) {
            block_heading(&r->page, 2, true, 100, word(title));
            block_table_begin(&r->page, &table);
        }
        begun = begun || count;
        for (int i = 0; i < count; i++)
            write_action(r, &table, ids[i]);
    }
    if (begun)
        block_table_end(&r->page);
    return begun;
}

static void write_loose(struct cluster_report *r)
{
    bool begun = false;
    for (int i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &r->room->actions[i];
        char text[NOTE_SIZE + 64];
        if (!phrase_is_loose(action))
            continue;
        bool nobody = action->content.owner == OWNER_NOBODY, never = !action->content.due;
        if (!begun) {
            block_heading(&r->page, 2, false, 50, word(WORD_REPORT_LOOSE));
            block_list(&r->page);
        }
        begun = true;
        snprintf(text, sizeof text, word(WORD_REPORT_LOOSE_ONE), action->content.text,
                 word(nobody && never ? WORD_REPORT_LOOSE_BOTH
                      : nobody        ? WORD_REPORT_LOOSE_OWNER
                                      : WORD_REPORT_LOOSE_DATE));
        block_entry(&r->page, 0, NULL, block_body, text);
    }
    if (begun)
        block_list_end(&r->page);
}

void cluster_plan(struct cluster_report *r)
{
    static const struct wanted levels[ACTION_LEVEL_COUNT][2] =
        {
#define LEVEL(name)                                                                                \
    [ACTION_LEVEL_##name] = {                                                                      \
        {ACTION_ADOPTED, false, ACTION_LEVEL_##name},                                              \
        {ACTION_PROPOSED, false, ACTION_LEVEL_##name}                                              \
    }
            LEVEL(SCHOOL),
            LEVEL(CLUSTER),
            LEVEL(LA),
#undef LEVEL
        },
                               others[] = {{ACTION_PARKED, false, -1},
                                           {ACTION_WAITING, false, -1},
                                           {ACTION_OWN, false, -1},
                                           {ACTION_ADOPTED, true, -1}};
    static const enum word other_titles[] = {WORD_PLANNED_PARKED, WORD_REPORT_WAITING,
                                             WORD_REPORT_OWN, WORD_PLANNED_EARLIER};
    bool any = false;
    cluster_section(r, 120, word(WORD_REPORT_PLAN));
    any = write_actions(r, WORD_REPORT_LEVEL_SCHOOL, levels[ACTION_LEVEL_SCHOOL], 2) || any;
    any = write_actions(r, WORD_REPORT_LEVEL_CLUSTER, levels[ACTION_LEVEL_CLUSTER], 2) || any;
    any = write_actions(r, WORD_REPORT_LEVEL_LA, levels[ACTION_LEVEL_LA], 2) || any;
    if (!any)
        block_text(&r->page, 0, block_body, word(WORD_REPORT_PLAN_NONE));
    write_loose(r);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        write_actions(r, other_titles[i], &others[i], 1);
}
