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
}
