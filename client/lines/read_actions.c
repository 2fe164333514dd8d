#include "lines/forms.h"
#include "model/refusal.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

/* Actions: those of the 1-to-1s, and those that the workshop proposes, adopts and carries out. */

#define X(name, word) word,
static const char *const levels[] = {ACTION_LEVEL_LIST(X)};
static const char *const progresses[] = {PROGRESS_LIST(X)};
#undef X
static const char *const no_yes[] = {"no", "yes"};

static bool take_action(struct lines_reader *r, action_id *action)
{
    unsigned number;
    if (!lines_take_id(r, &number, ACTIONS_MAX, word(WORD_LINES_AN_ACTION)))
        return false;
    *action = (action_id)number;
    return true;
}

/* months="6" */
static bool take_months(struct lines_reader *r, uint8_t *months)
{
    unsigned number = *months;
    if (!lines_take_named_number(r, "months", &number, UINT8_MAX, word(WORD_LINES_MONTHS)))
        return false;
    *months = (uint8_t)number;
    return true;
}

/* ---- what an action is */

static bool take_text(struct lines_reader *r, struct action_content *c)
{
    return lines_take_text(r, c->text, sizeof c->text, NOTE_VISIBLE);
}

static bool take_condition(struct lines_reader *r, struct action_content *c)
{
    char typed[TITLE_SIZE] = "";
    if (!lines_take_named(r, "condition", typed, sizeof typed, TITLE_VISIBLE))
        return false;
    if (strcmp(typed, "0") == 0)
        c->condition = 0;
    else if (typed[0] && !(c->condition = lines_find_condition(r, typed)))
        return lines_unclear(r, typed, word(WORD_LINES_A_CONDITION));
    return true;
}

/* The plan it feeds; a school's is its own, and the facilitator's may be one for each. */
static bool take_level(struct lines_reader *r, struct action_content *c)
{
    char typed[NAME_SIZE] = "";
    uint8_t level = c->level;
    if (!lines_take_named_one_of(r, "level", &level, levels, ACTION_LEVEL_COUNT,
                                 word(WORD_LINES_A_LEVEL)) ||
        !lines_take_named(r, "school", typed, sizeof typed, NAME_VISIBLE))
        return false;
    if (level != c->level)
        c->school = level == ACTION_LEVEL_SCHOOL ? r->room->me.school : 0;
    c->level = level;
    if (typed[0] && !(c->school = room_find_school(r->room, typed)))
        return lines_unclear(r, typed, word(WORD_LINES_A_SCHOOL));
    return true;
}

/* owner=me, school, nobody, "seat 12", the name of a school, or any other name */
static bool take_owner(struct lines_reader *r, struct action_content *c)
{
    char typed[NAME_SIZE] = "";
    unsigned seat;
    int all = 0;
    if (!lines_take_named(r, "owner", typed, sizeof typed, NAME_VISIBLE))
        return false;
    if (!typed[0])
        return true;
    memset(c->owner_name, 0, sizeof c->owner_name);
    c->owner_seat = 0;
    c->owner_school = 0;
    if (strcmp(typed, "nobody") == 0) {
        c->owner = OWNER_NOBODY;
    } else if (strcmp(typed, "me") == 0) {
        c->owner = OWNER_SEAT;
        c->owner_seat = r->room->me.seat;
    } else if (sscanf(typed, "seat %4u%n", &seat, &all) == 1 && !typed[all]) {
        c->owner = OWNER_SEAT;
        c->owner_seat = (seat_id)seat;
    } else if (strcmp(typed, "school") == 0) {
        c->owner = OWNER_SCHOOL;
        c->owner_school = r->room->me.school;
    } else if ((c->owner_school = room_find_school(r->room, typed))) {
        c->owner = OWNER_SCHOOL;
    } else {
        c->owner = OWNER_NAME;
        strcpy(c->owner_name, typed);
    }
    return true;
}

/* due="14 July"; due="" takes the date away */
static bool take_due(struct lines_reader *r, struct action_change *change)
{
    char typed[NAME_SIZE] = "unsaid";
    uint8_t sure = 0;
    if (!lines_take_named_one_of(r, "sure", &sure, no_yes, 2, word(WORD_LINES_YES_NO)) ||
        !lines_take_named(r, "due", typed, sizeof typed, NAME_VISIBLE))
        return false;
    change->sure = sure;
    if (strcmp(typed, "unsaid") == 0)
        return true;
    change->content.due = 0;
    return !typed[0] || word_day_read(&change->content.due, typed, r->today) ||
           lines_unclear(r, typed, word(WORD_LINES_A_DATE));
}

/* The fields that are said; the others stay as they are. */
static bool take_fields(struct lines_reader *r, struct action_change *change)
{
    struct action_content *c = &change->content;
    return take_condition(r, c) && take_level(r, c) && take_owner(r, c) && take_due(r, change) &&
           lines_take_named(r, "helpers", c->helpers, sizeof c->helpers, TITLE_VISIBLE) &&
           lines_take_named(r, "measure", c->measure, sizeof c->measure, NOTE_VISIBLE) &&
           lines_take_named(r, "resources", c->resources, sizeof c->resources, NOTE_VISIBLE);
}

/* ---- what it comes from, with its words and its condition */

static bool take_note(struct lines_reader *r, struct action_content *c)
{
    unsigned note = 0;
    if (!lines_take_named_number(r, "note", &note, NOTES_MAX, word(WORD_LINES_A_NOTE)))
        return false;
    if (!note)
        return true;
    c->source = SOURCE_NOTE;
    c->source_a = (note_id)note;
    memcpy(c->text, r->room->notes[note].text, sizeof c->text);
    return true;
}

static bool take_idea(struct lines_reader *r, struct action_content *c)
{
    unsigned condition = 0;
    if (!lines_take_named_number(r, "idea", &condition, CONDITIONS_MAX,
                                 word(WORD_LINES_A_CONDITION)))
        return false;
    if (!condition)
        return true;
    c->source = SOURCE_IDEA;
    c->source_a = (note_id)condition;
    c->condition = (condition_id)condition;
    memcpy(c->text, r->room->conditions[condition].idea, sizeof c->text);
    return true;
}

/* finding="gap 10"; a finding that nobody worded has no words to give */
static bool take_finding(struct lines_reader *r, struct action_content *c)
{
    char typed[NAME_SIZE] = "", kind[16];
    unsigned number, k = 0;
    int all = 0;
    if (!lines_take_named(r, "finding", typed, sizeof typed, NAME_VISIBLE))
        return false;
    if (!typed[0])
        return true;
    bool said = sscanf(typed, "%15s %2u%n", kind, &number, &all) == 2 && !typed[all] &&
                number >= 1 && number <= CONDITIONS_MAX;
    while (said && k < FINDING_COUNT && strcmp(kind, finding_word((enum finding_kind)k)) != 0)
        k++;
    if (!said || k == FINDING_COUNT)
        return lines_unclear(r, typed, word(WORD_LINES_A_FINDING));
    c->source = SOURCE_FINDING;
    c->source_a = (note_id)k;
    c->source_b = (uint8_t)number;
    c->condition = k == FINDING_ADDED ? 0 : (condition_id)number;
    memcpy(c->text, r->room->findings[k][number].text, sizeof c->text);
    return true;
}

/* ---- proposed, changed, taken away */

bool read_action_add(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_ADD_ACTION;
    return lines_take_whose(r, &c->content.school) &&
           lines_take_condition(r, &c->content.condition) && take_months(r, &c->content.months) &&
           take_text(r, &c->content);
}

/* What the facilitator proposes is before the room at once. */
bool read_action_propose(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_ADD_ACTION;
    c->state = lines_is_facilitator(r) ? ACTION_PROPOSED : ACTION_WAITING;
    c->content.level = ACTION_LEVEL_CLUSTER;
    if (!take_note(r, &c->content) || !take_idea(r, &c->content) || !take_finding(r, &c->content))
        return false;
    if ((lines_peek(r) || !c->content.text[0]) && !take_text(r, &c->content))
        return false;
    return take_fields(r, c);
}

/* As it was seen: before the room, or waiting and one's own. */
static bool begin_action(struct lines_reader *r, enum command_kind kind)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = kind;
    if (!take_action(r, &c->action))
        return false;
    const struct action_item *seen = &r->room->actions[c->action];
    c->revision = seen->revision ? seen->revision : r->room->own_actions[c->action].revision;
    return true;
}

/* What is not said stays as it is. */
bool read_action_change(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    if (!begin_action(r, COMMAND_CHANGE_ACTION))
        return false;
    const struct action_item *seen = &r->room->actions[c->action];
    c->content = seen->revision ? seen->content : r->room->own_actions[c->action].content;
    return take_months(r, &c->content.months) && (!lines_peek(r) || take_text(r, &c->content)) &&
           take_fields(r, c);
}

bool read_action_remove(struct lines_reader *r)
{
    return begin_action(r, COMMAND_REMOVE_ACTION);
}

/* ---- what becomes of it */

static bool read_state(struct lines_reader *r, enum action_state on, enum action_state off)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_SET_ACTION;
    if (!take_action(r, &c->action))
        return false;
    c->state = (uint8_t)(lines_take(r, "off") ? off : on);
    return true;
}

bool read_action_approve(struct lines_reader *r)
{
    return read_state(r, ACTION_PROPOSED, ACTION_WAITING);
}

bool read_action_adopt(struct lines_reader *r)
{
    return read_state(r, ACTION_ADOPTED, ACTION_PROPOSED);
}

bool read_action_park(struct lines_reader *r)
{
    return read_state(r, ACTION_PARKED, ACTION_PROPOSED);
}

bool read_action_merge(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_MERGE_ACTION;
    return take_action(r, &c->action) && take_action(r, &c->other);
}

bool read_action_part(struct lines_reader *r)
{
    r->command->kind = COMMAND_MERGE_ACTION;
    return take_action(r, &r->command->change.action.action);
}

/* One's own support; the facilitator's is for one more hand in the room. */
bool read_action_support(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_SUPPORT_ACTION;
    if (!take_action(r, &c->action))
        return false;
    c->on = !lines_take(r, "off");
    return true;
}

bool read_action_accept(struct lines_reader *r)
{
    r->command->change.action.on = true;
    return begin_action(r, COMMAND_ACCEPT_ACTION);
}

bool read_action_decline(struct lines_reader *r)
{
    return begin_action(r, COMMAND_ACCEPT_ACTION);
}

bool read_action_progress(struct lines_reader *r)
{
    struct action_change *c = &r->command->change.action;
    r->command->kind = COMMAND_PROGRESS_ACTION;
    if (!take_action(r, &c->action))
        return false;
    return lines_take_one_of(r, &c->progress, progresses, PROGRESS_COUNT) ||
           lines_unclear(r, lines_peek(r), word(WORD_LINES_A_PROGRESS));
}

bool read_view_action(struct lines_reader *r)
{
    struct view *view = &r->command->change.view;
    r->command->kind = COMMAND_LOOK;
    *view = r->room->view;
    view->action = 0;
    return lines_take(r, "0") || take_action(r, &view->action);
}

/* ---- before the workshop is closed */

bool lines_is_loose(const struct action_item *action)
{
    bool over = action->progress == PROGRESS_DONE || action->progress == PROGRESS_DROPPED;
    return action->revision && action->state == ACTION_ADOPTED && !action->merged && !over &&
           (action->content.owner == OWNER_NOBODY || !action->content.due);
}

/* Votes that nobody would see the result of, and actions that nobody would see to. */
bool read_close_workshop(struct lines_reader *r)
{
    unsigned votes = 0, loose = 0;
    r->command->kind = COMMAND_CLOSE;
    if (lines_take(r, "anyway"))
        return true;
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++)
        votes +=
            r->room->ballots[b].state == BALLOT_OPEN || r->room->ballots[b].state == BALLOT_CLOSED;
    for (action_id a = 1; a <= ACTIONS_MAX; a++)
        loose += lines_is_loose(&r->room->actions[a]);
    if (!votes && !loose)
        return true;
    (void)trouble_set(r->trouble, ERROR_OK, word(WORD_LINES_CLOSE_LOSES), votes, loose);
    return lines_warned(r);
}
