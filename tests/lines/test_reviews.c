#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/awaited.h"
#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/review.h"

/* Earlier reviews, typed and printed. */

enum { SPRING_2009 = 14376 };

static struct room *compared_room(void)
{
    struct room *room = review_room();
    room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    room->reviews[2].day = SPRING_2009;
    strcpy(room->reviews[2].title, "Spring \"2009\"");
    room->pasts[2][1] = (struct past){.now = {0, 4, 0, 10}, .target = {0, 6}};
    return room;
}

static void what_can_be_typed(void **state)
{
    static const struct example examples[] = {
        {"view then cells", "look targets 0 average 1 focus 3 then 1"},
        {"view then lines", "look targets 0 average 1 focus 3 then 2"},
        {"view then off", "look targets 0 average 1 focus 3"},
        {"review remove 2", "remove-review 2"},
        {"review remove 12", "remove-review 12"},
    };
    struct room *room = compared_room();
    (void)state;
    room->view = (struct view){.by_average = true, .focus = 3, .then = THEN_CELLS};
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    expect_trouble(room, "view then", "off, cells or lines");
    expect_trouble(room, "view then sideways", "off, cells or lines");
    expect_trouble(room, "review remove", "the number of an earlier review");
    expect_trouble(room, "review remove 13", "the number of an earlier review");
    expect_trouble(room, "review remove 2 3", "3");
    room_destroy(&room);
}

static void what_is_printed(void **state)
{
    struct room *room = compared_room();
    (void)state;
    expect_printed(room, ITEM_REVIEW, 2, 0,
                   "earlier id=2 day=2009-05-12 title=\"Spring \\\"2009\\\"\"\n");
    expect_printed(room, ITEM_REVIEW, 1, 0, "earlier id=1 there=no\n");
    expect_printed(room, ITEM_PAST, 2, 1,
                   "earlier-rating id=2 school=\"Ashby\" condition=1 now=4 target=6\n"
                   "earlier-rating id=2 school=\"Ashby\" condition=3 now=10\n");
    expect_printed(room, ITEM_OWN_PAST, 2, 1, "");
    /* one's own stands for both */
    room->own_pasts[2][1] = (struct past){.now = {0, 5}};
    expect_printed(room, ITEM_PAST, 2, 1, "");
    expect_printed(room, ITEM_OWN_PAST, 2, 1,
                   "earlier-rating id=2 school=\"Ashby\" condition=1 now=5\n");
    room->past_summaries[2][3] = (struct summary_item){
        .counted = 6, .of = 7, .has_figures = true, .total = 27, .average = 45};
    expect_printed(room, ITEM_PAST_SUMMARY, 2, 3,
                   "earlier-summary id=2 condition=3 counted=6 average=4.5\n");
    room->past_summaries[2][3].has_figures = false;
    expect_printed(room, ITEM_PAST_SUMMARY, 2, 3, "");
    room->view.then = THEN_LINES;
    expect_printed(room, ITEM_VIEW, 0, 0, "view targets=no order=number focus=0 then=lines\n");
    room_destroy(&room);
}

/* All there is, from the start: what is not there is not spoken of. */
static void the_whole_room(void **state)
{
    static struct lines_printer printer;
    struct room *room = compared_room();
    char *text;
    size_t size;
    (void)state;
    room->own_pasts[2][1] = room->pasts[2][1];
    printer.out = open_memstream(&text, &size);
    lines_print_room(&printer, room, 0);
    fclose(printer.out);
    const char *first = strstr(text, "earlier-rating id=2 school=\"Ashby\" condition=1");
    assert_non_null(strstr(text, "earlier id=2 "));
    assert_null(strstr(text, "there=no"));
    assert_non_null(first);
    assert_null(strstr(first + 1, "earlier-rating id=2 school=\"Ashby\" condition=1"));
    free(text);
    room_destroy(&room);
}

static void the_next_line_waits(void **state)
{
    struct command out = {.kind = COMMAND_REMOVE_REVIEW, .change.review.review = 2};
    struct command look = {.kind = COMMAND_LOOK, .change.view.then = THEN_LINES};
    struct room *room = compared_room();
    (void)state;
    assert_false(lines_room_shows(room, &out));
    assert_false(lines_room_shows(room, &look));
    room->reviews[2].day = 0;
    room->view.then = THEN_LINES;
    assert_true(lines_room_shows(room, &out));
    assert_true(lines_room_shows(room, &look));
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_typed),
        cmocka_unit_test(what_is_printed),
        cmocka_unit_test(the_whole_room),
        cmocka_unit_test(the_next_line_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
