/* Writes pictures of the page that brings files in, to be looked at: bring_pictures FOLDER */

#include <stdio.h>
#include <stdlib.h>

#include "render/render.h"
#include "start/bring_scenes.h"

static enum error save(const struct bench *b, const char *folder, const char *name)
{
    char path[512];
    struct trouble t = {0};
    snprintf(path, sizeof path, "%s/%s.png", folder, name);
    return render_png(path, &b->list, THEME_LIGHT, &t);
}

int main(int count, char **argument)
{
    const char *folder = count > 1 ? argument[1] : ".";
    static const int widths[] = {1920, 1024}, heights[] = {1080, 768};
    enum error e = ERROR_OK;
    struct trouble t = {0};
    for (int i = 0; !e && i < 2; i++) {
        struct render *render = NULL;
        struct bench *b;
        char name[32];
        e = render_create_headless(&render, widths[i], heights[i], &t);
        if (e)
            break;
        bench_open(&b, widths[i], heights[i], render_metrics(render));
        snprintf(name, sizeof name, "bring-%d", i);
        e = save(b, folder, name);
        bench_compare(b);
        snprintf(name, sizeof name, "bring-compare-%d", i);
        e = e ? e : save(b, folder, name);
        bench_close(&b);
        render_destroy(&render);
    }
    return e ? EXIT_FAILURE : EXIT_SUCCESS;
}
