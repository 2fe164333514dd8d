/* What the room takes on: the first few of a vote or any others, put in order, as the cluster's
 * priorities; of a vote on actions, those that are adopted. It is a draft until it is kept, and is
 * there again when the page was put away meanwhile. */

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/votes_parts.h"
#include "ui/field.h"

enum { ROW = 44, LABEL = 36, BUTTON = 56, FAULT = 36, COLUMN_GAP = 40, TICK = 28, FIELD_H = 56 };

/* What is offered: the options of the vote best first, and after them the conditions that it was
 * not about, as in a run-off; else all conditions. */
struct offer {
    const struct ballot_content *content; /* NULL: the conditions */
    struct outcome outcome;
    int count, placed;           /* of all those the vote has put in order */
    uint16_t thing[OPTIONS_MAX]; /* condition or action; 0 for typed ones */
    const char *text[OPTIONS_MAX];
    char place[OPTIONS_MAX][VOTES_PLACE];
};

/* The conditions that are not offered yet. */
static void offer_conditions(struct offer *o, const struct room *room)
{
    static_assert(CONDITIONS_MAX <= OPTIONS_MAX, "there is room for all conditions");
    for (condition_id condition = 1; condition <= room->workshop.condition_count; condition++) {
        int i = 0;
        while (i < o->placed && o->thing[i] != condition)
            i++;
        if (i < o->placed)
            continue;
        o->thing[o->count] = condition;
        o->text[o->count++] = room->conditions[condition].name;
    }
}

static void make_offer(struct offer *o, const struct room *room, ballot_id ballot)
{
    const struct ballot_item *item = &room->ballots[ballot];
    memset(o, 0, sizeof *o);
    if (!ballot || item->state != BALLOT_REVEALED) {
        offer_conditions(o, room);
        return;
    }
    o->content = &item->content;
    outcome_work_out(&o->outcome, o->content, &room->ballot_tallies[ballot]);
    o->count = o->placed = o->outcome.count;
    for (int i = 0; i < o->placed; i++) {
        uint8_t option = o->outcome.order[i];
        o->thing[i] = o->content->about == ABOUT_TYPED ? 0 : o->content->things[option - 1];
        o->text[i] = outcome_option(room, o->content, option);
        votes_place_text(o->place[i], &o->outcome, option);
    }
    if (o->content->about == ABOUT_CONDITIONS)
        offer_conditions(o, room);
}

/* ---- what is on the draft ---- */

static int find(const struct votes_first *f, const struct offer *o, int i)
{
    for (int at = 0; f->actions && at < f->adopted_count; at++)
        if (f->adopted[at] == o->thing[i])
            return at;
    for (int at = 0; !f->actions && at < f->now.count; at++)
        if (o->thing[i]
                ? f->now.list[at].condition == o->thing[i]
                : !f->now.list[at].condition && strcmp(f->now.list[at].text, o->text[i]) == 0)
            return at;
    return -1;
}

static void leave_out(struct votes_first *f, int at)
{
    if (f->actions) {
        for (int i = at; i + 1 < f->adopted_count; i++)
            f->adopted[i] = f->adopted[i + 1];
        f->adopted[--f->adopted_count] = 0;
        return;
    }
    for (int i = at; i + 1 < f->now.count; i++)
        f->now.list[i] = f->now.list[i + 1];
    f->now.list[--f->now.count] = (struct priority){0};
}

static void take_on(struct console *c, const struct offer *o, int i)
{
    struct votes_first *f = &c->votes.first;
    bool full = f->actions ? f->adopted_count == OPTIONS_MAX : f->now.count == PRIORITIES_MAX;
    if (full) {
        console_say(c, word(WORD_VOTES_FIRST_FULL));
        return;
    }
    if (f->actions) {
        f->adopted[f->adopted_count++] = o->thing[i];
        return;
    }
    struct priority *one = &f->now.list[f->now.count++];
    *one = (struct priority){.condition = o->thing[i]};
    if (!o->thing[i])
        text_copy(one->text, sizeof one->text, o->text[i]);
}

/* An action that is adopted, parked or gone already cannot be. */
static bool can_be_taken(const struct console *c, const struct offer *o, int i)
{
    const struct action_item *action = &c->sight.room->actions[o->thing[i]];
    return !c->votes.first.actions ||
           (action->revision && !action->merged && action->state != ACTION_ADOPTED);
}

/* What nobody chose is offered, not put forward; and so is what shares a place that `wanted` would
 * cut: the room decides that, by a run-off or by naming some. */
static void take_first(struct console *c, const struct offer *o, uint8_t wanted)
{
    struct votes_first *f = &c->votes.first;
    uint8_t count = outcome_uncut(&o->outcome, wanted);
    f->now.count = f->adopted_count = 0;
    memset(f->now.list, 0, sizeof f->now.list);
    for (int i = 0; i < count; i++)
        if (can_be_taken(c, o, i))
            take_on(c, o, i);
    if (count < wanted && count < o->outcome.chosen)
        console_say(c, word(WORD_VOTES_FIRST_SHARED));
}

void votes_first_begin(struct console *c, ballot_id ballot)
{
    struct votes_first *f = &c->votes.first;
    struct offer offer;
    bool in_hand = f->ballot == ballot && (f->touched || f->typed.text[0]);
    votes_turn_page(c, VOTES_FIRST);
    f->sent = false;
    if (in_hand)
        return;
    memset(f, 0, sizeof *f);
    f->ballot = ballot;
    f->now = c->sight.room->priorities;
    f->shown = f->now.revision;
    make_offer(&offer, c->sight.room, ballot);
    f->actions = offer.content && offer.content->about == ABOUT_ACTIONS;
    bool taken_before = !f->actions && f->now.ballot == ballot && f->now.count > 0;
    if (offer.content && offer.outcome.papers && !taken_before)
        take_first(c, &offer, votes_wanted(c));
    if (ballot)
        f->now.ballot = ballot;
}

/* ---- keeping ---- */

/* Nothing is left in hand. */
static void put_down(struct console *c)
{
    c->votes.first.touched = false;
    edit_set(&c->votes.first.typed, "");
    votes_turn_page(c, VOTES_LOOK);
}

static void adopt(struct console *c)
{
    struct votes_first *f = &c->votes.first;
    char said[128];
    snprintf(said, sizeof said, word(WORD_VOTES_FIRST_ADOPTED_SAID), f->adopted_count);
    for (int i = 0; i < f->adopted_count; i++) {
        struct command *command = console_command(c, COMMAND_SET_ACTION);
        if (!command)
            break;
        command->change.action.action = f->adopted[i];
        command->change.action.state = ACTION_ADOPTED;
    }
    console_say(c, said);
    put_down(c);
}

static void keep(struct console *c)
{
    struct votes_first *f = &c->votes.first;
    struct command *command = f->sent ? NULL : console_command(c, COMMAND_SET_PRIORITIES);
    if (!command)
        return;
    command->change.priorities = f->now;
    command->change.priorities.revision = f->shown;
    f->sent = true;
}

/* Kept once the room has them; what was refused stays in hand. */
static void follow(struct console *c)
{
    struct votes_first *f = &c->votes.first;
    const struct priorities_change *there = &c->sight.room->priorities;
    bool same = there->count == f->now.count && there->ballot == f->now.ballot &&
                memcmp(there->list, f->now.list, sizeof there->list) == 0;
    if (!f->sent || !same)
        return;
    console_say(c, word(WORD_VOTES_FIRST_KEPT_SAID));
    put_down(c);
}

/* ---- drawing ---- */

static void draw_tick(struct draw_list *list, double x, double y, bool on)
{
    draw_outline(list, x, y, TICK, TICK, 6, 2, on ? TOKEN_ACCENT : TOKEN_OUTLINE,
                 on ? TOKEN_ACCENT : TOKEN_SURFACE);
    if (on)
        icon_draw(list, ICON_CHECK, x + 4, y + 4, 20, 3, TOKEN_ON_ACCENT);
}

static void draw_offered(struct console *c, const struct offer *o, struct box box)
{
    struct votes_first *f = &c->votes.first;
    struct draw_list *list = c->ui->list;
    for (int i = f->offered.top; i < o->count && i < f->offered.top + f->offered.shown; i++) {
        double y = box.y + (i - f->offered.top) * ROW, right = box.x + box.w - 12;
        bool free = can_be_taken(c, o, i);
        if (i == f->offered.chosen)
            draw_round(list, box.x, y, box.w, ROW, 8, TOKEN_TINT);
        if (free)
            draw_tick(list, box.x + 8, y + 8, find(f, o, i) >= 0);
        else
            right -= 12 + draw_width(list, REGULAR(20), word(WORD_VOTES_FIRST_ADOPTED));
        if (!free)
            draw_text(list, box.x + box.w - 12, y + 8, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                      word(WORD_VOTES_FIRST_ADOPTED));
        draw_text(list, box.x + 84, y + 8, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, o->place[i]);
        draw_text_within(list, box.x + 96, y + 8, right - box.x - 96, REGULAR(20), ALIGN_LEFT,
                         TOKEN_INK, o->text[i]);
    }
}

static void run_offered(struct console *c, const struct offer *o, struct box box)
{
    struct votes_first *f = &c->votes.first;
    ui_id id = ui_id_of("first-offered", 0);
    double y = box.y;
    draw_text(c->ui->list, box.x, y + 8, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
              word(o->content ? WORD_VOTES_FIRST_OFFERED : WORD_VOTES_FIRST_CONDITIONS));
    if (o->content) {
        double label = draw_width(c->ui->list, REGULAR(20), word(WORD_VOTES_FIRST_HOW_MANY));
        draw_text(c->ui->list, box.x + box.w - 200 - label, y + 8, REGULAR(20), ALIGN_LEFT,
                  TOKEN_INK2, word(WORD_VOTES_FIRST_HOW_MANY));
        int most = o->outcome.chosen < PRIORITIES_MAX ? o->outcome.chosen : PRIORITIES_MAX;
        int by = votes_stepper(c, "first-wanted", box.x + box.w, y, votes_wanted(c), 1, most);
        if (by) {
            f->touched = true;
            c->votes.wanted = (uint8_t)(votes_wanted(c) + by);
            take_first(c, o, c->votes.wanted);
        }
    }
    y += 56;
    draw_text_within(c->ui->list, box.x, y, box.w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_VOTES_FIRST_TAKE));
    y += 36;
    if (c->votes.arrived)
        ui_focus(c->ui, id);
    struct box rows = {box.x, y, box.w, box.y + box.h - y};
    bool done = rows_run(c->ui, id, rows.x, rows.y, rows.w, rows.h, ROW, o->count, &f->offered);
    int at = done ? find(f, o, f->offered.chosen) : -1;
    f->touched |= done;
    if (at >= 0)
        leave_out(f, at);
    else if (done && can_be_taken(c, o, f->offered.chosen))
        take_on(c, o, f->offered.chosen);
    draw_offered(c, o, rows);
}

/* Shift with an arrow moves the chosen one; the list itself has walked to its neighbour. */
static void move_kept(struct console *c, ui_id id, int was)
{
    struct votes_first *f = &c->votes.first;
    const struct input_event *e;
    for (int at = 0; (e = ui_next(c->ui, id, &at));) {
        bool moves = e->kind == INPUT_KEY && e->modifiers == WITH_SHIFT &&
                     (e->key == KEY_UP || e->key == KEY_DOWN);
        int to = was + (e->key == KEY_UP ? -1 : 1);
        if (!moves || to < 0 || to >= f->now.count)
            continue;
        struct priority one = f->now.list[was];
        f->now.list[was] = f->now.list[to];
        f->now.list[to] = one;
        was = f->kept.chosen = to;
        f->touched = true;
    }
}

static void run_typed(struct console *c, double x, double y, double w)
{
    struct votes_first *f = &c->votes.first;
    struct offer one = {.count = 1};
    char text[NAME_SIZE];
    struct field field = {
        .label = word(WORD_VOTES_FIRST_TYPED), .visible = NAME_VISIBLE, .bytes = NAME_SIZE - 1};
    if (field_run(c->ui, ui_id_of("first-typed", 0), x, y, w, &f->typed, field) != FIELD_ENTERED ||
        text_take(text, sizeof text, NAME_VISIBLE, f->typed.text, strlen(f->typed.text)) !=
            TEXT_FINE)
        return;
    one.text[0] = text;
    f->touched = true;
    if (find(f, &one, 0) < 0)
        take_on(c, &one, 0);
    edit_set(&f->typed, "");
}

static void run_kept(struct console *c, struct box box)
{
    struct votes_first *f = &c->votes.first;
    struct draw_list *list = c->ui->list;
    ui_id id = ui_id_of("first-kept", 0);
    double y = box.y + 8, typed_y = box.y + box.h - FIELD_H;
    console_line(c, &box, y, SEMIBOLD(20), TOKEN_INK, word(WORD_VOTES_FIRST_KEPT));
    y += 48;
    draw_text_within(list, box.x, y, box.w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     word(f->now.count ? WORD_VOTES_FIRST_MOVE : WORD_VOTES_FIRST_NONE));
    y += 36;
    int was = f->kept.chosen;
    rows_run(c->ui, id, box.x, y, box.w, typed_y - LABEL - 12 - y, ROW, f->now.count, &f->kept);
    move_kept(c, id, was);
    bool out = ui_focused(c->ui, id) &&
               (ui_pressed(c->ui, KEY_DELETE, 0) || ui_pressed(c->ui, KEY_BACKSPACE, 0));
    if (out && f->now.count) {
        f->touched = true;
        leave_out(f, f->kept.chosen);
    }
    for (int i = f->kept.top; i < f->now.count && i < f->kept.top + f->kept.shown; i++) {
        const struct priority *one = &f->now.list[i];
        double at = y + (i - f->kept.top) * ROW;
        char number[16];
        snprintf(number, sizeof number, "%d", i + 1);
        if (i == f->kept.chosen && ui_focused(c->ui, id))
            draw_round(list, box.x, at, box.w, ROW, 8, TOKEN_TINT);
        draw_text(list, box.x + 32, at + 8, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, number);
        draw_text_within(list, box.x + 44, at + 8, box.w - 56, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         one->condition ? c->sight.room->conditions[one->condition].name
                                        : one->text);
    }
    run_typed(c, box.x, typed_y, box.w);
}

/* What is to be known before they are kept; empty: nothing. */
static void remark_of(char to[VOTES_TEXT], const struct console *c)
{
    const struct votes_first *f = &c->votes.first;
    const struct priorities_change *there = &c->sight.room->priorities;
    to[0] = '\0';
    if (f->actions)
        return;
    if (there->revision != f->now.revision)
        snprintf(to, VOTES_TEXT, "%s", word(WORD_VOTES_FIRST_CHANGED));
    else if (there->count)
        snprintf(to, VOTES_TEXT, word(WORD_VOTES_FIRST_INSTEAD), there->count);
}

void votes_first_draw(struct console *c, struct box box)
{
    struct votes_first *f = &c->votes.first;
    struct offer offer;
    char remark[VOTES_TEXT];
    double bottom = box.y + box.h, top = bottom - BUTTON;
    double w = f->actions ? box.w : (box.w - COLUMN_GAP) / 2;
    follow(c);
    make_offer(&offer, c->sight.room, f->ballot);
    double y = console_line(c, &box, box.y, SEMIBOLD(28), TOKEN_INK,
                            word(f->actions ? WORD_VOTES_FIRST_ACTIONS : WORD_VOTES_FIRST_TITLE)) +
               12;
    remark_of(remark, c);
    double h = top - 12 - (remark[0] ? FAULT : 0) - 12 - y;
    run_offered(c, &offer, (struct box){box.x, y, w, h});
    if (!f->actions)
        run_kept(c, (struct box){box.x + w + COLUMN_GAP, y, w, h});
    if (remark[0])
        console_line(c, &box, top - 12 - FAULT + 4, MEDIUM(20), TOKEN_INK, remark);
    struct button yes = {.kind = BUTTON_PRIMARY,
                         .text = word(f->actions ? WORD_VOTES_FIRST_ADOPT : WORD_VOTES_FIRST_KEEP),
                         .off = f->actions && f->adopted_count == 0,
                         .height = BUTTON};
    struct button no = {.kind = BUTTON_SECONDARY, .text = word(WORD_VOTES_LEAVE), .height = BUTTON};
    double right = box.x + box.w - button_width(c->ui, yes);
    if (button_run(c->ui, ui_id_of("first-leave", 0), right - 12 - button_width(c->ui, no), top,
                   no))
        put_down(c);
    else if (button_run(c->ui, ui_id_of("first-keep", 0), right, top, yes))
        f->actions ? adopt(c) : keep(c);
    f->shown = c->sight.room->priorities.revision;
}
