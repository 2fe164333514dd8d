#include "rehearse/parts.h"

#include "base/text.h"
#include "words/words.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* One player: what it has been shown, what it means to do next and when. */

/* How long somebody whose role is played by a person stays away before looking whether it is free
 * again, where nobody else is there to see it. */
enum { MINUTE_MS = 60 * 1000 };

enum { SUBJECT_BITS = 24 };

static uint32_t key_of(enum doing doing, uint32_t subject)
{
    assert(subject < 1U << SUBJECT_BITS);
    return (uint32_t)doing << SUBJECT_BITS | subject;
}

bool player_has_done(const struct player *p, enum doing doing, uint32_t subject)
{
    for (unsigned i = 0; i < p->done_count; i++)
        if (p->done[i] == key_of(doing, subject))
            return true;
    return false;
}

static void remember(struct player *p, enum doing doing, uint32_t subject)
{
    if (!player_has_done(p, doing, subject) && p->done_count < PLAYER_DONE_MAX)
        p->done[p->done_count++] = key_of(doing, subject);
}

static void forget(struct player *p, enum doing doing, uint32_t subject)
{
    for (unsigned i = 0; i < p->done_count; i++)
        if (p->done[i] == key_of(doing, subject))
            p->done[i--] = p->done[--p->done_count];
}

bool player_would(const struct player *p, enum doing doing, uint32_t subject, uint8_t percent)
{
    return temper_would(p->seed, key_of(doing, subject), percent);
}

uint32_t player_choice(const struct player *p, enum doing doing, uint32_t subject, uint32_t below)
{
    return temper_choice(p->seed, key_of(doing, subject), below);
}

/* ---- coming and going */

static void be_colleague(struct player *p)
{
    char name[NAME_SIZE + 64];
    p->role = NULL;
    snprintf(name, sizeof name, word(WORD_REHEARSAL_COLLEAGUE), p->school->name);
    if (text_take(p->name, sizeof p->name, NAME_VISIBLE, name, strlen(name)) != TEXT_FINE)
        text_copy(p->name, sizeof p->name, p->school->name);
}

/* The first players have the roles; beyond them come colleagues from each school in turn. */
static void cast(struct player *p, unsigned number)
{
    const struct rehearsal_pack *pack = p->pack;
    if (number < pack->role_count) {
        p->role = &pack->roles[number];
        p->school = &pack->schools[p->role->school];
        p->temperament = (enum temperament)p->role->temperament;
        text_copy(p->name, sizeof p->name, p->role->name);
        return;
    }
    p->school = &pack->schools[(number - pack->role_count) % pack->school_count];
    p->temperament = (enum temperament)temper_roll(&p->dice, TEMPERAMENT_COUNT);
    be_colleague(p);
}

void player_folder(char to[PLAYER_FOLDER_SIZE], const char *state_folder, unsigned number)
{
    snprintf(to, PLAYER_FOLDER_SIZE, "%s/%u", state_folder, number + 1);
}

enum error player_begin(struct player *p, struct rehearsal *r, unsigned number)
{
    char folder[PLAYER_FOLDER_SIZE];
    const char *state = r->options.state_folder;
    p->rehearsal = r;
    p->pack = r->options.pack;
    p->seed = r->options.seed * UINT64_C(0x9E3779B97F4A7C15) + number;
    p->dice = p->seed ^ UINT64_C(0xD1B54A32D192ED03);
    p->plan = DOING_COUNT;
    cast(p, number);
    player_folder(folder, state ? state : "", number);
    return session_create(&p->session, state ? folder : NULL, false, r->options.means);
}

void player_end(struct player *p)
{
    if (p->session && p->rehearsal->closed)
        session_forget(p->session);
    session_destroy(&p->session);
}

static void be_over(struct player *p, const char *why)
{
    struct rehearsal *r = p->rehearsal;
    p->stage = PLAYER_OVER;
    p->cue.act = NULL;
    if (!r->why[0])
        text_copy(r->why, sizeof r->why, why);
}

void player_come(struct player *p, int64_t now_ms)
{
    struct rehearsal *r = p->rehearsal;
    struct trouble trouble = {""};
    p->stage = PLAYER_HERE;
    if (session_join(p->session, r->host, r->options.port, r->code, now_ms, &trouble))
        be_over(p, trouble.text);
}

static void leave(struct player *p, int64_t own_ms, const struct act *act)
{
    session_hang_up(p->session);
    p->stage = PLAYER_AWAY;
    p->due_ms = own_ms + (act->minutes ? act->minutes : 1) * (int64_t)MINUTE_MS;
    p->cue.act = NULL;
    p->plan = DOING_COUNT;
    rehearse_tell(p, "left", NULL);
}

void player_return(struct player *p, int64_t now_ms)
{
    p->stage = PLAYER_HERE;
    p->looks = true;
    session_try_now(p->session, now_ms);
    rehearse_tell(p, "back", NULL);
}

/* ---- what it is shown */

const struct room *player_room(const struct player *p)
{
    return p->stage == PLAYER_HERE && p->whole && session_state(p->session) == SESSION_UP
               ? session_room(p->session)
               : NULL;
}

character_id player_character(const struct player *p, const struct room *room)
{
    for (character_id c = 1; p->role && c <= CHARACTERS_MAX; c++)
        if (room->characters[c].school && text_same(room->characters[c].name, p->role->name))
            return c;
    return 0;
}

school_id player_school(const struct player *p, const struct room *room)
{
    return room_find_school(room, p->school->name);
}

bool player_speaks(const struct player *p, const struct room *room)
{
    const struct me_item *me = &room->me;
    return p->role && me->speaks && me->school && me->school == player_school(p, room) &&
           (me->role == ROLE_ROOM || me->role == ROLE_SCHOOL);
}

bool player_is_free(const struct player *p, const struct room *room)
{
    character_id c = player_character(p, room);
    return c && room->characters[c].scripted && !room->characters[c].played;
}

/* ---- what is answered */

static void take_answer(struct player *p, const struct session_notice *notice, int64_t now_ms)
{
    enum doing doing = p->doing;
    p->asked = 0;
    p->looks = true;
    p->look_ms = now_ms + LOOK_EVERY_MS; /* what came of it is on its way */
    if (notice->kind == SESSION_SAVED) {
        p->plays = p->plays || doing == DOING_PLAY;
        rehearse_tell(p, "did", " what=%s", deeds[doing].word);
        return;
    }
    rehearse_tell(p, "refused", " what=%s reason=%s", deeds[doing].word,
                  refusal_word(notice->refusal));
    /* what has changed meanwhile, or was not saved, is looked at again; all else was a no */
    if (notice->refusal == REFUSAL_CHANGED || notice->refusal == REFUSAL_NOT_SAVED)
        forget(p, doing, p->subject);
    else
        remember(p, doing, p->subject);
}

static void take_notice(struct player *p, const struct session_notice *notice, int64_t now_ms)
{
    switch (notice->kind) {
    case SESSION_CAUGHT_UP:
        if (!p->whole)
            rehearse_tell(p, "joined", NULL);
        p->whole = p->looks = true;
        break;
    case SESSION_SAVED:
    case SESSION_REFUSED:
        if (notice->id == p->asked)
            take_answer(p, notice, now_ms);
        break;
    case SESSION_ENDED:
        be_over(p, session_over_text(session_over(p->session)));
        rehearse_tell(p, "over", " reason=%s", session_over_word(session_over(p->session)));
        break;
    case SESSION_SEATED:
    case SESSION_STATE:
    case SESSION_TROUBLE:
    case SESSION_CHANGED:
        break;
    }
}

/* Another machine's players, or the kiosk's own, have the role already: nobody is to sit in the
 * room twice. Where that seat's laptop is gone, or the seat is this one come back, the role goes
 * on. */
static void see_others(struct player *p, const struct room *room)
{
    const struct character_item *character = &room->characters[player_character(p, room)];
    bool asks = p->asked && p->doing == DOING_PLAY;
    if (p->plays || asks || !character->attended || room->me.school == character->school)
        return;
    be_colleague(p);
    p->plan = DOING_COUNT;
    rehearse_tell(p, "steps-back", NULL);
}

/* A person has taken the role, or has given it back. */
static void see_role(struct player *p, const struct room *room)
{
    const struct character_item *character = &room->characters[player_character(p, room)];
    p->stands_by = p->plays && (p->stands_by || character->scripted);
    bool yields = p->plays && (character->played || (p->stands_by && !character->scripted));
    if (yields == p->yields)
        return;
    p->yields = yields;
    p->looks = true;
    p->plan = DOING_COUNT;
    rehearse_tell(p, yields ? "yields" : "plays", NULL);
}

void player_serve(struct player *p, int64_t now_ms)
{
    struct session_notice notice;
    session_step(p->session, now_ms);
    while (session_next(p->session, &notice))
        take_notice(p, &notice, now_ms);
    const struct room *room = player_room(p);
    if (!room || (room->changes == p->looked && !p->looks))
        return;
    p->looks = true;
    see_others(p, room);
    see_role(p, room);
}

/* ---- what it means to do */

static bool may_do(const struct player *p, const struct room *room, enum doing doing)
{
    unsigned stages = deeds[doing].stages;
    if (p->yields)
        return doing == DOING_YIELD || doing == DOING_LEAVE;
    if (p->quiet_ms > p->rehearsal->own_ms)
        return doing <= DOING_MOMENT;
    return stages == 0 || stages & 1U << room_stage(room);
}

static bool make(struct player *p, const struct room *room, enum doing doing, struct act *act)
{
    *act = (struct act){0};
    return !room->workshop.closed && may_do(p, room, doing) && deeds[doing].make(p, room, act);
}

static int64_t hesitation_ms(struct player *p, enum doing doing)
{
    const struct deed *deed = &deeds[doing];
    uint32_t least_ms = deed->least_s * 1000U, most_ms = deed->most_s * 1000U;
    uint32_t usual_ms = least_ms + temper_roll(&p->dice, most_ms - least_ms + 1);
    return (int64_t)usual_ms * temper_of(p->temperament)->tempo / 100;
}

/* The first thing there is to do before what is planned; what is planned stays, if it can. */
void player_look(struct player *p, int64_t now_ms)
{
    const struct room *room = player_room(p);
    struct act act;
    if (!room || p->asked || !p->looks || now_ms < p->look_ms)
        return;
    p->looks = false;
    p->looked = room->changes;
    p->look_ms = now_ms + LOOK_EVERY_MS;
    if (moments_is_void(p, room))
        p->cue.act = NULL;
    if (p->plan != DOING_COUNT && !make(p, room, p->plan, &act))
        p->plan = DOING_COUNT;
    for (unsigned doing = 0; doing < p->plan; doing++)
        if (make(p, room, (enum doing)doing, &act)) {
            p->plan = (enum doing)doing;
            p->plan_ms = p->rehearsal->own_ms + hesitation_ms(p, p->plan);
            return;
        }
}

static bool ask(struct player *p, enum doing doing, struct act *act, int64_t now_ms)
{
    p->asked = session_send(p->session, &act->command, now_ms);
    p->doing = doing;
    p->subject = act->subject;
    return p->asked != 0;
}

bool player_perform(struct player *p, int64_t now_ms)
{
    const struct room *room = player_room(p);
    enum doing doing = p->plan;
    int64_t own_ms = p->rehearsal->own_ms;
    struct act act;
    p->plan = DOING_COUNT;
    p->looks = true;
    if (doing == DOING_COUNT || !room || p->asked || !make(p, room, doing, &act))
        return false;
    if (act.kind == ACT_COMMAND && !ask(p, doing, &act, now_ms))
        return false;
    if (act.once)
        remember(p, doing, act.subject);
    if (doing == DOING_MOMENT)
        moments_done(p, act.subject);
    if (act.kind == ACT_QUIET) {
        p->quiet_ms = own_ms + act.minutes * (int64_t)MINUTE_MS;
        rehearse_tell(p, "quiet", " minutes=%u", act.minutes);
    }
    if (act.kind == ACT_LEAVE)
        leave(p, own_ms, &act);
    return true;
}
