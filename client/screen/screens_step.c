/* One frame of the window: what the connection did, which screen is due, the keys that mean the
 * same everywhere, and the drawing. */

#include "screen/screens_core.h"

#include <assert.h>
#include <stdio.h>

#include "screen/notes.h"
#include "screen/rate.h"
#include "screen/role.h"
#include "screen/task.h"
#include "stage/training.h"

/* In the order in which they are asked: the first that is wanted is shown. The menu and other
 * screens nobody has to answer are reached by the person's choice. */
static const struct screen *const screens[] = {
    &screen_parting,    &screen_join,     &screen_role,  &screen_seat,    &screen_lost,
    &screen_menu,       &screen_facing,   &screen_vote,  &screen_share,   &screen_consent,
    &screen_pledge,     &screen_rate,     &screen_notes, &screen_reading, &screen_icebreaker,
    &screen_evaluation, &screen_response, &screen_plan,  &screen_waiting, &screen_actions,
    &screen_propose,
};

static const struct screen *find_screen(int id)
{
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        if ((int)screens[i]->id == id)
            return screens[i];
    return NULL;
}

/* ---- the connection, as a person sees it ---- */

static void say_back(struct screens *s)
{
    char number[32], text[SCREENS_SAY_SIZE];
    screen_number(number, sizeof number, s->owed, true);
    if (s->owed == 0)
        snprintf(text, sizeof text, "%s", word(WORD_CLIENT_BACK));
    else if (s->owed == 1)
        snprintf(text, sizeof text, "%s", word(WORD_CLIENT_BACK_ONE));
    else
        snprintf(text, sizeof text, word(WORD_CLIENT_BACK_MANY), number);
    screens_say(s, text, s->sight.now_ms);
    s->owing = false;
}

/* After a loss: once everything that waited has been answered, says so. */
static void watch_connection(struct screens *s)
{
    const struct screens_sight *sight = &s->sight;
    if (sight->state == SESSION_DOWN) {
        s->lost = true;
        s->owing = false;
        s->owed = sight->pending_count;
    } else if (sight->state == SESSION_UP && s->lost) {
        s->lost = s->carry_on = false;
        s->owing = true;
    }
    if (sight->state == SESSION_UP && s->owing && sight->pending_count == 0)
        say_back(s);
    if (sight->redial_ms > s->redial_most_ms || sight->redial_ms == 0)
        s->redial_most_ms = sight->redial_ms;
}

/* When the room asks something else, everybody gets their next task; who is in the middle of
 * something stays with it. */
static void watch_task(struct screens *s)
{
    uint64_t mark = task_mark(s);
    if (mark == s->mark)
        return;
    s->mark = mark;
    notes_stay(s);
    if (task_is_in_hand(s)) {
        s->chosen = (int)s->under;
        s->notes.chosen = 0;
        if (s->under == SCREEN_NOTES && s->notes.board != notes_board(s))
            s->notes.chosen = s->notes.board;
        if (vote_asks(s) && s->under != SCREEN_VOTE)
            screens_say(s, word(WORD_PAPER_OPENED), s->sight.now_ms);
    } else {
        s->chosen = -1;
        s->notes.chosen = 0;
    }
}

/* ---- one frame ---- */

/* Once the workshop is closed nothing is asked any more: what is left is to say goodbye. */
static bool is_asked_in_vain(const struct screens *s, const struct screen *screen)
{
    return screen_is_over(s) && !screen->insists && screen != &screen_menu &&
           screen != &screen_waiting;
}

static const struct screen *choose_screen(struct screens *s)
{
    const struct screen *first = NULL;
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        if (!screens[i]->wanted(s) || is_asked_in_vain(s, screens[i]))
            continue;
        if (screens[i]->insists)
            return screens[i];
        if (!first)
            first = screens[i];
    }
    const struct screen *chosen = find_screen(s->chosen);
    assert(first);
    return chosen && !s->menu ? chosen : first;
}

/* Keys that mean the same everywhere; those a field takes do not come here. */
static void take_shortcuts(struct screens *s)
{
    struct ui *ui = &s->ui;
    bool seated = s->sight.room->me.seat && s->sight.state != SESSION_APART;
    bool facing = s->shown == SCREEN_FACING; /* the console has keys of its own for these */
    if (ui_letter(ui, 't', WITH_CONTROL) || (ui_letter(ui, 't', 0) && !facing))
        s->theme = s->theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
    s->wish->full_screen |= ui_pressed(ui, KEY_F11, 0) && !facing;
    if (ui_letter(ui, '+', WITH_CONTROL) || ui_letter(ui, '=', WITH_CONTROL) ||
        ui_letter(ui, '+', WITH_CONTROL | WITH_SHIFT) ||
        ui_letter(ui, '=', WITH_CONTROL | WITH_SHIFT))
        s->wish->larger = 1;
    if (ui_letter(ui, '-', WITH_CONTROL))
        s->wish->larger = -1;
    if (!facing && ui_pressed(ui, KEY_F2, 0))
        role_turn(s);
    if (!facing && (ui_pressed(ui, KEY_F1, 0) || ui_typed(ui, "?")))
        s->menu = !s->menu;
    else if (s->menu && ui_pressed(ui, KEY_ESCAPE, 0))
        s->menu = false;
    if (!seated || facing || s->shown == SCREEN_SEAT || s->shown == SCREEN_LOST)
        return;
    if (ui_letter(ui, 'r', 0) && screen_speaks(s))
        screen_go(s, SCREEN_RATE);
    if (ui_letter(ui, 's', WITH_CONTROL) && screen_may_save(s))
        screen_save(s);
    if (ui_letter(ui, 'w', 0))
        screen_go(s, SCREEN_WAITING);
    if (ui_letter(ui, 'n', 0) && screen_speaks(s) && s->shown != SCREEN_ICEBREAKER &&
        s->shown != SCREEN_PLEDGE)
        screen_go(s, SCREEN_CONSENT);
    if (ui_letter(ui, 'e', 0) && task_takes_part(s))
        task_go(s);
    if (ui_letter(ui, 'q', 0))
        task_go_parked(s);
    if (ui_letter(ui, 'p', 0))
        plan_go(s);
    if (ui_letter(ui, 'c', 0) && screen_speaks(s) && s->shown == SCREEN_RATE)
        screen_go(s, SCREEN_ACTIONS);
}

/* Lies over the screen the person is at, and goes again. */
static bool covers(const struct screen *screen)
{
    return screen == &screen_lost || screen == &screen_menu || screen == &screen_role ||
           screen == &screen_parting;
}

/* The console is drawn in units of the kiosk's, everything else in the client's. */
static void begin_drawing(struct screens *s, const struct input *input,
                          const struct type_metrics *metrics, bool facing)
{
    struct layout kiosk = layout_kiosk(s->layout.width, s->layout.height);
    const struct layout *layout = facing ? &kiosk : &s->layout;
    draw_begin(s->list, layout, metrics);
    draw_rect(s->list, 0, 0, layout->across, layout->down, TOKEN_PAPER);
    s->ui.reduced_motion = s->reduced_motion;
    ui_begin(&s->ui, s->list, facing ? &ui_style_console : &ui_style_client, input,
             s->sight.now_ms);
}

static void draw_once(struct screens *s, const struct input *input,
                      const struct type_metrics *metrics)
{
    bool facing = choose_screen(s) == &screen_facing;
    begin_drawing(s, input, metrics, facing);
    take_shortcuts(s);
    const struct screen *screen = choose_screen(s);
    ui_id back_to = 0;
    if (facing != (screen == &screen_facing)) { /* a key has led to the other one */
        ui_end(&s->ui);
        begin_drawing(s, &s->nothing, metrics, !facing);
    }
    s->entered = screen->id != s->shown;
    if (s->entered) {
        const struct screen *before = find_screen((int)s->shown);
        bool uncovers = before && covers(before) && screen->id == s->under;
        s->wish->fade |= before != NULL;
        s->shown = screen->id;
        if (before && covers(screen) && !covers(before))
            s->under_focus = s->ui.focus;
        if (!covers(screen))
            s->under = screen->id;
        back_to = uncovers && task_is_in_hand(s) ? s->under_focus : 0;
        ui_focus(&s->ui, 0);
        if (screen == &screen_rate)
            s->chosen = SCREEN_RATE; /* stays when the last one is agreed */
    }
    screen->draw(s);
    if (back_to)
        ui_focus(&s->ui, back_to);
    if (screen != &screen_facing)
        screen_draw_say(s);
    ui_end(&s->ui);
    draw_origin(s->list, 0, 0);
    if (screen != &screen_facing && screens_is_training(s))
        training_draw(s->list, &s->layout, s->sight.room, TRAINING_CLIENT);
}

static bool is_writing(const struct input *input)
{
    for (int i = 0; i < input->count; i++)
        if (input->event[i].kind == INPUT_TEXT || input->event[i].kind == INPUT_COMPOSE)
            return true;
    return false;
}

/* The connection may go in the middle of a word: the rest of it goes where it began. */
static void go_on_writing(struct screens *s, const struct input *input,
                          const struct type_metrics *metrics)
{
    if (choose_screen(s) != &screen_lost || !is_writing(input) || !task_is_in_hand(s))
        return;
    s->carry_on = true;
    screen_go(s, s->under);
    draw_once(s, &s->nothing, metrics);
    if (s->entered)
        draw_once(s, &s->nothing, metrics);
}

void screens_step(struct screens *s, const struct screens_sight *sight, const struct input *input,
                  const struct layout *layout, const struct type_metrics *metrics,
                  struct draw_list *list, struct screens_wish *wish)
{
    *wish = (struct screens_wish){0};
    s->sight = *sight;
    s->wish = wish;
    s->layout = *layout;
    s->list = list;
    watch_connection(s);
    watch_task(s);
    role_follow(s);
    vote_follow(s);
    go_on_writing(s, input, metrics);
    /* The second drawing shows what the input did, the third what a new screen makes of its first
     * frame: widgets learn of input by where they stood before. */
    if (input->count > 0)
        draw_once(s, input, metrics);
    draw_once(s, &s->nothing, metrics);
    if (s->entered)
        draw_once(s, &s->nothing, metrics);
    s->wish = NULL;
    s->list = NULL;
}
