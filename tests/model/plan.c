#include "model/plan.h"

struct command plan_add(enum action_state state, const char *text)
{
    struct command c = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, text);
    c.change.action.state = (uint8_t)state;
    return c;
}

struct command plan_change(const struct bench *b, action_id action)
{
    struct command c = {.kind = COMMAND_CHANGE_ACTION};
    c.change.action.action = action;
    c.change.action.revision = b->model->actions[action].revision;
    c.change.action.content = b->model->actions[action].content;
    return c;
}

struct command plan_set(action_id action, enum action_state state)
{
    return (struct command){.kind = COMMAND_SET_ACTION,
                            .change.action = {.action = action, .state = (uint8_t)state}};
}

struct command plan_merge(action_id action, action_id other)
{
    return (struct command){.kind = COMMAND_MERGE_ACTION,
                            .change.action = {.action = action, .other = other}};
}

struct command plan_support(action_id action, bool on)
{
    return (struct command){.kind = COMMAND_SUPPORT_ACTION,
                            .change.action = {.action = action, .on = on}};
}

struct command plan_accept(const struct bench *b, action_id action, bool on)
{
    return (struct command){.kind = COMMAND_ACCEPT_ACTION,
                            .change.action = {.action = action,
                                              .revision = b->model->actions[action].revision,
                                              .on = on}};
}

struct command plan_progress(action_id action, enum progress progress)
{
    return (struct command){.kind = COMMAND_PROGRESS_ACTION,
                            .change.action = {.action = action, .progress = (uint8_t)progress}};
}
