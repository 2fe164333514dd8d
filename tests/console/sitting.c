#include "console/sitting.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/decide.h"

void sitting_refresh(struct sitting *s)
{
    rooms_show(s->room, s->model, &s->live, (struct audience){AUDIENCE_FACILITATOR, 0});
    rooms_show(s->projector, s->model, &s->live, (struct audience){AUDIENCE_PROJECTOR, 0});
}

/* What rooms_model proposed for the manager, the schools have proposed. */
static void turn_sides(struct model *model)
{
    for (unsigned c = 1; c <= model->condition_count; c++)
        for (unsigned school = 1; school <= model->school_count; school++) {
            struct proposal *sides = model->ratings[c][school].proposals;
            sides[SIDE_SCHOOL] = sides[SIDE_MANAGER];
            sides[SIDE_MANAGER] = (struct proposal){0};
        }
}

void sitting_create(struct sitting **out, const struct rooms_spec *spec, int width, int height)
{
    struct sitting *s = *out = calloc(1, sizeof *s);
    assert(s);
    enum error e = model_create(&s->model);
    e = e ? e : room_create(&s->room);
    e = e ? e : room_create(&s->projector);
    e = e ? e : console_create(&s->console);
    assert(e == ERROR_OK);
    rooms_model(s->model, &s->live, spec);
    turn_sides(s->model);
    sitting_refresh(s);
    s->now_ms = rooms_now_ms;
    s->layout = layout_kiosk(width, height);
    s->metrics = &type_fixed_metrics;
    s->sight = (struct console_sight){.stage = layout_kiosk(1920, 1080),
                                      .clock = spec->place.item ? 9 * 60 + 37 : 8 * 60 + 52,
                                      .today = day_of_time(rooms_now_ms),
                                      .in_sight = true};
    sitting_step(s);
}

void sitting_destroy(struct sitting **sitting)
{
    struct sitting *s = *sitting;
    model_destroy(&s->model);
    room_destroy(&s->room);
    room_destroy(&s->projector);
    console_destroy(&s->console);
    free(s);
    *sitting = NULL;
}

int sitting_tear_down(void **state)
{
    sitting_destroy(*state);
    return 0;
}

/* Decides and applies a command of a seat's. */
static enum refusal decide(struct sitting *s, seat_id seat, const struct command *command)
{
    struct decision *decision = calloc(1, sizeof *decision);
    assert(decision);
    enum refusal refusal = model_decide(decision, s->model, seat, command, s->now_ms);
    for (uint32_t i = 0; refusal == REFUSAL_NONE && i < decision->count; i++)
        model_apply(s->model, &decision->events[i]);
    free(decision);
    return refusal;
}

static void obey(struct sitting *s, const struct command *command)
{
    struct command numbered = *command;
    numbered.id = ++s->last_id; /* as the presenter does */
    s->refusal = decide(s, SEAT_KIOSK, &numbered);
    if (s->refusal != REFUSAL_NONE)
        console_refused(s->console, s->refusal);
    sitting_refresh(s);
}

void sitting_obey(struct sitting *s, const struct command *command)
{
    obey(s, command);
    assert(s->refusal == REFUSAL_NONE);
    sitting_step(s);
}

enum refusal sitting_does(struct sitting *s, seat_id seat, const struct command *command)
{
    struct command numbered = *command;
    numbered.id = ++s->last_id;
    return decide(s, seat, &numbered);
}

void sitting_answer(struct sitting *s, seat_id seat, enum slip_kind kind, uint8_t subject,
                    uint8_t value)
{
    struct command command = {.kind = COMMAND_FILL_SLIP, .id = ++s->last_id};
    command.change.slip =
        (struct slip_change){.kind = (uint8_t)kind, .subject = subject, .value = value};
    s->refusal = decide(s, seat, &command);
    sitting_refresh(s);
}

void sitting_guest(struct sitting *s, school_id school, const char *name)
{
    struct command join = {.kind = COMMAND_JOIN};
    struct command placed = {.kind = COMMAND_PLACE_SEAT};
    join.change.join.code = 1;
    text_copy(join.change.join.name, NAME_SIZE, name);
    sitting_obey(s, &join);
    seat_id seat = s->model->seat_count;
    placed.change.seat = (struct seat_change){.seat = seat, .school = school};
    s->refusal = decide(s, seat, &placed);
    s->live.presence[seat] = PRESENCE_HERE;
    sitting_refresh(s);
    sitting_step(s);
}

static void frame(struct sitting *s, struct console_wish *wish)
{
    struct console *c = s->console;
    s->sight.room = s->room;
    s->sight.projector = s->own_room ? NULL : s->projector;
    s->sight.metrics = s->metrics;
    s->sight.now_ms = s->now_ms;
    console_follow(c, &s->sight, wish);
    draw_begin(&s->list, &s->layout, s->metrics);
    ui_begin(&s->ui, &s->list, &ui_style_console, &s->input, s->now_ms);
    console_draw(c, &s->ui, &s->layout);
    console_keys(c, &s->ui);
    ui_end(&s->ui);
    input_clear(&s->input);
}

void sitting_step(struct sitting *s)
{
    static struct console_wish later;
    bool touched = s->input.count > 0;
    frame(s, &s->wish);
    for (int i = 0; i < s->wish.commands; i++)
        obey(s, &s->wish.command[i]);
    if (!touched)
        return;
    /* The second shows what came of it, the third what a widget makes of its first frame. */
    for (int more = 0; more < 2; more++) {
        frame(s, &later);
        s->wish.console |= later.console;
        for (int i = 0; i < later.commands; i++)
            obey(s, &later.command[i]);
    }
}

void sitting_key(struct sitting *s, enum input_key key, unsigned modifiers)
{
    input_key(&s->input, key, modifiers);
    sitting_step(s);
}

void sitting_letter(struct sitting *s, char letter, unsigned modifiers)
{
    input_letter(&s->input, (unsigned char)letter, modifiers);
    sitting_step(s);
}

void sitting_sign(struct sitting *s, const char *sign)
{
    input_text(&s->input, INPUT_TEXT, sign, strlen(sign));
    sitting_step(s);
}

void sitting_type(struct sitting *s, const char *text)
{
    sitting_sign(s, text);
}

bool sitting_tab_to(struct sitting *s, ui_id id)
{
    for (int i = 0; i < UI_MAX_PLACES && !ui_focused(&s->ui, id); i++)
        sitting_key(s, KEY_TAB, 0);
    return ui_focused(&s->ui, id);
}

void sitting_press(struct sitting *s, const char *name, int which)
{
    bool reached = sitting_tab_to(s, ui_id_of(name, which));
    assert(reached);
    sitting_key(s, KEY_ENTER, 0);
}

void sitting_wait(struct sitting *s, int64_t ms)
{
    s->now_ms += ms;
    sitting_step(s);
}

bool sitting_shows(const struct sitting *s, const char *text)
{
    for (uint32_t i = 0; i < s->list.commands; i++)
        if (s->list.command[i].kind == DRAW_TEXT &&
            strcmp(s->list.text + s->list.command[i].first, text) == 0)
            return true;
    return false;
}
