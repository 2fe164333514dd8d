#include "ui/scale.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "ui/cell.h"

enum { SLOT_GAP = 4, FLAG_GAP = 8, FLAG_PADDING = 14 };

static double flag_height(const struct scale *scale)
{
    return 2.0 * scale->size;
}

static double slots_top(const struct scale *scale)
{
    return scale->y + flag_height(scale) + 16;
}

static double strips_top(const struct scale *scale)
{
    return slots_top(scale) + scale->slot_height + 8;
}

static double slot_width(const struct scale *scale)
{
    return scale->pitch - SLOT_GAP;
}

static double whole_width(const struct scale *scale)
{
    return SCALE_SLOTS * scale->pitch - SLOT_GAP;
}

static double slot_left(const struct scale *scale, unsigned value)
{
    return scale->x + ((double)value - 1) * scale->pitch;
}

static ui_id handle_id(bool goal)
{
    return ui_id_of("handle", goal);
}

void scale_focus(struct ui *ui, const struct scale_hands *hands)
{
    ui_focus(ui, handle_id(hands->on_goal));
}

bool scale_has_focus(const struct ui *ui)
{
    return ui_focused(ui, handle_id(false)) || ui_focused(ui, handle_id(true));
}

/* ---- handles ---- */

static unsigned within(int value, unsigned least)
{
    int most = SCALE_SLOTS;
    return value < (int)least ? least : (unsigned)(value > most ? most : value);
}

static unsigned move_to(struct scale_hands *hands, bool goal, int value)
{
    if (goal && hands->now) {
        hands->goal = within(value, hands->now);
        return value < (int)hands->now ? SCALE_MOVED | SCALE_NOT_BELOW : SCALE_MOVED;
    }
    hands->now = within(value, 1);
    if (hands->goal && hands->goal < hands->now)
        hands->goal = hands->now;
    return SCALE_MOVED;
}

static unsigned take_key(struct scale_hands *hands, bool goal, enum input_key key)
{
    int at = (int)(goal ? hands->goal : hands->now);
    /* A handle not placed yet comes in from where the key points; the goal starts at now. */
    int before = at ? at - 1 : goal ? (int)hands->now : SCALE_SLOTS;
    int after = at ? at + 1 : goal ? (int)hands->now + 1 : 1;
    switch (key) {
    case KEY_LEFT:
    case KEY_DOWN:
        return move_to(hands, goal, before);
    case KEY_RIGHT:
    case KEY_UP:
        return move_to(hands, goal, after);
    case KEY_HOME:
        return move_to(hands, goal, 1);
    case KEY_END:
        return move_to(hands, goal, SCALE_SLOTS);
    default:
        return 0;
    }
}

static int slot_under(const struct ui *ui, const struct scale *scale, double x)
{
    double within_scale = x - ui->list->origin_x - scale->x;
    return within_scale < 0 ? 1 : (int)within((int)(within_scale / scale->pitch) + 1, 1);
}

/* A press on a handle takes it; elsewhere it brings the one taken there. The first press says now,
 * the next where to. */
static unsigned take_press(struct ui *ui, const struct scale *scale, struct scale_hands *hands,
                           unsigned value)
{
    unsigned done = 0;
    hands->either = value == hands->now && value == hands->goal;
    hands->first = !hands->now && !scale->one;
    if (value == hands->now || value == hands->goal)
        hands->on_goal = value != hands->now;
    else
        done = move_to(hands, hands->on_goal, (int)value);
    hands->on_goal &= !hands->first;
    hands->dragged = true;
    scale_focus(ui, hands);
    return done;
}

static void take_release(struct ui *ui, struct scale_hands *hands)
{
    if (hands->first) {
        hands->on_goal = true;
        scale_focus(ui, hands);
    }
    hands->dragged = hands->either = hands->first = false;
}

/* The handle follows the pointer while it is held. */
static unsigned drag(struct ui *ui, struct scale_hands *hands, int value)
{
    int at = (int)(hands->on_goal ? hands->goal : hands->now);
    if (value == at)
        return 0;
    if (hands->either) {
        hands->on_goal = value > at;
        hands->either = false;
        scale_focus(ui, hands);
    }
    return move_to(hands, hands->on_goal, value);
}

static unsigned take_events(struct ui *ui, const struct scale *scale, struct scale_hands *hands,
                            bool goal)
{
    const struct input_event *e;
    unsigned done = 0;
    for (int at = 0; (e = ui_next(ui, handle_id(goal), &at));) {
        int value = slot_under(ui, scale, e->x / ui->list->u);
        if (e->kind == INPUT_KEY && e->key == KEY_ENTER)
            done |= SCALE_ENTERED;
        else if (e->kind == INPUT_KEY)
            done |= take_key(hands, goal, e->key);
        else if (e->kind == INPUT_PRESS)
            done |= take_press(ui, scale, hands, (unsigned)value);
        else if (e->kind == INPUT_MOVE && hands->dragged)
            done |= drag(ui, hands, value);
        else if (e->kind == INPUT_RELEASE)
            take_release(ui, hands);
    }
    return done;
}

/* Arrows and numbers that nothing else has taken; arrows bring the person back to the scale. */
static unsigned take_loose_keys(struct ui *ui, struct scale_hands *hands)
{
    unsigned done = 0;
    for (enum input_key key = KEY_LEFT; key <= KEY_RIGHT; key++)
        if (ui_pressed(ui, key, 0)) {
            done |= take_key(hands, hands->on_goal, key);
            scale_focus(ui, hands);
        }
    for (char digit = '0'; digit <= '9'; digit++)
        if (ui_letter(ui, digit, 0))
            done |= move_to(hands, hands->on_goal, digit == '0' ? SCALE_SLOTS : digit - '0');
    return done;
}

unsigned scale_take(struct ui *ui, const struct scale *scale, struct scale_hands *hands)
{
    if (scale->settled)
        return 0;
    unsigned done = take_loose_keys(ui, hands);
    for (int goal = 0; goal < (scale->one ? 1 : 2); goal++)
        done |= take_events(ui, scale, hands, goal);
    bool held = ui->held == handle_id(false) || ui->held == handle_id(true);
    if (hands->dragged && held) /* beside the scale too */
        done |= drag(ui, hands, slot_under(ui, scale, ui->pointer_x));
    if (hands->dragged && !held)
        take_release(ui, hands);
    return done;
}

/* ---- flags ---- */

struct flag {
    struct scale_flag given;
    paint ground, ink;
    double left, width;
};

static void place_flags(const struct ui *ui, const struct scale *scale, struct flag *flags,
                        const struct scale_flag *given, int count)
{
    static const struct {
        enum token ground, ink;
    } colours[] = {[SCALE_NOW] = {TOKEN_INK, TOKEN_PAPER},
                   [SCALE_GOAL] = {TOKEN_ACCENT, TOKEN_ON_ACCENT},
                   [SCALE_OTHER] = {TOKEN_SURFACE, TOKEN_INK},
                   [SCALE_BEFORE] = {TOKEN_SURFACE, TOKEN_INK2}};
    assert(count <= SCALE_FLAGS_MAX);
    for (int i = 0; i < count; i++) {
        int at = i;
        for (; at > 0 && flags[at - 1].given.value > given[i].value; at--)
            flags[at] = flags[at - 1];
        flags[at] = (struct flag){.given = given[i],
                                  .ground = colours[given[i].whose].ground,
                                  .ink = colours[given[i].whose].ink};
    }
    /* Each over its slot, pushed aside where they would lie on one another. */
    double free = scale->x;
    for (int i = 0; i < count; i++) {
        struct flag *flag = &flags[i];
        flag->width =
            draw_width(ui->list, SEMIBOLD(scale->size), flag->given.text) + 2 * FLAG_PADDING;
        flag->left = slot_left(scale, flag->given.value) + (slot_width(scale) - flag->width) / 2;
        if (i + 1 < count && flags[i + 1].given.value == flag->given.value)
            flag->left -= flag->width / 2;
        if (flag->left < free)
            flag->left = free;
        free = flag->left + flag->width + FLAG_GAP;
    }
    double end = scale->x + whole_width(scale);
    for (int i = count; i-- > 0;) {
        if (flags[i].left + flags[i].width > end)
            flags[i].left = end - flags[i].width;
        end = flags[i].left - FLAG_GAP;
    }
}

static void draw_flag(struct draw_list *list, const struct scale *scale, const struct flag *flag)
{
    double h = flag_height(scale), top = scale->y, y = top + h;
    double tip = slot_left(scale, flag->given.value) + slot_width(scale) / 2.0;
    double least = flag->left + 16, most = flag->left + flag->width - 16;
    tip = tip < least ? least : tip > most ? most : tip;
    if (flag->given.whose == SCALE_OTHER || flag->given.whose == SCALE_BEFORE) {
        enum token line = flag->given.whose == SCALE_OTHER ? TOKEN_INK : TOKEN_OUTLINE;
        draw_outline(list, flag->left, top, flag->width, h, 8, 2, line, flag->ground);
        const double inside[] = {tip - 7, y - 2.5, tip + 7, y - 2.5, tip, y + 6};
        const double edge[] = {tip - 7, y - 1, tip, y + 7, tip + 7, y - 1};
        draw_polygon(list, inside, 3, TOKEN_SURFACE);
        draw_line(list, edge, 3, 2, line);
    } else {
        draw_round(list, flag->left, top, flag->width, h, 8, flag->ground);
        const double point[] = {tip - 8, y - 1, tip + 8, y - 1, tip, y + 8};
        draw_polygon(list, point, 3, flag->ground);
    }
    draw_text(list, flag->left + flag->width / 2, top + (h - type_line(scale->size)) / 2,
              SEMIBOLD(scale->size), ALIGN_CENTRE, flag->ink, flag->given.text);
}

/* The way from now to the goal, under whatever flag stands between. */
static void draw_way(struct draw_list *list, const struct scale *scale, const struct flag *flags,
                     int count)
{
    double from = 0, to = 0, middle = scale->y + flag_height(scale) / 2;
    for (int i = 0; i < count; i++) {
        if (flags[i].given.whose == SCALE_NOW)
            from = flags[i].left + flags[i].width + 8;
        if (flags[i].given.whose == SCALE_GOAL)
            to = flags[i].left - 9;
    }
    if (to - from <= 24)
        return;
    const double head[] = {to - 9, middle - 6, to, middle, to - 9, middle + 6};
    draw_rect(list, from, middle - 1, to - from, 2, TOKEN_ACCENT);
    draw_line(list, head, 3, 2, TOKEN_ACCENT);
}

static void draw_flags(struct ui *ui, const struct scale *scale, const struct scale_hands *hands,
                       const struct scale_flag *given, int count)
{
    struct flag flags[SCALE_FLAGS_MAX];
    place_flags(ui, scale, flags, given, count);
    if (hands->goal > hands->now && count >= 2)
        draw_way(ui->list, scale, flags, count);
    for (int i = 0; i < count; i++)
        draw_flag(ui->list, scale, &flags[i]);
}

/* ---- slots, strips and texts ---- */

static void draw_slots(struct draw_list *list, const struct scale *scale,
                       const struct scale_hands *hands, enum level (*level_of)(unsigned))
{
    double y = slots_top(scale), w = slot_width(scale), h = scale->slot_height;
    for (unsigned v = 1; v <= SCALE_SLOTS; v++) {
        char figure[4];
        snprintf(figure, sizeof figure, "%u", v);
        double x = slot_left(scale, v);
        if (v == hands->now || v == hands->goal) {
            struct cell cell = {.state = scale->settled ? CELL_AGREED : CELL_PROPOSED,
                                .form = CELL_PLAIN,
                                .level = level_of(v),
                                .figure = figure,
                                .size = 36};
            cell_draw(list, x, y, w, h, cell);
        } else {
            draw_outline(list, x, y, w, h, 8, 2, TOKEN_LINE, TOKEN_SURFACE);
            draw_text(list, x + w / 2.0, y + (h - type_line(28)) / 2, MEDIUM(28), ALIGN_CENTRE,
                      TOKEN_INK2, figure);
        }
    }
}

/* Strips lie under the slots of their band, wherever its bounds are. */
static void draw_bands(struct draw_list *list, const struct scale *scale,
                       const struct scale_band bands[SCALE_BANDS], enum level (*level_of)(unsigned))
{
    double y = strips_top(scale), text_y = y + 16;
    int size = scale->size;
    for (unsigned first = 1, next; first <= SCALE_SLOTS; first = next) {
        enum level level = level_of(first);
        for (next = first + 1; next <= SCALE_SLOTS && level_of(next) == level;)
            next++;
        const struct scale_band *band = &bands[level - LEVEL_LOW];
        char range[16];
        snprintf(range, sizeof range, "%u–%u", first, next - 1);
        double x = slot_left(scale, first), w = (next - first) * scale->pitch - SLOT_GAP;
        draw_round(list, x, y, w, 8, 4, level_fill(level));
        mark_bars(list, x, text_y + type_baseline(size) + 1, level, true, TOKEN_INK, TOKEN_PAPER);
        draw_text(list, x + 26, text_y, SEMIBOLD(size), ALIGN_LEFT, TOKEN_INK, band->name);
        draw_text(list, x + 36 + draw_width(list, SEMIBOLD(size), band->name), text_y,
                  REGULAR(size), ALIGN_LEFT, TOKEN_INK2, range);
        draw_paragraph(list, x, text_y + type_line(size), w - 16, scale->lines ? scale->lines : 3,
                       REGULAR(size), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, band->text);
    }
}

void scale_draw(struct ui *ui, const struct scale *scale, struct scale_hands *hands,
                const struct scale_flag *flags, int flag_count,
                const struct scale_band bands[SCALE_BANDS], enum level (*level_of)(unsigned))
{
    unsigned off = scale->settled ? UI_OFF : 0;
    double top = slots_top(scale), h = scale->slot_height;
    draw_slots(ui->list, scale, hands, level_of);
    for (int goal = 0; goal < (scale->one ? 1 : 2); goal++) {
        unsigned at = goal ? hands->goal : hands->now;
        double x = at ? slot_left(scale, at) : scale->x;
        double w = at ? slot_width(scale) : whole_width(scale);
        unsigned unplaced = goal && !hands->now ? UI_OFF : 0; /* the goal comes after now */
        ui_area(ui, handle_id(goal), x, top, w, h, 8, 0, UI_ARROWS | UI_PLAIN | off | unplaced);
        if (ui_focused(ui, handle_id(goal)) && !off) {
            hands->on_goal = goal;
            cell_ring(ui->list, x, top, w, h);
        }
    }
    if (!off) /* anywhere on the scale, for the pointer */
        ui_area(ui, handle_id(hands->on_goal), scale->x, top, whole_width(scale), h, 8, 0,
                UI_ABOVE);
    draw_flags(ui, scale, hands, flags, flag_count);
    draw_bands(ui->list, scale, bands, level_of);
}
