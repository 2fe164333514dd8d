#include "rollup/rollup.h"

#include "base/day.h"
#include "export/csv_cell.h"
#include "files/whole.h"
#include "rollup/text.h"
#include "words/words.h"

struct csv {
    FILE *file;
    unsigned fields; /* of the row so far */
};

static void end_row(struct csv *csv)
{
    csv_end(csv->file);
    csv->fields = 0;
}

static void put_text(struct csv *csv, const char *text)
{
    csv_next(csv->file, csv->fields++);
    csv_text(csv->file, text);
}

static void put_number(struct csv *csv, uint32_t number)
{
    csv_next(csv->file, csv->fields++);
    fprintf(csv->file, "%u", number);
}

static void put_tenths(struct csv *csv, unsigned tenths)
{
    csv_next(csv->file, csv->fields++);
    fprintf(csv->file, "%u.%u", tenths / 10, tenths % 10);
}

static void put_day(struct csv *csv, uint32_t day)
{
    char text[DAY_ISO_SIZE];
    day_write_iso(text, day);
    csv_next(csv->file, csv->fields++);
    fputs(text, csv->file);
}

static void put_head(struct csv *csv, const enum word *words, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        put_text(csv, word(words[i]));
    end_row(csv);
}

static void put_title(struct csv *csv, enum word title)
{
    end_row(csv);
    put_text(csv, word(title));
    end_row(csv);
}

static void put_conditions(struct csv *csv, const struct rollup *rollup)
{
    static const enum word head[] = {WORD_ROLLUP_ID,
                                     WORD_ROLLUP_CONDITION,
                                     WORD_ROLLUP_AVERAGE,
                                     WORD_ROLLUP_BAND,
                                     WORD_ROLLUP_COUNTED,
                                     WORD_ROLLUP_OF_SCHOOLS,
                                     WORD_ROLLUP_SCHOOLS_LOW,
                                     WORD_ROLLUP_SCHOOLS_MEDIUM,
                                     WORD_ROLLUP_SCHOOLS_HIGH,
                                     WORD_ROLLUP_CLUSTERS_COUNTED,
                                     WORD_ROLLUP_OF_CLUSTERS,
                                     WORD_ROLLUP_CLUSTERS_LOW,
                                     WORD_ROLLUP_CLUSTERS_MEDIUM,
                                     WORD_ROLLUP_CLUSTERS_HIGH,
                                     WORD_ROLLUP_OVER_SCHOOLS,
                                     WORD_ROLLUP_OVER_CLUSTERS,
                                     WORD_ROLLUP_PERHAPS};
    put_title(csv, WORD_ROLLUP_ALL);
    put_head(csv, head, sizeof head / sizeof *head);
    for (unsigned i = 0; i < rollup_counts(rollup).conditions; i++) {
        const struct rollup_condition *c = rollup_condition(rollup, i);
        const uint32_t counts[] = {
            c->counted, c->of,    c->low,          c->medium,          c->high,
            c->shown,   c->asked, c->clusters_low, c->clusters_medium, c->clusters_high};
        put_text(csv, c->id);
        put_text(csv, c->name);
        if (c->counted)
            put_tenths(csv, c->average);
        else
            put_text(csv, "");
        put_text(csv, rollup_band_text((enum band)c->band));
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
            put_number(csv, counts[k]);
        put_text(csv, rollup_general_text((enum rollup_general)c->general_schools));
        put_text(csv, rollup_general_text((enum rollup_general)c->general_clusters));
        put_text(csv, c->for_la ? word(WORD_ROLLUP_YES) : "");
        end_row(csv);
    }
}

static void put_cell(struct csv *csv, const struct rollup_cluster *cluster, unsigned number,
                     const struct rollup_condition *condition, const struct rollup_cell *cell)
{
    const uint16_t counts[] = {cell->low, cell->medium, cell->high};
    put_number(csv, number + 1);
    put_text(csv, cluster->title);
    put_day(csv, cluster->day);
    put_text(csv, condition->id);
    put_text(csv, condition->name);
    if (cell->has_figures)
        put_tenths(csv, cell->average);
    else
        put_text(csv, rollup_absent_text(cell));
    put_text(csv, rollup_band_text((enum band)cell->band));
    put_number(csv, cell->counted);
    put_number(csv, cell->of);
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
        if (cell->has_figures)
            put_number(csv, counts[k]);
        else
            put_text(csv, "");
    end_row(csv);
}

static enum error put_clusters(struct csv *csv, const struct rollup *rollup,
                               struct trouble *trouble)
{
    static const enum word head[] = {
        WORD_ROLLUP_NUMBER,      WORD_ROLLUP_CLUSTER,        WORD_ROLLUP_DAY,
        WORD_ROLLUP_ID,          WORD_ROLLUP_CONDITION,      WORD_ROLLUP_AVERAGE,
        WORD_ROLLUP_BAND,        WORD_ROLLUP_COUNTED,        WORD_ROLLUP_OF_SCHOOLS,
        WORD_ROLLUP_SCHOOLS_LOW, WORD_ROLLUP_SCHOOLS_MEDIUM, WORD_ROLLUP_SCHOOLS_HIGH};
    struct rollup_counts counts = rollup_counts(rollup);
    struct rollup_cluster cluster;
    put_title(csv, WORD_ROLLUP_BY_CLUSTER);
    put_head(csv, head, sizeof head / sizeof *head);
    for (unsigned n = 0; n < counts.clusters; n++) {
        enum error e = rollup_cluster(&cluster, rollup, n, trouble);
        if (e != ERROR_OK)
            return e;
        for (unsigned i = 0; i < counts.conditions; i++)
            if (cluster.cells[i].asked)
                put_cell(csv, &cluster, n, rollup_condition(rollup, i), &cluster.cells[i]);
    }
    return ERROR_OK;
}

static enum error put_matters(struct csv *csv, const struct rollup *rollup, struct trouble *trouble)
{
    static const enum word head[] = {WORD_ROLLUP_NUMBER, WORD_ROLLUP_CLUSTER, WORD_ROLLUP_MATTER,
                                     WORD_ROLLUP_FACTS, WORD_ROLLUP_ANSWER};
    struct rollup_matter matter;
    put_title(csv, WORD_ROLLUP_MATTERS);
    put_head(csv, head, sizeof head / sizeof *head);
    for (unsigned i = 0; i < rollup_counts(rollup).matters; i++) {
        enum error e = rollup_matter(&matter, rollup, i, trouble);
        if (e != ERROR_OK)
            return e;
        put_number(csv, matter.cluster + 1);
        put_text(csv, matter.title);
        put_text(csv, matter.text);
        put_text(csv, matter.facts);
        put_text(csv, matter.answer);
        end_row(csv);
    }
    return ERROR_OK;
}

enum error rollup_csv(const char *path, const struct rollup *rollup, int64_t now_ms,
                      struct trouble *trouble)
{
    struct whole whole;
    char line[ROLLUP_LINE_SIZE];
    enum error e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    struct csv csv = {.file = whole.file};
    csv_begin(whole.file);
    put_text(&csv, word(WORD_ROLLUP_TITLE));
    end_row(&csv);
    for (unsigned i = 0; rollup_head(line, rollup, now_ms, i); i++) {
        put_text(&csv, line);
        end_row(&csv);
    }
    put_conditions(&csv, rollup);
    e = put_clusters(&csv, rollup, trouble);
    if (e == ERROR_OK)
        e = put_matters(&csv, rollup, trouble);
    if (e == ERROR_OK)
        return whole_end(&whole, trouble);
    whole_drop(&whole);
    return e;
}
