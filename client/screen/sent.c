#include "base/text.h"
#include "screen/notes.h"
#include "screen/rate.h"
#include "screen/role.h"
#include "screen/task.h"

/* What became of commands. */

static bool is_about_rating(unsigned kind)
{
    return kind == COMMAND_RATE || kind == COMMAND_WITHDRAW || kind == COMMAND_AGREE ||
           kind == COMMAND_AGREE_IN_PERSON;
}

/* An action of the workshop, not one of a one-to-one. */
static bool is_of_the_plan(const struct screens *s, const struct action_change *change)
{
    const struct room *room = s->sight.room;
    return change->action ? room->actions[change->action].state != ACTION_OWN ||
                                room->own_actions[change->action].proposed
                          : change->state != ACTION_OWN;
}

/* What was asked for has not come about: it is in hand again. */
static void undo_wish(struct screens *s, const struct screens_sent *sent, enum refusal refusal)
{
    switch (sent->kind) {
    case COMMAND_RATE:
    case COMMAND_WITHDRAW:
    case COMMAND_AGREE:
    case COMMAND_AGREE_IN_PERSON:
        s->rate.drafts[sent->condition][sent->school].changed = true;
        s->rate.drafts[sent->condition][sent->school].touched = true;
        break;
    case COMMAND_CONSENT:
        s->consent.saved = false;
        s->consent.school = 0;
        break;
    case COMMAND_ADD_NOTE:
    case COMMAND_EDIT_NOTE:
        notes_came_back(s, &sent->text.note, refusal);
        break;
    case COMMAND_ANSWER_FINDING:
        response_came_back(s, &sent->text.finding);
        break;
    case COMMAND_ADD_ACTION:
    case COMMAND_CHANGE_ACTION:
        if (is_of_the_plan(s, &sent->text.action))
            propose_came_back(s, &sent->text.action, refusal);
        else
            actions_came_back(s, &sent->text.action);
        break;
    default:
        break;
    }
}

static void keep_text(struct screens_sent *sent, const struct command *command)
{
    if (command->kind == COMMAND_ADD_NOTE || command->kind == COMMAND_EDIT_NOTE)
        sent->text.note = command->change.note;
    else if (command->kind == COMMAND_ANSWER_FINDING)
        sent->text.finding = command->change.finding;
    else if (command->kind == COMMAND_ADD_ACTION || command->kind == COMMAND_CHANGE_ACTION)
        sent->text.action = command->change.action;
}

void screens_sent(struct screens *s, const struct command *command)
{
    bool rating = is_about_rating(command->kind);
    struct screens_sent sent = {
        .id = command->id,
        .kind = (uint8_t)command->kind,
        .condition = rating ? command->change.rating.condition : 0,
        .school = rating ? command->change.rating.school : 0,
    };
    keep_text(&sent, command);
    if (command->kind == COMMAND_CAST_PAPER || command->kind == COMMAND_WITHDRAW_PAPER)
        vote_was_sent(s, command);
    if (sent.id == 0) {
        screens_say(s, word(WORD_CLIENT_OUTBOX_FULL), s->sight.now_ms);
        undo_wish(s, &sent, REFUSAL_NONE);
        return;
    }
    s->sent[s->sent_next++ % SCREENS_SENT_MAX] = sent;
}

/* A refusal is shown where the action was: beside the scale, if that is what is being looked at. */
void screen_refused(struct screens *s, const struct session_notice *notice)
{
    const char *text = refusal_text(notice->refusal);
    if (vote_was_refused(s, notice->id, notice->refusal))
        return;
    for (size_t i = 0; i < SCREENS_SENT_MAX; i++) {
        const struct screens_sent *sent = &s->sent[i];
        if (sent->id != notice->id)
            continue;
        undo_wish(s, sent, notice->refusal);
        if (sent->kind == COMMAND_PLAY && role_was_refused(s, notice->refusal))
            return;
        if (is_about_rating(sent->kind) && sent->condition == s->rate.condition &&
            s->shown == SCREEN_RATE) {
            text_copy(s->rate.say.text, sizeof s->rate.say.text, text);
            s->rate.say.until_ms = s->sight.now_ms + 2 * SCREENS_SAY_MS;
            return;
        }
    }
    screens_say(s, text, s->sight.now_ms);
}
