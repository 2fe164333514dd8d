/* The start screen in several situations as PNG files, to be looked at: not a test.
 * pictures FOLDER */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "render/render.h"
#include "start/start.h"

static struct content_catalogue packs;
static struct rehearsal_catalogue rehearsals;
static const struct start_recent recents[] = {
    {.title = "Riverside cluster",
     .when = "Today, 08:40",
     .schools = 10,
     .agreed = 84,
     .all = 100,
     .training = true},
    {.title = "Moorland and coast", .damaged = true, .copy = "09:40"},
    {.title = "North town and the villages along the river Tees and a little beyond",
     .when = "19 September",
     .schools = 6,
     .closed = true},
};

static void fill(struct start_screen *screen, int schools)
{
    for (int i = 0; i < schools; i++) {
        char name[64];
        snprintf(name, sizeof name, i % 5 ? "School %d" : "St Mary and All Saints Primary %d", i);
        start_add_schools(screen, name, strlen(name));
    }
}

enum situation {
    FRONT,
    FRONT_EMPTY,
    ASKING,
    ASKING_FULL,
    ASKING_TROUBLE,
    TRAINING,
    TRAININGS,
    TRAININGS_NONE,
    TALKS,
    TALKS_EMPTY,
    PLAN,
    PLAN_FULL_OF_PARTS,
    PLAN_FAULTY,
    PLAN_A_BOARD,
    SITUATIONS
};

static const char *const names[SITUATIONS] = {
    "front",    "front-empty",   "asking",         "asking-full", "asking-trouble",
    "training", "trainings",     "trainings-none", "talks",       "talks-empty",
    "plan",     "plan-64-parts", "plan-faulty",    "plan-board",
};

static struct start_screen screen;
static struct basket basket;
static struct input input;
static struct ui ui;
static struct pack pack;

static void key(enum input_key which, int times)
{
    for (int i = 0; i < times; i++)
        input_key(&input, which, 0);
}

/* Module 2, as it is or with as many parts and as long titles as there can be. */
static void open_plan(enum situation what)
{
    struct trouble trouble = {0};
    struct content_entry entry;
    if (content_find_agenda(&entry, "module-2", &trouble) ||
        content_load(&pack, entry.path, "module-2", &trouble))
        exit(1);
    struct agenda *agenda = &pack.agenda;
    for (int i = 0; what == PLAN_FULL_OF_PARTS && i < AGENDA_MAX; i++) {
        if (i >= agenda->item_count)
            agenda->items[i] = agenda->items[i % agenda->item_count];
        agenda->items[i].start = (uint16_t)(540 + 10 * i);
        snprintf(agenda->items[i].title, TITLE_SIZE,
                 "Part %d, which was given about as long a title as there is any room for", i + 1);
    }
    if (what == PLAN_FULL_OF_PARTS)
        agenda->item_count = AGENDA_MAX;
    start_plan(&screen, agenda, 0);
}

/* What is done before a frame to get to the situation. */
static void lead_to(enum situation what, int frame)
{
    if (frame == 1 && what >= ASKING && what <= ASKING_TROUBLE)
        key(KEY_ENTER, 1);
    if (frame == 1 && (what == TRAINING || what == TRAININGS || what == TRAININGS_NONE))
        key(KEY_DOWN, 2), key(KEY_ENTER, 1);
    if (frame == 3 && what == TRAINING)
        key(KEY_DOWN, 5), key(KEY_ENTER, 1);
    if (frame == 1 && what == TALKS)
        key(KEY_DOWN, 4), key(KEY_ENTER, 1);
    if (frame == 1 && what == TALKS_EMPTY)
        key(KEY_DOWN, 1), key(KEY_ENTER, 1);
    if (frame == 1 && what >= PLAN)
        open_plan(what);
    if (frame == 2 && what == ASKING_FULL) {
        fill(&screen, 100);
        struct basket_thing *thing = basket_add(&basket, "riverside.csv", false);
        basket_add(&basket, "Hilltop.csv", false);
        text_copy(thing->says, sizeof thing->says, "10 schools, 98 ratings, 40 goals");
        text_copy(basket.sum, sizeof basket.sum, "110 schools, 98 ratings, 40 goals");
        start_add_earlier(&screen, "/home/room/Plenary/Riverside cluster 2025-11-20.plenary");
        start_add_earlier(&screen, "/home/room/Plenary/Moorland and coast 2026-03-12.plenary");
    }
    if (frame == 2 && what == ASKING_TROUBLE) {
        fill(&screen, 3);
        start_add_schools(&screen, "school 1", 8);
        text_copy(screen.trouble, sizeof screen.trouble,
                  "The folder for reviews cannot be written to. Is the disk full?");
        basket_refuse(&basket, "dene.csv", "Row 4, column C says “6,5”.");
    }
    if (frame == 3 && what >= PLAN)
        key(KEY_DOWN, what == PLAN_FULL_OF_PARTS ? 40 : 3);
    if (frame == 4 && what == PLAN_FAULTY) {
        key(KEY_TAB, 2);
        input_letter(&input, 'a', WITH_CONTROL);
        input_text(&input, INPUT_TEXT, "25:70", 5);
    }
    if (frame == 4 && what == PLAN_A_BOARD)
        key(KEY_TAB, 7), key(KEY_ENTER, 1);
}

static void draw_one(const char *folder, struct render *render, enum situation what,
                     enum theme theme, int width, int height)
{
    static struct draw_list list;
    struct layout layout = layout_kiosk(width, height);
    bool empty =
        what == FRONT_EMPTY || what == TALKS_EMPTY || (what >= TRAINING && what <= TRAININGS_NONE);
    struct start_given given = {.packs = &packs,
                                .rehearsals = what == TRAININGS_NONE ? NULL : &rehearsals,
                                .recents = recents,
                                .recent_count = empty ? 0 : 3,
                                .date = "12 March",
                                .basket = &basket};
    memset(&screen, 0, sizeof screen);
    memset(&basket, 0, sizeof basket);
    memset(&ui, 0, sizeof ui);
    for (int frame = 0; frame < 8; frame++) {
        input_clear(&input);
        lead_to(what, frame);
        draw_begin(&list, &layout, render_metrics(render));
        ui_begin(&ui, &list, &ui_style_kiosk, &input, 0);
        start_draw(&ui, &layout, &screen, &given);
        ui_end(&ui);
    }
    render_draw(render, &list, theme, 0);
    char path[1024];
    struct trouble trouble = {0};
    snprintf(path, sizeof path, "%s/start-%s-%dx%d%s.png", folder, names[what], width, height,
             theme == THEME_DARK ? "-dark" : "");
    if (render_save(render, path, &trouble) != ERROR_OK)
        fprintf(stderr, "%s: %s\n", path, trouble.text);
}

int main(int argc, char **argv)
{
    static const struct {
        int width, height;
    } sizes[] = {{1920, 1080}, {1024, 768}, {3840, 2160}};
    struct trouble trouble = {0};
    if (argc < 2 || content_list(&packs, NULL, &trouble) != ERROR_OK ||
        content_list_rehearsals(&rehearsals, NULL, &trouble) != ERROR_OK)
        return 2;
    struct content_entry *faulty = &packs.entries[packs.count++];
    snprintf(faulty->trouble.text, sizeof faulty->trouble.text,
             "packs/ours.yaml, line 12: “minutes” is not a number.");
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct render *render = NULL;
        if (render_create_headless(&render, sizes[s].width, sizes[s].height, &trouble)) {
            fprintf(stderr, "%s\n", trouble.text);
            return 1;
        }
        for (int what = 0; what < SITUATIONS; what++)
            for (int theme = 0; theme < 2; theme++)
                draw_one(argv[1], render, (enum situation)what, (enum theme)theme, sizes[s].width,
                         sizes[s].height);
        render_destroy(&render);
    }
    return 0;
}
