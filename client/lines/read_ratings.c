#include "lines/forms.h"
#include "words/words.h"

/* Ratings and consent. */

bool lines_is_facilitator(const struct lines_reader *r)
{
    return r->room->me.role == ROLE_FACILITATOR;
}

/* The facilitator names the school that is meant, everybody else means their own. */
bool lines_take_whose(struct lines_reader *r, school_id *school)
{
    *school = r->room->me.school;
    return !lines_is_facilitator(r) || lines_take_school(r, school);
}

static bool take_figure(struct lines_reader *r, struct figure *figure)
{
    long now = 0, target = 0, months = 0;
    if (!lines_take_number(r, &now, 0, UINT8_MAX, word(WORD_LINES_A_RATING)) ||
        (lines_peek(r) &&
         !lines_take_number(r, &target, 0, UINT8_MAX, word(WORD_LINES_A_TARGET))) ||
        (lines_peek(r) && !lines_take_number(r, &months, 0, UINT8_MAX, word(WORD_LINES_MONTHS))))
        return false;
    figure->now = (uint8_t)now;
    figure->target = (uint8_t)target;
    figure->months = (uint8_t)months;
    return lines_take_named(r, "note", figure->note, sizeof figure->note, NOTE_VISIBLE);
}

bool read_rate(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_RATE;
    return lines_take_whose(r, &c->school) && lines_take_condition(r, &c->condition) &&
           take_figure(r, &c->figure);
}

/* The revision this person has seen: that of the other side. 0: none is there, as the kiosk will
 * say. */
bool read_agree(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    enum side theirs = lines_is_facilitator(r) ? SIDE_SCHOOL : SIDE_MANAGER;
    r->command->kind = COMMAND_AGREE;
    if (!lines_take_whose(r, &c->school) || !lines_take_condition(r, &c->condition))
        return false;
    c->revision = r->room->talks[c->condition][c->school].proposals[theirs].revision;
    return true;
}

bool read_withdraw(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_WITHDRAW;
    return lines_take_whose(r, &c->school) && lines_take_condition(r, &c->condition);
}

bool read_agreed(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_AGREE_IN_PERSON;
    return lines_take_school(r, &c->school) && lines_take_condition(r, &c->condition) &&
           take_figure(r, &c->figure) &&
           lines_take_named(r, "with", c->with, sizeof c->with, NAME_VISIBLE);
}

bool read_consent(struct lines_reader *r)
{
    struct consent_change *c = &r->command->change.consent;
    bool yes;
    r->command->kind = COMMAND_CONSENT;
    if (!lines_take_whose(r, &c->school) ||
        !lines_take_either(r, &yes, "yes", "no", word(WORD_LINES_YES_NO)))
        return false;
    c->answer = yes ? ANSWER_YES : ANSWER_NO;
    while (lines_peek(r)) {
        unsigned scope = 0;
        while (scope < SCOPE_COUNT && !lines_take(r, scope_word((enum scope)scope)))
            scope++;
        if (scope == SCOPE_COUNT)
            return lines_unclear(r, lines_peek(r), word(WORD_LINES_A_SCOPE));
        c->scopes = (uint8_t)(c->scopes | 1U << scope);
    }
    if (!c->scopes)
        c->scopes = 1U << SCOPE_ROOM | 1U << SCOPE_SUMMARY;
    return true;
}

bool read_reopen(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_REOPEN;
    return lines_take_school(r, &c->school) && lines_take_condition(r, &c->condition);
}
