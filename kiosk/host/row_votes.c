#include "host/row_votes.h"

#include <stdio.h>

#include "base/day.h"
#include "model/actions.h"
#include "model/outcome.h"

static bool find_one(uint16_t *to, int64_t number, int64_t most)
{
    *to = (uint16_t)number;
    return number >= 1 && number <= most;
}

/* ---- the plan */

/* Whoever sees it through, by name; a seat without one by its school's. */
static const char *owner_of(const struct model *model, const struct action_content *content)
{
    const struct seat *seat = &model->seats[content->owner_seat];
    switch ((enum owner_kind)content->owner) {
    case OWNER_SEAT:
        return seat->name[0] ? seat->name : model->schools[seat->school].name;
    case OWNER_SCHOOL:
        return model->schools[content->owner_school].name;
    case OWNER_NAME:
        return content->owner_name;
    case OWNER_NOBODY:
    case OWNER_COUNT:
        break;
    }
    return "";
}

/* Who supports it or a part of it, each seat that is still there once, and how many were counted by
 * hand. */
static unsigned supports_of(const struct model *model, action_id action)
{
    uint8_t seats[sizeof model->supports->seats] = {0};
    unsigned count = 0;
    for (action_id a = 1; a <= model->action_count; a++) {
        if (a != action && (!action_exists(model, a) || action_root(model, a) != action))
            continue;
        count += model->supports[a].by_hand;
        for (size_t i = 0; i < sizeof seats; i++)
            seats[i] |= model->supports[a].seats[i];
    }
    for (seat_id s = 1; s <= model->seat_count; s++)
        count += !model->seats[s].removed && (seats[s / 8] >> s % 8 & 1);
    return count;
}

bool row_make_plan(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct action *a = &model->actions[key.a];
    const struct action_content *c = &a->content;
    enum answer accepted = a->accepted ? ANSWER_YES : a->declined ? ANSWER_NO : ANSWER_NONE;
    day_write_iso(row->date, c->due);
    row->plan =
        (struct journal_plan_row){.id = key.a,
                                  .state = action_state_word((enum action_state)a->state),
                                  .text = c->text,
                                  .condition = model->conditions[c->condition].id,
                                  .level = action_level_word((enum action_level)c->level),
                                  .school = c->school,
                                  .owner = owner_of(model, c),
                                  .accepted = answer_word(accepted),
                                  .helpers = c->helpers,
                                  .due = row->date,
                                  .measure = c->measure,
                                  .resources = c->resources,
                                  .progress = progress_word((enum progress)a->progress),
                                  .earlier = a->earlier,
                                  .supports = supports_of(model, key.a),
                                  .merged_into = action_stands_alone(model, key.a) ? 0 : a->merged};
    return key.a <= model->action_count && !a->removed && a->state != ACTION_OWN;
}

bool row_find_plan(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->plan.id, ACTIONS_MAX);
}

/* ---- ballots */

bool row_make_ballot(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct ballot *b = &model->ballots[key.a];
    row->ballot =
        (struct journal_ballot_row){.id = key.a,
                                    .question = b->content.question,
                                    .method = method_word((enum method)b->content.method),
                                    .about = about_word((enum about)b->content.about),
                                    .voters = b->content.by_school ? "schools" : "people",
                                    .named = b->content.named,
                                    .state = ballot_state_word((enum ballot_state)b->state),
                                    .again = b->content.again,
                                    .papers = b->tally.papers,
                                    .by_hand = b->tally.by_hand};
    return key.a <= model->ballot_count && b->state != BALLOT_NONE;
}

bool row_find_ballot(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->ballot.id, BALLOTS_MAX);
}

static const char *option_text(const struct model *model, const struct ballot_content *content,
                               unsigned option)
{
    switch ((enum about)content->about) {
    case ABOUT_CONDITIONS:
        return model->conditions[content->things[option - 1]].name;
    case ABOUT_ACTIONS:
        return model->actions[content->things[option - 1]].content.text;
    case ABOUT_TYPED:
    case ABOUT_COUNT:
        break;
    }
    return content->texts[option - 1];
}

bool row_make_option(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct ballot *ballot = &model->ballots[key.a];
    row->ballot_option =
        (struct journal_ballot_option_row){.ballot = key.a, .option = key.b, .text = ""};
    if (key.a > model->ballot_count || ballot->state == BALLOT_NONE ||
        key.b > ballot->content.option_count)
        return false;
    row->ballot_option.text = option_text(model, &ballot->content, key.b);
    if (ballot->state == BALLOT_REVEALED) {
        struct outcome outcome;
        outcome_work_out(&outcome, &ballot->content, &ballot->tally);
        row->ballot_option.place = outcome.place[key.b];
        row->ballot_option.chosen = ballot->tally.chosen[key.b];
        row->ballot_option.value = outcome.value[key.b];
        row->ballot_option.second_value = outcome.second[key.b];
    }
    return true;
}

bool row_find_option(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->ballot_option.ballot, BALLOTS_MAX) &&
           find_one(&key->b, row->ballot_option.option, OPTIONS_MAX);
}

/* ---- who voted */

bool row_make_named_vote(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct paper *paper = &model->papers[key.a];
    const struct ballot *ballot = &model->ballots[paper->ballot];
    bool scored = ballot->content.method == METHOD_SCORES;
    bool by_person = !paper->by_hand && !ballot->content.by_school;
    uint8_t mark = paper->marks.of[key.b - 1];
    row->named_vote =
        (struct journal_named_vote_row){.ballot = paper->ballot,
                                        .paper = key.a,
                                        .option = key.b,
                                        .who = by_person ? model->seats[paper->seat].name : "",
                                        .school = paper->school,
                                        .slot = paper->slot,
                                        .by_hand = paper->by_hand,
                                        .mark = scored ? MARK_SCORE(mark, 0) : mark,
                                        .second_mark = scored ? MARK_SCORE(mark, 1) : 0};
    return paper->ballot && ballot->state == BALLOT_REVEALED && ballot->content.named && mark;
}

/* The ballot follows from the paper. */
bool row_find_named_vote(struct row_key *key, const struct model *model,
                         const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->named_vote.paper, PAPERS_MAX) &&
           find_one(&key->b, row->named_vote.option, OPTIONS_MAX);
}

bool row_make_took_part(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct ballot *ballot = &model->ballots[key.a];
    const struct seat *seat = &model->seats[key.b];
    row->took_part = (struct journal_took_part_row){
        .ballot = key.a, .seat = key.b, .name = seat->name, .school = seat->school};
    return ballot->state == BALLOT_REVEALED && (ballot->took_part[key.b / 8] >> key.b % 8 & 1);
}

bool row_find_took_part(struct row_key *key, const struct model *model,
                        const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->took_part.ballot, BALLOTS_MAX) &&
           find_one(&key->b, row->took_part.seat, SEATS_MAX);
}

/* ---- priorities */

bool row_make_priority(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct priority *p = &model->priorities.list[key.a - 1];
    const struct condition *condition = &model->conditions[p->condition];
    row->priority = (struct journal_priority_row){.place = key.a,
                                                  .condition = condition->id,
                                                  .text = p->condition ? condition->name : p->text,
                                                  .ballot = model->priorities.ballot};
    return key.a <= model->priorities.count;
}

bool row_find_priority(struct row_key *key, const struct model *model,
                       const struct journal_row *row)
{
    (void)model;
    return find_one(&key->a, row->priority.place, PRIORITIES_MAX);
}
