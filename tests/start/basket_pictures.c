/* Writes pictures of the basket, to be looked at: basket_pictures FOLDER */

#include <stdio.h>
#include <stdlib.h>

#include "render/render.h"
#include "start/basket_scenes.h"

static enum error save(const struct basket_bench *b, const char *folder, const char *name,
                       enum theme theme)
{
    char path[512];
    struct trouble t = {0};
    snprintf(path, sizeof path, "%s/basket-%s.png", folder, name);
    return render_png(path, &b->list, theme, &t);
}

int main(int count, char **argument)
{
    const char *folder = count > 1 ? argument[1] : ".";
    static const int widths[] = {1920, 1024}, heights[] = {1080, 768};
    enum error e = ERROR_OK;
    struct trouble t = {0};
    for (int i = 0; !e && i < 4; i++) {
        struct render *render = NULL;
        bool running = i % 2;
        int size = i / 2;
        e = render_create_headless(&render, widths[size], heights[size], &t);
        for (int scene = 0; !e && scene < SCENE_COUNT; scene++) {
            struct basket_bench *b;
            char name[64];
            scene_open(&b, (enum basket_scene)scene, running, widths[size], heights[size],
                       render_metrics(render));
            snprintf(name, sizeof name, "%s-%s-%d", scene_name((enum basket_scene)scene),
                     running ? "console" : "start", heights[size]);
            e = save(b, folder, name, i == 3 ? THEME_DARK : THEME_LIGHT);
            scene_close(&b);
        }
        render_destroy(&render);
    }
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}
