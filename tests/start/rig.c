#include "start/rig.h"

#include <stdio.h>

struct draw_list list;
struct ui ui;
struct input input;
struct start_screen screen;
struct content_catalogue packs;
struct basket basket;
struct rehearsal_catalogue rehearsals;
struct start_recent recents[3] = {
    {.title = "Riverside cluster", .when = "Today, 08:40", .schools = 10, .agreed = 84, .all = 100},
    {.title = "Lost", .damaged = true},
    {.title = "Damaged", .damaged = true, .copy = "09:40"},
};
static struct start_given given = {.packs = &packs,
                                   .rehearsals = &rehearsals,
                                   .recents = recents,
                                   .recent_count = 3,
                                   .date = "12 March",
                                   .basket = &basket,
                                   .brought = {.today = 20779}};

struct start_outcome frame(void)
{
    struct layout layout = layout_kiosk(1920, 1080);
    draw_begin(&list, &layout, &type_fixed_metrics);
    ui_begin(&ui, &list, &ui_style_kiosk, &input, 0);
    struct start_outcome outcome = start_draw(&ui, &layout, &screen, &given);
    ui_end(&ui);
    input_clear(&input);
    assert_int_equal(list.dropped, 0);
    return outcome;
}

struct start_outcome press(enum input_key key)
{
    input_key(&input, key, 0);
    return frame();
}

void type(const char *text)
{
    input_text(&input, INPUT_TEXT, text, strlen(text));
    frame();
}

int rig_reset(void **state)
{
    (void)state;
    ui = (struct ui){0};
    memset(&screen, 0, sizeof screen);
    memset(&packs, 0, sizeof packs);
    memset(&rehearsals, 0, sizeof rehearsals);
    memset(&basket, 0, sizeof basket);
    packs.count = 2;
    snprintf(packs.entries[0].trouble.text, sizeof packs.entries[0].trouble.text, "line 3");
    snprintf(packs.entries[1].agenda_id, ID_SIZE, "cluster-workshop");
    snprintf(packs.entries[1].agenda_title, TITLE_SIZE, "Cluster review workshop");
    input_clear(&input);
    frame();
    frame();
    return 0;
}

bool on_screen(const char *text)
{
    for (uint32_t i = 0; i < list.commands; i++)
        if (list.command[i].kind == DRAW_TEXT &&
            strstr(list.text + list.command[i].first, text) != NULL)
            return true;
    return false;
}
