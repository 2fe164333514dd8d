/* Who takes an action on: somebody or a school of those that are here, found by typing, or any name
 * as it was typed. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "ui/field.h"

enum {
    ROW = 48,
    HEAD = 48,
    FIELD = 56,
    GAP = 16,
    KEYS = 40,
    FOUND_MAX = SEATS_MAX + SCHOOLS_MAX + 2
};

struct found {
    uint8_t owner; /* enum owner_kind */
    uint16_t id;
};

struct finding_who {
    const struct room *room;
    char typed[NAME_SIZE];
    int count;
    struct found found[FOUND_MAX];
};

static void forget_chosen(struct console_actions *actions)
{
    actions->who_rows = (struct rows){0};
    actions->who_owner = OWNER_COUNT;
}

/* Whoever comes in meanwhile moves nobody under the finger. */
static void follow_chosen(struct console_actions *actions, const struct finding_who *f)
{
    for (int i = 0; i < f->count; i++)
        if (f->found[i].owner == actions->who_owner && f->found[i].id == actions->who_id)
            actions->who_rows.chosen = i;
}

void actions_ask_who(struct console *c, bool for_draft)
{
    struct console_actions *actions = &c->actions;
    actions->who_for_draft = for_draft;
    actions->who_for = for_draft ? 0 : actions->chosen;
    actions->who_revision = c->sight.room->actions[actions->who_for].revision;
    forget_chosen(actions);
    edit_set(&actions->who, "");
    actions_turn(c, ACTIONS_WHO);
}

/* ---- finding ---- */

static void add(struct finding_who *f, enum owner_kind owner, uint16_t id)
{
    if (f->count < FOUND_MAX)
        f->found[f->count++] = (struct found){(uint8_t)owner, id};
}

/* Everybody that matches, by school: 0 of none, in the order of their seats. */
struct by_school {
    seat_id first[SCHOOLS_MAX + 1], next[SEATS_MAX + 1];
};

static void find_seats(struct by_school *by, const struct finding_who *f)
{
    char text[ACTION_TEXT_SIZE];
    memset(by->first, 0, sizeof by->first);
    for (unsigned i = SEATS_MAX; i >= 1; i--) {
        const struct seat_item *seat = &f->room->seats[i];
        if (seat->role == ROLE_NONE || seat->role == ROLE_DISPLAY)
            continue;
        action_seat_text(text, f->room, (seat_id)i);
        if (!console_matches(text, f->typed))
            continue;
        by->next[i] = by->first[seat->school];
        by->first[seat->school] = (seat_id)i;
    }
}

static void add_seats(struct finding_who *f, const struct by_school *by, school_id school)
{
    for (seat_id seat = by->first[school]; seat; seat = by->next[seat])
        add(f, OWNER_SEAT, seat);
}

static void find(struct finding_who *f, const struct console *c)
{
    const struct edit *who = &c->actions.who;
    struct by_school by;
    f->room = c->sight.room;
    f->count = 0;
    if (text_take(f->typed, NAME_SIZE, NAME_VISIBLE, who->text, strlen(who->text)) != TEXT_FINE)
        f->typed[0] = '\0';
    find_seats(&by, f);
    for (unsigned i = 0; i < f->room->school_count; i++) {
        school_id school = f->room->school_order[i];
        if (console_matches(f->room->schools[school].name, f->typed))
            add(f, OWNER_SCHOOL, school);
        add_seats(f, &by, school);
    }
    add_seats(f, &by, 0);
    add(f, f->typed[0] ? OWNER_NAME : OWNER_NOBODY, 0);
}

/* ---- taking ---- */

static void take(struct console *c, const struct finding_who *f, const struct found *found)
{
    struct console_actions *actions = &c->actions;
    struct action_content owner = {.owner = found->owner};
    owner.owner_seat = found->owner == OWNER_SEAT ? found->id : 0;
    owner.owner_school = found->owner == OWNER_SCHOOL ? found->id : 0;
    if (found->owner == OWNER_NAME)
        text_copy(owner.owner_name, NAME_SIZE, f->typed);
    if (!actions->who_for_draft) {
        actions_give(c, actions->who_for, actions->who_revision, &owner);
        actions_turn(c, ACTIONS_CHOSEN);
        return;
    }
    struct action_content *content = &actions->draft.content;
    content->owner = owner.owner;
    content->owner_seat = owner.owner_seat;
    content->owner_school = owner.owner_school;
    text_copy(content->owner_name, NAME_SIZE, owner.owner_name);
    actions_turn(c, ACTIONS_FORM);
}

/* ---- drawing ---- */

static void draw_row(struct console *c, const struct finding_who *f, const struct found *found,
                     double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    char text[ACTION_TEXT_SIZE];
    const char *more = "";
    switch (found->owner) {
    case OWNER_SEAT:
        action_seat_text(text, f->room, found->id);
        more =
            f->room->seats[found->id].presence == PRESENCE_HERE ? "" : word(WORD_ACTIONS_WHO_AWAY);
        break;
    case OWNER_SCHOOL:
        text_copy(text, sizeof text, f->room->schools[found->id].name);
        more = word(WORD_ACTIONS_WHO_SCHOOL);
        break;
    case OWNER_NAME:
        text_copy(text, sizeof text, f->typed);
        more = word(WORD_ACTIONS_WHO_NAME);
        break;
    default:
        text_copy(text, sizeof text, word(WORD_ACTIONS_WHO_NOBODY));
    }
    double more_w = draw_width(list, REGULAR(20), more);
    draw_text_within(list, x + 12, y + 10, w - more_w - 40, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     text);
    draw_text(list, x + w - 12, y + 10, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2, more);
}

void actions_who_draw(struct acting *a, struct box box)
{
    struct console *c = a->console;
    struct console_actions *actions = &c->actions;
    struct rows *rows = &actions->who_rows;
    struct finding_who f;
    ui_id field_id = ui_id_of("action-find", 0), list_id = ui_id_of("action-found", 0);
    if (actions->arrived)
        ui_focus(c->ui, field_id);
    actions->arrived = false;
    double y =
        console_line(c, &box, box.y + 12, SEMIBOLD(24), TOKEN_INK, word(WORD_ACTIONS_WHO_TITLE));
    y = console_line(c, &box, y, REGULAR(20), TOKEN_INK2,
                     actions->who_for_draft ? actions->draft.text.text
                                            : a->room->actions[actions->who_for].content.text) +
        GAP;
    enum field_result typed = field_run(
        c->ui, field_id, box.x, y, box.w, &actions->who,
        (struct field){.placeholder = word(WORD_ACTIONS_WHO_FIND), .visible = NAME_VISIBLE});
    if (typed == FIELD_CHANGED)
        forget_chosen(actions);
    if (typed == FIELD_BELOW)
        ui_focus(c->ui, list_id);
    find(&f, c);
    follow_chosen(actions, &f);
    y += FIELD + GAP;
    double bottom = box.y + box.h - KEYS;
    bool taken = rows_run(c->ui, list_id, box.x, y, box.w, bottom - y, ROW, f.count, rows);
    actions->who_owner = f.found[rows->chosen].owner;
    actions->who_id = f.found[rows->chosen].id;
    for (int i = rows->top; i < f.count && i < rows->top + rows->shown; i++) {
        double at = y + (i - rows->top) * ROW;
        if (i == rows->chosen)
            draw_round(c->ui->list, box.x, at, box.w, ROW, 8, TOKEN_TINT);
        draw_row(c, &f, &f.found[i], box.x, at, box.w);
    }
    console_line(c, &box, bottom + 8, REGULAR(20), TOKEN_INK2, word(WORD_ACTIONS_WHO_KEYS));
    if (taken || (typed == FIELD_ENTERED && f.typed[0]))
        take(c, &f, &f.found[rows->chosen]);
}
