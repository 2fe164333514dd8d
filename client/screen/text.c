#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "screen/screen.h"

enum { MINUTE_MS = 60 * 1000 };

void screen_clock(char to[CLOCK_SIZE], const struct screens *s, int64_t clock_ms)
{
    int64_t minutes = (clock_ms + (int64_t)s->sight.zone_s * 1000) / MINUTE_MS % MINUTES_OF_DAY;
    unsigned m = (unsigned)((minutes + MINUTES_OF_DAY) % MINUTES_OF_DAY);
    snprintf(to, CLOCK_SIZE, "%02u:%02u", m / 60 % 24, m % 60);
}

int64_t screen_wall(const struct screens *s, int64_t now_ms)
{
    return s->sight.clock_ms - (s->sight.now_ms - now_ms);
}

void screen_figure(char *to, size_t size, unsigned now, unsigned target)
{
    if (target)
        snprintf(to, size, "%u → %u", now, target);
    else
        snprintf(to, size, "%u", now);
}

void screen_number(char *to, size_t size, unsigned n, bool capital)
{
    const char *at = word(WORD_CLIENT_NUMBERS);
    for (unsigned i = 1; i < n && at; i++) {
        at = strchr(at, ' ');
        at = at ? at + 1 : NULL;
    }
    if (n == 0 || !at) {
        snprintf(to, size, "%u", n);
        return;
    }
    snprintf(to, size, "%.*s", (int)strcspn(at, " "), at);
    if (capital)
        to[0] = (char)toupper((unsigned char)to[0]);
}

const char *screen_item(const struct room *room)
{
    return room->place.item ? room->items[room->place.item].title : room->workshop.title;
}

/* How each kind of command reads while it waits; a %s takes the condition's name. */
static const struct {
    enum word what, when;
} pending_words[COMMAND_COUNT] = {
    [COMMAND_RATE] = {WORD_CLIENT_LOST_RATING, WORD_CLIENT_LOST_PROPOSED_AT},
    [COMMAND_AGREE] = {WORD_CLIENT_LOST_RATING, WORD_CLIENT_LOST_AGREED_AT},
    [COMMAND_AGREE_IN_PERSON] = {WORD_CLIENT_LOST_RATING, WORD_CLIENT_LOST_AGREED_AT},
    [COMMAND_WITHDRAW] = {WORD_CLIENT_LOST_WITHDRAW, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_CONSENT] = {WORD_CLIENT_LOST_CONSENT, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_NAME_SEAT] = {WORD_CLIENT_LOST_NAME, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_PLACE_SEAT] = {WORD_CLIENT_LOST_NAME, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_ADD_NOTE] = {WORD_TASK_LOST_NOTE, WORD_TASK_LOST_WRITTEN_AT},
    [COMMAND_EDIT_NOTE] = {WORD_TASK_LOST_NOTE, WORD_TASK_LOST_WRITTEN_AT},
    [COMMAND_REMOVE_NOTE] = {WORD_TASK_LOST_NOTE_BACK, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_FILL_SLIP] = {WORD_TASK_LOST_SLIP, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_GROUP_SEAT] = {WORD_TASK_LOST_GROUP, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_ANSWER_FINDING] = {WORD_TASK_LOST_ANSWER, WORD_TASK_LOST_WRITTEN_AT},
    [COMMAND_ADD_ACTION] = {WORD_TASK_LOST_ACTION, WORD_TASK_LOST_WRITTEN_AT},
    [COMMAND_CHANGE_ACTION] = {WORD_TASK_LOST_ACTION, WORD_TASK_LOST_WRITTEN_AT},
    [COMMAND_REMOVE_ACTION] = {WORD_TASK_LOST_ACTION_BACK, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_CAST_PAPER] = {WORD_PAPER_LOST_PAPER, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_WITHDRAW_PAPER] = {WORD_PAPER_LOST_BACK, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_SHARE_SEAT] = {WORD_PAPER_LOST_SHARE, WORD_CLIENT_LOST_CHANGED_AT},
    [COMMAND_SUPPORT_ACTION] = {WORD_CLIENT_PLAN_LOST_SUPPORT, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_ACCEPT_ACTION] = {WORD_CLIENT_PLAN_LOST_ANSWER, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_PROGRESS_ACTION] = {WORD_CLIENT_PLAN_LOST_PROGRESS, WORD_TASK_LOST_CHOSEN_AT},
    [COMMAND_GO] = {WORD_CLIENT_LOST_GO, WORD_CLIENT_LOST_CHANGED_AT},
};

void screen_pending(char *what, char *when, size_t size, const struct screens *s,
                    const struct session_pending *pending)
{
    const struct command *command = &pending->command;
    enum word text = pending_words[command->kind].what, time = pending_words[command->kind].when;
    char figure[16] = "", clock[CLOCK_SIZE];
    screen_clock(clock, s, screen_wall(s, pending->asked_ms));
    if (!time) { /* a kind that needs no words of its own */
        snprintf(what, size, "%s", word(WORD_CLIENT_LOST_OTHER));
        snprintf(when, size, word(WORD_CLIENT_LOST_CHANGED_AT), clock);
        return;
    }
    snprintf(when, size, word(time), clock);
    const struct rating_change *c = &command->change.rating;
    const struct room *room = s->sight.room;
    switch (command->kind) {
    case COMMAND_AGREE:
        for (unsigned side = 0; side < SIDE_COUNT; side++) {
            const struct proposal *p = &room->talks[c->condition][c->school].proposals[side];
            if (p->revision == c->revision)
                screen_figure(figure, sizeof figure, p->figure.now, p->figure.target);
        }
        break;
    case COMMAND_RATE:
    case COMMAND_AGREE_IN_PERSON:
        screen_figure(figure, sizeof figure, c->figure.now, c->figure.target);
        break;
    case COMMAND_WITHDRAW:
        break;
    case COMMAND_ADD_NOTE:
    case COMMAND_EDIT_NOTE:
        snprintf(what, size, word(text), command->change.note.text);
        return;
    case COMMAND_ANSWER_FINDING:
        snprintf(what, size, word(text), command->change.finding.text);
        return;
    case COMMAND_ADD_ACTION:
    case COMMAND_CHANGE_ACTION:
        snprintf(what, size, word(text), command->change.action.content.text);
        return;
    default:
        snprintf(what, size, "%s", word(text));
        return;
    }
    snprintf(what, size, word(text), room->conditions[c->condition].tight, figure);
}
