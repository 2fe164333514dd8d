/* What the ratings tell us: the conditions where the cluster does well and those where effort comes
 * first, at the left; who could help whom, at the right; and what else there is on further pages.
 */

#include "stage/findings.h"

#include <math.h>
#include <stdio.h>

#include "analysis/summary.h"
#include "phrase/phrase.h"
#include "stage/header.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "ui/cell.h"
#include "words/words.h"

enum {
    CONTENT_Y = 168,
    HEAD_H = 64,   /* a list's heading with what is under it */
    BETWEEN = 64,  /* the lists, with a rule between */
    ROW_MOST = 88, /* of a condition, as designed and with the largest text */
    ROW_LEAST = 68,
    CELL_W = 120,
    CELL_MOST = 72,
    LABEL_X = 152,
    RIGHT_MOST = 960, /* the panel, and the space before it */
    GAP = 64,
};

void findings_read(struct findings *f, const struct stage_frame *frame)
{
    f->frame = frame;
    f->room = frame->room;
    f->count = room_findings(f->told, frame->room);
    while (f->count > 0 && f->told[f->count - 1].hidden) /* they stand at the end */
        f->count--;
}

static bool is_settled(const struct room *room, condition_id condition)
{
    const struct summary_item *summary = &room->summaries[condition];
    const struct progress_item *all = &room->progress[0];
    return summary->counted == summary->of &&
           (!room->workshop.count_proposed || all->proposed + all->to_come == 0);
}

void findings_average(struct draw_list *list, const struct room *room, condition_id condition,
                      double x, double y, double w, double h)
{
    const struct summary_item *summary = &room->summaries[condition];
    char text[AVERAGE_TEXT_SIZE];
    analysis_average_text(text, summary->average);
    cell_draw(list, x, y, w, h,
              (struct cell){.state = is_settled(room, condition) ? CELL_AGREED : CELL_PROPOSED,
                            .form = CELL_WIDE,
                            .level = (enum level)summary->band,
                            .figure = text});
}

double findings_text(struct draw_list *list, double x, double y, double w, double h,
                     const struct type types[], paint p, const char *text)
{
    struct type_lines lines;
    int i = 0, most;
    for (;; i++) {
        most = (int)fmin(TYPE_MAX_LINES, fmax(1, floor(h / type_line(types[i].size))));
        type_wrap(&lines, list->metrics, list->u, types[i], w, most, WRAP_BALANCED, text);
        if (!lines.ellipsis || !types[i + 1].size)
            break;
    }
    return draw_paragraph(list, x, y, w, most, types[i], ALIGN_LEFT, WRAP_BALANCED, p, text);
}

void findings_nothing_at(struct draw_list *list, const struct stage_frame *frame, double y,
                         const char *says, const char *more)
{
    double x = frame->layout.left, w = frame->layout.right - x;
    double h = fmin(368, stage_bottom(frame) - y);
    static const struct type types[] = {{WEIGHT_REGULAR, 28, false}, {0}};
    draw_frame(list, x, y, w, h, 16, 2, TOKEN_LINE);
    draw_text_within(list, x + 48, y + h / 2 - 48, w - 96, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     says);
    findings_text(list, x + 48, y + h / 2 + 4, w - 96, h / 2 - 16, types, TOKEN_INK2, more);
}

void findings_nothing(struct draw_list *list, const struct stage_frame *frame, const char *says,
                      const char *more)
{
    findings_nothing_at(list, frame, CONTENT_Y, says, more);
}

/* The conditions in the two lists, one after the other: what stands on a page of them. */
struct rows {
    const struct findings *f;
    double height, row; /* of the column, of one condition */
    const struct room_finding *of[2 * CONDITIONS_MAX];
    int count;
};

static void add_rows(struct rows *r, enum finding_kind kind)
{
    for (unsigned i = 0; i < r->f->count && r->count < 2 * CONDITIONS_MAX; i++)
        if (r->f->told[i].kind == kind)
            r->of[r->count++] = &r->f->told[i];
}

static struct rows rows_of(const struct findings *f)
{
    struct rows r = {.f = f, .height = stage_bottom(f->frame) - CONTENT_Y};
    r.row = floor(stage_squeezed(f->frame, ROW_MOST, ROW_LEAST));
    add_rows(&r, FINDING_WELL);
    add_rows(&r, FINDING_PRIORITY);
    return r;
}

/* Where a page that begins with row `first` ends: the first row that has no room on it. */
static int end_of_page(const struct rows *r, int first)
{
    double y = HEAD_H;
    int i = first;
    for (; i < r->count; i++, y += r->row) {
        if (i > first && r->of[i]->kind != r->of[i - 1]->kind)
            y += BETWEEN + HEAD_H - (r->row - CELL_MOST);
        if (i > first && y + r->row - 8 > r->height)
            break;
    }
    return i;
}

static int row_pages(const struct rows *r)
{
    int pages = 0;
    for (int first = 0; first < r->count; first = end_of_page(r, first))
        pages++;
    return pages;
}

static void draw_label(struct draw_list *list, const struct room_finding *one,
                       const struct room *room, double x, double y, double w, double h)
{
    const struct condition *condition = &room->conditions[one->number];
    struct type type = MEDIUM(36);
    const char *text = one->text[0] ? one->text : condition->name;
    if (!one->text[0] && draw_width(list, type, text) > w && condition->tight[0])
        text = condition->tight;
    int lines = 1;
    if (draw_width(list, type, text) > w) {
        type = MEDIUM(28);
        if (draw_width(list, type, text) > w && h >= 2 * type_line(24))
            type = draw_width(list, MEDIUM(28), text) > 2 * w || h < 2 * type_line(28) ? MEDIUM(24)
                                                                                       : type;
        lines = draw_width(list, type, text) > w ? 2 : 1;
    }
    draw_paragraph(list, x, y + (h - lines * type_line(type.size)) / 2, w, lines, type, ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK, text);
}

static void draw_rows(struct draw_list *list, const struct rows *r, int page, double x, double w)
{
    static const struct type heads_types[] = {
        {WEIGHT_SEMIBOLD, 36, false}, {WEIGHT_SEMIBOLD, 28, false}, {0}};
    int first = 0;
    for (int i = 0; i < page && end_of_page(r, first) < r->count; i++)
        first = end_of_page(r, first);
    double y = CONTENT_Y, cell = fmin(CELL_MOST, r->row - 8);
    for (int i = first, end = end_of_page(r, first); i < end; i++) {
        bool heads = i == first || r->of[i]->kind != r->of[i - 1]->kind;
        if (heads && i > first) {
            y += BETWEEN - (r->row - CELL_MOST);
            draw_rect(list, x, y - 32, w, 2, TOKEN_LINE);
        }
        if (heads) {
            findings_text(list, x, y, w, type_line(36), heads_types, TOKEN_INK,
                          phrase_head(r->f->room, (enum finding_kind)r->of[i]->kind));
            y += HEAD_H;
        }
        findings_average(list, r->f->room, r->of[i]->number, x, y, CELL_W, cell);
        draw_label(list, r->of[i], r->f->room, x + LABEL_X, y, w - LABEL_X, cell);
        y += r->row;
    }
}

/* The panel at the right: where it begins; at the right edge when it has nothing to say. */
struct columns {
    double left_w, right_x, right_w;
    int pages; /* of the two columns together */
};

static struct columns columns_of(const struct findings *f, const struct rows *rows)
{
    const struct layout *layout = &f->frame->layout;
    double w = layout->right - layout->left;
    struct columns c = {.right_w = fmin(RIGHT_MOST, floor((w - GAP) * 0.556))};
    c.right_x = layout->right - c.right_w;
    c.left_w = c.right_x - GAP - layout->left;
    int help = findings_help(NULL, f, c.right_x, CONTENT_Y, c.right_w, rows->height, 0);
    if (!help)
        c.left_w = w;
    c.pages = (int)fmax(row_pages(rows), help);
    return c;
}

static void draw_header(struct draw_list *list, const struct findings *f, int page, int pages)
{
    struct header_line line = {0};
    char schools[PHRASE_SIZE];
    header_add_step(&line, f->room);
    header_dot(&line);
    phrase_schools(schools, f->room->workshop.school_count);
    header_add(&line, false, word(WORD_FINDINGS_AVERAGES), schools);
    if (pages > 1) {
        header_dot(&line);
        header_add(&line, false, word(WORD_PAGE), page + 1, pages);
    }
    header_draw(list, f->frame, word(WORD_FINDINGS_TITLE), &line);
}

int stage_findings_pages(const struct stage_frame *frame)
{
    struct findings f;
    findings_read(&f, frame);
    struct rows rows = rows_of(&f);
    int pages = columns_of(&f, &rows).pages + findings_card_pages(&f);
    return pages > 0 ? pages : 1;
}

void stage_findings_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct findings f;
    findings_read(&f, frame);
    struct rows rows = rows_of(&f);
    struct columns columns = columns_of(&f, &rows);
    int pages = columns.pages + findings_card_pages(&f), page = stage_page(frame, pages);
    const struct room_finding *large = findings_large(&f);
    draw_header(list, &f, page, large ? 1 : pages);
    if (large) {
        findings_draw_large(list, &f, large);
    } else if (!pages) {
        findings_nothing(list, frame, word(WORD_FINDINGS_NONE), word(WORD_FINDINGS_NONE_MORE));
    } else if (page >= columns.pages) {
        findings_cards(list, &f, page - columns.pages);
    } else {
        draw_rows(list, &rows, page, frame->layout.left, columns.left_w);
        findings_help(list, &f, columns.right_x, CONTENT_Y, columns.right_w, rows.height, page);
    }
    rail_draw(list, frame);
}
