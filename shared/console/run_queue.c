/* What waits for the facilitator's word: the chosen one opened with what can be answered, the
 * others a line each. */

#include "console/actions_parts.h"

#include <math.h>
#include <stdio.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "ui/button.h"

enum {
    CARD = 80,
    CARD_GAP = 8,
    PADDING = 24,
    BUTTON = 56,
    HEAD = 48,
    HINT = 32,
    FIGURES = 32,
    CARD_TEXT = NOTE_SIZE + TITLE_SIZE,
    NOTE_LINES = 4,
    SCALE_BLOCK = 156, /* the scale with its flags and bands */
};

/* ---- cards ---- */

static void figure_text(char *to, size_t size, unsigned now, unsigned target)
{
    if (target)
        snprintf(to, size, "%u → %u", now, target);
    else
        snprintf(to, size, "%u", now);
}

/* Who put it in, and which condition it helps. */
static void action_from(char to[CARD_TEXT], const struct room *room,
                        const struct action_item *action)
{
    char who[ACTION_TEXT_SIZE], condition[ACTION_TEXT_SIZE];
    action_seat_text(who, room, action->proposer);
    action_condition_text(condition, room, action->content.condition);
    if (!action->proposer)
        who[0] = '\0';
    snprintf(to, CARD_TEXT, "%.300s%s%.300s", who, who[0] && condition[0] ? "  ·  " : "",
             condition);
}

/* Head and line of a card, and the figures at its right. */
static void card_texts(const struct console *c, const struct waiting *w, char head[CARD_TEXT],
                       char line[CARD_TEXT], char figures[FIGURES])
{
    const struct room *room = c->sight.room;
    const struct proposal *theirs;
    figures[0] = '\0';
    switch (w->kind) {
    case WAITING_PERSON:
        snprintf(head, CARD_TEXT, "%s",
                 room->seats[w->a].name[0] ? room->seats[w->a].name : word(WORD_CONSOLE_SOMEBODY));
        snprintf(line, CARD_TEXT, word(WORD_CONSOLE_WOULD_ANSWER),
                 room->schools[room->seats[w->a].school].name);
        break;
    case WAITING_NOTE:
        text_copy(head, CARD_TEXT, room->notes[w->a].text);
        text_copy(line, CARD_TEXT, room->boards[room->notes[w->a].board].content.question);
        break;
    case WAITING_ACTION:
        text_copy(head, CARD_TEXT, room->actions[w->a].content.text);
        action_from(line, room, &room->actions[w->a]);
        break;
    default:
        theirs = queue_proposal(room, w->a, w->b);
        snprintf(head, CARD_TEXT, "%s", room->schools[w->b].name);
        snprintf(line, CARD_TEXT, "%u %s", w->a, room->conditions[w->a].name);
        if (theirs)
            figure_text(figures, FIGURES, theirs->figure.now, theirs->figure.target);
    }
}

/* A note or an action that is opened stands whole below: its head says where it belongs. */
static void draw_texts(const struct console *c, const struct waiting *waiting,
                       const struct box *box, bool opened)
{
    struct draw_list *list = c->ui->list;
    char head[CARD_TEXT], line[CARD_TEXT], figures[FIGURES];
    card_texts(c, waiting, head, line, figures);
    const struct note_item *note =
        &c->sight.room->notes[waiting->kind == WAITING_NOTE ? waiting->a : 0];
    unsigned heading = note->heading;
    if (opened && waiting->kind == WAITING_NOTE && heading >= 1 && heading <= HEADINGS_MAX)
        text_copy(head, sizeof head,
                  c->sight.room->boards[note->board].content.headings[heading - 1]);
    if (opened && waiting->kind == WAITING_ACTION)
        text_copy(head, sizeof head, word(WORD_ACTIONS_IS_WAITING));
    double w = box->w - 2 * PADDING, x = box->x + PADDING;
    if (figures[0]) {
        draw_text(list, x + w, box->y + 18, type_tabular(SEMIBOLD(36)), ALIGN_RIGHT, TOKEN_INK,
                  figures);
        w -= draw_width(list, type_tabular(SEMIBOLD(36)), figures) + 16;
    }
    const char *tight =
        waiting->kind == WAITING_RATING ? c->sight.room->conditions[waiting->a].tight : "";
    if (tight[0] && draw_width(list, REGULAR(20), line) > w)
        snprintf(line, sizeof line, "%u %s", waiting->a, tight);
    draw_text_within(list, x, box->y + 8, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, head);
    draw_text_within(list, x, box->y + 42, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, line);
}

static void draw_card(struct console *c, unsigned i, const struct box *box)
{
    struct ui *ui = c->ui;
    ui_id id = ui_id_of("waiting", (int)i);
    bool done = ui_area(ui, id, box->x, box->y, box->w, box->h, 16, 0, 0);
    draw_round(ui->list, box->x, box->y, box->w, box->h, 16,
               ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    draw_texts(c, &c->run.queue.list[i], box, false);
    if (done)
        queue_move(&c->run.queue, (int)i - (int)c->run.queue.at);
}

/* ---- the chosen one ---- */

/* What stands under the head of the chosen one: the whole of a note or an action, a remark with a
 * figure. */
static const char *remark_of(const struct console *c, const struct waiting *w)
{
    const struct room *room = c->sight.room;
    if (w->kind == WAITING_NOTE)
        return room->notes[w->a].text;
    if (w->kind == WAITING_ACTION)
        return room->actions[w->a].content.text;
    const struct proposal *theirs =
        w->kind == WAITING_RATING ? queue_proposal(room, w->a, w->b) : NULL;
    return theirs ? theirs->figure.note : "";
}

static struct scale scale_of(const struct box *box, double y)
{
    return (struct scale){.x = box->x + PADDING,
                          .y = y,
                          .pitch = floor((box->w - 2 * PADDING + 4) / SCALE_SLOTS),
                          .slot_height = 48,
                          .size = 16};
}

static double chosen_height(const struct console *c, double w)
{
    const struct waiting *chosen = &c->run.queue.chosen;
    double remark =
        console_height(c, w - 2 * PADDING, NOTE_LINES, REGULAR(20), remark_of(c, chosen));
    double h = CARD + remark + (remark > 0 ? 8 : 0) + BUTTON + PADDING;
    return h + (c->run.suggesting ? SCALE_BLOCK : 0);
}

static enum level level_of(unsigned rating)
{
    return (enum level)analysis_band((int)rating);
}

/* The scale, to suggest another figure on. */
static double run_scale(struct console *c, const struct box *box, double y)
{
    struct console_run *run = &c->run;
    struct scale scale = scale_of(box, y);
    static const struct scale_band none[SCALE_BANDS] = {{"", ""}, {"", ""}, {"", ""}};
    const struct proposal *theirs =
        queue_proposal(c->sight.room, run->suggested.a, run->suggested.b);
    if (run->begun)
        scale_focus(c->ui, &run->hands);
    run->begun = false;
    if (scale_take(c->ui, &scale, &run->hands) & SCALE_ENTERED)
        run_send_suggestion(c);
    struct scale_flag flags[SCALE_FLAGS_MAX];
    int count = 0;
    if (theirs && theirs->figure.now != run->hands.now)
        flags[count++] =
            (struct scale_flag){SCALE_OTHER, theirs->figure.now, word(WORD_CONSOLE_THEIRS)};
    if (run->hands.now)
        flags[count++] = (struct scale_flag){SCALE_NOW, run->hands.now, word(WORD_CONSOLE_NOW)};
    if (run->hands.goal)
        flags[count++] = (struct scale_flag){SCALE_GOAL, run->hands.goal, word(WORD_CONSOLE_GOAL)};
    scale_draw(c->ui, &scale, &run->hands, flags, count, none, level_of);
    return SCALE_BLOCK;
}

struct answers {
    const char *agree, *other;
    char text[64];
};

static void answers_of(const struct console *c, struct answers *answers)
{
    const struct waiting *chosen = &c->run.queue.chosen;
    const struct proposal *theirs;
    char figures[FIGURES];
    answers->agree = answers->text;
    switch (chosen->kind) {
    case WAITING_PERSON:
        answers->agree = word(WORD_CONSOLE_LET_IN);
        answers->other = word(WORD_CONSOLE_ELSEWHERE);
        break;
    case WAITING_NOTE:
        answers->agree = word(WORD_CONSOLE_SHOW_NOTE);
        answers->other = word(WORD_CONSOLE_LEAVE_OUT);
        break;
    case WAITING_ACTION:
        answers->agree = word(WORD_ACTIONS_QUEUE_READ);
        answers->other = word(WORD_ACTIONS_QUEUE_PARK);
        break;
    default:
        theirs = queue_proposal(c->sight.room, chosen->a, chosen->b);
        figure_text(figures, sizeof figures, theirs ? theirs->figure.now : 0,
                    theirs ? theirs->figure.target : 0);
        snprintf(answers->text, sizeof answers->text, word(WORD_CONSOLE_AGREE), figures);
        answers->other = word(WORD_CONSOLE_SUGGEST);
    }
}

/* In a narrow column the second is called shortly, and the third is left to its key. */
static void run_answers(struct console *c, double x, double y, double w)
{
    struct answers answers;
    answers_of(c, &answers);
    struct button agree = {.kind = BUTTON_PRIMARY, .text = answers.agree, .height = BUTTON};
    struct button other = {.kind = BUTTON_SECONDARY, .text = answers.other, .height = BUTTON};
    struct button later = {
        .kind = BUTTON_QUIET, .text = word(WORD_CONSOLE_LATER), .height = BUTTON};
    double first = button_width(c->ui, agree) + 12;
    if (first + button_width(c->ui, other) > w)
        other.text = word(WORD_CONSOLE_OTHER);
    if (button_run(c->ui, ui_id_of("agree", 0), x, y, agree))
        console_run_agree(c);
    if (button_run(c->ui, ui_id_of("suggest", 0), x + first, y, other))
        console_run_suggest(c);
    double third = first + button_width(c->ui, other) + 12;
    if (third + button_width(c->ui, later) <= w + 12 &&
        button_run(c->ui, ui_id_of("later", 0), x + third, y, later))
        console_run_later(c);
}

static void run_suggestion(struct console *c, double x, double y)
{
    struct console_run *run = &c->run;
    char figures[FIGURES], text[64];
    figure_text(figures, sizeof figures, run->hands.now, run->hands.goal);
    snprintf(text, sizeof text, word(WORD_CONSOLE_SUGGEST_THIS), figures);
    struct button send = {.kind = BUTTON_PRIMARY, .text = text, .height = BUTTON};
    struct button stop = {
        .kind = BUTTON_QUIET, .text = word(WORD_CONSOLE_NEVER_MIND), .height = BUTTON};
    if (button_run(c->ui, ui_id_of("send-suggestion", 0), x, y, send))
        run_send_suggestion(c);
    x += button_width(c->ui, send) + 12;
    if (button_run(c->ui, ui_id_of("stop-suggestion", 0), x, y, stop) || console_escape(c)) {
        run->suggesting = false;
        ui_focus(c->ui, 0);
    }
}

static void draw_chosen(struct console *c, const struct box *box)
{
    struct draw_list *list = c->ui->list;
    const struct waiting *chosen = &c->run.queue.chosen;
    draw_outline(list, box->x, box->y, box->w, box->h, 16, 4, TOKEN_ACCENT, TOKEN_SURFACE);
    draw_texts(c, chosen, box, true);
    double x = box->x + PADDING, y = box->y + CARD;
    double remark = draw_paragraph(list, x, y, box->w - 2 * PADDING, NOTE_LINES, REGULAR(20),
                                   ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, remark_of(c, chosen));
    y += remark + (remark > 0 ? 8 : 0);
    if (c->run.suggesting)
        y += run_scale(c, box, y);
    if (c->run.suggesting)
        run_suggestion(c, x, y);
    else
        run_answers(c, x, y, box->w - 2 * PADDING);
}

/* ---- the list ---- */

static void draw_head(struct console *c, const struct box *box)
{
    const struct queue *queue = &c->run.queue;
    struct draw_list *list = c->ui->list;
    char counts[128] = "";
    int length = 0;
    const struct {
        unsigned count;
        enum word one, many;
    } kinds[] = {{queue->people, WORD_CONSOLE_ONE_PERSON, WORD_CONSOLE_PEOPLE_WAIT},
                 {queue->notes, WORD_CONSOLE_ONE_NOTE, WORD_CONSOLE_NOTES_WAIT},
                 {queue->actions, WORD_ACTIONS_ONE_WAITS, WORD_ACTIONS_WAIT},
                 {queue->ratings, WORD_CONSOLE_ONE_PROPOSED, WORD_CONSOLE_PROPOSED}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].count) {
            length +=
                snprintf(counts + length, sizeof counts - (size_t)length, "%s", length ? ", " : "");
            length +=
                snprintf(counts + length, sizeof counts - (size_t)length,
                         word(kinds[i].count == 1 ? kinds[i].one : kinds[i].many), kinds[i].count);
        }
    double title = draw_width(list, SEMIBOLD(24), word(WORD_CONSOLE_WAITING));
    draw_text(list, box->x, box->y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONSOLE_WAITING));
    double w = box->w - title - 16;
    if (draw_width(list, REGULAR(20), counts) > w)
        snprintf(counts, sizeof counts, "%u",
                 queue->people + queue->notes + queue->actions + queue->ratings);
    bool large = draw_width(list, REGULAR(24), counts) <= w;
    draw_text_within(list, box->x + title + 16, box->y + (large ? 0 : 4), w,
                     REGULAR(large ? 24 : 20), ALIGN_RIGHT, TOKEN_INK2, counts);
}

/* A suggestion that is being made ends when what it answers is no longer there. */
static void watch_suggestion(struct console *c)
{
    struct console_run *run = &c->run;
    if (run->suggesting && !queue_proposal(c->sight.room, run->suggested.a, run->suggested.b)) {
        run->suggesting = false;
        console_say(c, word(WORD_CONSOLE_JUST_CHANGED));
    }
}

/* How many more there are, and what the keys do with the one that is chosen; where there is no room
 * for both, the keys alone. */
static void draw_hint(struct console *c, double x, double y, double w, unsigned below)
{
    static const enum word keys[] = {
        [WAITING_PERSON] = WORD_CONSOLE_QUEUE_PERSON,
        [WAITING_NOTE] = WORD_CONSOLE_QUEUE_NOTE,
        [WAITING_ACTION] = WORD_CONSOLE_QUEUE_ACTION,
        [WAITING_RATING] = WORD_CONSOLE_QUEUE_RATING,
    };
    const char *does = word(keys[c->run.queue.chosen.kind]);
    char first[64], hint[160];
    if (below)
        snprintf(first, sizeof first, word(WORD_CONSOLE_BELOW), below);
    else
        snprintf(first, sizeof first, "%s", word(WORD_CONSOLE_QUEUE_MOVE));
    snprintf(hint, sizeof hint, "%s · %s", first, does);
    bool fits = draw_width(c->ui->list, REGULAR(20), hint) <= w;
    draw_text_within(c->ui->list, x, y, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     fits    ? hint
                     : below ? first /* what is out of sight; the keys are in the list of keys */
                             : does);
}

void run_queue_draw(struct console *c, struct box box)
{
    struct console_run *run = &c->run;
    const struct queue *queue = &run->queue;
    struct draw_list *list = c->ui->list;
    double y = box.y + HEAD, room = box.y + box.h - y;
    run->seen = run->drawn;
    run->drawn = queue->chosen;
    draw_head(c, &box);
    if (queue->count == 0) {
        draw_paragraph(list, box.x, y, box.w, 4, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                       word(WORD_CONSOLE_NOTHING_WAITS));
        return;
    }
    watch_suggestion(c);
    double chosen = chosen_height(c, box.w), others = room - HINT - chosen;
    if (chosen > room && !run->suggesting) { /* a question above takes the place: what is not
                                              * seen is not answered */
        run->drawn = (struct waiting){0};
        return;
    }
    unsigned fit = others < 0 ? 1 : 1 + (unsigned)floor(others / (CARD + CARD_GAP));
    unsigned last = queue->count > fit ? queue->count - fit : 0;
    unsigned top = queue->at > 1 && fit > 2 ? queue->at - 1 : fit > 1 ? 0 : queue->at;
    if (fit == 2 && queue->at > 0)
        top = queue->at - 1;
    top = top > last && fit > 1 ? last : top;
    unsigned end = top + fit < queue->count ? top + fit : queue->count, at = queue->at;
    for (unsigned i = top; i < end; i++) {
        struct box card = {box.x, y, box.w, i == at ? chosen : CARD};
        if (i == at)
            draw_chosen(c, &card);
        else
            draw_card(c, i, &card);
        y += card.h + CARD_GAP;
    }
    if (others >= 0)
        draw_hint(c, box.x, y + 4, box.w, queue->count - end);
}
