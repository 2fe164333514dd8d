/* A vote in words: its terms, how far it is, who is missing, what came of it. */

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "console/votes_parts.h"

/* Puts more words after what stands in `to`. */
static void add(char to[VOTES_TEXT], const char *format, ...)
{
    size_t length = strlen(to);
    va_list values;
    va_start(values, format);
    vsnprintf(to + length, VOTES_TEXT - length, format, values);
    va_end(values);
}

void votes_terms_text(char to[VOTES_TEXT], const struct ballot_content *content)
{
    to[0] = '\0';
    switch (content->method) {
    case METHOD_DOTS:
        if (content->limit < content->budget)
            add(to, word(WORD_VOTES_IS_DOTS_LIMIT), content->budget, content->limit);
        else
            add(to, word(WORD_VOTES_IS_DOTS), content->budget);
        break;
    case METHOD_SCORES:
        add(to, word(WORD_VOTES_IS_SCORES), content->criteria[0], content->criteria[1]);
        break;
    default:
        add(to, "%s",
            word(content->method == METHOD_APPROVAL ? WORD_VOTES_IS_APPROVAL
                                                    : WORD_VOTES_IS_RANKING));
    }
    add(to, " · %s · %s", word(content->by_school ? WORD_VOTES_BY_SCHOOL : WORD_VOTES_BY_PERSON),
        word(content->named ? WORD_VOTES_NAMED : WORD_VOTES_SECRET));
    if (content->again)
        add(to, " · %s", word(WORD_VOTES_IS_AGAIN));
}

void votes_state_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot)
{
    const struct turnout_item *turnout = &room->turnouts[ballot][0];
    const struct ballot_tally *tally = &room->ballot_tallies[ballot];
    unsigned by_hand = turnout->by_hand;
    to[0] = '\0';
    switch (room->ballots[ballot].state) {
    case BALLOT_PREPARED:
        add(to, word(WORD_VOTES_STATE_PREPARED), turnout->expected);
        break;
    case BALLOT_OPEN:
        add(to, word(WORD_VOTES_STATE_OPEN), turnout->voted, turnout->expected);
        break;
    case BALLOT_CLOSED:
        if (room->workshop.closed)
            add(to, "%s", word(WORD_VOTES_STATE_LOST));
        else
            add(to, word(WORD_VOTES_STATE_CLOSED), turnout->voted, turnout->expected);
        break;
    default:
        add(to, word(WORD_VOTES_STATE_REVEALED), tally->papers);
        by_hand = tally->by_hand;
    }
    if (by_hand)
        add(to, word(WORD_VOTES_ON_PAPER), by_hand);
}

void votes_turnout_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot)
{
    const struct turnout_item *turnout = &room->turnouts[ballot][0];
    unsigned besides = (unsigned)turnout->by_hand + turnout->shared;
    votes_state_text(to, room, ballot);
    if (turnout->shared && turnout->expected > besides &&
        room->ballots[ballot].state <= BALLOT_OPEN)
        add(to, word(WORD_VOTES_LAPTOPS), turnout->expected - besides);
}

static unsigned missing_of(const struct turnout_item *turnout)
{
    return turnout->expected > turnout->voted ? (unsigned)turnout->expected - turnout->voted : 0;
}

unsigned votes_missing(const struct room *room, ballot_id ballot, school_id school)
{
    const struct turnout_item *turnouts = room->turnouts[ballot];
    unsigned all = missing_of(&turnouts[0]);
    if (school == VOTES_ALL)
        return all;
    if (school)
        return missing_of(&turnouts[school]);
    for (unsigned i = 0; i < room->school_count; i++) {
        unsigned here = missing_of(&turnouts[room->school_order[i]]);
        all -= here < all ? here : all;
    }
    return all;
}

void votes_missing_text(char to[VOTES_TEXT], const struct room *room, ballot_id ballot,
                        unsigned most)
{
    bool counts = !room->ballots[ballot].content.by_school;
    unsigned told = 0, more = 0;
    to[0] = '\0';
    for (unsigned i = 0; i <= room->school_count; i++) {
        school_id school = i < room->school_count ? room->school_order[i] : 0;
        unsigned missing = votes_missing(room, ballot, school);
        const char *name = school ? room->schools[school].name : word(WORD_VOTES_NO_SCHOOL);
        if (!missing)
            continue;
        if (told == most) {
            more++;
            continue;
        }
        add(to, "%s%s", told++ ? ", " : "", name);
        if (counts)
            add(to, " %u", missing);
    }
    if (more)
        add(to, word(WORD_VOTES_MISSING_MORE), more);
}

/* ---- options ---- */

unsigned votes_options(uint16_t things[OPTIONS_MAX], const struct room *room,
                       const struct ballot_content *content)
{
    unsigned count = 0;
    memset(things, 0, OPTIONS_MAX * sizeof *things);
    if (content->option_count) {
        memcpy(things, content->things, OPTIONS_MAX * sizeof *things);
        return content->option_count;
    }
    unsigned conditions = content->about == ABOUT_CONDITIONS ? room->workshop.condition_count : 0;
    for (unsigned c = 1; c <= conditions && c <= CONDITIONS_MAX; c++)
        things[count++] = (uint16_t)c;
    for (unsigned a = 1; content->about == ABOUT_ACTIONS && a <= ACTIONS_MAX; a++) {
        const struct action_item *action = &room->actions[a];
        if (!action->revision || action->state != ACTION_PROPOSED || action->merged)
            continue;
        if (count < OPTIONS_MAX)
            things[count] = (uint16_t)a;
        count++;
    }
    return count;
}

const char *votes_option_text(const struct room *room, const struct ballot_content *content,
                              uint16_t thing, unsigned i)
{
    if (content->about == ABOUT_TYPED)
        return i < OPTIONS_MAX ? content->texts[i] : "";
    if (content->about == ABOUT_CONDITIONS)
        return thing <= CONDITIONS_MAX ? room->conditions[thing].name : "";
    return thing <= ACTIONS_MAX ? room->actions[thing].content.text : "";
}

const char *votes_obstacle(const struct room *room, ballot_id ballot)
{
    uint16_t things[OPTIONS_MAX];
    const struct ballot_item *item = &room->ballots[ballot];
    if (room->workshop.closed)
        return word(WORD_VOTES_OBSTACLE_CLOSED);
    for (unsigned other = 1; other <= BALLOTS_MAX; other++)
        if (other != ballot && room->ballots[other].state == BALLOT_OPEN)
            return word(WORD_VOTES_OBSTACLE_BUSY);
    unsigned count = votes_options(things, room, &item->content);
    if (count < 2)
        return word(WORD_VOTES_OBSTACLE_FEW);
    return count > OPTIONS_MAX ? word(WORD_VOTES_OBSTACLE_MANY) : NULL;
}

/* ---- results ---- */

void votes_result_text(char to[VOTES_TEXT], const struct ballot_content *content,
                       const struct outcome *outcome, uint8_t option)
{
    unsigned value = outcome->value[option], second = outcome->second[option];
    unsigned percent = outcome->share[option];
    to[0] = '\0';
    switch (content->method) {
    case METHOD_DOTS:
        add(to, word(value == 1 ? WORD_VOTES_RESULT_DOT : WORD_VOTES_RESULT_DOTS), value, percent);
        break;
    case METHOD_APPROVAL:
        add(to, word(WORD_VOTES_RESULT_APPROVAL), value, percent);
        break;
    case METHOD_RANKING:
        add(to, word(WORD_VOTES_RESULT_RANKING), value);
        break;
    default:
        add(to, word(WORD_VOTES_RESULT_SCORES), value / 100, value % 100, second / 100,
            second % 100);
    }
}

void votes_place_text(char to[VOTES_PLACE], const struct outcome *outcome, uint8_t option)
{
    snprintf(to, VOTES_PLACE, "%u%s", outcome->place[option], outcome->tied[option] ? "=" : "");
}
