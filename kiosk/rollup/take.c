#include "rollup/gather.h"

#include "phrase/phrase.h"

#include <stdio.h>
#include <string.h>

_Static_assert((int)ROLLUP_TEXT_SIZE == (int)PHRASE_SIZE, "a matter may be a finding's sentence");

/* The number of the condition of that id, which is put there if need be; -1: there is no room. */
static int number_of(struct rollup *rollup, const struct condition *condition)
{
    uint32_t count = rollup->counts.conditions;
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(rollup->conditions[i].id, condition->id) == 0)
            return (int)i;
    if (count == ROLLUP_CONDITIONS_MAX)
        return -1;
    struct rollup_condition *added = &rollup->conditions[rollup->counts.conditions++];
    memcpy(added->id, condition->id, sizeof added->id);
    memcpy(added->name, condition->name, sizeof added->name);
    memcpy(added->tight, condition->tight, sizeof added->tight);
    return (int)count;
}

static void sum_up(struct rollup_condition *sum, const struct rollup_cell *cell)
{
    sum->asked++;
    sum->of += cell->of;
    if (!cell->has_figures)
        return;
    sum->shown++;
    sum->counted += cell->counted;
    sum->total += cell->total;
    sum->low += cell->low;
    sum->medium += cell->medium;
    sum->high += cell->high;
    sum->clusters_low += cell->band == BAND_LOW;
    sum->clusters_medium += cell->band == BAND_MEDIUM;
    sum->clusters_high += cell->band == BAND_HIGH;
}

static void take_condition(struct rollup *rollup, const struct room *room, condition_id c)
{
    const struct summary_item *summary = &room->summaries[c];
    int number = number_of(rollup, &room->conditions[c]);
    if (number < 0) {
        rollup->counts.beyond++;
        return;
    }
    struct rollup_cell *cell = &rollup->cluster.cells[number];
    *cell = (struct rollup_cell){.asked = true,
                                 .has_figures = summary->has_figures,
                                 .counted = summary->counted,
                                 .of = summary->of};
    if (summary->has_figures) {
        cell->band = summary->band;
        cell->total = summary->total;
        cell->average = summary->average;
        for (int v = 1; v <= RATING_MAX; v++) {
            enum band band = analysis_band(v);
            uint16_t *in = band == BAND_LOW      ? &cell->low
                           : band == BAND_MEDIUM ? &cell->medium
                                                 : &cell->high;
            *in = (uint16_t)(*in + summary->spread[v]);
        }
    }
    sum_up(&rollup->conditions[number], cell);
}

static void keep(struct rollup *rollup, FILE *file, const void *record, size_t size)
{
    rollup->failed |= fwrite(record, size, 1, file) != 1;
}

/* What people typed goes without names; the program's own sentence has none, once the room says
 * that names are off. */
static void take_matter(struct rollup *rollup, const struct room *room,
                        const struct room_finding *f)
{
    struct rollup_matter *matter = &rollup->matter;
    memset(matter, 0, sizeof *matter);
    matter->cluster = rollup->counts.clusters;
    memcpy(matter->title, rollup->cluster.title, sizeof matter->title);
    matter->kind = f->kind;
    if (f->text[0])
        rollup_names_hide(matter->text, sizeof matter->text, &rollup->names, f->text);
    else
        phrase_finding(matter->text, room, f);
    phrase_facts(matter->facts, room, f);
    rollup_names_hide(matter->answer, sizeof matter->answer, &rollup->names, f->answer);
    keep(rollup, rollup->matters, matter, sizeof *matter);
    rollup->counts.matters++;
}

void rollup_take(struct rollup *rollup, struct room *room)
{
    struct rollup_cluster *cluster = &rollup->cluster;
    memset(cluster, 0, sizeof *cluster);
    rollup_names_read(&rollup->names, room);
    rollup_names_hide(cluster->title, sizeof cluster->title, &rollup->names, room->workshop.title);
    cluster->day = room->workshop.day;
    cluster->schools = room->workshop.school_count;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        take_condition(rollup, room, c);
    room->workshop.named = false;
    unsigned findings = room_findings(rollup->findings, room);
    for (unsigned i = 0; i < findings; i++)
        if (rollup->findings[i].for_la && !rollup->findings[i].hidden)
            take_matter(rollup, room, &rollup->findings[i]);
    keep(rollup, rollup->clusters, cluster, sizeof *cluster);
    rollup->counts.clusters++;
    rollup->counts.schools += cluster->schools;
}
