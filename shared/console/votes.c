#include "console/votes.h"

#include <math.h>
#include <stdio.h>

#include "console/votes_parts.h"

enum { ROW = 68, GAP = 32, LIST_WIDE = 600, LIST_NARROW = 472, FOOT = 24, NEW = 56 };

ui_id votes_list_id(void)
{
    return ui_id_of("votes", 0);
}

/* The agenda's first, each in the order in which they were made. */
static int list_votes(const struct room *room, ballot_id order[BALLOTS_MAX])
{
    int count = 0;
    for (int agenda = 1; agenda >= 0; agenda--)
        for (unsigned b = 1; b <= BALLOTS_MAX; b++) {
            const struct ballot_item *item = &room->ballots[b];
            if (item->state != BALLOT_NONE && (item->content.id[0] != '\0') == (agenda == 1))
                order[count++] = (ballot_id)b;
        }
    return count;
}

static void draw_row(struct console *c, ballot_id ballot, double x, double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    char state[VOTES_TEXT];
    const char *shown = votes_is_shown(c, ballot) ? word(WORD_VOTES_ROOM_SEES) : "";
    double shown_w = draw_width(list, SEMIBOLD(20), shown);
    votes_state_text(state, room, ballot);
    draw_text_within(list, x + 12, y + 6, w - 24, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     room->ballots[ballot].content.question);
    draw_text_within(list, x + 12, y + 34, w - 36 - shown_w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     state);
    draw_text(list, x + w - 12, y + 34, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_ACCENT, shown);
}

/* Finds the chosen one again; where it is gone, what stands in its place is chosen. */
static void draw_list(struct console *c, struct box box)
{
    struct console_votes *v = &c->votes;
    ballot_id order[BALLOTS_MAX];
    int count = list_votes(c->sight.room, order);
    for (int i = 0; i < count; i++)
        if (order[i] == v->chosen)
            v->rows.chosen = i;
    if ((c->entered || v->arrived) && v->page == VOTES_LOOK)
        ui_focus(c->ui, votes_list_id());
    bool enter = rows_run(c->ui, votes_list_id(), box.x, box.y, box.w, box.h, ROW, count, &v->rows);
    ballot_id chosen = count ? order[v->rows.chosen] : 0;
    if (chosen != v->chosen && v->page != VOTES_LOOK)
        votes_turn_page(c, VOTES_LOOK); /* the panel speaks of the chosen one */
    votes_choose(c, chosen);
    for (int i = v->rows.top; i < count && i < v->rows.top + v->rows.shown; i++) {
        double y = box.y + (i - v->rows.top) * ROW;
        if (i == v->rows.chosen)
            draw_round(c->ui->list, box.x, y, box.w, ROW, 8, TOKEN_TINT);
        draw_row(c, order[i], box.x, y, box.w);
    }
    if (!count)
        draw_paragraph(c->ui->list, box.x, box.y, box.w, 5, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, word(WORD_VOTES_LIST_NONE));
    if (enter && v->page == VOTES_LOOK)
        votes_show(c, v->chosen);
}

/* Letters of this view; those that are the same everywhere are in keys.c. */
static void obey_letters(struct console *c)
{
    struct ui *ui = c->ui;
    ballot_id chosen = c->votes.chosen;
    uint8_t state = c->sight.room->ballots[chosen].state;
    if (c->votes.page != VOTES_LOOK)
        return;
    if (ui_letter(ui, 'v', 0))
        votes_terms_begin(c, 0);
    else if (ui_letter(ui, 'k', 0))
        votes_first_begin(c, state == BALLOT_REVEALED ? chosen : 0);
    else if (ui_letter(ui, 'e', 0) && state == BALLOT_PREPARED)
        votes_terms_begin(c, chosen);
    else if (ui_letter(ui, 'x', 0))
        votes_remove(c, chosen);
    else if (ui_letter(ui, 'y', 0) && state == BALLOT_OPEN)
        votes_paper_begin(c, chosen);
    else if (ui_letter(ui, 'z', 0) && state == BALLOT_CLOSED)
        votes_set(c, chosen, BALLOT_OPEN);
    else if (ui_letter(ui, 'j', 0))
        votes_again(c, chosen);
}

static void draw_page(struct console *c, struct box box)
{
    static void (*const pages[])(struct console *, struct box) = {
        [VOTES_LOOK] = votes_panel_draw,
        [VOTES_TERMS] = votes_terms_draw,
        [VOTES_PAPERS] = votes_paper_draw,
        [VOTES_FIRST] = votes_first_draw,
    };
    enum votes_page page = c->votes.page;
    draw_round(c->ui->list, box.x, box.y, box.w, box.h, 16, TOKEN_SURFACE);
    bool arrived = c->votes.arrived;
    pages[page](c, (struct box){box.x + 28, box.y + 20, box.w - 56, box.h - 40});
    if (arrived && c->votes.page == page)
        c->votes.arrived = false;
}

/* The list, and under it what is not about the chosen one. */
static void draw_side(struct console *c, double w, double bottom)
{
    struct draw_list *list = c->ui->list;
    double half = (w - 12) / 2, y = bottom - NEW;
    draw_text(list, c->x, c->y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_VOTES_LIST));
    draw_text_within(list, c->x + 88, c->y + 18, w - 88, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                     word(c->layout.narrow ? WORD_VOTES_LIST_HINT_SHORT : WORD_VOTES_LIST_HINT));
    draw_list(c, (struct box){c->x, c->y + 60, w, y - 24 - (c->y + 60)});
    struct button make = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_VOTES_NEW), .height = NEW, .width = half};
    struct button first = make;
    bool revealed = c->sight.room->ballots[c->votes.chosen].state == BALLOT_REVEALED;
    /* of a vote that has a result the key takes that on */
    first.text = word(revealed ? WORD_VOTES_PRIORITIES_SHORT : WORD_VOTES_PRIORITIES_KEY);
    make.off = first.off = c->sight.room->workshop.closed;
    if (button_run(c->ui, ui_id_of("vote-new", 0), c->x, y, make))
        votes_terms_begin(c, 0);
    if (button_run(c->ui, ui_id_of("vote-priorities", 0), c->x + half + 12, y, first))
        votes_first_begin(c, 0);
}

bool console_votes_has_form(const struct console *c)
{
    return c->votes.page != VOTES_LOOK;
}

void console_votes_draw(struct console *c)
{
    double w = c->layout.narrow ? LIST_NARROW : LIST_WIDE, bottom = c->y + c->h - FOOT;
    bool alone = c->layout.narrow && c->votes.page != VOTES_LOOK; /* the page needs the room */
    c->votes.arrived |= c->entered; /* a form that was left in hand takes the focus again */
    obey_letters(c);
    if (!alone)
        draw_side(c, w, bottom);
    double x = alone ? c->x : c->x + w + GAP;
    draw_page(c, (struct box){x, c->y + 16, c->x + c->w - x, bottom - c->y - 16});
    if (!ui_focused(c->ui, votes_list_id()) && console_escape(c)) {
        votes_turn_page(c, VOTES_LOOK);
        ui_focus(c->ui, votes_list_id());
    }
}
