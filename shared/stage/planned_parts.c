/* What the pictures of the plan have in common: the mark of how an action stands. */

#include <string.h>

#include "phrase/plan.h"
#include "stage/planned.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "words/words.h"

enum { MARK = 36, MARK_GAP = 12 };

static struct type status_type(enum word status)
{
    return status == WORD_PLANNED_AGREED || status == WORD_PLANNED_DONE ? SEMIBOLD(28) : MEDIUM(28);
}

double planned_status_width(const struct planned *p, const struct action_item *action)
{
    enum word status = phrase_status(action);
    return MARK + MARK_GAP +
           type_width(p->metrics, p->u, status_type(status), word(status), strlen(word(status)));
}

void planned_status_draw(const struct planned *p, const struct action_item *action, double x,
                         double middle)
{
    enum word status = phrase_status(action);
    double centre = x + MARK / 2.0;
    switch (status) {
    case WORD_PLANNED_AGREED:
    case WORD_PLANNED_DONE:
        mark_tick(p->list, centre, middle, MARK, TOKEN_ACCENT, TOKEN_ON_ACCENT);
        break;
    case WORD_PLANNED_PROPOSED:
    case WORD_PLANNED_UNDER_WAY:
        draw_ring(p->list, centre, middle, MARK / 2.0, 4, TOKEN_ACCENT);
        break;
    default:
        draw_ring(p->list, centre, middle, MARK / 2.0, 2, TOKEN_OUTLINE);
        break;
    }
    if (status == WORD_PLANNED_DROPPED || status == WORD_PLANNED_IS_PARKED)
        icon_draw(p->list, status == WORD_PLANNED_DROPPED ? ICON_CROSS : ICON_PAUSE, centre - 10,
                  middle - 10, 20, 3, TOKEN_INK2);
    draw_text(p->list, x + MARK + MARK_GAP, middle - type_line(28) / 2.0, status_type(status),
              ALIGN_LEFT, TOKEN_INK, word(status));
}
