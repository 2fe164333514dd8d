#include "start/basket_scenes.h"

#include <stdio.h>
#include <stdlib.h>

#include "testing.h"

static const char *const conditions[] = {
    "Consultation and needs analysis",
    "Integration into school planning",
    "Alignment with local plans",
    "Cluster arrangements",
    "Partnership with local services",
    "Multi-agency training",
    "Publicity",
    "Quality, targeted design",
    "Funding arrangements",
    "Impact measurement",
};

static const struct basket_review reviews[] = {
    {.title = "Riverside cluster, first look", .day = "20 November 2024"},
    {.title = "Riverside cluster", .day = "18 November 2025"},
};

enum { TODAY = 20779 }; /* 22 November 2026 */

const char *scene_name(enum basket_scene scene)
{
    static const char *const names[SCENE_COUNT] = {"empty",  "reviews", "three",
                                                   "sheets", "long",    "refused"};
    return names[scene];
}

static struct basket_thing *add(struct basket *b, const char *name, bool workshop, const char *says)
{
    struct basket_thing *thing = basket_add(b, name, workshop);
    assert_non_null(thing);
    snprintf(thing->says, sizeof thing->says, "%s", says);
    return thing;
}

static void ask(struct basket *b, const char *row, const char *from)
{
    struct basket_question *question = &b->questions[b->question_count++];
    snprintf(question->row, sizeof question->row, "%s", row);
    snprintf(question->from, sizeof question->from, "%s", from);
    question->answer.chosen = -1;
}

static void fill_three(struct basket *b)
{
    struct basket_thing *thing;
    add(b, "riverside.csv", false, "3 schools, 29 ratings, 12 goals");
    add(b, "Riverside 2025-11-18.plenary", true, "18 November 2025, 10 schools, 4 actions");
    thing = add(b, "riverside-2024.csv", false, "3 schools, 30 ratings");
    basket_set_use(thing, BASKET_REVIEW);
    edit_set(&thing->title, "riverside-2024");
    ask(b, "Money", "row 12 of riverside.csv");
    snprintf(b->sum, sizeof b->sum, "3 schools, 29 ratings, 12 goals");
    basket_say(b, true, "What to know");
    basket_say(b, false, "4 Cluster arrangements: the printed average is 5.1, its cells make 4.5.");
    basket_say(b, false, "Hilltop is not in this workshop: what it said then is left out.");
}

static void fill_sheets(struct basket *b)
{
    char name[64], says[64];
    for (int i = 1; i <= 28; i++) {
        snprintf(name, sizeof name, "School %d.csv", i);
        snprintf(says, sizeof says, "School %d: 10 ratings, 10 goals", i);
        add(b, name, false, says);
    }
    ask(b, "Money", "row 12 of School 3.csv");
    ask(b, "Working with the others around us", "row 5 of School 9.csv");
    b->questions[1].answer.chosen = 4;
    snprintf(b->sum, sizeof b->sum, "28 schools, 280 ratings, 280 goals");
}

static void fill_long(struct basket *b)
{
    enum { LONG = 60 };
    char name[3 * LONG + 8] = "";
    for (int i = 0; i < LONG; i++)
        memcpy(name + strlen(name), i % 7 ? "W" : " ", 2);
    struct basket_thing *thing = add(b, name, false, name);
    basket_set_use(thing, BASKET_REVIEW);
    edit_set(&thing->day, "31 February");
    edit_set(&thing->title, name);
    add(b, name, true, name);
    ask(b, name, name);
    basket_refuse(b, name, name);
    snprintf(b->sum, sizeof b->sum, "%s%s%s", name, name, name);
    basket_say(b, false, name);
}

static void fill(struct basket *b, enum basket_scene scene)
{
    switch (scene) {
    case SCENE_THREE:
        fill_three(b);
        break;
    case SCENE_SHEETS:
        fill_sheets(b);
        break;
    case SCENE_LONG:
        fill_long(b);
        break;
    case SCENE_REFUSED:
        fill_three(b);
        basket_refuse(b, "dene.csv",
                      "Row 4, column C says “6,5”: a rating is a whole number from 1 to 10.");
        snprintf(b->trouble, sizeof b->trouble, "The disk is full. Make room and try again.");
        break;
    case SCENE_EMPTY:
    case SCENE_REVIEWS:
    case SCENE_COUNT:
        break;
    }
}

static void frame(struct basket_bench *b)
{
    const struct layout *l = &b->layout;
    struct basket_box box = {l->left, 40, l->right - l->left, l->down - 72};
    draw_begin(&b->list, l, b->metrics);
    ui_begin(&b->ui, &b->list, b->style, &b->input, 0);
    struct basket_outcome outcome = basket_draw(&b->ui, box, &b->basket, &b->given);
    ui_end(&b->ui);
    input_clear(&b->input);
    assert_int_equal(b->list.dropped, 0);
    if (outcome.choice != BASKET_NOTHING)
        b->outcome = outcome;
}

void scene_step(struct basket_bench *b)
{
    b->outcome = (struct basket_outcome){BASKET_NOTHING, 0};
    for (int i = 0; i < 3; i++)
        frame(b);
}

void scene_open(struct basket_bench **out, enum basket_scene scene, bool running, int width,
                int height, const struct type_metrics *metrics)
{
    struct basket_bench *b = *out = calloc(1, sizeof *b);
    assert_non_null(b);
    b->layout = layout_kiosk(width, height);
    b->style = running ? &ui_style_console : &ui_style_kiosk;
    b->metrics = metrics;
    b->given = (struct basket_given){.running = running,
                                     .today = TODAY,
                                     .conditions = conditions,
                                     .condition_count = 10,
                                     .reviews = reviews,
                                     .review_count = running && scene != SCENE_EMPTY ? 2 : 0};
    fill(&b->basket, scene);
    b->basket.arrived = true;
    b->ui.keyed = true;
    scene_step(b);
}

void scene_close(struct basket_bench **bench)
{
    free(*bench);
    *bench = NULL;
}

void scene_key(struct basket_bench *b, enum input_key key, unsigned modifiers)
{
    input_key(&b->input, key, modifiers);
    scene_step(b);
}

bool scene_tab_to(struct basket_bench *b, ui_id id)
{
    for (int i = 0; i < UI_MAX_PLACES && !ui_focused(&b->ui, id); i++)
        scene_key(b, KEY_TAB, 0);
    return ui_focused(&b->ui, id);
}

bool scene_shows(const struct basket_bench *b, const char *text)
{
    for (uint32_t i = 0; i < b->list.commands; i++)
        if (b->list.command[i].kind == DRAW_TEXT &&
            strstr(b->list.text + b->list.command[i].first, text) != NULL)
            return true;
    return false;
}
