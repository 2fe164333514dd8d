#include "model/may_have.h"

enum {
    P = 1 << AUDIENCE_PROJECTOR,
    F = 1 << AUDIENCE_FACILITATOR,
    O = 1 << AUDIENCE_OBSERVER,
    ALL = 1 << AUDIENCE_PARTICIPANTS,
    SCHOOL = 1 << AUDIENCE_SCHOOL, /* whoever speaks for one */
    SEAT = 1 << AUDIENCE_SEAT,     /* any seat, of its own */
    READER = 1 << AUDIENCE_SUMMARY | 1 << AUDIENCE_LA,
    EVERYBODY = P | F | O | ALL | READER,
};

static const unsigned having[ITEM_COUNT] = {
    [ITEM_WORKSHOP] = EVERYBODY,
    [ITEM_CONDITION] = EVERYBODY,
    [ITEM_AGENDA_ITEM] = EVERYBODY,
    [ITEM_PLACE] = EVERYBODY,
    [ITEM_TIMER] = EVERYBODY,
    [ITEM_VIEW] = EVERYBODY,
    [ITEM_SCHOOL] = EVERYBODY,
    [ITEM_CELL] = P | O | ALL | READER,
    [ITEM_TALK] = F | SCHOOL,
    [ITEM_SUMMARY] = EVERYBODY,
    [ITEM_PROGRESS] = EVERYBODY | SCHOOL,
    [ITEM_CONSENT] = F | SCHOOL,
    [ITEM_SEAT] = F,
    [ITEM_CODE] = P | F,
    [ITEM_ME] = SEAT,
    [ITEM_KIOSK] = P | F,
    [ITEM_BOARD] = EVERYBODY,
    [ITEM_QUESTION] = EVERYBODY,
    [ITEM_NOTE] = EVERYBODY,
    [ITEM_OWN_NOTE] = SEAT,
    [ITEM_UNDO] = F,
    [ITEM_ROUND] = EVERYBODY,
    [ITEM_TALLY] = EVERYBODY,
    [ITEM_READINGS] = F | SCHOOL,
    [ITEM_MISSING] = F,
    [ITEM_OWN_SLIP] = SEAT,
    [ITEM_FINDING] = EVERYBODY,
    [ITEM_ACTION] = EVERYBODY | SCHOOL,
    [ITEM_OWN_ACTION] = SEAT,
    [ITEM_BALLOT] = EVERYBODY,
    [ITEM_TURNOUT] = EVERYBODY,
    [ITEM_BALLOT_TALLY] = EVERYBODY,
    [ITEM_OWN_PAPER] = SEAT | SCHOOL,
    [ITEM_NAMED_PAPER] = EVERYBODY,
    [ITEM_PRIORITIES] = EVERYBODY,
    [ITEM_REVIEW] = EVERYBODY,
    [ITEM_PAST] = EVERYBODY,
    [ITEM_OWN_PAST] = SCHOOL,
    [ITEM_PAST_SUMMARY] = EVERYBODY,
    [ITEM_CHARACTER] = F | ALL,
    [ITEM_CARD] = F | SEAT,
    [ITEM_MOMENT] = F,
    [ITEM_CONDUCTING] = F | ALL,
};

bool may_have(enum audience_kind audience, enum item_kind item)
{
    return having[item] & 1U << audience;
}

static bool all_consented(const struct model *m, enum scope scope)
{
    bool all = m->school_count > 0;
    for (school_id s = 1; s <= m->school_count; s++)
        all = all && m->schools[s].consent[scope] == ANSWER_YES;
    return all;
}

bool may_have_names(const struct model *m, enum audience_kind audience)
{
    switch (audience) {
    case AUDIENCE_FACILITATOR:
        return true;
    case AUDIENCE_OBSERVER:
        return all_consented(m, SCOPE_ROOM) && all_consented(m, SCOPE_LA);
    case AUDIENCE_SUMMARY:
        return all_consented(m, SCOPE_SUMMARY);
    case AUDIENCE_LA:
        return all_consented(m, SCOPE_LA);
    default:
        return all_consented(m, SCOPE_ROOM);
    }
}
