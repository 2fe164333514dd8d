/* The chosen action: what is known of it, and all that can be done with it. */

#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "console/actions_parts.h"
#include "ui/mark.h"
#include "words/date.h"

enum {
    GAP = 12,
    BUTTON = 48,
    LABEL_WIDE = 160,
    LABEL_NARROW = 148,
    LINE = 28,
    TEXT_LINES = 4,
    FACT_LINES = 4,
    CHOICE = 48,
    KEYS = 28,
};

int actions_buttons(struct console *c, const char *name, double x, double y, double w,
                    const struct button button[], int count)
{
    int done = 0;
    double one = floor((w - (count - 1) * GAP) / count);
    for (int i = 0; i < count; i++) {
        struct button b = button[i];
        b.width = one;
        b.height = BUTTON;
        if (b.text && button_run(c->ui, ui_id_of(name, i + 1), x + i * (one + GAP), y, b))
            done = i + 1;
    }
    return done;
}

static struct button plain(enum word text, bool off)
{
    return (struct button){.kind = BUTTON_SECONDARY, .text = word(text), .off = off};
}

/* ---- what is known ---- */

struct facts {
    struct acting *acting;
    double x, y, w, label, bottom;
    bool cut; /* not all of it could be told */
};

static void tell(struct facts *f, enum word label, enum token ink, const char *text)
{
    struct draw_list *list = f->acting->console->ui->list;
    int most = (int)((f->bottom - f->y) / LINE);
    struct type_lines lines;
    if (!text[0])
        return;
    if (most < 1) {
        f->cut = true;
        return;
    }
    most = most < FACT_LINES ? most : FACT_LINES;
    type_wrap(&lines, list->metrics, list->u, REGULAR(20), f->w - f->label, TYPE_MAX_LINES,
              WRAP_GREEDY, text);
    f->cut |= lines.count > most;
    draw_text_within(list, f->x, f->y, f->label - 8, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     word(label));
    f->y += draw_paragraph(list, f->x + f->label, f->y, f->w - f->label, most, REGULAR(20),
                           ALIGN_LEFT, WRAP_GREEDY, ink, text);
}

static void tell_owner(struct facts *f)
{
    const struct action_item *action = f->acting->action;
    const struct action_content *content = &action->content;
    char who[ACTION_TEXT_SIZE], text[ACTION_TEXT_SIZE + 64];
    action_owner_text(who, f->acting->room, content);
    bool asked = content->owner == OWNER_SEAT || content->owner == OWNER_SCHOOL;
    if (!who[0]) {
        tell(f, WORD_ACTIONS_OWNER, TOKEN_ACCENT, word(WORD_ACTIONS_WHO_WILL));
        return;
    }
    if (asked)
        snprintf(text, sizeof text,
                 word(action->accepted   ? WORD_ACTIONS_SAID_YES
                      : action->declined ? WORD_ACTIONS_SAID_NO
                                         : WORD_ACTIONS_NOT_SAID),
                 who);
    tell(f, WORD_ACTIONS_OWNER, TOKEN_INK, asked ? text : who);
}

static void tell_level(struct facts *f)
{
    const struct action_content *content = &f->acting->action->content;
    char text[ACTION_TEXT_SIZE];
    snprintf(text, sizeof text, word(WORD_ACTIONS_FOR_SCHOOL),
             f->acting->room->schools[content->school].name);
    tell(f, WORD_ACTIONS_LEVEL, TOKEN_INK,
         content->level == ACTION_LEVEL_LA        ? word(WORD_ACTIONS_FOR_LA)
         : content->level == ACTION_LEVEL_CLUSTER ? word(WORD_ACTIONS_FOR_CLUSTER)
         : content->school                        ? text
                                                  : word(WORD_ACTIONS_FOR_SCHOOLS));
}

static void tell_all(struct facts *f)
{
    const struct acting *a = f->acting;
    const struct action_item *action = a->action;
    const struct action_content *content = &action->content;
    char text[ACTION_TEXT_SIZE], day[WORD_DATE_SIZE];
    if (action->merged)
        tell(f, WORD_ACTIONS_PART_OF, TOKEN_INK, a->room->actions[action->merged].content.text);
    tell_owner(f);
    word_day_long(day, content->due, a->console->sight.today);
    tell(f, WORD_ACTIONS_DUE, day[0] ? TOKEN_INK : TOKEN_ACCENT,
         day[0] ? day : word(WORD_ACTIONS_NO_DATE));
    action_condition_text(text, a->room, content->condition);
    tell(f, WORD_ACTIONS_CONDITION, TOKEN_INK, text[0] ? text : word(WORD_ACTIONS_ANY_CONDITION));
    tell_level(f);
    snprintf(text, sizeof text,
             word(action->supports == 1 ? WORD_ACTIONS_SUPPORTED_ONE : WORD_ACTIONS_SUPPORTED),
             action->supports);
    tell(f, WORD_ACTIONS_SUPPORT, TOKEN_INK, action->supports ? text : "");
    action_seat_text(text, a->room, action->proposer);
    tell(f, WORD_ACTIONS_PROPOSER, TOKEN_INK, action->proposer ? text : "");
    action_source_text(text, a->room, content);
    tell(f, WORD_ACTIONS_SOURCE, TOKEN_INK, text);
    tell(f, WORD_ACTIONS_HELPERS, TOKEN_INK, content->helpers);
    tell(f, WORD_ACTIONS_MEASURE, TOKEN_INK, content->measure);
    tell(f, WORD_ACTIONS_RESOURCES, TOKEN_INK, content->resources);
}

/* ---- what can be done ---- */

static void run_state(struct acting *a, double x, double y, double w)
{
    static const struct {
        enum word text;
        enum button_kind kind;
    } forward[ACTION_STATE_COUNT] = {
        [ACTION_OWN] = {WORD_ACTIONS_AGREED, BUTTON_SECONDARY},
        [ACTION_WAITING] = {WORD_ACTIONS_READ_OUT, BUTTON_PRIMARY},
        [ACTION_PROPOSED] = {WORD_ACTIONS_AGREE, BUTTON_PRIMARY},
        [ACTION_ADOPTED] = {WORD_ACTIONS_AGREED, BUTTON_SECONDARY},
        [ACTION_PARKED] = {WORD_ACTIONS_PROPOSE_AGAIN, BUTTON_SECONDARY},
    };
    enum action_state state = (enum action_state)a->action->state;
    bool part = a->action->merged != 0;
    struct button buttons[] = {
        {.kind = part ? BUTTON_SECONDARY : forward[state].kind,
         .text = word(forward[state].text),
         .off = part || state == ACTION_ADOPTED},
        plain(WORD_ACTIONS_PARK, part || state == ACTION_PARKED),
        plain(WORD_ACTIONS_BACK, part || state == ACTION_WAITING || state == ACTION_PARKED),
        plain(WORD_ACTIONS_REMOVE, state == ACTION_ADOPTED),
    };
    switch (actions_buttons(a->console, "action-state", x, y, w, buttons, 2)) {
    case 1:
        actions_forward(a);
        break;
    case 2:
        actions_park(a);
        break;
    default:
        break;
    }
    switch (actions_buttons(a->console, "action-back", x, y + BUTTON + GAP, w, buttons + 2, 2)) {
    case 1:
        actions_back(a);
        break;
    case 2:
        actions_remove(a);
        break;
    default:
        break;
    }
}

static void run_change(struct acting *a, double x, double y, double w)
{
    bool large = a->room->view.action == a->chosen, part = a->action->merged != 0;
    bool other = a->console->actions.joining && a->console->actions.joining != a->chosen;
    const struct button buttons[] = {
        plain(large ? WORD_ACTIONS_SMALL : WORD_ACTIONS_LARGE,
              !large && !roll_is_public(a->room, a->chosen)),
        plain(WORD_ACTIONS_EDIT, part),
        plain(WORD_ACTIONS_WHO, part),
        part ? plain(WORD_ACTIONS_APART, false)
             : plain(other ? WORD_ACTIONS_JOIN_HERE : WORD_ACTIONS_JOIN, false),
    };
    int done = actions_buttons(a->console, "action-large", x, y, w, buttons, 2);
    if (done == 1)
        actions_enlarge(a);
    else if (done == 2)
        actions_write(a->console, a->chosen, NULL);
    done = actions_buttons(a->console, "action-who", x, y + BUTTON + GAP, w, buttons + 2, 2);
    if (done == 1)
        actions_ask_who(a->console, false);
    else if (done == 2 && part)
        actions_part(a);
    else if (done == 2)
        actions_join(a);
}

/* Somebody here has been asked to take it on. */
static bool is_asked(const struct acting *a)
{
    uint8_t owner = a->action->content.owner;
    return roll_is_before_room(a->action) && (owner == OWNER_SEAT || owner == OWNER_SCHOOL);
}

/* The owner's answer, for somebody who says it aloud; returns the height. */
static double run_answer(struct acting *a, double x, double y, double w)
{
    const struct button buttons[] = {plain(WORD_ACTIONS_YES, a->action->accepted),
                                     plain(WORD_ACTIONS_NO, a->action->declined)};
    if (!is_asked(a))
        return 0;
    int done = actions_buttons(a->console, "action-answer", x, y, w, buttons, 2);
    if (done)
        actions_accept(a, done == 1);
    return BUTTON + GAP;
}

static double run_support(struct acting *a, double x, double y, double w)
{
    struct console *c = a->console;
    char count[16];
    if (!roll_is_before_room(a->action))
        return 0;
    snprintf(count, sizeof count, "%u", a->action->supports);
    draw_text_within(c->ui->list, x, y + 10, w - 188, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_ACTIONS_BY_HAND));
    if (button_icon(c->ui, ui_id_of("action-support", 1), x + w - 176, y, CHOICE, ICON_MINUS,
                    a->action->supports == 0))
        actions_support(a, false);
    draw_text(c->ui->list, x + w - 88, y + 8, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK, count);
    if (button_icon(c->ui, ui_id_of("action-support", 2), x + w - CHOICE, y, CHOICE, ICON_PLUS,
                    false))
        actions_support(a, true);
    return CHOICE + GAP;
}

static double run_progress(struct acting *a, double x, double y, double w)
{
    static const enum word texts[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_ACTIONS_PROGRESS_1,
        [PROGRESS_UNDER_WAY] = WORD_ACTIONS_PROGRESS_2,
        [PROGRESS_DONE] = WORD_ACTIONS_PROGRESS_3,
        [PROGRESS_DROPPED] = WORD_ACTIONS_PROGRESS_4,
    };
    struct console *c = a->console;
    double one = floor((w - (PROGRESS_COUNT - 1) * 8) / PROGRESS_COUNT);
    if (a->action->state != ACTION_ADOPTED || a->action->merged)
        return 0;
    ui_group(c->ui, ui_id_of("action-progress-group", 0), 0);
    for (int i = 0; i < PROGRESS_COUNT; i++)
        if (console_choice(c, ui_id_of("action-progress", i), x + i * (one + 8), y, one,
                           word(texts[i]), i == a->action->progress))
            actions_progress(a, (enum progress)i);
    ui_group_end(c->ui);
    return CHOICE + GAP;
}

/* What run_all will need. */
static double buttons_height(const struct acting *a)
{
    int rows = 4 + is_asked(a) + roll_is_before_room(a->action) +
               (roll_is_before_room(a->action) && a->action->state == ACTION_ADOPTED);
    return rows * (BUTTON + GAP);
}

static void run_all(struct acting *a, double x, double y, double w)
{
    run_state(a, x, y, w);
    y += 2 * (BUTTON + GAP);
    run_change(a, x, y, w);
    y += 2 * (BUTTON + GAP);
    y += run_answer(a, x, y, w);
    y += run_support(a, x, y, w);
    run_progress(a, x, y, w);
}

void actions_panel_draw(struct acting *a, struct box box)
{
    struct console *c = a->console;
    struct draw_list *list = c->ui->list;
    char state[ACTION_TEXT_SIZE];
    if (!a->chosen) {
        console_line(c, &box, box.y + 12, REGULAR(20), TOKEN_INK2,
                     a->roll.count ? word(WORD_ACTIONS_CHOOSE) : "");
        return;
    }
    action_state_text(state, a->action);
    double y = console_line(c, &box, box.y + 8, SEMIBOLD(20), TOKEN_ACCENT, state) + 4;
    y += draw_paragraph(list, box.x, y, box.w, TEXT_LINES, SEMIBOLD(24), ALIGN_LEFT, WRAP_BALANCED,
                        TOKEN_INK, a->action->content.text) +
         12;
    const char *hint = c->actions.joining                      ? word(WORD_ACTIONS_JOIN_HOW)
                       : actions_in_ballot(a->room, a->chosen) ? word(WORD_ACTIONS_VOTED_ON)
                                                               : NULL;
    double buttons = box.y + box.h - buttons_height(a) + GAP;
    struct facts facts = {.acting = a,
                          .x = box.x,
                          .y = y,
                          .w = box.w,
                          .label = c->layout.narrow ? LABEL_NARROW : LABEL_WIDE,
                          .bottom = buttons - KEYS - GAP};
    tell_all(&facts);
    draw_text_within(list, box.x, buttons - KEYS - 6, box.w, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                     hint        ? hint
                     : facts.cut ? word(WORD_ACTIONS_CUT)
                                 : "");
    run_all(a, box.x, buttons, box.w);
}
