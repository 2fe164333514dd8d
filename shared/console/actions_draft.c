/* The draft of an action: taken in hand, sent, and let go of once it is seen in the room. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "console/actions_parts.h"
#include "words/date.h"

enum {
    YEARS_FAR = 5,
    COMING_BACK_MS = 10000, /* so long after sending a refusal is taken to be its */
};

static void load(struct action_draft *draft, const struct action_content *content)
{
    char day[WORD_DATE_SIZE];
    draft->content = draft->was = *content;
    draft->fault = DRAFT_FINE;
    draft->doubted = 0;
    draft->sent_ms = 0;
    word_day_long(day, content->due, 0);
    text_copy(draft->due_was, sizeof draft->due_was, day);
    edit_set(&draft->due, day);
    edit_set(&draft->text, content->text);
    edit_set(&draft->helpers, content->helpers);
    edit_set(&draft->measure, content->measure);
    edit_set(&draft->resources, content->resources);
    draft->condition.list = (struct dropdown){.chosen = content->condition};
    draft->school = (struct dropdown){0};
    draft->there = true;
}

static bool same_source(const struct action_content *a, const struct action_content *b)
{
    return a->source == b->source && a->source_a == b->source_a && a->source_b == b->source_b;
}

static bool is_touched(const struct action_draft *draft)
{
    const struct action_content *now = &draft->content, *was = &draft->was;
    return strcmp(draft->text.text, was->text) != 0 ||
           strcmp(draft->due.text, draft->due_was) != 0 ||
           strcmp(draft->helpers.text, was->helpers) != 0 ||
           strcmp(draft->measure.text, was->measure) != 0 ||
           strcmp(draft->resources.text, was->resources) != 0 || now->condition != was->condition ||
           now->level != was->level || now->school != was->school || now->owner != was->owner ||
           now->owner_seat != was->owner_seat || now->owner_school != was->owner_school ||
           strcmp(now->owner_name, was->owner_name) != 0;
}

void actions_write(struct console *c, action_id action, const struct action_content *content)
{
    static const struct action_content blank = {.level = ACTION_LEVEL_CLUSTER};
    struct action_draft *draft = &c->actions.draft;
    const struct action_item *item = &c->sight.room->actions[action];
    content = action ? &item->content : content ? content : &blank;
    bool same =
        draft->there && draft->action == action &&
        (action ? draft->revision == item->revision : same_source(&draft->content, content));
    bool other = draft->action != action || (!action && !same);
    if (draft->there && !draft->sent_ms && other && is_touched(draft)) {
        console_say(c, word(WORD_ACTIONS_IN_HAND));
    } else if (!same) {
        draft->action = action;
        draft->revision = item->revision;
        load(draft, content);
    }
    actions_turn(c, ACTIONS_FORM);
}

/* A new action with what was sent, newer than what there was then; 0: not yet. */
static action_id find_sent(const struct console *c)
{
    const struct action_draft *draft = &c->actions.draft;
    for (unsigned i = draft->sent_max + 1U; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &c->sight.room->actions[i];
        if (action->revision && strcmp(action->content.text, draft->content.text) == 0)
            return (action_id)i;
    }
    return 0;
}

void actions_follow_draft(struct console *c)
{
    struct action_draft *draft = &c->actions.draft;
    const struct action_item *item = &c->sight.room->actions[draft->action];
    if (!draft->there || !draft->sent_ms)
        return;
    action_id made = draft->action ? 0 : find_sent(c);
    if (made)
        actions_choose(c, made);
    if (made || (draft->action && item->revision != draft->revision))
        draft->there = false;
}

void console_actions_refused(struct console *c, enum refusal refusal)
{
    struct action_draft *draft = &c->actions.draft;
    if (!draft->there || !draft->sent_ms || c->sight.now_ms - draft->sent_ms >= COMING_BACK_MS)
        return;
    draft->sent_ms = 0;
    if (refusal == REFUSAL_DATE_UNLIKELY) {
        draft->fault = DRAFT_UNLIKELY;
        draft->doubted = draft->content.due;
    }
    actions_turn(c, ACTIONS_FORM);
}

/* ---- sending ---- */

static bool is_unlikely(uint32_t day, uint32_t today)
{
    return day && today && (day < today || day > day_years_on(today, YEARS_FAR));
}

/* Takes the day in the field; a fault where it cannot be sent as it is. */
static enum draft_fault take_day(struct console *c)
{
    struct action_draft *draft = &c->actions.draft;
    char text[WORD_DATE_SIZE];
    uint32_t day = 0;
    enum text_fault typed =
        text_take(text, sizeof text, 0, draft->due.text, strlen(draft->due.text));
    if (typed == TEXT_FINE && strcmp(text, draft->due_was) == 0)
        return DRAFT_FINE; /* as it was: not asked about again */
    if (typed == TEXT_EMPTY) {
        draft->content.due = 0;
        return DRAFT_FINE;
    }
    if (typed != TEXT_FINE || !word_day_read(&day, text, c->sight.today))
        return DRAFT_NO_DAY;
    draft->content.due = day;
    if (!is_unlikely(day, c->sight.today) || draft->doubted == day)
        return DRAFT_FINE;
    draft->doubted = day;
    return DRAFT_UNLIKELY;
}

static void take_text(char *to, size_t size, size_t visible, const struct edit *edit)
{
    if (text_take(to, size, visible, edit->text, strlen(edit->text)) != TEXT_FINE)
        to[0] = '\0';
}

enum draft_fault actions_take_draft(struct console *c)
{
    struct action_draft *draft = &c->actions.draft;
    struct action_content *content = &draft->content;
    take_text(content->text, sizeof content->text, NOTE_VISIBLE, &draft->text);
    take_text(content->helpers, sizeof content->helpers, ACTION_HELPERS_VISIBLE, &draft->helpers);
    take_text(content->measure, sizeof content->measure, NOTE_VISIBLE, &draft->measure);
    take_text(content->resources, sizeof content->resources, NOTE_VISIBLE, &draft->resources);
    if (content->level != ACTION_LEVEL_SCHOOL)
        content->school = 0;
    return content->text[0] ? take_day(c) : DRAFT_NO_TEXT;
}

static action_id newest(const struct room *room)
{
    action_id newest = ACTIONS_MAX;
    while (newest && !room->actions[newest].revision)
        newest--;
    return newest;
}

void actions_send_draft(struct console *c)
{
    struct action_draft *draft = &c->actions.draft;
    struct command *command =
        console_command(c, draft->action ? COMMAND_CHANGE_ACTION : COMMAND_ADD_ACTION);
    if (!command)
        return;
    command->change.action =
        (struct action_change){.action = draft->action,
                               .revision = draft->action ? draft->revision : 0,
                               .state = draft->action ? 0 : ACTION_PROPOSED,
                               .sure = draft->doubted && draft->doubted == draft->content.due,
                               .content = draft->content};
    draft->sent_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
    draft->sent_max = newest(c->sight.room);
    actions_turn(c, ACTIONS_CHOSEN);
}
