#include "host/rows.h"

#include "journal/tables.h"

#include <string.h>

static struct journal_workshop_row workshop_row(const struct model *model, int64_t made_at_ms)
{
    return (struct journal_workshop_row){.title = model->title,
                                         .pack = model->pack,
                                         .agenda = model->agenda,
                                         .made_at_ms = made_at_ms};
}

static struct journal_school_row school_row(const struct model *model, school_id school)
{
    const struct school *s = &model->schools[school];
    return (struct journal_school_row){.id = school,
                                       .name = s->name,
                                       .consent_room = s->consent[SCOPE_ROOM] == ANSWER_YES,
                                       .consent_summary = s->consent[SCOPE_SUMMARY] == ANSWER_YES,
                                       .consent_la = s->consent[SCOPE_LA] == ANSWER_YES};
}

/* What the grid shows of a rating; a row of zeros where nothing stands. */
static struct journal_rating_row rating_row(const struct model *model, condition_id condition,
                                            school_id school)
{
    const struct rating *rating = &model->ratings[condition][school];
    const struct figure *shown = model_shown_figure(rating);
    return (struct journal_rating_row){.school = school,
                                       .condition = model->conditions[condition].id,
                                       .now = shown ? shown->now : 0,
                                       .target = shown ? shown->target : 0,
                                       .months = shown ? shown->months : 0,
                                       .note = shown ? shown->note : "",
                                       .state = rating_state_word(model_rating_state(rating)),
                                       .agreed_with = rating->settled ? rating->agreed_with : ""};
}

void rows_put(struct journal *journal, const struct model *model, const struct event *event)
{
    switch (event->kind) {
    case EVENT_CREATED: {
        struct journal_workshop_row row = workshop_row(model, event->at_ms);
        journal_put_workshop(journal, &row);
        break;
    }
    case EVENT_SCHOOL_ADDED:
    case EVENT_SCHOOL_RENAMED: {
        struct journal_school_row row = school_row(model, event->change.school.school);
        journal_put_school(journal, &row);
        break;
    }
    case EVENT_CONSENT_GIVEN: {
        struct journal_school_row row = school_row(model, event->change.consent.school);
        journal_put_school(journal, &row);
        break;
    }
    case EVENT_RATING_PROPOSED:
    case EVENT_RATING_WITHDRAWN:
    case EVENT_RATING_AGREED:
    case EVENT_RATING_AGREED_IN_PERSON: {
        struct journal_rating_row row =
            rating_row(model, event->change.rating.condition, event->change.rating.school);
        journal_put_rating(journal, &row);
        break;
    }
    default:
        break;
    }
}

/* A comparison under way. Rows that the tables lack are found by counting. */
struct comparing {
    const struct model *model;
    struct trouble *trouble;
    unsigned workshops, schools, ratings;
};

static enum error see_workshop(void *context, const struct journal_workshop_row *row)
{
    struct comparing *c = context;
    c->workshops++;
    if (strcmp(row->title, c->model->title) != 0 || strcmp(row->pack, c->model->pack) != 0 ||
        strcmp(row->agenda, c->model->agenda) != 0)
        return trouble_set(c->trouble, ERROR_DAMAGED,
                           "The table \"workshop\" does not say what the journal says.");
    return ERROR_OK;
}

static enum error see_school(void *context, const struct journal_school_row *row)
{
    struct comparing *c = context;
    c->schools++;
    if (model_has_school(c->model, row->id)) {
        struct journal_school_row ours = school_row(c->model, row->id);
        if (strcmp(ours.name, row->name) == 0 && ours.consent_room == row->consent_room &&
            ours.consent_summary == row->consent_summary && ours.consent_la == row->consent_la)
            return ERROR_OK;
    }
    return trouble_set(c->trouble, ERROR_DAMAGED,
                       "The table \"school\" does not say of school %u (%s) what the journal says.",
                       row->id, row->name);
}

static condition_id find_condition(const struct model *model, const char *id)
{
    for (condition_id c = 1; c <= model->condition_count; c++)
        if (strcmp(model->conditions[c].id, id) == 0)
            return c;
    return 0;
}

static enum error see_rating(void *context, const struct journal_rating_row *row)
{
    struct comparing *c = context;
    condition_id condition = find_condition(c->model, row->condition);
    c->ratings++;
    if (condition && model_has_school(c->model, row->school)) {
        struct journal_rating_row ours = rating_row(c->model, condition, row->school);
        if (ours.now == row->now && ours.target == row->target && ours.months == row->months &&
            strcmp(ours.note, row->note) == 0 && strcmp(ours.state, row->state) == 0 &&
            strcmp(ours.agreed_with, row->agreed_with) == 0)
            return ERROR_OK;
    }
    return trouble_set(c->trouble, ERROR_DAMAGED,
                       "The table \"rating\" does not say of school %u (%s) and %s what the "
                       "journal says.",
                       row->school,
                       model_has_school(c->model, row->school) ? c->model->schools[row->school].name
                                                               : "not listed",
                       condition ? c->model->conditions[condition].name : row->condition);
}

static unsigned count_ratings(const struct model *model)
{
    unsigned count = 0;
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++)
            count += model->ratings[c][s].revision > 0;
    return count;
}

enum error rows_compare(struct journal *journal, const struct model *model, struct trouble *trouble)
{
    struct comparing c = {.model = model, .trouble = trouble};
    struct journal_reader reader = {
        .context = &c, .workshop = see_workshop, .school = see_school, .rating = see_rating};
    enum error e = journal_read_tables(journal, &reader, trouble);
    if (e != ERROR_OK)
        return e;
    if (c.workshops != model->created)
        return trouble_set(trouble, ERROR_DAMAGED, "The table workshop lacks its row.");
    if (c.schools != model->school_count || c.ratings != count_ratings(model))
        return trouble_set(trouble, ERROR_DAMAGED,
                           "The tables list %u schools and %u ratings; the journal has %u and %u.",
                           c.schools, c.ratings, model->school_count, count_ratings(model));
    return ERROR_OK;
}
