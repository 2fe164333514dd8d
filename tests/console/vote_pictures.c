/* Writes a PNG of every state of the votes into a folder, to be looked at by people:
 *   vote_pictures FOLDER WIDTH HEIGHT [NAME] */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "console/vote_scenes.h"
#include "render/render.h"

int main(int count, char **argument)
{
    const char *folder = count > 1 ? argument[1] : ".";
    int width = count > 2 ? atoi(argument[2]) : 1920, height = count > 3 ? atoi(argument[3]) : 1080;
    enum error e = ERROR_OK;
    struct trouble t = {0};
    for (int i = 0; !e && i < vote_scenes_count; i++) {
        const struct vote_scene *scene = &vote_scenes[i];
        struct render *render = NULL;
        struct sitting *s;
        char path[512];
        if (count > 4 && strcmp(argument[4], scene->name) != 0)
            continue;
        e = render_create_headless(&render, width, height, &t);
        if (e)
            break;
        vote_scene_open(&s, scene, width, height, render_metrics(render));
        snprintf(path, sizeof path, "%s/%s.png", folder, scene->name);
        e = render_png(path, &s->list, scene->dark ? THEME_DARK : THEME_LIGHT, &t);
        sitting_destroy(&s);
        render_destroy(&render);
    }
    if (e)
        fprintf(stderr, "%s %s\n", error_text(e), t.text);
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}
