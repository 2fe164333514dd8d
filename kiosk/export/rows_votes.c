#include "export/rows.h"

#include "model/outcome.h"

/* Votes, what came of them, and what the cluster takes on first. */

#define EVERYBODY EXPORT_EVERYBODY

/* ---- votes ---- */

static const struct export_column vote_columns[] = {
    {"vote", WORD_EXPORT_VOTE, EXPORT_NUMBER, EVERYBODY},
    {"question", WORD_EXPORT_QUESTION, EXPORT_TEXT, EVERYBODY},
    {"method", WORD_EXPORT_METHOD, EXPORT_CHOICE, EVERYBODY},
    {"about", WORD_EXPORT_VOTE_ABOUT, EXPORT_CHOICE, EVERYBODY},
    {"voters", WORD_EXPORT_VOTERS, EXPORT_CHOICE, EVERYBODY},
    {"papers_named", WORD_EXPORT_VOTE_NAMED, EXPORT_YES_NO, EVERYBODY},
    {"dots", WORD_EXPORT_DOTS_EACH, EXPORT_NUMBER, EVERYBODY},
    {"first_criterion", WORD_EXPORT_FIRST, EXPORT_TEXT, EVERYBODY},
    {"second_criterion", WORD_EXPORT_SECOND, EXPORT_TEXT, EVERYBODY},
    {"again", WORD_EXPORT_AGAIN, EXPORT_NUMBER, EVERYBODY},
    {"state", WORD_EXPORT_STATE, EXPORT_CHOICE, EVERYBODY},
    {"papers", WORD_EXPORT_PAPERS, EXPORT_NUMBER, EVERYBODY},
    {"by_hand", WORD_EXPORT_BY_HAND, EXPORT_NUMBER, EVERYBODY},
};

static const enum word methods[METHOD_COUNT] = {
    [METHOD_DOTS] = WORD_EXPORT_DOTS,
    [METHOD_APPROVAL] = WORD_EXPORT_APPROVAL,
    [METHOD_RANKING] = WORD_EXPORT_RANKING,
    [METHOD_SCORES] = WORD_EXPORT_SCORES,
};
static const enum word abouts[ABOUT_COUNT] = {
    [ABOUT_CONDITIONS] = WORD_VOTE_CONDITIONS,
    [ABOUT_ACTIONS] = WORD_VOTE_ACTIONS,
    [ABOUT_TYPED] = WORD_VOTE_OPTIONS,
};
static const enum word states[BALLOT_STATE_COUNT] = {
    [BALLOT_PREPARED] = WORD_EXPORT_PREPARED,
    [BALLOT_OPEN] = WORD_EXPORT_OPEN,
    [BALLOT_CLOSED] = WORD_EXPORT_VOTE_CLOSED,
    [BALLOT_REVEALED] = WORD_EXPORT_REVEALED,
};

static void put_vote(struct rows *rows, ballot_id b)
{
    const struct ballot_item *ballot = &rows->what->room->ballots[b];
    const struct ballot_content *c = &ballot->content;
    const struct turnout_item *turnout = &rows->what->room->turnouts[b][0];
    rows_figure(rows, b);
    rows_text(rows, c->question);
    rows_choice(rows, method_word((enum method)c->method), word(methods[c->method]));
    rows_choice(rows, about_word((enum about)c->about), word(abouts[c->about]));
    rows_choice(rows, c->by_school ? "schools" : "people",
                word(c->by_school ? WORD_EXPORT_VOTERS_SCHOOLS : WORD_EXPORT_VOTERS_PEOPLE));
    rows_figure(rows, c->named);
    rows_some(rows, c->budget);
    rows_text(rows, c->criteria[0]);
    rows_text(rows, c->criteria[1]);
    rows_some(rows, c->again);
    rows_choice(rows, ballot_state_word((enum ballot_state)ballot->state),
                word(states[ballot->state]));
    rows_figure(rows, turnout->voted);
    rows_figure(rows, turnout->by_hand);
    rows_end(rows);
}

static enum error put_votes(struct rows *rows)
{
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++)
        if (rows->what->room->ballots[b].state != BALLOT_NONE)
            put_vote(rows, b);
    return ERROR_OK;
}

const struct rows_table rows_votes = ROWS_TABLE(put_votes, vote_columns);

/* ---- results ---- */

static const struct export_column result_columns[] = {
    {"vote", WORD_EXPORT_VOTE, EXPORT_NUMBER, EVERYBODY},
    {"question", WORD_EXPORT_QUESTION, EXPORT_TEXT, EVERYBODY},
    {"place", WORD_EXPORT_PLACE, EXPORT_NUMBER, EVERYBODY},
    {"tied", WORD_EXPORT_TIED, EXPORT_YES_NO, EVERYBODY},
    {"option", WORD_EXPORT_OPTION, EXPORT_TEXT, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"action", WORD_EXPORT_ACTION_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"chosen", WORD_EXPORT_CHOSEN, EXPORT_NUMBER, EVERYBODY},
    {"points", WORD_EXPORT_POINTS, EXPORT_NUMBER, EVERYBODY},
    {"share", WORD_EXPORT_SHARE, EXPORT_NUMBER, EVERYBODY},
    {"beats", WORD_EXPORT_BEATS, EXPORT_NUMBER, EVERYBODY},
    {"first_average", WORD_EXPORT_FIRST_AVERAGE, EXPORT_HUNDREDTHS, EVERYBODY},
    {"second_average", WORD_EXPORT_SECOND_AVERAGE, EXPORT_HUNDREDTHS, EVERYBODY},
    {"place_by_ratings", WORD_EXPORT_PLACE_BY_RATINGS, EXPORT_NUMBER, EVERYBODY},
};

static condition_id condition_of(const struct ballot_content *c, uint8_t option)
{
    return c->about == ABOUT_CONDITIONS ? c->things[option - 1] : 0;
}

static void put_option(struct rows *rows, const struct ballot_content *c, uint8_t option)
{
    condition_id condition = condition_of(c, option);
    rows_text(rows, outcome_option(rows->what->room, c, option));
    rows_text(rows, condition ? rows->what->room->conditions[condition].id : "");
    rows_some(rows, c->about == ABOUT_ACTIONS ? c->things[option - 1] : 0);
}

static void put_result(struct rows *rows, ballot_id b, const struct outcome *outcome,
                       uint8_t option, uint8_t by_ratings)
{
    const struct ballot_content *c = &rows->what->room->ballots[b].content;
    bool points = c->method == METHOD_DOTS || c->method == METHOD_APPROVAL;
    bool ranking = c->method == METHOD_RANKING, scores = c->method == METHOD_SCORES;
    rows_figure(rows, b);
    rows_text(rows, c->question);
    rows_figure(rows, outcome->place[option]);
    rows_figure(rows, outcome->tied[option]);
    put_option(rows, c, option);
    rows_figure(rows, rows->what->room->ballot_tallies[b].chosen[option]);
    rows_if(rows, points, outcome->value[option]);
    rows_if(rows, !scores, outcome->share[option]);
    rows_if(rows, ranking, outcome->value[option]);
    rows_some(rows, scores ? outcome->value[option] : 0); /* from 1 on: 0 is nobody's */
    rows_some(rows, scores ? outcome->second[option] : 0);
    rows_some(rows, by_ratings);
    rows_end(rows);
}

static enum error put_results(struct rows *rows)
{
    const struct room *room = rows->what->room;
    struct outcome outcome;
    uint8_t by_ratings[OPTIONS_MAX + 1];
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++) {
        const struct ballot_content *c = &room->ballots[b].content;
        if (room->ballots[b].state != BALLOT_REVEALED)
            continue;
        outcome_work_out(&outcome, c, &room->ballot_tallies[b]);
        outcome_by_ratings(by_ratings, room, c);
        for (uint8_t i = 0; i < outcome.count; i++)
            put_result(rows, b, &outcome, outcome.order[i], by_ratings[outcome.order[i]]);
    }
    return ERROR_OK;
}

const struct rows_table rows_results = ROWS_TABLE(put_results, result_columns);

/* ---- who chose what, where that is known ---- */

static const struct export_column paper_columns[] = {
    {"vote", WORD_EXPORT_VOTE, EXPORT_NUMBER, EVERYBODY},
    {"paper", WORD_EXPORT_PAPER, EXPORT_NUMBER, EVERYBODY},
    {"name", WORD_EXPORT_NAME, EXPORT_TEXT, EVERYBODY},
    {"school", WORD_EXPORT_SCHOOL, EXPORT_TEXT, EVERYBODY},
    {"by_hand", WORD_EXPORT_PAPER_BY_HAND, EXPORT_YES_NO, EVERYBODY},
    {"option", WORD_EXPORT_OPTION, EXPORT_TEXT, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"action", WORD_EXPORT_ACTION_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"mark", WORD_EXPORT_MARK, EXPORT_NUMBER, EVERYBODY},
    {"second_mark", WORD_EXPORT_SECOND_MARK, EXPORT_NUMBER, EVERYBODY},
};

static void put_mark(struct rows *rows, unsigned paper, uint8_t option, uint8_t mark)
{
    const struct named_paper_item *from = &rows->what->room->named_papers[paper];
    const struct ballot_content *c = &rows->what->room->ballots[from->ballot].content;
    bool scores = c->method == METHOD_SCORES;
    rows_figure(rows, from->ballot);
    rows_figure(rows, (int32_t)paper);
    rows_text(rows, from->name);
    rows_school(rows, from->school);
    rows_figure(rows, from->by_hand);
    put_option(rows, c, option);
    rows_figure(rows, scores ? MARK_SCORE(mark, 0) : mark);
    rows_if(rows, scores, MARK_SCORE(mark, 1));
    rows_end(rows);
}

static enum error put_papers(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (unsigned p = 1; p <= PAPERS_MAX; p++) {
        const struct named_paper_item *paper = &room->named_papers[p];
        unsigned options = room->ballots[paper->ballot].content.option_count;
        for (uint8_t o = 1; paper->ballot && o <= options; o++)
            if (paper->marks.of[o - 1])
                put_mark(rows, p, o, paper->marks.of[o - 1]);
    }
    return ERROR_OK;
}

const struct rows_table rows_papers = ROWS_TABLE(put_papers, paper_columns);

/* ---- priorities ---- */

static const struct export_column priority_columns[] = {
    {"place", WORD_EXPORT_PLACE, EXPORT_NUMBER, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"priority", WORD_EXPORT_PRIORITY, EXPORT_TEXT, EVERYBODY},
    {"vote", WORD_EXPORT_VOTE, EXPORT_NUMBER, EVERYBODY},
};

static enum error put_priorities(struct rows *rows)
{
    const struct room *room = rows->what->room;
    for (unsigned i = 0; i < room->priorities.count && i < PRIORITIES_MAX; i++) {
        const struct priority *one = &room->priorities.list[i];
        const struct condition *condition = &room->conditions[one->condition];
        rows_figure(rows, (int32_t)i + 1);
        rows_text(rows, one->condition ? condition->id : "");
        rows_text(rows, one->condition ? condition->name : one->text);
        rows_some(rows, room->priorities.ballot);
        rows_end(rows);
    }
    return ERROR_OK;
}

const struct rows_table rows_priorities = ROWS_TABLE(put_priorities, priority_columns);
