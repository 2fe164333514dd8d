/* What the facilitator says to what waits: yes, another figure, later. */

#include "console/parts.h"

enum { ANSWERED_MS = 2000 }; /* so long the answer may be under way */

static bool is_same(const struct waiting *a, const struct waiting *b)
{
    return a->kind == b->kind && a->a == b->a && a->b == b->b && a->revision == b->revision;
}

/* True when the chosen one is what stood on the screen, and has not just been answered. */
static bool may_answer(struct console *c)
{
    struct console_run *run = &c->run;
    const struct waiting *chosen = &run->queue.chosen;
    if (chosen->kind == WAITING_NONE || run->suggesting)
        return false;
    if (!is_same(chosen, &run->seen)) {
        console_say(c, word(WORD_CONSOLE_JUST_CHANGED));
        return false;
    }
    if (is_same(chosen, &run->answered) && c->sight.now_ms - run->answered_ms < ANSWERED_MS)
        return false;
    run->answered = *chosen;
    run->answered_ms = c->sight.now_ms;
    return true;
}

void console_run_agree(struct console *c)
{
    struct waiting chosen = c->run.queue.chosen;
    struct command *command = NULL;
    if (!may_answer(c))
        return;
    switch (chosen.kind) {
    case WAITING_PERSON:
        command = console_command(c, COMMAND_ADMIT);
        if (command)
            command->change.seat = (struct seat_change){.seat = chosen.a, .speaks = true};
        break;
    case WAITING_NOTE:
        command = console_command(c, COMMAND_APPROVE_NOTE);
        if (command)
            command->change.note =
                (struct note_change){.note = chosen.a, .revision = chosen.revision, .on = true};
        break;
    case WAITING_ACTION:
        command = console_command(c, COMMAND_SET_ACTION);
        if (command)
            command->change.action =
                (struct action_change){.action = chosen.a, .state = ACTION_PROPOSED};
        break;
    case WAITING_RATING:
        command = console_command(c, COMMAND_AGREE);
        if (command)
            command->change.rating = (struct rating_change){
                .school = chosen.b, .condition = chosen.a, .revision = chosen.revision};
        break;
    default:
        break;
    }
}

/* Leaves a note out: it can be taken back. */
static void leave_out(struct console *c)
{
    struct waiting chosen = c->run.queue.chosen;
    struct command *command = may_answer(c) ? console_command(c, COMMAND_REMOVE_NOTE) : NULL;
    if (command)
        command->change.note = (struct note_change){.note = chosen.a, .revision = chosen.revision};
}

/* Puts an action by: it can be proposed again, and this taken back. */
static void park(struct console *c)
{
    struct waiting chosen = c->run.queue.chosen;
    struct command *command = may_answer(c) ? console_command(c, COMMAND_SET_ACTION) : NULL;
    if (command)
        command->change.action = (struct action_change){.action = chosen.a, .state = ACTION_PARKED};
}

void console_run_suggest(struct console *c)
{
    struct console_run *run = &c->run;
    const struct waiting *chosen = &run->queue.chosen;
    if (chosen->kind == WAITING_PERSON) {
        console_people_find(c, chosen->a);
        return;
    }
    if (chosen->kind == WAITING_NOTE) {
        leave_out(c);
        return;
    }
    if (chosen->kind == WAITING_ACTION) {
        park(c);
        return;
    }
    const struct proposal *theirs = queue_proposal(c->sight.room, chosen->a, chosen->b);
    if (!theirs || run->suggesting)
        return;
    run->suggesting = run->begun = true;
    run->suggested = *chosen;
    run->hands = (struct scale_hands){.now = theirs->figure.now, .goal = theirs->figure.target};
}

void run_send_suggestion(struct console *c)
{
    struct console_run *run = &c->run;
    const struct waiting *to = &run->suggested;
    const struct proposal *theirs = queue_proposal(c->sight.room, to->a, to->b);
    struct command *command = console_command(c, COMMAND_RATE);
    run->suggesting = false;
    ui_focus(c->ui, 0);
    if (!command)
        return;
    struct rating_change *rating = &command->change.rating;
    *rating = (struct rating_change){.school = to->b, .condition = to->a};
    rating->figure.now = (uint8_t)run->hands.now;
    rating->figure.target = (uint8_t)run->hands.goal;
    if (run->hands.goal)
        rating->figure.months = theirs ? theirs->figure.months : 0;
}

void console_run_later(struct console *c)
{
    if (!c->run.suggesting)
        queue_put_off(&c->run.queue);
}

void console_run_move(struct console *c, int by)
{
    if (!c->run.suggesting)
        queue_move(&c->run.queue, by);
}
