#include "start/basket_rows.h"

#include <math.h>
#include <stdio.h>

#include "ui/button.h"
#include "ui/field.h"
#include "ui/mark.h"
#include "words/words.h"

/* How each kind of row looks, how high it is and what is done in it. */

enum {
    INSET = 24,
    HEAD_ABOVE = 12,
    NAME_LINES = 2,
    TEXT_LINES = 4, /* of what was refused */
    LINE_LINES = 3, /* of a line */
};

static int big(const struct basket_rows *r)
{
    return r->ui->style->field_size;
}

static int small(const struct basket_rows *r)
{
    return r->ui->style->line_size;
}

static double widget_h(const struct basket_rows *r)
{
    return r->ui->style->field_height;
}

static void choose(struct basket_rows *r, enum basket_choice choice, int which)
{
    r->outcome = (struct basket_outcome){choice, which};
}

static double text_height(const struct basket_rows *r, double w, int most, struct type type,
                          const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, r->ui->list->metrics, r->ui->list->u, type, w, most, WRAP_GREEDY, text);
    return lines.count * type_line(type.size);
}

/* ---- what was refused, and what could not be done ---- */

static double trouble_text_x(const struct basket_rows *r)
{
    return 2.0 * INSET + big(r) + 12;
}

static double warning_height(const struct basket_rows *r, const char *text)
{
    double w = r->w - trouble_text_x(r) - 2 * INSET - 48;
    return 2.0 * INSET + type_line(big(r)) + text_height(r, w, TEXT_LINES, REGULAR(small(r)), text);
}

static void draw_warning(const struct basket_rows *r, double y, double h, const char *line,
                         const char *text)
{
    struct draw_list *list = r->ui->list;
    double disc = big(r) + 12, text_x = r->x + trouble_text_x(r);
    double w = r->w - trouble_text_x(r) - 2 * INSET - 48;
    draw_outline(list, r->x, y, r->w, h, 12, 4, TOKEN_INK, TOKEN_SURFACE);
    mark_bang(list, r->x + INSET + disc / 2, y + h / 2, disc);
    draw_text_within(list, text_x, y + INSET, w, SEMIBOLD(big(r)), ALIGN_LEFT, TOKEN_INK, line);
    draw_paragraph(list, text_x, y + INSET + type_line(big(r)), w, TEXT_LINES, REGULAR(small(r)),
                   ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, text);
}

static double trouble_height(const struct basket_rows *r, int index)
{
    (void)index;
    return warning_height(r, r->basket->trouble);
}

static void run_trouble(struct basket_rows *r, const struct basket_row *row, double y)
{
    draw_warning(r, y, row->h - BASKET_GAP, word(WORD_BASKET_NOT_TAKEN), r->basket->trouble);
}

static double refused_height(const struct basket_rows *r, int index)
{
    return warning_height(r, r->basket->refused[index].text);
}

/* It stays until somebody has put it away: what it says is to be done elsewhere, in a spreadsheet.
 */
static void run_refused(struct basket_rows *r, const struct basket_row *row, double y)
{
    const struct basket_refused *refused = &r->basket->refused[row->index];
    char line[BASKET_NAME_SIZE + 64];
    double h = row->h - BASKET_GAP;
    snprintf(line, sizeof line, word(WORD_BASKET_REFUSED), refused->name);
    draw_warning(r, y, h, line, refused->text);
    if (button_icon(r->ui, ui_id_of("basket-refused", row->index), r->x + r->w - INSET - 48,
                    y + (h - 48) / 2, 48, ICON_CROSS, false)) {
        basket_put_away(r->basket, row->index);
        r->basket->arrived |=
            row->index == r->basket->refused_count; /* the focus was on the last */
    }
}

/* ---- headings and lines ---- */

static double heading_height(const struct basket_rows *r, int index)
{
    (void)index;
    return HEAD_ABOVE + type_line(big(r));
}

static void run_heading(struct basket_rows *r, const struct basket_row *row, double y)
{
    draw_text_within(r->ui->list, r->x, y + HEAD_ABOVE, r->w, SEMIBOLD(big(r)), ALIGN_LEFT,
                     TOKEN_INK, row->text);
}

static double line_height(const struct basket_rows *r, int index)
{
    const struct basket_line *line = &r->basket->lines[index];
    return line->heading ? heading_height(r, index)
                         : text_height(r, r->w - INSET, LINE_LINES, REGULAR(small(r)), line->text);
}

static void run_line(struct basket_rows *r, const struct basket_row *row, double y)
{
    const struct basket_line *line = &r->basket->lines[row->index];
    struct basket_row head = {.text = line->text};
    if (line->heading) {
        run_heading(r, &head, y);
        return;
    }
    mark_bullet(r->ui->list, r->x, y, small(r));
    draw_paragraph(r->ui->list, r->x + INSET, y, r->w - INSET, LINE_LINES, REGULAR(small(r)),
                   ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, line->text);
}

/* ---- questions ---- */

static double control_width(const struct basket_rows *r)
{
    return fmin(640, floor(r->w * 0.44));
}

/* What is left of it for the names at the left of a row. */
static double names_width(const struct basket_rows *r)
{
    return r->w - control_width(r) - 3 * INSET;
}

static double names_height(const struct basket_rows *r, const char *name, const char *says)
{
    return text_height(r, names_width(r), NAME_LINES, SEMIBOLD(big(r)), name) +
           (says[0] ? type_line(small(r)) : 0);
}

/* A row with names at the left and a field at the right. */
static double tall(const struct basket_rows *r, const char *name, const char *says)
{
    return fmax(names_height(r, name, says), widget_h(r)) + 16;
}

static void draw_names(const struct basket_rows *r, double y, double h, const char *name,
                       const char *says)
{
    double x = r->x + INSET, w = names_width(r);
    y += (h - names_height(r, name, says)) / 2;
    y += draw_paragraph(r->ui->list, x, y, w, NAME_LINES, SEMIBOLD(big(r)), ALIGN_LEFT, WRAP_GREEDY,
                        TOKEN_INK, name);
    draw_text_within(r->ui->list, x, y, w, REGULAR(small(r)), ALIGN_LEFT, TOKEN_INK2, says);
}

enum { ASKS_SIZE = TITLE_SIZE + 64 };

static void write_question(char to[ASKS_SIZE], const struct basket_question *question)
{
    snprintf(to, ASKS_SIZE, word(WORD_BASKET_WHICH), question->row);
}

static double question_height(const struct basket_rows *r, int index)
{
    const struct basket_question *question = &r->basket->questions[index];
    char asks[ASKS_SIZE];
    write_question(asks, question);
    return tall(r, asks, question->from);
}

static void run_question(struct basket_rows *r, const struct basket_row *row, double y)
{
    struct basket_question *question = &r->basket->questions[row->index];
    int count =
        r->given->condition_count < CONDITIONS_MAX ? r->given->condition_count : CONDITIONS_MAX;
    double h = row->h - BASKET_GAP, w = control_width(r);
    char asks[ASKS_SIZE];
    r->basket->answers[0] = word(WORD_BASKET_LEAVE_OUT);
    for (int i = 0; i < count; i++)
        r->basket->answers[i + 1] = r->given->conditions[i];
    draw_round(r->ui->list, r->x, y, r->w, h, 12, TOKEN_TINT);
    write_question(asks, question);
    draw_names(r, y, h, asks, question->from);
    if (dropdown_run(r->ui, ui_id_of("basket-question", row->index), r->x + r->w - w - INSET,
                     y + (h - widget_h(r)) / 2, w, &question->answer, r->basket->answers, count + 1,
                     NULL, word(WORD_BASKET_CHOOSE), false))
        choose(r, BASKET_CHANGED, row->index);
}

/* ---- things ---- */

static double day_height(const struct basket_rows *r)
{
    return r->ui->style->label_above + widget_h(r) + r->ui->style->fault_mark + 20;
}

static double thing_height(const struct basket_rows *r, int index)
{
    const struct basket_thing *thing = &r->basket->things[index];
    return tall(r, thing->name, thing->says) + (basket_needs_day(thing) ? day_height(r) : 0);
}

/* What a file of an earlier review does not say itself. */
static void run_day(struct basket_rows *r, int index, double y)
{
    struct basket_thing *thing = &r->basket->things[index];
    double w = control_width(r), x = r->x + INSET, right = r->x + r->w - w - INSET;
    bool wrong = thing->day.text[0] && !basket_day(thing, r->given->today) &&
                 !ui_focused(r->ui, ui_id_of("basket-day", index));
    y += r->ui->style->label_above;
    enum field_result day =
        field_run(r->ui, ui_id_of("basket-day", index), x, y, right - x - INSET, &thing->day,
                  (struct field){.label = word(WORD_BASKET_DAY),
                                 .placeholder = word(WORD_BASKET_DAY_LIKE),
                                 .fault = wrong ? word(WORD_BASKET_DAY_FAULT) : NULL,
                                 .visible = 40});
    enum field_result title = field_run(
        r->ui, ui_id_of("basket-called", index), right, y, w, &thing->title,
        (struct field){.label = word(WORD_BASKET_REVIEW_TITLE), .visible = TITLE_VISIBLE});
    if (day != FIELD_SAME || title != FIELD_SAME)
        choose(r, BASKET_CHANGED, index);
}

static void run_thing(struct basket_rows *r, const struct basket_row *row, double y)
{
    static const enum word as[2][BASKET_USES_MAX] = {
        {WORD_BASKET_AS_RATINGS, WORD_BASKET_AS_REVIEW},
        {WORD_BASKET_AS_BOTH, WORD_BASKET_AS_COMPARE, WORD_BASKET_AS_ACTIONS},
    };
    struct basket_thing *thing = &r->basket->things[row->index];
    const char **labels = r->basket->uses[thing->workshop];
    int count = basket_use_count(thing);
    double h = tall(r, thing->name, thing->says), w = control_width(r) - 48 - BASKET_GAP;
    double right = r->x + r->w - INSET - 48;
    for (int i = 0; i < count; i++)
        labels[i] = word(as[thing->workshop][i]);
    draw_round(r->ui->list, r->x, y, r->w, row->h - BASKET_GAP, 12, TOKEN_SURFACE);
    draw_names(r, y, h, thing->name, thing->says);
    if (count > 1 &&
        dropdown_run(r->ui, ui_id_of("basket-use", row->index), right - BASKET_GAP - w,
                     y + (h - widget_h(r)) / 2, w, &thing->use, labels, count, NULL, NULL, false))
        choose(r, BASKET_CHANGED, row->index);
    if (button_icon(r->ui, ui_id_of("basket-out", row->index), right, y + (h - 48) / 2, 48,
                    ICON_CROSS, false))
        choose(r, BASKET_OUT, row->index);
    if (basket_needs_day(thing))
        run_day(r, row->index, y + h);
}

/* ---- earlier reviews that are there ---- */

static double review_height(const struct basket_rows *r, int index)
{
    const struct basket_review *review = &r->given->reviews[index];
    return tall(r, review->title, review->day);
}

/* Taking one out is asked twice: it cannot be undone from the same files if these are gone. */
static void run_review(struct basket_rows *r, const struct basket_row *row, double y)
{
    const struct basket_review *review = &r->given->reviews[row->index];
    bool asked = r->basket->asked == row->index + 1;
    ui_id id = ui_id_of("basket-review", row->index);
    double h = row->h - BASKET_GAP;
    struct button button = {.kind = asked ? BUTTON_PRIMARY : BUTTON_SECONDARY,
                            .text = word(asked ? WORD_BASKET_REMOVE_SURE : WORD_BASKET_REMOVE),
                            .off = r->given->busy || r->given->closed,
                            .height = 56};
    double w = button_width(r->ui, button), x = r->x + r->w - INSET - w;
    draw_round(r->ui->list, r->x, y, r->w, h, 12, asked ? TOKEN_TINT : TOKEN_SURFACE);
    draw_names(r, y, h, review->title, asked ? word(WORD_BASKET_REMOVE_WHAT) : review->day);
    if (asked && !ui_focused(r->ui, id))
        r->basket->asked = 0;
    if (!button_run(r->ui, id, x, y + (h - 56) / 2, button))
        return;
    r->basket->asked = asked ? 0 : row->index + 1;
    if (asked)
        choose(r, BASKET_REMOVE, row->index);
}

const struct basket_row_how basket_row_how[BASKET_ROW_KINDS] = {
    [BASKET_ROW_TROUBLE] = {trouble_height, run_trouble, NULL},
    [BASKET_ROW_REFUSED] = {refused_height, run_refused, "basket-refused"},
    [BASKET_ROW_HEADING] = {heading_height, run_heading, NULL},
    [BASKET_ROW_QUESTION] = {question_height, run_question, "basket-question"},
    [BASKET_ROW_THING] = {thing_height, run_thing, "basket-use"},
    [BASKET_ROW_LINE] = {line_height, run_line, NULL},
    [BASKET_ROW_REVIEW] = {review_height, run_review, "basket-review"},
};
