#include "ui/codebox.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "ui/field.h"

/* The boxes as drawn 564 across; other widths are in proportion. */
enum { ACROSS = 564, BOX = 60, BOX_HEIGHT = 72, PITCH = 68, GROUP_GAP = 28 };

static bool is_gap(char c)
{
    return c == ' ' || c == '-';
}

/* Takes one sign, `bytes` long; false when it is not one of a code's. */
static bool take(struct codebox *code, const char *sign, size_t bytes, bool (*allowed)(char))
{
    char capital = (char)toupper((unsigned char)sign[0]);
    if (bytes != 1 || (unsigned char)sign[0] >= 0x80 || !allowed(capital)) {
        size_t n = bytes < sizeof code->stranger ? bytes : 0;
        memcpy(code->stranger, sign, n);
        code->stranger[n] = '\0';
        return false;
    }
    code->stranger[0] = '\0';
    if (code->caret == CODEBOX_LENGTH)
        return false;
    code->symbol[code->caret++] = capital;
    return true;
}

static bool take_text(struct codebox *code, const char *text, bool (*allowed)(char))
{
    bool changed = false;
    for (size_t n; (n = text_grapheme(text)) > 0; text += n) {
        if (is_gap(*text))
            continue;
        bool taken = take(code, text, n, allowed);
        changed |= taken;
        if (!taken)
            break; /* what follows a stranger would land in the wrong box */
    }
    return changed;
}

/* A pasted code starts from the first box, wherever the caret was. */
static bool paste(struct codebox *code, const char *text, bool (*allowed)(char))
{
    size_t signs = 0;
    for (const char *c = text; *c && signs < CODEBOX_LENGTH; c++)
        signs += !is_gap(*c) && !isspace((unsigned char)*c);
    if (signs == CODEBOX_LENGTH)
        codebox_clear(code);
    char tidy[64];
    text_take(tidy, sizeof tidy, 0, text, strlen(text) < 256 ? strlen(text) : 0);
    return take_text(code, tidy, allowed);
}

static bool erase(struct codebox *code, bool backwards)
{
    if (backwards) {
        if (code->caret == 0)
            return false;
        code->caret--;
    }
    if (code->caret == CODEBOX_LENGTH || !code->symbol[code->caret])
        return false;
    code->symbol[code->caret] = '\0';
    return true;
}

static bool apply_key(struct codebox *code, const struct input_event *e)
{
    int at = code->caret;
    switch (e->key) {
    case KEY_LEFT:
        code->caret = at > 0 ? at - 1 : 0;
        return false;
    case KEY_RIGHT:
        code->caret = at < CODEBOX_LENGTH ? at + 1 : at;
        return false;
    case KEY_HOME:
        code->caret = 0;
        return false;
    case KEY_END:
        code->caret = CODEBOX_LENGTH;
        return false;
    case KEY_BACKSPACE:
        return erase(code, true);
    case KEY_DELETE:
        return erase(code, false);
    default:
        return false;
    }
}

bool codebox_apply(struct codebox *code, const struct input_event *event, const char *text,
                   bool (*allowed)(char capital))
{
    switch (event->kind) {
    case INPUT_KEY:
        return apply_key(code, event);
    case INPUT_TEXT:
        return take_text(code, text, allowed);
    case INPUT_PASTE:
        return paste(code, text, allowed);
    default:
        return false;
    }
}

int codebox_filled(const struct codebox *code)
{
    int filled = 0;
    for (int i = 0; i < CODEBOX_LENGTH; i++)
        filled += code->symbol[i] != '\0';
    return filled;
}

void codebox_text(char to[CODEBOX_LENGTH + 1], const struct codebox *code)
{
    int n = 0;
    for (int i = 0; i < CODEBOX_LENGTH; i++) {
        if (code->symbol[i])
            to[n++] = code->symbol[i];
    }
    to[n] = '\0';
}

void codebox_clear(struct codebox *code)
{
    *code = (struct codebox){0};
}

static double box_left(double x, double scale, int i)
{
    return x + (i * PITCH + i / CODEBOX_GROUP * GROUP_GAP) * scale;
}

static void draw_boxes(struct ui *ui, ui_id id, double x, double y, double scale,
                       const struct codebox *code, bool fault, bool off)
{
    double w = BOX * scale, h = BOX_HEIGHT * scale;
    for (int i = 0; i < CODEBOX_LENGTH; i++) {
        double left = box_left(x, scale, i);
        char symbol[2] = {code->symbol[i], '\0'};
        field_box(ui, left, y, w, h, fault, off);
        draw_text(ui->list, left + w / 2, y + (h - type_line(36)) / 2, SEMIBOLD(36), ALIGN_CENTRE,
                  off ? TOKEN_INK2 : TOKEN_INK, symbol);
        if (off || i != code->caret || !ui_focused(ui, id))
            continue;
        ui_ring(ui, left, y, w, h, 8, 0);
        double caret_x = symbol[0] ? left + w - 10 : left + w / 2 - 1;
        draw_rect(ui->list, caret_x, y + (h - 36) / 2, 2, 36, TOKEN_ACCENT);
    }
}

enum codebox_result codebox_run(struct ui *ui, ui_id id, double x, double y, double w,
                                struct codebox *code, bool (*allowed)(char capital), bool fault,
                                bool off)
{
    double scale = w / ACROSS;
    ui_area(ui, id, x, y, w, BOX_HEIGHT * scale, 8, 0, UI_TEXT | UI_PLAIN | (off ? UI_OFF : 0));
    enum codebox_result result = CODEBOX_SAME;
    const struct input_event *e;
    for (int at = 0; !off && (e = ui_next(ui, id, &at));) {
        if (e->kind == INPUT_KEY && e->key == KEY_ENTER) {
            result = CODEBOX_ENTERED;
        } else if (e->kind == INPUT_PRESS) {
            double to = e->x / ui->list->u - ui->list->origin_x;
            code->caret = 0;
            while (code->caret < CODEBOX_LENGTH - 1 && box_left(x, scale, code->caret + 1) <= to)
                code->caret++;
        } else if (codebox_apply(code, e, ui->input->text + e->first, allowed) &&
                   result == CODEBOX_SAME) {
            result = CODEBOX_CHANGED;
        }
    }
    draw_boxes(ui, id, x, y, scale, code, fault, off);
    if (code->caret == CODEBOX_LENGTH && ui_focused(ui, id) && !off)
        ui_ring(ui, box_left(x, scale, CODEBOX_LENGTH - 1), y, BOX * scale, BOX_HEIGHT * scale, 8,
                0);
    return result;
}
