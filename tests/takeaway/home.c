#include "takeaway/home.h"

#include <stdio.h>

#include "base/text.h"
#include "model/portray.h"
#include "rooms/reviews.h"
#include "rooms/votes.h"
#include "takeaway/takeaway.h"
#include "testing.h"

static void sit(struct room *room)
{
    room->me = (struct me_item){
        .seat = 1, .role = ROLE_SCHOOL, .speaks = true, .people = 1, .school = HOME_SCHOOL};
    text_copy(room->me.name, NAME_SIZE, "Sam Okafor");
}

/* An action settled in the school's own talk, one that it sees to for the cluster, and one that
 * another school does. */
static void add_actions(struct room *room)
{
    struct action_item *own = &room->actions[900], *owned = &room->actions[901];
    struct action_item *other = &room->actions[902];
    own->state = ACTION_OWN;
    own->revision = owned->revision = other->revision = 1;
    own->content.school = HOME_SCHOOL;
    own->content.condition = 9;
    own->content.months = 6;
    text_copy(own->content.text, NOTE_SIZE, "Ask the governors for a charging policy");
    owned->state = other->state = ACTION_ADOPTED;
    owned->accepted = other->accepted = true;
    owned->content.condition = 10;
    owned->content.level = other->content.level = ACTION_LEVEL_CLUSTER;
    owned->content.owner = other->content.owner = OWNER_SCHOOL;
    owned->content.owner_school = HOME_SCHOOL;
    owned->content.due = ROOMS_DAY + 30;
    text_copy(owned->content.text, NOTE_SIZE, "Write down one way of measuring impact");
    text_copy(owned->content.measure, NOTE_SIZE, "Every school has used it once");
    other->content.owner_school = HOME_OTHER;
    other->content.due = ROOMS_DAY + 10;
    text_copy(other->content.text, NOTE_SIZE, "Print the directory");
}

void home_make(struct room *room, bool named)
{
    struct rooms_spec spec = {
        .schools = 10, .ratings = ROOMS_MOST, .named = named, .earlier = 2, .place = {5, 1}};
    struct model *model = NULL;
    static struct live live;
    assert_int_equal(model_create(&model), ERROR_OK);
    rooms_model(model, &live, &spec);
    room_portray_into(room, model, AUDIENCE_PARTICIPANTS, HOME_SCHOOL);
    model_destroy(&model);
    rooms_plan(room, &(struct rooms_plan){.actions = 5, .priorities = 3});
    sit(room);
    add_actions(room);
    room->workshop.closed = true;
    for (condition_id c = 1; c <= 3; c++)
        text_copy(room->talks[c][HOME_SCHOOL].agreed.note, NOTE_SIZE,
                  c == 2 ? "It’s “in the plan”, but < half of staff know & fewer act" : "");
}

void home_write(char to[HOME_TEXT_SIZE], const struct room *room, school_id school)
{
    FILE *out = fmemopen(to, HOME_TEXT_SIZE, "w");
    assert_non_null(out);
    takeaway_write(out, room, school);
    assert_false(ferror(out));
    assert_int_equal(fclose(out), 0);
    assert_in_range(strlen(to), 1000, HOME_TEXT_SIZE - 2);
}
