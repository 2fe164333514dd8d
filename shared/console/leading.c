/* How the room is led: what keys and buttons ask for alike. */

#include <stdio.h>

#include "console/parts.h"
#include "console/plan.h"
#include "words/words.h"

/* Two quick presses are two steps: the second goes on from where the first asked to be. */
void console_step(struct console *c, int direction)
{
    const struct room *room = c->sight.room;
    struct place from = c->going.item == UINT8_MAX ? room->place : c->going;
    struct command *command = console_command(c, COMMAND_GO);
    if (!command)
        return;
    command->change.place = room_place_after(room, from, direction);
    c->going = command->change.place;
    console_left(c);
}

void console_reveal(struct console *c)
{
    struct view view = console_looking(c);
    view.targets = !view.targets;
    view.then = THEN_NOT;
    console_look(c, view);
}

void console_time(struct console *c, enum timer_action action, int64_t milliseconds)
{
    struct command *command = console_command(c, COMMAND_TIME);
    if (command)
        command->change.timer =
            (struct timer_change){.action = (uint8_t)action, .milliseconds = milliseconds};
}

void console_pause(struct console *c)
{
    console_time(c, c->sight.room->timer.running ? TIMER_PAUSE : TIMER_START, 0);
}

void console_add_minute(struct console *c)
{
    console_time(c, TIMER_ADD, 60 * 1000);
}

void console_hide_timers(struct console *c)
{
    struct command *command = console_command(c, COMMAND_SET);
    if (command)
        command->change.setting =
            (struct setting_change){.setting = SETTING_HIDE_TIMERS,
                                    .on = !c->sight.room->kiosk.settings[SETTING_HIDE_TIMERS]};
}

/* The items still to come move by what we are behind or ahead. */
void console_replan(struct console *c)
{
    struct plan plan = plan_of(c->sight.room, c->sight.clock, c->sight.now_ms);
    struct command *command = plan.behind ? console_command(c, COMMAND_REPLAN) : NULL;
    if (command)
        command->change.replan =
            (struct replan_change){.item = c->sight.room->place.item,
                                   .revision = c->sight.room->workshop.plan_revision,
                                   .minutes = (int16_t)plan.behind};
}

/* The run view shows which step that is; elsewhere it is said, as not every step can be taken back
 * and it may not be the one that was meant. */
static void take_back(struct console *c, enum command_kind kind, uint32_t serial, uint8_t what,
                      enum word said)
{
    char text[CONSOLE_SAY_SIZE];
    struct command *command = serial ? console_command(c, kind) : NULL;
    if (!command)
        return;
    command->change.undo.serial = serial;
    if ((c->sight.in_sight && c->view == CONSOLE_RUN) || what >= UNDOABLE_COUNT)
        return;
    snprintf(text, sizeof text, word(said), run_undone(what));
    console_say(c, text);
}

void console_undo(struct console *c)
{
    const struct undo_item *undo = &c->sight.room->undo;
    take_back(c, COMMAND_UNDO, undo->undo, undo->undo_what, WORD_CONSOLE_UNDONE);
}

void console_redo(struct console *c)
{
    const struct undo_item *undo = &c->sight.room->undo;
    take_back(c, COMMAND_REDO, undo->redo, undo->redo_what, WORD_CONSOLE_REDONE);
}

void console_blank(struct console *c)
{
    c->blank = !c->blank;
    console_look(c, console_looking(c));
}

void console_hold(struct console *c)
{
    console_freeze(c, !c->frozen);
    console_look(c, console_looking(c));
}

bool console_at_end(const struct room *room)
{
    struct place next = room_place_after(room, room->place, 1);
    return room->place.item > 0 && next.item == room->place.item && next.step == room->place.step;
}

void console_close(struct console *c)
{
    if (!console_at_end(c->sight.room) || c->sight.room->workshop.closed)
        return;
    console_go(c, CONSOLE_RUN); /* what would be lost is told there */
    if (c->run.closing)
        console_command(c, COMMAND_CLOSE);
    c->run.closing = !c->run.closing;
}
