/* Boards, rounds of answers and findings in many situations as PNG files, to be looked at beside
 * the design: not a test. Run as picture.h says. */

#include "rooms/rooms.h"
#include "stage/picture.h"
#include "stage/scenes.h"
#include "stage/tellings.h"

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

static void fill(const struct album *album)
{
    for (size_t i = 0; i < sizeof boards / sizeof *boards; i++)
        if (album_wants(album, boards[i].name)) {
            scene_board(album->room, &boards[i].board);
            album_add(album, boards[i].name, boards[i].page, boards[i].theme);
        }
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++)
        if (album_wants(album, rounds[i].name)) {
            rounds[i].make(album->room, &rounds[i].round);
            album_add(album, rounds[i].name, 0, rounds[i].theme);
        }
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++)
        if (album_wants(album, tellings[i].name)) {
            telling_make(album->room, &tellings[i].telling);
            album_add(album, tellings[i].name, tellings[i].page, tellings[i].theme);
        }
}

int main(int argc, char **argv)
{
    return album_make(argc, argv, fill);
}
