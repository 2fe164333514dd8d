#include "testing.h"

#include "console/scenes.h"
#include "golden/golden.h"

#include <stdio.h>

/* Leaves out what the room sees: stages have goldens of their own, and change for their own
 * reasons.
 */
static void leave_preview_out(struct draw_list *list)
{
    uint32_t first = 0, end;
    while (first < list->commands && list->command[first].kind != DRAW_CLIP)
        first++;
    int depth = 0;
    for (end = first; end < list->commands; end++) {
        depth += (list->command[end].kind == DRAW_CLIP) - (list->command[end].kind == DRAW_UNCLIP);
        if (depth == 0)
            break;
    }
    if (end == list->commands)
        return;
    memmove(list->command + first, list->command + end + 1,
            (list->commands - end - 1) * sizeof *list->command);
    list->commands -= end + 1 - first;
}

/* Every situation as it is drawn, at the sizes that screens have. */
static void check(int width, int height)
{
    for (int i = 0; i < scenes_count; i++) {
        struct sitting *s;
        char name[96];
        scene_create(&s, &scenes[i], width, height, &type_fixed_metrics);
        snprintf(name, sizeof name, "console/%s-%d", scenes[i].name, width);
        if (s->console->view == CONSOLE_RUN)
            leave_preview_out(&s->list);
        golden_check_list(name, &s->list);
        sitting_destroy(&s);
    }
}

static void test_full_size(void **state)
{
    (void)state;
    check(1920, 1080);
}

static void test_old_projectors_size(void **state)
{
    (void)state;
    check(1024, 768);
}

static void test_largest_size(void **state)
{
    (void)state;
    check(3840, 2160);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_size),
        cmocka_unit_test(test_old_projectors_size),
        cmocka_unit_test(test_largest_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
