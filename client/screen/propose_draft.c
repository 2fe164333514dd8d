#include "screen/plan.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "screen/writing.h"
#include "words/date.h"

enum { YEARS_LIKELY = 5 };

struct plan_draft *propose_draft(struct screens *s)
{
    return s->plan.change.action ? &s->plan.change : &s->plan.fresh;
}

/* ---- between a draft and what is asked for ---- */

/* The seat of another owner is not told to us: left out, it stays who it was. */
static void load(const struct screens *s, struct plan_draft *draft, const struct action_content *c)
{
    char due[WORD_DATE_SIZE];
    word_day_long(due, c->due, plan_today(s));
    draft->condition = (uint8_t)c->condition;
    draft->level = c->level;
    draft->owner = c->owner;
    draft->owner_school = c->owner_school;
    draft->owner_is_me = c->owner == OWNER_SEAT && c->owner_seat == s->sight.room->me.seat;
    draft->kept_due = draft->sure = c->due;
    text_copy(draft->kept_date, sizeof draft->kept_date, due);
    text_copy(draft->kept_name, sizeof draft->kept_name,
              c->owner == OWNER_SEAT ? c->owner_name : "");
    edit_set(&draft->text, c->text);
    edit_set(&draft->due, due);
    edit_set(&draft->name, c->owner == OWNER_NAME ? c->owner_name : "");
    edit_set(&draft->helpers, c->helpers);
    edit_set(&draft->measure, c->measure);
    edit_set(&draft->resources, c->resources);
    draft->more = c->helpers[0] || c->measure[0] || c->resources[0];
    draft->source = c->source;
    draft->source_a = c->source_a;
    draft->source_b = c->source_b;
}

static void load_action(const struct screens *s, struct plan_draft *draft, action_id action)
{
    load(s, draft, plan_content(s, action));
    draft->owner_is_me |= draft->owner == OWNER_SEAT && plan_is_owner(s, action);
}

static void take(char *to, size_t size, size_t visible, const struct edit *edit)
{
    (void)text_take(to, size, visible, edit->text, strlen(edit->text));
}

/* A text that is too long stays empty here: propose_check has said so before. */
static void store(const struct screens *s, struct action_content *c, const struct plan_draft *draft)
{
    const struct me_item *me = &s->sight.room->me;
    *c = (struct action_content){.condition = draft->condition,
                                 .level = draft->level,
                                 .owner = draft->owner,
                                 .source = draft->source,
                                 .source_a = draft->source_a,
                                 .source_b = draft->source_b};
    if (draft->level == ACTION_LEVEL_SCHOOL)
        c->school = me->school;
    if (draft->owner == OWNER_SEAT && draft->owner_is_me)
        c->owner_seat = me->seat;
    if (draft->owner == OWNER_SCHOOL)
        c->owner_school = draft->owner_school;
    if (draft->owner == OWNER_NAME)
        take(c->owner_name, sizeof c->owner_name, NAME_VISIBLE, &draft->name);
    take(c->text, sizeof c->text, NOTE_VISIBLE, &draft->text);
    take(c->helpers, sizeof c->helpers, TITLE_VISIBLE, &draft->helpers);
    take(c->measure, sizeof c->measure, NOTE_VISIBLE, &draft->measure);
    take(c->resources, sizeof c->resources, NOTE_VISIBLE, &draft->resources);
    (void)propose_check(s, draft, &c->due);
}

static bool has_something(const struct plan_draft *draft)
{
    return writing_has(&draft->text) || writing_has(&draft->due) || writing_has(&draft->name) ||
           writing_has(&draft->helpers) || writing_has(&draft->measure) ||
           writing_has(&draft->resources);
}

static bool same_text(const struct edit *a, const struct edit *b)
{
    return strcmp(a->text, b->text) == 0;
}

static bool same(const struct plan_draft *a, const struct plan_draft *b)
{
    return a->condition == b->condition && a->level == b->level && a->owner == b->owner &&
           a->owner_is_me == b->owner_is_me && a->owner_school == b->owner_school &&
           same_text(&a->text, &b->text) && same_text(&a->due, &b->due) &&
           same_text(&a->name, &b->name) && same_text(&a->helpers, &b->helpers) &&
           same_text(&a->measure, &b->measure) && same_text(&a->resources, &b->resources);
}

static bool is_changed(const struct screens *s)
{
    const struct plan_draft *change = &s->plan.change;
    struct plan_draft now = {0};
    if (!change->action || !plan_is_there(s, change->action))
        return change->action && has_something(change);
    load_action(s, &now, change->action);
    return !same(&now, change);
}

bool propose_is_unsent(const struct screens *s)
{
    return s->plan.change.action ? is_changed(s) : has_something(&s->plan.fresh);
}

bool propose_are_unsent(const struct screens *s)
{
    for (unsigned i = 0; i < RETURNED_MAX; i++)
        if (s->plan.returned[i].there)
            return true;
    return is_changed(s) || has_something(&s->plan.fresh);
}

/* ---- sending ---- */

enum propose_fault propose_check(const struct screens *s, const struct plan_draft *draft,
                                 uint32_t *due)
{
    uint32_t today = plan_today(s), last = day_years_on(today, YEARS_LIKELY);
    char text[NOTE_SIZE];
    bool kept = strcmp(draft->due.text, draft->kept_date) == 0;
    bool written = writing_has(&draft->due);
    *due = kept ? draft->kept_due : 0;
    bool read = kept || !written || word_day_read(due, draft->due.text, today);
    if (writing_take(text, &draft->text) != TEXT_FINE)
        return PROPOSE_TEXT;
    if (draft->owner == OWNER_NAME && !writing_has(&draft->name))
        return PROPOSE_NAME;
    if (!read)
        return PROPOSE_DATE;
    if (!*due)
        return draft->dateless || draft->action ? PROPOSE_FINE : PROPOSE_NO_DATE;
    if (*due == draft->sure)
        return PROPOSE_FINE;
    return *due < today ? PROPOSE_PAST : last && *due > last ? PROPOSE_FAR : PROPOSE_FINE;
}

static void clear(struct plan_draft *draft)
{
    memset(draft, 0, sizeof *draft);
    draft->level = ACTION_LEVEL_CLUSTER;
}

void propose_leave(struct screens *s)
{
    clear(propose_draft(s));
    s->plan.condition.open = s->plan.owner.open = s->plan.level.open = false;
}

bool propose_send(struct screens *s)
{
    struct plan_draft *draft = propose_draft(s);
    uint32_t due;
    draft->fault = (uint8_t)propose_check(s, draft, &due);
    if (draft->fault == PROPOSE_NO_DATE)
        draft->dateless = true;
    else if (draft->fault == PROPOSE_PAST || draft->fault == PROPOSE_FAR)
        draft->sure = due;
    if (draft->fault != PROPOSE_FINE)
        return false;
    struct command *command =
        screen_command(s, draft->action ? COMMAND_CHANGE_ACTION : COMMAND_ADD_ACTION);
    if (!command)
        return false;
    struct action_change *made = &command->change.action;
    store(s, &made->content, draft);
    made->action = draft->action;
    made->revision = draft->revision;
    made->state = draft->action ? 0 : ACTION_WAITING;
    made->sure = due != 0 && due == draft->sure;
    propose_leave(s);
    return true;
}

/* ---- taking up again ---- */

static uint32_t revision_of(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    return item->revision ? item->revision : s->sight.room->own_actions[action].revision;
}

/* Lets go of a change nobody has made; one that has been begun is said to come first. */
static bool may_begin(struct screens *s, action_id action)
{
    if (s->plan.change.action == action)
        return true;
    if (is_changed(s)) {
        screens_say(s, word(WORD_TASK_ACTION_FIRST), s->sight.now_ms);
        return false;
    }
    clear(&s->plan.change);
    return true;
}

void propose_new(struct screens *s)
{
    (void)may_begin(s, 0);
    screen_go(s, SCREEN_PROPOSE);
}

void propose_change(struct screens *s, action_id action)
{
    struct plan_draft *draft = &s->plan.change;
    if (may_begin(s, action) && draft->action != action) {
        load_action(s, draft, action);
        draft->action = action;
        draft->revision = revision_of(s, action);
    }
    screen_go(s, SCREEN_PROPOSE);
}

static void put_up(struct screens *s, const struct action_change *change)
{
    struct plan_draft *draft = change->action ? &s->plan.change : &s->plan.fresh;
    memset(draft, 0, sizeof *draft);
    load(s, draft, &change->content);
    draft->action = change->action;
    draft->revision = change->action ? revision_of(s, change->action) : 0;
    draft->dateless = !change->content.due;
}

static void put_aside(struct screens *s, const struct action_change *change, enum refusal refusal)
{
    for (unsigned i = 0; i < RETURNED_MAX; i++) {
        struct returned_action *returned = &s->plan.returned[i];
        if (returned->there)
            continue;
        *returned =
            (struct returned_action){.there = true, .refusal = (uint8_t)refusal, .change = *change};
        return;
    }
}

void propose_take_up(struct screens *s, unsigned which)
{
    struct returned_action *returned = &s->plan.returned[which];
    struct action_change change = returned->change, instead = {0};
    if (!may_begin(s, change.action)) {
        screen_go(s, SCREEN_PROPOSE);
        return;
    }
    const struct plan_draft *draft = change.action ? &s->plan.change : &s->plan.fresh;
    bool exchange = has_something(draft);
    if (exchange) {
        store(s, &instead.content, draft);
        instead.action = draft->action;
    }
    *returned = (struct returned_action){0};
    put_up(s, &change);
    if (exchange)
        put_aside(s, &instead, REFUSAL_NONE);
    screen_go(s, SCREEN_PROPOSE);
}

/* Into its field where nothing else is being written, else beside the others. */
void propose_came_back(struct screens *s, const struct action_change *change, enum refusal refusal)
{
    const struct plan_draft *draft = change->action ? &s->plan.change : &s->plan.fresh;
    if (has_something(draft) || (!change->action && is_changed(s))) {
        put_aside(s, change, refusal);
        return;
    }
    bool busy = task_is_in_hand(s);
    put_up(s, change);
    if (refusal == REFUSAL_DATE_UNLIKELY) { /* the kiosk's clock is ahead of or behind this one */
        struct plan_draft *again = change->action ? &s->plan.change : &s->plan.fresh;
        again->sure = change->content.due;
        again->fault = change->content.due < plan_today(s) ? PROPOSE_PAST : PROPOSE_FAR;
    }
    if (!busy)
        screen_go(s, SCREEN_PROPOSE);
}
