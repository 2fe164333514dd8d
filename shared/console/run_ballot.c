/* The vote that the room looks at, beside everything else: how far it is, who is missing, its next
 * step and what else is near at hand; and, before the workshop is closed for good, the votes that
 * would be lost with it. */

#include <stdio.h>

#include "console/votes_parts.h"
#include "ui/mark.h"

enum { PADDING = 20, GAP = 16, MISSING_NAMED = 5, BUTTON = 56, MARK = 36 };

static void say_missing(char to[VOTES_TEXT], const struct room *room, ballot_id ballot)
{
    char names[VOTES_TEXT];
    const struct ballot_item *item = &room->ballots[ballot];
    to[0] = '\0';
    if (item->state != BALLOT_OPEN)
        return;
    votes_missing_text(names, room, ballot, MISSING_NAMED);
    if (names[0])
        snprintf(to, VOTES_TEXT, word(WORD_VOTES_RUN_MISSING), names);
    else
        snprintf(to, VOTES_TEXT, "%s", word(WORD_VOTES_WHO_ALL));
}

/* What the room chose becomes its priorities, or is adopted, where that is done. */
static void take_on(struct console *c, ballot_id ballot)
{
    console_go(c, CONSOLE_VOTES);
    votes_choose(c, ballot);
    votes_first_begin(c, ballot);
}

/* The step, and beside it what is near at hand; the workings have the big button. */
static void run_buttons(struct console *c, ballot_id ballot, double x, double y, double w)
{
    static const enum word steps[BALLOT_STATE_COUNT] = {
        [BALLOT_NONE] = WORD_VOTES_MORE,
        [BALLOT_PREPARED] = WORD_VOTES_OPEN,
        [BALLOT_OPEN] = WORD_VOTES_CLOSE,
        [BALLOT_CLOSED] = WORD_VOTES_RUN_REVEAL,
        [BALLOT_REVEALED] = WORD_VOTES_RUN_TAKE_ON,
    };
    const struct room *room = c->sight.room;
    const struct ballot_item *item = &room->ballots[ballot];
    uint8_t options[OPTIONS_MAX], state = item->state;
    bool tied = votes_tie(c, ballot, options) >= 2;
    bool actions = state == BALLOT_REVEALED && item->content.about == ABOUT_ACTIONS;
    struct votes_button buttons[2] = {
        {"run-vote-step", actions ? WORD_VOTES_RUN_ADOPT : steps[state], state != BALLOT_NONE,
         room->workshop.closed && state != BALLOT_NONE},
        {tied ? "run-vote-tie" : "run-vote-more", tied ? WORD_VOTES_RUN_OFF : WORD_VOTES_MORE,
         false, false}};
    double top, both = 0;
    for (int i = 0; i < 2; i++)
        both += button_width(c->ui, (struct button){.text = word(buttons[i].text)}) + 12;
    int count = state == BALLOT_NONE || both - 12 > w ? 1 : 2;
    int done = votes_buttons(c, x, y + BUTTON, w, buttons, count, &top);
    bool taken_on = state == BALLOT_REVEALED && !room->workshop.closed &&
                    (done == 0 || ui_letter(c->ui, 'k', 0));
    if (taken_on)
        take_on(c, ballot);
    else if (done == 0 && state != BALLOT_NONE)
        votes_go_on(c, ballot);
    else if (done == 1 && tied)
        votes_decide_tie(c, ballot);
    else if (done >= 0)
        console_go(c, CONSOLE_VOTES);
}

double run_ballot_draw(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    if (room_stage(room) != STAGE_BALLOT)
        return 0;
    ballot_id at = room_ballot(room);
    const struct ballot_item *item = &room->ballots[at];
    char state[VOTES_TEXT], missing[VOTES_TEXT];
    const char *question = item->state ? item->content.question : word(WORD_VOTES_RUN_NONE);
    votes_turnout_text(state, room, at);
    say_missing(missing, room, at);
    if (!item->state)
        state[0] = '\0';
    double x = box.x + PADDING, w = box.w - 2 * PADDING, asked;
    double asks = console_height(c, w, 2, SEMIBOLD(24), question);
    double lines = console_height(c, w, 2, SEMIBOLD(20), state) +
                   console_height(c, w, 2, REGULAR(20), missing);
    bool asking = c->votes.asking.what && c->votes.asking.ballot == at;
    double h = PADDING - 4 + asks + 4 + lines + (asking ? 0 : 12 + BUTTON) + PADDING;
    draw_round(list, box.x, box.y, box.w, h, 16, TOKEN_SURFACE);
    double y = box.y + PADDING - 4;
    y += draw_paragraph(list, x, y, w, 2, SEMIBOLD(24), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                        question) +
         4;
    y += draw_paragraph(list, x, y, w, 2, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, state);
    y +=
        draw_paragraph(list, x, y, w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2, missing);
    if (!asking)
        run_buttons(c, at, x, y + 12, w);
    asked = votes_ask_draw(c, at, box.x, box.y + h + 8, box.w);
    return h + GAP + (asked > 0 ? asked + 8 : 0);
}

bool run_ballot_is_open(const struct room *room)
{
    return room_stage(room) == STAGE_BALLOT &&
           room->ballots[room_ballot(room)].state == BALLOT_OPEN;
}

unsigned run_ballot_missing(const struct room *room, school_id school)
{
    return votes_missing(room, room_ballot(room), school);
}

/* ---- the big button ---- */

const char *run_ballot_big(const struct console *c, enum word *text, const char **key, bool *off)
{
    const struct room *room = c->sight.room;
    ballot_id at = room_ballot(room);
    const struct ballot_item *item = &room->ballots[at];
    unsigned last = item->content.named ? SIGHT_PEOPLE : SIGHT_COUNTING;
    *key = "R";
    *off = room->workshop.closed && item->state != BALLOT_REVEALED;
    *text = WORD_VOTES_BIG_OPEN;
    switch (item->state) {
    case BALLOT_PREPARED:
        return word(WORD_VOTES_BIG_VOTE);
    case BALLOT_OPEN:
        *text = WORD_VOTES_BIG_CLOSE;
        return word(WORD_VOTES_BIG_VOTE);
    case BALLOT_CLOSED:
        *text = WORD_VOTES_BIG_REVEAL;
        return word(WORD_VOTES_BIG_RESULT);
    case BALLOT_REVEALED:
        *text = WORD_VOTES_BIG_WORKINGS;
        *key = "W";
        return word(room->view.sight >= last             ? WORD_VOTES_BIG_SIGHT_RESULT
                    : room->view.sight == SIGHT_COUNTING ? WORD_VOTES_BIG_SIGHT_PEOPLE
                                                         : WORD_VOTES_BIG_SIGHT_COUNTING);
    default:
        *off = true;
        return word(WORD_VOTES_BIG_NONE);
    }
}

void run_ballot_go_on(struct console *c)
{
    if (c->sight.room->ballots[room_ballot(c->sight.room)].state == BALLOT_REVEALED)
        votes_turn_sight(c, room_ballot(c->sight.room));
    else
        votes_go_on(c, room_ballot(c->sight.room));
}

/* ---- ending the workshop ---- */

double run_closing_draw(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    char line[VOTES_TEXT + 64];
    unsigned count = 0;
    const char *question = "";
    for (unsigned b = 1; b <= BALLOTS_MAX; b++) {
        uint8_t state = room->ballots[b].state;
        if (state != BALLOT_OPEN && state != BALLOT_CLOSED)
            continue;
        question = room->ballots[b].content.question;
        count++;
    }
    if (!c->run.closing || !count)
        return 0;
    snprintf(line, sizeof line, word(WORD_VOTES_END_ONE), question);
    if (count > 1)
        snprintf(line, sizeof line, word(WORD_VOTES_END_MORE), count);
    double x = box.x + PADDING + MARK + 16, w = box.w - 2 * PADDING - MARK - 16;
    double title = console_height(c, w, 3, SEMIBOLD(20), line);
    double why = console_height(c, w, 3, REGULAR(20), word(WORD_VOTES_END_WHY));
    double h = title + why + 2 * PADDING;
    draw_outline(list, box.x, box.y, box.w, h, 16, 4, TOKEN_OUTLINE, TOKEN_SURFACE);
    mark_bang(list, box.x + PADDING + MARK / 2.0, box.y + h / 2, MARK);
    draw_paragraph(list, x, box.y + PADDING, w, 3, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   line);
    draw_paragraph(list, x, box.y + PADDING + title, w, 3, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, word(WORD_VOTES_END_WHY));
    return h + GAP;
}
