#include "model/portray.h"

static void put(void *context, const struct item *item)
{
    room_apply(context, item);
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
}

enum error room_portray(struct room **out, const struct model *model, enum audience_kind audience,
                        school_id school)
{
    enum error e = room_create(out);
    if (e == ERROR_OK)
        room_portray_into(*out, model, audience, school);
    return e;
}
