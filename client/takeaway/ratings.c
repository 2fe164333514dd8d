#include "takeaway/html.h"
#include "takeaway/parts.h"

#include "analysis/summary.h"
#include "model/history.h"
#include "phrase/past.h"
#include "words/date.h"

enum { TEXT_SIZE = TITLE_SIZE + NOTE_SIZE + 128 };

/* What stands: what was agreed, else the newest of what was put forward; NULL: nothing yet. */
static const struct figure *shown(const struct talk_item *talk)
{
    const struct proposal *manager = &talk->proposals[SIDE_MANAGER];
    const struct proposal *school = &talk->proposals[SIDE_SCHOOL];
    const struct proposal *newest = manager->revision > school->revision ? manager : school;
    if (talk->settled)
        return &talk->agreed;
    return newest->revision ? &newest->figure : NULL;
}

static enum word name_of_band(enum band band)
{
    return band == BAND_LOW      ? WORD_TAKEAWAY_LOW
           : band == BAND_MEDIUM ? WORD_TAKEAWAY_MEDIUM
                                 : WORD_TAKEAWAY_HIGH;
}

/* "4, medium" over a bar; a dash for nothing. */
static void write_figure(FILE *out, unsigned value)
{
    static const char *const classes[BAND_COUNT] = {"", "low", "medium", "high"};
    if (!value) {
        html_element(out, "td", "–");
        return;
    }
    enum band band = analysis_band((int)value);
    fprintf(out, "<td class=\"figure\"><b>%u</b> ", value);
    html_text(out, word(name_of_band(band)));
    fprintf(out,
            "<span class=\"bar %s\" aria-hidden=\"true\"><span style=\"width:%u%%\"></span>"
            "</span></td>\n",
            classes[band], value * 10);
}

static void write_condition(FILE *out, const struct room *room, condition_id c)
{
    char text[TEXT_SIZE];
    snprintf(text, sizeof text, "%u. %s", c, room->conditions[c].name);
    html_element(out, "th scope=\"row\"", text);
}

static void write_row(FILE *out, const struct room *room, school_id school, condition_id c,
                      review_id before)
{
    const struct talk_item *talk = &room->talks[c][school];
    const struct figure *figure = shown(talk);
    char by[64] = "–", was[PHRASE_WAS_SIZE];
    fputs("<tr>\n", out);
    write_condition(out, room, c);
    write_figure(out, figure ? figure->now : 0);
    if (before) {
        phrase_rating_was(was, room_past(room, before, school)->now[c], figure ? figure->now : 0);
        html_element(out, "td", was[0] ? was : "–");
    }
    write_figure(out, figure ? figure->target : 0);
    if (figure && figure->months)
        snprintf(by, sizeof by, word(WORD_TAKEAWAY_MONTHS), figure->months);
    html_element(out, "td", by);
    html_word(out, "td",
              talk->settled ? WORD_TAKEAWAY_AGREED
              : figure      ? WORD_TAKEAWAY_PROPOSED
                            : WORD_TAKEAWAY_TO_COME);
    html_written(out, "td", figure ? figure->note : "");
    fputs("</tr>\n", out);
}

void ratings_write(FILE *out, const struct room *room, school_id school)
{
    review_id before = history_latest(room);
    char head[128], day[WORD_DATE_SIZE];
    html_table_begin(out, WORD_TAKEAWAY_RATINGS, WORD_TAKEAWAY_RATINGS_LINE);
    html_head(out, word(WORD_TAKEAWAY_CONDITION));
    html_head(out, word(WORD_TAKEAWAY_NOW));
    if (before) {
        word_day_long(day, room->reviews[before].day, 0);
        snprintf(head, sizeof head, word(WORD_TAKEAWAY_SINCE), day);
        html_head(out, head);
    }
    html_head(out, word(WORD_TAKEAWAY_GOAL));
    html_head(out, word(WORD_TAKEAWAY_BY));
    html_head(out, word(WORD_TAKEAWAY_STATE));
    html_head(out, word(WORD_TAKEAWAY_WHY));
    html_rows(out);
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        write_row(out, room, school, c, before);
    html_table_end(out);
}

static void write_past(FILE *out, const struct past *past, condition_id c)
{
    char text[64] = "–";
    if (past->now[c] && past->target[c])
        snprintf(text, sizeof text, word(WORD_TAKEAWAY_PAST), past->now[c], past->target[c]);
    else if (past->now[c])
        snprintf(text, sizeof text, "%u", past->now[c]);
    html_element(out, "td", text);
}

void ratings_write_earlier(FILE *out, const struct room *room, school_id school)
{
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    if (!count)
        return;
    html_table_begin(out, WORD_TAKEAWAY_EARLIER, WORD_TAKEAWAY_EARLIER_LINE);
    html_head(out, word(WORD_TAKEAWAY_CONDITION));
    for (uint8_t i = 0; i < count; i++) {
        char day[WORD_DATE_SIZE];
        word_day(day, room->reviews[order[i]].day, 0);
        html_head(out, day);
    }
    html_rows(out);
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        fputs("<tr>\n", out);
        write_condition(out, room, c);
        for (uint8_t i = 0; i < count; i++)
            write_past(out, room_past(room, order[i], school), c);
        fputs("</tr>\n", out);
    }
    html_table_end(out);
}

static bool wants_help(const struct room *room, school_id school, condition_id c)
{
    const struct figure *figure = shown(&room->talks[c][school]);
    return figure && analysis_band(figure->now) == BAND_LOW && room->conditions[c].resource_count;
}

static void write_resource(FILE *out, const struct resource *resource)
{
    const char *more[] = {resource->kind, resource->offered_by, resource->where};
    fputs("<li dir=\"auto\">", out);
    html_text(out, resource->title);
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (more[i][0]) {
            fputs(i ? ", " : " – ", out);
            html_text(out, more[i]);
        }
    fputs("</li>\n", out);
}

void ratings_write_help(FILE *out, const struct room *room, school_id school)
{
    bool begun = false;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        const struct condition *condition = &room->conditions[c];
        if (!wants_help(room, school, c))
            continue;
        if (!begun) {
            fputs("<section>\n", out);
            html_word(out, "h2", WORD_TAKEAWAY_HELP);
            html_word(out, "p class=\"quiet\"", WORD_TAKEAWAY_HELP_LINE);
        }
        begun = true;
        html_element(out, "h3", condition->name);
        fputs("<ul>\n", out);
        for (uint8_t i = 0; i < condition->resource_count; i++)
            write_resource(out, &condition->resources[i]);
        fputs("</ul>\n", out);
    }
    if (begun)
        fputs("</section>\n", out);
}
