/* The grid: conditions by schools, ratings or targets; or, where names are off, how many schools
 * stand at each rating. Both have the same columns of names, totals and averages, so that going
 * from one to the other moves nothing but the middle. */

#include <stdio.h>

#include "analysis/summary.h"
#include "stage/codes.h"
#include "stage/header.h"
#include "stage/legend.h"
#include "stage/motion.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "stage/table.h"
#include "stage/then.h"
#include "stage/trends.h"
#include "words/words.h"

/* One grid being drawn. */
struct grid {
    struct draw_list *list;
    const struct stage_frame *frame;
    const struct room *room;
    struct table table;
    condition_id order[CONDITIONS_MAX]; /* of rows */
    int rows;
    bool named;
    bool targets;
    struct then then;
};

static struct grid grid_of(struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    struct grid g = {.list = list, .frame = frame, .room = room};
    g.named = room->workshop.named;
    g.targets = g.named && room->view.targets && then_of(room) == THEN_NOT;
    g.rows = room_condition_order(room, g.order);
    g.table = table_measure(frame, g.named ? room->school_count : RATING_MAX, g.rows);
    if (list)
        g.then = then_measure(list, room, &g.table);
    return g;
}

static bool shows_lines(const struct stage_frame *frame)
{
    return frame->room->school_count && then_of(frame->room) == THEN_LINES;
}

int stage_grid_pages(const struct stage_frame *frame)
{
    if (shows_lines(frame))
        return trends_pages(frame);
    return grid_of(NULL, frame).table.pages;
}

int stage_grid_focus_page(const struct stage_frame *frame)
{
    if (shows_lines(frame))
        return frame->page;
    struct grid g = grid_of(NULL, frame);
    for (int row = 0; row < g.rows; row++)
        if (g.order[row] == frame->room->view.focus)
            return table_page_of_row(&g.table, row);
    return g.table.page;
}

/* The months to every target, when all that were said agree; else 0. */
static int common_months(const struct room *room)
{
    int months = 0;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        for (uint16_t i = 0; i < room->school_count; i++) {
            int here = room_cell(room, c, room->school_order[i]).months;
            if (here && months && here != months)
                return 0;
            if (here)
                months = here;
        }
    return months;
}

static void draw_header(const struct grid *g)
{
    const struct progress_item *all = &g->room->progress[0];
    struct header_line line = {0};
    header_add_step(&line, g->room);
    header_dot(&line);
    if (g->then.review) {
        then_add_header(&line, g->room, &g->then);
        header_draw(g->list, g->frame, word(WORD_THEN_TITLE), &line);
        return;
    }
    if (!g->named) {
        header_add(&line, true, "%d", all->agreed);
        header_add(&line, false, word(WORD_GRID_OF_AGREED),
                   all->agreed + all->proposed + all->to_come);
        header_dot(&line);
        header_add(&line, false, "%s", word(WORD_GRID_DOTS));
        header_draw(g->list, g->frame, word(WORD_GRID_SPREAD), &line);
        return;
    }
    int months = g->targets ? common_months(g->room) : 0;
    if (months) {
        header_add(&line, false, word(months == 1 ? WORD_GRID_IN_MONTH : WORD_GRID_IN_MONTHS),
                   months);
        header_dot(&line);
    }
    if (all->agreed + all->proposed == 0) {
        header_add(&line, false, "%s", word(WORD_GRID_NOTHING_YET));
    } else {
        header_add(&line, true, "%d", all->agreed);
        header_add(&line, false, "%s", word(WORD_GRID_AGREED));
        if (all->proposed) {
            header_dot(&line);
            header_add(&line, false, word(WORD_GRID_PROPOSED), all->proposed);
        }
        if (all->to_come) {
            header_dot(&line);
            header_add(&line, false, word(WORD_GRID_TO_COME), all->to_come);
        }
    }
    header_draw(g->list, g->frame, word(g->targets ? WORD_GRID_TARGETS : WORD_GRID_NOW), &line);
}

/* What part of the whole is shown, and in which order, above the names. */
static void draw_corner(const struct grid *g)
{
    const struct table *t = &g->table;
    char text[256] = "";
    if (g->room->view.by_average)
        snprintf(text, sizeof text, "%s", word(WORD_GRID_BY_AVERAGE));
    else if (t->pages > 1)
        snprintf(text, sizeof text, word(WORD_PAGE), t->page + 1, t->pages);
    if (g->room->view.by_average && t->pages > 1) {
        char page[64];
        snprintf(page, sizeof page, word(WORD_PAGE), t->page + 1, t->pages);
        snprintf(text, sizeof text, "%s · %s", word(WORD_GRID_BY_AVERAGE_SHORT), page);
    }
    draw_text_within(g->list, t->left + 56, TABLE_HEAD_Y, t->label - 56 - 16, REGULAR(24),
                     ALIGN_LEFT, TOKEN_INK2, text);
}

/* School names where all of them fit their columns, else all by their codes. */
static void draw_school_heads(const struct grid *g)
{
    const struct table *t = &g->table;
    const struct room *room = g->room;
    struct codes codes;
    bool whole = true;
    for (uint16_t i = 0; i < room->school_count && whole; i++)
        whole = draw_width(g->list, MEDIUM(24), room->schools[room->school_order[i]].name) <=
                t->pitch - 16;
    if (!whole)
        codes_make(&codes, room);
    for (int i = t->first_column; i < t->end_column; i++) {
        school_id school = room->school_order[i];
        draw_text(g->list, table_cell_x(t, i) + t->cell_w / 2, TABLE_HEAD_Y, MEDIUM(24),
                  ALIGN_CENTRE, TOKEN_INK, whole ? room->schools[school].name : codes.text[school]);
    }
}

static double total_middle(const struct table *t)
{
    return t->wide ? t->total_x + 48 : t->total_x + 32;
}

static void draw_heads(const struct grid *g)
{
    const struct table *t = &g->table;
    draw_corner(g);
    if (g->named) {
        draw_school_heads(g);
    } else {
        for (int v = t->first_column; v < t->end_column; v++) {
            char text[12];
            snprintf(text, sizeof text, "%d", v + 1);
            draw_text(g->list, table_cell_x(t, v) + t->cell_w / 2, TABLE_HEAD_Y, SEMIBOLD(24),
                      ALIGN_CENTRE, TOKEN_INK, text);
        }
    }
    enum word total = g->then.review ? WORD_THEN_HEAD_BEFORE
                      : g->targets   ? WORD_GRID_HEAD_NOW
                                     : WORD_GRID_HEAD_TOTAL;
    draw_text(g->list, total_middle(t), TABLE_HEAD_Y, MEDIUM(24), ALIGN_CENTRE, TOKEN_INK2,
              word(total));
    draw_text(g->list, t->average_x + t->average_w / 2, TABLE_HEAD_Y, SEMIBOLD(24), ALIGN_CENTRE,
              TOKEN_INK, word(WORD_GRID_HEAD_AVERAGE));
}

/* The row that is being spoken of. */
static void draw_focus(const struct grid *g, int row)
{
    double x = g->frame->layout.left - 24, w = g->frame->layout.right - x + 24;
    double y = table_cell_y(&g->table, row) - 4;
    draw_round(g->list, x, y, w, TABLE_ROW, 12, TOKEN_TINT);
    /* An accent edge with the bar's own rounded corners: the bar in accent, clipped to it. */
    draw_clip(g->list, x, y, 8, TABLE_ROW);
    draw_round(g->list, x, y, w, TABLE_ROW, 12, TOKEN_ACCENT);
    draw_unclip(g->list);
}

static void draw_label(const struct grid *g, int row)
{
    const struct table *t = &g->table;
    condition_id id = g->order[row];
    const struct condition *condition = &g->room->conditions[id];
    bool focus = g->room->view.focus == id;
    struct type type = focus ? SEMIBOLD(28) : MEDIUM(28);
    double y = table_cell_y(t, row) + (TABLE_CELL - 36) / 2.0;
    double x = t->left + 56, w = t->label - 56 - 8;
    char number[12];
    snprintf(number, sizeof number, "%d", id);
    draw_text(g->list, t->left + 36, y, type_tabular(type), ALIGN_RIGHT, TOKEN_INK2, number);
    bool whole = t->wide && draw_width(g->list, type, condition->name) <= w;
    const char *name = whole || !condition->tight[0] ? condition->name : condition->tight;
    draw_text_within(g->list, x, y, w, type, ALIGN_LEFT, TOKEN_INK, name);
}

static enum level level_of(unsigned band)
{
    return band <= BAND_HIGH ? (enum level)band : LEVEL_NONE;
}

static void draw_cell(const struct grid *g, int row, int column)
{
    const struct table *t = &g->table;
    school_id school = g->room->school_order[column];
    struct cell_item item = room_cell(g->room, g->order[row], school);
    unsigned value = g->targets ? item.target : item.now;
    double x = table_cell_x(t, column), y = table_cell_y(t, row);
    char figure[12];
    snprintf(figure, sizeof figure, "%u", value);
    struct cell cell = {.form = t->form, .figure = figure};
    struct then_said said;
    unsigned before = room_past(g->room, g->then.review, school)->now[g->order[row]];
    if (item.state == RATING_NONE || value == 0) {
        cell.state = CELL_TO_COME;
        then_tell(&cell, &said, &g->then, before, 0);
        cell_draw(g->list, x, y, t->cell_w, TABLE_CELL, cell);
        return;
    }
    cell.level = level_of(analysis_band((int)value));
    cell.state = item.state == RATING_AGREED ? CELL_AGREED : CELL_PROPOSED;
    then_tell(&cell, &said, &g->then, before, value);
    struct motion_cell moving =
        motion_of(g->frame->motion, g->order[row], school, g->frame->now_ms);
    if (moving.filling && !g->frame->reduced_motion)
        cell_draw_filling(g->list, x, y, t->cell_w, TABLE_CELL, cell, moving.percent);
    else
        cell_draw(g->list, x, y, t->cell_w, TABLE_CELL, cell);
    if (moving.ring)
        cell_ring(g->list, x, y, t->cell_w, TABLE_CELL);
}

/* How many of the row's ratings are in, where that is all that may be said. */
static void draw_few(const struct grid *g, int row, const struct summary_item *summary)
{
    const struct table *t = &g->table;
    char text[128];
    enum word says = g->room->workshop.count_proposed ? WORD_GRID_FEW_IN : WORD_GRID_FEW_AGREED;
    if (summary->counted == 0)
        snprintf(text, sizeof text, "%s", word(WORD_GRID_NONE_AGREED));
    else
        snprintf(text, sizeof text, word(says), summary->counted);
    double x = table_cell_x(t, t->first_column), y = table_cell_y(t, row);
    double w = table_cell_x(t, t->end_column - 1) + t->cell_w - x;
    bool focus = g->room->view.focus == g->order[row];
    draw_round(g->list, x, y, w, TABLE_CELL, 8,
               theme_mix(TOKEN_SUNKEN, 60, focus ? TOKEN_TINT : TOKEN_PAPER));
    draw_text_within(g->list, x + 24, y + 12, w - 48, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, text);
}

/* What is told of the row's condition in the earlier review; nothing where none is shown. */
static const struct summary_item *past_of(const struct grid *g, int row)
{
    return &g->room->past_summaries[g->then.review][g->order[row]];
}

static void draw_spread(const struct grid *g, int row, const struct summary_item *summary)
{
    const struct table *t = &g->table;
    if (!summary->has_figures) {
        draw_few(g, row, summary);
        return;
    }
    bool focus = g->room->view.focus == g->order[row];
    const struct summary_item *past = past_of(g, row);
    for (int i = t->first_column; i < t->end_column; i++) {
        double x = table_cell_x(t, i), y = table_cell_y(t, row);
        if (past->has_figures)
            then_draw_slot(g->list, x, y, t->cell_w, level_of(analysis_band(i + 1)), &g->then,
                           past->spread[i + 1], summary->spread[i + 1]);
        else if (summary->spread[i + 1])
            cell_spread(g->list, x, y, t->cell_w, TABLE_CELL, level_of(analysis_band(i + 1)),
                        summary->spread[i + 1]);
        else
            draw_round(g->list, x, y, t->cell_w, TABLE_CELL, 8,
                       theme_mix(TOKEN_SUNKEN, 60, focus ? TOKEN_TINT : TOKEN_PAPER));
    }
}

/* True when nothing in the average is still open: every school counts, and counts agreed. */
static bool is_settled(const struct grid *g, condition_id id, const struct summary_item *summary)
{
    unsigned counted = g->targets ? summary->target_counted : summary->counted;
    if (counted != summary->of)
        return false;
    if (!g->room->workshop.count_proposed)
        return true;
    const struct progress_item *all = &g->room->progress[0];
    if (!g->named)
        return all->proposed + all->to_come == 0;
    for (uint16_t i = 0; i < g->room->school_count; i++)
        if (room_cell(g->room, id, g->room->school_order[i]).state != RATING_AGREED)
            return false;
    return true;
}

static void draw_figures(const struct grid *g, int row, const struct summary_item *summary)
{
    const struct table *t = &g->table;
    unsigned average = g->targets ? summary->target_average : summary->average;
    unsigned band = g->targets ? summary->target_band : summary->band;
    bool shown = summary->has_figures && average > 0;
    double y = table_cell_y(t, row);
    char text[AVERAGE_TEXT_SIZE + 8];
    if (g->then.review) {
        const struct summary_item *past = past_of(g, row);
        then_draw_average(g->list, total_middle(t), y, past->has_figures ? past->average : 0,
                          shown ? average : 0);
    } else if (summary->has_figures) {
        if (g->targets)
            analysis_average_text(text, summary->average);
        else
            snprintf(text, sizeof text, "%u", summary->total);
        draw_text(g->list, total_middle(t), y + (TABLE_CELL - type_line(t->total_size)) / 2.0,
                  type_tabular(REGULAR(t->total_size)), ALIGN_CENTRE, TOKEN_INK2, text);
    }
    if (!shown)
        return;
    analysis_average_text(text, average);
    struct cell cell = {.state =
                            is_settled(g, g->order[row], summary) ? CELL_AGREED : CELL_PROPOSED,
                        .form = t->average_form,
                        .level = level_of(band),
                        .figure = text};
    cell_draw(g->list, t->average_x, y, t->average_w, TABLE_CELL, cell);
}

static void draw_row(const struct grid *g, int row)
{
    const struct summary_item *summary = &g->room->summaries[g->order[row]];
    if (g->room->view.focus == g->order[row])
        draw_focus(g, row);
    draw_label(g, row);
    if (g->named)
        for (int i = g->table.first_column; i < g->table.end_column; i++)
            draw_cell(g, row, i);
    else
        draw_spread(g, row, summary);
    draw_figures(g, row, summary);
}

/* No school has been added yet. */
static void draw_nobody(const struct grid *g)
{
    struct header_line line = {0};
    header_add_step(&line, g->room);
    header_draw(g->list, g->frame, word(WORD_GRID_NOW), &line);
    double x = g->frame->layout.left, w = g->frame->layout.right - x;
    draw_frame(g->list, x, TABLE_Y, w, 368, 16, 2, TOKEN_LINE);
    draw_text_within(g->list, x + 48, TABLE_Y + 136, w - 96, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_GRID_NO_SCHOOLS));
    draw_text_within(g->list, x + 48, TABLE_Y + 188, w - 96, REGULAR(28), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_GRID_NO_SCHOOLS_MORE));
}

void stage_grid_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct grid g = grid_of(list, frame);
    if (shows_lines(frame)) {
        trends_draw(list, frame);
    } else if (frame->room->school_count == 0) {
        draw_nobody(&g);
    } else {
        draw_header(&g);
        draw_heads(&g);
        for (int row = g.table.first_row; row < g.table.end_row; row++)
            draw_row(&g, row);
        legend_draw(list, frame);
    }
    rail_draw(list, frame);
}
