#include "lines/forms.h"
#include "model/outcome.h"
#include "words/words.h"

#include <string.h>

/* What is made of the result of a vote: a run-off of what is tied, and the cluster's priorities. */

/* A vote whose result is there, worked out. */
static const struct ballot_content *take_result(struct lines_reader *r, ballot_id *ballot,
                                                struct outcome *outcome)
{
    const char *typed = lines_peek(r);
    if (!lines_take_ballot(r, ballot))
        return NULL;
    const struct ballot_content *content = &r->room->ballots[*ballot].content;
    if (r->room->ballots[*ballot].state != BALLOT_REVEALED || !content->option_count) {
        (void)lines_unclear(r, typed, word(WORD_LINES_A_REVEALED));
        return NULL;
    }
    outcome_work_out(outcome, content, &r->room->ballot_tallies[*ballot]);
    return content;
}

/* The same vote between those that share a place. */
bool read_ballot_run_off(struct lines_reader *r)
{
    struct ballot_content *content = &r->command->change.ballot.content;
    struct outcome outcome;
    uint8_t options[OPTIONS_MAX];
    long wanted = 1;
    ballot_id again;
    r->command->kind = COMMAND_ADD_BALLOT;
    const struct ballot_content *seen = take_result(r, &again, &outcome);
    if (!seen ||
        (lines_peek(r) && !lines_take_number(r, &wanted, 1, OPTIONS_MAX, word(WORD_LINES_A_COUNT))))
        return false;
    uint8_t count = outcome_run_off(&outcome, (uint8_t)wanted, options);
    if (count < 2) {
        (void)trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_LINES_NO_TIE));
        return false;
    }
    *content = *seen;
    content->id[0] = '\0';
    content->again = again;
    content->option_count = count;
    memset(content->things, 0, sizeof content->things);
    memset(content->texts, 0, sizeof content->texts);
    for (unsigned i = 0; i < count; i++) {
        content->things[i] = seen->things[options[i] - 1];
        memcpy(content->texts[i], seen->texts[options[i] - 1], NAME_SIZE);
    }
    return true;
}

static struct priorities_change *begin_priorities(struct lines_reader *r)
{
    struct priorities_change *c = &r->command->change.priorities;
    r->command->kind = COMMAND_SET_PRIORITIES;
    c->revision = r->room->priorities.revision;
    return c;
}

/* Nobody decides a tie by the way: where the first so many would cut one, it is said. What nobody
 * chose is not taken on, however many are asked for. */
bool read_priorities_from(struct lines_reader *r)
{
    struct priorities_change *c = begin_priorities(r);
    struct outcome outcome;
    long count;
    const char *typed = lines_peek(r);
    const struct ballot_content *content = take_result(r, &c->ballot, &outcome);
    if (!content)
        return false;
    if (content->about == ABOUT_ACTIONS)
        return lines_unclear(r, typed, word(WORD_LINES_NO_ACTIONS));
    if (!lines_take_number(r, &count, 1, PRIORITIES_MAX, word(WORD_LINES_A_COUNT)))
        return false;
    if (!outcome.chosen) {
        (void)trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_LINES_NOTHING_CHOSEN));
        return false;
    }
    c->count = (uint8_t)(count < outcome.chosen ? count : outcome.chosen);
    if (outcome_uncut(&outcome, c->count) < c->count) {
        (void)trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_TIED),
                          outcome.place[outcome.order[c->count - 1]]);
        return false;
    }
    for (unsigned i = 0; i < c->count; i++) {
        unsigned option = outcome.order[i] - 1U;
        c->list[i].condition = content->things[option];
        memcpy(c->list[i].text, content->texts[option], NAME_SIZE);
    }
    return true;
}

/* Conditions by number or name; what is neither is a text. */
bool read_priorities_are(struct lines_reader *r)
{
    struct priorities_change *c = begin_priorities(r);
    for (const char *typed; (typed = lines_peek(r));) {
        if (c->count == PRIORITIES_MAX)
            return lines_unclear(r, typed, word(WORD_LINES_PRIORITIES_ENOUGH));
        struct priority *one = &c->list[c->count++];
        one->condition = lines_find_condition(r, typed);
        if (one->condition ? !lines_take(r, typed)
                           : !lines_take_word(r, one->text, NAME_SIZE, NAME_VISIBLE))
            return false;
    }
    return true;
}
