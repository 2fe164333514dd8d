#include "rehearse/parts.h"

#include <string.h>

/* Votes of all four methods. What somebody favours comes from the pack; the rest is a matter of
 * taste, which stays the same: taste turned by one is what they think when they have wavered. */

/* Whose paper it is: at the seat, or the school's. */
static unsigned slot_of(const struct ballot_item *ballot)
{
    return ballot->content.by_school ? 0 : 1;
}

static ballot_id open_vote(const struct room *room)
{
    for (ballot_id b = 1; b <= BALLOTS_MAX; b++)
        if (room->ballots[b].state == BALLOT_OPEN)
            return b;
    return 0;
}

/* The school's vote is its leader's. */
static bool may_vote(const struct player *p, const struct room *room, ballot_id ballot)
{
    if (room->ballots[ballot].content.by_school)
        return p->role && player_speaks(p, room);
    return room->me.role == ROLE_SCHOOL || room->me.role == ROLE_ROOM;
}

/* How much somebody favours an option: more is better. */
static unsigned favour(const struct player *p, const struct room *room, ballot_id ballot,
                       unsigned option, unsigned turn)
{
    const struct ballot_content *content = &room->ballots[ballot].content;
    condition_id condition = content->about == ABOUT_CONDITIONS ? content->things[option] : 0;
    unsigned taste = player_choice(p, DOING_VOTE, option * 64U + turn * 2048U + ballot, 50);
    if (content->about == ABOUT_ACTIONS && content->things[option] <= ACTIONS_MAX) {
        action_id action = content->things[option];
        condition = room->actions[action].content.condition;
        if (room->own_actions[action].proposed)
            taste += 100;
        else if (room->own_actions[action].supported)
            taste += 60;
    }
    for (unsigned i = 0; p->role && condition && i < p->role->vote_count; i++)
        if (p->role->votes[i] == condition)
            taste += 100 - i * 10 - (turn && i == 0 ? 25 : 0);
    return taste;
}

/* The options, the dearest first. */
static unsigned rank(const struct player *p, const struct room *room, ballot_id ballot,
                     unsigned turn, unsigned order[OPTIONS_MAX], unsigned favours[OPTIONS_MAX])
{
    unsigned count = room->ballots[ballot].content.option_count;
    count = count < OPTIONS_MAX ? count : OPTIONS_MAX;
    for (unsigned i = 0; i < count; i++) {
        unsigned at = i;
        favours[i] = favour(p, room, ballot, i, turn);
        for (; at > 0 && favours[order[at - 1]] < favours[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return count;
}

static void mark_dots(struct marks *marks, const struct ballot_content *content,
                      const unsigned *order, unsigned count, bool all_on_one)
{
    unsigned left = content->budget;
    for (unsigned turn = 0; left > 0 && turn < content->limit; turn++)
        for (unsigned i = 0; i < count && left > 0; i++) {
            if (all_on_one && i > 0)
                break;
            marks->of[order[i]]++;
            left--;
        }
}

static uint8_t score(unsigned favour, bool of_cost, unsigned taste)
{
    unsigned most = of_cost ? 1 + taste % SCORE_MAX : 1 + favour / 30;
    return (uint8_t)(most > SCORE_MAX ? SCORE_MAX : most);
}

static void fill(const struct player *p, const struct room *room, ballot_id ballot, unsigned turn,
                 struct marks *marks)
{
    const struct ballot_content *content = &room->ballots[ballot].content;
    unsigned order[OPTIONS_MAX], favours[OPTIONS_MAX];
    unsigned count = rank(p, room, ballot, turn, order, favours);
    memset(marks, 0, sizeof *marks);
    switch ((enum method)content->method) {
    case METHOD_DOTS:
        mark_dots(marks, content, order, count,
                  player_would(p, DOING_VOTE, 9000U + ballot, temper_of(p->temperament)->wavers));
        break;
    case METHOD_APPROVAL:
        for (unsigned i = 0; i < (count + 2) / 3; i++)
            marks->of[order[i]] = 1;
        break;
    case METHOD_RANKING:
        for (unsigned i = 0; i < (count < 5 ? count : 5); i++)
            marks->of[order[i]] = (uint8_t)(i + 1);
        break;
    case METHOD_SCORES:
        for (unsigned i = 0; i < count; i++)
            marks->of[i] = MARK_SCORES(score(favours[i], false, 0),
                                       score(0, true, player_choice(p, DOING_VOTE, 7000U + i, 5)));
        break;
    case METHOD_COUNT:
        break;
    }
}

static void cast(const struct player *p, const struct room *room, ballot_id ballot, unsigned turn,
                 struct act *act)
{
    struct paper_change *paper = &act->command.change.paper;
    act->command.kind = COMMAND_CAST_PAPER;
    paper->ballot = ballot;
    paper->slot = (uint16_t)slot_of(&room->ballots[ballot]);
    paper->school = room->ballots[ballot].content.by_school ? room->me.school : 0;
    fill(p, room, ballot, turn, &paper->marks);
    act->subject = ballot;
}

bool deed_vote(const struct player *p, const struct room *room, struct act *act)
{
    ballot_id ballot = open_vote(room);
    if (!ballot || !may_vote(p, room, ballot) ||
        room->own_papers[ballot][slot_of(&room->ballots[ballot])].cast ||
        player_has_done(p, DOING_VOTE, ballot))
        return false;
    cast(p, room, ballot, 0, act);
    return true;
}

bool deed_waver(const struct player *p, const struct room *room, struct act *act)
{
    ballot_id ballot = deed_own_vote(p, room);
    if (!ballot || player_has_done(p, DOING_WAVER, ballot) ||
        !player_would(p, DOING_WAVER, ballot, temper_of(p->temperament)->wavers))
        return false;
    cast(p, room, ballot, 1, act);
    act->once = true;
    return true;
}

/* A school's paper may by now be that of somebody else there. */
ballot_id deed_own_vote(const struct player *p, const struct room *room)
{
    ballot_id ballot = open_vote(room);
    if (!ballot || !may_vote(p, room, ballot))
        return 0;
    const struct own_paper_item *own = &room->own_papers[ballot][slot_of(&room->ballots[ballot])];
    bool school_of_others = room->ballots[ballot].content.by_school && p->yields;
    return own->cast && !own->hidden && !school_of_others ? ballot : 0;
}

void deed_take_back(const struct room *room, ballot_id ballot, struct command *command)
{
    struct paper_change *paper = &command->change.paper;
    command->kind = COMMAND_WITHDRAW_PAPER;
    paper->ballot = ballot;
    paper->slot = (uint16_t)slot_of(&room->ballots[ballot]);
    paper->school = room->ballots[ballot].content.by_school ? room->me.school : 0;
}
