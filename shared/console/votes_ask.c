/* What is asked before a step that cannot be taken back, or that leaves somebody out; and what the
 * files of the view share to draw with. */

#include <stdio.h>

#include "console/votes_parts.h"
#include "ui/mark.h"

enum { PADDING = 20, BUTTON = 56, GAP = 12, MISSING_NAMED = 8, LINES = 5, MARK = 36 };

struct question {
    char title[128], more[VOTES_TEXT + 128];
    enum word yes;
};

static void ask_close(struct question *q, const struct room *room, ballot_id ballot)
{
    char names[VOTES_TEXT];
    bool schools = room->ballots[ballot].content.by_school;
    unsigned missing = votes_missing(room, ballot, VOTES_ALL);
    if (!missing) {
        snprintf(q->title, sizeof q->title, "%s", word(WORD_VOTES_ASK_CLOSE_ALL));
        q->yes = WORD_VOTES_CLOSE;
        return;
    }
    snprintf(q->title, sizeof q->title,
             word(missing == 1 ? schools ? WORD_VOTES_ASK_CLOSE_SCHOOL : WORD_VOTES_ASK_CLOSE_ONE
                  : schools    ? WORD_VOTES_ASK_CLOSE_SCHOOLS
                               : WORD_VOTES_ASK_CLOSE),
             missing);
    votes_missing_text(names, room, ballot, MISSING_NAMED);
    snprintf(q->more, sizeof q->more, word(WORD_VOTES_ASK_CLOSE_MORE), names);
    q->yes = WORD_VOTES_ASK_CLOSE_YES;
}

static struct question question_of(const struct room *room, const struct votes_asking *asking)
{
    struct question q = {.yes = WORD_VOTES_ASK_OPEN_YES};
    if (asking->what == VOTES_ASK_CLOSE) {
        ask_close(&q, room, asking->ballot);
    } else if (asking->what == VOTES_ASK_OPEN) {
        snprintf(q.title, sizeof q.title, word(WORD_VOTES_ASK_OPEN),
                 room->turnouts[asking->ballot][0].expected);
        snprintf(q.more, sizeof q.more, "%s", word(WORD_VOTES_ASK_OPEN_MORE));
    } else {
        bool named = room->ballots[asking->ballot].content.named;
        snprintf(q.title, sizeof q.title, "%s", word(WORD_VOTES_ASK_REVEAL));
        snprintf(q.more, sizeof q.more, "%s",
                 word(named ? WORD_VOTES_ASK_REVEAL_NAMED : WORD_VOTES_ASK_REVEAL_SECRET));
        q.yes = WORD_VOTES_ASK_REVEAL_YES;
    }
    return q;
}

static const uint8_t answers[] = {[VOTES_ASK_OPEN] = BALLOT_OPEN,
                                  [VOTES_ASK_CLOSE] = BALLOT_CLOSED,
                                  [VOTES_ASK_REVEAL] = BALLOT_REVEALED};

double votes_ask_draw(struct console *c, ballot_id ballot, double x, double y, double w)
{
    struct votes_asking *asking = &c->votes.asking;
    struct draw_list *list = c->ui->list;
    if (!asking->what || asking->ballot != ballot)
        return 0;
    struct question q = question_of(c->sight.room, asking);
    double text_w = w - 2 * PADDING - MARK - 16;
    double title = console_height(c, text_w, 2, SEMIBOLD(24), q.title);
    double lines = console_height(c, text_w, LINES, REGULAR(20), q.more);
    struct button yes = {.kind = BUTTON_PRIMARY, .text = word(q.yes), .height = BUTTON};
    struct button no = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_VOTES_ASK_NO), .height = BUTTON};
    double yes_w = button_width(c->ui, yes), no_w = button_width(c->ui, no);
    bool beside = no_w + GAP + yes_w <= w - 2 * PADDING; /* else below each other */
    double buttons = beside ? BUTTON : 2 * BUTTON + GAP;
    double h = PADDING + title + 4 + lines + 16 + buttons + PADDING;
    draw_outline(list, x, y, w, h, 16, 4, TOKEN_OUTLINE, TOKEN_SURFACE);
    mark_bang(list, x + PADDING + MARK / 2.0, y + PADDING + 16, MARK);
    double left = x + PADDING + MARK + 16, at = y + PADDING;
    draw_paragraph(list, left, at, text_w, 2, SEMIBOLD(24), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   q.title);
    draw_paragraph(list, left, at + title + 4, text_w, LINES, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, q.more);
    at += title + 4 + lines + 16;
    ui_id no_id = ui_id_of("vote-no", 0);
    if (asking->fresh)
        ui_focus(c->ui, no_id);
    asking->fresh = false;
    enum votes_ask what = (enum votes_ask)asking->what;
    double right = x + w - PADDING;
    if (button_run(c->ui, no_id, right - no_w - (beside ? GAP + yes_w : 0), at, no) ||
        console_escape(c))
        asking->what = VOTES_ASK_NOTHING;
    if (button_run(c->ui, ui_id_of("vote-yes", 0), right - yes_w, at + buttons - BUTTON, yes))
        votes_set(c, ballot, (enum ballot_state)answers[what]);
    if (!asking->what && c->view == CONSOLE_VOTES)
        ui_focus(c->ui, votes_list_id());
    return h;
}

/* ---- buttons in rows ---- */

static struct button button_of(const struct votes_button *b)
{
    return (struct button){.kind = b->primary ? BUTTON_PRIMARY : BUTTON_SECONDARY,
                           .text = word(b->text),
                           .off = b->off,
                           .height = BUTTON};
}

int votes_buttons(struct console *c, double x, double bottom, double w,
                  const struct votes_button *buttons, int count, double *top)
{
    int done = -1, rows = 1;
    double right = 0;
    for (int i = 0; i < count; i++) {
        double wide = button_width(c->ui, button_of(&buttons[i]));
        rows += right > 0 && right + wide > w;
        right = right > 0 && right + wide > w ? wide + GAP : right + wide + GAP;
    }
    double y = bottom - rows * (BUTTON + GAP) + GAP, at = x;
    *top = y;
    for (int i = 0; i < count; i++) {
        struct button button = button_of(&buttons[i]);
        double wide = button_width(c->ui, button);
        if (at > x && at + wide > x + w) {
            at = x;
            y += BUTTON + GAP;
        }
        if (button_run(c->ui, ui_id_of(buttons[i].name, 0), at, y, button))
            done = i;
        at += wide + GAP;
    }
    return done;
}

int votes_stepper(struct console *c, const char *name, double right, double y, int value, int least,
                  int most)
{
    int by = 0;
    char text[16];
    snprintf(text, sizeof text, "%d", value);
    if (button_icon(c->ui, ui_id_of(name, 1), right - 184, y, 48, ICON_MINUS, value <= least))
        by = -1;
    draw_text(c->ui->list, right - 92, y + 8, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, text);
    if (button_icon(c->ui, ui_id_of(name, 2), right - 48, y, 48, ICON_PLUS, value >= most))
        by = 1;
    return by;
}
