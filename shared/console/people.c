#include "console/parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/field.h"
#include "ui/mark.h"

enum { ROW = 40, GAP = 32, INDENT = 40, ADD_HEIGHT = 108, GROUPED_A_FRAME = 8, CODES_HEIGHT = 344 };

void console_people_find(struct console *c, seat_id seat)
{
    console_go(c, CONSOLE_PEOPLE);
    c->people.chosen = (struct person){.seat = seat, .school = c->sight.room->seats[seat].school};
}

/* ---- the list ---- */

static bool is_waiting(const struct seat_item *seat)
{
    return seat->role == ROLE_ROOM && seat->school && !seat->speaks;
}

static void add(struct console_people *people, seat_id seat, school_id school)
{
    people->list[people->count++] = (struct person){.seat = seat, .school = school};
}

/* Who waits, then each school with its people, then everybody else. Seats are linked by school
 * first, so that thousands take no longer than they must. */
static void list_people(struct console_people *people, const struct room *room)
{
    seat_id first[SCHOOLS_MAX + 1] = {0}, next[SEATS_MAX + 1];
    people->count = 0;
    for (unsigned i = SEATS_MAX; i > 0; i--) {
        const struct seat_item *seat = &room->seats[i];
        if (seat->role == ROLE_NONE || is_waiting(seat))
            continue;
        next[i] = first[seat->school];
        first[seat->school] = (seat_id)i;
    }
    for (unsigned i = 1; i <= SEATS_MAX; i++)
        if (is_waiting(&room->seats[i]))
            add(people, (seat_id)i, room->seats[i].school);
    for (unsigned i = 0; i < room->school_count; i++) {
        add(people, 0, room->school_order[i]);
        for (seat_id seat = first[room->school_order[i]]; seat; seat = next[seat])
            add(people, seat, room->school_order[i]);
    }
    if (first[0])
        add(people, 0, 0);
    for (seat_id seat = first[0]; seat; seat = next[seat])
        add(people, seat, 0);
}

/* Finds the chosen one again, wherever it is now; where it is gone, what stands there is chosen. */
static void follow_chosen(struct console_people *people)
{
    for (int i = 0; i < people->count; i++) {
        const struct person *person = &people->list[i];
        bool same = people->chosen.seat ? person->seat == people->chosen.seat
                                        : !person->seat && person->school == people->chosen.school;
        if (same)
            people->rows.chosen = i;
    }
}

static void draw_seat(struct console *c, const struct seat_item *seat, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    bool waits = is_waiting(seat);
    const char *name = seat->name[0] ? seat->name : word(WORD_PEOPLE_NO_NAME);
    mark_dot(list, x + INDENT + 10, y + ROW / 2.0, 20,
             seat->presence == PRESENCE_HERE ? SEAT_TAKEN : SEAT_AWAY);
    double name_x = x + INDENT + 36, right = x + w - 12, name_w = w * 0.45;
    draw_text_within(list, name_x, y + 6, name_w, seat->name[0] ? MEDIUM(20) : REGULAR(20),
                     ALIGN_LEFT, seat->name[0] ? TOKEN_INK : TOKEN_INK2, name);
    char says[NAME_SIZE + 64] = "";
    if (waits)
        snprintf(says, sizeof says, "%s, %s", c->sight.room->schools[seat->school].name,
                 word(WORD_PEOPLE_WAITS));
    else if (seat->group)
        snprintf(says, sizeof says, "%s %u", word(WORD_PEOPLE_GROUP), seat->group);
    else if (!seat->school)
        snprintf(says, sizeof says, "%s",
                 seat->role == ROLE_FACILITATOR ? word(WORD_PEOPLE_CODE_FACILITATOR)
                 : seat->role == ROLE_OBSERVER  ? word(WORD_PEOPLE_CODE_OBSERVER)
                 : seat->role == ROLE_DISPLAY   ? word(WORD_PEOPLE_CODE_DISPLAY)
                                                : word(WORD_PEOPLE_NO_SCHOOL));
    double says_x = name_x + name_w + 12;
    draw_text_within(list, says_x, y + 6, right - says_x, waits ? SEMIBOLD(20) : REGULAR(20),
                     ALIGN_RIGHT, waits ? TOKEN_ACCENT : TOKEN_INK2, says);
}

static void draw_school(struct console *c, school_id school, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    char code[CONSOLE_CODE_SIZE] = "";
    if (school)
        console_code(code, room, CODE_SCHOOL, school, 0);
    double code_w = draw_width(list, REGULAR(20), code);
    draw_text_within(list, x + 12, y + 6, w - 40 - code_w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     school ? room->schools[school].name : word(WORD_PEOPLE_OTHERS));
    draw_text(list, x + w - 12, y + 6, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2, code);
}

static void draw_list(struct console *c, const struct box *box)
{
    struct console_people *people = &c->people;
    const struct room *room = c->sight.room;
    ui_id id = ui_id_of("people", 0);
    follow_chosen(people);
    if (c->entered)
        ui_focus(c->ui, id);
    bool enter =
        rows_run(c->ui, id, box->x, box->y, box->w, box->h, ROW, people->count, &people->rows);
    struct rows *rows = &people->rows;
    for (int i = rows->top; i < people->count && i < rows->top + rows->shown; i++) {
        const struct person *person = &people->list[i];
        double y = box->y + (i - rows->top) * ROW;
        if (i == rows->chosen)
            draw_round(c->ui->list, box->x, y, box->w, ROW, 8, TOKEN_TINT);
        if (person->seat)
            draw_seat(c, &room->seats[person->seat], box->x, y, box->w);
        else
            draw_school(c, person->school, box->x, y, box->w);
    }
    struct person now = people->count ? people->list[rows->chosen] : (struct person){0};
    if (now.seat != people->chosen.seat || now.school != people->chosen.school)
        people->sure = false;
    people->chosen = now;
    if (enter)
        people_panel_focus(c);
}

/* ---- below the list ---- */

static void add_school(struct console *c, double x, double y, double w)
{
    struct console_people *people = &c->people;
    struct field field = {.label = word(WORD_PEOPLE_ADD_SCHOOL), .visible = NAME_VISIBLE};
    enum field_result done =
        field_run(c->ui, ui_id_of("add-school", 0), x, y, w, &people->school, field);
    char name[NAME_SIZE];
    if (done != FIELD_ENTERED || text_take(name, sizeof name, NAME_VISIBLE, people->school.text,
                                           strlen(people->school.text)) != TEXT_FINE)
        return;
    struct command *command = console_command(c, COMMAND_ADD_SCHOOL);
    if (command)
        text_copy(command->change.school.name, NAME_SIZE, name);
    edit_set(&people->school, "");
}

/* ---- groups: neighbours in the list, who are of one school, come apart ---- */

static bool is_grouped(const struct seat_item *seat)
{
    return seat->role == ROLE_SCHOOL || (seat->role == ROLE_ROOM && seat->school);
}

static void begin_groups(struct console *c, uint8_t size)
{
    struct console_people *people = &c->people;
    unsigned count = 0;
    for (unsigned i = 1; i <= SEATS_MAX; i++)
        count += is_grouped(&c->sight.room->seats[i]);
    unsigned groups = (count + size - 1) / size;
    people->groups = (uint8_t)(groups > GROUPS_MAX ? GROUPS_MAX : groups);
    people->grouped = 0;
}

/* A few commands a frame, until everybody has a group. */
static void go_on_grouping(struct console *c)
{
    struct console_people *people = &c->people;
    int sent = 0;
    if (!people->groups)
        return;
    unsigned place = 0;
    for (int i = 0; i < people->count; i++) {
        seat_id seat = people->list[i].seat;
        if (!seat || !is_grouped(&c->sight.room->seats[seat]))
            continue;
        uint8_t group = (uint8_t)(place++ % people->groups + 1);
        if (place <= people->grouped || c->sight.room->seats[seat].group == group)
            continue;
        struct command *command =
            sent++ < GROUPED_A_FRAME ? console_command(c, COMMAND_GROUP_SEAT) : NULL;
        if (!command)
            return;
        command->change.seat = (struct seat_change){.seat = seat, .group = group};
        people->grouped = (seat_id)place;
    }
    people->groups = 0;
}

/* Ends at `right`; returns where it begins. */
static double draw_group_buttons(struct console *c, double right, double y)
{
    const struct room *room = c->sight.room;
    uint8_t planned = room->items[room->place.item].group_size;
    static const uint8_t usual[] = {2, 3};
    for (int i = 1; i >= 0; i--) {
        uint8_t size = i == 1 && planned > 3 ? planned : usual[i];
        char text[64];
        snprintf(text, sizeof text, word(WORD_PEOPLE_GROUPS), size);
        struct button button = {
            .kind = BUTTON_SECONDARY, .text = text, .busy = c->people.groups > 0, .height = 56};
        right -= button_width(c->ui, button);
        if (button_run(c->ui, ui_id_of("groups", i), right, y, button))
            begin_groups(c, size);
        right -= 12;
    }
    return right;
}

void console_people_draw(struct console *c)
{
    struct console_people *people = &c->people;
    struct draw_list *list = c->ui->list;
    double left = floor((c->w - GAP) * 0.5), right_x = c->x + left + GAP;
    double w = c->w - left - GAP, bottom = c->y + c->h - 24, foot = bottom - ADD_HEIGHT;
    list_people(people, c->sight.room);
    draw_text(list, c->x, c->y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_CONSOLE_SEATS));
    draw_text_within(list, c->x + 140, c->y + 18, left - 140, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                     word(WORD_PEOPLE_HINT));
    struct box rows = {c->x, c->y + 60, left, foot - 16 - c->y - 60};
    draw_list(c, &rows);
    if (!people->count)
        draw_text_within(list, c->x, rows.y, left, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_PEOPLE_NOBODY));
    people_panel_draw(c, (struct box){right_x, c->y + 24, w, bottom - CODES_HEIGHT - 48 - c->y});
    people_codes_draw(c, (struct box){right_x, bottom - CODES_HEIGHT, w, CODES_HEIGHT});
    double groups_x = draw_group_buttons(c, c->x + left, foot + 48);
    add_school(c, c->x, foot + 48, groups_x - 12 - c->x);
    go_on_grouping(c);
    if (!ui_focused(c->ui, ui_id_of("people", 0)) && console_escape(c))
        ui_focus(c->ui, ui_id_of("people", 0));
}
