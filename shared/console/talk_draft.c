/* What is in hand: handles moved and notes typed that are not in the room yet. */

#include <string.h>

#include "base/text.h"
#include "console/talk_parts.h"

enum { USUAL_MONTHS = 12, ECHO_MS = 3000 };

static struct talk_draft *find(struct console_talk *talk, school_id school, condition_id condition)
{
    for (int i = 0; i < TALK_DRAFTS_MAX; i++)
        if (talk->drafts[i].school == school && talk->drafts[i].condition == condition)
            return &talk->drafts[i];
    return NULL;
}

struct talk_draft *talk_draft(struct console *c)
{
    struct console_talk *talk = &c->talk;
    struct talk_draft *draft = find(talk, talk->school, talk->condition);
    if (!draft) {
        draft = &talk->drafts[0];
        for (int i = 1; i < TALK_DRAFTS_MAX; i++)
            if (talk->drafts[i].used < draft->used)
                draft = &talk->drafts[i];
        *draft = (struct talk_draft){.school = talk->school, .condition = talk->condition};
    }
    draft->used = ++talk->used;
    return draft;
}

static bool same(const struct talk_draft *draft, const struct figure *f)
{
    return draft->now == f->now && draft->target == f->target &&
           (!f->target || draft->months == f->months) && strcmp(draft->note, f->note) == 0;
}

/* True when the room has it now. */
static bool arrived(const struct talk_draft *draft, const struct talk_item *item)
{
    const struct proposal *mine = &item->proposals[SIDE_MANAGER];
    return (mine->revision && same(draft, &mine->figure)) ||
           (item->settled && same(draft, &item->agreed));
}

/* Once the room says how things stand, the draft has done its work; what was refused is in hand
 * again. */
static void follow(struct talk_draft *draft, const struct talk_item *item, int64_t now_ms)
{
    if (!draft->sent_ms)
        return;
    if (arrived(draft, item)) {
        draft->touched = false;
        draft->sent_ms = 0;
    } else if (now_ms - draft->sent_ms > ECHO_MS) {
        draft->sent_ms = 0;
    }
}

static void hold(struct talking *t, const struct figure *f)
{
    t->now = f->now;
    t->target = f->target;
    t->months = f->months;
    t->note = f->note;
}

void talk_look(struct talking *t, struct console *c)
{
    struct console_talk *talk = &c->talk;
    const struct room *room = c->sight.room;
    *t = (struct talking){.console = c,
                          .school = talk->school,
                          .condition = talk->condition,
                          .item = &room->talks[talk->condition][talk->school],
                          .note = ""};
    struct talk_draft *draft = find(talk, talk->school, talk->condition);
    const struct proposal *mine = &t->item->proposals[SIDE_MANAGER];
    const struct proposal *theirs = &t->item->proposals[SIDE_SCHOOL];
    if (draft)
        follow(draft, t->item, c->sight.now_ms);
    t->draft = draft;
    t->theirs = theirs->revision ? theirs : NULL;
    t->touched = draft && draft->touched;
    t->sending = draft && draft->sent_ms;
    if (t->touched) {
        t->now = draft->now;
        t->target = draft->target;
        t->months = draft->months;
        t->note = draft->note;
    } else if (mine->revision > theirs->revision) {
        hold(t, &mine->figure);
        t->stands = true;
    } else if (t->theirs) {
        hold(t, &theirs->figure);
    } else if (t->item->settled) {
        hold(t, &t->item->agreed);
        t->settled = true;
    }
    t->sits = t->theirs && t->now == theirs->figure.now && t->target == theirs->figure.target &&
              t->months == theirs->figure.months;
}

void talk_touch(struct talking *t)
{
    struct talk_draft *draft = talk_draft(t->console);
    draft->touched = true;
    draft->sent_ms = 0;
    draft->now = (uint8_t)t->now;
    draft->target = (uint8_t)t->target;
    draft->months = (uint8_t)t->months;
    const char *note = t->console->talk.note.text;
    text_typed(draft->note, sizeof draft->note, note, strlen(note));
    talk_look(t, t->console);
}

void talk_move(struct talking *t, unsigned now, unsigned target)
{
    bool goal_moved = target && target != t->target;
    talk_touch(t);
    struct talk_draft *draft = talk_draft(t->console);
    draft->now = (uint8_t)now;
    draft->target = (uint8_t)target;
    if (goal_moved && !draft->months)
        draft->months = USUAL_MONTHS;
    talk_look(t, t->console);
}

void talk_set_months(struct talking *t, unsigned months)
{
    talk_touch(t);
    struct talk_draft *draft = talk_draft(t->console);
    draft->months = (uint8_t)months;
    if (draft->now && !draft->target && months)
        draft->target = draft->now;
    talk_look(t, t->console);
}

void talk_give_up(struct talking *t)
{
    talk_draft(t->console)->touched = false;
    talk_look(t, t->console);
}

bool talk_leader(const struct console *c, char to[NAME_SIZE])
{
    const char *typed = c->talk.with.text;
    return text_take(to, NAME_SIZE, NAME_VISIBLE, typed, strlen(typed)) == TEXT_FINE;
}

/* Wishes for a command with the figure in hand, and remembers that it is on its way. */
static struct rating_change *send(struct talking *t, enum command_kind kind)
{
    talk_touch(t);
    struct talk_draft *draft = talk_draft(t->console);
    struct command *command = t->now ? console_command(t->console, kind) : NULL;
    if (!command)
        return NULL;
    struct rating_change *change = &command->change.rating;
    change->school = t->school;
    change->condition = t->condition;
    change->figure = (struct figure){
        .now = draft->now, .target = draft->target, .months = draft->target ? draft->months : 0};
    text_take(change->figure.note, NOTE_SIZE, NOTE_VISIBLE, draft->note, strlen(draft->note));
    text_copy(draft->note, sizeof draft->note, change->figure.note);
    draft->sent_ms = t->console->sight.now_ms > 0 ? t->console->sight.now_ms : 1;
    return change;
}

void talk_settle(struct talking *t)
{
    char leader[NAME_SIZE];
    if (!talk_leader(t->console, leader))
        return;
    struct rating_change *change = send(t, COMMAND_AGREE_IN_PERSON);
    if (change)
        text_copy(change->with, sizeof change->with, leader);
    talk_look(t, t->console);
}

void talk_propose(struct talking *t)
{
    send(t, COMMAND_RATE);
    talk_look(t, t->console);
}

void talk_agree(struct talking *t)
{
    if (!t->theirs)
        return;
    struct command *command = console_command(t->console, COMMAND_AGREE);
    if (!command)
        return;
    command->change.rating = (struct rating_change){
        .school = t->school, .condition = t->condition, .revision = t->theirs->revision};
    if (t->draft)
        talk_give_up(t);
}
