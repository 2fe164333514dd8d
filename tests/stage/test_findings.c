/* Findings, the local authority's answers and rating together as draw lists: goldens of the
 * design's pictures, and what holds in every room: all of it lies within the picture, every finding
 * is on some page, and nothing is told that the room was not given. */

#include "golden/golden.h"
#include "model/findings.h"
#include "phrase/phrase.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "stage/tellings.h"
#include "testing.h"

#include <stdio.h>

static struct draw_list list;
static struct room *room;
static struct stage_frame frame;

static void draw(int width, int height, int page)
{
    frame = seen_frame(room, (struct seen_size){width, height}, 9 * 60 + 58, page);
    seen_draw(&list, &frame);
}

#define TEN .schools = 10, .ratings = ROOMS_AGREED
static const uint16_t close_views[] = {0, 0, 0, 0, 2, 6, 9, 5, 2, 0, 0};
static const uint16_t wide_views[] = {0, 3, 4, 2, 1, 1, 0, 2, 5, 5, 1};
static const uint16_t many_views[] = {0, 9, 20, 31, 48, 60, 55, 40, 22, 10, 5};

static const struct {
    const char *name;
    struct telling telling;
    int width, height, page;
} cases[] = {
    {"stage/findings", {STAGE_FINDINGS, .room = {TEN, .named = true}}, 1920, 1080, 0},
    {"stage/findings-unnamed", {STAGE_FINDINGS, .room = {TEN}}, 1920, 1080, 0},
    {"stage/findings-narrow",
     {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true},
     1024,
     768,
     0},
    {"stage/findings-28",
     {STAGE_FINDINGS,
      .room = {.schools = 28, .ratings = ROOMS_MOST, .named = true, .long_names = true}},
     1920,
     1080,
     0},
    {"stage/findings-cards",
     {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true},
     1920,
     1080,
     99},
    {"stage/findings-large",
     {STAGE_FINDINGS, .room = {TEN, .named = true}, .worked = true, .large_kind = FINDING_LA,
      .large = 10},
     3840,
     2160,
     0},
    {"stage/findings-none", {STAGE_FINDINGS, .room = {.schools = 3, .named = true}}, 1024, 768, 0},
    {"stage/response", {STAGE_RESPONSE, .room = {TEN}, .worked = true}, 1920, 1080, 0},
    {"stage/response-none", {STAGE_RESPONSE, .room = {TEN}}, 1024, 768, 0},
    {"stage/together-open",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_OPEN, .answered = 17, .asked = 24},
     1920,
     1080,
     0},
    {"stage/together-close",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 24, .asked = 24,
      .values = close_views},
     1920,
     1080,
     0},
    {"stage/together-wide",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 24, .asked = 24,
      .values = wide_views},
     1024,
     768,
     0},
    {"stage/together-few",
     {STAGE_TOGETHER, .room = {TEN}, .state = ROUND_SHOWN, .answered = 4, .asked = 4},
     1920,
     1080,
     0},
};

static void they_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        telling_make(room, &cases[i].telling);
        draw(cases[i].width, cases[i].height, cases[i].page);
        golden_check_list(cases[i].name, &list);
    }
}

static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {3840, 2160}, {1366, 768}};

static void everything_lies_within_the_picture(void **state)
{
    (void)state;
    static const int schools[] = {0, 3, 28, SCHOOLS_MAX};
    static const enum stage_kind kinds[] = {STAGE_FINDINGS, STAGE_RESPONSE, STAGE_TOGETHER};
    for (unsigned i = 0; i < 4 * 3 * 3 * 2; i++) {
        struct telling t = {.stage = kinds[i / 4 % 3], .worked = true, .state = ROUND_SHOWN};
        t.room = (struct rooms_spec){.schools = schools[i % 4],
                                     .ratings = ROOMS_MOST,
                                     .named = i / 36 % 2,
                                     .long_names = true,
                                     .view = {.larger = (uint8_t)(i / 12 % 3)}};
        t.answered = t.asked = 300;
        t.values = many_views;
        telling_make(room, &t);
        for (unsigned s = 0; s < 4; s++) {
            draw(sizes[s][0], sizes[s][1], 0);
            int pages = stage_pages(&frame);
            for (int page = 0; page < pages; page++) {
                draw(sizes[s][0], sizes[s][1], page);
                assert_inside(&list);
            }
        }
    }
}

/* Every sentence of a card, and every condition of the lists, stands on some page. */
static void every_finding_is_on_some_page(void **state)
{
    (void)state;
    static struct room_finding told[ROOM_FINDINGS_MAX];
    static bool seen[ROOM_FINDINGS_MAX];
    telling_make(room, &(struct telling){STAGE_FINDINGS, .room = {TEN, .named = true}});
    unsigned count = room_findings(told, room);
    memset(seen, 0, sizeof seen);
    draw(1920, 1080, 0);
    int pages = stage_pages(&frame);
    for (int page = 0; page < pages; page++) {
        draw(1920, 1080, page);
        for (unsigned i = 0; i < count; i++) {
            char first[PHRASE_SIZE];
            phrase_finding(first, room, &told[i]);
            first[30] = '\0'; /* of the first line */
            bool listed = told[i].kind == FINDING_WELL || told[i].kind == FINDING_PRIORITY ||
                          told[i].kind == FINDING_SUPPORT;
            seen[i] = seen[i] ||
                      seen_within(&list, listed ? room->conditions[told[i].number].name : first);
        }
    }
    for (unsigned i = 0; i < count; i++)
        if (!seen[i])
            fail_msg("%s of %u is on no page", finding_word((enum finding_kind)told[i].kind),
                     told[i].number);
}

static void a_hidden_finding_is_not_shown(void **state)
{
    (void)state;
    telling_make(room, &(struct telling){STAGE_FINDINGS, .room = {TEN, .named = true}});
    draw(1920, 1080, 0);
    assert_true(seen_within(&list, "Impact measurement"));
    for (unsigned kind = 0; kind < FINDING_ADDED; kind++) {
        struct item item = {.key = {.kind = ITEM_FINDING, .a = (uint16_t)kind, .b = 10}};
        item.body.finding.hidden = true;
        room_apply(room, &item);
    }
    draw(1920, 1080, 0);
    int pages = stage_pages(&frame);
    for (int page = 0; page < pages; page++) {
        draw(1920, 1080, page);
        assert_false(seen_within(&list, "Impact measurement"));
    }
}

static void without_names_there_are_none(void **state)
{
    (void)state;
    telling_make(room, &(struct telling){STAGE_FINDINGS, .room = {TEN}});
    draw(1920, 1080, 0);
    int pages = stage_pages(&frame);
    for (int page = 0; page < pages; page++) {
        draw(1920, 1080, page);
        for (school_id s = 1; s <= 10; s++)
            assert_false(seen_within(&list, room->schools[s].name));
    }
}

static void a_few_readings_are_only_counted(void **state)
{
    (void)state;
    telling_make(room, &cases[sizeof cases / sizeof *cases - 1].telling);
    draw(1920, 1080, 0);
    assert_true(seen_within(&list, "4 readings"));
    assert_false(seen_within(&list, "In the middle"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(everything_lies_within_the_picture),
        cmocka_unit_test(every_finding_is_on_some_page),
        cmocka_unit_test(a_hidden_finding_is_not_shown),
        cmocka_unit_test(without_names_there_are_none),
        cmocka_unit_test(a_few_readings_are_only_counted),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
