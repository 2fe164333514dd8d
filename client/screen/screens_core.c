#include "screen/screens_core.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screen/task.h"
#include "takeaway/takeaway.h"

enum error screens_create(struct screens **out, enum theme theme, bool reduced_motion)
{
    struct screens *s = calloc(1, sizeof *s);
    *out = s;
    if (!s)
        return ERROR_MEMORY;
    s->theme = theme;
    s->reduced_motion = reduced_motion;
    enum error e = console_create(&s->console);
    if (e != ERROR_OK)
        screens_destroy(out);
    if (e != ERROR_OK)
        return e;
    s->chosen = -1;
    s->shown = s->under = SCREEN_COUNT;
    s->join.caller.chosen = -1;
    s->seat.school.chosen = -1;
    screen_forget(s);
    return ERROR_OK;
}

void screen_forget(struct screens *s)
{
    memset(&s->rate, 0, sizeof s->rate);
    memset(&s->notes, 0, sizeof s->notes);
    memset(&s->reading, 0, sizeof s->reading);
    memset(&s->evaluation, 0, sizeof s->evaluation);
    memset(&s->response, 0, sizeof s->response);
    memset(&s->actions, 0, sizeof s->actions);
    memset(&s->vote, 0, sizeof s->vote);
    memset(&s->plan, 0, sizeof s->plan);
    memset(&s->role, 0, sizeof s->role);
    memset(s->sent, 0, sizeof s->sent);
    s->saved[0] = '\0';
    console_clear(s->console);
    s->rate.months.chosen = -1;
    s->notes.group.chosen = -1;
    s->actions.months.chosen = -1;
    s->plan.fresh.level = ACTION_LEVEL_CLUSTER;
}

void screens_destroy(struct screens **s)
{
    if (*s)
        console_destroy(&(*s)->console);
    free(*s);
    *s = NULL;
}

void screens_prefill(struct screens *s, const char *host, uint16_t port, const char *code)
{
    char address[SESSION_HOST_SIZE + 8] = "";
    if (host && port && port != SESSION_PORT)
        snprintf(address, sizeof address, "%s:%u", host, port);
    else if (host)
        snprintf(address, sizeof address, "%s", host);
    edit_set(&s->join.address, address);
    codebox_clear(&s->join.code);
    for (const char *c = code ? code : ""; *c && s->join.code.caret < CODEBOX_LENGTH; c++)
        if (strchr(LINK_ALPHABET, *c))
            s->join.code.symbol[s->join.code.caret++] = *c;
}

void screens_introduce(struct screens *s, const char *name, const char *school)
{
    char clean[NAME_SIZE] = "";
    if (name && text_take(clean, sizeof clean, NAME_VISIBLE, name, strlen(name)) == TEXT_FINE)
        edit_set(&s->seat.name, clean);
    if (school)
        text_take(s->seat.named, NAME_SIZE, NAME_VISIBLE, school, strlen(school));
}

bool screen_is_facilitator(const struct screens *s)
{
    return s->sight.room->me.role == ROLE_FACILITATOR;
}

bool screens_is_training(const struct screens *s)
{
    return s->sight.room->workshop.training && s->sight.state != SESSION_APART;
}

bool screen_is_over(const struct screens *s)
{
    return s->sight.room->workshop.closed && task_takes_part(s);
}

bool screen_may_save(const struct screens *s)
{
    return s->sight.state != SESSION_APART && takeaway_is_there(s->sight.room);
}

void screen_save(struct screens *s)
{
    s->menu = false;
    s->wish->save = true;
}

bool screen_speaks(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->speaks && me->school && (me->role == ROLE_ROOM || me->role == ROLE_SCHOOL);
}

void screens_say(struct screens *s, const char *text, int64_t now_ms)
{
    if (s->shown == SCREEN_FACING) {
        console_say(s->console, text);
        return;
    }
    text_copy(s->say.text, sizeof s->say.text, text);
    s->say.until_ms = now_ms + SCREENS_SAY_MS;
}

void screens_saved(struct screens *s, const char *text)
{
    text_copy(s->saved, sizeof s->saved, text);
    if (s->shown != SCREEN_WAITING)
        screens_say(s, text, s->sight.now_ms);
}

struct command *screen_command(struct screens *s, enum command_kind kind)
{
    if (s->wish->commands == SCREENS_COMMANDS_MAX)
        return NULL;
    struct command *command = &s->wish->command[s->wish->commands++];
    *command = (struct command){.kind = kind};
    return command;
}

const struct command *screen_asked(const struct screens *s, unsigned i)
{
    if (i < s->sight.pending_count)
        return &s->sight.pending[i].command;
    i -= s->sight.pending_count;
    return s->wish && i < (unsigned)s->wish->commands ? &s->wish->command[i] : NULL;
}

void screen_go(struct screens *s, enum screen_id id)
{
    s->chosen = id;
    s->menu = false;
}

void screens_notice(struct screens *s, const struct session_notice *notice)
{
    switch (notice->kind) {
    case SESSION_REFUSED:
        screen_refused(s, notice);
        break;
    case SESSION_SAVED:
        vote_was_saved(s, notice->id);
        break;
    case SESSION_SEATED:
        s->consent.saved = false;
        s->consent.school = 0;
        break;
    case SESSION_ENDED:
        s->join.tried = true;
        s->chosen = -1;
        s->menu = false;
        s->parting = PARTING_NONE;
        s->lost = s->owing = false;
        memset(&s->role, 0, sizeof s->role);
        break;
    default:
        break;
    }
}
