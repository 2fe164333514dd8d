#include "export/rows.h"

/* Actions: what was agreed in a 1-to-1 or put before the room, and how far it is. */

#define EVERYBODY EXPORT_EVERYBODY

static const struct export_column action_columns[] = {
    {"number", WORD_EXPORT_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"action", WORD_EXPORT_ACTION, EXPORT_TEXT, EVERYBODY},
    {"state", WORD_EXPORT_STATE, EXPORT_CHOICE, EVERYBODY},
    {"level", WORD_EXPORT_LEVEL, EXPORT_CHOICE, EVERYBODY},
    {"school", WORD_EXPORT_SCHOOL, EXPORT_TEXT, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},
    {"owner", WORD_EXPORT_OWNER, EXPORT_TEXT, EVERYBODY},
    {"owner_said_yes", WORD_EXPORT_OWNER_SAID_YES, EXPORT_YES_NO, EVERYBODY},
    {"due", WORD_EXPORT_DUE, EXPORT_DAY, EVERYBODY},
    {"months", WORD_EXPORT_MONTHS, EXPORT_NUMBER, EVERYBODY},
    {"progress", WORD_EXPORT_PROGRESS, EXPORT_CHOICE, EVERYBODY},
    {"measure", WORD_EXPORT_MEASURE, EXPORT_TEXT, EVERYBODY},
    {"helpers", WORD_EXPORT_HELPERS, EXPORT_TEXT, EVERYBODY},
    {"resources", WORD_EXPORT_RESOURCES, EXPORT_TEXT, EVERYBODY},
    {"supports", WORD_EXPORT_SUPPORTS, EXPORT_NUMBER, EVERYBODY},
    {"earlier", WORD_EXPORT_EARLIER, EXPORT_YES_NO, EVERYBODY},
    {"part_of", WORD_EXPORT_PART_OF, EXPORT_NUMBER, EVERYBODY},
};

static const enum word states[ACTION_STATE_COUNT] = {
    [ACTION_OWN] = WORD_EXPORT_ACTION_OWN,       [ACTION_WAITING] = WORD_EXPORT_ACTION_WAITING,
    [ACTION_PROPOSED] = WORD_EXPORT_PROPOSED,    [ACTION_ADOPTED] = WORD_EXPORT_AGREED,
    [ACTION_PARKED] = WORD_EXPORT_ACTION_PARKED,
};
static const enum word levels[ACTION_LEVEL_COUNT] = {
    [ACTION_LEVEL_SCHOOL] = WORD_EXPORT_LEVEL_SCHOOL,
    [ACTION_LEVEL_CLUSTER] = WORD_EXPORT_LEVEL_CLUSTER,
    [ACTION_LEVEL_LA] = WORD_EXPORT_LEVEL_LA,
};
static const enum word progresses[PROGRESS_COUNT] = {
    [PROGRESS_NOT_BEGUN] = WORD_ACTIONS_NOT_BEGUN,
    [PROGRESS_UNDER_WAY] = WORD_ACTIONS_UNDER_WAY,
    [PROGRESS_DONE] = WORD_ACTIONS_DONE,
    [PROGRESS_DROPPED] = WORD_ACTIONS_DROPPED,
};

static void put_owner(struct rows *rows, const struct action_item *a)
{
    bool school = a->content.owner == OWNER_SCHOOL;
    rows_text(rows, school ? rows->what->room->schools[a->content.owner_school].name
                           : a->content.owner_name);
    rows_if(rows, a->content.owner == OWNER_SEAT || school, a->accepted);
}

static void put_action(struct rows *rows, action_id id)
{
    const struct action_item *a = &rows->what->room->actions[id];
    const struct action_content *c = &a->content;
    rows_figure(rows, id);
    rows_text(rows, c->text);
    rows_choice(rows, action_state_word((enum action_state)a->state), word(states[a->state]));
    rows_choice(rows, action_level_word((enum action_level)c->level), word(levels[c->level]));
    rows_school(rows, c->school);
    rows_condition(rows, c->condition);
    put_owner(rows, a);
    rows_some(rows, (int32_t)c->due);
    rows_some(rows, c->months);
    if (a->state == ACTION_ADOPTED)
        rows_choice(rows, progress_word((enum progress)a->progress), word(progresses[a->progress]));
    else
        rows_blank(rows);
    rows_text(rows, c->measure);
    rows_text(rows, c->helpers);
    rows_text(rows, c->resources);
    rows_figure(rows, a->supports);
    rows_figure(rows, a->earlier);
    rows_some(rows, a->merged);
    rows_end(rows);
}

/* Of what is part of another, others than the facilitator have the number alone: that is left out,
 * and what was voted on and is not there any more stands in the results. */
static enum error put_actions(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (action_id id = 1; id <= ACTIONS_MAX; id++) {
        const struct action_item *a = &room->actions[id];
        bool whole = !a->merged || rows->what->reader == AUDIENCE_FACILITATOR;
        if (a->revision && whole && a->content.text[0])
            put_action(rows, id);
    }
    return ERROR_OK;
}

const struct rows_table rows_actions = ROWS_TABLE(put_actions, action_columns);
