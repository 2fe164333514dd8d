#include "wire/flat.h"

#include <string.h>

/* What a pack holds, and what changes and items have in common. */

enum refusal take_text(char *to, size_t size, size_t visible, const char *from)
{
    switch (text_take(to, size, visible, from, strlen(from))) {
    case TEXT_LONG:
        return REFUSAL_TEXT_LONG;
    case TEXT_NOT_UTF8:
        return REFUSAL_TEXT_BROKEN;
    default:
        return REFUSAL_NONE;
    }
}

#define FIGURE(N, R, T) N(now) N(target) N(months) T(note, NOTE_VISIBLE)
FLAT(figure, plenary_Figure, struct figure, FIGURE)
#define RESOURCE(N, R, T) T(title, 0) T(kind, 0) T(offered_by, 0) T(where, 0)
FLAT(resource, plenary_Resource, struct resource, RESOURCE)
#define PLACE(N, R, T) R(item, AGENDA_MAX + 1) R(step, STEPS_MAX + 1)
FLAT(place, plenary_Place, struct place, PLACE)
#define VIEW(N, R, T)                                                                              \
    N(targets)                                                                                     \
    N(by_average)                                                                                  \
    N(blank)                                                                                       \
    N(frozen)                                                                                      \
    R(larger, LARGER_MOST + 1)                                                                     \
    R(focus, CONDITIONS_MAX + 1)                                                                   \
    N(page)                                                                                        \
    R(note, NOTES_MAX + 1)                                                                         \
    R(finding_kind, FINDING_COUNT)                                                                 \
    R(finding, CONDITIONS_MAX + 1)                                                                 \
    R(action, ACTIONS_MAX + 1) R(ballot, BALLOTS_MAX + 1) R(sight, SIGHT_COUNT) R(then, THEN_COUNT)
FLAT(view, plenary_View, struct view, VIEW)

#define CONTENT(N, R, T) T(id, 0) T(name, 0) T(tight, 0) T(question, 0) T(idea, 0)

void content_out(plenary_Condition *w, const struct condition *m)
{
    CONTENT(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(prompts, m->prompt_count)
    OUT_TEXTS(scale, SCALE_COUNT)
    w->resources_count = m->resource_count;
    for (unsigned i = 0; i < m->resource_count; i++)
        resource_out(&w->resources[i], &m->resources[i]);
}

enum refusal content_in(struct condition *m, const plenary_Condition *w)
{
    enum refusal refusal;
    CONTENT(IN_N, IN_R, IN_T)
    IN_TEXTS(prompts)
    IN_TEXTS(scale)
    m->prompt_count = (uint8_t)w->prompts_count;
    m->resource_count = (uint8_t)w->resources_count;
    for (unsigned i = 0; i < w->resources_count; i++)
        if ((refusal = resource_in(&m->resources[i], &w->resources[i])) != REFUSAL_NONE)
            return refusal;
    return m->name[0] ? REFUSAL_NONE : REFUSAL_NAME_EMPTY;
}

#define AGENDA_ITEM(N, R, T)                                                                       \
    T(id, 0)                                                                                       \
    T(title, 0)                                                                                    \
    R(start, 24 * 60) N(minutes) N(group_size) T(lead_in, 0) T(ground_rule, 0) T(notes, 0)

#define AGENDA_STEP(N, R, T) R(how, HOW_COUNT) N(minutes) N(subject) T(ask, 0)

void agenda_step_out(plenary_AgendaStep *w, const struct agenda_step *m)
{
    AGENDA_STEP(OUT_N, OUT_R, OUT_T)
    w->stage = (plenary_Stage)m->stage;
}

enum refusal agenda_step_in(struct agenda_step *m, const plenary_AgendaStep *w)
{
    enum refusal refusal = REFUSAL_NONE;
    AGENDA_STEP(IN_N, IN_R, IN_T)
    m->stage = (uint8_t)w->stage;
    return (unsigned)w->stage < STAGE_COUNT ? refusal : REFUSAL_NOT_UNDERSTOOD;
}

/* Steps of files from before they had more to say than their stage. */
static enum refusal old_steps_in(struct agenda_item *m, const plenary_AgendaItem *w)
{
    for (unsigned i = 0; i < w->steps_count; i++) {
        if ((unsigned)w->steps[i] >= STAGE_COUNT)
            return REFUSAL_NOT_UNDERSTOOD;
        m->steps[i].stage = (uint8_t)w->steps[i];
    }
    m->step_count = (uint8_t)w->steps_count;
    return w->steps_count ? REFUSAL_NONE : REFUSAL_NOT_UNDERSTOOD;
}

void agenda_item_out(plenary_AgendaItem *w, const struct agenda_item *m)
{
    AGENDA_ITEM(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(objectives, m->objective_count)
    w->parts_count = m->step_count;
    for (unsigned i = 0; i < m->step_count; i++)
        agenda_step_out(&w->parts[i], &m->steps[i]);
}

enum refusal agenda_item_in(struct agenda_item *m, const plenary_AgendaItem *w)
{
    enum refusal refusal;
    AGENDA_ITEM(IN_N, IN_R, IN_T)
    IN_TEXTS(objectives)
    m->objective_count = (uint8_t)w->objectives_count;
    if (!w->parts_count)
        return old_steps_in(m, w);
    m->step_count = (uint8_t)w->parts_count;
    for (unsigned i = 0; i < w->parts_count && refusal == REFUSAL_NONE; i++)
        refusal = agenda_step_in(&m->steps[i], &w->parts[i]);
    return refusal;
}

#define BOARD_CONTENT(N, R, T) T(id, 0) T(question, 0) N(held) N(always) N(personal)

void board_content_out(plenary_BoardContent *w, const struct board_content *m)
{
    BOARD_CONTENT(OUT_N, OUT_R, OUT_T)
    OUT_TEXTS(headings, m->heading_count)
}

enum refusal board_content_in(struct board_content *m, const plenary_BoardContent *w)
{
    enum refusal refusal = REFUSAL_NONE;
    BOARD_CONTENT(IN_N, IN_R, IN_T)
    IN_TEXTS(headings)
    m->heading_count = (uint8_t)w->headings_count;
    return w->headings_count ? REFUSAL_NONE : REFUSAL_NOT_UNDERSTOOD;
}
