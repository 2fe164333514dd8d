/* The conditions over time: averages review by review, a line for each, and, where names stand
 * beside ratings, what has changed school by school since the last review. */

#include "report/cluster_parts.h"

#include "analysis/summary.h"
#include "phrase/past.h"
#include "report/lines.h"
#include "words/date.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>

enum { SHOWN_MOST = 5, FEW = 12 };

/* The newest reviews that have room beside each other. */
struct past_columns {
    review_id reviews[SHOWN_MOST];
    int count;
    bool goals; /* there are any to tell */
};

static struct past_columns newest(const struct room *room)
{
    review_id order[REVIEWS_MAX];
    int all = history_order(room, order), from = all > SHOWN_MOST ? all - SHOWN_MOST : 0;
    struct past_columns c = {0};
    for (int i = from; i < all; i++)
        c.reviews[c.count++] = order[i];
    for (condition_id k = 1; k <= room->workshop.condition_count; k++)
        c.goals = c.goals || room->summaries[k].target_average;
    return c;
}

static void average_text(char to[AVERAGE_TEXT_SIZE], const struct summary_item *s)
{
    analysis_average_text(to, s->has_figures ? s->average : 0);
}

static void write_row(struct cluster_report *r, const struct block_table *table,
                      const struct past_columns *past, condition_id condition)
{
    const struct summary_item *now = &r->room->summaries[condition];
    char label[CLUSTER_LABEL_SIZE], change[PHRASE_CHANGE_SIZE];
    char then[SHOWN_MOST][AVERAGE_TEXT_SIZE], figure[AVERAGE_TEXT_SIZE], goal[AVERAGE_TEXT_SIZE];
    struct block_cell cells[SHOWN_MOST + 4];
    unsigned last = 0;
    int n = 0;
    cluster_label(label, r->room, condition, false);
    cells[n++] = (struct block_cell){.text = label};
    for (int i = 0; i < past->count; i++) {
        const struct summary_item *s = &r->room->past_summaries[past->reviews[i]][condition];
        average_text(then[i], s);
        last = s->has_figures ? s->average : 0;
        cells[n++] = (struct block_cell){.text = then[i], .quiet = true};
    }
    average_text(figure, now);
    cells[n++] = now->has_figures
                     ? (struct block_cell){.kind = BLOCK_BAND,
                                           .text = figure,
                                           .band = now->band,
                                           .settled = cluster_is_settled(r->room, condition, false)}
                     : (struct block_cell){.text = figure};
    phrase_average_change(change, last, now->has_figures ? now->average : 0);
    cells[n++] = (struct block_cell){.text = change, .bold = true};
    analysis_average_text(goal, now->target_average);
    if (past->goals)
        cells[n++] = (struct block_cell){.text = goal};
    block_row(&r->page, table, cells);
}

static void write_averages(struct cluster_report *r, const struct past_columns *past)
{
    struct block_column columns[SHOWN_MOST + 4];
    char days[SHOWN_MOST][WORD_DATE_SIZE];
    int n = 0;
    columns[n++] = (struct block_column){word(WORD_REPORT_HEAD_CONDITION), 0, PAGE_START};
    for (int i = 0; i < past->count; i++) {
        word_day(days[i], r->room->reviews[past->reviews[i]].day, 0);
        columns[n++] = (struct block_column){days[i], 44, PAGE_CENTRE};
    }
    columns[n++] = (struct block_column){word(WORD_REPORT_HEAD_NOW), 52, PAGE_CENTRE};
    columns[n++] = (struct block_column){word(WORD_REPORT_HEAD_CHANGE), 44, PAGE_CENTRE};
    if (past->goals)
        columns[n++] = (struct block_column){word(WORD_REPORT_HEAD_GOAL), 34, PAGE_CENTRE};
    const struct block_table table = {
        .columns = columns, .count = n, .style = {.size = 9.5}, .scope = true};
    block_table_begin(&r->page, &table);
    for (condition_id c = 1; c <= r->room->workshop.condition_count; c++)
        write_row(r, &table, past, c);
    block_table_end(&r->page);
}

/* ---- school by school */

static void write_changes(struct cluster_report *r, review_id review, condition_id condition,
                          const struct block_table *table, int first, int count)
{
    const struct room *room = r->room;
    char label[CLUSTER_LABEL_SIZE], changes[BLOCK_COLUMNS_MAX][PHRASE_CHANGE_SIZE];
    char then[BLOCK_COLUMNS_MAX][PHRASE_WAS_SIZE];
    struct block_cell cells[BLOCK_COLUMNS_MAX];
    bool wide = room->school_count <= FEW;
    cluster_label(label, room, condition, !wide);
    cells[0] = (struct block_cell){.text = label};
    for (int i = 0; i < count; i++) {
        school_id s = room->school_order[first + i];
        unsigned was = room_past(room, review, s)->now[condition],
                 now = room_cell(room, condition, s).now;
        phrase_rating_change(changes[i], was, now);
        phrase_rating_then(then[i], was);
        cells[i + 1] = (struct block_cell){.text = changes[i][0] ? changes[i] : "–",
                                           .quiet = !changes[i][0] || was == now,
                                           .bold = changes[i][0] && was != now,
                                           .beneath = wide && then[i][0] ? then[i] : NULL};
    }
    block_row(&r->page, table, cells);
}

static void write_schools(struct cluster_report *r, review_id review)
{
    const struct room *room = r->room;
    struct cluster_columns c = cluster_columns(r, 0);
    char day[WORD_DATE_SIZE], text[TITLE_SIZE + WORD_DATE_SIZE + 8];
    word_day_long(day, room->reviews[review].day, 0);
    snprintf(text, sizeof text, word(WORD_REPORT_PAST_REVIEW), room->reviews[review].title, day);
    for (int t = 0; t < c.tables; t++) {
        struct block_column columns[BLOCK_COLUMNS_MAX];
        int first = t * c.per_table, count = (int)fmin(c.per_table, room->school_count - first);
        columns[0] = (struct block_column){word(WORD_REPORT_HEAD_CONDITION), c.label, PAGE_START};
        for (int i = 0; i < count; i++)
            columns[i + 1] = (struct block_column){
                room->schools[room->school_order[first + i]].name, c.width, PAGE_CENTRE};
        const struct block_table table = {.columns = columns,
                                          .count = count + 1,
                                          .style = {.size = 8.5},
                                          .upright = c.upright,
                                          .gap = c.gap,
                                          .scope = true};
        page_turn(&r->page, true);
        block_heading(&r->page, 2, !t, 200, word(WORD_REPORT_PAST_SCHOOLS));
        block_text(&r->page, 0, block_quiet, text);
        block_table_begin(&r->page, &table);
        for (condition_id k = 1; k <= room->workshop.condition_count; k++)
            write_changes(r, review, k, &table, first, count);
        block_table_end(&r->page);
    }
}

static bool has_pasts(const struct room *room, review_id review)
{
    for (uint16_t i = 0; i < room->school_count; i++)
        for (condition_id c = 1; c <= room->workshop.condition_count; c++)
            if (room_past(room, review, room->school_order[i])->now[c])
                return true;
    return false;
}

void cluster_past(struct cluster_report *r)
{
    struct past_columns past = newest(r->room);
    review_id last = history_latest(r->room);
    if (!past.count)
        return;
    page_turn(&r->page, false);
    cluster_section(r, 200, word(WORD_REPORT_PAST));
    block_text(&r->page, 0, block_quiet,
               word(past.goals ? WORD_REPORT_PAST_LINE : WORD_REPORT_PAST_LINE_BARE));
    write_averages(r, &past);
    block_gap(&r->page, 14);
    lines_write(&r->page, r->room, 0);
    if (has_pasts(r->room, last))
        write_schools(r, last);
}
