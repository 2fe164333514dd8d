#include "lines/forms.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

/* What the room is at, how it is looked at, and how the workshop is set. */

static bool read_setting(struct lines_reader *r, enum setting setting)
{
    struct setting_change *c = &r->command->change.setting;
    r->command->kind = COMMAND_SET;
    c->setting = (uint8_t)setting;
    return lines_take_either(r, &c->on, "on", "off", word(WORD_LINES_ON_OFF));
}

bool read_admit_all(struct lines_reader *r)
{
    return read_setting(r, SETTING_ADMIT_ALL);
}

bool read_count_proposed(struct lines_reader *r)
{
    return read_setting(r, SETTING_COUNT_PROPOSED);
}

bool read_room_code(struct lines_reader *r)
{
    return read_setting(r, SETTING_OFFER_ROOM_CODE);
}

bool read_hide_timers(struct lines_reader *r)
{
    return read_setting(r, SETTING_HIDE_TIMERS);
}

bool read_next(struct lines_reader *r)
{
    r->command->kind = COMMAND_GO;
    r->command->change.place = room_place_after(r->room, r->room->place, 1);
    return true;
}

bool read_back(struct lines_reader *r)
{
    r->command->kind = COMMAND_GO;
    r->command->change.place = room_place_after(r->room, r->room->place, -1);
    return true;
}

/* "3" or "3.2" */
bool read_goto(struct lines_reader *r)
{
    const char *typed = lines_peek(r);
    unsigned item, step = 1;
    int all = 0;
    r->command->kind = COMMAND_GO;
    bool whole = typed && strspn(typed, "0123456789.") == strlen(typed) && strlen(typed) <= 6 &&
                 ((sscanf(typed, "%u.%u%n", &item, &step, &all) == 2 && !typed[all]) ||
                  (sscanf(typed, "%u%n", &item, &all) == 1 && !typed[all]));
    if (!whole || item > UINT8_MAX || step > UINT8_MAX)
        return lines_unclear(r, typed, word(WORD_LINES_AN_ITEM));
    r->command->change.place = (struct place){(uint8_t)item, (uint8_t)step};
    return lines_take(r, typed);
}

static bool read_timer(struct lines_reader *r, enum timer_action action)
{
    r->command->kind = COMMAND_TIME;
    r->command->change.timer.action = (uint8_t)action;
    return true;
}

bool read_timer_start(struct lines_reader *r)
{
    return read_timer(r, TIMER_START);
}

bool read_timer_pause(struct lines_reader *r)
{
    return read_timer(r, TIMER_PAUSE);
}

bool read_timer_add(struct lines_reader *r)
{
    long minutes;
    if (!read_timer(r, TIMER_ADD) ||
        !lines_take_number(r, &minutes, -24 * 60, 24 * 60, word(WORD_LINES_MINUTES)))
        return false;
    r->command->change.timer.milliseconds = minutes * INT64_C(60000);
    return true;
}

/* The view is sent as a whole: what is not named stays as it is. */
static struct view *begin_view(struct lines_reader *r)
{
    r->command->kind = COMMAND_LOOK;
    r->command->change.view = r->room->view;
    return &r->command->change.view;
}

bool read_view_targets(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->targets, "on", "off", word(WORD_LINES_ON_OFF));
}

bool read_view_order(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->by_average, "average", "number",
                             word(WORD_LINES_AN_ORDER));
}

bool read_view_focus(struct lines_reader *r)
{
    struct view *view = begin_view(r);
    condition_id condition = 0;
    if (!lines_take(r, "0") && !lines_take_condition(r, &condition))
        return false;
    view->focus = (uint8_t)condition;
    return true;
}

bool read_view_page(struct lines_reader *r)
{
    long page;
    struct view *view = begin_view(r);
    if (!lines_take_number(r, &page, 0, UINT8_MAX, word(WORD_LINES_A_PAGE)))
        return false;
    view->page = (uint8_t)page;
    return true;
}

bool read_view_note(struct lines_reader *r)
{
    unsigned note = 0;
    struct view *view = begin_view(r);
    if (!lines_take(r, "0") && !lines_take_note(r, &note))
        return false;
    view->note = (note_id)note;
    return true;
}

bool read_view_finding(struct lines_reader *r)
{
    unsigned number = 0;
    struct view *view = begin_view(r);
    if (!lines_take(r, "0") && !lines_take_finding(r, &view->finding_kind, &number))
        return false;
    view->finding = (uint8_t)number;
    return true;
}

bool read_blank(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->blank, "on", "off", word(WORD_LINES_ON_OFF));
}

bool read_freeze(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->frozen, "on", "off", word(WORD_LINES_ON_OFF));
}

bool read_larger(struct lines_reader *r)
{
    long steps;
    struct view *view = begin_view(r);
    if (!lines_take_number(r, &steps, 0, LARGER_MOST, word(WORD_LINES_LARGER)))
        return false;
    view->larger = (uint8_t)steps;
    return true;
}

bool read_replan(struct lines_reader *r)
{
    long minutes;
    r->command->kind = COMMAND_REPLAN;
    if (!lines_take_number(r, &minutes, -24 * 60, 24 * 60, word(WORD_LINES_MINUTES)))
        return false;
    r->command->change.replan.item = r->room->place.item;
    r->command->change.replan.revision = r->room->workshop.plan_revision;
    r->command->change.replan.minutes = (int16_t)minutes;
    return true;
}

/* An item is sent as a whole: what is not named stays as it is. */
static struct agenda_item *begin_item(struct lines_reader *r)
{
    struct agenda_change *c = &r->command->change.agenda;
    unsigned item;
    r->command->kind = COMMAND_CHANGE_AGENDA_ITEM;
    if (!lines_take_id(r, &item, AGENDA_MAX, word(WORD_LINES_AN_ITEM)))
        return NULL;
    c->item = (uint8_t)item;
    c->revision = r->room->workshop.plan_revision;
    memcpy(&c->content, &r->room->items[item], sizeof c->content);
    return &c->content;
}

bool read_retitle(struct lines_reader *r)
{
    struct agenda_item *item = begin_item(r);
    return item && lines_take_text(r, item->title, sizeof item->title, TITLE_VISIBLE);
}

/* "09:20", and how long, in minutes */
bool read_retime(struct lines_reader *r)
{
    struct agenda_item *item = begin_item(r);
    const char *typed = lines_peek(r);
    unsigned hours, minutes;
    long length;
    int all = 0;
    if (!item)
        return false;
    if (!typed || strlen(typed) > 5 || sscanf(typed, "%2u:%2u%n", &hours, &minutes, &all) != 2 ||
        typed[all] || hours > 23 || minutes > 59)
        return lines_unclear(r, typed, word(WORD_LINES_A_TIME));
    if (!lines_take(r, typed) ||
        !lines_take_number(r, &length, 0, 24 * 60, word(WORD_LINES_MINUTES)))
        return false;
    item->start = (uint16_t)(hours * 60 + minutes);
    item->minutes = (uint16_t)length;
    return true;
}

bool read_undo(struct lines_reader *r)
{
    r->command->kind = COMMAND_UNDO;
    r->command->change.undo.serial = r->room->undo.undo;
    return true;
}

bool read_redo(struct lines_reader *r)
{
    r->command->kind = COMMAND_REDO;
    r->command->change.undo.serial = r->room->undo.redo;
    return true;
}

/* A file's name as it is typed, in one word with marks or in several without. */
bool read_save_page(struct lines_reader *r)
{
    size_t length = 0;
    const char *part;
    while ((part = lines_take_any(r)))
        length += (size_t)snprintf(r->path + length, LINES_INPUT_MAX - length, "%s%s",
                                   length ? " " : "", part);
    return true;
}
