#include "lines/forms.h"
#include "words/words.h"

/* What is made of the findings. */

static struct finding_change *begin_finding(struct lines_reader *r, enum command_kind kind)
{
    struct finding_change *c = &r->command->change.finding;
    unsigned number;
    r->command->kind = kind;
    if (!lines_take_finding(r, &c->kind, &number))
        return NULL;
    c->number = (uint8_t)number;
    return c;
}

static const struct finding_item *seen(const struct lines_reader *r, const struct finding_change *c)
{
    return &r->room->findings[c->kind][c->number];
}

bool read_finding_add(struct lines_reader *r)
{
    struct finding_change *c = &r->command->change.finding;
    r->command->kind = COMMAND_WORD_FINDING;
    c->kind = FINDING_ADDED;
    return lines_take_text(r, c->text, sizeof c->text, NOTE_VISIBLE);
}

/* Without a text it has the program's own again; one that was added is gone. */
bool read_finding_word(struct lines_reader *r)
{
    struct finding_change *c = begin_finding(r, COMMAND_WORD_FINDING);
    if (!c)
        return false;
    c->revision = seen(r, c)->revision;
    return !lines_peek(r) || lines_take_text(r, c->text, sizeof c->text, NOTE_VISIBLE);
}

bool read_finding_answer(struct lines_reader *r)
{
    struct finding_change *c = begin_finding(r, COMMAND_ANSWER_FINDING);
    if (!c)
        return false;
    c->revision = seen(r, c)->answer_revision;
    return !lines_peek(r) || lines_take_text(r, c->text, sizeof c->text, NOTE_VISIBLE);
}

/* Hidden and put to the local authority are set together: what is not named stays as it is. */
static struct finding_change *begin_setting(struct lines_reader *r)
{
    struct finding_change *c = begin_finding(r, COMMAND_SET_FINDING);
    if (c) {
        c->hidden = seen(r, c)->hidden;
        c->for_la = seen(r, c)->for_la;
    }
    return c;
}

bool read_finding_hide(struct lines_reader *r)
{
    struct finding_change *c = begin_setting(r);
    if (c)
        c->hidden = !lines_take(r, "off");
    return c != NULL;
}

bool read_finding_la(struct lines_reader *r)
{
    struct finding_change *c = begin_setting(r);
    if (c)
        c->for_la = !lines_take(r, "off");
    return c != NULL;
}

bool read_finding_rank(struct lines_reader *r)
{
    long rank;
    struct finding_change *c = begin_finding(r, COMMAND_RANK_FINDING);
    if (!c || !lines_take_number(r, &rank, 0, UINT8_MAX, word(WORD_LINES_A_RANK)))
        return false;
    c->rank = (uint8_t)rank;
    return true;
}
