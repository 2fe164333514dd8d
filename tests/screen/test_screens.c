/* Every screen in its resting states, as a draw list with fixed metrics. */

#include <stdio.h>

#include "golden/golden.h"
#include "screen/scenes.h"
#include "stage/training.h"
#include "testing.h"
#include "words/words.h"

/* The word in the middle of the upper edge, a frame round everything, and nothing to be read where
 * the word stands. */
static void assert_marked(const struct desk *desk)
{
    const struct draw_list *list = desk->list;
    double w = training_width(list, desk->room, TRAINING_CLIENT) * list->u;
    double h = training_height(desk->room, TRAINING_CLIENT) * list->u;
    double left = (list->width - w) / 2;
    bool framed = false, named = false;
    for (uint32_t i = 0; i < list->commands; i++) {
        const struct draw_command *c = &list->command[i];
        const char *text = list->text + c->first;
        framed |= c->kind == DRAW_FRAME && c->w == list->width && c->h == list->height;
        if (c->kind != DRAW_TEXT)
            continue;
        bool is_it = strcmp(text, word(WORD_TRAINING_MARK)) == 0 && c->y < 40 * list->u;
        named |= is_it && c->x > list->width / 4 && c->x < list->width * 3 / 4;
        int text_w = type_width_px(desk->metrics, c->weight, c->size, c->tabular, text, c->count);
        double x = c->x - (c->align == ALIGN_CENTRE  ? text_w / 2
                           : c->align == ALIGN_RIGHT ? text_w
                                                     : 0);
        bool under = c->y - 0.73 * c->size < h && x < left + w && x + text_w > left;
        if (under && !is_it && desk->screens->shown != SCREEN_FACING)
            fail_msg("under the mark: %s", text);
    }
    assert_true(framed);
    assert_true(named);
}

/* The same screen in a training says so; where no workshop is open there is nothing to say. */
static void check_mark(struct desk *desk, bool seen[SCREEN_COUNT])
{
    bool open = desk->sight.state != SESSION_APART;
    desk->room->workshop.training = true;
    desk_step(desk);
    seen[desk->screens->shown] |= open;
    if (open)
        assert_marked(desk);
    else
        assert_false(desk_shows(desk, word(WORD_TRAINING_MARK)));
}

static void keep_their_look_and_bear_the_mark(void **state)
{
    (void)state;
    bool seen[SCREEN_COUNT] = {[SCREEN_JOIN] = true};
    for (int i = 0; i < SCENES; i++) {
        struct desk desk;
        char name[64];
        scene_open(&desk, i, &type_fixed_metrics, layout_client(1100, 760));
        snprintf(name, sizeof name, "screen/%s", scene_name(i));
        if (desk.screens->shown != SCREEN_FACING) /* the console has goldens of its own */
            golden_check_list(name, desk.list);
        check_mark(&desk, seen);
        desk_close(&desk);
    }
    for (int id = 0; id < SCREEN_COUNT; id++)
        if (!seen[id])
            fail_msg("no scene shows screen %d", id);
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
        cmocka_unit_test(keep_their_look_and_bear_the_mark),
        cmocka_unit_test(fit_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
