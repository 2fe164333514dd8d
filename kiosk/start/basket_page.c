#include "start/basket.h"

#include <stdio.h>

#include "start/basket_rows.h"
#include "ui/button.h"
#include "ui/field.h"
#include "words/words.h"

/* The basket as a whole: its head, what is said while there is nothing in it, the rows, and at the
 * foot the field for a path between the buttons. */

enum { HEAD = 120, GAP = 24, HOW_PADDING = 32, HOW_LINES = 2 };

static bool is_empty(const struct basket *basket)
{
    return basket->thing_count + basket->refused_count == 0;
}

static void draw_head(struct ui *ui, struct basket_box box, const struct basket *basket,
                      bool running)
{
    char begins[BASKET_TEXT_SIZE + 64];
    const char *line = basket->sum[0] ? basket->sum : word(WORD_BASKET_NOTHING);
    snprintf(begins, sizeof begins, word(WORD_BASKET_WILL_BE), basket->sum);
    if (basket->sum[0] && !running)
        line = begins;
    int size = ui->style->field_size;
    draw_text_within(ui->list, box.x, box.y, box.w, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_BASKET_TITLE));
    draw_text_within(ui->list, box.x, box.y + 60, box.w, REGULAR(size), ALIGN_LEFT, TOKEN_INK2,
                     line);
}

/* How anything comes in, while nothing has; returns the height it takes. */
static double draw_how(struct ui *ui, struct basket_box box)
{
    const char *how = word(WORD_BASKET_HOW), *more = word(WORD_BASKET_HOW_MORE);
    int big = ui->style->field_size, small = ui->style->line_size;
    double w = box.w - 2 * HOW_PADDING, y = box.y + HOW_PADDING;
    struct type_lines lines[2];
    type_wrap(&lines[0], ui->list->metrics, ui->list->u, SEMIBOLD(big), w, HOW_LINES, WRAP_BALANCED,
              how);
    type_wrap(&lines[1], ui->list->metrics, ui->list->u, REGULAR(small), w, HOW_LINES,
              WRAP_BALANCED, more);
    double h = lines[0].count * type_line(big) + lines[1].count * type_line(small);
    draw_frame(ui->list, box.x, box.y, box.w, h + 2 * HOW_PADDING, 12, 2, TOKEN_LINE);
    y += draw_paragraph(ui->list, box.x + HOW_PADDING, y, w, HOW_LINES, SEMIBOLD(big), ALIGN_CENTRE,
                        WRAP_BALANCED, TOKEN_INK, how);
    draw_paragraph(ui->list, box.x + HOW_PADDING, y, w, HOW_LINES, REGULAR(small), ALIGN_CENTRE,
                   WRAP_BALANCED, TOKEN_INK2, more);
    return h + 2 * HOW_PADDING;
}

/* Why it cannot come in yet; NULL when it can. */
static const char *reason_not_to(const struct basket *basket, const struct basket_given *given,
                                 char to[BASKET_TEXT_SIZE])
{
    const char *waits = basket_waits(basket, given->today, to);
    if (given->closed)
        return word(WORD_BASKET_CLOSED);
    if (!waits && given->running && basket->thing_count == 0)
        return word(WORD_BASKET_WAIT_NOTHING);
    return waits;
}

static bool run_path(struct ui *ui, double x, double y, double w, struct basket *basket)
{
    return field_run(ui, ui_id_of("basket-path", 0), x, y, w, &basket->path,
                     (struct field){.label = word(WORD_BASKET_PATH),
                                    .placeholder = word(WORD_BASKET_PATH_LIKE),
                                    .height = ui->style->button_height}) == FIELD_ENTERED &&
           basket->path.text[0];
}

/* The foot from `y` down. On the page of a new review nothing comes in before that begins: there
 * the way on is the way back as well. */
static enum basket_choice run_foot(struct ui *ui, struct basket_box box, double y,
                                   struct basket *basket, const struct basket_given *given)
{
    char text[BASKET_TEXT_SIZE];
    const char *reason = reason_not_to(basket, given, text);
    bool ready = !given->busy && !(given->running && reason);
    enum word does = !given->running ? WORD_BASKET_DONE
                     : given->busy   ? WORD_BASKET_TAKING
                                     : WORD_BASKET_TAKE;
    struct button back = {.kind = BUTTON_SECONDARY,
                          .text = word(is_empty(basket) ? WORD_BASKET_CLOSE : WORD_BASKET_LEAVE)};
    struct button go = {.text = word(does), .off = !ready && !given->busy, .busy = given->busy};
    double left = box.x + (given->running ? button_width(ui, back) + GAP : 0);
    double right = box.x + box.w - button_width(ui, go);
    if (reason && !given->busy)
        draw_text_within(ui->list, box.x + box.w / 2, y - ui->style->label_above, box.w / 2,
                         REGULAR(ui->style->line_size), ALIGN_RIGHT, TOKEN_INK2, reason);
    bool path = run_path(ui, left, y, right - GAP - left, basket);
    bool leave = given->running && button_run(ui, ui_id_of("basket-back", 0), box.x, y, back);
    bool take = button_run(ui, ui_id_of("basket-go", 0), right, y, go) ||
                ui_pressed(ui, KEY_ENTER, WITH_CONTROL);
    if (given->busy)
        return BASKET_NOTHING;
    return path                                     ? BASKET_PATH
           : take && ready                          ? BASKET_TAKE
           : leave || ui_pressed(ui, KEY_ESCAPE, 0) ? BASKET_BACK
                                                    : BASKET_NOTHING;
}

/* Where something is to be said, else what takes all of it in, else the field that needs no mouse.
 */
static void focus_first(struct ui *ui, const struct basket *basket,
                        const struct basket_given *given)
{
    for (int i = 0; i < basket->question_count; i++)
        if (basket->questions[i].answer.chosen < 0) {
            ui_focus(ui, ui_id_of("basket-question", i));
            return;
        }
    for (int i = 0; i < basket->thing_count; i++)
        if (basket_needs_day(&basket->things[i]) && !basket_day(&basket->things[i], given->today)) {
            ui_focus(ui, ui_id_of("basket-day", i));
            return;
        }
    ui_focus(ui, ui_id_of(basket->thing_count ? "basket-go" : "basket-path", 0));
}

struct basket_outcome basket_draw(struct ui *ui, struct basket_box box, struct basket *basket,
                                  const struct basket_given *given)
{
    double foot = box.y + box.h - ui->style->button_height;
    struct basket_box rows = {box.x, box.y + HEAD, box.w, 0};
    if (basket->arrived) {
        basket->top = basket->asked = 0;
        focus_first(ui, basket, given);
    }
    basket->arrived = false;
    draw_head(ui, box, basket, given->running);
    if (is_empty(basket))
        rows.y += draw_how(ui, rows) + GAP;
    rows.h = foot - ui->style->label_above - GAP - rows.y;
    struct basket_outcome outcome = basket_rows(ui, rows, basket, given);
    enum basket_choice choice = run_foot(ui, box, foot, basket, given);
    if (choice == BASKET_BACK && basket->asked) {
        basket->asked = 0; /* what is asked goes first */
        choice = BASKET_NOTHING;
    }
    return choice == BASKET_NOTHING ? outcome : (struct basket_outcome){.choice = choice};
}
