/* The priorities over the plan, one after the other on a tint. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/planned.h"
#include "words/words.h"

enum { PAD = 32, STRIP_PAD = 8, STRIP_LINE = 44, STRIP_LINES = 2, NUMBER_GAP = 12 };

/* How the priorities are told: by whole names, by tight ones, smaller. */
static const struct strip {
    int size;
    bool tight;
} strips[] = {{28, false}, {28, true}, {24, true}};
enum { STRIPS = sizeof strips / sizeof *strips };

static const char *priority_text(const struct planned *p, const struct priority *one, bool tight)
{
    const struct condition *condition = &p->room->conditions[one->condition];
    if (!one->condition)
        return one->text;
    return tight && condition->tight[0] ? condition->tight : condition->name;
}

/* Puts the priorities one after the other into lines; draws them when `drawn` is set. Returns how
 * many lines they take. */
static int flow_priorities(const struct planned *p, double y, struct strip strip, bool drawn)
{
    enum { BETWEEN = 40 };
    const struct priorities_change *priorities = &p->room->priorities;
    const struct layout *layout = &p->frame->layout;
    double left = layout->left + PAD, right = layout->right - PAD, x = left;
    struct type head = SEMIBOLD(24), bold = SEMIBOLD(strip.size), plain = MEDIUM(strip.size);
    const char *says = word(WORD_PLANNED_PRIORITIES);
    int lines = 1;
    if (drawn)
        draw_text(p->list, x, y + (STRIP_LINE - type_line(24)) / 2.0, head, ALIGN_LEFT,
                  TOKEN_ACCENT, says);
    x += type_width(p->metrics, p->u, head, says, strlen(says)) + BETWEEN;
    for (int i = 0; i < priorities->count; i++) {
        const char *text = priority_text(p, &priorities->list[i], strip.tight);
        char number[16];
        snprintf(number, sizeof number, "%d", i + 1);
        double number_w = type_width(p->metrics, p->u, bold, number, strlen(number)) + NUMBER_GAP;
        double w = number_w + type_width(p->metrics, p->u, plain, text, strlen(text)) + 1;
        w = fmin(w, floor((right - left - 2 * BETWEEN) / 3));
        if (x + w > right) {
            lines++;
            x = left;
        }
        double line = y + (lines - 1) * STRIP_LINE + (STRIP_LINE - type_line(strip.size)) / 2.0;
        if (drawn) {
            draw_text(p->list, x, line, bold, ALIGN_LEFT, TOKEN_ACCENT, number);
            draw_text_within(p->list, x + number_w, line, w - number_w, plain, ALIGN_LEFT,
                             TOKEN_INK, text);
        }
        x += w + BETWEEN;
    }
    return lines;
}

/* The first way in which they take no more lines than they may, else the last. */
static struct strip strip_of(const struct planned *p)
{
    int i = 0;
    while (i + 1 < STRIPS && flow_priorities(p, 0, strips[i], false) > STRIP_LINES)
        i++;
    return strips[i];
}

double planned_strip_height(const struct planned *p)
{
    if (!p->room->priorities.count)
        return 0;
    return flow_priorities(p, 0, strip_of(p), false) * STRIP_LINE + 2 * STRIP_PAD;
}

void planned_strip_draw(const struct planned *p, double y)
{
    double x = p->frame->layout.left, w = p->frame->layout.right - x;
    draw_round(p->list, x, y, w, planned_strip_height(p), 16, TOKEN_TINT);
    flow_priorities(p, y + STRIP_PAD, strip_of(p), true);
}
