/* Planning, in the view that the session is run from: how far it is at its own step, and what is
 * still open before the workshop is ended. */

#include "console/actions_parts.h"

#include <stdio.h>

#include "ui/mark.h"

enum { PADDING = 20, GAP = 16, MARK = 40, KEY = 40, LINES = 3 };

static void say(char to[ACTION_TEXT_SIZE], unsigned count, enum word one, enum word many)
{
    snprintf(to, ACTION_TEXT_SIZE, word(count == 1 ? one : many), count);
}

/* To the first that lacks somebody or a date; else to the view as it was left. */
static void go(struct console *c, const struct roll *roll, bool loose)
{
    for (int i = 0; loose && i < roll->count; i++)
        if (roll_is_loose(&c->sight.room->actions[roll->action[i]])) {
            console_actions_find(c, roll->action[i]);
            return;
        }
    console_go(c, CONSOLE_ACTIONS);
}

/* Head, a line, and a key that leads to the actions; a warning has a mark and an edge. */
static double draw_panel(struct console *c, const struct roll *roll, const struct box *box,
                         const char *head, const char *more, bool warns)
{
    struct draw_list *list = c->ui->list;
    double x = box->x + PADDING + (warns ? MARK + 16 : 0), w = box->x + box->w - PADDING - x;
    double head_h = console_height(c, w, LINES, SEMIBOLD(20), head);
    double more_h = console_height(c, w, LINES, REGULAR(20), more);
    double h = head_h + more_h + (more_h > 0 ? 8 : 12) + KEY + 2 * PADDING;
    if (warns)
        draw_outline(list, box->x, box->y, box->w, h, 16, 4, TOKEN_OUTLINE, TOKEN_SURFACE);
    else
        draw_round(list, box->x, box->y, box->w, h, 16, TOKEN_SURFACE);
    if (warns)
        mark_bang(list, box->x + PADDING + MARK / 2.0, box->y + h / 2, MARK);
    double y = box->y + PADDING;
    y += draw_paragraph(list, x, y, w, LINES, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                        head);
    draw_paragraph(list, x, y, w, LINES, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2, more);
    y = box->y + h - PADDING - KEY;
    if (console_keyed(c, warns ? "closing-actions" : "step-actions", x, y, w, "Ctrl+7",
                      word(warns ? WORD_ACTIONS_END_GO : WORD_ACTIONS_STEP_GO), false))
        go(c, roll, warns);
    return h + GAP;
}

double run_actions_draw(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    bool closing = c->run.closing, step = room_stage(room) == STAGE_ACTIONS;
    char head[ACTION_TEXT_SIZE], loose[ACTION_TEXT_SIZE], plan[ACTION_TEXT_SIZE];
    char more[2 * ACTION_TEXT_SIZE + 4];
    struct roll roll;
    if (!closing && !step)
        return 0;
    roll_make(&roll, room, 0);
    say(loose, roll.loose, WORD_ACTIONS_STEP_LOOSE_ONE, WORD_ACTIONS_STEP_LOOSE);
    if (closing && roll.loose)
        return draw_panel(c, &roll, &box, loose, "", true);
    if (!step)
        return 0;
    unsigned waiting = roll.parts[ROLL_WAITING];
    say(head, waiting, WORD_ACTIONS_STEP_WAIT_ONE, WORD_ACTIONS_STEP_WAIT);
    snprintf(plan, sizeof plan, word(WORD_ACTIONS_STEP_PLAN), roll.parts[ROLL_ADOPTED],
             roll.parts[ROLL_PROPOSED]);
    snprintf(more, sizeof more, "%s%s%s", plan, roll.loose ? " " : "", roll.loose ? loose : "");
    return draw_panel(c, &roll, &box, waiting ? head : word(WORD_ACTIONS_STEP_NONE), more, false);
}
