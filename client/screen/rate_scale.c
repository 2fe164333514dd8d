#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "screen/rate.h"
#include "ui/cell.h"
#include "ui/icon.h"

enum {
    TOP = 232, /* of the flags; the slots stand 48 lower */
    SLOTS = TOP + 48,
    SLOT_WIDTH = 100,
    SLOT_HEIGHT = 64,
    PITCH = 104,
    FLAGS_MAX = 4,
    FLAG_GAP = 8,
};

static double slot_left(unsigned value)
{
    return SCREEN_LEFT + ((double)value - 1) * PITCH;
}

static ui_id handle_id(bool goal)
{
    return ui_id_of("handle", goal);
}

void rate_focus(struct screens *s)
{
    ui_focus(&s->ui, handle_id(s->rate.goal));
}

/* ---- flags ---- */

struct flag {
    unsigned value;
    char text[64];
    paint ground, ink;
    bool outlined;
    double left, width;
};

static void add_flag(struct flag *flags, int *count, struct flag flag)
{
    int at = (*count)++;
    for (; at > 0 && flags[at - 1].value > flag.value; at--)
        flags[at] = flags[at - 1];
    flags[at] = flag;
}

static int make_flags(const struct talk *talk, struct flag flags[FLAGS_MAX])
{
    int count = 0;
    struct flag other = {.ground = TOKEN_SURFACE, .ink = TOKEN_INK, .outlined = true};
    snprintf(other.text, sizeof other.text, "%s",
             word(talk->side == SIDE_SCHOOL ? WORD_CLIENT_RATE_MANAGER : WORD_CLIENT_RATE_SCHOOL));
    if (talk->theirs && talk->theirs->figure.now != talk->now) {
        other.value = talk->theirs->figure.now;
        add_flag(flags, &count, other);
    }
    if (talk->now) {
        struct flag now = {.value = talk->now, .ground = TOKEN_INK, .ink = TOKEN_PAPER};
        snprintf(now.text, sizeof now.text, "%s", word(WORD_CLIENT_RATE_NOW));
        add_flag(flags, &count, now);
    }
    if (talk->theirs && talk->theirs->figure.target &&
        talk->theirs->figure.target != talk->target) {
        other.value = talk->theirs->figure.target;
        add_flag(flags, &count, other);
    }
    if (talk->target) {
        struct flag goal = {.value = talk->target, .ground = TOKEN_ACCENT, .ink = TOKEN_ON_ACCENT};
        if (talk->months)
            snprintf(goal.text, sizeof goal.text, word(WORD_CLIENT_RATE_IN), talk->months);
        else
            snprintf(goal.text, sizeof goal.text, "%s", word(WORD_CLIENT_RATE_GOAL));
        add_flag(flags, &count, goal);
    }
    return count;
}

/* Each over its slot, pushed aside where they would lie on one another. */
static void spread_flags(const struct draw_list *list, struct flag *flags, int count)
{
    double free = SCREEN_LEFT;
    for (int i = 0; i < count; i++) {
        flags[i].width = draw_width(list, SEMIBOLD(16), flags[i].text) + 28;
        flags[i].left = slot_left(flags[i].value) + (SLOT_WIDTH - flags[i].width) / 2;
        if (i + 1 < count && flags[i + 1].value == flags[i].value)
            flags[i].left -= flags[i].width / 2;
        if (flags[i].left < free)
            flags[i].left = free;
        free = flags[i].left + flags[i].width + FLAG_GAP;
    }
    double end = SCREEN_RIGHT;
    for (int i = count; i-- > 0;) {
        if (flags[i].left + flags[i].width > end)
            flags[i].left = end - flags[i].width;
        end = flags[i].left - FLAG_GAP;
    }
}

static void draw_flag(struct draw_list *list, const struct flag *flag)
{
    double tip = slot_left(flag->value) + SLOT_WIDTH / 2.0, y = TOP + 32;
    double least = flag->left + 16, most = flag->left + flag->width - 16;
    tip = tip < least ? least : tip > most ? most : tip;
    if (flag->outlined) {
        draw_outline(list, flag->left, TOP, flag->width, 32, 8, 2, TOKEN_INK, flag->ground);
        const double inside[] = {tip - 7, y - 2.5, tip + 7, y - 2.5, tip, y + 6};
        const double edge[] = {tip - 7, y - 1, tip, y + 7, tip + 7, y - 1};
        draw_polygon(list, inside, 3, TOKEN_SURFACE);
        draw_line(list, edge, 3, 2, TOKEN_INK);
    } else {
        draw_round(list, flag->left, TOP, flag->width, 32, 8, flag->ground);
        const double point[] = {tip - 8, y - 1, tip + 8, y - 1, tip, y + 8};
        draw_polygon(list, point, 3, flag->ground);
    }
    draw_text(list, flag->left + flag->width / 2, TOP + 4, SEMIBOLD(16), ALIGN_CENTRE, flag->ink,
              flag->text);
}

static void draw_flags(struct screens *s, const struct talk *talk)
{
    struct draw_list *list = s->list;
    struct flag flags[FLAGS_MAX + 1];
    int count = make_flags(talk, flags);
    spread_flags(list, flags, count);
    if (talk->target > talk->now && count >= 2) {
        /* The way from now to the goal, under whatever flag stands between. */
        double from = 0, to = 0;
        for (int i = 0; i < count; i++) {
            if (!flags[i].outlined && flags[i].ground == TOKEN_INK)
                from = flags[i].left + flags[i].width + 8;
            if (flags[i].ground == TOKEN_ACCENT)
                to = flags[i].left - 9;
        }
        if (to - from > 24) {
            const double head[] = {to - 9, TOP + 10, to, TOP + 16, to - 9, TOP + 22};
            draw_rect(list, from, TOP + 15, to - from, 2, TOKEN_ACCENT);
            draw_line(list, head, 3, 2, TOKEN_ACCENT);
        }
    }
    for (int i = 0; i < count; i++)
        draw_flag(list, &flags[i]);
}

/* ---- slots ---- */

static void draw_slots(struct screens *s, const struct talk *talk)
{
    struct draw_list *list = s->list;
    for (unsigned v = 1; v <= RATING_MAX; v++) {
        char figure[4];
        snprintf(figure, sizeof figure, "%u", v);
        double x = slot_left(v);
        if (v == talk->now || v == talk->target) {
            struct cell cell = {.state = talk->settled ? CELL_AGREED : CELL_PROPOSED,
                                .form = CELL_PLAIN,
                                .level = (enum level)analysis_band((int)v),
                                .figure = figure,
                                .size = 36};
            cell_draw(list, x, SLOTS, SLOT_WIDTH, SLOT_HEIGHT, cell);
        } else {
            draw_outline(list, x, SLOTS, SLOT_WIDTH, SLOT_HEIGHT, 8, 2, TOKEN_LINE, TOKEN_SURFACE);
            draw_text(list, x + SLOT_WIDTH / 2.0, SLOTS + 14, MEDIUM(28), ALIGN_CENTRE, TOKEN_INK2,
                      figure);
        }
    }
}

static void draw_texts(struct screens *s, const struct condition *condition)
{
    static const struct {
        enum level level;
        enum word name;
        const char *range;
        unsigned first, slots;
    } bands[SCALE_COUNT] = {
        [SCALE_LOW] = {LEVEL_LOW, WORD_CLIENT_RATE_LOW, "1–3", 1, 3},
        [SCALE_MIDDLE] = {LEVEL_MEDIUM, WORD_CLIENT_RATE_MEDIUM, "4–7", 4, 4},
        [SCALE_HIGH] = {LEVEL_HIGH, WORD_CLIENT_RATE_HIGH, "8–10", 8, 3},
    };
    struct draw_list *list = s->list;
    for (int i = 0; i < SCALE_COUNT; i++) {
        double x = slot_left(bands[i].first), w = bands[i].slots * PITCH - 4;
        const char *name = word(bands[i].name);
        draw_round(list, x, TOP + 120, w, 8, 4, level_fill(bands[i].level));
        mark_bars(list, x, TOP + 155, bands[i].level, true, TOKEN_INK, TOKEN_PAPER);
        draw_text(list, x + 26, TOP + 136, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, name);
        draw_text(list, x + 36 + draw_width(list, SEMIBOLD(16), name), TOP + 136, REGULAR(16),
                  ALIGN_LEFT, TOKEN_INK2, bands[i].range);
        draw_paragraph(list, x, TOP + 160, w - 16, 3, REGULAR(16), ALIGN_LEFT, WRAP_GREEDY,
                       TOKEN_INK, condition->scale[i]);
    }
}

/* ---- handles ---- */

static void move_to(struct screens *s, struct talk *talk, bool goal, int value)
{
    if (goal && talk->now)
        rate_set_goal(s, talk, value);
    else
        rate_set_now(s, talk, value);
}

static void take_key(struct screens *s, struct talk *talk, bool goal, const struct input_event *e)
{
    int at = (int)(goal ? talk->target : talk->now);
    /* A handle not placed yet comes in from where the key points; the goal starts at now. */
    int before = at ? at - 1 : goal ? (int)talk->now : RATING_MAX;
    int after = at ? at + 1 : goal ? (int)talk->now + 1 : 1;
    switch (e->key) {
    case KEY_LEFT:
    case KEY_DOWN:
        move_to(s, talk, goal, before);
        break;
    case KEY_RIGHT:
    case KEY_UP:
        move_to(s, talk, goal, after);
        break;
    case KEY_HOME:
        move_to(s, talk, goal, 1);
        break;
    case KEY_END:
        move_to(s, talk, goal, RATING_MAX);
        break;
    default:
        break;
    }
}

/* A press on a handle takes it; elsewhere it brings the one taken there. The first press says now,
 * the next where to. */
static void take_press(struct screens *s, struct talk *talk, const struct input_event *e)
{
    double x = e->x / s->list->u - s->list->origin_x - SCREEN_LEFT;
    int value = (int)(x / PITCH) + 1;
    value = value < 1 ? 1 : value > RATING_MAX ? RATING_MAX : value;
    if (value == (int)talk->now || value == (int)talk->target) {
        s->rate.goal = value != (int)talk->now;
    } else {
        bool first = !talk->now;
        move_to(s, talk, s->rate.goal, value);
        s->rate.goal = s->rate.goal || first;
    }
    rate_focus(s);
}

/* Arrows that nothing else has taken bring the person back to the scale. */
static void take_arrows(struct screens *s, struct talk *talk)
{
    struct input_event left = {.kind = INPUT_KEY, .key = KEY_LEFT};
    struct input_event right = {.kind = INPUT_KEY, .key = KEY_RIGHT};
    bool to_left = ui_pressed(&s->ui, KEY_LEFT, 0), to_right = ui_pressed(&s->ui, KEY_RIGHT, 0);
    if (!to_left && !to_right)
        return;
    take_key(s, talk, s->rate.goal, to_left ? &left : &right);
    rate_focus(s);
}

/* Numbers no field has taken. */
static void take_numbers(struct screens *s, struct talk *talk)
{
    for (char digit = '0'; digit <= '9'; digit++)
        if (ui_letter(&s->ui, digit, 0))
            move_to(s, talk, s->rate.goal, digit == '0' ? RATING_MAX : digit - '0');
}

bool rate_scale(struct screens *s, struct talk *talk)
{
    struct ui *ui = &s->ui;
    bool entered = false;
    unsigned off = talk->settled ? UI_OFF : 0;
    if (off && (ui_focused(ui, handle_id(false)) || ui_focused(ui, handle_id(true))))
        ui_focus(ui, ui_id_of("primary", 0)); /* there is nothing to move; going on is next */
    if (!talk->settled)
        take_numbers(s, talk);
    for (int goal = 0; goal < 2 && !talk->settled; goal++) {
        const struct input_event *e;
        for (int at = 0; (e = ui_next(ui, handle_id(goal), &at));) {
            if (e->kind == INPUT_KEY && e->key == KEY_ENTER)
                entered = true;
            else if (e->kind == INPUT_KEY)
                take_key(s, talk, goal, e);
            else if (e->kind == INPUT_PRESS)
                take_press(s, talk, e);
        }
    }
    if (!talk->settled)
        take_arrows(s, talk);
    draw_slots(s, talk);
    for (int goal = 0; goal < 2; goal++) {
        unsigned at = goal ? talk->target : talk->now;
        double x = at ? slot_left(at) : SCREEN_LEFT, w = at ? SLOT_WIDTH : SCREEN_WIDTH;
        unsigned unplaced = goal && !talk->now ? UI_OFF : 0; /* the goal comes after now */
        ui_area(ui, handle_id(goal), x, SLOTS, w, SLOT_HEIGHT, 8, 0,
                UI_ARROWS | UI_PLAIN | off | unplaced);
        if (ui_focused(ui, handle_id(goal)) && !off) {
            s->rate.goal = goal;
            cell_ring(s->list, x, SLOTS, w, SLOT_HEIGHT);
        }
    }
    if (!off) /* anywhere on the scale, for the pointer */
        ui_area(ui, handle_id(s->rate.goal), SCREEN_LEFT, SLOTS, SCREEN_WIDTH, SLOT_HEIGHT, 8, 0,
                UI_ABOVE);
    draw_flags(s, talk);
    draw_texts(s, &s->sight.room->conditions[talk->condition]);
    return entered;
}
