#include "takeaway/takeaway.h"

#include "phrase/phrase.h"
#include "takeaway/html.h"
#include "takeaway/parts.h"
#include "words/date.h"

void page_title(char to[TAKEAWAY_TITLE_SIZE], const struct room *room, school_id school)
{
    char day[WORD_DATE_SIZE], workshop[PHRASE_MARKED_SIZE];
    word_day_long(day, room->workshop.day, 0);
    phrase_marked(workshop, room, room->workshop.title);
    if (school)
        snprintf(to, TAKEAWAY_TITLE_SIZE, word(WORD_TAKEAWAY_TITLE), room->schools[school].name,
                 workshop, day);
    else
        snprintf(to, TAKEAWAY_TITLE_SIZE, word(WORD_TAKEAWAY_TITLE_ALL), workshop, day);
}

static void write_head(FILE *out, const struct room *room, school_id school)
{
    char day[WORD_DATE_SIZE], line[TAKEAWAY_TITLE_SIZE];
    word_day_long(day, room->workshop.day, 0);
    fputs("<header>\n", out);
    if (room->workshop.training)
        html_word(out, "p class=\"training\"", WORD_TRAINING_MADE_UP);
    if (school) {
        html_written(out, "h1", room->schools[school].name);
        snprintf(line, sizeof line, word(WORD_TAKEAWAY_WORKSHOP), room->workshop.title, day);
        html_written(out, "p", line);
        snprintf(line, sizeof line, word(WORD_TAKEAWAY_FOR), room->schools[school].name);
        html_written(out, "p", line);
        html_word(out, "p class=\"quiet\"", WORD_TAKEAWAY_ABOUT);
    } else {
        html_written(out, "h1", room->workshop.title);
        html_element(out, "p", day);
        html_word(out, "p", WORD_TAKEAWAY_FOR_ALL);
    }
    if (!room->workshop.closed)
        html_word(out, "p", WORD_TAKEAWAY_OPEN);
    fputs("</header>\n", out);
}

void takeaway_write(FILE *out, const struct room *room, school_id school)
{
    char title[TAKEAWAY_TITLE_SIZE];
    page_title(title, room, school);
    html_begin(out, room->workshop.language, title);
    write_head(out, room, school);
    if (school) {
        ratings_write(out, room, school);
        ratings_write_earlier(out, room, school);
        plan_write_own(out, room, school);
        ratings_write_help(out, room, school);
    }
    plan_write_priorities(out, room);
    plan_write_all(out, room);
    html_end(out);
}
