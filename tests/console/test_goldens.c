#include "testing.h"

#include "console/scenes.h"
#include "golden/golden.h"

#include <stdio.h>

/* Leaves out what stands in the clip that begins with command `first`. */
static void leave_clip_out(struct draw_list *list, uint32_t first)
{
    int depth = 0;
    uint32_t end = first;
    for (; end < list->commands; end++) {
        depth += (list->command[end].kind == DRAW_CLIP) - (list->command[end].kind == DRAW_UNCLIP);
        if (depth == 0)
            break;
    }
    assert_true(end < list->commands);
    memmove(list->command + first, list->command + end + 1,
            (list->commands - end - 1) * sizeof *list->command);
    list->commands -= end + 1 - first;
}

/* What the room sees has goldens of its own and changes for its own reasons; the header with one
 * more view. */
static void leave_strangers_out(struct draw_list *list, bool preview)
{
    for (uint32_t i = 0; i < list->commands; i++) {
        if (list->command[i].kind != DRAW_CLIP || (list->command[i].y > 0 && !preview))
            continue;
        preview = preview && list->command[i].y == 0;
        leave_clip_out(list, i--);
    }
}

/* Every situation as it is drawn, at the sizes that screens have. */
static void check(int width, int height)
{
    for (int i = 0; i < scenes_count; i++) {
        struct sitting *s;
        char name[96];
        scene_create(&s, &scenes[i], width, height, &type_fixed_metrics);
        snprintf(name, sizeof name, "console/%s-%d", scenes[i].name, width);
        leave_strangers_out(&s->list, s->console->view == CONSOLE_RUN);
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
