/* Writes a PNG of every screen into a folder, to be looked at by people:
 *   screen_pictures FOLDER [WIDTH HEIGHT [light|dark]] */

#include <stdio.h>
#include <stdlib.h>

#include "render/render.h"
#include "screen/scenes.h"
#include "testing.h"

int main(int count, char **word)
{
    const char *folder = count > 1 ? word[1] : ".";
    int width = count > 3 ? atoi(word[2]) : 1100, height = count > 3 ? atoi(word[3]) : 760;
    bool dark = count > 4 && strcmp(word[4], "dark") == 0;
    struct render *render = NULL;
    struct trouble t = {0};
    enum error e = render_create_headless(&render, width, height, &t);
    for (int i = 0; !e && i < SCENES; i++) {
        struct desk desk;
        scene_open(&desk, i, render_metrics(render), layout_client(width, height));
        char path[512];
        snprintf(path, sizeof path, "%s/%s.png", folder, scene_name(i));
        e = render_png(path, desk.list, dark ? THEME_DARK : THEME_LIGHT, &t);
        desk_close(&desk);
    }
    render_destroy(&render);
    if (e)
        fprintf(stderr, "%s %s\n", error_text(e), t.text);
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}
