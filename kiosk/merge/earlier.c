#include "merge/earlier.h"

#include "base/text.h"
#include "host/workshop.h"
#include "wire/wire.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An earlier workshop's actions on their way into this one. */
struct bringing {
    const struct model *from;
    struct store *store;
    struct earlier_report *report;
    int64_t now_ms;
    unsigned known_count;
    struct action_content known[ACTIONS_MAX]; /* as they were when they were brought in */
};

/* ---- what is here already ---- */

static enum error note_known(void *context, const struct journal_record *record)
{
    struct bringing *b = context;
    struct event event = {.kind = wire_event_kind(record->kind)};
    if (event.kind != EVENT_ACTION_ADDED)
        return ERROR_OK;
    if (!wire_event_decode(&event, record->body, record->body_length))
        return ERROR_DAMAGED;
    if (event.change.action.earlier && b->known_count < ACTIONS_MAX)
        b->known[b->known_count++] = event.change.action.content;
    return ERROR_OK;
}

/* What had no match then may have one by now. */
static bool is_known(const struct bringing *b, const struct action_content *content)
{
    for (unsigned i = 0; i < b->known_count; i++) {
        const struct action_content *known = &b->known[i];
        if ((!known->condition || known->condition == content->condition) &&
            (!known->school || known->school == content->school) &&
            known->level == content->level && strcmp(known->text, content->text) == 0)
            return true;
    }
    return false;
}

/* ---- in this workshop's terms ---- */

static void remark(struct bringing *b, enum word text, const char *action, const char *what)
{
    unsigned at = b->report->remarks++;
    if (at < EARLIER_REMARKS_MAX)
        snprintf(b->report->remark[at], EARLIER_TEXT_SIZE, word(text), action, what);
}

static condition_id match_condition(const struct bringing *b, condition_id theirs)
{
    const struct model *ours = store_model(b->store);
    for (condition_id c = 1; theirs && c <= ours->condition_count; c++)
        if (strcmp(ours->conditions[c].id, b->from->conditions[theirs].id) == 0)
            return c;
    return 0;
}

static school_id match_school(const struct bringing *b, school_id theirs)
{
    const struct model *ours = store_model(b->store);
    for (school_id s = 1; theirs && s <= ours->school_count; s++)
        if (text_same(ours->schools[s].name, b->from->schools[theirs].name))
            return s;
    return 0;
}

static void own_by_name(struct action_content *to, const char *name)
{
    to->owner = name[0] ? OWNER_NAME : OWNER_NOBODY;
    to->owner_seat = 0;
    to->owner_school = 0;
    text_copy(to->owner_name, sizeof to->owner_name, name);
}

/* A seat becomes its name, or its school's where it gave none. */
static void match_owner(const struct bringing *b, struct action_content *to)
{
    const struct seat *seat = &b->from->seats[to->owner_seat];
    school_id school = to->owner_school;
    if (to->owner == OWNER_SEAT)
        own_by_name(to, seat->name[0] ? seat->name : b->from->schools[seat->school].name);
    else if (to->owner == OWNER_SCHOOL && !(to->owner_school = match_school(b, school)))
        own_by_name(to, b->from->schools[school].name);
}

static struct action_content translate(const struct bringing *b, const struct action *action)
{
    struct action_content to = action->content;
    to.condition = match_condition(b, to.condition);
    to.school = match_school(b, to.school);
    to.source = SOURCE_NONE;
    to.source_a = 0;
    to.source_b = 0;
    match_owner(b, &to);
    return to;
}

/* Says what of an action has no match here. */
static void remark_on(struct bringing *b, const struct action_content *theirs,
                      const struct action_content *ours)
{
    bool lost_owner = theirs->owner == OWNER_SCHOOL && ours->owner != OWNER_SCHOOL;
    school_id lost = theirs->school && !ours->school ? theirs->school
                     : lost_owner                    ? theirs->owner_school
                                                     : 0;
    if (theirs->condition && !ours->condition)
        remark(b, WORD_EARLIER_NO_CONDITION, theirs->text,
               b->from->conditions[theirs->condition].name);
    if (lost)
        remark(b, WORD_EARLIER_NO_SCHOOL, theirs->text, b->from->schools[lost].name);
}

/* ---- bringing ---- */

/* What was adopted there and is still to be looked at. */
static bool is_wanted(const struct model *from, action_id id)
{
    const struct action *action = &from->actions[id];
    const struct action *into = &from->actions[action->merged];
    bool part = action->merged && !into->removed;
    bool over = action->progress == PROGRESS_DONE || action->progress == PROGRESS_DROPPED;
    return !action->removed && !part && action->state == ACTION_ADOPTED &&
           !(action->earlier && over);
}

static enum refusal bring_one(struct bringing *b, const struct action *action)
{
    struct command command = {.kind = COMMAND_ADD_ACTION};
    struct action_change *change = &command.change.action;
    *change = (struct action_change){.state = ACTION_ADOPTED,
                                     .progress = action->progress,
                                     .earlier = true,
                                     .sure = true, /* its date may well be past */
                                     .content = translate(b, action)};
    change->accepted = action->accepted && change->content.owner == OWNER_SCHOOL;
    if (is_known(b, &change->content)) {
        b->report->there++;
        return REFUSAL_NONE;
    }
    remark_on(b, &action->content, &change->content);
    b->report->added++;
    return store_do(b->store, SEAT_KIOSK, &command, b->now_ms);
}

static enum error bring_all(struct bringing *b, struct trouble *trouble)
{
    for (action_id i = 1; i <= b->from->action_count; i++) {
        if (!is_wanted(b->from, i))
            continue;
        enum refusal refusal = bring_one(b, &b->from->actions[i]);
        if (refusal == REFUSAL_NONE)
            continue;
        store_rollback(b->store);
        return trouble_set(trouble, ERROR_FORMAT, "“%s”: %s Nothing was brought in.",
                           b->from->actions[i].content.text, refusal_text(refusal));
    }
    return store_commit(b->store, trouble);
}

unsigned earlier_count(const struct model *from)
{
    unsigned count = 0;
    for (action_id i = 1; i <= from->action_count; i++)
        count += is_wanted(from, i);
    return count;
}

enum error earlier_take(struct earlier_report *report, struct store *store,
                        const struct model *from, int64_t now_ms, struct trouble *trouble)
{
    memset(report, 0, sizeof *report);
    enum error e = workshop_may_give(from, from->title, store_model(store)->training, trouble);
    if (e != ERROR_OK)
        return e;
    struct bringing *b = calloc(1, sizeof *b);
    if (!b)
        return ERROR_MEMORY;
    b->from = from;
    b->store = store;
    b->report = report;
    b->now_ms = now_ms;
    e = journal_replay(store_journal(store), note_known, b, trouble);
    if (e == ERROR_OK)
        e = bring_all(b, trouble);
    free(b);
    return e;
}

enum error earlier_bring(struct earlier_report *report, struct store *store, const char *path,
                         int64_t now_ms, struct trouble *trouble)
{
    memset(report, 0, sizeof *report);
    if (workshop_same_file(path, journal_path(store_journal(store))))
        return trouble_set(trouble, ERROR_EXISTS,
                           "%s is the workshop itself: there is nothing to bring in from it.",
                           path);
    struct model *from = NULL;
    enum error e = workshop_read(&from, path, trouble);
    if (e == ERROR_OK)
        e = earlier_take(report, store, from, now_ms, trouble);
    model_destroy(&from);
    return e;
}

void earlier_add(struct earlier_report *to, const struct earlier_report *from)
{
    to->added += from->added;
    to->there += from->there;
    for (unsigned i = 0; i < from->remarks; i++, to->remarks++)
        if (i < EARLIER_REMARKS_MAX && to->remarks < EARLIER_REMARKS_MAX)
            memcpy(to->remark[to->remarks], from->remark[i], EARLIER_TEXT_SIZE);
}

void earlier_sum(char to[EARLIER_TEXT_SIZE], const struct earlier_report *report)
{
    size_t used = (size_t)snprintf(to, EARLIER_TEXT_SIZE,
                                   word(report->added == 0   ? WORD_EARLIER_NONE
                                        : report->added == 1 ? WORD_EARLIER_ONE
                                                             : WORD_EARLIER_MORE),
                                   report->added);
    if (report->there && used < EARLIER_TEXT_SIZE - 1) {
        to[used++] = ' ';
        snprintf(to + used, EARLIER_TEXT_SIZE - used,
                 word(report->there == 1 ? WORD_EARLIER_THERE_ONE : WORD_EARLIER_THERE_MORE),
                 report->there);
    }
}
