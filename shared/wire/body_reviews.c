#include "wire/flat.h"

#include <string.h>

/* Earlier reviews: in commands, events and the room. */

/* One byte a condition from the first on. */
#define OUT_FIGURES(field)                                                                         \
    w->field.size = CONDITIONS_MAX;                                                                \
    memcpy(w->field.bytes, m->field + 1, CONDITIONS_MAX);                                          \
    while (w->field.size && !w->field.bytes[w->field.size - 1])                                    \
        w->field.size--;
#define IN_FIGURES(field)                                                                          \
    for (unsigned i = 0; i < w->field.size; i++)                                                   \
        if (w->field.bytes[i] > RATING_MAX)                                                        \
            return REFUSAL_RATING_RANGE;                                                           \
    memcpy(m->field + 1, w->field.bytes, w->field.size);

_Static_assert(sizeof((plenary_Past *)0)->now.bytes == CONDITIONS_MAX &&
                   sizeof((plenary_Past *)0)->target.bytes == CONDITIONS_MAX,
               "plenary.options and limits.h differ");

void past_out(plenary_Past *w, const struct past *m)
{
    OUT_FIGURES(now)
    OUT_FIGURES(target)
}

enum refusal past_in(struct past *m, const plenary_Past *w)
{
    IN_FIGURES(now)
    IN_FIGURES(target)
    return REFUSAL_NONE;
}

#define REVIEW_CHANGE(N, R, T) N(review) N(day) T(title, TITLE_VISIBLE)
FLAT(review_change, plenary_ReviewChange, struct review_change, REVIEW_CHANGE)

#define PAST_CHANGE(N, R, T) N(review) N(school)

void past_change_out(plenary_PastChange *w, const struct past_change *m)
{
    PAST_CHANGE(OUT_N, OUT_R, OUT_T)
    w->has_past = true;
    past_out(&w->past, &m->past);
}

enum refusal past_change_in(struct past_change *m, const plenary_PastChange *w)
{
    PAST_CHANGE(IN_N, IN_R, IN_T)
    return past_in(&m->past, &w->past);
}

#define REVIEW(N, R, T) N(day) T(title, 0)
FLAT(review, plenary_Review, struct review_item, REVIEW)
