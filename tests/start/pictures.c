/* The start screen in several situations as PNG files, to be looked at: not a test.
 * pictures FOLDER */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "render/render.h"
#include "start/start.h"

static struct content_catalogue packs;
static const struct start_recent recents[] = {
    {.title = "Riverside cluster", .when = "Today, 08:40", .schools = 10, .agreed = 84, .all = 100},
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

enum { FRONT, FRONT_EMPTY, ASKING, ASKING_FULL, ASKING_TROUBLE, SITUATIONS };

static void draw_one(const char *folder, struct render *render, int what, enum theme theme,
                     int width, int height)
{
    static struct draw_list list;
    static struct start_screen screen;
    static struct input input;
    static const char *const names[] = {"front", "front-empty", "asking", "asking-full",
                                        "asking-trouble"};
    struct ui ui = {0};
    struct layout layout = layout_kiosk(width, height);
    struct start_given given = {.packs = &packs,
                                .recents = recents,
                                .recent_count = what == FRONT ? 3 : 0,
                                .date = "12 March"};
    memset(&screen, 0, sizeof screen);
    for (int frame = 0; frame < 4; frame++) {
        input_clear(&input);
        if (frame == 1 && what >= ASKING)
            input_key(&input, KEY_ENTER, 0);
        if (frame == 2 && what == ASKING_FULL)
            fill(&screen, 100);
        if (frame == 2 && what == ASKING_TROUBLE) {
            fill(&screen, 3);
            start_add_schools(&screen, "school 1", 8);
            text_copy(screen.trouble, sizeof screen.trouble,
                      "The folder for reviews cannot be written to. Is the disk full?");
            start_drop(&screen, "/home/room/riverside.csv");
        }
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
    if (argc < 2 || content_list(&packs, NULL, &trouble) != ERROR_OK)
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
                draw_one(argv[1], render, what, (enum theme)theme, sizes[s].width, sizes[s].height);
        render_destroy(&render);
    }
    return 0;
}
