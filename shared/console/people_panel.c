/* What can be done with the chosen person or school. */

#include "console/votes_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/field.h"

enum { PADDING = 24, BUTTON = 56, FIELD_ABOVE = 36, ANSWER_W = 104 };

static ui_id name_id(void)
{
    return ui_id_of("person-name", 0);
}

void people_panel_focus(struct console *c)
{
    ui_focus(c->ui, name_id());
}

/* The name as the room has it goes into the field when another is chosen, or when it has changed
 * and nobody has typed. */
static void load(struct console_people *people, const char *name)
{
    bool same = people->loaded.seat == people->chosen.seat &&
                people->loaded.school == people->chosen.school;
    bool typed = same && strcmp(people->name.text, people->was) != 0;
    if (same && (typed || strcmp(people->was, name) == 0))
        return;
    people->loaded = people->chosen;
    text_copy(people->was, sizeof people->was, name);
    edit_set(&people->name, name);
}

/* True when a new name was entered; it stands in `to`. */
static bool run_name(struct console *c, const struct box *box, char to[NAME_SIZE])
{
    struct console_people *people = &c->people;
    struct field field = {.label = word(WORD_PEOPLE_NAME), .visible = NAME_VISIBLE};
    return field_run(c->ui, name_id(), box->x, box->y + FIELD_ABOVE, box->w, &people->name,
                     field) == FIELD_ENTERED &&
           text_take(to, NAME_SIZE, NAME_VISIBLE, people->name.text, strlen(people->name.text)) ==
               TEXT_FINE;
}

/* ---- a person ---- */

static void run_place(struct console *c, const struct seat_item *seat, double x, double y, double w)
{
    struct console_people *people = &c->people;
    const struct room *room = c->sight.room;
    int count = room->school_count;
    if (!people->place.open)
        people->place.chosen = -1;
    for (int i = 0; i < count; i++) {
        people->schools[i] = room->schools[room->school_order[i]].name;
        if (!people->place.open && room->school_order[i] == seat->school)
            people->place.chosen = i;
    }
    if (!dropdown_run(c->ui, ui_id_of("person-school", 0), x, y, w, &people->place, people->schools,
                      count, word(WORD_PEOPLE_SCHOOL), word(WORD_PEOPLE_CHOOSE), count == 0))
        return;
    school_id school = room->school_order[people->place.chosen];
    struct command *command =
        school != seat->school ? console_command(c, COMMAND_PLACE_SEAT) : NULL;
    if (command)
        command->change.seat = (struct seat_change){.seat = people->chosen.seat, .school = school};
}

static void set_group(struct console *c, unsigned group)
{
    struct command *command = console_command(c, COMMAND_GROUP_SEAT);
    if (command)
        command->change.seat =
            (struct seat_change){.seat = c->people.chosen.seat, .group = (uint8_t)group};
}

static void run_group(struct console *c, const struct seat_item *seat, double x, double y)
{
    char group[16];
    snprintf(group, sizeof group, "%u", seat->group);
    field_label(c->ui, x, y - FIELD_ABOVE, word(WORD_PEOPLE_GROUP), NULL);
    if (button_icon(c->ui, ui_id_of("group-less", 0), x, y, BUTTON, ICON_MINUS, seat->group == 0))
        set_group(c, seat->group - 1U);
    draw_text(c->ui->list, x + BUTTON + 44, y + 12, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK,
              seat->group ? group : word(WORD_PEOPLE_NO_GROUP));
    if (button_icon(c->ui, ui_id_of("group-more", 0), x + BUTTON + 88, y, BUTTON, ICON_PLUS,
                    seat->group == GROUPS_MAX))
        set_group(c, seat->group + 1U);
}

/* People who share the laptop and vote on it in turn. */
static void run_shared(struct console *c, const struct seat_item *seat, double x, double y)
{
    field_label(c->ui, x, y - FIELD_ABOVE, word(WORD_VOTES_SHARED_LAPTOP), NULL);
    int people = seat->people ? seat->people : 1;
    int by = votes_stepper(c, "person-shared", x + 184, y + 4, people, 1, LAPTOP_MAX);
    struct command *command = by ? console_command(c, COMMAND_SHARE_SEAT) : NULL;
    if (command)
        command->change.seat =
            (struct seat_change){.seat = c->people.chosen.seat, .people = (uint8_t)(people + by)};
}

static void admit(struct console *c, bool speaks)
{
    struct command *command = console_command(c, COMMAND_ADMIT);
    if (command)
        command->change.seat =
            (struct seat_change){.seat = c->people.chosen.seat, .speaks = speaks};
}

/* Giving up a seat is asked twice. */
static void run_remove(struct console *c, const struct box *box, double y)
{
    struct console_people *people = &c->people;
    struct button yes = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_PEOPLE_REMOVE_YES), .height = BUTTON};
    struct button no = {
        .kind = BUTTON_PRIMARY, .text = word(WORD_PEOPLE_REMOVE_NO), .height = BUTTON};
    y += draw_paragraph(c->ui->list, box->x, y, box->w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                        TOKEN_INK, word(WORD_PEOPLE_REMOVE_SURE)) +
         8;
    ui_focus_first(c->ui, ui_id_of("remove-no", 0));
    if (button_run(c->ui, ui_id_of("remove-no", 0), box->x, y, no) || console_escape(c)) {
        people->sure = false;
        ui_focus(c->ui, ui_id_of("people", 0));
    }
    if (!button_run(c->ui, ui_id_of("remove-yes", 0), box->x + button_width(c->ui, no) + 12, y,
                    yes))
        return;
    struct command *command = console_command(c, COMMAND_REMOVE_SEAT);
    if (command)
        command->change.seat.seat = people->chosen.seat;
    people->sure = false;
}

static void issue(struct console *c, enum code_kind kind, school_id school, seat_id seat)
{
    struct command *command = console_command(c, COMMAND_ISSUE_CODE);
    if (command)
        command->change.code =
            (struct code_change){.kind = (uint8_t)kind, .school = school, .seat = seat};
}

static void run_actions(struct console *c, const struct seat_item *seat, const struct box *box,
                        double y)
{
    struct console_people *people = &c->people;
    char code[CONSOLE_CODE_SIZE];
    double x = box->x;
    if (people->sure) {
        run_remove(c, box, y);
        return;
    }
    struct button nod = {.kind = seat->speaks ? BUTTON_SECONDARY : BUTTON_PRIMARY,
                         .text = word(seat->speaks ? WORD_PEOPLE_NOT_IN : WORD_PEOPLE_LET_IN),
                         .height = BUTTON};
    if (seat->role == ROLE_ROOM && seat->school) {
        if (button_run(c->ui, ui_id_of("person-nod", 0), x, y, nod))
            admit(c, !seat->speaks);
        x += button_width(c->ui, nod) + 12;
    }
    struct button laptop = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_PEOPLE_LAPTOP), .height = BUTTON};
    struct button away = {.kind = BUTTON_QUIET, .text = word(WORD_PEOPLE_REMOVE), .height = BUTTON};
    console_code(code, c->sight.room, CODE_SEAT, 0, people->chosen.seat);
    if (button_run(c->ui, ui_id_of("person-laptop", 0), x, y, laptop))
        issue(c, CODE_SEAT, 0, people->chosen.seat);
    x += button_width(c->ui, laptop) + 12;
    if (x + button_width(c->ui, away) > box->x + box->w) {
        x = box->x;
        y += BUTTON + 8;
    }
    if (button_run(c->ui, ui_id_of("person-remove", 0), x, y, away)) {
        people->sure = true;
        ui_focus(c->ui, 0);
    }
    if (!code[0])
        return;
    y += BUTTON + 12;
    draw_text_within(c->ui->list, box->x, y, box->w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_PEOPLE_LAPTOP_CODE));
    draw_text(c->ui->list, box->x, y + 28, BOLD(36), ALIGN_LEFT, TOKEN_INK, code);
}

static void draw_person(struct console *c, const struct box *box)
{
    struct console_people *people = &c->people;
    const struct seat_item *seat = &c->sight.room->seats[people->chosen.seat];
    char name[NAME_SIZE];
    load(people, seat->name);
    double half = (box->w - 24) / 2, y = box->y;
    struct box field = {box->x, y, half, 0};
    struct command *command =
        run_name(c, &field, name) ? console_command(c, COMMAND_NAME_SEAT) : NULL;
    if (command) {
        command->change.seat.seat = people->chosen.seat;
        text_copy(command->change.seat.name, NAME_SIZE, name);
        text_copy(people->was, sizeof people->was, name);
    }
    run_group(c, seat, box->x + half + 24, y + FIELD_ABOVE);
    y += FIELD_ABOVE + BUTTON + 20;
    if (seat->role == ROLE_ROOM || seat->role == ROLE_SCHOOL) {
        run_place(c, seat, box->x, y + FIELD_ABOVE, half);
        run_shared(c, seat, box->x + half + 24, y + FIELD_ABOVE);
        y += FIELD_ABOVE + BUTTON + 20;
    }
    run_actions(c, seat, box, y);
}

/* ---- a school ---- */

static void run_consent(struct console *c, const struct box *box, double y)
{
    static const enum word scopes[SCOPE_COUNT] = {[SCOPE_ROOM] = WORD_PEOPLE_SCOPE_ROOM,
                                                  [SCOPE_SUMMARY] = WORD_PEOPLE_SCOPE_SUMMARY,
                                                  [SCOPE_LA] = WORD_PEOPLE_SCOPE_LA};
    static const struct {
        enum answer answer;
        enum word text;
    } answers[] = {{ANSWER_YES, WORD_CONSOLE_YES}, {ANSWER_NO, WORD_CONSOLE_NO}};
    school_id school = c->people.chosen.school;
    const struct consent_item *consent = &c->sight.room->consents[school];
    draw_text_within(c->ui->list, box->x, y, box->w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_PEOPLE_CONSENT));
    y += 36;
    for (int scope = 0; scope < SCOPE_COUNT; scope++) {
        double x = box->x + box->w - 2 * ANSWER_W - 8;
        draw_text_within(c->ui->list, box->x, y + 10, x - box->x - 12, REGULAR(20), ALIGN_LEFT,
                         TOKEN_INK, word(scopes[scope]));
        ui_group(c->ui, ui_id_of("consent-scope", scope), 0);
        for (int i = 0; i < 2; i++) {
            bool on = consent->answers[scope] == answers[i].answer;
            if (!console_choice(c, ui_id_of("consent", scope * 2 + i), x + i * (ANSWER_W + 8), y,
                                ANSWER_W, word(answers[i].text), on) ||
                on)
                continue;
            struct command *command = console_command(c, COMMAND_CONSENT);
            if (command)
                command->change.consent =
                    (struct consent_change){.school = school,
                                            .scopes = (uint8_t)(1U << scope),
                                            .answer = (uint8_t)answers[i].answer};
        }
        ui_group_end(c->ui);
        y += 56;
    }
}

static void draw_school(struct console *c, const struct box *box)
{
    struct console_people *people = &c->people;
    const struct room *room = c->sight.room;
    school_id school = people->chosen.school;
    char name[NAME_SIZE], code[CONSOLE_CODE_SIZE];
    load(people, room->schools[school].name);
    struct command *command =
        run_name(c, box, name) ? console_command(c, COMMAND_RENAME_SCHOOL) : NULL;
    if (command) {
        command->change.school.school = school;
        text_copy(command->change.school.name, NAME_SIZE, name);
        text_copy(people->was, sizeof people->was, name);
    }
    double y = box->y + FIELD_ABOVE + BUTTON + 20;
    console_code(code, room, CODE_SCHOOL, school, 0);
    draw_text_within(c->ui->list, box->x, y + 12, box->w / 2, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_PEOPLE_SCHOOL_CODE));
    struct button make = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_PEOPLE_MAKE_CODE), .height = BUTTON};
    if (code[0])
        draw_text(c->ui->list, box->x + box->w, y, BOLD(36), ALIGN_RIGHT, TOKEN_INK, code);
    else if (button_run(c->ui, ui_id_of("school-code", 0),
                        box->x + box->w - button_width(c->ui, make), y, make))
        issue(c, CODE_SCHOOL, school, 0);
    run_consent(c, box, y + BUTTON + 20);
}

void people_panel_draw(struct console *c, struct box box)
{
    const struct person *chosen = &c->people.chosen;
    if (!chosen->seat && !chosen->school)
        return;
    draw_round(c->ui->list, box.x, box.y, box.w, box.h, 16, TOKEN_SURFACE);
    struct box inside = {box.x + PADDING, box.y + PADDING - 4, box.w - 2 * PADDING,
                         box.h - 2 * PADDING};
    if (chosen->seat)
        draw_person(c, &inside);
    else
        draw_school(c, &inside);
}
