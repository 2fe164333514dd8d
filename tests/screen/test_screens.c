/* Every screen in its resting states, as a draw list with fixed metrics. */

#include <stdio.h>

#include "golden/golden.h"
#include "screen/scenes.h"
#include "testing.h"

static void keep_their_look(void **state)
{
    (void)state;
    for (int i = 0; i < SCENES; i++) {
        struct desk desk;
        char name[64];
        scene_open(&desk, i, &type_fixed_metrics, layout_client(1100, 760));
        snprintf(name, sizeof name, "screen/%s", scene_name(i));
        golden_check_list(name, desk.list);
        desk_close(&desk);
    }
}

/* Nothing is dropped, and no text leaves the window, at the smallest size and at 4K. */
static void fit_every_window(void **state)
{
    (void)state;
    static const struct {
        int width, height;
    } sizes[] = {{880, 608}, {1366, 768}, {3840, 2160}};
    for (int i = 0; i < SCENES; i++) {
        struct desk desk;
        scene_open(&desk, i, &type_fixed_metrics, layout_client(880, 608));
        for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
            desk.layout = layout_client(sizes[size].width, sizes[size].height);
            desk_step(&desk);
            for (uint32_t c = 0; c < desk.list->commands; c++) {
                const struct draw_command *command = &desk.list->command[c];
                if (command->kind != DRAW_TEXT)
                    continue;
                assert_in_range(command->x, 0, sizes[size].width);
                assert_in_range(command->y, 0, sizes[size].height);
            }
        }
        desk_close(&desk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keep_their_look),
        cmocka_unit_test(fit_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
