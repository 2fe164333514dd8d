/* The console in many situations as PNG files, to be looked at beside the design: not a test.
 * pictures FOLDER [NAME-PREFIX] */

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "console/scenes.h"
#include "render/render.h"

static const struct {
    int width, height;
} sizes[] = {{1920, 1080}, {1024, 768}, {3840, 2160}};

int main(int argc, char **argv)
{
    struct trouble trouble = {0};
    if (argc < 2)
        return 2;
    for (size_t z = 0; z < sizeof sizes / sizeof *sizes; z++) {
        struct render *render = NULL;
        if (render_create_headless(&render, sizes[z].width, sizes[z].height, &trouble)) {
            fprintf(stderr, "%s\n", trouble.text);
            return 1;
        }
        for (int i = 0; i < scenes_count; i++) {
            const struct scene *scene = &scenes[i];
            if (argc > 2 && strncmp(scene->name, argv[2], strlen(argv[2])) != 0)
                continue;
            struct sitting *s;
            char path[1024];
            scene_create(&s, scene, sizes[z].width, sizes[z].height, render_metrics(render));
            render_draw(render, &s->list, scene->dark ? THEME_DARK : THEME_LIGHT, 0);
            snprintf(path, sizeof path, "%s/%s-%dx%d.png", argv[1], scene->name, sizes[z].width,
                     sizes[z].height);
            if (render_save(render, path, &trouble) != ERROR_OK)
                fprintf(stderr, "%s: %s\n", path, trouble.text);
            assert(s->list.dropped == 0);
            sitting_destroy(&s);
        }
        render_destroy(&render);
    }
    return 0;
}
