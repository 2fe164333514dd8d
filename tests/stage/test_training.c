/* The mark of a training: on every stage, however it is looked at, in the same place, with nothing
 * under it that is to be read; and on none that is real. */

#include <stdio.h>

#include "golden/golden.h"
#include "rooms/training.h"
#include "stage/scenes.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "stage/tellings.h"
#include "stage/training.h"
#include "testing.h"
#include "words/words.h"

static struct draw_list list;
static struct room *room;
static const struct audience projector = {AUDIENCE_PROJECTOR, 0};
static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {3840, 2160}, {1280, 1024}};

static void draw(int width, int height, int page)
{
    struct stage_frame frame =
        seen_frame(room, (struct seen_size){width, height}, 9 * 60 + 37, page);
    seen_draw(&list, &frame);
}

/* The word, in the middle of the upper edge, and a frame as large as the picture. */
static void assert_marked(void)
{
    bool framed = false, named = false;
    for (uint32_t i = 0; i < list.commands; i++) {
        const struct draw_command *c = &list.command[i];
        framed |= c->kind == DRAW_FRAME && c->w == list.width && c->h == list.height;
        if (strcmp(seen_text(&list, i), word(WORD_TRAINING_MARK)) != 0)
            continue;
        named = true;
        assert_in_range(c->x, list.width / 4, list.width / 2);
        assert_in_range(c->y, 0, 40 * list.u);
    }
    assert_true(framed);
    assert_true(named);
}

/* No text stands where the tab does, but its own. */
static void assert_clear(void)
{
    double w = training_width(&list, room, TRAINING_STAGE) * list.u;
    double h = training_height(room, TRAINING_STAGE) * list.u, left = (list.width - w) / 2;
    for (uint32_t i = 0; i < list.commands; i++) {
        const struct draw_command *c = &list.command[i];
        const char *text = seen_text(&list, i);
        if (!text[0] || strcmp(text, word(WORD_TRAINING_MARK)) == 0 ||
            strcmp(text, word(WORD_TRAINING_MARK_MORE)) == 0)
            continue;
        int text_w =
            type_width_px(&type_fixed_metrics, c->weight, c->size, c->tabular, text, c->count);
        int x = c->x - (c->align == ALIGN_CENTRE  ? text_w / 2
                        : c->align == ALIGN_RIGHT ? text_w
                                                  : 0);
        bool above = c->y - 0.73 * c->size < h; /* its capitals */
        if (above && x < left + w && x + text_w > left)
            printf("under the mark: %s\n", text);
        assert_false(above && x < left + w && x + text_w > left);
    }
}

static void check(void)
{
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        room->workshop.training = false;
        draw(sizes[s][0], sizes[s][1], 0);
        assert_int_equal(seen_count(&list, word(WORD_TRAINING_MARK)), 0);
        room->workshop.training = true;
        draw(sizes[s][0], sizes[s][1], 0);
        assert_marked();
        assert_clear();
    }
}

/* The step that the room is at becomes each kind of stage in turn. */
static void it_is_on_every_kind_of_stage(void **state)
{
    (void)state;
    for (int variant = 0; variant < 6; variant++) {
        struct rooms_spec spec = {.schools = variant % 3 == 0 ? 3 : 28,
                                  .ratings = ROOMS_MOST,
                                  .named = variant & 1,
                                  .long_names = variant >= 3,
                                  .seats = 30,
                                  .address = "192.168.4.20",
                                  .elapsed_ms = 1040000,
                                  .place = {2, 2}};
        rooms_example(room, projector, &spec);
        room->view.larger = (uint8_t)(variant % 3);
        for (int kind = 0; kind < STAGE_COUNT; kind++) {
            room->items[2].steps[1].stage = (uint8_t)kind;
            check();
        }
    }
}

/* Boards, notes and findings brought up large, actions: what fills the picture leaves it, too. */
static void it_is_on_what_is_brought_up_large(void **state)
{
    (void)state;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST, .named = true};
    rooms_example(room, projector, &spec);
    struct scene_board board = {
        .headings = 6, .notes = 30, .texts = SCENE_LONG, .long_headings = true, .how = HOW_PLENARY};
    for (note_id large = 0; large < 3; large++) {
        board.large = large;
        scene_board(room, &board);
        check();
    }
    struct telling telling = {.stage = STAGE_FINDINGS, .room = spec, .worked = true};
    for (uint8_t kind = 0; kind < FINDING_COUNT; kind++) {
        telling.large_kind = kind;
        telling.large = 1;
        telling_make(room, &telling);
        check();
    }
}

static void the_window_says_so_too(void **state)
{
    (void)state;
    char title[TRAINING_TITLE_SIZE];
    room->workshop.training = false;
    training_title(title, room, "Riverside cluster");
    assert_string_equal(title, "Riverside cluster");
    room->workshop.training = true;
    training_title(title, room, "Riverside cluster");
    assert_string_equal(title, "TRAINING: Riverside cluster");
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    static const struct golden_case {
        const char *name;
        struct rooms_spec spec;
        int size;
    } cases[] = {
        {"stage/training-lobby",
         {.schools = 10, .seats = 18, .address = "192.168.4.20", .training = true},
         0},
        {"stage/training-grid-768",
         {.schools = 28,
          .ratings = ROOMS_MOST,
          .named = true,
          .long_names = true,
          .place = {2, 2},
          .elapsed_ms = 1040000,
          .training = true},
         1},
        {"stage/training-briefing",
         {.schools = 3, .place = {1, 1}, .elapsed_ms = 378000, .training = true},
         0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rooms_example(room, projector, &cases[i].spec);
        draw(sizes[cases[i].size][0], sizes[cases[i].size][1], 0);
        golden_check_list(cases[i].name, &list);
    }
}

static int make_room(void **state)
{
    (void)state;
    return room_create(&room);
}

static int unmake_room(void **state)
{
    (void)state;
    room_destroy(&room);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_on_every_kind_of_stage),
        cmocka_unit_test(it_is_on_what_is_brought_up_large),
        cmocka_unit_test(the_window_says_so_too),
        cmocka_unit_test(they_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, make_room, unmake_room);
}
