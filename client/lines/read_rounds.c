#include "lines/forms.h"
#include "words/words.h"

/* Unsigned answers, and the rounds that ask for them. */

static const char *const opinions[] = {"yes", "mostly", "not-yet"};

/* An answer is to what is being asked now, if the line does not say to what. */
static struct slip_change *begin_slip(struct lines_reader *r, enum slip_kind kind)
{
    struct slip_change *c = &r->command->change.slip;
    r->command->kind = COMMAND_FILL_SLIP;
    c->kind = (uint8_t)kind;
    c->subject = r->room->rounds[kind].subject;
    return c;
}

bool read_have_you_ever(struct lines_reader *r)
{
    bool yes;
    struct slip_change *c = begin_slip(r, SLIP_ICEBREAKER);
    if (lines_take(r, "back"))
        return true;
    if (!lines_take_either(r, &yes, "yes", "no", word(WORD_LINES_YES_NO_BACK)))
        return false;
    c->value = yes ? 1 : 2;
    return true;
}

bool read_reading(struct lines_reader *r)
{
    long value;
    struct slip_change *c = begin_slip(r, SLIP_READING);
    if (lines_is_facilitator(r) && !lines_take_school(r, &c->school))
        return false;
    if (lines_take(r, "back"))
        return true;
    if (!lines_take_number(r, &value, 0, UINT8_MAX, word(WORD_LINES_A_RATING)))
        return false;
    c->value = (uint8_t)value;
    return true;
}

bool read_objective(struct lines_reader *r)
{
    unsigned subject;
    struct slip_change *c = begin_slip(r, SLIP_OBJECTIVE);
    if (!lines_take_id(r, &subject, OBJECTIVES_MAX, word(WORD_LINES_AN_OBJECTIVE)))
        return false;
    c->subject = (uint8_t)subject;
    if (lines_take(r, "back"))
        return true;
    for (uint8_t i = 0; i < sizeof opinions / sizeof *opinions && !c->value; i++)
        if (lines_take(r, opinions[i]))
            c->value = (uint8_t)(i + 1);
    return c->value || lines_unclear(r, lines_peek(r), word(WORD_LINES_AN_OPINION));
}

/* The kind, and the subject: what is being asked now where the line does not say; of objectives,
 * which are asked all at once, the first. */
static bool read_round(struct lines_reader *r, enum round_state state)
{
    struct round_change *c = &r->command->change.round;
    unsigned subject, kind = 0;
    r->command->kind = COMMAND_CALL_ROUND;
    while (kind < SLIP_COUNT && !lines_take(r, slip_word((enum slip_kind)kind)))
        kind++;
    if (kind == SLIP_COUNT)
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_A_ROUND));
    c->kind = (uint8_t)kind;
    c->state = (uint8_t)state;
    c->subject = r->room->rounds[kind].subject;
    if (kind == SLIP_OBJECTIVE)
        c->subject = 1;
    else if (state == ROUND_OPEN || lines_peek(r)) {
        if (!lines_take_id(r, &subject, CONDITIONS_MAX, word(WORD_LINES_A_SUBJECT)))
            return false;
        c->subject = (uint8_t)subject;
    }
    return true;
}

bool read_round_open(struct lines_reader *r)
{
    return read_round(r, ROUND_OPEN);
}

bool read_round_show(struct lines_reader *r)
{
    return read_round(r, ROUND_SHOWN);
}

bool read_round_clear(struct lines_reader *r)
{
    return read_round(r, ROUND_NONE);
}
