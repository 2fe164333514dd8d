/* Writes a PNG of every state of the talk into a folder, to be looked at by people:
 *   talk_pictures FOLDER [light|dark] */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "console/talk_scenes.h"
#include "render/render.h"

int main(int count, char **argument)
{
    const char *folder = count > 1 ? argument[1] : ".";
    enum theme theme = count > 2 && strcmp(argument[2], "dark") == 0 ? THEME_DARK : THEME_LIGHT;
    enum error e = ERROR_OK;
    struct trouble t = {0};
    for (int i = 0; !e && i < TALK_SCENES; i++) {
        struct render *render = NULL;
        struct sitting *s;
        char path[512];
        e = render_create_headless(&render, 1920, 1080, &t);
        if (e)
            break;
        talk_scene_open(&s, i, render_metrics(render));
        snprintf(path, sizeof path, "%s/%s.png", folder, talk_scene_name(i));
        e = render_png(path, &s->list, theme, &t);
        sitting_destroy(&s);
        render_destroy(&render);
    }
    if (e)
        fprintf(stderr, "%s %s\n", error_text(e), t.text);
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}
