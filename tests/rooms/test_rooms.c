#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "testing.h"

static const struct audience projector = {AUDIENCE_PROJECTOR, 0};

static void the_published_grid_is_there(void **state)
{
    struct room *room = *state;
    rooms_example(room, projector,
                  &(struct rooms_spec){.schools = 10, .ratings = ROOMS_MOST, .named = true});
    assert_int_equal(room->school_count, 10);
    assert_string_equal(room->schools[room->school_order[0]].name, "Ashby");
    assert_int_equal(room->progress[0].agreed, 84);
    assert_int_equal(room->progress[0].proposed, 11);
    assert_int_equal(room->progress[0].to_come, 5);
    assert_int_equal(room->summaries[1].total, 61);
    assert_int_equal(room->summaries[10].average, 34);
}

static void without_names_there_are_no_cells(void **state)
{
    struct room *room = *state;
    rooms_example(room, projector, &(struct rooms_spec){.schools = 10, .ratings = ROOMS_AGREED});
    assert_false(room->workshop.named);
    assert_int_equal(room_cell(room, 1, 1).state, RATING_NONE);
    assert_int_equal(room->summaries[1].spread[8], 2);
}

static void the_largest_room_can_be_made(void **state)
{
    struct room *room = *state;
    struct rooms_spec spec = {.schools = SCHOOLS_MAX,
                              .conditions = CONDITIONS_MAX,
                              .items = AGENDA_MAX,
                              .ratings = ROOMS_MOST,
                              .named = true,
                              .long_names = true,
                              .seats = 300,
                              .place = {AGENDA_MAX, 1}};
    rooms_example(room, projector, &spec);
    assert_int_equal(room->school_count, SCHOOLS_MAX);
    int here = 0, away = 0;
    for (school_id s = 1; s <= SCHOOLS_MAX; s++) {
        here += room->schools[s].here;
        away += room->schools[s].away;
    }
    assert_int_equal(here + away, 300);
    assert_true(away > 0);
}

static void boards_can_be_made(void **state)
{
    struct room *room = *state;
    struct rooms_spec spec = {.schools = 10, .seats = 12, .board = {2, 20, .worked = true}};
    rooms_example(room, projector, &spec);
    assert_int_equal(room_stage(room), STAGE_BOARD);
    assert_int_equal(room->boards[1].notes, 20);
    assert_int_equal(room->boards[2].state, BOARD_OPEN);
    unsigned starred = 0, merged = 0, hints = 0, dealt = 0;
    for (note_id n = 1; n <= NOTES_MAX; n++) {
        starred += room->notes[n].starred;
        merged += room->notes[n].merged > 0;
        hints += room->notes[n].parent > 0;
        dealt += room->notes[n].group > 0;
    }
    assert_true(starred >= 3 && merged >= 2 && hints >= 3);
    assert_int_equal(starred, dealt);
    spec.board = (struct rooms_board){HEADINGS_MAX, 500, .long_texts = true, .held = true};
    rooms_example(room, (struct audience){AUDIENCE_FACILITATOR, 0}, &spec);
    assert_true(room->boards[1].waiting > 100);
    assert_int_equal(room->boards[1].notes + room->boards[1].waiting, 500);
    spec.board = (struct rooms_board){1, 9, .personal = true, .closed = true};
    rooms_example(room, projector, &spec);
    assert_int_equal(room->notes[1].state, NOTE_NONE);
}

static void the_known_vote_can_be_made(void **state)
{
    static const int known[] = {0, 5, 6, 8, 5, 14, 1, 3, 14, 16};
    struct room *room = *state;
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_AGREED, .place = {3, 1}};
    rooms_example(room, projector, &spec);
    struct rooms_vote vote = {.state = BALLOT_REVEALED, .expected = 24, .voted = 24};
    ballot_id b = rooms_vote(room, &vote);
    assert_int_equal(room_stage(room), STAGE_BALLOT);
    assert_int_equal(room->ballot_tallies[b].papers, 24);
    for (int i = 0; i < 10; i++)
        assert_int_equal(room->ballot_tallies[b].points[i + 1], known[i]);
    for (enum method m = 0; m < METHOD_COUNT; m++) {
        vote = (struct rooms_vote){.ballot = (ballot_id)(2 + m),
                                   .method = m,
                                   .about = ABOUT_TYPED,
                                   .state = BALLOT_REVEALED,
                                   .options = OPTIONS_MAX,
                                   .tied = true,
                                   .named = true,
                                   .voted = 7};
        b = rooms_vote(room, &vote);
        assert_int_equal(room->ballot_tallies[b].chosen[1], room->ballot_tallies[b].chosen[2]);
        assert_int_equal(room->named_papers[7].ballot, b);
    }
}

static void plans_can_be_made(void **state)
{
    struct room *room = *state;
    struct rooms_spec spec = {.schools = 10, .place = {4, 1}};
    rooms_example(room, projector, &spec);
    rooms_plan(room, &(struct rooms_plan){.actions = 12, .earlier = 5, .priorities = 3});
    assert_int_equal(room_stage(room), STAGE_ACTIONS);
    assert_int_equal(room->actions[1].state, ACTION_ADOPTED);
    assert_int_equal(room->actions[8].merged, 1);
    assert_true(room->actions[13].earlier);
    assert_int_equal(room->priorities.list[0].condition, 10);
}

static int start(void **state)
{
    return room_create((struct room **)state) == ERROR_OK ? 0 : -1;
}

static int stop(void **state)
{
    room_destroy((struct room **)state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_grid_is_there),
        cmocka_unit_test(without_names_there_are_no_cells),
        cmocka_unit_test(boards_can_be_made),
        cmocka_unit_test(the_known_vote_can_be_made),
        cmocka_unit_test(plans_can_be_made),
        cmocka_unit_test(the_largest_room_can_be_made),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
