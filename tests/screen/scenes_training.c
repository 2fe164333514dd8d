#include "rooms/training.h"
#include "screen/scenes.h"
#include "testing.h"

/* Roles of a training, being chosen and played. */

enum { ROLES = 12, MARY = 1, SAM = 2, PRIYA = 5 };

/* Everybody comes by script; one role is a person's already. */
static void cast(struct desk *desk, bool is_long)
{
    rooms_training(desk->model, ROLES, is_long);
    for (character_id role = 2; role <= ROLES; role++)
        rooms_play(desk->model, role, role, true);
    rooms_play(desk->model, SAM, 1, false);
}

static void choose(struct desk *desk)
{
    cast(desk, false);
    desk_sit(desk, CODE_ROOM, 0, NULL);
}

static void choose_taken(struct desk *desk)
{
    choose(desk);
    for (int i = 0; i < 3; i++)
        desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_UP, 0);
    desk_key(desk, KEY_UP, 0);
}

/* Somebody else was quicker. */
static void choose_refused(struct desk *desk)
{
    choose(desk);
    rooms_play(desk->model, MARY, 3, false);
    desk_key(desk, KEY_ENTER, 0);
}

static void card(struct desk *desk)
{
    choose(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void card_long(struct desk *desk)
{
    cast(desk, true);
    desk_sit(desk, CODE_ROOM, 0, NULL);
    desk_key(desk, KEY_ENTER, 0);
}

static void seat(struct desk *desk)
{
    card(desk);
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, "Sam Okafor");
}

static void consent(struct desk *desk)
{
    seat(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void without(struct desk *desk)
{
    choose(desk);
    desk_key(desk, KEY_ESCAPE, 0);
}

static void facing(struct desk *desk)
{
    cast(desk, false);
    desk_sit(desk, CODE_FACILITATOR, 0, "Ada Byron");
}

const struct scene scenes_training[SCENES_TRAINING] = {
    {"role-choose", choose},
    {"role-choose-taken", choose_taken},
    {"role-choose-refused", choose_refused},
    {"role-card", card},
    {"role-card-long", card_long},
    {"role-seat", seat},
    {"role-consent", consent},
    {"role-without", without},
    {"role-facing", facing},
};
