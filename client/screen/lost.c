#include <stdio.h>

#include "screen/screen.h"
#include "ui/field.h"
#include "ui/icon.h"
#include "ui/mark.h"

enum { X = 468, W = 600, ROWS = 3, ROW = 72 };

static bool wanted(const struct screens *s)
{
    bool over = screen_is_over(s) && s->sight.pending_count == 0; /* nothing is lost by it */
    return s->sight.state == SESSION_DOWN && !s->carry_on && !over && s->sight.room->me.seat;
}

/* The table with one seat drawn away from it: this laptop. */
static void draw_table(struct draw_list *list)
{
    enum { DOTS = 16, OURS = 4 };
    const double centre_x = 204, centre_y = 372, radius = 264 * 0.42;
    for (int i = 0; i < DOTS; i++) {
        double x, y;
        mark_on_circle(&x, &y, centre_x, centre_y, radius, i, DOTS);
        if (i == OURS)
            draw_ring(list, x, y, 11, 2, TOKEN_OUTLINE);
        else
            draw_disc(list, x, y, 11, TOKEN_INK);
    }
    double x, y;
    mark_on_circle(&x, &y, centre_x, centre_y, radius + 32, OURS, DOTS);
    draw_disc(list, x, y, 14.5, TOKEN_ACCENT);
}

static void draw_waiting(struct screens *s)
{
    struct draw_list *list = s->list;
    unsigned count = s->sight.pending_count;
    field_label(&s->ui, X, 248, word(WORD_CLIENT_LOST_WAITING), NULL);
    if (count == 0)
        draw_text(list, X, 284, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                  word(WORD_CLIENT_LOST_NOTHING));
    for (unsigned i = 0; i < count && i < ROWS; i++) {
        char what[SCREEN_TEXT_SIZE], when[SCREEN_TEXT_SIZE];
        screen_pending(what, when, SCREEN_TEXT_SIZE, s, &s->sight.pending[i]);
        double y = 280 + i * ROW, time = draw_width(list, REGULAR(16), when);
        draw_round(list, X, y, W, 64, 8, TOKEN_SURFACE);
        icon_draw(list, ICON_CLOCK, X + 20, y + 19, 26, 2, TOKEN_INK);
        draw_text_within(list, X + 62, y + 18, W - 62 - 20 - 16 - time, MEDIUM(20), ALIGN_LEFT,
                         TOKEN_INK, what);
        draw_text(list, X + W - 20, y + 20, REGULAR(16), ALIGN_RIGHT, TOKEN_INK2, when);
    }
    if (count > ROWS) {
        char more[SCREEN_TEXT_SIZE];
        snprintf(more, sizeof more, word(WORD_CLIENT_LOST_MORE), count - ROWS);
        draw_text(list, X, 280 + ROWS * ROW, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, more);
    }
}

static void draw_redial(struct screens *s)
{
    int64_t left = s->sight.redial_ms, most = s->redial_most_ms;
    unsigned seconds = (unsigned)((left + 999) / 1000);
    char text[SCREEN_TEXT_SIZE];
    if (seconds == 0)
        snprintf(text, sizeof text, "%s", word(WORD_CLIENT_LOST_TRYING));
    else if (seconds == 1)
        snprintf(text, sizeof text, "%s", word(WORD_CLIENT_LOST_SECOND));
    else
        snprintf(text, sizeof text, word(WORD_CLIENT_LOST_SECONDS), seconds);
    double done = most > 0 ? 1 - (double)left / (double)most : 1;
    draw_round(s->list, X, 540, 240, 8, 4, TOKEN_LINE);
    if (done > 0.02)
        draw_round(s->list, X, 540, 240 * done, 8, 4, TOKEN_ACCENT);
    draw_text(s->list, X + 256, 532, type_tabular(REGULAR(16)), ALIGN_LEFT, TOKEN_INK, text);
}

/* Screens on which work goes on without a connection, besides rating. */
static bool goes_on(enum screen_id id)
{
    return id == SCREEN_NOTES || id == SCREEN_READING || id == SCREEN_EVALUATION ||
           id == SCREEN_RESPONSE || id == SCREEN_ACTIONS || id == SCREEN_VOTE;
}

static void draw(struct screens *s)
{
    struct draw_list *list = s->list;
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("try", 0));
    screen_body(s);
    draw_table(list);
    draw_text(list, X, 104, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_LOST_TITLE));
    draw_paragraph(list, X, 160, W, 3, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                   word(WORD_CLIENT_LOST_LINE));
    draw_waiting(s);
    draw_redial(s);
    draw_paragraph(list, X, 584, W, 3, REGULAR(16), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                   word(WORD_CLIENT_LOST_ADVICE));
    screen_footer(s, NULL);
    double right = SCREEN_RIGHT;
    if (screen_foot_button(
            s, "try", &right,
            (struct button){.kind = BUTTON_PRIMARY, .text = word(WORD_CLIENT_LOST_TRY)}))
        s->wish->try_now = true;
    bool may_rate = screen_speaks(s), does = goes_on(s->under);
    struct button carry_on = {.kind = BUTTON_SECONDARY,
                              .text =
                                  word(does ? WORD_TASK_LOST_CARRY_ON : WORD_CLIENT_LOST_CARRY_ON)};
    if ((may_rate || does) && screen_foot_button(s, "carry-on", &right, carry_on)) {
        s->carry_on = true;
        screen_go(s, does ? s->under : SCREEN_RATE);
    }
    screen_header_here(s);
}

const struct screen screen_lost = {SCREEN_LOST, true, wanted, draw};
