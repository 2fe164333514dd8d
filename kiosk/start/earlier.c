#include "start/asking.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "words/words.h"

/* The earlier workshop whose actions a new one begins with: none, or one of the files that were
 * found or dropped. */

/* The file's name without its folder and its ending, which is alike for all. */
static void write_name(char to[START_NAME_SIZE], const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *end = strrchr(name, '.');
    size_t length = end ? (size_t)(end - name) : strlen(name);
    text_copy(to, length < START_NAME_SIZE ? length + 1 : START_NAME_SIZE, name);
}

void start_add_earlier(struct start_screen *screen, const char *path, bool chosen)
{
    struct start_earlier *e = &screen->earlier;
    int at = 0;
    while (at < e->count && strcmp(e->paths[at], path) != 0)
        at++;
    if (at == e->count && e->count == START_EARLIER_MAX) {
        if (!chosen)
            return;
        at--; /* somebody holds it in their hand: it takes the place of the last one found */
    } else if (at == e->count) {
        e->count++;
    }
    text_copy(e->paths[at], sizeof e->paths[at], path);
    write_name(e->names[at], path);
    if (chosen)
        e->dropdown.chosen = at + 1;
}

const char *start_earlier(const struct start_screen *screen)
{
    int chosen = screen->earlier.dropdown.chosen;
    return chosen > 0 && chosen <= screen->earlier.count ? screen->earlier.paths[chosen - 1] : NULL;
}

void asking_earlier(struct ui *ui, double x, double y, double w, struct start_screen *screen)
{
    struct start_earlier *e = &screen->earlier;
    if (e->count == 0)
        return;
    e->labels[0] = word(WORD_START_EARLIER_NONE);
    for (int i = 0; i < e->count; i++)
        e->labels[i + 1] = e->names[i];
    dropdown_run(ui, ui_id_of("asking-earlier", 0), x, y, w, &e->dropdown, e->labels, e->count + 1,
                 word(WORD_START_EARLIER), NULL, false);
}
