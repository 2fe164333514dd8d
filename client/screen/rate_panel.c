#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "screen/rate.h"
#include "ui/cell.h"
#include "ui/field.h"
#include "ui/icon.h"

enum { TOP = 576, HEIGHT = 80, INSIDE = 24, STEP = 44, STEP_SIZE = 40 };

/* ---- the panel ---- */

/* Buttons at the panel's right end, which moves to the left of each. */
static bool panel_button(struct screens *s, const char *name, double *right, enum button_kind kind,
                         const char *text, bool off)
{
    struct button button = {.kind = kind, .text = text, .off = off, .height = 48};
    *right -= button_width(&s->ui, button);
    bool done = button_run(&s->ui, ui_id_of(name, 0), *right, TOP + 16, button);
    *right -= 8;
    return done;
}

static void two_lines(struct screens *s, double x, double right, const char *line, const char *more,
                      enum token more_ink)
{
    double w = right - 8 - x;
    draw_text_within(s->list, x, TOP + 14, w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, line);
    draw_text_within(s->list, x, TOP + 42, w, REGULAR(16), ALIGN_LEFT, more_ink, more);
}

static void ground(struct screens *s, bool theirs)
{
    if (theirs)
        draw_round(s->list, SCREEN_LEFT, TOP, SCREEN_WIDTH, HEIGHT, 12, TOKEN_TINT);
    else
        draw_frame(s->list, SCREEN_LEFT, TOP, SCREEN_WIDTH, HEIGHT, 12, 2, TOKEN_LINE);
}

static double small_cell(struct screens *s, double x, unsigned value)
{
    char figure[4];
    snprintf(figure, sizeof figure, "%u", value % 100);
    /* Thin like the small cells of a legend: 3, drawn by hand since its figure is 20. */
    enum level level = (enum level)analysis_band((int)value);
    draw_outline(s->list, x, TOP + 16, 48, 48, 8, 3, level_line(level), TOKEN_SURFACE);
    draw_text(s->list, x + 24, TOP + 26, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_INK, figure);
    return x + 48;
}

static void draw_theirs(struct screens *s, const struct talk *talk, double right)
{
    const struct figure *f = &talk->theirs->figure;
    double x = small_cell(s, SCREEN_LEFT + INSIDE, f->now);
    if (f->target) {
        icon_draw(s->list, ICON_RIGHT, x + 8, TOP + 28, 24, 2.4, TOKEN_INK);
        x = small_cell(s, x + 40, f->target);
    }
    char quote[NOTE_SIZE + 16];
    if (f->note[0])
        snprintf(quote, sizeof quote, word(WORD_CLIENT_RATE_QUOTE), f->note);
    else
        snprintf(quote, sizeof quote, "%s", word(WORD_CLIENT_RATE_NO_REASON));
    enum word line = talk->sits ? WORD_CLIENT_RATE_SUGGESTS : WORD_CLIENT_RATE_SUGGESTS_INSTEAD;
    two_lines(s, x + 20, right, word(line), quote, TOKEN_INK);
}

static void draw_agreed(struct screens *s, const struct talk *talk, double right)
{
    const struct talk_item *item = talk->item;
    char figure[32], line[SCREEN_TEXT_SIZE], more[SCREEN_TEXT_SIZE], clock[CLOCK_SIZE];
    screen_figure(figure, sizeof figure, item->agreed.now, item->agreed.target);
    screen_clock(clock, s, item->agreed_ms);
    if (item->agreed.months)
        snprintf(line, sizeof line, word(WORD_CLIENT_RATE_AGREED_IN), figure, item->agreed.months);
    else
        snprintf(line, sizeof line, word(WORD_CLIENT_RATE_AGREED), figure);
    if (item->agreed_with[0])
        snprintf(more, sizeof more, word(WORD_CLIENT_RATE_AGREED_WITH), item->agreed_with, clock);
    else
        snprintf(more, sizeof more, word(WORD_CLIENT_RATE_AGREED_AT), clock);
    mark_tick(s->list, SCREEN_LEFT + INSIDE + 20, TOP + 40, 40, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    two_lines(s, SCREEN_LEFT + INSIDE + 60, right, line, more, TOKEN_INK2);
}

static void draw_own(struct screens *s, const struct talk *talk, double right)
{
    double x = SCREEN_LEFT + INSIDE, text = x + 60;
    if (talk->on_way) {
        icon_draw(s->list, ICON_CLOCK, x + 6, TOP + 26, 28, 2, TOKEN_INK);
        two_lines(s, text, right, word(WORD_CLIENT_RATE_SENDING),
                  word(WORD_CLIENT_RATE_SENDING_MORE), TOKEN_INK2);
    } else if (talk->stands) {
        draw_ring(s->list, x + 20, TOP + 40, 20, 4, TOKEN_ACCENT);
        two_lines(s, text, right, word(WORD_CLIENT_RATE_SENT), word(WORD_CLIENT_RATE_SENT_MORE),
                  TOKEN_INK2);
    } else if (talk->now) {
        two_lines(s, x, right, word(WORD_CLIENT_RATE_MOVED), word(WORD_CLIENT_RATE_MOVED_MORE),
                  TOKEN_INK2);
    } else {
        two_lines(s, x, right, word(WORD_CLIENT_RATE_BEGIN), word(WORD_CLIENT_RATE_BEGIN_MORE),
                  TOKEN_INK2);
    }
}

static void draw_say(struct screens *s)
{
    draw_outline(s->list, SCREEN_LEFT, TOP, SCREEN_WIDTH, HEIGHT, 12, 2, TOKEN_INK, TOKEN_SURFACE);
    mark_bang(s->list, SCREEN_LEFT + INSIDE + 16, TOP + 40, 32);
    draw_text_within(s->list, SCREEN_LEFT + INSIDE + 48, TOP + 26, SCREEN_WIDTH - 96, SEMIBOLD(20),
                     ALIGN_LEFT, TOKEN_INK, s->rate.say.text);
}

void rate_panel(struct screens *s, struct talk *talk)
{
    if (s->rate.say.until_ms > s->sight.now_ms) {
        draw_say(s);
        return;
    }
    bool theirs = talk->theirs && !talk->stands && !talk->on_way;
    ground(s, theirs);
    double right = SCREEN_RIGHT - 16;
    if (talk->settled) {
        if (panel_button(s, "change", &right, BUTTON_QUIET, word(WORD_CLIENT_RATE_CHANGE), false))
            rate_reopen(s, talk);
    }
    if (talk->mine && !talk->on_way && !talk->settled &&
        panel_button(s, "take-back", &right, BUTTON_QUIET, word(WORD_CLIENT_RATE_TAKE_BACK), false))
        rate_take_back(s, talk);
    if (talk->settled)
        draw_agreed(s, talk, right);
    else if (theirs)
        draw_theirs(s, talk, right);
    else
        draw_own(s, talk, right);
}

/* ---- the footer ---- */

static void run_step(struct screens *s, condition_id c, double x)
{
    struct draw_list *list = s->list;
    enum rating_state state = (enum rating_state)room_cell(s->sight.room, c, rate_school(s)).state;
    bool here = c == s->rate.condition;
    if (ui_area(&s->ui, ui_id_of("step", c), x, 697, STEP_SIZE, STEP_SIZE, 8, 0,
                here ? UI_CHOSEN : 0))
        rate_go(s, c);
    enum token ink = TOKEN_INK2;
    if (here) {
        draw_round(list, x, 697, STEP_SIZE, STEP_SIZE, 8, TOKEN_ACCENT);
        ink = TOKEN_ON_ACCENT;
    } else if (state == RATING_AGREED) {
        draw_round(list, x, 697, STEP_SIZE, STEP_SIZE, 8, TOKEN_INK2);
        ink = TOKEN_SURFACE;
    } else if (state == RATING_PROPOSED) {
        draw_frame(list, x, 697, STEP_SIZE, STEP_SIZE, 8, 4, TOKEN_INK2);
        ink = TOKEN_INK;
    } else {
        draw_frame(list, x, 697, STEP_SIZE, STEP_SIZE, 8, 2, TOKEN_LINE);
    }
    char number[8];
    snprintf(number, sizeof number, "%u", c);
    draw_text(list, x + STEP_SIZE / 2.0, 705, SEMIBOLD(16), ALIGN_CENTRE, ink, number);
}

/* One mark a condition; those about the current one where there is no room for all. */
static void run_steps(struct screens *s, double right)
{
    int count = s->sight.room->workshop.condition_count;
    int fit = (int)((right - SCREEN_LEFT) / STEP), first = 1;
    if (fit < count)
        first = (int)s->rate.condition - fit / 2;
    if (first > count - fit + 1)
        first = count - fit + 1;
    if (first < 1)
        first = 1;
    ui_group(&s->ui, ui_id_of("steps", 0), 0);
    for (int i = 0; i < fit && first + i <= count; i++)
        run_step(s, (condition_id)(first + i), SCREEN_LEFT + i * STEP);
    ui_group_end(&s->ui);
}

enum primary { NEXT, PROPOSE, AGREE };

static enum primary find_primary(const struct talk *talk)
{
    if (talk->settled || talk->stands || (talk->on_way && !talk->draft->changed))
        return NEXT;
    return talk->sits ? AGREE : PROPOSE;
}

static void next_condition(struct screens *s)
{
    condition_id next = (condition_id)(s->rate.condition + 1);
    rate_go(s, next > s->sight.room->workshop.condition_count ? 1 : next);
}

void rate_foot(struct screens *s, struct talk *talk, bool entered)
{
    enum primary primary = find_primary(talk);
    char figure[32], propose[SCREEN_TEXT_SIZE], agree[SCREEN_TEXT_SIZE];
    screen_figure(figure, sizeof figure, talk->now, talk->target);
    snprintf(propose, sizeof propose,
             word(talk->now ? WORD_CLIENT_RATE_PROPOSE : WORD_CLIENT_RATE_PROPOSE_NOTHING), figure);
    bool may_agree = talk->theirs && (!talk->on_way || talk->draft->changed);
    if (talk->theirs)
        screen_figure(figure, sizeof figure, talk->theirs->figure.now, talk->theirs->figure.target);
    snprintf(agree, sizeof agree, word(WORD_CLIENT_RATE_AGREE), figure);
    struct button main = {.kind = BUTTON_PRIMARY};
    main.text = primary == AGREE     ? agree
                : primary == PROPOSE ? propose
                                     : word(WORD_CLIENT_RATE_NEXT);
    main.icon = primary == NEXT ? ICON_RIGHT : ICON_NONE;
    main.off = primary == PROPOSE && !talk->now;
    screen_footer(s, NULL);
    double right = SCREEN_RIGHT;
    bool pressed = screen_foot_button(s, "primary", &right, main) || (entered && !main.off);
    bool agreed = may_agree && primary != AGREE &&
                  screen_foot_button(s, "agree", &right,
                                     (struct button){.kind = BUTTON_SECONDARY, .text = agree});
    run_steps(s, right);
    agreed |= may_agree && ui_letter(&s->ui, 'a', 0);
    if (agreed || (pressed && primary == AGREE))
        rate_agree(s, talk);
    else if (pressed && primary == PROPOSE)
        rate_propose(s, talk);
    else if (pressed)
        next_condition(s);
}
