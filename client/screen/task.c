#include "screen/task.h"

#include "screen/notes.h"
#include "screen/rate.h"

bool task_takes_part(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->seat && me->role != ROLE_FACILITATOR && me->role != ROLE_DISPLAY;
}

_Static_assert(ACTIONS_MAX < 1 << 11, "an action has its place in the mark");

static bool has_board(const struct screens *s)
{
    const struct agenda_item *item = &s->sight.room->items[s->sight.room->place.item];
    uint8_t board = item->steps[s->sight.room->place.step - 1].subject;
    return task_takes_part(s) && board >= 1 && board <= BOARDS_MAX &&
           s->sight.room->boards[board].state != BOARD_PREPARED;
}

static bool is_observer(const struct screens *s)
{
    return s->sight.room->me.role == ROLE_OBSERVER;
}

/* Answers are asked of schools' people. */
static bool is_of_a_school(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->role == ROLE_SCHOOL || me->role == ROLE_ROOM;
}

static bool reads(const struct screens *s)
{
    const struct round_item *round = &s->sight.room->rounds[SLIP_READING];
    return is_of_a_school(s) && round->state != ROUND_NONE && round->subject >= 1 &&
           round->subject <= s->sight.room->workshop.condition_count;
}

static bool answers_icebreaker(const struct screens *s)
{
    const struct round_item *round = &s->sight.room->rounds[SLIP_ICEBREAKER];
    return is_of_a_school(s) && round->state == ROUND_OPEN && round->subject <= QUESTIONS_MAX;
}

static bool answers_objectives(const struct screens *s)
{
    return is_of_a_school(s) && evaluation_is_open(s);
}

static bool evaluation_is_done(const struct screens *s)
{
    return answers_objectives(s) && evaluation_is_answered(s);
}

static bool icebreaker_is_done(const struct screens *s)
{
    return answers_icebreaker(s) &&
           task_own_slip(s, SLIP_ICEBREAKER, s->sight.room->rounds[SLIP_ICEBREAKER].subject);
}

static bool board_is_closed(const struct screens *s)
{
    const struct agenda_item *item = &s->sight.room->items[s->sight.room->place.item];
    uint8_t board = item->steps[s->sight.room->place.step - 1].subject;
    return has_board(s) && s->sight.room->boards[board].state == BOARD_CLOSED;
}

/* By stage: where it is done, who does it, and how waiting reads once it is done. */
static const struct {
    int screen; /* enum screen_id */
    bool (*may)(const struct screens *s);
    bool (*done)(const struct screens *s); /* NULL: waiting reads as usual */
    enum word title, line, button;
} tasks[STAGE_COUNT] = {
    [STAGE_BOARD] = {SCREEN_NOTES, has_board, board_is_closed, WORD_TASK_WAIT_CLOSED,
                     WORD_TASK_WAIT_CLOSED_LINE, WORD_TASK_WAIT_NOTES},
    [STAGE_TOGETHER] = {SCREEN_READING, reads, NULL, 0, 0, WORD_TASK_WAIT_READING},
    [STAGE_ICEBREAKER] = {SCREEN_ICEBREAKER, answers_icebreaker, icebreaker_is_done,
                          WORD_TASK_WAIT_ICEBREAKER, WORD_TASK_WAIT_CHANGE,
                          WORD_TASK_WAIT_CHANGE_BUTTON},
    [STAGE_EVALUATION] = {SCREEN_EVALUATION, answers_objectives, evaluation_is_done,
                          WORD_TASK_WAIT_EVALUATION, WORD_TASK_WAIT_CHANGE_ALL,
                          WORD_TASK_WAIT_CHANGE_BUTTON},
    [STAGE_RESPONSE] = {SCREEN_RESPONSE, is_observer, NULL, 0, 0, WORD_TASK_WAIT_RESPONSE},
    [STAGE_BALLOT] = {SCREEN_VOTE, vote_is_over, NULL, 0, 0, WORD_PAPER_WAIT_RESULT},
    [STAGE_ACTIONS] = {SCREEN_PLAN, task_takes_part, NULL, 0, 0, WORD_CLIENT_PLAN_WAIT},
};

int task_screen(const struct screens *s)
{
    enum stage_kind stage = room_stage(s->sight.room);
    if (vote_asks(s))
        return SCREEN_VOTE;
    return tasks[stage].may && tasks[stage].may(s) ? tasks[stage].screen : -1;
}

void task_go(struct screens *s)
{
    int screen = task_screen(s);
    s->notes.chosen = 0;
    screen_go(s, screen < 0 ? SCREEN_WAITING : (enum screen_id)screen);
}

void task_run_back(struct screens *s, enum screen_id here, double *right)
{
    struct button button = {.kind = BUTTON_SECONDARY,
                            .text = word(vote_asks(s) ? WORD_PAPER_TO_VOTE : WORD_TASK_TO_ROOM)};
    if (task_screen(s) != (int)here && screen_foot_button(s, "to-room", right, button))
        task_go(s);
}

bool task_waiting(const struct screens *s, enum word *title, enum word *line, enum word *button)
{
    enum stage_kind stage = room_stage(s->sight.room);
    if (vote_waiting(s, title, line, button))
        return true;
    if (task_screen(s) < 0)
        return false;
    *button = tasks[stage].button;
    if (!tasks[stage].done || !tasks[stage].done(s))
        return true;
    *title = tasks[stage].title;
    *line = tasks[stage].line;
    return true;
}

/* ---- parked questions ---- */

static uint8_t next_parked(const struct screens *s, uint8_t after)
{
    for (unsigned i = 0; i < BOARDS_MAX; i++) {
        uint8_t board = (uint8_t)((after + i) % BOARDS_MAX + 1);
        const struct board_item *item = &s->sight.room->boards[board];
        if (item->content.always && item->state != BOARD_PREPARED)
            return board;
    }
    return 0;
}

bool task_has_parked(const struct screens *s)
{
    return task_takes_part(s) && next_parked(s, 0);
}

bool task_go_parked(struct screens *s)
{
    if (!task_has_parked(s))
        return false;
    s->notes.chosen = next_parked(s, s->notes.chosen);
    screen_go(s, SCREEN_NOTES);
    return true;
}

/* ---- when the room asks something else ---- */

static bool here_is_closed(const struct screens *s)
{
    return room_stage(s->sight.room) == STAGE_BOARD && board_is_closed(s);
}

uint64_t task_mark(const struct screens *s)
{
    const struct room *room = s->sight.room;
    uint64_t mark = (uint64_t)room->place.item << 8 | room->place.step;
    for (unsigned kind = 0; kind < SLIP_COUNT; kind++) {
        const struct round_item *round = &room->rounds[kind];
        mark = mark << 8 | (round->state == ROUND_OPEN ? round->subject : 0);
    }
    mark = mark << 9 | vote_tell(s);
    mark = mark << 11 | plan_asked(s);
    mark = mark << 1 | s->sight.room->workshop.closed;
    return mark << 2 | (uint64_t)(task_screen(s) >= 0) << 1 | here_is_closed(s);
}

/* By screen: whether what the person is at there has not been sent, whether anything in hand there
 * has not, and what that is called. */
static const struct {
    bool (*here)(const struct screens *s);
    bool (*any)(const struct screens *s);
    enum word what;
} unsent[SCREEN_COUNT] = {
    [SCREEN_RATE] = {rate_is_unsent, rate_are_unsent, WORD_TASK_PARTING_RATINGS},
    [SCREEN_NOTES] = {notes_is_unsent, notes_are_unsent, WORD_TASK_PARTING_NOTES},
    [SCREEN_READING] = {reading_is_unsent, reading_is_unsent, WORD_TASK_PARTING_READING},
    [SCREEN_EVALUATION] = {evaluation_is_unsent, evaluation_is_unsent,
                           WORD_TASK_PARTING_EVALUATION},
    [SCREEN_RESPONSE] = {response_is_unsent, response_are_unsent, WORD_TASK_PARTING_RESPONSE},
    [SCREEN_ACTIONS] = {actions_is_unsent, actions_are_unsent, WORD_TASK_PARTING_ACTIONS},
    [SCREEN_VOTE] = {vote_is_unsent, vote_is_unsent, WORD_TASK_PARTING_VOTE},
    [SCREEN_PROPOSE] = {propose_is_unsent, propose_are_unsent, WORD_TASK_PARTING_PROPOSAL},
};

bool task_is_in_hand(const struct screens *s)
{
    return s->under < SCREEN_COUNT && unsent[s->under].here && unsent[s->under].here(s);
}

unsigned task_unsent(const struct screens *s, enum word what[SCREEN_COUNT])
{
    unsigned count = 0;
    for (unsigned i = 0; i < SCREEN_COUNT; i++)
        if (unsent[i].any && unsent[i].any(s))
            what[count++] = unsent[i].what;
    return count;
}

bool task_is_anything_unsent(const struct screens *s)
{
    enum word what[SCREEN_COUNT];
    if (!s->sight.room->me.seat || s->sight.state == SESSION_APART)
        return false;
    return s->sight.pending_count > 0 || task_unsent(s, what) > 0;
}

/* ---- unsigned answers ---- */

uint8_t task_own_slip(const struct screens *s, enum slip_kind kind, unsigned subject)
{
    if (subject > CONDITIONS_MAX)
        return 0;
    uint8_t value = s->sight.room->own_slips[kind][subject].value;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++) {
        const struct slip_change *slip = &command->change.slip;
        if (command->kind == COMMAND_FILL_SLIP && slip->kind == kind && slip->subject == subject)
            value = slip->value;
    }
    return value;
}

bool task_fill_slip(struct screens *s, enum slip_kind kind, uint8_t subject, uint8_t value)
{
    if (task_own_slip(s, kind, subject) == value)
        return true;
    struct command *command = screen_command(s, COMMAND_FILL_SLIP);
    if (command)
        command->change.slip =
            (struct slip_change){.kind = (uint8_t)kind, .subject = subject, .value = value};
    return command != NULL;
}
