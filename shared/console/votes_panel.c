/* The chosen vote: its terms, how far it is, its options or what came of them, who is missing, and
 * what can be done now. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "console/votes_parts.h"
#include "ui/mark.h"

enum { ROW = 40, ROW_LEAST = 28, COLUMN_GAP = 32, BAR_W = 120, BUTTONS_MAX = 8, FIRST_THREE = 3 };

/* ---- the options ---- */

static enum word options_head(const struct ballot_content *content)
{
    if (content->option_count || content->about == ABOUT_TYPED)
        return WORD_VOTES_OPTIONS;
    return content->about == ABOUT_ACTIONS ? WORD_VOTES_OPTIONS_ALL_ACTIONS
                                           : WORD_VOTES_OPTIONS_ALL_CONDITIONS;
}

static double row_height(double h, unsigned count)
{
    double row = count ? floor(h / count) : ROW;
    return row > ROW ? ROW : row < ROW_LEAST ? ROW_LEAST : row;
}

static void draw_options(struct console *c, const struct ballot_content *content, struct box box)
{
    struct draw_list *list = c->ui->list;
    uint16_t things[OPTIONS_MAX];
    unsigned count = votes_options(things, c->sight.room, content);
    double y =
        console_line(c, &box, box.y, SEMIBOLD(20), TOKEN_INK, word(options_head(content))) + 4;
    double row = row_height(box.y + box.h - y, count);
    unsigned fit = (unsigned)fmax(1, floor((box.y + box.h - y + 1) / row));
    unsigned kept = count <= fit ? count : fit - 1;
    kept = kept > OPTIONS_MAX ? OPTIONS_MAX : kept;
    for (unsigned i = 0; i < kept; i++, y += row) {
        mark_bullet(list, box.x, y + (row - 28) / 2, 20);
        draw_text_within(list, box.x + 28, y + (row - 28) / 2, box.w - 28, REGULAR(20), ALIGN_LEFT,
                         TOKEN_INK, votes_option_text(c->sight.room, content, things[i], i));
    }
    char more[64];
    snprintf(more, sizeof more, word(WORD_VOTES_OPTIONS_MORE), count - kept);
    if (count > kept)
        draw_text(list, box.x + 28, y + (row - 28) / 2, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, more);
}

/* ---- the results ---- */

static void draw_result(struct console *c, const struct ballot_content *content,
                        const struct outcome *o, uint8_t option, struct box box)
{
    struct draw_list *list = c->ui->list;
    char place[VOTES_PLACE], figures[VOTES_TEXT];
    double y = box.y + (box.h - 28) / 2, right = box.x + box.w;
    bool first = o->place[option] <= FIRST_THREE;
    votes_place_text(place, o, option);
    votes_result_text(figures, content, o, option);
    draw_text(list, box.x + 36, y, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, place);
    draw_text(list, right, y, type_tabular(MEDIUM(20)), ALIGN_RIGHT, TOKEN_INK, figures);
    right -= 168;
    if (content->method == METHOD_DOTS || content->method == METHOD_APPROVAL) {
        double most = o->value[o->order[0]], w = most > 0 ? BAR_W * o->value[option] / most : 0;
        if (w >= 1)
            draw_round(list, right - BAR_W, box.y + box.h / 2 - 6, fmax(w, 4), 12, 4,
                       first ? TOKEN_ACCENT : TOKEN_ACCENT_SOFT);
        right -= BAR_W + 16;
    }
    draw_text_within(list, box.x + 52, y, right - box.x - 52, first ? MEDIUM(20) : REGULAR(20),
                     ALIGN_LEFT, TOKEN_INK, outcome_option(c->sight.room, content, option));
}

static void draw_results(struct console *c, ballot_id ballot, struct box box)
{
    const struct ballot_content *content = &c->sight.room->ballots[ballot].content;
    struct outcome outcome;
    char head[VOTES_TEXT];
    outcome_work_out(&outcome, content, &c->sight.room->ballot_tallies[ballot]);
    if (content->method == METHOD_SCORES)
        snprintf(head, sizeof head, word(WORD_VOTES_RESULTS_SCORES), content->criteria[0],
                 content->criteria[1]);
    else
        snprintf(head, sizeof head, "%s", word(WORD_VOTES_RESULTS));
    double y = console_line(c, &box, box.y, SEMIBOLD(20), TOKEN_INK, head) + 4;
    if (!outcome.papers) {
        console_line(c, &box, y, REGULAR(20), TOKEN_INK2, word(WORD_VOTES_RESULTS_NONE));
        return;
    }
    double row = row_height(box.y + box.h - y, outcome.count);
    for (unsigned i = 0; i < outcome.count && y + row <= box.y + box.h + 1; i++, y += row)
        draw_result(c, content, &outcome, outcome.order[i], (struct box){box.x, y, box.w, row});
}

/* ---- beside them ---- */

/* Who is missing, a line a school; more than there is room for in one line. */
static void draw_missing(struct console *c, ballot_id ballot, struct box box)
{
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    bool open = room->ballots[ballot].state == BALLOT_OPEN;
    bool counts = !room->ballots[ballot].content.by_school;
    double y = console_line(c, &box, box.y, SEMIBOLD(20), TOKEN_INK,
                            word(open ? WORD_VOTES_WHO : WORD_VOTES_WHO_CLOSED)) +
               4;
    unsigned left = 0;
    double last = box.y + box.h - (open ? 3 : 1) * 32;
    for (unsigned i = 0; i <= room->school_count; i++) {
        school_id school = i < room->school_count ? room->school_order[i] : 0;
        unsigned missing = votes_missing(room, ballot, school);
        char count[16];
        snprintf(count, sizeof count, "%u", missing);
        if (!missing)
            continue;
        if (y > last) {
            left++;
            continue;
        }
        draw_text_within(list, box.x, y, box.w - 60, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         school ? room->schools[school].name : word(WORD_VOTES_NO_SCHOOL));
        if (counts)
            draw_text(list, box.x + box.w, y, type_tabular(SEMIBOLD(20)), ALIGN_RIGHT, TOKEN_INK,
                      count);
        y += 32;
    }
    char more[64];
    snprintf(more, sizeof more, word(WORD_VOTES_OPTIONS_MORE), left);
    if (left)
        y = console_line(c, &box, y, REGULAR(20), TOKEN_INK2, more) + 4;
    if (!votes_missing(room, ballot, VOTES_ALL))
        y = console_line(c, &box, y, REGULAR(20), TOKEN_INK,
                         word(open ? WORD_VOTES_WHO_ALL : WORD_VOTES_WHO_CLOSED_ALL));
    if (open)
        draw_paragraph(list, box.x, y + 4, box.w, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK2, word(WORD_VOTES_WHO_LATE));
}

static void draw_priorities(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    const struct priorities_change *now = &room->priorities;
    double y =
        console_line(c, &box, box.y, SEMIBOLD(20), TOKEN_INK, word(WORD_VOTES_PRIORITIES)) + 4;
    for (unsigned i = 0; i < now->count && y + 60 <= box.y + box.h; i++) {
        char number[16];
        condition_id condition = now->list[i].condition;
        snprintf(number, sizeof number, "%u", i + 1);
        draw_text(c->ui->list, box.x + 24, y, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, number);
        y += draw_paragraph(c->ui->list, box.x + 36, y, box.w - 36, 2, REGULAR(20), ALIGN_LEFT,
                            WRAP_GREEDY, TOKEN_INK,
                            condition ? room->conditions[condition].name : now->list[i].text) +
             4;
    }
    if (!now->count)
        console_line(c, &box, y, REGULAR(20), TOKEN_INK2, word(WORD_VOTES_PRIORITIES_NONE));
}

/* ---- what can be done ---- */

enum act { STEP, REOPEN, SHOW, CHANGE, REMOVE, PAPER, WORKINGS, RUN_OFF, AGAIN, FIRST };

struct acts {
    int count;
    struct votes_button button[BUTTONS_MAX];
    enum act act[BUTTONS_MAX];
};

static void add(struct acts *acts, enum act act, const char *name, enum word text, bool off)
{
    acts->act[acts->count] = act;
    acts->button[acts->count++] =
        (struct votes_button){.name = name, .text = text, .primary = act == STEP, .off = off};
}

static void list_acts(struct acts *acts, const struct console *c, ballot_id ballot, bool blocked)
{
    const struct ballot_item *item = &c->sight.room->ballots[ballot];
    bool closed = c->sight.room->workshop.closed;
    uint8_t options[OPTIONS_MAX];
    *acts = (struct acts){0};
    if (item->state == BALLOT_PREPARED) {
        add(acts, STEP, "vote-step", WORD_VOTES_OPEN, blocked);
        add(acts, CHANGE, "vote-change", WORD_VOTES_CHANGE, closed);
        add(acts, REMOVE, "vote-remove", WORD_VOTES_REMOVE, closed);
    } else if (item->state == BALLOT_OPEN) {
        add(acts, STEP, "vote-step", WORD_VOTES_CLOSE, closed);
        add(acts, PAPER, "vote-paper", WORD_VOTES_PAPER, closed);
    } else if (item->state == BALLOT_CLOSED) {
        add(acts, STEP, "vote-step", WORD_VOTES_REVEAL, closed);
        add(acts, REOPEN, "vote-reopen", WORD_VOTES_REOPEN, closed);
    } else {
        add(acts, FIRST, "vote-first",
            item->content.about == ABOUT_ACTIONS ? WORD_VOTES_ADOPT : WORD_VOTES_TAKE_ON, closed);
        acts->button[0].primary = true;
        add(acts, WORKINGS, "vote-workings", WORD_VOTES_WORKINGS, false);
        add(acts, RUN_OFF, "vote-run-off", WORD_VOTES_RUN_OFF,
            closed || votes_tie(c, ballot, options) < 2);
        add(acts, AGAIN, "vote-again", WORD_VOTES_AGAIN, closed);
    }
    bool own = votes_is_shown(c, ballot) && !c->sight.room->view.ballot; /* the step's own */
    if (!own)
        add(acts, SHOW, "vote-show",
            votes_is_shown(c, ballot) ? WORD_VOTES_UNSHOW : WORD_VOTES_SHOW, false);
}

static void obey(struct console *c, ballot_id ballot, enum act act)
{
    switch (act) {
    case STEP:
        votes_go_on(c, ballot);
        break;
    case REOPEN:
        votes_set(c, ballot, BALLOT_OPEN);
        break;
    case SHOW:
        votes_show(c, ballot);
        break;
    case CHANGE:
        votes_terms_begin(c, ballot);
        break;
    case REMOVE:
        votes_remove(c, ballot);
        break;
    case PAPER:
        votes_paper_begin(c, ballot);
        break;
    case WORKINGS:
        votes_turn_sight(c, ballot);
        break;
    case RUN_OFF:
        votes_decide_tie(c, ballot);
        break;
    case AGAIN:
        votes_again(c, ballot);
        break;
    case FIRST:
        votes_first_begin(c, ballot);
    }
}

/* What is to be said above the buttons; empty: nothing. */
static void remark_of(char to[VOTES_TEXT], const struct console *c, ballot_id ballot,
                      const char *obstacle)
{
    uint8_t options[OPTIONS_MAX], tied = votes_tie(c, ballot, options);
    bool prepared = c->sight.room->ballots[ballot].state == BALLOT_PREPARED;
    to[0] = '\0';
    if (prepared && obstacle)
        snprintf(to, VOTES_TEXT, "%s", obstacle);
    else if (tied >= 2)
        snprintf(to, VOTES_TEXT, word(WORD_VOTES_TIE), tied);
}

/* Standing on `bottom`; returns where it begins. */
static double run_acts(struct console *c, ballot_id ballot, struct box box)
{
    double top, bottom = box.y + box.h;
    const char *obstacle = votes_obstacle(c->sight.room, ballot);
    struct acts acts;
    list_acts(&acts, c, ballot, obstacle != NULL);
    int done = votes_buttons(c, box.x, bottom, box.w, acts.button, acts.count, &top);
    char remark[VOTES_TEXT];
    remark_of(remark, c, ballot, obstacle);
    if (remark[0]) {
        top -= 36;
        console_line(c, &box, top, MEDIUM(20), TOKEN_INK, remark);
    }
    if (done >= 0)
        obey(c, ballot, acts.act[done]);
    return top;
}

void votes_panel_draw(struct console *c, struct box box)
{
    ballot_id ballot = c->votes.chosen;
    const struct ballot_item *item = &c->sight.room->ballots[ballot];
    char text[VOTES_TEXT];
    double side = c->layout.narrow ? 260 : 340;
    if (!ballot) {
        draw_priorities(c, box);
        return;
    }
    double y = box.y + draw_paragraph(c->ui->list, box.x, box.y, box.w, 2, SEMIBOLD(28), ALIGN_LEFT,
                                      WRAP_BALANCED, TOKEN_INK, item->content.question);
    votes_terms_text(text, &item->content);
    y = console_line(c, &box, y, REGULAR(20), TOKEN_INK2, text);
    votes_turnout_text(text, c->sight.room, ballot);
    y = console_line(c, &box, y, SEMIBOLD(20), TOKEN_INK, text) + 16;
    struct box foot = {box.x, y, box.w, box.y + box.h - y};
    double asked = votes_ask_draw(c, ballot, box.x, y, box.w);
    double bottom = asked > 0 ? box.y + box.h : run_acts(c, ballot, foot) - 16;
    y += asked > 0 ? asked + 16 : 0;
    struct box left = {box.x, y, box.w - side - COLUMN_GAP, bottom - y};
    struct box right = {box.x + box.w - side, y, side, bottom - y};
    if (item->state == BALLOT_REVEALED)
        draw_results(c, ballot, left);
    else
        draw_options(c, &item->content, left);
    if (item->state == BALLOT_OPEN || item->state == BALLOT_CLOSED)
        draw_missing(c, ballot, right);
    else
        draw_priorities(c, right);
}
