#include "model/deciding.h"

#include "model/author.h"

#include <assert.h>
#include <string.h>

enum access { ACCESS_KIOSK, ACCESS_FACILITATOR, ACCESS_SEAT };

/* Who may ask at all: as COMMAND_LIST says. */
static const uint8_t accesses[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = ACCESS_##who,
    COMMAND_LIST(X)
#undef X
};

static decider *const deciders[COMMAND_COUNT] = {
    [COMMAND_CREATE] = decide_create,
    [COMMAND_ADD_CONDITION] = decide_add_condition,
    [COMMAND_ADD_AGENDA_ITEM] = decide_add_agenda_item,
    [COMMAND_JOIN] = decide_join,
    [COMMAND_RETIRE_CODE] = decide_retire_code,
    [COMMAND_ADD_SCHOOL] = decide_add_school,
    [COMMAND_RENAME_SCHOOL] = decide_rename_school,
    [COMMAND_ISSUE_CODE] = decide_issue_code,
    [COMMAND_ADMIT] = decide_admit,
    [COMMAND_REMOVE_SEAT] = decide_remove_seat,
    [COMMAND_NAME_SEAT] = decide_name_seat,
    [COMMAND_PLACE_SEAT] = decide_place_seat,
    [COMMAND_RATE] = decide_rate,
    [COMMAND_WITHDRAW] = decide_withdraw,
    [COMMAND_AGREE] = decide_agree,
    [COMMAND_AGREE_IN_PERSON] = decide_agree_in_person,
    [COMMAND_CONSENT] = decide_consent,
    [COMMAND_GO] = decide_go,
    [COMMAND_TIME] = decide_time,
    [COMMAND_LOOK] = decide_look,
    [COMMAND_SET] = decide_set,
    [COMMAND_CLOSE] = decide_close,
    [COMMAND_ADD_BOARD] = decide_add_board,
    [COMMAND_ADD_QUESTION] = decide_add_question,
    [COMMAND_REOPEN] = decide_reopen,
    [COMMAND_SET_BOARD] = decide_set_board,
    [COMMAND_ADD_NOTE] = decide_add_note,
    [COMMAND_EDIT_NOTE] = decide_edit_note,
    [COMMAND_REMOVE_NOTE] = decide_remove_note,
    [COMMAND_MOVE_NOTE] = decide_move_note,
    [COMMAND_MERGE_NOTE] = decide_merge_note,
    [COMMAND_STAR_NOTE] = decide_star_note,
    [COMMAND_APPROVE_NOTE] = decide_approve_note,
    [COMMAND_ASSIGN_NOTE] = decide_assign_note,
    [COMMAND_DEAL_NOTES] = decide_deal_notes,
    [COMMAND_GROUP_SEAT] = decide_group_seat,
    [COMMAND_CHANGE_AGENDA_ITEM] = decide_change_agenda_item,
    [COMMAND_REPLAN] = decide_replan,
    [COMMAND_UNDO] = decide_undo,
    [COMMAND_REDO] = decide_redo,
    [COMMAND_FILL_SLIP] = decide_fill_slip,
    [COMMAND_CALL_ROUND] = decide_call_round,
    [COMMAND_WORD_FINDING] = decide_word_finding,
    [COMMAND_SET_FINDING] = decide_set_finding,
    [COMMAND_RANK_FINDING] = decide_rank_finding,
    [COMMAND_ANSWER_FINDING] = decide_answer_finding,
    [COMMAND_ADD_ACTION] = decide_add_action,
    [COMMAND_CHANGE_ACTION] = decide_change_action,
    [COMMAND_REMOVE_ACTION] = decide_remove_action,
    [COMMAND_SET_ACTION] = decide_set_action,
    [COMMAND_MERGE_ACTION] = decide_merge_action,
    [COMMAND_SUPPORT_ACTION] = decide_support_action,
    [COMMAND_ACCEPT_ACTION] = decide_accept_action,
    [COMMAND_PROGRESS_ACTION] = decide_progress_action,
    [COMMAND_ADD_BALLOT] = decide_add_ballot,
    [COMMAND_CHANGE_BALLOT] = decide_change_ballot,
    [COMMAND_REMOVE_BALLOT] = decide_remove_ballot,
    [COMMAND_SET_BALLOT] = decide_set_ballot,
    [COMMAND_CAST_PAPER] = decide_cast_paper,
    [COMMAND_WITHDRAW_PAPER] = decide_withdraw_paper,
    [COMMAND_SHARE_SEAT] = decide_share_seat,
    [COMMAND_SET_PRIORITIES] = decide_set_priorities,
    [COMMAND_ADD_REVIEW] = decide_add_review,
    [COMMAND_ADD_PAST] = decide_add_past,
    [COMMAND_REMOVE_REVIEW] = decide_remove_review,
    [COMMAND_ADD_CHARACTER] = decide_add_character,
    [COMMAND_ADD_MOMENT] = decide_add_moment,
    [COMMAND_PLAY] = decide_play,
    [COMMAND_CONDUCT] = decide_conduct,
};

struct event *deciding_add(struct deciding *d, enum event_kind kind, const union change *change)
{
    assert(d->out->count < DECISION_EVENTS_MAX);
    struct event *e = &d->out->events[d->out->count++];
    memset(e, 0, sizeof *e);
    e->at_ms = d->now_ms;
    e->seat = d->seat;
    e->command = d->command->id;
    e->kind = kind;
    if (change)
        e->change = *change;
    return e;
}

enum { COARSE_MS = 5 * 60 * 1000 };

void deciding_unsign(struct deciding *d, struct event *e, bool created)
{
    e->seat = 0;
    e->command = 0;
    e->at_ms -= e->at_ms % COARSE_MS;
    if (created)
        e->secret = author_to_secret((struct author){.seat = d->seat, .command = d->command->id});
}

enum refusal deciding_speaks_for(const struct deciding *d, school_id school)
{
    const struct seat *seat = &d->model->seats[d->seat];
    if (!model_has_school(d->model, school))
        return REFUSAL_NO_SCHOOL;
    if (seat->role == ROLE_FACILITATOR)
        return REFUSAL_NONE;
    if (seat->role != ROLE_SCHOOL && seat->role != ROLE_ROOM)
        return REFUSAL_NOT_ALLOWED;
    if (!seat->school)
        return REFUSAL_NO_SEAT_SCHOOL;
    if (seat->school != school)
        return REFUSAL_OTHER_SCHOOL;
    return seat->speaks ? REFUSAL_NONE : REFUSAL_NOT_ADMITTED;
}

enum refusal deciding_name(const char *name)
{
    return name[0] ? REFUSAL_NONE : REFUSAL_NAME_EMPTY;
}

static enum refusal check_access(const struct deciding *d)
{
    const struct model *m = d->model;
    if (!m->created && d->command->kind != COMMAND_CREATE)
        return REFUSAL_NOT_CREATED;
    if (m->closed)
        return REFUSAL_CLOSED;
    switch ((enum access)accesses[d->command->kind]) {
    case ACCESS_KIOSK:
        return d->seat == SEAT_KIOSK ? REFUSAL_NONE : REFUSAL_NOT_ALLOWED;
    case ACCESS_FACILITATOR:
        return model_is_facilitator(m, d->seat) ? REFUSAL_NONE : REFUSAL_NOT_ALLOWED;
    case ACCESS_SEAT:
        return REFUSAL_NONE;
    }
    return REFUSAL_NOT_ALLOWED;
}

bool model_obeyed(const struct model *model, seat_id seat, uint32_t command)
{
    const struct seat *s = &model->seats[seat];
    if (!command)
        return false;
    if (author_has_command(model, seat, command))
        return true;
    uint32_t back = s->last_command - command;
    return command <= s->last_command && back < COMMANDS_REMEMBERED && (s->recent >> back & 1);
}

/* So far behind that nothing is known of it any more. */
static bool is_too_old(const struct seat *seat, uint32_t command)
{
    return command && command < seat->last_command &&
           seat->last_command - command >= COMMANDS_REMEMBERED;
}

enum refusal model_decide(struct decision *out, const struct model *model, seat_id seat,
                          const struct command *command, int64_t now_ms)
{
    struct deciding d = {model, seat, command, now_ms, out};
    out->count = 0;
    if ((unsigned)command->kind >= COMMAND_COUNT)
        return REFUSAL_NOT_UNDERSTOOD;
    if (!model_has_seat(model, seat))
        return seat <= model->seat_count ? REFUSAL_REMOVED : REFUSAL_NO_SEAT;
    /* before access: what closed the workshop is acknowledged again, not refused */
    if (model_obeyed(model, seat, command->id))
        return REFUSAL_NONE;
    enum refusal refusal = check_access(&d);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (is_too_old(&model->seats[seat], command->id))
        return REFUSAL_TOO_OLD;
    refusal = deciders[command->kind] ? deciders[command->kind](&d) : REFUSAL_NOT_UNDERSTOOD;
    if (refusal != REFUSAL_NONE)
        out->count = 0;
    return refusal;
}
