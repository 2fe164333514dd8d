#include "screen/planday.h"

#include <stdlib.h>

#include "base/day.h"
#include "base/text.h"
#include "testing.h"

static struct command *make(enum command_kind kind)
{
    struct command *command = calloc(1, sizeof *command);
    assert_non_null(command);
    command->kind = kind;
    return command;
}

static void obey(struct desk *desk, seat_id seat, struct command *command)
{
    desk_other(desk, seat, command);
    free(command);
}

void planday_begin(struct desk *desk)
{
    struct command *command = make(COMMAND_ADD_AGENDA_ITEM);
    struct agenda_item *item = &command->change.agenda.content;
    workday_begin(desk);
    text_copy(item->id, ID_SIZE, "planning");
    text_copy(item->title, TITLE_SIZE, "Action planning");
    item->minutes = 40;
    item->step_count = 1;
    item->steps[0] = (struct agenda_step){.stage = STAGE_ACTIONS, .how = HOW_PLENARY};
    obey(desk, SEAT_KIOSK, command);
}

void planday_go(struct desk *desk)
{
    workday_go(desk, 1);
}

void planday_leave(struct desk *desk)
{
    struct command *command = make(COMMAND_GO);
    command->change.place =
        (struct place){.item = (uint8_t)(desk->model->item_count - 1), .step = WORKDAY_ICEBREAKER};
    obey(desk, SEAT_KIOSK, command);
}

void planday_sit(struct desk *desk)
{
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST, .seats = 4};
    desk_open(desk, &spec);
    planday_begin(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Ana Smith");
    planday_go(desk);
}

void planday_propose(struct desk *desk, const char *text)
{
    desk_letter(desk, 'a', 0);
    desk_paste(desk, text);
    desk_click(desk, "Propose it");
    desk_click(desk, "Propose it");
}

const struct action *planday_newest(const struct desk *desk)
{
    return &desk->model->actions[desk->model->action_count];
}

action_id planday_add(struct desk *desk, seat_id seat, const struct action_content *content,
                      enum action_state state)
{
    struct command *command = make(COMMAND_ADD_ACTION);
    command->change.action.content = *content;
    command->change.action.state = (uint8_t)state;
    obey(desk, seat, command);
    return desk->model->action_count;
}

action_id planday_plain(struct desk *desk, const char *text, int condition, enum action_state state,
                        int due)
{
    struct action_content content = {.level = ACTION_LEVEL_CLUSTER,
                                     .condition = (condition_id)condition};
    if (due)
        content.due = day_of_time(desk->sight.clock_ms) + (uint32_t)due;
    text_copy(content.text, NOTE_SIZE, text);
    return planday_add(desk, SEAT_KIOSK, &content, state);
}

action_id planday_earlier(struct desk *desk, const char *text, enum progress progress)
{
    struct command *command = make(COMMAND_ADD_ACTION);
    struct action_change *made = &command->change.action;
    made->state = ACTION_ADOPTED;
    made->earlier = true;
    made->progress = (uint8_t)progress;
    made->content.owner = OWNER_NAME;
    text_copy(made->content.owner_name, NAME_SIZE, "Grace Achieng");
    text_copy(made->content.text, NOTE_SIZE, text);
    obey(desk, SEAT_KIOSK, command);
    return desk->model->action_count;
}

void planday_set(struct desk *desk, action_id action, enum action_state state)
{
    struct command *command = make(COMMAND_SET_ACTION);
    command->change.action = (struct action_change){.action = action, .state = (uint8_t)state};
    obey(desk, SEAT_KIOSK, command);
}

void planday_support(struct desk *desk, seat_id seat, action_id action)
{
    struct command *command = make(COMMAND_SUPPORT_ACTION);
    command->change.action = (struct action_change){.action = action, .on = true};
    obey(desk, seat, command);
}

static struct command *changing(const struct desk *desk, action_id action)
{
    struct command *command = make(COMMAND_CHANGE_ACTION);
    command->change.action.action = action;
    command->change.action.revision = desk->model->actions[action].revision;
    command->change.action.content = desk->model->actions[action].content;
    return command;
}

void planday_ask_seat(struct desk *desk, action_id action, seat_id seat)
{
    struct command *command = changing(desk, action);
    command->change.action.content.owner = OWNER_SEAT;
    command->change.action.content.owner_seat = seat;
    obey(desk, SEAT_KIOSK, command);
}

void planday_ask_school(struct desk *desk, action_id action, school_id school)
{
    struct command *command = changing(desk, action);
    command->change.action.content.owner = OWNER_SCHOOL;
    command->change.action.content.owner_school = school;
    obey(desk, SEAT_KIOSK, command);
}
