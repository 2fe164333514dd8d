/* The plan as draw lists: goldens of the design's picture, the order in which actions stand, whose
 * they are said to be, and that what is not for the room is on no page. */

#include <stdio.h>

#include "base/text.h"
#include "golden/golden.h"
#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list;
static struct room *room;
static struct stage_frame frame;

static void draw(int size, int page)
{
    frame = seen_frame(room, seen_sizes[size], 11 * 60 + 41, page);
    frame.today = 20700; /* in September 2026 */
    seen_draw(&list, &frame);
}

/* Where a text that begins so stands, pixels from the top; -1: nowhere. */
static int where(const char *begins)
{
    for (uint32_t i = 0; i < list.commands; i++)
        if (strncmp(seen_text(&list, i), begins, strlen(begins)) == 0)
            return list.command[i].y;
    return -1;
}

static bool on_any_page(const char *text)
{
    bool found = false;
    draw(0, 0);
    int pages = stage_pages(&frame);
    for (int page = 0; page < pages; page++) {
        draw(0, page);
        found = found || seen_within(&list, text);
    }
    return found;
}

static void make(const struct rooms_plan *plan, bool long_names, int larger)
{
    struct rooms_spec spec = {.schools = 10,
                              .ratings = ROOMS_AGREED,
                              .long_names = long_names,
                              .place = {4, 1},
                              .elapsed_ms = 1100000};
    rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &spec);
    room->view.larger = (uint8_t)larger;
    rooms_plan(room, plan);
}

static void change(action_id action, const struct action_item *to)
{
    struct item item = {.key = {.kind = ITEM_ACTION, .a = action}};
    item.body.action = *to;
    room_apply(room, &item);
}

static const struct {
    const char *name;
    struct rooms_plan plan;
    int page;
    bool all_sizes;
} cases[] = {
    {"plan", {.actions = 5}, 0, true},
    {"plan-none", {0}, 0, false},
    {"plan-priorities", {.actions = 12, .priorities = 3}, 0, true},
    {"plan-parked", {.actions = 12, .priorities = 3}, 99, false},
    {"plan-earlier", {.actions = 5, .earlier = 6}, 0, false},
    {"plan-long", {.actions = 12, .priorities = 10, .long_texts = true}, 0, false},
    {"plan-large", {.actions = 9, .large = 1}, 0, true},
};

static void they_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int size = 0; size < (cases[i].all_sizes ? SEEN_SIZES : 1); size++) {
            char name[96];
            make(&cases[i].plan, cases[i].plan.long_texts, 0);
            draw(size, cases[i].page);
            snprintf(name, sizeof name, "stage/%s-%d", cases[i].name, seen_sizes[size].height);
            golden_check_list(name, &list);
        }
}

static void agreed_ones_stand_by_date_then_proposed_ones_by_support(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 5}, false, 0);
    draw(0, 0);
    assert_int_equal(stage_pages(&frame), 1);
    assert_true(seen_within(&list, "3 agreed") && seen_within(&list, "2 proposed"));
    int survey = where("One short survey"), bid = where("Write a joint bid");
    int day = where("Shared training"), costs = where("Set out what"), clubs = where("Put clubs");
    assert_true(0 < survey && survey < bid && bid < day && day < costs && costs < clubs);
    struct action_item later = room->actions[1];
    later.content.due += 365;
    change(1, &later);
    struct action_item liked = room->actions[5];
    liked.supports = 40;
    change(5, &liked);
    draw(0, 0);
    assert_true(where("One short survey") > where("Shared training"));
    assert_true(where("Put clubs") < where("Set out what"));
    assert_true(where("Put clubs") > where("One short survey"));
}

static void what_helps_a_priority_comes_first(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 5}, false, 0);
    struct item item = {.key = {.kind = ITEM_PRIORITIES}};
    item.body.priorities = (struct priorities_change){.revision = 1, .count = 2};
    item.body.priorities.list[0].condition = 2;
    text_copy(item.body.priorities.list[1].text, NAME_SIZE, "Staff who stay");
    room_apply(room, &item);
    draw(0, 0);
    assert_true(where("Put clubs") < where("One short survey"));
    assert_true(seen_within(&list, "Our priorities") && seen_within(&list, "Staff who stay"));
}

static void earlier_ones_come_first_and_parked_ones_last(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 12, .earlier = 6}, false, 0);
    draw(0, 0);
    assert_int_equal(stage_pages(&frame), 2 + 2 + 1);
    assert_true(seen_within(&list, "What we set out to do") && seen_within(&list, "Under way"));
    assert_true(seen_within(&list, "1 under way") && seen_within(&list, "Dropped") == false);
    draw(0, 2);
    assert_true(seen_within(&list, "What we will do") && seen_within(&list, "1 of 2"));
    draw(0, 4);
    assert_true(seen_within(&list, "Parked for now") &&
                seen_within(&list, "A calendar of all clubs"));
}

static void it_is_said_whose_an_action_is(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 5}, false, 0);
    draw(0, 0);
    assert_int_equal(seen_count(&list, "Who will?"), 1);
    assert_false(seen_within(&list, "has been asked"));
    struct action_item asked = room->actions[1];
    asked.accepted = false;
    change(1, &asked);
    draw(0, 0);
    assert_true(seen_within(&list, "Priya, Dene") && seen_within(&list, "has been asked"));
    asked.declined = true; /* nobody is shown to have said no */
    change(1, &asked);
    draw(0, 0);
    assert_false(seen_within(&list, "Priya, Dene") || seen_within(&list, "has been asked"));
    assert_int_equal(seen_count(&list, "Who will?"), 2);
    asked.declined = false;
    asked.content.owner = OWNER_SCHOOL;
    asked.content.owner_school = room->school_order[1];
    asked.accepted = true;
    change(1, &asked);
    draw(0, 0);
    assert_true(seen_within(&list, "Birch") && !seen_within(&list, "has been asked"));
}

static void merged_ones_are_counted(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 9}, false, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "and 1 alike"));
    struct action_item merged = room->actions[8]; /* with all that the facilitator would see */
    text_copy(merged.content.text, NOTE_SIZE, "Visit each other");
    change(8, &merged);
    assert_false(on_any_page("Visit each other"));
    merged.merged = 0;
    change(8, &merged);
    assert_true(on_any_page("Visit each other"));
    assert_false(on_any_page("and 1 alike"));
}

static void what_is_not_for_the_room_is_on_no_page(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 5}, false, 0);
    struct action_item waiting = room->actions[4];
    waiting.state = ACTION_WAITING;
    text_copy(waiting.content.text, NOTE_SIZE, "Waiting to be read out");
    change(100, &waiting);
    struct action_item own = waiting;
    own.state = ACTION_OWN;
    text_copy(own.content.text, NOTE_SIZE, "A school's own");
    change(101, &own);
    assert_false(on_any_page("Waiting to be read out") || on_any_page("A school's own"));
    room->view.action = 100; /* nor brought up large */
    assert_false(on_any_page("Waiting to be read out"));
    room->view.action = 4;
    draw(0, 0);
    assert_true(seen_within(&list, "Set out what each club costs") &&
                !seen_within(&list, "One short survey"));
}

static void one_brought_up_tells_everything(void **state)
{
    (void)state;
    make(&(struct rooms_plan){.actions = 9, .large = 1}, false, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "Nine in ten families") &&
                seen_within(&list, "The school secretaries"));
    assert_true(seen_within(&list, "Half a day for each school") &&
                seen_within(&list, "30 November"));
    assert_true(seen_within(&list, "An idea that others have published") &&
                seen_within(&list, "Cluster"));
    assert_int_equal(stage_pages(&frame), 1); /* whatever the list behind it has */
    struct action_item action = room->actions[1];
    action.content.source = SOURCE_NOTE;
    action.content.source_a = 7;
    change(1, &action);
    draw(0, 0);
    assert_true(seen_within(&list, "A note of ours")); /* one that is not shown */
    struct item note = {.key = {.kind = ITEM_NOTE, .a = 7}};
    note.body.note.state = NOTE_SHOWN;
    text_copy(note.body.note.text, NOTE_SIZE, "Ask the parents");
    room_apply(room, &note);
    draw(0, 0);
    assert_true(seen_within(&list, "A note: “Ask the parents”"));
}

static void everything_lies_within_the_picture(void **state)
{
    (void)state;
    static const int actions[] = {0, 1, 9, 256};
    for (int i = 0; i < 4 * 2 * 3 * 3; i++) {
        struct rooms_plan plan = {.actions = actions[i % 4],
                                  .earlier = i % 3 * 4,
                                  .priorities = i % 5 ? i % 11 : 0,
                                  .long_texts = i / 4 % 2,
                                  .foreign = i % 3 == 1,
                                  .large = (action_id)(i % 7 == 3)};
        make(&plan, i / 4 % 2, i / 8 % 3);
        int size = i % SEEN_SIZES;
        draw(size, 0);
        int pages = stage_pages(&frame);
        for (int page = 0; page < pages; page++) {
            draw(size, page);
            assert_inside(&list);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(agreed_ones_stand_by_date_then_proposed_ones_by_support),
        cmocka_unit_test(what_helps_a_priority_comes_first),
        cmocka_unit_test(earlier_ones_come_first_and_parked_ones_last),
        cmocka_unit_test(it_is_said_whose_an_action_is),
        cmocka_unit_test(merged_ones_are_counted),
        cmocka_unit_test(what_is_not_for_the_room_is_on_no_page),
        cmocka_unit_test(one_brought_up_tells_everything),
        cmocka_unit_test(everything_lies_within_the_picture),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
