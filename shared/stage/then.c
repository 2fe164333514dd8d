#include "stage/then.h"

#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "model/history.h"
#include "phrase/past.h"
#include "words/date.h"
#include "words/words.h"

enum { WHOLE_SIDES = 16, APART_SIDES = 10, LINE_GAP = 28 };

enum then_view then_of(const struct room *room)
{
    return history_latest(room) ? (enum then_view)room->view.then : THEN_NOT;
}

/* By the widest that can stand there: all cells tell as much as each other. */
static enum then_form form_for(const struct draw_list *list, double w, bool named)
{
    char text[PHRASE_WAS_SIZE];
    phrase_rating_was(text, RATING_MAX, 1);
    if (named && draw_width(list, MEDIUM(24), text) + WHOLE_SIDES <= w)
        return THEN_WHOLE;
    phrase_rating_then(text, RATING_MAX);
    return draw_width(list, MEDIUM(24), text) + APART_SIDES <= w ? THEN_APART : THEN_CHANGE;
}

struct then then_measure(const struct draw_list *list, const struct room *room,
                         const struct table *table)
{
    struct then then = {0};
    if (then_of(room) != THEN_CELLS)
        return then;
    then.review = history_latest(room);
    then.form = form_for(list, table->cell_w, room->workshop.named);
    return then;
}

void then_add_header(struct header_line *line, const struct room *room, const struct then *then)
{
    char day[WORD_DATE_SIZE];
    enum word says = WORD_THEN_BESIDE;
    if (!room->workshop.named)
        says = then->form == THEN_CHANGE ? WORD_THEN_SPREAD_CHANGE : WORD_THEN_SPREAD;
    else if (then->form == THEN_CHANGE)
        says = WORD_THEN_CHANGE;
    word_day_long(day, room->reviews[then->review].day, 0);
    header_add(line, false, "%s", word(says));
    header_add(line, true, "%s", day);
}

void then_tell(struct cell *cell, struct then_said *said, const struct then *then, unsigned before,
               unsigned now)
{
    char change[PHRASE_CHANGE_SIZE];
    if (!then->review || !before)
        return;
    phrase_rating_change(change, before, now);
    memset(said, 0, sizeof *said);
    if (then->form == THEN_WHOLE)
        phrase_rating_was(said->under, before, now);
    else if (then->form == THEN_APART)
        phrase_rating_then(said->under, before);
    else
        snprintf(said->under, sizeof said->under, "%s", change);
    if (then->form == THEN_APART)
        snprintf(said->beside, sizeof said->beside, "%s", change);
    if (cell->state == CELL_TO_COME && !said->under[0])
        return;
    cell->form = CELL_TOLD;
    cell->beside = said->beside;
    cell->under = said->under;
}

void then_draw_slot(struct draw_list *list, double x, double y, double w, enum level level,
                    const struct then *then, unsigned before, unsigned now)
{
    char text[64] = "";
    if (before == 0 && now == 0)
        text[0] = '\0';
    else if (then->form == THEN_CHANGE && before == now)
        snprintf(text, sizeof text, "=");
    else if (then->form == THEN_CHANGE)
        snprintf(text, sizeof text, "%s%u", now > before ? "+" : "\xE2\x88\x92",
                 now > before ? now - before : before - now);
    else
        snprintf(text, sizeof text, word(WORD_THEN_SCHOOLS), before);
    cell_spread_told(list, x, y, w, level, (int)now, text);
}

void then_draw_average(struct draw_list *list, double middle, double y, unsigned before,
                       unsigned now)
{
    char figure[AVERAGE_TEXT_SIZE], change[PHRASE_CHANGE_SIZE];
    if (!before)
        return;
    analysis_average_text(figure, before);
    phrase_average_change(change, before, now);
    double top = y + (change[0] ? 0 : (TABLE_CELL - type_line(24)) / 2.0);
    draw_text(list, middle, top, REGULAR(24), ALIGN_CENTRE, TOKEN_INK2, figure);
    if (change[0])
        draw_text(list, middle, top + LINE_GAP, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, change);
}
