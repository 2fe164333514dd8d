/* The line under a vote's title: how it works, who voted and how far the room and the ratings
 * agree, how it was counted. */

#include "base/text.h"
#include "phrase/vote.h"
#include "stage/ballot.h"
#include "words/words.h"

/* What the step that the room is at asks of people, where this is its ballot. */
static const char *asked(const struct ballot *b)
{
    const struct agenda_step *step = header_step(b->room);
    bool own = step && step->stage == STAGE_BALLOT && step->subject == b->id;
    return own ? step->ask : "";
}

static void say(struct ballot *b, const char *text)
{
    text_copy(b->says, sizeof b->says, text);
}

void ballot_say_voting(struct ballot *b)
{
    char text[PHRASE_SIZE];
    phrase_vote_method(text, &b->content);
    say(b, b->item->state == BALLOT_CLOSED ? word(WORD_VOTE_CLOSED_LINE)
           : asked(b)[0]                   ? asked(b)
                                           : text);
}

void ballot_say_result(struct ballot *b, enum ballot_sight sight)
{
    char text[PHRASE_SIZE];
    if (!b->tally->papers) {
        say(b, b->content.question);
        return;
    }
    if (sight == SIGHT_PEOPLE)
        text_copy(text, sizeof text, word(WORD_VOTE_WHO_CHOSE_LINE));
    else if (sight == SIGHT_COUNTING)
        phrase_vote_counting(text, &b->content, b->tally);
    else
        phrase_vote_outcome(text, &b->content, b->tally, &b->outcome, b->by_ratings);
    say(b, text);
}
