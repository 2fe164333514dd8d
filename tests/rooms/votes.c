#include "rooms/votes.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rooms/parts.h"

enum { USUAL = 10, HALL = 24 };

/* How the dots of the known vote fell. */
static const int weights[USUAL] = {0, 5, 6, 8, 5, 14, 1, 3, 14, 16};

static const char *const typed[] = {
    "A breakfast club in every school",
    "One coordinator for all of us",
    "Holiday scheme at two sites",
    "A shared minibus",
    "Family learning evenings",
    "Sports with the secondary school",
    "A website that says what is on where",
    "Homework help with volunteers",
    "A fund for children who cannot pay",
    "Music on Saturdays",
    "A caretaker who can work evenings",
    "Meet the social workers every term",
};

enum { TYPED = sizeof typed / sizeof *typed };

static int options_of(const struct rooms_vote *vote)
{
    return vote->options ? vote->options : USUAL;
}

static int budget_of(const struct rooms_vote *vote)
{
    return vote->method != METHOD_DOTS ? 0 : vote->budget ? vote->budget : BUDGET_USUAL;
}

static int limit_of(const struct rooms_vote *vote)
{
    return vote->method != METHOD_DOTS ? 0 : vote->limit ? vote->limit : budget_of(vote);
}

/* What an option weighs: those of a pair alike where they are tied. */
static int weight(const struct rooms_vote *vote, int option)
{
    return weights[(vote->tied ? option / 2 : option) % USUAL];
}

/* The option that the dot `number` of `all` falls on. */
static int fall(const struct rooms_vote *vote, int number, int all)
{
    int sum = 0, so_far = 0, count = options_of(vote);
    for (int i = 0; i < count; i++)
        sum += weight(vote, i);
    for (int i = 0; i < count; i++) {
        so_far += weight(vote, i);
        if (number * sum / all < so_far)
            return i;
    }
    return count - 1;
}

static void mark_dots(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    int budget = budget_of(vote), count = options_of(vote);
    for (int dot = 0; dot < budget; dot++) {
        int i = fall(vote, dot * vote->voted + paper - 1, budget * vote->voted);
        while (marks->of[i] >= limit_of(vote))
            i = (i + 1) % count;
        marks->of[i]++;
    }
}

/* From 0 to 23, the same for one paper and option every time. */
static int whim(const struct rooms_vote *vote, int paper, int option)
{
    int o = vote->tied ? option / 2 : option;
    return (paper * 7 + o * 5 + paper * o * 3) % HALL;
}

static void mark_ranking(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    int count = options_of(vote);
    for (int i = 0; i < count; i++) {
        int better = 0, mine = 2 * weight(vote, i) + whim(vote, paper, i);
        for (int j = 0; j < count; j++)
            better += 2 * weight(vote, j) + whim(vote, paper, j) > mine;
        marks->of[i] = (uint8_t)(paper % 5 == 4 && better > 3 ? 0 : better + 1);
    }
    if (vote->circle && count >= 3)
        for (int i = 0; i < 3; i++)
            marks->of[i] = (uint8_t)(1 + (i + paper) % 3);
}

static uint8_t clamp(int value, int least, int most)
{
    return (uint8_t)(value < least ? least : value > most ? most : value);
}

void rooms_marks(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    bool any = false;
    memset(marks, 0, sizeof *marks);
    if (vote->method == METHOD_DOTS)
        mark_dots(marks, vote, paper);
    if (vote->method == METHOD_RANKING)
        mark_ranking(marks, vote, paper);
    for (int i = 0; i < options_of(vote); i++) {
        int chance = whim(vote, paper, i);
        if (vote->method == METHOD_APPROVAL)
            marks->of[i] = chance < weight(vote, i) + 4;
        if (vote->method == METHOD_SCORES && chance % 11 != 10) {
            int o = vote->tied ? i / 2 : i;
            marks->of[i] = MARK_SCORES(clamp(1 + weight(vote, i) / 4 + chance % 3 - 1, 1, 5),
                                       clamp(1 + o * 3 % 5 + chance / 3 % 3 - 1, 1, 5));
        }
        any = any || marks->of[i];
    }
    if (!any)
        marks->of[0] = vote->method == METHOD_SCORES ? MARK_SCORES(3, 3) : 1;
}

static void count_paper(struct ballot_tally *tally, const struct rooms_vote *vote,
                        const struct marks *marks)
{
    tally->papers++;
    for (int i = 1; i <= options_of(vote); i++) {
        int mark = marks->of[i - 1];
        tally->chosen[i] = (uint16_t)(tally->chosen[i] + (mark > 0));
        if (vote->method == METHOD_DOTS || vote->method == METHOD_APPROVAL)
            tally->points[i] = (uint16_t)(tally->points[i] + mark);
        for (int j = 1; vote->method == METHOD_RANKING && j <= options_of(vote); j++)
            if (mark && (!marks->of[j - 1] || mark < marks->of[j - 1]))
                tally->above[i][j]++;
        for (int c = 0; vote->method == METHOD_SCORES && mark && c < CRITERIA_MAX; c++)
            tally->scores[c][i][MARK_SCORE(mark, c)]++;
    }
}

static void reveal(struct room *room, const struct rooms_vote *vote, int ballot)
{
    struct item *tally = calloc(1, sizeof *tally);
    assert(tally);
    for (int p = 1; p <= vote->voted; p++) {
        struct item paper = {.body.named_paper = {.ballot = (ballot_id)ballot}};
        struct named_paper_item *named = &paper.body.named_paper;
        rooms_marks(&named->marks, vote, p);
        count_paper(&tally->body.ballot_tally, vote, &named->marks);
        named->by_hand = p > vote->voted - vote->by_hand;
        named->school = parts_name(named->name, room, p);
        if (vote->by_school || named->by_hand)
            named->name[0] = '\0';
        if (named->by_hand && !vote->by_school)
            named->school = 0;
        if (vote->named)
            parts_put(room, ITEM_NAMED_PAPER, p, 0, &paper);
    }
    tally->body.ballot_tally.by_hand = (uint16_t)vote->by_hand;
    parts_put(room, ITEM_BALLOT_TALLY, ballot, 0, tally);
    free(tally);
}

static void turn_out(struct room *room, const struct rooms_vote *vote, int ballot)
{
    struct item item = {.body.turnout = {.voted = (uint16_t)vote->voted,
                                         .expected = (uint16_t)vote->expected,
                                         .by_hand = (uint16_t)vote->by_hand}};
    parts_put(room, ITEM_TURNOUT, ballot, 0, &item);
    int schools = room->school_count;
    for (int s = 1; vote->facilitator && s <= schools; s++) {
        int expected = vote->expected / schools + (s <= vote->expected % schools);
        int voted = vote->voted / schools + (s <= vote->voted % schools);
        item = (struct item){
            .body.turnout = {.voted = (uint16_t)voted, .expected = (uint16_t)expected}};
        parts_put(room, ITEM_TURNOUT, ballot, s, &item);
    }
}

static void write_options(struct room *room, struct ballot_content *content,
                          const struct rooms_vote *vote)
{
    content->option_count = (uint8_t)options_of(vote);
    for (int i = 0; i < content->option_count; i++) {
        content->things[i] = (uint16_t)(vote->about == ABOUT_TYPED ? 0 : i + 1);
        if (vote->about == ABOUT_TYPED && vote->long_texts)
            text_copy(content->texts[i], 61, parts_long);
        else if (vote->about == ABOUT_TYPED && vote->foreign)
            parts_foreign(content->texts[i], NAME_SIZE, i);
        else if (vote->about == ABOUT_TYPED)
            parts_list(content->texts[i], NAME_SIZE, typed, TYPED, i);
        struct item item = {.body.action = {.state = ACTION_PROPOSED, .revision = 1}};
        parts_action(item.body.action.content.text, vote->long_texts, vote->foreign, i);
        if (vote->about == ABOUT_ACTIONS && !room->actions[i + 1].revision)
            parts_put(room, ITEM_ACTION, i + 1, 0, &item);
    }
}

ballot_id rooms_vote(struct room *room, const struct rooms_vote *vote)
{
    int ballot = vote->ballot ? vote->ballot : 1;
    struct item item = {.body.ballot = {.state = (uint8_t)vote->state, .revision = 1}};
    struct ballot_content *content = &item.body.ballot.content;
    content->method = (uint8_t)vote->method;
    content->about = (uint8_t)vote->about;
    content->by_school = vote->by_school;
    content->named = vote->named;
    content->budget = (uint8_t)budget_of(vote);
    content->limit = (uint8_t)limit_of(vote);
    text_copy(content->question, LINE_SIZE,
              vote->long_texts ? "Which of these should all of us, every school and the authority "
                                 "with us, take on before the end of the coming school year?"
                               : "What should we work on first?");
    if (vote->method == METHOD_SCORES) {
        text_copy(content->criteria[0], ID_SIZE, "impact");
        text_copy(content->criteria[1], ID_SIZE, "effort");
    }
    if (vote->state != BALLOT_PREPARED || vote->about == ABOUT_TYPED || vote->options)
        write_options(room, content, vote);
    if (vote->state != BALLOT_NONE) {
        parts_put(room, ITEM_BALLOT, ballot, 0, &item);
        turn_out(room, vote, ballot);
    }
    if (vote->state == BALLOT_REVEALED)
        reveal(room, vote, ballot);
    item = (struct item){.body.view = room->view};
    item.body.view.ballot = (ballot_id)ballot;
    parts_put(room, ITEM_VIEW, 0, 0, &item);
    return (ballot_id)ballot;
}
