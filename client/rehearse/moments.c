#include "rehearse/parts.h"

#include "base/text.h"

/* Difficult moments: who is named is given a cue and does it next, one act after the other. Acts of
 * those who are not here, or whose role a person plays, are passed over: the person does it, or
 * nobody does. */

void moments_call(struct rehearsal *r, uint8_t number)
{
    if (number < 1 || number > r->options.pack->moment_count)
        return;
    for (unsigned i = 0; i < PLAYING_MAX; i++)
        if (!r->playing[i].moment) {
            r->playing[i] = (struct playing){.moment = &r->options.pack->moments[number - 1],
                                             .due_ms = r->own_ms};
            return;
        }
}

static struct player *player_of(struct rehearsal *r, uint8_t role)
{
    for (unsigned i = 0; i < r->count; i++)
        if (r->players[i].role == &r->options.pack->roles[role])
            return &r->players[i];
    return NULL;
}

static bool can_be_cued(const struct player *p)
{
    return p && p->stage == PLAYER_HERE && !p->yields && !p->cue.act;
}

static void go_on(struct rehearsal *r, struct playing *playing, bool at_once)
{
    if (playing->with && playing->with->cue.act && !playing->with->yields &&
        playing->with->stage == PLAYER_HERE)
        return;
    if (playing->with) {
        playing->with->cue.act = NULL;
        playing->with = NULL;
        playing->due_ms = r->own_ms + MOMENT_GAP_MS;
    }
    if (!at_once && r->own_ms < playing->due_ms)
        return;
    while (playing->next < playing->moment->act_count) {
        const struct rehearsal_act *act = &playing->moment->acts[playing->next++];
        struct player *p = player_of(r, act->role);
        if (!can_be_cued(p))
            continue;
        p->cue = (struct cue){.act = act};
        p->looks = true;
        playing->with = p;
        return;
    }
    playing->moment = NULL;
}

void moments_go_on(struct rehearsal *r, bool at_once)
{
    for (unsigned i = 0; i < PLAYING_MAX; i++)
        if (r->playing[i].moment)
            go_on(r, &r->playing[i], at_once);
}

/* ---- what is done on a cue */

/* Takes its school's yes back; a no that stands needs nothing. */
static bool object(const struct player *p, const struct room *room, struct act *act)
{
    if (!player_speaks(p, room) || room->consents[room->me.school].answers[SCOPE_ROOM] == ANSWER_NO)
        return false;
    act->command.kind = COMMAND_CONSENT;
    act->command.change.consent = (struct consent_change){
        .school = room->me.school, .scopes = (1U << SCOPE_COUNT) - 1, .answer = ANSWER_NO};
    return true;
}

static bool rerate(const struct player *p, const struct room *room, const struct rehearsal_act *cue,
                   struct act *act)
{
    struct rating_change *change = &act->command.change.rating;
    uint8_t target = p->school->target[cue->condition];
    if (!player_speaks(p, room) || cue->condition > room->workshop.condition_count)
        return false;
    act->command.kind = COMMAND_RATE;
    change->school = room->me.school;
    change->condition = cue->condition;
    change->figure.now = cue->now;
    change->figure.target = target >= cue->now ? target : 0;
    change->figure.months = change->figure.target ? p->school->months[cue->condition] : 0;
    return true;
}

static bool leave(const struct rehearsal_act *cue, enum act_kind kind, struct act *act)
{
    act->kind = kind;
    act->minutes = cue->minutes;
    return true;
}

static bool propose(const struct player *p, const struct room *room,
                    const struct rehearsal_act *cue, struct act *act)
{
    struct rehearsal_proposal proposal = {.condition = cue->condition,
                                          .level = ACTION_LEVEL_CLUSTER};
    text_copy(proposal.what, sizeof proposal.what, cue->line);
    deed_propose_text(p, room, &proposal, &act->command);
    return true;
}

static bool take_back(const struct player *p, const struct room *room, struct act *act)
{
    ballot_id ballot = deed_own_vote(p, room);
    if (ballot)
        deed_take_back(room, ballot, &act->command);
    return ballot != 0;
}

/* Parts of an act that takes more than one command. */
enum { PART_FIRST, PART_NOTE };

bool deed_moment(const struct player *p, const struct room *room, struct act *act)
{
    const struct rehearsal_act *cue = p->cue.act;
    if (!cue)
        return false;
    act->subject = PART_FIRST;
    switch ((enum rehearsal_deed)cue->does) {
    case DEED_OBJECTS:
        if (p->cue.part == PART_FIRST && object(p, room, act))
            return true;
        act->subject = PART_NOTE;
        return deed_note_under(room, cue->heading, cue->line, &act->command);
    case DEED_POSTS:
        return deed_note_under(room, cue->heading, cue->line, &act->command);
    case DEED_RERATES:
        return rerate(p, room, cue, act);
    case DEED_LEAVES:
        return leave(cue, ACT_LEAVE, act);
    case DEED_GOES_QUIET:
        return leave(cue, ACT_QUIET, act);
    case DEED_WITHDRAWS:
        return take_back(p, room, act);
    case DEED_PROPOSES:
        return propose(p, room, cue, act);
    case DEED_COUNT:
        break;
    }
    return false;
}

void moments_done(struct player *p, uint32_t part)
{
    if (p->cue.act && p->cue.act->does == DEED_OBJECTS && part == PART_FIRST)
        p->cue.part = PART_NOTE;
    else
        p->cue.act = NULL;
}

/* A note waits for a board; all else is done now or not at all. */
bool moments_is_void(const struct player *p, const struct room *room)
{
    struct act act = {0};
    return p->cue.act && p->cue.act->does != DEED_OBJECTS && p->cue.act->does != DEED_POSTS &&
           !deed_moment(p, room, &act);
}
