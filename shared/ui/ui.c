#include "ui/ui.h"

#include <assert.h>
#include <string.h>

#include "ui/dispatch.h"
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
    ui_dispatch(ui);
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
