#include "model/bench.h"

#include "testing.h"

#include <stdio.h>

void bench_open(struct bench *b)
{
    memset(b, 0, sizeof *b);
    assert_int_equal(model_create(&b->model), ERROR_OK);
    b->now_ms = INT64_C(1700000000000);
}

void bench_close(struct bench *b)
{
    model_destroy(&b->model);
    assert_null(b->model);
}

int bench_set_up(void **state)
{
    bench_open_workshop(*state);
    bench_schools(*state, 2);
    return 0;
}

int bench_tear_down(void **state)
{
    bench_close(*state);
    return 0;
}

/* Told apart by a number, known by their first letters. */
static struct secret make_secret(struct bench *b, uint8_t length, const char *letters)
{
    struct secret secret = {.length = length};
    char text[SECRET_SIZE + 1];
    snprintf(text, sizeof text, "%s%06u-of-the-token-hash.......", letters, ++b->secrets % 1000000);
    memcpy(secret.bytes, text, length);
    return secret;
}

enum refusal bench_ask(struct bench *b, seat_id seat, struct command command)
{
    static struct decision decision;
    if (!command.id)
        command.id = ++b->last_id;
    if (command.kind == COMMAND_ISSUE_CODE)
        command.secret = make_secret(b, CODE_LENGTH, "QX");
    if (command.kind == COMMAND_JOIN)
        command.secret = make_secret(b, SECRET_SIZE, "TK");
    enum refusal refusal = model_decide(&decision, b->model, seat, &command, b->now_ms);
    if (refusal != REFUSAL_NONE)
        assert_int_equal(decision.count, 0);
    for (uint32_t i = 0; i < decision.count; i++) {
        assert_true(model_fits(b->model, &decision.events[i]));
        model_apply(b->model, &decision.events[i]);
        if (b->seen)
            b->seen(b->context, &decision.events[i]);
    }
    return refusal;
}

void bench_must(struct bench *b, seat_id seat, struct command command)
{
    enum refusal refusal = bench_ask(b, seat, command);
    if (refusal != REFUSAL_NONE)
        fail_msg("%s: %s", command_word(command.kind), refusal_word(refusal));
}

static void must(struct bench *b, struct command command)
{
    bench_must(b, SEAT_KIOSK, command);
}

static void add_item(struct bench *b, const char *title, uint16_t minutes, uint8_t steps)
{
    struct command c = {.kind = COMMAND_ADD_AGENDA_ITEM};
    struct agenda_item *item = &c.change.agenda.content;
    snprintf(item->title, sizeof item->title, "%s", title);
    snprintf(item->notes, sizeof item->notes, "memo: keep %s short", title);
    item->minutes = minutes;
    item->step_count = steps;
    for (uint8_t i = 0; i < steps; i++)
        item->steps[i].stage = STAGE_GRID;
    item->steps[0].stage = STAGE_BRIEFING;
    must(b, c);
}

void bench_open_workshop(struct bench *b)
{
    bench_open(b);
    bench_fill_workshop(b);
}

void bench_fill_workshop(struct bench *b)
{
    struct command create = {.kind = COMMAND_CREATE};
    strcpy(create.change.workshop.title, "Cluster review");
    create.change.workshop.training = b->training;
    must(b, create);
    for (int i = 1; i <= 3; i++) {
        struct command c = {.kind = COMMAND_ADD_CONDITION};
        snprintf(c.change.condition.content.id, ID_SIZE, "condition-%d", i);
        snprintf(c.change.condition.content.name, TITLE_SIZE, "Condition %d", i);
        must(b, c);
    }
    add_item(b, "Welcome", 30, 3);
    add_item(b, "Key findings", 20, 1);
    add_item(b, "Lunch", 0, 1);
}

uint8_t bench_board(struct bench *b, unsigned headings, bool held, bool personal)
{
    struct command c = {.kind = COMMAND_ADD_BOARD};
    struct board_content *content = &c.change.board.content;
    strcpy(content->question, "What worked well?");
    content->heading_count = (uint8_t)headings;
    for (unsigned i = 0; i < headings && i < HEADINGS_MAX; i++)
        snprintf(content->headings[i], sizeof *content->headings, "Heading %u", i + 1);
    content->held = held;
    content->personal = personal;
    must(b, c);
    return b->model->board_count;
}

note_id bench_note(struct bench *b, seat_id seat, uint8_t board, uint8_t heading, const char *text)
{
    bench_must(b, seat, ask_add_note(board, heading, text));
    return b->model->note_count;
}

void bench_boards(struct bench *b)
{
    bench_board(b, 3, false, false);
    bench_board(b, 2, true, false);
    bench_board(b, 1, false, true);
    for (uint8_t board = 1; board <= 3; board++)
        bench_set_board(b, board, BOARD_OPEN);
}

void bench_set_board(struct bench *b, uint8_t board, enum board_state state)
{
    must(b, ask_board(board, state, b->model->boards[board].held));
}

school_id bench_school(struct bench *b, const char *name)
{
    must(b, ask_school(COMMAND_ADD_SCHOOL, 0, name));
    return b->model->school_count;
}

school_id bench_schools(struct bench *b, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        char name[NAME_SIZE];
        snprintf(name, sizeof name, "School %03d", b->model->school_count + 1);
        bench_school(b, name);
    }
    return b->model->school_count;
}

uint16_t bench_code(struct bench *b, enum code_kind kind, school_id school, seat_id seat)
{
    must(b, ask_code(kind, school, seat));
    return b->model->code_count;
}

seat_id bench_join(struct bench *b, enum code_kind kind, school_id school)
{
    uint16_t code = model_find_code(b->model, kind, school, 0);
    if (!code)
        code = bench_code(b, kind, school, 0);
    must(b, ask_join(code));
    return b->model->seat_count;
}

void bench_consent_all(struct bench *b, unsigned scopes, enum answer answer)
{
    for (school_id s = 1; s <= b->model->school_count; s++)
        must(b, ask_consent(s, scopes, answer));
}

void bench_set(struct bench *b, enum setting setting, bool on)
{
    must(b, (struct command){.kind = COMMAND_SET, .change.setting = {(uint8_t)setting, on}});
}

void bench_agree(struct bench *b, condition_id condition, school_id school, uint8_t now)
{
    must(b, ask_figure(COMMAND_AGREE_IN_PERSON, condition, school, now));
}

struct command ask_figure(enum command_kind kind, condition_id condition, school_id school,
                          uint8_t now)
{
    struct command c = {.kind = kind};
    struct rating_change *r = &c.change.rating;
    r->condition = condition;
    r->school = school;
    r->figure.now = now;
    snprintf(r->figure.note, NOTE_SIZE, "note of %03d", school);
    if (kind == COMMAND_AGREE_IN_PERSON)
        snprintf(r->with, NAME_SIZE, "leader of %03d", school);
    return c;
}

struct command ask_agree(condition_id condition, school_id school, uint32_t revision)
{
    struct command c = {.kind = COMMAND_AGREE};
    c.change.rating.condition = condition;
    c.change.rating.school = school;
    c.change.rating.revision = revision;
    return c;
}

struct command ask_seat(enum command_kind kind, seat_id seat, school_id school, bool speaks,
                        const char *name)
{
    struct command c = {.kind = kind};
    c.change.seat.seat = seat;
    c.change.seat.school = school;
    c.change.seat.speaks = speaks;
    snprintf(c.change.seat.name, NAME_SIZE, "%s", name);
    return c;
}

struct command ask_school(enum command_kind kind, school_id school, const char *name)
{
    struct command c = {.kind = kind};
    c.change.school.school = school;
    snprintf(c.change.school.name, NAME_SIZE, "%s", name);
    return c;
}

struct command ask_code(enum code_kind kind, school_id school, seat_id seat)
{
    struct command c = {.kind = COMMAND_ISSUE_CODE};
    c.change.code.kind = (uint8_t)kind;
    c.change.code.school = school;
    c.change.code.seat = seat;
    return c;
}

struct command ask_consent(school_id school, unsigned scopes, enum answer answer)
{
    struct command c = {.kind = COMMAND_CONSENT};
    c.change.consent.school = school;
    c.change.consent.scopes = (uint8_t)scopes;
    c.change.consent.answer = (uint8_t)answer;
    return c;
}

struct command ask_go(unsigned item, unsigned step)
{
    return (struct command){.kind = COMMAND_GO, .change.place = {(uint8_t)item, (uint8_t)step}};
}

struct command ask_time(enum timer_action action, int64_t milliseconds)
{
    return (struct command){
        .kind = COMMAND_TIME,
        .change.timer = {.action = (uint8_t)action, .milliseconds = milliseconds}};
}

struct command ask_look(bool targets, unsigned focus)
{
    return (struct command){.kind = COMMAND_LOOK,
                            .change.view = {.targets = targets, .focus = (uint8_t)focus}};
}

struct command ask_board(uint8_t board, enum board_state state, bool held)
{
    return (struct command){.kind = COMMAND_SET_BOARD,
                            .change.board_set = {board, (uint8_t)state, held}};
}

struct command ask_add_note(uint8_t board, uint8_t heading, const char *text)
{
    struct command c = {.kind = COMMAND_ADD_NOTE};
    c.change.note.board = board;
    c.change.note.heading = heading;
    snprintf(c.change.note.text, NOTE_SIZE, "%s", text);
    return c;
}

struct command ask_note(const struct bench *b, enum command_kind kind, note_id note)
{
    struct command c = {.kind = kind};
    c.change.note.note = note;
    if (note <= b->model->note_count)
        c.change.note.revision = b->model->notes[note].revision;
    return c;
}

struct command ask_undo(const struct bench *b, bool again)
{
    const struct undo *undo = &b->model->undo;
    struct command c = {.kind = again ? COMMAND_REDO : COMMAND_UNDO};
    unsigned at = again ? undo->done : undo->done - 1U;
    c.change.undo.serial = at < undo->count ? undo->steps[at].serial : 0;
    return c;
}

struct command ask_join(uint16_t code)
{
    struct command c = {.kind = COMMAND_JOIN};
    c.change.join.code = code;
    memcpy(c.change.join.token_id, "TOKENID", 8);
    return c;
}

struct command ask_slip(enum slip_kind kind, uint8_t subject, school_id school, uint8_t value)
{
    struct command c = {.kind = COMMAND_FILL_SLIP};
    c.change.slip = (struct slip_change){
        .kind = (uint8_t)kind, .subject = subject, .school = school, .value = value};
    return c;
}

struct command ask_round(enum slip_kind kind, uint8_t subject, enum round_state state)
{
    struct command c = {.kind = COMMAND_CALL_ROUND};
    c.change.round =
        (struct round_change){.kind = (uint8_t)kind, .subject = subject, .state = (uint8_t)state};
    return c;
}

struct command ask_finding(enum command_kind kind, enum finding_kind finding, uint8_t number,
                           uint32_t revision, const char *text)
{
    struct command c = {.kind = kind};
    c.change.finding.kind = (uint8_t)finding;
    c.change.finding.number = number;
    c.change.finding.revision = revision;
    snprintf(c.change.finding.text, NOTE_SIZE, "%s", text);
    return c;
}

struct command ask_action(enum command_kind kind, action_id action, school_id school,
                          uint32_t revision, const char *text)
{
    struct command c = {.kind = kind};
    c.change.action = (struct action_change){.action = action,
                                             .content.school = school,
                                             .content.condition = 1,
                                             .content.months = 6,
                                             .revision = revision};
    snprintf(c.change.action.content.text, NOTE_SIZE, "%s", text);
    return c;
}

static void take(void *context, const struct item *item)
{
    room_apply(context, item);
}

void bench_look(struct bench *b, struct room *room, const struct live *live,
                enum audience_kind kind, uint16_t id)
{
    room_clear(room);
    model_project(b->model, live, (struct audience){kind, id}, take, room);
}
