/* The talk's way: which school, which page, which condition, and the keys that lead there. */

#include "console/talk.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/talk_parts.h"

void talk_turn(struct console *c, enum talk_page page)
{
    c->talk.arrived = page != c->talk.page || c->talk.arrived;
    c->talk.page = page;
}

void talk_go(struct console *c, condition_id condition)
{
    if (condition < 1 || condition > c->sight.room->workshop.condition_count)
        return;
    c->talk.condition = condition;
    c->talk.hands = (struct scale_hands){0};
    c->talk.not_below_until_ms = 0;
    c->talk.actions_page = 0;
    c->talk.page = TALK_QUESTION;
    c->talk.arrived = true;
}

/* The first condition that is not agreed; 0: all are. */
static condition_id first_open(const struct room *room, school_id school)
{
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        if (!room->talks[c][school].settled)
            return c;
    return 0;
}

static bool has_begun(const struct console *c, school_id school)
{
    const struct progress_item *progress = &c->sight.room->progress[school];
    for (int i = 0; i < TALK_DRAFTS_MAX; i++)
        if (c->talk.drafts[i].school == school && c->talk.drafts[i].touched)
            return true;
    return progress->agreed + progress->proposed > 0;
}

void talk_choose(struct console *c, school_id school)
{
    condition_id open = first_open(c->sight.room, school);
    c->talk.school = school;
    c->talk.sheet_page = 0;
    edit_set(&c->talk.search, "");
    talk_go(c, open ? open : 1);
    if (!has_begun(c, school))
        talk_turn(c, TALK_WHY);
    else if (!open)
        talk_turn(c, TALK_SHEET);
}

void talk_next_school(struct console *c, int step)
{
    const struct room *room = c->sight.room;
    for (int i = 0; i < room->school_count; i++)
        if (room->school_order[i] == c->talk.school && i + step >= 0 &&
            i + step < room->school_count) {
            talk_choose(c, room->school_order[i + step]);
            return;
        }
}

void talk_ask_sheet(struct console *c, bool print)
{
    c->wish->sheet = c->talk.school;
    c->wish->print = print;
}

/* A school that was asked for has come. */
static void meet_new_school(struct console *c)
{
    struct console_talk *talk = &c->talk;
    school_id school = talk->adding[0] ? room_find_school(c->sight.room, talk->adding) : 0;
    if (!school)
        return;
    talk->adding[0] = '\0';
    talk_choose(c, school);
}

/* The name that was last agreed with stands in its field, until somebody types another. */
static void remember_leader(struct console *c)
{
    struct console_talk *talk = &c->talk;
    const struct room *room = c->sight.room;
    if (talk->named == talk->school)
        return;
    talk->named = talk->school;
    int64_t latest = -1;
    for (condition_id k = 1; !talk->led[talk->school] && k <= room->workshop.condition_count; k++) {
        const struct talk_item *item = &room->talks[k][talk->school];
        if (item->settled && item->agreed_with[0] && item->agreed_ms > latest) {
            latest = item->agreed_ms;
            text_copy(talk->leaders[talk->school], NAME_SIZE, item->agreed_with);
        }
    }
    edit_set(&talk->with, talk->leaders[talk->school]);
}

/* Puts the texts of what is looked at into their fields; what is being typed is left alone. */
static void load_texts(struct console *c)
{
    struct console_talk *talk = &c->talk;
    struct talking t;
    talk_look(&t, c);
    bool other = talk->loaded != talk->condition || talk->loaded_school != talk->school;
    if (other || (!t.touched && strcmp(t.note, talk->note.text) != 0))
        edit_set(&talk->note, t.note);
    if (other)
        edit_set(&talk->action, t.draft ? t.draft->action : "");
    talk->loaded = talk->condition;
    talk->loaded_school = talk->school;
}

/* Back one page: from a question to the schools, and so on. */
static void go_back(struct console *c)
{
    if (c->talk.page == TALK_SHEET && first_open(c->sight.room, c->talk.school))
        talk_turn(c, TALK_QUESTION);
    else
        talk_turn(c, TALK_LIST);
}

static void take_keys(struct console *c)
{
    struct ui *ui = c->ui;
    struct console_talk *talk = &c->talk;
    if (talk->page == TALK_LIST)
        return;
    if (ui_pressed(ui, KEY_ESCAPE, 0) && !c->help) {
        go_back(c);
        c->escaped = true;
    }
    if (ui_pressed(ui, KEY_PAGE_DOWN, WITH_CONTROL))
        talk_next_school(c, 1);
    if (ui_pressed(ui, KEY_PAGE_UP, WITH_CONTROL))
        talk_next_school(c, -1);
    if (ui_letter(ui, 's', WITH_CONTROL))
        talk_ask_sheet(c, false);
    if (ui_letter(ui, 'p', WITH_CONTROL))
        talk_ask_sheet(c, true);
}

static void (*const pages[TALK_PAGE_COUNT])(struct console *) = {
    [TALK_LIST] = talk_list_draw,
    [TALK_WHY] = talk_why_draw,
    [TALK_QUESTION] = talk_question_draw,
    [TALK_SHEET] = talk_sheet_draw,
};

void console_talk_draw(struct console *c)
{
    struct console_talk *talk = &c->talk;
    if (!c->sight.room->workshop.condition_count || !talk->school)
        talk->page = TALK_LIST;
    if (c->entered)
        talk->arrived = true;
    meet_new_school(c);
    take_keys(c);
    if (talk->school) {
        remember_leader(c);
        load_texts(c);
    }
    enum talk_page shown = talk->page;
    bool arrived = talk->arrived;
    school_id school = talk->school;
    condition_id condition = talk->condition;
    pages[shown](c);
    bool same = shown == talk->page && school == talk->school && condition == talk->condition;
    if (arrived && same)
        talk->arrived = false;
}

/* ---- what the pages share ---- */

void talk_figure(char to[TALK_FIGURE_SIZE], unsigned now, unsigned target)
{
    if (target)
        snprintf(to, TALK_FIGURE_SIZE, "%u → %u", now, target);
    else
        snprintf(to, TALK_FIGURE_SIZE, "%u", now);
}

void talk_state(char to[TALK_STATE_SIZE], const struct room *room, school_id school)
{
    const struct progress_item *progress = &room->progress[school];
    unsigned all = room->workshop.condition_count;
    if (progress->agreed == all)
        snprintf(to, TALK_STATE_SIZE, "%s", word(WORD_TALK_ALL_AGREED));
    else if (progress->agreed + progress->proposed == 0)
        snprintf(to, TALK_STATE_SIZE, "%s", word(WORD_TALK_NOT_BEGUN));
    else if (progress->agreed == 0)
        snprintf(to, TALK_STATE_SIZE, word(WORD_TALK_PROPOSED), progress->proposed);
    else
        snprintf(to, TALK_STATE_SIZE, word(WORD_TALK_AGREED_OF), progress->agreed, all);
}

action_id talk_action_at(const struct room *room, school_id school, condition_id condition, int i)
{
    for (action_id a = 1; a <= ACTIONS_MAX; a++)
        if (room->actions[a].revision && room->actions[a].state == ACTION_OWN &&
            room->actions[a].content.school == school &&
            room->actions[a].content.condition == condition && i-- == 0)
            return a;
    return 0;
}

void talk_head_draw(struct console *c)
{
    struct draw_list *list = c->ui->list;
    char state[TALK_STATE_SIZE];
    struct button schools = {.kind = BUTTON_QUIET, .text = word(WORD_TALK_SCHOOLS), .height = 48};
    struct button why = {.kind = BUTTON_QUIET, .text = word(WORD_TALK_WHY_SHORT), .height = 48};
    struct button sheet = {.kind = BUTTON_QUIET, .text = word(WORD_TALK_SHEET_SHORT), .height = 48};
    double right = c->x + c->w, y = c->y + 12;
    right -= button_width(c->ui, schools);
    if (button_run(c->ui, ui_id_of("talk-schools", 0), right, y, schools))
        talk_turn(c, TALK_LIST);
    if (c->talk.page != TALK_SHEET) {
        right -= button_width(c->ui, sheet);
        if (button_run(c->ui, ui_id_of("talk-to-sheet", 0), right, y, sheet))
            talk_turn(c, TALK_SHEET);
    }
    if (c->talk.page != TALK_WHY) {
        right -= button_width(c->ui, why);
        if (button_run(c->ui, ui_id_of("talk-to-why", 0), right, y, why))
            talk_turn(c, TALK_WHY);
    }
    talk_state(state, c->sight.room, c->talk.school);
    const char *name = c->sight.room->schools[c->talk.school].name;
    double state_w = draw_width(list, REGULAR(24), state), most = right - 48 - state_w - c->x;
    double name_w = draw_width(list, SEMIBOLD(36), name);
    name_w = name_w < most ? name_w : most;
    draw_text_within(list, c->x, y + 2, most, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, name);
    draw_text(list, c->x + name_w + 24, y + 10, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, state);
}

void talk_foot_draw(struct console *c)
{
    double y = c->y + c->h - TALK_FOOT;
    draw_rect(c->ui->list, 0, y, c->layout.across, TALK_FOOT, TOKEN_SURFACE);
    draw_rect(c->ui->list, 0, y, c->layout.across, 2, TOKEN_LINE);
}

bool talk_foot_button(struct console *c, const char *name, double *right, struct button button)
{
    *right -= button_width(c->ui, button);
    bool done = button_run(c->ui, ui_id_of(name, 0), *right, c->y + c->h - TALK_FOOT + 24, button);
    *right -= 16;
    return done;
}

bool talk_months_run(struct console *c, ui_id id, double x, double y, double w,
                     struct talk_months *list, const char *label, unsigned *months, bool off)
{
    static const uint8_t choices[] = {3, 6, 12, 18, 24, 36};
    int chosen = -1;
    list->count = 0;
    for (size_t i = 0; i < sizeof choices; i++)
        list->months[list->count++] = choices[i];
    for (int i = 0; i < list->count; i++)
        chosen = list->months[i] == *months ? i : chosen;
    if (*months && chosen < 0) { /* a time that was agreed in another way */
        chosen = list->count;
        list->months[list->count++] = *months;
    }
    for (int i = 0; i < list->count; i++) {
        snprintf(list->texts[i], sizeof list->texts[i], word(WORD_TALK_MONTHS), list->months[i]);
        list->items[i] = list->texts[i];
    }
    if (!list->list.open)
        list->list.chosen = chosen;
    if (!dropdown_run(c->ui, id, x, y, w, &list->list, list->items, list->count, label,
                      word(WORD_TALK_MONTHS_NONE), off) ||
        list->list.chosen < 0)
        return false;
    *months = list->months[list->list.chosen];
    return true;
}
