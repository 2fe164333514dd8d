#include "presenter/pasting.h"
#include "presenter/state.h"

#include "base/day.h"
#include "model/history.h"
#include "words/date.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>

/* Bringing in while a workshop runs. The panel lies over the console; what is in it comes in as an
 * errand on the host's thread, all of it or, where something is refused, what came before that. */

enum { WIDE = 1616, CLEAR = 24, PADDING = 40 };

static void put_up(struct presenter *p)
{
    p->panel.gathering.basket.arrived = true;
    p->panel.up = true;
    p->again = true;
}

void panel_put_up(struct presenter *p)
{
    if (presenter_bring_console(p))
        put_up(p);
}

void panel_close(struct presenter *p)
{
    gathering_clear(&p->panel.gathering);
    p->panel.up = false;
}

void panel_take(struct presenter *p)
{
    struct window *const windows[] = {&p->window, &p->facing};
    struct gathering *g = &p->panel.gathering;
    bool any = false;
    for (int i = 0; i < 2; i++) {
        struct window *window = windows[i];
        if (!window_is_open(window) || p->placing.console == PLACING_NONE)
            continue;
        any |= window->drop_count > 0;
        for (int k = 0; k < window->drop_count; k++)
            gathering_drop(g, window->drops[k]);
        window->drop_count = 0;
        /* in a field it is text, but for the panel's own */
        if (p->panel.up || !window->ui.wants_text)
            any |= pasting_take(g, window);
    }
    /* where the console lies over the stage the room may be looking: it comes when asked for */
    if (any && p->placing.console == PLACING_OVER)
        put_up(p);
    else if (any)
        panel_put_up(p);
}

/* ---- taking in ---- */

static enum error run_load(struct errand *errand, const struct errand_ground *ground,
                           struct trouble *trouble)
{
    struct gathering_load *load = (struct gathering_load *)errand;
    return gathering_unload(load, ground->store, ground->random, ground->now_ms, trouble);
}

/* What came in is said on the console; the panel stays for what did not, and for what there is to
 * know of it. */
static void take_back(struct errand *errand, void *presenter)
{
    struct presenter *p = presenter;
    struct gathering_load *load = p->panel.load;
    struct gathering *g = &p->panel.gathering;
    gathering_settle(g, load, errand->error, &errand->trouble);
    if (errand->error == ERROR_OK) {
        console_say(p->console, load->said);
        if (g->basket.thing_count + g->basket.refused_count == 0 && load->earlier.remarks == 0)
            panel_close(p);
    }
    gathering_load_destroy(&p->panel.load);
    p->again = true;
}

static void take_in(struct presenter *p)
{
    struct bring_panel *panel = &p->panel;
    if (gathering_load(&panel->load, &panel->gathering) != ERROR_OK)
        return;
    panel->gathering.stale = true; /* whatever comes of it, it is read anew */
    panel->load->errand.run = run_load;
    panel->load->errand.back = take_back;
    if (!errands_send(p, &panel->load->errand))
        gathering_load_destroy(&panel->load); /* one is out already: Enter does it again */
}

/* ---- the picture ---- */

/* The reviews that are there, oldest first. */
static int list_reviews(struct bring_panel *panel, const struct room *room, uint32_t today)
{
    int count = history_order(room, panel->review_ids);
    for (int i = 0; i < count; i++) {
        const struct review_item *review = &room->reviews[panel->review_ids[i]];
        char day[WORD_DATE_SIZE];
        word_day_long(day, review->day, today);
        snprintf(panel->reviews[i].title, TITLE_SIZE, "%s", review->title);
        snprintf(panel->reviews[i].day, sizeof panel->reviews[i].day, "%s", day);
    }
    return count;
}

static void remove_review(struct presenter *p, review_id review)
{
    struct command command = {.id = ++p->next_id, .kind = COMMAND_REMOVE_REVIEW};
    command.change.review.review = review;
    if (mailbox_post_command(p->box, &command))
        console_say(p->console, word(WORD_BASKET_IS_OUT));
    else
        p->next_id--;
    p->panel.gathering.stale = true;
}

static void obey(struct presenter *p, const struct basket_outcome *outcome)
{
    gathering_obey(&p->panel.gathering, outcome);
    if (outcome->choice == BASKET_TAKE)
        take_in(p);
    else if (outcome->choice == BASKET_BACK)
        panel_close(p);
    else if (outcome->choice == BASKET_REMOVE)
        remove_review(p, p->panel.review_ids[outcome->which]);
}

static void draw_beneath(struct presenter *p, struct window *window)
{
    struct ui *beneath = &p->panel.beneath;
    ui_begin(beneath, &window->list, window->ui.style, &p->panel.nothing, window->ui.now_ms);
    beneath->reduced_motion = window->reduced_motion;
    console_draw(p->console, beneath, &window->layout);
    ui_end(beneath);
}

static struct basket_box draw_panel(struct window *window)
{
    const struct layout *layout = &window->layout;
    double w = fmin(WIDE, layout->across - 2 * CLEAR), h = layout->down - 2 * CLEAR;
    double x = floor((layout->across - w) / 2), y = CLEAR;
    draw_round(&window->list, x, y + 4, w, h, 16, TOKEN_SHADE);
    draw_outline(&window->list, x, y, w, h, 16, 2, TOKEN_OUTLINE, TOKEN_PAPER);
    return (struct basket_box){x + PADDING, y + PADDING, w - 2 * PADDING, h - 2 * PADDING};
}

void panel_draw(struct presenter *p, struct window *window)
{
    struct bring_panel *panel = &p->panel;
    const struct console_sight *sight = &p->console->sight;
    struct gathering_ground ground = {
        .room = sight->room, .here = p->report->path, .running = true, .today = sight->today};
    draw_beneath(p, window);
    if (!panel->load)
        gathering_follow(&panel->gathering, &ground);
    struct basket_given given = {.running = true,
                                 .busy = panel->load != NULL,
                                 .closed = sight->room->workshop.closed,
                                 .today = sight->today,
                                 .conditions = panel->gathering.conditions,
                                 .condition_count = panel->gathering.condition_count,
                                 .reviews = panel->reviews,
                                 .review_count = list_reviews(panel, sight->room, sight->today)};
    struct basket_outcome outcome =
        basket_draw(&window->ui, draw_panel(window), &panel->gathering.basket, &given);
    if (ui_letter(&window->ui, 'q', WITH_CONTROL))
        p->leaving = true;
    if (ui_letter(&window->ui, 'b', 0))
        console_blank(p->console);
    p->wish.console |= ui_pressed(&window->ui, KEY_F2, 0);
    window_screen_keys(window);
    obey(p, &outcome);
}
