/* Boards as draw lists: goldens of the design's pictures, and what holds however much is written:
 * cards never lie over each other, every note is on some page, type is never too small, and what
 * the room must not see is not there. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "golden/golden.h"
#include "stage/seen.h"
#include "stage/motion.h"
#include "stage/scenes.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list;
static struct room *room;
static struct stage_frame frame;

static void draw(int size, int page)
{
    frame = seen_frame(room, seen_sizes[size], 10 * 60 + 22, page);
    seen_draw(&list, &frame);
    assert_true(list.u == frame.layout.u);
}

static const struct {
    const char *name;
    struct scene_board board;
} boards[] = {
    {"board", {.headings = 3, .notes = 16}},
    {"board-6", {.headings = 6, .notes = 16, .how = HOW_PLENARY}},
    {"board-worked",
     {.headings = 3,
      .notes = 24,
      .worked_on = true,
      .how = HOW_TWOS_THREES,
      .ask = "Take the notes of your group and suggest what could be done about each."}},
    {"board-large", {.headings = 3, .notes = 24, .worked_on = true, .large = 4}},
    {"board-empty", {.headings = 2, .how = HOW_ALONE}},
};

static void check_golden(const char *name)
{
    for (int size = 0; size < SEEN_SIZES; size++) {
        char whole[96];
        snprintf(whole, sizeof whole, "stage/%s-%d", name, seen_sizes[size].height);
        draw(size, 0);
        golden_check_list(whole, &list);
    }
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof boards / sizeof *boards; i++) {
        scene_board(room, &boards[i].board);
        check_golden(boards[i].name);
    }
}

static bool is_round(const struct draw_command *c, enum token token)
{
    return c->kind == DRAW_ROUND && c->paint == (paint)token;
}

static bool overlap(const struct draw_command *a, const struct draw_command *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

/* Every card within a well and over no other; no type under the smallest. */
static void assert_readable(void)
{
    static uint32_t cards[64];
    int count = 0, least = type_pixels(24, list.u);
    for (uint32_t i = 0; i < list.commands; i++) {
        const struct draw_command *card = &list.command[i];
        if (card->kind == DRAW_TEXT)
            assert_true(card->size >= least);
        if (!is_round(card, TOKEN_NOTE))
            continue;
        bool within = room->view.note != 0;
        for (uint32_t j = 0; j < i; j++) {
            const struct draw_command *well = &list.command[j];
            within = within || (is_round(well, TOKEN_SUNKEN) && card->x >= well->x &&
                                card->y >= well->y && card->x + card->w <= well->x + well->w &&
                                card->y + card->h <= well->y + well->h);
        }
        if (!within)
            print_error("%d headings, larger %d: a card at %d,%d %dx%d\n",
                        room->boards[1].content.heading_count, room->view.larger, card->x, card->y,
                        card->w, card->h);
        assert_true(within);
        for (int k = 0; k < count; k++)
            assert_false(overlap(card, &list.command[cards[k]]));
        assert_true(count < 64);
        cards[count++] = i;
    }
}

static void cards_never_overlap(void **state)
{
    (void)state;
    static const int notes[] = {0, 1, 5, 40, 500};
    for (int headings = 1; headings <= HEADINGS_MAX; headings++)
        for (size_t n = 0; n < sizeof notes / sizeof *notes; n++)
            for (int variant = 0; variant < 6; variant++) {
                if (notes[n] == 500 && variant % 3 != headings % 3)
                    continue; /* enough of the slow ones */
                struct scene_board board = {.headings = headings,
                                            .notes = notes[n],
                                            .texts = (enum scene_texts)(variant % 3),
                                            .long_headings = variant % 2,
                                            .worked_on = variant > 2,
                                            .how = HOW_PLENARY,
                                            .large = variant == 4 ? 1 : 0,
                                            .larger = (uint8_t)(variant % 3)};
                scene_board(room, &board);
                for (int size = 0; size < SEEN_SIZES; size++) {
                    draw(size, 0);
                    int pages = stage_pages(&frame);
                    for (int page = 0; page < pages; page += 1 + pages / 5) {
                        draw(size, page);
                        assert_inside(&list);
                        assert_readable();
                    }
                }
            }
}

static void every_note_is_on_a_page(void **state)
{
    (void)state;
    static const int headings[] = {1, 3, 6};
    for (size_t h = 0; h < sizeof headings / sizeof *headings; h++) {
        struct scene_board board = {.headings = headings[h], .notes = 200};
        scene_board(room, &board);
        static int seen[201];
        memset(seen, 0, sizeof seen);
        for (int i = 1; i <= 200; i++) {
            struct item item = {.key = {.kind = ITEM_NOTE, .a = (uint16_t)i}};
            item.body.note = room->notes[i];
            snprintf(item.body.note.text, NOTE_SIZE, "Note-%d", i);
            room_apply(room, &item);
        }
        draw(0, 0);
        int pages = stage_pages(&frame);
        assert_true(pages > 1);
        for (int page = 0; page < pages; page++) {
            draw(0, page);
            for (uint32_t i = 0; i < list.commands; i++)
                if (strncmp(seen_text(&list, i), "Note-", 5) == 0)
                    seen[atoi(seen_text(&list, i) + 5)]++;
        }
        for (int i = 1; i <= 200; i++)
            assert_true(seen[i] > 0);
        draw(0, 0);
        assert_true(seen_count(&list, "Note-200")); /* the newest is on the first */
    }
}

static void a_heading_tells_how_many(void **state)
{
    (void)state;
    scene_board(room, &(struct scene_board){.headings = 3, .notes = 40});
    draw(0, 0);
    assert_true(seen_count(&list, "14") && seen_count(&list, "13"));
    assert_true(seen_count(&list, "6 more") && seen_count(&list, "1 of 2"));
}

static void merged_notes_stand_on_the_card_they_joined(void **state)
{
    (void)state;
    scene_board(room, &(struct scene_board){.headings = 1, .notes = 3});
    struct item item = {.key = {.kind = ITEM_NOTE, .a = 2}};
    for (uint16_t i = 2; i <= 3; i++) {
        item.key.a = i;
        item.body.note = room->notes[i];
        item.body.note.merged = (note_id)(i - 1); /* 3 joined 2, and 2 then 1 */
        room_apply(room, &item);
    }
    draw(0, 0);
    assert_true(seen_count(&list, "and 2 alike"));
    int cards = 0;
    for (uint32_t i = 0; i < list.commands; i++)
        cards += is_round(&list.command[i], TOKEN_NOTE);
    assert_int_equal(cards, 1);
}

static void a_personal_board_shows_only_how_many(void **state)
{
    (void)state;
    scene_board(room, &(struct scene_board){.headings = 2, .notes = 5});
    struct item item = {.key = {.kind = ITEM_BOARD, .a = 1}};
    item.body.board = room->boards[1];
    item.body.board.content.personal = true;
    item.body.board.notes = 17;
    room_apply(room, &item);
    draw(0, 0);
    assert_true(seen_count(&list, "17"));
    for (uint32_t i = 0; i < list.commands; i++)
        for (int n = 1; n <= 5; n++) /* whatever the room holds */
            assert_null(strstr(seen_text(&list, i), room->notes[n].text));
}

/* The height of the type in which a text stands; 0: it is not there. */
static int size_of(const char *text)
{
    for (uint32_t i = 0; i < list.commands; i++)
        if (strcmp(seen_text(&list, i), text) == 0)
            return list.command[i].size;
    return 0;
}

static void larger_text_is_larger(void **state)
{
    (void)state;
    for (uint8_t larger = 0; larger <= LARGER_MOST; larger++) {
        scene_board(room, &(struct scene_board){.headings = 3, .notes = 4, .larger = larger});
        draw(0, 0);
        assert_int_equal(size_of("Emotional"), type_pixels(36, 1 + larger / 8.0));
        assert_inside(&list);
    }
}

static void the_step_says_how_people_work(void **state)
{
    (void)state;
    struct scene_board board = {.headings = 3, .notes = 4, .ask = "One idea to a note."};
    static const char *const says[HOW_COUNT] = {
        [HOW_ALONE] = "On your own",
        [HOW_TWOS_THREES] = "In twos or threes",
        [HOW_GROUPS] = "Groups of 3",
        [HOW_PLENARY] = "Everyone together",
    };
    for (int how = 0; how < HOW_COUNT; how++) {
        board.how = (enum how)how;
        scene_board(room, &board);
        draw(0, 0);
        assert_true(seen_count(&list, "One idea to a note."));
        for (int other = 1; other < HOW_COUNT; other++)
            assert_int_equal(seen_count(&list, says[other]), other == how);
    }
}

static void timers_can_be_hidden(void **state)
{
    (void)state;
    scene_board(room, &(struct scene_board){.headings = 3, .notes = 4});
    draw(0, 0);
    assert_true(seen_count(&list, "37:15"));
    struct item item = {.key = {.kind = ITEM_WORKSHOP}};
    item.body.workshop = room->workshop;
    item.body.workshop.hide_timers = true;
    room_apply(room, &item);
    draw(0, 0);
    assert_false(seen_count(&list, "37:15"));
    room->place.step = 1; /* the briefing */
    draw(0, 0);
    assert_false(seen_count(&list, "37:15"));
}

static int ring_count(void)
{
    int n = 0;
    for (uint32_t i = 0; i < list.commands; i++)
        n += is_round(&list.command[i], TOKEN_ACCENT);
    return n;
}

static void a_new_note_moves_in(void **state)
{
    (void)state;
    static struct stage_motion motion;
    memset(&motion, 0, sizeof motion);
    scene_board(room, &(struct scene_board){.headings = 3, .notes = 4});
    motion_update(&motion, room, 1000);
    assert_false(motion_moving(&motion, 1000)); /* those that were there already */
    struct item item = {.key = {.kind = ITEM_NOTE, .a = 9}};
    item.body.note = room->notes[4];
    strcpy(item.body.note.text, "New");
    room_apply(room, &item);
    motion_update(&motion, room, 2000);
    assert_true(motion_moving(&motion, 2100));
    struct motion_note moving = motion_note(&motion, 9, 2100);
    assert_true(moving.ring && moving.percent > 50 && moving.percent < 100);
    assert_false(motion_note(&motion, 4, 2100).ring);
    assert_false(motion_moving(&motion, 2000 + MOTION_NOTE_MS));
    assert_true(motion_note(&motion, 9, 5999).ring);
    assert_false(motion_note(&motion, 9, 6000).ring);
    frame.motion = &motion;
    frame.now_ms = 2001;
    draw_begin(&list, &frame.layout, &type_fixed_metrics);
    stage_draw(&list, &frame);
    assert_false(seen_count(&list, "New"));
    frame.reduced_motion = true; /* it stands still at once, with its ring */
    draw_begin(&list, &frame.layout, &type_fixed_metrics);
    stage_draw(&list, &frame);
    assert_true(seen_count(&list, "New"));
    assert_int_equal(ring_count(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(cards_never_overlap),
        cmocka_unit_test(every_note_is_on_a_page),
        cmocka_unit_test(a_heading_tells_how_many),
        cmocka_unit_test(merged_notes_stand_on_the_card_they_joined),
        cmocka_unit_test(a_personal_board_shows_only_how_many),
        cmocka_unit_test(larger_text_is_larger),
        cmocka_unit_test(the_step_says_how_people_work),
        cmocka_unit_test(timers_can_be_hidden),
        cmocka_unit_test(a_new_note_moves_in),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
