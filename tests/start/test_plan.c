/* An agenda changed before its workshop begins: what moves along, and what cannot be. */

#include <stdio.h>

#include "start/plan.h"
#include "testing.h"

static struct plan plan;

/* 09:00 Welcome (20), 09:20 Findings (50), 10:10 Talk (30, two steps of 10 and 20, on the board),
 * and 10:40 Close (20), which looks back on the welcome. */
static int reset(void **state)
{
    static struct agenda agenda;
    (void)state;
    static const struct {
        const char *title;
        uint16_t start, minutes;
    } parts[] = {
        {"Welcome", 540, 20}, {"Findings", 560, 50}, {"Talk", 610, 30}, {"Close", 640, 20}};
    memset(&agenda, 0, sizeof agenda);
    agenda.item_count = 4;
    for (int i = 0; i < 4; i++) {
        struct agenda_item *item = &agenda.items[i];
        snprintf(item->id, ID_SIZE, "part-%d", i + 1);
        snprintf(item->title, TITLE_SIZE, "%s", parts[i].title);
        item->start = parts[i].start;
        item->minutes = parts[i].minutes;
        item->step_count = 1;
        item->steps[0].stage = STAGE_BRIEFING;
    }
    agenda.items[0].objective_count = agenda.items[1].objective_count = 1;
    agenda.items[2].step_count = 2;
    agenda.items[2].steps[0].minutes = 10;
    agenda.items[2].steps[1] =
        (struct agenda_step){.stage = STAGE_BOARD, .minutes = 20, .subject = 2};
    agenda.items[3].steps[0] = (struct agenda_step){.stage = STAGE_EVALUATION, .subject = 1};
    agenda.board_count = 3;
    for (int i = 0; i < 3; i++)
        snprintf(agenda.boards[i].id, ID_SIZE, "board-%d", i + 1);
    agenda.boards[0].always = agenda.boards[2].always = true;
    plan_begin(&plan, &agenda);
    return 0;
}

static const struct agenda_item *item(int at)
{
    return &plan_now(&plan)->items[at];
}

static void the_starts_are(int a, int b, int c, int d)
{
    assert_int_equal(item(0)->start, a);
    assert_int_equal(item(1)->start, b);
    assert_int_equal(item(2)->start, c);
    assert_int_equal(item(3)->start, d);
}

static void what_follows_moves_along(void **state)
{
    (void)state;
    assert_int_equal(plan_set_start(&plan, 1, "09:35"), PLAN_FINE);
    the_starts_are(540, 575, 625, 655);
    assert_int_equal(plan_set_minutes(&plan, 1, "40"), PLAN_FINE);
    the_starts_are(540, 575, 615, 645);
    assert_int_equal(plan_set_start(&plan, 0, "9:00"), PLAN_FINE);
    the_starts_are(540, 575, 615, 645);
    assert_true(plan_undo(&plan));
    the_starts_are(540, 575, 625, 655);
    assert_true(plan_undo(&plan));
    assert_false(plan_changed(&plan));
    assert_false(plan_undo(&plan));
    assert_true(plan_redo(&plan));
    the_starts_are(540, 575, 625, 655);
}

static void impossible_times_are_not_taken(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum plan_fault fault;
    } starts[] = {{"25:70", PLAN_CLOCK},   {"nine", PLAN_CLOCK},     {"09:5", PLAN_CLOCK},
                  {"08:59", PLAN_EARLIER}, {"23:30", PLAN_MIDNIGHT}, {"123456", PLAN_CLOCK},
                  {"9:20:00", PLAN_CLOCK}},
      lengths[] = {{"", PLAN_MINUTES},    {"-5", PLAN_MINUTES},    {"1441", PLAN_MINUTES},
                   {"ten", PLAN_MINUTES}, {"99999", PLAN_MINUTES}, {"1400", PLAN_MIDNIGHT}};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        assert_int_equal(plan_set_start(&plan, 1, starts[i].text), starts[i].fault);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        assert_int_equal(plan_set_minutes(&plan, 1, lengths[i].text), lengths[i].fault);
    assert_int_equal(plan_set_title(&plan, 1, "  "), PLAN_TITLE);
    assert_false(plan_changed(&plan));
    the_starts_are(540, 560, 610, 640);
}

/* An unplanned part can be given a time between its neighbours, and lose it again. */
static void a_part_can_be_unplanned(void **state)
{
    (void)state;
    assert_int_equal(plan_set_start(&plan, 1, ""), PLAN_FINE);
    the_starts_are(540, 0, 610, 640);
    plan_settle(&plan);
    assert_int_equal(plan_set_start(&plan, 1, "10:11"), PLAN_LATER);
    assert_int_equal(plan_set_start(&plan, 1, "10:00"), PLAN_FINE);
    the_starts_are(540, 600, 610, 640);
}

/* Every letter starts from what was there before the first: 5 on the way to 55 loses nothing. */
static void typing_is_one_change(void **state)
{
    (void)state;
    assert_int_equal(plan_set_minutes(&plan, 2, "1"), PLAN_FINE);
    assert_int_equal(item(2)->steps[1].minutes, 0); /* two thirds of a minute */
    assert_int_equal(plan_set_minutes(&plan, 2, "15"), PLAN_FINE);
    assert_int_equal(item(2)->steps[0].minutes, 5);
    assert_int_equal(item(2)->steps[1].minutes, 10);
    the_starts_are(540, 560, 610, 625);
    assert_true(plan_undo(&plan));
    assert_false(plan_changed(&plan));
    assert_int_equal(item(2)->steps[1].minutes, 20);
}

static void parts_change_places(void **state)
{
    (void)state;
    assert_int_equal(plan_move(&plan, 0, -1), PLAN_EDGE);
    assert_int_equal(plan_move(&plan, 3, 1), PLAN_EDGE);
    assert_int_equal(plan_move(&plan, 0, 1), PLAN_FINE);
    assert_string_equal(item(0)->title, "Findings");
    the_starts_are(540, 590, 610, 640);
    assert_int_equal(item(3)->steps[0].subject, 2); /* still the welcome */
    assert_int_equal(plan_move(&plan, 3, -1), PLAN_FINE);
    assert_int_equal(item(2)->steps[0].subject, 2);
    the_starts_are(540, 590, 610, 630);
}

static void what_goes_leaves_no_gap(void **state)
{
    (void)state;
    assert_int_equal(plan_remove(&plan, 2), PLAN_FINE);
    assert_int_equal(plan_now(&plan)->item_count, 3);
    assert_int_equal(item(2)->start, 610);
    /* the board nothing leads to any more is gone, and the one after it keeps its own id */
    assert_int_equal(plan_now(&plan)->board_count, 2);
    assert_string_equal(plan_now(&plan)->boards[1].id, "board-3");
    assert_int_equal(plan_remove(&plan, 0), PLAN_FINE);
    assert_int_equal(item(0)->start, 540);
    assert_int_equal(item(1)->steps[0].subject, 1); /* the findings have objectives too */
    assert_int_equal(plan_remove(&plan, 0), PLAN_FINE);
    assert_int_equal(item(0)->steps[0].stage, STAGE_BRIEFING); /* nothing to look back on */
    assert_int_equal(plan_remove(&plan, 0), PLAN_ONLY);
    while (plan_undo(&plan))
        continue;
    assert_int_equal(plan_now(&plan)->item_count, 4);
    assert_int_equal(plan_now(&plan)->board_count, 3);
}

static void parts_are_added(void **state)
{
    (void)state;
    assert_int_equal(plan_add_briefing(&plan, 0, "Coffee"), PLAN_FINE);
    assert_string_equal(item(1)->title, "Coffee");
    assert_int_equal(item(1)->start, 560);
    assert_int_equal(item(2)->start, 575);
    assert_int_equal(item(4)->steps[0].subject, 1);
    assert_int_equal(plan_add_board(&plan, 4, "More", "What else?", "One, Two;Three,"), PLAN_FINE);
    const struct board_content *board = &plan_now(&plan)->boards[3];
    assert_int_equal(item(5)->steps[0].stage, STAGE_BOARD);
    assert_int_equal(item(5)->steps[0].subject, 4);
    assert_int_equal(board->heading_count, 3);
    assert_string_equal(board->headings[2], "Three");
    assert_string_not_equal(item(5)->id, item(1)->id);
    assert_int_equal(plan_add_board(&plan, 0, "M", " ", "One"), PLAN_QUESTION);
    assert_int_equal(plan_add_board(&plan, 0, "M", "W?", " , "), PLAN_HEADINGS);
    assert_int_equal(plan_add_board(&plan, 0, "M", "W?", "1,2,3,4,5,6,7"), PLAN_HEADINGS);
    assert_int_equal(plan_add_board(&plan, 0, "", "W?", "1"), PLAN_TITLE);
    assert_int_equal(plan_now(&plan)->board_count, 4);
}

static void there_is_an_end_to_it(void **state)
{
    (void)state;
    assert_int_equal(plan_set_start(&plan, 0, "01:00"), PLAN_FINE);
    for (int i = 4; i < AGENDA_MAX; i++)
        assert_int_equal(plan_add_briefing(&plan, i - 1, "Part"), PLAN_FINE);
    assert_int_equal(plan_add_briefing(&plan, 0, "Part"), PLAN_FULL);
    /* older changes can no longer be taken back, and it is still a changed agenda */
    for (int i = 0; i < PLAN_CHANGES; i++)
        assert_true(plan_undo(&plan));
    assert_false(plan_undo(&plan));
    assert_true(plan_changed(&plan));
    assert_int_equal(plan_now(&plan)->item_count, AGENDA_MAX - PLAN_CHANGES);
    reset(NULL);
    for (int i = 3; i < BOARDS_MAX; i++)
        assert_int_equal(plan_add_board(&plan, 0, "B", "Q?", "H"), PLAN_FINE);
    assert_int_equal(plan_add_board(&plan, 0, "B", "Q?", "H"), PLAN_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_follows_moves_along, reset),
        cmocka_unit_test_setup(impossible_times_are_not_taken, reset),
        cmocka_unit_test_setup(a_part_can_be_unplanned, reset),
        cmocka_unit_test_setup(typing_is_one_change, reset),
        cmocka_unit_test_setup(parts_change_places, reset),
        cmocka_unit_test_setup(what_goes_leaves_no_gap, reset),
        cmocka_unit_test_setup(parts_are_added, reset),
        cmocka_unit_test_setup(there_is_an_end_to_it, reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
