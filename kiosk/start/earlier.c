#include "start/asking.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "words/words.h"

/* The earlier workshops that were found: one whose actions the new one begins with, and those that
 * it is compared with. */

enum { ACTIONS_Y = 736, COMPARE_Y = 876 };

/* The file's name without its folder and its ending, which is alike for all. */
static void write_name(char to[START_NAME_SIZE], const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *end = strrchr(name, '.');
    size_t length = end ? (size_t)(end - name) : strlen(name);
    text_copy(to, length < START_NAME_SIZE ? length + 1 : START_NAME_SIZE, name);
}

void start_add_earlier(struct start_screen *screen, const char *path)
{
    struct start_earlier *e = &screen->earlier;
    for (int i = 0; i < e->count; i++)
        if (strcmp(e->paths[i], path) == 0)
            return;
    if (e->count == START_EARLIER_MAX)
        return;
    text_copy(e->paths[e->count], sizeof e->paths[e->count], path);
    write_name(e->names[e->count], path);
    e->compare.chosen = -1;
    e->count++;
}

const char *start_earlier(const struct start_screen *screen)
{
    int chosen = screen->earlier.dropdown.chosen;
    return chosen > 0 && chosen <= screen->earlier.count ? screen->earlier.paths[chosen - 1] : NULL;
}

static void run_actions(struct ui *ui, double x, double y, double w, struct start_earlier *e)
{
    e->labels[0] = word(WORD_START_EARLIER_NONE);
    for (int i = 0; i < e->count; i++)
        e->labels[i + 1] = e->names[i];
    dropdown_run(ui, ui_id_of("asking-earlier", 0), x, y, w, &e->dropdown, e->labels, e->count + 1,
                 word(WORD_START_EARLIER), NULL, false);
}

/* Several may be chosen: choosing one that is chosen takes it back. */
static int run_reviews(struct ui *ui, double x, double y, double w, struct start_earlier *e)
{
    unsigned count = 0;
    for (int i = 0; i < e->count; i++) {
        snprintf(e->review_text[i], sizeof e->review_text[i],
                 e->compared[i] ? word(WORD_START_COMPARED) : "%s", e->names[i]);
        e->reviews[i] = e->review_text[i];
        count += e->compared[i];
    }
    snprintf(e->compared_text, sizeof e->compared_text,
             word(count == 0   ? WORD_START_EARLIER_NONE
                  : count == 1 ? WORD_BASKET_ONE_REVIEW
                               : WORD_BASKET_REVIEWS_MANY),
             count);
    dropdown_run(ui, ui_id_of("asking-compare", 0), x, y, w, &e->compare, e->reviews, e->count,
                 word(WORD_START_COMPARE), e->compared_text, false);
    int chosen = e->compare.chosen;
    e->compare.chosen = -1;
    return chosen;
}

int asking_earlier(struct ui *ui, double x, double w, struct start_screen *screen)
{
    if (screen->earlier.count == 0)
        return -1;
    run_actions(ui, x, ACTIONS_Y, w, &screen->earlier);
    return run_reviews(ui, x, COMPARE_Y, w, &screen->earlier);
}
