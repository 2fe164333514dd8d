#include "wire/fill_content.h"

#include <string.h>

void fill_text(char *to, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++)
        to[i] = (char)('a' + i % 26);
    to[size - 1] = '\0';
}

void fill_visible(char *to, size_t visible)
{
    to[0] = '\0';
    for (size_t i = 0; i < visible; i++)
        strcat(to, "\xe2\x82\xac"); /* euro sign */
}

void fill_figure(struct figure *f)
{
    f->now = 9;
    f->target = RATING_MAX;
    f->months = MONTHS_MAX;
    fill_visible(f->note, NOTE_VISIBLE);
}

void fill_content(struct condition *c)
{
    fill_text(c->id, sizeof c->id);
    fill_text(c->name, sizeof c->name);
    fill_text(c->tight, sizeof c->tight);
    fill_text(c->question, sizeof c->question);
    fill_text(c->idea, sizeof c->idea);
    c->prompt_count = PROMPTS_MAX;
    c->resource_count = RESOURCES_MAX;
    for (int i = 0; i < PROMPTS_MAX; i++)
        fill_text(c->prompts[i], LINE_SIZE);
    for (int i = 0; i < SCALE_COUNT; i++)
        fill_text(c->scale[i], LINE_SIZE);
    for (int i = 0; i < RESOURCES_MAX; i++) {
        fill_text(c->resources[i].title, LINE_SIZE);
        fill_text(c->resources[i].kind, LABEL_SIZE);
        fill_text(c->resources[i].offered_by, NAME_SIZE);
        fill_text(c->resources[i].where, LINE_SIZE);
    }
}

void fill_agenda_item(struct agenda_item *i)
{
    fill_text(i->id, sizeof i->id);
    fill_text(i->title, sizeof i->title);
    i->start = 24 * 60 - 1;
    i->minutes = UINT16_MAX;
    i->group_size = UINT8_MAX;
    i->step_count = STEPS_MAX;
    for (int s = 0; s < STEPS_MAX; s++) {
        i->steps[s].stage = STAGE_COUNT - 1;
        i->steps[s].how = HOW_COUNT - 1;
        i->steps[s].minutes = UINT16_MAX;
        i->steps[s].subject = UINT8_MAX;
        fill_text(i->steps[s].ask, LINE_SIZE);
    }
    fill_text(i->lead_in, sizeof i->lead_in);
    i->objective_count = OBJECTIVES_MAX;
    for (int n = 0; n < OBJECTIVES_MAX; n++)
        fill_text(i->objectives[n], LINE_SIZE);
    fill_text(i->ground_rule, sizeof i->ground_rule);
    fill_text(i->notes, sizeof i->notes);
}

void fill_board_content(struct board_content *b)
{
    fill_text(b->id, sizeof b->id);
    fill_text(b->question, sizeof b->question);
    b->heading_count = HEADINGS_MAX;
    for (int i = 0; i < HEADINGS_MAX; i++)
        fill_text(b->headings[i], NAME_SIZE);
    b->held = b->always = b->personal = true;
}

void fill_look(struct view *v)
{
    v->targets = v->by_average = v->blank = v->frozen = true;
    v->larger = LARGER_MOST;
    v->focus = v->finding = CONDITIONS_MAX;
    v->page = UINT8_MAX;
    v->note = NOTES_MAX;
    v->finding_kind = FINDING_COUNT - 1;
    v->action = ACTIONS_MAX;
    v->ballot = BALLOTS_MAX;
    v->sight = SIGHT_COUNT - 1;
    v->then = THEN_COUNT - 1;
}

void fill_past_content(struct past *p)
{
    memset(p->now + 1, RATING_MAX, CONDITIONS_MAX);
    memset(p->target + 1, RATING_MAX, CONDITIONS_MAX);
}

void fill_action_content(struct action_content *a)
{
    a->condition = CONDITIONS_MAX;
    a->level = ACTION_LEVEL_COUNT - 1;
    a->school = a->owner_school = SCHOOLS_MAX;
    a->owner_seat = SEATS_MAX;
    a->months = MONTHS_MAX;
    a->due = UINT32_MAX;
    a->owner = OWNER_COUNT - 1;
    a->source = SOURCE_COUNT - 1;
    a->source_a = UINT16_MAX;
    a->source_b = UINT8_MAX;
    fill_visible(a->text, NOTE_VISIBLE);
    fill_visible(a->owner_name, NAME_VISIBLE);
    fill_text(a->helpers, LINE_SIZE);
    fill_visible(a->measure, NOTE_VISIBLE);
    fill_visible(a->resources, NOTE_VISIBLE);
}

void fill_ballot_content(struct ballot_content *b)
{
    fill_text(b->id, sizeof b->id);
    fill_text(b->question, sizeof b->question);
    b->method = METHOD_SCORES;
    b->about = ABOUT_TYPED;
    b->by_school = b->named = true;
    b->budget = b->limit = BUDGET_MAX;
    for (int i = 0; i < CRITERIA_MAX; i++)
        fill_text(b->criteria[i], sizeof b->criteria[i]);
    b->again = BALLOTS_MAX;
    b->option_count = OPTIONS_MAX;
    for (int i = 0; i < OPTIONS_MAX; i++)
        fill_visible(b->texts[i], NAME_VISIBLE);
}

void fill_ballot_tally(struct ballot_tally *t)
{
    t->papers = t->by_hand = UINT16_MAX;
    for (int i = 1; i <= OPTIONS_MAX; i++) {
        t->chosen[i] = t->points[i] = UINT16_MAX;
        for (int j = 1; j <= OPTIONS_MAX; j++)
            t->above[i][j] = UINT16_MAX;
        for (int c = 0; c < CRITERIA_MAX; c++)
            for (int s = 1; s <= SCORE_MAX; s++)
                t->scores[c][i][s] = UINT16_MAX;
    }
}

void fill_priorities_content(struct priorities_change *p)
{
    p->revision = UINT32_MAX;
    p->ballot = BALLOTS_MAX;
    p->count = PRIORITIES_MAX;
    for (int i = 0; i < PRIORITIES_MAX; i++) {
        p->list[i].condition = CONDITIONS_MAX;
        fill_visible(p->list[i].text, NAME_VISIBLE);
    }
}
