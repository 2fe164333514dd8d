#include "rehearse/parts.h"

#include "base/text.h"

#include <string.h>

/* The table, and what has to do with one's seat: coming in, names, giving way, the network. */

const struct deed deeds[DOING_COUNT] = {
#define X(name, word, make, stages, least, most) [DOING_##name] = {word, make, stages, least, most},
    DEEDS_LIST(X)
#undef X
};

/* A person plays the role now: what the script has voted is taken back. */
bool deed_yield(const struct player *p, const struct room *room, struct act *act)
{
    ballot_id ballot = p->yields ? deed_own_vote(p, room) : 0;
    if (!ballot)
        return false;
    deed_take_back(room, ballot, &act->command);
    return true;
}

bool deed_name(const struct player *p, const struct room *room, struct act *act)
{
    if (strcmp(room->me.name, p->name) == 0)
        return false;
    act->command.kind = COMMAND_NAME_SEAT;
    act->command.change.seat.seat = room->me.seat;
    text_copy(act->command.change.seat.name, NAME_SIZE, p->name);
    return true;
}

/* Who came in with a school's own code cannot play a leader of another. */
static bool may_play(const struct room *room, character_id character)
{
    return room->me.role == ROLE_ROOM ||
           (room->me.role == ROLE_SCHOOL && room->me.school == room->characters[character].school);
}

bool deed_play(const struct player *p, const struct room *room, struct act *act)
{
    character_id character = player_character(p, room);
    if (!character || !may_play(room, character) || p->plays)
        return false;
    act->command.kind = COMMAND_PLAY;
    act->command.change.play = (struct play_change){.character = character,
                                                    .on = true,
                                                    .scripted = true,
                                                    .scripts = room->characters[character].scripts};
    return true;
}

/* Colleagues say themselves which school they come from; who plays is brought there. */
bool deed_place(const struct player *p, const struct room *room, struct act *act)
{
    school_id school = player_school(p, room);
    if (!school || room->me.school == school || room->me.role != ROLE_ROOM || p->plays)
        return false;
    act->command.kind = COMMAND_PLACE_SEAT;
    act->command.change.seat.seat = room->me.seat;
    act->command.change.seat.school = school;
    return true;
}

/* Who says yes later does so once there is a grid to look at. */
bool deed_consent(const struct player *p, const struct room *room, struct act *act)
{
    if (!p->role || !player_speaks(p, room) ||
        room->consents[room->me.school].answers[SCOPE_ROOM] != ANSWER_NONE)
        return false;
    enum rehearsal_names names = (enum rehearsal_names)p->role->names;
    enum stage_kind stage = room_stage(room);
    if (names == NAMES_LATER && stage != STAGE_GRID && stage != STAGE_FINDINGS)
        return false;
    unsigned scopes = names == NAMES_YES ? (1U << SCOPE_COUNT) - 1 : 1U << SCOPE_ROOM;
    act->command.kind = COMMAND_CONSENT;
    act->command.change.consent =
        (struct consent_change){.school = room->me.school,
                                .scopes = (uint8_t)scopes,
                                .answer = names == NAMES_NO ? ANSWER_NO : ANSWER_YES};
    return true;
}

/* As the pack says, once; or for good, because a person plays the role. */
bool deed_leave(const struct player *p, const struct room *room, struct act *act)
{
    act->kind = ACT_LEAVE;
    if (p->yields)
        return true;
    if (!p->role || !p->role->leaves_minutes || room_stage(room) != p->role->leaves_at ||
        player_has_done(p, DOING_LEAVE, 0))
        return false;
    act->once = true;
    act->minutes = p->role->leaves_minutes;
    return true;
}
