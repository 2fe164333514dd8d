#include <stdio.h>
#include <string.h>

#include "screen/vote.h"
#include "screen/writing.h"

/* The options, a row each, and what keys and presses do to the one they go to. The list is one
 * place to the keyboard: up and down move in it, a figure goes to the row whose number ends so, and
 * everything else is the method's. */

enum { TEXT_X = 84, NUMBER_X = 64, GAP = 3, ROWS_MOST = 10, TICK_GAP = 24 };

/* Rows are as high as the longest option needs, one line if that will do, and a little closer where
 * that spares a second page. */
static const struct fit {
    int size, lines;
    double pitch, least;
} fits[] = {{20, 1, 51, 43}, {20, 2, 68, 60}, {16, 2, 60, 52}, {16, 3, 84, 76}};

static ui_id list_id(void)
{
    return ui_id_of("options", 0);
}

void vote_focus(struct screens *s)
{
    ui_focus(&s->ui, list_id());
}

static double text_width(const struct vote *vote)
{
    return SCREEN_RIGHT - vote->method->aside - TICK_GAP - TEXT_X;
}

static const struct fit *fit_of(const struct screens *s, const struct vote *vote)
{
    enum { FITS = sizeof fits / sizeof *fits };
    for (size_t i = 0; i + 1 < FITS; i++) {
        bool all = true;
        for (uint8_t option = 1; all && option <= vote->options; option++) {
            struct type_lines lines;
            const char *text = outcome_option(s->sight.room, vote->content, option);
            type_wrap(&lines, s->list->metrics, s->list->u, SEMIBOLD(fits[i].size),
                      text_width(vote), fits[i].lines, WRAP_GREEDY, text);
            all = !lines.ellipsis;
        }
        if (all)
            return &fits[i];
    }
    return &fits[FITS - 1];
}

unsigned vote_fit_rows(double *pitch, double height, unsigned count, double usual, double least)
{
    bool fits_all = count <= ROWS_MOST && count > 0 && height / count >= least;
    double all = count > 0 ? height / count : usual;
    *pitch = fits_all && all < usual ? all : usual;
    unsigned shown = (unsigned)(height / *pitch + 0.001);
    return shown < 1 ? 1 : shown > ROWS_MOST ? ROWS_MOST : shown;
}

/* ---- keys ---- */

struct list {
    unsigned shown, top; /* rows of a page; the option above the first */
    double y, pitch;
};

static void move_to(struct screens *s, const struct vote *vote, int option)
{
    int last = (int)vote->options;
    s->vote.option = (uint8_t)(option < 1 ? 1 : option > last ? last : option);
}

static void act(struct screens *s, struct vote *vote, enum vote_act what, unsigned figure)
{
    if (!vote->still)
        vote->method->act(s, vote, what, figure);
}

/* The row of this page whose number ends in that figure. */
static void pick_by_figure(struct screens *s, struct vote *vote, const struct list *list,
                           unsigned figure)
{
    unsigned end =
        list->top + list->shown < vote->options ? list->top + list->shown : vote->options;
    for (unsigned option = list->top + 1; option <= end; option++)
        if (option % 10 == figure) {
            move_to(s, vote, (int)option);
            act(s, vote, VOTE_NUMBER, 0);
            vote_focus(s);
            return;
        }
}

static void take_text(struct screens *s, struct vote *vote, const struct list *list,
                      const char *text)
{
    bool figure = text[0] >= '0' && text[0] <= '9' && !text[1];
    if (figure && vote->method->figures)
        act(s, vote, VOTE_FIGURE, (unsigned)(text[0] - '0'));
    else if (figure)
        pick_by_figure(s, vote, list, (unsigned)(text[0] - '0'));
    else if (strcmp(text, "+") == 0)
        act(s, vote, VOTE_MORE, 0);
    else if (strcmp(text, "-") == 0 || strcmp(text, "−") == 0)
        act(s, vote, VOTE_LESS, 0);
}

static void take_key(struct screens *s, struct vote *vote, const struct input_event *e,
                     bool in_list)
{
    int option = s->vote.option;
    switch (e->key) {
    case KEY_UP:
        move_to(s, vote, option - 1);
        break;
    case KEY_DOWN:
        move_to(s, vote, option + 1);
        break;
    case KEY_HOME:
        move_to(s, vote, 1);
        break;
    case KEY_END:
        move_to(s, vote, (int)vote->options);
        break;
    case KEY_LEFT:
        act(s, vote, VOTE_LEFT, 0);
        break;
    case KEY_RIGHT:
        act(s, vote, VOTE_RIGHT, 0);
        break;
    case KEY_ENTER:
    case KEY_SPACE:
        if (in_list)
            act(s, vote, VOTE_PICK, 0);
        return;
    case KEY_BACKSPACE:
    case KEY_DELETE:
        act(s, vote, VOTE_CLEAR, 0);
        break;
    default:
        return;
    }
    vote_focus(s);
}

/* A press goes to its row; let go there it picks, where a row is one thing to press. */
static void take_pointer(struct screens *s, struct vote *vote, const struct list *list,
                         const struct input_event *e)
{
    double y = e->y / s->ui.list->u - s->list->origin_y - list->y;
    if (y < 0 || (e->kind != INPUT_PRESS && e->kind != INPUT_RELEASE))
        return;
    unsigned option = list->top + (unsigned)(y / list->pitch) + 1;
    if (option > list->top + list->shown || option > vote->options)
        return;
    if (e->kind == INPUT_PRESS)
        move_to(s, vote, (int)option);
    else if (vote->method->whole_row && s->vote.option == option)
        act(s, vote, VOTE_PICK, 0);
}

/* What is for the list or for nobody else, in the order it was done. */
static void take_events(struct screens *s, struct vote *vote, const struct list *list)
{
    const struct ui *ui = &s->ui;
    for (int i = 0; i < ui->input->count; i++) {
        const struct input_event *e = &ui->input->event[i];
        bool in_list = ui->target[i] == list_id();
        if (!in_list && ui->target[i] != 0)
            continue;
        if (e->kind == INPUT_TEXT)
            take_text(s, vote, list, ui->input->text + e->first);
        else if (e->kind == INPUT_KEY && !e->modifiers)
            take_key(s, vote, e, in_list);
        else if (in_list && e->kind != INPUT_KEY)
            take_pointer(s, vote, list, e);
    }
}

bool vote_run_sign(struct screens *s, const struct vote_row *row, unsigned which,
                   struct vote_sign sign)
{
    struct ui *ui = &s->ui;
    struct draw_list *list = s->list;
    ui_id id = ui_id_of("sign", (int)(row->option * 16 + which));
    bool done = ui_area(ui, id, sign.x, sign.y, sign.size, sign.size, 8, 4,
                        UI_ABOVE | (sign.off ? UI_OFF : 0));
    enum token ground = sign.off || ui_held(ui, id) ? TOKEN_SUNKEN
                        : ui_hovered(ui, id)        ? TOKEN_TINT
                                                    : TOKEN_SURFACE;
    enum token ink = sign.off ? TOKEN_INK2 : TOKEN_INK;
    if (sign.chosen) {
        draw_round(list, sign.x, sign.y, sign.size, sign.size, 8, TOKEN_ACCENT);
        ink = TOKEN_ON_ACCENT;
    } else if (sign.off) {
        draw_round(list, sign.x, sign.y, sign.size, sign.size, 8, ground);
    } else {
        draw_outline(list, sign.x, sign.y, sign.size, sign.size, 8, 2, TOKEN_OUTLINE, ground);
    }
    if (sign.figure) {
        draw_text(list, sign.x + sign.size / 2, sign.y + (sign.size - 28) / 2,
                  sign.chosen ? SEMIBOLD(20) : MEDIUM(20), ALIGN_CENTRE, ink, sign.figure);
    } else {
        double side = sign.size * 0.55, inset = (sign.size - side) / 2;
        icon_draw(list, sign.icon, sign.x + inset, sign.y + inset, side, 2.4, ink);
    }
    if (done) {
        s->vote.option = (uint8_t)row->option;
        vote_focus(s);
    }
    return done;
}

/* ---- drawing ---- */

static bool is_marked(const struct vote *vote, unsigned option)
{
    return option >= 1 && option <= vote->options && vote->marks.of[option - 1];
}

static void draw_option(struct screens *s, const struct vote *vote, const struct fit *fit,
                        const struct vote_row *row, bool first)
{
    struct draw_list *list = s->list;
    bool marked = is_marked(vote, row->option);
    if (marked)
        draw_round(list, 16, row->y, SCREEN_RIGHT, row->h, 8, TOKEN_TINT);
    else if (!first && !is_marked(vote, row->option - 1))
        draw_rect(list, SCREEN_LEFT, row->y - 2, SCREEN_WIDTH, 2, TOKEN_LINE);
    char number[8];
    snprintf(number, sizeof number, "%u", row->option);
    double line = type_line(fit->size), middle = row->y + row->h / 2;
    struct type type = {marked ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM, fit->size, false};
    const char *text = outcome_option(s->sight.room, vote->content, (uint8_t)row->option);
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, text_width(vote), fit->lines, WRAP_GREEDY,
              text);
    double y = middle - lines.count * line / 2;
    draw_text(list, NUMBER_X, lines.count > 1 ? y : middle - line / 2,
              type_tabular(REGULAR(fit->size)), ALIGN_RIGHT, TOKEN_INK2, number);
    draw_paragraph(list, TEXT_X, y, text_width(vote), fit->lines, type, ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, text);
}

void vote_run_rows(struct screens *s, struct vote *vote, double top, double end)
{
    const struct fit *fit = fit_of(s, vote);
    double pitch;
    unsigned shown = vote_fit_rows(&pitch, end - top + GAP, vote->options, fit->pitch, fit->least);
    move_to(s, vote, s->vote.option);
    struct list list = {shown, (s->vote.option - 1u) / shown * shown, top, pitch};
    take_events(s, vote, &list);
    list.top = (s->vote.option - 1u) / shown * shown;
    unsigned page = list.top;
    writing_pages(s, "option-pages", SCREEN_RIGHT, 120, &page, shown, vote->options, true);
    if (page != list.top)
        move_to(s, vote, (int)page + 1);
    list.top = page;
    if (vote->method->columns)
        vote->method->columns(s, vote, top - 28);
    unsigned rows = vote->options - list.top < shown ? vote->options - list.top : shown;
    ui_area(&s->ui, list_id(), 16, top, SCREEN_RIGHT, rows * pitch, 8, 0, UI_ARROWS | UI_PLAIN);
    bool keys = ui_focused(&s->ui, list_id()) && !vote->still;
    for (unsigned i = 0; i < rows; i++) {
        struct vote_row row = {.option = list.top + i + 1, .y = top + i * pitch, .h = pitch - GAP};
        row.keys = keys && row.option == s->vote.option;
        draw_option(s, vote, fit, &row, i == 0);
        vote->method->row(s, vote, &row);
    }
}
