#include "screen/plan.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/writing.h"
#include "ui/icon.h"
#include "words/date.h"

/* An action in the making: what, which condition, who, by when; and what is said less often. */

enum {
    WIDTH = 644,
    OWNER_WIDTH = 396,
    DUE_X = 452,
    DUE_WIDTH = 224,
    PANEL_X = 724,
    PANEL_WIDTH = 344,
    PANEL = 136,
    PANEL_HEIGHT = 328,
    NAME = 552,
    MORE = 560,
};

static bool never(const struct screens *s)
{
    (void)s;
    return false; /* only by choice, from the list */
}

/* ---- lists to choose from ---- */

static void run_condition(struct screens *s, struct plan_draft *draft)
{
    struct screens_lists *lists = &s->lists;
    const struct room *room = s->sight.room;
    int count = room->workshop.condition_count;
    lists->conditions[0] = word(WORD_CLIENT_PLAN_NO_CONDITION);
    for (int c = 1; c <= count; c++) {
        snprintf(lists->condition_texts[c], sizeof lists->condition_texts[c], "%d  %s", c,
                 room->conditions[c].name);
        lists->conditions[c] = lists->condition_texts[c];
    }
    if (!s->plan.condition.open)
        s->plan.condition.chosen = draft->condition ? draft->condition : -1;
    if (dropdown_run(&s->ui, ui_id_of("propose-condition", 0), SCREEN_LEFT, 328, WIDTH,
                     &s->plan.condition, lists->conditions, count + 1,
                     word(WORD_CLIENT_PLAN_CONDITION_LABEL), word(WORD_CLIENT_PLAN_NO_CONDITION),
                     false))
        draft->condition = (uint8_t)s->plan.condition.chosen;
}

/* Who an entry of the list is. */
struct owner {
    enum owner_kind kind;
    bool is_me;
    school_id school;
};

static int add_owner(struct screens_lists *lists, struct owner owners[SCHOOLS_MAX + 5], int count,
                     const char *text, struct owner owner)
{
    lists->owners[count] = text;
    owners[count] = owner;
    return count + 1;
}

static int list_owners(struct screens *s, const struct plan_draft *draft,
                       struct owner owners[SCHOOLS_MAX + 5])
{
    struct screens_lists *lists = &s->lists;
    const struct room *room = s->sight.room;
    const struct me_item *me = &room->me;
    int count = 0;
    snprintf(lists->me, sizeof lists->me,
             word(me->name[0] ? WORD_CLIENT_PLAN_ME_NAMED : WORD_CLIENT_PLAN_ME), me->name);
    count = add_owner(lists, owners, count, lists->me, (struct owner){OWNER_SEAT, true, 0});
    if (me->school) {
        snprintf(lists->mine, sizeof lists->mine, word(WORD_CLIENT_PLAN_OUR_SCHOOL),
                 room->schools[me->school].name);
        count = add_owner(lists, owners, count, lists->mine,
                          (struct owner){OWNER_SCHOOL, false, me->school});
    }
    if (draft->kept_name[0])
        count =
            add_owner(lists, owners, count, draft->kept_name, (struct owner){OWNER_SEAT, false, 0});
    count = add_owner(lists, owners, count, word(WORD_CLIENT_PLAN_A_NAME),
                      (struct owner){OWNER_NAME, false, 0});
    count = add_owner(lists, owners, count, word(WORD_CLIENT_PLAN_NOBODY_YET),
                      (struct owner){OWNER_NOBODY, false, 0});
    for (unsigned i = 0; i < room->school_count; i++) {
        school_id school = room->school_order[i];
        if (school != me->school)
            count = add_owner(lists, owners, count, room->schools[school].name,
                              (struct owner){OWNER_SCHOOL, false, school});
    }
    return count;
}

static void run_owner(struct screens *s, struct plan_draft *draft)
{
    struct owner owners[SCHOOLS_MAX + 5];
    int count = list_owners(s, draft, owners), chosen = -1;
    for (int i = 0; i < count; i++)
        if (draft->owner != OWNER_NOBODY && owners[i].kind == draft->owner &&
            (draft->owner != OWNER_SEAT || owners[i].is_me == draft->owner_is_me) &&
            (draft->owner != OWNER_SCHOOL || owners[i].school == draft->owner_school))
            chosen = i;
    if (!s->plan.owner.open)
        s->plan.owner.chosen = chosen;
    if (!dropdown_run(&s->ui, ui_id_of("propose-owner", 0), SCREEN_LEFT, 444, OWNER_WIDTH,
                      &s->plan.owner, s->lists.owners, count, word(WORD_CLIENT_PLAN_OWNER_LABEL),
                      word(WORD_CLIENT_PLAN_NOBODY_YET), false))
        return;
    draft->owner = (uint8_t)owners[s->plan.owner.chosen].kind;
    draft->owner_is_me = owners[s->plan.owner.chosen].is_me;
    draft->owner_school = owners[s->plan.owner.chosen].school;
    if (draft->owner == OWNER_NAME)
        ui_focus(&s->ui, ui_id_of("propose-name", 0));
}

static void run_level(struct screens *s, struct plan_draft *draft)
{
    const struct me_item *me = &s->sight.room->me;
    s->lists.levels[ACTION_LEVEL_SCHOOL] =
        word(me->school ? WORD_CLIENT_PLAN_LEVEL_OURS : WORD_CLIENT_PLAN_LEVEL_EACH);
    s->lists.levels[ACTION_LEVEL_CLUSTER] = word(WORD_CLIENT_PLAN_LEVEL_CLUSTER);
    s->lists.levels[ACTION_LEVEL_LA] = word(WORD_CLIENT_PLAN_LEVEL_LA);
    if (!s->plan.level.open)
        s->plan.level.chosen = draft->level;
    if (dropdown_run(&s->ui, ui_id_of("propose-level", 0), PANEL_X, 164, PANEL_WIDTH,
                     &s->plan.level, s->lists.levels, ACTION_LEVEL_COUNT,
                     word(WORD_CLIENT_PLAN_LEVEL_LABEL), "", false))
        draft->level = (uint8_t)s->plan.level.chosen;
}

/* ---- by when ---- */

static const char *date_fault(const struct plan_draft *draft)
{
    switch (draft->fault) {
    case PROPOSE_DATE:
        return word(WORD_CLIENT_PLAN_DATE_UNCLEAR);
    case PROPOSE_NO_DATE:
        return word(WORD_CLIENT_PLAN_DATE_NONE);
    case PROPOSE_PAST:
        return word(WORD_CLIENT_PLAN_DATE_PAST);
    case PROPOSE_FAR:
        return word(WORD_CLIENT_PLAN_DATE_FAR);
    default:
        return NULL;
    }
}

/* What was typed, as it is understood, under the field; or what is to be looked at. */
static bool run_due(struct screens *s, struct plan_draft *draft)
{
    struct field field = {.label = word(WORD_CLIENT_PLAN_DUE_LABEL),
                          .placeholder = word(WORD_CLIENT_PLAN_DUE_PLACEHOLDER),
                          .fault = date_fault(draft),
                          .visible = NAME_VISIBLE};
    enum field_result result =
        field_run(&s->ui, ui_id_of("propose-due", 0), DUE_X, 444, DUE_WIDTH, &draft->due, field);
    char day[WORD_DATE_SIZE];
    uint32_t due;
    if (result == FIELD_CHANGED)
        draft->fault = PROPOSE_FINE;
    (void)propose_check(s, draft, &due);
    if (due && !field.fault) {
        word_day_long(day, due, plan_today(s));
        draw_text(s->list, DUE_X, 508, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, day);
    }
    return result == FIELD_ENTERED;
}

static void run_name(struct screens *s, struct plan_draft *draft)
{
    struct field field = {.label = word(WORD_CLIENT_PLAN_NAME_LABEL),
                          .fault = draft->fault == PROPOSE_NAME ? word(WORD_CLIENT_PLAN_NAME_EMPTY)
                                                                : NULL,
                          .visible = NAME_VISIBLE,
                          .bytes = NAME_SIZE - 1};
    switch (field_run(&s->ui, ui_id_of("propose-name", 0), SCREEN_LEFT, NAME, OWNER_WIDTH,
                      &draft->name, field)) {
    case FIELD_CHANGED:
        draft->fault = draft->fault == PROPOSE_NAME ? PROPOSE_FINE : draft->fault;
        break;
    case FIELD_ENTERED:
        ui_focus(&s->ui, ui_id_of("propose-due", 0));
        break;
    default:
        break;
    }
}

/* ---- the right hand side ---- */

static void draw_advice(struct screens *s)
{
    static const enum word lines[] = {WORD_CLIENT_PLAN_GOOD_VERB, WORD_CLIENT_PLAN_GOOD_PERSON,
                                      WORD_CLIENT_PLAN_GOOD_DATE, WORD_CLIENT_PLAN_GOOD_SOON};
    double y = PANEL + 68;
    draw_round(s->list, PANEL_X, PANEL, PANEL_WIDTH, PANEL_HEIGHT, 16, TOKEN_SUNKEN);
    draw_text(s->list, PANEL_X + 28, PANEL + 24, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CLIENT_PLAN_GOOD));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        icon_draw(s->list, ICON_CHECK, PANEL_X + 28, y + 3, 22, 3, TOKEN_ACCENT);
        y += 14 + draw_paragraph(s->list, PANEL_X + 64, y, PANEL_WIDTH - 88, 2, REGULAR(20),
                                 ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, word(lines[i]));
    }
}

static void run_more(struct screens *s, struct plan_draft *draft)
{
    struct field helpers = {.label = word(WORD_CLIENT_PLAN_HELPERS_LABEL),
                            .visible = TITLE_VISIBLE,
                            .bytes = LINE_SIZE - 1};
    struct writing measure = {.label = word(WORD_CLIENT_PLAN_MEASURE_LABEL),
                              .x = PANEL_X,
                              .y = 332,
                              .w = PANEL_WIDTH,
                              .h = 116};
    struct writing resources = measure;
    resources.label = word(WORD_CLIENT_PLAN_RESOURCES_LABEL);
    resources.y = 456;
    resources.h = 88;
    run_level(s, draft);
    if (field_run(&s->ui, ui_id_of("propose-helpers", 0), PANEL_X, 264, PANEL_WIDTH,
                  &draft->helpers, helpers) == FIELD_ENTERED)
        ui_focus(&s->ui, ui_id_of("propose-measure", 0));
    if (writing_run(s, ui_id_of("propose-measure", 0), &draft->measure, measure) == FIELD_ENTERED)
        ui_focus(&s->ui, ui_id_of("propose-resources", 0));
    if (writing_run(s, ui_id_of("propose-resources", 0), &draft->resources, resources) ==
        FIELD_ENTERED)
        ui_focus(&s->ui, ui_id_of("propose-send", 0));
}

static void run_panel(struct screens *s, struct plan_draft *draft)
{
    struct button toggle = {.kind = BUTTON_QUIET,
                            .text =
                                word(draft->more ? WORD_CLIENT_PLAN_LESS : WORD_CLIENT_PLAN_MORE)};
    if (draft->more)
        run_more(s, draft);
    else
        draw_advice(s);
    double y = draft->more ? MORE : PANEL + PANEL_HEIGHT + 16;
    if (button_run(&s->ui, ui_id_of("propose-more", 0), PANEL_X, y, toggle)) {
        draft->more = !draft->more;
        ui_focus(&s->ui, ui_id_of(draft->more ? "propose-level" : "propose-more", 0));
    }
}

/* ---- the whole ---- */

/* Where what it was not sent for stands. */
static void focus_fault(struct screens *s, const struct plan_draft *draft)
{
    static const char *const names[] = {
        [PROPOSE_TEXT] = "propose-text", [PROPOSE_NAME] = "propose-name",
        [PROPOSE_DATE] = "propose-due",  [PROPOSE_NO_DATE] = "propose-due",
        [PROPOSE_PAST] = "propose-due",  [PROPOSE_FAR] = "propose-due",
    };
    ui_focus(&s->ui, ui_id_of(names[draft->fault], 0));
}

static void send(struct screens *s)
{
    struct plan_draft *draft = propose_draft(s);
    if (propose_send(s))
        screen_go(s, SCREEN_PLAN);
    else if (draft->fault != PROPOSE_FINE)
        focus_fault(s, draft);
}

static void run_fields(struct screens *s, struct plan_draft *draft)
{
    struct writing text = {.label = word(WORD_CLIENT_PLAN_TEXT_LABEL),
                           .x = SCREEN_LEFT,
                           .y = 132,
                           .w = WIDTH,
                           .h = 136};
    if (writing_run(s, ui_id_of("propose-text", 0), &draft->text, text) == FIELD_ENTERED)
        ui_focus(&s->ui, ui_id_of("propose-condition", 0));
    run_condition(s, draft);
    run_owner(s, draft);
    if (run_due(s, draft))
        send(s);
    if (draft->owner == OWNER_NAME)
        run_name(s, draft);
    run_panel(s, draft);
}

static void run_foot(struct screens *s, struct plan_draft *draft)
{
    double right = SCREEN_RIGHT;
    bool changing = draft->action != 0, gone = changing && !plan_is_mine(s, draft->action);
    bool meant = draft->fault == PROPOSE_PAST || draft->fault == PROPOSE_FAR;
    struct button put = {.kind = BUTTON_PRIMARY,
                         .text = word(meant      ? WORD_CLIENT_PLAN_MEANT
                                      : changing ? WORD_TASK_PUT_CHANGE
                                                 : WORD_CLIENT_PLAN_PUT),
                         .off = gone || !propose_is_unsent(s) || !writing_has(&draft->text)};
    struct button clear = {.kind = BUTTON_SECONDARY,
                           .text = word(changing ? WORD_TASK_LEAVE : WORD_CLIENT_PLAN_CLEAR),
                           .off = !changing && !propose_is_unsent(s)};
    screen_footer(s, word(gone       ? WORD_CLIENT_PLAN_GONE
                          : changing ? WORD_CLIENT_PLAN_CHANGE_FOOT
                                     : WORD_CLIENT_PLAN_PUT_FOOT));
    if (screen_foot_button(s, "propose-send", &right, put))
        send(s);
    if (screen_foot_button(s, "propose-clear", &right, clear)) {
        propose_leave(s);
        ui_focus(&s->ui, ui_id_of("propose-text", 0));
        if (changing)
            screen_go(s, SCREEN_PLAN);
    }
    if (screen_foot_button(
            s, "propose-list", &right,
            (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_CLIENT_PLAN_TO_LIST)}) ||
        (!s->entered && ui_pressed(&s->ui, KEY_ESCAPE, 0)))
        screen_go(s, SCREEN_PLAN);
}

static void draw(struct screens *s)
{
    struct plan_draft *draft = propose_draft(s);
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("propose-text", 0));
    screen_body(s);
    draw_text(s->list, SCREEN_LEFT, 80, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
              word(draft->action ? WORD_CLIENT_PLAN_CHANGING : WORD_CLIENT_PLAN_PROPOSE));
    run_fields(s, draft);
    run_foot(s, propose_draft(s));
    screen_header_here(s);
}

const struct screen screen_propose = {SCREEN_PROPOSE, false, never, draw};
