#include "rehearse/parts.h"

#include "base/text.h"

/* Ratings: the manager suggests and the leader agrees, or puts another figure forward; and where
 * nobody has said anything yet, the leader does. */

enum { ROUNDS_MOST = 2 }; /* times that somebody answers a suggestion with another figure */

/* What somebody would like to see there who is ashamed of a low figure. */
enum { DEFENDED_MORE = 3 };

static uint8_t within(int rating)
{
    return (uint8_t)(rating < 1 ? 1 : rating > RATING_MAX ? RATING_MAX : rating);
}

/* What this leader would say of a condition when asked first. */
static struct figure own_figure(const struct player *p, condition_id c)
{
    const struct rehearsal_school *school = p->school;
    int more = p->role->defends == c ? DEFENDED_MORE : temper_of(p->temperament)->generosity;
    struct figure figure = {.now = within(school->now[c] + more), .target = school->target[c]};
    if (figure.target < figure.now)
        figure.target = figure.target ? figure.now : 0;
    figure.months = figure.target ? school->months[c] : 0;
    return figure;
}

/* How often it has answered with a figure of its own. */
static unsigned answered(const struct player *p, condition_id c)
{
    unsigned times = 0;
    while (times < ROUNDS_MOST && player_has_done(p, DOING_RATE, (uint32_t)c << 8 | (times + 1)))
        times++;
    return times;
}

/* What stands there is near enough to what it would say itself, or it has argued enough. */
static bool agrees(const struct player *p, condition_id c, const struct figure *suggested)
{
    unsigned times = answered(p, c);
    bool defends = p->role->defends == c;
    if (times >= (defends ? ROUNDS_MOST : 1U))
        return true;
    if (suggested->now >= own_figure(p, c).now && defends)
        return true;
    return !defends && player_would(p, DOING_RATE, c, temper_of(p->temperament)->agrees);
}

/* Another figure than the one suggested, nearer to it the second time. */
static struct figure other_figure(const struct player *p, condition_id c,
                                  const struct figure *suggested)
{
    struct figure figure = own_figure(p, c);
    if (figure.now == suggested->now)
        figure.now = within(suggested->now + (temper_of(p->temperament)->generosity < 0 ? -1 : 1));
    if (answered(p, c) > 0)
        figure.now = within((figure.now + suggested->now + 1) / 2);
    if (figure.target && figure.target < figure.now)
        figure.target = figure.now;
    return figure;
}

static void answer(const struct player *p, const struct room *room, condition_id c, struct act *act)
{
    const struct proposal *manager = &room->talks[c][room->me.school].proposals[SIDE_MANAGER];
    struct rating_change *change = &act->command.change.rating;
    change->school = room->me.school;
    change->condition = c;
    if (agrees(p, c, &manager->figure)) {
        act->command.kind = COMMAND_AGREE;
        change->revision = manager->revision;
        act->subject = (uint32_t)c << 8;
        return;
    }
    act->command.kind = COMMAND_RATE;
    change->figure = other_figure(p, c, &manager->figure);
    act->subject = (uint32_t)c << 8 | (answered(p, c) + 1);
    act->once = true;
}

static void say_first(const struct player *p, const struct room *room, condition_id c,
                      struct act *act)
{
    struct rating_change *change = &act->command.change.rating;
    act->command.kind = COMMAND_RATE;
    change->school = room->me.school;
    change->condition = c;
    change->figure = own_figure(p, c);
    act->subject = (uint32_t)c << 8 | UINT8_MAX;
    act->once = true;
}

static bool rate_one(const struct player *p, const struct room *room, condition_id c,
                     struct act *act)
{
    const struct talk_item *talk = &room->talks[c][room->me.school];
    bool spoken_of = room->has_talk[c][room->me.school];
    const struct proposal *of = talk->proposals;
    if (spoken_of && of[SIDE_MANAGER].revision > of[SIDE_SCHOOL].revision)
        answer(p, room, c, act);
    else if (!(spoken_of && (talk->settled || of[SIDE_SCHOOL].revision)) && p->school->now[c])
        say_first(p, room, c, act);
    else
        return false;
    return !player_has_done(p, DOING_RATE, act->subject);
}

bool deed_rate(const struct player *p, const struct room *room, struct act *act)
{
    uint8_t conditions = room->workshop.condition_count;
    if (!p->role || !player_speaks(p, room) || room->me.school != player_school(p, room))
        return false;
    /* begins where its own mind is, so that not all speak of the first condition first */
    unsigned first = player_choice(p, DOING_RATE, 0, conditions ? conditions : 1);
    for (unsigned i = 0; i < conditions && i < p->pack->condition_count; i++) {
        condition_id c = (condition_id)((first + i) % conditions + 1);
        *act = (struct act){0};
        if (c <= p->pack->condition_count && rate_one(p, room, c, act))
            return true;
    }
    return false;
}
