#include "screen/task.h"
#include "ui/button.h"

enum { YES = 1, NO = 2, CARDS = 328 };

static const struct round_item *round_of(const struct screens *s)
{
    return &s->sight.room->rounds[SLIP_ICEBREAKER];
}

static bool is_open(const struct screens *s)
{
    return task_screen(s) == SCREEN_ICEBREAKER;
}

/* Opens with each question, until it has an answer. */
static bool wanted(const struct screens *s)
{
    return is_open(s) && !task_own_slip(s, SLIP_ICEBREAKER, round_of(s)->subject);
}

static void answer(struct screens *s, uint8_t value)
{
    if (task_fill_slip(s, SLIP_ICEBREAKER, round_of(s)->subject, value))
        screen_go(s, SCREEN_WAITING);
}

/* Stands on the cards, however many lines it takes. */
static void draw_question(struct draw_list *list, const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, SEMIBOLD(36), SCREEN_WIDTH, 4, WRAP_BALANCED, text);
    draw_paragraph(list, SCREEN_LEFT, CARDS - 56 - lines.count * type_line(36), SCREEN_WIDTH, 4,
                   SEMIBOLD(36), ALIGN_CENTRE, WRAP_BALANCED, TOKEN_INK, text);
}

static void draw(struct screens *s)
{
    struct ui *ui = &s->ui;
    uint8_t subject = round_of(s)->subject;
    if (!is_open(s)) { /* shown, or put away, while it was looked at */
        screen_go(s, SCREEN_WAITING);
        subject = 0;
    }
    uint8_t own = task_own_slip(s, SLIP_ICEBREAKER, subject);
    screen_body(s);
    draw_question(s->list, s->sight.room->questions[subject].text);
    if (s->entered)
        ui_focus(ui, ui_id_of("answer", own == NO ? NO : YES));
    static const enum word names[] = {[YES] = WORD_TASK_YES, [NO] = WORD_TASK_NO};
    static const enum word keys[] = {[YES] = WORD_TASK_YES_KEY, [NO] = WORD_TASK_NO_KEY};
    static const char letters[] = {[YES] = 'y', [NO] = 'n'};
    uint8_t chosen = 0;
    ui_group(ui, ui_id_of("answers", 0), 2);
    for (uint8_t value = YES; value <= NO; value++) {
        if (button_choice(ui, ui_id_of("answer", value), SCREEN_LEFT + (value - YES) * 526, CARDS,
                          510, 144, word(names[value]), word(keys[value]), own == value) ||
            ui_letter(ui, letters[value], 0))
            chosen = value;
    }
    ui_group_end(ui);
    if (chosen && is_open(s))
        answer(s, chosen);
    screen_footer(s, word(WORD_TASK_ICEBREAKER_FOOT));
    screen_header_here(s);
}

const struct screen screen_icebreaker = {SCREEN_ICEBREAKER, false, wanted, draw};
