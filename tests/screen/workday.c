#include "screen/workday.h"

#include <stdlib.h>

#include "base/text.h"
#include "testing.h"

enum { ITEM_STEPS = WORKDAY_EVALUATION };

static struct command *make(enum command_kind kind)
{
    struct command *command = calloc(1, sizeof *command);
    assert_non_null(command);
    command->kind = kind;
    return command;
}

static void obey(struct desk *desk, struct command *command)
{
    desk_other(desk, SEAT_KIOSK, command);
    free(command);
}

static void add_board(struct desk *desk, const char *id, const char *question,
                      const char *const headings[], int count, bool always, bool personal)
{
    struct command *command = make(COMMAND_ADD_BOARD);
    struct board_content *content = &command->change.board.content;
    text_copy(content->id, ID_SIZE, id);
    text_copy(content->question, LINE_SIZE, question);
    content->heading_count = (uint8_t)count;
    for (int i = 0; i < count; i++)
        text_copy(content->headings[i], NAME_SIZE, headings[i]);
    content->always = always;
    content->personal = personal;
    obey(desk, command);
}

static void add_question(struct desk *desk, const char *text)
{
    struct command *command = make(COMMAND_ADD_QUESTION);
    text_copy(command->change.question.text, LINE_SIZE, text);
    obey(desk, command);
}

static void add_item(struct desk *desk, const char *const objectives[], int count)
{
    static const struct agenda_step steps[ITEM_STEPS] = {
        {STAGE_BOARD, HOW_ALONE, 5, WORKDAY_OBSTACLES,
         "Five minutes on your own, one idea a note."},
        {STAGE_BOARD, HOW_TWOS_THREES, 15, WORKDAY_OBSTACLES,
         "Take some and find ways to meet them."},
        {STAGE_TOGETHER, HOW_ALONE, 0, 0, ""},
        {STAGE_ICEBREAKER, HOW_PLENARY, 0, 0, ""},
        {STAGE_RESPONSE, HOW_PLENARY, 0, 0, ""},
        {STAGE_BOARD, HOW_ALONE, 0, WORKDAY_COMMENTS, ""},
        {STAGE_EVALUATION, HOW_ALONE, 0, 0, ""},
    };
    struct command *command = make(COMMAND_ADD_AGENDA_ITEM);
    struct agenda_item *item = &command->change.agenda.content;
    text_copy(item->id, ID_SIZE, "working");
    text_copy(item->title, TITLE_SIZE, "Discussion and prioritising");
    item->minutes = 60;
    item->step_count = ITEM_STEPS;
    memcpy(item->steps, steps, sizeof steps);
    item->objective_count = (uint8_t)count;
    for (int i = 0; i < item->objective_count; i++)
        text_copy(item->objectives[i], LINE_SIZE, objectives[i]);
    obey(desk, command);
}

void workday_begin(struct desk *desk)
{
    static const char *const obstacles[] = {"Political", "Rational", "Emotional"};
    static const char *const parked[] = {"Questions and issues"};
    static const char *const comments[] = {"What went well", "What would be better"};
    static const char *const objectives[] = {
        "Report on our progress with the tool",
        "Share our self-assessments with one another",
        "Find out how the cluster can support each school, and who could help whom",
        "Agree on the next steps",
    };
    add_board(desk, "obstacles", "What is in the way, and what would help?", obstacles, 3, false,
              false);
    add_board(desk, "parked", "Parked for later", parked, 1, true, false);
    add_board(desk, "comments", "How was the day?", comments, 2, false, true);
    add_question(desk, "Have you ever run a meeting that ended early?");
    add_question(desk, "Have you ever asked another school for help?");
    add_item(desk, objectives, 4);
}

int workday_set_up(void **state)
{
    int result = desk_set_up(state);
    workday_begin(*state);
    return result;
}

void workday_begin_long(struct desk *desk)
{
    static const char text[] =
        "What stands in the way of working together across our schools after the end of this year, "
        "and what would each of us need so that it could be overcome before the summer?";
    static const char heading[] = "Headings of sixty characters, such as hardly anybody will use";
    const char *headings[HEADINGS_MAX], *objectives[OBJECTIVES_MAX];
    for (int i = 0; i < HEADINGS_MAX; i++)
        headings[i] = heading;
    for (int i = 0; i < OBJECTIVES_MAX; i++)
        objectives[i] = text;
    add_board(desk, "obstacles", text, headings, HEADINGS_MAX, false, false);
    add_board(desk, "parked", text, headings, 1, true, false);
    add_board(desk, "comments", text, headings, 3, false, true);
    add_question(desk, text);
    add_item(desk, objectives, OBJECTIVES_MAX);
}

void workday_go(struct desk *desk, int step)
{
    struct command *command = make(COMMAND_GO);
    if (step)
        command->change.place =
            (struct place){.item = desk->model->item_count, .step = (uint8_t)step};
    obey(desk, command);
}

void workday_call(struct desk *desk, enum slip_kind kind, int subject, enum round_state state)
{
    struct command *command = make(COMMAND_CALL_ROUND);
    command->change.round = (struct round_change){
        .kind = (uint8_t)kind, .subject = (uint8_t)subject, .state = (uint8_t)state};
    obey(desk, command);
}

void workday_set_board(struct desk *desk, int board, enum board_state state, bool held)
{
    struct command *command = make(COMMAND_SET_BOARD);
    command->change.board_set =
        (struct board_set_change){.board = (uint8_t)board, .state = (uint8_t)state, .held = held};
    obey(desk, command);
}

seat_id workday_other(struct desk *desk, school_id school, const char *name)
{
    seat_id seat = desk_join(desk, CODE_SCHOOL, school);
    struct command *command = make(COMMAND_NAME_SEAT);
    command->change.seat.seat = seat;
    text_copy(command->change.seat.name, NAME_SIZE, name);
    desk_other(desk, seat, command);
    free(command);
    return seat;
}

/* A seat's own commands count up; those of the desk's person are the desk's. */
static void ask(struct desk *desk, seat_id seat, struct command *command)
{
    command->id = desk->model->seats[seat].last_command + 100;
    desk_other(desk, seat, command);
    free(command);
}

void workday_fill(struct desk *desk, seat_id seat, enum slip_kind kind, int subject, int value)
{
    struct command *command = make(COMMAND_FILL_SLIP);
    command->change.slip = (struct slip_change){
        .kind = (uint8_t)kind, .subject = (uint8_t)subject, .value = (uint8_t)value};
    ask(desk, seat, command);
}

note_id workday_note(struct desk *desk, seat_id seat, int board, int heading, note_id parent,
                     const char *text)
{
    static uint32_t next = 1000; /* unsigned events do not count up what a seat has asked */
    struct command *command = make(COMMAND_ADD_NOTE);
    command->change.note.board = (uint8_t)board;
    command->change.note.heading = (uint8_t)heading;
    command->change.note.parent = parent;
    text_copy(command->change.note.text, NOTE_SIZE, text);
    command->id = next++;
    desk_other(desk, seat, command);
    free(command);
    return desk->model->note_count;
}

void workday_assign(struct desk *desk, note_id note, int group)
{
    struct command *command = make(COMMAND_ASSIGN_NOTE);
    command->change.note.note = note;
    command->change.note.revision = desk->model->notes[note].revision;
    command->change.note.group = (uint8_t)group;
    obey(desk, command);
}

void workday_group(struct desk *desk, seat_id seat, int group)
{
    struct command *command = make(COMMAND_GROUP_SEAT);
    command->change.seat = (struct seat_change){.seat = seat, .group = (uint8_t)group};
    obey(desk, command);
}

void workday_put(struct desk *desk, enum finding_kind kind, int number, const char *text)
{
    struct command *command = make(COMMAND_SET_FINDING);
    command->change.finding =
        (struct finding_change){.kind = (uint8_t)kind, .number = (uint8_t)number, .for_la = true};
    obey(desk, command);
    if (!text)
        return;
    command = make(COMMAND_WORD_FINDING);
    command->change.finding =
        (struct finding_change){.kind = (uint8_t)kind,
                                .number = (uint8_t)number,
                                .revision = desk->model->findings[kind][number].revision};
    text_copy(command->change.finding.text, NOTE_SIZE, text);
    obey(desk, command);
}

void workday_answer(struct desk *desk, enum finding_kind kind, int number, const char *text)
{
    struct command *command = make(COMMAND_ANSWER_FINDING);
    command->change.finding =
        (struct finding_change){.kind = (uint8_t)kind,
                                .number = (uint8_t)number,
                                .revision = desk->model->findings[kind][number].answer_revision};
    text_copy(command->change.finding.text, NOTE_SIZE, text);
    obey(desk, command);
}
