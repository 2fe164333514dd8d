#include "console/vote_making.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "model/decide.h"

struct ballot_content vote_content(enum method method)
{
    struct ballot_content content = {.method = (uint8_t)method, .about = ABOUT_CONDITIONS};
    strcpy(content.question, "What should we work on first?");
    if (method == METHOD_DOTS)
        content.budget = content.limit = BUDGET_USUAL;
    if (method == METHOD_SCORES) {
        strcpy(content.criteria[0], "impact");
        strcpy(content.criteria[1], "effort");
    }
    return content;
}

ballot_id vote_prepare(struct sitting *s, const struct ballot_content *content)
{
    struct command command = {.kind = COMMAND_ADD_BALLOT};
    command.change.ballot.content = *content;
    sitting_obey(s, &command);
    return s->model->ballot_count;
}

void vote_set(struct sitting *s, ballot_id ballot, enum ballot_state state)
{
    struct command command = {.kind = COMMAND_SET_BALLOT};
    command.change.ballot_set.ballot = ballot;
    command.change.ballot_set.state = (uint8_t)state;
    sitting_obey(s, &command);
}

static void mark(struct marks *marks, const struct ballot_content *content, int voter)
{
    static const int order[] = {9, 8, 5, 3, 2, 4, 1, 7, 0, 6};
    int options = content->option_count;
    for (int i = 0; i < 3; i++) {
        int at = order[(voter * (i + 2) + i * i) % (i == 0 ? 3 : 6)] % options;
        switch (content->method) {
        case METHOD_DOTS:
            marks->of[at] =
                (uint8_t)(marks->of[at] + (marks->of[at] < content->limit && i < content->budget));
            break;
        case METHOD_APPROVAL:
            marks->of[at] = 1;
            break;
        case METHOD_RANKING:
            marks->of[at] = marks->of[at] ? marks->of[at] : (uint8_t)(i + 1);
            break;
        default:
            for (int option = 0; option < options; option++)
                marks->of[option] = MARK_SCORES(1 + (option * 3 + voter) % SCORE_MAX,
                                                1 + (option * 2 + voter * voter) % SCORE_MAX);
        }
    }
}

int vote_cast(struct sitting *s, ballot_id ballot, int count)
{
    int cast = 0;
    const struct ballot_content *content = &s->model->ballots[ballot].content;
    int seats = s->model->seat_count;
    for (int i = 0; i < 2 * seats && cast < count; i++) { /* every third comes last */
        seat_id seat = (seat_id)(i % seats + 1);
        if (s->live.presence[seat] != PRESENCE_HERE || (seat % 3 == 1) != (i >= seats))
            continue;
        struct command command = {.kind = COMMAND_CAST_PAPER};
        struct paper_change *paper = &command.change.paper;
        *paper = (struct paper_change){.ballot = ballot, .slot = 1};
        if (content->by_school)
            *paper =
                (struct paper_change){.ballot = ballot, .school = s->model->seats[seat].school};
        mark(&paper->marks, content, seat);
        cast += sitting_does(s, seat, &command) == REFUSAL_NONE;
    }
    sitting_refresh(s);
    sitting_step(s);
    return cast;
}

void vote_at_step(struct sitting *s, ballot_id ballot)
{
    s->model->items[2].steps[1].stage = STAGE_BALLOT;
    s->model->items[2].steps[1].subject = ballot;
    sitting_refresh(s);
    sitting_step(s);
}

void vote_actions(struct sitting *s, int count)
{
    static const char *const texts[] = {
        "One short survey for children and parents, the same in every school, twice a year",
        "Write a joint bid to the local innovation fund",
        "Shared training day with the family support team",
        "A calendar of all clubs on one page",
        "Visit each other's breakfast clubs",
        "Parents' panel, one from each school"};
    enum { TEXTS = sizeof texts / sizeof *texts };
    for (int i = 0; i < count; i++) {
        struct command command = {.kind = COMMAND_ADD_ACTION};
        struct action_change *action = &command.change.action;
        action->state = ACTION_PROPOSED;
        action->content.level = ACTION_LEVEL_CLUSTER;
        snprintf(action->content.text, NOTE_SIZE, i < TEXTS ? "%s" : "%s (%d)", texts[i % TEXTS],
                 i / TEXTS + 1);
        sitting_obey(s, &command);
    }
}

void vote_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height)
{
    sitting_create(out, spec, width, height);
    sitting_letter(*out, '1' + CONSOLE_VOTES, WITH_CONTROL);
}

ballot_id vote_begin(struct sitting **out, const struct rooms_spec *spec,
                     const struct ballot_content *content, enum ballot_state state, int votes)
{
    vote_enter(out, spec, 1920, 1080);
    struct sitting *s = *out;
    ballot_id id = vote_prepare(s, content);
    vote_at_step(s, id);
    if (state >= BALLOT_OPEN)
        vote_set(s, id, BALLOT_OPEN);
    vote_cast(s, id, votes);
    for (unsigned next = BALLOT_CLOSED; next <= state; next++)
        vote_set(s, id, (enum ballot_state)next);
    return id;
}

ballot_id vote_usual(struct sitting **out, enum method method, enum ballot_state state, int votes)
{
    static const struct rooms_spec ten = {.schools = 10, .seats = 24, .place = {2, 2}};
    struct ballot_content content = vote_content(method);
    return vote_begin(out, &ten, &content, state, votes);
}
