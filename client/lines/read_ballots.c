#include "lines/forms.h"
#include "lines/marks.h"
#include "model/refusal.h"
#include "words/words.h"

#include <string.h>

/* Votes: what the facilitator prepares and calls, and how people vote. */

#define X(name, word) word,
static const char *const methods[] = {METHOD_LIST(X)};
static const char *const abouts[] = {ABOUT_LIST(X)};
#undef X
static const char *const voters[] = {"people", "schools"};
static const char *const papers[] = {"secret", "named"};
static const char *const sights[SIGHT_COUNT] = {"result", "counting", "people"};

/* A vote by this method as it usually is. */
static void begin_terms(struct ballot_content *content, uint8_t method)
{
    bool dots = method == METHOD_DOTS;
    content->method = method;
    content->budget = dots ? BUDGET_USUAL : 0;
    content->limit = dots ? BUDGET_USUAL : 0;
    memset(content->criteria, 0, sizeof content->criteria);
    if (method == METHOD_SCORES) {
        strcpy(content->criteria[0], word(WORD_LINES_IMPACT));
        strcpy(content->criteria[1], word(WORD_LINES_EFFORT));
    }
}

/* Where the limit is not said it stays as free as it was. */
static bool take_dots(struct lines_reader *r, struct ballot_content *content)
{
    unsigned budget = content->budget, limit = UINT8_MAX + 1;
    if (!lines_take_named_number(r, "dots", &budget, UINT8_MAX, word(WORD_LINES_A_BUDGET)) ||
        !lines_take_named_number(r, "limit", &limit, UINT8_MAX, word(WORD_LINES_A_LIMIT)))
        return false;
    if (limit > UINT8_MAX)
        limit =
            content->limit >= content->budget || content->limit > budget ? budget : content->limit;
    content->budget = (uint8_t)budget;
    content->limit = (uint8_t)limit;
    return true;
}

static bool take_fields(struct lines_reader *r, struct ballot_content *content)
{
    uint8_t by_school = content->by_school, named = content->named;
    if (!lines_take_named(r, "question", content->question, sizeof content->question,
                          TITLE_VISIBLE) ||
        !take_dots(r, content) ||
        !lines_take_named(r, "first", content->criteria[0], ID_SIZE, ID_SIZE - 1) ||
        !lines_take_named(r, "second", content->criteria[1], ID_SIZE, ID_SIZE - 1) ||
        !lines_take_named_one_of(r, "voters", &by_school, voters, 2, word(WORD_LINES_VOTERS)) ||
        !lines_take_named_one_of(r, "papers", &named, papers, 2, word(WORD_LINES_PAPERS)))
        return false;
    content->by_school = by_school;
    content->named = named;
    return true;
}

static bool take_option(struct lines_reader *r, struct ballot_content *content)
{
    uint8_t i = content->option_count;
    unsigned action;
    if (i == OPTIONS_MAX)
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_OPTIONS_ENOUGH));
    content->option_count++;
    switch (content->about) {
    case ABOUT_CONDITIONS:
        return lines_take_condition(r, &content->things[i]);
    case ABOUT_ACTIONS:
        if (!lines_take_id(r, &action, ACTIONS_MAX, word(WORD_LINES_AN_ACTION)))
            return false;
        content->things[i] = (action_id)action;
        return true;
    default:
        return lines_take_word(r, content->texts[i], NAME_SIZE, NAME_VISIBLE);
    }
}

/* What is voted on, and on which of them: none named are all there are when it is opened. */
static bool take_options(struct lines_reader *r, struct ballot_content *content, uint8_t about)
{
    content->about = about;
    content->option_count = 0;
    memset(content->things, 0, sizeof content->things);
    memset(content->texts, 0, sizeof content->texts);
    while (lines_peek(r))
        if (!take_option(r, content))
            return false;
    return true;
}

bool read_ballot_add(struct lines_reader *r)
{
    struct ballot_content *content = &r->command->change.ballot.content;
    uint8_t method = 0, about = 0;
    r->command->kind = COMMAND_ADD_BALLOT;
    if (!lines_take_one_of(r, &method, methods, METHOD_COUNT))
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_A_METHOD));
    if (!lines_take_one_of(r, &about, abouts, ABOUT_COUNT))
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_ABOUT));
    begin_terms(content, method);
    return take_options(r, content, about) && take_fields(r, content);
}

static const struct ballot_item *begin_ballot(struct lines_reader *r, enum command_kind kind)
{
    struct ballot_change *c = &r->command->change.ballot;
    r->command->kind = kind;
    if (!lines_take_ballot(r, &c->ballot))
        return NULL;
    c->revision = r->room->ballots[c->ballot].revision;
    return &r->room->ballots[c->ballot];
}

/* What is not said stays as it is; another method brings its own terms. */
bool read_ballot_change(struct lines_reader *r)
{
    struct ballot_content *content = &r->command->change.ballot.content;
    const struct ballot_item *seen = begin_ballot(r, COMMAND_CHANGE_BALLOT);
    uint8_t word_read;
    if (!seen)
        return false;
    *content = seen->content;
    if (lines_take_one_of(r, &word_read, methods, METHOD_COUNT))
        begin_terms(content, word_read);
    if (lines_take_one_of(r, &word_read, abouts, ABOUT_COUNT) &&
        !take_options(r, content, word_read))
        return false;
    return take_fields(r, content);
}

bool read_ballot_remove(struct lines_reader *r)
{
    return begin_ballot(r, COMMAND_REMOVE_BALLOT) != NULL;
}

/* The same vote once more. */
bool read_ballot_again(struct lines_reader *r)
{
    struct ballot_change *c = &r->command->change.ballot;
    const struct ballot_item *seen = begin_ballot(r, COMMAND_ADD_BALLOT);
    if (!seen)
        return false;
    c->content = seen->content;
    c->content.id[0] = '\0';
    c->content.again = c->ballot;
    c->ballot = 0;
    c->revision = 0;
    return true;
}

static struct ballot_set_change *begin_set(struct lines_reader *r, enum ballot_state state)
{
    struct ballot_set_change *c = &r->command->change.ballot_set;
    r->command->kind = COMMAND_SET_BALLOT;
    c->state = (uint8_t)state;
    return lines_take_ballot(r, &c->ballot) ? c : NULL;
}

/* A secret vote of a few would tell who chose what. */
bool read_ballot_open(struct lines_reader *r)
{
    const struct ballot_set_change *c = begin_set(r, BALLOT_OPEN);
    if (!c || lines_take(r, "anyway"))
        return c != NULL;
    const struct ballot_item *ballot = &r->room->ballots[c->ballot];
    unsigned expected = r->room->turnouts[c->ballot][0].expected;
    if (ballot->state != BALLOT_PREPARED || ballot->content.named || expected >= VOTERS_LEAST)
        return true;
    enum word few = expected == 0   ? WORD_LINES_NO_VOTER
                    : expected == 1 ? WORD_LINES_ONE_VOTER
                                    : WORD_LINES_FEW_VOTERS;
    (void)trouble_set(r->trouble, ERROR_OK, word(few), expected);
    return lines_warned(r);
}

bool read_ballot_close(struct lines_reader *r)
{
    const struct ballot_set_change *c = begin_set(r, BALLOT_CLOSED);
    if (!c || lines_take(r, "anyway"))
        return c != NULL;
    const struct turnout_item *turnout = &r->room->turnouts[c->ballot][0];
    if (r->room->ballots[c->ballot].state != BALLOT_OPEN || turnout->voted >= turnout->expected)
        return true;
    (void)trouble_set(r->trouble, ERROR_OK, word(WORD_LINES_VOTERS_MISSING),
                      turnout->expected - turnout->voted, turnout->expected);
    return lines_warned(r);
}

bool read_ballot_reopen(struct lines_reader *r)
{
    return begin_set(r, BALLOT_OPEN) != NULL;
}

bool read_ballot_reveal(struct lines_reader *r)
{
    return begin_set(r, BALLOT_REVEALED) != NULL;
}

bool read_view_ballot(struct lines_reader *r)
{
    struct view *view = &r->command->change.view;
    r->command->kind = COMMAND_LOOK;
    *view = r->room->view;
    view->ballot = 0;
    view->sight = SIGHT_RESULT;
    return lines_take(r, "0") || lines_take_ballot(r, &view->ballot);
}

bool read_view_sight(struct lines_reader *r)
{
    struct view *view = &r->command->change.view;
    r->command->kind = COMMAND_LOOK;
    *view = r->room->view;
    return lines_take_one_of(r, &view->sight, sights, SIGHT_COUNT) ||
           lines_unclear(r, lines_peek(r), word(WORD_LINES_A_SIGHT));
}

/* The vote of this number must be there: what the marks mean is its own. */
static const struct ballot_content *begin_paper(struct lines_reader *r, enum command_kind kind)
{
    struct paper_change *c = &r->command->change.paper;
    r->command->kind = kind;
    if (!lines_take_ballot(r, &c->ballot))
        return NULL;
    const struct ballot_item *ballot = &r->room->ballots[c->ballot];
    if (ballot->state != BALLOT_NONE)
        return &ballot->content;
    (void)trouble_set(r->trouble, ERROR_FORMAT, "%s", refusal_text(REFUSAL_NO_BALLOT));
    return NULL;
}

/* Whose paper it is: this person's at the laptop, or their school's. */
static bool take_voter(struct lines_reader *r, const struct ballot_content *content)
{
    struct paper_change *c = &r->command->change.paper;
    unsigned slot = content->by_school ? 0 : 1;
    if (lines_take(r, "as") && !lines_take_id(r, &slot, LAPTOP_MAX, word(WORD_LINES_A_PERSON)))
        return false;
    c->slot = (uint16_t)slot;
    if (content->by_school)
        c->school = r->room->me.school;
    return true;
}

static bool take_marks(struct lines_reader *r, const struct ballot_content *content)
{
    struct marks *marks = &r->command->change.paper.marks;
    if (!lines_take(r, "on"))
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_ON_MARKS));
    return lines_take_marks(r, marks, content);
}

bool read_vote(struct lines_reader *r)
{
    const struct ballot_content *content = begin_paper(r, COMMAND_CAST_PAPER);
    return content && take_marks(r, content) && take_voter(r, content);
}

bool read_vote_withdraw(struct lines_reader *r)
{
    const struct ballot_content *content = begin_paper(r, COMMAND_WITHDRAW_PAPER);
    return content && take_voter(r, content);
}

/* school="NAME" */
static bool take_paper_school(struct lines_reader *r)
{
    char name[NAME_SIZE] = "";
    school_id *school = &r->command->change.paper.school;
    if (!lines_take_named(r, "school", name, sizeof name, NAME_VISIBLE))
        return false;
    *school = name[0] ? room_find_school(r->room, name) : 0;
    return !name[0] || *school || lines_unclear(r, name, word(WORD_LINES_A_SCHOOL));
}

bool read_paper_add(struct lines_reader *r)
{
    const struct ballot_content *content = begin_paper(r, COMMAND_CAST_PAPER);
    return content && take_marks(r, content) && take_paper_school(r);
}

/* The newest, if no number is said. */
bool read_paper_remove(struct lines_reader *r)
{
    unsigned number = 0;
    if (!begin_paper(r, COMMAND_WITHDRAW_PAPER) ||
        (lines_peek(r) && !lines_take_id(r, &number, UINT16_MAX, word(WORD_LINES_A_PAPER))))
        return false;
    r->command->change.paper.slot = (uint16_t)number;
    return take_paper_school(r);
}

/* One's own laptop; the facilitator says whose. */
bool read_share(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    long people;
    r->command->kind = COMMAND_SHARE_SEAT;
    c->seat = r->room->me.seat;
    if ((lines_is_facilitator(r) && !lines_take_seat(r, &c->seat)) ||
        !lines_take_number(r, &people, 0, UINT8_MAX, word(WORD_LINES_PEOPLE)))
        return false;
    c->people = (uint8_t)people;
    return true;
}
