#ifndef PLENARY_WIRE_FLAT_H
#define PLENARY_WIRE_FLAT_H

/* Within wire/ only: most bodies are flat. Their fields are listed once, and both directions are
 * made from the list: N number, R number below a count, T text of at most so many visible
 * characters (0: as many as fit). Functions made of these lists read `w`, nanopb's struct, and `m`,
 * the model's; those that read have a local `refusal`. */

#include "base/text.h"
#include "wire/body.h"

/* Takes a text as base/text.h cleans it, or says why it cannot be taken. */
enum refusal take_text(char *to, size_t size, size_t visible, const char *from);

#define OUT_N(field)        w->field = m->field;
#define OUT_R(field, count) w->field = m->field;
#define OUT_T(field, visible)                                                                      \
    _Static_assert(sizeof w->field == sizeof m->field, "plenary.options and limits.h differ");     \
    text_copy(w->field, sizeof w->field, m->field);
#define IN_N(field) m->field = w->field;
#define IN_R(field, count)                                                                         \
    if (w->field >= (count))                                                                       \
        return REFUSAL_NOT_UNDERSTOOD;                                                             \
    m->field = w->field;
#define IN_T(field, visible)                                                                       \
    if ((refusal = take_text(m->field, sizeof m->field, visible, w->field)) != REFUSAL_NONE)       \
        return refusal;

#define FLAT(name, wire, ours, FIELDS)                                                             \
    void name##_out(wire *w, const ours *m)                                                        \
    {                                                                                              \
        FIELDS(OUT_N, OUT_R, OUT_T)                                                                \
    }                                                                                              \
    enum refusal name##_in(ours *m, const wire *w)                                                 \
    {                                                                                              \
        enum refusal refusal = REFUSAL_NONE;                                                       \
        FIELDS(IN_N, IN_R, IN_T)                                                                   \
        return refusal;                                                                            \
    }

/* Lists of texts. */
#define OUT_TEXTS(list, count)                                                                     \
    w->list##_count = (pb_size_t)(count);                                                          \
    for (unsigned i = 0; i < (count); i++)                                                         \
        text_copy(w->list[i], sizeof w->list[i], m->list[i]);
#define IN_TEXTS(list)                                                                             \
    for (unsigned i = 0; i < w->list##_count; i++)                                                 \
        if ((refusal = take_text(m->list[i], sizeof m->list[i], 0, w->list[i])) != REFUSAL_NONE)   \
            return refusal;

#endif
