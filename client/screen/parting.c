#include "screen/task.h"

/* Asks before what was not sent goes with the window, or with the seat. */

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

static void draw(struct screens *s)
{
    bool closes = s->parting == PARTING_CLOSE;
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("stay", 0));
    screen_body(s);
    draw_text(s->list, SCREEN_LEFT, 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              word(WORD_TASK_PARTING));
    draw_paragraph(s->list, SCREEN_LEFT, 176, 820, 4, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK, word(closes ? WORD_TASK_PARTING_CLOSE : WORD_TASK_PARTING_LEAVE));
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
