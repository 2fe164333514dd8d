#include "ui/field.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "ui/mark.h"

static const double corner = 8, caret_width = 2;

/* The text as it is shown: what an input method is composing stands at the caret. */
struct shown {
    char text[EDIT_SIZE + EDIT_COMPOSING];
    size_t caret;            /* after what is being composed */
    size_t composed, length; /* where that begins, and its bytes */
};

static void compose(struct shown *out, const struct edit *edit)
{
    size_t n = strlen(edit->composing), at = edit->caret;
    memcpy(out->text, edit->text, at);
    memcpy(out->text + at, edit->composing, n);
    memcpy(out->text + at + n, edit->text + at, strlen(edit->text + at) + 1);
    out->caret = at + n;
    out->composed = at;
    out->length = n;
}

static double width_of(const struct ui *ui, struct type type, const char *text, size_t bytes)
{
    return type_width(ui->list->metrics, ui->list->u, type, text, bytes);
}

/* The edge of a visible character nearest to `x` from the start of `text`. */
static size_t nearest(const struct ui *ui, struct type type, const char *text, size_t bytes,
                      double x)
{
    size_t at = 0;
    double left = 0;
    while (at < bytes) {
        size_t next = at + text_grapheme(text + at);
        double right = width_of(ui, type, text, next);
        if (x < (left + right) / 2)
            break;
        left = right;
        at = next;
    }
    return at < bytes ? at : bytes;
}

/* Where the text lies in its box. One line slides so that the caret stays in sight; several wrap
 * and show the lines about the caret. */
struct view {
    struct type type;
    double x, y, w;
    struct type_lines lines;
    int first, shown; /* lines */
    int caret_line;
    double caret_x, slide;
};

static void find_caret(const struct ui *ui, struct view *v, const char *text, size_t caret)
{
    v->caret_line = 0;
    for (int i = 1; i < v->lines.count; i++) {
        if (v->lines.line[i].start <= caret)
            v->caret_line = i;
    }
    size_t start = v->lines.count ? v->lines.line[v->caret_line].start : 0;
    v->caret_x = caret > start ? width_of(ui, v->type, text + start, caret - start) : 0;
}

static void lay_out(const struct ui *ui, struct view *v, const char *text, size_t caret, int most)
{
    v->first = 0;
    v->slide = 0;
    if (most <= 1) {
        v->lines = (struct type_lines){.count = 1};
        v->lines.line[0].length = strlen(text);
        find_caret(ui, v, text, caret);
        v->slide = fmax(0, v->caret_x + caret_width - v->w);
        v->shown = 1;
        return;
    }
    type_wrap(&v->lines, ui->list->metrics, ui->list->u, v->type, v->w, TYPE_MAX_LINES, WRAP_GREEDY,
              text);
    find_caret(ui, v, text, caret);
    v->caret_x = fmin(v->caret_x, v->w);
    if (v->caret_line >= most)
        v->first = v->caret_line - most + 1;
    v->shown = v->lines.count - v->first < most ? v->lines.count - v->first : most;
}

/* The place in the text under a point. */
static size_t place_at(const struct ui *ui, const struct view *v, const char *text, double x,
                       double y)
{
    if (v->lines.count == 0)
        return 0;
    int line = v->first + (int)floor((y - v->y) / type_line(v->type.size));
    line = line < 0 ? 0 : line >= v->lines.count ? v->lines.count - 1 : line;
    size_t start = v->lines.line[line].start;
    return start +
           nearest(ui, v->type, text + start, v->lines.line[line].length, x - v->x + v->slide);
}

/* Up and Down among wrapped lines. */
static bool move_line(const struct ui *ui, const struct view *v, struct edit *edit,
                      const struct input_event *e)
{
    if (e->kind != INPUT_KEY || (e->key != KEY_UP && e->key != KEY_DOWN) || v->lines.count < 2)
        return false;
    int line = v->caret_line + (e->key == KEY_UP ? -1 : 1);
    if (line < 0 || line >= v->lines.count)
        return true;
    size_t start = v->lines.line[line].start;
    edit->caret =
        start + nearest(ui, v->type, edit->text + start, v->lines.line[line].length, v->caret_x);
    if (!(e->modifiers & WITH_SHIFT))
        edit->mark = edit->caret;
    return true;
}

static enum field_result take_events(struct ui *ui, ui_id id, struct view *v, struct edit *edit,
                                     const struct field *field)
{
    enum field_result result = FIELD_SAME;
    const struct input_event *e;
    for (int at = 0; (e = ui_next(ui, id, &at));) {
        lay_out(ui, v, edit->text, edit->caret, field->lines);
        if (e->kind == INPUT_PRESS) {
            double x = e->x / ui->list->u - ui->list->origin_x;
            double y = e->y / ui->list->u - ui->list->origin_y;
            edit->caret = edit->mark = place_at(ui, v, edit->text, x, y);
        } else if (e->kind == INPUT_KEY && e->key == KEY_ENTER) {
            result = FIELD_ENTERED;
        } else if (e->kind == INPUT_KEY && e->key == KEY_DOWN &&
                   v->caret_line + 1 >= v->lines.count) {
            result = result == FIELD_SAME ? FIELD_BELOW : result;
        } else if (!move_line(ui, v, edit, e)) {
            bool changed =
                edit_apply(edit, e, ui->input->text + e->first, field->visible, field->bytes);
            if (changed && result == FIELD_SAME)
                result = FIELD_CHANGED;
        }
    }
    return result;
}

static void draw_selection(struct ui *ui, const struct view *v, const struct edit *edit)
{
    size_t from = edit->caret < edit->mark ? edit->caret : edit->mark;
    size_t to = edit->caret < edit->mark ? edit->mark : edit->caret;
    for (int i = v->first; from != to && i < v->first + v->shown; i++) {
        size_t start = v->lines.line[i].start, end = start + v->lines.line[i].length;
        if (to <= start || from >= end)
            continue;
        const char *line = edit->text + start;
        double left = from > start ? width_of(ui, v->type, line, from - start) : 0;
        double right = width_of(ui, v->type, line, (to < end ? to : end) - start);
        double top = v->y + (i - v->first) * type_line(v->type.size);
        draw_rect(ui->list, v->x - v->slide + left, top, right - left, type_line(v->type.size),
                  TOKEN_TINT);
    }
}

static void draw_typed(struct ui *ui, struct view *v, const struct edit *edit, int most)
{
    struct shown shown;
    compose(&shown, edit);
    lay_out(ui, v, shown.text, shown.caret, most);
    if (!shown.length)
        draw_selection(ui, v, edit);
    for (int i = v->first; i < v->first + v->shown; i++) {
        double top = v->y + (i - v->first) * type_line(v->type.size);
        draw_text_bytes(ui->list, v->x - v->slide, top, v->type, ALIGN_LEFT, TOKEN_INK,
                        shown.text + v->lines.line[i].start, v->lines.line[i].length);
    }
    double caret_x = v->x + v->caret_x - v->slide;
    double caret_y = v->y + (v->caret_line - v->first) * type_line(v->type.size);
    if (shown.length) {
        double w = width_of(ui, v->type, shown.text + shown.composed, shown.length);
        draw_rect(ui->list, caret_x - w, caret_y + type_line(v->type.size) - 2, w, 2, TOKEN_INK);
    }
    draw_rect(ui->list, caret_x, caret_y, caret_width, type_line(v->type.size), TOKEN_ACCENT);
    ui->caret_x = caret_x + ui->list->origin_x;
    ui->caret_y = caret_y + ui->list->origin_y;
    ui->caret_h = type_line(v->type.size);
}

static void draw_resting(struct ui *ui, const struct view *v, const struct edit *edit,
                         const struct field *field)
{
    bool empty = edit->text[0] == '\0';
    const char *text = empty && field->placeholder ? field->placeholder : edit->text;
    struct type type = v->type;
    if (empty)
        type.weight = WEIGHT_REGULAR;
    enum token ink = empty || field->off ? TOKEN_INK2 : TOKEN_INK;
    if (field->lines > 1)
        draw_paragraph(ui->list, v->x, v->y, v->w, field->lines, type, ALIGN_LEFT, WRAP_GREEDY, ink,
                       text);
    else
        draw_text_within(ui->list, v->x, v->y, v->w, type, ALIGN_LEFT, ink, text);
}

/* The aside at the right end; returns the width it takes. */
static double draw_aside(struct ui *ui, double right, double y, double h, const struct field *field)
{
    if (!field->aside)
        return 0;
    int size = ui->style->line_size;
    double w = draw_width(ui->list, MEDIUM(size), field->aside), side = size + 6;
    draw_text(ui->list, right, y + (h - type_line(size)) / 2, MEDIUM(size), ALIGN_RIGHT, TOKEN_INK2,
              field->aside);
    if (field->aside_icon == ICON_NONE)
        return w + 8;
    icon_draw(ui->list, field->aside_icon, right - w - 8 - side, y + (h - side) / 2, side, 2.6,
              TOKEN_INK2);
    return w + side + 16;
}

enum field_result field_run(struct ui *ui, ui_id id, double x, double y, double w,
                            struct edit *edit, struct field field)
{
    double h = field.height > 0 ? field.height : ui->style->field_height;
    double padding = ui->style->field_padding;
    int size = field.size ? field.size : ui->style->field_size;
    ui_area(ui, id, x, y, w, h, corner, 4, field.off ? UI_TEXT | UI_OFF : UI_TEXT);
    if (field.label)
        field_label(ui, x, y - ui->style->label_above, field.label, field.label_more);
    if (field.paper && !field.off && !field.fault) {
        draw_round(ui->list, x, y + 4, w, h, corner, TOKEN_SHADE);
        draw_round(ui->list, x, y, w, h, corner, TOKEN_NOTE);
    } else {
        field_box(ui, x, y, w, h, field.fault != NULL, field.off);
    }
    double aside = draw_aside(ui, x + w - padding, y, h, &field);
    struct view v = {.type = MEDIUM(size), .x = x + padding, .w = w - 2 * padding - aside};
    v.y = field.lines > 1 ? y + padding * 0.875 : y + (h - type_line(size)) / 2;
    enum field_result result = field.off ? FIELD_SAME : take_events(ui, id, &v, edit, &field);
    bool typing = ui_focused(ui, id) && !field.off;
    if (!typing)
        edit->composing[0] = '\0';
    if (!typing || (!edit->text[0] && !edit->composing[0]))
        draw_resting(ui, &v, edit, &field);
    if (typing) {
        draw_clip(ui->list, v.x - 2, y + 2, v.w + 4, h - 4);
        draw_typed(ui, &v, edit, field.lines);
        draw_unclip(ui->list);
    }
    if (field.fault)
        field_fault(ui, x, y + h + 8, w, field.fault);
    return result;
}

void field_box(struct ui *ui, double x, double y, double w, double h, bool fault, bool off)
{
    if (off)
        draw_round(ui->list, x, y, w, h, corner, TOKEN_SUNKEN);
    else
        draw_outline(ui->list, x, y, w, h, corner, fault ? 4 : 2, fault ? TOKEN_INK : TOKEN_OUTLINE,
                     TOKEN_SURFACE);
}

void field_label(struct ui *ui, double x, double y, const char *label, const char *more)
{
    int size = ui->style->label_size;
    draw_text(ui->list, x, y, SEMIBOLD(size), ALIGN_LEFT, TOKEN_INK, label);
    if (more)
        draw_text(ui->list, x + draw_width(ui->list, SEMIBOLD(size), label) + size * 0.3, y,
                  REGULAR(size), ALIGN_LEFT, TOKEN_INK2, more);
}

void field_fault(struct ui *ui, double x, double y, double w, const char *sentence)
{
    double mark = ui->style->fault_mark;
    int size = ui->style->line_size;
    mark_bang(ui->list, x + mark / 2, y + 4 + mark / 2, mark);
    draw_paragraph(ui->list, x + mark + 10, y + 4 + (mark - type_line(size)) / 2, w - mark - 10, 2,
                   MEDIUM(size), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, sentence);
}
