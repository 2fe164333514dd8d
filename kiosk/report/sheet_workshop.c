#include "report/sheet_workshop.h"

#include "analysis/summary.h"
#include "model/model.h"
#include "phrase/phrase.h"
#include "phrase/plan.h"
#include "report/block.h"
#include "report/lines.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>

enum { KEEP = 70 };

/* ---- what it takes on */

/* The school has it in hand, or one of its people has: the facilitator's room knows whose seat it
 * is, that of participants what its own people are asked. */
static bool is_in_hand(const struct room *room, action_id i, school_id school)
{
    const struct action_content *content = &room->actions[i].content;
    if (content->owner == OWNER_SCHOOL)
        return content->owner_school == school;
    return content->owner == OWNER_SEAT && !room->actions[i].declined &&
           (room->own_actions[i].asked ||
            (content->owner_seat && room->seats[content->owner_seat].school == school));
}

/* Of the plan: what the school has in hand, or what each school takes into its own plan. */
static bool is_own(const struct room *room, action_id i, school_id school)
{
    const struct action_item *action = &room->actions[i];
    const struct action_content *content = &action->content;
    bool before_room = action->state == ACTION_ADOPTED || action->state == ACTION_PROPOSED;
    bool anothers = content->owner == OWNER_SCHOOL && content->owner_school != school;
    bool of_school = content->level == ACTION_LEVEL_SCHOOL &&
                     (content->school == school || (!content->school && !anothers));
    return action->revision && !action->merged && before_room &&
           (of_school || is_in_hand(room, i, school));
}

static void write_action(struct page *page, const struct block_table *table,
                         const struct room *room, const struct action_item *action)
{
    char when[WORD_DATE_SIZE];
    const char *owner = phrase_owner(room, action);
    word_day(when, action->content.due, 0);
    const struct block_cell cells[] = {
        {.text = action->content.text,
         .beneath = action->content.measure[0] ? action->content.measure : NULL},
        {.text = owner ? owner : word(WORD_CLIENT_PLAN_NOBODY_YET)},
        {.text = when[0] ? when : word(WORD_PLANNED_NO_DATE)},
        {.text = word(phrase_status(action))}};
    block_row(page, table, cells);
}

static void write_actions(struct page *page, const struct room *room, school_id school)
{
    const struct block_column columns[] = {{word(WORD_PLANNED_HEAD_ACTION), 0, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_WHO), 110, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_WHEN), 70, PAGE_START},
                                           {word(WORD_PLANNED_HEAD_STATUS), 58, PAGE_START}};
    const struct block_table table = {
        .columns = columns, .count = 4, .style = {.size = 9.5}, .gap = 10};
    bool begun = false;
    for (action_id i = 1; i <= ACTIONS_MAX; i++) {
        if (!is_own(room, i, school))
            continue;
        if (!begun) {
            block_heading(page, 2, false, KEEP, word(WORD_REPORT_SHEET_ACTIONS));
            block_table_begin(page, &table);
        }
        begun = true;
        write_action(page, &table, room, &room->actions[i]);
    }
    if (begun)
        block_table_end(page);
}

/* ---- support */

/* Even made from the facilitator's room, a sheet tells how many others stand somewhere only where
 * the room is told so: by name, or from so many ratings on. */
static bool may_count(const struct room *room, const struct room_finding *f)
{
    return room->workshop.room_named || f->counted >= UNNAMED_LEAST;
}

/* What a support finding means for this school; empty: nothing. */
static void write_finding(char to[PHRASE_SIZE], const struct room *room, school_id school,
                          const struct room_finding *f)
{
    const char *name = room->conditions[f->number].name;
    unsigned now = room_cell(room, f->number, school).now;
    char schools[PHRASE_SIZE];
    to[0] = '\0';
    if (f->kind != FINDING_SUPPORT || f->hidden || !may_count(room, f))
        return;
    phrase_schools(schools, f->givers);
    if (analysis_band((int)now) == BAND_LOW && f->givers)
        snprintf(to, PHRASE_SIZE, word(WORD_REPORT_SHEET_COULD_HELP), name, schools);
    else if (analysis_band((int)now) == BAND_HIGH && f->low)
        snprintf(to, PHRASE_SIZE, word(WORD_REPORT_SHEET_COULD_GIVE), name);
}

static void write_support(struct page *page, const struct room *room, school_id school)
{
    struct room_finding *told = calloc(ROOM_FINDINGS_MAX, sizeof *told);
    unsigned count = told ? room_findings(told, room) : 0;
    bool begun = false;
    for (unsigned i = 0; i < count; i++) {
        char text[PHRASE_SIZE];
        write_finding(text, room, school, &told[i]);
        if (!text[0])
            continue;
        if (!begun) {
            block_heading(page, 2, false, KEEP, word(WORD_REPORT_SHEET_SUPPORT));
            block_list(page);
        }
        begun = true;
        block_entry(page, 0, NULL, block_body, text);
    }
    if (begun)
        block_list_end(page);
    free(told);
}

/* ---- the cluster's priorities */

static void write_priorities(struct page *page, const struct room *room)
{
    const struct priorities_change *priorities = &room->priorities;
    if (!priorities->count)
        return;
    block_heading(page, 2, false, KEEP, word(WORD_REPORT_SHEET_PRIORITIES));
    block_list(page);
    for (int i = 0; i < priorities->count; i++) {
        const struct priority *one = &priorities->list[i];
        char label[12];
        snprintf(label, sizeof label, "%d", i + 1);
        block_entry(page, 0, label, block_body,
                    one->condition ? room->conditions[one->condition].name : one->text);
    }
    block_list_end(page);
}

static bool has_plan(const struct room *room, school_id school)
{
    for (action_id i = 1; i <= ACTIONS_MAX; i++)
        if (is_own(room, i, school))
            return true;
    return room->priorities.count > 0;
}

void sheet_workshop(struct page *page, const struct room *room, school_id school)
{
    if (has_plan(room, school)) {
        block_heading(page, 1, true, 120, word(WORD_REPORT_SHEET_WORKSHOP));
        write_actions(page, room, school);
        write_support(page, room, school);
        write_priorities(page, room);
    }
    if (lines_are_there(room, school)) {
        block_heading(page, 1, true, 160, word(WORD_REPORT_PAST));
        lines_write(page, room, school);
    }
}
