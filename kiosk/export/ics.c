#include "export/export.h"

#include "base/day.h"
#include "files/whole.h"
#include "phrase/phrase.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* A calendar of what was agreed (RFC 5545): an event of a whole day for each action with a date,
 * free as far as others look at the calendar. The UID is made of the workshop and the action and
 * stays; SEQUENCE counts what was changed, so that bringing a newer file in moves what is there. */

enum { LINE_OCTETS = 75, TEXT_OCTETS = 8192 };

/* Writes one content line, folded: no line longer than 75 octets, and none cut within a character
 * (3.1). */
static void write_line(FILE *file, const char *line)
{
    size_t used = 0;
    for (const char *at = line; *at;) {
        size_t octets = 1;
        while ((at[octets] & 0xc0) == 0x80)
            octets++;
        if (used + octets > LINE_OCTETS) {
            fputs("\r\n ", file);
            used = 1;
        }
        fwrite(at, 1, octets, file);
        used += octets;
        at += octets;
    }
    fputs("\r\n", file);
}

/* Adds a text as 3.3.11 wants it. */
static void add_text(char to[TEXT_OCTETS], const char *text)
{
    size_t used = strlen(to);
    for (; *text && used < TEXT_OCTETS - 3; text++) {
        if (strchr("\\;,", *text))
            to[used++] = '\\';
        to[used++] = *text;
    }
    to[used] = '\0';
}

static const char description[] = "DESCRIPTION:";

/* Adds to a description, on a line of its own where something stands there already. */
static void add_said(char to[TEXT_OCTETS], enum word title, const char *text)
{
    if (!text[0])
        return;
    if (strlen(to) > strlen(description) && strlen(to) < TEXT_OCTETS - 3)
        strcat(to, "\\n");
    add_text(to, word(title));
    add_text(to, ": ");
    add_text(to, text);
}

static void write_text(FILE *file, const char *name, const char *text)
{
    char line[TEXT_OCTETS];
    snprintf(line, sizeof line, "%s:", name);
    add_text(line, text);
    write_line(file, line);
}

static void write_day(FILE *file, const char *name, uint32_t day)
{
    struct day_date date = day_date(day);
    fprintf(file, "%s;VALUE=DATE:%04d%02u%02u\r\n", name, date.year, date.month, date.day);
}

static void write_description(FILE *file, const struct room *room, const struct action_content *c)
{
    char line[TEXT_OCTETS];
    snprintf(line, sizeof line, "%s", description);
    add_said(line, WORD_EXPORT_OWNER,
             c->owner == OWNER_SCHOOL ? room->schools[c->owner_school].name : c->owner_name);
    add_said(line, WORD_EXPORT_CONDITION, c->condition ? room->conditions[c->condition].name : "");
    add_said(line, WORD_EXPORT_MEASURE, c->measure);
    add_said(line, WORD_EXPORT_HELPERS, c->helpers);
    add_said(line, WORD_EXPORT_RESOURCES, c->resources);
    add_said(line, WORD_EXPORT_TABLE_WORKSHOP, room->workshop.title);
    write_line(file, line);
}

static void write_stamp(FILE *file, int64_t now_ms)
{
    char stamp[32];
    time_t now = (time_t)(now_ms / 1000);
    struct tm utc;
    strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", gmtime_r(&now, &utc));
    fprintf(file, "DTSTAMP:%s\r\n", stamp);
}

static void write_event(FILE *file, const struct export *what, action_id id)
{
    const struct action_item *a = &what->room->actions[id];
    char summary[PHRASE_MARKED_SIZE];
    fputs("BEGIN:VEVENT\r\nUID:", file);
    for (size_t i = 0; i < sizeof what->id; i++)
        fprintf(file, "%02x", what->id[i]);
    fprintf(file, "-action-%u@plenary\r\n", id);
    write_stamp(file, what->now_ms);
    fprintf(file, "SEQUENCE:%u\r\n", a->revision);
    write_day(file, "DTSTART", a->content.due);
    if (a->content.due < DAY_LAST)
        write_day(file, "DTEND", a->content.due + 1);
    phrase_marked(summary, what->room, a->content.text);
    write_text(file, "SUMMARY", summary);
    write_description(file, what->room, &a->content);
    fputs("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n", file);
}

/* What has been agreed, stands for itself and is neither done nor dropped. */
static bool is_wanted(const struct action_item *a)
{
    return a->revision && a->state == ACTION_ADOPTED && !a->merged && a->content.due &&
           a->progress != PROGRESS_DONE && a->progress != PROGRESS_DROPPED;
}

bool export_has_dates(const struct room *room)
{
    for (action_id id = 1; id <= ACTIONS_MAX; id++)
        if (is_wanted(&room->actions[id]))
            return true;
    return false;
}

enum error export_ics(const char *path, const struct export *what, struct trouble *trouble)
{
    struct whole whole;
    char about[EXPORT_READER_SIZE], name[PHRASE_MARKED_SIZE];
    if (!export_has_dates(what->room))
        return trouble_set(trouble, ERROR_ABSENT, "%s", word(WORD_EXPORT_NO_DATES));
    enum error e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Plenary//Plenary//EN\r\n", whole.file);
    fputs("CALSCALE:GREGORIAN\r\n", whole.file);
    export_reader_text(about, what);
    phrase_marked(name, what->room, what->room->workshop.title);
    write_text(whole.file, "X-WR-CALNAME", name);
    write_text(whole.file, "X-WR-CALDESC", about);
    for (action_id id = 1; id <= ACTIONS_MAX; id++)
        if (is_wanted(&what->room->actions[id]))
            write_event(whole.file, what, id);
    fputs("END:VCALENDAR\r\n", whole.file);
    return whole_end(&whole, trouble);
}
