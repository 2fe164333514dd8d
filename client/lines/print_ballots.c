#include "lines/marks.h"
#include "lines/printing.h"
#include "model/outcome.h"

#include <stdio.h>

/* Votes, how many have taken part, and what came of them. Options and marks are told as they are
 * typed (marks.h). */

/* Begins the line of something of a vote. */
static void begin(struct printing *p, const char *word, ballot_id ballot)
{
    lines_begin(&p->line, word);
    lines_number(&p->line, "ballot", ballot);
}

static void put_terms(struct printing *p, const struct ballot_content *c)
{
    lines_word(&p->line, "method", method_word((enum method)c->method));
    lines_word(&p->line, "about", about_word((enum about)c->about));
    lines_word(&p->line, "voters", c->by_school ? "schools" : "people");
    lines_word(&p->line, "papers", c->named ? "named" : "secret");
    printing_some(p, "dots", c->budget);
    printing_some(p, "limit", c->limit);
    printing_text(p, "first", c->criteria[0]);
    printing_text(p, "second", c->criteria[1]);
    printing_some(p, "again", c->again);
}

void print_ballot(struct printing *p)
{
    const struct ballot_item *b = &p->room->ballots[p->key.a];
    if (b->state == BALLOT_NONE && p->all)
        return;
    lines_begin(&p->line, "ballot");
    lines_number(&p->line, "id", p->key.a);
    if (b->state == BALLOT_NONE) {
        lines_yes_no(&p->line, "removed", true);
        printing_end(p, LINES_ALWAYS);
        return;
    }
    printing_text(p, "name", b->content.id);
    lines_word(&p->line, "state", ballot_state_word((enum ballot_state)b->state));
    put_terms(p, &b->content);
    lines_text(&p->line, "question", b->content.question);
    for (uint8_t o = 1; o <= b->content.option_count; o++)
        if (b->content.about == ABOUT_TYPED)
            lines_text(&p->line, "option", b->content.texts[o - 1]);
        else
            lines_number(&p->line, "option", b->content.things[o - 1]);
    printing_end(p, LINES_ALWAYS);
}

void print_turnout(struct printing *p)
{
    const struct turnout_item *t = &p->room->turnouts[p->key.a][p->key.b];
    if (p->all && !t->expected && !t->voted)
        return;
    begin(p, "turnout", (ballot_id)p->key.a);
    printing_school(p, p->key.b);
    lines_number(&p->line, "voted", t->voted);
    lines_number(&p->line, "expected", t->expected);
    printing_some(p, "by-hand", t->by_hand);
    printing_some(p, "shared", t->shared);
    printing_end(p, LINES_ALWAYS);
}

static void put_marks(struct printing *p, const struct marks *marks,
                      const struct ballot_content *content)
{
    char text[LINES_MARKS_SIZE];
    lines_marks_text(text, marks, content);
    lines_text(&p->line, "marks", text);
}

void print_own_paper(struct printing *p)
{
    const struct own_paper_item *paper = &p->room->own_papers[p->key.a][p->key.b];
    if (!paper->cast && p->all)
        return;
    begin(p, "own-vote", (ballot_id)p->key.a);
    printing_some(p, "person", p->key.b);
    lines_yes_no(&p->line, "cast", paper->cast);
    printing_yes(p, "elsewhere", paper->hidden);
    if (paper->cast && !paper->hidden)
        put_marks(p, &paper->marks, &p->room->ballots[p->key.a].content);
    printing_end(p, LINES_ALWAYS);
}

void print_named_paper(struct printing *p)
{
    const struct named_paper_item *paper = &p->room->named_papers[p->key.a];
    if (!paper->ballot)
        return;
    begin(p, "paper", paper->ballot);
    printing_school(p, paper->school);
    printing_text(p, "name", paper->name);
    printing_some(p, "person", paper->slot);
    printing_yes(p, "by-hand", paper->by_hand);
    put_marks(p, &paper->marks, &p->room->ballots[paper->ballot].content);
    printing_end(p, LINES_ALWAYS);
}

/* 425 in hundredths is 4.25, 318 in thousandths 31.8 of a hundred. */
static void put_decimals(struct printing *p, const char *name, unsigned number, unsigned parts)
{
    char text[16];
    snprintf(text, sizeof text, "%u.%0*u", number / parts, parts == 100 ? 2 : 1, number % parts);
    lines_word(&p->line, name, text);
}

/* What its place goes by. */
static void put_value(struct printing *p, const struct ballot_content *content,
                      const struct outcome *outcome, uint8_t option)
{
    switch (content->method) {
    case METHOD_DOTS:
        lines_number(&p->line, "dots", outcome->value[option]);
        break;
    case METHOD_APPROVAL:
        lines_number(&p->line, "approvals", outcome->value[option]);
        break;
    case METHOD_RANKING:
        lines_number(&p->line, "beats", outcome->value[option]);
        break;
    default:
        put_decimals(p, "first", outcome->value[option], 100);
        put_decimals(p, "second", outcome->second[option], 100);
        return;
    }
    lines_number(&p->line, "share", outcome->share[option]);
}

static void print_place_of(struct printing *p, const struct ballot_content *content,
                           const struct outcome *outcome, const uint8_t by_ratings[],
                           uint8_t option)
{
    begin(p, "place", (ballot_id)p->key.a);
    lines_number(&p->line, "place", outcome->place[option]);
    printing_yes(p, "tied", outcome->tied[option]);
    lines_number(&p->line, "option", lines_option_number(content, option));
    put_value(p, content, outcome, option);
    lines_number(&p->line, "chosen", p->room->ballot_tallies[p->key.a].chosen[option]);
    printing_some(p, "place-by-ratings", by_ratings[option]);
    lines_text(&p->line, "text", outcome_option(p->room, content, option));
    printing_end(p, LINES_ALWAYS);
}

/* On how many papers an option stands before each other one. */
static void print_pairs(struct printing *p, const struct ballot_content *content, uint8_t option)
{
    const struct ballot_tally *tally = &p->room->ballot_tallies[p->key.a];
    char name[16];
    begin(p, "pairs", (ballot_id)p->key.a);
    lines_number(&p->line, "option", lines_option_number(content, option));
    for (uint8_t other = 1; other <= content->option_count; other++) {
        if (other == option)
            continue;
        snprintf(name, sizeof name, "before-%u", lines_option_number(content, other));
        lines_number(&p->line, name, tally->above[option][other]);
    }
    printing_end(p, LINES_ALWAYS);
}

/* The result, best first, and where the ratings would have it; of rankings the pairwise table. */
void print_result(struct printing *p)
{
    const struct ballot_item *b = &p->room->ballots[p->key.a];
    const struct ballot_tally *tally = &p->room->ballot_tallies[p->key.a];
    struct outcome outcome;
    uint8_t by_ratings[OPTIONS_MAX + 1];
    if (b->state != BALLOT_REVEALED)
        return;
    outcome_work_out(&outcome, &b->content, tally);
    outcome_by_ratings(by_ratings, p->room, &b->content);
    begin(p, "result", (ballot_id)p->key.a);
    lines_number(&p->line, "papers", tally->papers);
    printing_some(p, "by-hand", tally->by_hand);
    if (b->content.about == ABOUT_CONDITIONS)
        lines_number(&p->line, "in-both", outcome_in_both(&outcome, by_ratings));
    printing_end(p, LINES_ALWAYS);
    for (uint8_t i = 0; i < outcome.count; i++)
        print_place_of(p, &b->content, &outcome, by_ratings, outcome.order[i]);
    for (uint8_t o = 1; b->content.method == METHOD_RANKING && o <= outcome.count; o++)
        print_pairs(p, &b->content, o);
}

/* None, or one a line, the first first. */
void print_priorities(struct printing *p)
{
    const struct priorities_change *list = &p->room->priorities;
    if (!list->count && p->all)
        return;
    lines_begin(&p->line, "priorities");
    lines_number(&p->line, "count", list->count);
    printing_some(p, "ballot", list->ballot);
    printing_end(p, LINES_ALWAYS);
    for (unsigned i = 0; i < list->count && i < PRIORITIES_MAX; i++) {
        const struct priority *one = &list->list[i];
        lines_begin(&p->line, "priority");
        lines_number(&p->line, "place", i + 1);
        printing_some(p, "condition", one->condition);
        lines_text(&p->line, "text",
                   one->condition ? p->room->conditions[one->condition].name : one->text);
        printing_end(p, LINES_ALWAYS);
    }
}
