/* Every stage in many situations as PNG files, to be looked at beside the design: not a test.
 * pictures FOLDER [NAME-PREFIX] */

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/render.h"
#include "rooms/rooms.h"
#include "stage/picture.h"
#include "stage/scenes.h"
#include "stage/stage.h"
#include "stage/tellings.h"

static const struct picture {
    const char *name;
    struct rooms_spec spec;
    int page;
    enum theme theme;
} pictures[] = {
#define LIVE .address = "192.168.4.20"
#define GRID .place = {2, 2}, .elapsed_ms = 1040000, LIVE
    {"lobby", {.schools = 10, .seats = 18, LIVE}, 0, THEME_LIGHT},
    {"lobby-dark", {.schools = 10, .seats = 18, LIVE}, 0, THEME_DARK},
    {"lobby-3", {.schools = 3, .seats = 1, .address = "192.168.104.200", .port = 50000}, 0, 0},
    {"lobby-28", {.schools = 28, .seats = 60, LIVE}, 0, THEME_LIGHT},
    {"lobby-60", {.schools = 60, .seats = 130, LIVE}, 0, THEME_LIGHT},
    {"lobby-128", {.schools = 128, .seats = 300, LIVE}, 4, THEME_LIGHT},
    {"lobby-long", {.schools = 14, .seats = 30, .long_names = true, LIVE}, 0, THEME_LIGHT},
    {"lobby-empty", {.schools = 0, LIVE}, 0, THEME_LIGHT},
    {"lobby-no-network", {.schools = 10}, 0, THEME_LIGHT},
    {"lobby-own-codes", {.schools = 10, .seats = 9, .no_room_code = true, LIVE}, 0, THEME_LIGHT},
    {"briefing", {.schools = 10, .place = {1, 1}, .elapsed_ms = 378000}, 0, THEME_LIGHT},
    {"briefing-dark", {.schools = 10, .place = {2, 1}, .elapsed_ms = 378000}, 0, THEME_DARK},
    {"briefing-last", {.schools = 10, .place = {5, 1}, .elapsed_ms = 1140000}, 0, THEME_LIGHT},
    {"briefing-over", {.schools = 10, .place = {3, 1}, .elapsed_ms = 3130000}, 0, THEME_LIGHT},
    {"briefing-long",
     {.schools = 10, .place = {2, 1}, .items = 12, .long_names = true, .paused = true},
     0,
     THEME_LIGHT},
    {"briefing-64", {.schools = 10, .place = {30, 1}, .items = 64}, 0, THEME_LIGHT},
    {"grid",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_LIGHT},
    {"grid-dark",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_DARK},
    {"grid-empty", {.schools = 10, .named = true, .view = {.focus = 1}, GRID}, 0, THEME_LIGHT},
    {"grid-nobody", {.schools = 0, GRID}, 0, THEME_LIGHT},
    {"grid-3", {.schools = 3, .ratings = ROOMS_AGREED, .named = true, GRID}, 0, THEME_LIGHT},
    {"grid-28",
     {.schools = 28, .ratings = ROOMS_MOST, .named = true, .view = {.focus = 8}, GRID},
     0,
     THEME_LIGHT},
    {"grid-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .named = true, GRID}, 0, THEME_DARK},
    {"grid-128",
     {.schools = 128, .conditions = 24, .ratings = ROOMS_MOST, .named = true, GRID},
     5,
     THEME_LIGHT},
    {"grid-long",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .long_names = true, GRID},
     0,
     THEME_LIGHT},
    {"grid-goals",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .view = {.focus = 8, .targets = true},
      GRID},
     0,
     THEME_LIGHT},
    {"grid-by-average",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .count_proposed = true,
      .view = {.by_average = true},
      GRID},
     0,
     THEME_LIGHT},
#define THEN  .earlier = 3, .view = {.then = THEN_CELLS, .focus = 8}
#define LINES .earlier = 3, .view = {.then = THEN_LINES}
    {"then", {.schools = 10, .ratings = ROOMS_MOST, .named = true, THEN, GRID}, 0, 0},
    {"then-dark", {.schools = 10, .ratings = ROOMS_MOST, .named = true, THEN, GRID}, 0, 1},
    {"then-3", {.schools = 3, .ratings = ROOMS_AGREED, .named = true, THEN, GRID}, 0, 0},
    {"then-28", {.schools = 28, .ratings = ROOMS_MOST, .named = true, THEN, GRID}, 0, 0},
    {"then-28-dark", {.schools = 28, .ratings = ROOMS_MOST, .named = true, THEN, GRID}, 0, 1},
    {"then-long",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .long_names = true, THEN, GRID},
     0,
     0},
    {"then-spread", {.schools = 10, .ratings = ROOMS_MOST, THEN, GRID}, 0, 0},
    {"then-spread-28", {.schools = 28, .ratings = ROOMS_MOST, THEN, GRID}, 0, 1},
    {"then-larger",
     {.schools = 10,
      .ratings = ROOMS_MOST,
      .named = true,
      .earlier = 1,
      .view = {.then = THEN_CELLS, .larger = 2},
      GRID},
     0,
     0},
    {"lines", {.schools = 10, .ratings = ROOMS_AGREED, .named = true, LINES, GRID}, 0, 0},
    {"lines-dark", {.schools = 10, .ratings = ROOMS_AGREED, .named = true, LINES, GRID}, 0, 1},
    {"lines-spread", {.schools = 10, .ratings = ROOMS_MOST, LINES, GRID}, 0, 0},
    {"lines-24",
     {.schools = 28,
      .conditions = 24,
      .ratings = ROOMS_AGREED,
      .named = true,
      .long_names = true,
      .earlier = 12,
      .view = {.then = THEN_LINES},
      GRID},
     0,
     0},
    {"lines-1",
     {.schools = 10,
      .ratings = ROOMS_AGREED,
      .named = true,
      .earlier = 3,
      .view = {.then = THEN_LINES, .focus = 10},
      GRID},
     0,
     0},
    {"lines-1-long",
     {.schools = 10,
      .ratings = ROOMS_AGREED,
      .named = true,
      .long_names = true,
      .earlier = 12,
      .view = {.then = THEN_LINES, .focus = 2, .larger = 2},
      GRID},
     0,
     1},
    {"lines-1-few",
     {.schools = 10,
      .ratings = ROOMS_FEW,
      .earlier = 1,
      .view = {.then = THEN_LINES, .focus = 2},
      GRID},
     0,
     0},
    {"lines-1-once",
     {.schools = 10,
      .ratings = ROOMS_NONE,
      .named = true,
      .earlier = 1,
      .view = {.then = THEN_LINES, .focus = 2},
      GRID},
     0,
     0},
    {"spread", {.schools = 10, .ratings = ROOMS_MOST, .view = {.focus = 8}, GRID}, 0, THEME_LIGHT},
    {"spread-dark", {.schools = 10, .ratings = ROOMS_MOST, .view = {.focus = 8}, GRID}, 0, 1},
    {"spread-few", {.schools = 10, .ratings = ROOMS_FEW, .view = {.focus = 2}, GRID}, 0, 0},
    {"room-board",
     {.schools = 10,
      .seats = 18,
      .board = {.headings = 3, .notes = 40, .worked = true},
      .elapsed_ms = 60000},
     0,
     THEME_LIGHT},
    {"room-board-groups",
     {.schools = 10,
      .seats = 18,
      .board = {.headings = 2, .notes = 30, .worked = true, .closed = true},
      .place = {6, 2},
      .elapsed_ms = 60000},
     0,
     THEME_LIGHT},
    {"room-board-held",
     {.schools = 10,
      .seats = 18,
      .board = {.headings = 2, .notes = 30, .held = true, .long_texts = true},
      .elapsed_ms = 60000},
     0,
     THEME_LIGHT},
    {"room-board-personal",
     {.schools = 10, .seats = 18, .board = {.headings = 2, .notes = 30, .personal = true}},
     0,
     THEME_LIGHT},
    {"larger-lobby", {.schools = 10, .seats = 18, .view = {.larger = 2}, LIVE}, 0, THEME_LIGHT},
    {"larger-lobby-28", {.schools = 28, .seats = 60, .view = {.larger = 2}, LIVE}, 0, 0},
    {"larger-briefing", {.schools = 10, .place = {1, 1}, .view = {.larger = 2}}, 0, THEME_LIGHT},
    {"larger-briefing-5", {.schools = 10, .place = {5, 1}, .view = {.larger = 1}}, 0, THEME_LIGHT},
    {"larger-grid",
     {.schools = 10, .ratings = ROOMS_MOST, .named = true, .view = {.larger = 2}, GRID},
     0,
     THEME_LIGHT},
    {"larger-grid-28",
     {.schools = 28, .ratings = ROOMS_MOST, .named = true, .view = {.larger = 2}, GRID},
     0,
     THEME_LIGHT},
    {"larger-spread", {.schools = 10, .ratings = ROOMS_MOST, .view = {.larger = 1}, GRID}, 0, 0},
    {"spread-128", {.schools = 128, .ratings = ROOMS_AGREED, GRID}, 0, THEME_LIGHT},
};

static const struct board_picture {
    const char *name;
    struct scene_board board;
    int page;
    enum theme theme;
} boards[] = {
    {"board-1", {.headings = 1, .notes = 5}, 0, 0},
    {"board-1-40", {.headings = 1, .notes = 40}, 0, 0},
    {"board-2",
     {.headings = 2,
      .notes = 12,
      .how = HOW_ALONE,
      .ask = "Write down what went well and what was hard, one idea to a note."},
     0,
     0},
    {"board-3", {.headings = 3, .notes = 16}, 0, 0},
    {"board-3-dark", {.headings = 3, .notes = 16}, 0, 1},
    {"board-3-40", {.headings = 3, .notes = 40, .closed = true}, 0, 0},
    {"board-3-500", {.headings = 3, .notes = 500}, 7, 0},
    {"board-3-long",
     {.headings = 3, .notes = 16, .texts = SCENE_LONG, .long_headings = true},
     0,
     0},
    {"board-3-mixed", {.headings = 3, .notes = 14, .texts = SCENE_MIXED}, 0, 0},
    {"board-3-worked", {.headings = 3, .notes = 24, .worked_on = true, .how = HOW_PLENARY}, 0, 0},
    {"board-3-groups",
     {.headings = 3,
      .notes = 24,
      .worked_on = true,
      .how = HOW_TWOS_THREES,
      .ask = "Take the notes of your group and suggest what could be done about each."},
     0,
     0},
    {"board-6", {.headings = 6, .notes = 16}, 0, 0},
    {"board-6-500", {.headings = 6, .notes = 500, .worked_on = true}, 3, 0},
    {"board-6-long",
     {.headings = 6, .notes = 12, .texts = SCENE_LONG, .long_headings = true},
     0,
     0},
    {"board-4", {.headings = 4, .notes = 16, .held = true}, 0, 0},
    {"board-empty", {.headings = 3, .how = HOW_ALONE}, 0, 0},
    {"board-empty-1", {.headings = 1}, 0, 1},
    {"board-personal", {.headings = 2, .notes = 17, .personal = true}, 0, 0},
    {"board-large", {.headings = 3, .notes = 16, .large = 3, .how = HOW_PLENARY}, 0, 0},
    {"board-large-worked", {.headings = 3, .notes = 24, .worked_on = true, .large = 4}, 0, 0},
    {"board-large-dark", {.headings = 3, .notes = 24, .worked_on = true, .large = 1}, 0, 1},
    {"board-large-long",
     {.headings = 3, .notes = 6, .texts = SCENE_LONG, .worked_on = true, .large = 1},
     0,
     0},
    {"board-larger", {.headings = 3, .notes = 16, .larger = 2}, 0, 0},
    {"board-larger-6", {.headings = 6, .notes = 16, .larger = 2, .texts = SCENE_LONG}, 0, 0},
};

static const struct round_picture {
    const char *name;
    void (*make)(struct room *room, const struct scene_round *round);
    struct scene_round round;
    enum theme theme;
} rounds[] = {
    {"ice-ready", scene_icebreaker, {.state = ROUND_NONE}, 0},
    {"ice-open", scene_icebreaker, {.state = ROUND_OPEN, .answered = 17, .asked = 24}, 0},
    {"ice-open-60",
     scene_icebreaker,
     {.state = ROUND_OPEN, .answered = 31, .asked = 60, .long_texts = true},
     1},
    {"ice-open-300",
     scene_icebreaker,
     {.state = ROUND_OPEN, .answered = 131, .asked = 300, .larger = 2},
     0},
    {"ice-shown",
     scene_icebreaker,
     {.state = ROUND_SHOWN, .answered = 23, .asked = 24, .values = {0, 19, 4}},
     0},
    {"ice-shown-60",
     scene_icebreaker,
     {.state = ROUND_SHOWN, .answered = 60, .asked = 60, .values = {0, 0, 60}, .long_texts = true},
     1},
    {"ice-shown-300",
     scene_icebreaker,
     {.state = ROUND_SHOWN, .answered = 300, .asked = 300, .values = {0, 251, 49}, .larger = 2},
     0},
    {"eva-none", scene_evaluation, {.state = ROUND_NONE, .objectives = 3}, 0},
    {"eva-open",
     scene_evaluation,
     {.state = ROUND_OPEN, .answered = 11, .asked = 24, .objectives = 4},
     0},
    {"eva-open-6",
     scene_evaluation,
     {.state = ROUND_OPEN,
      .answered = 11,
      .asked = 24,
      .objectives = 6,
      .long_texts = true,
      .larger = 2},
     0},
    {"eva-few",
     scene_evaluation,
     {.state = ROUND_SHOWN, .answered = 4, .asked = 4, .objectives = 4},
     0},
    {"eva-shown",
     scene_evaluation,
     {.state = ROUND_SHOWN, .answered = 24, .asked = 24, .values = {0, 15, 7, 2}, .objectives = 4},
     0},
    {"eva-shown-dark",
     scene_evaluation,
     {.state = ROUND_SHOWN, .answered = 24, .asked = 24, .values = {0, 15, 7, 2}, .objectives = 3},
     1},
    {"eva-shown-60",
     scene_evaluation,
     {.state = ROUND_SHOWN, .answered = 60, .asked = 60, .values = {0, 40, 15, 5}, .objectives = 6},
     0},
    {"eva-shown-6",
     scene_evaluation,
     {.state = ROUND_SHOWN,
      .answered = 24,
      .asked = 24,
      .values = {0, 15, 7, 2},
      .objectives = 6,
      .long_texts = true,
      .larger = 2},
     0},
};

#define TEN .schools = 10, .ratings = ROOMS_AGREED
static const uint16_t close_views[] = {0, 0, 0, 0, 2, 6, 9, 5, 2, 0, 0};
static const uint16_t wide_views[] = {0, 3, 4, 2, 1, 1, 0, 2, 5, 5, 1};
static const uint16_t many_views[] = {0, 9, 20, 31, 48, 60, 55, 40, 22, 10, 5};

static const struct telling_picture {
    const char *name;
    struct telling telling;
    int page;
    enum theme theme;
} tellings[] = {
    {"find", {STAGE_FINDINGS, .room = {TEN, .named = true}}, 0, 0},
    {"find-dark", {STAGE_FINDINGS, .room = {TEN, .named = true}}, 0, 1},
    {"find-2", {STAGE_FINDINGS, .room = {TEN, .named = true}}, 1, 0},
    {"find-4", {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true}, 3, 0},
    {"find-last", {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true}, 99, 1},
    {"find-worked", {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true}, 0, 0},
    {"find-unnamed", {STAGE_FINDINGS, .room = {TEN}}, 0, 0},
    {"find-unnamed-dark", {STAGE_FINDINGS, .room = {TEN}}, 1, 1},
    {"find-3",
     {STAGE_FINDINGS, .room = {.schools = 3, .ratings = ROOMS_AGREED, .named = true}},
     0,
     0},
    {"find-28",
     {STAGE_FINDINGS, .room = {.schools = 28, .ratings = ROOMS_MOST, .named = true}},
     0,
     0},
    {"find-28-long",
     {STAGE_FINDINGS,
      .room = {.schools = 28, .ratings = ROOMS_MOST, .named = true, .long_names = true}},
     0,
     1},
    {"find-28-last",
     {STAGE_FINDINGS,
      .room = {.schools = 28, .ratings = ROOMS_MOST, .named = true, .long_names = true}},
     99,
     0},
    {"find-128",
     {STAGE_FINDINGS,
      .room = {.schools = 128, .conditions = 24, .ratings = ROOMS_AGREED, .named = true}},
     0,
     0},
    {"find-none", {STAGE_FINDINGS, .room = {.schools = 10, .named = true}}, 0, 0},
    {"find-large",
     {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true, .large_kind = FINDING_LA,
      .large = 10},
     0,
     0},
    {"find-large-support",
     {STAGE_FINDINGS, .room = {TEN, .named = true}, .large_kind = FINDING_SUPPORT, .large = 8},
     0,
     1},
    {"find-larger", {STAGE_FINDINGS, .room = {TEN, .named = true, .view = {.larger = 2}}}, 0, 0},
    {"resp", {STAGE_RESPONSE, .room = {TEN, .named = true}, .worked = true}, 0, 0},
    {"resp-dark", {STAGE_RESPONSE, .room = {TEN}, .worked = true}, 1, 1},
    {"resp-none", {STAGE_RESPONSE, .room = {TEN}}, 0, 0},
    {"resp-large",
     {STAGE_RESPONSE, .room = {TEN, .named = true}, .worked = true, .large_kind = FINDING_LA,
      .large = 10},
     0,
     0},
    {"resp-larger", {STAGE_RESPONSE, .room = {TEN, .view = {.larger = 2}}, .worked = true}, 0, 0},
    {"tog-none", {STAGE_TOGETHER, .room = {TEN}}, 0, 0},
    {"tog-open",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_OPEN, .answered = 17, .asked = 24},
     0,
     0},
    {"tog-open-dark",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_OPEN, .answered = 3, .asked = 300},
     0,
     1},
    {"tog-few", {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 4}, 0, 0},
    {"tog-close",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 24, .asked = 24,
      .values = close_views},
     0,
     0},
    {"tog-wide",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 24, .asked = 24,
      .values = wide_views},
     0,
     1},
    {"tog-many",
     {STAGE_TOGETHER, .room = {TEN, .long_names = true, .view = {.larger = 2}},
      .state = ROUND_SHOWN, .answered = 300, .asked = 300, .values = many_views},
     0,
     0},
};

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    struct room *room = NULL;
    struct trouble trouble = {0};
    if (room_create(&room) != ERROR_OK)
        return 1;
    for (size_t s = 0; s < PICTURE_SIZES; s++) {
        struct render *render = NULL;
        if (render_create_headless(&render, picture_sizes[s].width, picture_sizes[s].height,
                                   &trouble)) {
            fprintf(stderr, "%s\n", trouble.text);
            return 1;
        }
        for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
            if (argc > 2 && strncmp(pictures[i].name, argv[2], strlen(argv[2])) != 0)
                continue;
            rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &pictures[i].spec);
            room->view.larger = pictures[i].spec.view.larger; /* in the lobby, too */
            picture_draw(argv[1], pictures[i].name, pictures[i].page, pictures[i].theme, room,
                         render, (int)s);
        }
        for (size_t i = 0; i < sizeof boards / sizeof *boards; i++) {
            if (argc > 2 && strncmp(boards[i].name, argv[2], strlen(argv[2])) != 0)
                continue;
            scene_board(room, &boards[i].board);
            picture_draw(argv[1], boards[i].name, boards[i].page, boards[i].theme, room, render,
                         (int)s);
        }
        for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
            if (argc > 2 && strncmp(rounds[i].name, argv[2], strlen(argv[2])) != 0)
                continue;
            rounds[i].make(room, &rounds[i].round);
            picture_draw(argv[1], rounds[i].name, 0, rounds[i].theme, room, render, (int)s);
        }
        for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++) {
            if (argc > 2 && strncmp(tellings[i].name, argv[2], strlen(argv[2])) != 0)
                continue;
            telling_make(room, &tellings[i].telling);
            picture_draw(argv[1], tellings[i].name, tellings[i].page, tellings[i].theme, room,
                         render, (int)s);
        }
        render_destroy(&render);
    }
    room_destroy(&room);
    return 0;
}
