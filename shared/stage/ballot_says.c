/* The line under a vote's title: how it works, who voted and how far the room and the ratings
 * agree, how it was counted. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "phrase/phrase.h"
#include "stage/ballot.h"
#include "words/words.h"

static const char *things(const struct ballot_content *content)
{
    return word(content->about == ABOUT_CONDITIONS ? WORD_VOTE_CONDITIONS
                : content->about == ABOUT_ACTIONS  ? WORD_VOTE_ACTIONS
                                                   : WORD_VOTE_OPTIONS);
}

/* A number in words, as a sentence begins. */
static void number_begins(char to[PHRASE_NUMBER_SIZE], unsigned number)
{
    phrase_number(to, number);
    to[0] = (char)toupper((unsigned char)to[0]);
}

static void say_method(struct ballot *b)
{
    const struct ballot_content *content = &b->content;
    const char *of = things(content);
    char first[CRITERION_SIZE], second[CRITERION_SIZE], dots[PHRASE_NUMBER_SIZE];
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        number_begins(dots, content->budget);
        if (content->budget == 1)
            text_copy(b->says, sizeof b->says, word(WORD_VOTE_DOT));
        else if (content->limit == 1)
            snprintf(b->says, sizeof b->says, word(WORD_VOTE_DOTS_APART), dots, of);
        else if (content->limit < content->budget)
            snprintf(b->says, sizeof b->says, word(WORD_VOTE_DOTS_LIMIT), dots, of, content->limit);
        else
            snprintf(b->says, sizeof b->says, word(WORD_VOTE_DOTS), dots, of);
        break;
    case METHOD_APPROVAL:
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_APPROVAL), of);
        break;
    case METHOD_RANKING:
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_RANKING), of);
        break;
    case METHOD_SCORES:
        ballot_criterion(first, b, 0, false);
        ballot_criterion(second, b, 1, false);
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_SCORES), first, second);
        break;
    case METHOD_COUNT:
        break;
    }
}

/* "24 people, 2 on paper, 72 dots." */
static void say_who(struct ballot *b)
{
    const struct ballot_content *content = &b->content;
    char who[64];
    int papers = b->tally->papers, by_hand = b->tally->by_hand, dots = 0;
    for (int i = 1; i <= content->option_count; i++)
        dots += b->tally->points[i];
    if (papers == 1)
        snprintf(who, sizeof who, "%s",
                 word(content->by_school ? WORD_VOTE_SCHOOL : WORD_VOTE_PERSON));
    else
        snprintf(who, sizeof who, word(content->by_school ? WORD_VOTE_SCHOOLS : WORD_VOTE_PEOPLE),
                 papers);
    bool of_dots = content->method == METHOD_DOTS;
    if (of_dots && by_hand)
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_WHO_HAND_DOTS), who, by_hand, dots);
    else if (of_dots)
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_WHO_DOTS), who, dots);
    else if (by_hand)
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_WHO_HAND), who, by_hand);
    else
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_WHO), who);
}

/* Who voted, and how far the room and the ratings agree. */
static void say_how_it_came_out(struct ballot *b)
{
    char first[PHRASE_NUMBER_SIZE], agreed[PHRASE_NUMBER_SIZE];
    unsigned block = 0, both = 0;
    for (uint8_t i = 1; i <= b->content.option_count; i++) {
        block += ballot_is_first(b, i);
        both += ballot_is_in_both(b, i);
    }
    say_who(b);
    if (!b->has_ratings || block < 2)
        return;
    phrase_number(first, block);
    number_begins(agreed, both);
    size_t at = strlen(b->says);
    at += (size_t)snprintf(b->says + at, sizeof b->says - at, " ");
    if (both > 1)
        snprintf(b->says + at, sizeof b->says - at, word(WORD_VOTE_IN_BOTH_MANY), agreed, first);
    else
        snprintf(b->says + at, sizeof b->says - at,
                 word(both ? WORD_VOTE_IN_BOTH_ONE : WORD_VOTE_IN_BOTH_NONE), first);
}

static void say_counting(struct ballot *b)
{
    const struct ballot_content *content = &b->content;
    char first[CRITERION_SIZE], second[CRITERION_SIZE];
    int papers = b->tally->papers, dots = 0;
    for (int i = 1; i <= content->option_count; i++)
        dots += b->tally->points[i];
    ballot_criterion(first, b, 0, false);
    ballot_criterion(second, b, 1, false);
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_COUNT_DOTS), papers, content->budget,
                 papers * content->budget, dots);
        break;
    case METHOD_APPROVAL:
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_COUNT_YES), papers);
        break;
    case METHOD_RANKING:
        say_who(b);
        break;
    case METHOD_SCORES:
        snprintf(b->says, sizeof b->says, word(WORD_VOTE_COUNT_SCORES), papers, first, second);
        break;
    case METHOD_COUNT:
        break;
    }
}

/* What the step that the room is at asks of people, where this is its ballot. */
static const char *asked(const struct ballot *b)
{
    const struct agenda_step *step = header_step(b->room);
    bool own = step && step->stage == STAGE_BALLOT && step->subject == b->id;
    return own ? step->ask : "";
}

void ballot_say_voting(struct ballot *b)
{
    if (b->item->state == BALLOT_CLOSED)
        text_copy(b->says, sizeof b->says, word(WORD_VOTE_CLOSED_LINE));
    else if (asked(b)[0])
        text_copy(b->says, sizeof b->says, asked(b));
    else
        say_method(b);
}

void ballot_say_result(struct ballot *b, enum ballot_sight sight)
{
    if (!b->tally->papers)
        text_copy(b->says, sizeof b->says, b->content.question);
    else if (sight == SIGHT_PEOPLE)
        text_copy(b->says, sizeof b->says, word(WORD_VOTE_WHO_CHOSE_LINE));
    else if (sight == SIGHT_COUNTING)
        say_counting(b);
    else
        say_how_it_came_out(b);
}
