#include "ui/dispatch.h"

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

void ui_dispatch(struct ui *ui)
{
    for (int i = 0; i < ui->input->count; i++)
        dispatch(ui, i);
    ui->hot = hit(ui, ui->pointer_x, ui->pointer_y);
}
