#include "lines/marks.h"
#include "lines/printing.h"

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

void print_result(struct printing *p)
{
    const struct ballot_tally *t = &p->room->ballot_tallies[p->key.a];
    if (p->room->ballots[p->key.a].state != BALLOT_REVEALED)
        return;
    begin(p, "result", (ballot_id)p->key.a);
    lines_number(&p->line, "papers", t->papers);
    printing_some(p, "by-hand", t->by_hand);
    printing_end(p, LINES_ALWAYS);
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
