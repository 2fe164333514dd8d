#include "screen/plan.h"

#include <stdio.h>

#include "screen/writing.h"
#include "ui/mark.h"
#include "words/date.h"

/* One action by itself: all that is known of it, and what this person can do with it: see it
 * through or not, say how far it is, support it, change it, take it back. It opens by itself where
 * somebody is asked to see one through. */

enum {
    CARD = 136,
    PADDING = 28,
    THIRD = 326,
    HALF = 490,
    LINES = 3,
    CHOICE_WIDTH = 250,
    CHOICE_PITCH = 262,
};

static bool wanted(const struct screens *s)
{
    return plan_asked(s) != 0;
}

/* The one gone to, as long as it is there; else the one that asks. */
static action_id looked_at(const struct screens *s)
{
    action_id chosen = s->chosen == SCREEN_PLEDGE ? s->plan.looked_at : 0;
    return chosen && plan_is_there(s, chosen) ? chosen : plan_asked(s);
}

/* ---- what it is ---- */

/* Facts fill rows from the left. They are gone through twice: the card is as high as they need. */
struct card {
    bool drawn;
    double x, y, low; /* where the next goes, and how far its row reaches */
};

static unsigned lines_of(struct screens *s, struct type type, double w, enum wrap wrap,
                         const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, s->list->metrics, s->list->u, type, w, LINES, wrap, text);
    return (unsigned)lines.count;
}

static void put_fact(struct screens *s, struct card *card, enum word label, const char *text,
                     double w)
{
    if (!text[0])
        return;
    if (card->x + w > SCREEN_RIGHT - PADDING + 1) {
        card->x = SCREEN_LEFT + PADDING;
        card->y = card->low + 12;
    }
    double low = card->y + 24 + 24.0 * lines_of(s, MEDIUM(16), w - 16, WRAP_GREEDY, text);
    if (card->drawn) {
        draw_text(s->list, card->x, card->y, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, word(label));
        draw_paragraph(s->list, card->x, card->y + 24, w - 16, LINES, MEDIUM(16), ALIGN_LEFT,
                       WRAP_GREEDY, TOKEN_INK, text);
    }
    card->low = low > card->low ? low : card->low;
    card->x += w;
}

static void put_facts(struct screens *s, const struct action_content *c,
                      const struct action_item *item, struct card *card)
{
    static const enum word levels[ACTION_LEVEL_COUNT] = {
        [ACTION_LEVEL_SCHOOL] = WORD_CLIENT_PLAN_LEVEL_SCHOOL,
        [ACTION_LEVEL_CLUSTER] = WORD_CLIENT_PLAN_LEVEL_CLUSTER,
        [ACTION_LEVEL_LA] = WORD_CLIENT_PLAN_LEVEL_LA,
    };
    char owner[SCREEN_TEXT_SIZE], due[WORD_DATE_SIZE];
    const char *name = c->condition ? s->sight.room->conditions[c->condition].name : "";
    plan_owner(owner, s, c, item);
    word_day_long(due, c->due, plan_today(s));
    put_fact(s, card, WORD_CLIENT_PLAN_OWNER_LABEL,
             c->owner == OWNER_NOBODY ? word(WORD_CLIENT_PLAN_NOBODY_YET) : owner, THIRD);
    put_fact(s, card, WORD_CLIENT_PLAN_DUE_LABEL, c->due ? due : word(WORD_CLIENT_PLAN_NO_DATE),
             THIRD);
    put_fact(s, card, WORD_CLIENT_PLAN_LEVEL_LABEL, word(levels[c->level % ACTION_LEVEL_COUNT]),
             THIRD);
    put_fact(s, card, WORD_CLIENT_PLAN_CONDITION_LABEL, name, THIRD);
    put_fact(s, card, WORD_CLIENT_PLAN_HELPERS_LABEL, c->helpers, 2 * THIRD);
    put_fact(s, card, WORD_CLIENT_PLAN_MEASURE_LABEL, c->measure, HALF);
    put_fact(s, card, WORD_CLIENT_PLAN_RESOURCES_LABEL, c->resources, HALF);
}

/* Returns where it ends. */
static double draw_action(struct screens *s, action_id action)
{
    const struct action_content *c = plan_content(s, action);
    const struct action_item *item =
        s->sight.room->actions[action].revision ? &s->sight.room->actions[action] : NULL;
    double x = SCREEN_LEFT + PADDING, w = SCREEN_WIDTH - 2 * PADDING;
    double facts = CARD + 40 + 36.0 * lines_of(s, SEMIBOLD(28), w, WRAP_BALANCED, c->text);
    struct card card = {false, x, facts, facts};
    put_facts(s, c, item, &card);
    double h = card.low + 24 - CARD;
    if (item && item->state == ACTION_ADOPTED) {
        draw_round(s->list, SCREEN_LEFT, CARD + 4, SCREEN_WIDTH, h, 16, TOKEN_SHADE);
        draw_round(s->list, SCREEN_LEFT, CARD, SCREEN_WIDTH, h, 16, TOKEN_SURFACE);
    } else {
        draw_outline(s->list, SCREEN_LEFT, CARD, SCREEN_WIDTH, h, 16, 2, TOKEN_OUTLINE,
                     TOKEN_PAPER);
    }
    draw_paragraph(s->list, x, CARD + 24, w, LINES, SEMIBOLD(28), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, c->text);
    card = (struct card){true, x, facts, facts};
    put_facts(s, c, item, &card);
    return CARD + h;
}

/* ---- what can be done ---- */

static void answer(struct screens *s, action_id action, bool yes)
{
    struct command *command = screen_command(s, COMMAND_ACCEPT_ACTION);
    if (!command)
        return;
    command->change.action = (struct action_change){
        .action = action, .revision = s->sight.room->actions[action].revision, .on = yes};
    screens_say(s, word(yes ? WORD_CLIENT_PLAN_SAID_YES : WORD_CLIENT_PLAN_SAID_NO),
                s->sight.now_ms);
}

static void run_progress(struct screens *s, action_id action, double y)
{
    static const enum word words[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_CLIENT_PLAN_NOT_BEGUN,
        [PROGRESS_UNDER_WAY] = WORD_CLIENT_PLAN_UNDER_WAY,
        [PROGRESS_DONE] = WORD_CLIENT_PLAN_DONE,
        [PROGRESS_DROPPED] = WORD_CLIENT_PLAN_DROPPED,
    };
    uint8_t progress = s->sight.room->actions[action].progress;
    const struct command *command;
    for (unsigned i = 0; (command = screen_asked(s, i)); i++)
        if (command->kind == COMMAND_PROGRESS_ACTION && command->change.action.action == action)
            progress = command->change.action.progress;
    draw_text(s->list, SCREEN_LEFT, y, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CLIENT_PLAN_PROGRESS));
    ui_group(&s->ui, ui_id_of("progress", 0), 0);
    for (uint8_t p = 0; p < PROGRESS_COUNT; p++) {
        if (!button_choice(&s->ui, ui_id_of("progress", p), SCREEN_LEFT + p * CHOICE_PITCH, y + 28,
                           CHOICE_WIDTH, 56, word(words[p]), NULL, p == progress) ||
            p == progress)
            continue;
        struct command *wish = screen_command(s, COMMAND_PROGRESS_ACTION);
        if (wish)
            wish->change.action = (struct action_change){.action = action, .progress = p};
    }
    ui_group_end(&s->ui);
}

static bool foot(struct screens *s, const char *name, double *right, enum button_kind kind,
                 enum word text)
{
    return screen_foot_button(s, name, right, (struct button){.kind = kind, .text = word(text)});
}

/* Yes and no, until it is answered; afterwards the other one stays open. `fresh`: has only now come
 * up, so that no key was meant for it. */
static void run_answer(struct screens *s, action_id action, bool fresh, double *right)
{
    const struct action_item *item = &s->sight.room->actions[action];
    bool asked = plan_is_asked(s, action), moving = plan_is_moving(s, action);
    bool keys = asked && !fresh;
    if (moving)
        return;
    if ((!item->accepted &&
         foot(s, "pledge-yes", right, plan_is_mine(s, action) ? BUTTON_SECONDARY : BUTTON_PRIMARY,
              WORD_CLIENT_PLAN_YES)) ||
        (keys && ui_letter(&s->ui, 'y', 0)))
        answer(s, action, true);
    if ((!item->declined &&
         foot(s, "pledge-no", right, BUTTON_SECONDARY,
              item->accepted ? WORD_CLIENT_PLAN_NO_MORE : WORD_CLIENT_PLAN_NO)) ||
        (keys && ui_letter(&s->ui, 'n', 0)))
        answer(s, action, false);
}

static void run_support(struct screens *s, action_id action, double *right)
{
    bool on = plan_supports(s, action);
    if (plan_may_support(s, action) &&
        (foot(s, "pledge-support", right, BUTTON_SECONDARY,
              on ? WORD_CLIENT_PLAN_SUPPORT_NO_MORE : WORD_CLIENT_PLAN_SUPPORT) ||
         ui_letter(&s->ui, 's', 0)))
        plan_support(s, action, !on);
}

static void run_own(struct screens *s, action_id action, double *right)
{
    bool mine = plan_is_mine(s, action) && !plan_is_moving(s, action);
    if (mine && foot(s, "pledge-change", right, BUTTON_PRIMARY, WORD_CLIENT_PLAN_CHANGE))
        propose_change(s, action);
    if (mine && plan_state(s, action) == ACTION_WAITING &&
        foot(s, "pledge-back", right, BUTTON_SECONDARY, WORD_CLIENT_PLAN_TAKE_BACK)) {
        plan_take_back(s, action);
        screen_go(s, SCREEN_PLAN);
    }
}

static void leave(struct screens *s)
{
    s->plan.looked_at = 0;
    if (!plan_go(s))
        task_go(s);
}

static void draw_title(struct screens *s, action_id action)
{
    char title[SCREEN_TEXT_SIZE];
    const struct action_content *c = plan_content(s, action);
    if (!plan_is_asked(s, action)) {
        draw_text(s->list, SCREEN_LEFT, 80, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                  plan_standing(s, action));
        return;
    }
    if (c->owner == OWNER_SCHOOL)
        snprintf(title, sizeof title, word(WORD_CLIENT_PLAN_ASK_SCHOOL),
                 s->sight.room->schools[c->owner_school].name);
    else
        snprintf(title, sizeof title, "%s", word(WORD_CLIENT_PLAN_ASK));
    draw_text_within(s->list, SCREEN_LEFT, 80, SCREEN_WIDTH, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
                     title);
}

static const char *sentence(const struct screens *s, action_id action)
{
    const struct action_item *item = &s->sight.room->actions[action];
    if (plan_is_asked(s, action))
        return word(WORD_CLIENT_PLAN_ASK_FOOT);
    if (plan_is_owner(s, action) && item->accepted)
        return word(WORD_CLIENT_PLAN_SAID_YES);
    if (plan_is_owner(s, action) && item->declined)
        return word(WORD_CLIENT_PLAN_SAID_NO);
    return plan_state(s, action) == ACTION_WAITING ? word(WORD_CLIENT_PLAN_WAITING_FOOT) : NULL;
}

static void draw(struct screens *s)
{
    action_id action = looked_at(s);
    double right = SCREEN_RIGHT;
    if (!action) { /* it has been taken away */
        leave(s);
        screen_header_here(s);
        return;
    }
    bool asked = plan_is_asked(s, action), owner = plan_is_owner(s, action);
    const struct action_item *item = &s->sight.room->actions[action];
    bool fresh = s->entered || action != s->plan.pledged;
    s->plan.pledged = action;
    if (fresh) /* the next of several: a hand that has just pressed Enter may press it again */
        ui_focus(&s->ui, ui_id_of(asked && s->entered ? "pledge-yes" : "pledge-leave", 0));
    screen_body(s);
    draw_title(s, action);
    double y = draw_action(s, action);
    if (owner && item->accepted && item->state == ACTION_ADOPTED)
        run_progress(s, action, y + 20);
    screen_footer(s, sentence(s, action));
    run_own(s, action, &right);
    if (owner)
        run_answer(s, action, fresh, &right);
    if (!asked)
        run_support(s, action, &right);
    if (foot(s, "pledge-leave", &right, BUTTON_SECONDARY,
             asked ? WORD_CLIENT_PLAN_LATER : WORD_CLIENT_PLAN_TO_LIST) ||
        (!fresh && ui_pressed(&s->ui, KEY_ESCAPE, 0))) {
        if (asked)
            s->plan.put_off[action] = s->sight.room->actions[action].revision;
        leave(s);
        if (asked) /* what the room asks comes first */
            task_go(s);
    }
    screen_header_here(s);
}

const struct screen screen_pledge = {SCREEN_PLEDGE, false, wanted, draw};
