/* What comes first and how that was decided, and what came of each vote: from its tally alone. */

#include "report/cluster_parts.h"

#include "analysis/summary.h"
#include "phrase/vote.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A revealed vote. */
struct vote {
    ballot_id id;
    const struct ballot_content *content;
    const struct ballot_tally *tally;
    struct outcome outcome;
    uint8_t by_ratings[OPTIONS_MAX + 1];
    bool has_ratings, has_ties;
};

static bool read_vote(struct vote *v, const struct room *room, ballot_id id)
{
    const struct ballot_item *item = &room->ballots[id];
    if (!id || item->state != BALLOT_REVEALED)
        return false;
    *v = (struct vote){.id = id, .content = &item->content, .tally = &room->ballot_tallies[id]};
    outcome_work_out(&v->outcome, v->content, v->tally);
    outcome_by_ratings(v->by_ratings, room, v->content);
    for (int i = 1; i <= v->outcome.count; i++) {
        v->has_ratings = v->has_ratings || v->by_ratings[i];
        v->has_ties = v->has_ties || v->outcome.tied[i];
    }
    return true;
}

static void place_by_ratings(char to[PHRASE_PLACE_SIZE], const struct vote *v, uint8_t option)
{
    bool shared = false;
    for (int i = 1; i <= v->outcome.count; i++)
        shared = shared || (i != option && v->by_ratings[i] == v->by_ratings[option]);
    phrase_place(to, v->by_ratings[option], shared);
}

static struct block_cell average_cell(char text[AVERAGE_TEXT_SIZE], const struct room *room,
                                      condition_id condition)
{
    const struct summary_item *s = &room->summaries[condition];
    if (!s->has_figures)
        return (struct block_cell){.text = "–", .quiet = true};
    analysis_average_text(text, s->average);
    return (struct block_cell){.kind = BLOCK_BAND,
                               .text = text,
                               .band = s->band,
                               .settled = cluster_is_settled(room, condition, false)};
}

/* ---- priorities */

/* The option of the vote that a priority is; 0: none. */
static uint8_t option_of(const struct vote *v, const struct room *room,
                         const struct priority *priority)
{
    for (uint8_t i = 1; i <= v->outcome.count; i++) {
        bool same = priority->condition
                        ? v->content->about == ABOUT_CONDITIONS &&
                              v->content->things[i - 1] == priority->condition
                        : strcmp(outcome_option(room, v->content, i), priority->text) == 0;
        if (same)
            return i;
    }
    return 0;
}

static void write_priority(struct cluster_report *r, const struct block_table *table,
                           const struct vote *v, int i)
{
    const struct priority *priority = &r->room->priorities.list[i];
    char number[12], place[PHRASE_PLACE_SIZE] = "", ratings[PHRASE_PLACE_SIZE] = "";
    char average[AVERAGE_TEXT_SIZE];
    uint8_t option = v ? option_of(v, r->room, priority) : 0;
    snprintf(number, sizeof number, "%d", i + 1);
    if (option)
        phrase_place(place, v->outcome.place[option], v->outcome.tied[option]);
    if (option && v->by_ratings[option])
        place_by_ratings(ratings, v, option);
    const struct block_cell cells[] = {
        {.text = number, .bold = true},
        {.text =
             priority->condition ? r->room->conditions[priority->condition].name : priority->text,
         .bold = true},
        {.text = place},
        {.text = ratings},
        priority->condition ? average_cell(average, r->room, priority->condition)
                            : (struct block_cell){0}};
    block_row(&r->page, table, cells);
}

/* True where people have voted on conditions, whoever put the priorities down. */
static bool has_votes(const struct room *room)
{
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++)
        if (room->ballots[b].state == BALLOT_REVEALED &&
            room->ballots[b].content.about == ABOUT_CONDITIONS)
            return true;
    return false;
}

void cluster_priorities(struct cluster_report *r)
{
    static const double widths[] = {20, 0, 60, 66, 60};
    const struct priorities_change *list = &r->room->priorities;
    struct vote vote;
    bool voted = read_vote(&vote, r->room, list->ballot);
    char text[PHRASE_SIZE + LINE_SIZE];
    if (!list->count)
        return;
    const struct block_column columns[] = {
        {NULL, widths[0], PAGE_START},
        {word(WORD_REPORT_HEAD_PRIORITY), widths[1], PAGE_START},
        {voted ? word(WORD_REPORT_HEAD_VOTE_PLACE) : NULL, widths[2], PAGE_CENTRE},
        {voted && vote.has_ratings ? word(WORD_VOTE_HEAD_RATINGS) : NULL, widths[3], PAGE_CENTRE},
        {word(WORD_VOTE_HEAD_AVERAGE), widths[4], PAGE_CENTRE}};
    const struct block_table table = {
        .columns = columns, .count = 5, .style = {.size = 10.5}, .least = 28};
    cluster_section(r, 120, word(WORD_REPORT_PRIORITIES));
    if (voted)
        snprintf(text, sizeof text, word(WORD_REPORT_DECIDED_BY_VOTE), vote.content->question);
    else
        snprintf(text, sizeof text, "%s",
                 word(has_votes(r->room) ? WORD_REPORT_DECIDED_BESIDE_VOTE
                                         : WORD_REPORT_DECIDED_IN_ROOM));
    block_text(&r->page, 0, block_body, text);
    if (voted) {
        phrase_vote_outcome(text, vote.content, vote.tally, &vote.outcome, vote.by_ratings);
        block_text(&r->page, 0, block_quiet, text);
    }
    block_table_begin(&r->page, &table);
    for (int i = 0; i < list->count; i++)
        write_priority(r, &table, voted ? &vote : NULL, i);
    block_table_end(&r->page);
}

/* ---- votes */

/* The longest a bar can be: of rankings that of one that beats all others. */
static unsigned longest(const struct vote *v)
{
    unsigned most = 1;
    if (v->content->method == METHOD_RANKING)
        return v->outcome.count > 1 ? v->outcome.count - 1u : 1;
    for (uint8_t i = 1; i <= v->outcome.count; i++)
        most = v->outcome.value[i] > most ? v->outcome.value[i] : most;
    return most;
}

/* "16  22%" behind a bar; of two criteria their averages, or that nobody gave any. */
struct figures {
    char first[2 * PHRASE_FIGURE_SIZE], second[PHRASE_FIGURE_SIZE];
};

static void write_mean(char to[PHRASE_FIGURE_SIZE], unsigned hundredths)
{
    phrase_hundredths(to, hundredths);
    if (!hundredths)
        snprintf(to, PHRASE_FIGURE_SIZE, "–");
}

static void write_figures(struct figures *to, const struct vote *v, uint8_t option)
{
    char share[PHRASE_FIGURE_SIZE];
    unsigned value = v->outcome.value[option];
    phrase_percent(share, v->outcome.share[option]);
    if (v->content->method == METHOD_SCORES) {
        write_mean(to->first, value);
        write_mean(to->second, v->outcome.second[option]);
    } else if (v->content->method == METHOD_RANKING) {
        snprintf(to->first, sizeof to->first, "%u", value);
    } else {
        snprintf(to->first, sizeof to->first, "%u  %s", value, share);
    }
}

static void write_option(struct cluster_report *r, const struct block_table *table,
                         const struct vote *v, uint8_t option)
{
    char place[PHRASE_PLACE_SIZE], ratings[PHRASE_PLACE_SIZE] = "", average[AVERAGE_TEXT_SIZE];
    struct figures figures = {0};
    struct block_cell cells[5];
    bool first = outcome_is_first(&v->outcome, option);
    int n = 0;
    phrase_place(place, v->outcome.place[option], v->outcome.tied[option]);
    write_figures(&figures, v, option);
    cells[n++] = (struct block_cell){.text = place, .bold = first};
    cells[n++] =
        (struct block_cell){.text = outcome_option(r->room, v->content, option), .bold = first};
    if (v->content->method == METHOD_SCORES) {
        cells[n++] = (struct block_cell){.text = figures.first};
        cells[n++] = (struct block_cell){.text = figures.second};
    } else {
        cells[n++] = (struct block_cell){.kind = BLOCK_BAR,
                                         .text = figures.first,
                                         .share = (double)v->outcome.value[option] / longest(v),
                                         .settled = first};
    }
    if (v->has_ratings) {
        if (v->by_ratings[option])
            place_by_ratings(ratings, v, option);
        cells[n++] =
            (struct block_cell){.text = ratings,
                                .beneath = outcome_is_in_both(&v->outcome, v->by_ratings, option)
                                               ? word(WORD_VOTE_IN_BOTH)
                                               : NULL};
        if (v->content->method != METHOD_SCORES)
            cells[n++] = average_cell(average, r->room, v->content->things[option - 1]);
    }
    block_row(&r->page, table, cells);
}

static void write_result(struct cluster_report *r, const struct vote *v)
{
    static const enum word heads[METHOD_COUNT] = {
        [METHOD_DOTS] = WORD_VOTE_HEAD_DOTS,
        [METHOD_APPROVAL] = WORD_VOTE_HEAD_YES,
        [METHOD_RANKING] = WORD_VOTE_HEAD_BEATS,
        [METHOD_SCORES] = WORD_VOTE_HEAD_AVERAGE,
    };
    struct block_column columns[6] = {{NULL, 24, PAGE_START}, {NULL, 0, PAGE_START}};
    char criteria[CRITERIA_MAX][PHRASE_CRITERION_SIZE];
    int n = 2;
    if (v->content->method == METHOD_SCORES) {
        for (int c = 0; c < CRITERIA_MAX; c++) {
            phrase_criterion(criteria[c], v->content, c, true);
            columns[n++] = (struct block_column){criteria[c], 56, PAGE_CENTRE};
        }
    } else {
        columns[n++] = (struct block_column){word(heads[v->content->method]),
                                             v->has_ratings ? 150 : 200, PAGE_START};
    }
    if (v->has_ratings) {
        columns[n++] = (struct block_column){word(WORD_VOTE_HEAD_RATINGS), 60, PAGE_CENTRE};
        if (v->content->method != METHOD_SCORES)
            columns[n++] = (struct block_column){word(WORD_VOTE_HEAD_AVERAGE), 52, PAGE_CENTRE};
    }
    const struct block_table table = {.columns = columns, .count = n, .style = {.size = 9.5}};
    block_table_begin(&r->page, &table);
    for (int i = 0; i < v->outcome.count; i++)
        write_option(r, &table, v, v->outcome.order[i]);
    block_table_end(&r->page);
}

/* Of a vote by name, where this reader is given names: by school and name. */
static void write_papers(struct cluster_report *r, const struct vote *v)
{
    const struct block_column columns[] = {{word(WORD_VOTE_HEAD_WHO), 150, PAGE_START},
                                           {word(WORD_VOTE_HEAD_CHOICE), 0, PAGE_START}};
    const struct block_table table = {.columns = columns, .count = 2, .scope = true};
    uint16_t *papers = calloc(PAPERS_MAX, sizeof *papers);
    int count = papers ? outcome_papers(papers, r->room, v->id) : 0;
    if (count) {
        block_text(&r->page, 0, block_quiet, word(WORD_VOTE_WHO_CHOSE_LINE));
        block_table_begin(&r->page, &table);
    }
    for (int i = 0; i < count; i++) {
        const struct named_paper_item *paper = &r->room->named_papers[papers[i]];
        const char *school = paper->school ? r->room->schools[paper->school].name : "";
        char choice[PHRASE_CHOICE_SIZE];
        phrase_vote_choice(choice, r->room, v->content, &paper->marks);
        const struct block_cell cells[] = {{.text = paper->name[0] ? paper->name
                                                    : school[0]    ? school
                                                                   : word(WORD_VOTE_SOMEBODY),
                                            .beneath = paper->name[0] && school[0] ? school : NULL},
                                           {.text = choice}};
        block_row(&r->page, &table, cells);
    }
    if (count)
        block_table_end(&r->page);
    free(papers);
}

static void write_vote(struct cluster_report *r, const struct vote *v)
{
    char text[PHRASE_SIZE + LINE_SIZE];
    block_heading(&r->page, 2, true, 140, v->content->question);
    phrase_vote_method(text, v->content);
    block_text(&r->page, 0, block_quiet, text);
    if (!v->tally->papers) {
        block_text(&r->page, 0, block_body, word(WORD_VOTE_NOBODY));
        return;
    }
    phrase_vote_outcome(text, v->content, v->tally, &v->outcome, v->by_ratings);
    block_text(&r->page, 0, block_body, text);
    phrase_vote_counting(text, v->content, v->tally);
    if (v->content->method != METHOD_RANKING)
        block_text(&r->page, 0, block_quiet, text);
    if (v->content->again) {
        snprintf(text, sizeof text, word(WORD_REPORT_RUN_OFF),
                 r->room->ballots[v->content->again].content.question);
        block_text(&r->page, 0, block_quiet, text);
    }
    if (v->has_ties)
        block_text(&r->page, 0, block_quiet, word(WORD_REPORT_TIES));
    write_result(r, v);
    if (v->content->named)
        write_papers(r, v);
}

void cluster_votes(struct cluster_report *r)
{
    bool begun = false;
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++) {
        struct vote vote;
        if (!read_vote(&vote, r->room, b))
            continue;
        if (!begun)
            cluster_section(r, 200, word(WORD_REPORT_VOTES));
        begun = true;
        write_vote(r, &vote);
    }
}
