/* A paper typed in for somebody without a laptop, marked with a figure key beside each option. What
 * was typed stays until the paper is known to be counted, so that a refusal loses nothing. */

#include <stdio.h>
#include <string.h>

#include "console/votes_parts.h"
#include "ui/field.h"
#include "ui/mark.h"

enum {
    ROW = 40,
    ROW_LEAST = 28,
    FIGURE_W = 88,
    LABEL = 36,
    BUTTON = 56,
    FAULT = 36,
    SURE_MS = 1000, /* not refused by then: it has been counted */
};

static ui_id list_id(void)
{
    return ui_id_of("paper-options", 0);
}

void votes_paper_begin(struct console *c, ballot_id ballot)
{
    struct votes_paper *p = &c->votes.paper;
    votes_turn_page(c, VOTES_PAPERS);
    if (p->ballot != ballot)
        *p = (struct votes_paper){.ballot = ballot};
    p->tried = p->withdrawing = false;
    p->sent_ms = 0;
    p->refusal = REFUSAL_NONE;
    p->school.chosen = 0;
}

static const struct ballot_content *content_of(const struct console *c)
{
    return &c->sight.room->ballots[c->votes.paper.ballot].content;
}

/* ---- marks ---- */

static unsigned most_of(const struct ballot_content *content)
{
    switch (content->method) {
    case METHOD_DOTS:
        return content->limit;
    case METHOD_APPROVAL:
        return 1;
    case METHOD_RANKING:
        return content->option_count;
    default:
        return SCORE_MAX;
    }
}

static unsigned value_of(const struct votes_paper *p, const struct ballot_content *content, int row,
                         unsigned column)
{
    uint8_t mark = p->marks.of[row];
    return content->method == METHOD_SCORES ? (unsigned)MARK_SCORE(mark, column) : mark;
}

static void set_value(struct votes_paper *p, const struct ballot_content *content, int row,
                      unsigned column, unsigned value)
{
    uint8_t *mark = &p->marks.of[row];
    if (content->method != METHOD_SCORES)
        *mark = (uint8_t)value;
    else if (column)
        *mark = (uint8_t)(value << 4 | MARK_SCORE(*mark, 0));
    else
        *mark = (uint8_t)(value | (unsigned)MARK_SCORE(*mark, 1) << 4);
}

/* A digit for the row the list is at; a second one goes on with the first where that makes sense.
 */
static void type_digit(struct votes_paper *p, const struct ballot_content *content, unsigned digit)
{
    int row = p->rows.chosen;
    unsigned most = most_of(content);
    unsigned longer = value_of(p, content, row, p->column) * 10 + digit;
    bool goes_on = p->typed == row + 1 && longer <= most && longer > digit;
    unsigned value = goes_on ? longer : digit;
    if (value > most)
        return;
    set_value(p, content, row, p->column, value);
    p->typed = row + 1;
    if (content->method == METHOD_SCORES && p->column == 0 && digit)
        p->column = 1;
    else if (content->method == METHOD_SCORES && p->rows.chosen + 1 < content->option_count) {
        p->column = 0;
        p->rows.chosen++;
    }
}

static void obey_figures(struct console *c)
{
    struct votes_paper *p = &c->votes.paper;
    const struct ballot_content *content = content_of(c);
    if (!ui_focused(c->ui, list_id()))
        return;
    for (unsigned digit = 0; digit <= 9; digit++)
        if (ui_letter(c->ui, (char)('0' + digit), 0))
            type_digit(p, content, digit);
    if (ui_pressed(c->ui, KEY_BACKSPACE, 0) || ui_pressed(c->ui, KEY_DELETE, 0))
        set_value(p, content, p->rows.chosen, p->column, 0);
}

/* How many have a mark, and what the marks come to. */
static unsigned marked(const struct votes_paper *p, unsigned *sum)
{
    unsigned count = 0;
    *sum = 0;
    for (int i = 0; i < OPTIONS_MAX; i++) {
        count += p->marks.of[i] > 0;
        *sum += p->marks.of[i];
    }
    return count;
}

/* What keeps it from being counted; NULL: nothing. */
static const char *fault_of(const struct console *c)
{
    const struct votes_paper *p = &c->votes.paper;
    const struct ballot_content *content = content_of(c);
    unsigned sum, count = marked(p, &sum);
    if (content->by_school && p->school.chosen == 0)
        return word(WORD_VOTES_PAPER_SCHOOL_MUST);
    if (!count)
        return word(WORD_VOTES_PAPER_EMPTY);
    if (content->method == METHOD_DOTS && sum > content->budget)
        return word(WORD_VOTES_PAPER_OVER);
    for (int i = 0; content->method == METHOD_SCORES && i < content->option_count; i++)
        if (!MARK_SCORE(p->marks.of[i], 0) != !MARK_SCORE(p->marks.of[i], 1))
            return word(WORD_VOTES_PAPER_HALF);
    return NULL;
}

/* ---- counting ---- */

static school_id school_of(const struct console *c)
{
    int chosen = c->votes.paper.school.chosen;
    return chosen > 0 ? c->sight.room->school_order[chosen - 1] : 0;
}

static struct command *send(struct console *c, enum command_kind kind)
{
    struct votes_paper *p = &c->votes.paper;
    struct command *command = p->sent_ms ? NULL : console_command(c, kind);
    p->refusal = REFUSAL_NONE;
    if (!command)
        return NULL;
    command->change.paper = (struct paper_change){.ballot = p->ballot, .school = school_of(c)};
    p->sent_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
    p->sent_by_hand = c->sight.room->turnouts[p->ballot][0].by_hand;
    p->withdrawing = kind == COMMAND_WITHDRAW_PAPER;
    return command;
}

static void count_it(struct console *c)
{
    struct votes_paper *p = &c->votes.paper;
    p->tried = true;
    struct command *command = fault_of(c) ? NULL : send(c, COMMAND_CAST_PAPER);
    if (command)
        command->change.paper.marks = p->marks;
}

static void follow(struct console *c)
{
    struct votes_paper *p = &c->votes.paper;
    bool counted = c->sight.room->turnouts[p->ballot][0].by_hand != p->sent_by_hand;
    if (!p->sent_ms || (!counted && c->sight.now_ms - p->sent_ms < SURE_MS))
        return;
    p->sent_ms = 0;
    p->tried = false;
    if (p->withdrawing)
        return;
    memset(&p->marks, 0, sizeof p->marks); /* the next one */
    p->rows.chosen = p->rows.top = 0;
    p->column = 0;
    p->typed = 0;
    p->school.chosen = 0;
}

/* ---- drawing ---- */

static void say_how(const struct console *c, char to[VOTES_TEXT])
{
    static const enum word hows[METHOD_COUNT] = {[METHOD_DOTS] = WORD_VOTES_PAPER_DOTS,
                                                 [METHOD_APPROVAL] = WORD_VOTES_PAPER_APPROVAL,
                                                 [METHOD_RANKING] = WORD_VOTES_PAPER_RANKING,
                                                 [METHOD_SCORES] = WORD_VOTES_PAPER_SCORES};
    const struct ballot_content *content = content_of(c);
    unsigned sum, count = marked(&c->votes.paper, &sum);
    if (content->method == METHOD_DOTS)
        snprintf(to, VOTES_TEXT, word(WORD_VOTES_PAPER_DOTS), sum, content->budget);
    else
        snprintf(to, VOTES_TEXT, word(hows[content->method]), count);
}

static void draw_mark(struct draw_list *list, const struct ballot_content *content, unsigned value,
                      bool here, double x, double y)
{
    char text[16] = "";
    if (content->method != METHOD_APPROVAL && value)
        snprintf(text, sizeof text, "%u", value);
    draw_outline(list, x, y + 1, FIGURE_W - 8, 26, 6, here ? 3 : 2,
                 here ? TOKEN_ACCENT : TOKEN_LINE, TOKEN_PAPER);
    if (content->method == METHOD_APPROVAL && value)
        icon_draw(list, ICON_CHECK, x + (FIGURE_W - 8) / 2.0 - 10, y + 4, 20, 3, TOKEN_INK);
    draw_text(list, x + (FIGURE_W - 8) / 2.0, y, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_INK, text);
}

static void draw_options(struct console *c, struct box box, double row)
{
    struct votes_paper *p = &c->votes.paper;
    const struct ballot_content *content = content_of(c);
    unsigned columns = content->method == METHOD_SCORES ? CRITERIA_MAX : 1;
    for (int i = p->rows.top; i < content->option_count && i < p->rows.top + p->rows.shown; i++) {
        double y = box.y + (i - p->rows.top) * row, text_y = y + (row - 28) / 2;
        bool at = i == p->rows.chosen;
        if (at)
            draw_round(c->ui->list, box.x, y, box.w, row, 8, TOKEN_TINT);
        for (unsigned column = 0; column < columns; column++)
            draw_mark(c->ui->list, content, value_of(p, content, i, column),
                      at && column == p->column, box.x + 8 + column * FIGURE_W, text_y);
        double x = box.x + 16 + columns * FIGURE_W;
        draw_text_within(
            c->ui->list, x, text_y, box.x + box.w - 12 - x, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
            votes_option_text(c->sight.room, content, content->things[i], (unsigned)i));
    }
}

static void run_options(struct console *c, struct box box)
{
    struct votes_paper *p = &c->votes.paper;
    const struct ballot_content *content = content_of(c);
    bool scores = content->method == METHOD_SCORES;
    const struct input_event *e;
    int was = p->rows.chosen;
    for (int i = 0; scores && i < CRITERIA_MAX; i++)
        draw_text_within(c->ui->list, box.x + 8 + i * FIGURE_W, box.y, FIGURE_W - 8, REGULAR(20),
                         ALIGN_CENTRE, TOKEN_INK2, content->criteria[i]);
    box.y += scores ? 32 : 0;
    box.h -= scores ? 32 : 0;
    double row = content->option_count ? box.h / content->option_count : ROW;
    row = row > ROW ? ROW : row < ROW_LEAST ? ROW_LEAST : (int)row;
    if (c->votes.arrived)
        ui_focus(c->ui, list_id());
    obey_figures(c);
    bool moved = was != p->rows.chosen;
    int before = p->rows.chosen;
    bool done = rows_run(c->ui, list_id(), box.x, box.y, box.w, box.h, row, content->option_count,
                         &p->rows);
    for (int at = 0; scores && !moved && (e = ui_next(c->ui, list_id(), &at));)
        if (e->kind == INPUT_KEY && (e->key == KEY_LEFT || e->key == KEY_RIGHT)) {
            p->rows.chosen = before; /* across, not along */
            p->column = e->key == KEY_RIGHT;
        }
    if (p->rows.chosen != was)
        p->typed = 0;
    if (done && content->method == METHOD_APPROVAL)
        p->marks.of[p->rows.chosen] ^= 1;
    draw_options(c, box, row);
}

static void run_school(struct console *c, double x, double y, double w)
{
    struct votes_paper *p = &c->votes.paper;
    const struct room *room = c->sight.room;
    bool must = content_of(c)->by_school;
    p->schools[0] = word(must ? WORD_VOTES_PAPER_SCHOOL_MUST : WORD_VOTES_PAPER_SCHOOL_ANY);
    for (unsigned i = 0; i < room->school_count; i++)
        p->schools[i + 1] = room->schools[room->school_order[i]].name;
    dropdown_run(c->ui, ui_id_of("paper-school", 0), x, y, w, &p->school, p->schools,
                 room->school_count + 1, word(WORD_VOTES_PAPER_SCHOOL), p->schools[0],
                 room->school_count == 0);
}

static void run_buttons(struct console *c, struct box box)
{
    struct votes_paper *p = &c->votes.paper;
    bool by_school = content_of(c)->by_school;
    bool none =
        by_school ? p->school.chosen == 0 : c->sight.room->turnouts[p->ballot][0].by_hand == 0;
    const struct votes_button buttons[] = {
        {"paper-take", WORD_VOTES_PAPER_TAKE, true, false},
        {"paper-back", by_school ? WORD_VOTES_PAPER_SCHOOLS : WORD_VOTES_PAPER_NEWEST, false, none},
        {"paper-done", WORD_VOTES_PAPER_DONE, false, false}};
    double top;
    int done = votes_buttons(c, box.x, box.y + box.h, box.w, buttons, 3, &top);
    if (done == 0 || ui_pressed(c->ui, KEY_ENTER, WITH_CONTROL)) {
        count_it(c);
        ui_focus(c->ui, list_id());
    } else if (done == 1) {
        struct command *command = send(c, COMMAND_WITHDRAW_PAPER);
        if (command && !by_school)
            command->change.paper.school = 0;
    } else if (done == 2) {
        votes_turn_page(c, VOTES_LOOK);
    }
}

void votes_paper_draw(struct console *c, struct box box)
{
    struct votes_paper *p = &c->votes.paper;
    const struct ballot_item *item = &c->sight.room->ballots[p->ballot];
    char text[VOTES_TEXT];
    if (item->state != BALLOT_OPEN) {
        console_say(c, word(WORD_VOTES_PAPER_CLOSED));
        votes_turn_page(c, VOTES_LOOK);
        return;
    }
    follow(c);
    double right = box.x + box.w - 320;
    draw_text_within(c->ui->list, box.x, box.y, box.w - 340, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_VOTES_PAPER_TITLE));
    snprintf(text, sizeof text, word(WORD_VOTES_PAPER_COUNT),
             c->sight.room->turnouts[p->ballot][0].by_hand);
    draw_text_within(c->ui->list, right, box.y + 4, 320, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK,
                     text);
    double y = console_line(c, &box, box.y + 40, MEDIUM(20), TOKEN_INK, item->content.question);
    say_how(c, text);
    y = console_line(c, &box, y, REGULAR(20), TOKEN_INK2, text) + 12;
    const char *fault = p->refusal ? refusal_text((enum refusal)p->refusal)
                        : p->tried ? fault_of(c)
                                   : NULL;
    double bottom = box.y + box.h - BUTTON - 16 - FAULT;
    double school_y = bottom - 56 - 12;
    run_options(c, (struct box){box.x, y, box.w, school_y - LABEL - 8 - y});
    run_school(c, box.x, school_y, box.w / 2);
    if (fault && !p->sent_ms)
        field_fault(c->ui, box.x, bottom, box.w, fault);
    run_buttons(c, box);
}
