/* Who took part: how many of each school, and for the facilitator who; and what schools said of
 * their ratings, which is in the facilitator's room alone. */

#include "report/cluster_parts.h"

#include "analysis/summary.h"
#include "words/words.h"

#include <stdio.h>

enum { NAMES_SIZE = 1600 }; /* a row of names stays well within a page */

/* Names of those who sat for a school (0: of none), or of the observers, from this seat on: as many
 * as one row takes. Gives the seat to go on with; 0: that was all. */
static seat_id write_names(char to[NAMES_SIZE], const struct room *room, school_id school,
                           bool observers, seat_id from)
{
    size_t used = 0;
    to[0] = '\0';
    for (seat_id s = from; s <= SEATS_MAX; s++) {
        const struct seat_item *seat = &room->seats[s];
        bool wanted = observers ? seat->role == ROLE_OBSERVER
                                : (seat->role == ROLE_ROOM || seat->role == ROLE_SCHOOL) &&
                                      seat->school == school;
        if (!wanted || !seat->name[0])
            continue;
        if (used + NAME_SIZE + 2 > NAMES_SIZE)
            return s;
        used +=
            (size_t)snprintf(to + used, NAMES_SIZE - used, "%s%s", used ? ", " : "", seat->name);
    }
    return 0;
}

static void write_school(struct cluster_report *r, const struct block_table *table,
                         const char *name, unsigned people, school_id school, bool observers)
{
    char names[NAMES_SIZE], count[12];
    seat_id from = 1;
    bool first = true;
    snprintf(count, sizeof count, "%u", people);
    for (; from; first = false) {
        from = write_names(names, r->room, school, observers, from);
        const struct block_cell cells[] = {{.text = first ? name : ""},
                                           {.text = observers || !first ? "" : count},
                                           {.text = names}};
        if (people || names[0] || school)
            block_row(&r->page, table, cells);
    }
}

void cluster_people(struct cluster_report *r)
{
    const struct room *room = r->room;
    bool names = r->reader == AUDIENCE_FACILITATOR;
    const struct block_column columns[] = {
        {word(WORD_REPORT_HEAD_SCHOOL), names ? 170 : 300, PAGE_START},
        {word(WORD_REPORT_HEAD_PEOPLE), 50, PAGE_CENTRE},
        {names ? word(WORD_REPORT_HEAD_NAMES) : NULL, 0, PAGE_START}};
    const struct block_table table = {
        .columns = columns, .count = names ? 3 : 2, .style = {.size = 10}, .scope = true};
    unsigned people = 0;
    for (school_id s = 0; s <= SCHOOLS_MAX; s++)
        people += room->schools[s].people;
    if (!people)
        return;
    cluster_section(r, 100, word(WORD_REPORT_TOOK_PART));
    block_table_begin(&r->page, &table);
    for (uint16_t i = 0; i < room->school_count; i++) {
        school_id s = room->school_order[i];
        write_school(r, &table, room->schools[s].name, room->schools[s].people, s, false);
    }
    write_school(r, &table, word(WORD_REPORT_NO_SCHOOL), room->schools[0].people, 0, false);
    if (names)
        write_school(r, &table, word(WORD_REPORT_OBSERVERS), 0, 0, true);
    block_table_end(&r->page);
}

/* ---- notes on ratings */

static const struct figure *figure_of(const struct talk_item *talk)
{
    const struct proposal *manager = &talk->proposals[SIDE_MANAGER];
    const struct proposal *school = &talk->proposals[SIDE_SCHOOL];
    return talk->settled                          ? &talk->agreed
           : school->revision > manager->revision ? &school->figure
                                                  : &manager->figure;
}

static bool has_notes(const struct room *room, school_id school)
{
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        if (figure_of(&room->talks[c][school])->note[0])
            return true;
    return false;
}

static void write_note(struct cluster_report *r, const struct block_table *table,
                       condition_id condition, school_id school)
{
    const struct talk_item *talk = &r->room->talks[condition][school];
    const struct figure *figure = figure_of(talk);
    char label[CLUSTER_LABEL_SIZE], now[8];
    if (!figure->note[0])
        return;
    cluster_label(label, r->room, condition, true);
    snprintf(now, sizeof now, "%u", figure->now);
    const struct block_cell cells[] = {{.text = label},
                                       {.kind = BLOCK_BAND,
                                        .text = now,
                                        .band = (int)analysis_band(figure->now),
                                        .settled = talk->settled},
                                       {.text = figure->note}};
    block_row(&r->page, table, cells);
}

void cluster_notes(struct cluster_report *r)
{
    const struct room *room = r->room;
    const struct block_column columns[] = {{word(WORD_REPORT_HEAD_CONDITION), 150, PAGE_START},
                                           {word(WORD_REPORT_HEAD_NOW), 28, PAGE_CENTRE},
                                           {word(WORD_REPORT_HEAD_NOTE), 0, PAGE_START}};
    const struct block_table table = {
        .columns = columns, .count = 3, .style = {.size = 9.5}, .gap = 10, .scope = true};
    bool begun = false;
    for (uint16_t i = 0; r->reader == AUDIENCE_FACILITATOR && i < room->school_count; i++) {
        school_id s = room->school_order[i];
        if (!has_notes(room, s))
            continue;
        if (!begun) {
            cluster_section(r, 120, word(WORD_REPORT_NOTES));
            block_text(&r->page, 0, block_quiet, word(WORD_REPORT_NOTES_LINE));
        }
        begun = true;
        block_heading(&r->page, 2, true, 60, room->schools[s].name);
        block_table_begin(&r->page, &table);
        for (condition_id c = 1; c <= room->workshop.condition_count; c++)
            write_note(r, &table, c, s);
        block_table_end(&r->page);
    }
}
