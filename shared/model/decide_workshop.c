#include "model/deciding.h"

#include "base/text.h"

#include <string.h>

enum refusal decide_create(struct deciding *d)
{
    if (d->model->created)
        return REFUSAL_NOT_ALLOWED;
    deciding_add(d, EVENT_CREATED, &d->command->change);
    return deciding_name(d->command->change.workshop.title);
}

enum refusal decide_add_condition(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_CONDITION_ADDED, &d->command->change);
    e->change.condition.condition = (condition_id)(d->model->condition_count + 1);
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NO_CONDITION;
}

enum refusal decide_add_agenda_item(struct deciding *d)
{
    struct event *e = deciding_add(d, EVENT_AGENDA_ITEM_ADDED, &d->command->change);
    e->change.agenda.item = (uint8_t)(d->model->item_count + 1);
    return model_fits(d->model, e) ? REFUSAL_NONE : REFUSAL_NO_ITEM;
}

/* Two schools whose names a person would read as the same cannot both be listed. */
static bool name_is_taken(const struct model *m, const char *name, school_id but)
{
    for (school_id s = 1; s <= m->school_count; s++)
        if (s != but && text_same(m->schools[s].name, name))
            return true;
    return false;
}

enum refusal decide_add_school(struct deciding *d)
{
    const char *name = d->command->change.school.name;
    if (d->model->school_count == SCHOOLS_MAX)
        return REFUSAL_SCHOOLS_FULL;
    if (name_is_taken(d->model, name, 0))
        return REFUSAL_NAME_TAKEN;
    struct event *e = deciding_add(d, EVENT_SCHOOL_ADDED, &d->command->change);
    e->change.school.school = (school_id)(d->model->school_count + 1);
    return deciding_name(name);
}

enum refusal decide_rename_school(struct deciding *d)
{
    const struct school_change *c = &d->command->change.school;
    if (!model_has_school(d->model, c->school))
        return REFUSAL_NO_SCHOOL;
    if (name_is_taken(d->model, c->name, c->school))
        return REFUSAL_NAME_TAKEN;
    if (strcmp(d->model->schools[c->school].name, c->name) != 0)
        deciding_add(d, EVENT_SCHOOL_RENAMED, &d->command->change);
    return deciding_name(c->name);
}

enum refusal decide_set(struct deciding *d)
{
    const struct setting_change *c = &d->command->change.setting;
    if (c->setting >= SETTING_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (d->model->settings[c->setting] != c->on)
        deciding_add(d, EVENT_SETTING_MADE, &d->command->change);
    return REFUSAL_NONE;
}

enum refusal decide_close(struct deciding *d)
{
    deciding_add(d, EVENT_CLOSED, NULL);
    return REFUSAL_NONE;
}
