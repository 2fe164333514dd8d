#include <assert.h>
#include <string.h>

#include "screen/task.h"
#include "screen/vote.h"

/* Papers in the making, and what becomes of them. */

static const struct ballot_item *ballot_of(const struct screens *s, ballot_id ballot)
{
    assert(ballot <= BALLOTS_MAX);
    return &s->sight.room->ballots[ballot];
}

ballot_id vote_called(const struct screens *s)
{
    const struct room *room = s->sight.room;
    for (ballot_id ballot = 1; ballot <= BALLOTS_MAX; ballot++)
        if (room->ballots[ballot].state == BALLOT_OPEN)
            return ballot;
    ballot_id shown = room_ballot(room);
    return shown <= BALLOTS_MAX && room->ballots[shown].state != BALLOT_NONE ? shown : 0;
}

ballot_id vote_ballot(const struct screens *s)
{
    ballot_id called = vote_called(s);
    return called ? called : s->vote.ballot;
}

bool vote_may(const struct screens *s, ballot_id ballot)
{
    const struct me_item *me = &s->sight.room->me;
    if (ballot_of(s, ballot)->content.by_school)
        return screen_speaks(s);
    return me->role == ROLE_SCHOOL || me->role == ROLE_ROOM;
}

unsigned vote_people(const struct screens *s)
{
    unsigned people = s->sight.room->me.people;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == COMMAND_SHARE_SEAT)
            people = command->change.seat.people;
    return people < 1 ? 1 : people > LAPTOP_MAX ? LAPTOP_MAX : people;
}

bool vote_is_shared(const struct screens *s, ballot_id ballot)
{
    return !ballot_of(s, ballot)->content.by_school && vote_people(s) > 1;
}

unsigned vote_slots(const struct screens *s, ballot_id ballot, unsigned *first)
{
    *first = ballot_of(s, ballot)->content.by_school ? 0 : 1;
    return *first ? vote_people(s) : 0;
}

/* ---- how things stand ---- */

bool vote_is_empty(const struct marks *marks)
{
    static const struct marks none;
    return memcmp(marks, &none, sizeof none) == 0;
}

static bool is_same(const struct own_paper_item *a, const struct own_paper_item *b)
{
    return a->cast == b->cast && a->hidden == b->hidden &&
           memcmp(&a->marks, &b->marks, sizeof a->marks) == 0;
}

static bool is_told(const struct own_paper_item *own)
{
    return own->cast && !own->hidden;
}

static bool is_unsent(const struct paper_draft *draft, const struct own_paper_item *own)
{
    if (draft->stage != PAPER_IN_HAND)
        return false;
    return is_told(own) ? memcmp(&draft->marks, &own->marks, sizeof own->marks) != 0
                        : !vote_is_empty(&draft->marks) || own->cast;
}

const struct marks *vote_known(const struct paper_draft *draft, const struct own_paper_item *own)
{
    switch ((enum paper_stage)draft->stage) {
    case PAPER_SAVED:
        return vote_is_empty(&draft->marks) ? NULL : &draft->marks;
    case PAPER_FOLLOWS:
        return is_told(own) ? &own->marks : draft->known ? &draft->marks : NULL;
    case PAPER_IN_HAND:
    case PAPER_SENT:
        break;
    }
    return is_told(own) ? &own->marks : is_told(&draft->before) ? &draft->before.marks : NULL;
}

bool vote_look(struct vote *vote, struct screens *s, ballot_id ballot, unsigned slot)
{
    static const struct vote_method *const methods[METHOD_COUNT] = {
        [METHOD_DOTS] = &vote_dots,
        [METHOD_APPROVAL] = &vote_approval,
        [METHOD_RANKING] = &vote_ranking,
        [METHOD_SCORES] = &vote_scores,
    };
    const struct ballot_item *item = ballot_of(s, ballot);
    assert(slot <= LAPTOP_MAX);
    *vote = (struct vote){.ballot = ballot,
                          .slot = slot,
                          .content = &item->content,
                          .own = &s->sight.room->own_papers[ballot][slot],
                          .draft = &s->vote.drafts[ballot][slot]};
    if (item->state == BALLOT_NONE || item->content.method >= METHOD_COUNT)
        return false;
    vote->method = methods[item->content.method];
    vote->options =
        item->content.option_count < OPTIONS_MAX ? item->content.option_count : OPTIONS_MAX;
    vote->still = item->state != BALLOT_OPEN;
    const struct marks *known = vote_known(vote->draft, vote->own);
    if (vote->draft->stage != PAPER_FOLLOWS)
        vote->marks = vote->draft->marks;
    else if (known)
        vote->marks = *known;
    return true;
}

enum vote_given vote_given(const struct screens *s, ballot_id ballot, unsigned slot)
{
    const struct paper_draft *draft = &s->vote.drafts[ballot][slot];
    bool empty = vote_is_empty(&draft->marks);
    switch ((enum paper_stage)draft->stage) {
    case PAPER_SENT:
        return empty ? VOTE_NOT_GIVEN : VOTE_ON_WAY;
    case PAPER_SAVED:
        return empty ? VOTE_NOT_GIVEN : VOTE_SAVED;
    case PAPER_FOLLOWS:
    case PAPER_IN_HAND:
        break;
    }
    const struct own_paper_item *own = &s->sight.room->own_papers[ballot][slot];
    return own->cast && (!own->hidden || s->sight.room->ballots[ballot].state != BALLOT_OPEN)
               ? VOTE_SAVED
               : VOTE_NOT_GIVEN;
}

bool vote_all_given(const struct screens *s, ballot_id ballot)
{
    unsigned first, last = vote_slots(s, ballot, &first);
    for (unsigned slot = first; slot <= last; slot++)
        if (vote_given(s, ballot, slot) == VOTE_NOT_GIVEN)
            return false;
    return true;
}

bool vote_is_unsent(const struct screens *s)
{
    for (ballot_id ballot = 1; ballot <= BALLOTS_MAX; ballot++) {
        if (s->sight.room->ballots[ballot].state != BALLOT_OPEN)
            continue;
        for (unsigned slot = 0; slot <= LAPTOP_MAX; slot++)
            if (is_unsent(&s->vote.drafts[ballot][slot], &s->sight.room->own_papers[ballot][slot]))
                return true;
    }
    return false;
}

bool vote_is_overtaken(const struct vote *vote)
{
    return vote->content->by_school && vote->draft->stage == PAPER_IN_HAND &&
           !vote->draft->command && !is_same(&vote->draft->before, vote->own) && is_told(vote->own);
}

/* ---- what a person does ---- */

void vote_mark(struct vote *vote, unsigned option, unsigned mark)
{
    struct paper_draft *draft = vote->draft;
    assert(option >= 1 && option <= OPTIONS_MAX && mark <= UINT8_MAX);
    if (vote->still)
        return;
    if (draft->stage == PAPER_FOLLOWS) {
        draft->before = *vote->own;
        draft->command = 0;
    }
    draft->stage = PAPER_IN_HAND;
    draft->refusal = REFUSAL_NONE;
    vote->marks.of[option - 1] = (uint8_t)mark;
    draft->marks = vote->marks;
}

void vote_leave(struct vote *vote)
{
    vote->draft->stage = PAPER_FOLLOWS;
    vote->draft->refusal = REFUSAL_NONE;
    vote->draft->known = false;
    vote->marks = is_told(vote->own) ? vote->own->marks : (struct marks){0};
}

bool vote_can_send(const struct vote *vote)
{
    bool whole = !vote->method->whole || vote->method->whole(vote);
    return !vote->still && whole && is_unsent(vote->draft, vote->own);
}

bool vote_send(struct screens *s, struct vote *vote)
{
    struct paper_draft *draft = vote->draft;
    if (!vote_can_send(vote))
        return false;
    bool back = vote_is_empty(&draft->marks);
    struct command *command = screen_command(s, back ? COMMAND_WITHDRAW_PAPER : COMMAND_CAST_PAPER);
    if (!command)
        return false;
    command->change.paper = (struct paper_change){
        .ballot = vote->ballot,
        .slot = (uint16_t)vote->slot,
        .school = vote->content->by_school ? s->sight.room->me.school : 0,
        .marks = draft->marks,
    };
    draft->stage = PAPER_SENT;
    draft->refusal = REFUSAL_NONE;
    draft->before = *vote->own;
    draft->known = false;
    return true;
}

/* ---- what becomes of it ---- */

/* Brings the person back to a paper that was not counted, unless they are in the middle of
 * something else. At a shared laptop nobody's marks are shown unasked. */
static void show_again(struct screens *s, ballot_id ballot, unsigned slot)
{
    struct vote_form *form = &s->vote;
    bool here = s->under == SCREEN_VOTE, shared = vote_is_shared(s, ballot);
    if (here ? form->person && form->person != slot && shared : task_is_in_hand(s))
        return;
    form->person = shared && form->person != slot ? 0 : (uint8_t)slot;
    form->last = (uint8_t)slot;
    form->ballot = ballot;
    form->done = 0;
    screen_go(s, SCREEN_VOTE);
}

static void follow(struct screens *s, ballot_id ballot, unsigned slot)
{
    struct paper_draft *draft = &s->vote.drafts[ballot][slot];
    const struct own_paper_item *own = &s->sight.room->own_papers[ballot][slot];
    enum ballot_state state = s->sight.room->ballots[ballot].state;
    if (draft->command && draft->stage != PAPER_SENT && !is_same(&draft->before, own)) {
        draft->before = *own;
        draft->command = 0;
        if (draft->stage == PAPER_SAVED)
            draft->stage = PAPER_FOLLOWS;
    }
    if (draft->stage == PAPER_FOLLOWS && is_told(own))
        draft->marks = own->marks;
    if (draft->stage == PAPER_FOLLOWS && state != BALLOT_REVEALED)
        draft->known = is_told(own);
    if (draft->refusal == REFUSAL_BALLOT_CLOSED && state == BALLOT_OPEN)
        draft->refusal = REFUSAL_NONE; /* opened again */
    if (draft->refusal == REFUSAL_NONE && is_unsent(draft, own) &&
        (state == BALLOT_CLOSED || state == BALLOT_REVEALED)) {
        draft->refusal = REFUSAL_BALLOT_CLOSED;
        show_again(s, ballot, slot);
    }
}

void vote_follow(struct screens *s)
{
    for (ballot_id ballot = 1; ballot <= BALLOTS_MAX; ballot++)
        for (unsigned slot = 0; slot <= LAPTOP_MAX; slot++)
            follow(s, ballot, slot);
}

void vote_was_sent(struct screens *s, const struct command *command)
{
    const struct paper_change *paper = &command->change.paper;
    assert(paper->ballot <= BALLOTS_MAX && paper->slot <= LAPTOP_MAX);
    struct paper_draft *draft = &s->vote.drafts[paper->ballot][paper->slot];
    draft->command = command->id;
    if (command->id)
        return;
    draft->stage = PAPER_IN_HAND; /* there was no room for it */
    show_again(s, paper->ballot, paper->slot);
}

void vote_was_saved(struct screens *s, uint32_t id)
{
    for (ballot_id ballot = 1; ballot <= BALLOTS_MAX; ballot++)
        for (unsigned slot = 0; slot <= LAPTOP_MAX; slot++) {
            struct paper_draft *draft = &s->vote.drafts[ballot][slot];
            if (draft->command != id || draft->stage != PAPER_SENT)
                continue;
            draft->stage = PAPER_SAVED;
            if (vote_is_empty(&draft->marks))
                screens_say(s, word(WORD_PAPER_TAKEN_BACK), s->sight.now_ms);
        }
}

bool vote_was_refused(struct screens *s, uint32_t id, enum refusal refusal)
{
    for (ballot_id ballot = 1; ballot <= BALLOTS_MAX; ballot++)
        for (unsigned slot = 0; slot <= LAPTOP_MAX; slot++) {
            struct paper_draft *draft = &s->vote.drafts[ballot][slot];
            if (draft->command != id || draft->stage == PAPER_FOLLOWS)
                continue;
            if (draft->stage == PAPER_SENT)
                draft->stage = PAPER_IN_HAND;
            draft->command = 0;
            draft->refusal = (uint8_t)refusal;
            show_again(s, ballot, slot);
            return s->chosen == SCREEN_VOTE;
        }
    return false;
}
