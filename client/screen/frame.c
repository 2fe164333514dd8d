#include <math.h>
#include <stdio.h>

#include "screen/role.h"
#include "screen/screen.h"
#include "stage/training.h"
#include "ui/icon.h"
#include "ui/mark.h"

/* Of the title, below the mark of a training. */
enum { BAR = 62, MENU_WIDTH = 88, UNDER_MARK = 29 };

void screen_body(struct screens *s)
{
    /* On a tall window the content sits a little lower than right under the header. */
    draw_origin(s->list, s->layout.left - SCREEN_LEFT, s->layout.spare / 3);
}

void screen_foot(struct screens *s)
{
    draw_origin(s->list, s->layout.left - SCREEN_LEFT, s->layout.spare);
}

/* Draws how the connection is, ending at `right`; returns where it begins. */
static double draw_state(struct screens *s, double right)
{
    struct draw_list *list = s->list;
    if (s->sight.state == SESSION_WAITING || s->sight.state == SESSION_DOWN) {
        const char *text = word(WORD_CLIENT_RECONNECTING);
        double w = draw_width(list, SEMIBOLD(16), text) + 16 + 18 + 10 + 16;
        draw_round(list, right - w, 13, w, 36, 18, TOKEN_INK);
        icon_draw(list, ICON_BANG, right - w + 16, 22, 18, 3, TOKEN_PAPER);
        draw_text(list, right - w + 44, 19, SEMIBOLD(16), ALIGN_LEFT, TOKEN_PAPER, text);
        return right - w;
    }
    bool up = s->sight.state == SESSION_UP;
    const char *text = word(up ? WORD_CLIENT_CONNECTED : WORD_CLIENT_NOT_CONNECTED);
    draw_text(list, right, 19, MEDIUM(16), ALIGN_RIGHT, up ? TOKEN_INK : TOKEN_INK2, text);
    double left = right - draw_width(list, MEDIUM(16), text);
    if (!up)
        return left;
    mark_dot(list, left - 16, 31, 12, SEAT_TAKEN);
    return left - 22;
}

/* A quiet button, smaller than the others. */
static void draw_menu_button(struct screens *s, double right)
{
    struct ui *ui = &s->ui;
    ui_id id = ui_id_of("menu", 0);
    double x = right - MENU_WIDTH;
    if (ui_area(ui, id, x, 11, MENU_WIDTH, 40, 12, 0, 0))
        s->menu = !s->menu;
    if (ui_hovered(ui, id))
        draw_round(s->list, x, 11, MENU_WIDTH, 40, 12, TOKEN_TINT);
    draw_text(s->list, x + 12, 19, MEDIUM(16), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_MENU));
    icon_draw(s->list, ICON_DOWN, right - 30, 22, 18, 2.4, TOKEN_INK);
}

/* In a training, where else the school stands: whom one plays, and the way to its card. */
static void run_role_button(struct screens *s, double most)
{
    struct ui *ui = &s->ui;
    struct draw_list *list = s->list;
    ui_id id = ui_id_of("role", 0);
    char label[ROLE_LABEL_SIZE];
    role_label(label, s);
    double key_w = draw_width(list, SEMIBOLD(16), word(WORD_CLIENT_KEY_ROLE)) + 12;
    double w = fmin(draw_width(list, SEMIBOLD(20), label) + 1, most - key_w);
    if (ui_area(ui, id, 84 - 10, 11, w + key_w + 20, 40, 12, 0, 0))
        role_turn(s);
    if (ui_hovered(ui, id))
        draw_round(list, 84 - 10, 11, w + key_w + 20, 40, 12, TOKEN_TINT);
    draw_text_within(list, 84, 18, w, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, label);
    draw_text(list, 84 + w + 12, 20, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK2,
              word(WORD_CLIENT_KEY_ROLE));
}

void screen_header(struct screens *s, const char *school, const char *title)
{
    struct draw_list *list = s->list;
    draw_origin(list, 0, 0);
    draw_rect(list, 0, 0, s->layout.across, BAR, TOKEN_SURFACE);
    draw_rect(list, 0, BAR, s->layout.across, 2, TOKEN_LINE);
    draw_origin(list, s->layout.left - SCREEN_LEFT, 0);
    mark_logo(list, SCREEN_LEFT, 14, 36);
    char clock[CLOCK_SIZE];
    screen_clock(clock, s, s->sight.clock_ms);
    struct type figures = type_tabular(SEMIBOLD(20));
    draw_text(list, SCREEN_RIGHT, 17, figures, ALIGN_RIGHT, TOKEN_INK, clock);
    double right = draw_state(s, SCREEN_RIGHT - draw_width(list, figures, clock) - 24);
    draw_menu_button(s, right - 16);
    right -= 16 + MENU_WIDTH + 16;
    bool training = screens_is_training(s);
    double middle = (SCREEN_LEFT + SCREEN_RIGHT) / 2.0, width = 0;
    if (title) {
        width = draw_width(list, MEDIUM(20), title);
        if (width > 2 * (right - middle))
            width = 2 * (right - middle);
        draw_text_within(list, middle - width / 2, training ? UNDER_MARK : 17, width + 1,
                         MEDIUM(20), ALIGN_CENTRE, TOKEN_INK, title);
    }
    if (training)
        width = fmax(width, training_width(list, s->sight.room, TRAINING_CLIENT));
    double most = middle - width / 2 - 84 - 24;
    if (training && role_may(s))
        run_role_button(s, most);
    else if (school)
        draw_text_within(list, 84, 18, most, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, school);
}

void screen_header_here(struct screens *s)
{
    const struct room *room = s->sight.room;
    screen_header(s, room->me.school ? room->schools[room->me.school].name : word(WORD_APP_NAME),
                  screen_item(room));
}

void screen_footer(struct screens *s, const char *sentence)
{
    draw_origin(s->list, 0, s->layout.spare);
    draw_rect(s->list, 0, SCREEN_FOOT, s->layout.across, 88, TOKEN_SURFACE);
    draw_rect(s->list, 0, SCREEN_FOOT, s->layout.across, 2, TOKEN_LINE);
    screen_foot(s);
    if (sentence)
        draw_text(s->list, SCREEN_LEFT, 705, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, sentence);
}

bool screen_foot_button(struct screens *s, const char *name, double *right, struct button button)
{
    double w = button_width(&s->ui, button);
    *right -= w;
    bool done = button_run(&s->ui, ui_id_of(name, 0), *right, 689, button);
    *right -= 16;
    return done;
}

void screen_draw_say(struct screens *s)
{
    if (s->say.until_ms == 0)
        return;
    if (s->sight.now_ms >= s->say.until_ms) {
        s->say.until_ms = 0;
        return;
    }
    draw_origin(s->list, s->layout.left - SCREEN_LEFT, 0);
    double most = SCREEN_WIDTH - 64, w = draw_width(s->list, SEMIBOLD(20), s->say.text);
    bool is_long = w > most; /* it names a file with its folder */
    w = is_long ? most : w;
    double x = (SCREEN_LEFT + SCREEN_RIGHT - w) / 2;
    /* a short one has room in the header, where no mark stands there */
    double y = w < 260 && !screens_is_training(s) ? 7 : 66;
    draw_round(s->list, x - 24, y, w + 48, is_long ? 78 : 48, 24, TOKEN_INK);
    if (is_long)
        draw_paragraph(s->list, x, y + 10, w, 2, SEMIBOLD(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_PAPER,
                       s->say.text);
    else
        draw_text_within(s->list, x, y + 10, w + 1, SEMIBOLD(20), ALIGN_LEFT, TOKEN_PAPER,
                         s->say.text);
}
