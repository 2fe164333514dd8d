#include "host/row_reviews.h"
#include "host/row_training.h"
#include "host/row_votes.h"

#include <assert.h>
#include <string.h>

/* When the workshop was made is known to its first event alone: that column is left as it is. */
static bool make_workshop(struct journal_row *row, const struct model *model, struct row_key key)
{
    row->workshop.id = key.a;
    row->workshop.title = model->title;
    row->workshop.pack = model->pack;
    row->workshop.agenda = model->agenda;
    return model->created;
}

static bool make_school(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct school *s = &model->schools[key.a];
    row->school =
        (struct journal_school_row){.id = key.a,
                                    .name = s->name,
                                    .consent_room = s->consent[SCOPE_ROOM] == ANSWER_YES,
                                    .consent_summary = s->consent[SCOPE_SUMMARY] == ANSWER_YES,
                                    .consent_la = s->consent[SCOPE_LA] == ANSWER_YES};
    return model_has_school(model, key.a);
}

/* What the grid shows of a rating; zeros where nothing stands any more. */
static bool make_rating(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct rating *rating = &model->ratings[key.a][key.b];
    const struct figure *shown = model_shown_figure(rating);
    row->rating =
        (struct journal_rating_row){.school = key.b,
                                    .condition = model->conditions[key.a].id,
                                    .now = shown ? shown->now : 0,
                                    .target = shown ? shown->target : 0,
                                    .months = shown ? shown->months : 0,
                                    .note = shown ? shown->note : "",
                                    .state = rating_state_word(model_rating_state(rating)),
                                    .agreed_with = rating->settled ? rating->agreed_with : ""};
    return rating->revision > 0;
}

/* What people wrote to a personal board is told once it is closed. */
static bool make_note(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct note *n = &model->notes[key.a];
    const struct board *board = &model->boards[n->board];
    row->note = (struct journal_note_row){
        .id = key.a,
        .board = board->content.id,
        .heading = n->heading ? board->content.headings[n->heading - 1] : "",
        .state = note_state_word((enum note_state)n->state),
        .starred = n->starred,
        .worked_on_by = n->group,
        .suggestion_to = n->parent,
        .part_of = n->merged,
        .text = n->text,
        .signed_by = n->by};
    return (n->state == NOTE_WAITING || n->state == NOTE_SHOWN) &&
           (!board->content.personal || board->state == BOARD_CLOSED);
}

/* What is proposed in the workshop has a table of its own. */
static bool make_action(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct action *a = &model->actions[key.a];
    row->action =
        (struct journal_action_row){.id = key.a,
                                    .school = a->content.school,
                                    .condition = model->conditions[a->content.condition].id,
                                    .months = a->content.months,
                                    .text = a->content.text};
    return key.a <= model->action_count && !a->removed && a->state == ACTION_OWN;
}

static bool make_finding(struct journal_row *row, const struct model *model, struct row_key key)
{
    const struct finding *f = &model->findings[key.a][key.b];
    bool added = key.a == FINDING_ADDED;
    row->finding =
        (struct journal_finding_row){.kind = finding_word((enum finding_kind)key.a),
                                     .number = key.b,
                                     .condition = added ? "" : model->conditions[key.b].id,
                                     .wording = f->text,
                                     .hidden = f->hidden,
                                     .for_la = f->for_la,
                                     .rank = f->rank,
                                     .answer = f->answer};
    return added ? f->exists : f->hidden || f->for_la || f->rank || f->text[0] || f->answer[0];
}

/* Objectives are asked all at once: their round goes by the first. */
static bool make_tally(struct journal_row *row, const struct model *model, struct row_key key)
{
    uint8_t round = key.a == SLIP_OBJECTIVE ? 1 : (uint8_t)key.b;
    unsigned count = 0;
    row->tally = (struct journal_tally_row){
        .kind = slip_word((enum slip_kind)key.a), .subject = key.b, .value = key.c};
    if (model->asking[key.a].states[round] != ROUND_SHOWN)
        return false;
    for (uint16_t s = 1; s <= model->slip_count; s++)
        count += model->slips[s].kind == key.a && model->slips[s].subject == key.b &&
                 model->slips[s].value == key.c;
    row->tally.count = count;
    return count > 0;
}

/* ---- back from what a row says */

static bool find_first(struct row_key *key, int64_t number, uint16_t most)
{
    key->a = (uint16_t)number;
    return number >= 1 && number <= most;
}

static bool find_workshop(struct row_key *key, const struct model *model,
                          const struct journal_row *row)
{
    (void)model;
    return find_first(key, row->workshop.id, 1);
}

static bool find_school(struct row_key *key, const struct model *model,
                        const struct journal_row *row)
{
    (void)model;
    return find_first(key, row->school.id, SCHOOLS_MAX);
}

static bool find_rating(struct row_key *key, const struct model *model,
                        const struct journal_row *row)
{
    if (row->rating.school < 1 || row->rating.school > SCHOOLS_MAX)
        return false;
    key->b = (uint16_t)row->rating.school;
    for (key->a = 1; key->a <= model->condition_count; key->a++)
        if (strcmp(model->conditions[key->a].id, row->rating.condition) == 0)
            return true;
    return false;
}

static bool find_note(struct row_key *key, const struct model *model, const struct journal_row *row)
{
    (void)model;
    return find_first(key, row->note.id, NOTES_MAX);
}

static bool find_action(struct row_key *key, const struct model *model,
                        const struct journal_row *row)
{
    (void)model;
    return find_first(key, row->action.id, ACTIONS_MAX);
}

static bool find_finding(struct row_key *key, const struct model *model,
                         const struct journal_row *row)
{
    (void)model;
    key->b = (uint16_t)row->finding.number;
    for (key->a = 0; key->a < FINDING_COUNT; key->a++)
        if (strcmp(finding_word((enum finding_kind)key->a), row->finding.kind) == 0)
            return row->finding.number >= 1 && row->finding.number <= CONDITIONS_MAX;
    return false;
}

static bool find_tally(struct row_key *key, const struct model *model,
                       const struct journal_row *row)
{
    const struct journal_tally_row *tally = &row->tally;
    (void)model;
    key->b = (uint16_t)tally->subject;
    key->c = (uint16_t)tally->value;
    for (key->a = 0; key->a < SLIP_COUNT; key->a++)
        if (strcmp(slip_word((enum slip_kind)key->a), tally->kind) == 0)
            return tally->subject >= 1 && tally->subject <= CONDITIONS_MAX && tally->value >= 1 &&
                   tally->value <= RATING_MAX;
    return false;
}

static const struct row_table tables[JOURNAL_TABLE_COUNT] = {
    [JOURNAL_WORKSHOP] = {make_workshop, find_workshop, {1, 0, 0}, {1, 0, 0}},
    [JOURNAL_SCHOOL] = {make_school, find_school, {1, 0, 0}, {SCHOOLS_MAX, 0, 0}},
    [JOURNAL_RATING] = {make_rating, find_rating, {1, 1, 0}, {CONDITIONS_MAX, SCHOOLS_MAX, 0}},
    [JOURNAL_NOTE] = {make_note, find_note, {1, 0, 0}, {NOTES_MAX, 0, 0}},
    [JOURNAL_ACTION] = {make_action, find_action, {1, 0, 0}, {ACTIONS_MAX, 0, 0}},
    [JOURNAL_FINDING] = {make_finding,
                         find_finding,
                         {0, 1, 0},
                         {FINDING_COUNT - 1, CONDITIONS_MAX, 0}},
    [JOURNAL_TALLY] = {make_tally,
                       find_tally,
                       {0, 1, 1},
                       {SLIP_COUNT - 1, CONDITIONS_MAX, RATING_MAX}},
    [JOURNAL_PLAN] = {row_make_plan, row_find_plan, {1, 0, 0}, {ACTIONS_MAX, 0, 0}},
    [JOURNAL_BALLOT] = {row_make_ballot, row_find_ballot, {1, 0, 0}, {BALLOTS_MAX, 0, 0}},
    [JOURNAL_BALLOT_OPTION] = {row_make_option,
                               row_find_option,
                               {1, 1, 0},
                               {BALLOTS_MAX, OPTIONS_MAX, 0}},
    [JOURNAL_NAMED_VOTE] = {row_make_named_vote,
                            row_find_named_vote,
                            {1, 1, 0},
                            {PAPERS_MAX, OPTIONS_MAX, 0}},
    [JOURNAL_TOOK_PART] = {row_make_took_part,
                           row_find_took_part,
                           {1, 1, 0},
                           {BALLOTS_MAX, SEATS_MAX, 0}},
    [JOURNAL_PRIORITY] = {row_make_priority, row_find_priority, {1, 0, 0}, {PRIORITIES_MAX, 0, 0}},
    [JOURNAL_REVIEW] = {row_make_review, row_find_review, {1, 0, 0}, {REVIEWS_MAX, 0, 0}},
    [JOURNAL_PAST_RATING] = {row_make_past_rating,
                             row_find_past_rating,
                             {1, 1, 1},
                             {REVIEWS_MAX, SCHOOLS_MAX, CONDITIONS_MAX}},
    [JOURNAL_TRAINING] = {row_make_training, row_find_training, {1, 0, 0}, {1, 0, 0}},
    [JOURNAL_ROLE] = {row_make_role, row_find_role, {1, 0, 0}, {CHARACTERS_MAX, 0, 0}},
    [JOURNAL_MOMENT] = {row_make_moment, row_find_moment, {1, 0, 0}, {MOMENTS_MAX, 0, 0}},
};

const struct row_table *row_table(enum journal_table table)
{
    assert((unsigned)table < JOURNAL_TABLE_COUNT);
    return &tables[table];
}
