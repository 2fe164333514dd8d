/* One condition: the question, the scale with both people's figures, the time, the reason, and how
 * it is settled. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "console/talk_parts.h"
#include "phrase/past.h"
#include "stage/trend.h"
#include "ui/field.h"
#include "ui/icon.h"
#include "ui/scale.h"

enum {
    NUMBER_Y = 8, /* below the head */
    NAME_Y = 36,
    QUESTION_Y = 88,
    SCALE_Y = 184,
    FIELDS_Y = 540,
    WITH_Y = 660,
    MONTHS_W = 220,
    STEP = 52,
    STEP_SIZE = 46,
    NOT_BELOW_MS = 4000,
    SMALL = 20,
    LINE_W = 220, /* of the way so far */
    LINE_H = 48,
};

static double top_of(const struct console *c)
{
    return c->y + TALK_HEAD;
}

static ui_id primary_id(void)
{
    return ui_id_of("talk-primary", 0);
}

/* Where the school was before, and the way from there. */
static void draw_before(const struct talking *t, double x, double right)
{
    struct draw_list *list = t->console->ui->list;
    const struct room *room = t->console->sight.room;
    review_id review = phrase_past_newest(room, t->condition, t->school);
    double y = top_of(t->console);
    char past[PHRASE_PAST_SIZE];
    struct history_line line;
    if (!review)
        return;
    phrase_past(past, room, review, t->condition, t->school);
    draw_text_within(list, x, y + NUMBER_Y, right - LINE_W - 24 - x, MEDIUM(20), ALIGN_LEFT,
                     TOKEN_INK, past);
    history_of_school(&line, room, t->condition, t->school);
    if (line.count > 1 || line.target)
        trend_draw(list, right - LINE_W, y - 8, LINE_W, LINE_H, TREND_BESIDE, &line, false);
}

static void draw_question(const struct talking *t, double w)
{
    const struct console *c = t->console;
    const struct condition *condition = &c->sight.room->conditions[t->condition];
    char count[64];
    snprintf(count, sizeof count, word(WORD_TALK_CONDITION), t->condition,
             c->sight.room->workshop.condition_count);
    draw_text(c->ui->list, c->x, top_of(c) + NUMBER_Y, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, count);
    draw_before(t, c->x + draw_width(c->ui->list, REGULAR(20), count) + 40, c->x + w);
    draw_text_within(c->ui->list, c->x, top_of(c) + NAME_Y, w, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     condition->name);
    draw_paragraph(c->ui->list, c->x, top_of(c) + QUESTION_Y, w, 2, MEDIUM(24), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK, condition->question);
}

/* ---- the scale ---- */

static enum level level_of(unsigned rating)
{
    return (enum level)analysis_band((int)rating);
}

static int make_flags(const struct talking *t, struct scale_flag flags[SCALE_FLAGS_MAX],
                      char goal[64])
{
    const struct figure *theirs = t->theirs ? &t->theirs->figure : NULL;
    const struct room *room = t->console->sight.room;
    review_id review = phrase_past_newest(room, t->condition, t->school);
    unsigned before = room_past(room, review, t->school)->now[t->condition];
    int count = 0;
    if (before && before != t->now)
        flags[count++] = (struct scale_flag){SCALE_BEFORE, before, word(WORD_SCALE_BEFORE)};
    if (theirs && theirs->now != t->now)
        flags[count++] = (struct scale_flag){SCALE_OTHER, theirs->now, word(WORD_TALK_THEIRS)};
    if (t->now)
        flags[count++] = (struct scale_flag){SCALE_NOW, t->now, word(WORD_TALK_NOW)};
    if (theirs && theirs->target && theirs->target != t->target)
        flags[count++] = (struct scale_flag){SCALE_OTHER, theirs->target, word(WORD_TALK_THEIRS)};
    if (!t->target)
        return count;
    if (t->months)
        snprintf(goal, 64, word(WORD_TALK_IN), t->months);
    else
        snprintf(goal, 64, "%s", word(WORD_TALK_GOAL));
    flags[count++] = (struct scale_flag){SCALE_GOAL, t->target, goal};
    return count;
}

/* True when Enter was pressed on a handle. */
static bool run_scale(struct talking *t, double w)
{
    struct console *c = t->console;
    struct console_talk *talk = &c->talk;
    struct scale scale = {.x = c->x,
                          .y = top_of(c) + SCALE_Y,
                          .pitch = floor((w + 4) / SCALE_SLOTS),
                          .slot_height = 80,
                          .size = SMALL,
                          .lines = 4,
                          .settled = t->settled};
    struct scale_hands hands = talk->hands;
    hands.now = t->now;
    hands.goal = t->target;
    if (t->settled && scale_has_focus(c->ui))
        ui_focus(c->ui, primary_id());
    unsigned done = scale_take(c->ui, &scale, &hands);
    if (done & SCALE_MOVED) {
        talk->not_below_until_ms = 0;
        talk_move(t, hands.now, hands.goal);
    }
    if (done & SCALE_NOT_BELOW)
        talk->not_below_until_ms = c->sight.now_ms + NOT_BELOW_MS;
    char goal[64];
    struct scale_flag flags[SCALE_FLAGS_MAX];
    int count = make_flags(t, flags, goal);
    const struct condition *condition = &c->sight.room->conditions[t->condition];
    const struct scale_band bands[SCALE_BANDS] = {
        {word(WORD_CLIENT_RATE_LOW), condition->scale[SCALE_LOW]},
        {word(WORD_CLIENT_RATE_MEDIUM), condition->scale[SCALE_MIDDLE]},
        {word(WORD_CLIENT_RATE_HIGH), condition->scale[SCALE_HIGH]}};
    scale_draw(c->ui, &scale, &hands, flags, count, bands, level_of);
    talk->hands = hands;
    return done & SCALE_ENTERED;
}

/* ---- time, reason, with whom ---- */

static void run_note(struct talking *t, double w)
{
    struct console *c = t->console;
    struct console_talk *talk = &c->talk;
    unsigned months = t->months;
    double y = top_of(c) + FIELDS_Y;
    if (talk_months_run(c, ui_id_of("talk-months", 0), c->x, y, MONTHS_W, &talk->by,
                        word(WORD_TALK_MONTHS_LABEL), &months, t->settled))
        talk_set_months(t, months);
    char more[96];
    size_t visible = text_visible(talk->note.text);
    if (visible + 40 >= NOTE_VISIBLE)
        snprintf(more, sizeof more, word(WORD_TALK_NOTE_LEFT),
                 (unsigned)(visible < NOTE_VISIBLE ? NOTE_VISIBLE - visible : 0));
    else
        snprintf(more, sizeof more, "%s", word(WORD_TALK_NOTE_MORE));
    enum field_result typed = field_run(c->ui, ui_id_of("talk-note", 0), c->x + MONTHS_W + 24, y,
                                        w - MONTHS_W - 24, &talk->note,
                                        (struct field){.label = word(WORD_TALK_NOTE),
                                                       .label_more = t->settled ? NULL : more,
                                                       .visible = NOTE_VISIBLE,
                                                       .off = t->settled});
    if (typed == FIELD_CHANGED || (typed == FIELD_ENTERED && strcmp(talk->note.text, t->note) != 0))
        talk_touch(t);
    if (typed == FIELD_ENTERED)
        ui_focus(c->ui, ui_id_of("talk-with", 0));
}

/* True when Enter was pressed in it. */
static bool run_with(struct talking *t, double w)
{
    struct console *c = t->console;
    struct console_talk *talk = &c->talk;
    enum field_result typed =
        field_run(c->ui, ui_id_of("talk-with", 0), c->x, top_of(c) + WITH_Y, w, &talk->with,
                  (struct field){.label = word(WORD_TALK_WITH),
                                 .placeholder = word(WORD_TALK_WITH_HINT),
                                 .visible = NAME_VISIBLE});
    if (typed == FIELD_CHANGED || typed == FIELD_ENTERED) {
        text_typed(talk->leaders[t->school], NAME_SIZE, talk->with.text, strlen(talk->with.text));
        talk->led[t->school] = true;
    }
    return typed == FIELD_ENTERED;
}

/* ---- the foot ---- */

static void run_step(struct console *c, condition_id condition, double x)
{
    struct draw_list *list = c->ui->list;
    double y = c->y + c->h - TALK_FOOT + 33;
    enum rating_state state =
        (enum rating_state)room_cell(c->sight.room, condition, c->talk.school).state;
    bool here = condition == c->talk.condition;
    if (ui_area(c->ui, ui_id_of("talk-step", condition), x, y, STEP_SIZE, STEP_SIZE, 8, 0,
                here ? UI_CHOSEN : 0))
        talk_go(c, condition);
    enum token ink = TOKEN_INK2;
    if (here) {
        draw_round(list, x, y, STEP_SIZE, STEP_SIZE, 8, TOKEN_ACCENT);
        ink = TOKEN_ON_ACCENT;
    } else if (state == RATING_AGREED) {
        draw_round(list, x, y, STEP_SIZE, STEP_SIZE, 8, TOKEN_INK2);
        ink = TOKEN_SURFACE;
    } else if (state == RATING_PROPOSED) {
        draw_frame(list, x, y, STEP_SIZE, STEP_SIZE, 8, 4, TOKEN_INK2);
        ink = TOKEN_INK;
    } else {
        draw_frame(list, x, y, STEP_SIZE, STEP_SIZE, 8, 2, TOKEN_LINE);
    }
    char number[8];
    snprintf(number, sizeof number, "%u", condition);
    draw_text(list, x + STEP_SIZE / 2.0, y + (STEP_SIZE - 28) / 2.0, SEMIBOLD(20), ALIGN_CENTRE,
              ink, number);
}

/* One mark a condition; those about the current one where there is no room for all. */
static void run_steps(struct console *c, double right)
{
    int count = c->sight.room->workshop.condition_count;
    int fit = (int)((right - c->x) / STEP), first = 1;
    if (fit < count)
        first = (int)c->talk.condition - fit / 2;
    if (first > count - fit + 1)
        first = count - fit + 1;
    if (first < 1)
        first = 1;
    ui_group(c->ui, ui_id_of("talk-steps", 0), 0);
    for (int i = 0; i < fit && first + i <= count; i++)
        run_step(c, (condition_id)(first + i), c->x + i * STEP);
    ui_group_end(c->ui);
}

static void go_on(struct console *c)
{
    if (c->talk.condition < c->sight.room->workshop.condition_count)
        talk_go(c, (condition_id)(c->talk.condition + 1));
    else
        talk_turn(c, TALK_SHEET);
}

/* Why it cannot be settled yet; NULL when it can. */
static const char *reason_not_to(const struct talking *t)
{
    char leader[NAME_SIZE];
    if (!t->now)
        return word(WORD_TALK_SETTLE_NO_NOW);
    return talk_leader(t->console, leader) ? NULL : word(WORD_TALK_SETTLE_NO_NAME);
}

static void settle(struct talking *t)
{
    if (!t->now) {
        scale_focus(t->console->ui, &t->console->talk.hands);
    } else if (reason_not_to(t)) {
        ui_focus(t->console->ui, ui_id_of("talk-with", 0));
    } else {
        talk_settle(t);
        ui_focus(t->console->ui, primary_id());
    }
}

/* The school has proposed from its own laptop, and the facilitator agrees there. */
static bool run_agree(struct talking *t, double *right)
{
    char figure[TALK_FIGURE_SIZE], agree[64];
    talk_figure(figure, t->theirs->figure.now, t->theirs->figure.target);
    snprintf(agree, sizeof agree, word(WORD_TALK_AGREE), figure);
    struct button button = {.kind = BUTTON_SECONDARY, .text = agree};
    return talk_foot_button(t->console, "talk-agree", right, button) ||
           ui_letter(t->console->ui, 'a', 0);
}

static void run_foot(struct talking *t, bool entered)
{
    struct console *c = t->console;
    bool last = t->condition == c->sight.room->workshop.condition_count;
    const char *reason = reason_not_to(t);
    char figure[TALK_FIGURE_SIZE], agreed[96], propose[96];
    talk_figure(figure, t->now, t->target);
    snprintf(agreed, sizeof agreed, word(t->now ? WORD_TALK_SETTLE : WORD_TALK_SETTLE_NOTHING),
             figure);
    snprintf(propose, sizeof propose, word(WORD_TALK_PROPOSE), figure);
    bool over = t->settled || t->sending;
    struct button main = {.kind = BUTTON_PRIMARY, .text = agreed, .off = reason};
    if (over)
        main = (struct button){.kind = BUTTON_PRIMARY,
                               .text = word(last ? WORD_TALK_FINISH : WORD_TALK_NEXT),
                               .icon = ICON_RIGHT};
    talk_foot_draw(c);
    double right = c->x + c->w;
    bool pressed = talk_foot_button(c, "talk-primary", &right, main);
    bool agrees = !over && t->theirs && !t->stands && run_agree(t, &right);
    bool proposed = !over && t->now && !t->stands && !t->sits &&
                    talk_foot_button(c, "talk-propose", &right,
                                     (struct button){.kind = BUTTON_SECONDARY, .text = propose});
    if (!over && !t->now) {
        double w = draw_width(c->ui->list, REGULAR(20), reason);
        draw_text(c->ui->list, right, c->y + c->h - TALK_FOOT + 42, REGULAR(20), ALIGN_RIGHT,
                  TOKEN_INK2, reason);
        right -= w + 16;
    }
    run_steps(c, right);
    if (pressed && over)
        go_on(c);
    else if (pressed || entered)
        settle(t);
    else if (agrees)
        talk_agree(t);
    else if (proposed)
        talk_propose(t);
}

void talk_question_draw(struct console *c)
{
    struct talking t;
    if (c->talk.arrived)
        scale_focus(c->ui, &c->talk.hands);
    talk_look(&t, c);
    double w = floor(c->w * (c->w > 1500 ? 0.645 : 0.64)), gap = c->w > 1500 ? 48 : 32;
    double with_w = c->w > 1500 ? 400 : 320;
    talk_head_draw(c);
    draw_question(&t, w);
    bool entered = run_scale(&t, w);
    run_note(&t, w);
    entered |= run_with(&t, with_w);
    talk_panel_draw(&t, c->x + with_w + 24, top_of(c) + WITH_Y - 36, w - with_w - 24);
    talk_actions_draw(&t, c->x + w + gap, top_of(c) + NUMBER_Y, c->w - w - gap,
                      c->h - TALK_HEAD - TALK_FOOT - NUMBER_Y - 16);
    draw_text_within(c->ui->list, c->x, c->y + c->h - TALK_FOOT - 44, w, REGULAR(20), ALIGN_LEFT,
                     TOKEN_INK2, word(WORD_TALK_KEYS));
    run_foot(&t, entered);
    if (ui_pressed(c->ui, KEY_PAGE_DOWN, 0))
        go_on(c);
    if (ui_pressed(c->ui, KEY_PAGE_UP, 0))
        talk_go(c, (condition_id)(c->talk.condition - 1));
}
