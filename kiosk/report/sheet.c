#include "report/sheet.h"

#include "analysis/summary.h"
#include "base/text.h"
#include "model/history.h"
#include "phrase/past.h"
#include "phrase/phrase.h"
#include "report/page.h"
#include "report/sheet_workshop.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

enum {
    WIDTH = PAGE_SHORT - 2 * PAGE_MARGIN,
    INDENT = 24,
    GAP = 4,
    BETWEEN = 14,
    AGREED_X = 250,
    AGREED_SIZE = NAME_SIZE + 128
};

static const struct page_style title = {.size = 22, .bold = true}, line = {.size = 11},
                               quiet = {.size = 10, .quiet = true}, small = {.size = 10},
                               head = {.size = 12, .bold = true};

/* The parts of one condition's block are gone through twice: measured, then drawn. */
struct sheet {
    struct page page;
    const struct room *room;
    school_id school;
    condition_id condition;
    const struct talk_item *item;
    const struct figure *figure; /* NULL: to come */
    bool draws;
    double y;
};

static void put_as(struct sheet *s, const char *tag, double indent, struct page_style style,
                   const char *text)
{
    double w = WIDTH - indent;
    if (s->draws) {
        page_tag(&s->page, tag);
        page_text(&s->page, PAGE_MARGIN + indent, s->y, w, style, text);
        page_untag(&s->page, tag);
    }
    s->y += page_measure(&s->page, w, style, text) + GAP;
}

static void put(struct sheet *s, double indent, struct page_style style, const char *text)
{
    put_as(s, "P", indent, style, text);
}

static const struct figure *shown(const struct talk_item *item)
{
    const struct proposal *manager = &item->proposals[SIDE_MANAGER];
    const struct proposal *school = &item->proposals[SIDE_SCHOOL];
    const struct proposal *newest = manager->revision > school->revision ? manager : school;
    if (item->settled)
        return &item->agreed;
    return newest->revision ? &newest->figure : NULL;
}

static void write_agreed(char to[AGREED_SIZE], const struct sheet *s)
{
    char day[WORD_DATE_SIZE];
    word_date_year(day, s->item->agreed_ms);
    if (!s->item->settled)
        text_copy(to, AGREED_SIZE, word(WORD_SHEET_PROPOSED));
    else if (s->item->agreed_with[0])
        snprintf(to, AGREED_SIZE, word(WORD_SHEET_AGREED_WITH), s->item->agreed_with, day);
    else
        snprintf(to, AGREED_SIZE, word(WORD_SHEET_AGREED_ON), day);
}

/* "Now 4, goal 7 in 12 months", each figure in its cell; beside it how that stands. */
static void put_figures(struct sheet *s)
{
    const struct figure *f = s->figure;
    double x = PAGE_MARGIN + INDENT, y = s->y, text_y = y + 5;
    double w = PAGE_SHORT - PAGE_MARGIN - (x + AGREED_X);
    char by[64], agreed[AGREED_SIZE];
    write_agreed(agreed, s);
    double h = page_measure(&s->page, w, quiet, agreed) + 6;
    s->y += (h > PAGE_CELL ? h : PAGE_CELL) + GAP;
    if (!s->draws)
        return;
    page_tag(&s->page, "P");
    page_text(&s->page, x, text_y, 0, line, word(WORD_SHEET_NOW));
    page_cell(&s->page, x + 34, y, f->now, s->item->settled);
    if (f->target) {
        page_text(&s->page, x + 84, text_y, 0, line, word(WORD_SHEET_GOAL));
        page_cell(&s->page, x + 120, y, f->target, s->item->settled);
    }
    if (f->months) {
        snprintf(by, sizeof by, word(WORD_SHEET_IN_MONTHS), f->months);
        page_text(&s->page, x + 158, text_y, 0, line, by);
    }
    page_text(&s->page, x + AGREED_X, y + 6, w, quiet, agreed);
    page_untag(&s->page, "P");
}

/* "was 3, +2 (12 March 2009)" */
static void put_past(struct sheet *s)
{
    char was[PHRASE_WAS_SIZE], day[WORD_DATE_SIZE], text[PHRASE_WAS_SIZE + WORD_DATE_SIZE + 16];
    review_id last = history_latest(s->room);
    if (!last)
        return;
    phrase_rating_was(was, room_past(s->room, last, s->school)->now[s->condition], s->figure->now);
    word_day_long(day, s->room->reviews[last].day, 0);
    snprintf(text, sizeof text, word(WORD_REPORT_SHEET_WAS), was, day);
    if (was[0])
        put(s, INDENT, quiet, text);
}

static void put_actions(struct sheet *s)
{
    bool begun = false;
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        const struct action_item *action = &s->room->actions[a];
        if (!action->revision || action->state != ACTION_OWN ||
            action->content.school != s->school || action->content.condition != s->condition)
            continue;
        char text[NOTE_SIZE + 128];
        if (!begun)
            put(s, INDENT, small, word(WORD_SHEET_ACTIONS));
        begun = true;
        snprintf(text, sizeof text,
                 word(action->content.months ? WORD_SHEET_ACTION_IN : WORD_SHEET_ACTION),
                 action->content.text, action->content.months);
        put(s, 2 * INDENT, line, text);
    }
}

/* Help, where the rating says that it is wanted. */
static void put_resources(struct sheet *s)
{
    const struct condition *condition = &s->room->conditions[s->condition];
    if (!s->figure || analysis_band(s->figure->now) != BAND_LOW || !condition->resource_count)
        return;
    put(s, INDENT, small, word(WORD_SHEET_RESOURCES));
    for (int i = 0; i < condition->resource_count; i++) {
        const struct resource *r = &condition->resources[i];
        char text[2 * LINE_SIZE + LABEL_SIZE + NAME_SIZE + 16];
        int used = snprintf(text, sizeof text, "– %s", r->title);
        const char *more[] = {r->offered_by, r->where};
        for (int k = 0; k < 2; k++)
            if (more[k][0])
                used += snprintf(text + used, sizeof text - (size_t)used, ". %s", more[k]);
        put(s, 2 * INDENT, small, text);
    }
}

/* Returns the height. */
static double put_condition(struct sheet *s, bool draws)
{
    char text[TITLE_SIZE + 16], note[NOTE_SIZE + 64];
    double top = s->page.y;
    s->draws = draws;
    s->y = top;
    snprintf(text, sizeof text, "%u  %s", s->condition, s->room->conditions[s->condition].name);
    if (draws)
        page_bookmark(&s->page, 1, text);
    put_as(s, "H2", 0, head, text);
    if (s->figure) {
        put_figures(s);
        put_past(s);
    } else {
        put(s, INDENT, quiet, word(WORD_SHEET_TO_COME));
    }
    if (s->figure && s->figure->note[0]) {
        snprintf(note, sizeof note, word(WORD_SHEET_NOTE), s->figure->note);
        put(s, INDENT, line, note);
    }
    put_actions(s);
    put_resources(s);
    return s->y - top;
}

static void put_head(struct sheet *s, int64_t now_ms)
{
    char day[WORD_DATE_SIZE], text[TITLE_SIZE + WORD_DATE_SIZE + 64], reader[NAME_SIZE + 128];
    s->draws = true;
    s->y = s->page.y;
    word_date_year(day, now_ms);
    page_bookmark(&s->page, 0, s->room->schools[s->school].name);
    put_as(s, "H1", 0, title, s->room->schools[s->school].name);
    snprintf(text, sizeof text, word(WORD_SHEET_TITLE), s->room->workshop.title, day);
    put(s, 0, line, text);
    snprintf(reader, sizeof reader, word(WORD_REPORT_SHEET_FOR), s->room->schools[s->school].name);
    put(s, 0, line, reader);
    put(s, 0, quiet, word(WORD_SHEET_LINE));
    s->page.y = s->y + 8;
}

static void draw(struct sheet *s, int64_t now_ms)
{
    put_head(s, now_ms);
    for (condition_id c = 1; c <= s->room->workshop.condition_count; c++) {
        s->condition = c;
        s->item = &s->room->talks[c][s->school];
        s->figure = shown(s->item);
        page_need(&s->page, put_condition(s, false) + BETWEEN);
        page_rule(&s->page, s->page.y);
        s->page.y += 8;
        s->page.y += put_condition(s, true) + BETWEEN - 8;
    }
    sheet_workshop(&s->page, s->room, s->school);
}

/* Bytes of each name in the file's: with what is written beside it, within what file systems
 * allow. */
enum { NAME_IN_FILE = 100 };

/* The school's name in its file's. Where another school's would be the same ("A/B" and "A-B", or
 * two that differ late) its number stands beside it: no sheet takes the place of another. */
static void name_file(char to[NAME_IN_FILE], const struct room *room, school_id school)
{
    char other[NAME_IN_FILE], number[16];
    bool shared = false;
    text_file_name(to, NAME_IN_FILE, room->schools[school].name);
    for (uint16_t i = 0; i < room->school_count && !shared; i++) {
        text_file_name(other, sizeof other, room->schools[room->school_order[i]].name);
        shared = room->school_order[i] != school && text_same(to, other);
    }
    if (!shared)
        return;
    int length = snprintf(number, sizeof number, " (%u)", school);
    text_file_name(to, NAME_IN_FILE - (size_t)length, room->schools[school].name);
    strcat(to, number);
}

static enum error make_path(char path[REPORT_PATH_SIZE], const char *folder,
                            const struct room *room, school_id school, struct trouble *trouble)
{
    char name[NAME_IN_FILE], workshop[NAME_IN_FILE], title[PHRASE_MARKED_SIZE];
    name_file(name, room, school);
    phrase_marked(title, room, room->workshop.title);
    text_file_name(workshop, sizeof workshop, title);
    int length = snprintf(path, REPORT_PATH_SIZE, word(WORD_SHEET_FILE), folder, name, workshop);
    if (length >= REPORT_PATH_SIZE)
        return trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
    return ERROR_OK;
}

enum error report_sheet(char path[REPORT_PATH_SIZE], const char *folder, const struct room *room,
                        school_id school, int64_t now_ms, struct trouble *trouble)
{
    struct sheet sheet = {.room = room, .school = school};
    char foot[NAME_SIZE + TITLE_SIZE + 16];
    enum error e = make_path(path, folder, room, school, trouble);
    snprintf(foot, sizeof foot, "%s, %s", room->schools[school].name, room->workshop.title);
    if (e == ERROR_OK)
        e = page_open(&sheet.page,
                      &(struct page_setup){.path = path,
                                           .reader = WHOLE_OWN,
                                           .title = foot,
                                           .foot = foot,
                                           .language = room->workshop.language,
                                           .made_ms = now_ms,
                                           .training = room->workshop.training},
                      trouble);
    if (e != ERROR_OK)
        return e;
    draw(&sheet, now_ms);
    return page_close(&sheet.page, trouble);
}
