/* The console in many situations as PNG files, to be looked at beside the design: not a test.
 * pictures FOLDER [NAME-PREFIX [WIDTH HEIGHT]]; without a size in all that it is designed for. */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "console/action_scenes.h"
#include "console/board_scenes.h"
#include "console/finding_scenes.h"
#include "console/scenes.h"
#include "console/vote_scenes.h"
#include "render/render.h"

struct size {
    int width, height;
};

static const struct size designed[] = {{1920, 1080}, {1024, 768}, {3840, 2160}};

/* The tables of situations, each with what brings one up. */
#define SCENES_LIST(X)                                                                             \
    X(scenes, scene_create)                                                                        \
    X(board_scenes, board_scene_open)                                                              \
    X(finding_scenes, finding_scene_open)                                                          \
    X(vote_scenes, vote_scene_open)                                                                \
    X(action_scenes, action_scene_open)

/* Brings up a situation of a table; false when it has no more. */
#define OPEN(table, open)                                                                          \
    static bool open_##table(struct sitting **out, const char **name, bool *dark, int i,           \
                             struct size size, const struct type_metrics *metrics)                 \
    {                                                                                              \
        if (i == table##_count)                                                                    \
            return false;                                                                          \
        *name = table[i].name;                                                                     \
        *dark = table[i].dark;                                                                     \
        open(out, &table[i], size.width, size.height, metrics);                                    \
        return true;                                                                               \
    }
SCENES_LIST(OPEN)
#undef OPEN

typedef bool open_scene(struct sitting **out, const char **name, bool *dark, int i,
                        struct size size, const struct type_metrics *metrics);

#define ROW(table, open) open_##table,
static open_scene *const tables[] = {SCENES_LIST(ROW)};
#undef ROW

static bool write_picture(const char *folder, const char *name, struct size size, bool dark,
                          const struct draw_list *list, struct render *render)
{
    struct trouble trouble = {0};
    char path[1024];
    assert(list->dropped == 0);
    render_draw(render, list, dark ? THEME_DARK : THEME_LIGHT, 0);
    snprintf(path, sizeof path, "%s/%s-%dx%d.png", folder, name, size.width, size.height);
    if (render_save(render, path, &trouble) == ERROR_OK)
        return true;
    fprintf(stderr, "%s: %s\n", path, trouble.text);
    return false;
}

static bool write_pictures(const char *folder, const char *prefix, struct size size)
{
    struct trouble trouble = {0};
    struct render *render = NULL;
    bool written = true;
    if (render_create_headless(&render, size.width, size.height, &trouble)) {
        fprintf(stderr, "%s\n", trouble.text);
        return false;
    }
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        struct sitting *s;
        const char *name;
        bool dark;
        for (int i = 0; tables[t](&s, &name, &dark, i, size, render_metrics(render)); i++) {
            if (strncmp(name, prefix, strlen(prefix)) == 0)
                written &= write_picture(folder, name, size, dark, &s->list, render);
            sitting_destroy(&s);
        }
    }
    render_destroy(&render);
    return written;
}

int main(int argc, char **argv)
{
    const char *prefix = argc > 2 ? argv[2] : "";
    bool written = true;
    if (argc != 2 && argc != 3 && argc != 5)
        return 2;
    if (argc == 5)
        return !write_pictures(argv[1], prefix, (struct size){atoi(argv[3]), atoi(argv[4])});
    for (size_t z = 0; z < sizeof designed / sizeof *designed; z++)
        written &= write_pictures(argv[1], prefix, designed[z]);
    return written ? 0 : 1;
}
