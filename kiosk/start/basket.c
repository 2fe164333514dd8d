#include "start/basket.h"

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "start/basket_rows.h"
#include "words/date.h"
#include "words/words.h"

/* The uses of either kind of thing, in the order of their list; the first is the likeliest. */
static const enum basket_use uses[2][BASKET_USES_MAX] = {
    {BASKET_RATINGS, BASKET_REVIEW},
    {BASKET_BOTH, BASKET_REVIEW, BASKET_ACTIONS},
};

enum basket_use basket_use(const struct basket_thing *thing)
{
    int chosen = thing->use.chosen;
    return uses[thing->workshop][chosen > 0 && chosen < BASKET_USES_MAX ? chosen : 0];
}

void basket_set_use(struct basket_thing *thing, enum basket_use use)
{
    for (int i = 0; i < basket_use_count(thing); i++)
        if (uses[thing->workshop][i] == use)
            thing->use.chosen = i;
}

int basket_use_count(const struct basket_thing *thing)
{
    return thing->workshop ? 3 : thing->pasted ? 1 : 2;
}

struct basket_thing *basket_add(struct basket *basket, const char *name, bool workshop)
{
    if (basket->thing_count == BASKET_THINGS_MAX)
        return NULL;
    struct basket_thing *thing = &basket->things[basket->thing_count++];
    memset(thing, 0, sizeof *thing);
    thing->workshop = workshop;
    text_copy(thing->name, sizeof thing->name, name);
    return thing;
}

void basket_take_out(struct basket *basket, int thing)
{
    if (thing < 0 || thing >= basket->thing_count)
        return;
    basket->thing_count--;
    memmove(&basket->things[thing], &basket->things[thing + 1],
            (size_t)(basket->thing_count - thing) * sizeof *basket->things);
}

bool basket_needs_day(const struct basket_thing *thing)
{
    return !thing->workshop && basket_use(thing) == BASKET_REVIEW;
}

/* Without a year it is the last such day, as an earlier review lies behind us. */
uint32_t basket_day(const struct basket_thing *thing, uint32_t today)
{
    uint32_t day, from = day_years_on(today, -1);
    if (!basket_needs_day(thing) || !word_day_read(&day, thing->day.text, from ? from + 1 : today))
        return 0;
    return day <= today ? day : 0;
}

void basket_forgive(struct basket *basket, const char *name)
{
    for (int i = basket->refused_count - 1; i >= 0; i--)
        if (strcmp(basket->refused[i].name, name) == 0)
            basket_put_away(basket, i);
}

void basket_refuse(struct basket *basket, const char *name, const char *why)
{
    basket_forgive(basket, name);
    if (basket->refused_count == BASKET_REFUSED_MAX)
        basket_put_away(basket, 0);
    struct basket_refused *refused = &basket->refused[basket->refused_count++];
    text_copy(refused->name, sizeof refused->name, name);
    text_copy(refused->text, sizeof refused->text, why);
}

void basket_put_away(struct basket *basket, int refused)
{
    basket->refused_count--;
    memmove(&basket->refused[refused], &basket->refused[refused + 1],
            (size_t)(basket->refused_count - refused) * sizeof *basket->refused);
}

const char *basket_waits(const struct basket *basket, uint32_t today, char to[BASKET_TEXT_SIZE])
{
    int open = 0;
    for (int i = 0; i < basket->question_count; i++)
        open += basket->questions[i].answer.chosen < 0;
    snprintf(to, BASKET_TEXT_SIZE, word(open == 1 ? WORD_BASKET_WAIT_ROW : WORD_BASKET_WAIT_ROWS),
             open);
    if (open)
        return to;
    for (int i = 0; i < basket->thing_count; i++)
        if (basket_needs_day(&basket->things[i]) && !basket_day(&basket->things[i], today))
            return word(WORD_BASKET_WAIT_DAY);
    return NULL;
}

void basket_say(struct basket *basket, bool heading, const char *text)
{
    bool full = basket->line_count >= BASKET_LINES_MAX - 1;
    if (basket->line_count == BASKET_LINES_MAX)
        return;
    struct basket_line *line = &basket->lines[basket->line_count++];
    line->heading = heading && !full;
    text_copy(line->text, sizeof line->text, full ? word(WORD_BASKET_LINES_FULL) : text);
}
