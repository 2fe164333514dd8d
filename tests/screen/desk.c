#include "screen/desk.h"

#include <stdlib.h>

#include "base/text.h"
#include "testing.h"

enum { START_MS = 5000, STEP_MS = 20 };

/* 12 March 2009, 09:28 UTC */
static const int64_t start_clock_ms = INT64_C(1236850080000);

static void *make(size_t size)
{
    void *p = calloc(1, size);
    assert_non_null(p);
    return p;
}

static void take(void *room, const struct item *item)
{
    room_apply(room, item);
}

/* The room as this seat would be given it. */
static void follow(struct desk *desk)
{
    room_clear(desk->room);
    if (!desk->seat)
        return;
    enum audience_kind kind = audience_of_role((enum role)desk->model->seats[desk->seat].role);
    school_id school = audience_school(desk->model, desk->seat);
    model_project(desk->model, desk->live, (struct audience){.kind = kind}, take, desk->room);
    if (kind == AUDIENCE_PARTICIPANTS && school)
        model_project(desk->model, desk->live,
                      (struct audience){.kind = AUDIENCE_SCHOOL, .id = school}, take, desk->room);
    model_project(desk->model, desk->live,
                  (struct audience){.kind = AUDIENCE_SEAT, .id = desk->seat}, take, desk->room);
    /* as decoding does: the kiosk's time becomes the laptop's */
    desk->room->timer.ends_ms -= desk->sight.clock_ms - desk->sight.now_ms;
}

void desk_open(struct desk *desk, const struct rooms_spec *spec)
{
    *desk = (struct desk){.next_id = 1};
    assert_int_equal(model_create(&desk->model), ERROR_OK);
    assert_int_equal(room_create(&desk->room), ERROR_OK);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk->live = make(sizeof *desk->live);
    desk->list = make(sizeof *desk->list);
    desk->wish = make(sizeof *desk->wish);
    desk->input = make(sizeof *desk->input);
    desk->pending = make(SESSION_OUTBOX_MAX * sizeof *desk->pending);
    rooms_model(desk->model, desk->live, spec);
    desk->layout = layout_client(1100, 760);
    desk->metrics = &type_fixed_metrics;
    desk->sight.state = SESSION_APART;
    desk->sight.now_ms = START_MS;
    desk->sight.clock_ms = start_clock_ms;
    desk->sight.room = desk->room;
    desk_step(desk);
}

void desk_close(struct desk *desk)
{
    screens_destroy(&desk->screens);
    model_destroy(&desk->model);
    room_destroy(&desk->room);
    free(desk->live);
    free(desk->list);
    free(desk->wish);
    free(desk->input);
    free(desk->pending);
}

int desk_set_up(void **state)
{
    static struct desk desk;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST};
    desk_open(&desk, &spec);
    *state = &desk;
    return 0;
}

int desk_tear_down(void **state)
{
    desk_close(*state);
    return 0;
}

seat_id desk_join(struct desk *desk, enum code_kind kind, school_id school)
{
    struct command *command = make(sizeof *command);
    command->kind = COMMAND_ISSUE_CODE;
    command->change.code.kind = (uint8_t)kind;
    command->change.code.school = school;
    command->secret.length = CODE_LENGTH;
    memcpy(command->secret.bytes, "KTRM7XPD", CODE_LENGTH);
    rooms_obey(desk->model, command, 0);
    *command = (struct command){.kind = COMMAND_JOIN};
    command->change.join.code = desk->model->code_count;
    rooms_obey(desk->model, command, 0);
    free(command);
    desk->live->presence[desk->model->seat_count] = PRESENCE_HERE;
    return desk->model->seat_count;
}

void desk_sit(struct desk *desk, enum code_kind kind, school_id school, const char *name)
{
    desk->seat = desk_join(desk, kind, school);
    desk->sight.state = SESSION_UP;
    if (name) {
        struct command *command = make(sizeof *command);
        command->kind = COMMAND_NAME_SEAT;
        command->change.seat.seat = desk->seat;
        text_copy(command->change.seat.name, NAME_SIZE, name);
        rooms_obey(desk->model, command, 0);
        free(command);
    }
    follow(desk);
    screens_notice(desk->screens, &(struct session_notice){.kind = SESSION_SEATED});
    desk_step(desk);
}

static enum refusal obey(struct desk *desk, seat_id seat, const struct command *command)
{
    struct decision *decision = make(sizeof *decision);
    enum refusal refusal = model_decide(decision, desk->model, seat, command, desk->sight.clock_ms);
    for (uint32_t i = 0; i < decision->count; i++)
        model_apply(desk->model, &decision->events[i]);
    free(decision);
    return refusal;
}

void desk_other(struct desk *desk, seat_id seat, const struct command *command)
{
    assert_int_equal(obey(desk, seat, command), REFUSAL_NONE);
    follow(desk);
    desk_step(desk);
}

void desk_guest(struct desk *desk, school_id school, const char *name)
{
    seat_id seat = desk_join(desk, CODE_ROOM, 0);
    struct command *command = make(sizeof *command);
    command->kind = COMMAND_NAME_SEAT;
    command->change.seat.seat = seat;
    text_copy(command->change.seat.name, NAME_SIZE, name);
    desk_other(desk, seat, command);
    command->kind = COMMAND_PLACE_SEAT;
    command->change.seat = (struct seat_change){.seat = seat, .school = school};
    desk_other(desk, seat, command);
    free(command);
}

void desk_manager_proposes(struct desk *desk, condition_id condition, school_id school, int now,
                           int target, const char *note)
{
    struct command *command = make(sizeof *command);
    command->kind = COMMAND_RATE;
    struct rating_change *rating = &command->change.rating;
    rating->condition = condition;
    rating->school = school;
    rating->figure.now = (uint8_t)now;
    rating->figure.target = (uint8_t)target;
    rating->figure.months = target ? 12 : 0;
    text_copy(rating->figure.note, NOTE_SIZE, note);
    desk_other(desk, SEAT_KIOSK, command);
    free(command);
}

/* The kiosk answers the oldest command. */
static void answer(struct desk *desk)
{
    struct session_notice notice = {.id = desk->pending[0].command.id};
    notice.refusal = obey(desk, desk->seat, &desk->pending[0].command);
    notice.kind = notice.refusal ? SESSION_REFUSED : SESSION_SAVED;
    desk->pending_count--;
    memmove(desk->pending, desk->pending + 1, desk->pending_count * sizeof *desk->pending);
    follow(desk);
    screens_notice(desk->screens, &notice);
}

void desk_connection(struct desk *desk, enum session_state state)
{
    desk->sight.state = state;
    desk_step(desk);
    if (state != SESSION_UP)
        return;
    while (desk->pending_count > 0)
        answer(desk);
    desk_step(desk);
}

static void step_once(struct desk *desk)
{
    desk->sight.now_ms += STEP_MS;
    desk->sight.clock_ms += STEP_MS;
    desk->sight.pending = desk->pending;
    desk->sight.pending_count = desk->pending_count;
    screens_step(desk->screens, &desk->sight, desk->input, &desk->layout, desk->metrics, desk->list,
                 desk->wish);
    input_clear(desk->input);
    assert_int_equal(desk->list->dropped, 0);
    for (int i = 0; i < desk->wish->commands; i++) {
        struct command *command = &desk->wish->command[i];
        assert_true(desk->pending_count < SESSION_OUTBOX_MAX);
        command->id = desk->next_id++;
        desk->pending[desk->pending_count++] =
            (struct session_pending){.command = *command, .asked_ms = desk->sight.now_ms};
        screens_sent(desk->screens, command);
    }
}

void desk_step(struct desk *desk)
{
    step_once(desk);
    if (desk->wish->commands == 0)
        return;
    while (desk->pending_count > 0 && desk->sight.state == SESSION_UP)
        answer(desk);
    struct screens_wish *wished = make(sizeof *wished);
    *wished = *desk->wish;
    step_once(desk);
    *desk->wish = *wished;
    free(wished);
}

void desk_key(struct desk *desk, enum input_key key, unsigned modifiers)
{
    input_key(desk->input, key, modifiers);
    desk_step(desk);
}

void desk_letter(struct desk *desk, char letter, unsigned modifiers)
{
    input_letter(desk->input, (uint32_t)letter, modifiers);
    if (!modifiers)
        input_text(desk->input, INPUT_TEXT, &letter, 1);
    desk_step(desk);
}

void desk_type(struct desk *desk, const char *text)
{
    for (; *text; text++) {
        if (*text == ' ')
            input_key(desk->input, KEY_SPACE, 0);
        else
            input_letter(desk->input, (unsigned char)*text, 0);
        input_text(desk->input, INPUT_TEXT, text, 1);
        desk_step(desk);
    }
}

void desk_paste(struct desk *desk, const char *text)
{
    input_text(desk->input, INPUT_PASTE, text, strlen(text));
    desk_step(desk);
}

static const struct draw_command *find_text(const struct desk *desk, const char *text)
{
    for (uint32_t i = 0; i < desk->list->commands; i++) {
        const struct draw_command *c = &desk->list->command[i];
        if (c->kind == DRAW_TEXT && c->count == strlen(text) &&
            memcmp(desk->list->text + c->first, text, c->count) == 0)
            return c;
    }
    return NULL;
}

bool desk_shows(const struct desk *desk, const char *text)
{
    return find_text(desk, text) != NULL;
}

void desk_click(struct desk *desk, const char *text)
{
    const struct draw_command *c = find_text(desk, text);
    if (!c)
        print_error("\"%s\" is not on the screen\n", text);
    assert_non_null(c);
    int x = c->align == ALIGN_LEFT ? c->x + 4 : c->align == ALIGN_RIGHT ? c->x - 4 : c->x;
    input_pointer(desk->input, INPUT_MOVE, x, c->y - 4);
    input_pointer(desk->input, INPUT_PRESS, x, c->y - 4);
    input_pointer(desk->input, INPUT_RELEASE, x, c->y - 4);
    desk_step(desk);
}

const struct rating *desk_rating(const struct desk *desk, condition_id condition, school_id school)
{
    return &desk->model->ratings[condition][school];
}
