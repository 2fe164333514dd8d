#include "screen/writing.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/icon.h"

enum { LABEL = 32, PAPER_PADDING = 28, TITLE = 80 };

/* How much more may be typed. Every visible character takes a byte at least, so what is promised
 * can be kept until the bytes run short. */
static unsigned room_left(const struct edit *edit)
{
    size_t visible = text_visible(edit->text), bytes = strlen(edit->text);
    size_t left = visible < NOTE_VISIBLE ? NOTE_VISIBLE - visible : 0;
    size_t room = bytes < NOTE_SIZE - 1 ? NOTE_SIZE - 1 - bytes : 0;
    return (unsigned)(left < room ? left : room);
}

/* Within `w`, shorter where there is no room to say it at length; returns where it begins. */
static double draw_room_left(struct screens *s, double right, double y, double w,
                             const struct edit *edit)
{
    char text[SCREEN_TEXT_SIZE];
    unsigned left = room_left(edit);
    if (edit->cut && text_visible(edit->text) < NOTE_VISIBLE)
        snprintf(text, sizeof text, "%s", word(WORD_TASK_FULL_SIGNS));
    else if (left == 0)
        snprintf(text, sizeof text, "%s", word(WORD_TASK_FULL));
    else if (left == 1)
        snprintf(text, sizeof text, "%s", word(WORD_TASK_LEFT_ONE));
    else
        snprintf(text, sizeof text, word(WORD_TASK_LEFT), left);
    bool full = edit->cut || left == 0;
    struct type type = full ? SEMIBOLD(16) : REGULAR(16);
    if (full && draw_width(s->list, type, text) > w)
        snprintf(text, sizeof text, "%s", word(WORD_TASK_FULL_SHORT));
    draw_text(s->list, right, y, type, ALIGN_RIGHT, full ? TOKEN_INK : TOKEN_INK2, text);
    return right - draw_width(s->list, type, text);
}

enum field_result writing_run(struct screens *s, ui_id id, struct edit *edit, struct writing w)
{
    struct ui_style style = *s->ui.style;
    const struct ui_style *usual = s->ui.style;
    if (w.paper)
        style.field_padding = PAPER_PADDING;
    s->ui.style = &style;
    int size = w.size ? w.size : style.field_size;
    double height = w.h - LABEL;
    struct field field = {.placeholder = w.placeholder,
                          .off = w.off,
                          .paper = w.paper,
                          .visible = NOTE_VISIBLE,
                          .bytes = NOTE_SIZE - 1,
                          .lines = (int)((height - 1.75 * style.field_padding) / type_line(size)),
                          .height = height,
                          .size = size};
    enum field_result result = field_run(&s->ui, id, w.x, w.y + LABEL, w.w, edit, field);
    s->ui.style = usual;
    double right = w.x + w.w;
    if (!w.off)
        right = draw_room_left(s, right, w.y, w.w - draw_width(s->list, SEMIBOLD(16), w.label) - 12,
                               edit) -
                12;
    draw_text_within(s->list, w.x, w.y, right - w.x, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, w.label);
    return result;
}

enum text_fault writing_take(char to[NOTE_SIZE], const struct edit *edit)
{
    return text_take(to, NOTE_SIZE, NOTE_VISIBLE, edit->text, strlen(edit->text));
}

bool writing_has(const struct edit *edit)
{
    return edit->text[strspn(edit->text, " ")] != '\0';
}

bool writing_tick(struct screens *s, ui_id id, double x, double y, double w, const char *text,
                  bool on)
{
    struct draw_list *list = s->list;
    bool done = ui_area(&s->ui, id, x, y, w, 40, 8, 0, 0);
    if (ui_hovered(&s->ui, id))
        draw_round(list, x, y, w, 40, 8, TOKEN_TINT);
    if (on) {
        draw_round(list, x + 8, y + 8, 24, 24, 6, TOKEN_ACCENT);
        icon_draw(list, ICON_CHECK, x + 11, y + 11, 18, 3.2, TOKEN_ON_ACCENT);
    } else {
        draw_outline(list, x + 8, y + 8, 24, 24, 6, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
    }
    draw_text_within(list, x + 44, y + 8, w - 52, REGULAR(16), ALIGN_LEFT, TOKEN_INK, text);
    return done;
}

double writing_title(struct screens *s, const char *question, const char *ask)
{
    double y = TITLE;
    if (draw_width(s->list, SEMIBOLD(28), question) <= SCREEN_WIDTH)
        y += draw_paragraph(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, 1, SEMIBOLD(28), ALIGN_LEFT,
                            WRAP_GREEDY, TOKEN_INK, question);
    else /* a long one is smaller rather than cut */
        y += draw_paragraph(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, 3, SEMIBOLD(20), ALIGN_LEFT,
                            WRAP_BALANCED, TOKEN_INK, question);
    if (ask[0])
        y += draw_paragraph(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, 2, REGULAR(16), ALIGN_LEFT,
                            WRAP_GREEDY, TOKEN_INK2, ask);
    return y;
}

const char *writing_ask(const struct room *room)
{
    const struct agenda_item *item = &room->items[room->place.item];
    if (room->place.item == 0 || room->place.step < 1 || room->place.step > item->step_count)
        return "";
    return item->steps[room->place.step - 1].ask;
}

void writing_pages(struct screens *s, const char *name, double right, double y, unsigned *top,
                   unsigned shown, unsigned count, bool keys)
{
    struct ui *ui = &s->ui;
    unsigned last = count > shown ? (count - 1) / shown * shown : 0;
    if (*top > last)
        *top = last;
    if (count <= shown)
        return;
    ui_group(ui, ui_id_of(name, 0), 0);
    bool up = button_icon(ui, ui_id_of(name, 1), right - 72, y - 4, 32, ICON_LEFT, *top == 0);
    bool down = button_icon(ui, ui_id_of(name, 2), right - 32, y - 4, 32, ICON_RIGHT, *top == last);
    ui_group_end(ui);
    if (*top > 0 && (up || (keys && ui_pressed(ui, KEY_PAGE_UP, 0))))
        *top -= shown;
    else if (*top < last && (down || (keys && ui_pressed(ui, KEY_PAGE_DOWN, 0))))
        *top += shown;
    if ((up || down) && (*top == 0 || *top == last)) /* the one that led here is off now */
        ui_focus(ui, ui_id_of(name, *top == 0 ? 2 : 1));
    char which[SCREEN_TEXT_SIZE];
    unsigned end = *top + shown < count ? *top + shown : count;
    snprintf(which, sizeof which, word(WORD_TASK_PAGE), *top + 1, end, count);
    draw_text(s->list, right - 84, y, REGULAR(16), ALIGN_RIGHT, TOKEN_INK2, which);
}
