/* How one condition stands, beside the name of who it is settled with: agreed, the other side's
 * figure, or what is in hand. */

#include <stdio.h>

#include "analysis/summary.h"
#include "console/talk_parts.h"
#include "ui/cell.h"
#include "ui/icon.h"
#include "ui/scale.h"
#include "words/date.h"

enum { PANEL_H = 112 };

struct panel {
    struct talking *t;
    double x, y, w, right; /* of the box; the buttons leave room up to `right` */
};

static bool panel_button(struct panel *p, const char *name, enum button_kind kind, const char *text)
{
    struct ui *ui = p->t->console->ui;
    struct button button = {.kind = kind, .text = text, .height = 56};
    p->right -= button_width(ui, button);
    bool done = button_run(ui, ui_id_of(name, 0), p->right, p->y + 28, button);
    p->right -= 12;
    return done;
}

static void two_lines(const struct panel *p, double x, const char *line, const char *more)
{
    struct draw_list *list = p->t->console->ui->list;
    double w = p->right - x;
    draw_text_within(list, x, p->y + 16, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, line);
    draw_paragraph(list, x, p->y + 48, w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                   more);
}

static double small_cell(const struct panel *p, double x, unsigned value)
{
    char figure[4];
    snprintf(figure, sizeof figure, "%u", value % 100);
    struct cell cell = {.state = CELL_PROPOSED,
                        .form = CELL_PLAIN,
                        .level = (enum level)analysis_band((int)value),
                        .figure = figure,
                        .size = 24};
    cell_draw(p->t->console->ui->list, x, p->y + 28, 56, 56, cell);
    return x + 56;
}

static void draw_theirs(struct panel *p)
{
    struct talking *t = p->t;
    const struct figure *f = &t->theirs->figure;
    char quote[NOTE_SIZE + 16];
    double x = small_cell(p, p->x + 20, f->now);
    if (f->target) {
        icon_draw(t->console->ui->list, ICON_RIGHT, x + 8, p->y + 44, 24, 2.4, TOKEN_INK);
        x = small_cell(p, x + 40, f->target);
    }
    if (f->note[0])
        snprintf(quote, sizeof quote, word(WORD_TALK_QUOTE), f->note);
    else
        snprintf(quote, sizeof quote, "%s", word(WORD_TALK_NO_REASON));
    two_lines(p, x + 20, word(WORD_TALK_SUGGESTS), quote);
}

static void draw_agreed(struct panel *p)
{
    struct talking *t = p->t;
    const struct talk_item *item = t->item;
    char figure[TALK_FIGURE_SIZE], line[128], more[NAME_SIZE + 128], day[WORD_DATE_SIZE];
    bool change = panel_button(p, "talk-change", BUTTON_QUIET, word(WORD_TALK_CHANGE));
    talk_figure(figure, item->agreed.now, item->agreed.target);
    word_date(day, item->agreed_ms);
    /* in how many months stands on the flag above */
    snprintf(line, sizeof line, word(WORD_TALK_AGREED), figure);
    if (item->agreed_with[0])
        snprintf(more, sizeof more, word(WORD_TALK_AGREED_WITH), item->agreed_with, day);
    else
        snprintf(more, sizeof more, word(WORD_TALK_AGREED_ON), day);
    mark_tick(t->console->ui->list, p->x + 44, p->y + 56, 48, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    two_lines(p, p->x + 88, line, more);
    if (change) {
        talk_touch(t);
        t->console->talk.hands = (struct scale_hands){0};
        scale_focus(t->console->ui, &t->console->talk.hands);
    }
}

static void draw_own(struct panel *p)
{
    struct talking *t = p->t;
    struct draw_list *list = t->console->ui->list;
    double x = p->x + 24;
    if (t->console->talk.not_below_until_ms > t->console->sight.now_ms) {
        mark_bang(list, x + 20, p->y + 56, 40);
        two_lines(p, x + 64, word(WORD_TALK_NOT_BELOW), "");
    } else if (t->sending) {
        two_lines(p, x, word(WORD_TALK_SAVING), "");
    } else if (t->stands) {
        draw_ring(list, x + 20, p->y + 56, 24, 5, TOKEN_ACCENT);
        two_lines(p, x + 64, word(WORD_TALK_STANDS), word(WORD_TALK_STANDS_MORE));
    } else if (t->now) {
        bool settled = t->item->settled;
        if (settled && panel_button(p, "talk-leave-it", BUTTON_QUIET, word(WORD_TALK_LEAVE_IT)))
            talk_give_up(t);
        two_lines(p, x, word(WORD_TALK_UNSETTLED), word(WORD_TALK_UNSETTLED_MORE));
    } else {
        two_lines(p, x, word(WORD_TALK_OPEN), word(WORD_TALK_OPEN_MORE));
    }
}

void talk_panel_draw(struct talking *t, double x, double y, double w)
{
    struct console *c = t->console;
    struct panel panel = {.t = t, .x = x, .y = y, .w = w, .right = x + w - 20};
    bool theirs = t->theirs && !t->stands && !t->sending;
    if (theirs)
        draw_round(c->ui->list, x, y, w, PANEL_H, 12, TOKEN_TINT);
    else
        draw_frame(c->ui->list, x, y, w, PANEL_H, 12, 2, TOKEN_LINE);
    if (t->settled)
        draw_agreed(&panel);
    else if (theirs && c->talk.not_below_until_ms <= c->sight.now_ms)
        draw_theirs(&panel);
    else
        draw_own(&panel);
}
