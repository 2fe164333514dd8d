#include "phrase/vote.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
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

void phrase_criterion(char to[PHRASE_CRITERION_SIZE], const struct ballot_content *content,
                      int criterion, bool begins)
{
    const char *id = content->criteria[criterion];
    if (strcasecmp(id, "impact") == 0) {
        text_copy(to, PHRASE_CRITERION_SIZE,
                  word(begins ? WORD_VOTE_IMPACT_BEGINS : WORD_VOTE_IMPACT));
        return;
    }
    if (strcasecmp(id, "effort") == 0) {
        text_copy(to, PHRASE_CRITERION_SIZE,
                  word(begins ? WORD_VOTE_EFFORT_BEGINS : WORD_VOTE_EFFORT));
        return;
    }
    text_copy(to, PHRASE_CRITERION_SIZE, id);
    for (char *c = to; *c; c++)
        *c = *c == '-' ? ' ' : *c;
    if (begins)
        to[0] = (char)toupper((unsigned char)to[0]);
}

void phrase_place(char to[PHRASE_PLACE_SIZE], uint8_t place, bool shared)
{
    snprintf(to, PHRASE_PLACE_SIZE, shared ? "%d=" : "%d", place);
}

void phrase_percent(char to[PHRASE_FIGURE_SIZE], unsigned percent)
{
    snprintf(to, PHRASE_FIGURE_SIZE, "%u%%", percent);
}

void phrase_hundredths(char to[PHRASE_FIGURE_SIZE], unsigned hundredths)
{
    snprintf(to, PHRASE_FIGURE_SIZE, "%u.%02u", hundredths / 100, hundredths % 100);
}

void phrase_vote_method(char to[PHRASE_SIZE], const struct ballot_content *content)
{
    const char *of = things(content);
    char first[PHRASE_CRITERION_SIZE], second[PHRASE_CRITERION_SIZE], dots[PHRASE_NUMBER_SIZE];
    to[0] = '\0';
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        number_begins(dots, content->budget);
        if (content->budget == 1)
            text_copy(to, PHRASE_SIZE, word(WORD_VOTE_DOT));
        else if (content->limit == 1)
            snprintf(to, PHRASE_SIZE, word(WORD_VOTE_DOTS_APART), dots, of);
        else if (content->limit < content->budget)
            snprintf(to, PHRASE_SIZE, word(WORD_VOTE_DOTS_LIMIT), dots, of, content->limit);
        else
            snprintf(to, PHRASE_SIZE, word(WORD_VOTE_DOTS), dots, of);
        break;
    case METHOD_APPROVAL:
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_APPROVAL), of);
        break;
    case METHOD_RANKING:
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_RANKING), of);
        break;
    case METHOD_SCORES:
        phrase_criterion(first, content, 0, false);
        phrase_criterion(second, content, 1, false);
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_SCORES), first, second);
        break;
    case METHOD_COUNT:
        break;
    }
}

static int all_points(const struct ballot_content *content, const struct ballot_tally *tally)
{
    int all = 0;
    for (int i = 1; i <= content->option_count; i++)
        all += tally->points[i];
    return all;
}

void phrase_vote_who(char to[PHRASE_SIZE], const struct ballot_content *content,
                     const struct ballot_tally *tally)
{
    char who[64];
    int papers = tally->papers, by_hand = tally->by_hand, dots = all_points(content, tally);
    if (papers == 1)
        snprintf(who, sizeof who, "%s",
                 word(content->by_school ? WORD_VOTE_SCHOOL : WORD_VOTE_PERSON));
    else
        snprintf(who, sizeof who, word(content->by_school ? WORD_VOTE_SCHOOLS : WORD_VOTE_PEOPLE),
                 papers);
    bool of_dots = content->method == METHOD_DOTS;
    if (of_dots && by_hand)
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_WHO_HAND_DOTS), who, by_hand, dots);
    else if (of_dots)
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_WHO_DOTS), who, dots);
    else if (by_hand)
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_WHO_HAND), who, by_hand);
    else
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_WHO), who);
}

void phrase_vote_outcome(char to[PHRASE_SIZE], const struct ballot_content *content,
                         const struct ballot_tally *tally, const struct outcome *outcome,
                         const uint8_t by_ratings[OPTIONS_MAX + 1])
{
    char first[PHRASE_NUMBER_SIZE], agreed[PHRASE_NUMBER_SIZE];
    unsigned block = 0, both = outcome_in_both(outcome, by_ratings);
    bool has_ratings = false;
    for (uint8_t i = 1; i <= content->option_count; i++) {
        block += outcome_is_first(outcome, i);
        has_ratings = has_ratings || by_ratings[i];
    }
    phrase_vote_who(to, content, tally);
    if (!has_ratings || block < 2)
        return;
    phrase_number(first, block);
    number_begins(agreed, both);
    size_t at = strlen(to);
    at += (size_t)snprintf(to + at, PHRASE_SIZE - at, " ");
    if (both > 1)
        snprintf(to + at, PHRASE_SIZE - at, word(WORD_VOTE_IN_BOTH_MANY), agreed, first);
    else
        snprintf(to + at, PHRASE_SIZE - at,
                 word(both ? WORD_VOTE_IN_BOTH_ONE : WORD_VOTE_IN_BOTH_NONE), first);
}

void phrase_vote_counting(char to[PHRASE_SIZE], const struct ballot_content *content,
                          const struct ballot_tally *tally)
{
    char first[PHRASE_CRITERION_SIZE], second[PHRASE_CRITERION_SIZE];
    int papers = tally->papers;
    to[0] = '\0';
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_COUNT_DOTS), papers, content->budget,
                 papers * content->budget, all_points(content, tally));
        break;
    case METHOD_APPROVAL:
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_COUNT_YES), papers);
        break;
    case METHOD_RANKING:
        phrase_vote_who(to, content, tally);
        break;
    case METHOD_SCORES:
        phrase_criterion(first, content, 0, false);
        phrase_criterion(second, content, 1, false);
        snprintf(to, PHRASE_SIZE, word(WORD_VOTE_COUNT_SCORES), papers, first, second);
        break;
    case METHOD_COUNT:
        break;
    }
}

/* What a paper chose. */

#define NO_BREAK "\u00a0" /* a space at which no line ends */

enum { OPTION_VISIBLE = 40 }; /* of an option's text, where each line tells many */

static const char *option_text(const struct room *room, const struct ballot_content *content,
                               uint8_t option)
{
    uint16_t thing = content->things[option - 1];
    bool tight = content->about == ABOUT_CONDITIONS && thing <= CONDITIONS_MAX &&
                 room->conditions[thing].tight[0];
    return tight ? room->conditions[thing].tight : outcome_option(room, content, option);
}

/* An option's text short enough to stand among others. */
static void shorten(char *to, size_t size, const char *text)
{
    size_t at = 0;
    for (int i = 0; i < OPTION_VISIBLE && text[at]; i++)
        at += text_grapheme(text + at);
    snprintf(to, size, text[at] ? "%.*s…" : "%.*s", (int)at, text);
}

static void add(char to[PHRASE_CHOICE_SIZE], const struct room *room,
                const struct ballot_content *content, uint8_t option, uint8_t mark)
{
    char text[OPTION_VISIBLE * 4 + 8], one[sizeof text + 32];
    size_t at = strlen(to);
    shorten(text, sizeof text, option_text(room, content, option));
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_DOTS), text, mark);
        break;
    case METHOD_RANKING:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_PLACE), mark, text);
        break;
    case METHOD_SCORES:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_SCORES), text, MARK_SCORE(mark, 0),
                 MARK_SCORE(mark, 1));
        break;
    default:
        snprintf(one, sizeof one, "%s", text);
        break;
    }
    /* Lines break between choices only, after the dot. */
    at += (size_t)snprintf(to + at, PHRASE_CHOICE_SIZE - at, "%s",
                           at ? NO_BREAK NO_BREAK "·" NO_BREAK " " : "");
    for (const char *c = one; *c && at + sizeof NO_BREAK < PHRASE_CHOICE_SIZE; c++)
        at += (size_t)snprintf(to + at, PHRASE_CHOICE_SIZE - at, *c == ' ' ? NO_BREAK : "%c", *c);
}

/* Orders options as this paper does: more dots and lower places first. */
static int rank(const struct ballot_content *content, uint8_t mark)
{
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        return BUDGET_MAX - mark;
    case METHOD_RANKING:
        return mark;
    case METHOD_SCORES:
        return SCORE_MAX - MARK_SCORE(mark, 0);
    default:
        return 0;
    }
}

void phrase_vote_choice(char to[PHRASE_CHOICE_SIZE], const struct room *room,
                        const struct ballot_content *content, const struct marks *marks)
{
    to[0] = '\0';
    for (int r = 0; r <= OPTIONS_MAX; r++)
        for (uint8_t i = 1; i <= content->option_count; i++) {
            uint8_t mark = marks->of[i - 1];
            if (mark && rank(content, mark) == r)
                add(to, room, content, i, mark);
        }
}
