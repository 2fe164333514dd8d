#include "model/portray.h"

static void put(void *context, const struct item *item)
{
    room_apply(context, item);
}

/* What the school, or anybody who sat there for it, is asked to do is its own. */
static void mark_own_actions(struct room *room, const struct model *model, school_id school)
{
    for (action_id i = 1; i <= model->action_count; i++) {
        const struct action_content *content = &model->actions[i].content;
        bool seat =
            content->owner == OWNER_SEAT && audience_school(model, content->owner_seat) == school;
        bool whole = content->owner == OWNER_SCHOOL && content->owner_school == school;
        if (room->actions[i].revision && (seat || whole))
            room->own_actions[i].asked = true;
    }
}

void room_portray_into(struct room *room, const struct model *model, enum audience_kind audience,
                       school_id school)
{
    static const struct live nobody;
    room_clear(room);
    model_project(model, &nobody, (struct audience){.kind = audience}, put, room);
    if (school)
        model_project(model, &nobody, (struct audience){.kind = AUDIENCE_SCHOOL, .id = school}, put,
                      room);
    if (school && audience == AUDIENCE_PARTICIPANTS)
        mark_own_actions(room, model, school);
}

enum error room_portray(struct room **out, const struct model *model, enum audience_kind audience,
                        school_id school)
{
    enum error e = room_create(out);
    if (e == ERROR_OK)
        room_portray_into(*out, model, audience, school);
    return e;
}
