#include "ui/ui.h"

#include <assert.h>
#include <string.h>

#include "ui/dropdown.h"

static const double ring_stroke = 4;

ui_id ui_id_of(const char *name, int which)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (const char *c = name; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    for (int i = 0; i < 4; i++)
        hash = (hash ^ ((uint32_t)which >> 8 * i & 0xFF)) * 16777619u;
    return hash ? hash : 1;
}

/* ---- who an event is for: judged by the places of the last frame ---- */

static int find(const struct ui *ui, ui_id id)
{
    for (int i = 0; id && i < ui->places_before; i++) {
        if (ui->before[i].id == id && !(ui->before[i].flags & UI_ABOVE))
            return i;
    }
    return -1;
}

static bool contains(const struct ui_place *p, double x, double y)
{
    return x >= p->x && x < p->x + p->w && y >= p->y && y < p->y + p->h;
}

static ui_id hit(const struct ui *ui, double x, double y)
{
    for (unsigned layer = UI_ABOVE;; layer = 0) {
        for (int i = ui->places_before - 1; i >= 0; i--) {
            const struct ui_place *p = &ui->before[i];
            if ((p->flags & UI_ABOVE) == layer && contains(p, x, y))
                return p->flags & UI_OFF ? 0 : p->id;
        }
        if (layer == 0)
            return 0;
    }
}

static bool reachable(const struct ui_place *p)
{
    return !(p->flags & (UI_OFF | UI_ABOVE));
}

/* Entering a group lands on its chosen member. */
static ui_id enter(const struct ui *ui, int at)
{
    ui_id group = ui->before[at].group;
    ui_id first = 0;
    for (int i = 0; group && i < ui->places_before; i++) {
        const struct ui_place *p = &ui->before[i];
        if (p->group != group || !reachable(p))
            continue;
        if (p->flags & UI_CHOSEN)
            return p->id;
        first = first ? first : p->id;
    }
    return first ? first : ui->before[at].id;
}

static void step_focus(struct ui *ui, int step)
{
    int n = ui->places_before, from = find(ui, ui->focus);
    ui_id group = from >= 0 ? ui->before[from].group : 0;
    int at = from >= 0 ? from : step > 0 ? -1 : n;
    for (int i = 0; i < n; i++) {
        at = (at + step + n) % n;
        const struct ui_place *p = &ui->before[at];
        if (reachable(p) && (!group || p->group != group)) {
            ui->focus = enter(ui, at);
            return;
        }
    }
}

/* How far a key moves in a group; 0 when it does not. */
static int group_step(enum input_key key, int columns)
{
    switch (key) {
    case KEY_LEFT:
        return -1;
    case KEY_RIGHT:
        return 1;
    case KEY_UP:
        return -columns;
    case KEY_DOWN:
        return columns;
    default:
        return 0;
    }
}

/* True when the key moved within the focus's group, or would have but for its end. */
static bool walk_group(struct ui *ui, int from, enum input_key key)
{
    const struct ui_place *here = &ui->before[from];
    int step = group_step(key, here->columns);
    if (!here->group || step == 0)
        return false;
    int member[UI_MAX_PLACES], count = 0, at = 0;
    for (int i = 0; i < ui->places_before; i++) {
        const struct ui_place *p = &ui->before[i];
        if (p->group != here->group || !reachable(p))
            continue;
        if (i == from)
            at = count;
        member[count++] = i;
    }
    if (at + step >= 0 && at + step < count)
        ui->focus = ui->before[member[at + step]].id;
    return true;
}

static void activate(struct ui *ui, ui_id id)
{
    if (ui->activations < UI_MAX_ACTIVATED)
        ui->activated[ui->activations++] = id;
}

/* Keys a field wants for itself; the others stay with the screen. */
static bool is_editing(const struct input_event *e)
{
    switch (e->key) {
    case KEY_LETTER:
        return !(e->modifiers & (WITH_CONTROL | WITH_ALT)) || e->letter == 'a';
    case KEY_SPACE:
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_UP:
    case KEY_DOWN:
    case KEY_HOME:
    case KEY_END:
    case KEY_BACKSPACE:
    case KEY_DELETE:
    case KEY_ENTER:
        return true;
    default:
        return false;
    }
}

static bool is_arrow(const struct input_event *e)
{
    return e->key >= KEY_LEFT && e->key <= KEY_END;
}

static ui_id dispatch_key(struct ui *ui, const struct input_event *e)
{
    int at = find(ui, ui->focus);
    unsigned flags = at >= 0 ? ui->before[at].flags : 0;
    ui->keyed = true;
    if (flags & UI_MODAL)
        return ui->focus;
    if (e->key == KEY_TAB && !(e->modifiers & (WITH_CONTROL | WITH_ALT))) {
        step_focus(ui, e->modifiers & WITH_SHIFT ? -1 : 1);
        return ui->focus; /* taken, though nobody reads it */
    }
    if (at < 0 || flags & UI_OFF)
        return 0;
    if (flags & UI_TEXT) {
        if (e->key == KEY_ENTER)
            activate(ui, ui->focus);
        return is_editing(e) ? ui->focus : 0;
    }
    if ((e->key == KEY_ENTER && !(e->modifiers & WITH_CONTROL)) ||
        (e->key == KEY_SPACE && !e->modifiers)) {
        activate(ui, ui->focus);
        return ui->focus;
    }
    if (flags & UI_ARROWS && is_arrow(e))
        return ui->focus;
    ui_id before = ui->focus;
    return walk_group(ui, at, e->key) ? before : 0;
}

static ui_id dispatch_pointer(struct ui *ui, const struct input_event *e)
{
    ui->pointer_x = e->x / ui->list->u;
    ui->pointer_y = e->y / ui->list->u;
    ui_id over = hit(ui, ui->pointer_x, ui->pointer_y), was_held = ui->held;
    switch (e->kind) {
    case INPUT_PRESS:
        ui->keyed = false;
        ui->held = over;
        ui->focus = over;
        return over;
    case INPUT_RELEASE:
        ui->held = 0;
        if (over && over == was_held)
            activate(ui, over);
        return was_held;
    default:
        return over;
    }
}

static ui_id dispatch_text(const struct ui *ui)
{
    int at = find(ui, ui->focus);
    return at >= 0 && ui->before[at].flags & (UI_TEXT | UI_MODAL) ? ui->focus : 0;
}

static void dispatch(struct ui *ui, int i)
{
    const struct input_event *e = &ui->input->event[i];
    switch (e->kind) {
    case INPUT_KEY:
        ui->target[i] = dispatch_key(ui, e);
        break;
    case INPUT_TEXT:
    case INPUT_COMPOSE:
    case INPUT_PASTE:
        ui->target[i] = dispatch_text(ui);
        break;
    case INPUT_MOVE:
    case INPUT_PRESS:
    case INPUT_RELEASE:
    case INPUT_WHEEL:
        ui->target[i] = dispatch_pointer(ui, e);
        break;
    }
}

/* ---- the frame ---- */

void ui_begin(struct ui *ui, struct draw_list *list, const struct ui_style *style,
              const struct input *input, int64_t now_ms)
{
    ui->list = list;
    ui->style = style;
    ui->input = input;
    ui->now_ms = now_ms;
    memcpy(ui->before, ui->place, (size_t)ui->places * sizeof *ui->place);
    ui->places_before = ui->places;
    ui->places = 0;
    ui->activations = 0;
    ui->group = 0;
    ui->ring.there = false;
    ui->popup.item = NULL;
    ui->wants_text = false;
    for (int i = 0; i < input->count; i++)
        dispatch(ui, i);
    ui->hot = hit(ui, ui->pointer_x, ui->pointer_y);
}

void ui_end(struct ui *ui)
{
    assert(!ui->group);
    draw_origin(ui->list, 0, 0);
    if (ui->ring.there) {
        double out = ui->ring.gap + ring_stroke;
        draw_frame(ui->list, ui->ring.x - out, ui->ring.y - out, ui->ring.w + 2 * out,
                   ui->ring.h + 2 * out, ui->ring.radius + out, ring_stroke, TOKEN_ACCENT);
    }
    if (ui->popup.item)
        dropdown_draw_popup(ui);
    bool here = false;
    for (int i = 0; i < ui->places; i++)
        here |= ui->place[i].id == ui->focus;
    if (!here && ui->keep_focus == 0)
        ui->focus = 0;
    if (ui->keep_focus > 0)
        ui->keep_focus--;
}

void ui_focus(struct ui *ui, ui_id id)
{
    ui->focus = id;
    ui->keep_focus = 2; /* a screen may ask before it has drawn the widget */
}

void ui_focus_first(struct ui *ui, ui_id id)
{
    if (!ui->focus) {
        ui_focus(ui, id);
        ui->keyed = true;
    }
}

void ui_group(struct ui *ui, ui_id group, int columns)
{
    assert(!ui->group && group && columns >= 0);
    ui->group = group;
    ui->group_columns = columns;
}

void ui_group_end(struct ui *ui)
{
    assert(ui->group);
    ui->group = 0;
}

void ui_ring(struct ui *ui, double x, double y, double w, double h, double radius, double gap)
{
    if (!ui->keyed)
        return;
    ui->ring.there = true;
    ui->ring.x = x + ui->list->origin_x;
    ui->ring.y = y + ui->list->origin_y;
    ui->ring.w = w;
    ui->ring.h = h;
    ui->ring.radius = radius;
    ui->ring.gap = gap;
}

bool ui_area(struct ui *ui, ui_id id, double x, double y, double w, double h, double radius,
             double gap, unsigned flags)
{
    assert(id && ui->places < UI_MAX_PLACES);
    ui->place[ui->places++] = (struct ui_place){.id = id,
                                                .group = ui->group,
                                                .columns = ui->group_columns,
                                                .flags = flags,
                                                .x = x + ui->list->origin_x,
                                                .y = y + ui->list->origin_y,
                                                .w = w,
                                                .h = h};
    if (flags & UI_OFF)
        return false;
    if (ui->focus == id && !(flags & (UI_PLAIN | UI_ABOVE)))
        ui_ring(ui, x, y, w, h, radius, gap);
    if (ui->focus == id && flags & UI_TEXT)
        ui->wants_text = true;
    for (int i = 0; i < ui->activations; i++) {
        if (ui->activated[i] == id)
            return true;
    }
    return false;
}

bool ui_focused(const struct ui *ui, ui_id id)
{
    return ui->focus == id;
}

bool ui_hovered(const struct ui *ui, ui_id id)
{
    return ui->hot == id && (!ui->held || ui->held == id);
}

bool ui_held(const struct ui *ui, ui_id id)
{
    return ui->held == id && ui->hot == id;
}

/* ---- events ---- */

const struct input_event *ui_next(const struct ui *ui, ui_id id, int *at)
{
    while (*at < ui->input->count) {
        int i = (*at)++;
        if (ui->target[i] == id)
            return &ui->input->event[i];
    }
    return NULL;
}

void ui_claim(struct ui *ui, int event)
{
    assert(event >= 0 && event < ui->input->count);
    ui->target[event] = 0;
}

bool ui_pressed(const struct ui *ui, enum input_key key, unsigned modifiers)
{
    const struct input_event *e;
    for (int at = 0; (e = ui_next(ui, 0, &at));) {
        if (e->kind == INPUT_KEY && e->key == key && e->modifiers == modifiers)
            return true;
    }
    return false;
}

bool ui_letter(const struct ui *ui, char letter, unsigned modifiers)
{
    const struct input_event *e;
    for (int at = 0; (e = ui_next(ui, 0, &at));) {
        if (e->kind == INPUT_KEY && e->key == KEY_LETTER && e->letter == (unsigned char)letter &&
            e->modifiers == modifiers)
            return true;
    }
    return false;
}

bool ui_typed(const struct ui *ui, const char *sign)
{
    const struct input_event *e;
    for (int at = 0; (e = ui_next(ui, 0, &at));) {
        if (e->kind == INPUT_TEXT && strcmp(ui->input->text + e->first, sign) == 0)
            return true;
    }
    return false;
}
