#include "screen/task.h"

#include <stdio.h>

/* Asks before what was not sent goes with the window, or with the seat. */

enum { ROWS = 6, ROW = 56 };

static bool wanted(const struct screens *s)
{
    return s->parting != PARTING_NONE && s->sight.state != SESSION_APART;
}

bool screens_may_close(struct screens *s)
{
    if (s->parting == PARTING_CLOSE || !task_is_anything_unsent(s))
        return true;
    s->parting = PARTING_CLOSE;
    return false;
}

static void part(struct screens *s)
{
    if (s->parting == PARTING_CLOSE)
        s->wish->close = true;
    else
        s->wish->leave = true;
    if (s->wish->leave)
        screen_forget(s);
    s->parting = PARTING_NONE;
}

void screen_leave_seat(struct screens *s)
{
    s->menu = false;
    s->parting = PARTING_LEAVE;
    if (!task_is_anything_unsent(s))
        part(s);
}

static void draw_row(struct screens *s, double y, enum word how, const char *what)
{
    double right = SCREEN_RIGHT - 20, w = draw_width(s->list, REGULAR(16), word(how));
    draw_round(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, ROW - 8, 8, TOKEN_SURFACE);
    draw_text_within(s->list, SCREEN_LEFT + 20, y + 10, right - 16 - w - SCREEN_LEFT - 20,
                     MEDIUM(20), ALIGN_LEFT, TOKEN_INK, what);
    draw_text(s->list, right, y + 12, REGULAR(16), ALIGN_RIGHT, TOKEN_INK2, word(how));
}

/* What would be lost, and how far each of it is. */
static void draw_unsaved(struct screens *s, double y)
{
    enum word what[SCREEN_COUNT];
    unsigned in_hand = task_unsent(s, what), all = in_hand + s->sight.pending_count;
    unsigned shown = all <= ROWS ? all : ROWS - 1;
    for (unsigned i = 0; i < shown; i++, y += ROW) {
        char asked[SCREEN_TEXT_SIZE], when[SCREEN_TEXT_SIZE];
        if (i >= in_hand)
            screen_pending(asked, when, SCREEN_TEXT_SIZE, s, &s->sight.pending[i - in_hand]);
        draw_row(s, y, i < in_hand ? WORD_TASK_PARTING_UNSENT : WORD_TASK_PARTING_UNSAVED,
                 i < in_hand ? word(what[i]) : asked);
    }
    if (shown < all) {
        char more[SCREEN_TEXT_SIZE];
        snprintf(more, sizeof more, word(WORD_TASK_PARTING_MORE), all - shown);
        draw_text(s->list, SCREEN_LEFT + 20, y + 10, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, more);
    }
}

static void draw(struct screens *s)
{
    bool closes = s->parting == PARTING_CLOSE;
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("stay", 0));
    screen_body(s);
    draw_text(s->list, SCREEN_LEFT, 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TASK_PARTING));
    double y =
        176 + draw_paragraph(s->list, SCREEN_LEFT, 176, 820, 4, REGULAR(20), ALIGN_LEFT,
                             WRAP_GREEDY, TOKEN_INK,
                             word(closes ? WORD_TASK_PARTING_CLOSE : WORD_TASK_PARTING_LEAVE));
    draw_unsaved(s, y + 24);
    screen_footer(s, NULL);
    double right = SCREEN_RIGHT;
    struct button stay = {.kind = BUTTON_PRIMARY, .text = word(WORD_TASK_PARTING_STAY)};
    struct button go = {
        .kind = BUTTON_SECONDARY,
        .text = word(closes ? WORD_TASK_PARTING_CLOSE_NOW : WORD_TASK_PARTING_LEAVE_NOW)};
    bool stays = screen_foot_button(s, "stay", &right, stay) ||
                 (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0));
    bool goes = screen_foot_button(s, "part", &right, go);
    screen_header_here(s);
    if (stays)
        s->parting = PARTING_NONE;
    else if (goes)
        part(s);
}

const struct screen screen_parting = {SCREEN_PARTING, true, wanted, draw};
